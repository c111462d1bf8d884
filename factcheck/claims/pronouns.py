"""Whom "she" and what "it" means: the one who fits, or nobody where two fit equally well."""

from typing import TYPE_CHECKING

from factcheck.claims.discourse import (
    OBJECT,
    SUBJECT,
    TOPIC,
    Said,
    Seen,
    subject_shared,
    verb_of,
    verbs_above,
)
from factcheck.claims.mentions import NAMED_KINDS, Kind, Named
from factcheck.claims.nouns import BODIES, NAME_ENDINGS
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_HELD = words("know believe think understand say report hope expect fear estimate hold agree assume claim")
_ACTS_OF_BODIES = words(
    """
    employ sell report expect say plan own operate run buy cut close open hire lose earn post pay raise
    launch owe produce announce publish spend invest acquire forecast aim deny reject agree export import
    survey interview ask want join represent support oppose feed train recruit treat receive donate
    teach manage
    """
)
"""What a company does and what it owns does not."""
_OWNED = words(
    """
    shares share profit profits revenue sales margin stock valuation orders earnings customers debt debts
    dividend turnover chairman chairwoman chair executive founder workforce staff employees shareholders
    members budget governor capital population parliament government mayor owner boss coach captain director
    manager
    """
)
_FURTHEST = 3
"""Sentences to look back for a person where those between speak of nobody."""
_LONGEST = 8
"""Tokens of a plural subject that may be repeated."""


def meant_person(pronoun: "Token", here: Said, before: list[Said]) -> Named | None:
    """The person that "he" or "her" stands for, or None; `before` are the sentences so far, in order."""
    gender = GENDERS[pronoun.lower_]
    found, settled = _person_here(pronoun, gender, here, before)
    if settled:
        return found.named if found is not None else None
    found = _person_before(pronoun, gender, before)
    return found.named if found is not None else None


def _person_here(pronoun: "Token", gender: str, here: Said, before: list[Said]) -> tuple[Seen | None, bool]:
    """The person of the same sentence, and whether that settles it."""
    verb = verb_of(pronoun)
    own = subject_shared(verb) if verb is not None else None
    is_object = pronoun.dep_ in ("dobj", "dative", "pobj") and pronoun.tag_ == "PRP"
    persons = [one for one in here.before(pronoun.i) if _may_be(one, gender)]
    if is_object and own is not None:
        persons = [one for one in persons if not one.start <= own.i < one.end]
    if not persons:
        return _person_to_come(pronoun, gender, here)
    for subject in _subjects_above(pronoun, verb, own, is_object=is_object):
        one = here.at(subject.i)
        if one is None or one not in persons:
            continue
        if len({p.key for p in persons}) == 1 or _is_said_by(pronoun, verb, subject):
            return (one if one.named is None or one.kind is Kind.PERSON else None), True
        return None, True
    if len({p.key for p in persons}) > 1:
        return None, True
    only = persons[-1]
    topic = before[-1].topic if before else None
    rival = topic is not None and topic.kind is Kind.PERSON and topic.gender in ("", gender)
    if only.rank < SUBJECT and rival and topic is not None and topic.name != only.key:
        return None, True
    return (only if only.kind is Kind.PERSON else None), True


def _subjects_above(
    pronoun: "Token", verb: "Token | None", own: "Token | None", *, is_object: bool
) -> list["Token"]:
    """The subjects of the clauses around a pronoun that stand before it, the nearest first."""
    if verb is None:
        return []
    found = []
    inside_own = own is not None and own.left_edge.i <= pronoun.i <= own.right_edge.i
    if own is not None and not inside_own and not is_object:
        found.append(own)
    for above in verbs_above(verb):
        subject = subject_shared(above)
        if subject is not None and subject not in found and subject.i < pronoun.i:
            found.append(subject)
    for child in verb.children:  # "Roe welcomed the vote; its shares rose"
        subject = subject_of(child) if child.dep_ in ("ccomp", "parataxis") and child.i < pronoun.i else None
        if subject is not None and subject not in found and subject.i < pronoun.i:
            found.append(subject)
    return [t for t in found if not (is_object and own is not None and t.i == own.i)]


def _is_said_by(pronoun: "Token", verb: "Token | None", subject: "Token") -> bool:
    """Whether the clause of a pronoun is what `subject` said, or goes on about it."""
    if verb is None:
        return False
    own = subject_shared(verb)
    if own is not None and own.i == subject.i:
        return True
    return verb.head.i == subject.head.i and verb.dep_ in ("ccomp", "conj")


def _person_to_come(pronoun: "Token", gender: str, here: Said) -> tuple[Seen | None, bool]:
    """The subject of a main clause that follows: "Before he resigned, Roe …"."""
    verb = verb_of(pronoun)
    if verb is None or verb.dep_ != "advcl" or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None, False
    subject = subject_of(verb.head)
    one = here.at(subject.i) if subject is not None and subject.i > pronoun.i else None
    if one is None or not one.is_person(gender):
        return None, False
    return one, True


def _may_be(one: Seen, gender: str) -> bool:
    """Whether it may be a person; a name of which nothing is known may be one too."""
    if one.kind is Kind.THING and one.named is not None:
        last = one.named.name.split()[-1].lower()
        full = " " in one.named.name and not one.named.name.startswith("the ")
        return full and one.rank >= SUBJECT and last not in NAMED_KINDS | NAME_ENDINGS
    return one.is_person(gender)


def _person_before(pronoun: "Token", gender: str, before: list[Said]) -> Seen | None:
    left = _FURTHEST
    for said in reversed(before):
        if said.is_quotation:
            continue
        left -= 1
        persons = {
            one.key: one for one in sorted(said.seen, key=_rank) if not one.quoted and _may_be(one, gender)
        }
        if len(persons) == 1:
            only = next(iter(persons.values()))
            return only if only.kind is Kind.PERSON else None
        if persons:
            return _the_topic(pronoun, gender, list(persons.values()))
        if left == 0 or any(one.quoted and one.is_person(gender) for one in said.seen):
            return None
    return None


def _rank(one: Seen) -> int:
    return one.rank


def _the_topic(pronoun: "Token", gender: str, persons: list[Seen]) -> Seen | None:
    """The subject of the sentence before, where the pronoun takes up the subject."""
    tops = [one for one in persons if one.rank == TOPIC]
    if len(tops) != 1 or not is_subject_like(pronoun):
        return None
    top = tops[0]
    if top.named is None or top.kind is not Kind.PERSON:
        return None
    others = [one for one in persons if one is not top]
    if any(one.rank >= OBJECT for one in others):
        return None
    surer = any(one.named is not None and one.named.gender == gender for one in others)
    return None if surer and not top.named.gender else top


def is_subject_like(pronoun: "Token") -> bool:
    """Whether a pronoun is, or owns, a subject."""
    token = pronoun.head if pronoun.dep_ == "poss" else pronoun
    return token.dep_ in ("nsubj", "nsubjpass") or (pronoun.dep_ == "poss" and pronoun.i <= 1)


def meant_thing(pronoun: "Token", here: Said, before: list[Said]) -> Named | None:
    """The body, place or other thing with a name that "it" or "its" stands for, or None."""
    if pronoun.dep_ == "expl" or _is_empty(pronoun) or _is_unclear(pronoun, here):
        return None
    found, settled = _thing_here(pronoun, here)
    if settled:
        return found
    return _thing_before(pronoun, here, before)


def _is_unclear(pronoun: "Token", here: Said) -> bool:
    """Whether an "it" before stands for something that has no name: "it took a vote to settle it"."""
    if pronoun.dep_ in ("nsubj", "nsubjpass", "poss"):
        return False
    return any(one.noun == "it" and one.named is None for one in here.before(pronoun.i))


def _thing_here(pronoun: "Token", here: Said) -> tuple[Named | None, bool]:
    """What the same sentence has for "it", and whether that settles it."""
    verb = verb_of(pronoun)
    own = subject_shared(verb) if verb is not None else None
    is_object = pronoun.dep_ in ("dobj", "dative", "pobj")
    things = [
        one for one in here.before(pronoun.i) if one.kind is not Kind.PERSON and one.kind is not Kind.PLACE
    ]
    for subject in _subjects_above(pronoun, verb, own, is_object=is_object):
        one = here.at(subject.i)
        if one is None or one.kind is Kind.PERSON:
            if subject.tag_ in ("NN", "NNP", "VBG") and one is None:
                return None, True
            continue
        if one.named is None:
            return None, True
        rivals = {
            t.key for t in things if t is not one and (t.named is not None or t.rank >= SUBJECT or t.fresh)
        }
        rivals -= {one.key}
        if _is_said_by(pronoun, verb, subject):
            bodies = {t.key for t in things if t.kind is Kind.BODY and t.named is not None} - {one.key}
            own_clause = own is not None and own.i == subject.i
            joined = verb is not None and verb.dep_ == "conj"
            if own_clause or (not bodies and not (joined and rivals)):
                return one.named, True
            return None, True
        return (None if rivals else one.named), True
    named = {t.key: t.named for t in things if t.named is not None and t.kind is Kind.BODY}
    if any(t.named is None and t.rank >= SUBJECT for t in things) or len(named) > 1:
        return None, True
    if len(named) == 1 and not any(t.kind is Kind.THING for t in things):
        return next(iter(named.values())), True
    return None, bool(named)


def _thing_before(pronoun: "Token", here: Said, before: list[Said]) -> Named | None:
    if not before:
        return None
    said = before[-1]
    topic = said.topic
    outside = [one for one in said.seen if not one.quoted and one.kind is not Kind.PERSON]
    if topic is not None and topic.kind is not Kind.PERSON:
        if not is_subject_like(pronoun):
            others = {one.key for one in outside if one.kind is not Kind.PLACE} - {topic.name}
            return None if others or _is_own_subject(pronoun, topic, here) else topic
        fresh = any(one.fresh and one.rank == OBJECT for one in outside)
        return None if fresh and not _acts_as_body(pronoun) else topic
    if said.about_noun:
        return None
    subjects = [one for one in outside if one.rank >= SUBJECT]
    if (
        topic is not None
        and len(subjects) == 1
        and subjects[0].named is not None
        and is_subject_like(pronoun)
    ):
        return subjects[0].named  # "she said the Palms hotel had 90 rooms"
    things = {one.key: one.named for one in outside if one.kind is Kind.BODY and one.named is not None}
    others = {
        one.key for one in outside if one.kind is Kind.THING and (one.named is not None or one.rank >= OBJECT)
    }
    if len(things) != 1 or (others and not _acts_as_body(pronoun)):
        return None
    return next(iter(things.values()))


def _is_own_subject(pronoun: "Token", topic: Named, here: Said) -> bool:
    verb = verb_of(pronoun)
    subject = subject_shared(verb) if verb is not None else None
    one = here.at(subject.i) if subject is not None else None
    return one is not None and one.key == topic.name


def _acts_as_body(pronoun: "Token") -> bool:
    if pronoun.dep_ == "poss":
        return pronoun.head.lower_ in _OWNED
    return pronoun.dep_ == "nsubj" and pronoun.head.lemma_ in _ACTS_OF_BODIES


def _is_empty(pronoun: "Token") -> bool:
    """Whether “it” stands for a clause: "it is clear that", "it is known that", "it took years to"."""
    verb = pronoun.head
    if any(c.dep_ == "attr" and _tells_an_event(c) for c in verb.children):
        return True
    said = verb.lemma_ in _HELD or any(c.lemma_ in _HELD for c in verb.children if c.dep_ == "acomp")
    passive = pronoun.dep_ == "nsubjpass"
    if said and passive and pronoun.tag_ == "PRP":
        return True  # "it is now known …"
    if passive and any(c.dep_ in ("ccomp", "csubj", "xcomp") for c in verb.children):
        return True
    return verb.lemma_ in ("be", "seem", "appear", "take", "turn", "rain", "snow") and any(
        c.dep_ in ("acomp", "ccomp", "xcomp", "csubj", "advcl") for c in verb.children
    )


def _tells_an_event(noun: "Token") -> bool:
    """Whether "it was …" speaks of what happened: "it was their first win", "the worst since 1988"."""
    if noun.lemma_ in BODIES or noun.ent_type_ == "PERSON":
        return False
    ranked = any(
        c.tag_ in ("JJS", "RBS") or c.lower_ in ("first", "second", "third", "only") for c in noun.children
    )
    return any(c.dep_ == "poss" for c in noun.children) or ranked or noun.tag_ in ("JJS", "RBS")


def plural_here(pronoun: "Token", here: Said) -> tuple[int, int] | None:
    """The plural subject of the clause that "they" is joined to, if it is the only plural before."""
    verb = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "conj":
        return None
    subject = subject_of(verb.head)
    if subject is None or subject.tag_ not in ("NNS", "NNPS") or subject.i > pronoun.i:
        return None
    start, end = subject_range(subject)
    others = (t for t in pronoun.doc[end : pronoun.i] if t.tag_ in ("NNS", "NNPS"))
    if end - start > _LONGEST or any(others):
        return None
    return start, end
