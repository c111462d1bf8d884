"""Claims with the machine's judgement of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.errors import NotFound
from factcheck.domain.evidence import Evidence, Judgement
from factcheck.domain.policy import ClaimState
from factcheck.domain.review import ReviewState
from factcheck.store.claim_rows import (
    TEXT_ORDER,
    claim_of,
    evidence_of,
    evidence_values,
    judged_columns,
    lease_of,
    states_of_revisions,
)
from factcheck.store.cursors import page_size
from factcheck.store.ids import new_id
from factcheck.store.records import ClaimDraft, ReferenceUseRecord, StoredClaim
from factcheck.store.tables import (
    ArticleRow,
    ClaimRow,
    DecisionReferenceRow,
    DecisionRow,
    EvidenceRow,
    RevisionRow,
)


class ClaimRepository:
    """Claims of revisions, and what the references said of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_all(self, revision_id: str, drafts: Sequence[ClaimDraft]) -> tuple[StoredClaim, ...]:
        """Store claims of a revision; they are listed in text order whenever they came."""
        last = select(func.max(col(ClaimRow.position))).where(col(ClaimRow.revision_id) == revision_id)
        highest = self._session.scalar(last)
        first = 0 if highest is None else highest + 1
        rows = [_row(revision_id, position, draft) for position, draft in enumerate(drafts, start=first)]
        self._session.add_all(rows)
        self._session.flush()
        evidence = [
            values
            for row, draft in zip(rows, drafts, strict=True)
            for values in evidence_values(row.id, draft.judgement.evidence)
        ]
        if evidence:
            self._session.execute(insert(EvidenceRow), evidence)
        return tuple(claim_of(row, draft.judgement.evidence) for row, draft in zip(rows, drafts, strict=True))

    def of_revision(self, revision_id: str, *, to_change: bool = False) -> tuple[StoredClaim, ...]:
        """All claims in text order, an enclosing one before those in it, with evidence, in two queries.

        With `to_change` nobody else can decide, take or judge them until this unit of work ends: what is then
        written rests on what was read.
        """
        return self._load(col(ClaimRow.revision_id) == revision_id, to_change=to_change)

    def once_decided(self, article_id: str) -> tuple[StoredClaim, ...]:
        """The claims, in whatever text of the article, on which somebody has ever decided.

        Nobody else can decide on them until this unit of work ends.
        """
        texts = select(col(RevisionRow.id)).where(col(RevisionRow.article_id) == article_id)
        decided = select(col(DecisionRow.id)).where(col(DecisionRow.claim_id) == col(ClaimRow.id)).exists()
        return self._load(and_(col(ClaimRow.revision_id).in_(texts), decided), to_change=True)

    def get(self, claim_id: str, *, to_change: bool = False) -> StoredClaim:
        """The claim with its evidence; raises `NotFound`. `to_change` as in `of_revision`."""
        found = self._load(col(ClaimRow.id) == claim_id, to_change=to_change)
        if not found:
            raise NotFound("There is no claim with this id.")
        return found[0]

    def at_spans(self, revision_id: str, spans: Iterable[Span]) -> dict[Span, str]:
        """The ids of the claims of a revision that stand at these spans, as far as there are any."""
        wanted = frozenset(spans)
        starts = sorted({span.start for span in wanted})
        if not starts:
            return {}
        query = select(col(ClaimRow.span_start), col(ClaimRow.span_end), col(ClaimRow.id)).where(
            col(ClaimRow.revision_id) == revision_id, col(ClaimRow.span_start).in_(starts)
        )
        found = {Span(start, end): claim_id for start, end, claim_id in self._session.execute(query)}
        return {span: claim_id for span, claim_id in found.items() if span in wanted}

    def states_of(self, revision_id: str) -> tuple[ClaimState, ...]:
        """What the gate needs of every claim, in text order, in one query."""
        return states_of_revisions(self._session, [revision_id])[revision_id]

    def rejudge(
        self,
        claim_id: str,
        judgement: Judgement,
        *,
        claim: Claim | None = None,
        state: ReviewState,
        priority: int,
        priority_reasons: Sequence[str] = (),
    ) -> StoredClaim:
        """Replace the machine's judgement and its evidence; the version rises. Raises `NotFound`.

        `claim` is what was judged, where the same words of the text are now read otherwise than stored.
        """
        row = self._session.scalar(select(ClaimRow).where(col(ClaimRow.id) == claim_id).with_for_update())
        if row is None:
            raise NotFound("There is no claim with this id.")
        if claim is not None:
            for field, value in _read_as(claim).items():
                setattr(row, field, value)
        for field, value in judged_columns(judgement).items():
            setattr(row, field, value)
        row.review_state = _stored(state)
        row.priority, row.priority_reasons = priority, tuple(priority_reasons)
        row.version += 1
        self._session.flush()
        self._session.execute(delete(EvidenceRow).where(col(EvidenceRow.claim_id) == claim_id))
        if judgement.evidence:
            self._session.execute(insert(EvidenceRow), evidence_values(claim_id, judgement.evidence))
        return claim_of(row, judgement.evidence)

    def withdraw(self, claim_id: str) -> None:
        """Take out a claim on which nobody has ever decided; the database refuses it for any other."""
        self._session.execute(delete(EvidenceRow).where(col(EvidenceRow.claim_id) == claim_id))
        self._session.execute(delete(ClaimRow).where(col(ClaimRow.id) == claim_id))

    def uses_of_reference(self, reference_id: str, *, limit: int = 100) -> tuple[ReferenceUseRecord, ...]:
        """Claims of current revisions that rest on or were held against this reference, newest first."""
        query = (
            select(
                col(ClaimRow.id),
                col(ArticleRow.id),
                col(ArticleRow.title),
                col(ClaimRow.quote),
                col(EvidenceRow.relation),
                col(DecisionReferenceRow.position),
                col(ClaimRow.review_state),
                col(ClaimRow.lease_holder_id),
                col(ClaimRow.lease_holder_name),
                col(ClaimRow.lease_expires_at),
            )
            .select_from(ClaimRow)
            .join(ArticleRow, col(ArticleRow.current_revision_id) == col(ClaimRow.revision_id))
            .outerjoin(
                EvidenceRow,
                and_(
                    col(EvidenceRow.claim_id) == col(ClaimRow.id),
                    col(EvidenceRow.reference_id) == reference_id,
                ),
            )
            .outerjoin(
                DecisionReferenceRow,
                and_(
                    col(DecisionReferenceRow.decision_id) == col(ClaimRow.decision_id),
                    col(DecisionReferenceRow.reference_id) == reference_id,
                ),
            )
            .where(or_(col(EvidenceRow.rank).is_not(None), col(DecisionReferenceRow.position).is_not(None)))
            .order_by(col(ClaimRow.id).desc())
            .limit(page_size(limit))
        )
        return tuple(
            ReferenceUseRecord(
                claim, article, title, quote, relation, cited is not None, state, lease_of(*lease)
            )
            for claim, article, title, quote, relation, cited, state, *lease in self._session.execute(query)
        )

    def _load(self, condition: Any, *, to_change: bool = False) -> tuple[StoredClaim, ...]:
        wanted = select(ClaimRow).where(condition).order_by(*TEXT_ORDER)
        rows = self._session.scalars(wanted.with_for_update() if to_change else wanted).all()
        evidence: dict[str, list[Evidence]] = {row.id: [] for row in rows}
        query = (
            select(EvidenceRow)
            .join(ClaimRow, col(ClaimRow.id) == col(EvidenceRow.claim_id))
            .where(condition)
            .order_by(col(EvidenceRow.rank))
        )
        for one in self._session.scalars(query):
            # By now the condition may fit claims that it did not fit when the rows were read.
            if one.claim_id in evidence:
                evidence[one.claim_id].append(evidence_of(one))
        return tuple(claim_of(row, tuple(evidence[row.id])) for row in rows)


def _row(revision_id: str, position: int, draft: ClaimDraft) -> ClaimRow:
    claim, judgement = draft.claim, draft.judgement
    return ClaimRow(
        id=new_id(),
        revision_id=revision_id,
        position=position,
        span_start=claim.span.start,
        span_end=claim.span.end,
        **_read_as(claim),
        **judged_columns(judgement),
        review_state=_stored(draft.state),
        priority=draft.priority,
        priority_reasons=draft.priority_reasons,
        version=1,
        lease_holder_id=None,
        lease_holder_name=None,
        lease_expires_at=None,
        decision_id=None,
    )


def _read_as(claim: Claim) -> dict[str, Any]:
    """The columns that say what was read out of a piece of the text."""
    return {
        "quote": claim.quote,
        "text": claim.text,
        "folded": f"{claim.quote}\n{claim.text}".casefold(),
        "kind": claim.kind,
        "attribution": claim.attribution,
        "doubt": claim.doubt,
        "worthiness": claim.worthiness,
        "worthiness_reasons": claim.worthiness_reasons,
        "people": claim.people,
        "fills": claim.fills,
    }


def _stored(state: ReviewState) -> ReviewState:
    if state is ReviewState.LEASED:
        raise ValueError("a lease is stored apart from the state below it")
    return state
