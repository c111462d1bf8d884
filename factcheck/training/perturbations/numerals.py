"""Figures as they are written: taken apart, and written again with another value."""

import re
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from factcheck.domain.quantities import Hedge, Quantity
from factcheck.quantities.hedge_words import HEDGES_BEFORE

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_LONGEST_HEDGE = max(len(phrase) for phrase in HEDGES_BEFORE)


def spelled(number: int) -> str:
    """The whole number below a hundred in words."""
    if number < 20:
        return _UNITS[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[ones]}" if ones else "")


_SPELLED = {spelled(number): number for number in range(1, 100)}
_WORDS = re.compile(r"\b(?:" + "|".join(sorted(_SPELLED, key=len, reverse=True)) + r")\b(?!-)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """A figure without its hedge: `before` + `number` + `after`, at `start` of the sentence.

    `hedge_start` is where the hedge begins that stands before it, equal to `start` where there is none.
    `in_words` tells "twelve" from "12".
    """

    start: int
    end: int
    hedge_start: int
    before: str
    number: str
    after: str
    value: Decimal
    in_words: bool

    @property
    def number_start(self) -> int:
        """Where the number itself begins."""
        return self.start + len(self.before)

    @property
    def number_end(self) -> int:
        """Where the number itself ends."""
        return self.number_start + len(self.number)


def taken_apart(quantity: Quantity) -> Written | None:
    """The figure as written; None where it has not exactly one number, or a hedge behind it."""
    quote, start = quantity.quote, quantity.span.start
    length = _hedge_length(quote)
    if (quantity.hedge is not Hedge.EXACT) != bool(length) or quantity.high is not None or quantity.vague:
        return None
    core = quote[length:]
    digits, in_words = list(_DIGITS.finditer(core)), list(_WORDS.finditer(core))
    if len(digits) + len(in_words) != 1:
        return None
    match = (digits or in_words)[0]
    number = match.group()
    value = Decimal(number.replace(",", "")) if digits else Decimal(_SPELLED[number.lower()])
    return Written(
        start + length,
        quantity.span.end,
        start,
        core[: match.start()],
        number,
        core[match.end() :],
        value,
        bool(in_words),
    )


def _hedge_length(quote: str) -> int:
    """How much of the quote its hedge takes up, the space behind it included."""
    low = quote.lower()
    for length in range(min(_LONGEST_HEDGE, len(low) - 1), 0, -1):
        if low[:length] in HEDGES_BEFORE and (low[length] == " " or length == 1):
            return length + (low[length] == " ")
    return 0


def decimals(number: str) -> int:
    """How many digits stand behind the point."""
    return len(number.partition(".")[2])


def like(value: Decimal, pattern: str, *, places: int | None = None) -> str:
    """`value` written as `pattern` is: with as many decimals, with commas only where it has them."""
    places = decimals(pattern) if places is None else places
    written = f"{value:,.{places}f}"
    grouped = "," in pattern or (value >= 1_000 and len(pattern.partition(".")[0]) < 4)
    return written if grouped else written.replace(",", "")


def near_miss(written: Written, rng: Random, *, limit: Decimal | None = None) -> str | None:
    """Another number of natural size: as many digits, as many closing zeros, from a slip to far off."""
    if written.in_words:
        return _near_in_words(int(written.value), rng)
    places = decimals(written.number)
    plain = written.number.replace(",", "").replace(".", "")
    zeros = 0 if places else len(plain) - len(plain.rstrip("0"))
    kept = plain[: len(plain) - zeros] if zeros else plain
    if not kept or not kept.strip("0"):
        return None
    if len(kept) == 1 and zeros and rng.random() < 0.4:
        kept, zeros = kept + "0", zeros - 1
    changed = _changed(kept, rng)
    if changed is None or changed == kept or len(str(int(changed))) != len(str(int(kept))):
        return None
    value = Decimal(int(changed + "0" * zeros)).scaleb(-places)
    if value == 1 and not places:
        return None  # what is counted would have to be singular
    if (limit is not None and value > limit) or value <= 0:
        return None
    return like(value, written.number)


def _changed(kept: str, rng: Random) -> str | None:
    number, size = int(kept), len(kept)
    way = rng.random()
    if way < 0.4 or number < 10:
        reach = max(1, number // 8) if number >= 10 else min(3, number)
        changed = number + rng.choice((-1, 1)) * rng.randint(1, max(reach, 1))
    elif way < 0.6:
        factor = rng.choice((rng.uniform(0.6, 0.9), rng.uniform(1.12, 1.6)))
        changed = round(number * factor)
    elif way < 0.8:
        place = rng.randrange(size)
        digit = rng.choice([d for d in "123456789" if d != kept[place]])
        changed = int(kept[:place] + digit + kept[place + 1 :])
    else:
        pairs = [i for i in range(size - 1) if kept[i] != kept[i + 1]]
        if not pairs:
            return None
        i = rng.choice(pairs)
        changed = int(kept[:i] + kept[i + 1] + kept[i] + kept[i + 2 :])
    return str(changed).zfill(size) if changed > 0 else None


def _near_in_words(number: int, rng: Random) -> str | None:
    if number == 1:
        return None
    if number >= 20 and number % 10 == 0:
        other = rng.choice([n for n in range(20, 100, 10) if n != number])
    else:
        reach = 3 if number < 13 else max(3, number // 4)
        other = number + rng.choice((-1, 1)) * rng.randint(1, reach)
    return spelled(other) if 2 <= other < 100 else None


_BEHIND_WORDS = re.compile(r"$|-[a-z]| [A-Za-z]{3,}|,? ?$")


def may_be_spelled(written: Written) -> bool:
    """Whether the number can stand in words: no currency before it, no sign or short unit behind it."""
    return not written.before.strip() and _BEHIND_WORDS.match(written.after) is not None


def respelled(number: str, written: Written, rng: Random) -> str:
    """Now and then in words where digits stood and in digits where words did, for small whole numbers."""
    if rng.random() >= 0.25 or not may_be_spelled(written):
        return number
    if written.in_words:
        value = _SPELLED.get(number.lower())
        return str(value) if value is not None and value >= 10 else number
    return spelled(int(number)) if number.isdigit() and 2 <= int(number) <= 20 else number
