"""Dates told from the day of publication: every sum, and what stays open."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from factcheck.claims.extract import Extractor
from factcheck.text.documents import Limits, document_from_text

Word = Callable[[str, str], str]


@pytest.fixture(scope="module")
def word(extractor: Extractor) -> Word:
    """The last claim of a passage published on a day, in words of its own."""

    def of(passage: str, published: str) -> str:
        moment = datetime.fromisoformat(published).replace(hour=8, tzinfo=UTC)
        document = document_from_text(passage, published_at=moment, limits=Limits())
        return extractor.extract(document).claims[-1].text

    return of


WEDNESDAY = "2025-11-12"


@pytest.mark.parametrize(
    ("published", "passage", "text"),
    [
        # weekdays, by tense
        (
            WEDNESDAY,
            "Orla Quinn won 300 votes on Friday.",
            "Orla Quinn won 300 votes on Friday 7 November 2025.",
        ),
        (
            WEDNESDAY,
            "Orla Quinn won 300 votes on Wednesday.",
            "Orla Quinn won 300 votes on Wednesday 12 November 2025.",
        ),
        (
            "2025-11-14",
            "Orla Quinn won 300 votes last Friday.",
            "Orla Quinn won 300 votes on Friday 7 November 2025.",
        ),
        (
            WEDNESDAY,
            "Orla Quinn won 300 votes last Friday.",
            "Orla Quinn won 300 votes on Friday 7 November 2025.",
        ),
        (
            "2026-01-02",
            "The vote took 9 hours on Tuesday.",
            "The vote took 9 hours on Tuesday 30 December 2025.",
        ),
        (
            "2024-03-01",
            "The vote took 9 hours on Thursday.",
            "The vote took 9 hours on Thursday 29 February 2024.",
        ),
        (WEDNESDAY, "The 2 sides met late on Monday.", "The 2 sides met late on Monday 10 November 2025."),
        (
            WEDNESDAY,
            "The council spent $4m late Monday.",
            "The council spent $4m late on Monday 10 November 2025.",
        ),
        (
            WEDNESDAY,
            "Police held 9 people on Sunday night.",
            "Police held 9 people on the night of Sunday 9 November 2025.",
        ),
        (WEDNESDAY, "Sunday’s storm killed 14 people.", "The 9 November 2025 storm killed 14 people."),
        (
            WEDNESDAY,
            "The judge adjourned 9 cases to Monday.",
            "The judge adjourned 9 cases to Monday 17 November 2025.",
        ),
        # days
        (
            "2026-01-01",
            "The fire killed 14 people yesterday.",
            "The fire killed 14 people on 31 December 2025.",
        ),
        (
            "2024-03-01",
            "The fire killed 14 people yesterday.",
            "The fire killed 14 people on 29 February 2024.",
        ),
        (
            WEDNESDAY,
            "The fire killed 14 people last night.",
            "The fire killed 14 people on the night of 11 November 2025.",
        ),
        (
            WEDNESDAY,
            "The fire killed 14 people this morning.",
            "The fire killed 14 people on the morning of 12 November 2025.",
        ),
        (
            "2025-03-02",
            "The fire killed 14 people three days ago.",
            "The fire killed 14 people on 27 February 2025.",
        ),
        # weeks
        (
            WEDNESDAY,
            "The firm sold 30 ships last week.",
            "The firm sold 30 ships in the week to 9 November 2025.",
        ),
        (
            "2026-01-01",
            "The firm sold 30 ships last week.",
            "The firm sold 30 ships in the week to 28 December 2025.",
        ),
        # months
        ("2026-01-20", "The firm sold 30 ships last month.", "The firm sold 30 ships in December 2025."),
        ("2025-12-20", "The firm sold 30 ships this month.", "The firm sold 30 ships in December 2025."),
        ("2025-03-31", "The firm sold 30 ships a month ago.", "The firm sold 30 ships in February 2025."),
        (
            "2026-02-10",
            "The firm sold 30 ships five months ago.",
            "The firm sold 30 ships in September 2025.",
        ),
        (WEDNESDAY, "The firm sold 30 ships in November.", "The firm sold 30 ships in November 2025."),
        ("2026-01-20", "The firm sold 30 ships in December.", "The firm sold 30 ships in December 2025."),
        (
            WEDNESDAY,
            "The firm has sold 30 ships since January.",
            "The firm has sold 30 ships since January 2025.",
        ),
        (WEDNESDAY, "The firm sold 30 ships in March last year.", "The firm sold 30 ships in March 2024."),
        (WEDNESDAY, "The firm sold 30 ships in May of this year.", "The firm sold 30 ships in May 2025."),
        (WEDNESDAY, "The firm sold 30 ships last March.", "The firm sold 30 ships in March 2025."),
        (WEDNESDAY, "The firm sold 30 ships last December.", "The firm sold 30 ships in December 2024."),
        (WEDNESDAY, "The firm sold 30 ships on 20 November.", "The firm sold 30 ships on 20 November 2024."),
        (WEDNESDAY, "The firm sold 30 ships on November 3.", "The firm sold 30 ships on November 3, 2025."),
        (WEDNESDAY, "Last month’s fair drew 900 people.", "The October 2025 fair drew 900 people."),
        (
            WEDNESDAY,
            "The owners have until 3 December to pay £4m.",
            "The owners have until 3 December 2025 to pay £4m.",
        ),
        (
            "2025-12-12",
            "The owners have until 3 February to pay £4m.",
            "The owners have until 3 February 2026 to pay £4m.",
        ),
        # years
        ("2026-01-01", "The firm sold 30 ships last year.", "The firm sold 30 ships in 2025."),
        (WEDNESDAY, "The firm sold 30 ships late last year.", "The firm sold 30 ships late in 2024."),
        (WEDNESDAY, "The firm sold 30 ships earlier this year.", "The firm sold 30 ships earlier in 2025."),
        (WEDNESDAY, "The firm sold 30 ships two years ago.", "The firm sold 30 ships in 2023."),
        ("2024-02-29", "The firm sold 30 ships a year ago.", "The firm sold 30 ships in February 2023."),
        (WEDNESDAY, "The firm sold 30 ships a decade ago.", "The firm sold 30 ships in 2015."),
        (
            "2025-02-12",
            "The firm sold 30 ships last summer.",
            "The firm sold 30 ships in the summer of 2024.",
        ),
        # spans
        (
            WEDNESDAY,
            "Sales doubled over the past five years.",
            "Sales doubled over the five years to November 2025.",
        ),
        (
            WEDNESDAY,
            "Doctors gave 900 jabs in the past fortnight.",
            "Doctors gave 900 jabs in the fortnight to 12 November 2025.",
        ),
        (WEDNESDAY, "Profit rose by 4% in the year to June.", "Profit rose by 4% in the year to June 2025."),
        (
            "2026-02-12",
            "Profit rose by 4% in the three months to December.",
            "Profit rose by 4% in the three months to December 2025.",
        ),
        # quarters
        (
            "2026-01-20",
            "Profit rose by 4% in the fourth quarter.",
            "Profit rose by 4% in the fourth quarter of 2025.",
        ),
        (
            "2025-04-01",
            "Profit rose by 4% in the first quarter.",
            "Profit rose by 4% in the first quarter of 2025.",
        ),
        (
            "2025-03-31",
            "Profit rose by 4% in the first quarter.",
            "Profit rose by 4% in the first quarter of 2024.",
        ),
        ("2026-01-20", "Profit rose by 4% last quarter.", "Profit rose by 4% in the fourth quarter of 2025."),
        (WEDNESDAY, "Profit rose by 4% in the first half.", "Profit rose by 4% in the first half of 2025."),
        (
            WEDNESDAY,
            "Profit rose by 4% in the third quarter of last year.",
            "Profit rose by 4% in the third quarter of 2024.",
        ),
        (
            WEDNESDAY,
            "Profit rose by 4% in the first nine months.",
            "Profit rose by 4% in the first nine months of 2025.",
        ),
        (
            WEDNESDAY,
            "The court will hear 9 men on Friday next week.",
            "The court will hear 9 men on Friday 21 November 2025.",
        ),
        (
            WEDNESDAY,
            "The team won 2 games on Saturday and Sunday.",
            "The team won 2 games on Saturday 8 November 2025 and Sunday 9 November 2025.",
        ),
        (WEDNESDAY, "Last year was the hottest on record.", "2024 was the hottest on record."),
        (WEDNESDAY, "Profit rose by 4% in Q3.", "Profit rose by 4% in Q3 2025."),
        (
            WEDNESDAY,
            "Two men died in the early hours of Monday.",
            "Two men died in the early hours of Monday 10 November 2025.",
        ),
        # told from another date
        (
            WEDNESDAY,
            "Sales rose to £4m in 2023 from £3m the previous year.",
            "Sales rose to £4m in 2023 from £3m in 2022.",
        ),
        (
            WEDNESDAY,
            "Prices rose by 4% in March, from 3% a year earlier.",
            "Prices rose by 4% in March 2025, from 3% in March 2024.",
        ),
        (
            WEDNESDAY,
            "Sales rose by 4% in the third quarter, from 3% a year earlier.",
            "Sales rose by 4% in the third quarter of 2025, from 3% in the third quarter of 2024.",
        ),
        (
            WEDNESDAY,
            "The storm hit Cadiz on 1 March 2024. It had killed 14 people in Faro the day before.",
            "It had killed 14 people in Faro on 29 February 2024.",
        ),
    ],
)
def test_dates_are_written_out(word: Word, published: str, passage: str, text: str) -> None:
    assert word(passage, published) == text


@pytest.mark.parametrize(
    ("published", "passage"),
    [
        # "last Tuesday", on a Wednesday, is yesterday or a week before
        (WEDNESDAY, "Orla Quinn won 300 votes last Tuesday."),
        (WEDNESDAY, "Orla Quinn can win 300 votes on Friday."),
        (WEDNESDAY, "The shop sells 300 cakes on Fridays."),
        (WEDNESDAY, "The shop sold 300 cakes every Friday."),
        (WEDNESDAY, "The shop ended Sunday hours at 12 branches."),
        (WEDNESDAY, "The shop sold 300 cakes on Black Friday."),
        (WEDNESDAY, "In 2016 the shop sold 900 cakes. In May it sold 80."),
        (WEDNESDAY, "Snow fell on 40 days in January every year."),
        (WEDNESDAY, "The firm sold 30 ships more than ten years ago."),
        (WEDNESDAY, "The firm sold 30 ships decades ago."),
        (WEDNESDAY, "The firm sold 30 ships last summer."),
        (WEDNESDAY, "The firm sold 30 ships in the last two years of the war."),
        (WEDNESDAY, "Kelso scored 3 goals in the second half."),
        (WEDNESDAY, "Kelso scored 30 points in the third quarter."),
        (WEDNESDAY, "Sales rose by 4% in its fiscal third quarter."),
        (WEDNESDAY, "Today the firm employs 300 people."),
        (WEDNESDAY, "“We sold 300 cakes on Friday,” said Orla Quinn."),
        (WEDNESDAY, "The trial of 9 men was due to start on Monday."),
    ],
)
def test_what_stays_open_keeps_its_words(word: Word, published: str, passage: str) -> None:
    assert word(passage, published).removesuffix(".") in passage
