"""Small words that turn a sentence, for which carried content words are not enough to let a claim pass."""

import re

from factcheck.verdict.alignment import Alignment
from factcheck.verdict.lists import words
from factcheck.verdict.parts import Profile

_TURNING = words(
    "against without until before after unless despite instead except any every each all both either "
    "themselves itself himself herself better worse more less higher lower fewer well always"
)
_CONTRASTED = words("whereas although disputed disputes contradicts")
_WORDS = re.compile(r"[^\W_]+")


def _words_of(claim: Profile) -> set[str]:
    """The claim's words but for those of its figures and dates ("more than 300"), compared apart."""
    spans = [quantity.span for quantity in claim.quantities] + [period.span for period in claim.periods]
    return {
        match.group()
        for match in _WORDS.finditer(claim.text.lower())
        if not any(span.start <= match.start() < span.end for span in spans)
    }


def turns(alignment: Alignment) -> bool:
    """Whether the claim alone has a word that turns it, or the reference alone one that limits it."""
    mine, theirs = _words_of(alignment.claim), set(_WORDS.findall(alignment.reference.text.lower()))
    if (theirs - mine) & _CONTRASTED:
        return True
    return not alignment.verbatim and bool((mine - theirs) & _TURNING)
