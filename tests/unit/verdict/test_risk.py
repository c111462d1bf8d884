"""The clearing threshold keeps its promise, and clears nothing where it could not."""

import math
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, binom

from factcheck.domain.clearing import Basis, Clearing
from factcheck.verdict.risk import (
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


def unsupported(count: int, score: float = 0.1) -> list[Example]:
    return [Example(score, right=False)] * count


@pytest.mark.parametrize("accepted", [0.001, 0.01, 0.05, 0.2])
def test_one_unsupported_example_too_few_and_nothing_clears(accepted: float) -> None:
    enough = fewest_examples(accepted)
    right = [Example(0.9, right=True)] * 700
    short = threshold(right + unsupported(enough - 1), accepted)
    assert short.clears_nothing
    assert not short.passes(1.0)
    assert (short.examples, short.unsupported) == (700 + enough - 1, enough - 1)
    assert (short.cleared, short.passed, short.upper_bound) == (0, 0, 1.0)
    kept = threshold(right + unsupported(enough), accepted)
    assert (kept.threshold, kept.unsupported, kept.cleared, kept.passed) == (0.9, enough, 700, 0)
    assert kept.passes(0.9)
    assert not kept.passes(0.8999)
    assert kept.upper_bound <= accepted


def test_one_per_cent_takes_299_unsupported_examples_of_which_none_passes() -> None:
    assert fewest_examples(0.01) == 299
    assert 0.99**299 <= 0.05 < 0.99**298


def test_no_examples_only_right_ones_and_only_sure_wrong_ones_clear_nothing() -> None:
    assert threshold([]).clears_nothing
    assert threshold([Example(1.0, right=True)] * 5_000).clears_nothing
    assert threshold(unsupported(5_000, 1.0)).clears_nothing


def test_what_may_not_pass_never_does_but_counts_among_the_unsupported() -> None:
    assert threshold([Example(0.0, right=True)] * 5_000 + unsupported(500, 0.0)).clears_nothing
    both = threshold([Example(0.0, right=True)] * 50 + [Example(0.4, right=True)] + unsupported(500, 0.0))
    assert (both.threshold, both.cleared, both.examples, both.unsupported) == (0.4, 1, 551, 500)


def test_the_threshold_is_the_lowest_score_that_keeps_the_promise() -> None:
    # Of 500, one may pass and two may not: P(at most 2 of 500 at 1%) is above 5%.
    examples = [Example(n / 1_000, right=True) for n in range(1, 1_000)] + unsupported(497, 0.0)
    examples += [Example(score, right=False) for score in (0.8505, 0.7005, 0.5505)]
    clearing = threshold(examples)
    assert (clearing.threshold, clearing.cleared, clearing.passed) == (0.701, 300, 1)
    assert clearing.upper_bound == pytest.approx(beta.ppf(0.95, 2, 499))


def test_equal_scores_pass_together_or_not_at_all() -> None:
    sure = [Example(0.9, right=True)] * 20
    mixed = [Example(0.8, n % 2 == 0) for n in range(20)]
    rest = unsupported(400)
    assert threshold(sure + mixed + rest).threshold == 0.9
    assert threshold(mixed + rest).clears_nothing


def test_how_many_are_right_changes_nothing() -> None:
    wrong = [Example(n / 2_000, right=False) for n in range(2_000)]
    few, many = ([Example(0.995, right=True)] * count for count in (1, 100_000))
    found = [threshold(wrong + right) for right in ([], few, many)]
    assert {(one.threshold, one.unsupported, one.passed) for one in found} == {(0.9940, 2_000, 12)}


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
    examples: list[Example], more: int, accepted: list[float]
) -> None:
    crowd = [Example((n % 101) / 400, right=False) for n in range(more)]
    found = [threshold(examples + crowd, share) for share in sorted(accepted)]
    thresholds = [clearing.threshold for clearing in found]
    assert thresholds == sorted(thresholds, reverse=True)
    assert all(c.clears_nothing or c.upper_bound <= c.accepted * (1 + 1e-9) for c in found)


def vetoed_by_half(chance: random.Random) -> float:
    """A score of an unsupported claim: 0 for every second one, else anything up to 1."""
    return chance.random() if chance.random() < 0.5 else 0.0


@pytest.mark.parametrize(
    ("score", "share_from"),
    [
        (random.Random.random, lambda s: 1 - s),
        (vetoed_by_half, lambda s: (1 - s) / 2),
        # In steps, so that a whole step of unsupported claims passes at once.
        (lambda chance: chance.randrange(30) / 30, lambda s: 1 - math.ceil(s * 30 - 1e-9) / 30),
        (lambda chance: 1.0 if chance.random() < 0.06 else 0.3, lambda s: 0.06 if s > 0.3 else 1.0),
    ],
    ids=["any score", "half of them vetoed", "in steps", "too much passes at any score"],
)
@pytest.mark.parametrize("accepted", [0.02, 0.05])
def test_the_promise_holds_as_often_as_it_says(
    score: Callable[[random.Random], float], share_from: Callable[[float], float], accepted: float
) -> None:
    draws, broken = 300, 0
    right = [Example(n / 250, right=True) for n in range(1, 251)]
    for seed in range(draws):
        chance = random.Random(seed)  # noqa: S311 -- a draw to repeat, nothing secret
        clearing = threshold(right + [Example(score(chance), right=False) for _ in range(300)], accepted)
        broken += not clearing.clears_nothing and share_from(clearing.threshold) > accepted
    # One in twenty may be broken; 24 of 300 is two and a half standard deviations above that.
    assert broken <= 24


def test_the_promise_does_not_keep_everything_from_passing() -> None:
    for seed in range(50):
        chance = random.Random(seed)  # noqa: S311 -- a draw to repeat, nothing secret
        right = [Example(chance.random() ** 0.1, right=True) for _ in range(600)]
        wrong = [Example(chance.random(), right=False) for _ in range(600)]
        assert threshold(right + wrong, 0.05).cleared > 60


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_outside_of_its_range_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="score"):
        Example(score, right=True)


@pytest.mark.parametrize(("accepted", "confidence"), [(0, 0.95), (1, 0.95), (0.01, 0), (0.01, 1)])
def test_a_promise_that_cannot_be_meant_is_refused(accepted: float, confidence: float) -> None:
    with pytest.raises(ValueError, match="accepted"):
        threshold([], accepted, confidence)
