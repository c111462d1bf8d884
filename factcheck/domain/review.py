"""The review of a claim by people: states, dispositions, and which step leads where."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from factcheck.domain.errors import IllegalTransition, InvalidInput
from factcheck.domain.evidence import MachineStatus


class Disposition(StrEnum):
    """What a person decided about a claim."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ATTRIBUTED = "attributed"
    OPINION = "opinion"
    CUT = "cut"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"
    WAIVED = "waived"


class ReviewState(StrEnum):
    """Where a claim is on its way through the desk."""

    CLEARED = "cleared"
    QUEUED = "queued"
    LEASED = "leased"
    SECOND_READ = "second_read"
    ADJUDICATION = "adjudication"
    RESOLVED = "resolved"
    REOPENED = "reopened"


OPEN_STATES = frozenset(
    {
        ReviewState.QUEUED,
        ReviewState.LEASED,
        ReviewState.SECOND_READ,
        ReviewState.ADJUDICATION,
        ReviewState.REOPENED,
    }
)
"""States in which people still have something to do."""

NOTE_LIMIT = 4_000
"""Characters in a decision's note."""
WORDING_LIMIT = 4_000
"""Characters in the wording that a correction proposes."""
MOST_REFERENCES = 100
"""References that one decision may rest on."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about one claim, ready to be recorded.

    `reference_ids` are the references it rests on. `wording` is the proposed text of a correction.
    """

    disposition: Disposition
    note: str = ""
    reference_ids: tuple[str, ...] = ()
    wording: str = ""

    def __post_init__(self) -> None:
        if len(self.note) > NOTE_LIMIT:
            raise InvalidInput(f"A note has at most {NOTE_LIMIT:,} characters.", field="note")
        if len(self.wording) > WORDING_LIMIT:
            raise InvalidInput(f"A wording has at most {WORDING_LIMIT:,} characters.", field="wording")
        if len(self.reference_ids) > MOST_REFERENCES:
            raise InvalidInput(
                f"A decision rests on at most {MOST_REFERENCES} references.", field="reference_ids"
            )
        if self.disposition is Disposition.CONFIRMED and not self.reference_ids:
            raise InvalidInput(
                "“Confirmed” needs at least one reference that says so.", field="reference_ids"
            )
        if self.disposition is Disposition.WAIVED and not self.note.strip():
            raise InvalidInput("“Waived” needs a reason in the note.", field="note")
        if self.disposition is Disposition.CORRECTED and not self.wording.strip():
            raise InvalidInput("“Corrected” needs the wording that should stand.", field="wording")


@dataclass(frozen=True, slots=True)
class Lease:
    """A claim held by one person until `expires_at`."""

    holder_id: str
    holder_name: str
    expires_at: datetime

    def active(self, now: datetime) -> bool:
        """Whether the lease still holds at `now`."""
        return now < self.expires_at


def initial_state(*, cleared: bool) -> ReviewState:
    """Where a freshly judged claim starts."""
    return ReviewState.CLEARED if cleared else ReviewState.QUEUED


def after_decision(state: ReviewState) -> ReviewState:
    """The state after a person's decision; raises `IllegalTransition` where none is due."""
    if state is ReviewState.RESOLVED:
        raise IllegalTransition("This claim has been decided already. Undo that decision first.")
    return ReviewState.RESOLVED


def after_undo(state: ReviewState) -> ReviewState:
    """The state after a decision is taken back: open for people, whatever the machine had said."""
    if state is not ReviewState.RESOLVED:
        raise IllegalTransition("There is no decision to undo on this claim.")
    return ReviewState.REOPENED


def after_recheck(
    state: ReviewState,
    before: MachineStatus,
    after: MachineStatus,
    *,
    cleared: bool,
    reworded: bool = False,
    newly_at_odds: bool = False,
) -> ReviewState:
    """The state after the machine judged a known claim again.

    A person's decision is never overwritten: a resolved claim stays resolved while the machine says what it
    said when the person decided, and is reopened when it says something else, or (`reworded`) reads something
    else out of the quoted words, or (`newly_at_odds`) finds that the article itself contradicts the claim. A
    claim that a person opened stays open.
    """
    if state is ReviewState.RESOLVED:
        stands = before is after and not reworded and not newly_at_odds
        return ReviewState.RESOLVED if stands else ReviewState.REOPENED
    if state in (ReviewState.CLEARED, ReviewState.QUEUED):
        return initial_state(cleared=cleared)
    return state
