"""Holding two dates or periods against each other."""

import re
from dataclasses import dataclass
from datetime import date

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Edge, Grain, Period
from factcheck.quantities import calendar_days as days
from factcheck.quantities import wording
from factcheck.quantities.calendar_days import Days
from factcheck.quantities.comparison import Comparison
from factcheck.quantities.period_reader import WEEKDAYS

_EXACT = frozenset({Grain.DAY, Grain.MONTH})
_BOUNDS = frozenset({Edge.BY, Edge.BEFORE, Edge.AFTER})
_QUARTER = 93
"""Days: what is not longer is short enough for a dated event to have missed it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The two periods with their known days."""

    claim: Period
    reference: Period
    ours: Days
    theirs: Days

    def said(self, outcome: Effect, kind: FindingKind, why: str, *, apart: bool = False) -> Comparison:
        return _said(self.claim, self.reference, outcome, kind, why, apart=apart)


def compare_days(claim: Period, reference: Period) -> Comparison:
    """See `compare.compare_periods`."""
    if _other_weekday(claim, reference):
        return _said(
            claim, reference, Effect.OPPOSES, FindingKind.DATE, "the same date, another day of the week"
        )
    ours, theirs = _days(claim), _days(reference)
    if ours is None or theirs is None:
        parted = claim.day_from is not None or reference.day_from is not None
        return _parts_of_months(claim, reference) if parted else _without_years(claim, reference)
    pair = _Pair(claim, reference, ours, theirs)
    if claim.edge is not reference.edge and {claim.edge, reference.edge} & _BOUNDS:
        return _bounded(pair)
    kind = FindingKind.DATE if {claim.grain, reference.grain} & _EXACT else FindingKind.PERIOD
    if ours == theirs:
        return pair.said(Effect.AGREES, kind, "the same days")
    if ours[0] <= theirs[0] and theirs[1] <= ours[1]:
        return pair.said(Effect.AGREES, kind, "the one lies inside the other")
    if theirs[0] <= ours[0] and ours[1] <= theirs[1]:
        return pair.said(Effect.OPEN, FindingKind.PERIOD, "the article is more exact than the reference")
    if ours[0] <= theirs[1] and theirs[0] <= ours[1]:
        return pair.said(Effect.OPEN, FindingKind.PERIOD, "they overlap only in part")
    return _apart(pair)


def _other_weekday(claim: Period, reference: Period) -> bool:
    """Whether both write a date with its day of the week, and only that day is another."""
    if claim.day is None or (claim.month, claim.day) != (reference.month, reference.day):
        return False
    named = [_named_weekday(period) for period in (claim, reference)]
    return None not in named and named[0] != named[1] and None in (claim.year, reference.year)


def _named_weekday(period: Period) -> int | None:
    first = period.quote.casefold().split(maxsplit=1)[0].strip(",.") if period.quote.strip() else ""
    return WEEKDAYS.get(first)


def _days(period: Period) -> Days | None:
    if period.first is None or period.last is None:
        return None
    return period.first, period.last


def _weekday(period: Period) -> int | None:
    """The day of the week that is named, or that the date falls on."""
    if period.first is not None and period.first == period.last:
        return period.first.weekday()
    return WEEKDAYS.get(period.quote.casefold())


def _said(
    claim: Period, reference: Period, outcome: Effect, kind: FindingKind, why: str, *, apart: bool = False
) -> Comparison:
    message = f"article says {wording.days(claim)}, reference says {wording.days(reference)}; {why}"
    return Comparison(outcome, kind, message, apart=apart or outcome is Effect.OPPOSES)


def _apart(pair: _Pair) -> Comparison:
    """Two periods that share no day."""
    claim, reference = pair.claim, pair.reference
    earlier, later = sorted((pair.ours, pair.theirs))
    gap = (later[0] - earlier[1]).days
    why = f"they do not meet: {gap:,} days lie between"
    if gap == 1:
        why = "they do not meet: the one ends where the other begins"
    if claim.edge is reference.edge is Edge.SINCE:
        return pair.said(Effect.OPPOSES, FindingKind.DATE, why)
    same_day = claim.month is not None and (claim.month, claim.day) == (reference.month, reference.day)
    if claim.year is None and same_day:
        why = "the same day of the year, but the article does not write the year"
        return pair.said(Effect.OPEN, FindingKind.DATE, why)
    short = all((span[1] - span[0]).days < _QUARTER for span in (pair.ours, pair.theirs))
    if {claim.grain, reference.grain} & _EXACT and short:
        return pair.said(Effect.OPPOSES, FindingKind.DATE, why)
    return pair.said(Effect.OPEN, FindingKind.PERIOD, why, apart=claim.grain is reference.grain)


def _bounded(pair: _Pair) -> Comparison:
    """ "by 2030", "before Christmas", "after 5 March" against a plain period, or the other way round."""
    edge, ours, theirs = pair.claim.edge, pair.ours, pair.theirs
    if edge not in _BOUNDS:
        return _against_bound(pair)
    if edge is Edge.BY:
        holds, fails = theirs[1] <= ours[1], theirs[0] > ours[1]
    elif edge is Edge.BEFORE:
        holds, fails = theirs[1] < ours[0], theirs[0] >= ours[0]
    else:
        holds, fails = theirs[0] > ours[1], theirs[1] <= ours[1]
    if pair.reference.edge in _BOUNDS:
        holds = fails = False
    if holds:
        return pair.said(Effect.AGREES, FindingKind.DATE, "that keeps to the bound")
    if fails:
        return pair.said(Effect.OPPOSES, FindingKind.DATE, "that breaks the bound")
    return pair.said(Effect.OPEN, FindingKind.DATE, "whether it keeps to the bound cannot be told")


def _against_bound(pair: _Pair) -> Comparison:
    """A plain period of the article where the reference gives only a bound."""
    edge, ours, theirs = pair.reference.edge, pair.ours, pair.theirs
    if (edge is Edge.AFTER and ours[1] < theirs[0]) or (edge is not Edge.AFTER and ours[0] > theirs[1]):
        return pair.said(Effect.OPPOSES, FindingKind.DATE, "that is outside the bound")
    return pair.said(Effect.OPEN, FindingKind.DATE, "the reference gives only a bound")


def _without_years(claim: Period, reference: Period) -> Comparison:  # noqa: PLR0911 - one return per case
    """Where one year is unknown: month and day, as far as both have them; weekdays by their names."""
    if claim.quote.casefold() == reference.quote.casefold() and claim.edge is reference.edge:
        return _said(claim, reference, Effect.AGREES, FindingKind.DATE, "the same words")
    if None not in (_weekday(claim), _weekday(reference)):
        return _weekdays(claim, reference)
    feasts = _feasts(claim, reference)
    if feasts is not None:
        return feasts
    if claim.month is None or reference.month is None:
        why = "not enough is known of the days to compare them"
        return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, why)
    ours, theirs = (claim.month, claim.day), (reference.month, reference.day)
    if claim.grain not in _EXACT or reference.grain not in _EXACT:
        same = ours == theirs and claim.grain is reference.grain
        why = "the same part of the year, the year apart" if same else "the years are not known"
        return _said(claim, reference, Effect.AGREES if same else Effect.OPEN, FindingKind.PERIOD, why)
    if ours == theirs and claim.grain is Grain.DAY and reference.year is not None and claim.year is None:
        why = "the same day of the year, but nothing tells which year the article means"
        return _said(claim, reference, Effect.OPEN, FindingKind.DATE, why)
    if ours == theirs:
        return _said(claim, reference, Effect.AGREES, FindingKind.DATE, "the same date, the year apart")
    if claim.month == reference.month and claim.day is None:
        why = "the day lies in that month, the year apart"
        return _said(claim, reference, Effect.AGREES, FindingKind.DATE, why)
    if claim.month == reference.month and reference.day is None:
        why = "the article is more exact than the reference"
        return _said(claim, reference, Effect.OPEN, FindingKind.DATE, why)
    why = "another day of the year, whatever the year"
    return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, why)


_EASTER_FIRST, _EASTER_LAST = (3, 22), (4, 25)
"""Between these two days of the year Easter Sunday falls."""

_SEASONS = {"christmas": ((12, 24), (12, 26)), "easter": ((3, 20), (4, 26))}


def _feasts(claim: Period, reference: Period) -> Comparison | None:
    """Feasts that move with Easter or last some days, held against one another or against a date."""
    ours, theirs = _stretch_of(claim), _stretch_of(reference)
    if claim.edge is not reference.edge or ours is None or theirs is None:
        return None
    moved = [days.from_easter(_feast(period)) for period in (claim, reference)]
    if None not in moved:
        if moved[0] == moved[1]:
            return _said(claim, reference, Effect.AGREES, FindingKind.DATE, "the same feast")
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, "another feast")
    if ours[1] < theirs[0] or theirs[1] < ours[0]:
        why = "another time of the year, whatever the year"
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, why)
    return None


def _feast(period: Period) -> str:
    return re.sub(r"\bsaint\b|\bst\.", "st", period.quote.casefold().replace("’", "'"))


def _stretch_of(period: Period) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """From which to which day of the year the day or feast can fall; None for what is no such thing."""
    name = _feast(period)
    if name in _SEASONS:
        return _SEASONS[name]
    behind = days.from_easter(name)
    if behind is not None:
        first, last = (days.shifted(date(_COMMON, *edge), behind) for edge in (_EASTER_FIRST, _EASTER_LAST))
        return (first.month, first.day), (last.month, last.day)
    if period.month is not None and period.day is not None:
        return (period.month, period.day), (period.month, period.day)
    if period.month is not None and period.grain is Grain.MONTH:
        return (period.month, 1), (period.month, _LONGEST_MONTH)
    return None


_COMMON = 2023
"""A year without a 29 February."""


def _weekdays(claim: Period, reference: Period) -> Comparison:
    """Two days by their names alone. Any Monday would do; only its date tells which one an article means."""
    if _weekday(claim) != _weekday(reference):
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, "another day of the week")
    if claim.first is None and reference.first is not None:
        why = "the same day of the week, but the article does not tell of which week"
        return _said(claim, reference, Effect.OPEN, FindingKind.DATE, why)
    return _said(claim, reference, Effect.AGREES, FindingKind.DATE, "the same day of the week")


def _parts_of_months(claim: Period, reference: Period) -> Comparison:
    """ "Early May" and "29 May", "the first week of May" and "May", the years of which are not known."""
    ours, theirs = _days_of_month(claim), _days_of_month(reference)
    if ours is None or theirs is None or claim.edge is not reference.edge:
        why = "the years are not known"
        return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, why)
    if claim.month != reference.month or ours[0] > theirs[1] or theirs[0] > ours[1]:
        why = "another part of the year, whatever the year"
        return _said(claim, reference, Effect.OPPOSES, FindingKind.DATE, why)
    if ours[0] <= theirs[0] and theirs[1] <= ours[1]:
        why = "the one lies inside the other, the year apart"
        return _said(claim, reference, Effect.AGREES, FindingKind.DATE, why)
    return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, "they overlap, the year apart")


_LONGEST_MONTH = 31


def _days_of_month(period: Period) -> tuple[int, int] | None:
    """The days of its month that the period covers; None for what runs beyond a month."""
    if period.day_from is not None and period.day_to is not None:
        return period.day_from, period.day_to
    if period.grain is Grain.DAY and period.day is not None:
        return period.day, period.day
    return (1, _LONGEST_MONTH) if period.grain is Grain.MONTH else None
