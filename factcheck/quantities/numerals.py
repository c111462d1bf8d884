"""Reading one number, in digits or words, at a token."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.quantities.hedge_words import ends_hedge
from factcheck.quantities.lexicon import (
    GROUPS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    SPACED_SHORT_SCALES,
    TENS,
    VULGAR,
)
from factcheck.quantities.measures import looks_plural
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.units import LONGEST_PHRASE
from factcheck.quantities.wordlist import words

MOST_DIGITS = 24
"""Longer runs of digits are identifiers, not figures."""
_TIDY_ZEROS = (Decimal("0.025"), Decimal("0.05"))
"""Closing zeros count as rounded away where half of their place is at most this part of the figure.

The first holds below a thousand units, the second from there on.
"""
_MILLION = Decimal(10**6)


class Numeral(NamedTuple):
    """A number as written: `tokens[start:end]`.

    `step` is the place value of its last digit, None for words that have no digits to round. `share` marks a
    part of one ("a third", "one in five"). `scaled` is true after a magnitude word. `bare_m` marks digits
    with an "m" that may also be metres.
    """

    value: Decimal
    step: Decimal | None
    start: int
    end: int
    share: bool = False
    scaled: bool = False
    words: bool = False
    bare_m: bool = False


@lru_cache(maxsize=4096)
def whole_step(value: Decimal, unit: Decimal = Decimal(1)) -> Decimal:
    """The step of a whole number of `unit`s: closing zeros count as rounded away while that stays small."""
    step = unit
    slack = abs(value) * _TIDY_ZEROS[abs(value) >= unit * 1000]
    while value and value % (step * 10) == 0 and step * 5 <= slack:
        step *= 10
    return step


def read_numeral(tokens: Sequence[Token], i: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at token `i`, the longest there is. `money` is true after a currency sign."""
    token = tokens[i]
    if token.kind is Kind.NUMBER:
        return _digits(tokens, i, money=money)
    if token.low in VULGAR:
        return Numeral(VULGAR[token.low], None, i, i + 1, share=True, words=True)
    if token.kind is Kind.WORD:
        return _share(tokens, i) or _couple(tokens, i) or _words(tokens, i)
    return None


def plain_digits(token: Token) -> Decimal | None:
    """The value of a number token; None where it is a version, a telephone number or the like."""
    return _value(token.text)


@lru_cache(maxsize=4096)
def _value(written: str) -> Decimal | None:
    plain = _plain(written)
    if len(plain) > MOST_DIGITS or plain.count(".") > 1:
        return None
    if plain[0] == "0" and len(plain) > 1 and plain[1] != ".":
        return None
    return Decimal(plain)


def _plain(written: str) -> str:
    """The digits with nothing but a decimal point: of "1,234.5", "1 234", "1’234", "1.234,5"."""
    if "." in written and "," in written and written.rindex(",") > written.rindex("."):
        written = written.replace(".", "").replace(",", ".")
    return "".join(c for c in written if c == "." or c.isdigit())


def _digits(tokens: Sequence[Token], i: int, *, money: bool) -> Numeral | None:
    token = tokens[i]
    value = plain_digits(token)
    if value is None:
        return None
    places = len(_plain(token.text).partition(".")[2])
    unit = Decimal(1).scaleb(-places)
    step: Decimal | None = unit
    end = i + 1
    following = tokens[end]
    if following.low in VULGAR and touching(token, following):
        value, step, end = value + VULGAR[following.low], None, end + 1
    elif (alone := digit_fraction(tokens, i)) is not None:
        return Numeral(alone[0], None, i, alone[1], share=True, words=True)
    elif following.start == token.end + 1 and (part := digit_fraction(tokens, end)) is not None:
        value, step, end = value + part[0], None, part[1]
    scale, after, bare_m = _scale_after_digits(tokens, end, money=money)
    if scale is not None:
        value, end = value * scale, after
        unit *= scale
    if step is not None:
        step = unit if places else whole_step(value, unit)
    if scale is None and (halved := _and_a_part(tokens, end)) is not None:
        extra, after = halved
        if (late := _full_scale(tokens, after)) is not None:
            return Numeral((value + extra) * late[0], None, i, late[1], scaled=True)
    return Numeral(value, step, i, end, scaled=scale is not None, bare_m=bare_m)


_PARTS_IN_DIGITS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 100})


def digit_fraction(tokens: Sequence[Token], i: int) -> tuple[Decimal, int] | None:
    """ "3/4" at `i` where it is a part of something that follows: "3/4 of voters", "1/2 hour"."""
    upper, slash, lower = tokens[i], tokens[i + 1], tokens[i + 2]
    if slash.text != "/" or not touching(upper, slash) or not touching(slash, lower):
        return None
    if not (upper.text.isdecimal() and lower.text.isdecimal() and len(upper.text + lower.text) < 5):
        return None
    count, parts = int(upper.text), int(lower.text)
    following = tokens[i + 3]
    if not 0 < count < parts or parts not in _PARTS_IN_DIGITS or touching(lower, following):
        return None
    if following.low != "of" and following.low not in LONGEST_PHRASE and following.low not in SCALES:
        return None
    return Decimal(count) / parts, i + 3


def _scale_after_digits(  # noqa: PLR0911 - one return per way of writing a magnitude
    tokens: Sequence[Token], end: int, *, money: bool
) -> tuple[Decimal | None, int, bool]:
    before, token = tokens[end - 1], tokens[end]
    if token.kind is Kind.SIGN and token.text == "-" and touching(before, token):
        scale = SCALES.get(tokens[end + 1].low) or SHORT_SCALES.get(tokens[end + 1].low)
        if scale is not None and len(tokens[end + 1].low) > 1:
            return scale, end + 2, False
        return None, end, False
    attached = touching(before, token)
    if token.text == "m" and not attached and _counted(tokens[end + 1]):
        return _MILLION, end + 1, False
    if token.low == "m" and (attached or money):
        return _MILLION, end + 1, not money and token.text == "m"
    if (full := _full_scale(tokens, end)) is not None:
        return full[0], full[1], False
    short = SHORT_SCALES.get(token.low)
    if short is None:
        if money and attached and token.text in {"T", "t"}:
            return Decimal(10**12), end + 1, False
        return None, end, False
    if attached or token.low in SPACED_SHORT_SCALES:
        return short, end + 1, False
    return None, end, False


def _counted(token: Token) -> bool:
    """Whether a unit or a plural follows, so that a lone "m" is a million: "1.4 m hectares"."""
    return token.low in LONGEST_PHRASE or (token.text.islower() and looks_plural(token))


def _full_scale(tokens: Sequence[Token], i: int) -> tuple[Decimal, int] | None:
    """A magnitude word at `i`, or two ("lakh crore", "thousand billion"), or "dozen" or "hundred"."""
    low = tokens[i].low
    if low in {"hundred", "dozen"}:
        first = Decimal(100 if low == "hundred" else 12)
    elif low in SCALES:
        first = SCALES[low]
    else:
        return None
    second = SCALES.get(tokens[i + 1].low)
    if second is not None and low not in {"dozen", "million", "billion", "trillion"}:
        return first * second, i + 2
    return first, i + 1


_TIED_HALVES = [["-", "and", "-", "a", "-", "half"]]


def _and_a_part(tokens: Sequence[Token], i: int) -> tuple[Decimal, int] | None:
    """ "and a half", "and three-quarters" at `i`."""
    if [token.low for token in tokens[i : i + 6]] in _TIED_HALVES:
        return Decimal("0.5"), i + 6
    if tokens[i].low != "and":
        return None
    if tokens[i + 1].low in {"a", "one"} and tokens[i + 2].low in {"half", "third", "quarter"}:
        return Decimal(1) / PARTS[tokens[i + 2].low], i + 3
    if tokens[i + 1].low == "three":
        j = i + 3 if tokens[i + 2].text == "-" else i + 2
        if tokens[j].low == "quarters":
            return Decimal("0.75"), j + 1
    return None


def _couple(tokens: Sequence[Token], i: int) -> Numeral | None:
    """ "a couple of hundred": two of a magnitude."""
    if tokens[i].low != "a" or tokens[i + 1].low != "couple" or tokens[i + 2].low != "of":
        return None
    scale = _full_scale(tokens, i + 3)
    return Numeral(2 * scale[0], None, i, scale[1], scaled=True, words=True) if scale is not None else None


def _words(tokens: Sequence[Token], i: int) -> Numeral | None:  # noqa: C901 - one pass
    """A cardinal in words: "thirty-one", "two hundred and six", "two and a half billion", "a dozen"."""
    total, current, place = Decimal(0), Decimal(-1), Decimal(10**18)
    smallest = Decimal(1)
    scaled = False
    j = i
    if tokens[i].low in {"a", "an"}:
        following = tokens[i + 1].low
        if following not in SCALES and following not in {"hundred", "dozen"}:
            return None
        current, j = Decimal(1), i + 1
    while j < len(tokens):
        low = tokens[j].low
        if low in SMALL and (current < 0 or _open_below(current, SMALL[low])):
            current, smallest = max(current, Decimal(0)) + SMALL[low], Decimal(1)
        elif low in TENS and (current < 0 or (current >= 100 and current % 100 == 0)):
            current, smallest = max(current, Decimal(0)) + TENS[low], Decimal(1)
        elif low == "hundred" and 0 < current < 100:
            current, smallest = current * 100, Decimal(100)
        elif low in SCALES and total and current < 0 and SCALES[low] > place:
            # "two lakh crore", "a hundred thousand million"
            total, smallest = total * SCALES[low], smallest * SCALES[low]
        elif low in SCALES and current > 0 and SCALES[low] < place:
            place = SCALES[low]
            total, current, smallest, scaled = total + current * place, Decimal(-1), place, True
        elif low == "dozen" and current > 0 and not total:
            return Numeral(current * 12, None, i, j + 1, words=True)
        elif low in {"and", "-"} and j > i and (half := _and_a_part(tokens, j)) is not None and not total:
            return _with_part(tokens, i, max(current, Decimal(0)) + half[0], half[1])
        elif not _joins(tokens, j, current, scaled=scaled):
            break
        j += 1
    if j == i or (current < 0 and not scaled):
        return None
    value = total + max(current, Decimal(0))
    if smallest < place and current >= 0:
        scaled = False
    if scaled and (half := _and_a_part(tokens, j)) is not None:
        return Numeral(value + half[0] * place, None, i, half[1], scaled=True, words=True)
    step = smallest if scaled and smallest >= _MILLION else Decimal(1)
    return Numeral(value, whole_step(value, step), i, j, scaled=scaled, words=True)


def _open_below(current: Decimal, small: int) -> bool:
    """Whether `current` has room for `small`: twenty takes one to nine, a hundred takes one to nineteen."""
    tail = current % 100
    return (tail >= 20 and tail % 10 == 0 and 0 < small < 10) or (current >= 100 and tail == 0)


def _joins(tokens: Sequence[Token], j: int, current: Decimal, *, scaled: bool) -> bool:
    """Whether a hyphen or "and" at `j` leads on to more of the same number."""
    token, following = tokens[j], tokens[j + 1].low
    if token.text in {"-", "‑"} and touching(token, tokens[j + 1]) and touching(tokens[j - 1], token):
        if "and" in {following, tokens[j - 1].low}:
            # "two-hundred-and-six"
            number = tokens[j + 1 if following != "and" else min(j + 3, len(tokens) - 1)].low
            return current >= 100 and current % 100 == 0 and (number in SMALL or number in TENS)
        return (following in SMALL and current % 100 >= 20 and current % 10 == 0) or (
            current > 0 and (following == "hundred" or following in SCALES)
        )
    if token.low == "and":
        room = (current >= 100 and current % 100 == 0) or (scaled and current < 0)
        following = tokens[j + 2].low if tokens[j + 1].text in {"-", "‑"} else following
        return room and (following in SMALL or following in TENS)
    return False


def _with_part(tokens: Sequence[Token], i: int, value: Decimal, end: int) -> Numeral:
    if (scale := _full_scale(tokens, end)) is not None:
        return Numeral(value * scale[0], None, i, scale[1], scaled=True, words=True)
    return Numeral(value, None, i, end, words=True)


_COUNTED_PARTS = {"a": 1, "an": 1, **{word: n for word, n in SMALL.items() if 0 < n < 20}}
_AFTER_ORDINAL = frozenset(
    words(
        """
of the less more fewer lower higher since by to in on at from over after during last this that
and or off as when while compared between below above short were was are is have has had would
will said who which cheaper larger bigger smaller for with each per among through per than down
up if but
"""
    )
)
_NOT_HALF_BEFORE = frozenset(
    {"first", "second", "latter", "other", "last", "better", "opening", "this", "next"}
)
_NOT_HALF_AFTER = frozenset(
    {"time", "term", "marathon", "century", "centuries", "year", "brother", "sister", "way"}
)
_HALF_UNITS = frozenset({"hour", "mile", "point", "percentage", "dozen", "day", "pint", "metre"})


def _share(tokens: Sequence[Token], i: int) -> Numeral | None:
    """A fraction at `i`: "two-thirds", "a third", "half", "half a million", "a quarter of a million"."""
    token = tokens[i]
    if token.low == "half":
        before = tokens[i - 1].low if i else ""
        after = tokens[i + 2] if tokens[i + 1].text in {"-", "‑"} else tokens[i + 1]
        if after.low == "a" and tokens[i + 1].text in {"-", "‑"}:
            after = tokens[i + 4]
        if before in _NOT_HALF_BEFORE or after.low in _NOT_HALF_AFTER:
            return None
        if tokens[i + 1].text in {"-", "‑"} and after.low not in SCALES and after.low not in _HALF_UNITS:
            return None
        return _part_of(tokens, i, Decimal("0.5"), i + 1)
    count = _COUNTED_PARTS.get(token.low)
    if count is None:
        return None
    j = i + 1
    hyphen = (
        tokens[j].text in {"-", "‑"} and touching(token, tokens[j]) and touching(tokens[j], tokens[j + 1])
    )
    if hyphen:
        j += 1
    name = tokens[j].low
    parts = PARTS.get(name)
    if parts is None or (count > 1) != name.endswith(("s", "halves")):
        return None
    hedged = ends_hedge(tokens, i)
    if count == 1 and not hyphen and not hedged and not _reads_as_part(tokens, j):
        return None
    return _part_of(tokens, i, Decimal(count) / parts, j + 1)


def _reads_as_part(tokens: Sequence[Token], j: int) -> bool:
    """Whether "a third" at `j` is a part ("a third of") rather than a place in a row ("a third term")."""
    following = tokens[j + 1]
    if following.text in {"-", "‑"} and touching(tokens[j], following):
        # "a quarter-million", "a quarter-point cut", but "a third-party app"
        return tokens[j + 2].low in SCALES or tokens[j + 2].low in _HALF_UNITS
    if tokens[j].low in {"half", "quarter"}:
        return True
    return following.kind is not Kind.WORD or following.low in _AFTER_ORDINAL


def _part_of(tokens: Sequence[Token], i: int, part: Decimal, j: int) -> Numeral:
    """The part itself, or the amount where a magnitude follows: "of a million", "a million", "-million"."""
    k = j
    if tokens[k].low == "of" and tokens[k + 1].low in {"a", "an", "one"}:
        k += 2
    elif tokens[k].text == "-" and tokens[k + 1].low == "a" and tokens[k + 2].text == "-":
        k += 3
    elif tokens[k].low in {"a", "an"} or tokens[k].text == "-":
        k += 1
    low = tokens[k].low
    scale = SCALES.get(low) or (Decimal(GROUPS[low]) if low == "dozen" else None)
    if scale is not None:
        return Numeral(part * scale, None, i, k + 1, scaled=True, words=True)
    return Numeral(part, None, i, j, share=True, words=True)
