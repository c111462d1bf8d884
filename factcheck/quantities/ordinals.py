"""Reading places in a row: "third", "3rd", "second-largest", "category 3"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.lexicon import ORDINALS, SMALL, TENS
from factcheck.quantities.measures import HYPHENS, looks_plural, read_noun
from factcheck.quantities.noun_words import FUNCTION_WORDS, RANKS
from factcheck.quantities.numerals import plain_digits
from factcheck.quantities.readings import Reading, small_whole
from factcheck.quantities.tokens import Kind, Token, touching

_SUPERLATIVE_ENDINGS = ("est", "most", "least")
_RANKED = frozenset({"ranked", "rated", "seeded", "world", "at", "as", "reached", "the", "s"})


def read_numbered(tokens: Sequence[Token], i: int) -> Reading | None:
    """A place told by "No" or "number" before the figure at `i`: "ranked No 3", "the number three seed"."""
    token = tokens[i]
    value = small_whole(token) if token.kind is Kind.NUMBER else SMALL.get(token.low)
    start = i - 1 - (i > 1 and tokens[i - 1].text == ".")
    if not value or value > 200 or start < 1 or tokens[start].low not in {"no", "number"}:
        return None
    if tokens[start - 1].low not in _RANKED or (tokens[start].low == "no" and token.kind is Kind.WORD):
        return None
    noun = read_noun(tokens, i + 1, plural=False)
    if tokens[start - 1].low in {"the", "s"} and (noun is None or noun[0] not in _PLACED):
        # "the No 3 seed", but "the No 10 bus" and "the No 10 spokesman"
        return None
    return _place(start, i + 1, value, noun[0] if noun else None)


_PLACED = frozenset(
    {"seed", "player", "ranking", "spot", "slot", "position", "pick", "hit", "single", "album"}
)


def read_ordinal(tokens: Sequence[Token], i: int) -> Reading | None:
    """A place in a row at `i`: "third", "3rd", "twenty-first", "second-largest", "category 3"."""
    token = tokens[i]
    value, end = 0, i + 1
    if token.kind is Kind.NUMBER:
        value, end = _with_suffix(tokens, i)
        if not value:
            return _rank(tokens, i)
    elif token.low in TENS and tokens[i + 1].text in HYPHENS and ORDINALS.get(tokens[i + 2].low, 99) < 10:
        value, end = TENS[token.low] + ORDINALS[tokens[i + 2].low], i + 3
    elif token.low in ORDINALS and not _is_no_rank(tokens, i):
        value = ORDINALS[token.low]
    if not value:
        return None
    if tokens[end].text in HYPHENS and touching(tokens[end - 1], tokens[end]):
        low = tokens[end + 1].low
        if not low.endswith(_SUPERLATIVE_ENDINGS) and low not in {"placed", "ranked"}:
            return None
        while tokens[end].text in HYPHENS and touching(tokens[end], tokens[end + 1]):
            # "fifth-most-visited"
            end += 2
    elif tokens[end].low.endswith("est") and len(tokens[end].low) > 4:
        end += 1
    noun = None if tokens[end].low.endswith("ed") else read_noun(tokens, end, plural=False)
    return _place(i, end, value, noun[0] if noun else None)


def _with_suffix(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The value of "3rd" at `i` and the index behind it; nought for anything else."""
    token, suffix = tokens[i], tokens[i + 1]
    digits = plain_digits(token)
    if suffix.low not in {"st", "nd", "rd", "th"} or not touching(token, suffix) or digits is None:
        return 0, i
    if digits != digits.to_integral_value() or (suffix.low == "st" and _is_stone(tokens, i, int(digits))):
        return 0, i
    return int(digits), i + 2


def _rank(tokens: Sequence[Token], i: int) -> Reading | None:
    """The number of "category 3" at `i`."""
    rank = small_whole(tokens[i])
    if rank is None or rank > 20 or i == 0 or tokens[i - 1].low not in RANKS or looks_plural(tokens[i + 1]):
        return None
    return _place(i, i + 1, rank, tokens[i - 1].low)


def _place(start: int, end: int, value: int, noun: str | None) -> Reading:
    return Reading(start, end, Decimal(value), unit="ordinal", name="ordinal", step=Decimal(1), noun=noun)


def _is_stone(tokens: Sequence[Token], i: int, digits: int) -> bool:
    """ "12st" is a weight, "21st" a place unless pounds follow."""
    return digits % 10 != 1 or digits % 100 == 11 or tokens[i + 3].low in {"lb", "lbs"}


_NO_RANK_AFTER = frozenset(
    {"aid", "lady", "name", "names", "hand", "world", "party", "parties", "thing", "reich"}
)


def _is_no_rank(tokens: Sequence[Token], i: int) -> bool:
    """ "a split second", "at first", "first of all", "a third party"."""
    low, before, following = tokens[i].low, tokens[i - 1].low if i else "", tokens[i + 1].low
    if low == "third" and before in {"middle", "bottom", "top", "final", "upper", "lower", "last"}:
        return True
    if tokens[i].text[0].isupper() and tokens[i + 1].text[:1].isupper():
        # "First Minister", "Second World War"
        return True
    if (
        following in _NO_RANK_AFTER
        or (following == "half" and low in {"first", "second"})
        or (low == "first" and before == "at")
    ):
        return True
    if low == "first" and (
        (following == "of" and tokens[i + 2].low == "all")
        or following in FUNCTION_WORDS - {"in", "to", "of", "and"}
    ):
        return True
    if low == "first" and (following in SMALL or tokens[i + 1].kind is Kind.NUMBER):
        # "the first two finishers", "the first 100 days"
        return True
    if low == "second" and tokens[i + 1].text not in HYPHENS:
        return before in {"split", "per", "every"} or (
            before in {"a", "the"} and (tokens[i + 1].kind is not Kind.WORD or following in FUNCTION_WORDS)
        )
    return False
