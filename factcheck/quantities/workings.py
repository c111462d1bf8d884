"""Every figure that one step of arithmetic makes of the figures of a reference.

`derive` asks what a reference says outright: a movement, a sum, a share. What is asked here is wider: the
whole of which a part is told, the rest of it, a figure that another is so many times of, a year's worth of
what is told for a month, a mean. So many results are reached that a small figure is met by chance, which
`by_chance` tells.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, permutations

from factcheck.domain.evidence import Effect
from factcheck.domain.quantities import Direction, Hedge, Movement, Quantity
from factcheck.quantities import wording
from factcheck.quantities.arithmetic import Operation
from factcheck.quantities.compare import compare_quantities
from factcheck.quantities.money import is_currency
from factcheck.quantities.tolerance import allowed
from factcheck.quantities.wordlist import words

_HUNDRED = Decimal(100)
_POINTS = frozenset({"percentage_point", "point"})
_NO_PIECES = frozenset({"percent", "percentage_point", "point", "ratio", "ordinal", "age", "clock"})
_UNASKED = frozenset({"score", "clock"})
MOST_FIGURES = 9
"""More figures than this make every figure by chance."""

_BOUNDS = frozenset({Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST})

_TELLING = 20
"""From this many steps of its last digit on, a figure is hardly met by chance where few figures go in."""

_FEW = 4

_PER_YEAR = {"month": 12, "week": 52, "quarter": 4, "day": 365}
_WITHIN: dict[tuple[str, str], int] = {
    **{(per, "year"): times for per, times in _PER_YEAR.items()},
    ("day", "week"): 7,
    ("hour", "day"): 24,
}
"""How many of the one are in the other."""


_REST = frozenset(
    words(
        """
rest remainder remaining remain remained others other else not no none never without less fewer cut lost
off saved save leaves leave left leaving keep kept short neither nor nobody nothing n't unless except but
exempt spared discount home miss missed missing failed yet still balance go
"""
    )
)
"""Words without which nobody takes a share for its rest."""
_MEAN = frozenset(words("average averages averaged averaging mean middle midway halfway evenly typical"))
_EVERY = frozenset(words("each every apiece per head evenly times"))


@dataclass(frozen=True, slots=True)
class Working:
    """A figure worked out that the claim's agrees with, and the sum in words."""

    operation: Operation
    value: Decimal
    message: str
    by_chance: bool


@dataclass(frozen=True, slots=True)
class _Reached:
    operation: Operation
    value: Decimal
    shown: Callable[[], str]


def work_out(claim: Quantity, figures: Sequence[Quantity], spoken: frozenset[str]) -> Working | None:
    """The first working, the plainest before the others, with which the claim's figure agrees.

    `spoken` are the words of both sides, lower-case, which tell of months and years. None where none fits, or
    where there are more figures than `MOST_FIGURES`.
    """
    if claim.unit in _UNASKED or claim.vague or claim.high is not None or claim.hedge in _BOUNDS:
        # A bound is met by so many sums that meeting it says nothing.
        return None
    inputs = [q for figure in figures for q in _counts_of(figure) if not q.vague and q.high is None]
    if not 0 < len(inputs) <= MOST_FIGURES:
        return None
    fits = allowed(replace(claim, hedge=Hedge.EXACT) if claim.hedge is Hedge.ABOUT else claim)
    wide = allowed(claim)
    for reached in _reached(claim, inputs, spoken):
        if reached.value <= 0 or not (fits.holds(reached.value) or wide.holds(reached.value)):
            continue
        stated = replace(
            claim,
            value=reached.value,
            step=None if claim.step is None else Decimal(0),
            hedge=Hedge.EXACT,
            written=None,
        )
        if compare_quantities(claim, stated).outcome is Effect.AGREES:
            message = f"{reached.shown()}; article says {wording.figure(claim)}, which follows"
            return Working(reached.operation, reached.value, message, _by_chance(claim, inputs))
    return None


def _counts_of(figure: Quantity) -> tuple[Quantity, ...]:
    if figure.unit != "score" or figure.high is None:
        return (figure,)
    count = replace(figure, unit="count", high=None, written_unit=None)
    return count, replace(count, value=figure.high)


def _by_chance(claim: Quantity, inputs: Sequence[Quantity]) -> bool:
    """Whether so plain a figure would be met by some sum of these, whatever it was."""
    if claim.step is None:
        return len(inputs) > 2
    digits = abs(claim.value / claim.step) if claim.step else Decimal(0)
    return digits < _TELLING * (1 if len(inputs) <= _FEW else 10)


def _reached(claim: Quantity, figures: Sequence[Quantity], spoken: frozenset[str]) -> Iterator[_Reached]:
    if claim.unit == "percent":
        yield from _percents(claim, figures, spoken)
        return
    if claim.unit == "ratio":
        yield from _ratios(figures)
        return
    if claim.unit in _POINTS:
        shares = [q for q in figures if q.unit in {"percent", *_POINTS}]
        yield from _pairs(claim, shares, spoken)
        return
    if claim.unit == "ordinal":
        yield from _places(claim, figures)
        return
    alike = [q for q in figures if q.unit == claim.unit]
    yield from _pairs(claim, alike, spoken)
    yield from _of_parts(claim, alike, figures)
    yield from _of_times(claim, alike, figures, spoken)
    if claim.unit != "second":
        yield from _of_spans(claim, alike, spoken)
    if is_currency(claim.unit) or claim.unit not in {"count", "ordinal", "age"}:
        yield from _of_pieces(claim, alike, figures)


def _pairs(claim: Quantity, alike: Sequence[Quantity], spoken: frozenset[str]) -> Iterator[_Reached]:
    """Sums, differences and means of two or of all of one unit."""
    for a, b in combinations(alike, 2):
        high, low = (a, b) if a.value >= b.value else (b, a)
        yield _two(claim, Operation.DIFFERENCE, high.value - low.value, high, "−", low)
        yield _two(claim, Operation.SUM, a.value + b.value, a, "+", b)
    if len(alike) >= 2:
        total = sum((q.value for q in alike), Decimal(0))
        yield _Reached(Operation.SUM, total, lambda: _added(claim, alike, total))
    for a, b in combinations(alike, 2) if spoken & _MEAN else ():
        mean = (a.value + b.value) / 2
        yield _way(
            claim, Operation.MEAN, mean, f"({wording.amount(a.value, a)} + {wording.amount(b.value, b)}) ÷ 2"
        )
    for a, b, c in permutations(alike, 3):
        if b.span < c.span:
            rest = a.value - b.value - c.value
            shown = " − ".join(wording.amount(q.value, q) for q in (a, b, c))
            yield _way(claim, Operation.REMAINDER, rest, shown)


def _added(claim: Quantity, alike: Sequence[Quantity], total: Decimal) -> str:
    return f"{' + '.join(wording.amount(q.value, q) for q in alike)} = {wording.amount(total, claim)}"


def _two(claim: Quantity, what: Operation, value: Decimal, a: Quantity, sign: str, b: Quantity) -> _Reached:
    return _Reached(
        what,
        value,
        lambda: (
            f"{wording.amount(a.value, a)} {sign} {wording.amount(b.value, b)}"
            f" = {wording.amount(value, claim)}"
        ),
    )


def _places(claim: Quantity, figures: Sequence[Quantity]) -> Iterator[_Reached]:
    """So many places before or behind another's."""
    for place in figures:
        for steps in figures:
            if place.unit == "ordinal" and steps.unit == "count":
                yield _two(claim, Operation.SUM, place.value + steps.value, place, "+", steps)
                yield _two(claim, Operation.DIFFERENCE, place.value - steps.value, place, "−", steps)


def _of_parts(claim: Quantity, alike: Sequence[Quantity], figures: Sequence[Quantity]) -> Iterator[_Reached]:
    """A share of a figure, the rest of it, and the whole or the start that a figure is a share of."""
    for figure in alike:
        for share in figures:
            part = share.value / _HUNDRED
            if share.unit != "percent" or not 0 < part < 10:
                continue
            told = wording.number(share.value)
            base = wording.amount(figure.value, figure)
            ways = [
                (Operation.PART, figure.value * part, f"{told}% of {base}"),
                (Operation.PART, figure.value * (1 - part), f"{base} less {told}%"),
                (Operation.PART, figure.value * (1 + part), f"{base} and {told}% more"),
                (Operation.WHOLE, figure.value / part, f"{base} as {told}% of a whole"),
                (Operation.WHOLE, figure.value / (1 + part), f"{base} as {told}% more than a start"),
            ]
            if part < 1:
                ways.append(
                    (Operation.WHOLE, figure.value / (1 - part), f"{base} as {told}% less than a start")
                )
                ways.append(
                    (Operation.PART, figure.value * part / (1 - part), f"the other {told}% beside {base}")
                )
            yield from (_way(claim, *way) for way in ways)


def _of_times(
    claim: Quantity, alike: Sequence[Quantity], figures: Sequence[Quantity], spoken: frozenset[str]
) -> Iterator[_Reached]:
    """So many times a figure, and what a figure is so many times of."""
    for figure in alike:
        base = wording.amount(figure.value, figure)
        for ratio in figures:
            if ratio.unit != "ratio" or ratio.value <= 0:
                continue
            told = wording.number(ratio.value)
            yield _way(claim, Operation.PRODUCT, figure.value * ratio.value, f"{told} times {base}")
            yield _way(claim, Operation.QUOTIENT, figure.value / ratio.value, f"{base} ÷ {told}")
    for figure, number in permutations(alike, 2):
        if claim.unit == "count" and number.value > 1 and figure.value > 0 and spoken & _EVERY:
            told, base = wording.number(number.value), wording.number(figure.value)
            if figure.span < number.span:
                yield _way(claim, Operation.PRODUCT, figure.value * number.value, f"{base} × {told}")
            yield _way(claim, Operation.QUOTIENT, figure.value / number.value, f"{base} ÷ {told}")


def _of_pieces(claim: Quantity, alike: Sequence[Quantity], figures: Sequence[Quantity]) -> Iterator[_Reached]:
    """A measure for so many pieces, or for one of them."""
    for figure in alike:
        base = wording.amount(figure.value, figure)
        for number in figures:
            if number.unit in _NO_PIECES or number.unit == figure.unit or (number.written or 0) <= 1:
                continue
            pieces = number.written or number.value
            told = wording.number(pieces)
            yield _way(claim, Operation.PRODUCT, figure.value * pieces, f"{told} × {base}")
            yield _way(claim, Operation.QUOTIENT, figure.value / pieces, f"{base} ÷ {told}")


def _of_spans(claim: Quantity, alike: Sequence[Quantity], spoken: frozenset[str]) -> Iterator[_Reached]:
    """A year's worth of what is told for a month; two halves."""
    said = {word.removesuffix("s").removesuffix("ly") for word in spoken}
    said |= {"year"} if spoken & {"annual", "annually"} else set()
    said |= {"day"} if "daily" in spoken else set()
    for figure in alike:
        base = wording.amount(figure.value, figure)
        for (short, long), times in _WITHIN.items():
            if short in said and (long in said or {short, long} == {"month", "year"}):
                yield _way(claim, Operation.PRODUCT, figure.value * times, f"{times} × {base}")
                yield _way(claim, Operation.QUOTIENT, figure.value / times, f"{base} ÷ {times}")
        if said & {"half", "again", "both", "twice", "double", "equally"}:
            yield _way(claim, Operation.PRODUCT, figure.value * 2, f"2 × {base}")
            yield _way(claim, Operation.QUOTIENT, figure.value / 2, f"{base} ÷ 2")


def _way(claim: Quantity, what: Operation, value: Decimal, shown: str) -> _Reached:
    return _Reached(what, value, lambda: f"{shown} = {wording.amount(value, claim)}")


def _percents(claim: Quantity, figures: Sequence[Quantity], spoken: frozenset[str]) -> Iterator[_Reached]:
    """Shares and their rests, changes, and sums of shares; two shares differ by points, never by per cent."""
    shares = [q for q in figures if q.unit == "percent"]
    moved = claim.movement is Movement.CHANGE or claim.direction is not None
    rest = bool(spoken & _REST)
    for a, b in combinations(shares, 2):
        yield _percent(Operation.SUM, a.value + b.value, f"{_plain(a)}% + {_plain(b)}%")
        yield _percent(
            Operation.REMAINDER, _HUNDRED - a.value - b.value, f"100% − {_plain(a)}% − {_plain(b)}%"
        )
        yield _percent(Operation.PART, a.value * b.value / _HUNDRED, f"{_plain(a)}% of {_plain(b)}%")
    for share in shares if rest else ():
        yield _percent(Operation.REMAINDER, _HUNDRED - share.value, f"100% − {_plain(share)}%")
    for a, b in permutations(figures, 2):
        if a.unit != b.unit or a.unit in {"ordinal", "ratio"} or min(a.value, b.value) <= 0:
            continue
        one, other = wording.amount(a.value, a), wording.amount(b.value, b)
        part = a.value / b.value * _HUNDRED
        if claim.direction is None or (claim.direction is Direction.UP) == (part > _HUNDRED):
            yield _percent(Operation.CHANGE, abs(part - _HUNDRED), f"from {other} to {one}")
        if moved or a.unit == "percent":
            continue
        yield _percent(Operation.SHARE, part, f"{one} of {other}")
        if rest:
            yield _percent(Operation.REMAINDER, _HUNDRED - part, f"what {one} of {other} leaves")
        whole = a.value + b.value
        yield _percent(Operation.SHARE, a.value / whole * _HUNDRED, f"{one} of {wording.amount(whole, a)}")
    for ratio in figures:
        if ratio.unit == "ratio" and ratio.value > 0:
            yield _percent(Operation.CHANGE, abs(ratio.value - 1) * _HUNDRED, f"{_plain(ratio)} times")
            yield _percent(Operation.SHARE, _HUNDRED / ratio.value, f"1 ÷ {_plain(ratio)}")
            yield _percent(Operation.SHARE, _HUNDRED / (ratio.value + 1), f"1 ÷ ({_plain(ratio)} + 1)")


def _plain(quantity: Quantity) -> str:
    return wording.number(quantity.value)


def _percent(what: Operation, value: Decimal, shown: str) -> _Reached:
    return _Reached(what, value, lambda: f"{shown} is {wording.number(value)}%")


def _ratios(figures: Sequence[Quantity]) -> Iterator[_Reached]:
    for a, b in permutations(figures, 2):
        if a.unit == b.unit and a.unit != "ordinal" and b.value > 0:
            shown = f"{wording.amount(a.value, a)} ÷ {wording.amount(b.value, b)}"
            yield _ratio(a.value / b.value, shown)
    for share in figures:
        if share.unit == "percent" and share.value > 0:
            told = wording.number(share.value)
            yield _ratio(1 + share.value / _HUNDRED, f"(100% + {told}%) ÷ 100%")
            yield _ratio(_HUNDRED / share.value, f"100% ÷ {told}%")


def _ratio(value: Decimal, shown: str) -> _Reached:
    return _Reached(Operation.RATIO, value, lambda: f"{shown} = {wording.number(value)}")
