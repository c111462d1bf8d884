"""Relative clauses after a comma: "Roe, who is 34", "in Leeds, where prices rose 4%"."""

from typing import TYPE_CHECKING

from factcheck.claims.shapes import Cut, Shape, after_comma, reach
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_RESULTS = words("make leave bring take mark mean put give send push")


def is_relative(token: "Token", start: int, whole: Cut, tokens: "Tokens", signals: Signals) -> bool:
    """Whether the clause of `token` is a relative one after a comma, which adds a statement of its own."""
    first = tokens[start]
    if not after_comma(tokens, start, whole):
        return False
    if first.lower_ == "when":  # "in 2004, when the rise was 6.9%"
        return token.head.i in signals.dates and signals.strong_in(start, token.right_edge.i + 1)
    return first.lower_ in ("who", "which", "whose", "where")


def relative_cut(token: "Token", whole: Cut, tokens: "Tokens", signals: Signals) -> Cut:
    """The cut of a relative clause; its subject is the noun it describes, where that is sure."""
    start, end = reach(token, whole)
    antecedent = token.head
    aged = tokens[start - 4] if start >= 4 else token
    if antecedent.pos_ == "NUM" and antecedent.dep_ == "appos":  # "Roe, 19, who joined"
        antecedent = antecedent.head
    elif aged.i in signals.names and tokens[start - 3].text == "," and tokens[start - 2].tag_ == "CD":
        antecedent = aged
    results = token.lemma_ in _RESULTS and tokens[start].lower_ == "which"
    plain = antecedent.pos_ not in ("NOUN", "PROPN") or antecedent.i in signals.figures
    measured = any(c.i in signals.figures and c.dep_ != "appos" for c in antecedent.children)
    if tokens[start].lower_ == "which" and token.lemma_ == "be" and plain:
        named = _measured(start, tokens, signals)
    elif tokens[start].lower_ in ("where", "when") or plain or results or measured:
        named = None
    else:
        named = _antecedent(token, antecedent, whole, tokens[start])
    strong = signals.strong_in(start, end)
    return Cut(start, end, token, Shape.RELATIVE, named, dropped=not strong and end - start < 4)


def _antecedent(token: "Token", antecedent: "Token", whole: Cut, pronoun: "Token") -> tuple[int, int] | None:
    start = pronoun.i
    several = [c for c in antecedent.children if c.dep_ == "conj" and c.i < start]
    single = any(t.tag_ == "VBZ" for t in (token, *token.children) if t.pos_ in ("VERB", "AUX"))
    if several and single and pronoun.lower_ == "who":  # "Roe and Brandt, who has …"
        antecedent = several[-1]
    elif several and single:
        return whole.subject
    named = subject_range(antecedent)
    return named[0], min(named[1], start - 1)


def _measured(start: int, tokens: "Tokens", signals: Signals) -> tuple[int, int] | None:
    """What the figure before `start` measures: the "rate" of "cut its rate to 4%, which is …"."""
    figure = tokens[start - 2]
    if not any(i in signals.figures for i in (start - 2, start - 3)):
        return None
    noun = figure.head if figure.dep_ == "nummod" else figure
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "to"):
        return None
    verb = noun.head.head
    given = next((c for c in verb.children if c.dep_ == "dobj"), None) or subject_of(verb)
    return subject_range(given) if given is not None and given.pos_ in ("NOUN", "PROPN") else None
