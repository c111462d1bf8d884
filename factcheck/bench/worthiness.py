"""`bench worthiness`: whether a sentence is worth a check, one bare sentence at a time."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.bench.formats import SentenceRow, read_sentences
from factcheck.bench.metrics import auroc, average_precision, best_f1, f1, probability_error
from factcheck.bench.naive_bayes import held_out_scores
from factcheck.bench.progress import Progress, stretches
from factcheck.claims.worthiness import WorthinessModel
from factcheck.matching.encoder import Encoder

SEED = 20250127
BATCH = 128


@dataclass(frozen=True, slots=True)
class WorthinessPrediction:
    """The score of one sentence, 0..1; higher: more worth a check."""

    id: str
    score: float


@dataclass(frozen=True, slots=True)
class ScoreFigures:
    """How well a score tells worthy sentences from others; F1 at `threshold` (at or above: worthy).

    `calibration_error` is that of a probability; None for a score that is none.
    """

    name: str
    average_precision: float | None
    auroc: float | None
    f1: float
    threshold: float | None
    calibration_error: float | None = None


@dataclass(frozen=True, slots=True)
class WorthinessFigures:
    """The measures of `bench worthiness`; a baseline's threshold is the best one for these very rows."""

    bench: str
    data: str
    rows: int
    worthy: int
    ours: ScoreFigures
    baselines: tuple[ScoreFigures, ...]
    model: str


def measure(
    path: Path, model: WorthinessModel, encoder: Encoder, progress: Progress
) -> tuple[WorthinessFigures, tuple[WorthinessPrediction, ...]]:
    """Scores every sentence of `path`; raises `InvalidInput` for a bad row."""
    rows = read_sentences(path)
    scores: list[float] = []
    for batch in progress(stretches(rows, BATCH), "Scoring sentences"):
        texts = [row.text for row in batch]
        scores += [one.score for one in model.score(texts, encoder.encode(texts))]
    figures = score(path.name, rows, scores, model.threshold, model.version)
    return figures, tuple(WorthinessPrediction(r.id, s) for r, s in zip(rows, scores, strict=True))


def score(
    data: str, rows: Sequence[SentenceRow], scores: Sequence[float], threshold: float, model: str
) -> WorthinessFigures:
    """The figures of these scores beside those of the cheap rules on the same rows."""
    true = [row.worthy for row in rows]
    chance = random.Random(SEED)  # noqa: S311 -- a baseline, not a secret
    return WorthinessFigures(
        bench="worthiness",
        data=data,
        rows=len(rows),
        worthy=sum(true),
        ours=ScoreFigures(
            name="factcheck",
            average_precision=average_precision(scores, true),
            auroc=auroc(scores, true),
            f1=f1([one >= threshold for one in scores], true),
            threshold=threshold,
            calibration_error=probability_error(scores, true),
        ),
        baselines=(
            _flattered("naive Bayes, held out", held_out_scores([r.text for r in rows], true, SEED), true),
            _flattered("has a digit", [float(any(c.isdigit() for c in r.text)) for r in rows], true),
            _flattered("number of words", [float(len(row.text.split())) for row in rows], true),
            _flattered("every sentence", [1.0] * len(rows), true),
            _flattered("random", [chance.random() for _ in rows], true),
        ),
        model=model,
    )


def _flattered(name: str, scores: Sequence[float], true: Sequence[bool]) -> ScoreFigures:
    threshold, reached = best_f1(scores, true)
    return ScoreFigures(name, average_precision(scores, true), auroc(scores, true), reached, threshold)
