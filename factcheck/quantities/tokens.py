"""Splitting a text into words, numbers and signs, with code-point offsets."""

import re
from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a token is made of."""

    NUMBER = 1
    WORD = 2
    SIGN = 3


class Token(NamedTuple):
    """A piece of the text: `text[start:end]`. `low` is its lower case."""

    kind: Kind
    text: str
    low: str
    start: int
    end: int


# Every repetition is of a single class or bounded, and no two alternatives can share a long prefix that fails
# late, so that the time is linear whatever the text.
_TOKEN = re.compile(
    r"""
    (\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,.])
      |\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?
      |\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?
      |\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?
      |\d{1,3}(?:['’]\d{3})+(?!\d)(?:\.\d+)?
      |\d{1,3}(?:\ \d{3}){2,}(?![\d,])
      |(?<=[$€£])\d{1,3}\ \d{3}(?![\d,])
      |\d{1,3}\ \d{3}(?=\ ?(?:€|euros?\b))
      |\d+(?:\.\d+)*)
    |([^\W\d_]+)
    |([^\s\w]|_)
    """,
    re.VERBOSE,
)

_END = Token(Kind.SIGN, "", "", -1, -1)
PAD = 6
"""How many empty tokens stand behind the last one, so that looking ahead needs no bounds check."""


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in order, followed by `PAD` empty ones."""
    tokens = []
    for match in _TOKEN.finditer(text):
        written = match.group()
        tokens.append(Token(Kind(match.lastindex or 3), written, written.lower(), *match.span()))
    tokens.extend([_END] * PAD)
    return tokens


def touching(left: Token, right: Token) -> bool:
    """Whether nothing, not even a space, stands between the two."""
    return left.end == right.start
