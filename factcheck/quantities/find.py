"""Finding the quantities and periods of a sentence."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from factcheck.domain.articles import Span
from factcheck.domain.quantities import Period, Quantity
from factcheck.quantities.ages import read_age, read_hedged_age
from factcheck.quantities.amounts import plus_or_minus_end, read_amount
from factcheck.quantities.clocks import CLOCK_WORDS, read_clock, read_word_clock
from factcheck.quantities.hedging import read_hedge, read_record
from factcheck.quantities.identifiers import identifier_end
from factcheck.quantities.lexicon import (
    HALVINGS,
    MULTIPLES,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_FACTORS,
    VULGAR,
)
from factcheck.quantities.money import currency_before
from factcheck.quantities.movements import read_movements
from factcheck.quantities.multiples import read_multiple, read_proportion, read_vague
from factcheck.quantities.noun_words import FUNCTION_WORDS
from factcheck.quantities.numerals import read_numeral
from factcheck.quantities.ordinals import read_numbered, read_ordinal
from factcheck.quantities.period_forms import PeriodForm
from factcheck.quantities.period_reader import read_forms
from factcheck.quantities.periods import resolve
from factcheck.quantities.ranges import read_range
from factcheck.quantities.readings import MINUSES, Reading
from factcheck.quantities.scores import (
    read_digit_score,
    read_ratio,
    read_shut_out,
    read_spoken_score,
    read_tally_in_words,
)
from factcheck.quantities.subjects import read_subjects
from factcheck.quantities.tokens import PAD, Kind, Token, tokenise, touching
from factcheck.quantities.units import BY_PHRASE
from factcheck.quantities.wordlist import words

_VAGUE_STARTS = frozenset({*VAGUE, *VAGUE_FACTORS, "several", "few"})
_WORD_STARTS = frozenset(
    {
        *SMALL,
        *TENS,
        *ORDINALS,
        *MULTIPLES,
        *HALVINGS,
        *_VAGUE_STARTS,
        *VULGAR,
        "half",
        "a",
        "an",
        "hundred",
        "minus",
        "plus",
        *CLOCK_WORDS,
    }
)
_KEPT = 16
"""Sentences whose tokens are kept, because quantities and periods of the same one are asked for in turn."""


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of `text` in order, never overlapping each other or a period; works for any string.

    Spans count code points of `text`, `text[span.start:span.end] == quote`.
    """
    tokens, forms = _read(text)
    readings = _readings(text, tokens, forms)
    read_movements(tokens, readings)
    read_subjects(tokens, forms, readings)
    return tuple(_finished(text, tokens, reading) for reading in readings)


def find_periods(text: str, anchor: date | None = None) -> tuple[Period, ...]:
    """The dates and periods of `text` in order, never overlapping; works for any string.

    `anchor` is the day that "Tuesday", "last year" and "in March" are told from, as a rule the day of
    publication: a bare weekday or month is the nearest one at or before it.
    """
    return tuple(resolve(form, text, anchor) for form in _read(text)[1])


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> tuple[Sequence[Token], Sequence[PeriodForm]]:
    tokens = tokenise(text)
    return tokens, read_forms(text, tokens)


def _readings(text: str, tokens: Sequence[Token], forms: Sequence[PeriodForm]) -> list[Reading]:
    readings: list[Reading] = []
    blocked = iter(forms)
    form = next(blocked, None)
    i, floor, last = 0, 0, len(tokens) - PAD
    while i < last:
        while form is not None and form.end_token <= i:
            form = next(blocked, None)
        if form is not None and form.start_token <= i:
            i = floor = form.end_token
            continue
        wall = form.start_token if form is not None else last
        token = tokens[i]
        if token.kind is Kind.WORD and token.low not in _WORD_STARTS and currency_before(tokens, i) is None:
            i += 1
            continue
        reading, after = _read_at(text, tokens, i, wall)
        if reading is not None:
            read_hedge(tokens, reading)
            read_record(tokens, reading)
            read_hedged_age(tokens, reading)
            reading.start = max(reading.start, floor)
            reading.end = min(reading.end, wall)
            readings.append(reading)
            i = floor = reading.end
        else:
            i = after
    return readings


def _read_at(text: str, tokens: Sequence[Token], i: int, wall: int) -> tuple[Reading | None, int]:
    """The quantity at `i`, or None and where to go on. `wall` is where a period begins."""
    token = tokens[i]
    if token.kind is Kind.NUMBER:
        reading = (
            read_clock(tokens, i)
            or read_numbered(tokens, i)
            or read_ordinal(tokens, i)
            or read_ratio(tokens, i)
            or read_digit_score(tokens, i)
        )
        if reading is None:
            end = identifier_end(text, tokens, i)
            if end is not None:
                return None, end
    elif token.kind is Kind.WORD:
        reading = _word_reading(tokens, i)
        if reading is None and (token.low in ORDINALS or _is_title(tokens, i)):
            return None, i + 1
    else:
        reading = None
    if reading is None and (token.kind is not Kind.SIGN or _opens_amount(tokens, i)):
        numeral = read_numeral(tokens, i)
        reading = (
            read_shut_out(tokens, i)
            or read_tally_in_words(tokens, i)
            or read_spoken_score(tokens, i)
            or read_multiple(tokens, i, numeral)
            or read_proportion(tokens, i, numeral)
            or _amount(tokens, i)
        )
    if reading is None or reading.end > wall:
        return _shortened(tokens, reading, i, wall), i + 1
    return reading, i


def _opens_amount(tokens: Sequence[Token], i: int) -> bool:
    """Whether the sign at `i` is a currency, or a minus that nothing touches on its left."""
    if currency_before(tokens, i) is not None:
        return i == 0 or tokens[i - 1].kind is not Kind.NUMBER or not touching(tokens[i - 1], tokens[i])
    return (tokens[i].text in MINUSES or plus_or_minus_end(tokens, i) is not None) and (
        i == 0 or not touching(tokens[i - 1], tokens[i]) or tokens[i - 1].text in "([“"
    )


def _shortened(tokens: Sequence[Token], reading: Reading | None, i: int, wall: int) -> Reading | None:
    """A reading that ran into a period, cut back to its number."""
    if reading is None:
        return None
    alone = read_amount([*tokens[:wall], *tokens[-PAD:]], i) if wall - i < PAD else None
    return alone if alone is not None and alone.end <= wall else None


def _amount(tokens: Sequence[Token], i: int) -> Reading | None:
    reading = read_amount(tokens, i)
    if reading is None:
        return None
    reading = read_range(tokens, reading) or reading
    if read_age(tokens, i, reading):
        return reading
    return reading if _counts(tokens, i, reading) else None


_ONE_OF = frozenset({"another", "day", "thing", "way", "knows", "point", "time"})
_NOT_BEFORE_ONE = frozenset(
    words(
        """
no this that the every each any which another not only new good big only
"""
    )
)


def _counts(tokens: Sequence[Token], i: int, reading: Reading) -> bool:
    """Whether a number in words is a figure at all: "one of them" and "no one" are not."""
    if not reading.words or reading.written != 1 or reading.scaled or tokens[i].low != "one":
        return True
    following = tokens[i + 1]
    if following.low == "of":
        # "one of the five" tells a number, "one of them" does not.
        return starts_number(tokens[i + 2 + (tokens[i + 2].low in {"the", "its", "their"})])
    if following.kind is not Kind.WORD or following.low in _ONE_OF or following.low in FUNCTION_WORDS:
        return False
    return i == 0 or tokens[i - 1].low not in _NOT_BEFORE_ONE


def starts_number(token: Token) -> bool:
    """Whether digits or a cardinal stand here."""
    return token.kind is Kind.NUMBER or token.low in SMALL or token.low in TENS


def _word_reading(tokens: Sequence[Token], i: int) -> Reading | None:
    low = tokens[i].low
    if _is_title(tokens, i):
        return None
    told = read_word_clock(tokens, i) or read_numbered(tokens, i) or read_ratio(tokens, i)
    if told is not None:
        return told
    if low in _VAGUE_STARTS and (vague := read_vague(tokens, i)) is not None:
        return vague
    if (low in ORDINALS or low in TENS) and (ordinal := read_ordinal(tokens, i)) is not None:
        return ordinal
    if low in {"a", "an"}:
        return _a_unit(tokens, i)
    return None


_TITLED = frozenset({"war", "of", "big", "formula", "channel", "act", "radio", "group"})


def _is_title(tokens: Sequence[Token], i: int) -> bool:
    """World War Two, the Group of Seven, a Six Flags park: a capital in the middle of a sentence."""
    token = tokens[i]
    if i == 0 or not token.text[0].isupper() or token.low not in SMALL:
        return False
    before = tokens[i - 1]
    if before.kind is not Kind.WORD:
        return False
    return before.low in _TITLED or (before.text.islower() and tokens[i + 1].text.istitle())


def _a_unit(tokens: Sequence[Token], i: int) -> Reading | None:
    """ "an hour and a half", "a fortnight": one of a unit without a number."""
    following = tokens[i + 1].low
    if following in PARTS or following in SCALES or following in {"hundred", "dozen"}:
        return None
    unit = BY_PHRASE.get(following)
    if unit is None:
        return None
    half = [token.low for token in tokens[i + 2 : i + 5]] == ["and", "a", "half"]
    if not half and following != "fortnight":
        return None
    return Reading(
        i,
        i + 5 if half else i + 2,
        Decimal("1.5") if half else Decimal(1),
        unit=unit.canonical,
        name=unit.name,
        convert=unit,
        step=None if half else Decimal(1),
    )


def _finished(text: str, tokens: Sequence[Token], reading: Reading) -> Quantity:
    span = Span(tokens[reading.start].start, tokens[reading.end - 1].end)
    named = reading.subject
    return Quantity(
        span=span,
        quote=span.of(text),
        value=reading.canonical(reading.written),
        unit=reading.unit,
        high=reading.high,
        step=reading.canonical_step(),
        hedge=reading.hedge,
        direction=reading.direction,
        vague=reading.vague,
        noun=reading.noun,
        movement=reading.movement,
        per=reading.per,
        written=reading.written,
        written_unit=reading.name or None,
        subject=text[tokens[named[0]].start : tokens[named[1] - 1].end] if named else None,
        record=reading.record,
    )
