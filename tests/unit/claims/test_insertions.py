"""Statements inside, beside and after others: each is a claim of its own, with no words of the next."""

from typing import Any

import pytest

INSERTED: dict[str, list[str]] = {
    "Fenwick Mill, which milled 41 tonnes in 2019, laid off a fifth of its crew in June.": [
        "which milled 41 tonnes in 2019",
        "laid off a fifth of its crew in June",
    ],
    "Ada Roe, who ran the port from 2011 to 2017, was jailed for four years on Tuesday.": [
        "who ran the port from 2011 to 2017",
        "was jailed for four years on Tuesday",
    ],
    "The dam, built in 1964, holds back 31 million tonnes of water.": [
        "The dam, built in 1964",
        "holds back 31 million tonnes of water",
    ],
    "The line, whose boats carried 4 million people last year, has ordered three ferries.": [
        "whose boats carried 4 million people last year",
        "has ordered three ferries",
    ],
    "Skerry Gas, a firm with 300 staff, lost £9m.": ["a firm with 300 staff", "lost £9m"],
    "A bid from the crew, which would have saved 40 boats in 2019, fell by nine votes.": [
        "A bid from the crew, which would have saved 40 boats in 2019, fell by nine votes",
        "which would have saved 40 boats in 2019",
    ],
    # What stands before the subject belongs to the predicate, and a rank alone names no other statement.
    "On Monday the clinic, which treats 300 patients a week, shut its doors.": [
        "On Monday the clinic, which treats 300 patients a week, shut its doors",
        "which treats 300 patients a week",
    ],
    "The pier, the longest in Norway, burned down in May.": [
        "The pier, the longest in Norway, burned down in May",
        "the longest in Norway",
    ],
    "Skerry Gas, which Roe likes, lost £9m.": ["Skerry Gas, which Roe likes, lost £9m"],
}

BESIDE: dict[str, list[str]] = {
    "The ministry said that rents had risen 5%, that evictions had doubled since 2021 and that 3,000 "
    "families were waiting.": [
        "rents had risen 5%",
        "evictions had doubled since 2021",
        "3,000 families were waiting",
    ],
    "The port said on Monday that fees had gone up by 4% in May, that its crane was out of use for 9 days "
    "and that wages fell by £2.": [
        "fees had gone up by 4% in May",
        "its crane was out of use for 9 days",
        "wages fell by £2",
    ],
    "Sales climbed by 4% and profit, hit by a strike, fell to £3m.": [
        "Sales climbed by 4%",
        "profit, hit by a strike, fell to £3m",
    ],
    "The club sold its captain in July and within a week had bought two strikers.": [
        "The club sold its captain in July",
        "within a week had bought two strikers",
    ],
    "Roe Foods was founded in 1980 and in March was sold to Brandt Mills.": [
        "Roe Foods was founded in 1980",
        "in March was sold to Brandt Mills",
    ],
    "The letter was stolen in Leeds on Friday and was found the following day.": [
        "The letter was stolen in Leeds on Friday",
        "was found the following day",
    ],
    "Four of the nine wells ran dry and one was poisoned.": [
        "Four of the nine wells ran dry",
        "one was poisoned",
    ],
    "Two men drowned when a trawler capsized off Bergen.": [
        "Two men drowned",
        "a trawler capsized off Bergen",
    ],
    "Roe Foods signed the deal, as did Brandt Mills.": [
        "Roe Foods signed the deal",
        "as did Brandt Mills",
    ],
    "The minister would pay 20 per cent of the cost and the State 30 per cent.": [
        "The minister would pay 20 per cent of the cost",
        "the State 30 per cent",
    ],
    "A boat costs £680 to buy and about £95 a year to run.": [
        "A boat costs £680 to buy",
        "about £95 a year to run",
    ],
    "Roe was jailed in 2012 while he was in office.": ["Roe was jailed in 2012 while he was in office"],
}

AFTER: dict[str, list[str]] = {
    "The krone closed at 9.3 to the euro, its best day since March 2022.": [
        "The krone closed at 9.3 to the euro",
        "its best day since March 2022",
    ],
    "The euro slid to $1.03, in its steepest daily fall since 2015.": [
        "The euro slid to $1.03",
        "in its steepest daily fall since 2015",
    ],
    "Some 60 boats burned, in what the mayor called the darkest night of the town.": ["Some 60 boats burned"],
    "The fair sold 90,000 tickets, a house record.": ["The fair sold 90,000 tickets", "a house record"],
    "The ferry carried 14 million people, 12% more than in 2023 and twice as many as in 2010.": [
        "The ferry carried 14 million people",
        "12% more than in 2023",
        "twice as many as in 2010",
    ],
    "The port made 700 boats, 8% fewer than in 2023 and less than half the number built in 2016.": [
        "The port made 700 boats",
        "8% fewer than in 2023",
        "less than half the number built in 2016",
    ],
    "A flat costs £310,000, more than double the average for the region.": [
        "A flat costs £310,000",
        "more than double the average for the region",
    ],
    "Unemployment is 5.9%, more than a percentage point above the national rate.": [
        "Unemployment is 5.9%",
        "more than a percentage point above the national rate",
    ],
    "The blast killed 12 people, including two children.": [
        "The blast killed 12 people",
        "including two children",
    ],
    "The port closed in May 2024, cutting 300 jobs, or nearly a third of its crew.": [
        "The port closed in May 2024",
        "cutting 300 jobs",
        "nearly a third of its crew",
    ],
}


@pytest.mark.parametrize("passage", [*INSERTED, *BESIDE, *AFTER])
def test_each_statement_has_its_own_words(read: Any, passage: str) -> None:
    expected = {**INSERTED, **BESIDE, **AFTER}[passage]
    assert [claim.quote for claim in read(passage).claims] == expected


WORDED = {
    "Skerry signed Lena Brandt, 34, who scored twice in 2021.": "Lena Brandt scored twice in 2021.",
    "The tax raises £30m, of which a third goes to piers.": "A third of the £30m goes to piers.",
    "Ada Roe, who ran the port until 2017, was jailed for four years.": "Ada Roe was jailed for four years.",
    "In all, 12 boats were burned and a pier damaged.": "A pier was damaged.",
    "Forty people were killed and more than 130 injured.": "More than 130 were injured.",
    "A boat costs £680 to buy and about £95 a year to run.": "A boat costs about £95 a year to run.",
}


@pytest.mark.parametrize("passage", WORDED)
def test_the_last_statement_stands_by_itself(read: Any, passage: str) -> None:
    assert read(passage).claims[-1].text == WORDED[passage]


@pytest.mark.parametrize(
    "passage",
    [
        "Roe did not take the stand.",
        "Prosecutors did not charge Brandt.",
        "The State Bank has not published the accounts.",
        "The pier has yet to open.",
        "The inquest is pending.",
        "The mill is a protected structure.",
        "The barn is a listed building.",
        "The rest were sent home.",
        "Neither the cooks nor the sailors were told the truth.",
        "Norway is not a member of the European Union.",
    ],
)
def test_what_can_be_looked_up_is_a_claim(read: Any, passage: str) -> None:
    assert [claim.quote for claim in read(passage).claims] == [passage.rstrip(".")]


@pytest.mark.parametrize(
    "passage",
    [
        "Roe stared at the floor.",
        "His daughters wept in the front row.",
        "Roe did not reply to a letter.",
        "Brandt Mills did not give a reason.",
        "He was reading when a neighbour knocked.",
        "Work is a blessing.",
    ],
)
def test_what_nobody_can_look_up_is_none(read: Any, passage: str) -> None:
    assert read(passage).claims == ()
