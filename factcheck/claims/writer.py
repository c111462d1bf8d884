"""The shapes of clauses as sentences: how each kind is told by itself."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.borrowed import gapped_sentence, shared_helpers
from factcheck.claims.clauses import Clause
from factcheck.claims.dates import date_fills
from factcheck.claims.draft import Draft, owner
from factcheck.claims.inflect import past, present
from factcheck.claims.mentions import Scene
from factcheck.claims.pronouns import Names
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_SELF_NAMING = words("make leave mark bring")
_OF_THE_WHOLE = words("make mean mark")
"""Participles whose subject is the whole clause before them ("making her the first …")."""
_MEASURING = words("by to from")


class Writer:
    """Words one clause; a new one for each claim."""

    def __init__(
        self, draft: Draft, names: Names, signals: Signals, scene: Scene, published: date | None
    ) -> None:
        self._draft = draft
        self._signals = signals
        self._tokens: Tokens = draft.tokens
        self._names = names
        self._scene = scene
        self._published = published

    def quotation(self, clause: Clause) -> str:
        """The words as quoted; only the speaker's name is completed."""
        if clause.subject is not None:
            self._names.resolve(clause.subject[0], clause.subject[1])
        return _finished(self._draft.write(clause.start, clause.end, ()))

    def sentence(self, clause: Clause, parent: Clause | None) -> str:
        """The clause as a sentence of its own."""
        ranges = [(clause.start, clause.end)]
        if clause.subject is not None and not clause.owns_subject:
            ranges.insert(0, clause.subject)
        for start, end in ranges:
            self._names.resolve(start, end)
        self._fill_dates(clause)
        return _finished(self._shaped(clause, parent))

    # Shapes

    def _shaped(self, clause: Clause, parent: Clause | None) -> str:
        head = self._tokens[clause.head]
        match clause.shape:
            case Shape.ABSOLUTE | Shape.PARTICIPLE:
                return self._participle(clause, parent, head)
            case Shape.REDUCED:
                return self._reduced(clause, parent)
            case Shape.EVENT:
                self._draft.note(self._tokens[clause.start].text, "There was")
                return f"There was {_without_first(self._body(clause))}"
            case Shape.GAPPED:
                return gapped_sentence(clause, parent, self._draft, self._signals)
            case Shape.RELATIVE:
                return self._relative(clause, parent)
            case Shape.APPOSITION:
                return self._apposition(clause, parent, self._body(clause))
            case Shape.COMPARISON:
                return self._comparison(clause, parent, self._body(clause))
        return self._finite(clause, head)

    def _finite(self, clause: Clause, head: "Token") -> str:
        if clause.subject is not None and not clause.owns_subject:
            return self._restored(clause, self._body(clause))
        if clause.shape is Shape.MAIN and head.dep_ == "relcl" and clause.subject is not None:
            return self._told_by_relative(clause, head)
        return self._body(clause)

    def _told_by_relative(self, clause: Clause, head: "Token") -> str:
        """“A model that beat …”: X’s model beat …, where X is what the article was talking about."""
        topic = self._scene.topic
        start, end = clause.subject or (clause.start, clause.start)
        first = self._tokens[start]
        if topic is not None and not topic.person and first.lower_ in ("a", "an"):
            self._draft.fill(start, 1, owner(topic.name), first.text)
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

    def _be(self, clause: Clause, parent: Clause | None) -> str:
        dated = any(clause.covers(i) for i in self._signals.dates)
        past_tense = dated or parent is None or self._tokens[parent.head].tag_ == "VBD"
        plural = clause.subject is not None and self._is_plural(*clause.subject)
        if any(t.lower_ == "since" for t in self._tokens[clause.head : clause.end]):
            return "have been" if plural else "has been"
        return ("were" if plural else "was") if past_tense else ("are" if plural else "is")

    def _is_plural(self, start: int, end: int) -> bool:
        heads = (t for t in self._tokens[start:end] if not start <= t.head.i < end)
        noun = next(heads, self._tokens[end - 1])
        # "The Greens" are many, "Roe Foods" is one.
        plural_name = noun.tag_ == "NNPS" or (noun.ent_type_ == "NORP" and noun.text.endswith("s"))
        many = noun.tag_ == "NNS" or (plural_name and self._tokens[start].lower_ == "the")
        return many or any(c.dep_ == "cc" for c in noun.children)

    def _subject_text(self, clause: Clause) -> str:
        return self._draft.write(*clause.subject, ()) if clause.subject is not None else ""

    def _inside(self, clause: Clause) -> str:
        """The subject as it reads inside a sentence: a small letter unless it is a name."""
        text = self._subject_text(clause)
        first = self._tokens[clause.subject[0]] if clause.subject is not None else None
        return text[:1].lower() + text[1:] if first is not None and first.pos_ != "PROPN" else text

    def _participle(self, clause: Clause, parent: Clause | None, head: "Token") -> str:
        if clause.shape is Shape.ABSOLUTE:
            self._make_finite(head, parent, clause.subject)
            return self._body(clause)
        first = next((t for t in self._tokens[head.i + 1 : clause.end]), None)
        if head.lemma_ in _SELF_NAMING and first is not None and first.lower_ in ("this", "it", "that"):
            verb = "was" if parent is not None and self._tokens[parent.head].tag_ == "VBD" else "is"
            return f"This {verb} {self._draft.write(first.i + 1, clause.end, clause.holes)}"
        if clause.subject is None or parent is None:
            return self._body(clause)
        if head.lemma_ in _OF_THE_WHOLE:
            return f"{self._context(parent)}, {self._body(clause)}"
        self._make_finite(head, parent, clause.subject)
        return self._restored(clause, self._body(clause))

    def _make_finite(self, head: "Token", parent: Clause | None, subject: tuple[int, int] | None) -> None:
        having = next((c for c in head.children if c.lower_ == "having" and c.i < head.i), None)
        if having is not None:
            self._completed(head, having, subject)
            return
        if head.tag_ != "VBG" or any(c.dep_ in ("aux", "auxpass") for c in head.children):
            return
        plural = subject is not None and self._is_plural(*subject)
        lemma = head.lemma_.lower()
        form = past(lemma) if self._is_past(parent) else present(lemma, plural=plural)
        self._draft.note(head.text, form)
        self._draft.forms[head.i] = form

    def _completed(self, head: "Token", having: "Token", subject: tuple[int, int] | None) -> None:
        """“having weighed” as "weighed", “having been fined” as "was fined"."""
        been = next((c for c in head.children if c.lower_ == "been"), None)
        self._draft.forms[having.i] = ""
        if been is not None:
            form = "were" if subject is not None and self._is_plural(*subject) else "was"
            self._draft.forms[been.i] = form
        else:
            form = past(head.lemma_.lower())
            self._draft.forms[head.i] = form
        self._draft.note(f"{having.text} {(been or head).text}", form)

    def _is_past(self, parent: Clause | None) -> bool:
        if parent is None:
            return False
        head = self._tokens[parent.head]
        while head.tag_ == "VBG" and head.head.i != head.i:  # "killing 9, injuring 30": as the verb before
            head = head.head
        return head.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in head.children)

    def _relative(self, clause: Clause, parent: Clause | None) -> str:
        at = clause.start
        if clause.owns_subject and clause.subject is not None:  # "Roe, who is 34"
            at = next((i for i in range(clause.subject[1], clause.end) if self._tokens[i].is_alpha), at)
        pronoun = self._tokens[at]
        if pronoun.lower_ == "where" and clause.end - at > 2:
            where = self._where(pronoun.i, self._tokens[clause.head].head)
            if where:
                return f"{where}, {self._draft.write(at + 1, clause.end, clause.holes)}"
        if pronoun.lower_ == "where" or clause.subject is None:
            body = self._body(clause)
            return f"{self._context(parent)}, {body}" if parent is not None else body
        name = self._subject_text(clause)
        said = self._draft.write(at + 1, clause.end, clause.holes)
        self._draft.note(pronoun.text, name)
        if pronoun.lower_ == "whose":
            return f"{owner(name)} {said}"
        if pronoun.dep_ not in ("dobj", "pobj"):
            return f"{name} {said}"
        loose = any(t.dep_ == "prep" and not list(t.children) for t in self._tokens[at : clause.end])
        if pronoun.dep_ == "pobj" or loose:
            return f"{name}, {pronoun.text} {said}"
        # "the union, which it joined in 1973"
        before = self._draft.write(at + 1, clause.head + 1, clause.holes)
        after = self._draft.write(clause.head + 1, clause.end, clause.holes)
        return " ".join(filter(None, (before, name, after)))

    def _where(self, at: int, place: "Token") -> str:
        """The place that a "where" at token `at` stands for: "In Leeds"; empty where that is not sure."""
        start, end = subject_range(place)
        if place.pos_ not in ("NOUN", "PROPN") or not end <= at <= end + 1:
            return ""
        given = place.head.lower_ if place.dep_ == "pobj" else ""
        preposition = given.capitalize() if given in ("in", "at", "on", "near") else "In"
        name = self._draft.write(start, end, ())
        self._draft.note(self._tokens[at].text, f"{preposition} {name}")
        return f"{preposition} {name}"

    def _apposition(self, clause: Clause, parent: Clause | None, body: str) -> str:
        if clause.subject is not None and self._tokens[clause.start].tag_ != "PRP$":
            name = self._subject_text(clause)
            verb = "are" if self._is_plural(*clause.subject) else "is"
            self._draft.note("", f"{name} {verb}")
            return f"{name} {verb} {body}"
        if parent is None:
            return body
        before = self._context(parent)
        self._draft.note("", before)
        return f"{before}, {body}"

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
            elif noun.dep_ == "pobj" and noun.head.lower_ in _MEASURING and noun.head.head.i == clause.head:
                found.append((noun.head.i, noun.i + 1))
        return found

    def _with_subject(self, clause: Clause) -> str:
        self._names.resolve(clause.start, clause.end)
        self._fill_dates(clause)
        body = self._body(clause)
        if clause.subject is not None and not clause.owns_subject:
            return f"{self._subject_text(clause)} {body}"
        return body

    def _comparison(self, clause: Clause, parent: Clause | None, body: str) -> str:
        """“The €3bn that analysts expected” as “analysts expected the €3bn for” what it is compared with."""
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

    # Words

    def _body(self, clause: Clause) -> str:
        return self._draft.write(clause.start, clause.end, clause.holes)

    def _fill_dates(self, clause: Clause) -> None:
        if self._published is None:
            return
        for first, (meant, count, written) in date_fills(self._tokens, clause, self._published).items():
            self._draft.fill(first, count, meant, written)


def _without_first(text: str) -> str:
    return text.split(" ", 1)[1] if " " in text else text


def _finished(text: str) -> str:
    """`text` with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", '."')) else text + "."
