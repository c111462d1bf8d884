"""Checking an article: text to claims to evidence to status, stored all at once or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from textwrap import shorten

from factcheck.claims.extract import Extractor
from factcheck.desk.carrying import carry_decisions, take_back_too
from factcheck.desk.clearing import ClearingDesk
from factcheck.desk.library import Library
from factcheck.desk.reading import article_line, article_report
from factcheck.desk.rechecking import Judged, judge_again
from factcheck.desk.reports import ArticleLine, ArticleReport
from factcheck.desk.weighing import Weighing
from factcheck.domain.articles import Document
from factcheck.domain.errors import InvalidInput, TooLarge
from factcheck.domain.people import Actor
from factcheck.store.engine import Store
from factcheck.store.records import Listing, StoredArticle
from factcheck.store.unit_of_work import UnitOfWork

_LONGEST_FIELD = 500
_TITLE_CHARS = 70
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 8999
"""A moment at the very ends of the calendar cannot be shown in every time zone."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An article handed in for a check.

    `source_app` and `source_id` are the submitting program's own key of the article: a later text under the
    same key is a new revision of it, and so is a text with the `article_id` of a known article. With neither,
    the same text again is the same article.
    """

    document: Document
    source_app: str = ""
    source_id: str = ""
    desk: str = ""
    author: str = ""
    deadline: datetime | None = None
    article_id: str = ""

    def __post_init__(self) -> None:
        for field in ("source_app", "source_id", "desk", "author"):
            value = getattr(self, field)
            if len(value) > _LONGEST_FIELD or not value.isprintable():
                raise InvalidInput(
                    f"This field takes at most {_LONGEST_FIELD} printable characters.", field=field
                )
        _refuse_odd_year(self.deadline, "deadline")
        _refuse_odd_year(self.document.published_at, "published_at")


class CheckDesk:
    """Checks articles and reports what was found.

    The models run before the transaction is opened, so that a check holds no lock while it thinks; a process
    that dies in the middle leaves nothing behind.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        extractor: Extractor,
        weighing: Weighing,
        clearing: ClearingDesk,
        clock: Callable[[], datetime],
        *,
        evidence_per_claim: int,
        max_claims: int,
    ) -> None:
        self._store = store
        self._library = library
        self._extractor = extractor
        self._weighing = weighing
        self._clearing = clearing
        self._clock = clock
        self._evidence_per_claim = evidence_per_claim
        self._max_claims = max_claims

    def check(self, submission: Submission, actor: Actor) -> ArticleReport:
        """Check a text and report it.

        Raises `ModelFailed` where a model cannot run, `TooLarge` for more claims than anybody could work
        through; then nothing is stored.

        The same text of the same article again is judged anew: people's decisions stay, and a claim on which
        the machine now says something else than when a person decided is opened again; claims that are no
        longer found are withdrawn where nobody had decided on them. In a new text, and in an earlier one that
        is current again, claims whose quoted words and attribution did not change have the decisions that
        stood in the text before.
        """
        document = self._dated(submission)
        extraction = self._extractor.extract(document)
        if len(extraction.claims) > self._max_claims:
            raise TooLarge(
                f"The text makes {len(extraction.claims):,} claims; the limit is {self._max_claims:,}. "
                "Check it in parts.",
                field="text",
            )
        vectors = self._library.encode(extraction.claims)
        claims = self._weighing.weigh(extraction.claims, vectors)
        clearing = self._clearing.current()
        now = self._clock()
        judgements = self._library.judge(
            claims, vectors, document, self._evidence_per_claim, now.date(), clearing
        )
        judged = [Judged(c, self._clearing.sampled(c, j)) for c, j in zip(claims, judgements, strict=True)]
        found_by = f"{self._extractor.version}+{self._weighing.version}"
        versions = replace(self._library.versions(clearing), extraction=found_by)
        with self._store.transaction() as tx:
            article = self._article(tx, submission, now)
            revision = tx.articles.revision_with_hash(article.id, document.content_sha256)
            if revision is None:
                earlier = article.current_revision_id
                revision = tx.articles.add_revision(article.id, document, now=now)
                tx.claims.add_all(revision.id, [one.draft() for one in judged])
                if earlier is not None:
                    carry_decisions(tx, earlier, revision.id, actor, now)
            else:
                tx.articles.make_current(article.id, revision.id)
                revision = tx.articles.redate(revision.id, document.published_at)
                judge_again(tx, revision.id, judged, actor, now)
                if article.current_revision_id not in (None, revision.id):
                    take_back_too(tx, article.id, revision.id, actor, now)
                    carry_decisions(tx, article.current_revision_id, revision.id, actor, now)
            tx.articles.replace_coverage(revision.id, extraction.coverage)
            check = tx.articles.add_check(revision.id, versions, actor=actor, now=now)
            tx.audit.append(
                "article.checked",
                subject_type="article",
                subject_id=article.id,
                actor=actor,
                now=now,
                detail={
                    "check": check.id,
                    "revision": revision.number,
                    "content_sha256": document.content_sha256,
                    "claims": len(judged),
                },
            )
            report = article_report(tx, tx.articles.get(article.id), revision, now)
            tx.commit()
        return report

    def known(self, source_app: str, source_id: str) -> bool:
        """Whether an article is stored under this key."""
        with self._store.reading() as tx:
            return tx.articles.find(source_app, source_id) is not None

    def report(self, check_id: str) -> ArticleReport:
        """The revision that this check was about, as it stands now; raises `NotFound`."""
        with self._store.reading() as tx:
            revision = tx.articles.revision_by_id(tx.articles.check(check_id).revision_id)
            return article_report(tx, tx.articles.get(revision.article_id), revision, self._clock())

    def article(self, article_id: str, revision: int | None = None) -> ArticleReport:
        """A revision of an article, the current one by default; raises `NotFound`."""
        with self._store.reading() as tx:
            article = tx.articles.get(article_id)
            return article_report(tx, article, tx.articles.revision(article_id, revision), self._clock())

    def articles(self, *, limit: int = 50, cursor: str | None = None) -> Listing[ArticleLine]:
        """Articles in their current text, the newest check first."""
        with self._store.reading() as tx:
            listing = tx.articles.page(limit=limit, cursor=cursor)
        return Listing(tuple(article_line(s) for s in listing.items), listing.total, listing.next_cursor)

    def _dated(self, submission: Submission) -> Document:
        """The submitted text; sent again without its date, it keeps the one it was judged by before."""
        document = submission.document
        if document.published_at is not None:
            return document
        with self._store.reading() as tx:
            article = _known_article(tx, submission)
            known = tx.articles.revision_with_hash(article.id, document.content_sha256) if article else None
        return replace(document, published_at=known.document.published_at) if known else document

    def _article(self, tx: UnitOfWork, submission: Submission, now: datetime) -> StoredArticle:
        title = _title(submission.document)
        written_by = _author(submission.document)
        known = _known_article(tx, submission)
        if known is None:
            return tx.articles.add(
                title=title,
                source_app=submission.source_app,
                source_id=submission.source_id,
                desk=submission.desk,
                author=submission.author or written_by,
                deadline=submission.deadline,
                now=now,
            )
        # What a repeated submission leaves out is not meant to be erased.
        return tx.articles.update_details(
            known.id,
            title=title,
            desk=submission.desk or known.desk,
            author=submission.author or known.author or written_by,
            deadline=submission.deadline or known.deadline,
        )


def _refuse_odd_year(moment: datetime | None, field: str) -> None:
    if moment is not None and not _EARLIEST_YEAR <= moment.year <= _LATEST_YEAR:
        raise InvalidInput(f"The year has to be from {_EARLIEST_YEAR} to {_LATEST_YEAR}.", field=field)


def _title(document: Document) -> str:
    """The headline, or the first words of a text without one, so that lists can tell it from others."""
    start = document.text.strip()[: 2 * _TITLE_CHARS]
    # A first word longer than a title is all that `shorten` would drop.
    words = shorten(start, _TITLE_CHARS, placeholder=" …")
    return document.title or (words if words != "…" else start[:_TITLE_CHARS])


def _author(document: Document) -> str:
    """Who wrote the text, as the file itself says; "" where it does not."""
    named = document.author or ""
    return named if named.isprintable() and len(named) <= _LONGEST_FIELD else ""


def _known_article(tx: UnitOfWork, submission: Submission) -> StoredArticle | None:
    if submission.article_id:
        return tx.articles.get(submission.article_id)
    if submission.source_id:
        return tx.articles.find(submission.source_app, submission.source_id)
    return tx.articles.find_unnamed(submission.document.content_sha256)
