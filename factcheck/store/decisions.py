"""What people decided about claims. A decision is never changed; taking it back is recorded beside it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.errors import (
    IllegalTransition,
    InvalidInput,
    LeaseHeld,
    NotFound,
    VersionConflict,
)
from factcheck.domain.evidence import MachineStatus, Reference
from factcheck.domain.people import Actor
from factcheck.domain.review import Decision, ReviewState
from factcheck.store.claim_rows import lease_of
from factcheck.store.ids import new_id
from factcheck.store.records import StoredDecision
from factcheck.store.reference_rows import references_by_id
from factcheck.store.tables import ClaimRow, DecisionReferenceRow, DecisionRow


class DecisionRepository:
    """Records decisions; a claim that has changed since the person saw it is refused."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def record_decision(
        self,
        claim_id: str,
        decision: Decision,
        *,
        expected_version: int,
        from_state: ReviewState,
        to_state: ReviewState,
        actor: Actor,
        now: datetime,
        scored_with: str = "",
    ) -> StoredDecision:
        """Store a decision as the standing one, set the claim's state and end its lease.

        `scored_with` names the versions by which the claim was scored, be the score 0.

        Raises `NotFound`, `VersionConflict` when the claim is not at `expected_version`, `LeaseHeld` when
        somebody else holds it, `InvalidInput(field="reference_ids")` for an unknown reference.
        """
        claim = self._claim_to_change(claim_id, expected_version, actor, now)
        references = self._references(decision.reference_ids)
        row = _row(claim_id, decision, claim.status, (from_state, to_state), (actor.id, actor.name), now)
        row.score = claim.score
        row.scored_with = scored_with or None
        return self._stand(claim, row, references)

    def carry_decision(
        self, claim_id: str, decision: StoredDecision, *, from_state: ReviewState, to_state: ReviewState
    ) -> StoredDecision:
        """Let a decision on the same words in another text stand here too, as it was taken.

        Author, moment, references, and what the machine said with which score, are those of then. Ends
        whatever lease there is: nobody is asked again what has been answered. Raises `NotFound`.
        """
        claim = self._locked(claim_id)
        by = decision.actor_id, decision.actor_name
        row = _row(claim_id, decision, decision.status, (from_state, to_state), by, decision.at)
        row.score, row.scored_with = decision.score, decision.scored_with or None
        return self._stand(claim, row, decision.references)

    def undo_decision(
        self, claim_id: str, *, expected_version: int, to_state: ReviewState, actor: Actor, now: datetime
    ) -> StoredDecision:
        """Mark the standing decision as taken back, set the claim's state and end its lease.

        Raises `NotFound`, `VersionConflict`, `LeaseHeld`, and `IllegalTransition` when no decision stands.
        """
        claim = self._claim_to_change(claim_id, expected_version, actor, now)
        return self._undo(claim, actor.name, now, to_state)

    def carry_undo(
        self, claim_id: str, *, undone_by: str, undone_at: datetime, to_state: ReviewState
    ) -> StoredDecision:
        """Take back here what somebody took back on the same words in another text; ends whatever lease.

        Raises `NotFound`, and `IllegalTransition` when no decision stands.
        """
        return self._undo(self._locked(claim_id), undone_by, undone_at, to_state)

    def decisions_of(self, claim_ids: Sequence[str]) -> dict[str, tuple[StoredDecision, ...]]:
        """Decisions per claim, oldest first, undone ones included; every asked id is a key. Two queries."""
        found: dict[str, list[StoredDecision]] = {claim_id: [] for claim_id in claim_ids}
        query = select(DecisionRow).where(col(DecisionRow.claim_id).in_(list(found)))
        rows = self._session.scalars(query.order_by(col(DecisionRow.id))).all()
        cited = self._cited([row.id for row in rows])
        for row in rows:
            found[row.claim_id].append(_decision(row, cited[row.id]))
        return {claim_id: tuple(decisions) for claim_id, decisions in found.items()}

    def _stand(self, claim: ClaimRow, row: DecisionRow, references: tuple[Reference, ...]) -> StoredDecision:
        self._session.add(row)
        self._session.flush()
        cited = [
            {
                "decision_id": row.id,
                "position": position,
                "reference_id": reference.id,
                "reference_version": reference.version,
                "snapshot": reference,
            }
            for position, reference in enumerate(references)
        ]
        if cited:
            self._session.execute(insert(DecisionReferenceRow), cited)
        claim.decision_id = row.id
        self._move(claim, row.to_state)
        return _decision(row, references)

    def _undo(self, claim: ClaimRow, by: str, at: datetime, to_state: ReviewState) -> StoredDecision:
        row = self._session.scalar(select(DecisionRow).where(col(DecisionRow.id) == claim.decision_id))
        if row is None:
            raise IllegalTransition("There is no decision to undo on this claim.")
        row.undone_at, row.undone_by = at, by
        claim.decision_id = None
        self._move(claim, to_state)
        return _decision(row, self._cited([row.id])[row.id])

    def _locked(self, claim_id: str) -> ClaimRow:
        claim = self._session.scalar(select(ClaimRow).where(col(ClaimRow.id) == claim_id).with_for_update())
        if claim is None:
            raise NotFound("There is no claim with this id.")
        return claim

    def _claim_to_change(self, claim_id: str, expected_version: int, actor: Actor, now: datetime) -> ClaimRow:
        claim = self._locked(claim_id)
        lease = lease_of(claim.lease_holder_id, claim.lease_holder_name, claim.lease_expires_at)
        if lease is not None and lease.active(now) and lease.holder_id != actor.id:
            raise LeaseHeld(f"{lease.holder_name} is working on this claim.")
        if claim.version != expected_version:
            raise VersionConflict("This claim has changed since you opened it. Look at it again.")
        return claim

    def _move(self, claim: ClaimRow, state: ReviewState) -> None:
        if state is ReviewState.LEASED:
            raise ValueError("a lease is stored apart from the state below it")
        claim.review_state = state
        claim.version += 1
        claim.lease_holder_id = claim.lease_holder_name = claim.lease_expires_at = None
        self._session.flush()

    def _references(self, ids: Sequence[str]) -> tuple[Reference, ...]:
        wanted = list(dict.fromkeys(ids))
        known = references_by_id(self._session, wanted)
        for id_ in wanted:
            if id_ not in known:
                raise InvalidInput("One of the references is not there any more.", field="reference_ids")
        return tuple(known[id_] for id_ in wanted)

    def _cited(self, decision_ids: Sequence[str]) -> dict[str, tuple[Reference, ...]]:
        found: dict[str, list[Reference]] = {decision_id: [] for decision_id in decision_ids}
        query = (
            select(col(DecisionReferenceRow.decision_id), col(DecisionReferenceRow.snapshot))
            .where(col(DecisionReferenceRow.decision_id).in_(list(found)))
            .order_by(col(DecisionReferenceRow.position))
        )
        for decision_id, reference in self._session.execute(query):
            found[decision_id].append(reference)
        return {decision_id: tuple(references) for decision_id, references in found.items()}


def _row(
    claim_id: str,
    decision: Decision | StoredDecision,
    status: MachineStatus,
    states: tuple[ReviewState, ReviewState],
    by: tuple[str, str],
    at: datetime,
) -> DecisionRow:
    """A standing decision: what the machine said then, the states before and after, by whom (id, name)."""
    return DecisionRow(
        id=new_id(),
        claim_id=claim_id,
        disposition=decision.disposition,
        note=decision.note,
        wording=decision.wording,
        status=status,
        score=0.0,
        scored_with=None,
        from_state=states[0],
        to_state=states[1],
        actor_id=by[0],
        actor_name=by[1],
        at=at,
        undone_at=None,
        undone_by=None,
    )


def _decision(row: DecisionRow, references: tuple[Reference, ...]) -> StoredDecision:
    return StoredDecision(
        id=row.id,
        claim_id=row.claim_id,
        disposition=row.disposition,
        note=row.note,
        wording=row.wording,
        references=references,
        status=row.status,
        from_state=row.from_state,
        to_state=row.to_state,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        at=row.at,
        undone_by=row.undone_by,
        undone_at=row.undone_at,
        score=row.score,
        scored_with=row.scored_with or "",
    )
