"""Between claim rows and the domain's values."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Evidence, Judgement
from factcheck.domain.policy import ClaimState
from factcheck.domain.review import Lease
from factcheck.store.records import StoredClaim
from factcheck.store.tables import ClaimRow, DecisionRow, EvidenceRow

TEXT_ORDER = (col(ClaimRow.span_start), col(ClaimRow.span_end).desc(), col(ClaimRow.position))
"""Claims of a revision as they stand in its text, an enclosing one before those in it. A later check may add
some anywhere, so that the order in which they were stored says nothing."""


def claim_of(row: ClaimRow, evidence: tuple[Evidence, ...]) -> StoredClaim:
    """The record of a row with its evidence in rank order."""
    return StoredClaim(
        id=row.id,
        revision_id=row.revision_id,
        position=row.position,
        claim=Claim(
            span=Span(row.span_start, row.span_end),
            quote=row.quote,
            text=row.text,
            kind=row.kind,
            attribution=row.attribution,
            doubt=row.doubt,
            worthiness=row.worthiness,
            worthiness_reasons=row.worthiness_reasons,
            fills=row.fills,
            people=row.people,
        ),
        judgement=Judgement(
            row.status,
            row.cleared,
            row.reason,
            evidence,
            score=row.score,
            sampled=row.sampled,
            disagreement=row.disagreement,
            inside=tuple(row.inside),
        ),
        state=row.review_state,
        priority=row.priority,
        priority_reasons=row.priority_reasons,
        version=row.version,
        lease=lease_of(row.lease_holder_id, row.lease_holder_name, row.lease_expires_at),
        decision_id=row.decision_id,
    )


def judged_columns(judgement: Judgement) -> dict[str, Any]:
    """The columns of a claim that hold a judgement; its evidence has rows of its own."""
    return {
        "status": judgement.status,
        "cleared": judgement.cleared,
        "reason": judgement.reason,
        "score": judgement.score,
        "sampled": judgement.sampled,
        "inside": judgement.inside,
        "disagreement": judgement.disagreement,
    }


def lease_of(holder_id: str | None, holder_name: str | None, expires_at: Any) -> Lease | None:
    """The lease in a claim's three columns, whether or not it still holds."""
    if holder_id is None or expires_at is None:
        return None
    return Lease(holder_id, holder_name or "", expires_at)


def evidence_of(row: EvidenceRow) -> Evidence:
    """The record of a row, with the reference as it read then."""
    return Evidence(
        reference=row.snapshot,
        similarity=row.similarity,
        relation=row.relation,
        p_supports=row.p_supports,
        p_contradicts=row.p_contradicts,
        findings=row.findings,
        copies=row.copies,
    )


def evidence_values(claim_id: str, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """What to insert for a claim's evidence, ranked from 1."""
    return [
        {
            "claim_id": claim_id,
            "rank": rank,
            "reference_id": one.reference.id,
            "reference_version": one.reference.version,
            "snapshot": one.reference,
            "similarity": one.similarity,
            "relation": one.relation,
            "p_supports": one.p_supports,
            "p_contradicts": one.p_contradicts,
            "findings": one.findings,
            "copies": one.copies,
        }
        for rank, one in enumerate(evidence, start=1)
    ]


def states_of_revisions(session: Session, revision_ids: Sequence[str]) -> dict[str, tuple[ClaimState, ...]]:
    """What the gate needs of the claims of these revisions, in text order, in one query."""
    found: dict[str, list[ClaimState]] = {revision_id: [] for revision_id in revision_ids}
    query = (
        select(
            col(ClaimRow.revision_id),
            col(ClaimRow.id),
            col(ClaimRow.status),
            col(ClaimRow.review_state),
            col(DecisionRow.disposition),
            col(ClaimRow.sampled),
        )
        .outerjoin(DecisionRow, col(DecisionRow.id) == col(ClaimRow.decision_id))
        .where(col(ClaimRow.revision_id).in_(list(found)))
        .order_by(*TEXT_ORDER)
    )
    for revision_id, claim_id, status, state, disposition, sampled in session.execute(query):
        found[revision_id].append(ClaimState(claim_id, status, state, disposition, sampled=sampled))
    return {revision_id: tuple(states) for revision_id, states in found.items()}
