"""How sentences are cut: one claim for each proposition, by construction."""

from typing import Any

import pytest

CUTS: dict[str, tuple[str, list[str]]] = {
    "coordinated clauses": (
        "Harbour shares fell 7%, and the board cut its dividend by half.",
        ["Harbour shares fell 7%", "the board cut its dividend by half"],
    ),
    "coordinated verbs": (
        "Roe Foods opened a plant in Leeds in 2019 and sold 40,000 pies a week.",
        ["Roe Foods opened a plant in Leeds in 2019", "sold 40,000 pies a week"],
    ),
    "with and participle": (
        "The index rose 2%, with Roe Foods alone gaining 9%.",
        ["The index rose 2%", "Roe Foods alone gaining 9%"],
    ),
    "relative clause in the middle": (
        "Fenwick Mill, which employs 410 people, closed on 3 June.",
        [
            "Fenwick Mill, which employs 410 people",
            "closed on 3 June",
        ],
    ),
    "apposition": (
        "The bridge, the longest in Norway, opened in 2018.",
        ["The bridge, the longest in Norway, opened in 2018", "the longest in Norway"],
    ),
    "apposition at the end": (
        "Last month the court fined Roe Foods £2m, the largest fine it has ever imposed.",
        ["Last month the court fined Roe Foods £2m", "the largest fine it has ever imposed"],
    ),
    "comparison with what was forecast": (
        "Sales came to £4.1m, compared with the £5m that analysts had forecast.",
        ["Sales came to £4.1m", "the £5m that analysts had forecast"],
    ),
    "contrast before": (
        "While exports grew by 4%, imports fell by 2%.",
        ["exports grew by 4%", "imports fell by 2%"],
    ),
    "result as a participle": (
        "The storm hit the coast on Sunday, killing 14 people.",
        ["The storm hit the coast on Sunday", "killing 14 people"],
    ),
    "two results": (
        "The storm hit the coast on Sunday, killing 14 people and injuring more than 90.",
        ["The storm hit the coast on Sunday", "killing 14 people", "injuring more than 90"],
    ),
    "dateline": ("SKERRY (Northwire) — Roe Foods lost 12 ships.", ["Roe Foods lost 12 ships"]),
    "dateline with country and day": (
        "SKERRY, Norway, May 3 (Northwire) - Roe Foods lost 12 ships.",
        ["Roe Foods lost 12 ships"],
    ),
    "what figures showed": (
        "Roe Foods lost £3m in 2024, figures published by the bank showed.",
        ["Roe Foods lost £3m in 2024"],
    ),
    "semicolon": (
        "Unemployment fell to 4.2%; wages rose 3%.",
        ["Unemployment fell to 4.2%", "wages rose 3%"],
    ),
    "colon after a remark": (
        "The result is plain: Roe Foods lost 12% of its customers.",
        ["Roe Foods lost 12% of its customers"],
    ),
    "earlier value": (
        "In 2023, 41 people died on the road, up from 33 a year earlier.",
        ["In 2023, 41 people died on the road", "up from 33 a year earlier"],
    ),
    "change after a figure": (
        "The grant for the port is £41m, up 3.1% in cash terms.",
        ["The grant for the port is £41m", "up 3.1% in cash terms"],
    ),
    "earlier value of a second verb": (
        "Roe Foods bought a mill last year, and now employs 88 people, down from 91 in May.",
        ["Roe Foods bought a mill last year", "now employs 88 people", "down from 91 in May"],
    ),
    "figure told in another way": (
        "The port keeps £6.8m in the bank, or 2% of its turnover.",
        ["The port keeps £6.8m in the bank", "2% of its turnover"],
    ),
    "set against": (
        "Some 61% of the crew got better, against 27% of those on land.",
        ["Some 61% of the crew got better", "27% of those on land"],
    ),
    "part of what was counted": (
        "The port will spend £14m on cranes this year, two-thirds of it in Skerry.",
        ["The port will spend £14m on cranes this year", "two-thirds of it in Skerry"],
    ),
    "part told by a relative clause": (
        "The board heard 112 sailors, 40 of whom had lost a ship in the storm.",
        ["The board heard 112 sailors", "40 of whom had lost a ship in the storm"],
    ),
    "part with an insertion": (
        "The fee pays for nine piers, two of which, at Leeds and York, opened in May.",
        ["The fee pays for nine piers", "two of which, at Leeds and York, opened in May"],
    ),
    "distance": (
        "Skerry lent £17m in April, £2m more than the bank had forecast.",
        ["Skerry lent £17m in April", "£2m more than the bank had forecast"],
    ),
    "list of figures": (
        "Sales rose 4%, profit 7% and debt fell to £2.1bn.",
        ["Sales rose 4%", "profit 7%", "debt fell to £2.1bn"],
    ),
    "list of figures with what they came to": (
        "Freight climbed 12% to £3.4bn, net profit 9% to £410m and the dividend 5% to 11p a share.",
        ["Freight climbed 12% to £3.4bn", "net profit 9% to £410m", "the dividend 5% to 11p a share"],
    ),
    "list of sums after with": (
        "The board passed a budget of £46m, with £30m going to piers, £12m to cranes and £4m to ropes.",
        ["The board passed a budget of £46m", "£30m going to piers", "£12m to cranes", "£4m to ropes"],
    ),
    "list of places": (
        "The firm cut 40 jobs in Skerry and 20 in York.",
        ["The firm cut 40 jobs in Skerry", "20 in York"],
    ),
    "a range is no list": (
        "Growth slowed to between 2% in March and 3% in April.",
        ["Growth slowed to between 2% in March and 3% in April"],
    ),
    "own subject of a participle": (
        "The Rovers beat York 3-2 on Sunday, Ada Roe scoring the winner in the 88th minute.",
        ["The Rovers beat York 3-2 on Sunday", "Ada Roe scoring the winner in the 88th minute"],
    ),
    "having": (
        "Roe Foods holds nine of the 27 piers, having sold two of them to Brandt Mills in May.",
        ["Roe Foods holds nine of the 27 piers", "having sold two of them to Brandt Mills in May"],
    ),
    "clause after after": (
        "The port shut on Friday after the crew of a Norwegian ship set off 40 flares.",
        ["The port shut on Friday", "the crew of a Norwegian ship set off 40 flares"],
    ),
    "second verb after will": (
        "The pier will cost £30m and create 900 jobs.",
        ["The pier will cost £30m", "create 900 jobs"],
    ),
    "second verb under way": (
        "Roe Foods is cutting 40 jobs and closing two mills.",
        ["Roe Foods is cutting 40 jobs", "closing two mills"],
    ),
    "second aim": (
        "The fee is meant to raise £4m over ten years and to pay for nine piers.",
        ["The fee is meant to raise £4m over ten years", "to pay for nine piers"],
    ),
    "finite verb after an infinitive": (
        "The piers cost £640,000 a year to run and drew 58,000 visits in 2024.",
        ["The piers cost £640,000 a year to run", "drew 58,000 visits in 2024"],
    ),
    "second verb without a figure after but": (
        "The cure cut the risk by 22% among sailors but had no effect on cooks.",
        ["The cure cut the risk by 22% among sailors but had no effect on cooks"],
    ),
    "when after a date": (
        "The board last raised the fee in 2004, when it rose by 6.9%.",
        ["The board last raised the fee in 2004", "it rose by 6.9%"],
    ),
    "entry of a table": ("Turnover: £4.2m (2023: £3.9m)", ["Turnover: £4.2m (2023: £3.9m)"]),
    "entry of a timetable": ("Second reading: 24 June to 8 July", ["Second reading: 24 June to 8 July"]),
    "statement in brackets": (
        "The fee (it was £3m in 2019) doubled to £6m in May.",
        ["The fee (it was £3m in 2019) doubled to £6m in May", "it was £3m in 2019"],
    ),
    "names between dashes": (
        "Three firms – Roe Foods, Brandt Mills and Vell – own 70% of the fleet.",
        ["Three firms – Roe Foods, Brandt Mills and Vell – own 70% of the fleet"],
    ),
    "attribution after": (
        "Roe Foods has closed three plants, the mayor said on Friday.",
        ["Roe Foods has closed three plants"],
    ),
    "attribution before": (
        "The mayor said that Roe Foods had closed three plants.",
        ["Roe Foods had closed three plants"],
    ),
    "attribution in the middle": (
        "The council has sold the land, brokers estimate, for about £3m.",
        ["The council has sold the land, brokers estimate, for about £3m"],
    ),
    "what a survey found": (
        "A survey of 1,200 voters found that 61% of them oppose the plan.",
        ["A survey of 1,200 voters found that 61% of them oppose the plan"],
    ),
    "quotation first": (
        "“We will close two plants in May,” said the chair, Ada Roe.",
        ["“We will close two plants in May,” said the chair, Ada Roe", "We will close two plants in May"],
    ),
    "speaker first": (
        "Ada Roe, the chair, said: “We will close two plants in May.”",
        ["Ada Roe, the chair, said: “We will close two plants in May.”", "We will close two plants in May"],
    ),
    "circumstance with nothing to check": (
        "Cod prices rose 8% on Monday as traders counted the boats.",
        ["Cod prices rose 8% on Monday"],
    ),
    "leading conjunction": ("But its rival lost 300 jobs.", ["its rival lost 300 jobs"]),
}


@pytest.mark.parametrize("case", CUTS, ids=list(CUTS))
def test_one_claim_for_each_proposition(read: Any, case: str) -> None:
    passage, quotes = CUTS[case]
    assert [claim.quote for claim in read(passage).claims] == quotes


@pytest.mark.parametrize(
    "passage",
    [
        "Nobody was hurt in the fire at Fenwick Mill.",
        "She was the first woman to lead the union.",
        "Only two of the nine ships were insured.",
        "Inflation, at 3.4%, was the highest since 1992.",
        "Wages did not rise in 2024.",
        "Voters in Skerry rejected the plan by 54% to 46%.",
        "The vaccine cut deaths by a third in a trial involving 30,000 people.",
        "Roe Foods was founded in 1921 by Ada Roe’s grandfather.",
        "The ministry suspended work at the pier the following day.",
        "The board denies wrongdoing.",
        "Roe Foods did not turn a profit in 2025.",
        "The chancellor has ruled out a tax on fish.",
        "Sailors in Skerry earn a wage of N80,000.",
        "Their manager, Lena Brandt, accused the board of “raiding the cellar to pay for the roof”.",
        "It was in 2016 that the pier closed.",
        "Roe Foods also runs mills in Norway and Peru.",
        "Skerry slipped to sixth in the table.",
    ],
)
def test_plain_statements_are_one_claim(read: Any, passage: str) -> None:
    assert [claim.quote for claim in read(passage).claims] == [passage.rstrip(".")]


def test_the_full_stop_of_an_abbreviation_stays(read: Any) -> None:
    (claim,) = read("The bank lent £30m to Roe Foods Inc.").claims
    assert claim.quote.endswith("Inc.")
