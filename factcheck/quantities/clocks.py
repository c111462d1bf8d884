"""Reading times of day and times taken: "10pm", "22:00", "2:04:17"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.amounts import Reading
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.year_reader import TIME_ZONES


def read_clock(tokens: Sequence[Token], i: int) -> Reading | None:  # noqa: C901, PLR0911 - one return per way of writing a time
    """A time of day at `i` ("10pm", "22:00"), in minutes; or a time taken ("2:04:17"), in seconds."""
    token = tokens[i]
    if tokens[i + 1].text in TIME_ZONES and len(token.text) == 4 and token.text.isdecimal():
        hour, minute = divmod(int(token.text), 100)
        if hour <= 24 and minute < 60:
            return Reading(
                i, i + 1, Decimal((hour * 60 + minute) % 1440), unit="clock", name="clock", step=Decimal(1)
            )
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
