"""Whether a clause says something that can be held against a reference: a sum of named features.

It decides what is a claim at all; how much a claim is worth a person's time is another question. The weights
are set by hand, not trained: a figure alone is enough, a name with a completed event is enough, a general
remark about the world is not. `score` squashes the sum to 0..1; the threshold is 0.5.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import MONTHS, Signals
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

THRESHOLD = 0.5

WEIGHTS: dict[str, float] = {
    "figure": 3.0,
    "vague magnitude": 1.6,
    "date": 1.6,
    "relative date": 0.7,
    "superlative or rank": 1.8,
    "name": 0.6,
    "second name": 0.3,
    "completed event": 0.8,
    "definite outcome": 0.8,
    "comparison": 0.9,
    "headline": 0.7,
    "said by somebody": 0.9,
    "quotation": 1.4,
    "head count": 0.6,
    "named source": 0.7,
    "what is in it": 1.8,
    "what or where a name is": 1.7,
    "set against another statement": 0.4,
    "general remark": -1.2,
    "value judgement": -1.3,
    "figure of speech": -0.9,
    "first or second person": -1.0,
    "state, no event": -0.5,
    "frequency, no figure": -0.9,
    "pronoun subject, no name": -0.5,
    "no verb": -0.8,
    "not said to have happened": -1.2,
}
"""Feature to weight; the intercept is `BIAS`."""

BIAS = -1.5

OUTCOMES = words(
    """
    win lose beat defeat outperform surpass exceed overtake elect appoint resign sack dismiss hire
    arrest charge convict acquit sentence jail kill die injure infect found launch open close acquire
    buy sell merge approve reject pass veto ban sign sue fine publish award vote strike bomb attack
    invade withdraw enable develop build invent discover release start join leave marry divorce retire
    admit call compare cut raise detain recover overturn crash collapse hospitalise hospitalize evacuate
    seize rescue explode fire shoot stab wound bury sink burn destroy damage demolish test deploy ship
    deliver pay donate fund borrow repay default nationalise privatise suspend cancel postpone adopt
    repeal overrule uphold quash impose lift annul extend expel deport extradite rename relocate
    renounce abolish create establish disband drop plead testify confess flee escape arrive return visit
    meet declare promote demote relegate score draw qualify rescind trade swap hack leak steal rob
    smuggle train
    """
)
"""Lemmas of verbs that name something that either happened or did not."""

_COMPARISONS = words(
    """
    outperform surpass exceed beat overtake outpace outsell outstrip rival match trail compare call
    """
)
_CONTENTS = words("include exclude contain comprise omit")
_JUDGEMENTS = words(
    """
    good bad better worse best worst great awful brilliant terrible wonderful horrible staggering
    stunning remarkable amazing shocking outrageous disgraceful beautiful ugly dull exciting boring
    miserable blunt clumsy easy hard tough gentle gentler harsh quaint awkward obvious clear unclear
    wise foolish crazy absurd ridiculous strange odd curious sad lovely nice fine fair unfair wrong
    right simple important crucial vital serious existential immediate welcome sensible reckless
    pathetic superb dreadful impressive disappointing fascinating inevitable
    """
)
"""Judgements where they are what the sentence says of its subject ("the cuts are reckless")."""

_FIGURES_OF_SPEECH = words(
    """
    breath heart mood story lesson message beast nature beam wake-up triumph spotlight shockwave
    tightrope soul dream nightmare fuss nerve drawer point glory fallout uncertainty disruption change
    credit brilliance implication
    """
)
"""Abstract nouns that tell a mood rather than a fact, as subject, object or predicate of the sentence."""

_FREQUENT = words(
    """
    always often usually sometimes rarely seldom frequently everywhere ever nowadays mostly generally
    """
)
_GENERAL = words(
    """
    everyone everybody anyone anybody someone somebody people one those whoever every nothing everything
    """
)
_HEAD_COUNTS = words("nobody none")
_PRONOUNS = words("i you he she it we they this that these those there who which what")
_SELF = words("i me my we us our you your")
_UNIQUE = words("first only sole last")
_STATIVE = words("be seem become remain appear have mean matter depend lie feel look sound stand")


@dataclass(frozen=True, slots=True)
class Checkable:
    """A score in 0..1 and the features that speak for and against, strongest first."""

    score: float
    reasons: tuple[str, ...]


def weigh(
    clause: Clause,
    tokens: "Tokens",
    signals: Signals,
    *,
    attributed: bool = False,
    named: bool = False,
    quotation: bool = False,
    headline: bool = False,
) -> Checkable:
    """How far one clause of a parsed sentence can be checked; `named`: attributed to somebody by name."""
    present = _features(clause, tokens, signals, attributed=attributed, quotation=quotation)
    if named and not quotation:
        present = (present | {"named source"}) - {"general remark", "not said to have happened"}
    head = tokens[clause.head]
    if (
        headline
        and head.pos_ == "VERB"
        and head.lemma_ not in _STATIVE
        and head.tag_ in ("VBZ", "VBP", "VBD", "VBN")
    ):
        present |= {"headline", "completed event"}
        if head.lemma_ in OUTCOMES:
            present.add("definite outcome")
    total = BIAS + sum(WEIGHTS[name] for name in present)
    ordered = sorted(present, key=lambda name: -abs(WEIGHTS[name]))
    return Checkable(round(1 / (1 + math.exp(-total)), 3), tuple(ordered))


def _features(
    clause: Clause, tokens: "Tokens", signals: Signals, *, attributed: bool, quotation: bool
) -> set[str]:
    inside = [t for t in tokens[clause.start : clause.end] if clause.covers(t.i)]
    head = tokens[clause.head]
    lowers = {t.lower_ for t in inside}
    figure = any(clause.covers(i) for i in signals.figures)
    superlative = any(clause.covers(i) for i in signals.superlatives)
    names = _count_names(clause, tokens, signals)
    found: set[str] = set()

    def note(name: str, holds: object) -> None:
        if holds:
            found.add(name)

    note("figure", figure)
    note("vague magnitude", any(clause.covers(i) for i in signals.vague))
    dates = [tokens[i].lower_ for i in signals.dates if clause.covers(i)]
    note("date", any(word[0].isdigit() or word.rstrip(".") in MONTHS for word in dates))
    note("relative date", dates and "date" not in found)
    note("superlative or rank", superlative)
    note("name", names >= 1)
    note("second name", names >= 2)
    note("head count", lowers & _HEAD_COUNTS and head.pos_ == "VERB" and _happened(head))
    note("said by somebody", attributed)
    note("quotation", quotation)
    event = head.pos_ == "VERB" and head.lemma_ not in _STATIVE
    note("completed event", event and _happened(head))
    note("definite outcome", event and head.lemma_.lower() in OUTCOMES and _happened(head))
    definite = clause.subject is not None and tokens[clause.subject[0]].tag_ in ("DT", "PRP$", "NNP", "NNPS")
    contents = head.lemma_ in _CONTENTS and head.pos_ == "VERB" and definite
    note("what is in it", contents)
    note("what or where a name is", head.lemma_ == "be" and _places_a_name(head, clause, tokens))
    note("comparison", event and any(t.lemma_ in _COMPARISONS and t.pos_ == "VERB" for t in inside))
    said = _predicates(head, clause, tokens)
    note("value judgement", said & _JUDGEMENTS)
    contrast = clause.shape is Shape.ADVERBIAL and clause.owns_subject and names and _happened(head)
    note("set against another statement", contrast)
    note("figure of speech", said & _FIGURES_OF_SPEECH and not contrast)
    note("first or second person", lowers & (_SELF - {"we", "us", "our"} if quotation else _SELF))
    note("frequency, no figure", not figure and not superlative and lowers & _FREQUENT)
    plain = not (figure or superlative or found & {"date", "head count", "definite outcome"})
    general = plain and _is_general(clause, tokens, names)
    note("general remark", general or _is_about_all(clause, tokens, figure=figure))
    dated = "date" in found
    unique = superlative and (names or dated or lowers & _UNIQUE)
    note("state, no event", not figure and not unique and head.pos_ == "AUX")
    subject = tokens[clause.subject[0] : clause.subject[1]] if clause.subject else None
    pronoun = subject is not None and len(subject) == 1 and subject[0].lower_ in _PRONOUNS
    note("pronoun subject, no name", pronoun and not names and not figure and not unique)
    note("no verb", head.pos_ not in ("VERB", "AUX") and clause.shape is Shape.MAIN and not figure)
    note("not said to have happened", _is_negated(head) and not (figure or superlative or dated or contents))
    return found


def _count_names(clause: Clause, tokens: "Tokens", signals: Signals) -> int:
    """Runs of name tokens in the clause, its subject included wherever that stands."""
    indices = {i for i in signals.names if clause.covers(i)}
    if clause.subject is not None:
        indices |= {i for i in signals.names if clause.subject[0] <= i < clause.subject[1]}
    return sum(i - 1 not in indices for i in indices)


def _predicates(head: "Token", clause: Clause, tokens: "Tokens") -> set[str]:
    """Lower-case forms and lemmas of what the clause is about and what it says of it."""
    said = [c for c in head.children if c.dep_ in ("acomp", "attr", "oprd", "dobj", "nsubj", "nsubjpass")]
    said += [c for t in said for c in t.children if c.dep_ == "amod" and t.dep_ in ("attr", "oprd")]
    said += [c for t in said for c in t.conjuncts]
    if clause.subject is not None and not clause.owns_subject:
        said.append(tokens[clause.subject[1] - 1])
    return {t.lower_ for t in said} | {t.lemma_.lower() for t in said}


def _happened(head: "Token") -> bool:
    """Whether the verb is told as a fact of the past or a completed one."""
    if head.tag_ in ("VBD", "VBN"):
        state = any(c.dep_ == "auxpass" and c.tag_ in ("VBZ", "VBP") for c in head.children)
        return not state and not any(c.tag_ == "MD" for c in head.children)
    helpers = {c.lemma_ for c in head.children if c.dep_ in ("aux", "auxpass")}
    return head.tag_ == "VBG" and ("have" in helpers or not helpers)


def _places_a_name(head: "Token", clause: Clause, tokens: "Tokens") -> bool:
    """Whether it says that one name is in another, or what it is of it: "Lima is the capital of Peru"."""
    if clause.subject is None or tokens[clause.subject[1] - 1].pos_ != "PROPN":
        return False
    if any(child.tag_ == "MD" for child in head.children):
        return False
    roles = [c for c in head.children if c.dep_ == "attr" and any(d.lower_ == "the" for d in c.children)]
    links = [c for t in (head, *roles) for c in t.children if c.dep_ == "prep" and c.lower_ in ("in", "of")]
    return any(place.pos_ == "PROPN" for link in links for place in link.children if place.dep_ == "pobj")


def _is_negated(head: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "hardly") for c in head.children)


def _is_about_all(clause: Clause, tokens: "Tokens", *, figure: bool) -> bool:
    """Whether the subject is "anyone", "every chair", "those who": everybody and nobody in particular."""
    if clause.subject is None or figure:
        return False
    subject = tokens[clause.subject[0] : clause.subject[1]]
    return subject[0].lower_ in _GENERAL or any(t.lower_ == "every" for t in subject)


def _is_general(clause: Clause, tokens: "Tokens", names: int) -> bool:
    """Whether the clause is about things in general: no name, and a bare plural or an indefinite noun."""
    if names:
        return False
    if clause.subject is None:
        return True
    subject = tokens[clause.subject[0] : clause.subject[1]]
    first = subject[0].lower_
    return subject[-1].tag_ in ("NN", "NNS") and (first in ("a", "an") or len(subject) == 1)
