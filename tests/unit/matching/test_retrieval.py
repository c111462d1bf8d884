import numpy as np

from factcheck.matching.fusion import LEXICAL_WEIGHT, RANK_CONSTANT, fuse
from factcheck.matching.index import ExactIndex, Hit
from factcheck.matching.retrieval import Candidate, Retriever

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


def test_a_hit_of_both_searches_beats_a_better_hit_of_one() -> None:
    fused = fuse([Hit("a", 0.9), Hit("b", 0.8)], [Hit("b", 4.0), Hit("c", 3.0)], 3)

    assert [hit.id for hit in fused] == ["b", "a", "c"]
    assert fused[0].score == 1 / (RANK_CONSTANT + 2) + LEXICAL_WEIGHT / (RANK_CONSTANT + 1)


def test_equal_fusion_scores_prefer_meaning_then_the_id() -> None:
    assert [hit.id for hit in fuse([Hit("z", 0.9)], [Hit("a", 4.0)], 2)] == ["z", "a"]
    assert fuse([], [], 3) == []


def test_candidates_carry_the_cosine_whoever_found_them() -> None:
    (candidates,) = found_by(Words("n", "ne"), ["north-east"], 3)

    assert [candidate.reference_id for candidate in candidates] == ["ne", "n", "e"]
    assert [round(candidate.similarity, 3) for candidate in candidates] == [1.0, 0.6, 0.8]


def test_lexical_hits_without_a_vector_are_left_out() -> None:
    (candidates,) = found_by(Words("new"), ["east"], 5)

    assert "new" not in [candidate.reference_id for candidate in candidates]


def test_each_text_has_its_own_candidates() -> None:
    found = found_by(Words(), ["east", "north"], 1)

    assert [[candidate.reference_id for candidate in row] for row in found] == [["e"], ["n"]]
    assert found_by(Words(), [], 3) == []
