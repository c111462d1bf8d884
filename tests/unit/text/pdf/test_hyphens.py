"""Which hyphens at the ends of lines belong to their words."""

import pytest

from factcheck.text.pdf.hyphens import join_lines, mend_breaks


def mended(before: str, after: str, *elsewhere: str) -> str:
    return mend_breaks([join_lines([before, after]), *elsewhere])[0]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the govern-", "ment", "the government"),
        ("Mrs Robin-", "son", "Mrs Robinson"),
        ("the Zucker-", "berg family", "the Zuckerberg family"),
        ("rising unem-", "ployment", "rising unemployment"),
        ("a spokes-", "woman", "a spokeswoman"),
        ("under-", "stand", "understand"),
        ("a long-", "term loan", "a long-term loan"),
        ("an Oslo-", "based firm", "an Oslo-based firm"),
        ("the so-", "called bridge", "the so-called bridge"),
        ("state-of-", "the-art", "state-of-the-art"),
        ("self-", "employed", "self-employed"),
        ("Anglo-", "American", "Anglo-American"),
        ("a 12-", "year plan", "a 12-year plan"),
        ("Covid-", "19", "Covid-19"),
        ("long-", "and medium-term", "long- and medium-term"),
        ("from 2019–", "2024", "from 2019–2024"),
        ("and/", "or", "and/or"),
        ("a pause -", "then more", "a pause - then more"),
        ("the end.", "Then more", "the end. Then more"),
    ],
)
def test_a_broken_word_is_whole_and_a_compound_keeps_its_hyphen(
    before: str, after: str, expected: str
) -> None:
    assert mended(before, after) == expected


def test_the_rest_of_the_document_knows_best() -> None:
    assert mended("the off-", "shore plant") == "the offshore plant"
    assert mended("the off-", "shore plant", "One off-shore plant.") == "the off-shore plant"
    assert mended("the cross-", "border trade", "Crossborder trade grew.") == "the crossborder trade"


def test_texts_without_a_break_stay_as_they_are() -> None:
    texts = ["A well-known firm", "rail-way"]
    assert mend_breaks(texts) == texts
