"""The state machine of a review, and what a decision needs."""

import pytest

from factcheck.domain.errors import IllegalTransition, InvalidInput
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import (
    MOST_REFERENCES,
    NOTE_LIMIT,
    WORDING_LIMIT,
    Decision,
    Disposition,
    ReviewState,
    after_decision,
    after_recheck,
    after_undo,
    initial_state,
)

S, C, U = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED


@pytest.mark.parametrize("state", [s for s in ReviewState if s is not ReviewState.RESOLVED])
def test_a_person_may_decide_any_claim_that_is_not_decided(state: ReviewState) -> None:
    assert after_decision(state) is ReviewState.RESOLVED


def test_a_decided_claim_is_not_decided_twice() -> None:
    with pytest.raises(IllegalTransition):
        after_decision(ReviewState.RESOLVED)


def test_undo_opens_the_claim_for_people() -> None:
    assert after_undo(ReviewState.RESOLVED) is ReviewState.REOPENED
    with pytest.raises(IllegalTransition):
        after_undo(ReviewState.QUEUED)


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        ({"disposition": Disposition.CONFIRMED}, "reference_ids"),
        ({"disposition": Disposition.WAIVED, "note": "  "}, "note"),
        ({"disposition": Disposition.CORRECTED, "note": "wrong"}, "wording"),
        ({"disposition": Disposition.CUT, "note": "x" * (NOTE_LIMIT + 1)}, "note"),
        ({"disposition": Disposition.CORRECTED, "wording": "x" * (WORDING_LIMIT + 1)}, "wording"),
        (
            {"disposition": Disposition.CONFIRMED, "reference_ids": ("x",) * (MOST_REFERENCES + 1)},
            "reference_ids",
        ),
    ],
)
def test_a_decision_without_what_it_needs_is_refused(decision: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Decision(**decision)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_the_machine_never_overwrites_a_person() -> None:
    assert after_recheck(ReviewState.RESOLVED, C, C, cleared=False) is ReviewState.RESOLVED
    assert after_recheck(ReviewState.RESOLVED, S, C, cleared=False) is ReviewState.REOPENED
    assert after_recheck(ReviewState.RESOLVED, C, S, cleared=True) is ReviewState.REOPENED


def test_a_claim_that_a_person_opened_stays_open_whatever_the_machine_says() -> None:
    assert after_recheck(ReviewState.REOPENED, C, S, cleared=True) is ReviewState.REOPENED


def test_an_untouched_claim_follows_the_machine() -> None:
    assert after_recheck(ReviewState.QUEUED, U, S, cleared=True) is ReviewState.CLEARED
    assert after_recheck(ReviewState.CLEARED, S, C, cleared=False) is ReviewState.QUEUED
    assert initial_state(cleared=True) is ReviewState.CLEARED
    assert initial_state(cleared=False) is ReviewState.QUEUED


def test_a_resolved_claim_that_is_worded_anew_is_opened_again() -> None:
    assert after_recheck(ReviewState.RESOLVED, C, C, cleared=False, reworded=True) is ReviewState.REOPENED
    assert after_recheck(ReviewState.QUEUED, U, S, cleared=True, reworded=True) is ReviewState.CLEARED
