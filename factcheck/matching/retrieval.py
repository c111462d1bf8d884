"""Claims to candidate references: meaning and words searched together. Finds; never judges."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.matching.fusion import fuse
from factcheck.matching.index import Hit, VectorIndex

DEPTH = 50
"""How far down each ranking is looked at before they are fused."""


class LexicalSearch(Protocol):
    """Finds references by their words."""

    def search(self, query: str, k: int) -> list[Hit]:
        """The `k` best references at most, best first. Any text is a legal query."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference to hold against a claim; `similarity` is the cosine of the two (-1..1)."""

    reference_id: str
    similarity: float


class Retriever:
    """Proposes references for claims."""

    def __init__(self, index: VectorIndex, lexical: LexicalSearch) -> None:
        self._index = index
        self._lexical = lexical

    def retrieve(self, texts: Sequence[str], vectors: NDArray[np.float32], k: int) -> list[list[Candidate]]:
        """For each text `k` candidates at most, best first; `vectors` has the vector of each, unit rows.

        A reference that only the lexical search knows (its vector is not in the index yet) is left out.
        """
        if not texts or k < 1:
            return [[] for _ in texts]
        depth = max(DEPTH, k)
        found: list[list[Candidate]] = []
        for text, vector, dense in zip(texts, vectors, self._index.search(vectors, depth), strict=True):
            lexical = self._lexical.search(text, depth)
            similarity = {hit.id: hit.score for hit in dense}
            missing = [hit.id for hit in lexical if hit.id not in similarity]
            similarity.update(self._index.similarities(vector, missing))
            known = [hit for hit in lexical if hit.id in similarity]
            found.append([Candidate(hit.id, similarity[hit.id]) for hit in fuse(dense, known, k)])
        return found
