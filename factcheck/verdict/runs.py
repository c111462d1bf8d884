"""Which in a row: "the fourth straight win", "a fifth win running", "it follows the first two"."""

import re

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Quantity
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import stem

LEAST_COVERED = 0.5
"""From this share of carried words on, the two count one row of things."""

_RUN = re.compile(
    r"[\s-]+(?:straight|consecutive|successive)\b|[^.;:,]{0,30}\b(?:in a row|running|in succession)\b"
)
_FOLLOWS = re.compile(r"\bfollow(?:s|ed|ing)?\b[^.;:]{0,30}\bfirst (two|three|four|five|six) (\w+)")
_COUNTED = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NEXT_WORD = re.compile(r"[\s-]*(\w+)")


def runs(alignment: Alignment) -> list[Finding]:
    """Another place in the same row of the same one's; at most one finding."""
    if alignment.missing_names or alignment.verbatim or not alignment.names:
        return []
    return (_in_a_row(alignment) or _behind_the_first(alignment))[:1]


def _in_a_row(alignment: Alignment) -> list[Finding]:
    ours, theirs = _counted(alignment.claim), _counted(alignment.reference)
    if len(ours) != 1 or len(theirs) != 1 or alignment.coverage < LEAST_COVERED:
        return []
    mine, other = ours[0], theirs[0]
    if mine.value == other.value:
        return []
    why = f"article says “{mine.quote}” in a row, the reference “{other.quote}”"
    return [Finding(FindingKind.ORDINAL, Effect.OPPOSES, why, mine.span, other.span)]


def _counted(side: Profile) -> list[Quantity]:
    return [q for q in side.quantities if q.unit == "ordinal" and _RUN.match(side.text, q.span.end)]


def _behind_the_first(alignment: Alignment) -> list[Finding]:
    told = _FOLLOWS.search(alignment.reference.text)
    if told is None:
        return []
    for mine in alignment.claim.quantities:
        noun = _NEXT_WORD.match(alignment.claim.text, mine.span.end)
        if mine.unit != "ordinal" or noun is None or stem(noun[1].lower()) != stem(told[2].lower()):
            continue
        if mine.value <= _COUNTED[told[1]]:
            why = f"article says “{mine.quote}”, but in the reference it “{told[0]}”"
            return [Finding(FindingKind.ORDINAL, Effect.OPPOSES, why, mine.span)]
    return []
