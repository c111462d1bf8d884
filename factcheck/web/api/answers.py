"""Whole answers of the API: a check, lists of articles, queue and references, an import."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from factcheck.desk import reports
from factcheck.domain.evidence import MachineStatus, Reference
from factcheck.domain.policy import Conclusion
from factcheck.domain.review import ReviewState
from factcheck.store import records
from factcheck.web.api.claim_shapes import (
    ClaimShape,
    ClearingShape,
    CountsShape,
    CoverageShape,
    GateShape,
    LeaseShape,
    ReasonShape,
    VersionsShape,
)
from factcheck.web.api.shapes import ReferenceShape


class RevisionShape(Struct, frozen=True):
    """The exact text that was checked: lower-case hexadecimal SHA-256 of its normalised UTF-8."""

    number: int
    content_sha256: str
    is_current: bool


class RevisionLineShape(Struct, frozen=True):
    """A text of the article, and the check of it."""

    number: int
    content_sha256: str
    check_id: str
    checked_at: datetime


class CheckResult(Struct, frozen=True):
    """One exact text as checked, with the state of every claim at the moment of asking.

    Publish only if `conclusion` is `pass` and `revision.content_sha256` is the hash of what you publish.
    `text` is the text that all offsets count in; `revisions` lists the article's texts, newest first.
    `clearing` says from which score on claims passed; null for a check of before it was recorded.
    """

    id: str
    article_id: str
    title: str
    desk: str
    author: str
    published_at: datetime | None
    deadline: datetime | None
    revision: RevisionShape
    status: Literal["completed"]
    conclusion: Conclusion
    policy: str
    reasons: list[ReasonShape]
    counts: CountsShape
    text: str
    claims: list[ClaimShape]
    coverage: list[CoverageShape]
    versions: VersionsShape
    clearing: ClearingShape | None
    checked_at: datetime
    checked_by: str
    revisions: list[RevisionLineShape]
    review_url: str

    @classmethod
    def of(cls, report: reports.ArticleReport, review_url: str) -> "CheckResult":
        """`report` for the API."""
        gate = GateShape.of(report.gate)
        return cls(
            id=report.check_id,
            article_id=report.article_id,
            title=report.title,
            desk=report.desk,
            author=report.author,
            published_at=report.published_at,
            deadline=report.deadline,
            revision=RevisionShape(report.revision_number, report.content_sha256, report.is_current),
            status="completed",
            conclusion=gate.conclusion,
            policy=gate.policy,
            reasons=gate.reasons,
            counts=CountsShape.of(report.counts),
            text=report.text,
            claims=[ClaimShape.of(claim) for claim in report.claims],
            coverage=[CoverageShape.of(item) for item in report.coverage],
            versions=VersionsShape.of(report.versions),
            clearing=ClearingShape.of(report.versions.clearing),
            checked_at=report.checked_at,
            checked_by=report.checked_by,
            revisions=[
                RevisionLineShape(r.number, r.content_sha256, r.check_id, r.checked_at)
                for r in report.revisions
            ],
            review_url=review_url,
        )


class ArticleListItem(Struct, frozen=True):
    """An article in its current revision."""

    id: str
    check_id: str
    title: str
    desk: str
    author: str
    deadline: datetime | None
    checked_at: datetime
    revision_number: int
    counts: CountsShape
    conclusion: Conclusion
    reasons: list[ReasonShape]

    @classmethod
    def of(cls, line: reports.ArticleLine) -> "ArticleListItem":
        """`line` for the API."""
        gate = GateShape.of(line.gate)
        return cls(
            line.article_id,
            line.check_id,
            line.title,
            line.desk,
            line.author,
            line.deadline,
            line.checked_at,
            line.revision_number,
            CountsShape.of(line.counts),
            gate.conclusion,
            gate.reasons,
        )


class ArticleList(Struct, frozen=True):
    """Articles, newest check first. `next_cursor` is the next stretch's `cursor`, null after the last."""

    items: list[ArticleListItem]
    total: int
    next_cursor: str | None

    @classmethod
    def of(cls, page: records.Listing[reports.ArticleLine]) -> "ArticleList":
        """`page` for the API."""
        return cls([ArticleListItem.of(line) for line in page.items], page.total, page.next_cursor)


class QueueItem(Struct, frozen=True):
    """A claim that people still have something to do with."""

    id: str
    article_id: str
    article_title: str
    desk: str
    deadline: datetime | None
    quote: str
    text: str
    status: MachineStatus
    review_state: ReviewState
    reason: str
    priority: int
    priority_reasons: list[str]
    lease: LeaseShape | None

    @classmethod
    def of(cls, line: records.QueuedClaim) -> "QueueItem":
        """`line` for the API."""
        return cls(
            line.id,
            line.article_id,
            line.article_title,
            line.desk,
            line.deadline,
            line.quote,
            line.text,
            line.status,
            line.state,
            line.reason,
            line.priority,
            list(line.priority_reasons),
            LeaseShape.of(line.lease),
        )


class QueueCountsShape(Struct, frozen=True):
    """The whole queue, whatever was asked for. `mine` and `others` are leased by the caller and by others."""

    open: int
    conflicting: int
    unmatched: int
    reopened: int
    mine: int
    others: int


class QueueList(Struct, frozen=True):
    """Open claims, most urgent first. `next_cursor` is the next stretch's `cursor`, null after the last."""

    items: list[QueueItem]
    total: int
    next_cursor: str | None
    counts: QueueCountsShape

    @classmethod
    def of(cls, found: reports.QueuePage) -> "QueueList":
        """`found` for the API."""
        counts = found.counts
        return cls(
            [QueueItem.of(line) for line in found.page.items],
            found.page.total,
            found.page.next_cursor,
            QueueCountsShape(
                counts.open,
                counts.conflicting,
                counts.unmatched,
                counts.reopened,
                counts.mine,
                counts.others,
            ),
        )


class ReferenceList(Struct, frozen=True):
    """References. `next_cursor` is the next stretch's `cursor`, null after the last."""

    items: list[ReferenceShape]
    total: int
    next_cursor: str | None

    @classmethod
    def of(cls, page: records.Listing[Reference]) -> "ReferenceList":
        """`page` for the API."""
        return cls([ReferenceShape.of(r) for r in page.items], page.total, page.next_cursor)


class ReferenceUseShape(Struct, frozen=True):
    """A claim that has the reference among its evidence or its decision."""

    claim_id: str
    article_id: str
    article_title: str
    quote: str
    relation: str
    review_state: ReviewState


class ReferenceDetail(Struct, frozen=True):
    """A reference with the claims that used it."""

    reference: ReferenceShape
    added_at: datetime
    added_by: str
    uses: list[ReferenceUseShape]

    @classmethod
    def of(cls, report: reports.ReferenceReport) -> "ReferenceDetail":
        """`report` for the API."""
        return cls(
            ReferenceShape.of(report.reference),
            report.added_at,
            report.added_by,
            [
                ReferenceUseShape(u.claim_id, u.article_id, u.article_title, u.quote, u.relation, u.state)
                for u in report.uses
            ],
        )


class RowErrorShape(Struct, frozen=True):
    """A row that was left out. `line` counts from 1 as an editor shows it."""

    line: int
    field: str | None
    message: str


class ImportResult(Struct, frozen=True):
    """What an import did. Rows that were there already, word for word, count as `unchanged`."""

    added: int
    updated: int
    unchanged: int
    errors: list[RowErrorShape]

    @classmethod
    def of(cls, report: reports.ImportReport) -> "ImportResult":
        """`report` for the API."""
        return cls(
            report.added,
            report.updated,
            report.unchanged,
            [RowErrorShape(e.line, e.field, e.message) for e in report.errors],
        )


class Health(Struct, frozen=True):
    """Whether the server works. While `warming`, it answers; the first check waits for the models."""

    status: Literal["warming", "ready", "failed"]
    version: str
