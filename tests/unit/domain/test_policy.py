"""The gate: which states of the claims lead to which conclusion."""

import itertools

import pytest

from factcheck.domain.evidence import MachineStatus
from factcheck.domain.policy import ClaimState, Conclusion, ReasonCode, conclude
from factcheck.domain.review import Disposition, ReviewState

S, C, U = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED


def claim(
    status: MachineStatus, state: ReviewState, disposition: Disposition | None = None, id_: str = "c1"
) -> ClaimState:
    return ClaimState(id_, status, state, disposition)


def test_no_claims_is_a_hold_and_never_a_pass() -> None:
    gate = conclude([])
    assert gate.conclusion is Conclusion.HOLD
    assert [r.code for r in gate.reasons] == [ReasonCode.NO_CLAIMS]


def test_a_newer_text_makes_any_revision_stale() -> None:
    gate = conclude([claim(S, ReviewState.CLEARED)], is_current=False)
    assert gate.conclusion is Conclusion.STALE


def test_cleared_and_settled_claims_pass() -> None:
    gate = conclude(
        [
            claim(S, ReviewState.CLEARED),
            claim(C, ReviewState.RESOLVED, Disposition.ATTRIBUTED),
            claim(U, ReviewState.RESOLVED, Disposition.WAIVED),
        ]
    )
    assert gate.conclusion is Conclusion.PASS


@pytest.mark.parametrize(
    ("status", "state", "code"),
    [
        (C, ReviewState.QUEUED, ReasonCode.CONFLICT_OPEN),
        (C, ReviewState.LEASED, ReasonCode.CONFLICT_OPEN),
        (U, ReviewState.QUEUED, ReasonCode.UNMATCHED_OPEN),
        (S, ReviewState.QUEUED, ReasonCode.SUPPORT_OPEN),
        (U, ReviewState.REOPENED, ReasonCode.REOPENED),
        (S, ReviewState.SECOND_READ, ReasonCode.SUPPORT_OPEN),
        (C, ReviewState.ADJUDICATION, ReasonCode.CONFLICT_OPEN),
    ],
)
def test_an_open_claim_holds_and_names_itself(
    status: MachineStatus, state: ReviewState, code: ReasonCode
) -> None:
    gate = conclude([claim(S, ReviewState.CLEARED, id_="fine"), claim(status, state, id_="open")])
    assert gate.conclusion is Conclusion.HOLD
    assert [(r.code, r.claim_ids) for r in gate.reasons] == [(code, ("open",))]


@pytest.mark.parametrize(
    ("disposition", "code"),
    [
        (Disposition.CORRECTED, ReasonCode.CORRECTION_DUE),
        (Disposition.CUT, ReasonCode.CUT_DUE),
        (Disposition.DISPUTED, ReasonCode.DISPUTED),
        (Disposition.UNVERIFIABLE, ReasonCode.UNVERIFIABLE),
    ],
)
def test_words_that_may_not_stand_fail_even_while_others_wait(
    disposition: Disposition, code: ReasonCode
) -> None:
    gate = conclude(
        [claim(C, ReviewState.RESOLVED, disposition, id_="bad"), claim(U, ReviewState.QUEUED, id_="open")]
    )
    assert gate.conclusion is Conclusion.FAIL
    assert [r.code for r in gate.reasons] == [code, ReasonCode.UNMATCHED_OPEN]
    assert gate.reasons[0].claim_ids == ("bad",)


def test_nothing_passes_unless_every_claim_is_cleared_or_settled() -> None:
    for state, disposition in itertools.product(ReviewState, [None, *Disposition]):
        for status in MachineStatus:
            gate = conclude([claim(status, state, disposition)])
            settled = state is ReviewState.CLEARED or (
                state is ReviewState.RESOLVED
                and disposition
                not in (
                    Disposition.CORRECTED,
                    Disposition.CUT,
                    Disposition.DISPUTED,
                    Disposition.UNVERIFIABLE,
                )
            )
            assert (gate.conclusion is Conclusion.PASS) is settled, (state, disposition, status)


def test_a_drawn_claim_waits_under_a_reason_of_its_own() -> None:
    gate = conclude([ClaimState("drawn", S, ReviewState.QUEUED, None, sampled=True)])
    assert gate.conclusion is Conclusion.HOLD
    assert [(r.code, r.claim_ids) for r in gate.reasons] == [(ReasonCode.SAMPLE_OPEN, ("drawn",))]
