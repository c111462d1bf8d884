"""The whole of `factcheck train stance`: the network, and the sum that joins it with the rules."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import torch

from factcheck.bench.formats import PairRow
from factcheck.bench.metrics import accuracy, balanced_accuracy, calibration_error
from factcheck.bench.progress import Progress as Shown
from factcheck.bench.verdict import Machine
from factcheck.matching.crossencoder import (
    CrossEncoderScorer,
    facts_of,
    network_of,
    save_cross_encoder,
    untrained,
)
from factcheck.text.parser import Parser
from factcheck.training.stance.calibrating import calibrate
from factcheck.training.stance.examples import CLASSES, PAIRS, PASSAGES, own_pairs
from factcheck.training.stance.fitting import fit
from factcheck.training.stance.joint import Joined, beside_strangers, join, laid_rows
from factcheck.training.stance.recipe import SEED, phases
from factcheck.training.stance.starting import ORIGIN, start_from_reranker
from factcheck.verdict.calibration import CALIBRATION, save_calibration
from factcheck.verdict.judge import RULES_IN_USE
from factcheck.verdict.learned import ALL, JOINT, MODEL, NETWORK, RULES, write_joint

TAKEN = "examples"
"""The fact in the network's file that says what it was fitted on."""
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Reached:
    """How a part does on the pairs that were kept back, by weights fitted without their group.

    Accuracy is over the three labels, balanced accuracy of supported against the rest.
    """

    part: str
    balanced_accuracy: float
    accuracy: float
    calibration_error: float


@dataclass(frozen=True, slots=True)
class Made:
    """What was fitted, on how many pairs that were kept back, and how it does on them."""

    version: str
    rows: tuple[PairRow, ...]
    joined: Joined
    reached: tuple[Reached, ...]


def make_network(
    data: Path, checkpoints: Path, out: Path, machine: Machine, parser: Parser, tell: Progress
) -> None:
    """Fits the network on the sets in `data` and writes it to `out`, going on from `checkpoints`."""
    plan, taken = phases(data, machine.encoder, parser, tell)
    torch.manual_seed(SEED)  # the new head
    model = untrained()
    start_from_reranker(network_of(model))
    fit(model, plan, checkpoints, SEED, tell)
    told = "; ".join(f"{count:,} {what}" for what, count in taken.counts)
    beside = out / f"{NETWORK}.new"
    save_cross_encoder(
        network_of(model), beside, {TAKEN: told, "start": ORIGIN, "encoder": machine.encoder.identity}
    )
    beside.replace(out / NETWORK)


def make_sum(out: Path, machine: Machine, parser: Parser, today: date, shown: Shown) -> Made:
    """Fits the sum to the network that is in `out` and the rules as they are, and writes it there."""
    own = (*own_pairs(PAIRS, kept_back=True), *own_pairs(PASSAGES, kept_back=True))
    rows = (*own, *beside_strangers(own, machine.encoder))
    digest = hashlib.sha256((out / NETWORK).read_bytes()).hexdigest()
    laid = laid_rows(rows, machine, shown)
    pairs = [one.laid.pair for one in laid]
    joined = join(rows, pairs, CrossEncoderScorer(out / NETWORK, digest))
    version = f"stance-{today.isoformat()}-{digest[:8]}"
    write_joint(out / JOINT, version, digest, joined.parts)
    calibration = calibrate(rows, laid, joined.held_out[ALL], parser, stance=version, rules=RULES_IN_USE)
    save_calibration(calibration, out / CALIBRATION.name)
    return Made(version, rows, joined, tuple(_reached(part, rows, joined) for part in (ALL, MODEL, RULES)))


def taken_by(out: Path) -> str:
    """What the network in `out` was fitted on."""
    return facts_of(out / NETWORK).get(TAKEN, "")


def _reached(part: str, rows: Sequence[PairRow], joined: Joined) -> Reached:
    said = joined.held_out[part]
    labels = [CLASSES.index(row.label) for row in rows]
    best = [int(place) for place in said.argmax(axis=1)]
    return Reached(
        part,
        balanced_accuracy([place == 0 for place in best], [label == 0 for label in labels]) or 0.0,
        accuracy(best, labels) or 0.0,
        calibration_error([tuple(map(float, row)) for row in said], labels) or 0.0,
    )
