"""The queue of open claims, and the leases under which people hold them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypeVarTuple

from sqlalchemy import Select, and_, case, func, or_, select, update
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import col

from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import OPEN_STATES, ReviewState
from factcheck.store.claim_rows import lease_of
from factcheck.store.cursors import Key, Moment, Number, cursor_after, page_size, place_of
from factcheck.store.locks import lock_name
from factcheck.store.records import Listing, QueuedClaim, QueueQuery, QueueTally, shown_state
from factcheck.store.tables import ArticleRow, ClaimRow

_NEVER = datetime(9000, 1, 1, tzinfo=UTC)
"""Sorts articles without a deadline behind all that have one."""

Columns = TypeVarTuple("Columns")

EVERYTHING = QueueQuery()
"""No filter."""

_OPEN = sorted(OPEN_STATES - {ReviewState.LEASED})


class QueueRepository:
    """Open claims of current revisions, most urgent first.

    Order: priority descending, deadline ascending (none last), then age. A lease holds while
    `now < expires_at`.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def queue(
        self,
        query: QueueQuery = EVERYTHING,
        *,
        now: datetime,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Listing[QueuedClaim]:
        """A stretch of the queue in two queries; raises `InvalidInput` for a bad cursor."""
        size = page_size(limit)
        conditions = _conditions(query, now)
        wanted = _open(select(ClaimRow, ArticleRow)).where(*conditions)
        if cursor is not None:
            wanted = wanted.where(_behind(*place_of(cursor, tuple[Number, Moment, Key])))
        found = list(self._session.execute(wanted.order_by(*_urgency(ClaimRow)).limit(size + 1)))
        items = tuple(_queued(claim, article, now) for claim, article in found[:size])
        last = items[-1] if len(found) > size else None
        return Listing(
            items=items,
            total=self._session.scalar(_open(select(func.count())).where(*conditions)) or 0,
            next_cursor=cursor_after(last.priority, last.deadline or _NEVER, last.id) if last else None,
        )

    def queue_counts(self, *, now: datetime, holder_id: str) -> QueueTally:
        """The whole queue in numbers, as `holder_id` sees it, in one query."""
        held = col(ClaimRow.lease_expires_at) > now
        mine = col(ClaimRow.lease_holder_id) == holder_id
        query = _open(
            select(
                func.count(),
                _count_of(col(ClaimRow.status) == MachineStatus.CONFLICTING),
                _count_of(col(ClaimRow.status) == MachineStatus.UNMATCHED),
                _count_of(col(ClaimRow.review_state) == ReviewState.REOPENED),
                _count_of(and_(held, mine)),
                _count_of(and_(held, ~mine)),
            )
        )
        return QueueTally(*self._session.execute(query).one())

    def held_by_others(self, *, now: datetime, holder_id: str) -> int:
        """How many claims of the queue others hold."""
        return self.queue_counts(now=now, holder_id=holder_id).others

    def take_next(
        self, holder_id: str, holder_name: str, *, now: datetime, expires_at: datetime
    ) -> str | None:
        """Lease the most urgent claim that nobody else holds, and return its id; None when there is none.

        A person who holds one already gets that one again, with the new end. One statement picks and takes,
        so that no two people can ever get the same claim.
        """
        # Two windows of one person must not get two claims.
        lock_name(self._session, "holder", holder_id)
        claim = aliased(ClaimRow)
        mine = and_(col(claim.lease_holder_id) == holder_id, col(claim.lease_expires_at) > now)
        pick = (
            _open(select(col(claim.id)), claim)
            .where(_free(claim, holder_id, now))
            .order_by(case((mine, 0), else_=1), *_urgency(claim))
            .limit(1)
            # On PostgreSQL a claim that somebody is just taking is passed over instead of waited for.
            .with_for_update(of=claim, skip_locked=True)
        )
        take = _change_lease(
            lease_holder_id=holder_id,
            lease_holder_name=holder_name,
            lease_expires_at=_ahead(expires_at, now),
        ).where(col(ClaimRow.id) == pick.scalar_subquery())
        return self._session.scalar(take)

    def take(
        self, claim_id: str, holder_id: str, holder_name: str, *, now: datetime, expires_at: datetime
    ) -> bool:
        """Lease this open claim; False when somebody else holds it or it is not open."""
        take = (
            _change_lease(
                lease_holder_id=holder_id,
                lease_holder_name=holder_name,
                lease_expires_at=_ahead(expires_at, now),
            )
            .where(col(ClaimRow.id) == claim_id)
            .where(col(ClaimRow.review_state).in_(_OPEN))
            .where(_free(ClaimRow, holder_id, now))
        )
        return self._session.scalar(take) is not None

    def renew(self, claim_id: str, holder_id: str, *, now: datetime, expires_at: datetime) -> bool:
        """Move the lease's end; False when the claim was taken by another since, decided or released.

        A lease that has run out but was taken by nobody else is renewed: the person is still at it.
        """
        renewal = (
            _change_lease(lease_expires_at=_ahead(expires_at, now))
            .where(col(ClaimRow.id) == claim_id)
            .where(col(ClaimRow.lease_holder_id) == holder_id)
            .where(col(ClaimRow.review_state).in_(_OPEN))
        )
        return self._session.scalar(renewal) is not None

    def release(self, claim_id: str, holder_id: str) -> bool:
        """Give the claim back; False, and nothing changes, when this person does not hold it."""
        release = (
            _change_lease(lease_holder_id=None, lease_holder_name=None, lease_expires_at=None)
            .where(col(ClaimRow.id) == claim_id)
            .where(col(ClaimRow.lease_holder_id) == holder_id)
        )
        return self._session.scalar(release) is not None


def _change_lease(**values: Any) -> ReturningUpdate[str]:
    # Every select reads rows anew (see `unit_of_work`), so the update need not tell the session.
    change = update(ClaimRow).values(**values).execution_options(synchronize_session=False)
    return change.returning(col(ClaimRow.id))


def _ahead(expires_at: datetime, now: datetime) -> datetime:
    if expires_at <= now:
        raise ValueError("a lease has to end after it begins")
    return expires_at


def _open(query: Select[*Columns], claim: Any = ClaimRow) -> Select[*Columns]:
    """`query` over open claims with their articles. Claims of superseded revisions are nobody's work."""
    return (
        query.select_from(claim)
        .join(ArticleRow, col(ArticleRow.current_revision_id) == claim.revision_id)
        .where(claim.review_state.in_(_OPEN))
    )


def _free(claim: Any, holder_id: str, now: datetime) -> Any:
    """Not under somebody else's active lease."""
    return or_(
        claim.lease_expires_at.is_(None), claim.lease_expires_at <= now, claim.lease_holder_id == holder_id
    )


def _deadline() -> Any:
    return func.coalesce(col(ArticleRow.deadline), _NEVER)


def _urgency(claim: Any) -> Sequence[Any]:
    return claim.priority.desc(), _deadline(), claim.id


def _behind(priority: int, deadline: datetime, id_: str) -> Any:
    """Further down the queue than this place."""
    later = or_(_deadline() > deadline, and_(_deadline() == deadline, col(ClaimRow.id) > id_))
    return or_(col(ClaimRow.priority) < priority, and_(col(ClaimRow.priority) == priority, later))


def _conditions(query: QueueQuery, now: datetime) -> list[Any]:
    conditions: list[Any] = []
    if query.status is not None:
        conditions.append(col(ClaimRow.status) == query.status)
    if query.article_id:
        conditions.append(col(ArticleRow.id) == query.article_id)
    if query.text:
        conditions.append(col(ClaimRow.folded).contains(query.text.casefold(), autoescape=True))
    if query.holder_id:
        conditions.append(col(ClaimRow.lease_holder_id) == query.holder_id)
        conditions.append(col(ClaimRow.lease_expires_at) > now)
    return conditions


def _count_of(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _queued(claim: ClaimRow, article: ArticleRow, now: datetime) -> QueuedClaim:
    lease = lease_of(claim.lease_holder_id, claim.lease_holder_name, claim.lease_expires_at)
    active = lease if lease is not None and lease.active(now) else None
    return QueuedClaim(
        id=claim.id,
        article_id=article.id,
        article_title=article.title,
        desk=article.desk,
        deadline=article.deadline,
        quote=claim.quote,
        text=claim.text,
        status=claim.status,
        state=shown_state(claim.review_state, active, now),
        reason=claim.reason,
        priority=claim.priority,
        priority_reasons=claim.priority_reasons,
        lease=active,
    )
