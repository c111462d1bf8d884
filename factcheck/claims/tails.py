"""What a comma adds to a figure: "up from 51", "or 2% of spending", "two-thirds of it in Leeds"."""

from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_range
from factcheck.claims.tallies import figure_at
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WAYS = words("up down")
_AGAINST = words("against versus")
_PARTS = words("most half some all none many few several both one each")
_WHOLES = words("it them which whom these those")
_PLACED = words("more fewer less higher lower ahead behind above below short better worse clear")
_MULTIPLES = words("half twice double treble triple thrice quarter third")
_MEASURES = words("the that what as")
_HEDGED = words("less more fewer than almost nearly just about only over under some roughly")
_SHORTEST = 2


def trailing(whole: Cut, tokens: "Tokens", signals: Signals) -> list[Cut]:
    """The cuts after a comma that only compare, restate or divide what the clause of `whole` has counted."""
    found: list[Cut] = []
    commas = [i for i in range(whole.head.i + 1, whole.end) if tokens[i].text == ","]
    if not commas or _is_joined(whole, commas[0], tokens):
        return []
    joints = [i for i in range(commas[0], whole.end) if i in commas or tokens[i].lower_ in ("and", "but")]
    for at in joints:
        if found and at < found[-1].end:
            continue
        if at not in commas and not (found and at == found[-1].end):
            continue  # what goes on from another tail: "…, 4% fewer than in May and half as many as in 2019"
        cut = (
            _tail(at + 1, whole.end, whole.subject, tokens, signals) if _counts(whole, at, signals) else None
        )
        if cut is not None:
            found.append(cut)
            continue
        following = next((i for i in commas if i > at), whole.end)
        if any(_is_finite(t) for t in tokens[at + 1 : following]):
            break
    return found


def _is_finite(token: "Token") -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX")


def _is_told(token: "Token") -> bool:
    """The same, or a past form that the parser takes for a participle: "two of which opened in May"."""
    return _is_finite(token) or (token.tag_ == "VBN" and token.pos_ == "VERB")


def _is_joined(whole: Cut, comma: int, tokens: "Tokens") -> bool:
    """Whether another verb is joined to that of `whole` before the comma: what follows may belong to it."""
    return any(t.dep_ == "conj" and t.head.i == whole.head.i for t in tokens[whole.head.i + 1 : comma])


def _counts(whole: Cut, comma: int, signals: Signals) -> bool:
    return signals.strong_in(whole.start, comma) or any(whole.start <= i < comma for i in signals.dates)


def _tail(
    begin: int, close: int, subject: tuple[int, int] | None, tokens: "Tokens", signals: Signals
) -> Cut | None:
    if begin + 1 >= close:
        return None
    first = tokens[begin]
    end = next((i for i in range(begin + 1, close) if _ends(tokens[i])), close)
    while end > begin and tokens[end - 1].is_punct and tokens[end - 1].text not in ("%", ")"):
        end -= 1
    if first.lower_ == "compared" and tokens[begin + 1].lower_ in ("with", "to") and end - begin > 2:
        return Cut(begin + 2, end, _top(begin + 2, end, tokens), Shape.COMPARISON, subject)
    share = _share_end(begin, end, close, tokens, signals)
    if share is not None:
        return _partitive(begin, share, tokens)
    start = begin
    if first.lower_ == "or":
        start = begin + 1
        if figure_at(start, end, tokens, signals) is None and tokens[start].lower_ not in ("about", "as"):
            return None
    elif first.lower_ in _AGAINST:
        start = begin + 1
        if figure_at(start, end, tokens, signals) is None:
            return None
    elif not (
        (first.lower_ in _WAYS and _is_change(begin, end, signals))
        or (first.lower_ == "including" and figure_at(begin + 1, end, tokens, signals) is not None)
        or _is_part(begin, end, tokens, signals)
        or _is_placed(begin, end, tokens, signals)
        or _is_ratio(begin, end, tokens, signals)
    ):
        return None
    if end - start < _SHORTEST or not (signals.strong_in(start, end) or first.lower_ in _PARTS):
        return None
    return Cut(start, end, _top(start, end, tokens), Shape.TRAILING, None, lead=begin)


def _top(start: int, end: int, tokens: "Tokens") -> "Token":
    return next((t for t in tokens[start:end] if not start <= t.head.i < end), tokens[start])


def _share_end(begin: int, end: int, close: int, tokens: "Tokens", signals: Signals) -> int | None:
    """Where a relative clause about a part ends: "40 of whom had left", "of which 38 were upheld"."""
    link = next((t.i for t in tokens[begin : min(begin + 6, end)] if t.lower_ in ("whom", "which")), begin)
    if link <= begin or tokens[link - 1].lower_ != "of":
        return None
    if not signals.strong_in(begin, end) and tokens[begin].lower_ not in _PARTS:
        return None
    for _ in range(3):  # "two of which, at York and Leeds, are open"
        if any(_is_told(t) for t in tokens[link:end]):
            return end
        end = next((i for i in range(end + 1, close) if _ends(tokens[i])), close)
    return None


def _partitive(begin: int, end: int, tokens: "Tokens") -> Cut:
    verb = next(t for t in tokens[begin:end] if _is_told(t))
    noun = next(
        (t for t in (verb.head, *verb.ancestors) if t.pos_ in ("NOUN", "PROPN") and t.i < begin), None
    )
    named = None
    if noun is not None:
        start, close = subject_range(noun)
        named = (
            (start, min(close, begin - 1)) if close >= begin - 1 or noun.right_edge.i >= begin - 1 else None
        )
    return Cut(begin, end, verb, Shape.PARTITIVE, named)


def _ends(token: "Token") -> bool:
    if token.text in (",", ";", "–", "—", ":", '"'):
        return True
    if token.dep_ != "cc" or token.i + 2 >= len(token.doc):
        return False
    return token.head.pos_ in ("VERB", "AUX") or _goes_on(token)


def _goes_on(joint: "Token") -> bool:
    """Whether a conjunction joins a second distance or multiple: "and half as many as in 2010"."""
    if any(t.lower_ in ("between", "from") for t in joint.doc[max(joint.i - 5, 0) : joint.i]):
        return False
    ahead = [t for t in joint.doc[joint.i + 1 : joint.i + 9] if t.lower_ not in _HEDGED]
    if ahead and ahead[0].lower_ in _MULTIPLES:
        return any(t.lower_ in _MEASURES or t.tag_ == "PRP$" for t in ahead[1:3])
    numbered = bool(ahead) and (ahead[0].like_num or ahead[0].tag_ == "$")
    return numbered and any(t.lower_ in _PLACED for t in ahead[1:5])


def _is_change(begin: int, end: int, signals: Signals) -> bool:
    """Whether "up" or "down" is followed by a figure: "up 4%", "down by about £9bn", "up sharply from 3%"."""
    return any(i in signals.figures for i in range(begin + 1, min(begin + 9, end)))


def _is_part(begin: int, end: int, tokens: "Tokens", signals: Signals) -> bool:
    """Whether it divides what stands before: "most of them in Leeds", "40 of whom had left"."""
    figure = figure_at(begin, end, tokens, signals)
    at = figure.number if figure is not None else begin
    if figure is None and tokens[begin].lower_ not in _PARTS:
        return False
    return any(
        tokens[i].lower_ == "of" and tokens[i + 1].lower_ in _WHOLES
        for i in range(at + 1, min(at + 5, end - 1))
    )


def _is_ratio(begin: int, end: int, tokens: "Tokens", signals: Signals) -> bool:
    """Whether it is a multiple of another figure: "double the rate of 2023", "half as many as in May"."""
    figure = figure_at(begin, end, tokens, signals)
    if figure is None or figure.number + 2 >= end:
        return False
    after = figure.number + 1
    times = tokens[after].lower_ == "times"
    if times:
        after += 1
    multiple = times or tokens[figure.number].lower_ in _MULTIPLES
    return multiple and after < end and (tokens[after].lower_ in _MEASURES or tokens[after].tag_ == "PRP$")


def _is_placed(begin: int, end: int, tokens: "Tokens", signals: Signals) -> bool:
    """Whether it is a distance: "three points behind York", "£0.9bn more than forecast"."""
    figure = figure_at(begin, end, tokens, signals)
    return figure is not None and figure.end < end and tokens[figure.end].lower_ in _PLACED
