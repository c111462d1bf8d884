import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.bench.metrics import (
    Rate,
    accuracy,
    auroc,
    average_precision,
    balanced_accuracy,
    best_cut,
    best_f1,
    calibration_error,
    confusion,
    f1,
    macro_f1,
    recalls,
    share,
    wilson_upper,
)

scored = st.lists(st.tuples(st.integers(0, 8).map(float), st.booleans()), min_size=1, max_size=40)


def apart(pairs: list[tuple[float, bool]]) -> tuple[list[float], list[bool]]:
    return [score for score, _ in pairs], [true for _, true in pairs]


def test_a_share_of_nothing_is_not_zero() -> None:
    assert share(0, 0) is None
    assert share(1, 4) == 0.25


@pytest.mark.parametrize(
    ("count", "of", "upper"), [(0, 10, 0.27754), (0, 100, 0.03700), (5, 10, 0.76341), (10, 10, 1.0)]
)
def test_wilson_bound_of_published_cases(count: int, of: int, upper: float) -> None:
    assert wilson_upper(count, of) == pytest.approx(upper, abs=1e-4)


def test_wilson_bound_without_a_trial_promises_nothing() -> None:
    assert wilson_upper(0, 0) == 1.0
    assert Rate.counted(0, 0) == Rate(0, 0, None, 1.0)


def test_wilson_bound_refuses_more_hits_than_trials() -> None:
    with pytest.raises(ValueError, match="count"):
        wilson_upper(3, 2)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_bound_lies_between_the_rate_and_one(case: tuple[int, int]) -> None:
    count, of = case
    assert count / of <= wilson_upper(count, of) + 1e-12
    assert wilson_upper(count, of) <= 1


@given(st.integers(0, 50), st.integers(1, 50), st.integers(2, 20))
def test_wilson_bound_falls_with_more_rows_at_the_same_rate(count: int, more: int, times: int) -> None:
    of = count + more
    assert wilson_upper(count * times, of * times) < wilson_upper(count, of)


def test_accuracy_confusion_and_recalls() -> None:
    said, true = ["a", "b", "b", "c"], ["a", "a", "b", "b"]
    assert accuracy(said, true) == 0.5
    assert confusion(said, true) == {
        "a": {"a": 1, "b": 1, "c": 0},
        "b": {"a": 0, "b": 1, "c": 1},
        "c": {"a": 0, "b": 0, "c": 0},
    }
    assert recalls(said, true) == {"a": 0.5, "b": 0.5}
    assert accuracy([], []) is None


def test_macro_f1_is_the_mean_over_labels_that_are_true_somewhere() -> None:
    # a: one hit, one missed, none wrong -> 2/3; b: one hit, one wrong, one missed -> 1/2; "c" is never true.
    assert macro_f1(["a", "b", "b", "c"], ["a", "a", "b", "b"]) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert macro_f1([], []) is None


def test_f1_and_balanced_accuracy_of_a_hand_case() -> None:
    said, true = [True, True, False, False], [True, False, False, False]
    assert f1(said, true) == pytest.approx(2 / 3)
    assert f1([False] * 4, true) == 0.0
    assert balanced_accuracy(said, true) == pytest.approx((1 + 2 / 3) / 2)
    assert balanced_accuracy([True], [True]) is None


def test_calibration_error_of_hand_cases() -> None:
    sure_and_right = [[1.0, 0.0, 0.0]] * 4
    assert calibration_error(sure_and_right, [0, 0, 0, 0]) == 0
    assert calibration_error(sure_and_right, [1, 1, 1, 1]) == 1
    assert calibration_error([[0.75, 0.25, 0.0]] * 4, [0, 0, 0, 1]) == pytest.approx(0)
    # Two bins: one row at 0.9 that is right, one at 0.6 that is wrong.
    assert calibration_error([[0.9, 0.1, 0], [0.6, 0.4, 0]], [0, 1]) == pytest.approx((0.1 + 0.6) / 2)
    assert calibration_error([], []) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(0, 2)), min_size=1, max_size=40))
def test_calibration_error_is_a_share(rows: list[tuple[float, float, int]]) -> None:
    probabilities = [[p, (1 - p) * q, (1 - p) * (1 - q)] for p, q, _ in rows]
    error = calibration_error(probabilities, [true for *_, true in rows])
    assert error is not None
    assert -1e-9 <= error <= 1 + 1e-9


def test_average_precision_of_hand_cases() -> None:
    assert average_precision([4, 3, 2, 1], [True, False, True, False]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([1, 1, 1, 1], [True, False, False, False]) == 0.25
    assert average_precision([1], [False]) is None


def test_auroc_of_hand_cases() -> None:
    assert auroc([4, 3, 2, 1], [True, False, True, False]) == 0.75
    assert auroc([1, 1, 1], [True, False, False]) == 0.5
    assert auroc([1, 2], [True, True]) is None


@given(scored)
def test_auroc_counts_pairs_won(pairs: list[tuple[float, bool]]) -> None:
    scores, true = apart(pairs)
    positives = [s for s, t in pairs if t]
    negatives = [s for s, t in pairs if not t]
    area = auroc(scores, true)
    if not positives or not negatives:
        assert area is None
        return
    won = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    assert area == pytest.approx(won / (len(positives) * len(negatives)))


@given(scored)
def test_average_precision_does_not_depend_on_the_order_of_rows(pairs: list[tuple[float, bool]]) -> None:
    forward, backward = apart(pairs), apart(pairs[::-1])
    assert average_precision(*forward) == pytest.approx(average_precision(*backward))


@given(scored)
def test_no_other_threshold_does_better_than_the_best_cut(pairs: list[tuple[float, bool]]) -> None:
    scores, true = apart(pairs)
    cut = best_cut(scores, true)
    reached = balanced_accuracy([s >= cut.threshold for s in scores], true)
    if reached is None:
        assert cut.balanced_accuracy is None
        return
    assert cut.balanced_accuracy == pytest.approx(reached)
    for other in {*scores, math.inf}:
        rival = balanced_accuracy([s >= other for s in scores], true)
        assert rival is not None
        assert rival <= reached + 1e-12


@given(scored)
def test_no_other_threshold_does_better_than_the_best_f1(pairs: list[tuple[float, bool]]) -> None:
    scores, true = apart(pairs)
    threshold, reached = best_f1(scores, true)
    assert f1([s >= threshold for s in scores], true) == pytest.approx(reached)
    assert all(f1([s >= other for s in scores], true) <= reached + 1e-12 for other in scores)
