"""`bench retrieval`: the references that are found for a query, by the product's own search."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.bench.formats import RetrievalSet, TextRow, read_retrieval
from factcheck.bench.progress import Progress, stretches
from factcheck.bench.ranking import average_precision_at, hit_at, recall_at, reciprocal_rank
from factcheck.domain.evidence import Source
from factcheck.domain.people import SYSTEM
from factcheck.matching.encoder import Encoder
from factcheck.matching.index import ExactIndex, Hit
from factcheck.matching.retrieval import Retriever, titled
from factcheck.store.engine import Store, open_store
from factcheck.store.records import ReferenceEntry

DEPTH = 100
BATCH = 256
NOW = datetime(2025, 1, 27, tzinfo=UTC)
"""When the corpus is said to have been stored; ranking does not depend on it."""


@dataclass(frozen=True, slots=True)
class RetrievalPrediction:
    """The ids found for one query, best first, 100 at most."""

    id: str
    ranking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankingFigures:
    """Means over all queries; the reciprocal rank looks at the first 100.

    A hit is a query with any of its documents that early; a recall is the share of them. The hit at 20 is the
    most that a reranker of the first 20 could make of the hit at 1.
    """

    name: str
    hit_at_1: float
    hit_at_5: float
    hit_at_20: float
    map_at_5: float
    recall_at_1: float
    recall_at_5: float
    recall_at_20: float
    mrr: float


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """The measures of `bench retrieval`; the baselines are the two halves of the product's search alone."""

    bench: str
    data: str
    queries: int
    corpus: int
    ours: RankingFigures
    baselines: tuple[RankingFigures, ...]
    encoder: str


def measure(
    folder: Path, encoder: Encoder, progress: Progress
) -> tuple[RetrievalFigures, tuple[RetrievalPrediction, ...]]:
    """Ranks the corpus for every query; raises `InvalidInput` for a bad row."""
    data = read_retrieval(folder)
    texts = [titled(row.title, row.text) for row in data.corpus]
    vectors = encode(texts, encoder, progress, "Encoding the corpus")
    index = ExactIndex([row.id for row in data.corpus], vectors)
    with _lexical(data.corpus, progress) as lexical:
        ours = _rank_by(Retriever(index, lexical), encoder, data.queries, progress)
        words = [
            [hit.id for hit in lexical.search(row.text, DEPTH)]
            for row in progress(data.queries, "Searching by words alone")
        ]
    queries = encode([row.text for row in data.queries], encoder, progress, "Searching by meaning alone")
    dense = [[hit.id for hit in hits] for hits in index.search(queries, DEPTH)]
    figures = RetrievalFigures(
        bench="retrieval",
        data="/".join(folder.resolve().parts[-2:]),
        queries=len(data.queries),
        corpus=len(data.corpus),
        ours=figures_of("factcheck", data, ours),
        baselines=(
            figures_of("meaning alone (cosine)", data, dense),
            figures_of("words alone", data, words),
        ),
        encoder=encoder.identity,
    )
    predictions = (RetrievalPrediction(q.id, tuple(r)) for q, r in zip(data.queries, ours, strict=True))
    return figures, tuple(predictions)


def figures_of(name: str, data: RetrievalSet, rankings: Sequence[Sequence[str]]) -> RankingFigures:
    """The figures of these rankings, one for each query."""
    pairs = [(ranking, data.relevant[q.id]) for q, ranking in zip(data.queries, rankings, strict=True)]
    many = len(pairs)
    return RankingFigures(
        name=name,
        hit_at_1=sum(hit_at(r, wanted, 1) for r, wanted in pairs) / many,
        hit_at_5=sum(hit_at(r, wanted, 5) for r, wanted in pairs) / many,
        hit_at_20=sum(hit_at(r, wanted, 20) for r, wanted in pairs) / many,
        map_at_5=sum(average_precision_at(r, wanted, 5) for r, wanted in pairs) / many,
        recall_at_1=sum(recall_at(r, wanted, 1) for r, wanted in pairs) / many,
        recall_at_5=sum(recall_at(r, wanted, 5) for r, wanted in pairs) / many,
        recall_at_20=sum(recall_at(r, wanted, 20) for r, wanted in pairs) / many,
        mrr=sum(reciprocal_rank(r[:DEPTH], wanted) for r, wanted in pairs) / many,
    )


def encode(texts: Sequence[str], encoder: Encoder, progress: Progress, what: str) -> NDArray[np.float32]:
    """The vectors of all texts, shape (texts, dimension), in batches that progress can follow."""
    return np.concatenate([encoder.encode(batch) for batch in progress(stretches(texts, BATCH), what)])


class _WordSearch:
    """The store's lexical search, told in the corpus's own ids."""

    def __init__(self, store: Store, own_ids: dict[str, str]) -> None:
        self._store = store
        self._own_ids = own_ids

    def search(self, query: str, k: int) -> list[Hit]:
        """The `k` best at most, best first."""
        return [Hit(self._own_ids[hit.id], hit.score) for hit in self._store.lexical(query, k)]


@contextmanager
def _lexical(corpus: Sequence[TextRow], progress: Progress) -> Iterator[_WordSearch]:
    """A store of its own that holds the corpus; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        try:
            store.migrate()
            own_ids: dict[str, str] = {}
            for batch in progress(stretches(corpus, BATCH), "Storing the corpus"):
                with store.transaction() as tx:
                    stored = tx.references.upsert_many([_entry(r) for r in batch], actor=SYSTEM, now=NOW)
                    tx.commit()
                own_ids.update({one.reference_id: row.id for one, row in zip(stored, batch, strict=True)})
            yield _WordSearch(store, own_ids)
        finally:
            store.dispose()


def _entry(row: TextRow) -> ReferenceEntry:
    return ReferenceEntry(key=row.id, text=row.text, source=Source(publisher="", title=row.title, url=""))


def _rank_by(
    retriever: Retriever, encoder: Encoder, queries: Sequence[TextRow], progress: Progress
) -> list[list[str]]:
    rankings: list[list[str]] = []
    for batch in progress(stretches(queries, 32), "Searching as the product does"):
        texts = [row.text for row in batch]
        found = retriever.retrieve(texts, encoder.encode(texts), DEPTH)
        rankings += [[candidate.reference_id for candidate in ours] for ours in found]
    return rankings
