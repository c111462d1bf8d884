import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.domain.errors import InvalidInput
from factcheck.matching.index import ExactIndex


def unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_search_agrees_with_sorting_every_score() -> None:
    random = np.random.default_rng(7)
    vectors = unit(random.normal(size=(500, 24)).astype(np.float32))
    queries = unit(random.normal(size=(40, 24)).astype(np.float32))
    index = ExactIndex([f"r{i:03}" for i in range(500)], vectors)

    for query, hits in zip(queries, index.search(queries, 10), strict=True):
        best = np.argsort(-(vectors @ query))[:10]
        assert [hit.id for hit in hits] == [f"r{i:03}" for i in best]
        assert [hit.score for hit in hits] == pytest.approx(
            [float(vectors[i] @ query) for i in best], abs=1e-5
        )


def test_ties_come_in_the_order_of_ids_even_at_the_cut() -> None:
    same = unit(np.ones((6, 8), dtype=np.float32))

    (hits,) = ExactIndex(["f", "b", "d", "a", "e", "c"], same).search(same[:1], 3)

    assert [hit.id for hit in hits] == ["a", "b", "c"]


def test_small_and_empty_indexes_give_what_they_have() -> None:
    two = unit(np.eye(2, dtype=np.float32))

    assert [hit.id for hit in ExactIndex(["x", "y"], two).search(two[1:], 5)[0]] == ["y", "x"]
    assert ExactIndex([], np.zeros((0, 2), dtype=np.float32)).search(two, 5) == [[], []]
    assert ExactIndex(["x", "y"], two).search(two, 0) == [[], []]
    assert len(ExactIndex(["x", "y"], two)) == 2


def test_similarities_are_cosines_of_known_ids_only() -> None:
    two = unit(np.array([[1, 0], [1, 1]], dtype=np.float32))

    found = ExactIndex(["x", "y"], two).similarities(two[0], ["y", "gone", "x"])

    assert found == {"y": pytest.approx(0.7071, abs=1e-4), "x": pytest.approx(1.0)}


@pytest.mark.parametrize("ids", [["x"], ["x", "x"]])
def test_ids_that_do_not_fit_are_refused(ids: list[str]) -> None:
    with pytest.raises(InvalidInput):
        ExactIndex(ids, np.eye(2, dtype=np.float32))
