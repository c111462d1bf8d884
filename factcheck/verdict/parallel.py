"""Two sentences laid side by side word for word: where the one has other words in the midst of the same ones.

Much of what goes wrong in copying goes wrong here: one name, one rank, one "not" is changed, and all around
it stands as it was. Such a change can be judged from its own words alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.domain.articles import Span

_WORD = re.compile(
    r"[$£€₹]?\d[\d.,:]*\w*%?|[^\W_]+(?=n['’]t\b)|n['’]t\b|[^\W_]+(?:[-.&][^\W_]+)*|['’](?:s|re|ve|d|ll)\b",
    re.IGNORECASE,
)
_WRITTEN = {"n't": "not", "ca": "can", "wo": "will", "'re": "are", "'ve": "have", "'ll": "will"}
SMALL = frozenset(
    {"a", "an", "the", "that", "which", "who", "its", "their", "his", "her", "and", "'s", "but"}
)
"""Words that may come and go at the edge of a change without being what is changed."""

LEAST_SHARED = 0.7
"""From this share of the claim's words on, the two are the same sentence but for the changes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the sentence, lower-case, and where it stands."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the claim (perhaps none) that stand where the reference has others (perhaps none).

    `before` and `behind` count the words in front of it and after it that are the same on both sides.
    """

    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]
    before: int
    behind: int
    start: int = 0
    stop: int = 0
    """Where the change begins and ends among the claim's words."""

    @property
    def said(self) -> tuple[str, ...]:
        """The claim's words."""
        return tuple(piece.word for piece in self.mine)

    @property
    def given(self) -> tuple[str, ...]:
        """The reference's words."""
        return tuple(piece.word for piece in self.theirs)


@dataclass(frozen=True, slots=True)
class Parallel:
    """`changes` in order; `shared` is the share of the claim's words that stand so in the reference."""

    changes: tuple[Change, ...]
    shared: float

    @property
    def close(self) -> bool:
        """Whether the two are one sentence but for the changes."""
        return self.shared >= LEAST_SHARED


def pieces(text: str) -> tuple[Piece, ...]:
    """The words of `text`, possessive endings apart and "cannot" and "n't" written out."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'").rstrip(".,:")
        span = Span(match.start(), match.end())
        if word == "cannot":
            yield Piece("can", Span(span.start, span.start + 3))
            yield Piece("not", Span(span.start + 3, span.end))
        else:
            yield Piece(_WRITTEN.get(word, word), span)


def parallel(mine: tuple[Piece, ...], theirs: tuple[Piece, ...]) -> Parallel:
    """Lay the claim's words along the reference's."""
    matcher = SequenceMatcher(None, [p.word for p in mine], [p.word for p in theirs], autojunk=False)
    codes = matcher.get_opcodes()
    same = sum(i2 - i1 for tag, i1, i2, _, _ in codes if tag == "equal")
    changes = []
    for number, (tag, i1, i2, j1, j2) in enumerate(codes):
        if tag == "equal":
            continue
        before, behind = _run(codes[:number][::-1]), _run(codes[number + 1 :])
        changes.append(Change(_stripped(mine[i1:i2]), _stripped(theirs[j1:j2]), before, behind, i1, i2))
    return Parallel(tuple(c for c in changes if c.mine or c.theirs), same / len(mine) if mine else 0.0)


def _run(codes: Sequence[tuple[str, int, int, int, int]]) -> int:
    """How many words of the claim go on as in the reference, whatever the reference says in between."""
    length = 0
    for tag, i1, i2, _, _ in codes:
        if tag == "equal":
            length += i2 - i1
        elif i2 > i1:
            break
    return length


def _stripped(side: tuple[Piece, ...]) -> tuple[Piece, ...]:
    while side and side[0].word in SMALL:
        side = side[1:]
    while side and side[-1].word in SMALL:
        side = side[:-1]
    return side


def cover(side: tuple[Piece, ...]) -> Span | None:
    """The span from the first to the last of the words; None without any."""
    return Span(side[0].span.start, side[-1].span.end) if side else None
