"""Whom "it", "she", "the company" or a surname alone mean: filled in only where one fits."""

from typing import TYPE_CHECKING

from factcheck.claims.draft import Draft, owner
from factcheck.claims.mentions import BODIES, Cast, Mention, Scene, name_runs
from factcheck.claims.signals import Signals

if TYPE_CHECKING:
    from spacy.tokens import Token


class Names:
    """Resolves names in a draft by what the article has said so far (`scene`) and says at all (`cast`)."""

    def __init__(self, draft: Draft, signals: Signals, cast: Cast, scene: Scene) -> None:
        self._draft = draft
        self._signals = signals
        self._cast = cast
        self._scene = scene

    def resolve(self, start: int, end: int) -> None:
        """Fill in whom the pronouns, "the company" and a surname alone mean, among these tokens."""
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

    def _earlier_names(self, token: "Token") -> list[Mention]:
        runs = name_runs(self._draft.tokens, self._signals)
        return [self._cast.mention(self._draft.sentence, a, b) for a, b in runs if b <= token.i]

    def _pronoun(self, token: "Token") -> None:
        lower = token.lower_
        if lower in ("he", "she", "his", "her", "him"):
            if lower == "her" and token.tag_ == "PRP" and token.dep_ != "dobj":
                return
            if any(not m.place for m in self._earlier_names(token)):
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
        if meant is None or any(
            name.startswith(meant) for i, name in self._draft.forms.items() if i < token.i
        ):
            return
        possessive = token.tag_ == "PRP$"
        self._draft.fill(
            token.i, 1, _capital_like(owner(meant) if possessive else meant, token.text), token.text
        )

    def _is_empty(self, token: "Token") -> bool:
        """Whether “it” stands for a clause: "it is clear that", "it is known that", "it took years to"."""
        verb = token.head
        if any(c.dep_ == "attr" and any(g.dep_ == "poss" for g in c.children) for c in verb.children):
            return True  # "it was their first win": the event, not the team
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
        """Fill in “the company”: the body that the sentence before was about."""
        if self._earlier_names(token) or any(
            c.dep_ in ("prep", "relcl", "amod", "acl") for c in token.children
        ):
            return
        meant = self._thing()
        if meant is None:
            return
        first = token.i - 1
        written = f"{self._draft.tokens[first].text} {token.text}"
        self._draft.fill(first, 2, meant, written)


def _capital_like(meant: str, written: str) -> str:
    """`meant`, with a small first letter where an article or noun stands inside a sentence."""
    if written[:1].isupper():
        return meant[:1].upper() + meant[1:]
    return "the" + meant[3:] if meant.startswith("The ") else meant
