"""Words that were broken at the end of a line: put together again, unless the hyphen is the word's own."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from factcheck.text.pdf.lexicon import is_word
from factcheck.text.words import words

BREAK = "\u00ad"
"""Stands in a text where a line ended with a hyphen, until `mend_breaks` has decided about it."""

_BROKEN = re.compile(r"([^\W_]+(?:['’-][^\W_]+)*)\u00ad([^\W_]+(?:['’-][^\W_]+)*)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AT_BREAK = re.compile(r"(?<=[^\W_])[-\u2010\u00ad]\Z")
_DASH_AT_END = re.compile(r"(?<=\S)[–—/]\Z")
_SUSPENDED = re.compile(r"(?:and|or|to|und|et|y|oder)\b")
_BOUND = words(
    """
    mis pre dis con com inter sub trans auto hyper hypo im in ir un uni bi tri de be en em re ab ad
    ex per pro syn tele micro macro mega multi out over under up fore for der ber ver tor ting ing ion ism ist
    ers ing al ant ent able ible ate age ance ence ary ory ous ive ize ise ful less ness ment ship hood ter
    man men son ton land ford ham ley ria lia nia tal cal gal ral nal tic sic mic nic lar dom est den sen gen
    """
)
"""Parts that are found in lists of words but rarely stand on their own side of a hyphen."""
_PREFIXES = words("self non ex co pre post anti pro mid re counter")
"""What may stand before a whole word with a hyphen."""

_SHORT_WORDS = words("up to in on by of so at go no")
_PARTNERS = words(
    """
    based born led run owned backed listed made style era wide bound held friendly related linked funded sized
    speaking educated occupied controlled held winning themed area trained only like led
    """
)
"""What follows a name in a compound: "Oslo-based", "Brexit-era"."""

_GROWN = words(
    """
    man men woman women worthy maker makers holder holders keeper keepers fire fires log logs zone zones proof
    work works worker workers book books house houses land lands side sides fold
    """
)
"""Second parts that have mostly grown together with the first: "spokeswoman", "lawmakers"."""


def join_lines(lines: Sequence[str]) -> str:
    """The lines of a paragraph as one; `BREAK` stands where a word may have been broken."""
    parts = [_before(line, after) for line, after in pairwise(lines)]
    return "".join([*parts, *lines[-1:]])


def _before(line: str, after: str) -> str:
    """A line with what goes between it and the next."""
    if _AT_BREAK.search(line) and after[:1].isalnum():
        own = line[-2].isdigit() or not after[0].islower()
        if own and line[-1] != BREAK:
            return line
        if _SUSPENDED.match(after) and line[-1] != BREAK:
            return f"{line} "
        return line[:-1] + BREAK
    if _DASH_AT_END.search(line) and after[:1].isalnum() and line[-2].isalnum():
        return line
    return f"{line} "


def mend_breaks(texts: Sequence[str]) -> list[str]:
    """The texts of one document without `BREAK`.

    A word is put together, as most broken words have to be, unless it stands with a hyphen elsewhere in the
    document, or both parts are words and the whole is none ("long-term"), or it is a name with what usually
    follows one ("Oslo-based"). What stands elsewhere in the document decides first.
    """
    if not any(BREAK in text for text in texts):
        return list(texts)
    seen = set(_seen(texts))
    mended = [_BROKEN.sub(lambda found: _mended(found[1], found[2], seen), text) for text in texts]
    return [text.replace(BREAK, "") for text in mended]


def _seen(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from (found[0].casefold() for found in _WORD.finditer(_BROKEN.sub(" ", text)))


def _mended(left: str, right: str, seen: set[str]) -> str:
    whole, hyphened = left + right, f"{left}-{right}"
    if whole.casefold() in seen:
        return whole
    if hyphened.casefold() in seen:
        return hyphened
    return hyphened if _is_compound(left, right) else whole


def _is_compound(left: str, right: str) -> bool:
    last, first = left.rpartition("-")[2].casefold(), right.partition("-")[0].casefold()
    if "-" in left + right:  # "state-of-" and "the-art"
        return True
    if left[0].isupper() and first in _PARTNERS:
        return True
    if is_word(left + right) or first in _GROWN:
        return False
    if last in _PREFIXES:
        return len(first) >= 4 and is_word(first)
    return _BOUND.isdisjoint((last, first)) and _stands_alone(last) and _stands_alone(first)


def _stands_alone(part: str) -> bool:
    return part in _SHORT_WORDS or (len(part) >= 3 and is_word(part))
