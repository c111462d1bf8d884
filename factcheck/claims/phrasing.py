"""What the wording of every shape of clause is made of: its words, its subject, the clause before it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.dates import Calendar
from factcheck.claims.draft import Draft
from factcheck.claims.finite import is_plural, make_finite
from factcheck.claims.mentions import Named
from factcheck.claims.names import Names
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LASTING = words(
    "own base locate situate headquarter control back support list know call lead chair head run dominate"
    " surround protect fund aim design name dedicate"
)
"""Participles of a state that lasts: "X, owned by Y, sells …" says that it is owned by Y."""
_MEASURING = words("by to from")


class Phrases:
    """Words parts of one sentence into one draft, with names and dates filled in."""

    def __init__(
        self, draft: Draft, names: Names, signals: Signals, topic: Named | None, calendar: Calendar | None
    ) -> None:
        self._draft = draft
        self._signals = signals
        self._tokens: Tokens = draft.tokens
        self._names = names
        self._topic = topic
        self._calendar = calendar

    def _be(self, clause: Clause, parent: Clause | None) -> str:
        dated = any(clause.covers(i) for i in self._signals.dates)
        head = self._tokens[clause.head]
        lasting = parent is not None and head.lemma_ in _LASTING and self._tokens[parent.head].tag_ != "VBD"
        past_tense = dated or not lasting
        plural = clause.subject is not None and is_plural(self._tokens, *clause.subject)
        if any(c.lower_ == "since" for c in head.children):
            return "have been" if plural else "has been"
        return ("were" if plural else "was") if past_tense else ("are" if plural else "is")

    def _subject_text(self, clause: Clause) -> str:
        return self._draft.write(*clause.subject, ()) if clause.subject is not None else ""

    def _inside(self, clause: Clause) -> str:
        """The subject as it reads inside a sentence: a small letter unless it is a name."""
        text = self._subject_text(clause)
        first = self._tokens[clause.subject[0]] if clause.subject is not None else None
        return text[:1].lower() + text[1:] if first is not None and first.pos_ != "PROPN" else text

    def _context(self, clause: Clause) -> str:
        """The clause that another one is about, less figures that can be left out: they are claimed there."""
        return self._with_subject(replace(clause, holes=(*clause.holes, *self._measures(clause))))

    def _measures(self, clause: Clause) -> list[tuple[int, int]]:
        """The tokens of "by 2%" and of the "2%" of "2% lower" beside the verb of a clause."""
        found: list[tuple[int, int]] = []
        for i in sorted(self._signals.figures):
            figure = self._tokens[i]
            noun = figure.head if figure.dep_ == "nummod" else figure
            if not clause.covers(i) or noun.right_edge.i != noun.i or not clause.covers(noun.i):
                continue
            if noun.dep_ == "npadvmod" and noun.head.pos_ in ("ADV", "ADJ"):
                found.append((noun.left_edge.i, noun.i + 1))
            elif self._measures_alone(noun, clause):
                found.append((noun.head.i, noun.i + 1))
        return found

    def _measures_alone(self, noun: "Token", clause: Clause) -> bool:
        """Whether it is the "2%" of "by 2%" that nothing hangs on: not "from 3% in May"."""
        if noun.dep_ != "pobj" or noun.head.lower_ not in _MEASURING or noun.head.head.i != clause.head:
            return False
        after = noun.i + 1
        return after >= clause.end or self._tokens[after].pos_ != "ADP" or noun.head.lower_ == "by"

    def _with_subject(self, clause: Clause) -> str:
        self._names.resolve(clause.start, clause.end, clause.holes, ahead=True)
        self._fill_dates(clause)
        head = self._tokens[clause.head]
        if clause.shape in (Shape.PARTICIPLE, Shape.ABSOLUTE) and clause.parent is not None:
            make_finite(head, replace(clause, head=clause.parent), clause.subject, self._draft)
        body = self._body(clause)
        if clause.subject is not None and not clause.owns_subject:
            return f"{self._subject_text(clause)} {body}"
        return body

    def _body(self, clause: Clause) -> str:
        return self._draft.write(clause.start, clause.end, clause.holes)

    def _fill_dates(self, clause: Clause) -> None:
        if self._calendar is not None:
            for first, count, meant in self._calendar.fills(clause):
                self._draft.fill(first, count, meant)
