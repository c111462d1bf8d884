"""What each sentence of an article speaks of, for the pronouns and descriptions of the next ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.mentions import Kind, Named
from factcheck.claims.speech import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

TOPIC, SUBJECT, OBJECT, ASIDE = 3, 2, 1, 0
"""Ranks: the subject of the sentence, of another clause, an object, anything else."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody or something that a sentence speaks of in the tokens from `start` to before `end`.

    `named` is None where it has no name, or where it is a pronoun nobody knows the meaning of; `noun` is then
    the noun. `fresh` tells that it is spoken of for the first time ("a plant").
    """

    start: int
    end: int
    kind: Kind
    rank: int
    named: Named | None = None
    gender: str = ""
    noun: str = ""
    quoted: bool = False
    fresh: bool = False
    role_words: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The same for all mentions of one name; a noun or pronoun stands for itself alone."""
        return self.named.name if self.named is not None else f"{self.noun}@{self.start}"

    def is_person(self, gender: str = "") -> bool:
        """Whether it is a person, and possibly of this gender."""
        mine = self.named.gender if self.named is not None else self.gender
        return self.kind is Kind.PERSON and (not gender or not mine or mine == gender)


@dataclass(slots=True)
class Said:
    """What one sentence leaves in the reader's mind."""

    seen: list[Seen] = field(default_factory=list)
    topic: Named | None = None
    plural: str | None = None
    about_noun: bool = False
    """Whether the sentence is about a singular thing without a name, which "it" may mean as well."""
    opened: bool = False
    """Whether it begins inside of a quotation."""
    in_quotation: bool = False
    """Whether a quotation is still open at its end."""
    end: int = 0
    """Where it ends in the document."""

    def at(self, index: int) -> Seen | None:
        """What stands in the token."""
        return next((one for one in self.seen if one.start <= index < one.end), None)

    def before(self, index: int) -> list[Seen]:
        """What is spoken of left of a token, outside of quotation marks."""
        return [one for one in self.seen if one.end <= index and not one.quoted]

    @property
    def is_quotation(self) -> bool:
        """Whether nothing in it is said by the article itself."""
        return all(one.quoted for one in self.seen) and (self.opened or bool(self.seen))


def rank_of(head: "Token", root_subject: "Token | None") -> int:
    """The rank of what `head` is the chief word of."""
    if root_subject is not None and head.i == root_subject.i:
        return TOPIC
    if head.dep_ in ("nsubj", "nsubjpass"):
        return SUBJECT
    by = head.dep_ == "pobj" and head.head.dep_ == "agent"
    return OBJECT if by or head.dep_ in ("dobj", "dative") else ASIDE


def root_subject_of(tokens: "Tokens") -> "Token | None":
    """The subject of the whole sentence."""
    root = next((t for t in tokens if t.dep_ == "ROOT"), None)
    return subject_of(root) if root is not None else None


def verb_of(token: "Token") -> "Token | None":
    """The nearest verb that a word hangs on."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)


def subject_shared(verb: "Token") -> "Token | None":
    """The subject of a verb, or that of the verb it is joined to ("was fined and sold 9 ships")."""
    for _ in range(8):
        subject = subject_of(verb)
        if subject is not None or verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return subject
        verb = verb.head
    return None


def verbs_above(verb: "Token") -> Iterator["Token"]:
    """The verbs on which `verb` hangs, nearest first."""
    return (t for t in verb.ancestors if t.pos_ in ("VERB", "AUX"))
