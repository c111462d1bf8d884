"""Checks of revisions: what the machine ran with, what it left out, and the list of checked articles."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVarTuple

from sqlalchemy import Select, and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.articles import Span
from factcheck.domain.claims import CoverageItem
from factcheck.domain.errors import NotFound
from factcheck.domain.evidence import Versions
from factcheck.domain.people import Actor
from factcheck.store.articles import article_of, newest_check
from factcheck.store.claim_rows import states_of_revisions
from factcheck.store.cursors import Key, Moment, cursor_after, page_size, place_of
from factcheck.store.ids import new_id
from factcheck.store.records import ArticleSummary, Listing, StoredCheck
from factcheck.store.tables import ArticleRow, CheckRow, CoverageItemRow, RevisionRow

Columns = TypeVarTuple("Columns")


class CheckRepository:
    """Checks by id and by revision."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_check(self, revision_id: str, versions: Versions, *, actor: Actor, now: datetime) -> StoredCheck:
        """Record that the machine has judged this revision; raises `NotFound`."""
        article = self._session.scalar(
            select(ArticleRow)
            .join(RevisionRow, col(RevisionRow.article_id) == col(ArticleRow.id))
            .where(col(RevisionRow.id) == revision_id)
            .with_for_update(of=ArticleRow)
        )
        if article is None:
            raise NotFound("There is no such revision.")
        row = CheckRow(
            id=new_id(),
            revision_id=revision_id,
            actor_id=actor.id,
            actor_name=actor.name,
            created_at=now,
            versions=versions,
        )
        self._session.add(row)
        article.checked_at = now
        self._session.flush()
        return _check(row)

    def check(self, check_id: str) -> StoredCheck:
        """The check; raises `NotFound`."""
        row = self._session.scalar(select(CheckRow).where(col(CheckRow.id) == check_id))
        if row is None:
            raise NotFound("There is no check with this id.")
        return _check(row)

    def latest_check(self, revision_id: str) -> StoredCheck | None:
        """The newest check of this revision."""
        query = select(CheckRow).where(col(CheckRow.revision_id) == revision_id)
        row = self._session.scalar(query.order_by(col(CheckRow.id).desc()).limit(1))
        return _check(row) if row else None

    def replace_coverage(self, revision_id: str, items: Sequence[CoverageItem]) -> None:
        """Store what was left out of the claims, instead of what was stored before."""
        self._session.execute(delete(CoverageItemRow).where(col(CoverageItemRow.revision_id) == revision_id))
        rows = [
            {
                "revision_id": revision_id,
                "position": position,
                "span_start": item.span.start,
                "span_end": item.span.end,
                "quote": item.quote,
                "trigger": item.trigger,
                "reason": item.reason,
            }
            for position, item in enumerate(items)
        ]
        if rows:
            self._session.execute(insert(CoverageItemRow), rows)

    def coverage(self, revision_id: str) -> tuple[CoverageItem, ...]:
        """What was left out of the claims, in the order it was stored."""
        query = (
            select(CoverageItemRow)
            .where(col(CoverageItemRow.revision_id) == revision_id)
            .order_by(col(CoverageItemRow.position))
        )
        return tuple(
            CoverageItem(Span(row.span_start, row.span_end), row.quote, row.trigger, row.reason)
            for row in self._session.scalars(query)
        )

    def page(self, *, limit: int = 50, cursor: str | None = None) -> Listing[ArticleSummary]:
        """Articles whose current revision is checked, the newest check first, in three queries.

        Raises `InvalidInput` for a bad cursor.
        """
        size = page_size(limit)
        query = _checked(
            select(
                ArticleRow,
                col(RevisionRow.id),
                col(RevisionRow.number),
                col(RevisionRow.content_sha256),
                col(CheckRow.id),
                col(CheckRow.created_at),
            )
        )
        if cursor is not None:
            at, id_ = place_of(cursor, tuple[Moment, Key])
            checked = col(ArticleRow.checked_at)
            query = query.where(or_(checked < at, and_(checked == at, col(ArticleRow.id) < id_)))
        query = query.order_by(col(ArticleRow.checked_at).desc(), col(ArticleRow.id).desc())
        found = list(self._session.execute(query.limit(size + 1)))
        shown = found[:size]
        claims = states_of_revisions(self._session, [row[1] for row in shown])
        items = tuple(
            ArticleSummary(article_of(article), number, sha, check_id, checked_at, claims[revision_id])
            for article, revision_id, number, sha, check_id, checked_at in shown
        )
        last = items[-1].article if len(found) > size else None
        return Listing(
            items=items,
            total=self._session.scalar(_checked(select(func.count()))) or 0,
            next_cursor=cursor_after(last.checked_at, last.id) if last else None,
        )


def _checked(query: Select[*Columns]) -> Select[*Columns]:
    """`query` over articles, each with its current revision and that revision's newest check."""
    return (
        query.select_from(ArticleRow)
        .join(RevisionRow, col(RevisionRow.id) == col(ArticleRow.current_revision_id))
        .join(CheckRow, col(CheckRow.id) == newest_check(col(RevisionRow.id)))
        .where(col(ArticleRow.checked_at).is_not(None))
    )


def _check(row: CheckRow) -> StoredCheck:
    return StoredCheck(
        id=row.id,
        revision_id=row.revision_id,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        created_at=row.created_at,
        versions=row.versions,
    )
