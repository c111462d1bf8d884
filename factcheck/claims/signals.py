"""What in a sentence can be held against a reference: figures, dates, superlatives, names, quotations."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_NUMBER_WORDS = words(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    million billion trillion dozen half two-thirds three-quarters doubled tripled quadrupled halved
    double triple twice thrice twofold threefold tenfold doubling tripling halving zero
    """
)
_VAGUE = words("billions millions thousands hundreds dozens trillions scores tens")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last")
_PLACINGS = words("finish come rank place end start")
"""Verbs of results: "finished second"."""
_SUPERLATIVE_WORDS = words("only record sole unprecedented never largest biggest highest lowest maiden")
_NOT_SUPERLATIVE = words("best most least latest utmost easiest")
_NAME_LABELS = words("PERSON ORG GPE NORP FAC EVENT WORK_OF_ART PRODUCT LAW LOC")
MONTHS = words(
    """
    january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec
    """
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_CURRENCIES = words(
    """
    nok sek dkk usd eur gbp jpy chf aud cad nzd inr cny rmb hkd sgd krw zar brl mxn try rub pln czk us$
    """
)
_WHEN = words(
    """
    yesterday today tomorrow quarter year month week decade century spring summer autumn winter
    """
)
_FEASTS = words("christmas easter thanksgiving ramadan eid diwali hanukkah pentecost midsummer michaelmas")
_BY_FEAST = words("by before after until since at over last this next")
_WHEN_BEFORE = words("last this next past previous earlier first second third fourth ago")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|-\d\d)?\Z")
_OLD_YEAR = re.compile(r"1[0-4]\d\d\Z")
_IN_YEAR = words("in since until from by around about")
_HAS_DIGIT = re.compile(r"\d")
_MONEY = re.compile(
    r"(?:[A-Z]{1,3}\$|SFr|Fr|Rs|Rp|RM|Ksh|KSh|USh|TSh|[NSD]?kr|GH₵|NOK|SEK|DKK|CHF|EUR|USD|GBP|JPY|CNY|INR|ZAR|NGN)\d[\d,.]*\w*\Z"
    r"|[NRPK](?:\d{1,3}(?:,\d{3})+|\d[\d.]*(?:m|bn|tn|million|billion|trillion))\Z"
)
"""A sum of money that the tokeniser leaves in one piece with its currency: "N80,000", "SFr2.4bn"."""
_UNITS = words("% per percent percentage million billion trillion bn crore lakh")
_DOSSIERS = words("criminal track medical public voting safety poor good bad strong mixed")
"""What stands before a "record" that is a file or a history, not a best."""
_NOT_COUNTED = words("of way day night morning evening time point thing side hand another")


@dataclass(frozen=True, slots=True)
class Signals:
    """Token indices of one sentence that carry something to check."""

    figures: frozenset[int]
    vague: frozenset[int]
    dates: frozenset[int]
    superlatives: frozenset[int]
    names: frozenset[int]

    def strong_in(self, start: int, end: int) -> bool:
        """Whether a figure, a vague magnitude or a superlative stands among the tokens."""
        return any(start <= i < end for kind in (self.figures, self.vague, self.superlatives) for i in kind)


def find_signals(tokens: "Tokens") -> Signals:
    """The signals of one parsed sentence."""
    figures: set[int] = set()
    vague: set[int] = set()
    dates: set[int] = set()
    superlatives: set[int] = set()
    for token in tokens:
        lower = token.lower_
        if _is_date(token, tokens):
            dates.add(token.i)
        elif _MONEY.match(token.text):
            figures.add(token.i)
        elif _HAS_DIGIT.search(lower):
            if (token.pos_ != "PROPN" or lower[0].isdigit()) and not _is_part_of_name(token, tokens):
                figures.add(token.i)
        elif lower in _NUMBER_WORDS and not _is_idle_number(token):
            figures.add(token.i)
        elif lower in ("one", "single") and _counts(token, tokens):
            vague.add(token.i)
        elif _is_fraction(token, tokens) or _is_one_point(token, tokens):
            figures.add(token.i)
        elif lower in _VAGUE:
            vague.add(token.i)
        if _is_superlative(token, tokens):
            superlatives.add(token.i)
    return Signals(
        frozenset(figures), frozenset(vague), frozenset(dates), frozenset(superlatives), _names(tokens)
    )


def _is_date(token: "Token", tokens: "Tokens") -> bool:
    lower = token.lower_
    before = tokens[token.i - 1].lower_ if token.i else ""
    if lower in WEEKDAYS or _YEAR.match(lower) or (_OLD_YEAR.match(lower) and before in _IN_YEAR):
        return not _measures(token, tokens) if lower[0].isdigit() else True
    if lower.rstrip(".") in MONTHS:
        return token.text[:1].isupper() and (token.pos_ == "PROPN" or lower not in ("may", "march"))
    if lower in _FEASTS:
        return token.text[:1].isupper() and before in _BY_FEAST
    if lower == "day" and before in ("next", "following", "previous"):
        return token.i > 1 and tokens[token.i - 2].lower_ == "the"
    if lower in _WHEN:
        return lower in ("yesterday", "today", "tomorrow") or before in _WHEN_BEFORE
    if _HAS_DIGIT.match(lower) and len(lower) <= 4:
        after = tokens[token.i + 1].lower_ if token.i + 1 < len(tokens) else ""
        return (after.rstrip(".") in MONTHS or before.rstrip(".") in MONTHS) and before not in "$€£"
    return False


def _is_part_of_name(token: "Token", tokens: "Tokens") -> bool:
    """Whether a number belongs to a name: "FTSE 100", "737 Max", "flight 610"."""
    before = tokens[token.i - 1] if token.i else None
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if not token.text.isalnum() or token.text.isalpha():
        return False
    if after is not None and after.lower_ in _UNITS:  # "and the State 30 per cent"
        return False
    if before is not None and before.text[:1].isupper() and token.head.i == before.i and before.tag_ == "NNP":
        return before.lower_ not in _CURRENCIES
    if before is not None and before.lower_ in (
        "flight",
        "route",
        "highway",
        "article",
        "section",
        "number",
        "no.",
    ):
        return True
    return (
        after is not None
        and after.tag_ == "NNP"
        and token.head.i == after.i
        and before is not None
        and (before.tag_ == "NNP" or before.lower_ == "the")
    )


def _measures(token: "Token", tokens: "Tokens") -> bool:
    """Whether a four-digit number counts something ("2000 people", "$1999") and names no year."""
    before = tokens[token.i - 1].lower_ if token.i else ""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if before in ("$", "€", "£", "some", "about", "around", "over", "nearly"):
        return True
    return token.dep_ == "nummod" and after is not None and after.tag_ == "NNS"


def _is_idle_number(token: "Token") -> bool:
    """Whether a number word counts nothing here: “these two”, “double” as a noun."""
    if token.lower_ in ("two", "both") and token.i and token.nbor(-1).lower_ in ("these", "those"):
        return True
    if (
        token.lower_ == "half"
        and token.i
        and (token.nbor(-1).lower_ in _ORDINALS or token.nbor(-1).text == "-")
    ):
        return True  # "the first half", "half-time"
    return token.lower_ in ("double", "dozen") and token.dep_ in ("nsubj", "compound")


def _counts(token: "Token", tokens: "Tokens") -> bool:
    if token.lower_ == "single":
        return token.i > 1 and tokens[token.i - 1].lower_ == "a" and tokens[token.i - 2].lower_ == "by"
    rest = tokens[token.i + 1 : token.i + 4]
    nearby = [t.lower_ for t in rest]
    if nearby[:1] and nearby[0] in ("in", "out") and any(t.like_num for t in rest):
        return True
    if token.dep_ in ("nsubj", "nsubjpass") and token.tag_ == "CD" and token.head.tag_ in ("VBD", "VBN"):
        return True  # "five sank and one caught fire"
    return token.dep_ == "nummod" and not (nearby and nearby[0] in _NOT_COUNTED)


def _is_one_point(token: "Token", tokens: "Tokens") -> bool:
    """Whether it is the "percentage" of "a percentage point"."""
    before = tokens[token.i - 1].lower_ if token.i else ""
    after = tokens[token.i + 1].lower_ if token.i + 1 < len(tokens) else ""
    return token.lower_ == "percentage" and before in ("a", "one", "half") and after == "point"


def _is_fraction(token: "Token", tokens: "Tokens") -> bool:
    if token.lower_ not in ("third", "quarter", "fifth", "tenth"):
        return False
    before = tokens[token.i - 1].lower_ if token.i else ""
    after = tokens[token.i + 1].lower_ if token.i + 1 < len(tokens) else ""
    return before in ("a", "one", "-", "nearly", "almost") and (
        after in ("of", "above", "below", "in", "since", "from", "to")
        or not after[:1].isalnum()
        or (tokens[token.i + 1].pos_ == "VERB" and tokens[token.i + 1].tag_ in ("VBD", "VBZ", "VBP"))
    )


def _is_superlative(token: "Token", tokens: "Tokens") -> bool:
    lower = token.lower_
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    before = tokens[token.i - 1].lower_ if token.i else ""
    if token.tag_ == "JJS" and lower not in _NOT_SUPERLATIVE:
        # "was spared the worst" ranks nothing
        return lower != "worst" or token.dep_ not in ("dobj", "pobj") or token.right_edge.i > token.i
    if lower in ("best", "least") and token.tag_ in ("JJS", "RBS"):
        return _is_since(token, tokens)
    if lower in ("most", "least") and token.tag_ in ("RBS", "JJS"):
        return before == "the" and after is not None and after.pos_ == "ADJ"
    if lower in _ORDINALS:
        return _is_rank(token, tokens)
    if lower == "only":
        return before == "the" and after is not None and after.pos_ in ("NOUN", "ADJ", "NUM")
    if lower == "record":
        kind = tokens[token.i - 1] if token.i else token
        held = kind.tag_ in ("NN", "NNP", "JJ") and before not in _DOSSIERS
        apart = token.left_edge.i > 0 and tokens[token.left_edge.i - 1].text == ","
        held = held and any(c.lower_ == "a" for c in token.children) and apart
        return token.dep_ in ("amod", "compound") or before == "a" or held
    return lower in _SUPERLATIVE_WORDS and lower not in ("never", "maiden") and token.pos_ == "ADJ"


def _is_since(token: "Token", tokens: "Tokens") -> bool:
    """Whether a "best" is measured against time: "their best day since May", "its best year ever"."""
    for later in tokens[token.i + 1 : token.i + 7]:
        if later.is_punct and later.text != "-":
            return False
        if later.lower_ in ("since", "ever"):
            return True
        if later.lower_ in ("in", "for") and later.nbor(1).like_num:
            return True
    return False


def _is_rank(token: "Token", tokens: "Tokens") -> bool:
    """Whether an ordinal ranks: "the third woman", "finished second"; not "the second quarter"."""
    lower = token.lower_
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    before = tokens[token.i - 1].lower_ if token.i else ""
    if token.head.lemma_ in _PLACINGS and token.dep_ in ("advmod", "acomp", "oprd"):
        return lower not in ("first", "last") or token.head.lemma_ != "come"
    if before in ("to", "in", "from") and (after is None or after.pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ")):
        return lower != "last" and (before == "to" or after is None or after.pos_ in ("PUNCT", "CCONJ"))
    if token.pos_ not in ("ADJ", "ADV", "NOUN"):
        return False
    if lower == "last" and (after is None or after.pos_ not in ("NOUN", "PROPN") or _is_to_the_last(token)):
        return False
    if after is not None and (after.lower_ in _WHEN or after.lower_ in ("half", "time", "week")):
        return False
    return before in ("the", "her", "his", "its", "their", "for", "'s", "'") or (
        after is not None and after.text == "-"
    )


def _is_to_the_last(last: "Token") -> bool:
    """Whether "last" only means that nothing is left: "kept her word to the last acre"."""
    return last.i > 1 and last.nbor(-1).lower_ == "the" and last.nbor(-2).lower_ == "to"


def _names(tokens: "Tokens") -> frozenset[int]:
    found = {t.i for ent in tokens.ents if ent.label_ in _NAME_LABELS for t in ent if t.pos_ != "DET"}
    found |= {
        t.i
        for t in tokens
        if t.pos_ == "PROPN" and t.text[:1].isupper() and t.lower_ not in MONTHS and t.lower_ not in WEEKDAYS
    }
    return frozenset(i for i in found if tokens[i].text[:1].isupper() or _HAS_DIGIT.search(tokens[i].text))
