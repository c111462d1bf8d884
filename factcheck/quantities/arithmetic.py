"""Sums over several figures of the references: totals, remainders, products, quotients."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from factcheck.domain.quantities import Direction, Quantity
from factcheck.quantities import wording
from factcheck.quantities.money import is_currency

_HUNDRED = Decimal(100)


class Operation(StrEnum):
    """How a figure was worked out."""

    DIFFERENCE = "difference"
    CHANGE = "change"
    SUM = "sum"
    REMAINDER = "remainder"
    RATIO = "ratio"
    SHARE = "share"
    PART = "part"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    SPAN = "span"
    MEAN = "mean"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Result:
    """A sum with its result in the claim's canonical unit and the words that show it."""

    operation: Operation
    value: Decimal
    shown: str
    direction: Direction | None = None
    named: bool = False
    telling: bool = False
    """Whether there was no other pair to take, so that a wrong result tells something."""
    slack: Decimal = Decimal(0)
    """How far the true result may lie from `value`, because the figures that go in are rounded."""


def rounded_by(quantity: Quantity) -> Decimal:
    """The part of itself by which a figure's rounding may have moved it; a whole count is exact."""
    if quantity.step is None or not quantity.value or (quantity.unit == "count" and quantity.step == 1):
        return Decimal(0)
    return abs(quantity.step / 2 / quantity.value)


def totals(claim: Quantity, figures: Sequence[Quantity]) -> Iterator[Result]:
    """All figures of the claim's unit together, two or three in a row, and what is left of the whole."""
    addends = [q for q in figures if q.unit == claim.unit]
    stretches = [addends] if len(addends) > 3 else []
    stretches += [addends[i : i + size] for size in (3, 2) for i in range(len(addends) - size + 1)]
    for stretch in stretches:
        total = sum((q.value for q in stretch), Decimal(0))
        shown = " + ".join(wording.amount(q.value, q) for q in stretch)
        yield Result(Operation.SUM, total, f"{shown} = {wording.amount(total, claim)}", claim.direction)
    if len(addends) >= 3:
        whole = max(addends, key=lambda quantity: quantity.value)
        rest = [q for q in addends if q is not whole]
        left = whole.value - sum((q.value for q in rest), Decimal(0))
        shown = " − ".join(wording.amount(q.value, q) for q in (whole, *rest))
        yield Result(Operation.REMAINDER, left, f"{shown} = {wording.amount(left, claim)}", claim.direction)


_FEW = 4


def products(claim: Quantity, figures: Sequence[Quantity]) -> Iterator[Result]:
    """A share of a figure or the rest of it, and money times or per pieces; only where figures are few."""
    if len(figures) > _FEW:
        return
    for a, b in combinations(figures, 2):
        for share, whole in ((a, b), (b, a)):
            if share.unit == "percent" and share.movement is None and whole.unit == claim.unit:
                yield from _parts(claim, share, whole)
            if is_currency(share.unit) and whole.unit == "count" and claim.unit == share.unit:
                yield from _money(claim, share, whole)


def _parts(claim: Quantity, share: Quantity, whole: Quantity) -> Iterator[Result]:
    shown_whole = wording.amount(whole.value, whole)
    for percent, name in ((share.value, ""), (_HUNDRED - share.value, "the other ")):
        part = whole.value * percent / _HUNDRED
        shown = f"{name}{wording.number(percent)}% of {shown_whole} is {wording.amount(part, claim)}"
        yield Result(Operation.PART, part, shown, claim.direction)


def _money(claim: Quantity, money: Quantity, pieces: Quantity) -> Iterator[Result]:
    amount, number = wording.amount(money.value, money), wording.number(pieces.value)
    product = money.value * pieces.value
    shown = f"{number} × {amount} = {wording.amount(product, claim)}"
    yield Result(Operation.PRODUCT, product, shown, claim.direction)
    if pieces.value > 0:
        quotient = money.value / pieces.value
        shown = f"{amount} ÷ {number} = {wording.amount(quotient, claim)}"
        yield Result(Operation.QUOTIENT, quotient, shown, claim.direction)
