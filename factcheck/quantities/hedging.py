"""The words that loosen or bound a figure, or call it a record."""

from collections.abc import Sequence

from factcheck.domain.quantities import Hedge
from factcheck.quantities.hedge_words import HEDGE_ENDS, HEDGES_AFTER, HEDGES_BEFORE, LONGEST_HEDGE
from factcheck.quantities.measures import read_noun
from factcheck.quantities.readings import Reading
from factcheck.quantities.tokens import Token, touching
from factcheck.quantities.wordlist import words

_LASTING = frozenset(
    words(
        """
lasted lasting last lasts took take takes taking taken for in of after spent waited within than
ran run sat served worked be is was were been delayed delay
"""
    )
)


def read_hedge(tokens: Sequence[Token], reading: Reading) -> None:
    """Set the hedge of `reading` and widen it over the hedging words beside it."""
    if reading.unit == "score":
        # "The motion passed 52-48"
        return
    _hedge_before(tokens, reading)
    following = tokens[reading.end]
    if following.low in {"or", "at"} or (following.low == "and" and reading.unit == "age"):
        hedge = HEDGES_AFTER.get(f"{following.low} {tokens[reading.end + 1].low}")
        if hedge is not None and reading.hedge is Hedge.EXACT:
            reading.hedge, reading.end = hedge, reading.end + 2
            if reading.unit == "count" and reading.noun is None and (noun := read_noun(tokens, reading.end)):
                # "400 or so people"
                reading.noun, reading.end = noun


_SUMMITS = frozenset({"high", "low", "peak", "total", "sum", "number", "profit", "loss", "turnover"})

_NOUN_BEFORE_RECORD = frozenset(words("a an the new world national its their previous all"))


def read_record(tokens: Sequence[Token], reading: Reading) -> None:
    """Mark "a record 40 homes", "a record high of £40", "an all-time low of 4%", "40 homes, a record"."""
    reading.record = _record_before(tokens, reading.start - 1) or _record_after(tokens, reading.end)


def _record_before(tokens: Sequence[Token], i: int) -> bool:
    of = i > 0 and tokens[i].low == "of"
    i -= of
    summit = of and tokens[max(i, 0)].low in _SUMMITS
    i -= summit
    if i < 0:
        return False
    if tokens[i].low == "record":
        bare = of and not summit
        return not bare or (i > 0 and tokens[i - 1].low in _NOUN_BEFORE_RECORD)
    if tokens[i].low == "time":
        return summit and i > 1 and tokens[i - 2].low == "all"
    breaking = tokens[i].low == "breaking" and i > 1 and tokens[i - 2].low == "record"
    return breaking or (tokens[i].low == "unprecedented" and not of)


def _record_after(tokens: Sequence[Token], end: int) -> bool:
    return (
        tokens[end].text in {",", "–", "—"}
        and [token.low for token in tokens[end + 1 : end + 3]]
        in (
            ["a", "record"],
            ["a", "new"],
        )
        and "record" in {tokens[end + 2].low, tokens[end + 3].low}
    )


def _hedge_before(tokens: Sequence[Token], reading: Reading) -> None:
    start = reading.start
    if start > 1 and tokens[start - 1].text == "." and tokens[start - 2].text in {"c", "ca"}:
        if touching(tokens[start - 2], tokens[start - 1]):
            reading.hedge, reading.start = Hedge.ABOUT, start - 2
        return
    if start == 0 or tokens[start - 1].low not in HEDGE_ENDS:
        return
    for length in range(min(LONGEST_HEDGE, start), 0, -1):
        phrase = " ".join(token.low for token in tokens[start - length : start])
        hedge = HEDGES_BEFORE.get(phrase)
        if hedge is None:
            continue
        stretch = reading.unit == "second" or reading.noun in _STRETCHES
        if phrase == "over" and stretch and start > 1 and tokens[start - 2].low not in _LASTING:
            # "heard 114 witnesses over 27 days" is a stretch of time, "lasted over two hours" a bound.
            return
        if phrase == "up to" and start > 2 and tokens[start - 3].low in _GOING:
            # "picked up to 4%" tells a movement, "spent up to 4%" a bound.
            return
        reading.hedge, reading.start = hedge, start - length
        return


_GOING = frozenset(
    words(
        """
picked picks picking pick went goes going gone go moved moves moving move shot shoots shooting crept
creeps creeping edged edges edging came comes coming inched inches inching ticked ticks ticking
pushed pushes pushing sped
"""
    )
)
"""Words behind which "up to 4%" is where something went."""

_STRETCHES = frozenset(
    {"night", "evening", "morning", "weekend", "season", "round", "meeting", "game", "match"}
)
