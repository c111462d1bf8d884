"""Reading dates and periods in a sentence: which words are one, and what they name."""

from collections.abc import Callable, Sequence
from typing import Final

from factcheck.domain.quantities import Edge
from factcheck.quantities.calendar_days import HOLIDAYS, SEASONS
from factcheck.quantities.date_reader import (
    MONTHS,
    day_month,
    month_at,
    month_first,
    month_to_month,
    small_number,
    written_with_signs,
)
from factcheck.quantities.lexicon import ORDINALS, SMALL, TENS
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.wordlist import words
from factcheck.quantities.year_reader import is_year, read_year_at, year_after

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
_EDGES: Final = {
    "since": Edge.SINCE,
    "until": Edge.UNTIL,
    "till": Edge.UNTIL,
    "by": Edge.BY,
    "before": Edge.BEFORE,
    "after": Edge.AFTER,
}
_LINKS: Final = frozenset({"and", "to", "-", "–", "—", "until"})


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
        _finish(tokens, form, forms)
        forms.append(form)
        i = form.end_token
    return forms


def _finish(tokens: Sequence[Token], form: PeriodForm, earlier: list[PeriodForm]) -> None:
    """Set offsets and the edge, and let "3 January and 14 March 2025" share its year."""
    form.start, form.end = tokens[form.start_token].start, tokens[form.end_token - 1].end
    i = form.start_token - 1
    if i >= 0 and tokens[i].low in {"the", "about", "around", "early", "late"}:
        i -= 1
    if i >= 0:
        form.edge = _EDGES.get(tokens[i].low)
        if tokens[i].low == "to" and i > 0 and tokens[i - 1].low in {"up", "prior"}:
            form.edge = Edge.UNTIL if tokens[i - 1].low == "up" else Edge.BEFORE
        if tokens[i].low == "for" and i > 1 and tokens[i - 1].low == "time" and tokens[i - 2].low == "in":
            form.edge = Edge.BY
    if not earlier or form.year is None or form.month is None:
        return
    before = earlier[-1]
    linked = form.start_token - before.end_token == 1 and tokens[before.end_token].low in _LINKS
    if (
        linked
        and before.year is None
        and before.month is not None
        and before.shape in {Shape.DAY, Shape.MONTH}
    ):
        before.year = form.year - (before.month > form.month)


def _at_number(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    if i and touching(tokens[i - 1], tokens[i]) and tokens[i - 1].kind is Kind.WORD:
        return None
    return (
        written_with_signs(tokens, i)
        or day_month(tokens, i)
        or _months_to(text, tokens, i)
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
    return PeriodForm(i, i + 1, Shape.WEEKDAY, count=WEEKDAYS[token.low])


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
    if low == "quarter" and 1 <= nth <= 4:
        return _months_of(tokens, i, j + 1, 3 * nth - 2, 3)
    if low == "half" and nth in {1, 2}:
        form = _months_of(tokens, i, j + 1, 6 * nth - 5, 6)
        bare = form.year is None and tokens[form.end_token - 1].low != "year"
        return None if bare and _in_a_match(tokens, i) else form
    number = small_number(tokens[j])
    if number is not None and nth == 1 and tokens[j + 1].low == "months":
        found = _months_of(tokens, i, j + 2, 1, number)
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


def _months_of(tokens: Sequence[Token], i: int, j: int, month: int, count: int) -> PeriodForm:
    """The form with the year that follows at `j`: "2024", "of 2024", "of this year", "of last year"."""
    year, end = year_after(tokens, j)
    form = PeriodForm(i, end, Shape.MONTHS, year=year, month=month, count=count)
    if year is None and tokens[j].low == "of" and tokens[j + 2].low == "year":
        if tokens[j + 1].low in {"this", "the"}:
            form.end_token = j + 3
        elif tokens[j + 1].low == "last":
            form.end_token, form.offset = j + 3, -1
    return form


def _at_short_quarter(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """Q3 2024, H1."""
    number = tokens[i + 1]
    if tokens[i].text not in {"Q", "H"} or not touching(tokens[i], number):
        return None
    limit = 4 if tokens[i].text == "Q" else 2
    nth = small_number(number) if number.kind is Kind.NUMBER else None
    if nth is None or not 1 <= nth <= limit:
        return None
    if tokens[i].text == "Q":
        return _months_of(tokens, i, i + 2, 3 * nth - 2, 3)
    return _months_of(tokens, i, i + 2, 6 * nth - 5, 6)


def _months_to(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """three months to September, six months ended 30 June, four weeks to 26 January, the year to March."""
    number = small_number(tokens[i])
    j = i + 1
    if number is None:
        number, j = 1, i
    unit = _UNITS.get(tokens[j].low)
    if unit not in {"day", "week", "month", "year"} or (number == 1) == tokens[j].low.endswith("s"):
        return None
    j += 1
    first = month_at(tokens, j + 1) if tokens[j].low == "from" and unit == "month" else None
    second = month_at(tokens, first[1] + 1) if first is not None and tokens[first[1]].low == "to" else None
    if first is not None and second is not None:
        return month_to_month(tokens, i, first[0], None, second)
    if tokens[j].low in {"ended", "ending"}:
        j += 1
        j += tokens[j].low in {"on", "in"}
    elif tokens[j].low == "to":
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
    return _months_to(text, tokens, i)


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


def _at_fiscal(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """financial year 2023-24, tax year 2024/25."""
    if tokens[i + 1].low != "year" or not is_year(tokens, i + 2):
        return None
    form = read_year_at(tokens, i + 2)
    if form is None or form.shape not in {Shape.FISCAL, Shape.YEAR}:
        return None
    form.start_token = i
    if form.shape is Shape.YEAR and form.year is not None:
        # A financial year named by one number is named by the year it ends in.
        form.shape, form.year = Shape.FISCAL, form.year - 1
    return form


def _at_apostrophe(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """the '90s."""
    number, suffix = tokens[i + 1], tokens[i + 2]
    if suffix.low != "s" or not touching(tokens[i], number) or not touching(number, suffix):
        return None
    if len(number.text) != 2 or not number.text.isdecimal() or number.text[1] != "0":
        return None
    if i and touching(tokens[i - 1], tokens[i]):
        return None
    decade = int(number.text)
    return PeriodForm(i, i + 3, Shape.DECADE, year=(2000 if decade < 30 else 1900) + decade)


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
    **dict.fromkeys((word for word, n in ORDINALS.items() if n < 6), _at_ordinal),
    **dict.fromkeys(("q", "h"), _at_short_quarter),
    **dict.fromkeys((*SMALL, *TENS, "year", "week", "month"), _at_small_word),
    **dict.fromkeys(("today", "tonight", "yesterday", "tomorrow"), _at_relative_day),
    **dict.fromkeys(SEASONS, _at_season),
    **dict.fromkeys(_PARTS, _at_part),
    **dict.fromkeys({name.split(" ")[0].split("'")[0] for name in HOLIDAYS} | {"saint"}, _at_holiday),
    **dict.fromkeys(("financial", "fiscal", "tax"), _at_fiscal),
    **dict.fromkeys(("'", "’", "‘"), _at_apostrophe),
}
_READERS["may"] = _either(_at_holiday, month_first)
