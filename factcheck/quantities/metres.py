"""Telling the "m" of metres from the "m" of millions."""

from collections.abc import Sequence

from factcheck.quantities.measures import (
    looks_plural,
)
from factcheck.quantities.noun_words import FUNCTION_WORDS
from factcheck.quantities.numerals import Numeral
from factcheck.quantities.tokens import Kind, Token
from factcheck.quantities.units import LONGEST_PHRASE
from factcheck.quantities.wordlist import words

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

_MANY = frozenset(
    words(
        """
crowd population people audience total majority share following community circulation workforce
membership army fleet increase rise fall drop cut boost gain loss jump surge decline reduction
shortfall deficit surplus gap budget fund deal contract package
"""
    )
)
"""What a number in millions may describe: "a 1.5m crowd"."""


def _describes_a_length(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """ "a 1.5m wall": one thing is described, and it is none that can be a million of something."""
    following = tokens[numeral.end]
    return (
        numeral.start > 0
        and tokens[numeral.start - 1].low in {"a", "an"}
        and numeral.value < 1000 * 10**6
        and following.kind is Kind.WORD
        and following.text.islower()
        and following.low not in _MANY | FUNCTION_WORDS
        and not looks_plural(following)
        and following.low not in LONGEST_PHRASE
        and not looks_plural(tokens[numeral.end + 1])
    )


_EVENTS = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})


def means_metres(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Whether the "m" in "100m" is metres: told by what is measured around it."""
    following = tokens[numeral.end]
    if following.low in _METRES_AFTER or (following.text == "/" and tokens[numeral.end + 1].low == "s"):
        return True
    if _describes_a_length(tokens, numeral):
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
