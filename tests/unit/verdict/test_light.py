"""Words that need no counterpart, and those that do."""

from collections.abc import Callable

import pytest

from factcheck.domain.evidence import Judgement, MachineStatus
from factcheck.text.parser import Parser
from factcheck.verdict.alignment import align
from factcheck.verdict.profile import profile

Ask = Callable[..., Judgement]
SUPPORTED, CONFLICTING, UNMATCHED = MachineStatus


@pytest.mark.parametrize(
    ("claim", "reference", "light"),
    [
        ("The total stood at 4,120 tonnes.", "The total was 4,120 tonnes.", {"stand"}),
        ("Only 14 ferries sail.", "14 ferries sail.", {"only"}),
        ("Corvin alone lost 11%.", "Corvin lost 11%.", {"alone"}),
        ("The company carried 41,300 passengers.", "Corvin carried 41,300 passengers.", {"company"}),
        ("The council is the only one in debt.", "The council is in debt.", set()),
        ("The council stood firm.", "The council was firm.", set()),
    ],
)
def test_light_words(parser: Parser, claim: str, reference: str, light: set[str]) -> None:
    laid = align(*(profile(doc, None) for doc in parser.parse_texts([claim, reference])))

    assert {laid.claim.words[place].lemma for place in laid.light} == light


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        (
            "Tessaly Freight, the Danish maker of lifts, sold 4,120 carts.",
            "Tessaly Freight sold 4,120 carts.",
        ),
        (
            "Ottilie Brandt of Norway beat Rasmus Vane by 212 votes.",
            "Ottilie Brandt beat Rasmus Vane by 212 votes.",
        ),
    ],
)
def test_an_aside_of_identification_supports_but_never_clears(ask: Ask, claim: str, reference: str) -> None:
    judged = ask(claim, reference, similarity=1.0)

    assert judged.status is SUPPORTED, judged.reason
    assert not judged.cleared


def test_a_figure_in_an_aside_is_material(ask: Ask) -> None:
    judged = ask(
        "Tessaly Freight, a maker with 900 staff, sold 4,120 carts.", "Tessaly Freight sold 4,120 carts."
    )

    assert judged.status is UNMATCHED


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        (
            "The yard has built more ferries than Corvin Rail.",
            "The yard has built ferries, as has Corvin Rail.",
        ),
        ("Every lift in Dorvale was tested.", "Lifts in Dorvale were tested."),
        (
            "The storm displaced 3,200 families.",
            "Aid workers say the storm displaced 3,200 families, whereas the ministry says 900.",
        ),
    ],
)
def test_small_words_that_turn_the_sense_keep_a_claim_from_clearing(
    ask: Ask, claim: str, reference: str
) -> None:
    assert not ask(claim, reference, similarity=1.0).cleared
