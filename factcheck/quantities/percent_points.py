"""Per cent written for percentage points: "from 59% to 68%" is nine points up, and 15.3 per cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.domain.quantities import Hedge, Movement, Quantity
from factcheck.quantities import wording
from factcheck.quantities.tolerance import allowed

_MOST_SHARES = 4


@dataclass(frozen=True, slots=True)
class PointsSlip:
    """Two shares of the reference whose distance in points the article gives as per cent."""

    start: Quantity
    end: Quantity
    message: str


def points_for_percent(claim: Quantity, figures: Sequence[Quantity]) -> PointsSlip | None:
    """The two shares that lie as many points apart as the claim says per cent; None where none do.

    Asked only of a movement: as a share, "9%" may be anything.
    """
    moved = claim.movement is Movement.CHANGE or claim.direction is not None
    if claim.unit != "percent" or not moved or claim.hedge is not Hedge.EXACT or claim.high is not None:
        return None
    shares = [q for q in figures if q.unit == "percent" and q.movement is not Movement.CHANGE and not q.vague]
    if len(shares) > _MOST_SHARES:
        return None
    fits = allowed(claim)
    for a, b in combinations(shares, 2):
        start, end = (b, a) if b.movement is Movement.BEFORE or a.movement is Movement.AFTER else (a, b)
        apart = abs(end.value - start.value)
        if not fits.holds(apart) or not start.value or apart == 0:
            continue
        low, high = sorted((start.value, end.value))
        base = start if start.movement is Movement.BEFORE else (a if a.value == low else b)
        change = apart / base.value * 100 if base.value else apart
        if low > 0 and any(fits.may_hold(apart / one * 100) for one in (low, high)):
            continue
        one, other = wording.number(low), wording.number(high)
        message = (
            f"article says {wording.figure(claim)}; from {one}% to {other}% are {wording.gap(apart, claim)},"
            f" or {wording.number(change)}%"
        )
        return PointsSlip(start, end, message)
    return None
