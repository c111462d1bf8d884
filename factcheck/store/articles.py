"""Articles, their revisions, checks and coverage."""

from collections.abc import Sequence
from datetime import datetime

from factcheck.domain.articles import Document
from factcheck.domain.claims import CoverageItem
from factcheck.domain.evidence import Versions
from factcheck.domain.people import Actor
from factcheck.store.records import (
    ArticleSummary,
    Listing,
    RevisionSummary,
    StoredArticle,
    StoredCheck,
    StoredRevision,
)


class ArticleRepository:
    """Articles by id, by the submitting program's key, and by text. `get`-like methods raise `NotFound`."""

    def find(self, source_app: str, source_id: str) -> StoredArticle | None:
        """The article that this program knows under `source_id` (not empty).

        In a writing unit of work nobody else can add one under the same key until this one ends.
        """
        raise NotImplementedError

    def find_unnamed(self, content_sha256: str) -> StoredArticle | None:
        """The newest article without a `source_id` whose current text has this hash."""
        raise NotImplementedError

    def get(self, article_id: str) -> StoredArticle:
        """The article; raises `NotFound`."""
        raise NotImplementedError

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
        raise NotImplementedError

    def update_details(
        self, article_id: str, *, title: str, desk: str, author: str, deadline: datetime | None
    ) -> StoredArticle:
        """Replace what is said about the article; raises `NotFound`."""
        raise NotImplementedError

    def add_revision(self, article_id: str, document: Document, *, now: datetime) -> StoredRevision:
        """A new text, numbered one above the newest; it becomes the current one."""
        raise NotImplementedError

    def make_current(self, article_id: str, revision_id: str) -> None:
        """Go back to a text the article had before; raises `NotFound` for a revision of another article."""
        raise NotImplementedError

    def revision(self, article_id: str, number: int | None = None) -> StoredRevision:
        """The numbered revision, or the current one; raises `NotFound`."""
        raise NotImplementedError

    def revision_by_id(self, revision_id: str) -> StoredRevision:
        """The revision; raises `NotFound`."""
        raise NotImplementedError

    def revision_with_hash(self, article_id: str, content_sha256: str) -> StoredRevision | None:
        """The article's newest revision with exactly this text, if it has one."""
        raise NotImplementedError

    def revisions(self, article_id: str) -> tuple[RevisionSummary, ...]:
        """All revisions, newest first, without their texts."""
        raise NotImplementedError

    def add_check(self, revision_id: str, versions: Versions, *, actor: Actor, now: datetime) -> StoredCheck:
        """Record that the machine has judged this revision."""
        raise NotImplementedError

    def check(self, check_id: str) -> StoredCheck:
        """The check; raises `NotFound`."""
        raise NotImplementedError

    def latest_check(self, revision_id: str) -> StoredCheck | None:
        """The newest check of this revision."""
        raise NotImplementedError

    def replace_coverage(self, revision_id: str, items: Sequence[CoverageItem]) -> None:
        """Store what was left out of the claims, instead of what was stored before."""
        raise NotImplementedError

    def coverage(self, revision_id: str) -> tuple[CoverageItem, ...]:
        """What was left out of the claims, in text order."""
        raise NotImplementedError

    def page(self, *, limit: int = 50, cursor: str | None = None) -> Listing[ArticleSummary]:
        """Checked articles, the newest check first; raises `InvalidInput` for a bad cursor."""
        raise NotImplementedError
