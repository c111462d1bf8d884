"""Figures whose unit is written once for several: "31 hours by lorry, 26 by rail"."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factcheck.domain.quantities import Movement, Quantity

_ALONE = frozenset({"count", "ordinal", "score", "clock", "age", "ratio", "degree_celsius"})
"""Units that are never lent to a bare figure: a temperature in another scale has another zero."""


def lent_units(quantities: Sequence[Quantity]) -> tuple[Quantity | None, ...]:
    """For each quantity in text order the same with the unit of its neighbour; None where it has its own.

    The unit comes from the figure before it, or else from the one behind ("from 60 to 120 gigabits"). A bare
    figure may still be a count of what was named before, so that both readings have to be asked.
    """
    lent = []
    for place, quantity in enumerate(quantities):
        before = (q for q in reversed(quantities[:place]) if _lends(q))
        behind = (q for q in quantities[place + 1 :] if _lends(q))
        lender = next(before, None) or next(behind, None)
        lent.append(_lent(quantity, lender) if lender is not None and is_bare(quantity) else None)
    return tuple(lent)


def is_bare(quantity: Quantity) -> bool:
    """Whether it is a number with neither unit nor noun."""
    return quantity.unit == "count" and quantity.noun is None and not quantity.vague


def _lends(quantity: Quantity) -> bool:
    moved = quantity.unit == "percent" and quantity.movement is Movement.CHANGE
    return quantity.unit not in _ALONE and not moved and not quantity.vague and bool(quantity.written)


def _lent(quantity: Quantity, lender: Quantity) -> Quantity:
    factor = lender.value / lender.written if lender.written else Decimal(1)
    return replace(
        quantity,
        value=quantity.value * factor,
        high=None if quantity.high is None else quantity.high * factor,
        step=None if quantity.step is None else quantity.step * factor,
        unit=lender.unit,
        per=quantity.per or lender.per,
        written_unit=lender.written_unit,
    )
