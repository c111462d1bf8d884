"""Articles, their revisions, checks and coverage."""

from datetime import datetime
from typing import Any, TypeVarTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased
from sqlmodel import col

from factcheck.domain.articles import Document
from factcheck.domain.errors import AlreadyExists, InvalidInput, NotFound
from factcheck.store.cursors import LARGEST_NUMBER
from factcheck.store.ids import new_id
from factcheck.store.locks import lock_name
from factcheck.store.records import (
    RevisionSummary,
    StoredArticle,
    StoredRevision,
)
from factcheck.store.tables import ArticleRow, CheckRow, RevisionRow

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
        return article_of(row) if row else None

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
        return article_of(row) if row else None

    def get(self, article_id: str) -> StoredArticle:
        """The article; raises `NotFound`."""
        return article_of(self._row(article_id))

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
        return article_of(row)

    def update_details(
        self, article_id: str, *, title: str, desk: str, author: str, deadline: datetime | None
    ) -> StoredArticle:
        """Replace what is said about the article; raises `NotFound`.

        Nobody else can change the article or its texts until this unit of work ends.
        """
        row = self._row(article_id, to_change=True)
        row.title, row.desk, row.author, row.deadline = title, desk, author, deadline
        self._session.flush()
        return article_of(row)

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

    def redate(self, revision_id: str, published_at: datetime | None) -> StoredRevision:
        """Note the date that the text's claims are judged by from now on; raises `NotFound`."""
        row = self._session.scalar(select(RevisionRow).where(col(RevisionRow.id) == revision_id))
        if row is None:
            raise NotFound("There is no such revision.")
        row.published_at = published_at
        self._session.flush()
        return _revision(row)

    def revision(self, article_id: str, number: int | None = None) -> StoredRevision:
        """The numbered revision, or the current one; raises `NotFound`."""
        query = select(RevisionRow).where(col(RevisionRow.article_id) == article_id)
        if number is None:
            query = query.join(ArticleRow, col(ArticleRow.current_revision_id) == col(RevisionRow.id))
        else:
            query = query.where(col(RevisionRow.number) == max(0, min(number, LARGEST_NUMBER)))
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
            .outerjoin(CheckRow, col(CheckRow.id) == newest_check(col(RevisionRow.id)))
            .where(col(RevisionRow.article_id) == article_id)
            .order_by(col(RevisionRow.number).desc())
        )
        return tuple(
            RevisionSummary(id_, article_id, number, sha, created_at, check_id, checked_at)
            for id_, number, sha, created_at, check_id, checked_at in self._session.execute(query)
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


def newest_check(revision_id: Any) -> Any:
    """The id of the newest check of the revision in the outer query's row."""
    check = aliased(CheckRow)
    newest = select(func.max(check.id)).where(col(check.revision_id) == revision_id)
    return newest.correlate(RevisionRow).scalar_subquery()


def _refuse_long_key(source_app: str, source_id: str) -> None:
    for field, value in (("source_app", source_app), ("source_id", source_id)):
        if len(value.encode("utf-8", "replace")) > LONGEST_KEY:
            raise InvalidInput(f"This key has more than {LONGEST_KEY:,} bytes.", field=field)


def article_of(row: ArticleRow) -> StoredArticle:
    """The record of a row."""
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
