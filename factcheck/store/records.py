"""What repositories take and give: frozen values, never table rows.

Every `datetime` is aware and in UTC. Every `id` is the store's own 26-character key unless said otherwise.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.articles import Document
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement, MachineStatus, Reference, Relation, Source, Versions
from factcheck.domain.people import Role, Scope
from factcheck.domain.policy import ClaimState
from factcheck.domain.review import OPEN_STATES, Disposition, Lease, ReviewState

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """A stretch of a longer list; `next_cursor` is None at its end, `total` counts the whole list."""

    items: tuple[Item, ...]
    total: int
    next_cursor: str | None = None


# Articles


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article. `source_id` is the submitting program's own key, empty where it gave none.

    `current_revision_id` is None only between `add` and the first `add_revision`; `checked_at` is the time of
    the newest check of any of its revisions.
    """

    id: str
    title: str
    source_app: str
    source_id: str
    desk: str
    author: str
    deadline: datetime | None
    created_at: datetime
    current_revision_id: str | None
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One exact text of an article; `number` counts from 1."""

    id: str
    article_id: str
    number: int
    document: Document
    created_at: datetime


@dataclass(frozen=True, slots=True)
class RevisionSummary:
    """A revision without its text, with its newest check (None where none was stored)."""

    id: str
    article_id: str
    number: int
    content_sha256: str
    created_at: datetime
    check_id: str | None
    checked_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """One run of the machine over a revision, and with what it ran."""

    id: str
    revision_id: str
    actor_id: str
    actor_name: str
    created_at: datetime
    versions: Versions


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list: its current revision, that revision's newest check, and all its claims' states.

    `claims` are in text order; a leased claim shows the state below its lease.
    """

    article: StoredArticle
    revision_number: int
    content_sha256: str
    check_id: str
    checked_at: datetime
    claims: tuple[ClaimState, ...]


# Claims


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim with its judgement, ready to be stored. `state` is never `LEASED`."""

    claim: Claim
    judgement: Judgement
    state: ReviewState
    priority: int = 0
    priority_reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim, the machine's judgement of it, and where it is at the desk.

    The references in `judgement.evidence` read as they did when the claim was judged, whatever became of them
    since. `state` is the state below a lease, never `LEASED`; `lease` may have run out. `decision_id` is the
    standing decision. `version` rises with every judgement and decision, not with leases.
    """

    id: str
    revision_id: str
    position: int
    claim: Claim
    judgement: Judgement
    state: ReviewState
    priority: int
    priority_reasons: tuple[str, ...]
    version: int
    lease: Lease | None
    decision_id: str | None

    def state_at(self, now: datetime) -> ReviewState:
        """The state people see at `now`: `LEASED` while somebody holds the open claim."""
        return shown_state(self.state, self.lease, now)

    def active_lease(self, now: datetime) -> Lease | None:
        """The lease, if it still holds at `now`."""
        return self.lease if self.lease is not None and self.lease.active(now) else None


def shown_state(state: ReviewState, lease: Lease | None, now: datetime) -> ReviewState:
    """`LEASED` for an open claim under an active lease, otherwise `state`."""
    held = lease is not None and lease.active(now)
    return ReviewState.LEASED if held and state in OPEN_STATES else state


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """Which open claims: every field that is set must match.

    `text` is looked for in the claim's quote and wording, whatever the case. `holder_id` keeps only what this
    person holds under an active lease.
    """

    status: MachineStatus | None = None
    article_id: str = ""
    text: str = ""
    holder_id: str = ""


@dataclass(frozen=True, slots=True)
class QueuedClaim:
    """An open claim of a current revision. `state` and `lease` are as of the `now` that was asked for."""

    id: str
    article_id: str
    article_title: str
    desk: str
    deadline: datetime | None
    quote: str
    text: str
    status: MachineStatus
    state: ReviewState
    reason: str
    priority: int
    priority_reasons: tuple[str, ...]
    lease: Lease | None


@dataclass(frozen=True, slots=True)
class QueueTally:
    """The whole queue in numbers. `mine` are leased by the asking person, `others` by anybody else."""

    open: int
    conflicting: int
    unmatched: int
    reopened: int
    mine: int
    others: int


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """What somebody decided about a claim, and what the machine said at that moment.

    `references` read as they did when the decision was taken. `scored_with` names the versions by which the
    claim had its `score`; it is empty where they are not known.
    """

    id: str
    claim_id: str
    disposition: Disposition
    note: str
    wording: str
    references: tuple[Reference, ...]
    status: MachineStatus
    from_state: ReviewState
    to_state: ReviewState
    actor_id: str
    actor_name: str
    at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None
    score: float = 0.0
    scored_with: str = ""


@dataclass(frozen=True, slots=True)
class ScoredDecision:
    """A decision on a claim that the machine had scored; 0 where something kept it from passing.

    `key` is equal for the same words of one article, in whatever text of it.
    """

    key: tuple[str, str]
    score: float
    disposition: Disposition
    undone: bool


@dataclass(frozen=True, slots=True)
class ReferenceUseRecord:
    """A claim of a current revision that has a reference among its evidence or its standing decision.

    `relation` is None where only a decision names the reference; `decided` says whether one does.
    """

    claim_id: str
    article_id: str
    article_title: str
    quote: str
    relation: Relation | None
    decided: bool
    state: ReviewState
    lease: Lease | None


# References


class Outcome(StrEnum):
    """What storing a reference came to."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """A reference ready to be stored under its natural `key`."""

    key: str
    text: str
    source: Source
    as_of: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Upserted:
    """What became of one entry; `before` is what was stored under its key until then."""

    reference_id: str
    outcome: Outcome
    before: ReferenceEntry | None = None


@dataclass(frozen=True, slots=True)
class ReferenceIndexing:
    """What the machine computed from a reference: its embeddings and its profile.

    `vector` is that of the text, which a claim is compared with; `titled` that of the text under the title of
    its source, by which it is found. Both have the encoder's dimension and unit length, float32. `profile` is
    JSON text.
    """

    reference_id: str
    encoder: str
    vector: NDArray[np.float32]
    titled: NDArray[np.float32]
    profile: str
    profile_version: str


@dataclass(frozen=True, slots=True)
class StoredReference:
    """A reference with who added it."""

    reference: Reference
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True, eq=False)
class IndexedReference:
    """A reference with what was computed from it; None where it still has to be."""

    reference: Reference
    encoder: str | None
    vector: NDArray[np.float32] | None
    profile: str | None
    profile_version: str | None


# People


@dataclass(frozen=True, slots=True)
class StoredUser:
    """A person with an account. `username` is casefolded; `demo` accounts open nothing outside demo mode."""

    id: str
    username: str
    name: str
    password_hash: str
    role: Role
    demo: bool
    active: bool
    created_at: datetime


@dataclass(frozen=True, slots=True)
class StoredKey:
    """An API key; of its secret only a hash is known."""

    id: str
    name: str
    prefix: str
    secret_hash: str
    scopes: frozenset[Scope]
    created_at: datetime
    created_by: str
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A sign-in that holds until `expires_at`."""

    token_hash: str
    user_id: str
    created_at: datetime
    expires_at: datetime


# Audit


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """One event of the audit log. `detail` is canonical JSON text; hashes are lower-case hexadecimal."""

    sequence: int
    at: datetime
    actor_id: str
    actor_name: str
    action: str
    subject_type: str
    subject_id: str
    detail: str
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """The outcome of walking the audit chain.

    `events` counts the good ones; `broken_at` is the first sequence that does not fit, `head` the last good
    hash.
    """

    events: int
    broken_at: int | None
    head: str
