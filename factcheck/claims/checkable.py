"""Whether a clause says something that can be held against a reference: a sum of named features.

It decides what is a claim at all; how much a claim is worth a person's time is another question. The weights
are set by hand, not trained: a figure alone is enough, a name with a completed event is enough, a general
remark about the world is not. `score` squashes the sum to 0..1; the threshold is 0.5.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.features import features
from factcheck.claims.signals import Signals
from factcheck.claims.vocabulary import OUTCOMES, STATIVE

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

THRESHOLD = 0.5

WEIGHTS: dict[str, float] = {
    "figure": 3.0,
    "vague magnitude": 1.6,
    "date": 1.6,
    "relative date": 0.9,
    "superlative or rank": 1.8,
    "name": 0.6,
    "second name": 0.3,
    "completed event": 1.0,
    "definite outcome": 0.8,
    "somebody in particular": 0.5,
    "part of what was counted": 1.6,
    "words of somebody": 1.0,
    "stand taken": 1.6,
    "standing fact": 1.0,
    "beside a figure": 0.5,
    "comparison": 0.9,
    "headline": 0.7,
    "said by somebody": 0.9,
    "quotation": 1.4,
    "head count": 0.5,
    "named source": 0.7,
    "what is in it": 1.8,
    "what or where a name is": 1.7,
    "official status": 2.1,
    "where a matter stands": 2.1,
    "what somebody did not do": 1.6,
    "set against another statement": 0.4,
    "general remark": -1.2,
    "value judgement": -1.3,
    "figure of speech": -0.9,
    "first or second person": -1.0,
    "state, no event": -0.5,
    "gesture": -1.0,
    "frequency, no figure": -0.9,
    "pronoun subject, no name": -0.5,
    "no verb": -0.8,
    "not said to have happened": -1.2,
}
"""Feature to weight; the intercept is `BIAS`."""

BIAS = -1.5


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
    present = features(clause, tokens, signals, attributed=attributed, quotation=quotation)
    if named and not quotation:
        present = (present | {"named source"}) - {"general remark", "not said to have happened"}
    head = tokens[clause.head]
    if (
        headline
        and head.pos_ == "VERB"
        and head.lemma_ not in STATIVE
        and head.tag_ in ("VBZ", "VBP", "VBD", "VBN")
    ):
        present |= {"headline", "completed event"}
        if head.lemma_ in OUTCOMES:
            present.add("definite outcome")
    total = BIAS + sum(WEIGHTS[name] for name in present)
    ordered = sorted(present, key=lambda name: -abs(WEIGHTS[name]))
    return Checkable(round(1 / (1 + math.exp(-total)), 3), tuple(ordered))
