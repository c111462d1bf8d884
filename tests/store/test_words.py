from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine

HOSTILE = [
    '"', "'", '""', 'a"b', "a'b", "NEAR(", "NEAR(a b, 3)", "a OR", "OR", "AND NOT", "a AND", "(", ")", "*",
    "a*", "^a", "text:", "text : a", "{text} : a", "origin:x", "-a", "+a", "a + b", "a:*", "a & b", "!a",
    "a | | b", "<->", "a <-> b", "\\", "a\\'b", "a\x00b", "\ud800", "; DROP TABLE reference; --", "%", ":w0",
    "::text", "{}", "🎉", "﷽", "عربي", "世界", "_", "__", "’", "a’b", "1,2.3", "-1", "?", " ", "\u200b", "ａ",
    "x" * 50_000, "word " * 5_000, "the of and", "é" * 300,
]  # fmt: skip


@pytest.fixture
def shelf(newsroom: Any) -> dict[str, str]:
    """A few references; their ids by key."""
    reuters = replace(
        newsroom.source, publisher="Reuters", title="Futures slide", url="https://example.org/f"
    )
    stored = newsroom.references(
        newsroom.entry("cost", "DeepSeek put the training cost of DeepSeek-V3 at $5.576 million."),
        newsroom.entry("fall", "Nvidia's shares fell 16.97% on 27 January 2025.", reuters),
        newsroom.entry("chips", "DeepSeek trained on 2,048 H800 chips.", reuters),
        newsroom.entry("café", "The café in Zürich employs 1,200 people.", reuters),
    )
    return {one.key: one.id for one in stored}


def keys(store: Any, query: str) -> list[str]:
    with store.reading() as tx:
        page = tx.references.search(query)
    assert page.total == len(page.items)
    return [one.key for one in page.items]


def ranked(store: Any, shelf: dict[str, str], query: str, k: int = 10) -> list[str]:
    names = {id_: key for key, id_ in shelf.items()}
    hits = store.lexical(query, k)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    return [names[hit.id] for hit in hits]


@pytest.mark.usefixtures("shelf")
def test_people_find_references_by_any_words(store: Any) -> None:
    assert keys(store, "") == ["café", "chips", "fall", "cost"]
    assert keys(store, "deepseek") == ["chips", "cost"]
    assert keys(store, "DEEPSEEK trained") == ["chips", "cost"]
    assert keys(store, "deepseek chip") == ["chips"]
    assert keys(store, "nvid") == ["fall"]
    assert keys(store, "16.97%") == ["fall"]
    assert keys(store, "$5.576 million") == ["cost"]
    assert keys(store, "Nvidia's share") == ["fall"]
    assert keys(store, "reuters") == ["café", "chips", "fall"]
    assert keys(store, "Reuters slide H800") == ["chips"]
    assert keys(store, "café zürich") == ["café"]
    assert keys(store, "deepseek nvidia") == []
    assert keys(store, "—") == []


def test_a_claim_finds_the_statements_that_share_its_words(store: Any, shelf: dict[str, str]) -> None:
    assert ranked(store, shelf, "Nvidia shed over 11% of its value; its shares fell")[0] == "fall"
    assert ranked(store, shelf, "It said training DeepSeek-V3 cost $6m")[0] == "cost"
    assert set(ranked(store, shelf, "DeepSeek")) == {"cost", "chips"}
    assert len(ranked(store, shelf, "DeepSeek", k=1)) == 1
    assert ranked(store, shelf, "DeepSeek", k=0) == []
    assert set(ranked(store, shelf, "Futures")) == {"fall", "chips", "café"}
    assert ranked(store, shelf, "it was the one that they would") == []
    assert ranked(store, shelf, "") == []


def test_the_rarest_shared_word_says_most(store: Any, newsroom: Any) -> None:
    common = [newsroom.entry(f"k{n}", f"The council met on the harbour {n}.") for n in range(6)]
    rare = newsroom.entry(
        "rare", "Harbour dues pay for the dredger and much else that no council ever meets on."
    )
    shelf = {one.key: one.id for one in newsroom.references(*common, rare)}
    assert ranked(store, shelf, "The council met over the dredger")[0] == "rare"
    assert ranked(store, shelf, "harbour council met dredgers dredger", k=1) == ["rare"]


def test_a_statement_is_found_by_whom_its_source_names(store: Any, newsroom: Any) -> None:
    his = replace(newsroom.source, publisher="Archive", title="Odile Marchetti: a life")
    hers = replace(newsroom.source, publisher="Archive", title="Bruno Kessel: a life")
    shelf = {
        one.key: one.id
        for one in newsroom.references(
            newsroom.entry("odile", "She won the prize twice.", his),
            newsroom.entry("bruno", "He won the prize twice.", hers),
        )
    }
    assert ranked(store, shelf, "Marchetti won the prize")[0] == "odile"
    assert ranked(store, shelf, "Kessel won the prize")[0] == "bruno"


def test_ties_are_in_the_order_of_keys_however_they_were_stored(store: Any, newsroom: Any) -> None:
    stored = newsroom.references(*(newsroom.entry(key, "A ferry sank.") for key in ("b", "c", "a")))
    assert ranked(store, {one.key: one.id for one in stored}, "ferry") == ["a", "b", "c"]


def test_words_follow_every_change(store: Any, newsroom: Any, shelf: dict[str, str]) -> None:
    newsroom.references(newsroom.entry("fall", "Intel's shares rose."))
    assert (keys(store, "nvidia"), keys(store, "intel")) == ([], ["fall"])
    assert ranked(store, shelf, "Nvidia") == []
    assert ranked(store, shelf, "Intel") == ["fall"]
    assert keys(store, "reuters") == ["café", "chips"]
    with store.transaction() as tx:
        tx.references.upsert(newsroom.entry("gone", "Nvidia again."), actor=newsroom.amina, now=newsroom.now)
    assert keys(store, "nvidia") == []


@pytest.mark.usefixtures("shelf")
def test_no_text_can_break_a_search(store: Any) -> None:
    for query in HOSTILE:
        with store.reading() as tx:
            page = tx.references.search(query)
            assert page.total <= 4, query
            assert len(tx.references.lexical(query, 5)) <= 4, query
    assert keys(store, "deepseek") == ["chips", "cost"]


@pytest.mark.usefixtures("shelf")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\"'()*:&|!<>-+^{}\\ aO")), max_size=40))
def test_nor_can_any_other(store: Any, query: str) -> None:
    with store.reading() as tx:
        assert tx.references.search(query).total <= 4
        assert len(tx.references.lexical(query, 5)) <= 4


@pytest.mark.usefixtures("shelf")
def test_searches_ask_the_word_index(store: Any) -> None:
    sent: list[tuple[str, Any]] = []

    def note(*arguments: Any) -> None:
        if "SELECT" in arguments[2]:
            sent.append((arguments[2], arguments[3]))

    with store.reading() as tx:
        connection = tx._session.connection()
        explain, index = "EXPLAIN QUERY PLAN ", "VIRTUAL TABLE INDEX"
        if connection.dialect.name == "postgresql":
            # So few rows are read faster without any index.
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            explain, index = "EXPLAIN ", "Index Scan on reference_words_by"
        event.listen(Engine, "before_cursor_execute", note)
        try:
            tx.references.search("deepseek $6m")
            tx.references.lexical("deepseek cost $6m", 5)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        assert len(sent) == 3
        for statement, parameters in sent:
            plan = connection.exec_driver_sql(explain + statement, parameters).all()
            assert index in str(plan)


def test_pages_of_a_search_stay_while_references_arrive(store: Any, newsroom: Any) -> None:
    newsroom.references(*(newsroom.entry(f"k{n}", f"Fact number {n}.") for n in range(7)))
    with store.reading() as tx:
        page = tx.references.search("fact", limit=3)
    newsroom.references(newsroom.entry("late", "A late fact."))
    shown = [one.key for one in page.items]
    while page.next_cursor:
        with store.reading() as tx:
            page = tx.references.search("fact", limit=3, cursor=page.next_cursor)
        shown += [one.key for one in page.items]
    assert shown == [f"k{n}" for n in reversed(range(7))]
