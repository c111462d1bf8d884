"""Reading an amount at a token: currency, number, unit or noun."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.domain.quantities import Hedge
from factcheck.quantities.lexicon import VULGAR
from factcheck.quantities.measures import (
    HYPHENS,
    Measure,
    lemma,
    read_measure,
    read_noun,
    read_per,
)
from factcheck.quantities.metres import means_metres
from factcheck.quantities.money import currency_before
from factcheck.quantities.noun_words import FUNCTION_WORDS
from factcheck.quantities.numerals import Numeral, read_numeral
from factcheck.quantities.readings import HUNDRED, MINUSES, Reading
from factcheck.quantities.smaller_units import add_smaller, add_smaller_time, feet_and_inches
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.units import METRE


def read_amount(tokens: Sequence[Token], i: int) -> Reading | None:
    """The amount that begins at token `i`, with its currency, unit or noun; None where there is no number."""
    start, i = i, _sign_end(tokens, i)
    negative = i > start and tokens[start].low in _LESS_THAN_NOTHING
    money = currency_before(tokens, i)
    at = money[1] if money else i
    if money and tokens[at].text in MINUSES and touching(tokens[at], tokens[at + 1]):
        negative, at = True, at + 1
    if money is None and (feet := feet_and_inches(tokens, i)) is not None:
        return feet
    numeral = read_numeral(tokens, at, money=money is not None)
    if numeral is None or (money and numeral.words and not numeral.scaled and numeral.step is not None):
        return None
    reading = Reading(
        start,
        numeral.end,
        -numeral.value if negative else numeral.value,
        step=numeral.step,
        scaled=numeral.scaled,
        share=numeral.share,
        words=numeral.words,
    )
    _loosen(tokens, reading)
    if tokens[numeral.start].low == "a" and tokens[numeral.start + 1].low == "couple":
        reading.hedge = Hedge.ABOUT
    if money:
        reading.unit = reading.name = money[0]
    elif numeral.share:
        _measure_share(tokens, reading)
    elif numeral.bare_m and means_metres(tokens, numeral):
        _as_metres(tokens, reading, numeral)
    else:
        _measure(tokens, reading)
    if reading.unit == "second":
        add_smaller_time(tokens, reading)
    elif reading.convert is not None:
        add_smaller(tokens, reading)
    _describe(tokens, reading)
    return reading


_LESS_THAN_NOTHING = MINUSES | {"minus"}


def _sign_end(tokens: Sequence[Token], i: int) -> int:
    """The index behind a minus or plus-or-minus at `i` that belongs to the figure behind it; `i` if none."""
    token, following = tokens[i], tokens[i + 1]
    if token.text in MINUSES:
        signed = following.kind is Kind.NUMBER or currency_before(tokens, i + 1) is not None
        return i + 1 if signed and touching(token, following) else i
    if token.low == "minus":
        counted = i > 0 and (tokens[i - 1].kind is Kind.NUMBER or tokens[i - 1].text == ",")
        return i if counted or following.kind is not Kind.NUMBER else i + 1
    return plus_or_minus_end(tokens, i) or i


def plus_or_minus_end(tokens: Sequence[Token], i: int) -> int | None:
    """The index behind "±", "+/-" or "plus or minus" at `i`."""
    if tokens[i].text == "±":
        return i + 1
    if [token.low for token in tokens[i : i + 3]] in (["plus", "or", "minus"], ["+", "/", "-"]):
        return i + 3
    return None


def _loosen(tokens: Sequence[Token], reading: Reading) -> None:
    """Take in what loosens the number before its unit: "18+ years", "20-odd people", "30-plus"."""
    following, word = tokens[reading.end], tokens[reading.end + 1]
    if not touching(tokens[reading.end - 1], following):
        return
    if following.text == "+":
        reading.hedge, reading.end = Hedge.AT_LEAST, reading.end + 1
    elif following.text in HYPHENS and word.low in {"odd", "plus"}:
        reading.hedge = Hedge.ABOUT if word.low == "odd" else Hedge.AT_LEAST
        reading.end += 2


def _measure(tokens: Sequence[Token], reading: Reading) -> None:
    measure = read_measure(tokens, reading.end)
    if measure is None and reading.scaled and tokens[reading.end].low == "of":
        # "half a million of pounds" is rare; "two million of them" must stay a count.
        return
    if measure is not None:
        reading.take(measure)


def _measure_share(tokens: Sequence[Token], reading: Reading) -> None:
    """Half of what: "half an hour", "a quarter of a point"; otherwise the share itself, in per cent."""
    i = reading.end
    if tokens[i].low == "of" and tokens[i + 1].low in {"a", "an", "one"}:
        i += 2
    elif tokens[i].low in {"a", "an"} or (tokens[i].text in HYPHENS and touching(tokens[i - 1], tokens[i])):
        i += 1
    else:
        i = -1
    measure = read_measure(tokens, i) if i > 0 else None
    if measure is None and tokens[reading.end - 1].text in VULGAR:
        measure = read_measure(tokens, reading.end)
    if measure is not None:
        reading.take(measure)
        reading.share = False
    else:
        reading.unit, reading.name, reading.factor = "percent", "share", HUNDRED


def _as_metres(tokens: Sequence[Token], reading: Reading, numeral: Numeral) -> None:
    million = Decimal(10**6)
    reading.written /= million
    reading.step = reading.step / million if reading.step is not None else None
    reading.scaled = False
    # "25m/s" has more to its unit than the "m".
    reading.take(
        read_measure(tokens, numeral.end - 1)
        or Measure(METRE.canonical, METRE.name, numeral.end, convert=METRE)
    )


def _describe(tokens: Sequence[Token], reading: Reading) -> None:
    """Read what is counted, and the basis of a rate."""
    end = reading.end
    if reading.unit == "count" and not reading.measured:
        joined = tokens[end].text in HYPHENS and touching(tokens[end - 1], tokens[end])
        joined = joined and tokens[end + 1].low not in FUNCTION_WORDS
        if joined and tokens[end + 1].kind is Kind.WORD and touching(tokens[end], tokens[end + 1]):
            # "a ten-storey block", "a 1,940-person trial"
            reading.noun, reading.end = lemma(tokens[end + 1].low), end + 2
            if reading.noun in {"strong", "fold", "way"}:
                reading.noun = None
            return
        found = read_noun(tokens, end, plural=reading.written != 1)
        if found is not None:
            reading.noun, end = found
            if reading.end < end and not _noun_is_far(tokens, reading.end, end):
                reading.end = end
    if reading.unit != "count" and (tokens[end].low == "of" or _halves(tokens, reading)):
        # "within 30 days of the ceasefire" measures no ceasefire.
        noun_at = end + (tokens[end].low == "of") + (_article(tokens, end) if reading.unit != "second" else 0)
        named = read_noun(tokens, noun_at) if reading.unit == "percent" else None
        named = named or read_noun(tokens, noun_at, plural=False)
        reading.noun = named[0] if named and tokens[named[1] - 1].text.islower() else None
    if tokens[end - 1].low == "mpg":
        reading.per = "gallon"
        return
    per = read_rate(tokens, end)
    if per is not None:
        reading.unit, reading.end = per
        reading.name = reading.unit
        return
    basis = read_per(tokens, end)
    if basis is not None:
        reading.per = basis[0]
        reading.end = basis[1] or reading.end


_ARTICLES = frozenset({"the", "its", "their", "all", "his", "her", "our", "these", "those", "this"})


def _article(tokens: Sequence[Token], end: int) -> int:
    """How many articles stand between "of" at `end`, if there, and the noun."""
    i = end + (tokens[end].low == "of")
    return (tokens[i].low in _ARTICLES) + (tokens[i].low == "all" and tokens[i + 1].low in _ARTICLES)


def _halves(tokens: Sequence[Token], reading: Reading) -> bool:
    """ "half the crew": a share may do without its "of"."""
    return reading.share and tokens[reading.end - 1].low == "half" and tokens[reading.end].low in _ARTICLES


def _noun_is_far(tokens: Sequence[Token], end: int, noun_end: int) -> bool:
    return noun_end - end > 4


def read_rate(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """ "per 100,000" and the like at `i`: the unit's name and the index behind it."""
    j = i + 1
    if tokens[i].low == "for" and tokens[j].low == "every":
        j += 1
    elif tokens[i].low not in {"per", "in"}:
        return None
    numeral = read_numeral(tokens, j)
    if numeral is None or numeral.share or numeral.value < HUNDRED or numeral.value % HUNDRED:
        return None
    if (measured := read_measure(tokens, numeral.end)) is not None and measured.convert is not None:
        # "6 litres per 100km" is litres for a length.
        return None
    if tokens[i].low == "in" and numeral.value < 1000:
        return None
    return f"per_{int(numeral.value)}", numeral.end
