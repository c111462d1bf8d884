"""Measures written in two or three units: "6ft 2in", "two hours and 30 minutes", "6′2″"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.measures import (
    Measure,
    read_measure,
)
from factcheck.quantities.numerals import read_numeral
from factcheck.quantities.readings import Reading, small_whole
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.units import BY_PHRASE, to_canonical

_FOOT_MARKS, _INCH_MARKS = frozenset("'’′"), frozenset('"”″')


def feet_and_inches(tokens: Sequence[Token], i: int) -> Reading | None:
    """6'2" and 6′ 2″."""
    feet, foot, inches, inch = tokens[i : i + 4] if len(tokens) - i > 3 else [tokens[-1]] * 4
    whole, rest = small_whole(feet), small_whole(inches)
    if whole is None or rest is None or not 0 <= rest < 12 or not 0 < whole < 10:
        return None
    if foot.text not in _FOOT_MARKS or inch.text not in _INCH_MARKS:
        return None
    if not touching(feet, foot) or not touching(inches, inch):
        return None
    unit, step = BY_PHRASE["foot"], Decimal(1) / 12
    reading = Reading(i, i + 4, whole + rest * step, step=step)
    reading.take(Measure(unit.canonical, unit.name, i + 4, convert=unit))
    return reading


_SMALLER = {"foot": "inch", "stone": "pound", "pound": "ounce", "mile": "yard"}

_SMALLER_TIME = {"hour": "minute", "minute": "second", "year": "month"}


def add_smaller_time(tokens: Sequence[Token], reading: Reading) -> None:
    """Take in "and a half" behind a stretch of time, or what follows of the next smaller units."""
    half = tokens[reading.end : reading.end + 3]
    if [token.low for token in half] == ["and", "a", "half"]:
        reading.written, reading.step, reading.end = reading.written + Decimal("0.5"), None, reading.end + 3
        return
    add_smaller(tokens, reading)


def add_smaller(tokens: Sequence[Token], reading: Reading) -> None:
    """Take in what follows of the next smaller units: "6ft 2in", "two hours, 4 minutes and 30 seconds"."""
    smaller: str | None = reading.name
    while smaller is not None:
        smaller = _SMALLER.get(smaller) or _SMALLER_TIME.get(smaller)
        if smaller is None or not _add_of(tokens, reading, smaller):
            return


def _add_of(tokens: Sequence[Token], reading: Reading, smaller: str) -> bool:
    if reading.convert is None:
        return False
    i = reading.end + (tokens[reading.end].low == "and" or tokens[reading.end].text == ",")
    if tokens[i].kind is Kind.SIGN:
        return False
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.share or numeral.scaled or numeral.step is None:
        return False
    measure = read_measure(tokens, numeral.end)
    unit = measure.convert if measure else None
    end = measure.end if measure else numeral.end
    if unit is None or unit.name != smaller:
        return False
    smaller_part = to_canonical(Decimal(1), unit) / to_canonical(Decimal(1), reading.convert)
    reading.written += numeral.value * smaller_part
    reading.step = numeral.step * smaller_part
    reading.end = end
    return True
