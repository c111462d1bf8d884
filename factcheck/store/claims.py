"""Claims with their evidence."""

from collections.abc import Sequence
from datetime import datetime

from factcheck.domain.evidence import Judgement
from factcheck.domain.policy import ClaimState
from factcheck.domain.review import ReviewState
from factcheck.store.records import ClaimDraft, ReferenceUseRecord, StoredClaim


class ClaimRepository:
    """Claims of revisions, the queue of open ones, leases and decisions.

    The queue and the leases are in `queue.py`, the decisions in `decisions.py`; a unit of work offers all of
    them as `tx.claims`.
    """

    def add_all(self, revision_id: str, drafts: Sequence[ClaimDraft]) -> tuple[StoredClaim, ...]:
        """Store the claims of a revision, in the order given."""
        raise NotImplementedError

    def of_revision(self, revision_id: str) -> tuple[StoredClaim, ...]:
        """All claims in text order, with evidence, in two queries."""
        raise NotImplementedError

    def get(self, claim_id: str) -> StoredClaim:
        """The claim with its evidence; raises `NotFound`."""
        raise NotImplementedError

    def states_of(self, revision_id: str) -> tuple[ClaimState, ...]:
        """What the gate needs of every claim, in text order, in one query."""
        raise NotImplementedError

    def rejudge(
        self,
        claim_id: str,
        judgement: Judgement,
        *,
        state: ReviewState,
        priority: int,
        priority_reasons: Sequence[str] = (),
    ) -> StoredClaim:
        """Replace the machine's judgement and its evidence; the version rises. Raises `NotFound`."""
        raise NotImplementedError

    def uses_of_reference(self, reference_id: str, *, limit: int = 100) -> tuple[ReferenceUseRecord, ...]:
        """Claims of current revisions that rest on or were held against this reference, newest first."""
        raise NotImplementedError
