"""Negations put in and taken out, in good English."""

from random import Random
from typing import TYPE_CHECKING

from factcheck.text.words import words
from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.training.perturbations.verbs import (
    auxiliaries,
    end_of,
    inflected,
    main_verb,
    negation,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNSAFE = words(
    "all every both each everyone everybody some several most many few only none no nobody neither never "
    "hardly scarcely barely nothing any either another at least already just even cannot unable n't not "
    "alone so rather once too"
)
"""Words beside which a "not" changes more than the verb, or says it twice."""
_CONTRACTED = {"wo": "will", "ca": "can", "sha": "shall"}


def negation_changed(held: Held, rng: Random) -> Edits | None:
    """The main verb denied where it was not, or not denied where it was."""
    verb = main_verb(held.claim)
    if verb is None or not held.free(verb.idx, end_of(verb)):
        return None
    return removed(verb) if negation(verb) is not None else inserted(verb)


def inserted(verb: "Token") -> Edits | None:
    """A "not" at the verb, with "did" or "does" where it has no auxiliary; None where it would be unsafe.

    It is never contracted: in these variants only what is false would be.
    """
    if _is_unsafe(verb):
        return None
    auxes = auxiliaries(verb)
    carrier = auxes[0] if auxes else verb if verb.lemma_.lower() == "be" else None
    if carrier is not None:
        return _after_carrier(carrier, verb)
    if subject_follows(verb) or not _agrees(verb):
        return None
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(verb.tag_)
    base = inflected(verb.lemma_.lower(), "VB")
    if do is None or base is None:
        return None
    return (Edit(verb.idx, end_of(verb), f"{do} not {base}"),)


def _after_carrier(carrier: "Token", verb: "Token") -> Edits | None:
    text = carrier.lower_
    if text.startswith(("'", "’")):
        return (Edit(end_of(carrier), end_of(carrier), " not"),)
    if text == "can":
        return (Edit(end_of(carrier), end_of(carrier), "not"),)
    if text in ("must", "may", "might", "ought", "need") or subject_follows(verb):
        return None
    if text == "been":
        return None
    return (Edit(end_of(carrier), end_of(carrier), " not"),)


def subject_follows(verb: "Token") -> bool:
    """Whether the subject stands behind the verb ("said Jones", "was Jones late?")."""
    who = subject(verb)
    return who is None or who.i > verb.i


_PARTLY = words("some many several often sometimes partly various different")
_POSSIBLE = words("can may could might")
_DENIALS = words("no none nothing nobody neither nor")


def _agrees(verb: "Token") -> bool:
    """Whether the tag told fits the subject: "delay befell" is no plural."""
    who = subject(verb)
    if verb.tag_ != "VBP" or who is None:
        return True
    joined = any(child.dep_ == "cc" for child in who.children)
    return joined or who.tag_ in ("NNS", "NNPS") or who.lower_ in ("they", "we", "you", "i", "who", "people")


def _is_unsafe(verb: "Token") -> bool:
    who = subject(verb)
    if any(token.lower_ in _DENIALS for token in verb.subtree):
        return True
    if any(t.lower_ in _PARTLY or (t.tag_ == "MD" and t.lower_ in _POSSIBLE) for t in verb.doc):
        return True
    near = [child for child in verb.children if child.dep_ in ("advmod", "neg", "det", "preconj", "cc")]
    near = [child for child in near if child.dep_ != "cc"]
    if who is not None:
        near.extend(who.subtree)
    return any(token.lower_ in _UNSAFE for token in near)


def removed(verb: "Token") -> Edits | None:
    """The verb without its "not" or "never"; None where more than the verb hangs on it."""
    neg = negation(verb)
    if neg is None or neg.lower_ not in ("not", "n't", "n’t", "never"):
        return None
    doc = verb.doc
    if neg.i + 1 < len(doc) and doc[neg.i + 1].lower_ in (
        "only",
        "just",
        "yet",
        "until",
        "even",
        "all",
        "any",
    ):
        return None
    if any(t.lower_ in ("any", "either", "until", "yet", "anyone", "anything", "ever") for t in verb.subtree):
        return None
    auxes = auxiliaries(verb)
    if neg.lower_ == "never":
        return (Edit(neg.idx, doc[neg.i + 1].idx, ""),) if neg.i + 1 < len(doc) else None
    aux = next((a for a in auxes if a.i < neg.i), None)
    if aux is not None and aux.lemma_.lower() == "do":
        return _without_do(aux, neg, verb)
    if neg.lower_ == "not":
        return (Edit(neg.idx - (doc[neg.i - 1].whitespace_ != ""), end_of(neg), ""),)
    carrier = doc[neg.i - 1]
    whole = _CONTRACTED.get(carrier.lower_, carrier.text)
    return (Edit(carrier.idx, end_of(neg), whole),)


def _without_do(aux: "Token", neg: "Token", verb: "Token") -> Edits | None:
    tag = {"did": "VBD", "does": "VBZ", "do": "VBP"}.get(aux.lower_)
    form = inflected(verb.lemma_.lower(), tag or "")
    if form is None or neg.i != aux.i + 1 or verb.i < neg.i:
        return None
    following = verb.doc[neg.i + 1]
    return (Edit(aux.idx, following.idx, ""), Edit(verb.idx, end_of(verb), form))
