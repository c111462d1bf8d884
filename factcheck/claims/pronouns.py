"""Whom "it", "she", "the company" or a surname alone mean: filled in only where one fits."""

from typing import TYPE_CHECKING

from factcheck.claims.draft import Draft, owner
from factcheck.claims.mentions import BODIES, Cast, Mention, Scene, is_aside, is_quoted, name_runs
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


_HELD = words("know believe think understand say report hope expect fear estimate hold agree assume claim")
_LONGEST = 8
"""Tokens of a plural subject that may be repeated."""


class Names:
    """Resolves names in a draft by what the article has said so far (`scene`) and says at all (`cast`)."""

    def __init__(self, draft: Draft, signals: Signals, cast: Cast, scene: Scene) -> None:
        self._draft = draft
        self._signals = signals
        self._cast = cast
        self._scene = scene
        self._told = (0, 0)

    def resolve(self, start: int, end: int) -> None:
        """Fill in whom the pronouns, "the company" and a surname alone mean, among these tokens."""
        self._told = (start, end)
        for token in self._draft.tokens[start:end]:
            if token.i in self._draft.forms:
                continue
            if token.tag_ in ("PRP", "PRP$"):
                self._pronoun(token)
            elif token.lower_ in BODIES and token.i and self._draft.tokens[token.i - 1].lower_ == "the":
                self._body_noun(token)
        for first, last in name_runs(self._draft.tokens, self._signals):
            if start <= first and last <= end:
                self.complete_surname(first, last)
                break  # later in the clause the short form is clear

    def complete_surname(self, start: int, end: int) -> None:
        """First name and surname for the first name in the tokens, where that is a surname alone."""
        for first, last in name_runs(self._draft.tokens, self._signals):
            if start <= first and last <= end and first not in self._draft.forms:
                written = " ".join(self._draft.sentence.place(first, last).of(self._draft.text).split())
                full = self._cast.full_name(written)
                if full is not None:
                    self._draft.fill(first, last - first, full, written)
                return

    def _earlier_names(self, token: "Token") -> list[tuple[tuple[int, int], Mention]]:
        runs = name_runs(self._draft.tokens, self._signals)
        return [((a, b), self._cast.mention(self._draft.sentence, a, b)) for a, b in runs if b <= token.i]

    def _pronoun(self, token: "Token") -> None:
        meant = self._meant(token)
        if meant is None or any(
            name.startswith(meant) for i, name in self._draft.forms.items() if i < token.i
        ):
            return
        possessive = token.tag_ == "PRP$"
        self._draft.fill(
            token.i, 1, _capital_like(owner(meant) if possessive else meant, token.text), token.text
        )

    def _meant(self, token: "Token") -> str | None:
        lower = token.lower_
        if is_quoted(token) != self._scene.quotes_on(self._draft.text, self._draft.sentence):
            return None  # words in quotation marks are never changed
        if lower in ("he", "she", "his", "her", "him"):
            return self._meant_person(token)
        if lower in ("it", "its"):
            return self._meant_thing(token)
        if lower in ("they", "their"):
            return self._scene.plural if token.i <= 1 else self._plural_before(token)
        return None

    def _meant_person(self, token: "Token") -> str | None:
        if token.lower_ == "her" and token.tag_ == "PRP" and token.dep_ != "dobj":
            return None
        tokens = self._draft.tokens
        # Only "in Leeds" is sure to be a place; the parser takes surnames that it does not know for places.
        if any(not m.place or tokens[run[1] - 1].dep_ != "pobj" for run, m in self._earlier_names(token)):
            return self._subject_before(token, person=True)
        return self._person()

    def _meant_thing(self, token: "Token") -> str | None:
        if token.dep_ == "expl" or self._is_empty(token) or self._has_noun(token):
            return None
        if token.dep_ not in ("nsubj", "nsubjpass", "poss") and self._is_unclear_before(token):
            return None
        if self._earlier_names(token):
            return self._subject_before(token, person=False)
        return self._thing()

    def _is_unclear_before(self, token: "Token") -> bool:
        """Whether an "it" before stands for something that has no name: "it took a vote to settle it"."""
        before = self._draft.tokens[: token.i]
        return any(t.lower_ == "it" and t.i not in self._draft.forms for t in before)

    def _subject_before(self, token: "Token", *, person: bool) -> str | None:
        """The name that is the subject of the clause that the clause of the pronoun is joined to.

        Only where every other name before it surely names something of another kind. A name that the claim
        itself holds needs no second mention.
        """
        verb = _verb_told(token)
        if verb is None:
            return None
        found: tuple[tuple[int, int], Mention] | None = None
        for run, mention in self._earlier_names(token):
            last = self._draft.tokens[run[1] - 1]
            fits = mention.person if person else mention.body or mention.place
            joined = _are_joined(verb, last.head, person=person)
            if fits and last.dep_ in ("nsubj", "nsubjpass") and joined and found is None:
                found = run, mention
            elif found is not None and mention.name == found[1].name:
                continue
            elif not (mention.body or mention.place if person else mention.person):
                return None
        if found is None or self._told[0] <= found[0][0] < self._told[1]:
            return None
        return found[1].name

    def _plural_before(self, token: "Token") -> str | None:
        """The plural subject of the clause that "they" is joined to, if it is the only plural before."""
        verb = token.head
        if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "conj":
            return None
        subject = subject_of(verb.head)
        if subject is None or subject.tag_ not in ("NNS", "NNPS") or subject.i > token.i:
            return None
        start, end = subject_range(subject)
        others = (t for t in self._draft.tokens[end : token.i] if t.tag_ in ("NNS", "NNPS"))
        if end - start > _LONGEST or any(others) or self._told[0] <= start < self._told[1]:
            return None
        return self._draft.write(start, end, ())

    def _is_empty(self, token: "Token") -> bool:
        """Whether “it” stands for a clause: "it is clear that", "it is known that", "it took years to"."""
        verb = token.head
        if any(c.dep_ == "attr" and any(g.dep_ == "poss" for g in c.children) for c in verb.children):
            return True  # "it was their first win": the event, not the team
        said = verb.lemma_ in _HELD or any(c.lemma_ in _HELD for c in verb.children if c.dep_ == "acomp")
        if token.i <= 1 and said and token.tag_ == "PRP" and verb.tag_ in ("VBN", "VBZ", "VBD"):
            return True  # "it is now known …"
        if token.dep_ == "nsubjpass" and any(c.dep_ in ("ccomp", "csubj", "xcomp") for c in verb.children):
            return True
        return verb.lemma_ in ("be", "seem", "appear", "take", "turn", "rain", "snow") and any(
            c.dep_ in ("acomp", "ccomp", "xcomp", "csubj", "advcl") for c in verb.children
        )

    def _has_noun(self, token: "Token") -> bool:
        """Whether a singular noun of the same sentence could be meant, other than "the company" itself."""
        if token.i < 2:
            return False
        return any(
            t.tag_ == "NN" and t.dep_ in ("nsubj", "nsubjpass") and t.lower_ not in BODIES
            for t in self._draft.tokens[: token.i]
        )

    def _person(self) -> str | None:
        """The one person of the sentence before; nobody where two may be meant or the topic is unclear."""
        topic = self._scene.topic
        if self._scene.quotes_names:
            return None
        persons = {m.name for m in self._scene.names if m.person}
        if topic is not None:
            return topic.name if topic.person and persons <= {topic.name} else None
        unclear = any(not (m.person or m.body or m.place) for m in self._scene.names)
        return persons.pop() if len(persons) == 1 and not unclear else None

    def _thing(self) -> str | None:
        topic = self._scene.topic
        if topic is not None:
            return None if topic.person else topic.name
        if self._scene.about_noun:
            return None
        things = {m.name for m in self._scene.names if m.body}
        others = {m.name for m in self._scene.names if not m.body and not m.place}
        return things.pop() if len(things) == 1 and not others else None

    def _body_noun(self, token: "Token") -> None:
        """Fill in “the company”: the body that the sentence before was about."""
        earlier = [run for run, _ in self._earlier_names(token) if not is_aside(run[0], token)]
        if earlier or any(c.dep_ in ("prep", "relcl", "amod", "acl") for c in token.children):
            return
        meant = self._thing()
        if meant is None:
            return
        first = token.i - 1
        written = f"{self._draft.tokens[first].text} {token.text}"
        self._draft.fill(first, 2, meant, written)


def _verb_told(token: "Token") -> "Token | None":
    """The verb of which a pronoun is, or owns, the subject; not "it was the moment", which names nothing."""
    subject = token.head if token.dep_ == "poss" else token
    if subject.dep_ not in ("nsubj", "nsubjpass") or subject.head.pos_ not in ("VERB", "AUX"):
        return None
    return None if token.lower_ == "it" and subject.head.lemma_ == "be" else subject.head


def _are_joined(verb: "Token", other: "Token", *, person: bool) -> bool:
    """Whether one clause is joined to the other, so that both are likely to have one subject."""
    if person:
        return verb.dep_ == "conj" and verb.head.i == other.i
    if verb.head.i == other.i:
        return verb.dep_ in ("conj", "ccomp", "parataxis")
    return other.dep_ == "ccomp" and other.head.i == verb.i  # "Roe is candid: its figure …"


def _capital_like(meant: str, written: str) -> str:
    """`meant`, with a small first letter where an article or noun stands inside a sentence."""
    if written[:1].isupper():
        return meant[:1].upper() + meant[1:]
    return "the" + meant[3:] if meant.startswith("The ") else meant
