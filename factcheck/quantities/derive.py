"""Whether a figure of the article follows from two figures of its references, with the sum shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Direction, Hedge, Movement, Period, Quantity
from factcheck.quantities import wording
from factcheck.quantities.compare import compare_quantities
from factcheck.quantities.money import is_currency
from factcheck.quantities.units import CANONICAL

_HUNDRED = Decimal(100)
_YEAR_SECONDS = Decimal(31_557_600)
"""A Julian year, as pint has it."""
_POINTS = frozenset({"percentage_point", "point"})
_NEVER = frozenset({"ordinal", "score", "clock"})
_MOST_FIGURES = 12
"""More figures than this in the references allow so many sums that one fits by chance."""


class Operation(StrEnum):
    """How a figure was worked out."""

    DIFFERENCE = "difference"
    CHANGE = "change"
    SUM = "sum"
    RATIO = "ratio"
    SHARE = "share"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Derivation:
    """A figure worked out from the references and held against the claim.

    `message` shows the sum. `named` is true where the references name the two ends as such ("from … to …"): a
    wrong result is then an error in the article. Otherwise `OPPOSES` only means that the references hold just
    two figures that fit, and that these do not give the article's; whether they are what the article means is
    for the caller to know.
    """

    operation: Operation
    outcome: Effect
    kind: FindingKind
    value: Decimal
    message: str
    named: bool = False


@dataclass(frozen=True, slots=True)
class _Sum:
    operation: Operation
    value: Decimal
    shown: str
    direction: Direction | None = None
    named: bool = False


def trend(start: Quantity, end: Quantity) -> Direction | None:
    """Which way a figure went from `start` to `end`; None where the two are equal, or no one unit."""
    if start.unit != end.unit or start.value == end.value:
        return None
    return Direction.UP if end.value > start.value else Direction.DOWN


def derive(claim: Quantity, references: Sequence[Quantity]) -> Derivation | None:
    """The first sum over the reference's figures, in text order, that gives the claim's figure.

    None where no sum fits. A failed sum is returned, with `OPPOSES`, where the references say "from … to …"
    and the article gives that movement wrongly, or where there is only one pair to work with. Differences,
    changes in per cent, sums, ratios and shares are tried, as the unit and the movement of `claim` allow.
    """
    if claim.unit in _NEVER or claim.vague or claim.high is not None:
        return None
    figures = [q for q in references if _is_input(q)][:_MOST_FIGURES]
    only_pair = len(figures) == 2
    failed: list[Derivation] = []
    for found in _sums(claim, figures):
        held = _held(claim, found)
        if held.outcome is Effect.AGREES:
            return held
        if found.named or (only_pair and found.operation is not Operation.SUM):
            failed.append(held)
    near = (held for held in failed if held.outcome is Effect.OPEN and not _is_bound(claim))
    return next(near, None) or next((held for held in failed if held.outcome is Effect.OPPOSES), None)


def _is_bound(claim: Quantity) -> bool:
    """A bound that is met from very far away is no sign that the sum is the one that is meant."""
    return claim.hedge in {Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST}


def _is_input(quantity: Quantity) -> bool:
    return not quantity.vague and quantity.high is None and quantity.unit not in _NEVER | {"ratio"}


def _held(claim: Quantity, found: _Sum) -> Derivation:
    """The claim compared with the result as if a reference had stated it exactly."""
    stated = replace(
        claim,
        value=found.value,
        step=None if claim.step is None else Decimal(0),
        hedge=Hedge.EXACT,
        direction=found.direction if claim.direction is not None else None,
        written=None,
        per=claim.per,
    )
    said = compare_quantities(claim, stated)
    message = f"{found.shown}; article says {wording.figure(claim)}"
    if said.kind is FindingKind.DIRECTION:
        message += ", but it went the other way"
    elif said.outcome is Effect.OPPOSES:
        message += ", which does not follow"
    elif said.outcome is Effect.OPEN:
        message += "; whether that is near enough is for a person to say"
    else:
        message += ", which follows"
    return Derivation(found.operation, said.outcome, said.kind, found.value, message, found.named)


def _sums(claim: Quantity, figures: Sequence[Quantity]) -> Iterator[_Sum]:
    pairs = [(a, b) for a, b in combinations(figures, 2) if a.unit == b.unit]
    for a, b in pairs:
        start, end = _ordered(a, b)
        named = Movement.BEFORE in {a.movement, b.movement}
        if claim.unit == "percent":
            yield from _as_percent(claim, start, end, named=named)
        elif claim.unit == "ratio":
            yield from _as_ratio(claim, start, end, named=named)
        elif _may_differ(claim, a):
            yield _difference(claim, start, end, named=named)
    if claim.movement is not Movement.CHANGE and claim.unit not in {"percent", "ratio", "age", *_POINTS}:
        yield from _totals(claim, figures)


def _ordered(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity]:
    """Start and end: as the text tags them, otherwise in text order."""
    if b.movement is Movement.BEFORE and a.movement is not Movement.BEFORE:
        return b, a
    return a, b


def _may_differ(claim: Quantity, figure: Quantity) -> bool:
    if claim.unit in _POINTS:
        return figure.unit == "percent"
    return claim.unit == figure.unit and (
        claim.unit == "count" or is_currency(claim.unit) or _measured(claim)
    )


def _measured(claim: Quantity) -> bool:
    return any(claim.unit == name for name, _ in CANONICAL.values())


def _as_percent(claim: Quantity, start: Quantity, end: Quantity, *, named: bool) -> Iterator[_Sum]:
    """A change in per cent from start to end, or the smaller as a share of the larger."""
    a, b = wording.amount(start.value, start), wording.amount(end.value, end)
    if claim.movement is not None and claim.movement is not Movement.CHANGE:
        return
    if claim.direction is not None or claim.movement is Movement.CHANGE:
        ends = ((start, end),) if named else ((start, end), (end, start))
        for first, last in ends:
            if first.value <= 0 or (
                claim.direction and trend(first, last) is not claim.direction and not named
            ):
                continue
            change = (last.value - first.value) / first.value * _HUNDRED
            shown = (
                f"from {wording.amount(first.value, first)} to {wording.amount(last.value, last)}"
                f" is {_signed(change)}%"
            )
            yield _Sum(Operation.CHANGE, abs(change), shown, trend(first, last), named)
        return
    if start.unit in {"percent", *_POINTS} or min(start.value, end.value) <= 0:
        return
    part, whole = (start, end) if start.value < end.value else (end, start)
    share = part.value / whole.value * _HUNDRED
    part_shown, whole_shown = (a, b) if part is start else (b, a)
    yield _Sum(Operation.SHARE, share, f"{part_shown} of {whole_shown} is {wording.number(share)}%")


def _signed(change: Decimal) -> str:
    return ("+" if change > 0 else "") + wording.number(change)


def _as_ratio(claim: Quantity, start: Quantity, end: Quantity, *, named: bool) -> Iterator[_Sum]:
    ends = ((start, end),) if named else ((start, end), (end, start))
    for first, last in ends:
        if first.value > 0 and (named or last.value > first.value):
            ratio = last.value / first.value
            shown = (
                f"{wording.amount(last.value, last)} is {wording.number(ratio)} times"
                f" {wording.amount(first.value, first)}"
            )
            yield _Sum(Operation.RATIO, ratio, shown, trend(first, last), named)


def _difference(claim: Quantity, start: Quantity, end: Quantity, *, named: bool) -> _Sum:
    low, high = sorted((start, end), key=lambda quantity: quantity.value)
    gap = high.value - low.value
    result = wording.amount(gap, claim)
    shown = f"{wording.amount(high.value, high)} − {wording.amount(low.value, low)} = {result}"
    return _Sum(
        Operation.DIFFERENCE, gap, shown, trend(start, end), named and claim.movement is Movement.CHANGE
    )


def _totals(claim: Quantity, figures: Sequence[Quantity]) -> Iterator[_Sum]:
    """All figures of the claim's unit together, then each stretch of three and two neighbours."""
    addends = [q for q in figures if q.unit == claim.unit]
    stretches = [addends] if len(addends) > 3 else []
    stretches += [addends[i : i + size] for size in (3, 2) for i in range(len(addends) - size + 1)]
    for stretch in stretches:
        total = sum((q.value for q in stretch), Decimal(0))
        shown = " + ".join(wording.amount(q.value, q) for q in stretch)
        yield _Sum(Operation.SUM, total, f"{shown} = {wording.amount(total, claim)}")


def derive_span(claim: Quantity, start: Period, end: Period) -> Derivation | None:
    """Whether a stretch of years or an age in the article follows from two dates of the references.

    From 1897 to 2022 are 125 years. Where only years are known, an age may be one less. None where `claim` is
    no time or age, or a date is not known.
    """
    in_years = claim.unit == "age" or (claim.unit == "second" and claim.written_unit == "year")
    if not in_years or start.first is None or end.first is None or claim.high is not None:
        return None
    begun, ended = start.first, end.first
    if begun > ended:
        begun, ended = ended, begun
    exact = start.first == start.last and end.first == end.last
    years = ended.year - begun.year - ((ended.month, ended.day) < (begun.month, begun.day) if exact else 0)
    factor = Decimal(1) if claim.unit == "age" else _YEAR_SECONDS
    unit = "years of age" if claim.unit == "age" else "years"
    shown = f"from {wording.days(start)} to {wording.days(end)} are {years} {unit}"
    held = _held(claim, _Sum(Operation.SPAN, years * factor, shown))
    if not exact and held.outcome is Effect.OPPOSES:
        earlier = _held(claim, _Sum(Operation.SPAN, (years - 1) * factor, shown))
        if earlier.outcome is not Effect.OPPOSES:
            return replace(earlier, outcome=Effect.OPEN)
    return held
