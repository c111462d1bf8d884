"""Subjects and verbs that a sentence leaves out because they stand in the clause before."""

from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_JOINS = words("and but while whereas")
_HEDGES = words("about nearly almost only just over around roughly some under more than fewer less")
_UNITS = words("% percent cent per percentage points million billion trillion bn m")
_LONGEST_NAME = 6


def own_subject(verb: "Token", begin: int, tokens: "Tokens") -> tuple[int, int] | None:
    """The subject of a second verb that the parser took for the end of a list: ", a record, and Roe won …".

    `begin` is the first token of the verb group. None where no noun phrase of its own stands before it.
    """
    joint = _joint(verb, begin, tokens)
    if joint is None or joint + 1 >= begin or tokens[joint - 1].text != ",":
        return None
    between = tokens[joint + 1 : begin]
    if any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in between):
        return None
    if between[0].pos_ not in ("DET", "PROPN", "NOUN", "PRON", "NUM", "ADJ"):
        return None
    return (joint + 1, begin) if any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in between) else None


def shares_subject(verb: "Token", begin: int, tokens: "Tokens") -> bool:
    """Whether a verb without a subject surely has that of the verb before: a conjunction joins the verbs."""
    joint = _joint(verb, begin, tokens)
    if joint is not None and all(t.pos_ in ("ADV", "PART", "AUX") for t in tokens[joint + 1 : begin]):
        return True
    if tokens[begin - 1].text != "," or joint is not None:
        return False
    # "opened a plant, sold 40 ships and closed three"
    return any(
        t.dep_ == "conj" and t.head.i in (verb.i, verb.head.i) and t.i > verb.i and _joins(t, verb.i, tokens)
        for t in tokens[verb.i + 1 :]
    )


def _joins(later: "Token", after: int, tokens: "Tokens") -> bool:
    return any(t.dep_ == "cc" for t in tokens[after + 1 : later.i])


def _joint(verb: "Token", begin: int, tokens: "Tokens") -> int | None:
    """The last conjunction between the verb before and the words before this one."""
    found = (t.i for t in reversed(tokens[verb.head.i + 1 : begin]) if t.dep_ == "cc")
    return next(found, None) if verb.head.i + 1 < begin else None


def gapped(figure: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """“… won 12 medals and the Chinese 91”: a second subject and figure for the verb before, or None."""
    verb = whole.head
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or whole.subject is None or subject_of(verb) is None:
        return None
    close = _name_end(figure, tokens)
    first = close
    while first > verb.i and _is_named(tokens[first - 1], signals) and close - first < _LONGEST_NAME:
        first -= 1
    if first == close or first - 2 <= verb.i:
        return None
    if tokens[first - 1].lower_ == "the":
        first -= 1
    if tokens[first - 1].lower_ not in _JOINS or any(c.dep_ == "dative" for c in verb.children):
        return None
    given = next((i for i in range(verb.i + 1, first) if i in signals.figures), None)
    if given is None or any(i in signals.names for i in range(verb.i + 1, given)):
        return None
    end = _figure_end(figure, whole, tokens)
    if any(tokens[i].pos_ in ("VERB", "AUX") for i in range(first, end)):
        return None
    return Cut(first, end, figure, Shape.GAPPED, (first, close)) if end > 0 else None


def _name_end(figure: "Token", tokens: "Tokens") -> int:
    """Where the name before a figure ends: before its currency, hedge or preposition."""
    at = figure.i
    while at > 0 and (tokens[at - 1].tag_ == "$" or tokens[at - 1].lower_ in _HEDGES | {"by", "to"}):
        at -= 1
    return at


def _is_named(token: "Token", signals: Signals) -> bool:
    return token.i in signals.names or token.ent_type_ == "NORP" or token.tag_ == "NNPS"


def _figure_end(figure: "Token", whole: Cut, tokens: "Tokens") -> int:
    """The end of the figure with its unit or noun, or -1 where the clause goes on."""
    end = figure.i + 1
    while end < whole.end and (tokens[end].lower_ in _UNITS or tokens[end].tag_ in ("NN", "NNS")):
        end += 1
    return end if end >= whole.end or tokens[end].is_punct else -1


def gapped_noun(given: int, tokens: "Tokens") -> tuple[int, int]:
    """The counted noun after the figure of the verb before: the "medals" of "won 12 medals"."""
    start = end = given + 1
    while end < len(tokens) and tokens[end].tag_ in ("NN", "NNS", "JJ"):
        end += 1
    return start, end


def figure_start(figure: int, tokens: "Tokens") -> int:
    """The first token of a figure with its currency and hedges."""
    while figure > 0 and (tokens[figure - 1].tag_ == "$" or tokens[figure - 1].lower_ in _HEDGES):
        figure -= 1
    return figure
