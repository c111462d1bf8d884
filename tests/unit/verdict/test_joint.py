"""Claims that several references carry together."""

from collections.abc import Callable

import pytest

from factcheck.domain.evidence import Judgement, MachineStatus, Relation

Ask = Callable[..., Judgement]
SUPPORTED, CONFLICTING, UNMATCHED = MachineStatus

BOTH = "Turnout in Dorvale was 59.7%, down from 67.3% in 2019."
NOW = "Turnout in Dorvale was 59.7% in 2024."
THEN = "Turnout in Dorvale was 67.3% in 2019."


@pytest.mark.parametrize("references", [(NOW, THEN), (THEN, NOW)])
def test_two_parts_make_a_whole_that_a_person_looks_at(ask: Ask, references: tuple[str, str]) -> None:
    judged = ask(BOTH, *references)

    assert judged.status is SUPPORTED, judged.reason
    assert not judged.cleared
    assert "together" in judged.reason
    assert {e.relation for e in judged.evidence} == {Relation.SUPPORTS}


@pytest.mark.parametrize(
    "references",
    [
        (NOW,),
        (THEN,),
        (NOW, "Turnout in Halden was 67.3% in 2017."),
        (NOW, "Heavy rain delayed the potato harvest."),
    ],
)
def test_a_part_that_nobody_carries_leaves_it_open(ask: Ask, references: tuple[str, ...]) -> None:
    assert ask(BOTH, *references).status is UNMATCHED


def test_a_forecast_is_no_part_of_a_fact(ask: Ask) -> None:
    judged = ask(BOTH, THEN, "Turnout in Dorvale might reach 59.7% in 2024.")

    assert judged.status is UNMATCHED, judged.reason


def test_what_is_counted_makes_no_rivals_of_two_firms(ask: Ask) -> None:
    claim = "The build used about 2.8 million CPU hours."
    own = "Norvik put the build of its Atlas system at £5 million, for 2.788 million CPU hours."
    other = "Brandt reported that the build of its Iris system used 30.84 million CPU hours."

    assert ask(claim, other).status is not SUPPORTED
    assert ask(claim, own, other).status is not CONFLICTING
