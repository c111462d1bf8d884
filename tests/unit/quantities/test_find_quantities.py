"""Which figures a sentence holds: value, unit, hedge, range, movement, noun."""

from decimal import Decimal

import pytest

from factcheck.domain.quantities import Direction, Hedge, Movement, Quantity
from factcheck.quantities.find import find_quantities


def only(text: str) -> Quantity:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


def close(value: Decimal, wanted: str) -> bool:
    return abs(value - Decimal(wanted)) <= abs(Decimal(wanted)) * Decimal("1e-9")


MONEY = [
    ("It cost $6m to build", "6000000", "USD", "1000000"),
    ("a bill of US$5.576 million", "5576000", "USD", "1000"),
    ("profit of £83.72m", "83720000", "GBP", "10000"),
    ("about a loss of €9\u00a0bn", "9000000000", "EUR", "1000000000"),
    ("sold for €1.9\u202fbn", "1900000000", "EUR", "100000000"),
    ("a fund of 1.2bn euros", "1200000000", "EUR", "100000000"),
    ("worth 60 million dollars", "60000000", "USD", "1000000"),
    ("a dividend of 5p", "0.05", "GBP", "0.01"),
    ("the 50 cents paid", "0.50", "USD", "0.01"),
    ("spending of ¥300bn", "300000000000", "JPY", "10000000000"),
    ("a fine of Rs 5 crore", "50000000", "INR", "10000000"),
    ("a grant of Rs. 2 lakh", "200000", "INR", "100000"),
    ("two lakh crore rupees", "2000000000000", "INR", "1000000000000"),
    ("bid NOK 412 for it", "412", "NOK", "1"),
    ("debt of NOK\u00a01.52 billion", "1520000000", "NOK", "10000000"),
    ("A$3.5m in grants", "3500000", "AUD", "100000"),
    ("HK$20 notes", "20", "HKD", "1"),
    ("raised CDN$11,000 for pets", "11000", "CAD", "1000"),
    ("paid $1,234.56 in cash", "1234.56", "USD", "0.01"),
    ("ten euros", "10", "EUR", "1"),
    ("3 million Swiss francs", "3000000", "CHF", "1000000"),
    ("nothing but $2-million homes", "2000000", "USD", "1000000"),
    ("a $1.4tn budget", "1400000000000", "USD", "100000000000"),
    ("a prize of 40 yuan", "40", "CNY", "1"),
]


@pytest.mark.parametrize(("text", "value", "unit", "step"), MONEY)
def test_money_has_its_currency_value_and_step(text: str, value: str, unit: str, step: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.step) == (Decimal(value), unit, Decimal(step))


SHARES = [
    ("up to now 4% of them", "4", "percent"),
    ("43 per cent", "43", "percent"),
    ("43 percent", "43", "percent"),
    ("6.3pc", "6.3", "percent"),
    ("３０％ of voters", "30", "percent"),
    ("2.1 percentage points", "2.1", "percentage_point"),
    ("a 3-percentage-point lead", "3", "percentage_point"),
    ("0.5pp", "0.5", "percentage_point"),
    ("25bps", "0.25", "percentage_point"),
    ("six basis points", "0.06", "percentage_point"),
    ("half a percentage point", "0.5", "percentage_point"),
    ("a lead of 21 points", "21", "point"),
    ("two-thirds of members", "66.6666666667", "percent"),
    ("three quarters of members", "75", "percent"),
    ("a third of members", "33.3333333333", "percent"),
    ("one third of members", "33.3333333333", "percent"),
    ("half of members", "50", "percent"),
    ("nine-tenths of the fund", "90", "percent"),
    ("one in five drivers", "20", "percent"),
    ("four out of five drivers", "80", "percent"),
    ("7 in 10 drivers", "70", "percent"),
    ("one in 100,000 births", "0.001", "percent"),
    ("One vehicle in four was a lorry", "25", "percent"),
    ("The tank is less than a third full", "33.3333333333", "percent"),
]


@pytest.mark.parametrize(("text", "value", "unit"), SHARES)
def test_shares_and_points_are_told_apart(text: str, value: str, unit: str) -> None:
    found = only(text)
    assert found.unit == unit
    assert close(found.value, value)


WORDS = [
    ("Thirty-one people fell ill", "31", "person"),
    ("nine countries", "9", "country"),
    ("half a million readers", "500000", "reader"),
    ("a quarter of a million copies", "250000", "copy"),
    ("two and a half billion users", "2500000000", "user"),
    ("a million and a half users", "1500000", "user"),
    ("a dozen eggs", "12", "egg"),
    ("half a dozen eggs", "6", "egg"),
    ("two dozen eggs", "24", "egg"),
    ("a hundred horses", "100", "horse"),
    ("two hundred and six bones", "206", "bone"),
    ("one hundred and twenty thousand seats", "120000", "seat"),
    ("ninety nine balloons", "99", "balloon"),
    ("14,200 people", "14200", "person"),
    ("671 billion parameters", "671000000000", "parameter"),
    ("2.788M GPU hours", "2788000", "GPU hour"),
    ("1.9m containers", "1900000", "container"),
    ("50k followers", "50000", "follower"),
    ("1\u202f250\u202f000 trees", "1250000", "tree"),
    ("12,34,567 voters", "1234567", "voter"),
    ("48 confirmed cases of flu", "48", "case"),
    ("64 GPs", "64", "gp"),
    ("14 sheep", "14", "sheep"),
    ("1.4 m trees", "1400000", "tree"),
    ("a ten-storey tower", "10", "storey"),
    ("two former Harrow Foods directors", "2", "director"),
]


@pytest.mark.parametrize(("text", "value", "noun"), WORDS)
def test_counts_come_with_what_is_counted(text: str, value: str, noun: str) -> None:
    found = only(text)
    assert (found.value, found.unit, found.noun) == (Decimal(value), "count", noun)


UNITS = [
    ("26.2 miles", "42164.8128", "metre"),
    ("42.195km", "42195", "metre"),
    ("310mm of rain", "0.31", "metre"),
    ("a 90ft mast", "27.432", "metre"),
    ("5ft 11in", "1.8034", "metre"),
    ("6 foot 2 inches", "1.8796", "metre"),
    ("the men’s 100m final", "100", "metre"),
    ("She won the 200m", "200", "metre"),
    ("the women’s 800m record", "800", "metre"),
    ("waves 6m high", "6", "metre"),
    ("50 m below", "50", "metre"),
    ("12kg", "12", "kilogram"),
    ("152,000 tonnes of fish", "152000000", "kilogram"),
    ("11 stone", "69.85322498", "kilogram"),
    ("20 hectares", "200000", "square_metre"),
    ("5,000 sq km", "5000000000", "square_metre"),
    ("-5C", "-5", "degree_celsius"),
    ("86F", "30", "degree_celsius"),
    ("30°C", "30", "degree_celsius"),
    ("1.2 GW", "1200000000", "watt"),
    ("1.4 m hectares", "14000000000", "square_metre"),
    ("40 MW", "40000000", "watt"),
    ("300MWh", "300000", "kilowatt_hour"),
    ("60mph", "96.56064", "kilometre_per_hour"),
    ("60 kilometres an hour", "60", "kilometre_per_hour"),
    ("15 minutes", "900", "second"),
    ("an hour and a half", "5400", "second"),
    ("two hours and 30 minutes", "9000", "second"),
    ("a fortnight", "1209600", "second"),
    ("half an hour", "1800", "second"),
    ("2½ hours", "9000", "second"),
    ("½ mile", "804.672", "metre"),
    ("five-thousandths of a second", "0.005", "second"),
    ("2:04:17", "7457", "second"),
    ("18+ years", "568036800", "second"),
    ("a ten-year bond", "315576000", "second"),
    ("16 terabytes", "16000000000000", "byte"),
]


@pytest.mark.parametrize(("text", "value", "unit"), UNITS)
def test_units_are_converted_to_the_canonical_one(text: str, value: str, unit: str) -> None:
    found = only(text)
    assert found.unit == unit
    assert close(found.value, value), found.value


def test_pages_are_counted() -> None:
    found = only("a novel of 128 pages")
    assert (found.value, found.unit, found.noun) == (Decimal(128), "count", "page")


HEDGES = [
    ("nearly 4%", Hedge.NEARLY),
    ("almost 4%", Hedge.NEARLY),
    ("just under 4%", Hedge.NEARLY),
    ("slightly less than 4%", Hedge.NEARLY),
    ("not quite 4%", Hedge.NEARLY),
    ("close to 4%", Hedge.ABOUT),
    ("about 4%", Hedge.ABOUT),
    ("around 4%", Hedge.ABOUT),
    ("some 400 people", Hedge.ABOUT),
    ("roughly 4%", Hedge.ABOUT),
    ("barely 4%", Hedge.ABOUT),
    ("400 or so people", Hedge.ABOUT),
    ("~4%", Hedge.ABOUT),
    ("20-odd people", Hedge.ABOUT),
    ("over 4%", Hedge.OVER),
    ("more than 4%", Hedge.OVER),
    ("in excess of 4%", Hedge.OVER),
    ("a little over 4%", Hedge.JUST_OVER),
    ("at least 4%", Hedge.AT_LEAST),
    ("no fewer than 40 people", Hedge.AT_LEAST),
    ("40 people or more", Hedge.AT_LEAST),
    ("4% or more", Hedge.AT_LEAST),
    ("up to 4%", Hedge.AT_MOST),
    ("no more than 4%", Hedge.AT_MOST),
    ("as many as 40 people", Hedge.AT_MOST),
    ("fewer than 40 people", Hedge.UNDER),
    ("less than 4%", Hedge.UNDER),
    ("under 4%", Hedge.UNDER),
    ("exactly 4%", Hedge.EXACT),
    ("only 4%", Hedge.EXACT),
]


@pytest.mark.parametrize(("text", "hedge"), HEDGES)
def test_hedges_are_kept(text: str, hedge: Hedge) -> None:
    assert find_quantities(text)[0].hedge is hedge


def test_the_span_takes_in_the_hedge_and_the_unit() -> None:
    assert only("Shares lost just under 4 per cent today").quote == "just under 4 per cent"


def test_over_a_stretch_of_time_is_no_bound() -> None:
    assert find_quantities("The court heard 114 witnesses over 27 days")[1].hedge is Hedge.EXACT
    assert only("The hearing lasted over two hours").hedge is Hedge.OVER


RANGES = [
    ("between 10 and 20 people", "10", "20", "count"),
    ("10-20%", "10", "20", "percent"),
    ("10 to 20 per cent", "10", "20", "percent"),
    ("10–20 miles", "16093.44", "32186.88", "metre"),
    ("£5m-£6m", "5000000", "6000000", "GBP"),
    ("£10-£20m", "10000000", "20000000", "GBP"),
    ("between $5 and $7 billion", "5000000000", "7000000000", "USD"),
    ("10 to 20 million people", "10000000", "20000000", "count"),
    ("aged 5 to 11", "5", "11", "age"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), RANGES)
def test_ranges_have_two_ends_in_one_unit(text: str, low: str, high: str, unit: str) -> None:
    found = only(text)
    assert found.unit == unit
    assert found.high is not None
    assert close(found.value, low)
    assert close(found.high, high)


MOVES = [
    ("Profit rose 3%", Direction.UP, Movement.CHANGE),
    ("Futures plummeted nearly 4%", Direction.DOWN, Movement.CHANGE),
    ("Shares shed over 11% of their worth", Direction.DOWN, Movement.CHANGE),
    ("The index ended the day 1.2% lower", Direction.DOWN, Movement.CHANGE),
    ("a 3% rise in rents", Direction.UP, Movement.CHANGE),
    ("a fall of a third", Direction.DOWN, Movement.CHANGE),
    ("The yield slid by six basis points", Direction.DOWN, Movement.CHANGE),
    ("About €9bn was wiped off its value", Direction.DOWN, Movement.CHANGE),
    ("The margin narrowed by 2.1 percentage points", Direction.DOWN, Movement.CHANGE),
    ("The gap widened by £3m", Direction.UP, Movement.CHANGE),
    ("Uptake has fallen to 79%", Direction.DOWN, Movement.AFTER),
    ("Joblessness is down to one in four", Direction.DOWN, Movement.AFTER),
    ("The town grew from 139,410 souls", Direction.UP, Movement.BEFORE),
    ("Rents doubled", Direction.UP, Movement.CHANGE),
    ("Waiting times were halved", Direction.DOWN, Movement.CHANGE),
    ("The rate stood at 4%", None, None),
    ("The council heard from 114 witnesses", None, None),
    ("Funds have bought up 14% of it", None, None),
]


@pytest.mark.parametrize(("text", "direction", "movement"), MOVES)
def test_the_words_around_tell_the_movement(
    text: str, direction: Direction | None, movement: Movement | None
) -> None:
    found = only(text)
    assert (found.direction, found.movement) == (direction, movement)


def test_a_movement_keeps_its_three_parts_apart() -> None:
    size, end, start = find_quantities("It widened by 2.1 percentage points to 48.3%, from 46.2% a year ago")
    assert [q.movement for q in (size, end)] == [Movement.CHANGE, Movement.AFTER]
    assert start.value == Decimal("46.2")


def test_both_ends_share_a_unit_written_once() -> None:
    before, after = find_quantities("Profit fell from 12 to 9.5 per cent")
    assert (before.value, before.unit, before.movement) == (Decimal(12), "percent", Movement.BEFORE)
    assert (after.value, after.unit, after.movement) == (Decimal("9.5"), "percent", Movement.AFTER)
    weeks = find_quantities("It cut the wait from 41 weeks to 26")
    assert [q.unit for q in weeks] == ["second", "second"]


INHERITED = [
    ("profit of 14.2 billion lira, up from 11.6 billion a year earlier", "11600000000", "TRY"),
    ("shipped 2.31 million tonnes, down from 2.68 million", "2680000000", "kilogram"),
    ("It rose 5% to 212", "212", "count"),
]


@pytest.mark.parametrize(("text", "value", "unit"), INHERITED)
def test_a_bare_figure_held_against_another_has_its_unit(text: str, value: str, unit: str) -> None:
    last = find_quantities(text)[-1]
    assert (last.value, last.unit) == (Decimal(value), unit)


def test_from_and_to_without_a_verb_tell_the_direction_by_size() -> None:
    before, after = find_quantities("from 12% to 9.5%")
    assert before.direction is Direction.DOWN
    assert after.direction is Direction.DOWN


ORDINALS = [
    ("the third woman", "3"),
    ("the 3rd attempt", "3"),
    ("the twenty-first edition", "21"),
    ("the second-largest farmer", "2"),
    ("Norway’s fifth-biggest farmer", "5"),
    ("a category 3 storm", "3"),
]


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinals(text: str, value: str) -> None:
    found = only(text)
    assert (found.unit, found.value) == ("ordinal", Decimal(value))


SCORES = [
    ("Rovers beat United 3-1", "3", "1"),
    ("a 2–1 win", "2", "1"),
    ("The vote passed 230-to-198", "230", "198"),
    ("They voted by seven to two", "7", "2"),
    ("It was taken by five votes to four", "5", "4"),
    ("United lost 1-3 to Rovers", "1", "3"),
    ("won the first set 6-4", "6", "4"),
]


@pytest.mark.parametrize(("text", "ours", "theirs"), SCORES)
def test_scores(text: str, ours: str, theirs: str) -> None:
    found = [q for q in find_quantities(text) if q.unit == "score"]
    assert [(q.value, q.high) for q in found] == [(Decimal(ours), Decimal(theirs))]


AGES = [
    "aged 34",
    "at the age of 34",
    "a 34-year-old man",
    "who is 34, said",
    "Anna Lind, 34, said",
    "34 years old",
]


@pytest.mark.parametrize("text", AGES)
def test_ages(text: str) -> None:
    found = only(text)
    assert (found.unit, found.value) == ("age", Decimal(34))


def test_a_bare_bound_behind_people_is_an_age() -> None:
    found = only("The jab is for children under five")
    assert (found.unit, found.value, found.hedge) == ("age", Decimal(5), Hedge.UNDER)


RATIOS = [
    ("Sales doubled", "2"),
    ("Sales more than doubled", "2"),
    ("Sales tripled", "3"),
    ("twice as many", "2"),
    ("three times as many", "3"),
    ("a tenfold rise", "10"),
    ("5x faster", "5"),
]


@pytest.mark.parametrize(("text", "value"), RATIOS)
def test_ratios(text: str, value: str) -> None:
    found = only(text)
    assert (found.unit, found.value) == ("ratio", Decimal(value))


def test_halved_is_a_fall_by_half() -> None:
    found = only("The debt was halved")
    assert (found.unit, found.value, found.direction) == ("percent", Decimal(50), Direction.DOWN)


VAGUES = [
    ("the billions spent", "2000000000", "count", None),
    ("tens of thousands of people", "10000", "count", "person"),
    ("hundreds of millions of dollars", "100000000", "USD", None),
    ("several hundred people", "200", "count", "person"),
    ("dozens of homes", "24", "count", "home"),
]


@pytest.mark.parametrize(("text", "least", "unit", "noun"), VAGUES)
def test_plurals_without_a_figure_are_vague(text: str, least: str, unit: str, noun: str | None) -> None:
    found = only(text)
    assert found.vague
    assert (found.value, found.unit, found.noun) == (Decimal(least), unit, noun)


TIMES = [
    ("10pm", 1320),
    ("22:00", 1320),
    ("10.30am", 630),
    ("7:15 p.m.", 1155),
    ("1800 GMT", 1080),
    ("12am", 0),
]


@pytest.mark.parametrize(("text", "minutes"), TIMES)
def test_times_of_day(text: str, minutes: int) -> None:
    found = only(text)
    assert (found.unit, found.value) == ("clock", Decimal(minutes))


RATES = [
    ("£14m a year", "year"),
    ("$80 a barrel", "barrel"),
    ("£12.60 an hour", "hour"),
    ("40 tonnes per head", "person"),
]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_the_basis_of_a_rate_is_kept(text: str, per: str) -> None:
    assert only(text).per == per


def test_rates_per_hundred_thousand_are_a_unit_of_their_own() -> None:
    found = only("fifteen suicides per 100,000 people")
    assert (found.unit, found.value) == ("per_100000", Decimal(15))


NO_FIGURES = [
    "GPT-4 was beaten by DeepSeek-V3 and R1",
    "The Stoxx 600 and the FTSE 100 were flat",
    "FTSE 100 companies",
    "the S&P 500 index",
    "Formula 1 drivers",
    "a cluster of H800 chips",
    "an Airbus A320neo and the 737 Max",
    "Covid-19 and Chandrayaan-3",
    "post-16 colleges, over-65s and under-15s",
    "Call 020 7946 0018 or 555-1234",
    "in 2024 and since 1994",
    "5G, 4x4 and 3D",
    "version 1.2.3 of Windows 11",
    "see page 5 and chapter 3",
    "No. 10 said so",
    "24/7 service since 9/11",
    "1. Mix the flour",
    "World War Two and the Group of Seven",
    "First Minister",
    "no one, one of them and the one who left",
    "the half-marathon at half-time",
    "1,23 and 1,2,3",
]


def test_one_of_a_number_is_a_figure() -> None:
    assert [q.value for q in find_quantities("one of the nine councillors")] == [Decimal(1), Decimal(9)]


def test_a_change_and_an_end_are_no_range() -> None:
    size, end = find_quantities("It cut its debt by almost €2 billion to €4.4 billion")
    assert (size.high, size.movement, end.movement) == (None, Movement.CHANGE, Movement.AFTER)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_names_years_and_list_marks_are_no_figures(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_figure_beside_a_name_is_still_found() -> None:
    assert [q.quote for q in find_quantities("The S&P 500 fell 2.1% and Nasdaq 100 futures 3%")] == [
        "2.1%",
        "3%",
    ]


def test_a_year_before_people_is_a_count_when_hedged() -> None:
    found = only("more than 2000 people came")
    assert (found.value, found.hedge) == (Decimal(2000), Hedge.OVER)


STEPS = [
    ("148,000 people", "1000"),
    ("1,500 people", "100"),
    ("300 people", "10"),
    ("40 people", "1"),
    ("60%", "1"),
    ("6.0%", "0.1"),
]


@pytest.mark.parametrize(("text", "step"), STEPS)
def test_closing_zeros_count_as_rounded_while_that_moves_little(text: str, step: str) -> None:
    assert only(text).step == Decimal(step)


def test_words_without_digits_have_no_step() -> None:
    assert only("a third of them").step is None
    assert only("a quarter of a million copies").step is None


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Soyuz 1, the capsule, burnt.", []),
        ("Only 14, the mayor said, came.", ["14"]),
        ("The French won 12 cups and the Portuguese 91.", ["12 cups", "91"]),
        ("At COP29 they agreed.", []),
        ("It cost COP 29 million.", ["COP 29 million"]),
    ],
)
def test_names_with_a_number_and_peoples_with_a_figure(text: str, quotes: list[str]) -> None:
    assert [quantity.quote for quantity in find_quantities(text)] == quotes
