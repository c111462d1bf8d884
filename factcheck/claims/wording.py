"""Clauses in words that stand without the article around them; whatever is added is recorded."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.cuts import Shape
from factcheck.claims.dates import date_fills
from factcheck.claims.draft import Draft, owner
from factcheck.claims.inflect import past, present
from factcheck.claims.mentions import Cast, Scene
from factcheck.claims.pronouns import Names
from factcheck.claims.signals import Signals
from factcheck.domain.claims import ClaimKind, Fill
from factcheck.text.parser import ParsedDocument, Sentence
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_DOUBT = re.compile(
    r"\b(?:allegedly|reportedly|supposedly|apparently|purportedly|rumou?red|unconfirmed|unverified"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:said|believed|thought|understood|alleged|reported|expected|set|due"
    r"|likely|scheduled|feared|estimated|projected|forecast) to)\b",
    re.IGNORECASE,
)
_LONGEST = 700
_SELF_NAMING = words("make leave mark bring")
_OF_THE_WHOLE = words("make mean mark")
"""Participles whose subject is the whole clause before them ("making her the first …")."""


def doubt_in(quote: str) -> str | None:
    """The words of reported doubt in `quote` ("allegedly", "is expected to"), or None."""
    found = _DOUBT.search(quote)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Worded:
    """The wording of one claim, and what was filled in."""

    text: str
    fills: tuple[Fill, ...]


class Wording:
    """Words the claims of one document, in reading order; `pass_over` each sentence after its claims."""

    def __init__(self, parsed: ParsedDocument, signals: list[Signals]) -> None:
        self._text = parsed.document.text
        moment = parsed.document.published_at
        self._published: date | None = moment.date() if moment else None
        pairs = list(zip(parsed.sentences, signals, strict=True))
        self._cast = Cast(pairs, self._text)
        self._scene = Scene(None, None, ())

    def pass_over(self, sentence: Sentence, signals: Signals) -> None:
        """Take note of what `sentence` talks about, for the pronouns of the next one."""
        self._scene = self._cast.scene(sentence, signals, self._scene)

    def word(
        self,
        sentence: Sentence,
        signals: Signals,
        clause: Clause,
        parent: Clause | None,
        kind: ClaimKind,
    ) -> Worded:
        """`clause` as a sentence: its subject restored, pronouns and dates filled in where that is sure.

        What is unsure keeps the article's words. `parent` is the clause it hangs on.
        """
        draft = Draft(self._text, sentence)
        names = Names(draft, signals, self._cast, self._scene)
        writer = _Writer(draft, names, self._scene, self._published)
        text = writer.quotation(clause) if kind is ClaimKind.QUOTATION else writer.sentence(clause, parent)
        if not text or len(text) > _LONGEST:
            return Worded(sentence.place(clause.start, clause.end).of(self._text), ())
        return Worded(text, tuple(draft.fills))


class _Writer:
    def __init__(self, draft: Draft, names: Names, scene: Scene, published: date | None) -> None:
        self._draft = draft
        self._tokens: Tokens = draft.tokens
        self._names = names
        self._scene = scene
        self._published = published

    def quotation(self, clause: Clause) -> str:
        """The words as quoted; only the speaker's name is completed."""
        if clause.subject is not None:
            self._names.complete_surname(clause.subject[0], clause.subject[1])
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
        body = self._body(clause)
        head = self._tokens[clause.head]
        if clause.shape in (Shape.ABSOLUTE, Shape.PARTICIPLE):
            return self._participle(clause, parent, head)
        if clause.shape is Shape.RELATIVE:
            return self._relative(clause, parent, body)
        if clause.shape is Shape.APPOSITION:
            return self._apposition(clause, parent, body)
        if clause.shape is Shape.COMPARISON:
            return self._comparison(clause, parent, body)
        if clause.subject is not None and not clause.owns_subject:
            return self._restored(clause, body)
        if clause.shape is Shape.MAIN and head.dep_ == "relcl" and clause.subject is not None:
            return self._told_by_relative(clause, head)
        return body

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
        subject = self._subject_text(clause)
        self._draft.note("", subject)
        return f"{subject} {body}"

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
            return f"{self._with_subject(parent)}, {self._body(clause)}"
        self._make_finite(head, parent, clause.subject)
        return self._restored(clause, self._body(clause))

    def _make_finite(self, head: "Token", parent: Clause | None, subject: tuple[int, int] | None) -> None:
        if head.tag_ != "VBG" or any(c.dep_ in ("aux", "auxpass") for c in head.children):
            return
        plural = subject is not None and self._tokens[subject[1] - 1].tag_ in ("NNS", "NNPS")
        lemma = head.lemma_.lower()
        form = past(lemma) if self._is_past(parent) else present(lemma, plural=plural)
        self._draft.note(head.text, form)
        self._draft.forms[head.i] = form

    def _is_past(self, parent: Clause | None) -> bool:
        if parent is None:
            return False
        head = self._tokens[parent.head]
        while head.tag_ == "VBG" and head.head.i != head.i:  # "killing 9, injuring 30": as the verb before
            head = head.head
        return head.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in head.children)

    def _relative(self, clause: Clause, parent: Clause | None, body: str) -> str:
        if clause.owns_subject and clause.subject is not None:  # "Roe, who is 34"
            rest = self._draft.write(clause.subject[1], clause.end, ()).lstrip(", ")
            return f"{self._subject_text(clause)} {_without_first(rest)}"
        first = self._tokens[clause.start].lower_
        if first == "where" or clause.subject is None:
            return f"{self._with_subject(parent)}, {body}" if parent is not None else body
        name = self._subject_text(clause)
        self._draft.note(self._tokens[clause.start].text, name)
        if first == "whose":
            return f"{owner(name)} {_without_first(body)}"
        return f"{name} {_without_first(body)}"

    def _apposition(self, clause: Clause, parent: Clause | None, body: str) -> str:
        if clause.subject is not None and self._tokens[clause.start].tag_ != "PRP$":
            name = self._subject_text(clause)
            plural = self._tokens[clause.subject[1] - 1].tag_ in ("NNS", "NNPS")
            verb = "are" if plural else "is"
            self._draft.note("", f"{name} {verb}")
            return f"{name} {verb} {body}"
        if parent is None:
            return body
        before = self._with_subject(parent)
        self._draft.note("", before)
        return f"{before}, {body}"

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

    # Names


def _without_first(text: str) -> str:
    return text.split(" ", 1)[1] if " " in text else text


def _finished(text: str) -> str:
    """`text` with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", '."')) else text + "."
