"""What a number is a number of: the sign, unit or noun behind it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.quantities.lexicon import SMALL
from factcheck.quantities.money import currency_after
from factcheck.quantities.noun_words import FUNCTION_WORDS, IRREGULAR_PLURALS, SINGULARS
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.units import BY_CASE, BY_PHRASE, LONGEST_PHRASE, Unit
from factcheck.quantities.wordlist import words

HYPHENS = frozenset({"-", "‑"})
_LEFT_OUT = HYPHENS | {"."}


class Measure(NamedTuple):
    """A unit as read: `unit` is the quantity's unit, `name` the word for it, `end` the index behind it.

    One of the written unit is `factor` of `unit`; where `convert` is given, it converts instead.
    """

    unit: str
    name: str
    end: int
    factor: Decimal = Decimal(1)
    convert: Unit | None = None


_PERCENT_POINT_WORDS = frozenset({"point", "points", "pts"})
_HUNDREDTH = Decimal("0.01")
_PARTS_PER = {"ppm": "per_1000000", "ppb": "per_1000000000"}
_PARTS_PER_WORDS = {"million": "ppm", "billion": "ppb"}


def read_measure(tokens: Sequence[Token], i: int) -> Measure | None:
    """The measure at `i`, right behind a number; a hyphen may join them ("34-year", "26.2-mile")."""
    if (
        tokens[i].text in HYPHENS
        and touching(tokens[i - 1], tokens[i])
        and touching(tokens[i], tokens[i + 1])
    ):
        return _percent(tokens, i + 1) or _currency(tokens, i + 1) or _physical(tokens, i + 1, hyphen=True)
    return _percent(tokens, i) or _currency(tokens, i) or _physical(tokens, i)


def _percent(tokens: Sequence[Token], i: int) -> Measure | None:
    token, following = tokens[i], tokens[i + 1]
    low = token.low
    end = 0
    if low in {"%", "％", "﹪", "percent", "pct", "percents"}:
        end = i + 1
    elif low == "per" and following.low == "cent":
        end = i + 2
    elif low == "pc" and token.text == "pc":
        end = i + 1
    if end:
        after = end + 1 if tokens[end].text in HYPHENS else end
        if tokens[after].low in _PERCENT_POINT_WORDS:
            return Measure("percentage_point", "percentage point", after + 1)
        return Measure("percent", "per cent", end)
    return _points(tokens, i)


def _points(tokens: Sequence[Token], i: int) -> Measure | None:
    """Percentage points, basis points, points, and parts per million."""
    low, following = tokens[i].low, tokens[i + 1]
    after = i + 2 if following.text in HYPHENS else i + 1
    written_out = tokens[after].low in _PERCENT_POINT_WORDS
    if low in {"pp", "ppt", "ppts", "pps"} or (low == "percentage" and written_out):
        return Measure("percentage_point", "percentage point", after + 1 if written_out else i + 1)
    if low in {"bp", "bps"} or (low == "basis" and written_out):
        return Measure("percentage_point", "basis point", after + 1 if written_out else i + 1, _HUNDREDTH)
    if low in {"point", "points"}:
        return Measure("point", "point", i + 1)
    if low in _PARTS_PER:
        return Measure(_PARTS_PER[low], low, i + 1)
    if low == "parts" and following.low == "per" and tokens[i + 2].low in _PARTS_PER_WORDS:
        name = _PARTS_PER_WORDS[tokens[i + 2].low]
        return Measure(_PARTS_PER[name], name, i + 3)
    return None


def _currency(tokens: Sequence[Token], i: int) -> Measure | None:
    if tokens[i].text == "p" and touching(tokens[i - 1], tokens[i]) and tokens[i - 1].kind is Kind.NUMBER:
        return Measure("GBP", "pence", i + 1, Decimal("0.01"))
    # "three-quarters of a billion dollars" and "millions of pounds" both name the currency after the number.
    found = currency_after(tokens, i)
    if found is None:
        return None
    return Measure(found[0], found[0], found[2], found[1])


def _physical(tokens: Sequence[Token], i: int, *, hyphen: bool = False) -> Measure | None:
    token = tokens[i]
    apart_too = token.text == "MW" or (token.text == "m" and tokens[i - 1].kind is Kind.NUMBER)
    if token.text in BY_CASE and (apart_too or touching(tokens[i - 1], token)) and not hyphen:
        attached = BY_CASE[token.text]
        phrase = _phrase(tokens, i)
        return (
            phrase
            if phrase is not None and phrase.end > i + 1
            else Measure(attached.canonical, attached.name, i + 1, convert=attached)
        )
    return _phrase(tokens, i)


def _phrase(tokens: Sequence[Token], i: int) -> Measure | None:
    longest = LONGEST_PHRASE.get(tokens[i].low, 0)
    if not longest:
        return None
    read, ends = [tokens[i].low], [i + 1]
    while len(read) < longest:
        j = ends[-1]
        if (
            tokens[j].text in _LEFT_OUT
            and touching(tokens[j - 1], tokens[j])
            and tokens[j + 1].kind is Kind.WORD
        ):
            # "square-metre", "sq. km"
            j += 1
        read.append(tokens[j].low)
        ends.append(j + 1)
        if tokens[j].end < 0:
            break
    for length in range(len(read), 0, -1):
        unit = BY_PHRASE.get(" ".join(read[:length]))
        if unit is not None:
            if length == 1 and tokens[i].text in {"in", "Min", "Mt"}:
                return None
            return Measure(unit.canonical, unit.name, ends[length - 1], convert=unit)
    return None


PER_WORDS = frozenset(
    words(
        """
year month week day night hour minute second quarter decade person head share barrel tonne ton
litre kilo kilogram kg household pupil passenger patient worker employee game match mile metre
kilometre acre hectare gallon ounce unit ticket family child student session season annum capita
"""
    )
)
_EVERY = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_EVERY |= {"hourly": "hour", "nightly": "night", "quarterly": "quarter"}
_SHORT_EVERY = {"pa": "year", "pcm": "month", "pw": "week"}


def read_per(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """The basis of a rate at `i`: "a year", "per head", "/tonne", "each month", "annually", "per 100km".

    With it the index behind it where it has a number of its own, which is no figure then; 0 otherwise.
    """
    low, following = tokens[i].low, tokens[i + 1].low
    named: str | None = _EVERY.get(low) or _SHORT_EVERY.get(tokens[i].text)
    if named is not None:
        return named, 0
    if tokens[i].text in HYPHENS and touching(tokens[i - 1], tokens[i]) and tokens[i + 2].text in HYPHENS:
        # "£12-an-hour"
        named = _basis(tokens, i + 3) if following in {"a", "an"} else None
        return (named, 0) if named is not None else None
    if low in {"per", "/"} and (unit := _read_unit_basis(tokens, i + 1)) is not None:
        return unit
    if low in {"a", "an", "per", "each", "every", "/"} and following in PER_WORDS:
        if tokens[i + 2].low in {"ago", "earlier", "later", "before", "after", "on", "and"} and low in {
            "a",
            "an",
        }:
            return None
        named = _basis(tokens, i + 1)
        return (named, 0) if named is not None else None
    return None


def _basis(tokens: Sequence[Token], i: int) -> str | None:
    """The basis that the word at `i` names; None where it names none."""
    low = tokens[i].low
    return {"annum": "year", "capita": "person", "head": "person"}.get(low, low) if low in PER_WORDS else None


def _read_unit_basis(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """ "square kilometre", "100km" at `i`, behind "per" or a stroke."""
    count = tokens[i].text if tokens[i].text in {"10", "100", "1000", "1,000"} else ""
    unit = _physical(tokens, i + bool(count))
    if unit is None or (not count and tokens[i].low in PER_WORDS):
        return None
    if tokens[unit.end].kind is Kind.NUMBER and touching(tokens[unit.end - 1], tokens[unit.end]):
        return None
    return (f"{count} {unit.name}", unit.end) if count else (unit.name, 0)


def looks_plural(token: Token) -> bool:
    """Whether the word may be the plural of something counted."""
    low = token.low
    if low in IRREGULAR_PLURALS:
        return True
    return (
        low not in SINGULARS
        and len(low) > 2
        and low[-1] == "s"
        and low[-2] not in "su'"
        and low not in FUNCTION_WORDS
    )


def lemma(word: str) -> str:
    """The singular of a lower-case plural noun, near enough to compare two sentences."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")) and len(word) > 4:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


_LONGEST_RUN = 5


def read_noun(tokens: Sequence[Token], i: int, *, plural: bool = True) -> tuple[str, int] | None:
    """The noun counted by a number that ends before `i`, lemmatised, and the index behind it.

    With `plural` the first plural within a short run of words is taken, otherwise the last word of the run.
    """
    found: tuple[str, int] | None = None
    for j in range(i, i + _LONGEST_RUN):
        if j >= len(tokens):
            break
        token = tokens[j]
        if token.text in HYPHENS and j > i and touching(tokens[j - 1], token):
            continue
        if token.text in {"'", "’"} and tokens[j + 1].low == "s":
            # "Ørnes’s debt": what went before only owns it.
            found = None
            continue
        if token.low == "s" and tokens[j - 1].text in {"'", "’"}:
            continue
        if token.kind is not Kind.WORD or token.low in FUNCTION_WORDS or token.low in SMALL:
            break
        following = tokens[j + 1]
        if plural and looks_plural(token) and not _names_more(token, following):
            return _with_acronym(tokens, i, j), j + 1
        if not plural and not (token.low.endswith(("ed", "ing", "born", "ly")) and len(token.low) > 4):
            found = (lemma(token.low), j + 1)
    return found


def _names_more(token: Token, following: Token) -> bool:
    """Whether a plural only owns or describes the noun behind it: "Foods directors", "voters’ rolls"."""
    if following.text in {"'", "’"}:
        return True
    if not token.text[0].isupper() or token.text[:-1].isupper():
        return False
    return following.kind is Kind.WORD and following.text.islower() and looks_plural(following)


def _with_acronym(tokens: Sequence[Token], i: int, j: int) -> str:
    token = tokens[j]
    noun = token.low[:-1] if token.text[:-1].isupper() and token.text[-1] == "s" else lemma(token.low)
    before = tokens[j - 1]
    return f"{before.text} {noun}" if j > i and before.text.isupper() and len(before.text) > 1 else noun
