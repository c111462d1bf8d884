"""A figure of the article against one of a reference: what agrees, what does not, and why."""

from decimal import Decimal

import pytest

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Quantity
from factcheck.quantities.compare import Comparison, comparable, compare_quantities
from factcheck.quantities.find import find_quantities

AGREES, OPPOSES, OPEN = Effect.AGREES, Effect.OPPOSES, Effect.OPEN


def figure(text: str) -> Quantity:
    return find_quantities(text)[0]


def compared(claim: str, reference: str) -> Comparison:
    return compare_quantities(figure(claim), figure(reference))


ROUNDING = [
    ("$6m", "$5.576 million", AGREES),
    ("$6m", "$6.4m", AGREES),
    ("$6m", "$6.6m", OPPOSES),
    ("$6m", "$60 million", OPPOSES),
    ("6.3pc", "6.27%", AGREES),
    ("6.2%", "6.27%", OPPOSES),
    ("£84m", "£83.72m", AGREES),
    ("£83m", "£83.72m", OPPOSES),
    ("60%", "59.7%", AGREES),
    ("148,000 residents", "147,862 residents", AGREES),
    ("147,000 residents", "147,862 residents", OPPOSES),
    ("114 witnesses", "141 witnesses", OPPOSES),
    ("$1.4bn", "$1,446m", AGREES),
    ("€1.9bn", "€1.88bn", AGREES),
    ("94mph", "93.6mph", AGREES),
    ("$18.4m", "$14.8m", OPPOSES),
    ("a quarter of a million copies", "410,000 copies", OPPOSES),
    ("nine instruments", "seven instruments", OPPOSES),
    ("a third", "33.4%", AGREES),
    ("three in four", "55%", OPPOSES),
    ("one in five", "20.6%", AGREES),
    ("four out of five", "82%", OPEN),
    ("six million people", "6.2 million people", AGREES),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), ROUNDING)
def test_a_bare_figure_must_be_the_correct_rounding(claim: str, reference: str, outcome: Effect) -> None:
    assert compared(claim, reference).outcome is outcome


HEDGED = [
    ("nearly 4%", "4.6%", OPPOSES),
    ("nearly 4%", "3.9%", AGREES),
    ("nearly 4%", "4%", OPEN),
    ("nearly 4%", "3.5%", OPEN),
    ("nearly 4%", "3%", OPPOSES),
    ("nearly two-thirds", "63%", AGREES),
    ("almost half", "31%", OPPOSES),
    ("just under £2bn", "£2.3bn", OPPOSES),
    ("just under 9,000 copies", "8,912 copies", AGREES),
    ("slightly less than 5%", "4.8%", AGREES),
    ("over 11%", "10.2%", OPPOSES),
    ("over 11%", "11%", OPPOSES),
    ("over 11%", "11.8%", AGREES),
    ("over 11%", "30%", OPEN),
    ("a little over 11%", "11.3%", AGREES),
    ("a little over 11%", "14%", OPPOSES),
    ("at least 40 people", "40 people", AGREES),
    ("at least 40 people", "43 people", AGREES),
    ("at least nine deals", "six deals", OPPOSES),
    ("fewer than 500 birds", "488 birds", AGREES),
    ("fewer than 500 birds", "500 birds", OPPOSES),
    ("up to 500 birds", "500 birds", AGREES),
    ("no more than 10%", "15.3%", OPPOSES),
    ("around 1,500 people", "1,487 people", AGREES),
    ("about 1,500 people", "1,900 people", OPPOSES),
    ("about 1,500 people", "1,380 people", OPEN),
    ("about €9bn", "€8.94 billion", AGREES),
    ("more than doubled", "1.75 times the rate", OPPOSES),
    ("more than doubled", "2.4 times the rate", AGREES),
    ("not quite three months", "104 days", OPPOSES),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), HEDGED)
def test_hedges_bind_on_their_side(claim: str, reference: str, outcome: Effect) -> None:
    assert compared(claim, reference).outcome is outcome


def test_a_broken_hedge_is_named_as_such() -> None:
    said = compared("nearly 4%", "4.6%")
    assert said.kind is FindingKind.HEDGE
    assert said.message == (
        "article says nearly 4%, reference says 4.6%; for “nearly 4%” it must be a little below 4%"
    )


UNITS = [
    ("26.2 miles", "42.195km", AGREES),
    ("26.4 miles", "42.195km", OPPOSES),
    ("60mph", "60 kilometres an hour", OPPOSES),
    ("90 metres", "90ft", OPPOSES),
    ("30C", "86F", AGREES),
    ("30F", "30C", OPPOSES),
    ("about a thousand miles", "1,609km", AGREES),
    ("an hour and a half", "90 minutes", AGREES),
    ("a fortnight", "14 days", AGREES),
    ("40 MW", "0.04 GW", AGREES),
    ("half a percentage point", "50 basis points", AGREES),
    ("$5bn", "$5,000m", AGREES),
    ("three-quarters of a billion dollars", "$750m", AGREES),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), UNITS)
def test_units_are_converted_at_the_precision_written(claim: str, reference: str, outcome: Effect) -> None:
    assert compared(claim, reference).outcome is outcome


LOOKALIKES = [
    ("climbed by 12pc", "climbed by 12bps", OPPOSES),
    ("rose 2%", "rose 2 percentage points", OPPOSES),
    ("rose 5%", "rose 0.2 percentage points", OPEN),
    ("£3.2bn", "$3.2bn", OPPOSES),
    ("NOK 190 million", "€190m", OPPOSES),
    ("£2.5bn", "$3.2bn", OPEN),
    ("300 MW", "300 MWh", OPPOSES),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), LOOKALIKES)
def test_lookalike_units_are_never_accepted_for_one_another(
    claim: str, reference: str, outcome: Effect
) -> None:
    said = compared(claim, reference)
    assert (said.outcome, said.kind) == (outcome, FindingKind.UNIT)


REFERENCES = [
    ("1,487 people", "about 1,500 people", OPEN),
    ("1,500 people", "about 1,500 people", AGREES),
    ("1,900 people", "about 1,500 people", OPPOSES),
    ("6.27%", "6.3%", OPEN),
    ("6.4%", "6.3%", OPPOSES),
    ("16.97%", "17%", OPEN),
    ("$5.576m", "$6m", OPEN),
    ("300 cases", "more than 300 cases", OPEN),
    ("more than 300 cases", "more than 300 cases", AGREES),
    ("nearly 300 cases", "more than 300 cases", OPPOSES),
    ("at least 95%", "at least 95%", AGREES),
    ("about 5%", "nearly 5%", AGREES),
    ("nearly 5%", "about 5%", OPEN),
    ("15 people", "10 to 20 people", OPEN),
    ("25 people", "10 to 20 people", OPPOSES),
    ("70,000 people", "millions of people", OPPOSES),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), REFERENCES)
def test_a_reference_is_no_more_exact_than_it_says(claim: str, reference: str, outcome: Effect) -> None:
    assert compared(claim, reference).outcome is outcome


SPANS = [
    ("10 to 20 people", "15 people", AGREES),
    ("10 to 20 people", "25 people", OPPOSES),
    ("10 to 20 people", "12 to 18 people", AGREES),
    ("10 to 20 people", "15 to 30 people", OPEN),
    ("10 to 20 people", "30 to 40 people", OPPOSES),
    ("billions", "$589bn", AGREES),
    ("billions", "$6m", OPPOSES),
    ("billions of dollars", "$1.5bn", OPEN),
    ("tens of thousands of people", "310,000 people", OPPOSES),
    ("tens of thousands of people", "31,000 people", AGREES),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), SPANS)
def test_ranges_and_vague_plurals(claim: str, reference: str, outcome: Effect) -> None:
    assert compared(claim, reference).outcome is outcome


KINDS = [
    ("fell by 18%", "rose by 18%", OPPOSES, FindingKind.DIRECTION),
    ("narrowed by 2.1 points", "widened by 2.1 points", OPPOSES, FindingKind.DIRECTION),
    ("has fallen to 79%", "has risen to 79%", OPPOSES, FindingKind.DIRECTION),
    ("doubled", "fell by 50%", OPPOSES, FindingKind.DIRECTION),
    ("doubled", "rose by 104%", AGREES, FindingKind.NUMBER),
    ("the third-largest farmer", "the fifth-largest farmer", OPPOSES, FindingKind.ORDINAL),
    ("the third woman", "the third woman", AGREES, FindingKind.ORDINAL),
    ("won 3-1", "won 3-1", AGREES, FindingKind.NUMBER),
    ("won 3-1", "won 3-2", OPPOSES, FindingKind.NUMBER),
    ("won 3-1", "lost 1-3", OPEN, FindingKind.NUMBER),
    ("voted by seven to two", "taken by five votes to four", OPPOSES, FindingKind.NUMBER),
    ("10pm", "22:00", AGREES, FindingKind.NUMBER),
    ("at six o’clock", "at 18:00", AGREES, FindingKind.NUMBER),
    ("at six o’clock", "at 7pm", OPPOSES, FindingKind.NUMBER),
    ("from 7am to 9pm", "7am-9pm", AGREES, FindingKind.NUMBER),
    ("500 kr", "600 kr", OPPOSES, FindingKind.NUMBER),
    ("500 kr", "NOK 500", OPEN, FindingKind.UNIT),
    ("£14m a year", "£14m a month", OPPOSES, FindingKind.PERIOD),
    ("£14m a year", "£14m", OPEN, FindingKind.PERIOD),
    ("£14m a year", "£14m annually", AGREES, FindingKind.NUMBER),
    ("NOK 412 a share", "NOK 412", AGREES, FindingKind.NUMBER),
    ("five miles", "five people", OPEN, FindingKind.UNIT),
]


@pytest.mark.parametrize(("claim", "reference", "outcome", "kind"), KINDS)
def test_each_finding_says_what_it_is_about(
    claim: str, reference: str, outcome: Effect, kind: FindingKind
) -> None:
    said = compared(claim, reference)
    assert (said.outcome, said.kind) == (outcome, kind)


def test_a_rounding_says_that_it_is_one() -> None:
    assert compared("$6m", "$5.576 million").message == (
        "article says 6m USD, reference says 5.576m USD; “$6m” is its correct rounding"
    )


def test_a_wrong_magnitude_is_named() -> None:
    assert "ten times too little" in compared("$6m", "$60 million").message
    assert "ten times too much" in compared("£17m", "£1.7m").message


def test_a_conversion_shows_both_units() -> None:
    assert "42.195 kilometres (26.2188 miles)" in compared("26.2 miles", "42.195km").message


def test_money_of_no_certain_country_is_named_as_written() -> None:
    assert "article says 500 crowns, reference says 600 crowns" in compared("500 kr", "600 kr").message


def test_a_wrong_rounding_shows_the_right_one() -> None:
    assert "it would be 84m GBP" in compared("£83m", "£83.72m").message


def test_the_size_of_a_movement_is_not_held_against_its_end() -> None:
    size, end = find_quantities("It fell by 2% to 79%")
    assert not comparable(size, end)
    assert comparable(size, figure("rose by 3%"))


def test_what_is_comparable_is_symmetric() -> None:
    figures = [
        figure(text) for text in ("$6m", "£6m", "5%", "5 points", "5 miles", "5 people", "doubled", "third")
    ]
    for a in figures:
        for b in figures:
            assert comparable(a, b) is comparable(b, a)


def test_a_figure_agrees_with_itself() -> None:
    for text in (
        "$6m",
        "nearly 4%",
        "a third",
        "10 to 20 people",
        "billions",
        "3-1",
        "third",
        "doubled",
        "26.2 miles",
    ):
        assert compared(text, text).outcome is AGREES, text


def test_zero_is_compared_without_a_ratio() -> None:
    assert compared("zero deaths", "3 deaths").outcome is OPPOSES
    assert figure("zero deaths").value == Decimal(0)


@pytest.mark.parametrize(
    ("claim", "reference", "outcome"),
    [
        ("a record of 9.58", "a record of 9.58 seconds", Effect.AGREES),
        ("about 1.55C", "1.60C", Effect.OPEN),
        ("about 1.55C", "1.57C", Effect.AGREES),
        ("about 422 parts", "447 parts", Effect.OPPOSES),
        ("around 1,500 people", "1,487 people", Effect.AGREES),
        ("more than 300 people", "more than 1,100 people", Effect.OPEN),
    ],
)
def test_units_left_out_fine_figures_and_far_bounds(claim: str, reference: str, outcome: Effect) -> None:
    (mine,), (theirs,) = find_quantities(claim), find_quantities(reference)

    assert comparable(mine, theirs)
    assert compare_quantities(mine, theirs).outcome is outcome


def test_another_figure_without_its_unit_is_not_compared() -> None:
    (mine,), (theirs,) = find_quantities("a record of 9.63"), find_quantities("a record of 9.58 seconds")

    assert not comparable(mine, theirs)


def test_long_figures_are_short_where_nothing_is_lost() -> None:
    assert "14.8tn USD" in compared("$14.8tn", "$9tn").message
    exact = compared("£1,250,001", "£1,250,000").message
    assert "1,250,001 GBP" in exact
    assert "1.25m GBP" in exact


def test_two_shares_differ_by_points() -> None:
    assert "they differ by 29.4 percentage points" in compared("61.2%", "90.6%").message


UNIT_SLIPS = [
    ("up to 60 metres", "up to 60 feet"),
    ("52 hours", "52 minutes"),
    ("over 31°F", "over 31°C"),
    ("20 percentage points", "20 per cent"),
    ("7 crowns a kilo", "7 crowns a tonne"),
]


@pytest.mark.parametrize(("claim", "reference"), UNIT_SLIPS)
def test_the_same_digits_of_another_unit_are_a_slip(claim: str, reference: str) -> None:
    assert compared(claim, reference).outcome is OPPOSES
    assert "the figure is the same" in compared(claim, reference).message


def test_one_bound_has_one_figure() -> None:
    assert compared("at most 84 people", "at most 48 people").outcome is OPPOSES
    assert compared("over 300 people", "over 312 people").outcome is not OPPOSES
