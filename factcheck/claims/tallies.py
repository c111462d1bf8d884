"""Lists of figures that share one verb: "sales rose 4%, profit 7%", "£30m to schools and £12m to roads"."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape
from factcheck.claims.signals import Signals
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_PENCE = re.compile(r"\d[\d.,]*[pc]")
_JOINS = words("and but while whereas , ;")
_HEDGES = words(
    "about nearly almost only just over around roughly some under more than fewer less at least a further"
)
_LINKS = words("by to at")
_PER_CENT = words("% percent")
_MAGNITUDES = words("million billion trillion bn m tn")
_REST = words("rest remainder others")
_FRACTIONS = words("third quarter fifth tenth half sixth eighth dozen percentage")
_TIMES = words(
    "year years month months week weeks quarter day days hour hours minute minutes time half season"
)
_NOT_SHARED = words("between from")
"""Words before a figure that bind the next one to it: "between 4% and 5%"."""
_PLACED_BY = words("in to from for on at among against of with under over via through per")
_SIDES = words("for against")
_COMPARING = words("compared against versus up down or")
_OPENS_ANOTHER = words("which who whose where when as after before because since with if that including")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_LONGEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its currency, hedges, unit and counted noun: tokens `start` to before `end`."""

    start: int
    number: int
    noun: int
    """Where the noun that it counts begins; the end where there is none."""

    end: int
    kind: str
    """What it counts in: "$", "%" or "n" for a plain number."""

    @property
    def counted(self) -> bool:
        """Whether a noun that it counts follows it."""
        return self.end > self.noun


def tallied(whole: Cut, tokens: "Tokens", signals: Signals) -> list[Cut]:
    """The further figures of a list whose verb is the head of `whole`, each as a cut of its own."""
    if whole.subject is None or not _is_told(whole.head):
        return []
    close = _close(whole, tokens)
    found: list[tuple[int, Cut]] = []
    for i in range(whole.head.i + 2, close):
        if tokens[i].lower_ not in _JOINS or (i + 1 < close and tokens[i + 1].lower_ in _JOINS):
            continue
        cut = _named(i + 1, close, whole, tokens, signals) or _placed(i + 1, close, whole, tokens, signals)
        if cut is not None:
            found.append((i, cut))
    ends = [*(joint for joint, _ in found[1:]), close][: len(found)]
    for (_, cut), following in zip(found, ends, strict=True):
        compares = (i for i in range(cut.start, following - 1) if _compares(i, tokens))
        cut.end = next(compares, following)
        while cut.end > cut.start and (tokens[cut.end - 1].is_punct or tokens[cut.end - 1].dep_ == "cc"):
            if tokens[cut.end - 1].text in ("%", ")"):
                break
            cut.end -= 1
    return [cut for _, cut in found]


def _compares(comma: int, tokens: "Tokens") -> bool:
    """Whether a comma opens a comparison with the figure before it, which is no part of the list."""
    return tokens[comma].text == "," and tokens[comma + 1].lower_ in _COMPARING


def is_currency(token: "Token") -> bool:
    """Whether it is a currency sign, by its characters where the parser errs."""
    return token.tag_ == "$" or token.text[-1:] in "$€£¥₹₦₩₽"


def _is_told(verb: "Token") -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG") or (
        verb.tag_ == "VB" and any(c.tag_ in ("MD", "VBD") for c in verb.children)
    )


def _close(whole: Cut, tokens: "Tokens") -> int:
    """Where another verb or clause takes over, or the end."""
    joint = whole.end
    for i in range(whole.head.i + 1, whole.end):
        token = tokens[i]
        if token.lower_ in _JOINS or token.text in ("(", '"', "–", "—"):
            joint = i
        finite = token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.pos_ in ("VERB", "AUX")
        opens = joint == i - 1 and (token.lower_ in _OPENS_ANOTHER or token.tag_ == "VBG")
        if finite or opens or token.text in ("(", '"', "–", "—", ";"):
            return joint if joint < i or token.is_punct else i
    return whole.end


def _named(begin: int, close: int, whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """“profit 7%” after "sales rose 4%": another subject with its figure, or None."""
    end = begin
    while end < close and end - begin < _LONGEST_NAME and _in_name(tokens[end], end, signals):
        end += 1
    if end == begin or not any(t.tag_ in _NOUNS for t in tokens[begin:end]):
        return None
    if any(t.lower_ in _TIMES for t in tokens[begin:end]) or tokens[begin].tag_ in ("JJS", "JJR"):
        return None
    at = end + 1 if end < close and tokens[end].lower_ in _LINKS else end
    figure = figure_at(at, close, tokens, signals)
    given = first_figure(whole.head.i + 1, begin - 1, tokens, signals)
    if figure is None or given is None or given.kind != figure.kind or given.end > begin:
        return None
    if figure.kind == "n" and not _is_plain_gap(end, figure, given, close, whole, tokens, signals):
        return None
    return Cut(begin, close, tokens[figure.number], Shape.GAPPED, (begin, end))


def _is_plain_gap(
    end: int, figure: Figure, given: Figure, close: int, whole: Cut, tokens: "Tokens", signals: Signals
) -> bool:
    """Whether a plain number after a name surely counts what the number before counts."""
    name = tokens[end - 1]
    if not (name.i in signals.names or name.ent_type_ == "NORP" or name.tag_ == "NNPS"):
        return False
    if any(c.dep_ == "dative" for c in whole.head.children):
        return False
    if any(i in signals.names for i in range(whole.head.i + 1, given.start)):
        return False
    return figure.end >= close or tokens[figure.end].is_punct or tokens[figure.end].dep_ == "cc"


def _in_name(token: "Token", index: int, signals: Signals) -> bool:
    if index in signals.figures or index in signals.dates or token.ent_type_ == "DATE":
        return False
    return (
        token.pos_ in ("DET", "ADJ", "NOUN", "PROPN")
        or token.tag_ in ("POS", "PRP$", "VBG")
        or (token.text == "-" and not token.whitespace_)
    )


def _placed(begin: int, close: int, whole: Cut, tokens: "Tokens", signals: Signals) -> Cut | None:
    """“£12m to roads” after "£30m went to schools" or "gave £30m to schools", or None."""
    figure = counted_at(begin, close, tokens, signals)
    if figure is not None and figure.end + 2 < close and tokens[figure.end].lower_ in ("a", "per", "each"):
        rate = tokens[figure.end + 1].lower_ in _TIMES  # "£680 to buy and £95 a year to run"
        figure = replace(figure, noun=figure.end, end=figure.end + 2) if rate else figure
    if figure is None or figure.end + 1 >= close or tokens[figure.end].lower_ not in _PLACED_BY:
        return None
    if figure_at(figure.end + 1, close, tokens, signals) is not None and tokens[figure.end].lower_ == "to":
        return None
    given = model_of(figure, whole.head.i, whole.subject, tokens, signals)
    if given is None:
        return None
    if whole.subject is not None and given.start < whole.subject[1]:
        return Cut(begin, close, tokens[figure.number], Shape.GAPPED, (figure.start, figure.end))
    return Cut(begin, close, tokens[figure.number], Shape.GAPPED, whole.subject)


def model_of(
    figure: Figure, verb: int, subject: tuple[int, int] | None, tokens: "Tokens", signals: Signals
) -> Figure | None:
    """The figure before, in the subject of the verb or after it, with the preposition that `figure` has."""
    link = tokens[figure.end].lower_
    links = _SIDES if link in _SIDES else (link,)
    if subject is not None:
        given = first_figure(subject[0], subject[1], tokens, signals)
        prepositions = [t.lower_ for t in tokens[verb + 1 : figure.start] if t.head.i == verb]
        if (
            given is not None
            and given.kind == figure.kind
            and any(one in prepositions for one in links)
            and link != "of"
        ):
            return given
    at = verb + 1
    while at < figure.start:
        given = first_figure(at, figure.start, tokens, signals)
        if given is None or given.end >= figure.start:
            return None
        same = figure.kind in (given.kind, "rest")
        bound = given.start > 0 and tokens[given.start - 1].lower_ in _NOT_SHARED
        if same and not bound and tokens[given.end].lower_ in links and (link != "of" or not figure.counted):
            return given
        at = given.end
    return None


def figure_at(begin: int, close: int, tokens: "Tokens", signals: Signals) -> Figure | None:
    """The figure that begins at this token with its hedge, currency or number, or None."""
    at = begin
    while at < close and (tokens[at].lower_ in _HEDGES or is_currency(tokens[at])):
        at += 1
    if at + 1 < close and tokens[at].lower_ in ("a", "an", "one") and at not in signals.figures:
        at += 1  # "a third", "a percentage point"
        if tokens[at].lower_ not in _FRACTIONS:
            return None
    if at >= close or at not in signals.figures:
        return None
    glued = tokens[at].text[:1].isalpha() and tokens[at].text[-1:].isalnum() and not tokens[at].is_alpha
    glued = glued or _PENCE.fullmatch(tokens[at].text) is not None
    kind = "$" if glued or (at > begin and is_currency(tokens[at - 1])) else "n"
    end = at + 1
    while end < close and (end in signals.figures or tokens[end].lower_ in _MAGNITUDES):
        end += 1
    unit = _unit_end(end, close, tokens)
    kind, end = ("%", unit) if unit > end else (kind, end)
    nouns = end
    while end < close and (tokens[end].tag_ in ("NN", "NNS", "JJ") and tokens[end].lower_ not in _HEDGES):
        end += 1
    return Figure(begin, at, nouns, end, kind)


def _unit_end(at: int, close: int, tokens: "Tokens") -> int:
    """Where the "%" or "per cent" ends that begins at this token; `at` if there is none."""
    if at < close and tokens[at].lower_ in _PER_CENT:
        return at + 1
    pair = (tokens[at].lower_, tokens[at + 1].lower_) if at + 1 < close else ("", "")
    return at + 2 if pair in (("per", "cent"), ("percentage", "point"), ("percentage", "points")) else at


def counted_at(begin: int, close: int, tokens: "Tokens", signals: Signals) -> Figure | None:
    """The figure that begins at this token, or "the rest", or None."""
    return figure_at(begin, close, tokens, signals) or _rest_at(begin, close, tokens)


def _rest_at(begin: int, close: int, tokens: "Tokens") -> Figure | None:
    if begin + 1 < close and tokens[begin].lower_ == "the" and tokens[begin + 1].lower_ in _REST:
        return Figure(begin, begin + 1, begin + 1, begin + 2, "rest")
    return None


def first_figure(begin: int, close: int, tokens: "Tokens", signals: Signals) -> Figure | None:
    """The first figure between two tokens, or None."""
    for at in range(begin, close):
        if at in signals.figures:
            return figure_at(_start(at, begin, tokens), close, tokens, signals)
    return None


def _start(figure: int, begin: int, tokens: "Tokens") -> int:
    """The first token of a figure with its currency and hedges."""
    while figure > begin and (is_currency(tokens[figure - 1]) or tokens[figure - 1].lower_ in _HEDGES):
        figure -= 1
    return figure
