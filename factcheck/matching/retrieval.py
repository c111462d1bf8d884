"""Claims to candidate references: meaning and words searched together. Finds; never judges."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.matching.fusion import fuse, means_of_others, shares
from factcheck.matching.index import Hit, VectorIndex

DEPTH = 50
"""How far down the ranking by meaning is looked at before the two are fused."""

WORDS_DEPTH = 200
"""The same for the ranking by words, which is cheap and also scores what meaning has found."""

AROUND_MEANING = 0.2
"""How far a claim is moved towards what the other claims of its article mean, beside its own unit length."""

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
    """A reference to hold against a claim.

    `score` is what put it in its place: the fused score, or the reranker's for those that it read. It orders
    the candidates of one claim and says nothing else.
    """

    reference_id: str
    score: float


def titled(title: str, text: str) -> str:
    """The words by which a statement is found: under the title of its source, which says of whom it speaks.

    A passage often says "he" or "the film": the hits at 5 on half of FoolMeTwice rise from 0.645 to 0.799 by
    this alone. No claim is judged by it, since a title is not part of what was verified.
    """
    return f"{title}: {text}" if title.strip() else text


class Retriever:
    """Proposes references for claims; with `reading`, the best of them are put in order by its reranker."""

    def __init__(self, index: VectorIndex, lexical: LexicalSearch, reading: Reading | None = None) -> None:
        self._index = index
        self._lexical = lexical
        self._reading = reading

    def retrieve(
        self, texts: Sequence[str], vectors: NDArray[np.float32], k: int, *, together: bool = False
    ) -> list[list[Candidate]]:
        """For each text `k` candidates at most, best first; `vectors` has the vector of each, unit rows.

        With `together` the texts are claims of one article: one like "Nobody was hurt" says only among the
        others of what it speaks. A reference that only the lexical search knows (its vector is not in the
        index yet) is left out. Raises `ModelFailed` where a reranker cannot run.
        """
        if not texts or k < 1:
            return [[] for _ in texts]
        depth = max(DEPTH, k)
        asked, lengths = _amid(vectors) if together else (vectors, np.ones(len(vectors), dtype=np.float32))
        words = [shares(self._lexical.search(text, max(WORDS_DEPTH, k))) for text in texts]
        around = means_of_others(words) if together else [{} for _ in texts]
        found: list[list[Candidate]] = []
        for place, dense in enumerate(self._index.search(asked, depth)):
            near = {hit.id: hit.score for hit in dense}
            wanted = [*_first(words[place], depth), *_first(around[place], depth)]
            missing = [id_ for id_ in dict.fromkeys(wanted) if id_ not in near]
            near.update(self._index.similarities(asked[place], missing))
            meaning = [Hit(id_, cosine * float(lengths[place])) for id_, cosine in near.items()]
            fused = fuse(meaning, words[place], max(RERANK_DEPTH, k), around[place])
            if self._reading is not None:
                read = _reranked(texts[place], fused[:RERANK_DEPTH], self._reading)
                fused = [*read, *fused[RERANK_DEPTH:]]
            found.append([Candidate(hit.id, hit.score) for hit in fused[:k]])
        return found


def _amid(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Each vector moved towards the mean of the others: as unit rows, and how long they were."""
    others = vectors.sum(axis=0) - vectors
    norms = np.linalg.norm(others, axis=1, keepdims=True)
    moved = vectors + AROUND_MEANING * np.divide(others, norms, out=np.zeros_like(others), where=norms > 0)
    lengths = np.linalg.norm(moved, axis=1)
    return np.asarray(moved / lengths[:, None], dtype=np.float32), lengths


def _first(scored: Mapping[str, float], k: int) -> list[str]:
    return nsmallest(k, scored, key=lambda id_: (-scored[id_], id_))


def _reranked(claim: str, fused: Sequence[Hit], reading: Reading) -> list[Hit]:
    """The hits by the reranker's score, equal ones as they were; those without a text are left out."""
    texts = reading.texts([hit.id for hit in fused])
    known = [hit.id for hit in fused if hit.id in texts]
    scores = reading.reranker.score(claim, [texts[id_] for id_ in known])
    pairs = zip(known, scores, strict=True)
    return [Hit(id_, score) for id_, score in sorted(pairs, key=lambda pair: -pair[1])]
