"""From which score on a claim passes without a person, and what that rests on."""

from dataclasses import dataclass
from enum import StrEnum

ACCEPTED = 0.01
"""The share of wrong clears that is accepted where the newsroom chooses none."""
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

    `accepted` is the share of wrong clears that the newsroom accepts. Of `examples` claims that people had
    judged, `cleared` reach the threshold and `wrong` of these should not have passed; with probability
    `confidence` the true share of wrong clears is at most `upper_bound`, and so at most `accepted`.
    Where no threshold keeps this promise `threshold` is above 1, and `cleared`, `wrong` are 0 and
    `upper_bound` is 1. A `FIXED` threshold promises nothing, and has no examples. `calibration` names the
    version of the shipped examples.
    """

    threshold: float
    examples: int
    cleared: int
    wrong: int
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
        if self.basis is Basis.NEWSROOM:
            seen = f"{self.examples:,} decisions of this newsroom"
        else:
            seen = f"{self.examples:,} examples shipped with the product"
        if self.clears_nothing:
            none = f"{seen} show no threshold that keeps wrong clears at {share}"
            return f"Nothing is cleared without a person: {none}."
        start = f"Cleared without a person from {self.threshold:.4f}".rstrip("0").rstrip(".") + " on"
        if self.basis is Basis.FIXED:
            return f"{start}: a threshold set by hand; this version ships no examples to compute it from."
        return f"{start}: {share} wrong clears accepted, threshold from {seen}."

    def passes(self, score: float) -> bool:
        """Whether a claim of this score needs nobody."""
        return score >= self.threshold
