"""Joins what the network reads with what the rules find: one sum, fitted on pairs new to both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from factcheck.bench.claim_alone import folds
from factcheck.bench.formats import PairRow
from factcheck.bench.progress import Progress
from factcheck.bench.verdict import Machine, laid_out
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import MachineStatus
from factcheck.matching.encoder import Encoder
from factcheck.training.stance.examples import CLASSES, example, strangers
from factcheck.training.stance.recipe import SEED
from factcheck.verdict.judge import Held, Laid
from factcheck.verdict.learned import ALL, MODEL, RULES
from factcheck.verdict.stance import (
    READ_CONTRADICTION,
    READ_SUPPORT,
    Pair,
    PairReader,
    StanceWeights,
    readings,
)

STRENGTH = 0.2
"""Inverse strength of the L2 penalty; between 0.1 and 2 the held-out likelihood hardly changes."""
STRANGE = 0.4
"""For each pair so many claims beside the reference of another group."""
RARE = 15
"""A feature that is there in fewer pairs than this gets no weight."""
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Joined:
    """The fitted sums by part, and what each says of the very pairs by weights fitted without their group.

    `held_out[part]` has the shape (rows, 3), in the order of `CLASSES`.
    """

    parts: Mapping[str, StanceWeights]
    held_out: Mapping[str, Vector]


def beside_strangers(rows: Sequence[PairRow], encoder: Encoder) -> list[PairRow]:
    """Claims of `rows` beside a near reference of another group, as a store puts them: unmatched."""
    asked = [example(row) for row in rows]
    most = round(STRANGE * len(asked))
    return [
        PairRow(f"strange-{n}", one.claim, one.reference, MachineStatus.UNMATCHED, group=one.group)
        for n, one in enumerate(strangers(asked, encoder, SEED, most))
    ]


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row as the product sees it: a claim with its one reference before it, and what the rules find."""

    claim: Claim
    held: Held
    laid: Laid


def laid_rows(rows: Sequence[PairRow], machine: Machine, progress: Progress) -> list[LaidRow]:
    """Every row laid out, in order."""
    made: dict[int, LaidRow] = {}
    for batch in laid_out(rows, machine, progress):
        laid = machine.judge.lay(batch.claims, batch.held, batch.published_at)
        for place, claim, held, mine in zip(batch.places, batch.claims, batch.held, laid, strict=True):
            made[place] = LaidRow(claim, held[0], mine[0])
    return [made[place] for place in range(len(rows))]


def join(rows: Sequence[PairRow], pairs: Sequence[Pair], reader: PairReader) -> Joined:
    """Fits the sums on `rows` with their `pairs`; groups are kept together where weights are held out."""
    read = readings(reader, pairs)
    labels = np.array([CLASSES.index(row.label) for row in rows])
    fold = folds([[row.group] for row in rows])
    parts, held_out = {}, {}
    for part in (ALL, RULES, MODEL):
        features = [
            {**(pair.features if part != MODEL else {}), **(mine if part != RULES else {})}
            for pair, mine in zip(pairs, read, strict=True)
        ]
        names = _names(features)
        table = np.array([[one.get(name, 0.0) for name in names] for one in features])
        said = np.zeros((len(rows), len(CLASSES)))
        for kept_back in np.unique(fold):
            asked = fold == kept_back
            said[asked] = _fitted(table[~asked], labels[~asked]).predict_proba(table[asked])
        parts[part] = _weights(names, _fitted(table, labels))
        held_out[part] = said
    return Joined(parts, held_out)


def _names(features: Sequence[Mapping[str, float]]) -> list[str]:
    counted: dict[str, int] = {}
    for one in features:
        for name, value in one.items():
            counted[name] = counted.get(name, 0) + (value != 0)
    always = {READ_SUPPORT, READ_CONTRADICTION}
    return sorted(name for name, count in counted.items() if count >= RARE or name in always)


def _fitted(table: Vector, labels: NDArray[np.int64]):  # type: ignore[no-untyped-def]
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 -- needed in training only

    return LogisticRegression(C=STRENGTH, max_iter=5_000).fit(table, labels)


def _weights(names: Sequence[str], fitted) -> StanceWeights:  # type: ignore[no-untyped-def]
    """The sums of supports and contradicts against neither."""
    supports, contradicts = fitted.coef_[0] - fitted.coef_[2], fitted.coef_[1] - fitted.coef_[2]
    bias = fitted.intercept_ - fitted.intercept_[2]
    return StanceWeights(
        (round(float(bias[0]), 4), round(float(bias[1]), 4)),
        {
            name: (round(float(one), 4), round(float(other), 4))
            for name, one, other in zip(names, supports, contradicts, strict=True)
        },
    )
