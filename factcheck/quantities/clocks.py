"""Reading times of day and times taken: "10pm", "22:00", "2:04:17"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.lexicon import SMALL
from factcheck.quantities.readings import Reading
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.year_reader import TIME_ZONES

_TO = frozenset({"to", "-", "–", "—", "until", "till"})
_HALF_DAY = 12 * 60


def read_clock(tokens: Sequence[Token], i: int) -> Reading | None:
    """A time of day at `i` ("10pm", "22:00"), in minutes; or a time taken ("2:04:17"), in seconds.

    Two times that are one stretch ("7am to 9pm", "7-9pm") are one reading with both ends.
    """
    first = _read_one(tokens, i)
    link = i + 1 if first is None else first.end
    between = i > 0 and tokens[i - 1].low == "between"
    if tokens[link].low not in _TO and not (between and tokens[link].low == "and"):
        return first
    second = _read_one(tokens, link + 1) if tokens[link + 1].kind is Kind.NUMBER else None
    if second is None or second.unit != "clock":
        return first
    if first is None:
        # "7-9pm": the half of the day is written once.
        hour = tokens[i].text
        if not hour.isdecimal() or len(hour) > 2 or not 1 <= int(hour) <= 12 or ":" in tokens[link + 2].text:
            return None
        minutes = Decimal(int(hour) % 12 * 60)
        minutes += _HALF_DAY if second.written >= _HALF_DAY else 0
        if minutes >= second.written or not _in_half_days(tokens, second):
            return None
        first = Reading(i, i + 1, minutes, unit="clock", name="clock", step=Decimal(1))
    elif first.unit != "clock":
        return first
    first.high, first.end = second.written, second.end
    first.start -= between
    return first


def _in_half_days(tokens: Sequence[Token], reading: Reading) -> bool:
    return any(token.low in {"am", "pm", "a", "p"} for token in tokens[reading.start : reading.end])


def _at(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].low in {"at", "by", "from", "until", "till", "before", "after", "around"}


_HOURS = {word: hour for word, hour in SMALL.items() if 1 <= hour <= 12}
_NAMED_TIMES = {"noon": 720, "midday": 720, "midnight": 0}
HALF_OPEN = "clock of either half"
"""The written unit of a time that does not tell morning from evening: "six o’clock"."""
CLOCK_WORDS = frozenset({*_NAMED_TIMES, "quarter", "half"})
"""Words at which a time of day may begin, number words apart."""


def read_word_clock(tokens: Sequence[Token], i: int) -> Reading | None:
    """A time in words at `i`: "noon", "half past six", "six o’clock"; the half of the day stays open."""
    low = tokens[i].low
    if low in _NAMED_TIMES:
        return _time(i, i + 1, _NAMED_TIMES[low])
    hour = _HOURS.get(low)
    if hour is not None:
        clock = tokens[i + 1].low == "o" and tokens[i + 2].text in {"'", "’"} and tokens[i + 3].low == "clock"
        return _time(i, i + 4, hour % 12 * 60, HALF_OPEN) if clock else None
    shift = {"half": 30, "quarter": 15}.get(low)
    hour = _HOURS.get(tokens[i + 2].low)
    if shift is None or hour is None or tokens[i + 1].low not in {"past", "to"}:
        return None
    if tokens[i + 1].low == "to":
        return (
            _time(i, i + 3, (hour * 60 - shift) % 720, HALF_OPEN)
            if low == "quarter" and _at(tokens, i)
            else None
        )
    return _time(i, i + 3, hour % 12 * 60 + shift, HALF_OPEN)


def _time(start: int, end: int, minutes: int, name: str = "clock") -> Reading:
    return Reading(start, end, Decimal(minutes), unit="clock", name=name, step=Decimal(1))


def _read_unbroken(tokens: Sequence[Token], i: int) -> Reading | None:
    """ "1800 GMT" and "at 0730 hours", but "1200 hours of work"."""
    token, following = tokens[i], tokens[i + 1]
    if len(token.text) != 4 or not token.text.isdecimal():
        return None
    hour, minute = divmod(int(token.text), 100)
    if hour > 24 or minute > 59:
        return None
    if following.text in TIME_ZONES:
        return _time(i, i + 1, (hour * 60 + minute) % 1440)
    told = following.low == "hours" and (token.text[0] == "0" or _at(tokens, i))
    return _time(i, i + 2, (hour * 60 + minute) % 1440) if told else None


def _read_one(tokens: Sequence[Token], i: int) -> Reading | None:  # noqa: PLR0911 - one return per way of writing a time
    token = tokens[i]
    if (unbroken := _read_unbroken(tokens, i)) is not None:
        return unbroken
    if len(token.text) > 5:
        return None
    parts, j = [token.text], i + 1
    while (
        len(parts) < 3
        and tokens[j].text == ":"
        and touching(tokens[j - 1], tokens[j])
        and tokens[j + 1].kind is Kind.NUMBER
        and touching(tokens[j], tokens[j + 1])
    ):
        parts.append(tokens[j + 1].text)
        j += 2
    if len(parts) == 1 and "." in token.text:
        parts = token.text.split(".")
        colon = False
    else:
        colon = len(parts) > 1
    half_day, end = _half_of_day(tokens, j)
    if not colon and half_day is None:
        return None
    if len(parts) > 3 or any(not part.isdecimal() or len(part) > 2 for part in parts):
        return None
    if len(parts) > 1 and any(len(part) != 2 or int(part) > 59 for part in parts[1:]):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 3:
        seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
        return Reading(i, j, Decimal(seconds), unit="second", name="second", step=Decimal(1))
    hour, minute = numbers[0], numbers[1] if len(numbers) == 2 else 0
    if half_day is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half_day == "p" else 0)
    if hour > 24:
        return None
    minutes = (hour * 60 + minute) % 1440
    return Reading(i, end, Decimal(minutes), unit="clock", name="clock", step=Decimal(1))


def _half_of_day(tokens: Sequence[Token], j: int) -> tuple[str | None, int]:
    low = tokens[j].low
    if low in {"am", "pm"}:
        return low[0], j + 1
    if low in {"a", "p"} and tokens[j + 1].text == "." and tokens[j + 2].low == "m":
        return low, j + 4 if tokens[j + 3].text == "." else j + 3
    return None, j
