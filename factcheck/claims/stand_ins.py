"""Nouns that stand for a name: "the company", "the former striker", "the chief executive"."""

from typing import TYPE_CHECKING

from factcheck.claims.cast import Cast
from factcheck.claims.discourse import TOPIC, Said, Seen
from factcheck.claims.mentions import Kind, Named, is_aside
from factcheck.claims.nouns import (
    BODIES,
    COMPANIES,
    OF_MEN,
    OF_WOMEN,
    OTHER_BODIES,
    PERSONS,
    SECOND_NAMES,
    SITES,
    TRADES,
    same_kind,
)
from factcheck.claims.roles import Role, described_words
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_SUBJECTS = ("attr", "appos", "oprd", "compound", "nmod", "npadvmod")
_NARROWING = words("prep relcl acl appos nummod advcl")
_IDLE_WORDS = words("own")
_NO_COMPANIES = words(
    """
    award book conference competition contest drug event exhibition fair festival film index model novel
    product prize programme project series show software summit system tournament vaccine
    """
)
_FURTHEST = 2
"""Sentences to look back for a company of which the article does not say that it is one."""


def is_stand_in(noun: "Token") -> bool:
    """Whether a noun is written so that it may stand for a name: "the" before it, nothing that narrows it."""
    if noun.tag_ not in ("NN", "NNP") or noun.dep_ in _NO_SUBJECTS:
        return False
    lefts = list(noun.lefts)
    if not lefts or lefts[0].lower_ != "the" or noun.head.lower_ == "as":
        return False
    if any(c.dep_ == "cc" or (c.dep_ in _NARROWING and not _is_loose(c)) for c in noun.children):
        return False
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.pos_ in ("PROPN", "NOUN", "NUM") and after.head.i != noun.head.i:
        return after.tag_ not in ("NNP", "NN", "NNS")
    return True


def _is_loose(child: "Token") -> bool:
    """Whether a phrase behind a noun only adds to it: behind a comma, or a time or manner."""
    if child.i < child.head.i:
        return child.dep_ != "nummod"
    comma = child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text == ","
    if child.dep_ in ("relcl", "acl"):
        return comma
    return child.dep_ == "prep" and child.lower_ in (
        "since",
        "after",
        "before",
        "during",
        "until",
        "by",
        "on",
    )


def meant_name(noun: "Token", cast: Cast, number: int, here: Said, before: list[Said]) -> Named | None:
    """Who or what "the …" stands for in sentence `number`, or None where nobody or more than one fits."""
    wanted = described_words(noun) - _IDLE_WORDS
    word = noun.lower_
    nearby = [one for one in here.before(noun.i) if not is_aside(one.start, noun)]
    said_so_far = _names_so_far(nearby, before)
    called = [
        (named, roles)
        for named in said_so_far
        if (roles := [r for r in cast.roles(named, number) if _fits(word, wanted, r)])
    ]
    found = [named for named, _ in called]
    exact = [named for named, roles in called if any(r.noun == word for r in roles)]
    if len(found) > 1 and len(exact) == 1 and word not in COMPANIES:
        found = exact
    if len(found) == 1:
        return (
            found[0]
            if not _is_other(noun, word, found[0], here, before)
            and _is_near(word, found[0], cast, nearby, before)
            else None
        )
    if len(found) > 1:
        return _nearest(found, nearby, before)
    if wanted:
        return None
    if word in COMPANIES and (protagonist := _protagonist(cast, number, nearby, before)) is not None:
        return protagonist
    if word in COMPANIES | TRADES:
        return _company(word, cast, number, nearby, before)
    return _by_another_word(word, cast, number, nearby, before)


def _fits(word: str, wanted: frozenset[str], role: Role) -> bool:
    return same_kind(word, role.noun) and role.answers(wanted)


def _names_so_far(here: list[Seen], before: list[Said]) -> list[Named]:
    everything = [*(one for said in before for one in said.seen), *here]
    return list({one.named.name: one.named for one in everything if one.named is not None}.values())


def _is_other(noun: "Token", word: str, named: Named, here: Said, before: list[Said]) -> bool:
    """Whether something without a name has been so called since: "a bank … the bank"."""
    for one in reversed(here.before(noun.i)):
        if one.key == named.name:
            return False
        if one.named is None and same_kind(word, one.noun):
            return True
    for said in reversed(before):
        for one in reversed(said.seen):
            if one.key == named.name:
                return False
            if one.named is None and one.fresh and same_kind(word, one.noun):
                return True
    return False


def _is_near(word: str, named: Named, cast: Cast, here: list[Seen], before: list[Said]) -> bool:
    """Whether a name is near enough for what it is called by: a plain "the company" means one just named.

    Other bodies that may be companies stand in the way as well.
    """
    if word not in COMPANIES:
        return True
    recent = [*(one for said in before[-_FURTHEST:] for one in said.seen), *here]
    bodies = {one.key for one in recent if one.kind is Kind.BODY and one.named is not None}
    rivals = {key for key in bodies - {named.name} if not _is_no_company(key, cast)}
    if named.name in bodies:
        top = before[-1].topic if before else None
        return not rivals or (top is not None and top.name == named.name)
    return not rivals


def _is_no_company(key: str, cast: Cast) -> bool:
    roles = {r.noun for r in cast.roles(Named(key, Kind.BODY), 10**9)}
    return bool(roles & OTHER_BODIES) and not roles & (COMPANIES | TRADES)


def _nearest(found: list[Named], here: list[Seen], before: list[Said]) -> Named | None:
    """The one of several that the last sentence to name one of them is about, or names alone."""
    names = {named.name: named for named in found}
    for seen in ([*here], *(said.seen for said in reversed(before[-3:]))):
        keys = {one.key for one in seen if not one.quoted and one.key in names}
        if not keys:
            continue
        if len(keys) == 1:
            return names[next(iter(keys))]
        tops = {one.key for one in seen if one.key in names and one.rank == TOPIC}
        return names[next(iter(tops))] if len(tops) == 1 else None
    return None


def _company(word: str, cast: Cast, number: int, here: list[Seen], before: list[Said]) -> Named | None:
    """The one body just named that may be a company, for a bare "the company" or "the haulier"."""
    if any(one.noun in COMPANIES | {word} for one in here if one.named is None):
        return None
    bodies = [one for one in here if _may_be_company(one, word, cast, number)]
    if bodies:
        return bodies[0].named if len({one.key for one in bodies}) == 1 else None
    for back, said in enumerate(reversed(before[-_FURTHEST:])):
        if any(one.named is None and one.fresh and one.noun in COMPANIES | TRADES for one in said.seen):
            return None
        bodies = [one for one in said.seen if _may_be_company(one, word, cast, number) and not one.quoted]
        tops = [one for one in bodies if one.rank == TOPIC]
        if tops and not back and word in COMPANIES:
            return tops[0].named
        if bodies:
            return bodies[0].named if len({one.key for one in bodies}) == 1 else None
    return cast.protagonist() if word in COMPANIES else None


def _protagonist(cast: Cast, number: int, here: list[Seen], before: list[Said]) -> Named | None:
    """The company that the article is about, unless another one has come between."""
    named = cast.protagonist()
    recent = [*(one for said in before[-_FURTHEST:] for one in said.seen), *here]
    rivals = (one for one in recent if one.named is None or one.named != named)
    if any(
        one.noun in COMPANIES | TRADES if one.named is None else _is_called(one, cast, number)
        for one in rivals
    ):
        return None
    return named


def _is_called(one: Seen, cast: Cast, number: int) -> bool:
    """Whether the article says of a name that it is a company."""
    if one.named is None or one.kind is Kind.PERSON:
        return False
    return any(role.noun in COMPANIES | TRADES for role in cast.roles(one.named, number)) or one.rank == TOPIC


def _may_be_company(one: Seen, word: str, cast: Cast, number: int) -> bool:
    """Whether a body may be called so: nothing else is said of it."""
    if one.kind is not Kind.BODY or one.named is None:
        return False
    roles = {role.noun for role in cast.roles(one.named, number)}
    if word in TRADES and roles & TRADES:
        return False
    return not roles & (OTHER_BODIES | _NO_COMPANIES)


def _by_another_word(
    word: str, cast: Cast, number: int, here: list[Seen], before: list[Said]
) -> Named | None:
    """Who is only now told to be a striker: the one person of the sentence before, and its subject."""
    if word not in SECOND_NAMES or not before or any(one.kind is Kind.PERSON for one in here):
        return None
    persons = {one.key: one for one in before[-1].seen if one.kind is Kind.PERSON and not one.quoted}
    topic = before[-1].topic
    if len(persons) != 1 or topic is None or topic.name not in persons:
        return None
    roles = {role.noun for role in cast.roles(topic, number)} & SECOND_NAMES
    women = topic.gender == "f" and word in OF_MEN
    men = topic.gender == "m" and word in OF_WOMEN
    return None if women or men or (roles and not any(same_kind(word, r) for r in roles)) else topic


def person_of_age(age: int, cast: Cast, here: Said, before: list[Said]) -> Named | None:
    """Whom "the 34-year-old" means: the one of that age, or the one person of the sentence before."""
    named = [one for one in _names_so_far(here.seen, before) if one.kind is Kind.PERSON]
    of_age = [one for one in named if age in cast.ages(one)]
    if of_age:
        return of_age[0] if len(of_age) == 1 else None
    for said in reversed(before[-1:]):
        persons = {one.key: one.named for one in said.seen if one.kind is Kind.PERSON and not one.quoted}
        only = next(iter(persons.values())) if len(persons) == 1 else None
        return only if only is not None and not cast.ages(only) else None
    return None


def unnamed(noun: "Token") -> bool:
    """Whether a noun speaks of one person or thing that has no name here."""
    if noun.tag_ != "NN" or not noun.is_alpha or noun.dep_ in _NO_SUBJECTS or noun.head.lower_ == "as":
        return False
    after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if after is not None and after.tag_ == "NNP" and noun.lower_ in PERSONS:
        return False  # "her rival Colm Deasy"
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.children):
        return False
    known = noun.lower_ in PERSONS or noun.lower_ in BODIES or noun.lower_ in SITES
    return known or noun.dep_ in ("nsubj", "nsubjpass", "dobj") or rank_matters(noun)


def rank_matters(noun: "Token") -> bool:
    """Whether a noun is told of for the first time."""
    return any(c.lower_ in ("a", "an") for c in noun.lefts)
