"""Whether two sentences speak of the same count and the same time, so that a difference contradicts."""

from factcheck.domain.evidence import Effect
from factcheck.quantities.compare import compare_periods
from factcheck.verdict.alignment import Alignment


def same_figures(alignment: Alignment) -> bool:
    """Whether the reference has every figure of the claim, and a time that agrees for every time of it.

    "39 of 52 signed" and "13 did not sign" are both true, and last year is not this year.
    """
    claim, reference = alignment.claim, alignment.reference
    values = {quantity.value for quantity in reference.quantities}
    counted = [quantity for quantity in claim.quantities if quantity.unit != "ordinal"]
    if any(quantity.value not in values for quantity in counted):
        return False
    return not reference.periods or all(
        any(compare_periods(period, other).outcome is Effect.AGREES for other in reference.periods)
        for period in claim.periods
    )
