"""Reading dates and periods in a sentence: which words are one, and what they name."""

from collections.abc import Callable, Sequence
from typing import Final

from factcheck.domain.quantities import Edge
from factcheck.quantities.calendar_days import HOLIDAYS, SEASONS
from factcheck.quantities.lexicon import ORDINALS, SMALL, TENS
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.units import BY_PHRASE
from factcheck.quantities.year_reader import is_year, read_year_at, year_after

_LONG_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
MONTHS: Final = {
    **{name: n for n, name in enumerate(_LONG_MONTHS, 1)},
    **{name[:3]: n for n, name in enumerate(_LONG_MONTHS, 1)},
    "sept": 9,
}
_AMBIGUOUS_MONTHS: Final = frozenset({"march", "may", "april", "june", "august", "mar", "jan", "jun", "dec"})
_WEEKDAYS: Final = {
    name: n for n, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
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
_MONTH_CUES: Final = frozenset(
    "in since by until till before after from of last next this early late mid to through during between for and"
    " on end or every each".split()
)
_EDGES: Final = {
    "since": Edge.SINCE,
    "until": Edge.UNTIL,
    "till": Edge.UNTIL,
    "by": Edge.BY,
    "before": Edge.BEFORE,
    "after": Edge.AFTER,
}
_LINKS: Final = frozenset({"and", "to", "-", "–", "—", "until"})
_DASHES: Final = frozenset({"-", "–", "‑"})


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


def small_number(token: Token) -> int | None:
    """A number below a hundred, in digits or one word."""
    if token.kind is Kind.NUMBER:
        return int(token.text) if len(token.text) <= 2 and token.text.isdecimal() else None
    return SMALL.get(token.low) or TENS.get(token.low)


def day_of_month(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """A day at `i` ("5", "5th") and the index behind it."""
    number = small_number(tokens[i]) if tokens[i].kind is Kind.NUMBER else None
    if number is None or not 1 <= number <= 31:
        return None
    suffix = tokens[i + 1]
    if suffix.low in {"st", "nd", "rd", "th"} and touching(tokens[i], suffix):
        return number, i + 2
    return number, i + 1


def month_at(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """A month's name at `i`, capitalised, and the index behind it and its full stop."""
    token = tokens[i]
    month = MONTHS.get(token.low)
    if month is None or not token.text[0].isupper():
        return None
    stop = tokens[i + 1]
    if len(token.low) <= 4 and token.low not in _LONG_MONTHS and stop.text == "." and touching(token, stop):
        return month, i + 2
    return month, i + 1


def _at_number(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    if i and touching(tokens[i - 1], tokens[i]) and tokens[i - 1].kind is Kind.WORD:
        return None
    return (
        _written_with_signs(tokens, i)
        or _day_month(tokens, i)
        or _months_to(text, tokens, i)
        or read_year_at(tokens, i)
    )


def _written_with_signs(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """2025-01-27, 27/01/2025, 27.01.2025 is left alone; 1/2/2025 names no certain day."""
    first, sign, second, sign_2, third = tokens[i : i + 5] if len(tokens) - i >= 5 else [tokens[-1]] * 5
    if second.kind is not Kind.NUMBER or third.kind is not Kind.NUMBER or sign.text != sign_2.text:
        return None
    if not (touching(first, sign) and touching(sign, second) and touching(second, sign_2)):
        return None
    if not touching(sign_2, third) or sign.text not in {"-", "/"}:
        return None
    if not all(token.text.isdecimal() for token in (first, second, third)):
        return None
    if len(first.text) == 4 and len(second.text) <= 2 and len(third.text) <= 2:
        month, number = int(second.text), int(third.text)
        return _day_form(i, i + 5, int(first.text), month, number)
    if len(third.text) == 4 and sign.text == "/" and len(first.text) <= 2 and len(second.text) <= 2:
        day, month = int(first.text), int(second.text)
        if day <= 12 and month <= 12 and day != month:
            return PeriodForm(i, i + 5, Shape.UNKNOWN)
        if month > 12:
            day, month = month, day
        return _day_form(i, i + 5, int(third.text), month, day)
    return None


def _day_form(start: int, end: int, year: int | None, month: int, day: int) -> PeriodForm | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and (year is None or 1 <= year <= 9999)):
        return None
    return PeriodForm(start, end, Shape.DAY, year=year, month=month, day=day)


def _day_month(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """27 January 2025, 5th of March, 9-11 October, 5 to 7 March."""
    found = day_of_month(tokens, i)
    if found is None:
        return None
    day, j = found
    last = None
    if tokens[j].text in _DASHES or tokens[j].low in {"to", "and"}:
        second = day_of_month(tokens, j + 1)
        if second is not None and second[0] > day:
            last, j = second
    j += tokens[j].low == "of"
    month = month_at(tokens, j)
    if month is None:
        return None
    if tokens[month[1]].kind is Kind.NUMBER and tokens[month[1]].text in {"%"}:
        return None
    year, end = year_after(tokens, month[1])
    if last is not None:
        return PeriodForm(i, end, Shape.DAYS, year=year, month=month[0], day=day, count=last)
    return PeriodForm(i, end, Shape.DAY, year=year, month=month[0], day=day)


def _at_month(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """January 27, 2025; March 5-7; March 2020; January to March 2024; a bare month where it is one."""
    named = month_at(tokens, i)
    if named is None:
        return None
    month, j = named
    found = day_of_month(tokens, j)
    if found is not None and not _measured(tokens, found[1]):
        day, end = found
        if tokens[end].text in _DASHES and (second := day_of_month(tokens, end + 1)) is not None:
            if second[0] > day and touching(tokens[end], tokens[end + 1]):
                year, end = year_after(tokens, second[1])
                return PeriodForm(i, end, Shape.DAYS, year=year, month=month, day=day, count=second[0])
        year, end = year_after(tokens, end)
        return PeriodForm(i, end, Shape.DAY, year=year, month=month, day=day)
    year, end = year_after(tokens, j)
    if tokens[end].low in {"to", "-", "–"} and (second := month_at(tokens, end + 1)) is not None:
        return _month_to_month(tokens, i, month, year, second)
    if year is None and not _surely_month(tokens, i, end):
        return None
    return PeriodForm(i, end, Shape.MONTH, year=year, month=month)


def _month_to_month(
    tokens: Sequence[Token], i: int, month: int, year: int | None, second: tuple[int, int]
) -> PeriodForm | None:
    end_year, end = year_after(tokens, second[1])
    count = (second[0] - month) % 12 + 1
    if year is not None and end_year is not None:
        count = (end_year - year) * 12 + second[0] - month + 1
    elif end_year is not None:
        year = end_year - (month > second[0])
    if count < 2:
        return None
    return PeriodForm(i, end, Shape.MONTHS, year=year, month=month, count=count)


def _measured(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number before `i` is an amount after all: "In March 12 million", "By June 5%"."""
    token = tokens[i]
    if token.text == "%" or token.low in {"million", "billion", "thousand", "per", "percent"}:
        return True
    # "In March 14 people died": a plural noun follows the number.
    plural = token.kind is Kind.WORD and token.text.islower() and len(token.low) > 3
    return plural and (token.low.endswith("s") or token.low in {"people", "children", "women"})


def _surely_month(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a bare "March" or "May" is the month rather than a verb or a name."""
    token, before, following = tokens[i], tokens[i - 1].low if i else "", tokens[end]
    if token.low not in _AMBIGUOUS_MONTHS and len(token.low) > 4:
        return True
    if before in _MONTH_CUES or (before in _DASHES and i > 1 and tokens[i - 2].low == "mid"):
        return not (
            following.kind is Kind.WORD and following.text[:1].isupper() and before in {"and", "to", "for"}
        )
    return following.text in {"'", "’"} and before in {"the", ""}


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
    date_form = _day_month(tokens, j) if tokens[j].kind is Kind.NUMBER else _at_month(text, tokens, j)
    if date_form is not None and date_form.shape is Shape.DAY:
        date_form.start_token = i
        return date_form
    if short:
        return None
    return PeriodForm(i, i + 1, Shape.WEEKDAY, count=_WEEKDAYS[token.low])


def _at_offset(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """last week, this morning, next Tuesday, last March, the past fortnight, the last three months."""
    offset, j = _OFFSETS[tokens[i].low], i + 1
    token = tokens[j]
    if token.low in _WEEKDAYS:
        return PeriodForm(i, j + 1, Shape.WEEKDAY, count=_WEEKDAYS[token.low], offset=offset)
    if token.low in _UNITS and not token.low.endswith("s"):
        unit = _UNITS[token.low]
        if tokens[i].low == "past" or unit == "fortnight":
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
    j += tokens[j].text in _DASHES
    low = tokens[j].low
    if low in _WEEKDAYS and tokens[j + 1].low in {"of", "in"} and nth < 6:
        named = month_at(tokens, j + 2)
        if named is not None:
            year, end = year_after(tokens, named[1])
            return PeriodForm(
                i, end, Shape.NTH_WEEKDAY, year=year, month=named[0], offset=_WEEKDAYS[low], count=nth
            )
    if low == "quarter" and 1 <= nth <= 4:
        return _months_of(tokens, i, j + 1, 3 * nth - 2, 3)
    if low == "half" and nth in {1, 2}:
        return _months_of(tokens, i, j + 1, 6 * nth - 5, 6)
    number = small_number(tokens[j])
    if number is not None and nth == 1 and tokens[j + 1].low == "months":
        found = _months_of(tokens, i, j + 2, 1, number)
        return found if found.year is not None or tokens[found.end_token - 1].low == "year" else None
    return None


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
    """three months to September, six months ended 30 June 2025, four weeks to 26 January, the year to March."""
    number = small_number(tokens[i])
    j = i + 1
    if number is None:
        number, j = 1, i
    unit = _UNITS.get(tokens[j].low)
    if unit not in {"day", "week", "month", "year"} or (number == 1) == tokens[j].low.endswith("s"):
        return None
    j += 1
    months = number if unit == "month" else 0
    if tokens[j].low == "from" and months and (first := month_at(tokens, j + 1)) is not None:
        if tokens[first[1]].low == "to" and (second := month_at(tokens, first[1] + 1)) is not None:
            return _month_to_month(tokens, i, first[0], None, second)
    if tokens[j].low in {"ended", "ending"}:
        j += 1
        j += tokens[j].low in {"on", "in"}
    elif tokens[j].low == "to":
        j += 1
    else:
        return None
    j += tokens[j].low == "the"
    j += 2 if tokens[j].low == "end" and tokens[j + 1].low == "of" else 0
    end_form = _day_month(tokens, j) if tokens[j].kind is Kind.NUMBER else _at_month(text, tokens, j)
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
    **dict.fromkeys(MONTHS, _at_month),
    **dict.fromkeys((*_WEEKDAYS, *_SHORT_WEEKDAYS), _at_weekday),
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
_READERS["may"] = _either(_at_holiday, _at_month)
assert set(_UNITS.values()) - {"quarter", "weekend"} <= set(BY_PHRASE)
