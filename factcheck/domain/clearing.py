"""From which score on a claim passes without a person, and what that rests on."""

from dataclasses import dataclass
from enum import StrEnum

ACCEPTED = 0.01
"""The share of unsupported claims that may pass where the newsroom chooses none."""
NOTHING_CLEARS = 2.0
"""The threshold where no claim may pass: above every score."""


class Basis(StrEnum):
    """What a clearing threshold rests on."""

    SHIPPED = "shipped"
    """Calibration examples that come with the product."""
    NEWSROOM = "newsroom"
    """What people of this newsroom decided on claims that the machine had scored."""
    FIXED = "fixed"
    """Set by hand: no calibration examples are shipped with this version."""
    NONE = "none"
    """There are examples, but of another model or other rules; they say nothing of these."""


@dataclass(frozen=True, slots=True)
class Clearing:
    """A claim whose score is at least `threshold` may pass without a person.

    `accepted` is the share that the newsroom accepts: of the claims that no reference supports, those that
    pass. Of `examples` claims that people had judged, `cleared` reach the threshold; `unsupported` of them
    should not pass, and `passed` of these reach it. With probability `confidence` the true share of
    unsupported claims that pass is at most `upper_bound`, and so at most `accepted`. Where no threshold keeps
    this promise `threshold` is above 1, `cleared` and `passed` are 0 and `upper_bound` is 1. A `FIXED`
    threshold promises nothing, and has no examples. `calibration` names the version of the shipped examples.
    """

    threshold: float
    examples: int
    unsupported: int
    cleared: int
    passed: int
    upper_bound: float
    accepted: float
    basis: Basis
    confidence: float = 0.95
    calibration: str = ""

    @property
    def clears_nothing(self) -> bool:
        """Whether no score at all is enough."""
        return self.threshold > 1

    @property
    def sentence(self) -> str:
        """The rule in one sentence for an editor: from where on, what is accepted, from how many examples."""
        share = f"{self.accepted * 100:.4g}%"
        if self.basis is Basis.NONE:
            return (
                "Nothing is cleared without a person: the examples shipped with the product are of another "
                "version of the model or the rules."
            )
        if self.clears_nothing:
            return (
                f"Nothing is cleared without a person: of claims that nothing supports at most {share} may "
                f"pass, and {self._seen} show no threshold that keeps to it."
            )
        start = f"Cleared without a person from {self.threshold:.4f}".rstrip("0").rstrip(".") + " on"
        if self.basis is Basis.FIXED:
            return f"{start}: a threshold set by hand; this version ships no examples to compute it from."
        return (
            f"{start}: of claims that nothing supports at most {share} may pass; threshold from {self._seen}."
        )

    @property
    def _seen(self) -> str:
        if self.basis is Basis.NEWSROOM:
            return f"{self.unsupported:,} such decisions of this newsroom"
        return f"{self.unsupported:,} such examples shipped with the product"

    def passes(self, score: float) -> bool:
        """Whether a claim of this score needs nobody."""
        return score >= self.threshold
