"""A parsed sentence read into a `Profile`."""

import re
from datetime import date

from spacy.tokens import Doc, Token

from factcheck.domain.articles import Span
from factcheck.quantities.find import find_periods, find_quantities
from factcheck.verdict.certainty import (
    ALLEGED,
    ALLEGED_NOUNS,
    CONDITIONS,
    FORECAST,
    FORECAST_NOUNS,
    MODALS,
)
from factcheck.verdict.lists import words
from factcheck.verdict.marks import find_marks
from factcheck.verdict.opposites import denies, negates
from factcheck.verdict.parts import Name, Predicate, Profile, Word

_TAGS = {"NOUN": "n", "PROPN": "p", "VERB": "v", "ADJ": "a", "ADV": "r", "NUM": "d"}
_SCALES = words("hundred thousand million billion trillion dozen lakh crore score half third quarter tenth per cent percent")
_EMPTY = words(
    "be have do get make take give put seem appear become go come keep thing way fact such own same "
    "other also just then there here however meanwhile already still even too very so well thus hence "
    "indeed instead yet again later ago soon far that this what which who whom whose when where how why "
    "as mr mrs ms sir dame dr lord lady professor prof"
)
_UNITS = words(
    "percent cent point bps mile metre meter kilometre kilometer inch foot yard acre hectare litre liter gallon "
    "tonne ton kilo kilogram gram pound dollar euro pence penny yen rupee franc degree celsius fahrenheit hour "
    "minute second day week fortnight month year decade century watt megawatt gigawatt time quarter"
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
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "oprd"})
_QUOTED = re.compile(r"“([^”]{3,})”|\"([^\"]{3,})\"|(?<!\w)‘([^‘]{3,}?)’(?!\w)|(?<!\w)'([^']{3,}?)'(?!\w)")
_TITLES = words("mr mrs ms sir dame dr lord lady professor prof the")


def profile(doc: Doc, anchor: date | None) -> Profile:
    """What the rules need of the sentence in `doc`; relative dates are resolved from `anchor`."""
    text = doc.text
    quantities = find_quantities(text)
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
        predicates=_predicates(doc, place),
        quantities=quantities,
        periods=periods,
        quotes=_quotes(text),
        marks=find_marks(text),
    )


class _Covered:
    """Which characters belong to figures and dates, which are compared on their own."""

    def __init__(self, figures: list[Span], dates: list[Span]) -> None:
        self._figures = figures
        self._dates = dates

    def __contains__(self, token: Token) -> bool:
        middle = token.idx + len(token.text) // 2
        if any(span.start <= middle < span.end for span in self._dates):
            return True
        if not any(span.start <= middle < span.end for span in self._figures):
            return False
        # "two drivers": the figure takes in what is counted, but the drivers may still do something.
        counted = token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _SCALES and token.text.isalpha()
        return not counted or len(token.text) < 3 or token.lemma_.lower() in _UNITS


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").strip("'’.")


def _is_content(token: Token, taken: _Covered) -> bool:
    if token.pos_ not in _TAGS or token.is_punct or token.is_space:
        return False
    if not any(map(str.isalnum, token.text)):
        return False
    lemma = token.lemma_.lower()
    if lemma in _EMPTY and not _particle(token):
        return False
    if token.dep_ == "prt" or (token.dep_ == "neg") or negates(token.lower_):
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
    if token.pos_ == "PROPN":
        return _plain(token.lower_)
    lemma = token.lemma_.lower()
    if lemma == "defeat" and token.pos_ == "NOUN":
        return "loss"  # suffered, where the verb says that it was inflicted
    particle = _particle(token) if token.pos_ == "VERB" else ""
    return f"{lemma}_{particle}" if particle else lemma


def _word(token: Token, place: dict[int, int]) -> Word:
    head, link = token, str(token.dep_)
    above = -1
    while head.head.i != head.i:
        head = head.head
        if head.i in place:
            above = place[head.i]
            break
        if head.dep_ in ("prep", "agent") and link == "pobj":
            link = f"{head.dep_}:{head.lower_}"
    return Word(
        token.idx,
        token.idx + len(token.text),
        _lemma(token),
        _TAGS[token.pos_],
        above,
        link,
        _negated(token),
        certainty(token),
    )


def _negated(token: Token) -> bool:
    """Whether the sentence denies the word; two denials make none."""
    turned = _own_negation(token) or _contrasted(token)
    if token.dep_ in ("attr", "acomp", "oprd") and token.head.lemma_ == "be":
        turned ^= _own_negation(token.head)
    return turned ^ _governed_by_denial(token)


def _contrasted(token: Token) -> bool:
    """Whether the word is the "not the city" of "the army, not the city"."""
    if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    top = token.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token
    first = top.left_edge.i
    if first < 2 or token.doc[first - 1].lower_ not in ("not", "nor"):
        return False
    return token.doc[first - 2].pos_ not in ("AUX", "VERB") and token.doc[first - 2].lower_ != "if"


def _own_negation(token: Token) -> bool:
    for child in token.children:
        # A "not" behind the verb belongs to a contrast ("left by bus, not by train").
        if child.dep_ == "neg" and token.pos_ == "VERB" and child.i > token.i:
            continue
        if child.dep_ == "neg" or (
            child.lower_ in ("no", "never", "neither", "not", "n't", "n’t", "hardly", "scarcely")
            and child.dep_ in ("det", "advmod", "neg", "preconj", "cc")
        ):
            return True
        if (
            token.pos_ in ("VERB", "AUX")
            and child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
            and (
                child.lower_ in ("none", "nobody", "nothing", "neither")
                or any(
                    g.lower_ in ("no", "neither") and g.dep_ in ("det", "neg", "preconj")
                    for g in child.children
                )
            )
        ):
            return True
    if token.dep_ == "pobj" and token.head.lower_ == "without":
        return True
    if token.dep_ == "pcomp" and token.head.lower_ in ("without", "from"):
        governor = token.head.head
        return token.head.lower_ == "without" or (denies(governor.lemma_.lower()) ^ _own_negation(governor))
    if token.dep_ == "conj" and token.pos_ == "VERB" and token.i > 0:
        between = token.doc[max(0, token.head.i + 1) : token.i]
        return any(word.lower_ in ("not", "nor") and word.dep_ in ("neg", "cc") for word in between)
    return False


def _governed_by_denial(token: Token) -> bool:
    if token.dep_ in ("xcomp", "ccomp") and token.pos_ in ("VERB", "AUX"):
        governor = token.head
        return (denies(governor.lemma_.lower()) and governor.pos_ == "VERB") ^ (
            token.dep_ == "xcomp" and _own_negation(governor)
        )
    return False


def certainty(token: Token) -> str:
    """How sure the sentence is of the word: empty for a fact, else the kinds of `Word.certainty`."""
    verb = token
    for _ in range(12):
        if verb.pos_ in ("VERB", "AUX"):
            kind = _verb_certainty(verb)
            if kind:
                return kind
        elif verb.lemma_.lower() in FORECAST_NOUNS and verb.i != token.i:
            return "forecast"
        elif verb.lemma_.lower() in ALLEGED_NOUNS and verb.i != token.i:
            return "alleged"
        if verb.dep_ in ("ROOT", "relcl", "advcl", "parataxis") or verb.head.i == verb.i:
            return ""
        verb = verb.head
    return ""


def _verb_certainty(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ == "aux" and MODALS.get(child.lower_):
            return MODALS[child.lower_]
        if child.dep_ == "mark" and child.lower_ in CONDITIONS:
            return "condition"
        if child.dep_ == "advmod" and child.lower_ in (
            "allegedly",
            "reportedly",
            "probably",
            "perhaps",
            "possibly",
        ):
            return "alleged" if child.lower_.endswith("edly") else "possible"
    if verb.dep_ in ("xcomp", "ccomp", "pcomp", "acl", "dobj", "conj", "prep", "pobj"):
        governor = verb.head
        if governor.dep_ in ("prep", "aux") and verb.dep_ == "pcomp":
            governor = governor.head
        lemma = governor.lemma_.lower()
        infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if lemma in ALLEGED or (lemma in ALLEGED_NOUNS and verb.dep_ in ("acl", "pcomp")):
            return "alleged"
        if infinitive and (lemma in FORECAST or lemma in FORECAST_NOUNS):
            return "forecast"
        if verb.dep_ == "ccomp" and lemma in ("expect", "hope", "predict", "forecast", "propose", "promise"):
            return "forecast"
    return ""


def _names(doc: Doc, taken: _Covered) -> tuple[Name, ...]:
    """Runs of proper nouns, joined over "of" and "de" only where the parser saw one name."""
    names: list[Name] = []
    run: list[Token] = []
    for token in [*doc, None]:
        proper = token is not None and token.pos_ == "PROPN" and token not in taken and not token.is_punct
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


def _predicates(doc: Doc, place: dict[int, int]) -> tuple[Predicate, ...]:
    found = []
    for token in doc:
        if token.pos_ == "VERB" and token.i in place:
            agents, patients = _arguments(token)
            found.append(
                Predicate(
                    place[token.i],
                    tuple(place[t.i] for t in agents if t.i in place),
                    tuple(place[t.i] for t in patients if t.i in place),
                )
            )
    return tuple(found)


def _arguments(verb: Token) -> tuple[list[Token], list[Token]]:
    """Who does it and to whom; a passive's subject is whom, its "by" is who."""
    agents: list[Token] = []
    patients: list[Token] = []
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            agents.extend(_stands_for(child))
        elif child.dep_ in _PASSIVE or child.dep_ in _OBJECTS:
            patients.extend(_stands_for(child))
        elif child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and verb.tag_ == "VBN"):
            agents.extend(t for grand in child.children if grand.dep_ == "pobj" for t in _stands_for(grand))
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if not agents and not passive and verb.dep_ in ("conj", "xcomp", "advcl"):
        agents.extend(_subject_of(verb.head))
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not patients:
        patients.append(verb.head)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG" and not agents:
        agents.append(verb.head)
    return agents, patients


def _subject_of(verb: Token) -> list[Token]:
    for _ in range(6):
        subjects = [
            t for child in verb.children if child.dep_ in _SUBJECTS | _PASSIVE for t in _stands_for(child)
        ]
        if subjects or verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return subjects
        verb = verb.head
    return []


def _stands_for(token: Token) -> list[Token]:
    """The words meant: "who" is the noun its clause hangs on; joined nouns are all meant."""
    if token.lower_ in ("who", "which", "that", "whom") and token.head.dep_ == "relcl":
        return [token.head.head]
    meant = [token]
    meant.extend(child for child in token.conjuncts if child.i > token.i)
    meant.extend(child for child in token.children if child.dep_ == "appos")
    if token.dep_ != "appos":
        meant.extend(
            g
            for child in token.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for g in child.children
            if g.dep_ == "pobj"
        )
    return meant


def _quotes(text: str) -> tuple[Span, ...]:
    spans = []
    for match in _QUOTED.finditer(text):
        group = next(number for number in range(1, 5) if match.group(number) is not None)
        if len(match.group(group).split()) >= 2:
            spans.append(Span(match.start(group), match.end(group)))
    return tuple(spans)
