"""Reading named years and longer periods: centuries, decades, financial years, quarters by number."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.date_reader import (
    small_number,
)
from factcheck.quantities.lexicon import ORDINALS
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.year_reader import is_year, read_year_at, year_after

_DASHES: Final = frozenset({"-", "–", "‑"})


def century(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """the 19th century, a nineteenth-century mill, the twenty-first century."""
    nth, j = 0, i + 1
    if tokens[i].kind is Kind.NUMBER:
        nth = small_number(tokens[i]) or 0
        if tokens[j].low not in {"st", "nd", "rd", "th"} or not touching(tokens[i], tokens[j]):
            return None
        j += 1
    elif tokens[i].low == "twenty" and tokens[j].text in _DASHES and tokens[j + 1].low == "first":
        nth, j = 21, j + 2
    else:
        nth = ORDINALS.get(tokens[i].low, 0)
    j += tokens[j].text in _DASHES
    named = tokens[j].text.istitle() and tokens[j + 1].text.istitle()  # a film studio
    if not 1 <= nth <= 22 or tokens[j].low != "century" or tokens[j + 1].text in {"BC", "BCE"} or named:
        return None
    return PeriodForm(i, j + 1, Shape.YEARS, year=100 * nth - 99, count=99)


def number_quarter(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """3Q 2024, 1H 2024."""
    number, letter = small_number(tokens[i]), tokens[i + 1]
    if letter.text not in {"Q", "H"} or not touching(tokens[i], letter) or not number:
        return None
    if letter.text == "Q":
        form = months_of(tokens, i, i + 2, 3 * number - 2, 3) if number <= 4 else None
    else:
        form = months_of(tokens, i, i + 2, 6 * number - 5, 6) if number <= 2 else None
    return form if form is not None and form.year is not None else None


DECADE_WORDS: Final = {"forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970}
DECADE_WORDS.update({"eighties": 1980, "nineties": 1990})


def at_decade_word(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """the nineties; but "in her nineties"."""
    before = i - 1
    if i and tokens[before].low in {"early", "late"}:
        before -= 1
    if before < 0 or tokens[before].low != "the":
        return None
    return PeriodForm(i, i + 1, Shape.DECADE, year=DECADE_WORDS[tokens[i].low])


def months_of(tokens: Sequence[Token], i: int, j: int, month: int, count: int) -> PeriodForm:
    """The form with the year that follows at `j`: "2024", "of 2024", "of this year", "of last year"."""
    year, end = year_after(tokens, j)
    form = PeriodForm(i, end, Shape.MONTHS, year=year, month=month, count=count)
    if year is None and tokens[j].low == "of" and tokens[j + 2].low == "year":
        if tokens[j + 1].low in {"this", "the"}:
            form.end_token = j + 3
        elif tokens[j + 1].low == "last":
            form.end_token, form.offset = j + 3, -1
    return form


def at_short_quarter(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """Q3 2024, H1."""
    number = tokens[i + 1]
    if tokens[i].text not in {"Q", "H"} or not touching(tokens[i], number):
        return None
    limit = 4 if tokens[i].text == "Q" else 2
    nth = small_number(number) if number.kind is Kind.NUMBER else None
    if nth is None or not 1 <= nth <= limit:
        return None
    if tokens[i].text == "Q":
        return months_of(tokens, i, i + 2, 3 * nth - 2, 3)
    return months_of(tokens, i, i + 2, 6 * nth - 5, 6)


def at_fiscal(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """financial year 2023-24, tax year 2024/25, fiscal 2024."""
    j = i + 1 + (tokens[i + 1].low == "year")
    if not is_year(tokens, j) or (j == i + 1 and tokens[i].low != "fiscal"):
        return None
    form = read_year_at(tokens, j)
    if form is None or form.shape not in {Shape.FISCAL, Shape.YEAR}:
        return None
    form.start_token = i
    if form.shape is Shape.YEAR and form.year is not None:
        # A financial year named by one number is named by the year it ends in.
        form.shape, form.year = Shape.FISCAL, form.year - 1
    return form


def at_short_fiscal(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """FY2024, FY24, FY2023/24: named by the year it ends in."""
    number, j = tokens[i + 1], i + 2
    if tokens[i].text != "FY" or number.kind is not Kind.NUMBER or not number.text.isdecimal():
        return None
    if is_year(tokens, i + 1):
        year = int(number.text)
    elif len(number.text) == 2 and touching(tokens[i], number):
        year = 2000 + int(number.text)
    else:
        return None
    if (
        tokens[j].text in {"/", *_DASHES}
        and touching(number, tokens[j])
        and tokens[j + 1].kind is Kind.NUMBER
    ):
        if not tokens[j + 1].text.isdecimal() or int(tokens[j + 1].text) % 100 != (year + 1) % 100:
            return None
        year, j = year + 1, j + 2
    return PeriodForm(i, j, Shape.FISCAL, year=year - 1)


def at_apostrophe(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
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
