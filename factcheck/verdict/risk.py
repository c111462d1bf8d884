"""The clearing threshold that lets no larger share of unsupported claims through than the newsroom accepts.

The share that is bounded is the let-through rate: of the claims that no reference supports, those that would
pass without a person. It counts the worst that can happen, and it does not depend on how many such claims the
articles of a newsroom hold.

Learn-then-test: Angelopoulos, Bates, Candès, Jordan, Lei, "Learn then Test: Calibrating Predictive Algorithms
to Achieve Risk Control" (2021, arXiv 2110.01052), with their fixed-sequence testing. For every threshold the
null hypothesis is "more than the accepted share of unsupported claims passes"; its p-value is the exact
binomial tail, so that rejecting it is the same as a Clopper-Pearson upper bound at or below the accepted
share.

The thresholds are tried from strict to loose, each with the full error probability, and the first that is not
rejected ends the walk. Since a looser threshold never lets fewer through, the test cannot turn again after
that: one walk finds all that can be found, and it does not matter among which scores the threshold is chosen.
The promise is exact for unsupported claims drawn independently, as the unsupported examples were.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain.clearing import NOTHING_CLEARS, Basis, Clearing

CONFIDENCE = 0.95


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


def clearing_threshold(
    examples: Sequence[Example], accepted: float, confidence: float = CONFIDENCE, *, basis: Basis
) -> Clearing:
    """The lowest score for which it is shown that at most `accepted` of the unsupported claims pass.

    `accepted` and `confidence`, the probability with which the promise has to hold, are in 0..1, exclusive.
    The threshold is the score of an example, equal scores pass together, and a score of 0 never passes. Where
    no threshold keeps the promise, nothing clears. The order of the examples means nothing, and a larger
    `accepted` never leads to a higher threshold.
    """
    if not 0 < accepted < 1 or not 0 < confidence < 1:
        raise ValueError("the accepted share and the confidence are in 0..1, exclusive")
    error = 1 - confidence
    everything = Counter(example.score for example in examples if example.score > 0)
    unsupported = sum(not example.right for example in examples)
    passing = Counter(example.score for example in examples if not example.right)
    threshold, cleared, passed = NOTHING_CLEARS, 0, 0
    # Too few show nothing, even where none of them passes.
    enough = binomial_tail(unsupported, 0, accepted) <= error
    for score in sorted(everything, reverse=True) if enough else ():
        more = passing[score]
        if more and binomial_tail(unsupported, passed + more, accepted) > error:
            break
        threshold, cleared, passed = score, cleared + everything[score], passed + more
    return Clearing(
        threshold=threshold,
        examples=len(examples),
        unsupported=unsupported,
        cleared=cleared,
        passed=passed,
        upper_bound=1.0 if threshold == NOTHING_CLEARS else upper_bound(unsupported, passed, error),
        accepted=accepted,
        basis=basis,
        confidence=confidence,
    )


def fewest_examples(accepted: float, confidence: float = CONFIDENCE) -> int:
    """How many unsupported examples any threshold needs to keep the promise: 299 for 1%, none passing."""
    return math.ceil(math.log(1 - confidence) / math.log1p(-accepted))


def binomial_tail(n: int, k: int, p: float) -> float:
    """The probability of at most `k` among `n`, each with probability `p`."""
    if k >= n or p <= 0:
        return 1.0
    if k < 0 or p >= 1:
        return 0.0
    return _incomplete_beta(n - k, k + 1, 1 - p, p)


def upper_bound(n: int, k: int, error: float) -> float:
    """Clopper-Pearson: `k` of `n` passed; the true share is higher only with probability `error`."""
    low, high = 0.0, 1.0
    # Halves until two neighbouring floats are left.
    while low < (middle := (low + high) / 2) < high:
        if binomial_tail(n, k, middle) <= error:
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
