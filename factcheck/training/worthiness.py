"""Fits check-worthiness: a logistic regression over named traits and the sentence vector.

The strength of the penalty is chosen by cross-validation in which all sentences of one source (a debate, say)
are on the same side; its held-out scores also give the calibration (Platt, “Probabilistic outputs for support
vector machines”, 1999: a slope and an offset, which leave the model linear) and the threshold. Nothing is
random but the order of equals, and that is seeded.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.bench.claim_alone import folds
from factcheck.bench.formats import SentenceRow, read_sentences
from factcheck.bench.metrics import auroc, average_precision, best_f1, f1, probability_error
from factcheck.claims.traits import TRAITS, traits_of
from factcheck.claims.worthiness import WorthinessModel
from factcheck.domain.errors import InvalidInput
from factcheck.matching.encoder import Encoder

PENALTIES = (0.1, 0.3, 1.0, 3.0, 10.0)
"""Inverse strengths of the penalty that are tried."""
TRAIT_SCALE = 0.1
"""Standardised traits are made this small beside the vector (whose rows have length 1), so that one penalty
weighs on both alike."""
LEAST_ROWS = 200
LEAST_OF_EITHER = 20
BATCH = 256
Vector = NDArray[np.float64]
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """How a model does on one file of labelled sentences."""

    data: str
    rows: int
    worthy: int
    average_precision: float | None
    auroc: float | None
    f1: float
    calibration_error: float | None


@dataclass(frozen=True, slots=True)
class Trained:
    """A fitted model, with what was tried and what it does on training texts that were held out."""

    model: WorthinessModel
    penalty: float
    tried: tuple[tuple[float, float], ...]
    """Each penalty with its average precision on held-out folds."""
    held_out: Measured
    rows: int
    sources: int


def train(files: Sequence[Path], encoder: Encoder, today: date, progress: Progress) -> Trained:
    """Fits the weights on the labelled sentences of `files`; raises `InvalidInput` for too few rows."""
    rows = _distinct([row for file in files for row in read_sentences(file)])
    worthy = np.array([row.worthy for row in rows])
    if len(rows) < LEAST_ROWS or min(worthy.sum(), (~worthy).sum()) < LEAST_OF_EITHER:
        raise InvalidInput(
            f"{LEAST_ROWS} different sentences are needed, {LEAST_OF_EITHER} of either label.",
            field="files",
        )
    progress(f"{len(rows):,} sentences, {int(worthy.sum()):,} of them worth a check")
    traits = np.array([traits_of(row.text) for row in rows])
    vectors = _encoded([row.text for row in rows], encoder, progress)
    usual, spread = traits.mean(axis=0), traits.std(axis=0)
    spread[spread == 0] = 1.0
    table = np.hstack([vectors, (traits - usual) / spread * TRAIT_SCALE])
    sources = [row.source or row.id for row in rows]
    fold = folds([[source] for source in sources])

    tried: list[tuple[float, float]] = []
    best: tuple[float, float, Vector] | None = None
    for penalty in PENALTIES:
        sums = _held_out(table, worthy, fold, penalty)
        reached = average_precision(sums.tolist(), worthy.tolist()) or 0.0
        tried.append((penalty, reached))
        progress(f"penalty {penalty:g}: average precision {reached:.4f} on held-out sources")
        if best is None or reached > best[1]:
            best = (penalty, reached, sums)
    assert best is not None  # noqa: S101 -- there are penalties to try
    penalty, _, sums = best
    slope, offset = _platt(sums, worthy)
    scores = _squashed(slope * sums + offset).tolist()
    threshold, _ = best_f1(scores, worthy.tolist())

    weights, bias = _fit(table, worthy, penalty)
    size = vectors.shape[1]
    trait_weights = slope * weights[size:] * TRAIT_SCALE / spread
    vector = slope * weights[:size]
    names = [trait.name for trait in TRAITS]
    model = WorthinessModel(
        traits=dict(zip(names, trait_weights.tolist(), strict=True)),
        usual=dict(zip(names, usual.tolist(), strict=True)),
        usual_wording=float((vectors @ vector).mean()),
        vector=vector.astype(np.float32),
        bias=float(slope * bias + offset - trait_weights @ usual),
        threshold=round(threshold, 3),
        encoder=encoder.identity,
        version=f"worthiness-{today.isoformat()}",
    )
    held_out = _measured("held-out sources", scores, worthy.tolist(), threshold)
    return Trained(model, penalty, tuple(tried), held_out, len(rows), len(set(sources)))


def evaluate(model: WorthinessModel, name: str, rows: Sequence[SentenceRow], encoder: Encoder) -> Measured:
    """What `model` does on labelled sentences, none of which it should have seen; `name` is their file's."""
    vectors = encoder.encode([row.text for row in rows])
    scores = [one.score for one in model.score([row.text for row in rows], vectors)]
    return _measured(name, scores, [row.worthy for row in rows], model.threshold)


def _measured(data: str, scores: list[float], worthy: list[bool], threshold: float) -> Measured:
    return Measured(
        data=data,
        rows=len(worthy),
        worthy=sum(worthy),
        average_precision=average_precision(scores, worthy),
        auroc=auroc(scores, worthy),
        f1=f1([score >= threshold for score in scores], worthy),
        calibration_error=probability_error(scores, worthy),
    )


def _distinct(rows: Sequence[SentenceRow]) -> list[SentenceRow]:
    """The rows without repeated texts, the first of each: a sentence said often must not count often."""
    first: dict[str, SentenceRow] = {}
    for row in rows:
        first.setdefault(" ".join(row.text.split()).casefold(), row)
    return list(first.values())


def _encoded(texts: list[str], encoder: Encoder, progress: Progress) -> Vector:
    parts: list[Vector] = []
    for start in range(0, len(texts), BATCH):
        parts.append(encoder.encode(texts[start : start + BATCH]).astype(np.float64))
        if start // BATCH % 16 == 0:
            progress(f"reading sentences: {start:,} of {len(texts):,}")
    return np.vstack(parts)


def _held_out(table: Vector, worthy: NDArray[np.bool_], fold: NDArray[np.int64], penalty: float) -> Vector:
    """The sum (logit) of every row by a model that never saw its source."""
    sums = np.zeros(len(table))
    for kept_back in np.unique(fold):
        asked = fold == kept_back
        weights, bias = _fit(table[~asked], worthy[~asked], penalty)
        sums[asked] = table[asked] @ weights + bias
    return sums


def _fit(table: Vector, worthy: NDArray[np.bool_], penalty: float) -> tuple[Vector, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 -- needed in training only

    fitted = LogisticRegression(C=penalty, max_iter=5_000).fit(table, worthy)
    return np.asarray(fitted.coef_[0]), float(fitted.intercept_[0])


def _platt(sums: Vector, worthy: NDArray[np.bool_]) -> tuple[float, float]:
    weights, bias = _fit(sums[:, None], worthy, 1e6)
    return float(weights[0]), bias


def _squashed(sums: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-sums)))
