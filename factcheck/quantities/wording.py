"""Figures and days in words, for the sentences that explain a comparison."""

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from factcheck.domain.quantities import Edge, Grain, Hedge, Period, Quantity
from factcheck.quantities.money import SHARED, is_currency
from factcheck.quantities.units import BY_NAME, from_canonical
from factcheck.quantities.wordlist import words

_HEDGES = {
    Hedge.EXACT: "",
    Hedge.ABOUT: "about ",
    Hedge.NEARLY: "nearly ",
    Hedge.JUST_OVER: "just over ",
    Hedge.OVER: "more than ",
    Hedge.UNDER: "less than ",
    Hedge.AT_LEAST: "at least ",
    Hedge.AT_MOST: "at most ",
}
_SIGNIFICANT = 6
_LONGEST = 18


def number(value: Decimal) -> str:
    """`value` with thousands separators and at most six significant digits behind a point.

    From a million on it is written short where nothing is lost by it: "14.8tn", "1.25m".
    """
    short = _short(value)
    if short is not None:
        return short
    if value.adjusted() > _LONGEST:
        value = Context(prec=_SIGNIFICANT).plus(value)
    elif value != 0:
        places = max(0, _SIGNIFICANT - 1 - value.adjusted())
        value = value.quantize(Decimal(1).scaleb(-min(places, 8)), rounding=ROUND_HALF_UP)
    written = f"{value:,f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace("-", "−")


_MAGNITUDES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
_SHORT_DIGITS = 4


def _short(value: Decimal) -> str | None:
    """The value in millions, billions or trillions where four digits hold it exactly."""
    for size, name in _MAGNITUDES:
        if abs(value) >= size:
            scaled = value / size
            if abs(scaled) >= 10_000 or scaled != Context(prec=_SHORT_DIGITS).plus(scaled):
                return None
            written = f"{scaled:,f}".rstrip("0").rstrip(".") if "." in f"{scaled:,f}" else f"{scaled:,f}"
            return f"{written}{name}".replace("-", "−")
    return None


def amount(value: Decimal, quantity: Quantity) -> str:  # noqa: PLR0911 - one return per unit
    """`value`, in the canonical unit of `quantity`, in the unit in which that quantity was written."""
    unit = quantity.unit
    if unit in {"percent", "percentage_point"}:
        return _percent(value, quantity)
    if unit == "ratio":
        return f"{number(value)} times"
    if unit == "ordinal":
        return ordinal(int(value))
    if unit == "clock":
        return f"{int(value) // 60:02d}:{int(value) % 60:02d}"
    if unit == "age":
        return f"{number(value)} years of age"
    if is_currency(unit):
        return f"{number(value)} {unit}"
    if unit in SHARED:
        return f"{number(value)} {plural(unit, value)}"
    if unit.startswith("per_"):
        return f"{number(value)} per {int(unit.removeprefix('per_')):,}"
    written = BY_NAME.get(quantity.written_unit or "")
    if written is not None:
        shown = from_canonical(value, written)
        return f"{number(shown)} {plural(written.name, shown)}"
    if unit == "point":
        return f"{number(value)} {plural('point', value)}"
    return number(value)


def _percent(value: Decimal, quantity: Quantity) -> str:
    if quantity.unit == "percent":
        return f"{number(value)}%"
    if quantity.written_unit == "basis point":
        return f"{number(value * 100)} {plural('basis point', value * 100)}"
    return f"{number(value)} {plural('percentage point', value)}"


def gap(value: Decimal, quantity: Quantity) -> str:
    """How far two figures of the unit of `quantity` lie apart: two shares by points, never by per cent."""
    if quantity.unit == "percent":
        return f"{number(value)} {plural('percentage point', value)}"
    return amount(value, quantity)


_UNCHANGED = {"mph", "km/h", "m/s", "°C", "°F", "hertz", "horsepower", "stone", "psi"}
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries", "square foot": "square feet"}
_IRREGULAR |= {"cubic foot": "cubic feet"}


def plural(name: str, value: Decimal) -> str:
    """The unit's name as it follows `value`."""
    if value == 1 or name in _UNCHANGED:
        return name
    return _IRREGULAR.get(name, name + "s")


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    if value % 100 in {11, 12, 13}:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def figure(quantity: Quantity) -> str:
    """The quantity with its hedge or range, converted to nothing but digits: "nearly 4%", "10 to 20%"."""
    if quantity.vague:
        return f"“{quantity.quote}”"
    if quantity.unit == "score" and quantity.high is not None:
        return f"{number(quantity.value)}–{number(quantity.high)}"
    shown = amount(quantity.value, quantity)
    if quantity.high is not None:
        shown = f"{amount(quantity.value, quantity)} to {amount(quantity.high, quantity)}"
    return _HEDGES[quantity.hedge] + shown + (f" a {quantity.per}" if quantity.per else "")


def both(claim: Quantity, reference: Quantity) -> str:
    """ "article says …, reference says …", the reference also in the article's unit where that differs."""
    shown = figure(reference)
    differs = claim.written_unit != reference.written_unit and claim.unit == reference.unit
    if differs and not reference.vague and claim.unit not in {"percent", "count", "GBP", "USD"}:
        converted = amount(reference.value, claim)
        if converted != amount(reference.value, reference):
            shown += f" ({converted})"
    return f"article says {figure(claim)}, reference says {shown}"


_MONTHS = words(
    """
January February March April May June July August September October November December
"""
)
_EDGES = {
    Edge.SINCE: "since ",
    Edge.UNTIL: "until ",
    Edge.BY: "by ",
    Edge.BEFORE: "before ",
    Edge.AFTER: "after ",
}


def day(value: date) -> str:
    """27 January 2025."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(period: Period) -> str:
    """The period by its days where they are known, otherwise as written."""
    edge = _EDGES[period.edge] if period.edge else ""
    if period.first is None or period.last is None:
        return f"{edge}“{period.quote}”"
    if period.first == period.last:
        return edge + day(period.first)
    if period.grain is Grain.MONTH:
        return f"{edge}{_MONTHS[period.first.month - 1]} {period.first.year}"
    if period.grain is Grain.YEAR and period.first.month == 1 and period.first.day == 1:
        return f"{edge}{period.first.year}"
    return f"{edge}{day(period.first)} to {day(period.last)}"
