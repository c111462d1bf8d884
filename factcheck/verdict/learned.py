"""The fitted stance that ships: a cross-encoder, and the sum that joins its reading with the rules'.

Both are made by `factcheck train stance` and lie in `learned/` with their card.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.domain.errors import ModelFailed
from factcheck.matching.crossencoder import CrossEncoderScorer
from factcheck.verdict.stance import FittedStance, StanceWeights

FOLDER = Path(__file__).with_name("learned")
NETWORK = "stance.npz"
JOINT = "stance.json"
CARD = "stance.md"
FORMAT = 1
ALL, RULES, MODEL = "all", "rules", "model"
"""What the sum is over: everything, the rules' features alone, the model's reading alone."""


def shipped_stance(part: str = ALL, folder: Path = FOLDER) -> FittedStance:
    """The stance model by what is in `folder`; the network itself is read when it is first asked.

    With `part`, that of the rules alone or of the network alone, with weights fitted for it, to compare with.
    Raises `ModelFailed`.
    """
    kept = _read(folder / JOINT)
    reader = None if part == RULES else CrossEncoderScorer(folder / NETWORK, str(kept["network_sha256"]))
    name = str(kept["version"]) if part == ALL else f"{kept['version']}/{part}"
    return FittedStance(name, kept["parts"][part], reader)


def write_joint(path: Path, version: str, network_sha256: str, parts: Mapping[str, StanceWeights]) -> None:
    """Writes the sums beside the network they were fitted with."""
    told = {
        "format": FORMAT,
        "version": version,
        "network_sha256": network_sha256,
        "parts": {
            name: {"bias": list(part.bias), "weights": {k: list(v) for k, v in sorted(part.weights.items())}}
            for name, part in parts.items()
        },
    }
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["format"] != FORMAT:
            raise ModelFailed(f"{path.name} has another format than this version reads.")
        parts = {
            name: StanceWeights(
                (float(part["bias"][0]), float(part["bias"][1])),
                {name: (float(one), float(other)) for name, (one, other) in part["weights"].items()},
            )
            for name, part in kept["parts"].items()
        }
        return {"version": kept["version"], "network_sha256": kept["network_sha256"], "parts": parts}
    except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
        raise ModelFailed(f"The weights of the verdict in {path.name} cannot be read: {problem}") from problem
