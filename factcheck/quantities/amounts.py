"""Reading an amount at a token: currency, number, unit or noun; and two amounts as a range."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factcheck.domain.quantities import Direction, Hedge, Movement
from factcheck.quantities.hedge_words import HEDGE_WORDS
from factcheck.quantities.lexicon import VULGAR
from factcheck.quantities.measures import (
    HYPHENS,
    Measure,
    lemma,
    looks_plural,
    read_measure,
    read_noun,
    read_per,
)
from factcheck.quantities.money import currency_before
from factcheck.quantities.movement_words import MOVES
from factcheck.quantities.numerals import Numeral, plain_digits, read_numeral
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.units import BY_PHRASE, METRE, Unit, to_canonical
from factcheck.quantities.wordlist import words

HUNDRED = Decimal(100)
DASHES = frozenset({"-", "–", "‑", "—", "−"})
MINUSES = frozenset({"-", "−", "–"})


@dataclass(slots=True)
class Reading:
    """A quantity in the making, at `tokens[start:end]`; `written` and `step` are not converted, `high` is."""

    start: int
    end: int
    written: Decimal
    unit: str = "count"
    name: str = ""
    step: Decimal | None = None
    factor: Decimal = Decimal(1)
    convert: Unit | None = None
    high: Decimal | None = None
    noun: str | None = None
    per: str | None = None
    vague: bool = False
    scaled: bool = False
    share: bool = False
    words: bool = False
    hedge: Hedge = Hedge.EXACT
    direction: Direction | None = None
    movement: Movement | None = None

    @property
    def measured(self) -> bool:
        """Whether a unit, sign or percentage was written."""
        return bool(self.name)

    def canonical(self, value: Decimal) -> Decimal:
        """`value` of the written unit in the canonical one."""
        if self.convert is None:
            return value * self.factor
        difference = self.movement is Movement.CHANGE
        return to_canonical(value, self.convert, difference=difference)

    def canonical_step(self) -> Decimal | None:
        """The step in the canonical unit."""
        if self.step is None:
            return None
        if self.convert is None:
            return self.step * self.factor
        return to_canonical(self.step, self.convert, difference=True)

    def take(self, measure: Measure) -> None:
        """Adopt a unit that was read behind the number."""
        self.unit, self.name, self.end = measure.unit, measure.name, measure.end
        self.factor, self.convert = measure.factor, measure.convert

    def share_measure_of(self, other: "Reading") -> None:
        """Adopt the unit of a neighbour that was written once for both."""
        self.unit, self.name, self.factor, self.convert = other.unit, other.name, other.factor, other.convert
        self.noun, self.per = self.noun or other.noun, self.per or other.per


def read_amount(tokens: Sequence[Token], i: int) -> Reading | None:
    """The amount that begins at token `i`, with its currency, unit or noun; None where there is no number."""
    money = currency_before(tokens, i)
    start, at = i, money[1] if money else i
    negative = tokens[at].text in MINUSES and tokens[at + 1].kind is Kind.NUMBER
    if negative and not touching(tokens[at], tokens[at + 1]):
        return None
    numeral = read_numeral(tokens, at + negative, money=money is not None)
    if numeral is None or (money and numeral.words and not numeral.scaled):
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
    if money:
        reading.unit = reading.name = money[0]
    elif numeral.share:
        _measure_share(tokens, reading)
    elif numeral.bare_m and _means_metres(tokens, numeral):
        _as_metres(tokens, reading, numeral)
    else:
        _measure(tokens, reading)
    if reading.unit == "second":
        _add_smaller_time(tokens, reading)
    elif reading.convert is not None:
        _add_smaller(tokens, reading)
    _describe(tokens, reading)
    return reading


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


_METRES_AFTER = frozenset(
    words(
        """
run runs tall high long wide deep away final finals race races sprint hurdles relay freestyle
butterfly backstroke breaststroke dash medley above below apart across thick underwater square
squared
"""
    )
)
_METRES_BEFORE = frozenset(
    words(
        """
depth height length width distance men's women's waves swell measuring measures stands stood
rises
"""
    )
)


_EVENTS = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})


def _means_metres(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the "m" in "100m" is metres: told by what is measured around it."""
    if tokens[numeral.end].low in _METRES_AFTER:
        return True
    before = [token.low for token in tokens[max(0, numeral.start - 4) : numeral.start]]
    if any(word in _METRES_BEFORE for word in before):
        return True
    # "won the 200m", "the women’s 800m": a distance that is run or swum, and nothing counted behind it.
    event = (
        numeral.value / 10**6 in _EVENTS
        and before[-1:]
        and before[-1] in {"the", "s", "men", "women", "her", "his"}
    )
    return bool(event) and not looks_plural(tokens[numeral.end])


def _as_metres(tokens: Sequence[Token], reading: Reading, numeral: Numeral) -> None:
    million = Decimal(10**6)
    reading.written /= million
    reading.step = reading.step / million if reading.step is not None else None
    reading.scaled = False
    reading.take(Measure(METRE.canonical, METRE.name, numeral.end, convert=METRE))


_SMALLER = {"foot": "inch", "stone": "pound", "mile": "yard"}
_SMALLER_TIME = {"hour": "minute", "minute": "second", "year": "month"}


def _add_smaller_time(tokens: Sequence[Token], reading: Reading) -> None:
    half = tokens[reading.end : reading.end + 3]
    if [token.low for token in half] == ["and", "a", "half"]:
        reading.written, reading.step, reading.end = reading.written + Decimal("0.5"), None, reading.end + 3
        return
    _add_smaller(tokens, reading)


def _add_smaller(tokens: Sequence[Token], reading: Reading) -> None:
    """Take in what follows of the next smaller unit: "6ft 2in", "two hours and 30 minutes"."""
    smaller = _SMALLER.get(reading.name) or _SMALLER_TIME.get(reading.name)
    if smaller is None or reading.convert is None:
        return
    i = reading.end + (tokens[reading.end].low == "and" or tokens[reading.end].text == ",")
    if tokens[i].kind is Kind.SIGN:
        return
    numeral = read_numeral(tokens, i)
    if numeral is None or numeral.share or numeral.scaled or numeral.step is None:
        return
    measure = read_measure(tokens, numeral.end)
    unit = measure.convert if measure else None
    end = measure.end if measure else numeral.end
    if (
        smaller == "inch"
        and tokens[numeral.end].low == "in"
        and touching(tokens[numeral.end - 1], tokens[numeral.end])
    ):
        unit, end = BY_PHRASE["inch"], numeral.end + 1
    if unit is None or unit.name != smaller:
        return
    smaller_part = to_canonical(Decimal(1), unit) / to_canonical(Decimal(1), reading.convert)
    reading.written += numeral.value * smaller_part
    reading.step = numeral.step * smaller_part
    reading.end = end


def _describe(tokens: Sequence[Token], reading: Reading) -> None:
    """Read what is counted, and the basis of a rate."""
    end = reading.end
    if reading.unit == "count" and not reading.measured:
        joined = tokens[end].text in HYPHENS and touching(tokens[end - 1], tokens[end])
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
    if reading.unit not in {"count", "percent"} and tokens[end].low == "of":
        named = read_noun(tokens, end + 1, plural=False)
        reading.noun = named[0] if named and tokens[named[1] - 1].text.islower() else None
    per = read_rate(tokens, end)
    if per is not None:
        reading.unit, reading.end = per
        reading.name = reading.unit
        return
    reading.per = read_per(tokens, end)


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
    if tokens[i].low == "in" and numeral.value < 1000:
        return None
    return f"per_{int(numeral.value)}", numeral.end


def read_range(tokens: Sequence[Token], low: Reading) -> Reading | None:
    """`low` with its upper end, where a dash, "to" or "and" (after "between") leads on to a second amount."""
    i = low.end
    link = tokens[i]
    between = low.start > 0 and tokens[low.start - 1].low == "between"
    if link.low == "and" and between:
        pass
    elif link.low == "to" and not between:
        if _moves(tokens, low):
            return None
    elif link.text in DASHES:
        if touching(tokens[i - 1], link) != touching(link, tokens[i + 1]):
            return None
        if not touching(link, tokens[i + 1]) and not low.measured:
            return None
    else:
        return None
    high = read_amount(tokens, i + 1)
    if high is None:
        return None
    return _joined(tokens, low, high, between=between)


def _moves(tokens: Sequence[Token], low: Reading) -> bool:
    """Whether "X to Y" tells of a movement from X or by X to Y rather than of a range."""
    i = low.start - 1
    while i > max(0, low.start - _LONGEST_HEDGE) and tokens[i].low in HEDGE_WORDS:
        i -= 1
    before = tokens[i].low if i >= 0 else ""
    if before in {"by", "from"}:
        return any(token.low in MOVES for token in tokens[max(0, i - 8) : i])
    return before in MOVES and low.measured


_LONGEST_HEDGE = 5


def _joined(tokens: Sequence[Token], low: Reading, high: Reading, *, between: bool) -> Reading | None:
    if low.measured and high.measured and low.unit != high.unit:
        return None
    if high.measured and not low.measured:
        low.share_measure_of(high)
    elif low.measured and not high.measured:
        # "£10 to 20" is "£10 to £20"; "5% to nine countries" are two figures.
        if high.noun is not None:
            return None
        high.share_measure_of(low)
    if high.scaled and not low.scaled and low.written < high.written / _scale_of(high):
        scale = _scale_of(high)
        low.written *= scale
        low.step = low.step * scale if low.step is not None else None
    if low.canonical(low.written) >= high.canonical(high.written):
        return None
    low.high, low.end, low.noun, low.per = (
        high.canonical(high.written),
        high.end,
        high.noun or low.noun,
        high.per or low.per,
    )
    low.scaled = low.scaled or high.scaled
    if between:
        low.start -= 1
    return low


def _scale_of(reading: Reading) -> Decimal:
    """The magnitude in a scaled reading: the largest power of a thousand (or lakh, crore) below it."""
    value = abs(reading.written)
    for power in (12, 9, 6, 3):
        if value >= 10**power:
            return Decimal(10**power)
    return Decimal(1)


def small_whole(token: Token) -> int | None:
    """The value of a number token of at most three digits and no point."""
    if token.kind is not Kind.NUMBER or len(token.text) > 3 or "." in token.text:
        return None
    value = plain_digits(token)
    return int(value) if value is not None else None
