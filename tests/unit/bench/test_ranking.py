import pytest

from factcheck.bench.ranking import average_precision_at, hit_at, recall_at, reciprocal_rank

RANKING = ["d1", "d2", "d3", "d4", "d5", "d6"]


def test_average_precision_divides_by_all_that_is_relevant() -> None:
    assert average_precision_at(RANKING, {"d1"}, 5) == 1
    assert average_precision_at(RANKING, {"d2", "d4"}, 5) == pytest.approx((1 / 2 + 2 / 4) / 2)
    assert average_precision_at(RANKING, {"d1", "d6"}, 5) == 0.5
    assert average_precision_at([], {"d1"}, 5) == 0


def test_recall_looks_no_further_than_asked() -> None:
    assert recall_at(RANKING, {"d1", "d6"}, 5) == 0.5
    assert recall_at(RANKING, {"d1", "d6"}, 6) == 1
    assert recall_at(RANKING, {"d9"}, 20) == 0


def test_one_relevant_document_is_a_hit() -> None:
    assert hit_at(RANKING, {"d2", "d9"}, 2)
    assert not hit_at(RANKING, {"d2", "d9"}, 1)


def test_reciprocal_rank_is_that_of_the_first_hit() -> None:
    assert reciprocal_rank(RANKING, {"d3", "d5"}) == pytest.approx(1 / 3)
    assert reciprocal_rank(RANKING, {"d9"}) == 0
