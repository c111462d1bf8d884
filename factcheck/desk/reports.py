"""What the desk tells pages, the API and the command line: plain values, read in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from factcheck.domain.articles import Block, Span
from factcheck.domain.claims import Claim, CoverageItem
from factcheck.domain.evidence import (
    Disagreement,
    Evidence,
    InsideFinding,
    MachineStatus,
    OtherClaim,
    Reference,
    Versions,
)
from factcheck.domain.people import Role, Scope
from factcheck.domain.policy import Gate
from factcheck.domain.review import OPEN_STATES, Disposition, Lease, ReviewState
from factcheck.store.records import Listing, QueuedClaim, QueueTally


@dataclass(frozen=True, slots=True)
class DecisionReport:
    """One recorded decision. `undone_at` is set once it has been taken back."""

    id: str
    disposition: Disposition
    note: str
    wording: str
    references: tuple[Reference, ...]
    by: str
    at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One audit event in words: who did what to the claim, and when."""

    at: datetime
    by: str
    action: str
    detail: str


@dataclass(frozen=True, slots=True)
class OtherReport:
    """Another claim of the article that a claim is at odds with; `claim_id` is None once it is withdrawn."""

    other: OtherClaim
    quote: str
    claim_id: str | None


@dataclass(frozen=True, slots=True)
class InsideReport:
    """What the article says against a claim, with the other claims; none where its own sum is wrong."""

    finding: InsideFinding
    others: tuple[OtherReport, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimReport:
    """A claim with everything that is known of it.

    `is_current` is false for a claim of an older text, on which nobody decides any more.
    `score` and `sampled` are those of the judgement. `context` is the whole paragraph around the claim, at
    `context_span` of the article's text. `version` rises with every change and has to be sent back with a
    decision. `decision` is the standing one, if any.
    """

    id: str
    article_id: str
    article_title: str
    revision_number: int
    claim: Claim
    status: MachineStatus
    cleared: bool
    reason: str
    evidence: tuple[Evidence, ...]
    state: ReviewState
    version: int
    priority: int
    priority_reasons: tuple[str, ...]
    context: str
    context_span: Span
    is_current: bool = True
    deadline: datetime | None = None
    score: float = 0.0
    sampled: bool = False
    lease: Lease | None = None
    decision: DecisionReport | None = None
    decisions: tuple[DecisionReport, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    inside: tuple[InsideReport, ...] = ()
    disagreement: Disagreement | None = None

    @property
    def open(self) -> bool:
        """Whether people still have something to do here."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One text of an article."""

    number: int
    content_sha256: str
    check_id: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """Claims of one revision by machine status, and how many people have settled or still have to."""

    supported: int = 0
    conflicting: int = 0
    unmatched: int = 0
    cleared: int = 0
    resolved: int = 0
    open: int = 0

    @property
    def claims(self) -> int:
        """All claims."""
        return self.supported + self.conflicting + self.unmatched


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One revision of an article as checked: text, claims in text order, coverage, and the gate."""

    article_id: str
    check_id: str
    title: str
    desk: str
    author: str
    published_at: datetime | None
    deadline: datetime | None
    revision_number: int
    content_sha256: str
    is_current: bool
    text: str
    blocks: tuple[Block, ...]
    claims: tuple[ClaimReport, ...]
    coverage: tuple[CoverageItem, ...]
    counts: Counts
    gate: Gate
    versions: Versions
    checked_at: datetime
    checked_by: str
    revisions: tuple[RevisionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list, in its current revision."""

    article_id: str
    check_id: str
    title: str
    desk: str
    author: str
    deadline: datetime | None
    checked_at: datetime
    revision_number: int
    counts: Counts
    gate: Gate


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Open claims, most urgent first."""

    page: Listing[QueuedClaim]
    counts: QueueTally


@dataclass(frozen=True, slots=True)
class Taken:
    """The outcome of "next": a claim under a lease, or none and how many are held by others."""

    claim: ClaimReport | None
    held_by_others: int


@dataclass(frozen=True, slots=True)
class ReferenceUse:
    """A claim that has a reference among its evidence or its decision."""

    claim_id: str
    article_id: str
    article_title: str
    quote: str
    relation: str
    state: ReviewState


@dataclass(frozen=True, slots=True)
class ReferenceReport:
    """A reference with the claims that used it."""

    reference: Reference
    added_at: datetime
    added_by: str
    uses: tuple[ReferenceUse, ...] = ()


@dataclass(frozen=True, slots=True)
class RowError:
    """One row of an import that was left out. `line` counts from 1 as an editor shows it."""

    line: int
    field: str | None
    message: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. Rows that were there already, word for word, count as `unchanged`."""

    added: int
    updated: int
    unchanged: int
    errors: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class NewReference:
    """A reference as somebody enters it; `key` is the natural key, made from the text when empty."""

    text: str
    publisher: str
    title: str
    url: str
    kind: str = "secondary"
    published_at: date | None = None
    as_of: date | None = None
    valid_until: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class UserReport:
    """A person with an account."""

    id: str
    username: str
    name: str
    role: Role
    active: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class KeyReport:
    """An API key without its secret; `prefix` tells it from others."""

    id: str
    name: str
    prefix: str
    scopes: frozenset[Scope]
    created_at: datetime
    created_by: str
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key just made. `secret` is shown this once and stored only as a hash."""

    report: KeyReport
    secret: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One event of the audit log."""

    sequence: int
    at: datetime
    actor: str
    action: str
    subject: str
    detail: Mapping[str, object] = field(default_factory=dict)
