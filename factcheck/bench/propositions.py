"""`bench extraction` on sentences with expert propositions: how many of them are claims of their own.

The annotation marks, for each proposition, a subset of the sentence's tokens (PropSegmEnt: Chen et al.,
2023). Claims and propositions are matched one-to-one by the Jaccard similarity of their words, best first, as
that paper does, at 0.8 and, since our quotes keep small words that the annotation drops, at 0.5.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.bench.metrics import share
from factcheck.bench.progress import Progress
from factcheck.bench.rows import Row, distinct, rows_of
from factcheck.bench.said import ClaimSaid
from factcheck.claims.extract import Extractor
from factcheck.text.documents import Limits, document_from_text

STRICT = 0.8
LOOSE = 0.5

_WORD = re.compile(r"\w+|[%$€£]")


@dataclass(frozen=True, slots=True)
class PropositionRow:
    """A sentence after its `context`, with the words of each proposition that experts found in it."""

    id: str
    text: str
    context: str
    propositions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Propositions that are claims (`recall`) and claims that are propositions (`precision`)."""

    name: str
    at: float
    said: int
    matched: int
    recall: float | None
    precision: float | None


@dataclass(frozen=True, slots=True)
class PropositionFigures:
    """The measures of `bench extraction` on propositions, with those of taking the sentence for a claim."""

    bench: str
    data: str
    sentences: int
    propositions: int
    results: tuple[Matched, ...]
    extractor: str


@dataclass(frozen=True, slots=True)
class PropositionPrediction:
    """The claims found in one sentence; positions count in its `text`."""

    id: str
    claims: tuple[ClaimSaid, ...]


def has_propositions(path: Path) -> bool:
    """Whether the rows of `path` are sentences with propositions; raises `InvalidInput`."""
    return any("propositions" in row.fields for row in _first(path))


def measure_propositions(
    path: Path, extractor: Extractor, limits: Limits, progress: Progress
) -> tuple[PropositionFigures, tuple[PropositionPrediction, ...]]:
    """Finds the claims of every sentence of `path` and scores them; raises `InvalidInput` for a bad row."""
    rows = distinct(path, (_read(row) for row in rows_of(path)))
    predictions: list[PropositionPrediction] = []
    for row in progress(rows, "Finding claims"):
        ahead = f"{row.context} " if row.context else ""
        document = document_from_text(ahead + row.text, limits=limits)
        found = (
            (claim.span.shifted(-len(ahead)), claim)
            for claim in extractor.extract(document).claims
            if claim.span.start >= len(ahead)
        )
        claims = tuple(ClaimSaid(span.start, span.end, claim.quote, claim.text) for span, claim in found)
        predictions.append(PropositionPrediction(row.id, claims))
    ours = [[claim.quote for claim in one.claims] for one in predictions]
    whole = [[row.text] for row in rows]
    figures = PropositionFigures(
        bench="extraction",
        data=path.name,
        sentences=len(rows),
        propositions=sum(len(row.propositions) for row in rows),
        results=tuple(
            matched(name, at, rows, said)
            for name, said in (("factcheck", ours), ("every sentence", whole))
            for at in (STRICT, LOOSE)
        ),
        extractor=extractor.version,
    )
    return figures, tuple(predictions)


def matched(name: str, at: float, rows: Sequence[PropositionRow], said: Sequence[Sequence[str]]) -> Matched:
    """How many propositions have a claim of their own among those `said` of their sentence."""
    hits = sum(_pairs(row.propositions, claims, at) for row, claims in zip(rows, said, strict=True))
    claims = sum(len(one) for one in said)
    wanted = sum(len(row.propositions) for row in rows)
    return Matched(name, at, claims, hits, share(hits, wanted), share(hits, claims))


def _pairs(propositions: Sequence[str], claims: Sequence[str], at: float) -> int:
    likeness = sorted(
        ((-_jaccard(p, c), i, j) for i, p in enumerate(propositions) for j, c in enumerate(claims)),
    )
    taken: set[int] = set()
    used: set[int] = set()
    for minus, i, j in likeness:
        if -minus >= at and i not in taken and j not in used:
            taken.add(i)
            used.add(j)
    return len(taken)


def _jaccard(one: str, other: str) -> float:
    a, b = (Counter(_WORD.findall(text.lower())) for text in (one, other))
    return (a & b).total() / ((a | b).total() or 1)


def _first(path: Path) -> list[Row]:
    return [row for row, _ in zip(rows_of(path), range(1), strict=False)]


def _read(row: Row) -> tuple[Row, PropositionRow]:
    listed = row.fields.get("propositions")
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise row.fault("“propositions” is not a list of texts.", "propositions")
    return row, PropositionRow(
        row.string("id"), row.string("text"), row.string("context", needed=False).strip(), tuple(listed)
    )
