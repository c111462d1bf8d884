"""How surely a different figure of the reference is one of the same thing, so that the claim's is wrong.

Two figures that differ contradict each other only where both measure one thing, of one owner, at one time.
What speaks for and against it is added up, in log-odds that were fitted on pairs written for this project and
rounded; of the figures themselves only how they differ is asked.
"""

from factcheck.domain.evidence import FindingKind
from factcheck.domain.quantities import Hedge, Quantity
from factcheck.quantities.compare import Comparison, comparable
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.dates import same_period
from factcheck.verdict.elsewhere import ELSEWHERE
from factcheck.verdict.fit import fit, is_of_a_margin
from factcheck.verdict.synonyms import akin

SAME_THING = 0.5
"""From these log-odds on (0.62) a different figure is a wrong one."""

_START = 1.4
_MISSING_WORD, _MOST_MISSING = -0.43, 8
_OTHER_PERIOD = -2.5
_MISSING_NAME = -1.7
_OTHER_WORD = -1.1
_MISSING_SUBJECT = -1.0
_SMALL = -0.9
_OTHER_NOUN = -0.7
_MARGIN = -2.0
_SAME_DIGITS = 1.8
_HEDGED = 0.7
_RIVAL, _MOST_RIVALS = 0.4, 3
_OWN_RIVAL = -0.5
_FIT = 0.1

SMALL = 12
"""Counts up to here are of so many things that a different one says little."""

CARRIED = 0.5
"""From this share of carried words on a sum is about what the reference is about."""


def is_same_thing(mine: Quantity, theirs: Quantity, comparison: Comparison, alignment: Alignment) -> bool:
    """Whether the two figures, which `comparison` found to differ, are surely enough of one thing."""
    return log_odds(mine, theirs, comparison, alignment) >= SAME_THING


def log_odds(mine: Quantity, theirs: Quantity, comparison: Comparison, alignment: Alignment) -> float:
    """The logarithm of the odds that the two figures, which differ, are of one thing."""
    claim, reference = alignment.claim, alignment.reference
    odds = _START + _FIT * fit(mine, theirs, alignment)
    odds += _MISSING_WORD * min(len(alignment.missing), _MOST_MISSING)
    if is_of_another_period(alignment):
        odds += _OTHER_PERIOD
    if alignment.missing_names:
        odds += _MISSING_NAME
    if (claim.tokens - reference.tokens) & ELSEWHERE:
        odds += _OTHER_WORD
    if not alignment.subject_carried:
        odds += _MISSING_SUBJECT
    if is_of_a_margin(mine, theirs, alignment):
        odds += _MARGIN
    small = mine.unit == "ordinal" or (mine.unit == "count" and mine.value <= SMALL)
    if small and alignment.missing:
        odds += _SMALL
    if mine.noun and theirs.noun and not akin(mine.noun, theirs.noun):
        odds += _OTHER_NOUN
    if comparison.kind is FindingKind.UNIT or comparison.slip:
        odds += _SAME_DIGITS
    if mine.hedge is not Hedge.EXACT:
        odds += _HEDGED
    odds += _RIVAL * min(_alike(mine, reference.quantities), _MOST_RIVALS)
    return odds + _OWN_RIVAL * min(_alike(mine, claim.quantities), _MOST_RIVALS)


def _alike(quantity: Quantity, others: tuple[Quantity, ...]) -> int:
    return sum(comparable(quantity, other) for other in others)


def is_of_another_period(alignment: Alignment) -> bool:
    """Whether the claim names a time that the reference does not."""
    return any(
        not any(same_period(mine, theirs) for theirs in alignment.reference.periods)
        for mine in alignment.claim.periods
    )


def is_carried(mine: Quantity, alignment: Alignment) -> bool:
    """Whether the reference is about what the claim says of a figure that has to be worked out."""
    return (
        alignment.coverage >= CARRIED
        and not alignment.missing_names
        and not is_of_another_period(alignment)
        and not (alignment.claim.tokens - alignment.reference.tokens) & ELSEWHERE
        and bool(mine.value)
    )
