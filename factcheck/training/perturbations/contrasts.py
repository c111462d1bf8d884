"""The right figure or date beside a wrong one that is denied: "12, not 13", and the other way round."""

from random import Random

from factcheck.domain.quantities import Hedge
from factcheck.training.perturbations.dates import MONTHS_AND_DAYS, wrong_date
from factcheck.training.perturbations.numbers import wrong_number
from factcheck.training.perturbations.pair import Edit, Edits, Held


def contrast(held: Held, rng: Random) -> Edits | None:
    """ "12, not 13": the claim's own, with a wrong one denied."""
    found = _both(held, rng)
    if found is None:
        return None
    place, right, wrong, after = found
    return (Edit(place, place + len(right), f"{right}, {_but(rng)} {wrong}{after}"),)


def contrast_breach(held: Held, rng: Random) -> Edits | None:
    """ "13, not 12": a wrong one, with the right one denied."""
    found = _both(held, rng)
    if found is None:
        return None
    place, right, wrong, after = found
    return (Edit(place, place + len(right), f"{wrong}, {_but(rng)} {right}{after}"),)


_LEADING = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT", "ADV", "PRON", "AUX"})


def _may_be_parted(held: Held, end: int) -> bool:
    """Whether what follows may stand behind a comma: no "night" of "Tuesday night", no noun counted."""
    following = next((token for token in held.claim if token.idx >= end), None)
    return following is None or (
        following.lower_ != "of" and (following.pos_ in _LEADING or following.tag_ in ("VBD", "VBZ"))
    )


def _lowered(text: str) -> str:
    """As it stands inside a sentence: dates keep their capital."""
    return text if MONTHS_AND_DAYS.match(text) else text[:1].lower() + text[1:]


def _but(rng: Random) -> str:
    return rng.choice(("not", "not", "and not", "rather than"))


def _both(held: Held, rng: Random) -> tuple[int, str, str, str] | None:
    """Where the figure or date stands, how it reads, a wrong one like it, and the comma behind."""
    claim = held.pair.claim
    if any(token.dep_ == "neg" for token in held.claim):
        return None
    families = [wrong_number, wrong_date]
    rng.shuffle(families)
    for family in families:
        edits = family(held, rng)
        if edits is None or len(edits) != 1:
            continue
        (edit,) = edits
        spans = [f.mine.span for f in held.figures if f.mine.hedge is Hedge.EXACT]
        spans += [d.mine.span for d in held.dates if d.mine.edge is None]
        span = next((s for s in spans if s.start <= edit.start and edit.end <= s.end), None)
        if span is None or claim[span.end : span.end + 1] not in (" ", ",", "."):
            continue
        if not _may_be_parted(held, span.end):
            continue
        right = claim[span.start : span.end]
        wrong = right[: edit.start - span.start] + edit.text + right[edit.end - span.start :]
        if span.start == 0:
            wrong, right = _lowered(wrong), _lowered(right)
        if len(wrong.split()) != len(right.split()):
            continue
        after = "," if claim[span.end : span.end + 1] == " " else ""
        return span.start, right, wrong, after
    return None
