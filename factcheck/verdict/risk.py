"""The clearing threshold that keeps the share of wrong clears below what the newsroom accepts.

Learn-then-test: Angelopoulos, Bates, Candès, Jordan, Lei, "Learn then Test: Calibrating Predictive Algorithms
to Achieve Risk Control" (2021, arXiv 2110.01052), with their fixed-sequence testing from several starts
(their algorithm 1 and section 3). For every threshold the null hypothesis is "more than the accepted share of
what passes here is wrong"; its p-value is the exact binomial tail, so that rejecting it is the same as a
Clopper-Pearson upper bound at or below the accepted share.

The thresholds are tried from strict to loose and the first that fails ends the walk, so that trying many
costs nothing. The strictest thresholds let so few examples pass that nothing could be shown of them. A walk
therefore starts where so many pass that it could succeed with 0 wrong among them, a second one where it
could with 2, a third with 6: one slip of a labeller at the very top must not keep everything from passing.
Each walk gets an equal part of the error probability, and the loosest threshold that any reaches is taken.

The order of the tests follows from the scores alone, never from who was right. Given the scores, the rights
are independent, and the binomial tail bounds the tail of their sum though each has a chance of its own
(Hoeffding 1956), so the promise is exact for claims with scores like those of the examples.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain.clearing import NOTHING_CLEARS, Basis, Clearing

CONFIDENCE = 0.95
STARTS = (0, 2, 6)
"""How many wrong ones each walk may meet where it starts."""


@dataclass(frozen=True, slots=True)
class Example:
    """A claim with the machine's confidence that it may pass, and whether it should have.

    `score` is 0 where something keeps the claim from passing whatever the model says. `right`: a reference
    truly supports the claim. Raises `ValueError` for a score outside of 0..1.
    """

    score: float
    right: bool

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"a score is in 0..1, not {self.score}")


@dataclass(frozen=True, slots=True)
class _Step:
    """A threshold with how many examples pass it, and how many of these are wrong."""

    threshold: float
    cleared: int
    wrong: int


def clearing_threshold(
    examples: Sequence[Example], accepted: float, confidence: float = CONFIDENCE, *, basis: Basis
) -> Clearing:
    """The lowest threshold whose share of wrong clears is shown to be at most `accepted`.

    `accepted` is in 0..1, exclusive; `confidence` is the probability with which the promise has to hold, from
    0.8 on. Where no threshold keeps it, nothing clears. The order of the examples means nothing, a larger
    `accepted` never leads to a higher threshold, and a score of 0 never passes.
    """
    if not 0 < accepted < 1 or not 0.8 <= confidence < 1:
        raise ValueError("the accepted share is in 0..1, the confidence in 0.8..1")
    error = (1 - confidence) / len(STARTS)
    steps = _steps(examples)
    reached = [step for slips in STARTS if (step := _walk(steps, slips, accepted, error))]
    if not reached:
        return Clearing(NOTHING_CLEARS, len(examples), 0, 0, 1.0, accepted, basis, confidence)
    loosest = min(reached, key=lambda step: step.threshold)
    return Clearing(
        threshold=loosest.threshold,
        examples=len(examples),
        cleared=loosest.cleared,
        wrong=loosest.wrong,
        upper_bound=upper_bound(loosest.cleared, loosest.wrong, error),
        accepted=accepted,
        basis=basis,
        confidence=confidence,
    )


def fewest_examples(accepted: float, confidence: float = CONFIDENCE) -> int:
    """How many examples have to pass before any threshold can keep the promise: 408 for 1%, all right."""
    return _fewest(0, accepted, (1 - confidence) / len(STARTS))


def binomial_tail(n: int, k: int, p: float) -> float:
    """The probability of at most `k` among `n`, each with probability `p`."""
    if k >= n or p <= 0:
        return 1.0
    if k < 0 or p >= 1:
        return 0.0
    return _incomplete_beta(n - k, k + 1, 1 - p, p)


def upper_bound(n: int, k: int, error: float) -> float:
    """Clopper-Pearson: `k` of `n` were wrong; the true share is higher only with probability `error`."""
    low, high = 0.0, 1.0
    # Halves until two neighbouring floats are left.
    while low < (middle := (low + high) / 2) < high:
        if binomial_tail(n, k, middle) <= error:
            high = middle
        else:
            low = middle
    return high


def _steps(examples: Sequence[Example]) -> list[_Step]:
    """One step for every score above 0, the strictest first; equal scores pass together."""
    tally: dict[float, list[int]] = {}
    for example in examples:
        if example.score > 0:
            counts = tally.setdefault(example.score, [0, 0])
            counts[0] += 1
            counts[1] += not example.right
    steps, cleared, wrong = [], 0, 0
    for score in sorted(tally, reverse=True):
        cleared += tally[score][0]
        wrong += tally[score][1]
        steps.append(_Step(score, cleared, wrong))
    return steps


def _walk(steps: Sequence[_Step], slips: int, accepted: float, error: float) -> _Step | None:
    """The loosest threshold of one walk; None where its first one already fails.

    More than `slips` wrong ones at the start fail even where the test would pass, as it might after many
    equal scores: only so does a larger accepted share, which starts earlier, reach at least as far.
    """
    start = _fewest(slips, accepted, error)
    reached: _Step | None = None
    for step in steps:
        if step.cleared < start:
            continue
        if reached is None and step.wrong > slips:
            return None
        # With no more wrong ones among more examples the test cannot turn.
        unchanged = reached is not None and step.wrong == reached.wrong
        if not unchanged and binomial_tail(step.cleared, step.wrong, accepted) > error:
            return reached
        reached = step
    return reached


def _fewest(slips: int, accepted: float, error: float) -> int:
    """The smallest number of examples of which `slips` may be wrong."""
    high = slips + 1
    while binomial_tail(high, slips, accepted) > error:
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        if binomial_tail(middle, slips, accepted) <= error:
            high = middle
        else:
            low = middle
    return high


def _incomplete_beta(a: int, b: int, x: float, y: float) -> float:
    """The regularised incomplete beta function at `x`, where `y` is 1 - x.

    By its continued fraction, on the side where it converges fast (Press et al., "Numerical Recipes", 6.4).
    """
    if x > (a + 1) / (a + b + 2):
        return 1.0 - _incomplete_beta(b, a, y, x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    return front * _fraction(a, b, x) / a


def _fraction(a: int, b: int, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1.0 / (1.0 - (a + b) * x / (a + 1) or tiny)
    value = d
    # It needs about the root of the larger parameter; the bound is far above what a million examples take.
    for m in range(1, 10_000):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1.0 / (1.0 + term * d or tiny)
            c = 1.0 + term / c or tiny
            value *= d * c
        if abs(d * c - 1.0) < 1e-15:
            break
    return value
