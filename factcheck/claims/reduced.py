"""Clauses without a finite verb that tell a fact all the same: "founded in 2019", "following a cut of 5%"."""

from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape, after_comma, reach
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_IDLE = words("compared given based followed including said called named known named according")
_EVENTS = words(
    """
    reduction cut rise fall increase decrease loss gain drop jump defeat victory win election vote ruling
    merger takeover explosion crash attack strike earthquake storm flood fire collapse resignation death
    decline surge
    """
)
"""Nouns of what happened: "following a cut of 5%" says that there was one."""


def reduced_cut(token: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """The cut of the past participle `token` with what belongs to it, set off by a comma, or None.

    Its subject is the noun before the comma, or after it where the participle opens the sentence; where
    neither is sure it has none.
    """
    if token.tag_ not in ("VBN", "VBD") or token.dep_ not in ("acl", "advcl") or token.lower_ in _IDLE:
        return None
    if any(c.dep_ in ("aux", "auxpass", "mark", "nsubj", "nsubjpass") for c in token.children):
        return None
    start, end = reach(token, whole)
    start = max(start, _participle_start(token))
    while end > start and tokens[end - 1].is_punct and tokens[end - 1].text in (",", ";"):
        end -= 1
    dated = any(start <= i < end for i in signals.dates)
    named = sum(start <= i < end for i in signals.names) >= 1
    opens = start == whole.start
    if end - start < 3 or not (dated or signals.strong_in(start, end) or (opens and named)):
        return None
    if opens:
        follows = end + 1 < whole.end and tokens[end].text == "," and whole.subject is not None
        if token.head.i != whole.head.i or not follows or whole.subject is None:
            return None
        sure = whole.subject[0] == end + 1
        return Cut(start, end, token, Shape.REDUCED, whole.subject) if sure else None
    # What follows the clause to its end ("…, hit by a strike in May") may belong to any noun before.
    if not after_comma(tokens, start, whole) or not (end < whole.end and tokens[end].text == ","):
        return None
    return Cut(start, end, token, Shape.REDUCED, _noun_before(token, tokens, signals, start))


def _participle_start(token: "Token") -> int:
    """The participle with the adverbs right before it."""
    first = token.i
    while first > 0 and token.doc[first - 1].dep_ == "advmod" and token.doc[first - 1].head.i == token.i:
        first -= 1
    return first


def _noun_before(token: "Token", tokens: "Tokens", signals: Signals, start: int) -> tuple[int, int] | None:
    noun = token.head
    if token.dep_ != "acl" or noun.pos_ not in ("NOUN", "PROPN") or noun.i >= start:
        return None
    named = subject_range(noun)
    ends_here = named[1] == start - 1
    return (named[0], min(named[1], start - 1)) if ends_here or noun.i in signals.names else None


def is_insertion(head: "Token", tokens: "Tokens") -> bool:
    """Whether a verb that the parser took for the main one is a participle between commas.

    "The council, reduced to nine members, chose …": a comma parts a participle from its noun, and never a
    verb from its subject.
    """
    if head.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("aux", "auxpass") for c in head.children):
        return False
    subject = subject_of(head)
    first = _participle_start(head)
    if subject is None or first < 2 or tokens[first - 1].text != ",":
        return False
    if subject_range(subject)[1] != first - 1:
        return False
    return any(
        c.dep_ == "conj" and c.i > head.i and tokens[_group_start(c) - 1].text == "," for c in head.children
    )


def _group_start(verb: "Token") -> int:
    """The first of the helpers before a verb, or the verb."""
    return min(
        [verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod") and c.i < verb.i)]
    )


def event_cut(token: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """“…, following a first reduction in August, when …”: something that happened, told by a noun."""
    start, end = reach(token, whole)
    if token.lower_ not in ("following", "after"):
        return None
    event = next((c for c in token.children if c.dep_ == "pobj"), None)
    if event is None or event.lemma_.lower() not in _EVENTS or not after_comma(tokens, start, whole):
        return None
    if tokens[start + 1].lower_ not in ("a", "an") or not end >= whole.end - 1:
        return None
    checkable = signals.strong_in(start, end) or any(start <= i < end for i in signals.dates)
    return Cut(start, end, event, Shape.EVENT, None) if checkable else None
