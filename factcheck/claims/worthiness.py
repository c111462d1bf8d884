"""How much a claim is worth a person's time: a small linear model that an editor can read.

The score is the logistic function of a sum: a weight for each named trait (see `traits`), and a weight for
each dimension of the sentence's vector. The form follows Full Fact's `pastel`. The weights are fitted by
`factcheck train worthiness` and lie beside this file with their card, `worthiness.md`.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from factcheck.claims.traits import TRAITS, traits_of
from factcheck.domain.errors import ModelFailed

WEIGHTS = Path(__file__).with_name("worthiness.json")
CARD = Path(__file__).with_name("worthiness.md")
FORMAT = 1
_MOST_REASONS = 5
_LEAST_TOLD = 0.15
"""A trait that moves the sum by less than this is not worth a word."""
_LARGEST = 1e30
"""No weight of a sound fit comes near, and a sum of hundreds such stays within a float of 32 bits."""
_WORDING = "wording"
_PHRASES = {trait.name: trait.phrase for trait in TRAITS} | {_WORDING: "is worded like what checkers pick"}
_LESS = {trait.name: trait.less for trait in TRAITS} | {_WORDING: "is worded like what checkers pass over"}


@dataclass(frozen=True, slots=True)
class Score:
    """Worth of a check in 0..1, with the reasons: "+ has figures", "− looks ahead", the strongest first."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorthinessModel:
    """The fitted weights.

    `traits` maps the name of a trait to its weight, `usual` to its mean in the training texts: reasons are
    told against that mean. `vector` has one weight for each dimension of the vectors that `encoder` makes
    (name and fingerprint of its weights). `threshold` is the score from which a sentence counts as worth a
    check, the one with the best F1 on training texts that were held out.
    """

    traits: Mapping[str, float]
    usual: Mapping[str, float]
    usual_wording: float
    vector: NDArray[np.float32]
    bias: float
    threshold: float
    encoder: str
    version: str

    def fits(self, encoder: str) -> bool:
        """Whether vectors of the encoder of this identity can be scored: its weights have to be the same."""
        return encoder.rpartition("@")[2] == self.encoder.rpartition("@")[2]

    def score(self, texts: Sequence[str], vectors: NDArray[np.float32]) -> list[Score]:
        """The score of each text; `vectors` has shape (len(texts), dimension), unit rows, in that order."""
        if len(texts) != len(vectors):
            raise ValueError("every text needs its vector")
        if not texts:
            return []
        if vectors.shape[1] != len(self.vector):
            raise ModelFailed("The vectors are not those that check-worthiness was trained on.")
        wordings = vectors @ self.vector
        return [self._explained(text, float(wording)) for text, wording in zip(texts, wordings, strict=True)]

    def _explained(self, text: str, wording: float) -> Score:
        measures = dict(zip((trait.name for trait in TRAITS), traits_of(text), strict=True))
        total = self.bias + wording + sum(self.traits[name] * measure for name, measure in measures.items())
        surplus = {name: measures[name] - self.usual[name] for name in measures}
        # What a sentence lacks is no reason that a person could see in it.
        told = {
            name: self.traits[name] * more
            for name, more in surplus.items()
            if measures[name] and (more > 0 or _LESS[name])
        }
        strongest = sorted(told, key=lambda name: -abs(told[name]))[:_MOST_REASONS]
        told[_WORDING] = wording - self.usual_wording  # the least telling of all to a reader, so the last
        surplus[_WORDING] = told[_WORDING]
        reasons = tuple(
            f"{'+' if told[name] > 0 else '−'} {(_PHRASES if surplus[name] > 0 else _LESS)[name]}"
            for name in (*strongest, _WORDING)
            if abs(told[name]) >= _LEAST_TOLD
        )
        return Score(round(_logistic(total), 4), reasons)


def load_worthiness(path: Path = WEIGHTS) -> WorthinessModel:
    """The shipped model, or the one in `path`; raises `ModelFailed` if it is damaged or of another make."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if (
            held["format"] != FORMAT
            or not isinstance(held["traits"], dict)
            or list(held["traits"]) != [trait.name for trait in TRAITS]
        ):
            raise ModelFailed("The check-worthiness weights belong to another version of the program.")
        model = WorthinessModel(
            traits={name: float(one["weight"]) for name, one in held["traits"].items()},
            usual={name: float(one["usual"]) for name, one in held["traits"].items()},
            usual_wording=float(held["usual_wording"]),
            vector=np.array(held["vector"], dtype=np.float32),
            bias=float(held["bias"]),
            threshold=float(held["threshold"]),
            encoder=str(held["encoder"]),
            version=str(held["version"]),
        )
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as fault:
        raise ModelFailed(f"The check-worthiness weights in {path.name} cannot be read.") from fault
    if not _is_sane(model):
        raise ModelFailed(f"The check-worthiness weights in {path.name} hold numbers that cannot be.")
    return model


def _is_sane(model: WorthinessModel) -> bool:
    """Whether every number is one (no infinity among them) and no sum of them can grow out of bounds."""
    numbers = [
        *model.traits.values(),
        *model.usual.values(),
        model.usual_wording,
        model.bias,
        model.threshold,
    ]
    return (
        model.vector.ndim == 1
        and all(abs(number) <= _LARGEST for number in numbers)
        and bool(np.all(np.abs(model.vector) <= _LARGEST))
    )


def _logistic(total: float) -> float:
    """1 / (1 + e^-total), whose power never overflows."""
    power = math.exp(-abs(total))
    return (1.0 if total >= 0 else power) / (1.0 + power)


def save_worthiness(model: WorthinessModel, path: Path) -> None:
    """Writes `model` as JSON that `load_worthiness` reads and a person can."""
    held = {
        "format": FORMAT,
        "version": model.version,
        "encoder": model.encoder,
        "threshold": model.threshold,
        "bias": round(model.bias, 4),
        "traits": {
            name: {"weight": round(weight, 4), "usual": round(model.usual[name], 4)}
            for name, weight in model.traits.items()
        },
        "usual_wording": round(model.usual_wording, 4),
        "vector": [round(float(one), 3) for one in model.vector],
    }
    path.write_text(_pretty(held), encoding="utf-8")


def _pretty(held: Mapping[str, object]) -> str:
    """JSON with a line for each entry; the long vector on one line."""
    lines: list[str] = []
    for key, value in held.items():
        if isinstance(value, dict):
            inner = ",\n".join(f"    {json.dumps(name)}: {json.dumps(one)}" for name, one in value.items())
            lines.append(f"  {json.dumps(key)}: {{\n{inner}\n  }}")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
