"""The references as the machine uses them: embedded, profiled, and found for claims."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.articles import Document
from factcheck.domain.claims import Claim
from factcheck.domain.clearing import ACCEPTED, Clearing
from factcheck.domain.evidence import Judgement, Reference, Versions
from factcheck.matching.copies import fold
from factcheck.matching.encoder import Encoder
from factcheck.matching.index import ExactIndex, Hit
from factcheck.matching.retrieval import Candidate, Retriever, titled
from factcheck.store.engine import Store
from factcheck.store.records import ReferenceIndexing
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.profile import PROFILE_VERSION, Profile

BATCH = 256
"""References embedded and profiled at once; bounds memory and paces the progress bar."""

SPARE = 10
"""Candidates looked at beyond those wanted, since copies of one statement take one place."""

_SAME = 1e-5
"""Scores closer than this count as a tie."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The store's lexical search under the name that the retriever calls."""

    store: Store

    def search(self, query: str, k: int) -> list[Hit]:
        return self.store.lexical(query, k)


class Library:
    """Finds evidence for claims and has it judged. Thread-safe.

    The vectors of all references are kept in memory and read again when the store's generation of references
    has moved, in whatever process that happened.
    """

    def __init__(self, store: Store, encoder: Encoder, judge: Judge) -> None:
        self._store = store
        self._encoder = encoder
        self._judge = judge
        self._lock = threading.Lock()
        self._generation: int | None = None
        self._index: ExactIndex | None = None

    def versions(self, clearing: Clearing | None = None) -> Versions:
        """With what claims are judged now; by the shipped threshold, where no other `clearing` is given."""
        return self._judge.versions(self._encoder.identity, clearing)

    def shipped_clearing(self, accepted: float = ACCEPTED) -> Clearing:
        """The threshold of the shipped examples, for this share of unsupported claims that pass.

        Raises `ModelFailed` where they are damaged.
        """
        return self._judge.clearing(accepted)

    def warm_up(self) -> None:
        """Load the encoder and the index, so that the first check does not wait; raises `ModelFailed`."""
        self._encoder.encode(["The council met on Monday."])
        self._current_index()

    def index(self, references: Sequence[Reference]) -> list[ReferenceIndexing]:
        """Embeddings and profiles of these references; stores nothing."""
        texts = [reference.text for reference in references]
        under = [titled(reference.source.title, reference.text) for reference in references]
        distinct = list(dict.fromkeys([*texts, *under]))
        vectors = dict(zip(distinct, self._encoder.encode(distinct), strict=True))
        profiles = self._judge.profile_references(texts, [reference.as_of for reference in references])
        return [
            ReferenceIndexing(
                reference.id,
                self._encoder.identity,
                vectors[text],
                vectors[found_by],
                profile.to_json(),
                PROFILE_VERSION,
            )
            for reference, text, found_by, profile in zip(references, texts, under, profiles, strict=True)
        ]

    def index_missing(self, progress: Callable[[int], None] | None = None) -> int:
        """Embed and profile what was added or changed, or was done by another model; returns how many."""
        done = 0
        while True:
            with self._store.reading() as tx:
                missing = tx.references.missing_embeddings(
                    self._encoder.identity, PROFILE_VERSION, limit=BATCH
                )
            if not missing:
                return done
            indexed = self.index(missing)
            with self._store.transaction() as tx:
                tx.references.index_many(indexed)
                tx.commit()
            done += len(missing)
            if progress is not None:
                progress(done)

    def encode(self, claims: Sequence[Claim]) -> NDArray[np.float32]:
        """The vectors of the claims' wordings, of shape (claims, dimension); raises `ModelFailed`."""
        if not claims:
            return np.zeros((0, 0), dtype=np.float32)
        return self._encoder.encode([claim.text for claim in claims])

    def judge(
        self,
        claims: Sequence[Claim],
        vectors: NDArray[np.float32],
        article: Document,
        k: int,
        today: date | None = None,
        clearing: Clearing | None = None,
    ) -> list[Judgement]:
        """The machine's judgement of each claim, given with its vector, against its `k` best references.

        The claims are those of `article`: searched together, and held against each other too. References
        have to be valid on the day it is published, or `today` where that is not known. `clearing` says from
        which score on a claim passes; by default the shipped one does.
        """
        if not claims:
            return []
        retriever = Retriever(self._current_index(), _Words(self._store))
        candidates = retriever.retrieve([claim.text for claim in claims], vectors, k + SPARE, together=True)
        published_on = article.published_at.date() if article.published_at else None
        return self._judge.judge_all(
            claims, self._held(candidates, vectors, k), published_on, clearing, article=article, today=today
        )

    def _held(
        self, candidates: Sequence[Sequence[Candidate]], vectors: NDArray[np.float32], k: int
    ) -> list[list[Held]]:
        """For each claim the first `k` statements, each by its copy of best standing."""
        everything = sorted({c.reference_id for found in candidates for c in found})
        with self._store.reading() as tx:
            references = tx.references.read_many(everything)
            printed = [fold(_in_order(found, references))[:k] for found in candidates]
            known = tx.references.get_many(sorted({one.reference.id for row in printed for one in row}))
        ready = {
            id_: (Profile.from_json(stored.profile), stored.vector)
            for id_, stored in known.items()
            if stored.profile is not None and stored.vector is not None
        }
        return [
            [
                Held(one.reference, profile, float(claim @ vector), one.copies)
                for one in row
                if one.reference.id in ready
                for profile, vector in [ready[one.reference.id]]
            ]
            for claim, row in zip(vectors, printed, strict=True)
        ]

    def _current_index(self) -> ExactIndex:
        with self._lock:
            with self._store.reading() as tx:
                generation = tx.references.generation()
            if self._index is None or generation != self._generation:
                self.index_missing()
                with self._store.reading() as tx:
                    generation = tx.references.generation()
                    self._index = ExactIndex(*tx.references.embeddings(self._encoder.identity))
                self._generation = generation
            return self._index


def _in_order(found: Sequence[Candidate], references: Mapping[str, Reference]) -> list[Reference]:
    """The references of the candidates; where scores tie, by key, and not by which was stored first."""
    runs: list[list[Reference]] = []
    last = None
    for candidate in found:
        reference = references.get(candidate.reference_id)
        if reference is None:
            continue
        # The last bits of a vector depend on what was encoded with it.
        if last is None or abs(candidate.score - last) > _SAME:
            runs.append([])
        runs[-1].append(reference)
        last = candidate.score
    return [reference for run in runs for reference in sorted(run, key=lambda one: one.key)]
