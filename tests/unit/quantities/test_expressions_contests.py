"""Places in a row, scores, votes, ratios and ages; and numbers that are names and no figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.domain.quantities import Hedge
from factcheck.quantities.find import find_quantities

Yields = Callable[[str, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A rank, score, age or multiple; `high` is the other side of a score or the end of a range."""

    quote: str
    value: str
    unit: str
    high: str | None = None
    noun: str | None = None
    hedge: Hedge = Hedge.EXACT


ORDINALS: tuple[tuple[str, Placed], ...] = (
    ("the third ferry", Placed("third", "3", "ordinal", noun="ferry")),
    ("the 3rd ferry", Placed("3rd", "3", "ordinal", noun="ferry")),
    ("the twenty-first ferry", Placed("twenty-first", "21", "ordinal", noun="ferry")),
    ("the 112th ferry", Placed("112th", "112", "ordinal", noun="ferry")),
    ("the hundredth ferry", Placed("hundredth", "100", "ordinal", noun="ferry")),
    ("the second-largest ferry", Placed("second-largest", "2", "ordinal", noun="ferry")),
    ("the third largest ferry", Placed("third largest", "3", "ordinal", noun="ferry")),
    ("the fifth-most-visited museum", Placed("fifth-most-visited", "5", "ordinal", noun="museum")),
    ("the 10th biggest museum", Placed("10th biggest", "10", "ordinal", noun="museum")),
    ("She finished fourth", Placed("fourth", "4", "ordinal")),
    ("She came second", Placed("second", "2", "ordinal")),
    ("a category 3 storm", Placed("3", "3", "ordinal", noun="category")),
    ("a level 4 warning", Placed("4", "4", "ordinal", noun="level")),
    ("ranked No 3", Placed("No 3", "3", "ordinal")),
    ("the world No. 1", Placed("No. 1", "1", "ordinal")),
    ("the number three seed", Placed("number three", "3", "ordinal", noun="seed")),
    ("for the second consecutive year", Placed("second", "2", "ordinal", noun="year")),
)

SCORES: tuple[tuple[str, Placed], ...] = (
    ("Rovers beat Albion 3-1", Placed("3-1", "3", "score", "1")),
    ("Rovers won 2–0 at home", Placed("2–0", "2", "score", "0")),
    ("Rovers lost 1-3 to Albion", Placed("1-3", "1", "score", "3")),
    ("a 1-1 draw", Placed("1-1", "1", "score", "1")),
    ("a 0-0 draw", Placed("0-0", "0", "score", "0")),
    ("Rovers won 21–14", Placed("21–14", "21", "score", "14")),
    ("Rovers drew two-all", Placed("two-all", "2", "score", "2")),
    ("Rovers drew 2-all", Placed("2-all", "2", "score", "2")),
    ("a two-nil win", Placed("two-nil", "2", "score", "0")),
    ("Rovers led 3-nil", Placed("3-nil", "3", "score", "0")),
    ("The motion passed 52-48", Placed("52-48", "52", "score", "48")),
    ("The motion passed 52 to 48", Placed("52 to 48", "52", "score", "48")),
    ("The motion passed by 311 votes to 240", Placed("311 votes to 240", "311", "score", "240")),
    ("The motion passed by 311 to 240", Placed("311 to 240", "311", "score", "240")),
    ("The bill passed 230-to-198", Placed("230-to-198", "230", "score", "198")),
    ("The panel ruled by seven to two", Placed("seven to two", "7", "score", "2")),
    ("a vote of 11 to three", Placed("11 to three", "11", "score", "3")),
    ("a nine-to-six council vote", Placed("nine-to-six", "9", "score", "6")),
    ("a 7-2 ruling", Placed("7-2", "7", "score", "2")),
)

RATIOS: tuple[tuple[str, Placed], ...] = (
    ("outnumbered by three to one", Placed("three to one", "3", "ratio")),
    ("a ratio of 3:1", Placed("3:1", "3", "ratio")),
    ("a ratio of 1:4", Placed("1:4", "0.25", "ratio")),
    ("a three-to-one ratio", Placed("three-to-one", "3", "ratio")),
    ("ewes outnumbered rams five to two", Placed("five to two", "2.5", "ratio")),
    ("a ratio of one to four", Placed("one to four", "0.25", "ratio")),
    ("three times as many geese", Placed("three times", "3", "ratio")),
    ("twice as many geese", Placed("twice", "2", "ratio")),
    ("10 times more geese", Placed("10 times", "10", "ratio")),
    ("five times the price", Placed("five times", "5", "ratio")),
    ("double the price", Placed("double", "2", "ratio")),
    ("a 5x rise", Placed("5x", "5", "ratio")),
    ("a tenfold rise", Placed("tenfold", "10", "ratio")),
    ("a 10-fold rise", Placed("10-fold", "10", "ratio")),
    ("one and a half times the price", Placed("one and a half times", "1.5", "ratio")),
    ("2.5 times the price", Placed("2.5 times", "2.5", "ratio")),
)

AGES: tuple[tuple[str, Placed], ...] = (
    ("a 34-year-old baker", Placed("34-year-old", "34", "age")),
    ("a 34 year old baker", Placed("34 year old", "34", "age")),
    ("aged 34", Placed("34", "34", "age")),
    ("at the age of 34", Placed("34", "34", "age")),
    ("at age 34", Placed("34", "34", "age")),
    ("Ilse Brandt, 34, said", Placed("34", "34", "age")),
    ("Ilse Brandt (34) said", Placed("34", "34", "age")),
    ("who is 34, said", Placed("34", "34", "age")),
    ("34 years old", Placed("34 years old", "34", "age")),
    ("34 years of age", Placed("34 years of age", "34", "age")),
    ("a two-year-old gelding", Placed("two-year-old", "2", "age")),
    ("a six-month-old calf", Placed("six-month-old", "0.5", "age")),
    ("aged between 18 and 34", Placed("between 18 and 34", "18", "age", "34")),
    ("aged 18 to 34", Placed("18 to 34", "18", "age", "34")),
    ("aged 18-34", Placed("18-34", "18", "age", "34")),
    ("18- to 34-year-olds", Placed("18- to 34-year-olds", "18", "age", "34")),
    ("16-24-year-olds", Placed("16-24-year-olds", "16", "age", "24")),
    ("children under five", Placed("under five", "5", "age", hedge=Hedge.UNDER)),
    ("people aged 65 and over", Placed("65 and over", "65", "age", hedge=Hedge.AT_LEAST)),
    ("people aged 65 or older", Placed("65 or older", "65", "age", hedge=Hedge.AT_LEAST)),
    ("people over 65", Placed("over 65", "65", "age", hedge=Hedge.OVER)),
)

SINGLE = (*ORDINALS, *SCORES, *RATIOS, *AGES)


@pytest.mark.parametrize(("text", "placed"), SINGLE, ids=[text for text, _ in SINGLE])
def test_places_scores_ratios_and_ages(text: str, placed: Placed, yields: Yields) -> None:
    yields(text, (placed,))


SEVERAL: tuple[tuple[str, tuple[Placed, ...]], ...] = (
    (
        "She won 6-4, 7-6",
        (Placed("6-4", "6", "score", "4"), Placed("7-6", "7", "score", "6")),
    ),
    (
        "She won 6-4 6-7 7-5",
        (
            Placed("6-4", "6", "score", "4"),
            Placed("6-7", "6", "score", "7"),
            Placed("7-5", "7", "score", "5"),
        ),
    ),
    (
        "a majority of 71, by 311 votes to 240",
        (Placed("71", "71", "count"), Placed("311 votes to 240", "311", "score", "240")),
    ),
    (
        "52% to 48%",
        (Placed("52%", "52", "percent"), Placed("48%", "48", "percent")),
    ),
)


@pytest.mark.parametrize(("text", "placed"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_scores_stay_apart(text: str, placed: tuple[Placed, ...], yields: Yields) -> None:
    yields(text, placed)


NAMES = (
    "The crew flew a Boeing 737 to Leeds",
    "a Boeing 737-800 and an Airbus A350",
    "the 737 Max was grounded",
    "It invoked Article 50 of the treaty",
    "under Section 230 and Clause 4",
    "Highway 61 and the M25 were closed",
    "the A1(M) and the B4009",
    "the G20 and G7 summits",
    "Covid-19 and H5N1",
    "a Formula 1 driver in a Formula One car",
    "MI5 and MI6 declined to comment",
    "Channel 4 and BBC Radio 4",
    "BBC One and BBC2",
    "open 24/7 at the door",
    "the 9/11 memorial",
    "the 7/7 bombings",
    "since 2024 and in 1994",
    "Call 020 7946 0018 for tickets",
    "Call 555 123 4567 for tickets",
    "Call +44 20 7946 0018 for tickets",
    "Call 999 at once",
    "an iPhone 15 and a Galaxy S24",
    "Windows 11 and Android 14",
    "a 4x4 with 5G",
    "No 10 declined to comment",
    "Catch-22 and Apollo 11",
    "the FTSE 100 and the S&P 500",
    "the Dow Jones and the Nikkei 225",
    "World War II and World War Two",
    "page 12 and Chapter 3",
    "Flight 370 was lost",
    "Platform 9 at the station",
    "Room 101 is shut",
    "Super Bowl 58 and Euro 2024",
    "the Paris 2024 Games",
    "Agenda 2030 and Vision 2040",
    "Area 51 and District 9",
    "Pier 39 and Gate 7",
    "version 2.0.1 of the app",
    "PM2.5 and NO2 and CO2",
    "vitamin B12 and omega-3",
    "GCSE and A-level, AS1",
    "Type 2 diabetes",
    "Louis XIV and Henry VIII",
    "postcode SW1A 1AA",
    "the 401(k) plan",
    "an ISO 9001 badge",
    "a size 12 dress",
    "Psalm 23 and Genesis 1:1",
    "Group B, Pool A and Group 4",
    "one another and no one",
    "as long as no one asks",
    "at first and for one thing",
    "the First Minister and the Second World War",
    "first of all, on the one hand",
    "a one-off and a one-way street",
    "the one-time mayor",
    "a first-class stamp in a third-party app",
    "a walk on the Seven Sisters",
    "the Big Four and the Gang of Four",
    "the band Maroon 5 and U2 on Radio 1",
    "WD-40 and 7-Eleven",
    "an AK-47 and an F-35",
    "ID number 4821 and case no 77",
    "http://example.org/2024/05 and a@b2.org",
    "#5 and @user99",
)


@pytest.mark.parametrize("text", NAMES)
def test_numbers_that_are_names_are_no_figures(text: str) -> None:
    assert [quantity.quote for quantity in find_quantities(text)] == []
