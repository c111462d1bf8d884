"""References that differ with each other: which of them speak of the claim's own figure."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain.evidence import Effect, Evidence, Finding, FindingKind, Relation
from factcheck.domain.quantities import Period
from factcheck.quantities.compare import compare_periods
from factcheck.verdict.alignment import Alignment, same_name
from factcheck.verdict.fit import owned
from factcheck.verdict.parts import Profile

COUNTED = frozenset(
    {FindingKind.NUMBER, FindingKind.HEDGE, FindingKind.UNIT, FindingKind.ORDINAL, FindingKind.DATE}
)
"""Findings that compare figures and dates."""

APART = frozenset({FindingKind.PERIOD, FindingKind.DATE, FindingKind.SCOPE, FindingKind.METRIC})
"""Open findings of these kinds mean another time, scope or measure."""

SAME_STATEMENT = 0.8
"""From this share of the claim's words on, a reference with another figure makes the same statement."""


def without_other_figures(evidence: Sequence[Evidence], laid: Sequence[Alignment]) -> tuple[Evidence, ...]:
    """`evidence`, with those that only give another figure made `related` where one has the claim's own.

    A store holds last year's figure beside this year's and one firm's beside another's. Where a reference has
    the claim's figure, another with a different one contradicts it only if it makes the same statement of the
    same time: then the references disagree, and people have to say which is right.
    """
    settled = []
    for number, one in enumerate(evidence):
        opposing = [finding for finding in one.findings if finding.effect is Effect.OPPOSES]
        another = (
            one.relation is Relation.CONTRADICTS
            # One that contradicts in words alone gives no other figure.
            and bool(opposing)
            and {f.kind for f in opposing} <= COUNTED - {FindingKind.ORDINAL}
        )
        if another and all(
            any(
                _gives(other, finding)
                and not (
                    _rivals(laid[number], laid[place]) and _own(laid[number], laid[place], other, finding)
                )
                for place, other in enumerate(evidence)
            )
            for finding in opposing
        ):
            settled.append(replace(one, relation=Relation.RELATED))
        else:
            settled.append(one)
    return tuple(settled)


def _gives(evidence: Evidence, opposing: Finding) -> bool:
    """Whether the reference has the figure that the finding is about, and contradicts nothing else."""
    return evidence.relation is not Relation.CONTRADICTS and any(
        f.effect is Effect.AGREES and f.claim_span == opposing.claim_span for f in evidence.findings
    )


def _rivals(one: Alignment, other: Alignment) -> bool:
    return (
        one.coverage >= SAME_STATEMENT
        and _same_time(one.reference, other.reference)
        and _same_names(one, other)
    )


def _own(one: Alignment, other: Alignment, giving: Evidence, opposing: Finding) -> bool:
    """Whether the other figure has the claim's owner as surely as the figure that agrees has."""
    agreeing = next(
        f for f in giving.findings if f.effect is Effect.AGREES and f.claim_span == opposing.claim_span
    )
    return owned(one, opposing) is True or owned(other, agreeing) is not True


def _same_names(one: Alignment, other: Alignment) -> bool:
    """Whether the two name somebody in common, or one of them nobody.

    What the claim counts is nobody: "2.8 million GPU hours" is not about a GPU.
    """
    counted = {word for q in one.claim.quantities for word in q.quote.lower().split()}
    ours, others = (
        [n for n in side.names if not set(side.text[n.start : n.end].lower().split()) <= counted]
        for side in (one.reference, other.reference)
    )
    if not ours or not others:
        return True
    return any(same_name(a, b) for a in ours for b in others)


def _same_time(one: Profile, other: Profile) -> bool:
    """Whether neither names a time that the other has nothing to set beside."""
    if not one.periods or not other.periods:
        return True
    return all(_met(period, other.periods) for period in one.periods) or all(
        _met(period, one.periods) for period in other.periods
    )


def _met(period: Period, others: Sequence[Period]) -> bool:
    return any(compare_periods(period, other).outcome is Effect.AGREES for other in others)
