"""Whom "she", "the company" or a surname alone mean: the right one, or the article's own words."""

from pathlib import Path
from typing import Any

import pytest


def cases(name: str) -> list[tuple[str, list[str]]]:
    """Passages of a file, each with the wordings of claims that are looked at ("-> …")."""
    listing = (Path(__file__).parent / name).read_text(encoding="utf-8")
    found = []
    for block in listing.strip().split("\n\n"):
        passage = " ".join(line for line in block.splitlines() if not line.startswith("-> "))
        found.append((passage, [line[3:] for line in block.splitlines() if line.startswith("-> ")]))
    return found


FILLED = cases("who_is_meant.txt")
LEFT = cases("words_that_stay.txt")


@pytest.mark.parametrize(("passage", "expected"), FILLED)
def test_the_name_stands_for_whoever_is_meant(read: Any, passage: str, expected: list[str]) -> None:
    texts = [claim.text for claim in read(passage).claims]
    assert [text for text in texts if text in expected] == expected


@pytest.mark.parametrize(("passage", "expected"), LEFT)
def test_where_two_fit_equally_well_the_words_stay(read: Any, passage: str, expected: list[str]) -> None:
    texts = [claim.text for claim in read(passage).claims]
    assert [text for text in texts if text in expected] == expected


@pytest.mark.parametrize("passage", [passage for passage, _ in (*FILLED, *LEFT)])
def test_a_filling_records_the_very_words_it_replaces(read: Any, passage: str) -> None:
    for claim in read(passage).claims:
        for fill in claim.fills:
            assert fill.written in passage
            assert fill.meant.casefold() in claim.text.casefold()


def test_no_name_is_filled_in_twice(read: Any) -> None:
    passage = "Orla Quinn sold two mills in 2019. She paid her staff £3m in May from her own pocket."
    (*_, last) = read(passage).claims
    assert last.text.count("Orla Quinn") == 1


def test_a_company_named_far_more_often_than_others_is_the_company(read: Any) -> None:
    passage = (
        "Calder Foods lost £4m in 2024. Calder Foods shut two mills. Calder Foods owes £9m. "
        "Rain fell on 40 days. The company has cut 300 jobs."
    )
    assert read(passage).claims[-1].text == "Calder Foods has cut 300 jobs."


def test_a_byline_is_nobody_whom_the_article_speaks_of(read: Any) -> None:
    found = read("He was the first of 40 men to land.", before="By Desmond Ackroyd")
    assert [claim.text for claim in found.claims] == ["He was the first of 40 men to land."]


@pytest.mark.parametrize(
    ("passage", "last"),
    [
        ("Calder says that it built its K9 crane for £4m. “Calder K9 is our best,” it said.", None),
        (
            "Calder sells the Calder K9. Calder is in Leeds. Its profit fell to £4m.",
            "Calder’s profit fell to £4m.",
        ),
        ("Shares in Calder fell. Digging in the quarry took twice its usual time in May.", "its usual time"),
        (
            "Calder showed its K9 engine in May. The talk was of L2, an engine that Vell had built. K9's 40 "
            "parts are of steel. The engine cost £4m.",
            "K9 cost £4m.",
        ),
    ],
)
def test_a_product_is_no_longer_name_of_its_maker(read: Any, passage: str, last: str | None) -> None:
    texts = [claim.text for claim in read(passage).claims]
    assert not any("Calder K9 built" in text for text in texts)
    assert last is None or last in texts[-1]


@pytest.mark.parametrize(
    ("passage", "people"),
    [
        (
            "Orla Quinn, who owns two mills, sold 40 boats to Desmond Ackroyd in 2019.",
            ("Orla Quinn", "Desmond Ackroyd"),
        ),
        ("Orla Quinn chairs the board. She sold 40 boats in May.", ("Orla Quinn",)),
        ("Orla Quinn chairs the board. Quinn sold 40 boats in May.", ("Orla Quinn",)),
        ("Calder Foods sold 40 boats in Leeds in May.", ()),
        ("Profit fell to £4m in May, Orla Quinn said.", ()),
        ("“Profit fell to £4m in May,” Orla Quinn said.", ("Orla Quinn",)),
    ],
)
def test_claims_tell_whom_they_name(read: Any, passage: str, people: tuple[str, ...]) -> None:
    assert {name for claim in read(passage).claims for name in claim.people} == set(people)


def test_a_team_is_nobody(read: Any) -> None:
    paid = "The club paid Real Skerrano £4m for the Norwegian Ola Brillmark. Brillmark flew in on Thursday."
    said = "“I came to win,” he said. Brillmark started 34 games for Skerrano in 2024."
    speakers = [c.attribution.speaker for c in read(f"{paid} {said}").claims if c.attribution is not None]
    assert "Real Skerrano" not in speakers
