"""Which dates and periods a sentence holds, and the days they cover."""

from datetime import date

import pytest

from factcheck.domain.quantities import Edge, Grain, Period
from factcheck.quantities.find import find_periods, find_quantities

WEDNESDAY = date(2025, 11, 12)


def only(text: str, anchor: date | None = WEDNESDAY) -> Period:
    found = find_periods(text, anchor)
    assert len(found) == 1, found
    return found[0]


WRITTEN_OUT = [
    ("on 27 January 2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on 27th of January, 2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on January 27, 2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on Jan. 27, 2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on Monday 27 January 2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on 2025-01-27", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on 27/01/2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("on 01/27/2025", Grain.DAY, "2025-01-27", "2025-01-27"),
    ("5-7 March 2024", Grain.OTHER, "2024-03-05", "2024-03-07"),
    ("from March 15 to 17, 2024", Grain.OTHER, "2024-03-15", "2024-03-17"),
    ("in March 2020", Grain.MONTH, "2020-03-01", "2020-03-31"),
    ("in February 2024", Grain.MONTH, "2024-02-01", "2024-02-29"),
    ("in 2024", Grain.YEAR, "2024-01-01", "2024-12-31"),
    ("the 1990s", Grain.DECADE, "1990-01-01", "1999-12-31"),
    ("the ’90s", Grain.DECADE, "1990-01-01", "1999-12-31"),
    ("Q3 2024", Grain.QUARTER, "2024-07-01", "2024-09-30"),
    ("the third quarter of 2024", Grain.QUARTER, "2024-07-01", "2024-09-30"),
    ("the first half of 2025", Grain.HALF, "2025-01-01", "2025-06-30"),
    ("H1 2025", Grain.HALF, "2025-01-01", "2025-06-30"),
    ("financial year 2023-24", Grain.YEAR, "2023-04-01", "2024-03-31"),
    ("in 2023/24", Grain.YEAR, "2023-04-01", "2024-03-31"),
    ("from 2019-2021", Grain.OTHER, "2019-01-01", "2021-12-31"),
    ("from 2008 to 2016", Grain.OTHER, "2008-01-01", "2016-12-31"),
    ("January to March 2024", Grain.QUARTER, "2024-01-01", "2024-03-31"),
    ("the three months to September 2025", Grain.QUARTER, "2025-07-01", "2025-09-30"),
    ("six months to 30 June 2025", Grain.HALF, "2025-01-01", "2025-06-30"),
    ("the year to March 2024", Grain.YEAR, "2023-04-01", "2024-03-31"),
    ("four weeks to 26 January 2025", Grain.OTHER, "2024-12-30", "2025-01-26"),
    ("the first nine months of 2024", Grain.OTHER, "2024-01-01", "2024-09-30"),
    ("the first Thursday of May 2025", Grain.DAY, "2025-05-01", "2025-05-01"),
    ("the last Friday of May 2025", Grain.DAY, "2025-05-30", "2025-05-30"),
    ("in spring 2025", Grain.OTHER, "2025-03-01", "2025-05-31"),
    ("the winter of 2023", Grain.OTHER, "2023-12-01", "2024-02-29"),
    ("the end of June 2025", Grain.OTHER, "2025-06-26", "2025-06-30"),
    ("Christmas Day 2024", Grain.DAY, "2024-12-25", "2024-12-25"),
    ("New Year’s Eve 2024", Grain.DAY, "2024-12-31", "2024-12-31"),
    ("Easter Monday 2024", Grain.DAY, "2024-04-01", "2024-04-01"),
    ("Good Friday 2025", Grain.DAY, "2025-04-18", "2025-04-18"),
    ("Thanksgiving 2024", Grain.OTHER, "2024-11-28", "2024-11-28"),
]


@pytest.mark.parametrize(("text", "grain", "first", "last"), WRITTEN_OUT)
def test_a_period_with_its_year_needs_no_anchor(text: str, grain: Grain, first: str, last: str) -> None:
    for anchor in (None, WEDNESDAY):
        found = only(text, anchor)
        assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))
        assert found.grain is grain or text.startswith("Thanksgiving")


ANCHORED = [
    ("on Tuesday", "2025-11-11", "2025-11-11"),
    ("on Wednesday", "2025-11-12", "2025-11-12"),
    ("on Thursday", "2025-11-06", "2025-11-06"),
    ("last Wednesday", "2025-11-05", "2025-11-05"),
    ("next Friday", "2025-11-14", "2025-11-14"),
    ("yesterday", "2025-11-11", "2025-11-11"),
    ("today", "2025-11-12", "2025-11-12"),
    ("this morning", "2025-11-12", "2025-11-12"),
    ("last night", "2025-11-11", "2025-11-11"),
    ("tomorrow", "2025-11-13", "2025-11-13"),
    ("last week", "2025-11-03", "2025-11-09"),
    ("this week", "2025-11-10", "2025-11-16"),
    ("this year", "2025-01-01", "2025-12-31"),
    ("last year", "2024-01-01", "2024-12-31"),
    ("next year", "2026-01-01", "2026-12-31"),
    ("last month", "2025-10-01", "2025-10-31"),
    ("last quarter", "2025-07-01", "2025-09-30"),
    ("the past fortnight", "2025-10-30", "2025-11-12"),
    ("the last three months", "2025-08-13", "2025-11-12"),
    ("in March", "2025-03-01", "2025-03-31"),
    ("in December", "2024-12-01", "2024-12-31"),
    ("in November", "2025-11-01", "2025-11-30"),
    ("next March", "2026-03-01", "2026-03-31"),
    ("last March", "2025-03-01", "2025-03-31"),
    ("on 27 January", "2025-01-27", "2025-01-27"),
    ("on 27 December", "2024-12-27", "2024-12-27"),
    ("until 21 November", "2025-11-21", "2025-11-21"),
    ("by the end of October", "2025-10-27", "2025-10-31"),
    ("in the third quarter", "2025-07-01", "2025-09-30"),
    ("the year to September", "2024-10-01", "2025-09-30"),
    ("three months to December", "2024-10-01", "2024-12-31"),
    ("last autumn", "2024-09-01", "2024-11-30"),
    ("next summer", "2026-06-01", "2026-08-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), ANCHORED)
def test_a_relative_period_is_told_from_the_anchor(text: str, first: str, last: str) -> None:
    found = only(text)
    assert (found.first, found.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["on Tuesday", "yesterday", "last week", "in March", "on 27 January", "last year"]
)
def test_without_an_anchor_the_days_stay_unknown(text: str) -> None:
    found = only(text, None)
    assert found.first is None
    assert found.last is None


def test_month_and_day_are_kept_without_an_anchor() -> None:
    found = only("on 27 January", None)
    assert (found.month, found.day, found.year) == (1, 27, None)


def test_an_ambiguous_date_names_no_day() -> None:
    assert only("on 03/04/2025").first is None


def test_a_shared_year_is_given_to_the_first_date_too() -> None:
    first, last = find_periods("between 30 December and 14 March 2025")
    assert first.first == date(2024, 12, 30)
    assert last.first == date(2025, 3, 14)


EDGES = [
    ("since 1994", Edge.SINCE),
    ("by 2030", Edge.BY),
    ("until 2018", Edge.UNTIL),
    ("before Christmas 2025", Edge.BEFORE),
    ("after 5 March 2024", Edge.AFTER),
    ("in time for Christmas 2025", Edge.BY),
    ("in 1994", None),
]


@pytest.mark.parametrize(("text", "edge"), EDGES)
def test_the_word_before_makes_it_a_bound(text: str, edge: Edge | None) -> None:
    assert only(text).edge is edge


NO_PERIODS = [
    "You may call 2,000 people",
    "They march on London",
    "the 5 people and 12 sheep",
    "in protest to May’s agreement",
    "The second half brought two goals",
    "a bill of $2000",
    "2000 metres up",
    "over 2000 people",
]


@pytest.mark.parametrize("text", NO_PERIODS)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert find_periods(text, WEDNESDAY) == ()


def test_the_day_of_a_date_is_no_figure() -> None:
    assert [q.quote for q in find_quantities("On 27 January 2025 it fell by 17%")] == ["17%"]
    assert [q.quote for q in find_quantities("In March 14 people died")] == ["14 people"]


def test_dates_that_no_calendar_has_stay_unknown() -> None:
    assert only("on 31 February 2025").first is None
    assert find_periods("2025-13-40") == () or only("2025-13-40").first is None


def test_the_ends_of_the_calendar_do_not_break_it() -> None:
    for anchor in (date.min, date.max):
        for text in (
            "next year",
            "last week",
            "the last 90 years",
            "tomorrow",
            "yesterday",
            "in March",
            "next Friday",
        ):
            only(text, anchor)


@pytest.mark.parametrize(
    "text",
    [
        "the average of 1850 to 1900",
        "between 1850 and 1900",
        "the years 1850 to 1900",
        "the 1850-1900 average",
        "from 1850 to 1900",
    ],
)
def test_two_years_that_are_one_stretch(text: str) -> None:
    (period,) = find_periods(text)

    assert (period.first, period.last) == (date(1850, 1, 1), date(1900, 12, 31))


def test_two_figures_of_what_is_counted_are_no_stretch_of_years() -> None:
    found = find_periods("an average of 1850 to 1900 visitors")

    assert [period.quote for period in found] != ["1850 to 1900"]
