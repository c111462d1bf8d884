"""Reading dates and periods in a sentence: which words are one, and what they name."""

from collections.abc import Callable, Sequence
from typing import Final

from factcheck.quantities.calendar_days import HOLIDAYS, SEASONS
from factcheck.quantities.date_reader import (
    MONTHS,
    day_month,
    month_at,
    month_first,
    month_to_month,
    small_number,
    written_with_points,
    written_with_signs,
)
from factcheck.quantities.hedge_words import ends_hedge
from factcheck.quantities.lexicon import ORDINALS, SMALL, TENS
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.period_joins import extend, finish, spans, take_in_stretch
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.wordlist import words
from factcheck.quantities.year_periods import (
    DECADE_WORDS,
    at_apostrophe,
    at_decade_word,
    at_fiscal,
    at_short_fiscal,
    at_short_quarter,
    century,
    months_of,
    number_quarter,
)
from factcheck.quantities.year_reader import read_year_at, read_year_with_quarter, year_after

_DASHES: Final = frozenset({"-", "–", "‑"})
WEEKDAYS: Final = {
    name: n for n, name in enumerate(words("monday tuesday wednesday thursday friday saturday sunday"))
}

_SHORT_WEEKDAYS: Final = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_SHORT_WEEKDAYS.update({"sat": 5, "sun": 6})

_OFFSETS: Final = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1}

_UNITS: Final = {
    **{unit: unit for unit in ("day", "week", "month", "quarter", "year", "decade", "fortnight", "weekend")},
    **{unit + "s": unit for unit in ("day", "week", "month", "quarter", "year", "decade", "fortnight")},
}

_PARTS: Final = {
    "end": 1,
    "close": 1,
    "start": -1,
    "beginning": -1,
    "turn": -1,
}


def read_forms(text: str, tokens: Sequence[Token]) -> list[PeriodForm]:
    """The periods written in `text`, in order, never overlapping."""
    forms: list[PeriodForm] = []
    i = 0
    last = len(tokens)
    while i < last:
        token = tokens[i]
        if token.kind is Kind.NUMBER:
            form = _at_number(text, tokens, i)
        else:
            reader = _READERS.get(token.low)
            form = reader(text, tokens, i) if reader is not None else None
        if form is None:
            i += 1
            continue
        take_in_stretch(tokens, form, forms)
        finish(tokens, form, forms)
        if forms and spans(tokens, forms[-1], form):
            extend(forms[-1], form)
        else:
            forms.append(form)
        i = form.end_token
    return forms


def _at_number(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    if i and touching(tokens[i - 1], tokens[i]) and tokens[i - 1].kind is Kind.WORD:
        return None
    return (
        written_with_points(tokens, i)
        or written_with_signs(tokens, i)
        or day_month(tokens, i)
        or _months_to(text, tokens, i)
        or _ago(text, tokens, i)
        or century(text, tokens, i)
        or number_quarter(tokens, i)
        or read_year_with_quarter(tokens, i)
        or read_year_at(tokens, i)
    )


def _at_weekday(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """Tuesday 11 November 2025; Tuesday; last Tuesday is read at "last"."""
    token = tokens[i]
    if not token.text[0].isupper():
        return None
    j = i + 1
    short = token.low in _SHORT_WEEKDAYS
    j += short and tokens[j].text == "."
    j += tokens[j].text == ","
    j += tokens[j].low == "the" or tokens[j].low == "on"
    date_form = day_month(tokens, j) if tokens[j].kind is Kind.NUMBER else month_first(text, tokens, j)
    if date_form is not None and date_form.shape is Shape.DAY:
        date_form.start_token = i
        return date_form
    if short:
        return None
    if tokens[i + 1].low in {"last", "this", "next"} and tokens[i + 2].low == "week":
        # "Tuesday last week"
        offset = _OFFSETS[tokens[i + 1].low]
        return PeriodForm(i, i + 3, Shape.WEEKDAY, count=WEEKDAYS[token.low], offset=offset, word="week")
    return PeriodForm(i, i + 1, Shape.WEEKDAY, count=WEEKDAYS[token.low])


_AGO_UNITS: Final = {"day": 1, "week": 1, "month": 1, "year": 1, "fortnight": 2}


def _ago(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """a year ago, two days ago; but "35 years ago" and "nearly a year ago" are lengths of time."""
    one = tokens[i].low in {"a", "an", "one"}
    number = 1 if one else small_number(tokens[i])
    unit = _UNITS.get(tokens[i + 1].low)
    if not number or unit not in _AGO_UNITS or tokens[i + 2].low != "ago" or not (one or unit == "day"):
        return None
    if i and touching(tokens[i - 1], tokens[i]) and tokens[i - 1].text not in {"(", "“", '"', "‘"}:
        return None
    before = tokens[i - 1] if i else None
    if ends_hedge(tokens, i) or (before is not None and before.low in {*_DASHES, "to", "or"}):
        return None
    word = "week" if unit == "fortnight" else unit
    return PeriodForm(i, i + 3, Shape.AGO, count=number * _AGO_UNITS[unit], word=word)


def _at_offset(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:  # noqa: PLR0911 - one return per kind of word behind it
    """last week, this morning, next Tuesday, last March, the past fortnight, the last three months."""
    offset, j = _OFFSETS[tokens[i].low], i + 1
    token = tokens[j]
    if token.low in WEEKDAYS:
        return PeriodForm(i, j + 1, Shape.WEEKDAY, count=WEEKDAYS[token.low], offset=offset)
    if token.low in _UNITS and not token.low.endswith("s"):
        unit = _UNITS[token.low]
        if (tokens[i].low == "past" and unit != "weekend") or unit == "fortnight":
            return PeriodForm(i, j + 1, Shape.ROLLING, count=1, word=unit)
        return PeriodForm(i, j + 1, Shape.RELATIVE, word=unit, offset=offset) if unit != "day" else None
    if token.low in {"morning", "afternoon", "evening"} and offset == 0:
        return PeriodForm(i, j + 1, Shape.RELATIVE, word="today", offset=0)
    if token.low in {"night", "evening"} and tokens[i].low == "last":
        return PeriodForm(i, j + 1, Shape.RELATIVE, word="yesterday", offset=-1)
    if token.low in SEASONS:
        return PeriodForm(i, j + 1, Shape.SEASON, word=token.low, offset=offset)
    if token.low in HOLIDAYS:
        return PeriodForm(i, j + 1, Shape.HOLIDAY, word=token.low, offset=offset)
    if (named := month_at(tokens, j)) is not None and tokens[named[1]].kind is not Kind.NUMBER:
        return PeriodForm(i, named[1], Shape.MONTH, month=named[0], offset=offset)
    number = small_number(token)
    if number is not None and offset == -1:
        unit_name = _UNITS.get(tokens[j + 1].low)
        if unit_name is not None and unit_name != "weekend":
            return PeriodForm(i, j + 2, Shape.ROLLING, count=number, word=unit_name)
    return None


def _at_ordinal(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """first half of 2025, third quarter, first three months of the year, first Thursday of May 2025."""
    nth = -1 if tokens[i].low == "last" else ORDINALS.get(tokens[i].low, 0)
    j = i + 1
    j += tokens[j].text in {"-", "‑"}
    low = tokens[j].low
    if low in WEEKDAYS and tokens[j + 1].low in {"of", "in"} and nth < 6:
        named = month_at(tokens, j + 2)
        if named is not None:
            year, end = year_after(tokens, named[1])
            return PeriodForm(
                i, end, Shape.NTH_WEEKDAY, year=year, month=named[0], offset=WEEKDAYS[low], count=nth
            )
    if low == "week" and tokens[j + 1].low in {"of", "in"} and nth < 6:
        named = month_at(tokens, j + 2)
        if named is not None:
            year, end = year_after(tokens, named[1])
            return PeriodForm(i, end, Shape.WEEK_OF, year=year, month=named[0], count=nth)
    if low == "quarter" and 1 <= nth <= 4:
        return months_of(tokens, i, j + 1, 3 * nth - 2, 3)
    if low == "half" and nth in {1, 2}:
        form = months_of(tokens, i, j + 1, 6 * nth - 5, 6)
        bare = form.year is None and tokens[form.end_token - 1].low != "year"
        return None if bare and _in_a_match(tokens, i) else form
    number = small_number(tokens[j])
    if number is not None and nth == 1 and tokens[j + 1].low == "months":
        found = months_of(tokens, i, j + 2, 1, number)
        return found if found.year is not None or tokens[found.end_token - 1].low == "year" else None
    return None


_MATCH_WORDS: Final = frozenset(
    words(
        """
goal goals scored score match game won beat lost drew whistle penalty header minute substitute
pitch halftime trophy keeper striker equaliser cup
"""
    )
)


def _in_a_match(tokens: Sequence[Token], i: int) -> bool:
    """Whether a "second half" is that of a match."""
    return any(token.low in _MATCH_WORDS for token in tokens[max(0, i - 15) : i + 15])


def _months_to(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """three months to September, six months ended 30 June, four weeks to 26 January, the year to March."""
    number = small_number(tokens[i])
    j = i + 1
    if number is None:
        number, j = 1, i
    unit = _UNITS.get(tokens[j].low)
    if unit not in {"day", "week", "month", "quarter", "year"} or (number == 1) == tokens[j].low.endswith(
        "s"
    ):
        return None
    j += 1
    first = month_at(tokens, j + 1) if tokens[j].low == "from" and unit == "month" else None
    second = month_at(tokens, first[1] + 1) if first is not None and tokens[first[1]].low == "to" else None
    if first is not None and second is not None:
        return month_to_month(tokens, i, first[0], None, second)
    if tokens[j].low in {"ended", "ending"}:
        j += 1
        j += tokens[j].low in {"on", "in"}
    elif tokens[j].low in {"to", "through"}:
        j += 1
    else:
        return None
    j += tokens[j].low == "the"
    j += 2 if tokens[j].low == "end" and tokens[j + 1].low == "of" else 0
    end_form = day_month(tokens, j) if tokens[j].kind is Kind.NUMBER else month_first(text, tokens, j)
    if end_form is None or end_form.shape not in {Shape.DAY, Shape.MONTH}:
        if (named := month_at(tokens, j)) is None:
            return None
        end_form = PeriodForm(j, named[1], Shape.MONTH, month=named[0])
    return PeriodForm(
        i,
        end_form.end_token,
        Shape.UP_TO,
        year=end_form.year,
        month=end_form.month,
        day=end_form.day,
        count=number,
        word=unit or "",
    )


def _at_small_word(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    return _months_to(text, tokens, i) or _ago(text, tokens, i)


def _at_relative_day(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    return PeriodForm(i, i + 1, Shape.RELATIVE, word=tokens[i].low, offset=0)


def _at_season(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """spring 2025, the summer of 2024; alone only after "in"."""
    year, end = year_after(tokens, i + 1)
    if year is not None:
        return PeriodForm(i, end, Shape.SEASON, year=year, word=tokens[i].low)
    before = tokens[i - 1].low if i else ""
    if before == "the" and i > 1:
        before = tokens[i - 2].low
    if before == "in" and tokens[i].low != "fall" and tokens[i + 1].low not in SEASONS:
        return PeriodForm(i, i + 1, Shape.SEASON, word=tokens[i].low)
    return None


def _at_part(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """the end of June, the start of 2024, the end of the year."""
    j = i + 2
    if tokens[i + 1].low != "of":
        return None
    offset = tokens[j].low
    form: PeriodForm | None
    if offset in _OFFSETS:
        form = _at_offset(text, tokens, j)
    elif offset == "the" and tokens[j + 1].low in {"year", "month", "week", "decade", "quarter"}:
        form = PeriodForm(j, j + 2, Shape.RELATIVE, word=tokens[j + 1].low, offset=0)
    elif tokens[j].kind is Kind.NUMBER:
        form = read_year_at(tokens, j)
    else:
        named = month_at(tokens, j)
        if named is None:
            return None
        year, end = year_after(tokens, named[1])
        form = PeriodForm(j, end, Shape.MONTH, year=year, month=named[0])
    if form is None or form.shape in {Shape.WEEKDAY, Shape.ROLLING}:
        return None
    form.start_token, form.part = i, _PARTS[tokens[i].low]
    return form


def _at_holiday(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """Christmas 2025, New Year's Eve, Easter Monday 2024."""
    if not tokens[i].text[0].isupper():
        return None
    for length in (5, 4, 3, 2, 1):
        words = tokens[i : i + length]
        name = " ".join(token.low for token in words).replace(" ’ s", "'s").replace(" ' s", "'s")
        name = name.replace("st . ", "st ").replace("saint ", "st ")
        if name in HOLIDAYS:
            year, end = year_after(tokens, i + length)
            return PeriodForm(i, end, Shape.HOLIDAY, year=year, word=name)
    return None


Reader = Callable[[str, Sequence[Token], int], "PeriodForm | None"]


def _either(*readers: Reader) -> Reader:
    def read(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
        for reader in readers:
            if (form := reader(text, tokens, i)) is not None:
                return form
        return None

    return read


_READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys(MONTHS, month_first),
    **dict.fromkeys((*WEEKDAYS, *_SHORT_WEEKDAYS), _at_weekday),
    **dict.fromkeys(_OFFSETS, _at_offset),
    "last": _either(_at_ordinal, _at_offset),
    **dict.fromkeys((word for word, n in ORDINALS.items() if n < 6), _either(_at_ordinal, century)),
    **dict.fromkeys((word for word, n in ORDINALS.items() if 6 <= n < 23), century),
    **dict.fromkeys(("q", "h"), at_short_quarter),
    **dict.fromkeys((*SMALL, *TENS, "year", "week", "month", "quarter", "a", "an"), _at_small_word),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow"), _at_relative_day),
    **dict.fromkeys(SEASONS, _at_season),
    **dict.fromkeys(_PARTS, _at_part),
    **dict.fromkeys({name.split(" ")[0].split("'")[0] for name in HOLIDAYS} | {"saint"}, _at_holiday),
    **dict.fromkeys(("financial", "fiscal", "tax"), at_fiscal),
    **dict.fromkeys(("'", "’", "‘"), at_apostrophe),
    **dict.fromkeys(DECADE_WORDS, at_decade_word),
    "fy": at_short_fiscal,
    "twenty": _either(century, _at_small_word),
}

_READERS["may"] = _either(_at_holiday, month_first)
