"""A date of the article against one of a reference."""

from datetime import date

import pytest

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Period
from factcheck.quantities.compare import Comparison, compare_periods
from factcheck.quantities.find import find_periods

AGREES, OPPOSES, OPEN = Effect.AGREES, Effect.OPPOSES, Effect.OPEN
ANCHOR = date(2025, 11, 12)


def period(text: str, anchor: date | None = ANCHOR) -> Period:
    return find_periods(text, anchor)[0]


def compared(claim: str, reference: str) -> Comparison:
    return compare_periods(period(claim), period(reference))


PAIRS = [
    ("in March", "27 March 2025", AGREES, FindingKind.DATE),
    ("on 27 March 2025", "2025-03-27", AGREES, FindingKind.DATE),
    ("on Tuesday", "11 November 2025", AGREES, FindingKind.DATE),
    ("on Tuesday", "10 November 2025", OPPOSES, FindingKind.DATE),
    ("on 27 March 2025", "28 March 2025", OPPOSES, FindingKind.DATE),
    ("in March 2025", "April 2025", OPPOSES, FindingKind.DATE),
    ("on 27 March 2025", "March 2025", OPEN, FindingKind.PERIOD),
    ("in the spring of 2024", "18 October 2024", OPPOSES, FindingKind.DATE),
    ("in Q1 2025", "the three months to 31 March 2025", AGREES, FindingKind.PERIOD),
    ("in the third quarter", "three months to 30 September 2025", AGREES, FindingKind.PERIOD),
    ("in 2022", "2023", OPEN, FindingKind.PERIOD),
    ("in 2025", "27 March 2025", AGREES, FindingKind.DATE),
    ("since 1994", "since 2013", OPPOSES, FindingKind.DATE),
    ("since March 2020", "since 16 October 2024", OPPOSES, FindingKind.DATE),
    ("since 2015", "since the start of 2015", AGREES, FindingKind.PERIOD),
    ("by 2030", "in 2028", AGREES, FindingKind.DATE),
    ("in early March 2025", "3 March 2025", AGREES, FindingKind.DATE),
    ("in early March 2025", "29 March 2025", OPPOSES, FindingKind.DATE),
    ("in late 2024", "18 October 2024", AGREES, FindingKind.DATE),
    ("by 2030", "in 2031", OPPOSES, FindingKind.DATE),
    ("before Christmas 2025", "16 March 2026", OPPOSES, FindingKind.DATE),
    ("before Christmas 2025", "16 March 2025", AGREES, FindingKind.DATE),
    ("after 5 March 2025", "4 March 2025", OPPOSES, FindingKind.DATE),
    ("on 20 March 2025", "by 14 March 2025", OPPOSES, FindingKind.DATE),
    ("on 3 March 2025", "by 14 March 2025", OPEN, FindingKind.DATE),
    ("by the end of June 2025", "by 30 June 2025", AGREES, FindingKind.DATE),
    ("in the financial year 2024-25", "2024/25", AGREES, FindingKind.PERIOD),
    ("in 2019-2021", "2020-2022", OPEN, FindingKind.PERIOD),
    ("on the first Thursday of May 2025", "1 May 2025", AGREES, FindingKind.DATE),
]


@pytest.mark.parametrize(("claim", "reference", "outcome", "kind"), PAIRS)
def test_periods(claim: str, reference: str, outcome: Effect, kind: FindingKind) -> None:
    said = compared(claim, reference)
    assert (said.outcome, said.kind) == (outcome, kind), said.message


def test_an_unwritten_year_is_no_mistake() -> None:
    assert compared("on 27 March", "27 March 2019").outcome is OPEN


UNKNOWN_YEARS = [
    ("on 9 June", "9 June 2024", OPEN),
    ("on 9 June", "10 June 2024", OPPOSES),
    ("in July", "9 July 2024", AGREES),
    ("in July", "August 2024", OPPOSES),
    ("on 9 July", "July 2024", OPEN),
    ("on Tuesday", "9 July 2024", OPEN),
    ("on Wednesday", "9 July 2024", OPPOSES),
    ("on Friday", "on Friday", AGREES),
    ("on Friday", "on Thursday", OPPOSES),
    ("on Christmas Eve", "24 December", AGREES),
    ("on Candlemas", "2 February", AGREES),
    ("on Boxing Day", "27 December", OPPOSES),
    ("on Good Friday", "Easter Monday", OPPOSES),
    ("at Easter", "Christmas", OPPOSES),
    ("on Whit Monday", "Whit Monday", AGREES),
    ("on Good Friday", "2 April", OPEN),
    ("on Tuesday 9 June", "Thursday 9 June", OPPOSES),
    ("in early July", "29 July", OPPOSES),
    ("in early July", "3 July 2024", AGREES),
    ("in late July", "the last week of July", AGREES),
    ("in July", "the first week of July", AGREES),
    ("in the first week of July", "30 June", OPPOSES),
    ("in the first week of July", "in July", OPEN),
    ("9-11 July", "10 July", AGREES),
    ("in early July", "in the third quarter", OPEN),
    ("last week", "9 July 2024", OPEN),
    ("three months to June", "three months to September", OPEN),
]


@pytest.mark.parametrize(("claim", "reference", "outcome"), UNKNOWN_YEARS)
def test_without_a_year_month_and_day_are_compared(claim: str, reference: str, outcome: Effect) -> None:
    assert compare_periods(period(claim, None), period(reference, None)).outcome is outcome


def test_the_message_names_both_dates_and_the_gap() -> None:
    assert compared("on 27 March 2025", "31 March 2025").message == (
        "article says 27 March 2025, reference says 31 March 2025; they do not meet: 4 days lie between"
    )
