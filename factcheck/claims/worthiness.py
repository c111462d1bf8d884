"""How much a clause is worth a check: a sum of named features that an editor can read.

The weights are set by hand, not trained: a figure alone is enough, a name with a completed event is enough,
a general remark about the world is not. `score` squashes the sum to 0..1; the threshold is 0.5.
"""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause, Shape
from factcheck.claims.signals import Signals
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

THRESHOLD = 0.5

WEIGHTS: dict[str, float] = {
    "figure": 3.0,
    "vague magnitude": 1.6,
    "date": 0.9,
    "superlative or rank": 1.2,
    "name": 0.6,
    "second name": 0.3,
    "completed event": 0.6,
    "definite outcome": 0.8,
    "comparison": 0.9,
    "said by somebody": 0.8,
    "quotation": 1.4,
    "head count": 1.2,
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

_OUTCOMES = words(
    """
    win lose beat defeat outperform surpass exceed overtake elect appoint resign sack dismiss hire arrest charge
    convict acquit sentence jail kill die injure infect found launch open close acquire buy sell merge approve
    reject pass veto ban sign sue fine publish award take go ban vote rule strike bomb attack invade withdraw
    enable develop build invent discover release start join leave marry divorce retire admit call compare cut raise
    """
)
_COMPARISONS = words("outperform surpass exceed beat overtake outpace outsell outstrip rival match trail compare call")
_JUDGEMENTS = words(
    """
    good bad better worse best worst great awful brilliant brilliance terrible wonderful horrible staggering stunning
    remarkable amazing shocking outrageous disgraceful beautiful ugly dull exciting boring miserable blunt clumsy
    easy hard tough gentle gentler harsh quaint awkward obvious clear unclear troubled untroubled sure wise foolish
    crazy absurd ridiculous strange odd curious sad happy lovely nice fine fair unfair wrong right real true simple
    important crucial vital key worthy serious existential fresh immediate safe
    """
)
_FIGURES_OF_SPEECH = words(
    """
    breath heart mood story lesson message beast nature beam wake-up triumph spotlight storm shockwave game rope
    tightrope wave tide sea-change shadow spirit soul dream nightmare hope fuss credit challenge guarantee constant
    nerve drawer point prize politics memory glory fallout panic scramble disruption uncertainty brevity
    """
)
_FREQUENT = words("always often usually sometimes rarely seldom frequently everywhere ever nowadays mostly generally")
_GENERAL = words("everyone everybody anyone anybody someone somebody people one those whoever every nothing everything")
_HEAD_COUNTS = words("nobody none")
_PRONOUNS = words("i you he she it we they this that these those there who which what")
_SELF = words("i me my we us our you your")
_STATIVE = words("be seem become remain appear have mean matter depend lie feel look sound stand")
_QUOTED_JOB = re.compile(r"\b(?:chief|president|minister|director|chair\w*|spokes\w+|mayor|officer|head|secretary|judge)\b")


@dataclass(frozen=True, slots=True)
class Worthiness:
    """A score in 0..1 and the features that speak for and against, strongest first."""

    score: float
    reasons: tuple[str, ...]


def weigh(
    clause: Clause, tokens: "Tokens", signals: Signals, *, attributed: bool = False, quotation: bool = False
) -> Worthiness:
    """The worthiness of one clause of a parsed sentence."""
    present = _features(clause, tokens, signals, attributed=attributed, quotation=quotation)
    total = BIAS + sum(WEIGHTS[name] for name in present)
    ordered = sorted(present, key=lambda name: -abs(WEIGHTS[name]))
    return Worthiness(round(1 / (1 + math.exp(-total)), 3), tuple(ordered))


def _features(
    clause: Clause, tokens: "Tokens", signals: Signals, *, attributed: bool, quotation: bool
) -> set[str]:
    inside = [t for t in tokens[clause.start : clause.end] if clause.covers(t.i)]
    head = tokens[clause.head]
    lowers = {t.lower_ for t in inside}
    lemmas = {t.lemma_.lower() for t in inside}
    figure = any(clause.covers(i) for i in signals.figures)
    superlative = any(clause.covers(i) for i in signals.superlatives)
    names = _count_names(clause, tokens, signals)
    found: set[str] = set()

    def note(name: str, holds: object) -> None:
        if holds:
            found.add(name)

    note("figure", figure)
    note("vague magnitude", any(clause.covers(i) for i in signals.vague))
    note("date", any(clause.covers(i) for i in signals.dates))
    note("superlative or rank", superlative)
    note("name", names >= 1)
    note("second name", names >= 2)
    note("head count", lowers & _HEAD_COUNTS and head.pos_ == "VERB" and _happened(head))
    note("said by somebody", attributed)
    note("quotation", quotation)
    event = head.pos_ == "VERB" and head.lemma_ not in _STATIVE
    note("completed event", event and _happened(head))
    note("definite outcome", event and lemmas & _OUTCOMES and _happened(head))
    note("comparison", lemmas & _COMPARISONS and event)
    note("value judgement", lowers & _JUDGEMENTS or lemmas & _JUDGEMENTS)
    note("figure of speech", lemmas & _FIGURES_OF_SPEECH)
    note("first or second person", lowers & _SELF)
    note("frequency, no figure", not figure and lowers & _FREQUENT)
    note("general remark", not figure and not superlative and _is_general(clause, tokens, names))
    note("state, no event", not figure and head.pos_ == "AUX")
    subject = tokens[clause.subject[0] : clause.subject[1]] if clause.subject else None
    pronoun = subject is not None and len(subject) == 1 and subject[0].lower_ in _PRONOUNS
    note("pronoun subject, no name", pronoun and not names and not figure)
    note("no verb", head.pos_ not in ("VERB", "AUX") and clause.shape is Shape.MAIN and not figure)
    note("not said to have happened", _is_negated(head) and not figure and not superlative)
    return found


def _count_names(clause: Clause, tokens: "Tokens", signals: Signals) -> int:
    """Runs of name tokens in the clause, its subject included wherever that stands."""
    indices = {i for i in signals.names if clause.covers(i)}
    if clause.subject is not None:
        indices |= {i for i in signals.names if clause.subject[0] <= i < clause.subject[1]}
    return sum(i - 1 not in indices for i in indices)


def _happened(head: "Token") -> bool:
    """Whether the verb is told as a fact of the past or a completed one."""
    if head.tag_ in ("VBD", "VBN"):
        return not any(c.tag_ == "MD" for c in head.children)
    helpers = {c.lemma_ for c in head.children if c.dep_ in ("aux", "auxpass")}
    return head.tag_ == "VBG" and ("have" in helpers or not helpers)


def _is_negated(head: "Token") -> bool:
    return any(c.dep_ == "neg" or c.lower_ in ("never", "hardly") for c in head.children)


def _is_general(clause: Clause, tokens: "Tokens", names: int) -> bool:
    """Whether the clause is about things in general: no name, and a bare plural, "every" or an abstract."""
    if names:
        return False
    if clause.subject is None:
        return True
    subject = tokens[clause.subject[0] : clause.subject[1]]
    first = subject[0].lower_
    if first in _GENERAL or any(t.lower_ == "every" for t in subject):
        return True
    return subject[-1].tag_ in ("NN", "NNS") and (first in ("a", "an") or len(subject) == 1)
