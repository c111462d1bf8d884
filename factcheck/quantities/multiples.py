"""Reading ratios, proportions and plurals without a figure: "doubled", "one in five", "billions"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.domain.quantities import Direction, Movement
from factcheck.quantities.lexicon import HALVINGS, MULTIPLES, SCALES, VAGUE, VAGUE_FACTORS
from factcheck.quantities.measures import HYPHENS, read_measure, read_noun
from factcheck.quantities.money import currency_after
from factcheck.quantities.numerals import Numeral, read_numeral
from factcheck.quantities.readings import HUNDRED, Reading
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.wordlist import words

_DOUBLE_BEFORE = frozenset(
    {"to", "would", "will", "could", "may", "might", "nearly", "almost", "than", "about"}
)
_DOUBLE_AFTER = frozenset({"the", "that", "its", "their", "what", "last", "this", "those", "his", "her"})
_AFTER_TIMES = frozenset(
    words(
        """
as the more higher larger bigger greater faster their its that what less lower smaller his her
last
"""
    )
)


def read_multiple(tokens: Sequence[Token], i: int, numeral: Numeral | None) -> Reading | None:
    """A ratio at `i`, where `numeral` stands, if any: "doubled", "halved", "three times as many", "5x"."""
    token = tokens[i]
    low = token.low
    if low in HALVINGS and low != "halves":
        return Reading(
            i,
            i + 1,
            Decimal("0.5"),
            unit="percent",
            name="share",
            factor=HUNDRED,
            share=True,
            direction=Direction.DOWN,
            movement=Movement.CHANGE,
        )
    multiple = MULTIPLES.get(low)
    if multiple is not None:
        if low in {"double", "triple", "treble"}:
            before = tokens[i - 1].low if i else ""
            if before not in _DOUBLE_BEFORE and tokens[i + 1].low not in _DOUBLE_AFTER:
                return None
        if low == "twice" and tokens[i + 1].low not in _AFTER_TIMES:
            return None
        moved = low.endswith(("ed", "ing", "les", "fold")) or low == "double"
        return _ratio(i, i + 1, Decimal(multiple), Direction.UP if moved else None)
    if numeral is None or numeral.share or numeral.scaled:
        return None
    following = tokens[numeral.end]
    if following.low == "times" and tokens[numeral.end + 1].low in _AFTER_TIMES:
        return _ratio(i, numeral.end + 1, numeral.value, None, numeral.step)
    fold = numeral.end + (following.text in HYPHENS and tokens[numeral.end + 1].low == "fold")
    times = tokens[fold].low in {"x", "fold", "×"} and touching(tokens[fold - 1], tokens[fold])
    if times and touching(tokens[numeral.end - 1], following) and tokens[fold + 1].kind is not Kind.NUMBER:
        return _ratio(i, fold + 1, numeral.value, None, numeral.step)
    return None


def _ratio(
    start: int, end: int, value: Decimal, direction: Direction | None, step: Decimal | None = None
) -> Reading:
    moved = Movement.CHANGE if direction else None
    return Reading(
        start, end, value, unit="ratio", name="ratio", direction=direction, movement=moved, step=step
    )


def read_proportion(tokens: Sequence[Token], i: int, first: Numeral | None) -> Reading | None:
    """ "one in five", "four out of five" at `i`, where `first` stands, in per cent."""
    if first is None or first.share or first.scaled or first.value != first.value.to_integral_value():
        return None
    j = first.end
    if tokens[j].low == "out" and tokens[j + 1].low == "of":
        j += 2
    elif tokens[j].low == "in":
        j += 1
    elif tokens[j + 1].low == "in" and first.value == 1 and first.words and tokens[j].text.islower():
        # "one vehicle in four", but not "one goal in five games"
        j += 2
        last = read_numeral(tokens, j + (tokens[j].low == "every"))
        if last is None or (tokens[j].low != "every" and read_noun(tokens, last.end) is not None):
            return None
    else:
        return None
    j += tokens[j].low == "every"
    if tokens[j].low == "a" and tokens[j + 1].low not in {"hundred", "thousand", "million"}:
        return None
    second = read_numeral(tokens, j)
    if second is None or second.share or not 0 < first.value < second.value:
        return None
    if second.value > 10 and second.value % 5 and second.value != 12 and tokens[first.end].low == "in":
        return None
    measure = read_measure(tokens, second.end)
    if measure is not None:
        return None
    counted = read_noun(tokens, second.end)
    return Reading(
        i,
        second.end,
        first.value / second.value,
        unit="percent",
        name="share",
        factor=HUNDRED,
        share=True,
        noun=counted[0] if counted else None,
    )


def read_vague(tokens: Sequence[Token], i: int) -> Reading | None:
    """A plural without a figure at `i`: "billions", "tens of thousands", "several hundred", "dozens of"."""
    low = tokens[i].low
    least, most, end = Decimal(0), Decimal(0), i + 1
    if low in VAGUE_FACTORS and tokens[i + 1].low == "of" and tokens[i + 2].low in VAGUE:
        scale = SCALES.get(tokens[i + 2].low.removesuffix("s"))
        if scale is not None:
            least, most = (Decimal(edge) * scale for edge in VAGUE_FACTORS[low])
            if low == "tens":
                least = 10 * scale
            elif low == "hundreds":
                least = 100 * scale
            end = i + 3
    elif low in {"several", "few"} and tokens[i + 1].low in {*SCALES, "hundred", "dozen"}:
        scale = SCALES.get(tokens[i + 1].low) or Decimal(100 if tokens[i + 1].low == "hundred" else 12)
        least, most, end = 2 * scale, 10 * scale, i + 2
    if not least:
        if low not in VAGUE or (low == "scores" and tokens[i + 1].low != "of"):
            return None
        least, most = (Decimal(edge) for edge in VAGUE[low])
    reading = Reading(i, end, least, high=most, vague=True)
    _name_vague(tokens, reading)
    return reading


def _name_vague(tokens: Sequence[Token], reading: Reading) -> None:
    j = reading.end + (tokens[reading.end].low == "of")
    found = currency_after(tokens, j)
    measure = read_measure(tokens, j) if found is None else None
    if found is not None:
        reading.unit, reading.name, reading.end = found[0], found[0], found[2]
    elif measure is not None:
        reading.take(measure)
        if reading.high is not None:
            reading.high = reading.canonical(reading.high)
    else:
        noun = read_noun(tokens, j)
        reading.noun = noun[0] if noun else None
