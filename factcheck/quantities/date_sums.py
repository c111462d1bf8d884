"""Days and years that follow from others and a stretch of time: "6 September, 42 days later"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from factcheck.domain.quantities import Grain, Period, Quantity
from factcheck.quantities import wording
from factcheck.quantities.calendar_days import shifted
from factcheck.quantities.period_reader import WEEKDAYS

_DAY = 86_400
_YEAR = 31_557_600
_FREE_YEARS = (2023, 2024)
"""A common year and a leap year, for days whose year is not known."""

_NEXT = re.compile(
    r"\b(?:(?:next|following) (?:day|morning|afternoon|evening|night)|day (?:after|before|later|earlier)"
    r"|(?:the )?eve of|(?:the )?(?:night|morning|evening) (?:before|after)|tomorrow|yesterday|overnight)\b"
)
_LATER = re.compile(
    r"\b(?:later|earlier|after|afterwards|before|ago|since|within|behind|ahead|until|till|in|for|from)\b"
)


@dataclass(frozen=True, slots=True)
class DateSum:
    """A stretch of so many days or years from a day or year of the reference to the claim's."""

    base: Period
    message: str


def tells_a_step(text: str, quantities: Sequence[Quantity]) -> bool:
    """Whether the text tells one day by another: "a fortnight later", "the next morning", "on the eve of"."""
    if _NEXT.search(text.lower()):
        return True
    return any(
        q.unit == "second" and _LATER.match(text[q.span.end :].lstrip(" ,").lower()) is not None
        for q in quantities
    )


def date_sum(
    claim: Period, bases: Sequence[Period], text: str, quantities: Sequence[Quantity]
) -> DateSum | None:
    """How the claim's day, weekday or year follows from one of `bases` and a stretch of time in `text`.

    `text` is that of both sides and `quantities` those of both. None where nothing of it does.
    """
    for steps in _steps(text, quantities):
        for base in bases:
            if _is_reached(claim, base, steps):
                count = f"{steps:,} {wording.plural('day', Decimal(steps))}"
                why = f"{wording.days(base)} and {count} make {wording.days(claim)}"
                return DateSum(base, why)
    for steps in _year_steps(quantities):
        for base in bases:
            if claim.year is not None and base.year is not None and abs(claim.year - base.year) == steps:
                sign = "+" if claim.year > base.year else "−"
                return DateSum(base, f"{base.year} {sign} {steps} years is {claim.year}")
    return None


def _steps(text: str, quantities: Sequence[Quantity]) -> Iterator[int]:
    for q in quantities:
        if q.unit == "second" and q.high is None and q.value % _DAY == 0 and 0 < q.value <= 400 * _DAY:
            for more in (0, 1, -1) if q.step is None else (0,):
                yield int(q.value // _DAY) + more
    if _NEXT.search(text.lower()):
        yield 1


def _year_steps(quantities: Sequence[Quantity]) -> Iterator[int]:
    for q in quantities:
        if q.unit == "age" and q.value == q.value.to_integral_value():
            yield from (int(q.value), int(q.value) + 1)
        elif q.unit == "second" and q.written_unit in {"year", "decade", "century"}:
            yield round(q.value / _YEAR)


def _is_reached(claim: Period, base: Period, steps: int) -> bool:
    if claim.grain is not Grain.DAY or base.grain is not Grain.DAY:
        return False
    ours, theirs = (WEEKDAYS.get(period.quote.casefold()) for period in (claim, base))
    if ours is not None and theirs is not None:
        return (ours - theirs) % 7 in {steps % 7, -steps % 7}
    for year in _FREE_YEARS:
        mine, other = _day_in(claim, year), _day_in(base, year)
        if mine is None or other is None:
            continue
        if mine in {shifted(other, steps), shifted(other, -steps)}:
            return True
        # Over New Year the year that is taken for both is another for one of them.
        if abs((mine - other).days) in {365 - steps, 366 - steps}:
            return True
    return False


def _day_in(period: Period, year: int) -> date | None:
    if period.first is not None and period.first == period.last:
        return period.first
    if period.month is None or period.day is None:
        return None
    try:
        return date(period.year or year, period.month, period.day)
    except ValueError:
        return None
