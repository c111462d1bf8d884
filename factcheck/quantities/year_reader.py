"""Reading years: 2024, 2019-2021, 2023-24, the 1990s."""

from collections.abc import Sequence

from factcheck.quantities.hedge_words import ends_hedge
from factcheck.quantities.lexicon import SCALES
from factcheck.quantities.measures import looks_plural, read_measure
from factcheck.quantities.money import currency_before
from factcheck.quantities.noun_words import CLAUSE_ENDS, FUNCTION_WORDS
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Kind, Token, touching

EARLIEST, LATEST = 1500, 2199
"""Four bare digits between these are a year unless something else tells."""
TIME_ZONES = frozenset({"UTC", "GMT", "BST", "EST", "EDT", "CET", "CEST", "PST", "PDT", "IST", "AEST"})
_DASHES = frozenset({"-", "–", "‑", "/"})
_QUARTERS = frozenset("1234")
_RANGES = {"from": "to", "of": "to", "years": "to", "period": "to", "between": "and"}
"""Words before a year that make one stretch of it and the next, and the word that then joins the two."""
_YEAR_CUES = frozenset({"in", "since", "by", "until", "till", "from", "during", "before", "after", "of"})


def is_year(tokens: Sequence[Token], i: int) -> bool:
    """Whether four bare digits that can be a year stand at `i`."""
    token = tokens[i]
    return (
        token.kind is Kind.NUMBER
        and len(token.text) == 4
        and tokens[i + 1].text not in TIME_ZONES
        and token.text.isdecimal()
        and EARLIEST <= int(token.text) <= LATEST
    )


def year_after(tokens: Sequence[Token], i: int) -> tuple[int | None, int]:
    """The year at `i`, perhaps after a comma, "of" or "in", and the index behind; None and `i` if none."""
    j = i + (tokens[i].text == "," or tokens[i].low in {"of", "in"})
    if not is_year(tokens, j) or _is_amount(tokens, j):
        return None, i
    following = tokens[j + 1]
    if following.kind is Kind.WORD and touching(tokens[j], following):
        return None, i
    return int(tokens[j].text), j + 1


def read_year_at(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """The year, range of years, financial year or decade that begins at `i`."""
    token = tokens[i]
    if not is_year(tokens, i) or _joined_on_the_left(tokens, i):
        return _read_old_year(tokens, i)
    year = int(token.text)
    following, second = tokens[i + 1], tokens[i + 2]
    marked = following.text in {"'", "’"} and second.low == "s" and touching(following, second)
    if (
        marked
        and year % 10 == 0
        and i
        and tokens[i - 1].low in _BEFORE_DECADES
        and touching(token, following)
    ):
        # "the late 1970's"
        return _decade(i, i + 3, year)
    if following.low == "s" and touching(token, following):
        return _decade(i, i + 2, year) if year % 10 == 0 else None
    if following.kind is Kind.WORD and touching(token, following):
        return None
    if following.text in _DASHES and touching(token, following) and touching(following, second):
        return _pair(tokens, i, year)
    if following.low == _RANGES.get(tokens[i - 1].low if i else "") and is_year(tokens, i + 2):
        last = int(second.text)
        counted = looks_plural(tokens[i + 3]) and tokens[i + 3].text.islower()
        if year < last and not counted and not _is_amount(tokens, i + 2):
            return PeriodForm(i, i + 3, Shape.YEARS, year=year, count=last - year)
    if _is_amount(tokens, i):
        return None
    return PeriodForm(i, i + 1, Shape.YEAR, year=year)


_BEFORE_DECADES = frozenset({"the", "early", "mid", "late"})


def _decade(start: int, end: int, year: int) -> PeriodForm:
    """ "The 1970s"; but "the 1700s" are a century."""
    if year % 100 == 0 and year < 2000:
        return PeriodForm(start, end, Shape.YEARS, year=year, count=99)
    return PeriodForm(start, end, Shape.DECADE, year=year)


def read_year_with_quarter(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    """2024 Q3."""
    letter, number = tokens[i + 1], tokens[i + 2]
    if letter.text != "Q" or number.text not in _QUARTERS or not touching(letter, number):
        return None
    if not is_year(tokens, i) or _joined_on_the_left(tokens, i):
        return None
    month = 3 * int(number.text) - 2
    return PeriodForm(i, i + 3, Shape.MONTHS, year=int(tokens[i].text), month=month, count=3)


def _read_old_year(tokens: Sequence[Token], i: int) -> PeriodForm | None:
    if not _is_old_year(tokens, i):
        return None
    return PeriodForm(i, i + 1, Shape.YEAR, year=int(tokens[i].text))


_OLDEST = 1000


def _is_old_year(tokens: Sequence[Token], i: int) -> bool:
    """ "In 1066," but not "in 1200 homes": only where nothing is counted behind it."""
    token, following = tokens[i], tokens[i + 1]
    if len(token.text) != 4 or not token.text.isdecimal() or not _OLDEST <= int(token.text) < EARLIEST:
        return False
    alone = following.end < 0 or following.text in CLAUSE_ENDS or following.low in FUNCTION_WORDS
    return i > 0 and tokens[i - 1].low == "in" and alone and not touching(token, following)


def _joined_on_the_left(tokens: Sequence[Token], i: int) -> bool:
    if i == 0 or not touching(tokens[i - 1], tokens[i]):
        return False
    if i > 1 and tokens[i - 2].low == "mid" and tokens[i - 1].text in _DASHES:
        return False
    return tokens[i - 1].text not in {"(", "[", "“", "‘", '"', "'", "—", "–", ",", ";"}


def _pair(tokens: Sequence[Token], i: int, year: int) -> PeriodForm | None:
    """2019-2021 (calendar years), 2023-24 and 2023/24 (a year that runs over New Year)."""
    second = tokens[i + 2]
    if second.kind is not Kind.NUMBER or not second.text.isdecimal():
        return PeriodForm(i, i + 1, Shape.YEAR, year=year)
    if tokens[i + 3].text in _DASHES and touching(second, tokens[i + 3]):
        return None
    if len(second.text) == 2:
        last = year // 100 * 100 + int(second.text)
        last += 100 if last <= year and year % 100 == 99 else 0
    elif len(second.text) == 4:
        last = int(second.text)
    else:
        return None
    if last <= year or last - year > 200:
        return None
    if last == year + 1 and (len(second.text) == 2 or tokens[i + 1].text == "/"):
        return PeriodForm(i, i + 3, Shape.FISCAL, year=year)
    return PeriodForm(i, i + 3, Shape.YEARS, year=year, count=last - year)


def _is_amount(tokens: Sequence[Token], i: int) -> bool:
    """Whether four bare digits are a figure: money, a measure, or "nearly 2000 people"."""
    if i and currency_before(tokens, i - 1) is not None and tokens[i - 1].low not in _YEAR_CUES:
        return True
    following = tokens[i + 1]
    if (
        following.low in SCALES
        or following.low in {"bn", "mn", "tn"}
        or read_measure(tokens, i + 1) is not None
    ):
        return True
    hedged = i > 0 and ends_hedge(tokens, i) and tokens[i - 1].low not in {"of", "around", "about"}
    return (
        hedged
        and following.kind is Kind.WORD
        and following.text.islower()
        and following.low.endswith(("s", "le"))
    )
