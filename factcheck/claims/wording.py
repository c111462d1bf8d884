"""Clauses in words that stand without the article around them; whatever is added is recorded."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause, Shape
from factcheck.claims.dates import date_fills
from factcheck.claims.inflect import past, present
from factcheck.claims.mentions import Cast, Mention, Scene, name_runs
from factcheck.claims.signals import Signals
from factcheck.domain.claims import ClaimKind, Fill
from factcheck.text.parser import ParsedDocument, Sentence
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_DOUBT = re.compile(
    r"\b(?:allegedly|reportedly|supposedly|apparently|purportedly|rumou?red|unconfirmed|unverified"
    r"|(?:is|are|was|were) (?:\w+ly )?(?:said|believed|thought|understood|alleged|reported|expected|set|due|likely"
    r"|scheduled|feared|estimated|projected|forecast) to)\b",
    re.IGNORECASE,
)
_LONGEST = 700
_BODIES = words(
    """
    company firm group bank club party agency retailer airline carmaker chipmaker startup lender charity
    university
    """
)
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
        writer = _Writer(self._text, sentence, signals, self._cast, self._scene, self._published)
        text = writer.quotation(clause) if kind is ClaimKind.QUOTATION else writer.sentence(clause, parent)
        if not text or len(text) > _LONGEST:
            return Worded(sentence.place(clause.start, clause.end).of(self._text), ())
        return Worded(text, tuple(writer.fills))


class _Writer:
    def __init__(
        self,
        text: str,
        sentence: Sentence,
        signals: Signals,
        cast: Cast,
        scene: Scene,
        published: date | None,
    ) -> None:
        self._text = text
        self._sentence = sentence
        self._tokens: Tokens = sentence.tokens
        self._signals = signals
        self._cast = cast
        self._scene = scene
        self._published = published
        self.fills: list[Fill] = []
        self._forms: dict[int, str] = {}

    def quotation(self, clause: Clause) -> str:
        """The words as quoted; only the speaker's name is completed."""
        if clause.subject is not None:
            self._complete_surname(clause.subject[0], clause.subject[1])
        return _finished(self._write(clause.start, clause.end, ()))

    def sentence(self, clause: Clause, parent: Clause | None) -> str:
        """The clause as a sentence of its own."""
        ranges = [(clause.start, clause.end)]
        if clause.subject is not None and not clause.owns_subject:
            ranges.insert(0, clause.subject)
        for start, end in ranges:
            self._resolve(start, end)
        self._fill_dates(clause)
        return _finished(self._shaped(clause, parent))

    # Shapes

    def _shaped(self, clause: Clause, parent: Clause | None) -> str:
        body = self._body(clause)
        head = self._tokens[clause.head]
        if clause.shape is Shape.ABSOLUTE:
            self._make_finite(head, parent, clause.subject)
            return self._body(clause)
        if clause.shape is Shape.PARTICIPLE:
            return self._participle(clause, parent, head)
        if clause.shape is Shape.RELATIVE and not clause.owns_subject:
            return self._relative(clause, parent, body)
        if clause.shape is Shape.RELATIVE and clause.subject is not None:
            name = self._write(*clause.subject, ())
            rest = self._write(clause.subject[1], clause.end, ()).lstrip(", ")
            return f"{name} {_without_first(rest)}"
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
        """ "A model that beat …": X's model beat …, where X is what the article was talking about."""
        topic = self._scene.topic
        start, end = clause.subject or (clause.start, clause.start)
        first = self._tokens[start]
        if topic is not None and not topic.person and first.lower_ in ("a", "an"):
            self._fill(start, 1, _owner(topic.name), first.text)
        rest = self._write(head.left_edge.i + 1, clause.end, clause.holes)
        return f"{self._write(start, end, ())} {rest}"

    def _restored(self, clause: Clause, body: str) -> str:
        """The subject of the clause before it, put in front."""
        subject = self._subject_text(clause)
        self.fills.append(Fill("", subject))
        return f"{subject} {body}"

    def _subject_text(self, clause: Clause) -> str:
        return self._write(*clause.subject, ()) if clause.subject is not None else ""

    def _participle(self, clause: Clause, parent: Clause | None, head: "Token") -> str:
        first = next((t for t in self._tokens[head.i + 1 : clause.end]), None)
        if head.lemma_ in _SELF_NAMING and first is not None and first.lower_ in ("this", "it", "that"):
            verb = "was" if parent is not None and self._tokens[parent.head].tag_ == "VBD" else "is"
            return f"This {verb} {self._write(first.i + 1, clause.end, clause.holes)}"
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
        self.fills.append(Fill(head.text, form))
        self._forms[head.i] = form

    def _is_past(self, parent: Clause | None) -> bool:
        if parent is None:
            return False
        head = self._tokens[parent.head]
        return head.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in head.children)

    def _relative(self, clause: Clause, parent: Clause | None, body: str) -> str:
        first = self._tokens[clause.start].lower_
        if first == "where" or clause.subject is None:
            return f"{self._with_subject(parent)}, {body}" if parent is not None else body
        name = self._subject_text(clause)
        self.fills.append(Fill(self._tokens[clause.start].text, name))
        if first == "whose":
            return f"{_owner(name)} {_without_first(body)}"
        return f"{name} {_without_first(body)}"

    def _apposition(self, clause: Clause, parent: Clause | None, body: str) -> str:
        if clause.subject is not None and self._tokens[clause.start].tag_ != "PRP$":
            name = self._subject_text(clause)
            plural = self._tokens[clause.subject[1] - 1].tag_ in ("NNS", "NNPS")
            verb = "are" if plural else "is"
            self.fills.append(Fill("", f"{name} {verb}"))
            return f"{name} {verb} {body}"
        if parent is None:
            return body
        before = self._with_subject(parent)
        self.fills.append(Fill("", before))
        return f"{before}, {body}"

    def _with_subject(self, clause: Clause) -> str:
        self._resolve(clause.start, clause.end)
        self._fill_dates(clause)
        body = self._body(clause)
        if clause.subject is not None and not clause.owns_subject:
            return f"{self._subject_text(clause)} {body}"
        return body

    def _comparison(self, clause: Clause, parent: Clause | None, body: str) -> str:
        """ "the €3bn that analysts expected": analysts expected the €3bn; and what it is compared with."""
        verb = next((t for t in self._tokens[clause.start : clause.end] if t.pos_ == "VERB"), None)
        if verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.i > clause.start:
            before = self._write(clause.start, verb.i, ())
            return f"{before} were {self._write(verb.i, clause.end, ())}"
        that = next(
            (t for t in self._tokens[clause.start : clause.end] if t.lower_ in ("that", "which")), None
        )
        if that is not None and clause.start < that.i < clause.end - 1:
            amount = self._write(clause.start, that.i, ())
            said = self._write(that.i + 1, clause.end, ())
            topic = f" for {self._subject_text(clause)}" if clause.subject is not None else ""
            self.fills.append(Fill("", f"{said} {amount}{topic}"))
            return f"{said} {amount}{topic}"
        if parent is None:
            return body
        return f"{self._with_subject(parent)}, compared with {body}"

    # Words

    def _body(self, clause: Clause) -> str:
        return self._write(clause.start, clause.end, clause.holes)

    def _write(self, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> str:
        """The document's own characters of these tokens, less the holes, with the fills in place."""
        parts: list[str] = []
        for token in self._tokens[start:end]:
            hole = next(((a, b) for a, b in holes if a <= token.i < b), None)
            if hole is not None:
                if parts and token.i == hole[1] - 1:
                    parts.append(" ")
                continue
            if token.text == "," and any(token.i == b for _, b in holes):
                parts.append(" ")  # the second of the two commas around a hole
                continue
            at = self._sentence.offset + token.idx
            parts.append(self._forms.get(token.i, self._text[at : at + len(token)]))
            parts.append(token.whitespace_)
        written = " ".join("".join(parts).split())
        return re.sub(r"\s+([,.;:!?%’'])", r"\1", written).strip(" ,;:")

    def _fill(self, first: int, count: int, meant: str, written: str) -> None:
        if first in self._forms:
            return
        self._forms[first] = meant
        for i in range(first + 1, first + count):
            self._forms[i] = ""
        self.fills.append(Fill(written, meant))

    def _fill_dates(self, clause: Clause) -> None:
        if self._published is None:
            return
        for first, (meant, count, written) in date_fills(self._tokens, clause, self._published).items():
            self._fill(first, count, meant, written)

    # Names

    def _resolve(self, start: int, end: int) -> None:
        for token in self._tokens[start:end]:
            if token.i in self._forms:
                continue
            if token.tag_ in ("PRP", "PRP$"):
                self._pronoun(token)
            elif token.lower_ in _BODIES and token.i and self._tokens[token.i - 1].lower_ == "the":
                self._body_noun(token)
        for first, last in name_runs(self._tokens, self._signals):
            if start <= first and last <= end:
                self._complete_surname(first, last)
                break  # later in the clause the short form is clear

    def _complete_surname(self, start: int, end: int) -> None:
        """First name and surname for the first name in the tokens, where that is a surname alone."""
        for first, last in name_runs(self._tokens, self._signals):
            if start <= first and last <= end and first not in self._forms:
                written = " ".join(self._sentence.place(first, last).of(self._text).split())
                full = self._cast.full_name(written)
                if full is not None:
                    self._fill(first, last - first, full, written)
                return

    def _earlier_names(self, token: "Token") -> list[Mention]:
        runs = name_runs(self._tokens, self._signals)
        return [self._cast.mention(self._sentence, a, b) for a, b in runs if b <= token.i]

    def _pronoun(self, token: "Token") -> None:
        lower = token.lower_
        if lower in ("he", "she", "his", "her", "him"):
            if lower == "her" and token.tag_ == "PRP" and token.dep_ != "dobj":
                return
            if any(m.person for m in self._earlier_names(token)):
                return
            meant = self._person()
        elif lower in ("it", "its"):
            if (
                token.dep_ == "expl"
                or self._is_empty(token)
                or self._earlier_names(token)
                or self._has_noun(token)
            ):
                return
            meant = self._thing()
        elif lower in ("they", "their") and token.i <= 1:
            meant = self._scene.plural
        else:
            return
        if meant is None:
            return
        owner = token.tag_ == "PRP$"
        self._fill(token.i, 1, _capital_like(_owner(meant) if owner else meant, token.text), token.text)

    def _is_empty(self, token: "Token") -> bool:
        """ "It" that stands for a clause: "it is clear that", "it is known that", "it took years to"."""
        verb = token.head
        if token.dep_ == "nsubjpass" and any(c.dep_ in ("ccomp", "csubj", "xcomp") for c in verb.children):
            return True
        return verb.lemma_ in ("be", "seem", "appear", "take", "turn", "rain", "snow") and any(
            c.dep_ in ("acomp", "ccomp", "xcomp", "csubj", "advcl") for c in verb.children
        )

    def _has_noun(self, token: "Token") -> bool:
        """Whether a singular noun of the same sentence could be meant."""
        if token.i < 3:
            return False
        return any(t.tag_ == "NN" and t.dep_ in ("nsubj", "nsubjpass") for t in self._tokens[: token.i])

    def _person(self) -> str | None:
        topic = self._scene.topic
        if topic is not None and topic.person:
            return topic.name
        persons = {m.name for m in self._scene.names if m.person}
        return persons.pop() if len(persons) == 1 else None

    def _thing(self) -> str | None:
        topic = self._scene.topic
        if topic is not None:
            return None if topic.person else topic.name
        things = {m.name for m in self._scene.names if m.body}
        return things.pop() if len(things) == 1 else None

    def _body_noun(self, token: "Token") -> None:
        """ "the company": the body that the sentence before was about."""
        if self._earlier_names(token) or any(
            c.dep_ in ("prep", "relcl", "amod", "acl") for c in token.children
        ):
            return
        meant = self._thing()
        if meant is None:
            return
        first = token.i - 1
        written = f"{self._tokens[first].text} {token.text}"
        self._fill(first, 2, meant, written)


def _owner(name: str) -> str:
    return f"{name}’s"


def _without_first(text: str) -> str:
    return text.split(" ", 1)[1] if " " in text else text


def _capital_like(meant: str, written: str) -> str:
    """`meant`, with a small first letter where an article or noun stands inside a sentence."""
    if written[:1].isupper():
        return meant[:1].upper() + meant[1:]
    return "the" + meant[3:] if meant.startswith("The ") else meant


def _finished(text: str) -> str:
    """`text` with a capital letter and a full stop."""
    text = text.strip()
    if not text:
        return ""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", '."')) else text + "."
