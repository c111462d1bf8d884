"""Noun phrases after a comma that say something of their own: "a novel of 128 pages"."""

from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape, after_comma, reach
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_REMARKS = words(
    """
    fact figure number pledge move decision step feat claim charge promise sign result total remark view
    """
)
_CHANGES = words(
    """
    increase rise fall drop loss gain jump decline result slide surge plunge win defeat decrease pace rate
    level victory medal title goal trophy fine penalty sentence fee total price
    """
)
"""Nouns that describe what happened, not who is named before the comma."""
_SPANS_OF_TIME = words("year week month day years")
_DETERMINERS = words("the a an its their his her one some another")
_SITES = words(
    """
    city town village port capital region county district country state island site plant mill stadium area
    hub home suburb province neighbourhood river mountain lake harbour club school hospital university
    museum theatre hotel restaurant court prison base resort venue building centre street nation republic
    """
)
"""Nouns that say what a place is."""
_PLACES = ("GPE", "LOC", "FAC")


def described_cut(token: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """The cut of the description that `token` heads, or None."""
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ", "ADV") or token.dep_ in (
        "nsubj",
        "nsubjpass",
        "pobj",
    ):
        return None
    start, end = reach(token, whole)
    end = next((i for i in range(start + 2, end - 1) if _goes_on(i, tokens)), end)
    if not after_comma(tokens, start, whole) or tokens[start - 1].text == ":":
        return None
    if tokens[start].lower_ in ("up", "down"):  # "up from 3%" belongs to the figure before it
        return None
    if token.head.i >= start:
        return None
    if not signals.strong_in(start, end):
        remark = token.lemma_ in _REMARKS and tokens[start].lower_ in ("a", "an") and end >= whole.end - 1
        return Cut(start, end, token, Shape.APPOSITION, None, dropped=True) if remark else None
    if _in_list(token) or _lists_things(token, tokens, signals, start, end):
        return None
    if not _is_description(token, tokens, signals, start, end):
        return None
    close = _without_tail(token, tokens, signals, end)
    named = _described(token, tokens, signals, start)
    if token.pos_ == "ADJ" and whole.subject is not None and whole.subject[1] == start - 1:
        named = whole.subject  # "The dam, 87 metres high, supplies …"
    return Cut(start, close, token, Shape.APPOSITION, named, trail=end)


def ranked_cut(token: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """“…, in the country’s deadliest accident since 1998”: what happened is ranked, or None.

    What others called it (", in what the union called the worst day of the year") is theirs to say.
    """
    if not after_comma(tokens, token.i, whole) or token.i <= whole.head.i:
        return None
    end = next(
        (i for i in range(token.i + 1, whole.end) if tokens[i].text in (",", ";", "–", "—")), whole.end
    )
    if tokens[token.i + 1].lower_ == "what":
        return Cut(token.i, end, token, Shape.APPOSITION, None, dropped=True)
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    ranks = [i for i in signals.superlatives if token.i < i < end]
    if noun is None or not ranks or ranks[0] > noun.i or min(ranks) > token.i + 5:
        return None
    return Cut(token.i, end, noun, Shape.APPOSITION, None)


def _described(token: "Token", tokens: "Tokens", signals: Signals, start: int) -> tuple[int, int] | None:
    """The noun that an apposition describes: by the parse, and the name right before its comma.

    None where the parse does not say that a noun is described: it may be what happened.
    """
    if token.lemma_ in _CHANGES or token.head.pos_ not in ("NOUN", "PROPN"):
        return None
    before = tokens[start - 2] if start >= 2 else None
    if before is not None and _is_scene(before) and token.lemma_.lower() not in _SITES:
        return None
    if before is not None and _is_name_meant(token, before, tokens, signals, start):
        first = before.i
        while first > 0 and _continues_name(first - 1, tokens, signals):
            first -= 1
        return first, before.i + 1
    if token.dep_ != "appos" or _is_ranked_in_time(tokens, start, token.right_edge.i + 1):
        return None
    named = subject_range(token.head)
    return named[0], min(named[1], start - 1)


def _goes_on(comma: int, tokens: "Tokens") -> bool:
    """Whether a comma ends a description although the parser reads on: ", with …", ", and a profit of …"."""
    after = tokens[comma + 1]
    if tokens[comma].text != ",":
        return False
    return after.lower_ == "with" or (after.dep_ == "cc" and after.nbor(1).tag_ in ("DT", "PRP$"))


def _is_ranked_in_time(tokens: "Tokens", start: int, end: int) -> bool:
    """Whether it ranks what happened: "the lowest share since 1990", said of no noun before it."""
    best = any(t.tag_ in ("JJS", "RBS") for t in tokens[start : min(start + 3, end)])
    return best and any(t.lower_ in ("since", "ever", "for") for t in tokens[start:end])


def _is_scene(noun: "Token") -> bool:
    """Whether a noun only tells where something happened: "was fined in Leeds, the largest …"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "near")


def _is_name_meant(token: "Token", before: "Token", tokens: "Tokens", signals: Signals, start: int) -> bool:
    if before.i not in signals.names or before.ent_type_ == "NORP":
        return False
    if tokens[start].tag_ in ("PRP$", "CD", "JJR"):
        return False
    if token.head.i == before.i:
        return True
    # "the prize for La Veilleuse, a novel": the name ends the noun phrase that the parser takes for described
    within = token.head.i < before.i < start and token.head in before.ancestors
    return within and before.ent_type_ not in _PLACES


def _continues_name(index: int, tokens: "Tokens", signals: Signals) -> bool:
    token = tokens[index]
    return index in signals.names or token.tag_ == "POS" or (token.text == "-" and not token.whitespace_)


def _without_tail(token: "Token", tokens: "Tokens", signals: Signals, end: int) -> int:
    """The end of a description without a last relative clause in which there is nothing to check."""
    for child in token.subtree:
        if child.dep_ == "relcl" and child.i < end <= child.right_edge.i + 2:
            start = child.left_edge.i
            idle = not signals.strong_in(start, end)
            if idle and tokens[start].lower_ in ("that", "which", "who"):
                return start
    return end


def _in_list(token: "Token") -> bool:
    if any(c.dep_ == "conj" and c.doc[c.left_edge.i - 1].text == "," for c in token.children):
        return True  # "a comedy, a review of research, a social, and workshops"
    return token.dep_ == "conj" and any(c.dep_ == "cc" for c in (*token.children, *token.head.children))


def _lists_things(token: "Token", tokens: "Tokens", signals: Signals, start: int, end: int) -> bool:
    """Whether it goes on with a list: "seized 41kg of coal, 12 guns and £300 in cash"."""
    first = tokens[start]
    if token.pos_ == "ADJ" or first.tag_ not in ("CD", "$", "NN", "NNS") or start - 2 in signals.names:
        return False
    return any(t.lower_ == "and" and t.i + 1 < end for t in tokens[start + 1 : end])


def _is_description(token: "Token", tokens: "Tokens", signals: Signals, start: int, end: int) -> bool:
    if end - start < 3 or not any(t.is_alpha and t.pos_ != "ADP" for t in tokens[start:end]):
        return False  # "6-4" after "6-2" describes nothing
    first = tokens[start]
    ranked = any(t.tag_ == "JJS" for t in tokens[start:end])  # "its best day since May"
    if token.dep_ in ("npadvmod", "nummod") and token.lower_ in _SPANS_OF_TIME and not ranked:
        return False
    if first.lower_ in _DETERMINERS:
        return True
    if token.pos_ == "PROPN" and first.tag_ != "CD":
        return False  # "An Australian, Ada Roe, aged 28": a name says who it is, nothing of its own
    if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX", "ADJ", "ADV"):
        return False  # "finished top, level with China on 40": part of what is said of the subject
    return (
        first.like_num
        or first.tag_ in ("JJS", "RBS", "JJR", "CD", "PRP$", "$")
        or any(t.tag_ == "POS" for t in tokens[start:end])
        or any(start <= i < end for i in signals.figures)
    )
