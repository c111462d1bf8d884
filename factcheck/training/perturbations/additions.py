"""Details that the reference does not give, and the same kind of detail where it does."""

import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.training.perturbations.subsets import Detail
from factcheck.training.perturbations.verbs import auxiliaries, main_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTED = {
    "reason": """
        because of a shortage of staff | after months of talks | amid rising costs | after a long delay
        because of bad weather | following complaints from residents | to save money | to meet a deadline
        under pressure from shareholders | after a change in the law | following an internal review
        after protests | in response to criticism | for reasons of health | to make room for others
        on the advice of lawyers | for lack of funds | at the request of neighbours | as a precaution
    """,
    "place": """
        in the capital | in a hotel near the airport | at a packed hall | in the north of the country
        at the harbour | in front of the town hall | at the family home | in a small village | abroad
        on the coast | at a school | in the city centre | outside the court | in a side street
    """,
    "time": """
        on Thursday | in the early hours | last week | on Monday morning | in the spring | at the weekend
        shortly before midnight | in November | two days later | the following year | in 2014 | in August
    """,
    "manner": """
        together with two colleagues | with the help of volunteers | in front of cameras | without warning
        at short notice | with little fanfare | in secret | with a smile | against the advice of experts
        on live television | alongside a former minister | with money from a charity | at public expense
        free of charge | with his brother | by mistake | for a bet | in good spirits
    """,
}
_OWN = tuple(
    Detail(kind, text.strip())
    for kind, listed in _LISTED.items()
    for line in listed.strip().splitlines()
    for text in line.split("|")
)
_TOLD = ("That happened {}.", "It happened {}.", "This happened {}.", "All this happened {}.")


@dataclass(frozen=True, slots=True)
class Added:
    """Edits of the claim, and the reference that they go with."""

    edits: Edits
    reference: str


def extra_detail(held: Held, rng: Random) -> Added | None:
    """A reason, a place, a time or a companion of which the reference says nothing."""
    place, detail = _placed(held, rng)
    if detail is None:
        return None
    reference = held.pair.reference
    if rng.random() < 0.5:
        other = _detail(held, rng, but=detail.kind)
        if other is not None:
            reference = _told(reference, other, rng)
    return Added((Edit(place, place, f" {detail.text}"),), reference)


def detail_given(held: Held, rng: Random) -> Added | None:
    """A detail like that in the claim, and in the reference too."""
    place, detail = _placed(held, rng)
    if detail is None:
        return None
    reference = held.pair.reference
    stem = held.pair.claim[:place]
    at = reference.find(stem) if len(stem.split()) >= 5 else -1
    if at >= 0 and not reference[at + len(stem) : at + len(stem) + 1].isalnum():
        end = at + len(stem)
        reference = f"{reference[:end]} {detail.text}{reference[end:]}"
    else:
        reference = _told(reference, detail, rng)
    return Added((Edit(place, place, f" {detail.text}"),), reference)


def _told(reference: str, detail: Detail, rng: Random) -> str:
    ending = "" if reference.rstrip().endswith((".", "!", "?", "”", '"')) else "."
    return f"{reference.rstrip()}{ending} {rng.choice(_TOLD).format(detail.text)}"


def _placed(held: Held, rng: Random) -> tuple[int, Detail | None]:
    """Where the claim's last word ends, and a detail to stand there."""
    text = held.pair.claim
    place = len(text.rstrip(" .!"))
    verb = main_verb(held.claim)
    if verb is None or not _is_over(verb) or text[place - 1 : place] in "\"”'’?;:)":
        return place, None
    finite = sum(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in held.claim)
    if finite != 1 or re.search("[;:,–—]", text):
        return place, None  # it might be read with another verb
    if verb.lemma_.lower() in ("be", "have", "know", "own", "lie", "belong", "remain") or any(
        token.dep_ == "neg" for token in held.claim
    ):
        return place, None
    return place, _detail(held, rng, but="")


def _is_over(verb: "Token") -> bool:
    """Whether the verb tells a deed of the past."""
    auxes = auxiliaries(verb)
    return verb.tag_ == "VBD" if not auxes else all(aux.lower_ in ("was", "were") for aux in auxes)


def _detail(held: Held, rng: Random, *, but: str) -> Detail | None:
    pool = held.details or _OWN
    both = f"{held.pair.claim} {held.pair.reference}".lower()
    for _ in range(8):
        detail = rng.choice(pool if rng.random() < 0.6 else _OWN)
        if detail.kind == but or _is_told(held, detail, both):
            continue
        return detail
    return None


def _is_told(held: Held, detail: Detail, both: str) -> bool:
    """Whether either side says something of the kind already, so that the detail might oppose it."""
    content = [word for word in re.findall(r"[\w’'-]+", detail.text.lower()) if len(word) > 4]
    if any(word in both for word in content):
        return True
    if detail.kind == "time":
        return bool(held.periods or held.their_periods)
    if detail.kind == "place":
        return any(e.label_ in ("GPE", "LOC", "FAC") for e in (*held.claim.ents, *held.reference.ents))
    if detail.kind == "reason":
        return bool(
            re.search(r"\b(?:because|after|amid|following|despite|since|as|to)\b", held.pair.claim.lower())
        )
    return False
