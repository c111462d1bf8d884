"""Resolving written dates and periods to days, against the day of publication."""

import contextlib
from datetime import date

from factcheck.domain.articles import Span
from factcheck.domain.quantities import Edge, Grain, Period
from factcheck.quantities import calendar_days as days
from factcheck.quantities.calendar_days import Days
from factcheck.quantities.period_forms import PeriodForm, Shape


def resolve(form: PeriodForm, text: str, anchor: date | None) -> Period:
    """The period that `form` stands for, its days filled in where the text or `anchor` tells them."""
    span = Span(form.start, form.end)
    grain, covered = _covered(form, anchor)
    if covered is not None and form.part:
        grain, covered = Grain.OTHER, _part(covered, form.part)
    if covered is not None and form.stretch:
        grain, covered = Grain.OTHER, _stretch(covered, form.stretch)
    inside = _inside_month(form)
    month, number = form.month, form.day
    if form.shape is Shape.HOLIDAY and month is None:
        month, number = days.day_of_year(form.word) or (None, None)
    return Period(
        span=span,
        quote=span.of(text),
        grain=grain,
        first=covered[0] if covered else None,
        last=covered[1] if covered else None,
        month=month if month is None or 1 <= month <= 12 else None,
        day=number,
        year=form.year,
        edge=form.edge,
        day_from=inside[0] if inside else None,
        day_to=inside[1] if inside else None,
    )


_LEAP = 2024
"""A year in which every day of the calendar has a place."""


def _inside_month(form: PeriodForm) -> tuple[int, int] | None:
    """The days of the month that a part of it covers, whatever the year."""
    parted = form.stretch or form.part or form.shape in {Shape.WEEK_OF, Shape.DAYS}
    covered = _in_year(form, _LEAP) if parted and form.month is not None else None
    if covered is None:
        return None
    if form.part:
        covered = _part(covered, form.part)
    if form.stretch:
        covered = _stretch(covered, form.stretch)
    return (covered[0].day, covered[1].day) if covered[0].month == covered[1].month else None


def _part(covered: Days, part: int) -> Days:
    """The first or last days of a period: a sixth of it, and at least five days."""
    length = (covered[1] - covered[0]).days + 1
    edge = min(length, max(5, length // 6)) - 1
    if part < 0:
        return covered[0], days.shifted(covered[0], edge)
    return days.shifted(covered[1], -edge), covered[1]


def _stretch(covered: Days, word: str) -> Days:
    """ "Early" is the first half, "late" the last, "mid" the half in the middle: no less is sure."""
    length = (covered[1] - covered[0]).days + 1
    if word == "mid":
        return days.shifted(covered[0], length // 4), days.shifted(covered[1], -(length // 4))
    half = (length + 1) // 2 - 1
    if word == "early":
        return covered[0], days.shifted(covered[0], half)
    return days.shifted(covered[1], -half), covered[1]


def _covered(form: PeriodForm, anchor: date | None) -> tuple[Grain, Days | None]:
    if form.shape is Shape.RELATIVE:
        return _relative(form, anchor)
    if form.shape is Shape.ROLLING:
        return Grain.OTHER, _rolling(form, anchor) if anchor else None
    if form.shape is Shape.AGO:
        return _AGO_GRAINS[form.word], _ago(form, anchor) if anchor else None
    if form.shape is Shape.WEEKDAY:
        return Grain.DAY, _weekday(form, anchor) if anchor else None
    grain = _grain(form)
    if form.year is not None:
        return grain, _in_year(form, form.year)
    if anchor is None or form.shape is Shape.UNKNOWN:
        return grain, None
    return grain, _nearest(form, anchor)


_AGO_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.OTHER, "year": Grain.YEAR}


def _ago(form: PeriodForm, anchor: date) -> Days | None:
    """ "three weeks ago": the week, "two years ago": the year that is meant."""
    match form.word:
        case "day":
            return (found := days.shifted(anchor, -form.count)), found
        case "week":
            return days.week_of(days.shifted(anchor, -7 * form.count))
        case "month":
            return days.months(anchor.year, anchor.month - form.count)
    return days.years(anchor.year - form.count)


_GRAINS = {
    Shape.DAY: Grain.DAY,
    Shape.NTH_WEEKDAY: Grain.DAY,
    Shape.MONTH: Grain.MONTH,
    Shape.YEAR: Grain.YEAR,
    Shape.FISCAL: Grain.YEAR,
    Shape.DECADE: Grain.DECADE,
    Shape.WEEK_OF: Grain.WEEK,
}
_MONTHS_GRAINS = {3: Grain.QUARTER, 6: Grain.HALF, 12: Grain.YEAR}


def _grain(form: PeriodForm) -> Grain:
    if form.shape is Shape.MONTHS:
        return _MONTHS_GRAINS.get(form.count, Grain.OTHER)
    if form.shape is Shape.UP_TO and form.word == "month":
        return _MONTHS_GRAINS.get(form.count, Grain.OTHER)
    if form.shape is Shape.UP_TO and form.word == "quarter":
        return Grain.QUARTER
    if form.shape is Shape.UP_TO and form.word == "year" and form.count == 1:
        return Grain.YEAR
    if form.shape is Shape.UP_TO and form.word == "week" and form.count == 1:
        return Grain.WEEK
    if form.shape is Shape.HOLIDAY and form.word not in {"christmas", "easter"}:
        return Grain.DAY
    return _GRAINS.get(form.shape, Grain.OTHER)


def _in_year(form: PeriodForm, year: int) -> Days | None:  # noqa: C901, PLR0911 - one line per shape
    """The days of `form` in (or, where it runs over New Year, beginning in) `year`."""
    month, number = form.month or 1, form.day or 1
    match form.shape:
        case Shape.DAY:
            return days.day(year, month, number)
        case Shape.DAYS:
            first, last = days.day(year, month, number), days.day(year, month, form.count)
            return (first[0], last[1]) if first and last and first[0] <= last[1] else None
        case Shape.SPAN:
            last = days.day(year + (form.offset or 0), *divmod(form.count, 100))
            start = days.day(year, month, number)
            return (start[0], last[1]) if start and last and start[0] <= last[1] else None
        case Shape.WEEK_OF:
            return _week_of_month(year, month, form.count)
        case Shape.MONTH:
            return days.months(year, month)
        case Shape.MONTHS:
            return days.months(year, month, form.count)
        case Shape.SEASON:
            return days.months(year, days.SEASONS[form.word], 3)
        case Shape.YEAR:
            return days.years(year)
        case Shape.YEARS:
            return days.years(year, year + form.count)
        case Shape.DECADE:
            return days.years(year, year + 9)
        case Shape.FISCAL:
            return days.months(year, 4, 12)
        case Shape.NTH_WEEKDAY:
            return days.nth_weekday(year, month, form.offset or 0, form.count)
        case Shape.HOLIDAY:
            return days.holiday(form.word, year)
        case Shape.UP_TO:
            return _up_to(form, year)
    return None


def _week_of_month(year: int, month: int, nth: int) -> Days | None:
    """ "The first week of June" is its first seven days, the last its last seven."""
    whole = days.months(year, month)
    if whole is None or nth < 0:
        return (days.shifted(whole[1], -6), whole[1]) if whole else None
    first = days.shifted(whole[0], 7 * (nth - 1))
    return (first, min(days.shifted(first, 6), whole[1])) if first <= whole[1] else None


def _up_to(form: PeriodForm, year: int) -> Days | None:
    """ "three months to June", "four weeks to 26 January"."""
    month = form.month or 1
    end = days.day(year, month, form.day) if form.day else days.months(year, month)
    if end is None:
        return None
    last = end[1]
    if form.word == "quarter":
        return days.months_back(last, 3 * form.count), last
    if form.word in {"day", "week"}:
        return days.shifted(last, 1 - form.count * (7 if form.word == "week" else 1)), last
    return days.months_back(last, form.count * (12 if form.word == "year" else 1)), last


def _nearest(form: PeriodForm, anchor: date) -> Days | None:
    """The occurrence that a reader of `anchor`'s day means: as a rule the latest that has begun by then.

    "By" and "until" may look ahead: there it is the one nearest to the anchor. "Next" is the first after it.
    """
    around = [found for year in range(anchor.year - 5, anchor.year + 6) if (found := _in_year(form, year))]
    if form.offset == 1 and form.shape is not Shape.NTH_WEEKDAY:
        return next((found for found in around if found[0] > anchor), None)
    if form.edge in {Edge.BY, Edge.UNTIL}:
        return min(around, key=lambda found: abs((found[1] - anchor).days), default=None)
    # "The year to September" is over by the time it is told of.
    edge = 1 if form.shape is Shape.UP_TO else 0
    begun = [found for found in around if found[edge] <= anchor]
    if form.offset == -1 and form.shape in {Shape.MONTH, Shape.SEASON}:
        begun = [found for found in begun if found[1] < anchor] or begun
    return begun[-1] if begun else None


def _weekday(form: PeriodForm, anchor: date) -> Days:
    if form.word == "week":
        # "Tuesday last week"
        found = days.shifted(days.week_of(days.shifted(anchor, 7 * (form.offset or 0)))[0], form.count)
        return found, found
    back = (anchor.weekday() - form.count) % 7
    if form.offset == -1 and back == 0:
        back = 7
    if form.offset == 1:
        back -= 7
    found = days.shifted(anchor, -back)
    return found, found


_RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_RELATIVE_GRAINS = {
    "week": Grain.WEEK,
    "weekend": Grain.OTHER,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
}


def _relative(form: PeriodForm, anchor: date | None) -> tuple[Grain, Days | None]:
    """ "yesterday", "this morning", "last week", "next year"."""
    offset = form.offset or 0
    if form.word in _RELATIVE_GRAINS:
        grain = _RELATIVE_GRAINS[form.word]
        return grain, _neighbour(form.word, offset, anchor) if anchor else None
    offset = _RELATIVE_DAYS.get(form.word, offset)
    if anchor is None:
        return Grain.DAY, None
    found = days.shifted(anchor, offset)
    return Grain.DAY, (found, found)


def _neighbour(word: str, offset: int, anchor: date) -> Days | None:
    match word:
        case "week":
            return days.week_of(days.shifted(anchor, 7 * offset))
        case "weekend":
            sunday = days.week_of(days.shifted(anchor, 7 * offset))[1]
            return days.shifted(sunday, -1), sunday
        case "month":
            return days.months(anchor.year, anchor.month + offset)
        case "quarter":
            return days.months(anchor.year, (anchor.month - 1) // 3 * 3 + 1 + 3 * offset, 3)
        case "decade":
            return days.years(anchor.year // 10 * 10 + 10 * offset, anchor.year // 10 * 10 + 10 * offset + 9)
    return days.years(anchor.year + offset)


def _rolling(form: PeriodForm, anchor: date) -> Days:
    """ "the past fortnight", "the last three months": up to and including the anchor."""
    count = form.count
    if form.word in {"day", "week", "fortnight"}:
        return days.shifted(anchor, 1 - count * {"day": 1, "week": 7, "fortnight": 14}[form.word]), anchor
    with contextlib.suppress(OverflowError):
        return days.months_back(
            anchor, count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[form.word]
        ), anchor
    return date.min, anchor
