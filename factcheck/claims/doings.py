"""What a verb leaves undone, open or on record: "did not sell", "has yet to open", "is a listed building"."""

from typing import TYPE_CHECKING

from factcheck.claims.vocabulary import OUTCOMES, STARTS, STATUSES

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_not(head: "Token") -> bool:
    """Whether it is "has not published"; "has never hidden" is a manner of speaking."""
    negated = any(c.dep_ == "neg" and c.lower_ != "never" for c in head.children)
    return negated and any(c.lemma_ == "have" and c.dep_ == "aux" for c in head.children)


def did_not(head: "Token") -> bool:
    """Whether its helper is "did", as that of "did not sell" is."""
    return any(c.lemma_ == "do" and c.tag_ == "VBD" for c in head.children)


def is_pending(head: "Token") -> bool:
    """Whether it tells that something has not happened yet: "has yet to open", "the appeal is pending"."""
    yet = any(c.lower_ == "yet" for c in head.children)
    awaited = any(
        c.dep_ == "xcomp" and (c.lemma_ in OUTCOMES or c.lemma_ in STARTS)
        for c in head.children
        if c.pos_ in ("VERB", "AUX")
    )
    if yet and awaited and head.lemma_ in ("have", "be") and head.tag_ in ("VBZ", "VBP", "VBD"):
        return True
    return head.lemma_ == "be" and any(
        c.dep_ in ("acomp", "attr", "amod", "oprd") and c.lower_ == "pending" for c in head.children
    )


def has_status(head: "Token") -> bool:
    """Whether it says of one thing that an authority has it on a list: "is a listed building"."""
    roles = (c for c in head.children if c.dep_ == "attr")
    return any(c.lower_ in STATUSES for role in roles for c in role.children if c.dep_ == "amod")


def is_negated(head: "Token") -> bool:
    """Whether it is denied: "not", "never" or "hardly"."""
    return any(c.dep_ == "neg" or c.lower_ in ("never", "hardly") for c in head.children)
