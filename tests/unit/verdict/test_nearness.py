from datetime import date

import numpy as np

from factcheck.matching.encoder import SentenceTransformerEncoder, TokenVectors
from factcheck.text.parser import Parser
from factcheck.verdict.alignment import Alignment, align
from factcheck.verdict.nearness import with_near_words
from factcheck.verdict.profile import profile


def laid(parser: Parser, claim: str, reference: str) -> Alignment:
    docs = parser.parse_texts([claim, reference])
    return align(*(profile(doc, date(2026, 1, 5)) for doc in docs))


def at_words(alignment: Alignment, vectors: dict[str, list[float]], *, of_claim: bool) -> TokenVectors:
    words = (alignment.claim if of_claim else alignment.reference).words
    return TokenVectors(
        np.array([[word.start, word.end] for word in words]),
        np.array([vectors.get(word.lemma, [0.0, 0.0, 1.0]) for word in words], dtype=np.float32),
    )


def test_words_that_are_each_others_nearest_answer_to_each_other(parser: Parser) -> None:
    alignment = laid(parser, "The choir mothballed its organ.", "The choir decommissioned its organ.")
    vectors = {"mothball": [1.0, 0.0, 0.0], "decommission": [0.8, 0.6, 0.0]}

    found = with_near_words(
        alignment, at_words(alignment, vectors, of_claim=True), at_words(alignment, vectors, of_claim=False)
    )

    assert [alignment.claim.words[n].lemma for n in alignment.missing] == ["mothball"]
    assert not found.missing
    assert [found.claim.words[n].lemma for n in found.loose] == ["mothball"]


def test_opposites_are_never_near(parser: Parser) -> None:
    alignment = laid(parser, "The choir sold its organ.", "The choir bought its organ.")
    vectors = {"sell": [1.0, 0.0, 0.0], "buy": [1.0, 0.0, 0.0]}

    found = with_near_words(
        alignment, at_words(alignment, vectors, of_claim=True), at_words(alignment, vectors, of_claim=False)
    )

    assert found == alignment


def test_the_encoder_gives_every_token_a_unit_vector_where_it_stands() -> None:
    texts = ["Marlow’s café closed – again.", "Wheat."]

    read = SentenceTransformerEncoder().tokens(texts)

    for text, tokens in zip(texts, read, strict=True):
        assert "".join(text[a:b] for a, b in tokens.spans) == text.replace(" ", "")
        np.testing.assert_allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-5)
