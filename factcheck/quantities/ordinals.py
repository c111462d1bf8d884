"""Reading places in a row: "third", "3rd", "second-largest", "category 3"."""

from collections.abc import Sequence
from decimal import Decimal

from factcheck.quantities.amounts import Reading, small_whole
from factcheck.quantities.lexicon import ORDINALS, SMALL, TENS
from factcheck.quantities.measures import HYPHENS, looks_plural, read_noun
from factcheck.quantities.noun_words import FUNCTION_WORDS, RANKS
from factcheck.quantities.numerals import plain_digits
from factcheck.quantities.tokens import Kind, Token, touching

_SUPERLATIVE_ENDINGS = ("est", "most", "least")


def read_ordinal(tokens: Sequence[Token], i: int) -> Reading | None:
    """A place in a row at `i`: "third", "3rd", "twenty-first", "second-largest", "category 3"."""
    token = tokens[i]
    value, end = 0, i + 1
    if token.kind is Kind.NUMBER:
        suffix = tokens[i + 1]
        digits = plain_digits(token)
        if suffix.low in {"st", "nd", "rd", "th"} and touching(token, suffix) and digits is not None:
            if digits != digits.to_integral_value():
                return None
            value, end = int(digits), i + 2
        elif i and tokens[i - 1].low in RANKS and (rank := small_whole(token)) is not None:
            if rank > 20 or any(looks_plural(other) for other in tokens[i + 1 : i + 2]):
                return None
            return Reading(
                i, end, Decimal(rank), unit="ordinal", name="ordinal", step=Decimal(1), noun=tokens[i - 1].low
            )
    elif token.low in TENS and tokens[i + 1].text in HYPHENS and ORDINALS.get(tokens[i + 2].low, 99) < 10:
        value, end = TENS[token.low] + ORDINALS[tokens[i + 2].low], i + 3
    elif token.low in ORDINALS and not _is_no_rank(tokens, i):
        value = ORDINALS[token.low]
    if not value:
        return None
    if tokens[end].text in HYPHENS and touching(tokens[end - 1], tokens[end]):
        if not tokens[end + 1].low.endswith(_SUPERLATIVE_ENDINGS) and tokens[end + 1].low not in {
            "placed",
            "ranked",
        }:
            return None
        end += 2
    elif tokens[end].low.endswith("est") and len(tokens[end].low) > 4:
        end += 1
    noun = None if tokens[end].low.endswith("ed") else read_noun(tokens, end, plural=False)
    return Reading(
        i,
        end,
        Decimal(value),
        unit="ordinal",
        name="ordinal",
        step=Decimal(1),
        noun=noun[0] if noun else None,
    )


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
