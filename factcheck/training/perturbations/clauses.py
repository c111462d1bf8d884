"""A clause of who did what to whom, told from either side."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.inflect import past, present
from factcheck.text.words import words
from factcheck.training.perturbations.verbs import (
    auxiliaries,
    end_of,
    main_verb,
    negation,
    participle,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 12
_NO_PASSIVE = words(
    "have be cost weigh become resemble lack fit suit contain mean equal want like get let need remain last "
    "take make include comprise reach enter leave hope wish try boast star feature turn see say tell do go "
    "run come end start begin total number form give offer fail lose spend stay bear save spare "
    "owe teach lend earn hope bring sell appear"
)
"""Verbs whose passive reads ill, or is another thing."""
_OWN = words("his her its their our my your himself herself itself themselves own other each he she they it")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT"})
_BE = {"VBD": ("was", "were"), "VBZ": ("is", "are"), "VBP": ("is", "are")}


@dataclass(frozen=True, slots=True)
class Party:
    """Who does it or to whom it is done: the head, and the words as they stand inside a sentence."""

    head: "Token"
    text: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with an agent and a patient; `start` to `end` is what either telling takes up."""

    start: int
    end: int
    agent: Party
    patient: Party
    lemma: str
    tense: str
    adverbs: str
    passive: bool

    def active(self, agent: Party, patient: Party) -> str:
        """Told from the side of who does it."""
        verb = past(self.lemma) if self.tense == "VBD" else present(self.lemma, plural=agent.plural)
        return f"{agent.text} {self.adverbs}{verb} {patient.text}"

    def passives(self, agent: Party, patient: Party) -> str:
        """Told from the side of whom it is done to."""
        be = _BE[self.tense][patient.plural]
        return f"{patient.text} {be} {self.adverbs}{participle(self.lemma)} by {agent.text}"


def clause_of(doc: "Doc") -> Clause | None:
    """The claim's main clause; None where it has no two parties or cannot be turned safely."""
    verb = main_verb(doc)
    if verb is None or verb.pos_ != "VERB" or negation(verb) is not None:
        return None
    if any(
        c.dep_ in ("conj", "cc", "prt", "ccomp", "xcomp", "dative", "oprd", "expl", "preconj")
        for c in verb.children
    ):
        return None
    return _passive(verb) if verb.tag_ == "VBN" else _active(verb)


def _active(verb: "Token") -> Clause | None:
    who = subject(verb)
    whom = next((c for c in verb.children if c.dep_ == "dobj"), None)
    lemma = verb.lemma_.lower()
    if who is None or whom is None or who.dep_ != "nsubj" or auxiliaries(verb) or lemma in _NO_PASSIVE:
        return None
    if verb.tag_ not in _BE or (verb.tag_ == "VBP" and not _is_plural(who)):
        return None
    agent, patient = _party(who), _party(whom)
    if agent is None or patient is None or whom.left_edge.i != verb.i + 1:
        return None
    between = list(verb.doc[who.right_edge.i + 1 : verb.i])
    if any(token.dep_ != "advmod" or token.head.i != verb.i for token in between):
        return None
    adverbs = "".join(f"{token.text} " for token in between)
    following = verb.doc[whom.right_edge.i + 1] if whom.right_edge.i + 1 < len(verb.doc) else None
    if following is not None and not following.is_punct and following.head.i not in (verb.i, following.i):
        return None  # what follows may belong to the object
    start, end = who.left_edge.idx, end_of(whom.right_edge)
    return Clause(start, end, agent, patient, lemma, verb.tag_, adverbs, passive=False)


def _passive(verb: "Token") -> Clause | None:
    who = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    by = next((c for c in verb.children if c.dep_ == "agent" and c.i == verb.i + 1), None)
    auxes = auxiliaries(verb)
    if who is None or by is None or len(auxes) != 1 or auxes[0].lower_ not in ("was", "were", "is", "are"):
        return None
    doer = next((c for c in by.children if c.dep_ == "pobj"), None)
    if doer is None:
        return None
    agent, patient = _party(doer), _party(who)
    between = [token for token in verb.doc[who.right_edge.i + 1 : verb.i] if token.i != auxes[0].i]
    if agent is None or patient is None or any(token.dep_ != "advmod" for token in between):
        return None
    if any(token.i < auxes[0].i for token in between):
        return None
    adverbs = "".join(f"{token.text} " for token in between)
    tense = "VBD" if auxes[0].lower_ in ("was", "were") else "VBZ"
    start, end = who.left_edge.idx, end_of(doer.right_edge)
    return Clause(start, end, agent, patient, verb.lemma_.lower(), tense, adverbs, passive=True)


def _party(head: "Token") -> Party | None:
    """The noun phrase; None for pronouns, long phrases, and those with a clause or an owner in them."""
    tokens = list(head.subtree)
    first, last = head.left_edge, head.right_edge
    if any(token.lower_ in ("as", "than", "half", "times") for token in tokens):
        return None
    if head.pos_ not in ("NOUN", "PROPN") or len(tokens) > _LONGEST or len(tokens) != last.i - first.i + 1:
        return None
    if any(token.dep_ in ("relcl", "advcl", "acl", "ccomp") or token.lower_ in _OWN for token in tokens):
        return None
    if any(token.text in ('"', "“", "”", "(", ")", ";", ":", "—", "–") for token in tokens) or last.is_punct:
        return None
    if any(token.dep_ == "appos" for token in tokens) or sum(token.text == "," for token in tokens) > 1:
        return None
    text = head.doc.text[first.idx : end_of(last)]
    named = first.pos_ == "PROPN" or first.ent_type_ in _NAMED or first.text.isupper()
    if first.i == 0 and (not named or first.lower_ in ("the", "a", "an")):
        text = text[:1].lower() + text[1:]
    return Party(head, text, _is_plural(head))


def _is_plural(head: "Token") -> bool:
    joined = any(c.dep_ == "cc" and c.lower_ == "and" for c in head.children)
    return joined or head.tag_ in ("NNS", "NNPS") or head.lower_ in ("police", "people")
