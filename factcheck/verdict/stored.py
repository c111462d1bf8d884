"""Quantities and periods as rows of a stored profile.

Every field of the two types is kept, in their order, so that a new one needs only its kind of value here.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from factcheck.domain.articles import Span
from factcheck.domain.quantities import Direction, Edge, Grain, Hedge, Movement, Period, Quantity

_READERS: dict[str, Callable[[Any], Any]] = {
    "span": lambda raw: Span(*raw),
    "value": Decimal,
    "high": Decimal,
    "step": Decimal,
    "written": Decimal,
    "hedge": Hedge,
    "direction": Direction,
    "movement": Movement,
    "grain": Grain,
    "edge": Edge,
    "first": date.fromisoformat,
    "last": date.fromisoformat,
}
"""How the fields are read that JSON cannot hold as they are."""

_QUANTITY = tuple((f.name, _READERS.get(f.name)) for f in fields(Quantity))
_PERIOD = tuple((f.name, _READERS.get(f.name)) for f in fields(Period))


def row(part: Quantity | Period) -> list[Any]:
    """The values of all fields in their order, as JSON holds them."""
    return [_plain(getattr(part, f.name)) for f in fields(part)]


def quantity(stored: list[Any]) -> Quantity:
    """The quantity that `row` wrote; raises `ValueError` or `TypeError` for anything else."""
    return Quantity(**_read(_QUANTITY, stored))


def period(stored: list[Any]) -> Period:
    """The period that `row` wrote; raises `ValueError` or `TypeError` for anything else."""
    return Period(**_read(_PERIOD, stored))


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _read(names: tuple[tuple[str, Callable[[Any], Any] | None], ...], stored: list[Any]) -> dict[str, Any]:
    return {
        name: reader(raw) if reader is not None and raw is not None else raw
        for (name, reader), raw in zip(names, stored, strict=True)
    }
