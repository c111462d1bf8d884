from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from factcheck.domain.errors import InvalidInput, NotFound
from factcheck.domain.evidence import SourceKind
from factcheck.store.records import Outcome, ReferenceIndexing


def upsert(store: Any, newsroom: Any, *entries: Any) -> list[Outcome]:
    with store.transaction() as tx:
        stored = tx.references.upsert_many(entries, actor=newsroom.amina, now=newsroom.now)
        tx.commit()
    return [one.outcome for one in stored]


def indexing(id_: str, vector: Any, encoder: str = "mini/1") -> ReferenceIndexing:
    given = np.asarray(vector, dtype=np.float32)
    return ReferenceIndexing(id_, encoder, given, -given, '{"é": 1}', "profile/1")


def test_a_reference_is_added_updated_or_left(store: Any, newsroom: Any) -> None:
    entry = newsroom.entry("k-1", "It cost $5.576 million 🎉.")
    assert upsert(store, newsroom, entry) == [Outcome.ADDED]
    assert upsert(store, newsroom, entry) == [Outcome.UNCHANGED]
    for changed in (
        replace(entry, text="It cost $5.6 million."),
        replace(entry, as_of=date(2025, 1, 1)),
        replace(entry, valid_until=date(2026, 1, 1)),
        replace(entry, source=replace(entry.source, url="https://example.org/other")),
        replace(entry, source=replace(entry.source, kind=SourceKind.SECONDARY)),
    ):
        assert upsert(store, newsroom, changed) == [Outcome.UPDATED]
        assert upsert(store, newsroom, changed) == [Outcome.UNCHANGED]
    with store.reading() as tx:
        stored = tx.references.find_by_key("k-1")
        assert stored is not None
        assert tx.references.get(stored.reference.id) == stored
        assert tx.references.find_by_key("K-1") is None
    assert stored.reference.version == 6
    assert stored.reference.source == replace(entry.source, kind=SourceKind.SECONDARY)
    assert (stored.added_at, stored.added_by) == (newsroom.now, "Amina Yusuf")


def test_of_several_with_one_key_the_last_wins(store: Any, newsroom: Any) -> None:
    first, second = newsroom.entry("k", "One."), newsroom.entry("k", "Two.")
    assert upsert(store, newsroom, first, second, second) == [
        Outcome.ADDED,
        Outcome.UPDATED,
        Outcome.UNCHANGED,
    ]
    with store.reading() as tx:
        assert [one.text for one in tx.references.search().items] == ["Two."]


def test_a_large_import_keeps_its_order_and_shares_its_sources(store: Any, newsroom: Any, raw: Any) -> None:
    entries = [newsroom.entry(f"k{n}", f"Fact {n}.") for n in range(1_200)]
    assert upsert(store, newsroom, *entries) == [Outcome.ADDED] * 1_200
    assert upsert(store, newsroom, *entries) == [Outcome.UNCHANGED] * 1_200
    assert raw.run("SELECT count(*) FROM source") == [(1,)]
    with store.reading() as tx:
        page = tx.references.search(limit=3)
    assert [one.key for one in page.items] == ["k1199", "k1198", "k1197"]
    assert page.total == 1_200


@pytest.mark.parametrize("field", ["key", "url"])
def test_what_is_too_long_for_an_index_is_bad_input(store: Any, newsroom: Any, field: str) -> None:
    entry = newsroom.entry("k")
    long = (
        replace(entry, key="k" * 1_001)
        if field == "key"
        else replace(entry, source=replace(entry.source, title="世" * 700, url="u" * 1_000))
    )
    with store.transaction() as tx, pytest.raises(InvalidInput) as refused:
        tx.references.upsert(long, actor=newsroom.amina, now=newsroom.now)
    assert refused.value.field == field
    longest = replace(entry, key="世" * 333, source=replace(entry.source, title="世" * 400, url="u" * 1_200))
    assert upsert(store, newsroom, longest) == [Outcome.ADDED]


def test_embeddings_come_back_bit_for_bit(store: Any, newsroom: Any) -> None:
    a, b, c = newsroom.references(*(newsroom.entry(key, f"Fact {key}.") for key in "abc"))
    vectors = np.random.default_rng(7).normal(size=(3, 384)).astype(np.float32)
    with store.transaction() as tx:
        tx.references.index_many([indexing(a.id, [9.0]), indexing(b.id, vectors[1])])
        tx.references.index_many([indexing(a.id, vectors[0]), indexing(c.id, vectors[2], "other/2")])
        tx.commit()
    with store.reading() as tx:
        ids, matrix = tx.references.embeddings("mini/1")
        nothing = tx.references.embeddings("unknown")
        known = tx.references.get_many([a.id, b.id, "gone"])
        missing = tx.references.missing_embeddings("mini/1", "profile/1")
        outdated = tx.references.missing_embeddings("mini/1", "profile/2", limit=2)
    assert ids == [a.id, b.id]
    assert matrix.dtype == np.float32
    assert np.array_equal(matrix, -vectors[:2])
    assert (nothing[0], nothing[1].shape) == ([], (0, 0))
    assert set(known) == {a.id, b.id}
    assert known[b.id].vector is not None
    assert np.array_equal(known[b.id].vector, vectors[1])
    assert (known[b.id].profile, known[b.id].profile_version) == ('{"é": 1}', "profile/1")
    assert missing == [c]
    assert outdated == [a, b]


def test_a_changed_text_loses_what_was_computed_from_it(store: Any, newsroom: Any) -> None:
    entry = newsroom.entry("a")
    (reference,) = newsroom.references(entry)
    for changed, kept in (
        (replace(entry, valid_until=date(2030, 1, 1)), True),
        (replace(entry, text="Something else."), False),
        (replace(entry, as_of=date(2030, 1, 1)), False),
        (replace(entry, source=replace(entry.source, title="Another report")), False),
    ):
        with store.transaction() as tx:
            tx.references.index_many([indexing(reference.id, [1.0, 0.0])])
            tx.references.upsert(changed, actor=newsroom.amina, now=newsroom.now)
            found = tx.references.get_many([reference.id])[reference.id]
            assert (found.vector is not None) is kept
            assert found.reference.version == 2


def test_only_proper_embeddings_of_known_references_are_stored(store: Any, newsroom: Any) -> None:
    (reference,) = newsroom.references(newsroom.entry("a"))
    with store.transaction() as tx:
        with pytest.raises(NotFound):
            tx.references.index_many([indexing("01M89EEY45GS95SP8RKYJ9AY8H", [1.0])])
        for vector in ([], [[1.0]], [float("nan")]):
            with pytest.raises(ValueError, match="embedding"):
                tx.references.index_many([indexing(reference.id, vector)])


def test_every_change_raises_the_generation(store: Any, newsroom: Any) -> None:
    seen = []

    def look() -> None:
        with store.reading() as tx:
            seen.append(tx.references.generation())

    look()
    a, b = newsroom.references(newsroom.entry("a"), newsroom.entry("b"))
    look()
    with store.transaction() as tx:
        tx.references.index_many([indexing(a.id, [1.0])])
        tx.commit()
    look()
    with store.transaction() as tx:
        tx.references.supersede(a.id, b.id)
        tx.commit()
    look()
    assert seen == sorted(set(seen))
    newsroom.references(newsroom.entry("a"))
    with store.transaction() as tx:
        tx.references.upsert(newsroom.entry("c"), actor=newsroom.amina, now=newsroom.now)
    look()
    assert seen[-1] == seen[-2]


def test_a_reference_can_take_anothers_place(store: Any, newsroom: Any) -> None:
    old, new = newsroom.references(newsroom.entry("a"), newsroom.entry("b"))
    with store.transaction() as tx:
        tx.references.supersede(old.id, new.id)
        assert tx.references.get(old.id).reference == replace(old, superseded_by=new.id, version=2)
        with pytest.raises(InvalidInput):
            tx.references.supersede(new.id, new.id)
        with pytest.raises(NotFound):
            tx.references.supersede(new.id, "gone")
        with pytest.raises(NotFound):
            tx.references.get("gone")
