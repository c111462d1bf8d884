"""Measures of agreement between what was said and what is true: pure functions of plain sequences.

A measure that is not defined on what it was given (a recall of nothing, say) is None, never zero.
"""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

Z_95 = 1.959963984540054
"""The two-sided 95% quantile of the normal distribution."""


def share(part: int, whole: int) -> float | None:
    """`part / whole`, None of nothing."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` of `of`, with the upper end of its 95% Wilson interval; `rate` is None when `of` is 0."""

    count: int
    of: int
    rate: float | None
    upper_95: float

    @classmethod
    def counted(cls, count: int, of: int) -> "Rate":
        """The rate of `count` among `of`."""
        return cls(count, of, share(count, of), wilson_upper(count, of))


def wilson_upper(count: int, of: int, z: float = Z_95) -> float:
    """Upper end of the Wilson score interval of a proportion; 1.0 when nothing was seen.

    Wilson, “Probable inference, the law of succession, and statistical inference”, JASA 22 (1927).
    """
    if not 0 <= count <= of:
        raise ValueError("count has to lie between 0 and of")
    if of == 0:
        return 1.0
    p = count / of
    spread = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    return min(1.0, (p + z * z / (2 * of) + spread) / (1 + z * z / of))


def accuracy(said: Sequence[Hashable], true: Sequence[Hashable]) -> float | None:
    """Share of places where both are the same."""
    return share(sum(s == t for s, t in zip(said, true, strict=True)), len(true))


def confusion(said: Sequence[str], true: Sequence[str]) -> dict[str, dict[str, int]]:
    """Counts by true label, then by what was said; every label that occurs on either side has a place."""
    labels = sorted({*said, *true})
    counts = Counter(zip(true, said, strict=True))
    return {t: {s: counts[t, s] for s in labels} for t in labels}


def recalls(said: Sequence[str], true: Sequence[str]) -> dict[str, float]:
    """Recall of every label that is true somewhere."""
    totals = Counter(true)
    hits = Counter(t for s, t in zip(said, true, strict=True) if s == t)
    return {label: hits[label] / totals[label] for label in sorted(totals)}


def macro_f1(said: Sequence[str], true: Sequence[str]) -> float | None:
    """Mean F1 over the labels that are true somewhere (a label that never occurs has no recall)."""
    pairs = list(zip(said, true, strict=True))
    labels = sorted(set(true))
    if not labels:
        return None
    return sum(f1([s == label for s, _ in pairs], [t == label for _, t in pairs]) for label in labels) / len(
        labels
    )


def f1(said: Sequence[bool], true: Sequence[bool]) -> float:
    """Harmonic mean of precision and recall of True; 0.0 when there is no hit."""
    hits = sum(s and t for s, t in zip(said, true, strict=True))
    wrong = sum(s != t for s, t in zip(said, true, strict=True))
    return 2 * hits / (2 * hits + wrong) if hits else 0.0


def balanced_accuracy(said: Sequence[bool], true: Sequence[bool]) -> float | None:
    """Mean of the recalls of True and of False; None unless both are true somewhere."""
    positives = sum(true)
    negatives = len(true) - positives
    if not positives or not negatives:
        return None
    hits = sum(s and t for s, t in zip(said, true, strict=True))
    rejections = sum(not s and not t for s, t in zip(said, true, strict=True))
    return (hits / positives + rejections / negatives) / 2


def calibration_error(
    probabilities: Sequence[Sequence[float]], true: Sequence[int], bins: int = 10
) -> float | None:
    """Expected calibration error of the likeliest class, in equally wide bins.

    `probabilities[i]` holds the probability of each class, `true[i]` is the index of the right one. Naeini,
    Cooper and Hauskrecht (2015), in the top-label form of Guo et al. (2017).
    """
    if not true:
        return None
    confidence = [0.0] * bins
    hits = [0] * bins
    for given, right in zip(probabilities, true, strict=True):
        top = max(range(len(given)), key=given.__getitem__)
        place = min(bins - 1, max(0, math.ceil(given[top] * bins) - 1))
        confidence[place] += given[top]
        hits[place] += top == right
    return sum(abs(h - c) for h, c in zip(hits, confidence, strict=True)) / len(true)


def probability_error(scores: Sequence[float], true: Sequence[bool], bins: int = 10) -> float | None:
    """Expected calibration error of the probability of True, in equally wide bins; None of nothing.

    In each bin the mean score is held against the share of what is true (Naeini, Cooper and Hauskrecht,
    2015).
    """
    if not true:
        return None
    surplus = [0.0] * bins
    for score, right in zip(scores, true, strict=True):
        surplus[min(bins - 1, int(score * bins))] += score - right
    return sum(abs(one) for one in surplus) / len(true)


@dataclass(frozen=True, slots=True)
class Cut:
    """A threshold on a score: at or above it means True. `balanced_accuracy` is what it reaches."""

    threshold: float
    balanced_accuracy: float | None


def best_cut(scores: Sequence[float], true: Sequence[bool]) -> Cut:
    """The threshold with the best balanced accuracy on these very rows; the highest of equals.

    `threshold` is one of the scores, or infinity when it is best to call nothing True.
    """
    positives = sum(true)
    negatives = len(true) - positives
    best = Cut(math.inf, balanced_accuracy([False] * len(true), true))
    if not positives or not negatives:
        return best
    hits = alarms = 0
    ordered = sorted(zip(scores, true, strict=True), key=lambda pair: -pair[0])
    for place, (score, is_true) in enumerate(ordered):
        hits += is_true
        alarms += not is_true
        if place + 1 < len(ordered) and ordered[place + 1][0] == score:
            continue
        reached = (hits / positives + 1 - alarms / negatives) / 2
        if best.balanced_accuracy is None or reached > best.balanced_accuracy:
            best = Cut(score, reached)
    return best


def average_precision(scores: Sequence[float], true: Sequence[bool]) -> float | None:
    """Area under the precision-recall steps, equal scores taken together; None without a positive."""
    positives = sum(true)
    if not positives:
        return None
    total = 0.0
    seen = hits = before = 0
    ordered = sorted(zip(scores, true, strict=True), key=lambda pair: -pair[0])
    for place, (score, is_true) in enumerate(ordered):
        seen += 1
        hits += is_true
        if place + 1 < len(ordered) and ordered[place + 1][0] == score:
            continue
        total += (hits - before) / positives * (hits / seen)
        before = hits
    return total


def auroc(scores: Sequence[float], true: Sequence[bool]) -> float | None:
    """Chance that a positive scores above a negative, ties counting half; None unless both occur."""
    positives = sum(true)
    negatives = len(true) - positives
    if not positives or not negatives:
        return None
    ordered = sorted(zip(scores, true, strict=True), key=lambda pair: pair[0])
    won = 0.0
    below = place = 0
    while place < len(ordered):
        after = place
        while after < len(ordered) and ordered[after][0] == ordered[place][0]:
            after += 1
        tied = sum(is_true for _, is_true in ordered[place:after])
        tied_negatives = after - place - tied
        won += tied * (below + tied_negatives / 2)
        below += tied_negatives
        place = after
    return won / (positives * negatives)


def best_f1(scores: Sequence[float], true: Sequence[bool]) -> tuple[float, float]:
    """The threshold with the best F1 on these very rows, and that F1; `(inf, 0.0)` without a positive."""
    best = (math.inf, 0.0)
    positives = sum(true)
    hits = seen = 0
    ordered = sorted(zip(scores, true, strict=True), key=lambda pair: -pair[0])
    for place, (score, is_true) in enumerate(ordered):
        seen += 1
        hits += is_true
        if place + 1 < len(ordered) and ordered[place + 1][0] == score:
            continue
        reached = 2 * hits / (seen + positives)
        if reached > best[1]:
            best = (score, reached)
    return best
