"""Variants of true pairs: each kind does to a claim what its label says, and the same seed does it again."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest

from factcheck.domain.evidence import MachineStatus
from factcheck.text.parser import Parser
from factcheck.training.perturbations import balanced, perturb
from factcheck.training.perturbations.additions import Added, detail_given, extra_detail
from factcheck.training.perturbations.contrasts import contrast, contrast_breach
from factcheck.training.perturbations.dates import date_equivalence, wrong_date
from factcheck.training.perturbations.denials import denied_right, denied_wrong
from factcheck.training.perturbations.directions import opposite_denied, wrong_direction
from factcheck.training.perturbations.names import entity_alias, wrong_entity
from factcheck.training.perturbations.negations import negation_changed
from factcheck.training.perturbations.numbers import (
    hedge_breach,
    hedge_ok,
    rounding,
    wrong_magnitude,
    wrong_number,
)
from factcheck.training.perturbations.numerals import near_miss, taken_apart
from factcheck.training.perturbations.ordinals import ordinal_form, wrong_ordinal
from factcheck.training.perturbations.pair import Edits, Held, Names, spliced
from factcheck.training.perturbations.quantifiers import quantifier_ok, wrong_quantifier
from factcheck.training.perturbations.roles import active_passive, wrong_role
from factcheck.training.perturbations.subsets import subset
from factcheck.training.perturbations.units import number_words, unit_conversion, wrong_unit

Make = Callable[[Held, Random], Edits | None]
SEEDS = range(40)


@dataclass(frozen=True)
class Pair:
    claim: str
    reference: str
    group: str = "g1"


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def held(parser: Parser, claim: str, reference: str) -> Held:
    ours, theirs = parser.parse_texts([claim, reference])
    return Held(Pair(claim, reference), ours, theirs, Names({}))


def outcomes(parser: Parser, make: Make, claim: str, reference: str = "") -> set[str]:
    """All that the family makes of the claim under many seeds; the reference is the claim where not given."""
    pair = held(parser, claim, reference or claim)
    made = [make(pair, Random(seed)) for seed in SEEDS]  # noqa: S311
    return {spliced(claim, edits) for edits in made if edits is not None}


@pytest.mark.parametrize(
    ("make", "claim", "expected"),
    [
        (negation_changed, "The ferry sank off Tarnholm.", "The ferry did not sink off Tarnholm."),
        (negation_changed, "The mill makes paper.", "The mill does not make paper."),
        (negation_changed, "The bridge was repaired in May.", "The bridge was not repaired in May."),
        (negation_changed, "The bridge has not been repaired.", "The bridge has been repaired."),
        (negation_changed, "The mayor did not resign on Monday.", "The mayor resigned on Monday."),
        (negation_changed, "The union can strike in June.", None),
        (negation_changed, "All pupils passed the test.", None),
        (wrong_direction, "Rents rose in Tarnholm.", "Rents fell in Tarnholm."),
        (wrong_direction, "The council approved the plan.", "The council rejected the plan."),
        (wrong_direction, "Exports were higher than in June.", "Exports were lower than in June."),
        (opposite_denied, "Rents rose.", "Rents did not fall."),
        (opposite_denied, "The harbour was safe.", "The harbour was not unsafe."),
        (active_passive, "Tarn Rovers beat Holm City.", "Holm City was beaten by Tarn Rovers."),
        (
            active_passive,
            "The court upheld the fines in May.",
            "The fines were upheld by the court in May.",
        ),
        (
            active_passive,
            "The novel was written by Anna Weiss in Graz.",
            "Anna Weiss wrote the novel in Graz.",
        ),
        (ordinal_form, "She finished third in Oban.", "She finished 3rd in Oban."),
        (date_equivalence, "The dam opened on 3 March 2021.", "The dam opened in 2021."),
        (date_equivalence, "The dam opened on 3 March 2021.", "The dam opened on March 3, 2021."),
        (number_words, "The club has 12 boats.", "The club has twelve boats."),
        (number_words, "It paid $5,000,000 for the site.", "It paid $5m for the site."),
        (number_words, "The boat weighs 12kg.", None),
        (number_words, "It sold 50% of the boats.", "It sold half of the boats."),
        (quantifier_ok, "None of the boats sank.", "Not one of the boats sank."),
        (
            subset,
            "The firm closed the Oban yard on Friday because of rust.",
            "The firm closed the Oban yard on Friday.",
        ),
    ],
)
def test_a_family_makes_good_english(parser: Parser, make: Make, claim: str, expected: str | None) -> None:
    made = outcomes(parser, make, claim)
    if expected is None:
        assert not made
    else:
        assert expected in made


def test_a_wrong_number_is_one_that_the_reference_has_not(parser: Parser) -> None:
    claim = "The yard built 240 boats, against 231 a year before."
    made = outcomes(parser, wrong_number, claim)
    assert len(made) > 5
    for text in made:
        assert text.replace("240", "231").count("231") < 2
    assert "The yard built 2,400 boats." in outcomes(parser, wrong_magnitude, "The yard built 240 boats.")


def test_a_number_that_the_reference_has_elsewhere_is_no_wrong_one(parser: Parser) -> None:
    reference = "The choir has 4 basses; there are 2, 3, 5, 6 and 7 in others of Tarnholm."
    assert not outcomes(parser, wrong_number, "The choir has 4 basses.", reference)


def test_a_near_miss_keeps_digits_decimals_and_closing_zeros(parser: Parser) -> None:
    quantity = held(parser, "It cost £48,500 a year.", "x").quantities[0]
    written = taken_apart(quantity)
    assert written is not None
    found = [near_miss(written, Random(seed)) for seed in SEEDS]  # noqa: S311
    numbers = [number for number in found if number is not None]
    assert len(numbers) > 10
    assert all(len(number) == len("48,500") and number.endswith("00") for number in numbers)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [(hedge_ok, hedge_breach), (contrast, contrast_breach), (denied_wrong, denied_right)],
)
def test_the_same_words_come_under_both_labels(parser: Parser, right: Make, wrong: Make) -> None:
    claim = "The mine produced 11.4 tonnes of silver in 2019."
    ok, broken = outcomes(parser, right, claim), outcomes(parser, wrong, claim)
    assert ok
    assert broken
    assert not ok & broken


def test_bounds_stand_on_the_right_side(parser: Parser) -> None:
    claim = "The mine produced 11.4 tonnes of silver."
    ok, broken = outcomes(parser, hedge_ok, claim), outcomes(parser, hedge_breach, claim)
    assert any("more than 11 tonnes" in text or "over 11 tonnes" in text for text in ok)
    assert not [t for t in ok if "produced more than 12" in t or "produced over 12" in t]
    assert not [t for t in broken if "produced more than 11 tonnes" in t or "produced over 11 tonnes" in t]


def test_rounding_and_conversion_stay_right(parser: Parser) -> None:
    assert outcomes(parser, rounding, "The hall seats 1,948 people.") & {
        "The hall seats about 1,900 people.",
        "The hall seats around 1,950 people.",
        "The hall seats about 1,950 people.",
        "The hall seats 1,950 people.",
        "The hall seats roughly 1,900 people.",
    }
    converted = outcomes(parser, unit_conversion, "The road is 310 km long.")
    assert any("190 miles" in text or "193 miles" in text for text in converted)


def test_a_unit_is_changed_and_the_figure_kept(parser: Parser) -> None:
    assert "The tunnel is 12 miles long." in outcomes(parser, wrong_unit, "The tunnel is 12 km long.")
    money = outcomes(parser, wrong_unit, "The tower cost $40m.")
    assert money & {"The tower cost £40m.", "The tower cost €40m."}


def test_a_wrong_date_is_in_no_part_of_the_reference(parser: Parser) -> None:
    claim = "The school opened in 1985."
    made = outcomes(parser, wrong_date, claim, "The school opened in 1985 and grew in 1984, 1986 and 1987.")
    assert made
    assert not any(year in text for text in made for year in ("1984", "1985", "1986", "1987"))


def test_names_are_changed_for_one_that_is_not_listed_beside(parser: Parser) -> None:
    reference = "Maria Keller sued Thomas Brandt in Vienna; judge Peter Lorenz dismissed the case."
    made = outcomes(parser, wrong_entity, "Maria Keller sued Thomas Brandt.", reference)
    assert made
    assert all("Peter Lorenz" in text or "Lorenz" in text for text in made)
    listed = "Maria Keller and Peter Lorenz sued the bank."
    assert not outcomes(parser, wrong_entity, "Maria Keller sued the bank.", listed)


def test_a_surname_stands_for_the_whole_name_only_where_one_bears_it(parser: Parser) -> None:
    claim = "Maria Keller won the race."
    assert outcomes(parser, entity_alias, claim) == {"Keller won the race."}
    two = "Maria Keller won the race ahead of her sister, Anna Keller."
    assert not outcomes(parser, entity_alias, claim, two)


def test_parties_change_places(parser: Parser) -> None:
    made = outcomes(parser, wrong_role, "Maria Keller sued Thomas Brandt.")
    assert made == {"Thomas Brandt sued Maria Keller.", "Maria Keller was sued by Thomas Brandt."}
    assert not outcomes(parser, wrong_role, "Maria Keller met Thomas Brandt.")


def test_quantifiers_and_places_in_a_row(parser: Parser) -> None:
    assert "None of the boats sank." in outcomes(parser, wrong_quantifier, "All of the boats sank.")
    for text in outcomes(parser, wrong_ordinal, "She finished third in Oban."):
        assert "third" not in text


def test_a_detail_is_extra_only_where_the_reference_does_not_give_it(parser: Parser) -> None:
    pair = held(parser, "The council closed the library.", "The council closed the library.")
    for seed in SEEDS:
        extra, given = extra_detail(pair, Random(seed)), detail_given(pair, Random(seed))  # noqa: S311
        assert isinstance(extra, Added)
        assert isinstance(given, Added)
        assert extra.edits[0].text.strip() not in extra.reference
        assert given.edits[0].text.strip() in given.reference


def test_quotations_are_left_alone(parser: Parser) -> None:
    claim = "“We sold 340 boats in 2019,” he said."
    for make in (wrong_number, wrong_date, rounding, number_words, wrong_direction):
        assert not outcomes(parser, make, claim)


ROWS = [
    Pair("Rents in Tarnholm rose by 4.5% in 2019.", "Rents in Tarnholm rose by 4.5% in 2019.", "a"),
    Pair("Maria Keller sued Thomas Brandt.", "Maria Keller sued Thomas Brandt over a fence.", "b"),
    Pair("The council closed 12 libraries.", "The council closed 12 libraries on 3 May 2020.", "c"),
    Pair("The mine produced 11.4 tonnes of silver.", "The mine produced 11.4 tonnes of silver.", "d"),
]


def test_the_same_seed_makes_the_same_variants(parser: Parser) -> None:
    first, again = (perturb(ROWS, parser, 7, 3) for _ in range(2))
    assert first == again
    assert first != perturb(ROWS, parser, 8, 3)


def test_variants_carry_label_and_group_of_their_pair(parser: Parser) -> None:
    made = perturb(ROWS, parser, 7, 4)
    assert {row.group for row in made} == {"a", "b", "c", "d"}
    assert all(count <= 4 for count in Counter(row.group for row in made).values())
    labels = Counter(row.label for row in made)
    assert labels[MachineStatus.SUPPORTED] >= 4
    assert labels[MachineStatus.CONFLICTING] >= 4
    for row in made:
        if row.type == "verbatim":
            assert row.label is MachineStatus.SUPPORTED


def test_balancing_keeps_so_many_of_each_type_in_order(parser: Parser) -> None:
    made = perturb(ROWS, parser, 7, 4)
    kept = balanced(made, seed=1, per_type=1)
    assert set(Counter(row.type for row in kept).values()) == {1}
    assert {row.type for row in kept} == {row.type for row in made}
    assert [row for row in made if row in kept] == kept
