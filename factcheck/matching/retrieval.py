"""Claims to candidate references: meaning and words searched together. Finds; never judges."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.matching.fusion import fuse
from factcheck.matching.index import Hit, VectorIndex

DEPTH = 50
"""How far down the ranking by meaning is looked at before the two are fused."""

WORDS_DEPTH = 200
"""The same for the ranking by words, which is cheap and also scores what meaning has found."""

RERANK_DEPTH = 20
"""How many of the best a reranker reads, where there is one."""


class LexicalSearch(Protocol):
    """Finds references by their words."""

    def search(self, query: str, k: int) -> list[Hit]:
        """The `k` best references at most, best first. Any text is a legal query."""
        ...


class Reranker(Protocol):
    """Reads a claim beside texts and says how much each has to do with it."""

    def score(self, claim: str, texts: Sequence[str]) -> list[float]:
        """A number for each of `texts`, higher for what settles more of the claim; raises `ModelFailed`."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """A reranker with the means to read references. `texts` gives the text of each id that it knows."""

    reranker: Reranker
    texts: Callable[[Sequence[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reference to hold against a claim; `similarity` is the cosine of the two (-1..1).

    `score` is what put it in its place: the fused score, or the reranker's for those that it read.
    """

    reference_id: str
    similarity: float
    score: float


class Retriever:
    """Proposes references for claims; with `reading`, the best of them are put in order by its reranker."""

    def __init__(self, index: VectorIndex, lexical: LexicalSearch, reading: Reading | None = None) -> None:
        self._index = index
        self._lexical = lexical
        self._reading = reading

    def retrieve(self, texts: Sequence[str], vectors: NDArray[np.float32], k: int) -> list[list[Candidate]]:
        """For each text `k` candidates at most, best first; `vectors` has the vector of each, unit rows.

        A reference that only the lexical search knows (its vector is not in the index yet) is left out.
        Raises `ModelFailed` where a reranker cannot run.
        """
        if not texts or k < 1:
            return [[] for _ in texts]
        depth = max(DEPTH, k)
        found: list[list[Candidate]] = []
        for text, vector, dense in zip(texts, vectors, self._index.search(vectors, depth), strict=True):
            lexical = self._lexical.search(text, max(WORDS_DEPTH, k))
            similarity = {hit.id: hit.score for hit in dense}
            missing = [hit.id for hit in lexical[:depth] if hit.id not in similarity]
            similarity.update(self._index.similarities(vector, missing))
            near = [Hit(id_, score) for id_, score in similarity.items()]
            fused = fuse(near, lexical, max(RERANK_DEPTH, k))
            if self._reading is not None:
                fused = [*_reranked(text, fused[:RERANK_DEPTH], self._reading), *fused[RERANK_DEPTH:]]
            found.append([Candidate(hit.id, similarity[hit.id], hit.score) for hit in fused[:k]])
        return found


def _reranked(claim: str, fused: Sequence[Hit], reading: Reading) -> list[Hit]:
    """The hits by the reranker's score, equal ones as they were; those without a text are left out."""
    texts = reading.texts([hit.id for hit in fused])
    known = [hit.id for hit in fused if hit.id in texts]
    scores = reading.reranker.score(claim, [texts[id_] for id_ in known])
    pairs = zip(known, scores, strict=True)
    return [Hit(id_, score) for id_, score in sorted(pairs, key=lambda pair: -pair[1])]
