"""What a comparison of two figures or dates says."""

from dataclasses import dataclass

from factcheck.domain.evidence import Effect, FindingKind


@dataclass(frozen=True, slots=True)
class Comparison:
    """The effect on the claim, what it is about, and one plain sentence with the arithmetic."""

    outcome: Effect
    kind: FindingKind
    message: str
