"""What a figure allows: the values that its digits and its hedge can stand for.

The tolerances are the newsroom's reading of "a few per cent". Between the first and the second of a pair lies
what nobody can call right or wrong from the words alone; a comparison leaves it open.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from factcheck.domain.quantities import Hedge, Quantity

ABOUT: Final = (Decimal("0.04"), Decimal("0.10"))
"""About, around, roughly: this part of the figure on either side."""
FINE: Final = (Decimal(3), Decimal(6))
"""The same for figures written with three digits or more ("about 1.55"): steps of the last on either side."""
BESIDE: Final = (Decimal("0.07"), Decimal("0.14"))
"""Nearly, just under, just over: this part of it on the side named. "Nearly two-thirds" covers 63%."""
WORDED: Final = (Decimal("0.05"), Decimal("0.10"))
"""Amounts in words that have no digits to round ("half a million", "doubled"): either side."""
SHARE: Final = (Decimal(1), Decimal("2.5"))
"""Fractions in words ("a third", "one in five"): percentage points on either side."""
FAR: Final = Decimal(2)
"""A bound that is this many times away from the figure is true but says little: left open."""

_ENDLESS = Decimal(10) ** 30


@dataclass(frozen=True, slots=True)
class Allowed:
    """The values from `low` to `high` that a figure stands for; `*_open` excludes the edge itself.

    Values outside, but within `wide_low` and `wide_high`, are neither right nor wrong for sure.
    """

    low: Decimal
    high: Decimal
    wide_low: Decimal
    wide_high: Decimal
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether the figure is right for `value`."""
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below

    def may_hold(self, value: Decimal) -> bool:
        """Whether the figure is at least not surely wrong for `value`."""
        return self.holds(value) or self.wide_low <= value < self.low or self.high < value <= self.wide_high

    def overlaps(self, other: "Allowed") -> bool:
        """Whether some value is right for both."""
        if max(self.low, other.low) > min(self.high, other.high):
            return False
        return not (
            (self.high == other.low and (self.high_open or other.low_open))
            or (other.high == self.low and (other.high_open or self.low_open))
        )

    def covers(self, other: "Allowed") -> bool:
        """Whether every value that is right for `other` is not surely wrong for this one."""
        low = other.low > self.wide_low or (
            other.low == self.wide_low and (not self.low_open or other.low_open)
        )
        high = other.high < self.wide_high or (
            other.high == self.wide_high and (not self.high_open or other.high_open)
        )
        return low and high


def _is_fine(quantity: Quantity) -> bool:
    """Whether three digits or more are written, closing zeros of a whole number apart."""
    return bool(quantity.step) and abs(quantity.value) >= 100 * (quantity.step or 1)


def rounding(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """How far a value may lie from the bare figure, for sure and at most."""
    if quantity.step is not None:
        return quantity.step / 2, quantity.step / 2
    if quantity.unit == "percent":
        return SHARE
    size = abs(quantity.value)
    return size * WORDED[0], size * WORDED[1]


def allowed(quantity: Quantity) -> Allowed:  # noqa: PLR0911 - one return per hedge
    """What the figure with its hedge stands for, at the precision written."""
    value, size = quantity.value, abs(quantity.value)
    near, far = rounding(quantity)
    if quantity.high is not None:
        return Allowed(value, quantity.high, value, quantity.high)
    match quantity.hedge:
        case Hedge.ABOUT:
            slack = size * ABOUT[0], size * ABOUT[1]
            if _is_fine(quantity) and quantity.step is not None:
                slack = min(slack[0], quantity.step * FINE[0]), min(slack[1], quantity.step * FINE[1])
            near, far = max(near, slack[0]), max(far, slack[1])
            return Allowed(value - near, value + near, value - far, value + far)
        case Hedge.NEARLY:
            return Allowed(value - size * BESIDE[0], value, value - size * BESIDE[1], value, high_open=True)
        case Hedge.JUST_OVER:
            return Allowed(value, value + size * BESIDE[0], value, value + size * BESIDE[1], low_open=True)
        case Hedge.OVER:
            return Allowed(value, _ENDLESS, value, _ENDLESS, low_open=True)
        case Hedge.UNDER:
            return Allowed(-_ENDLESS, value, -_ENDLESS, value, high_open=True)
        case Hedge.AT_LEAST:
            return Allowed(value, _ENDLESS, value, _ENDLESS)
        case Hedge.AT_MOST:
            return Allowed(-_ENDLESS, value, -_ENDLESS, value)
    return Allowed(value - near, value + near, value - far, value + far)
