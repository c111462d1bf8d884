"""Reading days and months: "27 January 2025", "March 5-7", "2025-01-27", "January to March 2024"."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.lexicon import SMALL, TENS
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.wordlist import words
from factcheck.quantities.year_reader import year_after

_LONG_MONTHS: Final = words(
    """
january february march april may june july august september october november december
"""
)
MONTHS: Final = {
    **{name: n for n, name in enumerate(_LONG_MONTHS, 1)},
    **{name[:3]: n for n, name in enumerate(_LONG_MONTHS, 1)},
    "sept": 9,
}
_AMBIGUOUS_MONTHS: Final = frozenset({"march", "may", "april", "june", "august", "mar", "jan", "jun", "dec"})
_MONTH_CUES: Final = frozenset(
    words(
        """
in since by until till before after from of last next this early late mid to through during
between for and on end or every each
"""
    )
)
_DASHES: Final = frozenset({"-", "–", "‑"})


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


def written_with_signs(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """2025-01-27, 27/01/2025; 1/2/2025 names no certain day."""
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


def written_with_points(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """27.01.2025: the day stands first wherever points are written."""
    if tokens[i].text.count(".") != 2:
        return None
    day, month, year = tokens[i].text.split(".")
    if not (len(day) <= 2 and len(month) <= 2 and len(year) == 4 and (day + month + year).isdecimal()):
        return None
    return _day_form(i, i + 1, int(year), int(month), int(day)) if 1500 <= int(year) <= 2199 else None


def _day_form(start: int, end: int, year: int | None, month: int, day: int) -> PeriodForm | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and (year is None or 1 <= year <= 9999)):
        return None
    return PeriodForm(start, end, Shape.DAY, year=year, month=month, day=day)


def day_month(tokens: Sequence[Token], i: int) -> PeriodForm | None:
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
    year, end = year_after(tokens, month[1])
    if last is not None:
        return PeriodForm(i, end, Shape.DAYS, year=year, month=month[0], day=day, count=last)
    return PeriodForm(i, end, Shape.DAY, year=year, month=month[0], day=day)


def month_first(text: str, tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """January 27, 2025; March 5-7; March 2020; January to March 2024; a bare month where it is one."""
    named = month_at(tokens, i)
    if named is None:
        return None
    month, j = named
    found = day_of_month(tokens, j)
    if found is not None and not _measured(tokens, found[1]):
        day, end = found
        second = day_of_month(tokens, end + 1) if _leads_on(tokens, i, end) else None
        if second is not None and second[0] > day:
            year, end = year_after(tokens, second[1])
            return PeriodForm(i, end, Shape.DAYS, year=year, month=month, day=day, count=second[0])
        year, end = year_after(tokens, end)
        return PeriodForm(i, end, Shape.DAY, year=year, month=month, day=day)
    year, end = year_after(tokens, j)
    if tokens[end].low in {"to", "-", "–"} and (until := month_at(tokens, end + 1)) is not None:
        return month_to_month(tokens, i, month, year, until)
    if year is None and not _surely_month(tokens, i, end):
        return None
    return PeriodForm(i, end, Shape.MONTH, year=year, month=month)


def _leads_on(tokens: Sequence[Token], i: int, link: int) -> bool:
    """Whether a dash, or "to" after "from", joins a day to a second one."""
    if tokens[link].text in _DASHES:
        return touching(tokens[link], tokens[link + 1])
    return tokens[link].low in {"to", "and"} and i > 0 and tokens[i - 1].low in {"from", "between"}


def month_to_month(
    tokens: Sequence[Token], i: int, month: int, year: int | None, second: tuple[int, int]
) -> PeriodForm | None:
    """The form from `month` (of `year`, if written) at `i` to the month `second`, read with its end index."""
    end_year, end = year_after(tokens, second[1])
    if end_year is None and tokens[end].low == "quarter":
        # "the July-September quarter of 2024"
        end_year, after = year_after(tokens, end + 1)
        end = after if end_year is not None else end
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
    if following.text in {"'", "’"} and before in {"to", "for", "from", "after"}:
        # "in protest to May’s agreement" is a person.
        return False
    if before in _MONTH_CUES or (before in _DASHES and i > 1 and tokens[i - 2].low == "mid"):
        return not (
            following.kind is Kind.WORD and following.text[:1].isupper() and before in {"and", "to", "for"}
        )
    return following.text in {"'", "’"} and before in {"the", ""}
