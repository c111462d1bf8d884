"""Whether a figure of the article follows from two figures of its references, with the sum shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Direction, Hedge, Movement, Period, Quantity
from factcheck.quantities import wording
from factcheck.quantities.arithmetic import Operation, Result, products, rounded_by, totals
from factcheck.quantities.compare import compare_quantities
from factcheck.quantities.money import is_currency
from factcheck.quantities.tolerance import rounding
from factcheck.quantities.units import CANONICAL

_HUNDRED = Decimal(100)
_YEAR_SECONDS = Decimal(31_557_600)
"""A Julian year, as pint has it."""
_POINTS = frozenset({"percentage_point", "point"})
_NEVER = frozenset({"ordinal", "score", "clock"})
_MOST_FIGURES = 12
"""More figures than this in the references allow so many sums that one fits by chance."""


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
    figures = [q for quantity in references for q in _sides(quantity) if _is_input(q)][:_MOST_FIGURES]
    failed: list[Derivation] = []
    for found in _sums(claim, figures):
        held = _held(claim, found)
        if held.outcome is Effect.AGREES:
            return held
        if found.named or found.telling:
            failed.append(held)
    near = (held for held in failed if held.outcome is Effect.OPEN and not _is_bound(claim))
    return next(near, None) or next((held for held in failed if held.outcome is Effect.OPPOSES), None)


def _is_bound(claim: Quantity) -> bool:
    """A bound that is met from very far away is no sign that the sum is the one that is meant."""
    return claim.hedge in {Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST}


def _sides(quantity: Quantity) -> tuple[Quantity, ...]:
    """A tally ("18,940 votes to 17,655") as its two counts, anything else as it is."""
    if quantity.unit != "score" or quantity.high is None:
        return (quantity,)
    count = replace(quantity, unit="count", high=None, written_unit=None)
    return count, replace(count, value=quantity.high)


def _is_input(quantity: Quantity) -> bool:
    return not quantity.vague and quantity.high is None and quantity.unit not in _NEVER | {"ratio"}


def _held(claim: Quantity, found: Result) -> Derivation:
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
    rounded = (
        claim.hedge is Hedge.EXACT
        and found.slack
        and abs(claim.value - found.value) <= found.slack + rounding(claim)[1]
    )
    if said.outcome is Effect.OPPOSES and said.kind is not FindingKind.DIRECTION and rounded:
        message += "; the references are too rounded to settle it"
        return Derivation(found.operation, Effect.OPEN, said.kind, found.value, message, found.named)
    if said.kind is FindingKind.DIRECTION:
        message += ", but it went the other way"
    elif said.outcome is Effect.OPPOSES:
        message += ", which does not follow"
    elif said.outcome is Effect.OPEN:
        message += "; whether that is near enough is for a person to say"
    else:
        message += ", which follows"
    return Derivation(found.operation, said.outcome, said.kind, found.value, message, found.named)


def _sums(claim: Quantity, figures: Sequence[Quantity]) -> Iterator[Result]:
    for a, b in combinations(figures, 2):
        if a.unit == b.unit:
            yield from _of_pair(claim, *_ordered(a, b), lone=_is_lone(claim, a, figures))
    if claim.movement is Movement.CHANGE or claim.unit in {"percent", "ratio", "age", *_POINTS}:
        return
    if not _is_bound(claim):
        # A bound is met by so many sums that meeting it says nothing.
        yield from totals(claim, figures)
        yield from products(claim, figures)


def _is_lone(claim: Quantity, figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether just two figures of this unit are there; stretches of time only count for stretches of time."""
    if figure.unit == "second" and claim.unit != "second":
        return False
    return sum(q.unit == figure.unit for q in figures) == 2


def _of_pair(claim: Quantity, start: Quantity, end: Quantity, *, lone: bool) -> Iterator[Result]:
    named = Movement.BEFORE in {start.movement, end.movement}
    if claim.unit == "percent":
        sums = _as_percent(claim, start, end, named=named)
    elif claim.unit == "ratio":
        sums = _as_ratio(claim, start, end, named=named)
    elif _may_differ(claim, start):
        sums = iter((_difference(claim, start, end, named=named),))
    else:
        return
    for found in sums:
        yield replace(found, telling=lone)


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


def _as_percent(claim: Quantity, start: Quantity, end: Quantity, *, named: bool) -> Iterator[Result]:
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
            slack = abs(last.value / first.value) * _HUNDRED * (rounded_by(first) + rounded_by(last))
            yield Result(Operation.CHANGE, abs(change), shown, trend(first, last), named, slack=slack)
        if named:
            return
    if start.unit in {"percent", *_POINTS} or min(start.value, end.value) <= 0:
        return
    part, whole = (start, end) if start.value < end.value else (end, start)
    share = part.value / whole.value * _HUNDRED
    part_shown, whole_shown = (a, b) if part is start else (b, a)
    shown = f"{part_shown} of {whole_shown} is {wording.number(share)}%"
    slack = share * (rounded_by(part) + rounded_by(whole))
    yield Result(Operation.SHARE, share, shown, claim.direction, slack=slack)


def _signed(change: Decimal) -> str:
    return ("+" if change > 0 else "") + wording.number(change)


def _as_ratio(claim: Quantity, start: Quantity, end: Quantity, *, named: bool) -> Iterator[Result]:
    ends = ((start, end),) if named else ((start, end), (end, start))
    for first, last in ends:
        if first.value > 0 and (named or last.value > first.value):
            ratio = last.value / first.value
            shown = (
                f"{wording.amount(last.value, last)} is {wording.number(ratio)} times"
                f" {wording.amount(first.value, first)}"
            )
            slack = ratio * (rounded_by(first) + rounded_by(last))
            yield Result(Operation.RATIO, ratio, shown, trend(first, last), named, slack=slack)


def _difference(claim: Quantity, start: Quantity, end: Quantity, *, named: bool) -> Result:
    low, high = sorted((start, end), key=lambda quantity: quantity.value)
    gap = high.value - low.value
    result = wording.amount(gap, claim)
    shown = f"{wording.amount(high.value, high)} − {wording.amount(low.value, low)} = {result}"
    moved = named and claim.movement is Movement.CHANGE
    direction = trend(start, end) if moved else claim.direction
    slack = (rounded_by(start) + rounded_by(end)) * max(abs(start.value), abs(end.value))
    return Result(Operation.DIFFERENCE, gap, shown, direction, moved, slack=slack)


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
    held = _held(claim, Result(Operation.SPAN, years * factor, shown))
    if not exact and held.outcome is Effect.OPPOSES:
        earlier = _held(claim, Result(Operation.SPAN, (years - 1) * factor, shown))
        if earlier.outcome is not Effect.OPPOSES:
            return replace(earlier, outcome=Effect.OPEN)
    return held
