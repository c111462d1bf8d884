"""Calendar arithmetic: which days a named period covers. Weeks run Monday to Sunday."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

Days = tuple[date, date]
"""First and last day, both inclusive."""

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The northern season -> its first month; winter runs into the next year."""


def day(year: int, month: int, number: int) -> Days | None:
    """One day; None where the calendar has no such day."""
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    only = date(year, month, number)
    return only, only


def months(year: int, month: int, count: int = 1) -> Days | None:
    """`count` whole months from the first of `month`; `month` may lie outside 1..12 and carries the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end_year, end_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    if not (year >= MINYEAR and end_year <= MAXYEAR) or count < 1:
        return None
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def years(first: int, last: int | None = None) -> Days | None:
    """Whole calendar years."""
    last = first if last is None else last
    if not MINYEAR <= first <= last <= MAXYEAR:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def shifted(start: date, by_days: int) -> date:
    """`start` moved by days, stopping at the ends of the calendar."""
    try:
        return start + timedelta(days=by_days)
    except OverflowError:
        return date.max if by_days > 0 else date.min


def months_back(end: date, count: int) -> date:
    """The day after the one `count` months before `end`: the first day of the `count` months up to `end`."""
    index = end.year * 12 + end.month - 1 - count
    year, month = divmod(index, 12)
    if year < MINYEAR:
        return date.min
    last = monthrange(year, month + 1)[1]
    if end.day == monthrange(end.year, end.month)[1]:
        return shifted(date(year, month + 1, last), 1)
    return shifted(date(year, month + 1, min(end.day, last)), 1)


def week_of(anchor: date) -> Days:
    """Monday to Sunday around `anchor`."""
    monday = shifted(anchor, -anchor.weekday())
    return monday, shifted(monday, 6)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Days | None:
    """The `nth` (from 1; -1 is the last) Monday (0) to Sunday (6) of a month."""
    span = months(year, month)
    if span is None:
        return None
    if nth < 0:
        last = shifted(span[1], -((span[1].weekday() - weekday) % 7))
        return last, last
    found = shifted(span[0], (weekday - span[0].weekday()) % 7 + 7 * (nth - 1))
    return (found, found) if found <= span[1] else None


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm; Meeus, Astronomical Algorithms)."""
    if not 1583 <= year <= MAXYEAR - 1:
        return None
    golden = year % 19
    century, in_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    shift = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * rest + 2 * (in_century // 4) - shift - in_century % 4) % 7
    late = (golden + 11 * shift + 22 * weekday) // 451
    month, number = divmod(shift + weekday - 7 * late + 114, 31)
    return date(year, month, number + 1)


_FIXED: Final = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "st david's day": (3, 1),
    "st george's day": (4, 23),
    "st andrew's day": (11, 30),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "bastille day": (7, 14),
    "independence day": (7, 4),
    "may day": (5, 1),
    "epiphany": (1, 6),
    "burns night": (1, 25),
    "candlemas": (2, 2),
    "lady day": (3, 25),
    "anzac day": (4, 25),
    "midsummer day": (6, 24),
    "lammas": (8, 1),
    "assumption day": (8, 15),
    "michaelmas": (9, 29),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "guy fawkes night": (11, 5),
    "martinmas": (11, 11),
    "remembrance day": (11, 11),
    "veterans day": (11, 11),
    "st nicholas' day": (12, 6),
    "st stephen's day": (12, 26),
    "hogmanay": (12, 31),
    "juneteenth": (6, 19),
    "waitangi day": (2, 6),
}
_MANY_COUNTRIES: Final = frozenset({"independence day"})
"""Days that fall on another date in another country: their date is taken only where a year asks for one."""
_BY_EASTER: Final = {
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter day": 0,
    "ash wednesday": -46,
    "shrove tuesday": -47,
    "whit sunday": 49,
    "whit monday": 50,
    "palm sunday": -7,
    "maundy thursday": -3,
    "ascension day": 39,
    "pentecost": 49,
    "corpus christi": 60,
}
HOLIDAYS: Final = frozenset({*_FIXED, *_BY_EASTER, "christmas", "easter", "thanksgiving"})


def day_of_year(name: str) -> tuple[int, int] | None:
    """Month and day of a holiday that falls on the same date every year; None for the others."""
    return None if name in _MANY_COUNTRIES else _FIXED.get(name)


def from_easter(name: str) -> int | None:
    """How many days a holiday lies behind Easter Sunday; None for one that does not move with it."""
    return _BY_EASTER.get(name)


def holiday(name: str, year: int) -> Days | None:
    """The day, or the days, of a holiday in `year`."""
    if name in _FIXED:
        return day(year, *_FIXED[name])
    if name == "christmas":
        start, end = day(year, 12, 24), day(year, 12, 26)
        return (start[0], end[1]) if start and end else None
    if name == "thanksgiving":
        return nth_weekday(year, 11, 3, 4)
    sunday = easter(year)
    if sunday is None:
        return None
    if name == "easter":
        return shifted(sunday, -2), shifted(sunday, 1)
    moved = shifted(sunday, _BY_EASTER[name])
    return moved, moved
