"""Clauses of time, reason and contrast: "while exports grew", "after losing 40 seats"."""

from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape, after_comma, reach
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_CONTRAST = words("while whereas although though")
_SAME = words("do have be will would can could")
_CIRCUMSTANCE = words("as when after before since because until once where so")


def adverbial_cut(
    token: "Token", whole: Cut, own: tuple[int, int], tokens: "Tokens", signals: Signals
) -> Cut | None:
    """The cut of a clause after "while", "after" or "as" whose subject is `own`, or None."""
    start, end = reach(token, whole)
    marks = [c for c in token.children if c.dep_ in ("mark", "advmod") and c.i <= start + 1]
    word = marks[0].lower_ if marks else ""
    begin = marks[0].i + 1 if marks else start
    strong = signals.strong_in(begin, end)
    apart = after_comma(tokens, start, whole)
    noun = tokens[own[0]].pos_ != "PRON"
    if word == "that" and whole.head.dep_ in ("ccomp", "conj") and apart:
        return Cut(begin, end, token, Shape.COORDINATE, own, lead=start)  # "said that …, that … and that …"
    if word == "while" and not apart and start > whole.start and not noun and not strong:
        return None  # "held in contempt while they were in office": when, not what else
    if word in _CONTRAST:
        return Cut(begin, end, token, Shape.ADVERBIAL, own, lead=start)
    if word not in _CIRCUMSTANCE or start == whole.start:
        return None
    news = _is_event(token, own, tokens, signals) and (word == "after" or _is_news(word, token, own, tokens))
    if news or (strong and (apart or word == "after" or (word == "as" and noun))):
        return Cut(begin, end, token, Shape.ADVERBIAL, own, lead=start)
    if word == "as" and apart and begin == token.i < own[0] and token.lemma_ in _SAME:
        named = any(own[0] <= i < own[1] for i in signals.names)
        return Cut(start, end, token, Shape.TRAILING, None, dropped=not named)  # "…, as did Roe Foods"
    if not strong and (apart or word == "as") and not any(begin <= i < end for i in signals.dates):
        return Cut(start, end, token, Shape.ADVERBIAL, own, dropped=True)
    return None


def told_after(token: "Token", whole: Cut, tokens: "Tokens") -> Cut | None:
    """“after part of the wall gave way”, where the parser takes the subject for what "after" governs."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or token.lower_ != "after":
        return None
    for verb in token.head.children:
        free = verb.dep_ == "advcl" and verb.tag_ == "VBD" and subject_of(verb) is None
        if not free or verb.i <= noun.i or any(t.text == "," for t in tokens[token.i : verb.i]):
            continue
        begin = token.i + 1
        end = min(verb.right_edge.i + 1, whole.end)
        named = (begin, min([verb.i, *(c.i for c in verb.children if c.i > noun.right_edge.i)]))
        return Cut(begin, end, verb, Shape.ADVERBIAL, named, lead=token.i)
    return None


def done_before(token: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """“after losing 40 seats”, "before being elected in May": by the subject of the clause around it."""
    verb = next((c for c in token.children if c.dep_ == "pcomp" and c.pos_ == "VERB"), None)
    if verb is None or token.head.i != whole.head.i or whole.subject is None:
        return None
    begin, end = token.i + 1, min(verb.right_edge.i + 1, whole.end)
    dated = any(begin <= i < end and tokens[i].text[0].isdigit() for i in signals.dates)
    if subject_of(verb) is not None or not (dated or signals.strong_in(begin, end)):
        return None
    opens = token.i == whole.start
    if opens and not (end < whole.end and tokens[end].text == ","):
        return None
    return Cut(begin, end, verb, Shape.PARTICIPLE, whole.subject, lead=token.i)


def _is_news(word: str, token: "Token", own: tuple[int, int], tokens: "Tokens") -> bool:
    """Whether "when" or "as" brings in something new: "two died when a lorry hit a bus in Leeds"."""
    return word in ("when", "as") and token.tag_ == "VBD" and tokens[own[0]].lower_ in ("a", "an", "two")


def _is_event(token: "Token", own: tuple[int, int], tokens: "Tokens", signals: Signals) -> bool:
    """Whether it tells something that happened to somebody or something that is named by a noun."""
    if token.tag_ not in ("VBD", "VBN") or tokens[own[0]].pos_ == "PRON":
        return False
    return any(own[0] <= i <= token.right_edge.i for i in signals.names)
