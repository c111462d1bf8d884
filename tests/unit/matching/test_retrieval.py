from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.matching.fusion import AROUND_WEIGHT, WORDS_WEIGHT, fuse, means_of_others, shares
from factcheck.matching.index import ExactIndex, Hit
from factcheck.matching.retrieval import Candidate, Reading, Retriever, titled

DIRECTIONS = {"east": (1.0, 0.0), "north": (0.0, 1.0), "north-east": (0.8, 0.6)}


class Words:
    """A lexical search with fixed answers."""

    def __init__(self, *ids: str) -> None:
        self._hits = [Hit(id_, 9.0 - rank) for rank, id_ in enumerate(ids)]

    def search(self, query: str, k: int) -> list[Hit]:
        return self._hits[:k]


INDEX = ExactIndex(["e", "n", "ne"], np.array(list(DIRECTIONS.values()), dtype=np.float32))


def found_by(words: Words, texts: list[str], k: int) -> list[list[Candidate]]:
    vectors = np.array([DIRECTIONS[text] for text in texts], dtype=np.float32)
    return Retriever(INDEX, words).retrieve(texts, vectors, k)


def test_sharing_the_rarest_words_counts_beside_meaning() -> None:
    words = shares([Hit("b", 4.0), Hit("c", 3.0)])
    fused = fuse([Hit("a", 0.7), Hit("b", 0.6), Hit("c", 0.1)], words, 3)

    assert [hit.id for hit in fused] == ["b", "a", "c"]
    assert fused[0].score == 0.6 + WORDS_WEIGHT
    assert fused[2].score == pytest.approx(0.1 + 0.75 * WORDS_WEIGHT)


def test_equal_scores_prefer_meaning_then_the_id() -> None:
    assert [hit.id for hit in fuse([Hit("z", 0.5), Hit("a", 0.5)], {}, 2)] == ["a", "z"]
    weighed = [Hit("z", 0.5 + WORDS_WEIGHT), Hit("a", 0.5)]
    assert [hit.id for hit in fuse(weighed, {"a": 1.0}, 2)] == ["z", "a"]
    assert fuse([], {}, 3) == []
    assert shares([]) == {}


@given(
    st.permutations([Hit("a", 0.5), Hit("b", 0.5), Hit("c", 0.4)]),
    st.permutations([Hit("c", 2.0), Hit("b", 2.0)]),
)
def test_the_order_in_which_hits_come_changes_nothing(meaning: list[Hit], words: list[Hit]) -> None:
    assert [hit.id for hit in fuse(meaning, shares(words), 3)] == ["b", "c", "a"]


def test_what_the_other_claims_share_counts_for_each() -> None:
    around = means_of_others([{"a": 1.0}, {"a": 0.5, "b": 1.0}, {}])

    assert around == [{"a": 0.25, "b": 0.5}, {"a": 0.5, "b": 0.0}, {"a": 0.75, "b": 0.5}]
    assert means_of_others([{"a": 1.0}]) == [{}]
    (best, *_) = fuse([Hit("a", 0.5), Hit("b", 0.4)], {}, 2, around[0])
    assert best.id == "b"
    assert best.score == pytest.approx(0.4 + 0.5 * AROUND_WEIGHT)


def test_a_claim_that_names_nothing_is_found_among_its_article() -> None:
    vectors = np.array([DIRECTIONS["east"], DIRECTIONS["east"], (0.6, 0.8)], dtype=np.float32)
    index = ExactIndex(["east", "vague"], np.array([(0.9, 0.436), (0.28, 0.96)], dtype=np.float32))
    texts = ["The Calder ferry sank.", "The Calder ferry was old.", "Nobody was hurt."]

    class Ferry:
        def search(self, query: str, k: int) -> list[Hit]:
            return [Hit("east", 3.0)] if "Calder" in query else []

    alone = Retriever(index, Ferry()).retrieve(texts, vectors, 1)
    together = Retriever(index, Ferry()).retrieve(texts, vectors, 1, together=True)

    assert [row[0].reference_id for row in alone] == ["east", "east", "vague"]
    assert [row[0].reference_id for row in together] == ["east", "east", "east"]
    (single,) = Retriever(index, Ferry()).retrieve(texts[2:], vectors[2:], 1, together=True)
    assert single == alone[2]


def test_candidates_are_ordered_by_the_score_that_they_carry() -> None:
    (candidates,) = found_by(Words("n", "ne"), ["north-east"], 3)

    assert [candidate.reference_id for candidate in candidates] == ["ne", "n", "e"]
    expected = [1 + WORDS_WEIGHT * 8 / 9, 0.6 + WORDS_WEIGHT, 0.8]
    assert [candidate.score for candidate in candidates] == pytest.approx(expected)


def test_a_statement_is_found_under_the_title_of_its_source() -> None:
    assert titled("Odile Marchetti: a life", "She won.") == "Odile Marchetti: a life: She won."
    assert titled(" ", "She won.") == "She won."


def test_lexical_hits_without_a_vector_are_left_out() -> None:
    (candidates,) = found_by(Words("new"), ["east"], 5)

    assert "new" not in [candidate.reference_id for candidate in candidates]


def test_each_text_has_its_own_candidates() -> None:
    found = found_by(Words(), ["east", "north"], 1)

    assert [[candidate.reference_id for candidate in row] for row in found] == [["e"], ["n"]]
    assert found_by(Words(), [], 3) == []


class Reader:
    """Likes the texts that say "settles"."""

    def __init__(self) -> None:
        self.read: list[tuple[str, Sequence[str]]] = []

    def score(self, claim: str, texts: Sequence[str]) -> list[float]:
        self.read.append((claim, texts))
        return [float("settles" in text) for text in texts]


def test_a_reranker_reads_the_best_and_has_the_last_word() -> None:
    reader = Reader()
    texts = {"e": "about", "n": "settles it", "ne": "about too"}
    reading = Reading(reader, lambda ids: {id_: texts[id_] for id_ in ids})
    vectors = np.array([DIRECTIONS["east"]], dtype=np.float32)

    (candidates,) = Retriever(INDEX, Words(), reading).retrieve(["east"], vectors, 2)

    assert reader.read == [("east", ["about", "about too", "settles it"])]
    assert [(one.reference_id, one.score) for one in candidates] == [("n", 1.0), ("e", 0.0)]


def test_what_a_reranker_does_not_read_keeps_its_place_behind() -> None:
    many = 30
    angles = np.linspace(0.0, 1.0, many)
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    ids = [f"r{n:02}" for n in range(many)]
    reading = Reading(Reader(), lambda asked: {id_: "settles" if id_ == "r19" else "" for id_ in asked})
    retriever = Retriever(ExactIndex(ids, vectors), Words(), reading)

    (candidates,) = retriever.retrieve(["east"], vectors[:1], many)

    assert [one.reference_id for one in candidates] == ["r19", *ids[:19], *ids[20:]]


def test_a_reference_that_has_gone_is_not_read() -> None:
    reading = Reading(Reader(), lambda ids: {id_: "" for id_ in ids if id_ != "ne"})
    vectors = np.array([DIRECTIONS["east"]], dtype=np.float32)

    (candidates,) = Retriever(INDEX, Words(), reading).retrieve(["east"], vectors, 3)

    assert [one.reference_id for one in candidates] == ["e", "n"]
