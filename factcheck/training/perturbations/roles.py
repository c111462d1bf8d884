"""Who did it and to whom: changed over, or told from the other side."""

from random import Random
from typing import TYPE_CHECKING

from factcheck.text.words import words
from factcheck.training.perturbations.clauses import Clause, Party, clause_of
from factcheck.training.perturbations.names import is_name, names_of
from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.training.perturbations.verbs import end_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MUTUAL = words(
    "meet marry face play draw match equal accompany resemble share divorce wed date tie kiss contact know"
)
"""Verbs that are as true the other way round."""
_BODIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PEOPLE = words(
    "man woman boy girl minister president mayor judge court council government party police officer doctor "
    "nurse teacher pupil student parent child father mother son daughter brother sister union company firm "
    "bank club team player coach captain worker employer union director chairman owner tenant landlord "
    "king queen prince bishop lawyer prosecutor defendant witness driver passenger farmer fisherman soldier "
    "army senate parliament committee board commission tribunal regulator ministry rival neighbour buyer "
    "seller editor writer singer actor reporter customer supplier voter candidate senator governor"
)


def active_passive(held: Held, _rng: Random) -> Edits | None:
    """The same told from the other side: "A beat B", "B was beaten by A"."""
    clause = _free_clause(held)
    if clause is None:
        return None
    if clause.passive:
        return (Edit(clause.start, clause.end, clause.active(clause.agent, clause.patient)),)
    return (Edit(clause.start, clause.end, clause.passives(clause.agent, clause.patient)),)


def _free_clause(held: Held) -> Clause | None:
    clause = clause_of(held.claim)
    return clause if clause is not None and held.free(clause.start, clause.end) else None


def wrong_role(held: Held, rng: Random) -> Edits | None:
    """The two parties, or the ends of a way, or the sides of a comparison, changed over."""
    clause = _free_clause(held)
    if clause is not None and clause.lemma not in _MUTUAL and _alike(clause.agent, clause.patient):
        tell = clause.active if rng.random() < 0.5 else clause.passives
        return (Edit(clause.start, clause.end, tell(clause.patient, clause.agent)),)
    return _ends(held) or _sides(held) or _doers(held)


def _alike(one: Party, other: Party) -> bool:
    first, second = one.head.ent_type_, other.head.ent_type_
    if first in _BODIES and second in _BODIES:
        return True
    return _is_body(one.head) and _is_body(other.head)


def _is_body(head: "Token") -> bool:
    return head.ent_type_ in _BODIES or head.lemma_.lower() in _PEOPLE


def _ends(held: Held) -> Edits | None:
    """ "From A to B" the other way round, where the reference has both."""
    places = [e for e in held.claim.ents if is_name(e) and e.label_ in ("GPE", "LOC", "ORG", "PERSON")]
    for one in places:
        for other in places:
            first, second = _case_of(one), _case_of(other)
            if first is None or second is None or first.head.i != second.head.i:
                continue
            if (first.lower_, second.lower_) == ("from", "to") and one.label_ == other.label_:
                return _exchanged(held, one, other)
    return None


_TOGETHER = frozenset({"with", "alongside", "and", "between", "than", "of", "as", "like", "for"})


def _doers(held: Held) -> Edits | None:
    """The name of who does it and another of its kind in the same clause, changed over."""
    entities = [e for e in held.claim.ents if is_name(e) and e.label_ in ("PERSON", "ORG", "GPE")]
    for one in entities:
        verb = one.root.head
        if one.root.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ != "VERB" or verb.lemma_ in _MUTUAL:
            continue
        for other in entities:
            case = other.root.head
            direct = case.i == verb.i and other.root.dep_ == "dobj"
            by_case = other.root.dep_ == "pobj" and case.head.i == verb.i and case.lower_ not in _TOGETHER
            if other.label_ == one.label_ and (direct or by_case) and not _same_name(one, other):
                return _exchanged(held, one, other)
    return None


def _same_name(one: "Span", other: "Span") -> bool:
    return bool(set(names_of(one).split()) & set(names_of(other).split()))


def _case_of(entity: "Span") -> "Token | None":
    above = entity.root.head
    return above if above.dep_ == "prep" and entity.root.dep_ == "pobj" else None


def _sides(held: Held) -> Edits | None:
    """ "A is older than B" the other way round."""
    for than in held.claim:
        if than.lower_ != "than":
            continue
        other = next((c for c in than.children if c.dep_ == "pobj"), None)
        verb = than.head
        while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if who is None or other is None:
            continue
        entities = {e.root.i: e for e in held.claim.ents if is_name(e)}
        if who.i in entities and other.i in entities:
            return _exchanged(held, entities[who.i], entities[other.i])
    return None


def _exchanged(held: Held, one: "Span", other: "Span") -> Edits | None:
    edits = []
    for here, there in ((one, other), (other, one)):
        name = names_of(here)
        start = here.start_char + str(here.text).index(name)
        if not held.free(start, start + len(name)) or name not in held.pair.reference:
            return None
        if end_of(here.doc[here.end - 1]) <= start:
            return None
        edits.append(Edit(start, start + len(name), names_of(there)))
    return tuple(edits)
