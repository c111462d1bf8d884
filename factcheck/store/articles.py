"""Articles, their revisions, checks and coverage."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVarTuple

from sqlalchemy import Select, and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from factcheck.domain.articles import Document, Span
from factcheck.domain.claims import CoverageItem
from factcheck.domain.errors import AlreadyExists, InvalidInput, NotFound
from factcheck.domain.evidence import Versions
from factcheck.domain.people import Actor
from factcheck.store.claim_rows import states_of_revisions
from factcheck.store.cursors import Key, Moment, cursor_after, page_size, place_of
from factcheck.store.ids import new_id
from factcheck.store.locks import lock_name
from factcheck.store.records import (
    ArticleSummary,
    Listing,
    RevisionSummary,
    StoredArticle,
    StoredCheck,
    StoredRevision,
)
from factcheck.store.tables import ArticleRow, CheckRow, CoverageItemRow, RevisionRow

Columns = TypeVarTuple("Columns")

LONGEST_KEY = 1_000
"""Bytes of a submitter's key, and of its program's name; PostgreSQL's index takes no more of both."""


class ArticleRepository:
    """Articles by id, by the submitting program's key, and by text."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, source_app: str, source_id: str) -> StoredArticle | None:
        """The article that this program knows under `source_id` (not empty).

        In a writing unit of work nobody else can add one under the same key until this one ends.
        """
        _refuse_long_key(source_app, source_id)
        lock_name(self._session, "article", source_app, source_id)
        query = (
            select(ArticleRow)
            .where(col(ArticleRow.source_app) == source_app)
            .where(col(ArticleRow.source_id) == source_id)
        )
        row = self._session.scalar(query)
        return _article(row) if row else None

    def find_unnamed(self, content_sha256: str) -> StoredArticle | None:
        """The newest article without a `source_id` whose current text has this hash.

        In a writing unit of work nobody else gets past this point for the same hash until this one ends.
        """
        lock_name(self._session, "text", content_sha256)
        query = (
            select(ArticleRow)
            .join(RevisionRow, col(RevisionRow.id) == col(ArticleRow.current_revision_id))
            .where(col(RevisionRow.content_sha256) == content_sha256)
            .where(col(ArticleRow.source_id).is_(None))
            .order_by(col(ArticleRow.id).desc())
        )
        row = self._session.scalar(query.limit(1))
        return _article(row) if row else None

    def get(self, article_id: str) -> StoredArticle:
        """The article; raises `NotFound`."""
        return _article(self._row(article_id))

    def add(
        self,
        *,
        title: str,
        source_app: str = "",
        source_id: str = "",
        desk: str = "",
        author: str = "",
        deadline: datetime | None = None,
        now: datetime,
    ) -> StoredArticle:
        """A new article without a text yet; raises `AlreadyExists` for a known (source_app, source_id)."""
        if source_id and self.find(source_app, source_id):
            raise AlreadyExists("There is an article under this key already.", field="source_id")
        row = ArticleRow(
            id=new_id(),
            title=title,
            source_app=source_app,
            source_id=source_id or None,
            desk=desk,
            author=author,
            deadline=deadline,
            created_at=now,
            current_revision_id=None,
            checked_at=None,
        )
        self._session.add(row)
        self._session.flush()
        return _article(row)

    def update_details(
        self, article_id: str, *, title: str, desk: str, author: str, deadline: datetime | None
    ) -> StoredArticle:
        """Replace what is said about the article; raises `NotFound`."""
        row = self._row(article_id)
        row.title, row.desk, row.author, row.deadline = title, desk, author, deadline
        self._session.flush()
        return _article(row)

    def add_revision(self, article_id: str, document: Document, *, now: datetime) -> StoredRevision:
        """A new text, numbered one above the newest; it becomes the current one. Raises `NotFound`."""
        article = self._row(article_id, to_change=True)
        newest = select(func.max(RevisionRow.number)).where(col(RevisionRow.article_id) == article_id)
        row = RevisionRow(
            id=new_id(),
            article_id=article_id,
            number=(self._session.scalar(newest) or 0) + 1,
            content_sha256=document.content_sha256,
            title=document.title,
            text=document.text,
            blocks=document.blocks,
            media_type=document.media_type,
            published_at=document.published_at,
            author=document.author,
            created_at=now,
        )
        self._session.add(row)
        self._session.flush()
        article.current_revision_id = row.id
        self._session.flush()
        return _revision(row)

    def make_current(self, article_id: str, revision_id: str) -> None:
        """Go back to a text the article had before; raises `NotFound` for a revision of another article."""
        article = self._row(article_id, to_change=True)
        if self.revision_by_id(revision_id).article_id != article_id:
            raise NotFound("This article has no such revision.")
        article.current_revision_id = revision_id
        self._session.flush()

    def revision(self, article_id: str, number: int | None = None) -> StoredRevision:
        """The numbered revision, or the current one; raises `NotFound`."""
        query = select(RevisionRow).where(col(RevisionRow.article_id) == article_id)
        if number is None:
            query = query.join(ArticleRow, col(ArticleRow.current_revision_id) == col(RevisionRow.id))
        else:
            query = query.where(col(RevisionRow.number) == number)
        return self._one_revision(query)

    def revision_by_id(self, revision_id: str) -> StoredRevision:
        """The revision; raises `NotFound`."""
        return self._one_revision(select(RevisionRow).where(col(RevisionRow.id) == revision_id))

    def revision_with_hash(self, article_id: str, content_sha256: str) -> StoredRevision | None:
        """The article's newest revision with exactly this text, if it has one."""
        query = (
            select(RevisionRow)
            .where(col(RevisionRow.article_id) == article_id)
            .where(col(RevisionRow.content_sha256) == content_sha256)
            .order_by(col(RevisionRow.number).desc())
        )
        row = self._session.scalar(query.limit(1))
        return _revision(row) if row else None

    def revisions(self, article_id: str) -> tuple[RevisionSummary, ...]:
        """All revisions, newest first, without their texts."""
        query = (
            select(
                col(RevisionRow.id),
                col(RevisionRow.number),
                col(RevisionRow.content_sha256),
                col(RevisionRow.created_at),
                col(CheckRow.id),
                col(CheckRow.created_at),
            )
            .select_from(RevisionRow)
            .outerjoin(CheckRow, col(CheckRow.id) == _newest_check(col(RevisionRow.id)))
            .where(col(RevisionRow.article_id) == article_id)
            .order_by(col(RevisionRow.number).desc())
        )
        return tuple(
            RevisionSummary(id_, article_id, number, sha, created_at, check_id, checked_at)
            for id_, number, sha, created_at, check_id, checked_at in self._session.execute(query)
        )

    def add_check(self, revision_id: str, versions: Versions, *, actor: Actor, now: datetime) -> StoredCheck:
        """Record that the machine has judged this revision; raises `NotFound`."""
        article = self._row(self.revision_by_id(revision_id).article_id)
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
            ArticleSummary(_article(article), number, sha, check_id, checked_at, claims[revision_id])
            for article, revision_id, number, sha, check_id, checked_at in shown
        )
        last = items[-1].article if len(found) > size else None
        return Listing(
            items=items,
            total=self._session.scalar(_checked(select(func.count()))) or 0,
            next_cursor=cursor_after(last.checked_at, last.id) if last else None,
        )

    def _row(self, article_id: str, *, to_change: bool = False) -> ArticleRow:
        query = select(ArticleRow).where(col(ArticleRow.id) == article_id)
        row = self._session.scalar(query.with_for_update() if to_change else query)
        if row is None:
            raise NotFound("There is no article with this id.")
        return row

    def _one_revision(self, query: Select[RevisionRow]) -> StoredRevision:
        row = self._session.scalar(query)
        if row is None:
            raise NotFound("There is no such revision.")
        return _revision(row)


def _checked(query: Select[*Columns]) -> Select[*Columns]:
    """`query` over articles, each with its current revision and that revision's newest check."""
    return (
        query.select_from(ArticleRow)
        .join(RevisionRow, col(RevisionRow.id) == col(ArticleRow.current_revision_id))
        .join(CheckRow, col(CheckRow.id) == _newest_check(col(RevisionRow.id)))
        .where(col(ArticleRow.checked_at).is_not(None))
    )


def _newest_check(revision_id: Any) -> Any:
    check = aliased(CheckRow)
    newest = select(func.max(check.id)).where(col(check.revision_id) == revision_id)
    return newest.correlate(RevisionRow).scalar_subquery()


def _refuse_long_key(source_app: str, source_id: str) -> None:
    for field, value in (("source_app", source_app), ("source_id", source_id)):
        if len(value.encode("utf-8", "replace")) > LONGEST_KEY:
            raise InvalidInput(f"This key has more than {LONGEST_KEY:,} bytes.", field=field)


def _article(row: ArticleRow) -> StoredArticle:
    return StoredArticle(
        id=row.id,
        title=row.title,
        source_app=row.source_app,
        source_id=row.source_id or "",
        desk=row.desk,
        author=row.author,
        deadline=row.deadline,
        created_at=row.created_at,
        current_revision_id=row.current_revision_id,
        checked_at=row.checked_at,
    )


def _revision(row: RevisionRow) -> StoredRevision:
    return StoredRevision(
        id=row.id,
        article_id=row.article_id,
        number=row.number,
        document=Document(
            text=row.text,
            title=row.title,
            blocks=row.blocks,
            published_at=row.published_at,
            author=row.author,
            media_type=row.media_type,
        ),
        created_at=row.created_at,
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
