"""A day, month, quarter or year, and how an article writes it."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_SHORT = {name[:3]: i + 1 for i, name in enumerate(MONTHS)} | {"sept": 9}
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_NUMBERS = {word: i + 1 for i, word in enumerate(_SMALL.split())} | {
    "a": 1,
    "an": 1,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}


@dataclass(frozen=True, slots=True)
class When:
    """A year; or a month, day or part ("third quarter") of it."""

    year: int
    month: int | None = None
    day: int | None = None
    part: str = ""

    @property
    def text(self) -> str:
        """As an article writes it: "11 November 2025", "third quarter of 2025"."""
        if self.part:
            return f"{self.part} of {self.year}"
        if self.month is None:
            return str(self.year)
        month = MONTHS[self.month - 1].capitalize()
        return f"{month} {self.year}" if self.day is None else f"{self.day} {month} {self.year}"

    def with_preposition(self) -> str:
        """The same as the time of an event: "on 11 November 2025", "in the third quarter of 2025"."""
        if self.part:
            return f"in the {self.text}"
        return f"on {self.text}" if self.day is not None else f"in {self.text}"

    def years_later(self, years: int) -> "When":
        """The same time in another year."""
        return replace(self, year=self.year + years)


def on(day: date) -> When:
    """A day."""
    return When(day.year, day.month, day.day)


def month_of(word: str) -> int | None:
    """The number of a month, written in full or as an abbreviation, in small letters."""
    bare = word.rstrip(".")
    if bare in MONTHS:
        return MONTHS.index(bare) + 1
    return _SHORT.get(bare)


def months_from(day: date, shift: int) -> When:
    """The month that lies `shift` months after that of `day`."""
    count = day.year * 12 + day.month - 1 + shift
    return When(count // 12, count % 12 + 1)


def quarter_of(day: date, shift: int = 0) -> When:
    """The quarter that lies `shift` quarters after that of `day`."""
    count = day.year * 4 + (day.month - 1) // 3 + shift
    return When(count // 4, part=f"{('first', 'second', 'third', 'fourth')[count % 4]} quarter")


def sunday_of(day: date, shift: int) -> date:
    """The last day of the week that lies `shift` weeks after that of `day`."""
    return day + timedelta(days=6 - day.weekday() + 7 * shift)


def number_in(word: str) -> int | None:
    """The number that a word stands for: "five", "12", "a"."""
    if word.isascii() and word.isdigit() and len(word) <= 3:
        return int(word)
    return _NUMBERS.get(word)
