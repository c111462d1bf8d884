"""Measures of ranked lists: how early the relevant documents come. Defined as in trec_eval."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet


def average_precision_at(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> float:
    """Precisions at the relevant places among the first `k`, summed and divided by all that is relevant."""
    hits = 0
    total = 0.0
    for place, document in enumerate(ranking[:k], start=1):
        if document in relevant:
            hits += 1
            total += hits / place
    return total / len(relevant)


def hit_at(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> bool:
    """Whether any relevant document is among the first `k`."""
    return not relevant.isdisjoint(ranking[:k])


def recall_at(ranking: Sequence[str], relevant: AbstractSet[str], k: int) -> float:
    """Share of the relevant documents that are among the first `k`."""
    return sum(document in relevant for document in set(ranking[:k])) / len(relevant)


def reciprocal_rank(ranking: Sequence[str], relevant: AbstractSet[str]) -> float:
    """One over the place of the first relevant document; 0.0 when there is none."""
    return next((1 / place for place, document in enumerate(ranking, start=1) if document in relevant), 0.0)
