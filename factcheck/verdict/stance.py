"""How one reference stands to a claim: the seam for a learned model, and what stands there now."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from factcheck.verdict.weights import BIAS, ORIGIN, WEIGHTS


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a reference with all that is known of them.

    A model that reads text uses `claim` and `reference`; one over features uses `features`, named numbers as
    `features.features` makes them.
    """

    claim: str
    reference: str
    similarity: float
    features: Mapping[str, float] = field(default_factory=dict)


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


class RuleStance:
    """A multinomial logistic score over the named features: a sum that an editor can read line by line."""

    identity = f"rules-{ORIGIN}"

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        """One stance for each pair, in order."""
        return [self._one(pair.features) for pair in pairs]

    def _one(self, features: Mapping[str, float]) -> Stance:
        supports, contradicts = BIAS
        for name, value in features.items():
            weights = WEIGHTS.get(name)
            if weights:
                supports += weights[0] * value
                contradicts += weights[1] * value
        top = max(supports, contradicts, 0.0)
        parts = [math.exp(supports - top), math.exp(contradicts - top), math.exp(-top)]
        total = sum(parts)
        return Stance(parts[0] / total, parts[1] / total)
