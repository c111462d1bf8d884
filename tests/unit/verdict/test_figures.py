"""Figures and dates of a claim against a reference, and against each other."""

from datetime import date

import pytest

from factcheck.domain.evidence import Effect, Finding
from factcheck.text.parser import Parser
from factcheck.verdict.alignment import align
from factcheck.verdict.dates import periods
from factcheck.verdict.figures import quantities
from factcheck.verdict.own_sums import claim_arithmetic
from factcheck.verdict.profile import profile

AGREES, OPPOSES, OPEN = Effect.AGREES, Effect.OPPOSES, Effect.OPEN


def found(parser: Parser, claim: str, reference: str, anchor: date | None = None) -> list[Finding]:
    mine, theirs = (profile(doc, anchor) for doc in parser.parse_texts([claim, reference]))
    alignment = align(mine, theirs)
    counted = quantities(alignment)
    return [*counted, *periods(alignment, counted)]


def worst(findings: list[Finding]) -> Effect:
    return min((f.effect for f in findings), key=[OPPOSES, OPEN, AGREES].index)


@pytest.mark.parametrize(
    ("claim", "reference", "effect"),
    [
        pytest.param(
            "Vera has 16 shells now.", "Vera had 9 shells and her aunt gave her 7 shells.", AGREES, id="given"
        ),
        pytest.param(
            "Vera has 17 shells now.",
            "Vera had 9 shells and her aunt gave her 7 shells.",
            OPPOSES,
            id="not 17",
        ),
        pytest.param("Vera has 7 shells left.", "Vera had 12 shells and lost 5.", AGREES, id="lost"),
        pytest.param("Vera has 8 shells left.", "Vera had 12 shells and lost 5.", OPPOSES, id="not 8"),
        pytest.param(
            "There are 2 lamps in total.",
            "There are 2 lamps in the hall and Otto put 3 lamps in the hall.",
            OPPOSES,
            id="one of the parts is no total",
        ),
        pytest.param("Vera has 30 pens.", "Vera bought 5 boxes with 6 pens each.", AGREES, id="each"),
        pytest.param(
            "Tolls in Dorvale rose by 30%.",
            "Tolls in Dorvale rose from 906,000 to 1,087,000.",
            OPPOSES,
            id="change",
        ),
        pytest.param(
            "The barge takes 39 hours more than the lorry.",
            "The lorry takes 31 hours, the barge 70.",
            AGREES,
            id="the unit left out",
        ),
        pytest.param(
            "The mill in Dorvale burned 5,500 gallons of oil.",
            "The mill in Dorvale burned 5,500 litres of oil.",
            OPPOSES,
            id="gallons for litres",
        ),
        pytest.param(
            "Wages in Dorvale rose by 48% and prices by 52%.",
            "Wages in Dorvale rose by 52% and prices by 48%.",
            OPPOSES,
            id="changed places",
        ),
        pytest.param(
            "The bridge opened in 2021 and burned down in 2016.",
            "The bridge opened in 2016 and burned down in 2021.",
            OPPOSES,
            id="years that have changed places",
        ),
        pytest.param(
            "Marlow's dam holds 840 tonnes of silt.",
            "Dorvale's dam holds 210 tonnes of silt.",
            OPEN,
            id="another dam",
        ),
        pytest.param(
            "The crew of the Petrel was freed on 18 October.",
            "The crew of the Petrel, held since 6 September, was freed 42 days later.",
            AGREES,
            id="a day worked out",
        ),
        pytest.param(
            "Mayor Ilse Brandt resigned on Boxing Day.",
            "Mayor Ilse Brandt resigned on Christmas Eve.",
            OPPOSES,
            id="another feast",
        ),
        pytest.param(
            "The old mayor died on 27 January.",
            "The old mayor died on 27 January 2021.",
            OPEN,
            id="no year told",
        ),
    ],
)
def test_what_is_found(parser: Parser, claim: str, reference: str, effect: Effect) -> None:
    findings = found(parser, claim, reference)
    assert worst(findings) is effect, findings


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt won by a lead of 128 votes, 6,418 to 6,390.",
        "The school took 310 girls and 290 boys, an intake of 620 in all.",
        "The tax fell by 40% from 12 crowns to 9 crowns.",
        "The jail holds 730 men in cells built for 240, which is 390 too many.",
    ],
)
def test_a_sentence_that_does_not_add_up(parser: Parser, sentence: str) -> None:
    (doc,) = parser.parse_texts([sentence])
    assert [f.effect for f in claim_arithmetic(profile(doc, None))] == [OPPOSES]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brandt won by a lead of 28 votes, 6,418 to 6,390.",
        "The tax fell by 25% from 12 crowns to 9 crowns.",
        "Twelve of the thirty grants went to women, three more than last year.",
        "The limit was cut from 60mph to 50mph, and fines doubled to 318 a month.",
        "Dorvale has 2,311 people, 3 bakeries and 500 more visitors than beds.",
    ],
)
def test_a_sentence_that_may_be_right(parser: Parser, sentence: str) -> None:
    (doc,) = parser.parse_texts([sentence])
    assert claim_arithmetic(profile(doc, None)) == []


@pytest.mark.parametrize("wrong", ["4,331", "4,241", "3,231", "42,310", "423.1"])
def test_a_changed_digit_never_agrees(parser: Parser, wrong: str) -> None:
    findings = found(parser, f"Dorvale's mill has {wrong} workers.", "Dorvale's mill has 4,231 workers.")
    assert AGREES not in {f.effect for f in findings}


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("The tower is 340 feet tall.", "The tower is 340 metres tall."),
        ("The tower cost €340,500.", "The tower cost $340,500."),
        ("The tower was opened in 1981.", "The tower was opened in 1971."),
        ("Dorvale's rate rose by 9%.", "Dorvale's rate rose from 59% to 68%."),
    ],
)
def test_another_unit_or_year_never_agrees(parser: Parser, claim: str, reference: str) -> None:
    assert AGREES not in {f.effect for f in found(parser, claim, reference)}


def test_a_sentence_full_of_figures_is_no_labour(parser: Parser) -> None:
    many = "It sold " + ", ".join(f"{n * 37 + 11} tonnes of grade {n}" for n in range(1, 60)) + "."
    assert found(parser, many, many)
