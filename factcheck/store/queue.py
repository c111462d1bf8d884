"""The queue of open claims, and the leases under which people hold them."""

from datetime import datetime

from factcheck.store.records import Listing, QueuedClaim, QueueQuery, QueueTally


class QueueRepository:
    """Open claims of current revisions, most urgent first.

    Order: priority descending, deadline ascending (none last), then age. A lease holds while
    `now < expires_at`.
    """

    def queue(
        self, query: QueueQuery = QueueQuery(), *, now: datetime, limit: int = 50, cursor: str | None = None
    ) -> Listing[QueuedClaim]:
        """A stretch of the queue; raises `InvalidInput` for a bad cursor."""
        raise NotImplementedError

    def queue_counts(self, *, now: datetime, holder_id: str) -> QueueTally:
        """The whole queue in numbers, as `holder_id` sees it."""
        raise NotImplementedError

    def held_by_others(self, *, now: datetime, holder_id: str) -> int:
        """How many claims of the queue others hold."""
        raise NotImplementedError

    def take_next(self, holder_id: str, holder_name: str, *, now: datetime, expires_at: datetime) -> str | None:
        """Lease the most urgent claim that nobody else holds, and return its id; None when there is none.

        A person who holds one already gets that one again, with the new end.
        """
        raise NotImplementedError

    def take(
        self, claim_id: str, holder_id: str, holder_name: str, *, now: datetime, expires_at: datetime
    ) -> bool:
        """Lease this open claim; False when somebody else holds it or it is not open."""
        raise NotImplementedError

    def renew(self, claim_id: str, holder_id: str, *, now: datetime, expires_at: datetime) -> bool:
        """Move the lease's end; False when the claim was taken by another since, decided or released.

        A lease that has run out but was taken by nobody else is renewed.
        """
        raise NotImplementedError

    def release(self, claim_id: str, holder_id: str) -> bool:
        """Give the claim back; False, and nothing changes, when this person does not hold it."""
        raise NotImplementedError
