"""What has to be accounted for beside figures and dates: titled names, superlatives, "all" and "never"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.titles import titled_names
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_UNIVERSAL = words(
    """
    all every each none never nobody nothing always everyone everybody everything everywhere nowhere
    neither entire whole
    """
)
_RANKING = words("first only sole unique unprecedented record maiden last")
_NOT_ALL = words("after above at in first it that but")
"""Words before "all" that make a set phrase: "after all", "at all"."""


@dataclass(frozen=True, slots=True)
class Triggers:
    """Token indices of one sentence that must be in a claim or on the list of what was left out."""

    titled: frozenset[int]
    superlatives: frozenset[int]
    universals: frozenset[int]


def find_triggers(tokens: "Tokens") -> Triggers:
    """The triggers of one parsed sentence; wider than what makes a claim: nothing is passed in silence."""
    return Triggers(
        titled_names(tokens),
        frozenset(t.i for t in tokens if _is_extreme(t)),
        frozenset(i for t in tokens for i in _universal(t, tokens)),
    )


def _is_extreme(token: "Token") -> bool:
    if token.tag_ in ("JJS", "RBS"):
        return token.lower_ not in ("least", "most") or token.tag_ == "RBS"
    return token.lower_ in _RANKING


def _universal(token: "Token", tokens: "Tokens") -> tuple[int, ...]:
    lower = token.lower_
    before = tokens[token.i - 1].lower_ if token.i else ""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if lower == "no" and after is not None and after.lower_ == "one":
        return token.i, token.i + 1
    if lower not in _UNIVERSAL:
        return ()
    if lower == "all" and (before in _NOT_ALL or (after is not None and after.lower_ == "right")):
        return ()
    if lower == "each" and after is not None and after.lower_ == "other":
        return ()
    return (token.i,)
