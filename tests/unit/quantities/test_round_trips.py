"""A figure written in any way of the house is found again as what it was."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.quantities import Hedge
from factcheck.quantities.find import find_periods, find_quantities
from factcheck.quantities.hedge_words import HEDGES_BEFORE

Write = Callable[[int], str]


def _in_groups(value: int, separator: str) -> str:
    return f"{value:,}".replace(",", separator)


WHOLE: tuple[Write, ...] = (
    str,
    lambda value: f"{value:,}",
    lambda value: _in_groups(value, "\u00a0"),
    lambda value: _in_groups(value, "\u202f"),
    lambda value: _in_groups(value, "\u2009"),
    lambda value: _in_groups(value, "’"),
)
wholes = st.integers(10_000, 999_999_999)


@given(wholes, st.sampled_from(WHOLE))
@settings(max_examples=200, deadline=None)
def test_a_count_is_found_whatever_groups_its_digits(value: int, write: Write) -> None:
    written = f"{write(value)} moths"
    (found,) = find_quantities(f"They saw {written} there.")

    assert (found.value, found.unit, found.noun, found.quote) == (Decimal(value), "count", "moth", written)
    assert found.step is not None
    assert value % found.step == 0


SCALES = {
    10**3: ("k", " thousand"),
    10**6: ("m", "mn", "mln", " mn", " million", "\u00a0million"),
    10**9: ("bn", " bn", " billion"),
    10**12: ("tn", "trn", " trillion"),
}
MONEY = {
    "£": "GBP",
    "$": "USD",
    "A$": "AUD",
    "€": "EUR",
    "₹": "INR",
    "₦": "NGN",
    "CHF ": "CHF",
    "NOK": "NOK",
    "Rs ": "INR",
}


@given(
    st.integers(1, 9999),
    st.integers(0, 2),
    st.sampled_from([(scale, word) for scale, words in SCALES.items() for word in words]),
    st.sampled_from(sorted(MONEY)),
)
@settings(max_examples=300, deadline=None)
def test_money_keeps_value_precision_and_currency(
    digits: int, places: int, magnitude: tuple[int, str], sign: str
) -> None:
    scale, word = magnitude
    number = Decimal(digits).scaleb(-places)
    written = f"{sign}{number:f}{word}"
    (found,) = find_quantities(f"It paid {written} for them.")

    assert (found.quote, found.value, found.unit) == (written, number * scale, MONEY[sign])
    assert found.step is not None
    if places:
        assert found.step == Decimal(scale).scaleb(-places)
    else:
        assert found.step >= scale


SHARES = ("%", " %", " per cent", "\u00a0per\u00a0cent", " percent", "pc", " pct")


@given(
    st.integers(1, 9999),
    st.integers(0, 3),
    st.sampled_from(SHARES),
    st.sampled_from(["", "-", "−", "minus "]),
)
@settings(max_examples=200, deadline=None)
def test_a_percentage_keeps_sign_and_places(digits: int, places: int, sign: str, minus: str) -> None:
    number = Decimal(digits).scaleb(-places)
    written = f"{minus}{number:f}{sign}"
    (found,) = find_quantities(f"growth of {written} so far")

    assert (found.quote, found.unit) == (written, "percent")
    assert found.value == (-number if minus else number)
    assert places == 0 or found.step == Decimal(1).scaleb(-places)


ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _below_hundred(value: int, hyphen: str) -> str:
    if value < 20:
        return ONES[value]
    ten, one = divmod(value, 10)
    return TENS[ten - 2] + (hyphen + ONES[one] if one else "")


def spelt(value: int, *, hyphen: str = "-", link: str = " and ") -> str:
    """`value` below a thousand million in words."""
    for scale, word in ((10**6, "million"), (10**3, "thousand")):
        if value >= scale:
            head, rest = divmod(value, scale)
            tail = (link if 0 < rest < 100 else " ") + spelt(rest, hyphen=hyphen, link=link) if rest else ""
            return f"{spelt(head, hyphen=hyphen, link=link)} {word}{tail}"
    if value >= 100:
        hundreds, rest = divmod(value, 100)
        return f"{ONES[hundreds]} hundred" + (link + _below_hundred(rest, hyphen) if rest else "")
    return _below_hundred(value, hyphen)


@given(st.integers(2, 999_999_999), st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
@settings(max_examples=300, deadline=None)
def test_a_number_in_words_is_the_number(value: int, hyphen: str, link: str) -> None:
    written = f"{spelt(value, hyphen=hyphen, link=link)} moths"
    (found,) = find_quantities(f"They saw {written} there.")

    assert (found.quote, found.value, found.noun) == (written, Decimal(value), "moth")


@given(
    st.integers(2, 60),
    st.integers(1, 40),
    st.sampled_from(["-", "–", " to "]),
    st.sampled_from([" moths", "%", "m", "kg"]),
)
@settings(max_examples=200, deadline=None)
def test_a_range_has_both_its_ends(low: int, more: int, link: str, unit: str) -> None:
    sign = "£" if unit == "m" else ""
    written = f"{sign}{low}{link}{low + more}{unit}"
    (found,) = find_quantities(f"It took {written} of it.")

    scale = 10**6 if unit == "m" else 1
    assert (found.quote, found.value, found.high) == (
        written,
        Decimal(low * scale),
        Decimal((low + more) * scale),
    )


@given(
    st.sampled_from(sorted(HEDGES_BEFORE)), st.sampled_from(["4%", "£40", "40 moths", "40 miles", "a third"])
)
@settings(max_examples=200, deadline=None)
def test_each_hedge_goes_with_each_figure(hedge: str, figure: str) -> None:
    (bare,) = find_quantities(figure)
    (found,) = find_quantities(f"There were {hedge} {figure}")

    assert (found.value, found.unit, found.step, found.noun) == (bare.value, bare.unit, bare.step, bare.noun)
    assert found.hedge is HEDGES_BEFORE[hedge]
    assert bare.hedge is Hedge.EXACT
    assert found.quote == f"{hedge} {figure}"


MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    lambda day: day.isoformat(),
    lambda day: f"{day.day:02}.{day.month:02}.{day.year}",
)


@given(st.dates(date(1500, 1, 1), date(2199, 12, 31)), st.sampled_from(DAYS))
@settings(max_examples=200, deadline=None)
def test_a_day_is_that_day_in_every_way_of_writing_it(day: date, write: Callable[[date], str]) -> None:
    written = write(day)
    text = f"It opened on {written} in the rain."
    (found,) = find_periods(text)

    assert (found.quote, found.first, found.last) == (written, day, day)
    assert find_quantities(text) == ()
