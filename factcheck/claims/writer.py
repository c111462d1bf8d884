"""The shapes of clauses as sentences: how each kind is told by itself."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.borrowed import gapped_sentence, said_alone, shared_helpers
from factcheck.claims.clauses import Clause
from factcheck.claims.draft import owner
from factcheck.claims.finite import is_plural, make_finite
from factcheck.claims.mentions import Kind
from factcheck.claims.phrasing import Phrases
from factcheck.claims.shapes import Shape
from factcheck.claims.speech import subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF_NAMING = words("make leave mark bring")
_OF_THE_WHOLE = words("make mean mark leave bring take push put send")
"""Participles whose subject is the whole clause before them ("making her the first …")."""
_EFFECTS = words(
    "strand affect force disrupt hit cost save cause prompt trigger delay close cut add raise reduce boost"
    " block halt kill injure wound damage destroy"
)
"""What an event does that is told in the passive: "40 trains were cancelled, stranding 9,000"."""


class Writer(Phrases):
    """Words one clause; a new one for each claim."""

    def quotation(self, clause: Clause) -> str:
        """The words as quoted; names and dates are filled in outside of the quotation marks alone."""
        self._names.resolve(clause.start, clause.end)
        self._fill_dates(clause)
        return _finished(self._draft.write(clause.start, clause.end, ()))

    def sentence(self, clause: Clause, parent: Clause | None) -> str:
        """The clause as a sentence of its own."""
        if clause.subject is not None and not clause.owns_subject:
            self._names.resolve(*clause.subject)
        self._names.resolve(clause.start, clause.end, clause.holes)
        self._fill_dates(clause)
        said_alone(clause, self._draft)
        return _finished(self._shaped(clause, parent))

    def _shaped(self, clause: Clause, parent: Clause | None) -> str:
        match clause.shape:
            case Shape.EVENT:
                self._draft.note(self._tokens[clause.start].text, "There was")
                return f"There was {_without_first(self._body(clause))}"
            case Shape.MAIN | Shape.COORDINATE | Shape.ADVERBIAL:
                return self._finite(clause, parent, self._tokens[clause.head])
        worded = {
            Shape.ABSOLUTE: self._participle,
            Shape.PARTICIPLE: self._participle,
            Shape.REDUCED: self._reduced,
            Shape.GAPPED: self._gapped,
            Shape.RELATIVE: self._relative,
            Shape.APPOSITION: self._apposition,
            Shape.TRAILING: self._trailing,
            Shape.PARTITIVE: self._partitive,
            Shape.COMPARISON: self._comparison,
        }
        return worded[clause.shape](clause, parent)

    def _is_bare(self, head: "Token") -> bool:
        """Whether it is a past participle without a helper verb."""
        return head.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in head.children)

    def _gapped(self, clause: Clause, parent: Clause | None) -> str:
        if parent is not None:
            self._names.resolve(parent.start, parent.end)
            self._fill_dates(parent)
            verb = self._tokens[parent.head]
            if verb.tag_ == "VBG" and parent.parent is not None:
                make_finite(verb, replace(parent, head=parent.parent), clause.subject, self._draft)
        return gapped_sentence(clause, parent, self._draft, self._signals)

    def _finite(self, clause: Clause, parent: Clause | None, head: "Token") -> str:
        if clause.subject is not None and not clause.owns_subject:
            if parent is not None and parent.shape is Shape.REDUCED and self._is_bare(head):
                return self._restored(clause, f"{self._be(clause, None)} {self._body(clause)}")
            return self._restored(clause, self._body(clause))
        if clause.shape is Shape.MAIN and head.dep_ == "relcl" and clause.subject is not None:
            return self._told_by_relative(clause, head)
        if clause.owns_subject and clause.subject is not None and clause.subject[1] <= head.i:
            return self._with_shared_verb(clause, head, clause.subject)
        return self._body(clause)

    def _with_shared_verb(self, clause: Clause, head: "Token", subject: tuple[int, int]) -> str:
        """“… and 130 injured” after "41 were killed" as "130 were injured"."""
        shared = clause.shape is Shape.COORDINATE and head.dep_ == "conj" and self._is_bare(head)
        helpers = [c for c in head.head.children if c.dep_ == "auxpass" and c.i < head.head.i]
        if not shared or not helpers or any(c.dep_ == "dobj" for c in head.children):
            return self._body(clause)
        counted = self._tokens[subject[1] - 1]
        many = counted.tag_ == "CD" and counted.lower_ != "one"
        be = helpers[0].text if helpers[0].tag_ != "VBD" or many else self._be(clause, None)
        self._draft.note("", be)
        before = self._draft.write(clause.start, subject[1], clause.holes)
        return f"{before} {be} {self._draft.write(subject[1], clause.end, clause.holes)}"

    def _told_by_relative(self, clause: Clause, head: "Token") -> str:
        """“A model that beat …”: X’s model beat …, where X is what the article was talking about."""
        topic = self._topic
        start, end = clause.subject or (clause.start, clause.start)
        first = self._tokens[start]
        if topic is not None and topic.kind is not Kind.PERSON and first.lower_ in ("a", "an"):
            self._draft.fill(start, 1, owner(topic.name))
        rest = self._draft.write(head.left_edge.i + 1, clause.end, clause.holes)
        return f"{self._draft.write(start, end, ())} {rest}"

    def _restored(self, clause: Clause, body: str) -> str:
        """The subject of the clause before it, put in front."""
        subject = " ".join([self._subject_text(clause), *shared_helpers(clause, self._tokens)])
        self._draft.note("", subject)
        return f"{subject} {body}"

    def _reduced(self, clause: Clause, parent: Clause | None) -> str:
        """“X, founded in 2019” as "X was founded in 2019"."""
        if clause.subject is None:
            return self._body(clause)
        name = self._subject_text(clause)
        verb = self._be(clause, parent)
        own = clause.subject[1] if clause.owns_subject else clause.start
        self._draft.note("", verb if clause.owns_subject else f"{name} {verb}")
        said = self._draft.write(own, clause.end, clause.holes)
        return f"{name} {verb} {said[:1].lower()}{said[1:]}"

    def _participle(self, clause: Clause, parent: Clause | None) -> str:
        head = self._tokens[clause.head]
        if clause.shape is Shape.ABSOLUTE:
            make_finite(head, parent, clause.subject, self._draft)
            return self._body(clause)
        first = next((t for t in self._tokens[head.i + 1 : clause.end]), None)
        if head.lemma_ in _SELF_NAMING and first is not None and first.lower_ in ("this", "it", "that"):
            verb = "was" if parent is not None and self._tokens[parent.head].tag_ == "VBD" else "is"
            return f"This {verb} {self._draft.write(first.i + 1, clause.end, clause.holes)}"
        if parent is None:
            return self._body(clause)
        passive = any(c.dep_ == "auxpass" for c in self._tokens[parent.head].children)
        if clause.subject is None or head.lemma_ in _OF_THE_WHOLE or (passive and head.lemma_ in _EFFECTS):
            return f"{self._context(parent)}, {self._body(clause)}"
        done = clause.start > 0 and self._tokens[clause.start - 1].lower_ in ("after", "since")
        make_finite(head, parent, clause.subject, self._draft, done=done)
        return self._restored(clause, self._body(clause))

    def _relative(self, clause: Clause, parent: Clause | None) -> str:
        at = clause.start
        if clause.owns_subject and clause.subject is not None:  # "Roe, who is 34"
            at = next((i for i in range(clause.subject[1], clause.end) if self._tokens[i].is_alpha), at)
        pronoun = self._tokens[at]
        if pronoun.lower_ in ("where", "when") and clause.end - at > 2:
            where = self._where(pronoun.i, self._tokens[clause.head].head)
            if where:
                return f"{where}, {self._draft.write(at + 1, clause.end, clause.holes)}"
        if pronoun.lower_ in ("where", "when") or clause.subject is None:
            body = self._body(clause)
            return f"{self._context(parent)}, {body}" if parent is not None else body
        name = self._subject_text(clause)
        said = self._draft.write(at + 1, clause.end, clause.holes)
        self._draft.note(pronoun.text, name)
        if pronoun.lower_ == "whose":
            return f"{owner(name)} {said}"
        if pronoun.dep_ not in ("dobj", "pobj"):
            return f"{name} {said}"
        loose = any(
            t.dep_ == "prep" and not any(c.dep_ in ("pobj", "pcomp") for c in t.children)
            for t in self._tokens[at : clause.end]
        )
        if pronoun.dep_ == "pobj" or loose:
            before = self._context(parent) if parent is not None else name
            return f"{before}, {pronoun.text} {said}"
        # "the union, which it joined in 1973"
        before = self._draft.write(at + 1, clause.head + 1, clause.holes)
        after = self._draft.write(clause.head + 1, clause.end, clause.holes)
        return " ".join(filter(None, (before, name, after)))

    def _where(self, at: int, place: "Token") -> str:
        """The place that a "where" at token `at` stands for: "In Leeds"; empty where that is not sure."""
        start, end = subject_range(place)
        known = place.pos_ in ("NOUN", "PROPN") or place.i in self._signals.dates
        if not known or not end <= at <= end + 1:
            return ""
        given = place.head.lower_ if place.dep_ == "pobj" else ""
        preposition = given.capitalize() if given in ("in", "at", "on", "near") else "In"
        name = self._draft.write(start, end, ())
        self._draft.note(self._tokens[at].text, f"{preposition} {name}")
        return f"{preposition} {name}"

    def _apposition(self, clause: Clause, parent: Clause | None) -> str:
        body = self._body(clause)
        if clause.subject is not None and self._tokens[clause.start].tag_ != "PRP$":
            name = self._subject_text(clause)
            verb = "are" if is_plural(self._tokens, *clause.subject) else "is"
            self._draft.note("", f"{name} {verb}")
            return f"{name} {verb} {body}"
        if parent is None:
            return body
        before = self._context(parent)
        self._draft.note("", before)
        return f"{before}, {body}"

    def _trailing(self, clause: Clause, parent: Clause | None) -> str:
        """“…, up from 51” with the clause before it, without which it says nothing."""
        body = self._body(clause)
        if parent is None:
            return body
        word = self._tokens[clause.start - 1]
        lead = f"{word.text} " if word.lower_ in ("or", "against", "versus") else ""
        before = self._with_subject(parent)
        self._draft.note("", before)
        return f"{before}, {lead}{body}"

    def _partitive(self, clause: Clause, parent: Clause | None) -> str:
        """“…, 40 of whom had left” as "40 of the 112 witnesses had left"."""
        link = next(
            t
            for t in self._tokens[clause.start : clause.end]
            if t.lower_ in ("which", "whom") and t.i > clause.start
        )
        if clause.subject is None:
            return self._trailing(clause, parent)
        name = self._subject_text(clause)
        first = self._tokens[clause.subject[0]]
        whole = name if first.pos_ in ("DET", "PRON", "PROPN") or first.tag_ == "PRP$" else f"the {name}"
        self._draft.note(link.text, whole)
        part = self._draft.write(clause.start, link.i - 1, ())
        rest = link.i + 1
        if not part:  # "of which 38 were upheld"
            rest = next((t.i for t in self._tokens[rest : clause.end] if t.pos_ in ("VERB", "AUX")), rest)
            part = self._draft.write(link.i + 1, rest, ())
        return f"{part} of {whole} {self._draft.write(rest, clause.end, clause.holes)}"

    def _comparison(self, clause: Clause, parent: Clause | None) -> str:
        """“The €3bn that analysts expected” as “analysts expected the €3bn for” what it is compared with."""
        body = self._body(clause)
        verb = next((t for t in self._tokens[clause.start : clause.end] if t.pos_ == "VERB"), None)
        if verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.i > clause.start:
            before = self._draft.write(clause.start, verb.i, ())
            return f"{before} were {self._draft.write(verb.i, clause.end, ())}"
        that = next(
            (t for t in self._tokens[clause.start : clause.end] if t.lower_ in ("that", "which")), None
        )
        if that is not None and clause.start < that.i < clause.end - 1:
            amount = self._draft.write(clause.start, that.i, ())
            said = self._draft.write(that.i + 1, clause.end, ())
            topic = f" for {self._inside(clause)}" if clause.subject is not None else ""
            self._draft.note("", f"{said} {amount}{topic}")
            return f"{said} {amount}{topic}"
        if parent is None:
            return body
        return f"{self._with_subject(parent)}, compared with {body}"


def _without_first(text: str) -> str:
    return text.split(" ", 1)[1] if " " in text else text


def _finished(text: str) -> str:
    """`text` with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", '."')) else text + "."
