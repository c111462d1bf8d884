"""Dates, periods and times of day as newspapers write them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from factcheck.domain.quantities import Edge, Grain
from factcheck.quantities.find import find_periods, find_quantities

Yields = Callable[[str, Sequence[Any]], None]
WEDNESDAY = date(2025, 11, 12)


@dataclass(frozen=True, slots=True)
class When:
    """A period: what is written, the days that it covers on 12 November 2025, its size and its edge."""

    quote: str
    first: str
    last: str
    grain: Grain = Grain.OTHER
    edge: Edge | None = None


DAY, MONTH, QUARTER, HALF, YEAR, DECADE = (
    Grain.DAY,
    Grain.MONTH,
    Grain.QUARTER,
    Grain.HALF,
    Grain.YEAR,
    Grain.DECADE,
)

WRITTEN: tuple[tuple[str, When], ...] = (
    ("on 5 May 2024", When("5 May 2024", "2024-05-05", "2024-05-05", DAY)),
    ("on May 5, 2024", When("May 5, 2024", "2024-05-05", "2024-05-05", DAY)),
    ("on May 5th, 2024", When("May 5th, 2024", "2024-05-05", "2024-05-05", DAY)),
    ("on the 5th of May 2024", When("5th of May 2024", "2024-05-05", "2024-05-05", DAY)),
    ("on Sunday, 5 May 2024", When("Sunday, 5 May 2024", "2024-05-05", "2024-05-05", DAY)),
    ("on Sun 5 May 2024", When("Sun 5 May 2024", "2024-05-05", "2024-05-05", DAY)),
    ("on Sept. 5, 2024", When("Sept. 5, 2024", "2024-09-05", "2024-09-05", DAY)),
    ("on 2024-05-05", When("2024-05-05", "2024-05-05", "2024-05-05", DAY)),
    ("on 25/05/2024", When("25/05/2024", "2024-05-25", "2024-05-25", DAY)),
    ("on 25.05.2024", When("25.05.2024", "2024-05-25", "2024-05-25", DAY)),
    ("12-14 May 2024", When("12-14 May 2024", "2024-05-12", "2024-05-14")),
    ("12–14 May", When("12–14 May", "2025-05-12", "2025-05-14")),
    ("May 12-14", When("May 12-14", "2025-05-12", "2025-05-14")),
    ("from 12 to 14 May", When("12 to 14 May", "2025-05-12", "2025-05-14")),
    ("between 12 and 14 May", When("12 and 14 May", "2025-05-12", "2025-05-14")),
    ("28 May to 3 June 2024", When("28 May to 3 June 2024", "2024-05-28", "2024-06-03")),
    ("28 May–3 June 2024", When("28 May–3 June 2024", "2024-05-28", "2024-06-03")),
    (
        "28 December 2023 to 3 January 2024",
        When("28 December 2023 to 3 January 2024", "2023-12-28", "2024-01-03"),
    ),
    ("in May 2024", When("May 2024", "2024-05-01", "2024-05-31", MONTH)),
    ("in early May 2024", When("early May 2024", "2024-05-01", "2024-05-16")),
    ("in mid-May 2024", When("mid-May 2024", "2024-05-08", "2024-05-24")),
    ("in late May 2024", When("late May 2024", "2024-05-16", "2024-05-31")),
    ("in 2024", When("2024", "2024-01-01", "2024-12-31", YEAR)),
    ("in mid-2020", When("mid-2020", "2020-04-01", "2020-10-01")),
    ("in early 2020", When("early 2020", "2020-01-01", "2020-07-01")),
    ("in late 2020", When("late 2020", "2020-07-02", "2020-12-31")),
    ("at the end of 2020", When("end of 2020", "2020-11-01", "2020-12-31")),
    ("at the start of 2020", When("start of 2020", "2020-01-01", "2020-03-01")),
    ("since 2019", When("2019", "2019-01-01", "2019-12-31", YEAR, Edge.SINCE)),
    ("by 2030", When("2030", "2030-01-01", "2030-12-31", YEAR, Edge.BY)),
    ("until 2030", When("2030", "2030-01-01", "2030-12-31", YEAR, Edge.UNTIL)),
    ("before 2030", When("2030", "2030-01-01", "2030-12-31", YEAR, Edge.BEFORE)),
    ("prior to 2010", When("2010", "2010-01-01", "2010-12-31", YEAR, Edge.BEFORE)),
    ("as of May 2024", When("May 2024", "2024-05-01", "2024-05-31", MONTH)),
    ("from 2019 to 2021", When("2019 to 2021", "2019-01-01", "2021-12-31")),
    ("between 2019 and 2021", When("2019 and 2021", "2019-01-01", "2021-12-31")),
    ("in 2019-21", When("2019-21", "2019-01-01", "2021-12-31")),
    ("in 2019–2021", When("2019–2021", "2019-01-01", "2021-12-31")),
    ("the 1990s", When("1990s", "1990-01-01", "1999-12-31", DECADE)),
    ("the ’90s", When("’90s", "1990-01-01", "1999-12-31", DECADE)),
    ("the nineties", When("nineties", "1990-01-01", "1999-12-31", DECADE)),
    ("the early 1990s", When("early 1990s", "1990-01-01", "1994-12-31")),
    ("the mid-1990s", When("mid-1990s", "1992-07-02", "1997-07-01")),
    ("the late 1990s", When("late 1990s", "1995-01-01", "1999-12-31")),
    ("the late 1970’s", When("late 1970’s", "1975-01-01", "1979-12-31")),
    ("the 1700s", When("1700s", "1700-01-01", "1799-12-31")),
    ("the late 19th century", When("late 19th century", "1851-01-01", "1900-12-31")),
    ("the 19th century", When("19th century", "1801-01-01", "1900-12-31")),
    ("the nineteenth century", When("nineteenth century", "1801-01-01", "1900-12-31")),
    ("in 1066", When("1066", "1066-01-01", "1066-12-31", YEAR)),
    ("in Q3 2024", When("Q3 2024", "2024-07-01", "2024-09-30", QUARTER)),
    ("in Q3 of 2024", When("Q3 of 2024", "2024-07-01", "2024-09-30", QUARTER)),
    ("in 3Q 2024", When("3Q 2024", "2024-07-01", "2024-09-30", QUARTER)),
    ("in 2024 Q3", When("2024 Q3", "2024-07-01", "2024-09-30", QUARTER)),
    ("in H1 2024", When("H1 2024", "2024-01-01", "2024-06-30", HALF)),
    ("in the third quarter of 2024", When("third quarter of 2024", "2024-07-01", "2024-09-30", QUARTER)),
    ("in the first half of 2024", When("first half of 2024", "2024-01-01", "2024-06-30", HALF)),
    (
        "the July-September quarter of 2024",
        When("July-September quarter of 2024", "2024-07-01", "2024-09-30", QUARTER),
    ),
    ("January to March 2024", When("January to March 2024", "2024-01-01", "2024-03-31", QUARTER)),
    ("from March to May", When("March to May", "2025-03-01", "2025-05-31", QUARTER)),
    ("the first nine months of 2024", When("first nine months of 2024", "2024-01-01", "2024-09-30")),
    ("the financial year 2023/24", When("financial year 2023/24", "2023-04-01", "2024-03-31", YEAR)),
    ("the fiscal year 2023-24", When("fiscal year 2023-24", "2023-04-01", "2024-03-31", YEAR)),
    ("the 2023/24 financial year", When("2023/24", "2023-04-01", "2024-03-31", YEAR)),
    ("in 2023–24", When("2023–24", "2023-04-01", "2024-03-31", YEAR)),
    ("in FY2024", When("FY2024", "2023-04-01", "2024-03-31", YEAR)),
    ("in FY24", When("FY24", "2023-04-01", "2024-03-31", YEAR)),
    ("in FY2023/24", When("FY2023/24", "2023-04-01", "2024-03-31", YEAR)),
    ("in fiscal 2024", When("fiscal 2024", "2023-04-01", "2024-03-31", YEAR)),
    ("the year to March 2024", When("year to March 2024", "2023-04-01", "2024-03-31", YEAR)),
    ("the year ended 31 March 2024", When("year ended 31 March 2024", "2023-04-01", "2024-03-31", YEAR)),
    ("the year ending in March 2024", When("year ending in March 2024", "2023-04-01", "2024-03-31", YEAR)),
    ("the 12 months to June 2024", When("12 months to June 2024", "2023-07-01", "2024-06-30", YEAR)),
    ("the three months to June 2024", When("three months to June 2024", "2024-04-01", "2024-06-30", QUARTER)),
    (
        "the three months ended June 30, 2024",
        When("three months ended June 30, 2024", "2024-04-01", "2024-06-30", QUARTER),
    ),
    ("the quarter to June 2024", When("quarter to June 2024", "2024-04-01", "2024-06-30", QUARTER)),
    (
        "the six months through June 2024",
        When("six months through June 2024", "2024-01-01", "2024-06-30", HALF),
    ),
    ("the week to 8 June 2024", When("week to 8 June 2024", "2024-06-02", "2024-06-08", Grain.WEEK)),
    ("the first week of June 2024", When("first week of June 2024", "2024-06-01", "2024-06-07", Grain.WEEK)),
    ("the last week of June 2024", When("last week of June 2024", "2024-06-24", "2024-06-30", Grain.WEEK)),
    ("the summer of 2024", When("summer of 2024", "2024-06-01", "2024-08-31")),
    ("in spring 2024", When("spring 2024", "2024-03-01", "2024-05-31")),
    ("the first Monday in May 2024", When("first Monday in May 2024", "2024-05-06", "2024-05-06", DAY)),
    ("Christmas Day 2024", When("Christmas Day 2024", "2024-12-25", "2024-12-25", DAY)),
    ("New Year’s Eve 2024", When("New Year’s Eve 2024", "2024-12-31", "2024-12-31", DAY)),
    ("Easter Monday 2024", When("Easter Monday 2024", "2024-04-01", "2024-04-01", DAY)),
)

ANCHORED: tuple[tuple[str, When], ...] = (
    ("last Tuesday", When("last Tuesday", "2025-11-11", "2025-11-11", DAY)),
    ("on Monday night", When("Monday", "2025-11-10", "2025-11-10", DAY)),
    ("on Tuesday last week", When("Tuesday last week", "2025-11-04", "2025-11-04", DAY)),
    ("yesterday", When("yesterday", "2025-11-11", "2025-11-11", DAY)),
    ("this month", When("this month", "2025-11-01", "2025-11-30", MONTH)),
    ("last month", When("last month", "2025-10-01", "2025-10-31", MONTH)),
    ("next month", When("next month", "2025-12-01", "2025-12-31", MONTH)),
    ("earlier this year", When("this year", "2025-01-01", "2025-12-31", YEAR)),
    ("last weekend", When("last weekend", "2025-11-08", "2025-11-09")),
    ("last year", When("last year", "2024-01-01", "2024-12-31", YEAR)),
    ("two days ago", When("two days ago", "2025-11-10", "2025-11-10", DAY)),
    ("a month ago", When("a month ago", "2025-10-01", "2025-10-31")),
    ("a year ago", When("a year ago", "2024-01-01", "2024-12-31", YEAR)),
    ("a week ago", When("a week ago", "2025-11-03", "2025-11-09", Grain.WEEK)),
    ("a fortnight ago", When("a fortnight ago", "2025-10-27", "2025-11-02", Grain.WEEK)),
    ("the past decade", When("past decade", "2015-11-13", "2025-11-12")),
    ("the last five years", When("last five years", "2020-11-13", "2025-11-12")),
    ("the past 12 months", When("past 12 months", "2024-11-13", "2025-11-12")),
    ("the past fortnight", When("past fortnight", "2025-10-30", "2025-11-12")),
    ("in Q3", When("Q3", "2025-07-01", "2025-09-30", QUARTER)),
    ("in H1", When("H1", "2025-01-01", "2025-06-30", HALF)),
    ("in the year to March", When("year to March", "2024-04-01", "2025-03-31", YEAR)),
    ("the three months to June", When("three months to June", "2025-04-01", "2025-06-30", QUARTER)),
    ("since March", When("March", "2025-03-01", "2025-03-31", MONTH, Edge.SINCE)),
    ("until June", When("June", "2025-06-01", "2025-06-30", MONTH, Edge.UNTIL)),
    ("in mid-May", When("mid-May", "2025-05-08", "2025-05-24")),
    ("early next year", When("early next year", "2026-01-01", "2026-07-02")),
    ("later this month", When("this month", "2025-11-01", "2025-11-30", MONTH)),
    ("the end of the month", When("end of the month", "2025-11-26", "2025-11-30")),
    ("tomorrow", When("tomorrow", "2025-11-13", "2025-11-13", DAY)),
    ("next Friday", When("next Friday", "2025-11-14", "2025-11-14", DAY)),
    ("last summer", When("last summer", "2025-06-01", "2025-08-31")),
)

TABLE = (*WRITTEN, *ANCHORED)


@pytest.mark.parametrize(("text", "when"), TABLE, ids=[text for text, _ in TABLE])
def test_a_period_covers_its_days_and_is_no_figure(text: str, when: When) -> None:
    (found,) = find_periods(text, WEDNESDAY)

    assert (found.quote, found.span.of(text)) == (when.quote, when.quote)
    assert (str(found.first), str(found.last)) == (when.first, when.last)
    assert (found.grain, found.edge) == (when.grain, when.edge)
    assert find_quantities(text) == ()


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight; `high` ends a stretch of hours."""

    quote: str
    value: str
    high: str | None = None
    unit: str = "clock"


CLOCKS: tuple[tuple[str, Clock], ...] = (
    ("at 10pm", Clock("10pm", "1320")),
    ("at 10 pm", Clock("10 pm", "1320")),
    ("at 10.30am", Clock("10.30am", "630")),
    ("at 10:30 a.m.", Clock("10:30 a.m.", "630")),
    ("at 22:00", Clock("22:00", "1320")),
    ("at 1800 GMT", Clock("1800", "1080")),
    ("at 0730 hours", Clock("0730 hours", "450")),
    ("at noon", Clock("noon", "720")),
    ("at midnight", Clock("midnight", "0")),
    ("at six o'clock", Clock("six o'clock", "360")),
    ("at half past six", Clock("half past six", "390")),
    ("at quarter to nine", Clock("quarter to nine", "525")),
    ("from 7-9pm", Clock("7-9pm", "1140", "1260")),
    ("from 7am to 9pm", Clock("7am to 9pm", "420", "1260")),
    ("between 7am and 9am", Clock("between 7am and 9am", "420", "540")),
)


@pytest.mark.parametrize(("text", "clock"), CLOCKS, ids=[text for text, _ in CLOCKS])
def test_a_time_of_day_is_in_minutes(text: str, clock: Clock, yields: Yields) -> None:
    yields(text, (clock,))
