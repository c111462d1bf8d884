"""Vectors by nearness: the protocol every engine has to meet, and an exact search in numpy."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.errors import InvalidInput

_SAME = 1e-6
"""Scores closer than this count as a tie: the last bits of a dot product depend on the BLAS kernel."""

_QUERIES_AT_ONCE = 32
"""Bounds the score matrix: 32 queries against a million vectors take 128 MB."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A reference found, with the score of the search that found it (higher: better)."""

    id: str
    score: float


class VectorIndex(Protocol):
    """Finds stored vectors near given ones. Vectors are unit length, so scores are cosines."""

    def search(self, vectors: NDArray[np.float32], k: int) -> list[list[Hit]]:
        """For each row of `vectors` the `k` nearest at most, best first; ties in the order of ids."""
        ...

    def similarities(self, vector: NDArray[np.float32], ids: Sequence[str]) -> dict[str, float]:
        """The cosine of `vector` to each of `ids`; ids that the index does not hold are left out."""
        ...


class ExactIndex:
    """All vectors in one matrix in memory; every search looks at each of them.

    Immutable, so threads may share it. `vectors` has a row of unit length for each of `ids`.
    """

    def __init__(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        if len(ids) != len(vectors):
            raise InvalidInput(f"{len(ids)} ids do not fit {len(vectors)} vectors.")
        self._ids = tuple(ids)
        self._rows = {id_: row for row, id_ in enumerate(self._ids)}
        if len(self._rows) != len(self._ids):
            raise InvalidInput("An id stands twice in the index.")
        self._matrix = np.ascontiguousarray(vectors, dtype=np.float32)

    def __len__(self) -> int:
        return len(self._ids)

    def search(self, vectors: NDArray[np.float32], k: int) -> list[list[Hit]]:
        """For each row of `vectors` the `k` nearest at most, best first; ties in the order of ids."""
        if not self._ids or k < 1:
            return [[] for _ in vectors]
        _one_blas_thread()
        found: list[list[Hit]] = []
        for first in range(0, len(vectors), _QUERIES_AT_ONCE):
            scores = vectors[first : first + _QUERIES_AT_ONCE] @ self._matrix.T
            found.extend(self._best(row, k) for row in scores)
        return found

    def similarities(self, vector: NDArray[np.float32], ids: Sequence[str]) -> dict[str, float]:
        """The cosine of `vector` to each of `ids`; ids that the index does not hold are left out."""
        known = [id_ for id_ in ids if id_ in self._rows]
        if not known:
            return {}
        scores = self._matrix[[self._rows[id_] for id_ in known]] @ vector
        return {id_: float(score) for id_, score in zip(known, scores, strict=True)}

    def _best(self, scores: NDArray[np.float32], k: int) -> list[Hit]:
        if k < len(scores):
            weakest = np.partition(scores, len(scores) - k)[len(scores) - k]
            rows = np.flatnonzero(scores >= weakest - _SAME)
        else:
            rows = np.arange(len(scores))
        hits = [Hit(self._ids[row], float(scores[row])) for row in rows]
        hits.sort(key=lambda hit: (-round(hit.score / _SAME), hit.id))
        return hits[:k]


_blas_lock = threading.Lock()
_blas: list[Any] = []


def _one_blas_thread() -> None:
    """Keep numpy's BLAS to one thread from the first search on.

    A matrix-vector product is bound by memory: a second thread gains little alone, and beside other work on
    the same cores it made a search of 10,000 vectors twenty times slower. The limit is set once and kept,
    because setting it around each search would race between threads; nothing else here leans on numpy's BLAS.
    """
    if _blas:
        return
    with _blas_lock:
        if not _blas:
            from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # noqa: PLC0415 -- rarely needed

            _blas.append(threadpool_limits(limits=1, user_api="blas"))
