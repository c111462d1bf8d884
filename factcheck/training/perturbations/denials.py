"""Whole statements denied: a wrong one, which is right, and the right one, which is wrong."""

from random import Random

from factcheck.training.perturbations.dates import wrong_date
from factcheck.training.perturbations.directions import wrong_direction
from factcheck.training.perturbations.names import wrong_entity
from factcheck.training.perturbations.numbers import wrong_number
from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.training.perturbations.verbs import main_verb

_OPENINGS = (
    "It is not true that",
    "It is not the case that",
    "It is not so that",
    "It is wrong to say that",
    "It is false that",
)


def denied_wrong(held: Held, rng: Random) -> Edits | None:
    """ "It is not true that" before a statement that the reference rules out."""
    families = [wrong_date, wrong_direction, wrong_entity, wrong_number]
    rng.shuffle(families)
    for family in families:
        edits = family(held, rng)
        if edits is not None and all(edit.start > 0 for edit in edits):
            opening = _opening(held, rng)
            return (opening, *edits) if opening is not None and edits[0].start >= opening.end else None
    return None


def denied_right(held: Held, rng: Random) -> Edits | None:
    """ "It is not true that" before the claim."""
    opening = _opening(held, rng)
    return (opening,) if opening is not None else None


def _opening(held: Held, rng: Random) -> Edit | None:
    """The opening in place of the claim's first letter; None where the claim is no plain sentence."""
    first = held.claim[0]
    text = held.pair.claim
    if main_verb(held.claim) is None or not text[:1].isupper() or ";" in text or ":" in text or held.quoted:
        return None
    if any(token.dep_ == "neg" for token in held.claim):
        return None
    named = first.pos_ == "PROPN" or first.ent_type_ in (
        "PERSON",
        "ORG",
        "GPE",
        "NORP",
        "WORK_OF_ART",
        "DATE",
    )
    known = first.text.lower() if not named or first.lower_ in ("the", "a", "an", "in", "on") else first.text
    letter = text[0] if first.text.isupper() and len(first.text) > 1 else known[0]
    return Edit(0, 1, f"{rng.choice(_OPENINGS)} {letter}")
