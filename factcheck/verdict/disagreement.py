"""References that differ with each other: which of them speak of the claim's own figure."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain.evidence import Effect, Evidence, Finding, FindingKind, Relation
from factcheck.quantities.compare import compare_periods
from factcheck.verdict.alignment import Alignment
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
        another = one.relation is Relation.CONTRADICTS and {f.kind for f in opposing} <= COUNTED - {
            FindingKind.ORDINAL
        }
        if another and all(
            any(
                _gives(other, finding) and not _rivals(laid[number], laid[place])
                for place, other in enumerate(evidence)
            )
            for finding in opposing
        ):
            settled.append(replace(one, relation=Relation.RELATED))
        else:
            settled.append(one)
    return tuple(settled)


def _gives(evidence: Evidence, opposing: Finding) -> bool:
    """Whether the reference supports the claim and has the figure that the finding is about."""
    return evidence.relation is Relation.SUPPORTS and any(
        f.effect is Effect.AGREES and f.claim_span == opposing.claim_span for f in evidence.findings
    )


def _rivals(one: Alignment, other: Alignment) -> bool:
    return one.coverage >= SAME_STATEMENT and _same_time(one.reference, other.reference)


def _same_time(one: Profile, other: Profile) -> bool:
    if not one.periods and not other.periods:
        return True
    return any(compare_periods(a, b).outcome is Effect.AGREES for a in one.periods for b in other.periods)
