"""What a comparison of two figures or dates says."""

from dataclasses import dataclass

from factcheck.domain.evidence import Effect, FindingKind


@dataclass(frozen=True, slots=True)
class Comparison:
    """The effect on the claim, what it is about, and one plain sentence with the arithmetic.

    `slip` says that the digits are the same and only the magnitude differs, `apart` that two periods have no
    day in common.
    """

    outcome: Effect
    kind: FindingKind
    message: str
    slip: bool = False
    apart: bool = False
