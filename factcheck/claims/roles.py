"""What an article says that the bearer of a name is: "Anna Roe, chief executive of Solvane"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.mentions import NAMED_KINDS
from factcheck.claims.nouns import BODIES, PERSONS, SITES
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_LOOSE = words("a an the its their his her our this that , - former ex then now new")
_LESSER = words("vice deputy assistant acting shadow junior associate co interim")
"""Words that make another office of one: the deputy mayor is not the mayor."""
_FIRST = words("mount lake river hurricane storm typhoon cape")
"""Nouns that stand first in names: "Hurricane Della"."""
_BY_DEED = {
    "manage": "manager",
    "coach": "coach",
    "chair": "chair",
    "lead": "leader",
    "found": "founder",
    "own": "owner",
    "direct": "director",
    "captain": "captain",
    "edit": "editor",
    "write": "author",
    "photograph": "photographer",
}
"""What somebody is who does it."""


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that was said of a name, with the words before it in small letters."""

    noun: str
    words: frozenset[str]

    def answers(self, wanted: frozenset[str]) -> bool:
        """Whether a noun with the words `wanted` before it can mean the bearer of this role."""
        return wanted <= self.words and (self.words & _LESSER) <= wanted


def roles_of(start: int, end: int, tokens: "Tokens") -> Iterator[Role]:
    """What the sentence says of the name in these tokens, by apposition, title, "is" or its own words."""
    last = tokens[end - 1]
    for child in _described_by(last):
        yield _role(child)
    described = noun_before(last)
    if described is not None:
        yield _role(described)
    yield from _before(start, end, tokens)
    if last.dep_ == "nsubj" and last.head.lemma_ == "be":
        for child in last.head.children:
            if child.dep_ == "attr" and child.tag_ == "NN" and child.i > last.i:
                yield _role(child)
    if last.dep_ == "nsubj" and last.head.lemma_ in _BY_DEED and end - start > 1:
        yield Role(_BY_DEED[last.head.lemma_], frozenset())
    if end - start > 1:
        yield from _own_words(start, end, tokens)
    elif any(c.isdigit() for c in last.text) and (noun := _compounded(last)) is not None:
        yield _role(noun)


def _compounded(name: "Token") -> "Token | None":
    """The noun that a name is written before: the "model" of "its V3 language model"."""
    noun = name
    while noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
        noun = noun.head
    return noun if noun is not name and noun.tag_ == "NN" else None


def _own_words(start: int, end: int, tokens: "Tokens") -> Iterator[Role]:
    """What a name says itself: "Tarn Institute", "Supreme Court of Norland", "Mount Skell"."""
    of = next((i for i in range(start, end) if tokens[i].lower_ == "of"), end)
    own = tokens[of - 1].lower_
    if own in NAMED_KINDS:
        yield Role(own, frozenset(t.lower_ for t in tokens[start : of - 1]))
    first = tokens[start].lower_
    if first in _FIRST and of - start > 1:
        yield Role({"mount": "mountain"}.get(first, first), frozenset())


def noun_before(name: "Token") -> "Token | None":
    """The noun that a name stands behind: "the retailer, Fenwick", "the mayor of Brell, Dana Costigan"."""
    if name.dep_ != "appos":
        return None
    noun = name.head
    if _is_common(noun):
        return noun
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "at", "in") else None
    return above if above is not None and above.lower_ in PERSONS and _is_common(above) else None


def _is_common(noun: "Token") -> bool:
    """Whether it is a noun and no name; some papers write "the Mayor" of any mayor."""
    return noun.tag_ == "NN" or (noun.tag_ == "NNP" and noun.lower_ in PERSONS)


def _described_by(name: "Token") -> Iterator["Token"]:
    """The nouns in apposition to a name, those behind an age or another one included."""
    for child in name.children:
        if child.dep_ in ("appos", "conj") and child.i > name.i:
            if child.dep_ == "conj" and (child.tag_ != "NN" or any(c.dep_ == "cc" for c in name.children)):
                continue
            if child.tag_ == "NN":
                yield child
            if child.dep_ == "appos" and (child.tag_ in ("NN", "CD") or child.like_num):
                yield from _described_by(child)


def _before(start: int, end: int, tokens: "Tokens") -> Iterator[Role]:
    """The office or trade right before a name: "chief executive Anna Roe", "Health Secretary Tom Brandt"."""
    if start == 0:
        return
    noun = tokens[start - 1]
    known = noun.lower_ in PERSONS or noun.lower_ in BODIES or noun.lower_ in SITES
    if noun.lower_ == "of" and start > 1 and tokens[start - 2].lower_ in SITES:
        yield Role(tokens[start - 2].lower_, frozenset())  # "the port city of Brell"
        return
    if noun.tag_ not in ("NN", "NNP") or not (
        known or (noun.tag_ == "NN" and noun.head.i in range(start, end))
    ):
        return
    first = start - 1
    while (
        first > 0 and tokens[first - 1].pos_ in ("NOUN", "PROPN", "ADJ") and tokens[first - 1].tag_ != "POS"
    ):
        first -= 1
    yield Role(noun.lower_, frozenset(t.lower_ for t in tokens[first : start - 1]))


def _role(noun: "Token") -> Role:
    before = (t.lower_ for t in noun.lefts if not t.is_punct and t.lower_ not in _LOOSE)
    return Role(noun.lower_, frozenset(before))


def described_words(noun: "Token") -> frozenset[str]:
    """The words before a noun that narrow it down, in small letters."""
    return frozenset(t.lower_ for t in noun.lefts if not t.is_punct and t.lower_ not in _LOOSE)
