"""The calibration examples that come with the product: scores of claims whose truth is known.

They lie in `learned/calibration.json` and hold only for the model and the rules that scored them:
`{"version": …, "stance": …, "rules": …, "examples": [[score, right], …]}`, `right` being 1 or 0.
"""

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from factcheck.domain.clearing import NOTHING_CLEARS, Basis, Clearing
from factcheck.domain.errors import ModelFailed
from factcheck.verdict.risk import Example, clearing_threshold

CALIBRATION = Path(__file__).parent / "learned" / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Examples with what scored them: `stance` and `rules` as `Versions` names them."""

    version: str
    stance: str
    rules: str
    examples: tuple[Example, ...]

    def fits(self, stance: str, rules: str) -> bool:
        """Whether scores of this model under these rules mean what they mean here."""
        return (self.stance, self.rules) == (stance, rules)


def load_calibration(path: Path) -> Calibration:
    """The examples in `path`; raises `ModelFailed` if the file is damaged."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if set(held) != {"version", "stance", "rules", "examples"}:
            raise KeyError("other fields than those of calibration examples")
        return Calibration(
            _name(held["version"]),
            _name(held["stance"]),
            _name(held["rules"]),
            tuple(_example(one) for one in held["examples"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as fault:
        raise ModelFailed(f"The calibration examples in {path.name} cannot be read: {fault}.") from fault


def save_calibration(calibration: Calibration, path: Path) -> None:
    """Write the examples, one a line, so that `load_calibration` reads the same ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    head = {"version": calibration.version, "stance": calibration.stance, "rules": calibration.rules}
    rows = ",\n".join(f"[{one.score!r}, {int(one.right)}]" for one in calibration.examples)
    start = json.dumps(head, ensure_ascii=False)[:-1]
    path.write_text(f'{start}, "examples": [\n{rows}\n]}}\n', encoding="utf-8")


@cache
def shipped_clearing(
    stance: str, rules: str, accepted: float, *, fixed: float, path: Path = CALIBRATION
) -> Clearing:
    """From which score on claims pass, as long as the newsroom has too few decisions of its own.

    The one place where it is decided what counts while there are no examples: without a file it is the
    threshold `fixed`; with a file for another model or other rules nothing clears. Raises `ModelFailed` for a
    damaged file. Each answer is computed once.
    """
    if not path.exists():
        return Clearing(fixed, 0, 0, 0, 0, 1.0, accepted, Basis.FIXED)
    calibration = load_calibration(path)
    if not calibration.fits(stance, rules):
        return Clearing(
            NOTHING_CLEARS, 0, 0, 0, 0, 1.0, accepted, Basis.NONE, calibration=calibration.version
        )
    found = clearing_threshold(calibration.examples, accepted, basis=Basis.SHIPPED)
    return replace(found, calibration=calibration.version)


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("a version has no name")
    return value


def _example(value: Any) -> Example:
    score, right = value
    if isinstance(score, bool) or not isinstance(score, (int, float)) or right not in (0, 1):
        raise TypeError(f"{value} is not a score with 1 or 0")
    return Example(float(score), bool(right))
