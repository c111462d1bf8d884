"""Words that make a statement less, or other, than a fact."""

from spacy.tokens import Token

from factcheck.verdict.denial import set_apart
from factcheck.verdict.lists import words

FORECAST = words(
    "expect plan intend aim hope propose forecast predict project estimate schedule due set likely "
    "poise consider threaten promise pledge vow offer want seek try attempt prepare target budget ask "
    "urge demand recommend order tell call agree decide bid mean seek_to look commit undertake earmark"
)
"""Governing words: what depends on them lies ahead or is only intended."""

FORECAST_NOUNS = words(
    "plan proposal forecast projection estimate target bid intention threat promise pledge hope "
    "prospect expectation prediction ambition aim draft poll offer"
)

ALLEGED = words(
    "accuse allege claim suspect charge believe fear think assume presume reckon rumour deny dispute "
    "question doubt sue"
)
"""Governing words: what depends on them is somebody's charge or belief."""

ALLEGED_NOUNS = words("allegation accusation claim suspicion rumour fear belief charge doubt denial")

CUES = {
    "forecast": words(
        "forecast projected expected predicted planned proposed estimate estimated estimates target tipped "
        "prospective scheduled would-be"
    )
    | {"(?<!more )(?<!less )likely"},
    "alleged": words(
        "alleged allegedly reportedly purported purportedly rumoured suspected supposed supposedly "
        "apparently unconfirmed claims claimed accused accuses accusing accusation accusations allegation "
        "allegations"
    ),
    "opinion": words(
        "should ought deserve deserved deserves deserving disgrace disgraceful shameful scandal scandalous "
        "brilliant wonderful terrible awful dreadful superb stunning worst-ever finest overrated underrated "
        "unfair unfairly fair rightly wrongly sadly fortunately unfortunately thankfully foolish folly "
        "reckless cynical betrayal outrage outrageous masterpiece triumphant mistake wise unwise better-off "
        "overdue arguably surely undeniably"
    ),
    "possible": words("perhaps maybe possibly probably potentially"),
}
"""Words anywhere in the sentence that show how sure it is, by kind."""

MODALS = {
    "will": "forecast",
    "'ll": "forecast",
    "’ll": "forecast",
    "wo": "forecast",
    "shall": "forecast",
    "would": "forecast",
    "'d": "forecast",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "",
    "should": "ought",
    "ought": "ought",
    "must": "ought",
}
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
SPEECH = words(
    "say tell state announce declare report add note explain write describe show find reveal confirm "
    "acknowledge comment remark insist stress argue according accord hear learn quote put"
)
"""Verbs that carry somebody's words and add nothing to what was said."""


_PARTIES = frozenset({"nsubj", "csubj", "dobj", "dative", "oprd"})
_CHARGING = words("accuse suspect charge")
"""Verbs that make a mere charge of all that hangs on them, but for who makes it and against whom."""


_MOVED = words("bill motion legislation")
"""What is put to a vote: what it is to do lies ahead ("a bill to lower the age")."""


def certainty(token: Token) -> str:
    """How sure the sentence is of the word: empty for a fact, else the kinds of `Word.certainty`."""
    verb = token
    for _ in range(12):
        if verb.pos_ in ("VERB", "AUX"):
            kind = _verb_certainty(verb)
            if kind:
                return kind
            if verb.i != token.i and verb.lemma_.lower() in _CHARGING and not _is_party(token, verb):
                return "alleged"
        elif verb.lemma_.lower() in FORECAST_NOUNS and verb.i != token.i:
            return "forecast"
        elif verb.lemma_.lower() in ALLEGED_NOUNS and verb.i != token.i:
            return "alleged"
        if verb.dep_ in ("ROOT", "relcl", "advcl", "parataxis") or verb.head.i == verb.i:
            return ""
        if set_apart(verb, verb.head):
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
        if set_apart(verb, governor):
            return ""
        lemma = governor.lemma_.lower()
        infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
        if lemma in ALLEGED or (lemma in ALLEGED_NOUNS and verb.dep_ in ("acl", "pcomp")):
            return "alleged"
        if infinitive and (lemma in FORECAST or lemma in FORECAST_NOUNS or lemma in _MOVED):
            return "forecast"
        if verb.dep_ == "ccomp" and lemma in ("expect", "hope", "predict", "forecast", "propose", "promise"):
            return "forecast"
    return ""


def _is_party(token: Token, verb: Token) -> bool:
    """Whether the token is who does it or to whom it is done, and so no part of the charge."""
    return token.dep_ in _PARTIES and token.head.i == verb.i
