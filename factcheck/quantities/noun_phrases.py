"""Noun phrases told by the order of words alone: what stands before "of" or a verb, or behind "in"."""

from collections.abc import Sequence

from factcheck.quantities.measures import HYPHENS
from factcheck.quantities.noun_words import FUNCTION_WORDS
from factcheck.quantities.tokens import Kind, Token, touching
from factcheck.quantities.verb_words import AUXILIARIES, SAYING, VERBS
from factcheck.quantities.wordlist import words

Stretch = tuple[int, int]
"""First token and the index behind the last."""

_LONGEST = 12

DETERMINERS = frozenset(
    words("the a an its their his her our your my this that these those some all both each every any")
)

_NO_NAMES = frozenset({"born", "aged", "following", "other"})
_PRONOUNS = frozenset(words("it they he she we you i this that these those which who there what one both"))

_OPENERS = frozenset(
    words(
        """
and or but while whereas as when because if although though after before since until so than then
with yet
"""
    )
)

_PREPOSITIONS = frozenset(words("in on at for by during from under across among with within to of over"))


def tidy(tokens: Sequence[Token], first: int, end: int) -> Stretch | None:
    """The phrase without conjunctions and articles before it; None for a pronoun or what is too long."""
    while first < end and (
        tokens[first].low in _OPENERS | DETERMINERS | {"s"} or tokens[first].kind is Kind.SIGN
    ):
        first += 1
    while end > first and tokens[end - 1].low in {"and", "but", "or"}:
        end -= 1
    if first < end and tokens[first].low in _PREPOSITIONS:
        # "In Leeds rents": where the adverbial ends cannot be told, but the last word stands behind it.
        first = end - 1
    if first >= end or end - first > _LONGEST or tokens[end - 1].kind is not Kind.WORD:
        return None
    if end - first == 1 and tokens[first].low in _PRONOUNS | FUNCTION_WORDS | _NO_NAMES:
        return None
    return first, end


def words_before(tokens: Sequence[Token], i: int, floor: int) -> Stretch | None:
    """The run of nouns and adjectives that ends before `i`."""
    first = i
    while first > floor and _in_phrase(tokens, first - 1):
        first -= 1
    while first < i and tokens[first].kind is Kind.SIGN:
        first += 1
    return (first, i) if first < i else None


def words_from(tokens: Sequence[Token], i: int) -> Stretch | None:
    """The noun phrase that begins at `i`, its article left out, an "of" inside it taken in."""
    while tokens[i].low in DETERMINERS:
        i += 1
    end = i
    while end - i < _LONGEST and (
        _in_phrase(tokens, end) or (end > i and tokens[end].low == "of" and _in_phrase(tokens, end + 1))
    ):
        end += 1
    return (i, end) if end > i else None


def _in_phrase(tokens: Sequence[Token], j: int) -> bool:
    token = tokens[j]
    if token.text in HYPHENS:
        return touching(tokens[j - 1], token) and touching(token, tokens[j + 1])
    if token.text in {"'", "’"}:
        return tokens[j + 1].low == "s"
    if token.kind is not Kind.WORD:
        return False
    return token.low not in FUNCTION_WORDS and token.low not in AUXILIARIES - {"s"} and not _is_verb(token)


def _is_verb(token: Token) -> bool:
    return token.low in SAYING or (token.low in VERBS and token.low.endswith(("ed", "t", "ose", "ell", "ew")))
