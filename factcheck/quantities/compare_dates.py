"""Holding two dates or periods against each other."""

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Edge, Grain, Period
from factcheck.quantities import wording
from factcheck.quantities.comparison import Comparison

_EXACT = frozenset({Grain.DAY, Grain.MONTH})


def compare_days(claim: Period, reference: Period) -> Comparison:
    """See `compare.compare_periods`."""
    if claim.first is None or reference.first is None or claim.last is None or reference.last is None:
        return _without_years(claim, reference)
    if claim.edge is not reference.edge and {claim.edge, reference.edge} & {Edge.BY, Edge.BEFORE, Edge.AFTER}:
        return _bounded(claim, reference)
    if (claim.first, claim.last) == (reference.first, reference.last):
        return _said(claim, reference, Effect.AGREES, _kind(claim, reference), "the same days")
    if claim.first <= reference.first and reference.last <= claim.last:
        if claim.edge is Edge.SINCE and reference.edge is Edge.SINCE and claim.grain is not Grain.YEAR:
            return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, "the one begins before the other")
        return _said(
            claim, reference, Effect.AGREES, _kind(claim, reference), "the one lies inside the other"
        )
    if reference.first <= claim.first and claim.last <= reference.last:
        why = "the article is more exact than the reference"
        return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, why)
    if claim.first <= reference.last and reference.first <= claim.last:
        return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, "they overlap only in part")
    return _apart(claim, reference)


def _kind(claim: Period, reference: Period) -> FindingKind:
    return FindingKind.DATE if {claim.grain, reference.grain} & _EXACT else FindingKind.PERIOD


def _said(claim: Period, reference: Period, outcome: Effect, kind: FindingKind, why: str) -> Comparison:
    message = f"article says {wording.days(claim)}, reference says {wording.days(reference)}; {why}"
    return Comparison(outcome, kind, message)


def _apart(claim: Period, reference: Period) -> Comparison:
    """Two periods that share no day."""
    assert claim.first is not None and claim.last is not None
    assert reference.first is not None and reference.last is not None
    gap = (
        (reference.first - claim.last).days
        if claim.last < reference.first
        else (claim.first - reference.last).days
    )
    why = f"they do not meet: {gap:,} {'day' if gap == 1 else 'days'} lie between"
    if gap == 1:
        why = "they do not meet: the one ends where the other begins"
    if claim.edge is reference.edge is Edge.SINCE:
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, why)
    inferred = claim.year is None and claim.first.year != reference.first.year and claim.month is not None
    if inferred and claim.month == reference.month and claim.day == reference.day:
        why = "the same day of the year, but the article does not write the year"
        return _said(claim, reference, Effect.OPEN, FindingKind.DATE, why)
    if claim.grain in _EXACT and reference.grain in _EXACT:
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, why)
    return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, why)


def _bounded(claim: Period, reference: Period) -> Comparison:
    """ "by 2030", "before Christmas", "after 5 March" against a plain period, or the other way round."""
    assert claim.first is not None and claim.last is not None
    assert reference.first is not None and reference.last is not None
    if reference.edge in {Edge.BY, Edge.BEFORE, Edge.AFTER} and claim.edge is None:
        why = "the reference gives only a bound"
        outside = (
            (reference.edge is Edge.BY and claim.first > reference.last)
            or (reference.edge is Edge.BEFORE and claim.first > reference.last)
            or (reference.edge is Edge.AFTER and claim.last < reference.first)
        )
        if outside:
            return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, "that is outside the bound")
        return _said(claim, reference, Effect.OPEN, FindingKind.DATE, why)
    if claim.edge is Edge.BY:
        holds, fails = reference.last <= claim.last, reference.first > claim.last
    elif claim.edge is Edge.BEFORE:
        holds, fails = reference.last < claim.first, reference.first >= claim.first
    elif claim.edge is Edge.AFTER:
        holds, fails = reference.first > claim.last, reference.last <= claim.last
    else:
        holds = fails = False
    if holds:
        return _said(claim, reference, Effect.AGREES, FindingKind.DATE, "that keeps to the bound")
    if fails:
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, "that breaks the bound")
    return _said(
        claim, reference, Effect.OPEN, FindingKind.DATE, "whether it keeps to the bound cannot be told"
    )


def _without_years(claim: Period, reference: Period) -> Comparison:
    """Where one year is unknown: month and day, as far as both have them."""
    ours, theirs = (claim.month, claim.day), (reference.month, reference.day)
    if claim.month is None or reference.month is None:
        why = "not enough is known of the days to compare them"
        return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, why)
    if claim.grain not in _EXACT or reference.grain not in _EXACT:
        same = ours == theirs and claim.grain is reference.grain
        why = "the same part of the year, the year apart" if same else "the years are not known"
        return _said(claim, reference, Effect.AGREES if same else Effect.OPEN, FindingKind.PERIOD, why)
    if ours == theirs:
        return _said(
            claim, reference, Effect.AGREES, FindingKind.DATE, "the same day or month, the year apart"
        )
    if claim.month == reference.month and claim.day is None:
        return _said(
            claim, reference, Effect.AGREES, FindingKind.DATE, "the day lies in that month, the year apart"
        )
    if claim.month == reference.month and reference.day is None:
        why = "the article is more exact than the reference"
        return _said(claim, reference, Effect.OPEN, FindingKind.DATE, why)
    return _said(
        claim, reference, Effect.OPPOSES, FindingKind.DATE, "another day of the year, whatever the year"
    )
