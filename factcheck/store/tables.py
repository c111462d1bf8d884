"""The tables. Rows stay inside `store/`: repositories hand out the values of `records.py`.

There are no relationships: every repository says which queries it runs. Two pairs of tables point at each
other (article and revision, claim and decision); the pointer back is added once both exist.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    UniqueConstraint,
)
from sqlmodel import Field, SQLModel

from factcheck.domain.articles import Block
from factcheck.domain.claims import Attribution, ClaimKind, CoverageReason, CoverageTrigger, Fill
from factcheck.domain.evidence import (
    Disagreement,
    Finding,
    InsideFinding,
    MachineStatus,
    Reference,
    Relation,
    SourceKind,
    Versions,
)
from factcheck.domain.people import Role, Scope
from factcheck.domain.review import Disposition, ReviewState
from factcheck.store.ids import LENGTH
from factcheck.store.types import JsonOf, PlainText, UtcDateTime, by_value

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name that a repository or a later migration can rely on."""


class Row(SQLModel):
    """The base of all tables, with a catalogue of its own."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def _id() -> Any:
    return Field(sa_column=Column(PlainText(LENGTH), primary_key=True))


def _to(target: str, *, key: bool = False, optional: bool = False, later: bool = False) -> Any:
    """A pointer to another row; `later` where the two tables point at each other."""
    pointer = ForeignKey(target, use_alter=later)
    return Field(sa_column=Column(PlainText(LENGTH), pointer, primary_key=key, nullable=optional))


def _column(kind: Any, *, optional: bool = False, key: bool = False) -> Any:
    return Field(sa_column=Column(kind, primary_key=key, nullable=optional, autoincrement=False))


class ArticleRow(Row, table=True):
    """An article as its newest submission describes it."""

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("source_app", "source_id"),
        UniqueConstraint("current_revision_id"),
        Index(None, "checked_at", "id"),
    )

    id: str = _id()
    title: str = _column(PlainText)
    source_app: str = _column(PlainText)
    # NULL where the submitter gave no key of their own, so that any number of those may stand side by side.
    source_id: str | None = _column(PlainText, optional=True)
    desk: str = _column(PlainText)
    author: str = _column(PlainText)
    deadline: datetime | None = _column(UtcDateTime, optional=True)
    created_at: datetime = _column(UtcDateTime)
    current_revision_id: str | None = _to("revision.id", optional=True, later=True)
    checked_at: datetime | None = _column(UtcDateTime, optional=True)


class RevisionRow(Row, table=True):
    """One exact text of an article; never changed."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("article_id", "number"), Index(None, "article_id", "content_sha256"))

    id: str = _id()
    article_id: str = _to("article.id")
    number: int = _column(Integer)
    content_sha256: str = _column(PlainText(64))
    title: str = _column(PlainText)
    text: str = _column(PlainText)
    blocks: tuple[Block, ...] = _column(JsonOf(tuple[Block, ...]))
    media_type: str = _column(PlainText)
    published_at: datetime | None = _column(UtcDateTime, optional=True)
    author: str | None = _column(PlainText, optional=True)
    created_at: datetime = _column(UtcDateTime)


class CheckRow(Row, table=True):
    """One run of the machine over a revision."""

    __tablename__ = "article_check"
    __table_args__ = (Index(None, "revision_id", "id"),)

    id: str = _id()
    revision_id: str = _to("revision.id")
    actor_id: str = _column(PlainText)
    actor_name: str = _column(PlainText)
    created_at: datetime = _column(UtcDateTime)
    versions: Versions = _column(JsonOf(Versions))


class CoverageItemRow(Row, table=True):
    """A piece of a revision that is in no claim."""

    __tablename__ = "coverage_item"

    revision_id: str = _to("revision.id", key=True)
    position: int = _column(Integer, key=True)
    span_start: int = _column(Integer)
    span_end: int = _column(Integer)
    quote: str = _column(PlainText)
    trigger: CoverageTrigger = _column(by_value(CoverageTrigger))
    reason: CoverageReason = _column(by_value(CoverageReason))


class ClaimRow(Row, table=True):
    """A claim, the machine's newest judgement of it, and its place at the desk.

    `review_state` is never "leased": a claim is that while its lease holds, with no process to end it.
    """

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("revision_id", "position"),
        Index(None, "review_state", "priority"),
        Index(None, "lease_holder_id"),
    )

    id: str = _id()
    revision_id: str = _to("revision.id")
    position: int = _column(Integer)
    span_start: int = _column(Integer)
    span_end: int = _column(Integer)
    quote: str = _column(PlainText)
    text: str = _column(PlainText)
    # Quote and wording, casefolded: SQLite's own LIKE knows only the case of A to Z.
    folded: str = _column(PlainText)
    kind: ClaimKind = _column(by_value(ClaimKind))
    attribution: Attribution | None = _column(JsonOf(Attribution), optional=True)
    doubt: str | None = _column(PlainText, optional=True)
    worthiness: float = _column(Float)
    worthiness_reasons: tuple[str, ...] = _column(JsonOf(tuple[str, ...]))
    fills: tuple[Fill, ...] = _column(JsonOf(tuple[Fill, ...]))
    people: tuple[str, ...] = _column(JsonOf(tuple[str, ...]))
    status: MachineStatus = _column(by_value(MachineStatus))
    cleared: bool = _column(Boolean)
    reason: str = _column(PlainText)
    score: float = _column(Float)
    sampled: bool = _column(Boolean)
    inside: tuple[InsideFinding, ...] = _column(JsonOf(tuple[InsideFinding, ...]))
    disagreement: Disagreement | None = _column(JsonOf(Disagreement), optional=True)
    review_state: ReviewState = _column(by_value(ReviewState))
    priority: int = _column(Integer)
    priority_reasons: tuple[str, ...] = _column(JsonOf(tuple[str, ...]))
    version: int = _column(Integer)
    lease_holder_id: str | None = _column(PlainText, optional=True)
    lease_holder_name: str | None = _column(PlainText, optional=True)
    lease_expires_at: datetime | None = _column(UtcDateTime, optional=True)
    decision_id: str | None = _to("decision.id", optional=True, later=True)


class EvidenceRow(Row, table=True):
    """A reference held against a claim. `snapshot` is the reference as it read then."""

    __tablename__ = "evidence"
    __table_args__ = (Index(None, "reference_id"),)

    claim_id: str = _to("claim.id", key=True)
    rank: int = _column(Integer, key=True)
    reference_id: str = _to("reference.id")
    reference_version: int = _column(Integer)
    snapshot: Reference = _column(JsonOf(Reference))
    similarity: float = _column(Float)
    relation: Relation = _column(by_value(Relation))
    p_supports: float = _column(Float)
    p_contradicts: float = _column(Float)
    findings: tuple[Finding, ...] = _column(JsonOf(tuple[Finding, ...]))
    copies: tuple[Reference, ...] = _column(JsonOf(tuple[Reference, ...]))


class DecisionRow(Row, table=True):
    """What a person decided; only `undone_at` and `undone_by` are ever filled in later.

    `scored_with` names the versions by which the claim had its score, be that 0; NULL where they are not
    known, so that nothing can be learnt from the decision.
    """

    __tablename__ = "decision"
    __table_args__ = (
        Index(None, "claim_id"),
        Index(None, "scored_with", "id"),
        Index(None, "scored_with", "undone_at"),
    )

    id: str = _id()
    claim_id: str = _to("claim.id")
    disposition: Disposition = _column(by_value(Disposition))
    note: str = _column(PlainText)
    wording: str = _column(PlainText)
    status: MachineStatus = _column(by_value(MachineStatus))
    score: float = _column(Float)
    scored_with: str | None = _column(PlainText, optional=True)
    from_state: ReviewState = _column(by_value(ReviewState))
    to_state: ReviewState = _column(by_value(ReviewState))
    actor_id: str = _column(PlainText)
    actor_name: str = _column(PlainText)
    at: datetime = _column(UtcDateTime)
    undone_at: datetime | None = _column(UtcDateTime, optional=True)
    undone_by: str | None = _column(PlainText, optional=True)


class DecisionReferenceRow(Row, table=True):
    """A reference that a decision rests on, as it read then."""

    __tablename__ = "decision_reference"
    __table_args__ = (Index(None, "reference_id"),)

    decision_id: str = _to("decision.id", key=True)
    position: int = _column(Integer, key=True)
    reference_id: str = _to("reference.id")
    reference_version: int = _column(Integer)
    snapshot: Reference = _column(JsonOf(Reference))


class SourceRow(Row, table=True):
    """Where references come from."""

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("publisher", "title", "url"),)

    id: str = _id()
    publisher: str = _column(PlainText)
    title: str = _column(PlainText)
    url: str = _column(PlainText)
    kind: SourceKind = _column(by_value(SourceKind))
    published_at: date | None = _column(Date, optional=True)


class ReferenceRow(Row, table=True):
    """A verified statement. `origin` repeats publisher and title for the word search."""

    __tablename__ = "reference"
    __table_args__ = (UniqueConstraint("id"), UniqueConstraint("key"), Index(None, "source_id"))

    # The word index of SQLite points at whole numbers that have to survive a VACUUM.
    serial: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True, autoincrement=True))
    id: str = _column(PlainText(LENGTH))
    key: str = _column(PlainText)
    text: str = _column(PlainText)
    origin: str = _column(PlainText)
    source_id: str = _to("source.id")
    as_of: date | None = _column(Date, optional=True)
    valid_until: date | None = _column(Date, optional=True)
    superseded_by: str | None = _to("reference.id", optional=True)
    version: int = _column(Integer)
    added_at: datetime = _column(UtcDateTime)
    added_by: str = _column(PlainText)


class ReferenceIndexRow(Row, table=True):
    """What the machine computed from a reference; may be thrown away and made again.

    `embedding` is that of the statement, `titled` that of the statement under its source's title, both
    little-endian float32; `profile` is JSON text.
    """

    __tablename__ = "reference_index"

    reference_id: str = _to("reference.id", key=True)
    encoder: str = _column(PlainText)
    embedding: bytes = _column(LargeBinary)
    titled: bytes = _column(LargeBinary)
    profile: str = _column(PlainText)
    profile_version: str = _column(PlainText)


class GenerationRow(Row, table=True):
    """Counts the changes of a kind of record, so that what was built from them knows when it is old."""

    __tablename__ = "generation"

    kind: str = _column(PlainText(20), key=True)
    number: int = _column(Integer)


class UserRow(Row, table=True):
    """A person with an account; `username` is casefolded."""

    __tablename__ = "user_account"
    __table_args__ = (UniqueConstraint("username"),)

    id: str = _id()
    username: str = _column(PlainText)
    name: str = _column(PlainText)
    password_hash: str = _column(PlainText)
    role: Role = _column(by_value(Role))
    demo: bool = _column(Boolean)
    active: bool = _column(Boolean)
    created_at: datetime = _column(UtcDateTime)


class KeyRow(Row, table=True):
    """An API key."""

    __tablename__ = "api_key"
    __table_args__ = (UniqueConstraint("prefix"),)

    id: str = _id()
    name: str = _column(PlainText)
    prefix: str = _column(PlainText)
    secret_hash: str = _column(PlainText)
    scopes: frozenset[Scope] = _column(JsonOf(frozenset[Scope]))
    created_at: datetime = _column(UtcDateTime)
    created_by: str = _column(PlainText)
    last_used_at: datetime | None = _column(UtcDateTime, optional=True)
    revoked_at: datetime | None = _column(UtcDateTime, optional=True)


class SessionRow(Row, table=True):
    """A sign-in; the token itself is never stored."""

    __tablename__ = "user_session"
    __table_args__ = (Index(None, "user_id"), Index(None, "expires_at"))

    token_hash: str = _column(PlainText, key=True)
    user_id: str = _to("user_account.id")
    created_at: datetime = _column(UtcDateTime)
    expires_at: datetime = _column(UtcDateTime)


class AuditEventRow(Row, table=True):
    """One link of the audit chain; the database refuses to change or delete it."""

    __tablename__ = "audit_event"
    __table_args__ = (Index(None, "subject_type", "subject_id", "sequence"),)

    sequence: int = _column(Integer, key=True)
    at: datetime = _column(UtcDateTime)
    actor_id: str = _column(PlainText)
    actor_name: str = _column(PlainText)
    action: str = _column(PlainText)
    subject_type: str = _column(PlainText)
    subject_id: str = _column(PlainText)
    # Text and not JSON, because the hash is over exactly these characters.
    detail: str = _column(PlainText)
    previous_hash: str = _column(PlainText(64))
    hash: str = _column(PlainText(64))
