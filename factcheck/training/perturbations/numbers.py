"""Wrong numbers, wrong magnitudes and broken hedges, and what keeps a figure right."""

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random

from factcheck.domain.quantities import Hedge, Movement, Quantity
from factcheck.training.perturbations.numerals import (
    Written,
    decimals,
    like,
    near_miss,
    respelled,
    spelled,
    taken_apart,
)
from factcheck.training.perturbations.pair import Edit, Edits, Figure, Held

_TRIES = 8
_HUNDRED = Decimal(100)
_ABOVE = (
    ("more than", "over", "in excess of", "upwards of"),
    ("at least", "no fewer than", "no less than"),
    ("just over", "slightly more than", "a little over"),
)
_BELOW = (
    ("less than", "under", "below", "fewer than"),
    ("up to", "no more than", "at most"),
    ("nearly", "almost", "just under", "close to", "just short of"),
)
_ABOUT = ("about", "around", "roughly", "approximately", "some")
_UNCOUNTED = frozenset({"count", "age"})
_PLAIN = frozenset({"ordinal", "score", "clock", "ratio"})


def wrong_number(held: Held, rng: Random) -> Edits | None:
    """Another number of natural size that the reference excludes; now and then behind a hedge."""
    for figure, written in _chosen(held, rng):
        limit = _HUNDRED if figure.mine.unit == "percent" and written.value <= _HUNDRED else None
        for _ in range(_TRIES):
            number = near_miss(written, rng, limit=limit)
            if number is None:
                continue
            hedge = _other_hedge(held, figure, written, number, rng)
            edit = _edit(written, hedge, respelled(number, written, rng))
            if _is_wrong(held, figure, edit):
                return (edit,)
    return None


def _other_hedge(held: Held, figure: Figure, written: Written, number: str, rng: Random) -> str | None:
    """Keep the hedge (None), or put a loose one where there is none and the new number is rounded."""
    rounded = number.rstrip("0") != number or (written.in_words and int(written.value) % 10 == 0)
    if (
        figure.mine.hedge is Hedge.EXACT
        and _may_be_hedged(written, held.pair.claim)
        and (rounded or rng.random() < 0.1)
    ):
        return rng.choice((*_ABOUT, "nearly", "almost", "just over")) if rng.random() < 0.5 else None
    if figure.mine.hedge is not Hedge.EXACT and rng.random() < 0.3:
        return ""
    return None


def wrong_magnitude(held: Held, rng: Random) -> Edits | None:
    """Ten, a hundred or a thousand times too much or too little."""
    for figure, written in _chosen(held, rng):
        edit = _scaled(written, rng) if rng.random() < 0.6 else _shifted(figure, written, rng)
        edit = edit or _scaled(written, rng) or _shifted(figure, written, rng)
        if edit is not None and _is_wrong(held, figure, edit):
            return (edit,)
    return None


_SCALES = {
    "thousand": ("million",),
    "million": ("billion", "billion", "thousand"),
    "billion": ("million", "million", "trillion"),
    "trillion": ("billion",),
    "m": ("bn", "k"),
    "mn": ("bn",),
    "bn": ("m", "m", "tn"),
    "b": ("m",),
    "k": ("m",),
    "M": ("B",),
    "B": ("M",),
}
_SCALE = re.compile(r"(?<![A-Za-z])(thousand|million|billion|trillion|mn|bn|[mbkMB])(?![A-Za-z])")


def _scaled(written: Written, rng: Random) -> Edit | None:
    match = _SCALE.search(written.after)
    if match is None or match.start() > 1:
        return None
    place = written.number_end
    return Edit(place + match.start(), place + match.end(), rng.choice(_SCALES[match.group()]))


def _shifted(figure: Figure, written: Written, rng: Random) -> Edit | None:
    """The point or a zero in the wrong place."""
    if written.in_words or figure.mine.unit == "age":
        return None
    places = decimals(written.number)
    up = rng.random() < 0.5
    value = written.value * 10 if up else written.value / 10
    if figure.mine.unit == "percent" and value > _HUNDRED:
        return None
    if up:
        places = max(places - 1, 0)
    elif (
        value != value.to_integral_value()
        and figure.mine.unit == "count"
        and not _SCALE.search(written.after)
    ):
        return None
    else:
        places = places + 1 if value != value.to_integral_value() else 0
    if value < Decimal("0.1") or (value <= 1 and figure.mine.unit in _UNCOUNTED):
        return None
    return Edit(written.number_start, written.number_end, like(value, written.number, places=places))


def hedge_breach(held: Held, rng: Random) -> Edits | None:
    """A bound that the reference's figure breaks: "more than 12" for 11.4."""
    return _hedged(held, rng, right=False)


def hedge_ok(held: Held, rng: Random) -> Edits | None:
    """A bound that the reference's figure keeps: "more than 11" for 11.4."""
    return _hedged(held, rng, right=True)


def _hedged(held: Held, rng: Random, *, right: bool) -> Edits | None:
    for figure, written in _chosen(held, rng):
        exact = _exact(figure, written)
        if exact is None or not _may_be_hedged(written, held.pair.claim):
            continue
        for _ in range(_TRIES):
            above = rng.random() < 0.5
            number = _rounded(exact, written, up=above is not right, rng=rng)
            if number is None or (right and _is_far(number, exact)):
                continue
            phrase = _phrase(rng.choice(rng.choice(_ABOVE if above else _BELOW)), figure.mine)
            edit = _edit(written, phrase, respelled(number, written, rng))
            quantity = held.quantity_after(edit)
            if quantity is None or not held.same_kind(quantity, figure):
                continue
            if held.bears_out(quantity, figure) if right else held.excludes(quantity):
                return (edit,)
    return None


def rounding(held: Held, rng: Random) -> Edits | None:
    """The figure with fewer digits, rightly rounded, bare or loosely hedged."""
    for figure, written in _chosen(held, rng):
        exact = _exact(figure, written)
        if exact is None or not _may_be_hedged(written, held.pair.claim):
            continue
        for _ in range(_TRIES):
            number = _nearest(exact, written, rng)
            hedged = number is None or rng.random() < 0.6
            phrase = rng.choice(_ABOUT) if hedged else ""
            edit = _edit(written, phrase, number or written.number)
            quantity = held.quantity_after(edit)
            if quantity is not None and held.bears_out(quantity, figure):
                return (edit,)
    return None


def _exact(figure: Figure, written: Written) -> Decimal | None:
    """The reference's figure in the claim's unit and magnitude, where it is plain and only one."""
    values = {q.value for q in figure.borne}
    theirs = figure.borne[0]
    plain = theirs.hedge is Hedge.EXACT and theirs.high is None and not theirs.vague
    if len(values) != 1 or not plain or theirs.unit != figure.mine.unit or figure.mine.value == 0:
        return None
    if figure.mine.unit == "degree_celsius" or figure.mine.unit in _PLAIN:
        return None
    if abs(written.value) < 10 and not decimals(written.number) and not _SCALE.search(written.after):
        return None  # nobody bounds so few
    return written.value * theirs.value / figure.mine.value


def _steps(exact: Decimal, written: Written, rng: Random) -> list[Decimal]:
    """The steps that a newsroom would round such a figure to, in a random order."""
    top = Decimal(10) ** exact.adjusted()
    steps = [top, top / 2, top / 10, top / 20, top / 100]
    finest = Decimal(1).scaleb(-decimals(written.number))
    kept = [step for step in steps if step >= finest and (step != top / 20 or exact >= 20)]
    rng.shuffle(kept)
    return kept


def _rounded(exact: Decimal, written: Written, *, up: bool, rng: Random) -> str | None:
    """A round number above or below the exact one; the number itself now and then."""
    for step in _steps(exact, written, rng):
        value = (exact / step).to_integral_value(rounding=ROUND_CEILING if up else ROUND_FLOOR) * step
        if value == exact and rng.random() < 0.5:
            value += step if up else -step
        if value <= 0 or abs(value - exact) > exact * Decimal("0.3") or value == 1:
            continue
        return _written_like(value, written)
    return None


def _is_far(number: str, exact: Decimal) -> bool:
    """Whether a right bound would say little, as "more than 80" of 100."""
    digits = number.replace(",", "")
    return digits[:1].isdigit() and abs(Decimal(digits) - exact) > exact * Decimal("0.15")


def _nearest(exact: Decimal, written: Written, rng: Random) -> str | None:
    for step in _steps(exact, written, rng):
        value = (exact / step).to_integral_value(rounding=ROUND_HALF_UP) * step
        if value > 1 and value != exact and abs(value - exact) <= exact * Decimal("0.1"):
            return _written_like(value, written)
    return None


def _written_like(value: Decimal, written: Written) -> str | None:
    whole = value == value.to_integral_value()
    if written.in_words:
        return spelled(int(value)) if whole and 2 <= value < 100 else None
    places = 0 if whole else max(0, -int(str(value.normalize().as_tuple().exponent)))
    return like(value, written.number, places=places)


def _phrase(phrase: str, quantity: Quantity) -> str:
    """The bound in the word that goes with what is counted or measured."""
    counted = quantity.unit == "count"
    if phrase == "fewer than" and not counted:
        return "less than"
    if phrase == "no fewer than" and not counted:
        return "no less than"
    if phrase == "less than" and counted:
        return "fewer than"
    if phrase == "no less than" and counted:
        return "no fewer than"
    return phrase


_NO_HEDGE_BEHIND = re.compile(
    r"(?i:\b(?:all|the|these|those|its|his|her|their|our|my|your|first|last|next|every|each|other|both|a|an|any|"
    r"no|than|over|under|about|around|nearly|almost|to|exactly|only|just|another|some|more|less|least|most|from|"
    r"and|between|age|aged|number|route|section|article|chapter|room|phase|top|same|like|as)(?:\s|-)$)"
    r"|[-’']s?\s$|(?<=\s)[A-Z][\w.]*\s$"
)


def _may_be_hedged(written: Written, claim: str) -> bool:
    """Whether a hedge can stand before the figure: not in a compound ("12-year-old"), not for 1."""
    if written.after.startswith("-") or written.value == 1 or claim[written.end : written.end + 1] == "-":
        return False
    return _NO_HEDGE_BEHIND.search(claim[: written.hedge_start]) is None


def _chosen(held: Held, rng: Random) -> list[tuple[Figure, Written]]:
    """The figures that can be rewritten, in a random order."""
    found = []
    for figure in held.figures:
        written = taken_apart(figure.mine)
        if written is None or figure.mine.unit in _PLAIN or _is_joined(held.pair.claim, figure, written):
            continue
        found.append((figure, written))
    rng.shuffle(found)
    return found


_JOINED = re.compile(r"[\w%–—/-]$")


def _is_joined(text: str, figure: Figure, written: Written) -> bool:
    """Whether the figure is part of a longer word or a range."""
    start, end = figure.mine.span.start, figure.mine.span.end
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if figure.mine.movement is Movement.BEFORE and "-" in written.after:
        return True
    return bool(_JOINED.search(before)) or after in ("–", "/")


def _edit(written: Written, hedge: str | None, number: str) -> Edit:
    """The figure with another number; `hedge` None keeps the hedge, "" takes it away."""
    if hedge is None:
        return Edit(written.number_start, written.number_end, number)
    before = f"{hedge} " if hedge else ""
    return Edit(written.hedge_start, written.number_end, before + written.before + number)


def _is_wrong(held: Held, figure: Figure, edit: Edit) -> bool:
    quantity = held.quantity_after(edit)
    return quantity is not None and held.same_kind(quantity, figure) and held.excludes(quantity)
