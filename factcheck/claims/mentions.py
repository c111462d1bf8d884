"""Who and what an article talks about, sentence by sentence, as far as pronouns need to know."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.claims.signals import Signals
from factcheck.claims.speech import SAYING, subject_of, subject_range
from factcheck.text.parser import Sentence
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_TITLES = words("mr mrs ms miss dr prof professor sir dame lord lady president minister judge senator")
_PERSON_NOUNS = words(
    """
    executive president minister director chair chairman chairwoman chairperson spokesman spokeswoman
    spokesperson officer author writer player coach manager founder scientist doctor professor
    researcher lawyer judge mayor senator analyst economist actor actress singer granddaughter daughter
    son widow teacher artist leader secretary
    """
)
_BODY_NOUNS = words(
    """
    company firm group bank maker startup start-up club party agency retailer airline carmaker chipmaker
    producer supplier charity university broadcaster newspaper organisation organization committee
    council ministry regulator business corporation manufacturer operator developer lender insurer
    brewer farmer publisher
    """
)
BODIES = words(
    """
    company firm group bank club party agency retailer airline carmaker chipmaker startup lender charity
    university
    """
)
"""Nouns that, after "the", stand for a body named before."""
_OWNED = words(
    """
    shares share profit profits revenue sales margin stock valuation orders earnings customers
    """
)
_PLACES = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written in full, and what it seems to name."""

    name: str
    person: bool
    place: bool
    body: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What one sentence leaves in the reader's mind."""

    topic: Mention | None
    plural: str | None
    names: tuple[Mention, ...]
    about_noun: bool = False
    """Whether the sentence is about a singular thing without a name, which "it" may mean as well."""
    quotes_names: bool = False
    """Whether somebody quoted in it names others, of whom the next sentence may go on to speak."""
    in_quotation: bool = False
    """Whether a quotation is still open at its end."""
    end: int = 0
    """Where it ends in the document."""

    def quotes_on(self, text: str, sentence: Sentence) -> bool:
        """Whether `sentence`, the next one of `text`, begins inside of an open quotation."""
        return self.in_quotation and "\n" not in text[self.end : sentence.span.start]


class Cast:
    """All names of a document, with the evidence for what they name."""

    def __init__(self, sentences: Sequence[tuple[Sentence, Signals]], text: str) -> None:
        self._text = text
        self._person: Counter[str] = Counter()
        self._body: Counter[str] = Counter()
        self._place: Counter[str] = Counter()
        for sentence, signals in sentences:
            for start, end in name_runs(sentence.tokens, signals):
                self._weigh(sentence.tokens, start, end, self._written(sentence, start, end))
        surnames: dict[str, set[str]] = {}
        for name in self._person:
            last = name.split()[-1]
            if " " in name:
                surnames.setdefault(last, set()).add(name)
        self._full: dict[str, str] = {}
        for last, names in surnames.items():
            full = next(iter(names))
            if (
                len(names) == 1
                and self._person[full] + self._person[last] > self._body[full] + self._place[full]
            ):
                self._full[last] = full
                self._person[full] += self._person[last]

    def is_person(self, name: str) -> bool:
        """Whether more speaks for a person than for a body or place."""
        return self._person[name] > self._body[name] + self._place[name]

    def mention(self, sentence: Sentence, start: int, end: int) -> Mention:
        """The name in these tokens, in its full form where the article gives one."""
        written = self._written(sentence, start, end)
        full = self.full_name(written) or written
        place = self._place[full] > self._body[full] + self._person[full]
        person = self.is_person(full)
        return Mention(full, person, place, body=self._body[full] > 0 and not person and not place)

    def full_name(self, surname: str) -> str | None:
        """First name and surname of the one person whose surname this is, unless it also names a body."""
        full = self._full.get(surname)
        if full is None or full.split()[-1].isupper():
            return None
        against = self._body[surname] + self._place[surname]
        return full if self._person[full] + self._person[surname] > against + 1 or not against else None

    def _written(self, sentence: Sentence, start: int, end: int) -> str:
        return " ".join(sentence.place(start, end).of(self._text).split())

    def _weigh(self, tokens: "Tokens", start: int, end: int, name: str) -> None:
        last = tokens[end - 1]
        label = next((t.ent_type_ for t in tokens[start:end] if t.ent_type_), "")
        titled = start > 1 and tokens[start - 1].lower_ == "of" and tokens[start - 2].text[:1].isupper()
        # In "Guests of Honour Cherie and Sean" the first name is no surname.
        self._person[name] += label == "PERSON" and end - start > 1 and not titled
        self._body[name] += label in ("ORG", "PRODUCT")
        self._place[name] += label in _PLACES and last.dep_ == "pobj"
        before = tokens[start - 1].lower_.rstrip(".") if start else ""
        self._person[name] += 2 * (before in _TITLES or tokens[start].lower_.rstrip(".") in _TITLES)
        if last.dep_ in ("nsubj", "nsubjpass") and last.head.lemma_ in SAYING:
            self._person[name] += 1
        for child in last.children:
            if child.dep_ == "relcl" and any(t.lower_ == "who" for t in child.subtree):
                self._person[name] += 2
            if child.dep_ == "appos":
                self._person[name] += 2 * (child.lemma_ in _PERSON_NOUNS)
                self._body[name] += 3 * (child.lemma_ in _BODY_NOUNS)
        if last.dep_ == "appos":
            self._person[name] += 2 * (last.head.lemma_ in _PERSON_NOUNS)
        if last.dep_ == "poss":
            self._body[name] += 2 * (last.head.lower_ in _OWNED)
        if last.dep_ == "pobj" and last.head.head.lower_ in _OWNED:
            self._body[name] += 3

    def scene(self, sentence: Sentence, signals: Signals, before: Scene) -> Scene:
        """What `sentence` leaves behind, given what the sentence before it left."""
        marks = sum(t.text == '"' for t in sentence.tokens)
        quotes = before.quotes_on(self._text, sentence) != (marks % 2 == 1)
        scene = self._scene(sentence, signals, before)
        return replace(scene, in_quotation=quotes, end=sentence.span.end)

    def _scene(self, sentence: Sentence, signals: Signals, before: Scene) -> Scene:
        tokens = sentence.tokens
        runs = name_runs(tokens, signals)
        names = tuple(self.mention(sentence, a, b) for a, b in runs)
        root = next((t for t in tokens if t.dep_ == "ROOT"), None)
        subject = subject_of(root) if root is not None else None
        if subject is None:
            return Scene(before.topic if not runs else None, None, names)
        if subject.tag_ in ("PRP", "EX", "DT", "WP"):
            return Scene(before.topic, before.plural, names)
        topic = self._topic(sentence, subject, runs)
        ahead = [run for run in runs if run[1] <= subject.i and not is_aside(run[0], subject)]
        body = subject.lower_ in BODIES and tokens[subject.left_edge.i].lower_ == "the" and not ahead
        if topic is None and (body or (not runs and (subject.tag_ == "NNS" or subject.lower_ in BODIES))):
            topic = before.topic  # no "it" can mean a plural, and "the company" is the topic itself
        plural = None
        if (subject.tag_ in ("NNS", "NNPS") and topic is None) or subject.tag_ == "NNS":
            start, end = subject_range(subject)
            if end - start <= 8:
                plural = self._written(sentence, start, end)
        quotes = any(is_quoted(tokens[a]) for a, _ in runs)
        about_noun = topic is None and subject.tag_ == "NN"
        return Scene(topic, plural, names, about_noun=about_noun, quotes_names=quotes)

    def _topic(self, sentence: Sentence, subject: "Token", runs: list[tuple[int, int]]) -> Mention | None:
        """The name in a subject: the subject itself, its owner ("X's orders"), or the X of "shares in X"."""
        for wanted in (subject.i, *(c.i for c in subject.children if c.dep_ == "poss")):
            for start, end in runs:
                if start <= wanted < end:
                    return self.mention(sentence, start, end)
        introduced = _introduced(subject.head)
        for start, end in runs:
            if introduced is not None and start <= introduced < end:
                return self.mention(sentence, start, end)
        for child in subject.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "of", "at"):
                for start, end in runs:
                    if child.i + 1 <= start <= child.i + 2:
                        found = self.mention(sentence, start, end)
                        return None if found.place else found
        return None


def is_quoted(token: "Token") -> bool:
    """Whether a token stands in quotation marks, by the marks before it in its sentence."""
    return sum(t.text == '"' for t in token.doc[: token.i]) % 2 == 1


def is_aside(index: int, subject: "Token") -> bool:
    """Whether a token stands in a participle about `subject`: the "Roe" of "Backed by Roe, the firm …"."""
    return any(
        t.dep_ == "advcl" and t.tag_ == "VBN" and t.head.i == subject.head.i
        for t in subject.doc[index].ancestors
    )


def _introduced(verb: "Token") -> int | None:
    """The name that a passive sentence leads up to and explains: "was set off by Roe, a new model that …"."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    named = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if named is None:
        return None
    explained = any(c.dep_ == "appos" and c.left_edge.lower_ in ("a", "an") for c in named.children)
    return named.i if explained else None


def name_runs(tokens: "Tokens", signals: Signals) -> list[tuple[int, int]]:
    """Runs of neighbouring name tokens that are nouns, without what is only an adjective ("Dutch")."""
    indices = sorted(
        i for i in signals.names if tokens[i].pos_ == "PROPN" or tokens[i].ent_type_ not in ("", "NORP")
    )
    runs: list[tuple[int, int]] = []
    for i in indices:
        if tokens[i].dep_ == "amod" or tokens[i].is_punct or tokens[i].tag_ == "POS":
            continue
        if runs and (runs[-1][1] == i or (runs[-1][1] == i - 1 and tokens[i - 1].text == "-")):
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
