"""Sentence boundaries in the places where newsroom prose sets traps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import sentence_spans


def split(text: str, limit: int = 2_000) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, limit)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["See Fig. 3 for the trend.", "It rose by 2.4% in Jan. 2024."],
        ["Dr. Roe met Prof. Ada King at St. Mary’s.", "They left on Jan. 27 for Leeds."],
        ["The U.S. economy grew by 1.2 per cent.", "The U.K. shrank."],
        ["It is owned by Harbour Inc. and two banks.", "The rest belongs to Pier Ltd. The board met."],
        ["“We lost,” she said.", "“It hurts.”", "Nobody spoke."],
        ["“Sell!” Mr. King shouted at 3 p.m. on Friday.", "Nobody did."],
        ["“Why now?” asked the mayor.", "He had no answer."],
        ["J. K. Roe and George W. Marsh wrote it.", "Vitamin C. is not a sentence."],
        ["He paid $3.5m (about £2.8m) for No. 10.", "Then he sold it."],
        ["Wait … what?", "Yes, e.g. this one."],
        ["Sales rose 3%!", "And then?", "Nothing."],
        ["The end (it came late.) was quiet."],
    ],
)
def test_traps(sentences: list[str]) -> None:
    expected = [s for joined in sentences for s in joined.split("\n")]
    if "The rest belongs" in sentences[-1]:
        expected = [sentences[0], "The rest belongs to Pier Ltd.", "The board met."]
    assert split(" ".join(sentences)) == expected


def test_long_sentences_are_cut_at_a_space() -> None:
    text = "word " * 4_000
    parts = split(text, 500)
    assert max(map(len, parts)) <= 500
    assert " ".join(parts) == text.strip()


def test_a_word_without_end_is_cut_at_the_limit() -> None:
    assert [len(part) for part in split("x" * 1_234, 500)] == [500, 500, 234]


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from(" \n.!?…“”\"'()’Aa1£é"), st.characters(exclude_categories=["Cs"]))
    )
)
def test_spans_are_ordered_and_hold_every_visible_character(text: str) -> None:
    spans = sentence_spans(text, 40)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 < span.end - span.start <= 40 for span in spans)
    left = set(range(len(text))) - {i for span in spans for i in range(span.start, span.end)}
    assert all(text[i].isspace() for i in left)
