"""Reading ages: "aged 34", "34-year-old", "children under five"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.domain.quantities import Hedge
from factcheck.quantities.measures import HYPHENS, looks_plural
from factcheck.quantities.noun_words import CLAUSE_ENDS, FUNCTION_WORDS
from factcheck.quantities.numerals import read_numeral
from factcheck.quantities.readings import Reading
from factcheck.quantities.tokens import Kind, Token
from factcheck.quantities.units import BY_NAME, from_canonical, to_canonical
from factcheck.quantities.wordlist import words


def read_age(tokens: Sequence[Token], i: int, reading: Reading) -> bool:  # noqa: PLR0911 - one return per way of writing an age
    """Turn the bare number or years in `reading` into an age where the words around say so."""
    j = reading.end
    if reading.unit == "second" and reading.name in {"year", "month", "week", "day"}:
        tail = [token.low for token in tokens[j : j + 2] if token.text not in HYPHENS]
        if tokens[j].text in HYPHENS and tokens[j + 1].low in {"old", "olds"}:
            return _as_age(reading, j + 2)
        if tail and tail[0] in {"old", "olds"}:
            return _as_age(reading, j + 1)
        if tail == ["of", "age"]:
            return _as_age(reading, j + 2)
        return False
    if reading.unit != "count" or reading.scaled or not 0 < reading.written < 125:
        return False
    first = i - 1 if reading.start < i else i
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    if before and (before[-1] in {"aged", "age"} or before[-2:] == ["age", "of"]):
        return _as_age(reading, j if reading.high is not None else _number_end(tokens, i, j))
    ends = tokens[j].text in CLAUSE_ENDS or tokens[j].end < 0
    if before and before[-1] in {"now", "turned", "turns"} and ends and reading.written >= 5:
        return _as_age(reading, j)
    if len(before) > 1 and before[-2] in {"he", "she"} and before[-1] in {"is", "was"}:
        return (ends or tokens[j].low in {"and", "when", "at", "on", "but"}) and _as_age(reading, j)
    if not ends:
        return False
    if before[-2:] in (["who", "is"], ["who", "was"], ["who", "turned"], ["who", "turns"]):
        return _as_age(reading, j)
    return reading.written >= 5 and _follows_a_name(tokens, i, j) and _as_age(reading, j)


def _follows_a_name(tokens: Sequence[Token], i: int, j: int) -> bool:
    """ "Ilse Brandt, 34, said", "Ilse Brandt (34)": in brackets only behind a first and a last name."""
    if i < 2 or tokens[i].kind is not Kind.NUMBER or looks_plural(tokens[i - 2]):
        return False
    if tokens[i - 1].text == "," and tokens[j].text == ",":
        return tokens[i - 2].kind is Kind.WORD
    named = i > 2 and tokens[i - 2].text.istitle() and tokens[i - 3].text.istitle()
    behind = tokens[j + 1]
    told = behind.text == "," or behind.low in {
        "said",
        "says",
        "told",
        "was",
        "is",
        "has",
        "who",
        "of",
        "from",
    }
    return named and told and tokens[i - 1].text == "(" and tokens[j].text == ")"


_AGED_GROUPS = frozenset(
    words(
        """
children people those adults patients men women girls boys anyone pupils players drivers is are
was were be aged anybody everyone babies teenagers residents voters drinkers smokers workers
"""
    )
)


def read_hedged_age(tokens: Sequence[Token], reading: Reading) -> None:
    """Turn "children under 15", "patients are over 65" into ages: a bare bound behind a group of people."""
    if (
        reading.hedge not in {Hedge.UNDER, Hedge.OVER}
        or reading.unit != "count"
        or reading.noun
        or reading.scaled
    ):
        return
    if (
        not 0 < reading.written < 100
        or reading.start == 0
        or tokens[reading.start].low not in {"under", "over"}
    ):
        return
    following = tokens[reading.end]
    if following.kind is Kind.WORD and following.low not in FUNCTION_WORDS:
        return
    if tokens[reading.start - 1].low in _AGED_GROUPS:
        _as_age(reading, reading.end)


def _number_end(tokens: Sequence[Token], i: int, end: int) -> int:
    numeral = read_numeral(tokens, i)
    return numeral.end if numeral else end


def _as_age(reading: Reading, end: int) -> bool:
    if reading.high is not None and reading.convert is not None:
        reading.high = from_canonical(reading.high, reading.convert)
    if reading.convert is not None and reading.name != "year":
        # "a six-month-old calf"
        part = to_canonical(Decimal(1), reading.convert) / to_canonical(Decimal(1), BY_NAME["year"])
        reading.written *= part
        reading.step = reading.step * part if reading.step is not None else None
        reading.high = reading.high * part if reading.high is not None else None
    reading.unit = reading.name = "age"
    reading.convert, reading.factor, reading.noun, reading.end = None, Decimal(1), None, end
    return True
