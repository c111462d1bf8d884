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
            "Fenwick Mill, which employs 410 people, closed on 3 June",
            "Fenwick Mill, which employs 410 people",
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
    "figure and its earlier value stay together": (
        "In 2023, 41 people died on the road, up from 33 a year earlier.",
        ["In 2023, 41 people died on the road, up from 33 a year earlier"],
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
    ],
)
def test_plain_statements_are_one_claim(read: Any, passage: str) -> None:
    assert [claim.quote for claim in read(passage).claims] == [passage.rstrip(".")]


def test_the_full_stop_of_an_abbreviation_stays(read: Any) -> None:
    (claim,) = read("The bank lent £30m to Roe Foods Inc.").claims
    assert claim.quote.endswith("Inc.")
