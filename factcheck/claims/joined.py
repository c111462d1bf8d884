"""Verbs that a conjunction joins to the verb before: "opened a plant and sold 40 ships"."""

from typing import TYPE_CHECKING

from factcheck.claims.gaps import own_subject, setting_start, shares_subject
from factcheck.claims.shapes import Cut, Shape, reach
from factcheck.claims.signals import Signals
from factcheck.claims.vocabulary import OUTCOMES
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_STATES = words("be have remain seem appear")
_FINITE = ("VBD", "VBZ", "VBP")


def coordinate_cut(
    token: "Token", whole: Cut, own: tuple[int, int] | None, tokens: "Tokens", signals: Signals
) -> Cut | None:
    """The cut of a second verb with its subject, its own or that of the verb before, or None."""
    start, end = reach(token, whole)
    if own is not None:
        return Cut(_clause_start(token, own, start, tokens), end, token, Shape.COORDINATE, own)
    before = ("aux", "auxpass", "neg", "advmod")
    begin = min([token.i, *(c.i for c in token.children if c.dep_ in before and c.i < token.i)])
    if token.tag_ == "VBG" and not _is_under_way(token):
        apart = whole.head.tag_ == "VBG" and token.head.i == whole.head.i and signals.strong_in(begin, end)
        return Cut(begin, end, token, Shape.PARTICIPLE, whole.subject) if apart else None
    if token.tag_ != "VBG":
        found = own_subject(token, begin, tokens)
        if found is not None:
            return Cut(found[0], end, token, Shape.COORDINATE, found)
        if whole.shape is not Shape.REDUCED and not shares_subject(token, begin, tokens):
            return None
        begin = setting_start(token, begin, tokens)
    described = _described(token, begin, tokens)
    if described is not None:
        return Cut(begin, end, token, Shape.COORDINATE, described)
    return _second(token, whole, begin, end, tokens, signals)


def resumed_cut(token: "Token", whole: Cut, tokens: "Tokens") -> Cut | None:
    """The cut of a verb that the parser hangs on another as a circumstance: "and profit, …, fell 4%"."""
    marked = any(c.dep_ in ("mark", "aux", "auxpass", "nsubj", "nsubjpass") for c in token.children)
    if token.dep_ != "advcl" or token.tag_ not in _FINITE or marked or token.head.i >= token.i:
        return None
    found = own_subject(token, token.i, tokens)
    if found is None or found[0] <= whole.head.i:
        return None
    return Cut(found[0], reach(token, whole)[1], token, Shape.COORDINATE, found)


def _described(token: "Token", begin: int, tokens: "Tokens") -> tuple[int, int] | None:
    """The "hearing" of "after a hearing that ran six hours and drew 164 people", or None."""
    joint = begin - 1
    if tokens[joint].dep_ != "cc" or tokens[joint - 1].text == ",":
        return None
    for verb in tokens[token.head.i + 1 : joint]:
        ends_here = verb.dep_ == "relcl" and verb.right_edge.i == joint - 1 and verb.tag_ == token.tag_
        if ends_here and verb.head.pos_ == "NOUN" and verb.tag_ in _FINITE:
            return verb.head.left_edge.i, verb.head.i + 1
    return None


def _second(
    token: "Token", whole: Cut, begin: int, end: int, tokens: "Tokens", signals: Signals
) -> Cut | None:
    """The cut of a second verb that has the subject of the first, where it says something of its own."""
    purpose = _is_purpose(token, whole)
    goes_on = token.head.i == whole.head.i or purpose or _resumes(token, whole)
    if not goes_on or not (purpose or _is_told(token)) or _is_of_another(token, whole):
        return None
    dated = any(begin <= i < end for i in signals.dates)
    but = tokens[begin - 1].lower_ == "but" and end - begin >= 4 and token.lemma_ not in _STATES
    happened = token.lemma_ in OUTCOMES and any(c.dep_ == "dobj" for c in token.children)
    undergone = any(c.dep_ == "auxpass" for c in token.children) and end - begin >= 4
    if signals.strong_in(begin, end) or dated or but or happened or undergone or end - begin >= 6:
        return Cut(begin, end, token, Shape.COORDINATE, whole.subject)
    return None


def _clause_start(token: "Token", own: tuple[int, int], start: int, tokens: "Tokens") -> int:
    """Its subject, or the adverbials between the conjunction and the subject."""
    begin = own[0] if own[0] < token.i else start
    return next((i for i in range(start, begin) if tokens[i].dep_ not in ("cc", "punct", "mark")), begin)


def _is_under_way(token: "Token") -> bool:
    """Whether it shares the "is" of the verb before: "is cutting 40 jobs and closing two plants"."""
    return token.tag_ == "VBG" and any(c.lemma_ == "be" for c in token.head.children)


def _is_of_another(token: "Token", whole: Cut) -> bool:
    """Whether a finite verb is hung on a participle before a relative clause that it goes on."""
    if token.tag_ not in _FINITE or token.head.i != whole.head.i or whole.head.tag_ not in ("VBG", "VBN"):
        return False
    return whole.head.dep_ != "ROOT" and not any(c.dep_ == "aux" for c in whole.head.children)


def _is_purpose(token: "Token", whole: Cut) -> bool:
    """Whether it is the second of two aims: "is meant to raise £4m and to pay for three schools"."""
    aim = token.head
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    return to and token.tag_ == "VB" and aim.dep_ == "xcomp" and aim.head.i == whole.head.i


def _resumes(token: "Token", whole: Cut) -> bool:
    """Whether a finite verb hung on an infinitive goes on from the first: "cost £4m to run and drew"."""
    return (
        token.tag_ in _FINITE
        and whole.head.tag_ in _FINITE
        and token.head.tag_ == "VB"
        and token.head.head.i == whole.head.i
    )


def _is_told(verb: "Token") -> bool:
    """Whether a second verb is finite, or shares the "will", "has" or "is" of the first."""
    shared = verb.tag_ in ("VB", "VBP") and any(c.tag_ == "MD" for c in verb.head.children)
    return shared or _is_under_way(verb) or verb.tag_ in (*_FINITE, "VBN")
