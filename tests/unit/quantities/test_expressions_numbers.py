"""Numbers as newspapers write them: digits of several countries, words, fractions, magnitudes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.domain.quantities import Hedge

Yields = Callable[[str, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Figure:
    """What one written number is: its value and precision, what is counted, how it is loosened."""

    quote: str
    value: str
    step: str | None = "1"
    noun: str | None = None
    unit: str = "count"
    high: str | None = None
    hedge: Hedge = Hedge.EXACT
    vague: bool = False


def share(quote: str, value: str, noun: str | None = None) -> Figure:
    """A fraction of something, which has no digits to round."""
    return Figure(quote, value, None, noun, "percent")


THIRD = "33.3333333333333333"

WORDS: tuple[tuple[str, Figure], ...] = (
    ("nine villages were cut off", Figure("nine villages", "9", noun="village")),
    ("Seventeen bridges were closed", Figure("Seventeen bridges", "17", noun="bridge")),
    ("forty-two lorries", Figure("forty-two lorries", "42", noun="lorry")),
    ("sixty five lamps", Figure("sixty five lamps", "65", noun="lamp")),
    ("a hundred villagers", Figure("a hundred villagers", "100", noun="villager")),
    ("one hundred and one kennels", Figure("one hundred and one kennels", "101", noun="kennel")),
    ("three hundred twelve pupils", Figure("three hundred twelve pupils", "312", noun="pupil")),
    ("twelve hundred barrels", Figure("twelve hundred barrels", "1200", "100", "barrel")),
    ("two thousand and six ballots", Figure("two thousand and six ballots", "2006", "1", "ballot")),
    ("a thousand lanterns", Figure("a thousand lanterns", "1000", "100", "lantern")),
    ("six million hens", Figure("six million hens", "6000000", "1000000", "hen")),
    ("a million and a half hens", Figure("a million and a half hens", "1500000", None, "hen")),
    (
        "three and a half acres of roof",
        Figure("three and a half acres", "14164.0541345598820", None, "roof", "square_metre"),
    ),
    ("two and a half million loaves", Figure("two and a half million loaves", "2500000", None, "loaf")),
    (
        "one and a half billion parcels",
        Figure("one and a half billion parcels", "1500000000", None, "parcel"),
    ),
    ("a dozen kayaks", Figure("a dozen kayaks", "12", None, "kayak")),
    ("three dozen kayaks", Figure("three dozen kayaks", "36", None, "kayak")),
    ("half a dozen kayaks", Figure("half a dozen kayaks", "6", None, "kayak")),
    ("a half-dozen kayaks", Figure("a half-dozen kayaks", "6", None, "kayak")),
    ("half a million homes", Figure("half a million homes", "500000", None, "home")),
    ("half-a-million homes", Figure("half-a-million homes", "500000", None, "home")),
    ("a quarter of a million homes", Figure("a quarter of a million homes", "250000", None, "home")),
    ("a quarter-million homes", Figure("a quarter-million homes", "250000", None, "home")),
    (
        "three-quarters of a million homes",
        Figure("three-quarters of a million homes", "750000", None, "home"),
    ),
    ("half a billion trees", Figure("half a billion trees", "500000000", None, "tree")),
    (
        "a couple of hundred geese",
        Figure("a couple of hundred geese", "200", None, "goose", hedge=Hedge.ABOUT),
    ),
    ("Two-hundred-and-six bones", Figure("Two-hundred-and-six bones", "206", "1", "bone")),
    ("zero complaints", Figure("zero complaints", "0", "1", "complaint")),
    ("one hundred thousand bees", Figure("one hundred thousand bees", "100000", "10000", "bee")),
    (
        "fifteen hundred and twenty-one seats",
        Figure("fifteen hundred and twenty-one seats", "1521", "1", "seat"),
    ),
)

FRACTIONS: tuple[tuple[str, Figure], ...] = (
    ("two-thirds of councillors", share("two-thirds", "66.6666666666666667", "councillor")),
    ("two thirds of councillors", share("two thirds", "66.6666666666666667", "councillor")),
    ("a third of the orchards", share("a third", THIRD, "orchard")),
    ("one third of the orchards", share("one third", THIRD, "orchard")),
    ("a quarter of farmers", share("a quarter", "25", "farmer")),
    ("three-quarters of farmers", share("three-quarters", "75", "farmer")),
    ("a fifth of the fleet", share("a fifth", "20", "fleet")),
    ("four fifths of the fleet", share("four fifths", "80", "fleet")),
    ("half of the crew", share("half", "50", "crew")),
    ("half the crew", share("half", "50", "crew")),
    ("nine-tenths of the ice", share("nine-tenths", "90", "ice")),
    ("one in five drivers", share("one in five", "20", "driver")),
    ("One in 10 drivers", share("One in 10", "10", "driver")),
    ("three in four drivers", share("three in four", "75", "driver")),
    ("nine out of ten drivers", share("nine out of ten", "90", "driver")),
    ("7 out of every 10 drivers", share("7 out of every 10", "70", "driver")),
    ("one in every 50 drivers", share("one in every 50", "2", "driver")),
    ("½ of voters", share("½", "50", "voter")),
    ("⅔ of voters", share("⅔", "66.6666666666666667", "voter")),
    ("3/4 of voters", share("3/4", "75", "voter")),
    ("1/3 of voters", share("1/3", THIRD, "voter")),
    ("a two-thirds majority", share("two-thirds", "66.6666666666666667")),
)

DIGITS: tuple[tuple[str, Figure], ...] = (
    ("1,234,567 moths", Figure("1,234,567 moths", "1234567", "1", "moth")),
    ("1 234 567 moths", Figure("1 234 567 moths", "1234567", "1", "moth")),
    ("1\u00a0234\u00a0567 moths", Figure("1\u00a0234\u00a0567 moths", "1234567", "1", "moth")),
    ("1\u202f234\u202f567 moths", Figure("1\u202f234\u202f567 moths", "1234567", "1", "moth")),
    ("12,34,567 moths", Figure("12,34,567 moths", "1234567", "1", "moth")),
    ("1’234’567 moths", Figure("1’234’567 moths", "1234567", "1", "moth")),
    ("1'234'567 moths", Figure("1'234'567 moths", "1234567", "1", "moth")),
    ("1.234.567,5 tonnes of ore", Figure("1.234.567,5 tonnes", "1234567500", "100", "ore", "kilogram")),
    ("3.14 moths", Figure("3.14 moths", "3.14", "0.01", "moth")),
    ("0.5 moths", Figure("0.5 moths", "0.5", "0.1", "moth")),
    ("12,500 moths", Figure("12,500 moths", "12500", "100", "moth")),
    ("120,000 moths", Figure("120,000 moths", "120000", "10000", "moth")),
    ("2½ million moths", Figure("2½ million moths", "2500000", None, "moth")),
    ("1¾ million moths", Figure("1¾ million moths", "1750000", None, "moth")),
    ("a growth of −0.4 per cent", Figure("−0.4 per cent", "-0.4", "0.1", None, "percent")),
    ("a growth of -0.4 per cent", Figure("-0.4 per cent", "-0.4", "0.1", None, "percent")),
    ("a growth of minus 0.4 per cent", Figure("minus 0.4 per cent", "-0.4", "0.1", None, "percent")),
    ("43\u00a0per\u00a0cent of them", Figure("43\u00a0per\u00a0cent", "43", "1", None, "percent")),
)

MAGNITUDES: tuple[tuple[str, Figure], ...] = (
    ("1.9m parcels", Figure("1.9m parcels", "1900000", "100000", "parcel")),
    ("1.9 m parcels", Figure("1.9 m parcels", "1900000", "100000", "parcel")),
    ("1.9M parcels", Figure("1.9M parcels", "1900000", "100000", "parcel")),
    ("1.9mn parcels", Figure("1.9mn parcels", "1900000", "100000", "parcel")),
    ("1.9 mn parcels", Figure("1.9 mn parcels", "1900000", "100000", "parcel")),
    ("1.9mln parcels", Figure("1.9mln parcels", "1900000", "100000", "parcel")),
    ("1.9 mln parcels", Figure("1.9 mln parcels", "1900000", "100000", "parcel")),
    ("1.9 million parcels", Figure("1.9 million parcels", "1900000", "100000", "parcel")),
    ("1.9\u00a0million parcels", Figure("1.9\u00a0million parcels", "1900000", "100000", "parcel")),
    ("3bn parcels", Figure("3bn parcels", "3000000000", "1000000000", "parcel")),
    ("3 bn parcels", Figure("3 bn parcels", "3000000000", "1000000000", "parcel")),
    ("3 billion parcels", Figure("3 billion parcels", "3000000000", "1000000000", "parcel")),
    ("3tn parcels", Figure("3tn parcels", "3000000000000", "1000000000000", "parcel")),
    ("3 trn parcels", Figure("3 trn parcels", "3000000000000", "1000000000000", "parcel")),
    ("3 trillion parcels", Figure("3 trillion parcels", "3000000000000", "1000000000000", "parcel")),
    ("45k parcels", Figure("45k parcels", "45000", "1000", "parcel")),
    ("45K parcels", Figure("45K parcels", "45000", "1000", "parcel")),
    ("45 thousand parcels", Figure("45 thousand parcels", "45000", "1000", "parcel")),
    ("5 hundred parcels", Figure("5 hundred parcels", "500", "100", "parcel")),
    ("3 lakh parcels", Figure("3 lakh parcels", "300000", "100000", "parcel")),
    ("3.5 crore parcels", Figure("3.5 crore parcels", "35000000", "1000000", "parcel")),
    ("two lakh parcels", Figure("two lakh parcels", "200000", "10000", "parcel")),
    ("two lakh crore parcels", Figure("two lakh crore parcels", "2000000000000", "1000000000000", "parcel")),
    ("a 1.5 million-strong crowd", Figure("1.5 million-strong", "1500000", "100000")),
    ("a 1.5-million crowd", Figure("1.5-million", "1500000", "100000")),
)

COMPOUNDS: tuple[tuple[str, Figure], ...] = (
    ("the 27-nation bloc", Figure("27-nation", "27", "1", "nation")),
    ("a four-bedroom cottage", Figure("four-bedroom", "4", "1", "bedroom")),
    ("a nine-member panel", Figure("nine-member", "9", "1", "member")),
    ("a 12-strong crew", Figure("12-strong", "12", "1")),
    ("a 600-page dossier", Figure("600-page", "600", "10", "page")),
    ("a 40-tonne lorry", Figure("40-tonne", "40000", "1000", None, "kilogram")),
    ("an 18-hole course", Figure("18-hole", "18", "1", "hole")),
    ("the 1,100-seat hall", Figure("1,100-seat", "1100", "100", "seat")),
    ("a two-bedroom flat", Figure("two-bedroom", "2", "1", "bedroom")),
)

VAGUE: tuple[tuple[str, Figure], ...] = (
    ("hundreds of trawlers", Figure("hundreds", "200", None, "trawler", high="1000", vague=True)),
    ("thousands of trawlers", Figure("thousands", "2000", None, "trawler", high="100000", vague=True)),
    (
        "tens of thousands of trawlers",
        Figure("tens of thousands", "10000", None, "trawler", high="100000", vague=True),
    ),
    (
        "hundreds of thousands of trawlers",
        Figure("hundreds of thousands", "100000", None, "trawler", high="1000000", vague=True),
    ),
    ("dozens of trawlers", Figure("dozens", "24", None, "trawler", high="200", vague=True)),
    ("scores of trawlers", Figure("scores", "40", None, "trawler", high="400", vague=True)),
    ("millions of trawlers", Figure("millions", "2000000", None, "trawler", high="1000000000", vague=True)),
    ("several hundred trawlers", Figure("several hundred", "200", None, "trawler", high="1000", vague=True)),
    ("a few thousand trawlers", Figure("few thousand", "2000", None, "trawler", high="10000", vague=True)),
    (
        "hundreds of millions of euros",
        Figure("hundreds of millions of euros", "100000000", None, None, "EUR", "1000000000", vague=True),
    ),
    (
        "billions of pounds",
        Figure("billions of pounds", "2000000000", None, None, "GBP", "1000000000000", vague=True),
    ),
    (
        "hundreds of kilometres",
        Figure("hundreds of kilometres", "200000", None, None, "metre", "1000000", vague=True),
    ),
)

TABLE = (*WORDS, *FRACTIONS, *DIGITS, *MAGNITUDES, *COMPOUNDS, *VAGUE)


@pytest.mark.parametrize(("text", "figure"), TABLE, ids=[text for text, _ in TABLE])
def test_a_number_has_its_value_and_precision(text: str, figure: Figure, yields: Yields) -> None:
    yields(text, (figure,))
