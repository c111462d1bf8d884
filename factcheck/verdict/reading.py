"""A parsed sentence read into a `Profile`."""

import re
from datetime import date

from spacy.tokens import Doc, Token

from factcheck.domain.articles import Span
from factcheck.quantities.find import find_periods, find_quantities
from factcheck.verdict.certainty import certainty
from factcheck.verdict.deeds import find_deeds
from factcheck.verdict.denial import denied
from factcheck.verdict.lists import words
from factcheck.verdict.marks import find_marks
from factcheck.verdict.opposites import negates
from factcheck.verdict.owners import find_owners, top_of
from factcheck.verdict.parts import Name, Profile, Word

_TAGS = {"NOUN": "n", "PROPN": "p", "VERB": "v", "ADJ": "a", "ADV": "r", "NUM": "d"}
_SCALES = words(
    "hundred thousand million billion trillion dozen lakh crore score half third quarter tenth per cent "
    "percent more less fewer few many most least about around nearly almost over under just only some "
    "roughly close "
)
_EMPTY = words(
    "be have do get make take give put seem appear become come keep thing way fact such own same other "
    "also just then there here however meanwhile already still even too very so well thus hence indeed "
    "instead yet again later ago soon far now back down up away rather together enough on off out number "
    "figure amount part accord that this what which who whom whose when where how why as mr mrs ms sir "
    "dame dr lord lady professor prof "
)
_UNITS = words(
    "percent cent point bps mile metre meter kilometre kilometer inch foot yard acre hectare litre liter "
    "gallon tonne ton kilo kilogram gram pound dollar euro pence penny yen rupee franc degree celsius "
    "fahrenheit hour minute second day week fortnight month year decade century watt megawatt gigawatt "
    "time quarter basis centimetre centimeter millimetre millimeter mph kph knot square cubic percentage "
)
_NAME_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "PRODUCT": "product",
    "LAW": "law",
}
_QUOTED = re.compile(r"“([^”]{3,})”|\"([^\"]{3,})\"|(?<!\w)‘([^‘]{3,}?)’(?!\w)|(?<!\w)'([^']{3,}?)'(?!\w)")
MOST_FIGURES = 60
"""Figures of one text that are compared; each is held against each. Nothing passes beyond (`vetoes`)."""
_TITLES = words("mr mrs ms sir dame dr lord lady professor prof the ")


def profile(doc: Doc, anchor: date | None) -> Profile:
    """What the rules need of the sentence in `doc`; relative dates are resolved from `anchor`."""
    text = doc.text
    quantities = find_quantities(text)[:MOST_FIGURES]
    periods = find_periods(text, anchor)
    taken = _Covered([q.span for q in quantities], [p.span for p in periods])
    kept = [token for token in doc if _is_content(token, taken)]
    place = {token.i: number for number, token in enumerate(kept)}
    words = tuple(_word(token, place) for token in kept)
    return Profile(
        text=text,
        tokens=frozenset(_plain(token.lower_) for token in doc if not token.is_punct and not token.is_space),
        words=words,
        names=_names(doc, taken),
        predicates=find_deeds(doc, place),
        quantities=quantities,
        periods=periods,
        quotes=_quotes(text),
        marks=find_marks(text),
        owners=find_owners(doc, quantities, place, _names_something),
        sureness=tuple(_sureness(top_of(doc, quantity)) for quantity in quantities),
    )


class _Covered:
    """Which characters belong to figures and dates, which are compared on their own."""

    def __init__(self, figures: list[Span], dates: list[Span]) -> None:
        self._figures = figures
        self._dates = dates

    def in_figure(self, token: Token) -> bool:
        """Whether the token is any part of a figure, what is counted included."""
        return any(span.start <= token.idx < span.end for span in self._figures)

    def __contains__(self, token: Token) -> bool:
        middle = token.idx + len(token.text) // 2
        if any(span.start <= middle < span.end for span in self._dates):
            return True
        if not self.in_figure(token):
            return False
        # "two drivers": the figure takes in what is counted, but the drivers may still do something.
        counted = (
            token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
            and token.lemma_.lower() not in _SCALES
            and token.text.isalpha()
        )
        return not counted or len(token.text) < 3 or token.lemma_.lower() in _UNITS


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").strip("'’.")


def _tag(token: Token) -> str:
    """The tag of `Word`; a capital inside a sentence makes a name of what the parser does not know."""
    if token.text.isupper() and 2 <= len(token) <= 6 and not token.doc.text.isupper():
        return "p"
    if token.i > 0 and token.text[:1].isupper() and token.text[1:].islower() and _in_prose(token):
        return "p"
    return _TAGS.get(token.pos_, "")


def _in_prose(token: Token) -> bool:
    """Whether the token stands inside a sentence in which capitals mean something."""
    before = token.nbor(-1)
    if before.is_punct or before.is_space or not before.text[:1].islower():
        return False
    words = [word for word in token.doc if word.is_alpha and len(word) > 3]
    return 2 * sum(word.text[0].isupper() for word in words) <= len(words)


def _sureness(token: Token | None) -> str:
    return certainty(token) if token is not None else ""


def _names_something(token: Token) -> bool:
    """Whether the word is a name, or a model's or version's designation ("o1", "H800")."""
    mixed = any(map(str.isdigit, token.text)) and any(map(str.isalpha, token.text))
    return _tag(token) == "p" or (mixed and token.text.isalnum() and token.pos_ in ("NOUN", "PROPN"))


def _is_content(token: Token, taken: _Covered) -> bool:
    if not _tag(token) or token.is_punct or token.is_space:
        return False
    if not any(map(str.isalnum, token.text)):
        return False
    lemma = token.lemma_.lower()
    if lemma in _EMPTY and not _particle(token):
        return False
    if token.dep_ in ("prt", "neg") or negates(token.lower_):
        return False
    return token not in taken


def _particle(token: Token) -> str:
    for child in token.children:
        if child.dep_ == "prt":
            return str(child.lower_)
        if (
            child.dep_ == "advmod"
            and child.i == token.i + 1
            and child.lower_ in ("down", "up", "out", "off", "back")
        ):
            return str(child.lower_)
    return ""


def _lemma(token: Token) -> str:
    if _tag(token) == "p":
        return _plain(token.lower_)
    lemma = token.lemma_.lower()
    if lemma == "defeat" and token.pos_ == "NOUN":
        return "loss"  # suffered, where the verb says that it was inflicted
    particle = _particle(token) if token.pos_ == "VERB" else ""
    return f"{lemma}_{particle}" if particle else lemma


def _word(token: Token, place: dict[int, int]) -> Word:
    head, link = token, str(token.dep_)
    above = -1
    said = _said_of(token, place)
    if said is not None:
        return Word(
            *_place_of(token),
            _lemma(token),
            _tag(token),
            said,
            "attr",
            denied(token),
            certainty(token),
        )
    while head.head.i != head.i:
        head = head.head
        if head.i in place:
            above = place[head.i]
            break
        if head.dep_ in ("prep", "agent") and link == "pobj":
            link = f"{head.dep_}:{head.lower_}"
    return Word(
        *_place_of(token),
        _lemma(token),
        _tag(token),
        above,
        link,
        denied(token),
        certainty(token),
    )


def _place_of(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token.text)


def _said_of(token: Token, place: dict[int, int]) -> int | None:
    """What "is" says of its subject: the word behind it, which the subject then hangs on."""
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return None
    behind = [child for child in token.head.children if child.dep_ in ("attr", "acomp") and child.i in place]
    return place[behind[0].i] if behind and behind[0].i != token.i else None


def _names(doc: Doc, taken: _Covered) -> tuple[Name, ...]:
    """Runs of proper nouns, joined over "of" and "de" only where the parser saw one name."""
    names: list[Name] = []
    run: list[Token] = []
    for token in [*doc, None]:
        proper = (
            token is not None
            and _tag(token) == "p"
            and token not in taken
            and not token.is_punct
            and not taken.in_figure(token)
        )
        same = (
            bool(run)
            and token is not None
            and proper
            and token.i - run[-1].i <= 2
            and _joined(run[-1], token)
        )
        if run and not same:
            names.append(_name(run))
            run = []
        if proper and token is not None:
            run.append(token)
    return tuple(name for name in names if name.parts)


def _joined(before: Token, after: Token) -> bool:
    if after.i - before.i == 1:
        return True
    return before.doc[before.i + 1].text in ("-", "–", "&", "'s", "’s", "of", "de", "and") and (
        before.ent_type_ != "" and before.ent_type_ == after.ent_type_ and after.ent_iob_ == "I"
    )


def _name(run: list[Token]) -> Name:
    parts = tuple(part for part in (_plain(token.lower_) for token in run) if part and part not in _TITLES)
    kinds = [_NAME_KINDS[token.ent_type_] for token in run if token.ent_type_ in _NAME_KINDS]
    return Name(run[0].idx, run[-1].idx + len(run[-1].text), parts, kinds[-1] if kinds else "")


def _quotes(text: str) -> tuple[Span, ...]:
    spans = []
    for match in _QUOTED.finditer(text):
        group = next(number for number in range(1, 5) if match.group(number) is not None)
        if len(match.group(group).split()) >= 2:
            spans.append(Span(match.start(group), match.end(group)))
    return tuple(spans)
