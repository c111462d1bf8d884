"""`bench verdict`: one claim held against one reference, row by row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.bench.bare import bare_claim
from factcheck.bench.baselines import Asked, Baseline, guesses, scored, spoken
from factcheck.bench.formats import PairRow, read_pairs
from factcheck.bench.metrics import (
    Rate,
    accuracy,
    balanced_accuracy,
    calibration_error,
    confusion,
    macro_f1,
    recalls,
    share,
)
from factcheck.bench.progress import Progress, stretches
from factcheck.bench.said import FindingSaid, findings_said
from factcheck.claims.extract import Extractor
from factcheck.domain.evidence import Judgement, MachineStatus, Reference, Source, Versions
from factcheck.matching.encoder import Encoder
from factcheck.verdict.judge import Held, Judge

BATCH = 64
"""Rows that are judged in one call."""

CLASSES = (MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED)
"""In the order of the three probabilities: supports, contradicts, neither."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The product's parts that a verdict comes from."""

    extractor: Extractor
    encoder: Encoder
    judge: Judge


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the product says of one row. `cleared`: it would let the claim pass without a person."""

    id: str
    status: MachineStatus
    p_supports: float
    p_contradicts: float
    cleared: bool
    findings: tuple[FindingSaid, ...]
    reason: str
    similarity: float


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """The measures of `bench verdict`; None where a measure is not defined on these rows."""

    bench: str
    data: str
    rows: int
    labels: dict[str, int]
    accuracy: float | None
    macro_f1: float | None
    balanced_accuracy: float | None
    confusion: dict[str, dict[str, int]]
    conflicting_recall: float | None
    type_recall: dict[str, Rate]
    false_clear_rate: Rate
    let_through: Rate
    clear_rate: float | None
    calibration_error: float | None
    ours: Baseline
    baselines: tuple[Baseline, ...]
    versions: Versions


def measure(
    path: Path, machine: Machine, progress: Progress
) -> tuple[VerdictFigures, tuple[Prediction, ...]]:
    """Judges every row of `path` and scores the answers; raises `InvalidInput` for a bad row."""
    rows = read_pairs(path)
    predictions = answer(rows, machine, progress)
    versions = machine.judge.versions(machine.encoder.identity)
    return score(path.name, rows, predictions, versions), predictions


def answer(rows: Sequence[PairRow], machine: Machine, progress: Progress) -> tuple[Prediction, ...]:
    """What the product says of each row, in the order of the rows."""
    # A judge takes one day of publication a call, so rows of one day go together.
    by_day: dict[date | None, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        by_day[row.published_at].append(place)
    batches = [batch for places in by_day.values() for batch in stretches(places, BATCH)]
    said: dict[int, Prediction] = {}
    for batch in progress(batches, "Judging pairs"):
        ours = [rows[place] for place in batch]
        texts = [row.reference for row in ours]
        profiles = machine.judge.profile_references(texts, [row.as_of for row in ours])
        vectors = machine.encoder.encode([row.claim for row in ours]) * machine.encoder.encode(texts)
        similarities = [min(1.0, float(cosine)) for cosine in vectors.sum(axis=1)]
        held = [
            [Held(_reference(row), profile, similarity)]
            for row, profile, similarity in zip(ours, profiles, similarities, strict=True)
        ]
        claims = [bare_claim(row.claim, machine.extractor) for row in ours]
        judgements = machine.judge.judge_all(claims, held, ours[0].published_at)
        for place, row, judgement, similarity in zip(batch, ours, judgements, similarities, strict=True):
            said[place] = _prediction(row, judgement, similarity)
    return tuple(said[place] for place in range(len(rows)))


def score(
    data: str, rows: Sequence[PairRow], predictions: Sequence[Prediction], versions: Versions
) -> VerdictFigures:
    """The figures of these answers beside those of the cheap rules on the same rows."""
    labels = [row.label for row in rows]
    statuses = [said.status for said in predictions]
    supported = [label is MachineStatus.SUPPORTED for label in labels]
    cleared_right = sum(said.cleared and s for said, s in zip(predictions, supported, strict=True))
    cleared = sum(said.cleared for said in predictions)
    asked = [
        Asked(row.claim, row.reference, said.similarity, row.label, _keys(row))
        for row, said in zip(rows, predictions, strict=True)
    ]
    return VerdictFigures(
        bench="verdict",
        data=data,
        rows=len(rows),
        labels={status.value: labels.count(status) for status in MachineStatus},
        accuracy=accuracy(statuses, labels),
        macro_f1=macro_f1(statuses, labels),
        balanced_accuracy=balanced_accuracy([s is MachineStatus.SUPPORTED for s in statuses], supported),
        confusion=confusion([s.value for s in statuses], [label.value for label in labels]),
        conflicting_recall=recalls(statuses, labels).get(MachineStatus.CONFLICTING),
        type_recall=_by_type(rows, statuses),
        false_clear_rate=Rate.counted(cleared - cleared_right, cleared),
        let_through=Rate.counted(cleared - cleared_right, len(rows) - sum(supported)),
        clear_rate=share(cleared_right, sum(supported)),
        calibration_error=calibration_error(
            [_probabilities(said) for said in predictions], [CLASSES.index(label) for label in labels]
        ),
        ours=scored(spoken("factcheck", statuses, [said.cleared for said in predictions]), labels),
        baselines=tuple(scored(guess, labels) for guess in guesses(asked)),
        versions=versions,
    )


def _by_type(rows: Sequence[PairRow], statuses: Sequence[MachineStatus]) -> dict[str, Rate]:
    """Recall by label and type, as `label/type`: a type's name may stand under two labels."""
    right: dict[str, list[bool]] = defaultdict(list)
    for row, status in zip(rows, statuses, strict=True):
        if row.type:
            right[f"{row.label.value}/{row.type}"].append(status is row.label)
    return {name: Rate.counted(sum(hits), len(hits)) for name, hits in sorted(right.items())}


def _probabilities(said: Prediction) -> tuple[float, float, float]:
    return said.p_supports, said.p_contradicts, max(0.0, 1 - said.p_supports - said.p_contradicts)


def _keys(row: PairRow) -> tuple[str, ...]:
    keys = (f"claim {row.claim.casefold()}", f"reference {row.reference.casefold()}")
    return (*keys, f"group {row.group}") if row.group else keys


def _reference(row: PairRow) -> Reference:
    return Reference(
        id=row.id,
        key=row.id,
        text=row.reference,
        source=Source(publisher="", title="", url=""),
        as_of=row.as_of,
    )


def _prediction(row: PairRow, judgement: Judgement, similarity: float) -> Prediction:
    held = judgement.evidence[0] if judgement.evidence else None
    return Prediction(
        id=row.id,
        status=judgement.status,
        p_supports=held.p_supports if held else 0.0,
        p_contradicts=held.p_contradicts if held else 0.0,
        cleared=judgement.cleared,
        findings=findings_said(held.findings) if held else (),
        reason=judgement.reason,
        similarity=similarity,
    )
