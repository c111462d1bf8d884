"""Which of the cleared claims people look at all the same."""

from dataclasses import replace

import pytest

from factcheck.desk.priority import priority_of
from factcheck.desk.sampling import drawn, sample
from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement, MachineStatus

CLEARED = Judgement(MachineStatus.SUPPORTED, True, "Supported by the minutes.", (), score=0.97)


def claim(text: str) -> Claim:
    return Claim(Span(0, len(text)), text, text)


CLAIMS = [claim(f"The Velden line carried {n:,} passengers in May.") for n in range(4_000)]


def test_about_as_many_are_drawn_as_the_share_says() -> None:
    assert 50 <= sum(drawn(one, 0.02) for one in CLAIMS) <= 115
    assert not any(drawn(one, 0) for one in CLAIMS)
    assert all(drawn(one, 1) for one in CLAIMS)


def test_a_larger_share_draws_the_same_and_more() -> None:
    small = {one.text for one in CLAIMS if drawn(one, 0.02)}
    assert small < {one.text for one in CLAIMS if drawn(one, 0.1)}


def test_the_wording_decides_and_not_where_it_stands() -> None:
    chosen = next(one for one in CLAIMS if drawn(one, 0.02))
    moved = replace(
        chosen, span=Span(40, 40 + len(chosen.quote)), text=chosen.text.replace(" ", "\n ").upper()
    )
    assert drawn(moved, 0.02)


def test_a_drawn_claim_waits_for_people_and_says_why() -> None:
    kept = sample(CLAIMS[0], CLEARED, 1)
    assert (kept.cleared, kept.sampled, kept.status, kept.score) == (False, True, CLEARED.status, 0.97)
    assert kept.reason.startswith(CLEARED.reason)
    assert "drawn" in kept.reason
    assert any("drawn" in reason for reason in priority_of(CLAIMS[0], kept).reasons)
    assert sample(CLAIMS[0], CLEARED, 0) is CLEARED


def test_what_people_see_anyway_is_not_drawn() -> None:
    queued = replace(CLEARED, cleared=False)
    assert sample(CLAIMS[0], queued, 1) is queued


@pytest.mark.parametrize(
    ("status", "cleared"), [(MachineStatus.UNMATCHED, False), (MachineStatus.SUPPORTED, True)]
)
def test_only_what_would_pass_can_be_drawn(status: MachineStatus, cleared: bool) -> None:
    with pytest.raises(ValueError, match="cleared"):
        Judgement(status, cleared, "", (), sampled=True)
