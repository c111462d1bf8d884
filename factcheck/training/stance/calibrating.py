"""The calibration examples that ship: what claims score by weights that never saw them, and who was right.

Each is a claim with one reference before it. In a store a claim stands before several, any of which may let
it pass; how often that goes wrong is measured by `bench newsroom`, and learned from a newsroom's decisions.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.bench.formats import PairRow
from factcheck.domain.clearing import NOTHING_CLEARS, Basis, Clearing
from factcheck.domain.evidence import MachineStatus
from factcheck.text.parser import Parser
from factcheck.training.stance.joint import LaidRow
from factcheck.verdict.calibration import Calibration
from factcheck.verdict.judge import Judge
from factcheck.verdict.risk import Example
from factcheck.verdict.stance import Pair, Stance


class _Given:
    """Stances that are known already, handed out in order."""

    identity = "held out"

    def __init__(self, said: NDArray[np.float64]) -> None:
        self._left = iter(said)

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        return [Stance(float(row[0]), float(row[1])) for row, _ in zip(self._left, pairs, strict=False)]


def calibrate(
    rows: Sequence[PairRow],
    laid: Sequence[LaidRow],
    held_out: NDArray[np.float64],
    parser: Parser,
    *,
    stance: str,
    rules: str,
) -> Calibration:
    """The examples of these rows; `held_out` has their probabilities, of shape (rows, 3)."""
    nothing = Clearing(NOTHING_CLEARS, 0, 0, 0, 0, 1.0, 0.01, Basis.NONE)
    judged = Judge(parser, _Given(held_out)).settle(
        [one.claim for one in laid], [[one.held] for one in laid], [[one.laid] for one in laid], nothing
    )
    examples = (
        Example(one.score, row.label is MachineStatus.SUPPORTED)
        for row, one in zip(rows, judged, strict=True)
    )
    return Calibration(stance, stance, rules, tuple(examples))
