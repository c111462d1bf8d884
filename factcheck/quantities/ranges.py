"""Two amounts as a range: "10 to 20", "£5m-£7m", "five or six", "40% ± 3%"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.amounts import plus_or_minus_end, read_amount
from factcheck.quantities.hedge_words import HEDGE_WORDS
from factcheck.quantities.measures import (
    HYPHENS,
)
from factcheck.quantities.movement_words import MOVES
from factcheck.quantities.readings import DASHES, Reading
from factcheck.quantities.tokens import Kind, Token, touching


def read_range(tokens: Sequence[Token], low: Reading) -> Reading | None:
    """`low` with its upper end, where a dash, "to" or "and" (after "between") leads on to a second amount."""
    i = low.end
    link = tokens[i]
    between = low.start > 0 and tokens[low.start - 1].low == "between"
    if (margin := plus_or_minus_end(tokens, i)) is not None:
        return _give_or_take(low, read_amount(tokens, margin))
    if link.low == "and" and between:
        pass
    elif link.low == "or":
        return _one_or_the_next(tokens, low)
    elif link.text in HYPHENS and tokens[i + 1].low == "to" and tokens[i + 2].text in HYPHENS:
        # "a 10-to-20-mile walk"
        i += 2
    elif link.text in HYPHENS and tokens[i + 1].low == "to" and tokens[i + 2].kind is Kind.NUMBER:
        # "18- to 34-year-olds"
        i += 1
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


def _give_or_take(low: Reading, margin: Reading | None) -> Reading | None:
    """ "40% ± 3%", "3 ± 0.2 metres"."""
    if margin is None or margin.written < 0 or (low.measured and margin.measured and low.unit != margin.unit):
        return None
    if margin.measured and not low.measured:
        low.share_measure_of(margin)
    high = low.written + margin.written
    low.written -= margin.written
    low.high, low.end = low.canonical(high), margin.end
    low.step = min(low.step, margin.step) if low.step is not None and margin.step is not None else None
    return low


def _one_or_the_next(tokens: Sequence[Token], low: Reading) -> Reading | None:
    """ "five or six homes", "20 or 30 miles": the next whole number, or the next ten."""
    high = read_amount(tokens, low.end + 1)
    if high is None or high.share or low.share or high.written - low.written not in {1, 10}:
        return None
    tens = high.written - low.written == 10
    if (
        low.written >= _YEARLIKE
        or low.measured
        or low.noun
        or low.scaled
        or high.scaled
        or (tens and low.written % 10)
    ):
        return None
    return _joined(tokens, low, high, between=False)


_YEARLIKE = 1000
"""From here on "1160 or 1161" may be years."""


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
