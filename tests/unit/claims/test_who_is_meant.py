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


def test_a_team_is_nobody(read: Any) -> None:
    paid = "The club paid Real Skerrano £4m for the Norwegian Ola Brillmark. Brillmark flew in on Thursday."
    said = "“I came to win,” he said. Brillmark started 34 games for Skerrano in 2024."
    speakers = [c.attribution.speaker for c in read(f"{paid} {said}").claims if c.attribution is not None]
    assert "Real Skerrano" not in speakers
