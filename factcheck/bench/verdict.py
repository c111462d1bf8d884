"""`bench verdict`: one claim held against one reference, row by row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from factcheck.bench.bare import bare_claim
from factcheck.bench.baselines import Asked, Baseline, Guess, guesses, scored, spoken
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
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement, MachineStatus, Reference, Source, Versions
from factcheck.matching.encoder import Encoder
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.stance import Stance, StanceModel

BATCH = 64
"""Rows that are judged in one call."""

CLASSES = (MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED)
"""In the order of the three probabilities: supports, contradicts, neither."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The product's parts that a verdict comes from; `alone`: named parts of its stance, to compare."""

    extractor: Extractor
    encoder: Encoder
    judge: Judge
    alone: tuple[tuple[str, StanceModel], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows (their places among all), each as a claim with its one reference before it."""

    places: Sequence[int]
    claims: list[Claim]
    held: list[list[Held]]
    published_at: date | None


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
    alone: tuple[MachineStatus, ...] = ()
    """What each part of the stance alone would say."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows whose probability of support lies in one tenth: how many, its mean, and the share supported."""

    low: float
    rows: int
    mean: float
    supported: float


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
    type_recall: dict[str, dict[str, Rate]]
    """By `label/type` and by who is asked: the product, its parts alone, the cheap rules."""
    false_clear_rate: Rate
    let_through: Rate
    clear_rate: float | None
    calibration_error: float | None
    reliability: tuple[Bin, ...]
    ours: Baseline
    alone: tuple[Baseline, ...]
    baselines: tuple[Baseline, ...]
    versions: Versions


def measure(
    path: Path, machine: Machine, progress: Progress
) -> tuple[VerdictFigures, tuple[Prediction, ...]]:
    """Judges every row of `path` and scores the answers; raises `InvalidInput` for a bad row."""
    rows = read_pairs(path)
    predictions = answer(rows, machine, progress)
    versions = machine.judge.versions(machine.encoder.identity)
    names = [name for name, _ in machine.alone]
    return score(path.name, rows, predictions, versions, names), predictions


def answer(rows: Sequence[PairRow], machine: Machine, progress: Progress) -> tuple[Prediction, ...]:
    """What the product says of each row, in the order of the rows."""
    said: dict[int, Prediction] = {}
    for batch in laid_out(rows, machine, progress):
        laid = machine.judge.lay(batch.claims, batch.held, batch.published_at)
        judgements = machine.judge.settle(batch.claims, batch.held, laid)
        pairs = [row[0].pair for row in laid]
        alone = zip(*([_likeliest(s) for s in part.judge(pairs)] for _, part in machine.alone), strict=True)
        parts = list(alone) or [() for _ in pairs]
        for place, judgement, pair, part in zip(batch.places, judgements, pairs, parts, strict=True):
            said[place] = _prediction(rows[place], judgement, pair.similarity, tuple(part))
    return tuple(said[place] for place in range(len(rows)))


def laid_out(rows: Sequence[PairRow], machine: Machine, progress: Progress) -> Iterator[Batch]:
    """The rows as a judge takes them: claims, each with its one reference."""
    # A judge takes one day of publication a call, so rows of one day go together.
    by_day: dict[date | None, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        by_day[row.published_at].append(place)
    batches = [batch for places in by_day.values() for batch in stretches(places, BATCH)]
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
        yield Batch(batch, claims, held, ours[0].published_at)


def _likeliest(stance: Stance) -> MachineStatus:
    neither = 1 - stance.p_supports - stance.p_contradicts
    if stance.p_supports >= max(stance.p_contradicts, neither):
        return MachineStatus.SUPPORTED
    return MachineStatus.CONFLICTING if stance.p_contradicts >= neither else MachineStatus.UNMATCHED


def score(
    data: str,
    rows: Sequence[PairRow],
    predictions: Sequence[Prediction],
    versions: Versions,
    alone: Sequence[str] = (),
) -> VerdictFigures:
    """The figures of these answers beside those of the cheap rules on the same rows.

    `alone` names the parts whose answers the predictions hold.
    """
    labels = [row.label for row in rows]
    statuses = [said.status for said in predictions]
    supported = [label is MachineStatus.SUPPORTED for label in labels]
    cleared_right = sum(said.cleared and s for said, s in zip(predictions, supported, strict=True))
    cleared = sum(said.cleared for said in predictions)
    asked = [
        Asked(row.claim, row.reference, said.similarity, row.label, _keys(row))
        for row, said in zip(rows, predictions, strict=True)
    ]
    ours = spoken("factcheck", statuses, [said.cleared for said in predictions])
    nobody = [False] * len(rows)
    parts = [
        spoken(name, [said.alone[place] for said in predictions], nobody) for place, name in enumerate(alone)
    ]
    cheap = guesses(asked)
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
        type_recall=_by_type(rows, [ours, *parts, *cheap]),
        false_clear_rate=Rate.counted(cleared - cleared_right, cleared),
        let_through=Rate.counted(cleared - cleared_right, len(rows) - sum(supported)),
        clear_rate=share(cleared_right, sum(supported)),
        calibration_error=calibration_error(
            [_probabilities(said) for said in predictions], [CLASSES.index(label) for label in labels]
        ),
        reliability=_reliability([said.p_supports for said in predictions], supported),
        ours=scored(ours, labels),
        alone=tuple(scored(part, labels) for part in parts),
        baselines=tuple(scored(guess, labels) for guess in cheap),
        versions=versions,
    )


def _by_type(rows: Sequence[PairRow], guesses: Sequence[Guess]) -> dict[str, dict[str, Rate]]:
    """Recall by label and type, as `label/type`, of everybody who says a status.

    A type's name may stand under two labels.
    """
    told: dict[str, dict[str, Rate]] = {}
    for name in sorted({f"{row.label.value}/{row.type}" for row in rows if row.type}):
        places = [place for place, row in enumerate(rows) if f"{row.label.value}/{row.type}" == name]
        told[name] = {
            guess.name: Rate.counted(
                sum(guess.said[place] is rows[place].label for place in places), len(places)
            )
            for guess in guesses
            if guess.said is not None
        }
    return told


def _reliability(probabilities: Sequence[float], supported: Sequence[bool]) -> tuple[Bin, ...]:
    """The tenths of the probability of support that hold any row."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for probability, right in zip(probabilities, supported, strict=True):
        bins[min(9, int(10 * probability))].append((probability, right))
    return tuple(
        Bin(
            tenth / 10,
            len(held),
            sum(probability for probability, _ in held) / len(held),
            sum(right for _, right in held) / len(held),
        )
        for tenth, held in sorted(bins.items())
    )


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
        source=Source(publisher="", title=row.title, url=""),
        as_of=row.as_of,
    )


def _prediction(
    row: PairRow, judgement: Judgement, similarity: float, alone: tuple[MachineStatus, ...]
) -> Prediction:
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
        alone=alone,
    )
