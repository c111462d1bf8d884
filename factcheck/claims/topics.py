"""What a sentence is about, once it is read: the topic that the pronouns of the next one take up."""

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.cast import Cast
from factcheck.claims.discourse import OBJECT, SUBJECT, TOPIC, Said, Seen, root_subject_of
from factcheck.claims.evidence import OWNED
from factcheck.claims.mentions import Kind, Named, is_aside
from factcheck.claims.nouns import COMPANIES
from factcheck.claims.pronouns import GENDERS
from factcheck.claims.roles import noun_before
from factcheck.claims.speech import subject_range
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL_TOKENS = 8
"""Tokens of a plural subject that may be repeated."""
Runs = list[tuple[int, int]]


def sum_up(here: Said, before: Said, sentence: Sentence, runs: Runs, cast: Cast) -> None:
    """Set the topic of `here`, the plural it speaks of and whether it is about a noun without a name."""
    subject = root_subject_of(sentence.tokens)
    if subject is None:
        here.topic = before.topic if not runs else None
        return
    one = here.at(subject.i)
    if subject.tag_ in ("PRP", "EX", "DT", "WP"):
        here.topic = one.named if one is not None else None
        if here.topic is None and subject.lower_ not in GENDERS:
            here.topic = before.topic
        here.plural = before.plural
        return
    start, end = subject_range(subject)
    plural = cast.written(sentence, start, end) if end - start <= _PLURAL_TOKENS else None
    if any(c.dep_ == "conj" for c in subject.children) and subject.tag_ in ("NNP", "NNPS"):
        here.plural = plural
        here.seen = [replace(s, rank=OBJECT) if start <= s.start < end else s for s in here.seen]
        return  # "Roe and Brandt": neither of them is the topic
    one = _named_subject(subject, here, runs) or one
    named = one.named if one is not None else None
    here.topic = named if named is not None else _topic(subject, here, runs)
    _raise_topic(subject, here)
    ahead = [start for start, _ in runs if start < subject.i and not is_aside(start, subject)]
    bare = not runs and (subject.tag_ == "NNS" or subject.lower_ in COMPANIES)
    if here.topic is None and (bare or (subject.lower_ in COMPANIES and not ahead)):
        here.topic = before.topic  # no "it" can mean a plural, and "the company" is the topic itself
    if subject.tag_ == "NNS" or (subject.tag_ == "NNPS" and here.topic is None):
        here.plural = plural
    here.about_noun = here.topic is None and subject.tag_ == "NN"


def _named_subject(subject: "Token", here: Said, runs: Runs) -> Seen | None:
    """The name behind a subject that is a noun: "her rival Colm Deasy", "the chair, Anna Roe,"."""
    if subject.pos_ != "NOUN":
        return None
    for start, end in runs:
        last = subject.doc[end - 1]
        behind = start == subject.i + 1 and last.dep_ in ("nsubj", "nsubjpass", "appos")
        described = noun_before(last)
        if behind or (described is not None and described.i == subject.i):
            return here.at(start)
    return None


def _raise_topic(subject: "Token", here: Said) -> None:
    """The owner or company in a subject is what the sentence is about, so it ranks as its subject."""
    topic = here.topic
    if topic is None:
        return
    edge = max(subject.right_edge.i, subject.i + 1)
    for index, one in enumerate(here.seen):
        if one.named is None:
            continue
        if one.named.name != topic.name and one.rank == TOPIC:
            here.seen[index] = replace(one, rank=SUBJECT)
        elif one.named.name == topic.name and subject.left_edge.i <= one.start <= edge:
            here.seen[index] = replace(one, rank=TOPIC)


def _topic(subject: "Token", here: Said, runs: Runs) -> Named | None:
    """The name in a subject: its owner ("X's orders"), or the X of "shares in X"."""
    for child in subject.children:
        if child.dep_ == "poss" or (child.dep_ in ("compound", "nmod") and subject.lower_ in OWNED):
            owner = here.at(child.i)
            if owner is not None and owner.named is not None:
                return owner.named
    introduced = _introduced(subject.head)
    one = here.at(introduced) if introduced is not None else None
    if one is not None and one.named is not None:
        return one.named
    for child in subject.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "of", "at"):
            for start, _ in runs:
                if child.i + 1 <= start <= child.i + 2:
                    found = here.at(start)
                    named = found.named if found is not None else None
                    return None if named is None or named.kind is Kind.PLACE else named
    return None


def _introduced(verb: "Token") -> int | None:
    """The name that a passive sentence leads up to and explains: "was set off by Roe, a new model that …"."""
    by = next((c for c in verb.children if c.dep_ == "agent"), None)
    named = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if named is None:
        return None
    explained = any(c.dep_ == "appos" and c.left_edge.lower_ in ("a", "an") for c in named.children)
    return named.i if explained else None
