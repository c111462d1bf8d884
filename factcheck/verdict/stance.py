"""How one reference stands to one claim: what a model read, and what the rules found, in one probability."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.verdict.excerpt import excerpt

READ_SUPPORT, READ_CONTRADICTION = "read_as_support", "read_as_contradiction"
"""The features of a model's reading: its outputs for supports and for contradicts, against neither."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a reference with all that is known of them.

    `title` is the heading of the reference's page, if it has one. `features` are the rules' named numbers, as
    `features.features` makes them.
    """

    claim: str
    reference: str
    similarity: float
    features: Mapping[str, float] = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """Probabilities in 0..1 that sum to at most 1; the rest is that the reference settles nothing."""

    p_supports: float
    p_contradicts: float


class StanceModel(Protocol):
    """Says how references stand to claims."""

    @property
    def identity(self) -> str:
        """Name and version, recorded with every status."""
        ...

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        """One stance for each pair, in order; raises `ModelFailed`."""
        ...


class PairReader(Protocol):
    """A model that reads a claim and a reference together."""

    def logits(self, claims: Sequence[str], references: Sequence[str]) -> NDArray[np.float32]:
        """Outputs of shape `(len(claims), 3)`: supports, contradicts, neither; raises `ModelFailed`."""
        ...


@dataclass(frozen=True, slots=True)
class StanceWeights:
    """A fitted sum over named features: of supports and of contradicts, each against "settles nothing"."""

    bias: tuple[float, float]
    weights: Mapping[str, tuple[float, float]]

    def stance(self, features: Mapping[str, float]) -> Stance:
        """Probabilities by the multinomial logistic function; an editor can follow the sum line by line."""
        supports, contradicts = self.bias
        for name, value in features.items():
            weights = self.weights.get(name)
            if weights:
                supports += weights[0] * value
                contradicts += weights[1] * value
        top = max(supports, contradicts, 0.0)
        parts = [math.exp(supports - top), math.exp(contradicts - top), math.exp(-top)]
        total = sum(parts)
        return Stance(parts[0] / total, parts[1] / total)


class FittedStance:
    """The rules' features, and what `reader` reads if there is one, under fitted weights."""

    def __init__(self, identity: str, weights: StanceWeights, reader: PairReader | None) -> None:
        self.identity = identity
        self._weights = weights
        self._reader = reader

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        """One stance for each pair, in order; raises `ModelFailed`."""
        if self._reader is None:
            return [self._weights.stance(pair.features) for pair in pairs]
        read = readings(self._reader, pairs)
        return [
            self._weights.stance({**pair.features, **mine}) for pair, mine in zip(pairs, read, strict=True)
        ]


def readings(reader: PairReader, pairs: Sequence[Pair]) -> list[dict[str, float]]:
    """What the model makes of each pair, as features; raises `ModelFailed`."""
    logits = reader.logits(
        [pair.claim for pair in pairs], [excerpt(pair.claim, pair.title, pair.reference) for pair in pairs]
    )
    return [
        {READ_SUPPORT: float(row[0] - row[2]), READ_CONTRADICTION: float(row[1] - row[2])} for row in logits
    ]
