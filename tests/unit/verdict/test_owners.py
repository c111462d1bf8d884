"""Whose a figure is, and that another's figure excludes nothing."""

from collections.abc import Callable

import pytest

from factcheck.domain.evidence import Judgement, MachineStatus, Relation
from factcheck.text.parser import Parser
from factcheck.verdict.profile import Profile, profile

Ask = Callable[..., Judgement]
SUPPORTED, CONFLICTING, UNMATCHED = MachineStatus


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Halden Steel sold 410 ships.", ["steel halden"]),
        ("The 72.5% of Tessaly is above the 61.4% of Corvin.", ["tessaly", "corvin"]),
        ("Marlow's 310 ferries are old.", ["marlow"]),
        ("It sold 410 ships.", [""]),
        ("Dorvale's harbour closed after prices rose by 12%.", [""]),
        ("Corvin is Dorvale's third bank.", ["corvin"]),
    ],
)
def test_who_owns_a_figure(parser: Parser, text: str, owners: list[str]) -> None:
    read = profile(parser.parse_texts([text])[0], None)

    told = [" ".join(read.words[place].lemma for place in read.owner(q)) for q in read.quantities]
    assert told == owners
    assert Profile.from_json(read.to_json()) == read


def test_the_figure_of_another_firm_is_no_contradiction(ask: Ask) -> None:
    judged = ask("Corvin Rail carried 41,300 passengers.", "Tessaly Rail carried 28,900 passengers.")

    assert judged.status is UNMATCHED, judged.reason


def test_the_same_firm_with_another_figure_is(ask: Ask) -> None:
    judged = ask("Corvin Rail carried 41,300 passengers.", "Corvin Rail carried 28,900 passengers.")

    assert judged.status is CONFLICTING, judged.reason


def test_a_figure_that_one_reference_gives_is_not_contradicted_by_another_name(ask: Ask) -> None:
    judged = ask(
        "The ferry used 2.8 million litres of fuel.",
        "Corvin Rail's ferry used 2.788 million litres of fuel.",
        "Tessaly Freight's ferry used 30.8 million litres of fuel.",
    )

    assert judged.status is SUPPORTED, judged.reason
    assert [e.relation for e in judged.evidence] == [Relation.SUPPORTS, Relation.RELATED]


def test_last_years_figure_is_another_figure(ask: Ask) -> None:
    judged = ask(
        "The survey put the average wage at 2,140 euros in 2024.",
        "The survey put the average wage at 2,140 euros in 2024.",
        "The survey put the average wage at 2,010 euros in 2023.",
    )

    assert judged.status is SUPPORTED, judged.reason


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("The crew won 14 medals.", "The crew won 6 gold medals."),
        ("The ferry crossed in 9.8 hours.", "The ferry beat its rival by 0.2 hours."),
        pytest.param(
            "The old mill employed 310 people.",
            "The old mill employed 2 people.",
            marks=pytest.mark.xfail(reason="the probabilities outweigh what the rules leave open"),
        ),
    ],
)
def test_a_part_a_margin_and_what_is_far_off_exclude_nothing(ask: Ask, claim: str, reference: str) -> None:
    assert ask(claim, reference).status is UNMATCHED


def test_figures_that_go_with_other_places_never_clear(ask: Ask) -> None:
    judged = ask(
        "Of the 240 carts, 96 were built in Dorvale and 80 in Halden.",
        "Of the 240 carts, 96 were built in Halden, 80 in Dorvale and the rest in unknown yards.",
        similarity=1.0,
    )

    assert not judged.cleared
