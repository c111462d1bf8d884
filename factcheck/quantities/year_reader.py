"""Reading years: 2024, 2019-2021, 2023-24, the 1990s."""

from collections.abc import Sequence

from factcheck.quantities.hedge_words import HEDGE_ENDS
from factcheck.quantities.lexicon import SCALES
from factcheck.quantities.measures import looks_plural, read_measure
from factcheck.quantities.money import currency_before
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Kind, Token, touching

EARLIEST, LATEST = 1500, 2199
"""Four bare digits between these are a year unless something else tells."""
TIME_ZONES = frozenset({"UTC", "GMT", "BST", "EST", "EDT", "CET", "CEST", "PST", "PDT", "IST", "AEST"})
_DASHES = frozenset({"-", "–", "‑", "/"})
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
        return None
    year = int(token.text)
    following, second = tokens[i + 1], tokens[i + 2]
    if following.low == "s" and touching(token, following):
        return PeriodForm(i, i + 2, Shape.DECADE, year=year) if year % 10 == 0 else None
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


def _joined_on_the_left(tokens: Sequence[Token], i: int) -> bool:
    if i == 0 or not touching(tokens[i - 1], tokens[i]):
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
    hedged = i > 0 and tokens[i - 1].low in HEDGE_ENDS and tokens[i - 1].low not in {"of", "around", "about"}
    return (
        hedged
        and following.kind is Kind.WORD
        and following.text.islower()
        and following.low.endswith(("s", "le"))
    )
