"""The clearing threshold keeps its promise, and clears nothing where it could not."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, binom

from factcheck.domain.clearing import Basis, Clearing
from factcheck.verdict.risk import (
    STARTS,
    Example,
    binomial_tail,
    clearing_threshold,
    fewest_examples,
    upper_bound,
)


def threshold(examples: list[Example], accepted: float = 0.01, confidence: float = 0.95) -> Clearing:
    return clearing_threshold(examples, accepted, confidence, basis=Basis.SHIPPED)


@given(st.integers(1, 5_000), st.floats(0, 1), st.floats(0.0005, 0.9995))
def test_the_binomial_tail_is_that_of_scipy(n: int, share: float, p: float) -> None:
    k = int(share * n)
    assert binomial_tail(n, k, p) == pytest.approx(binom.cdf(k, n, p), rel=1e-8, abs=1e-13)


@pytest.mark.parametrize(
    ("n", "k", "p", "tail"), [(3, 3, 0.5, 1), (3, -1, 0.5, 0), (3, 1, 0, 1), (3, 1, 1, 0)]
)
def test_the_binomial_tail_at_its_ends(n: int, k: int, p: float, tail: float) -> None:
    assert binomial_tail(n, k, p) == tail


@given(st.integers(1, 5_000), st.integers(0, 30), st.sampled_from([0.2, 0.05, 0.01]))
def test_the_upper_bound_is_that_of_clopper_and_pearson(n: int, k: int, error: float) -> None:
    expected = beta.ppf(1 - error, k + 1, n - k) if k < n else 1.0
    assert upper_bound(n, min(k, n), error) == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize("accepted", [0.001, 0.01, 0.05, 0.2])
def test_one_example_too_few_and_nothing_clears(accepted: float) -> None:
    enough = fewest_examples(accepted)
    short = threshold([Example(0.9, True)] * (enough - 1), accepted)
    assert short.clears_nothing
    assert not short.passes(1.0)
    assert (short.cleared, short.wrong, short.upper_bound, short.examples) == (0, 0, 1.0, enough - 1)
    kept = threshold([Example(0.9, True)] * enough, accepted)
    assert (kept.threshold, kept.cleared, kept.wrong) == (0.9, enough, 0)
    assert kept.passes(0.9)
    assert not kept.passes(0.8999)
    assert kept.upper_bound <= accepted


def test_no_examples_and_only_wrong_ones_clear_nothing() -> None:
    assert threshold([]).clears_nothing
    assert threshold([Example(1.0, False)] * 5_000).clears_nothing


def test_what_may_not_pass_never_does() -> None:
    vetoed = threshold([Example(0.0, True)] * 5_000)
    assert vetoed.clears_nothing
    both = threshold([Example(0.0, True)] * 5_000 + [Example(0.4, True)] * 500)
    assert (both.threshold, both.cleared, both.examples) == (0.4, 500, 5_500)


def test_equal_scores_pass_together_or_not_at_all() -> None:
    sure = [Example(0.9, True)] * 1_000
    mixed = [Example(0.8, n % 2 == 0) for n in range(1_000)]
    assert threshold(sure + mixed).threshold == 0.9
    assert threshold(mixed).clears_nothing


def test_it_stops_at_the_first_threshold_that_fails() -> None:
    good = [Example(0.9, True)] * 600
    bad = [Example(0.8, False)] * 100
    plenty = [Example(0.7, True)] * 50_000
    assert threshold(good + bad + plenty).threshold == 0.9


def test_one_slip_at_the_very_top_does_not_stop_everything() -> None:
    examples = [Example(1.0, False), *(Example(0.9 - n / 10_000, True) for n in range(1_500))]
    clearing = threshold(examples)
    assert (clearing.cleared, clearing.wrong) == (1_501, 1)
    assert clearing.upper_bound <= 0.01
    assert threshold(examples[:500]).clears_nothing


SCORED = st.lists(
    st.builds(Example, st.sampled_from([n / 12 for n in range(13)]), st.booleans()), max_size=40
)


@given(SCORED, st.integers(1, 60), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_order_of_the_examples_changes_nothing(
    examples: list[Example], times: int, chance: random.Random
) -> None:
    shuffled = examples * times
    chance.shuffle(shuffled)
    assert threshold(shuffled, 0.1) == threshold(examples * times, 0.1)


@given(SCORED, st.integers(0, 2_000), st.lists(st.floats(0.001, 0.5), min_size=2, max_size=6))
@settings(max_examples=100)
def test_whoever_accepts_more_clears_no_less(
    examples: list[Example], right: int, accepted: list[float]
) -> None:
    # Ties and lone slips among many right ones: where one walk starts inside what another steps over.
    crowd = [Example(0.3 + (n % 7) / 10, True) for n in range(right)]
    found = [threshold(examples + crowd, share) for share in sorted(accepted)]
    thresholds = [clearing.threshold for clearing in found]
    assert thresholds == sorted(thresholds, reverse=True)
    assert all(c.clears_nothing or c.upper_bound <= c.accepted * (1 + 1e-9) for c in found)


@pytest.mark.parametrize(
    ("wrong_at", "true_share"),
    [
        # A claim of score s is wrong with the first, and of those from s on the second is wrong.
        (lambda s: (1 - s) / 4, lambda s: (1 - s) / 8),
        (lambda s: 0.06, lambda s: 0.06),
    ],
    ids=["surer is better", "a score that says nothing, and too much is wrong"],
)
@pytest.mark.parametrize("accepted", [0.02, 0.05])
def test_the_promise_holds_as_often_as_it_says(
    wrong_at: Callable[[float], float], true_share: Callable[[float], float], accepted: float
) -> None:
    draws, broken, cleared = 300, 0, 0
    for seed in range(draws):
        chance = random.Random(seed)  # noqa: S311 -- a draw to repeat, nothing secret
        scores = [chance.random() for _ in range(1_500)]
        clearing = threshold([Example(s, chance.random() >= wrong_at(s)) for s in scores], accepted)
        cleared += not clearing.clears_nothing
        broken += not clearing.clears_nothing and true_share(clearing.threshold) > accepted
    # One in twenty may be broken; 24 of 300 is two standard deviations above that.
    assert broken <= 24
    if true_share(0.5) < 0.06:
        assert cleared > draws * 0.9


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_outside_of_its_range_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="score"):
        Example(score, right=True)


@pytest.mark.parametrize(("accepted", "confidence"), [(0, 0.95), (1, 0.95), (0.01, 0.5), (0.01, 1)])
def test_a_promise_that_cannot_be_meant_is_refused(accepted: float, confidence: float) -> None:
    with pytest.raises(ValueError, match="accepted"):
        threshold([], accepted, confidence)


def test_each_walk_is_given_its_part_of_the_error() -> None:
    assert fewest_examples(0.01) == 408
    assert 0.99**408 <= 0.05 / len(STARTS) < 0.99**407
