"""What people decided about claims. A decision is never changed; taking it back is recorded beside it."""

from collections.abc import Sequence
from datetime import datetime

from factcheck.domain.people import Actor
from factcheck.domain.review import Decision, ReviewState
from factcheck.store.records import StoredDecision


class DecisionRepository:
    """Records decisions under optimistic versions."""

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
    ) -> StoredDecision:
        """Store a decision as the standing one, set the claim's state and end its lease.

        Raises `NotFound`, `VersionConflict` when the claim is not at `expected_version`, `LeaseHeld` when
        somebody else holds it, `InvalidInput(field="reference_ids")` for an unknown reference.
        """
        raise NotImplementedError

    def undo_decision(
        self, claim_id: str, *, expected_version: int, to_state: ReviewState, actor: Actor, now: datetime
    ) -> StoredDecision:
        """Mark the standing decision as taken back and set the claim's state.

        Raises `NotFound`, `VersionConflict`, `LeaseHeld`, `IllegalTransition` when no decision stands.
        """
        raise NotImplementedError

    def decisions_of(self, claim_ids: Sequence[str]) -> dict[str, tuple[StoredDecision, ...]]:
        """Decisions per claim, oldest first, undone ones included; every asked id is a key. Two queries."""
        raise NotImplementedError
