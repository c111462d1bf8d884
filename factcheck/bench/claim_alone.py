"""How far the claim alone gives the label away: a logistic regression that never sees the reference.

A set on which this does well has a shortcut. Folds keep together all rows that share a group, a claim or a
reference, so that the model cannot remember a twin of the row it is asked about.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

FOLDS = 5
SEED = 20250127
VOCABULARY = 20_000
"""The commonest words and word pairs are looked at, the others are too rare to learn from."""
ROUNDS = 150

_WORD = re.compile(r"\w+|[%$€£]")


def words(text: str) -> list[str]:
    """The words and unit signs of a text in lower case, in order."""
    return _WORD.findall(text.lower())


def folds(keys: Sequence[Sequence[str]], count: int = FOLDS, seed: int = SEED) -> NDArray[np.int64]:
    """The fold (0 to `count` - 1) of each row; rows that share any key are in one fold.

    Clusters are dealt out by size, the largest first, each to the emptiest fold; `seed` orders equals.
    """
    parent = list(range(len(keys)))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    first: dict[str, int] = {}
    for row, mine in enumerate(keys):
        for key in mine:
            parent[root(row)] = root(first.setdefault(key, row))
    roots = [root(row) for row in range(len(keys))]
    sizes = Counter(roots)
    order = np.random.default_rng(seed).permutation(len(keys))
    filled = [0] * count
    place: dict[int, int] = {}
    for cluster in sorted(sizes, key=lambda c: (-sizes[c], int(order[c]))):
        place[cluster] = min(range(count), key=filled.__getitem__)
        filled[place[cluster]] += sizes[cluster]
    return np.array([place[r] for r in roots], dtype=np.int64)


def held_out_probabilities(
    texts: Sequence[str], classes: Sequence[int], keys: Sequence[Sequence[str]], labels: int
) -> NDArray[np.float64]:
    """Probability of each of `labels` classes for every text, from a model fitted on the other folds.

    Shape (texts, labels). A class that does not occur in the other folds gets next to nothing.
    """
    fold = folds(keys)
    right = np.asarray(classes, dtype=np.int64)
    grams = [_grams(text) for text in texts]
    result = np.full((len(texts), labels), 1 / labels)
    for kept_back in range(FOLDS):
        ours = np.flatnonzero(fold != kept_back)
        asked = np.flatnonzero(fold == kept_back)
        if not len(ours) or not len(asked):
            continue
        vocabulary = _vocabulary([grams[row] for row in ours])
        coefficients = _fit(_Bags.of([grams[row] for row in ours], vocabulary), right[ours], labels)
        result[asked] = _softmax(_Bags.of([grams[row] for row in asked], vocabulary).times(coefficients))
    return result


def _grams(text: str) -> frozenset[str]:
    found = words(text)
    return frozenset(found) | {f"{a} {b}" for a, b in pairwise(found)}


def _vocabulary(documents: Sequence[frozenset[str]]) -> dict[str, tuple[int, float]]:
    """Column and inverse document frequency of the commonest words and pairs that occur at least twice."""
    counts = Counter(gram for document in documents for gram in document)
    kept = sorted((g for g, n in counts.items() if n > 1), key=lambda g: (-counts[g], g))[:VOCABULARY]
    return {g: (place, math.log((1 + len(documents)) / (1 + counts[g])) + 1) for place, g in enumerate(kept)}


@dataclass(frozen=True, slots=True)
class _Bags:
    """A sparse matrix, a row for each document: of unit length, and a constant 1 in the last column.

    Row r holds `values` at `columns` from `starts[r]` on; the constant keeps every row from being empty.
    """

    columns: NDArray[np.int64]
    values: NDArray[np.float64]
    rows: NDArray[np.int64]
    starts: NDArray[np.int64]
    width: int

    @classmethod
    def of(cls, documents: Sequence[frozenset[str]], vocabulary: dict[str, tuple[int, float]]) -> "_Bags":
        """The documents in the words of this vocabulary; other words are left out."""
        columns: list[int] = []
        values: list[float] = []
        rows: list[int] = []
        starts: list[int] = []
        for row, document in enumerate(documents):
            present = sorted(vocabulary[gram] for gram in document if gram in vocabulary)
            length = math.sqrt(sum(weight * weight for _, weight in present))
            starts.append(len(columns))
            columns += [*(column for column, _ in present), len(vocabulary)]
            values += [*(weight / length for _, weight in present), 1.0]
            rows += [row] * (len(present) + 1)
        return cls(np.array(columns), np.array(values), np.array(rows), np.array(starts), len(vocabulary) + 1)

    def times(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """This matrix times `weights` of shape (width, classes)."""
        return np.add.reduceat(weights[self.columns] * self.values[:, None], self.starts, axis=0)

    def turned_times(self, residues: NDArray[np.float64]) -> NDArray[np.float64]:
        """The transposed matrix times `residues` of shape (documents, classes)."""
        parts = [np.bincount(self.columns, self.values * r[self.rows], self.width) for r in residues.T]
        return np.stack(parts, axis=1)


def _fit(bags: _Bags, right: NDArray[np.int64], labels: int) -> NDArray[np.float64]:
    """Multinomial logistic regression with a penalty of 1 on the squared weights; Nesterov's descent."""
    many = len(bags.starts)
    wanted = np.eye(labels)[right]
    # Rows have length sqrt(2) with the constant, so the loss bends by at most 1/2 * 2.
    step = 1 / (1 + 1 / many)
    weights = np.zeros((bags.width, labels))
    ahead = weights
    pace = 1.0
    for _ in range(ROUNDS):
        slope = bags.turned_times(_softmax(bags.times(ahead)) - wanted) / many
        slope[:-1] += ahead[:-1] / many
        moved = ahead - step * slope
        next_pace = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead = moved + (pace - 1) / next_pace * (moved - weights)
        weights, pace = moved, next_pace
    return weights


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))
