"""Sums of an article that do not add up: parts of a whole, and a change beside its two ends.

A list of parts is rarely complete, so that a whole is held against its parts only where the article says that
nothing is left over: "the other four", "the remaining 20%".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Hedge, Movement, Quantity
from factcheck.quantities import wording
from factcheck.quantities.derive import derive, trend
from factcheck.quantities.find import find_quantities
from factcheck.quantities.tolerance import ABOUT, rounding
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import stem

MOST_PARTS = 6
"""More figures than this in a row are a table, and hardly one sum."""

_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")
_REST = re.compile(r"\b(?:the (?:other|remaining|rest,?)|remaining|the balance of)\s*$", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?;]+(?:[.!?](?=\w)[^.!?;]*)*[.!?;]*")
_CHANGE_BY = re.compile(
    r"(?:\bor|\bby|[,(–—]|\b(?:an?|the) (?:\w+ )?"
    r"(?:rise|increase|jump|gain|growth|fall|drop|decrease|decline|cut|change) of)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that does not add up: where its figures stand in the text, and what is wrong with it."""

    spans: tuple[Span, ...]
    message: str


def left_over(text: str) -> Iterator[Sum]:
    """Wholes of which the article says what the rest is, where parts and rest are not the whole.

    The whole stands in the sentence of its parts or in the one before it; shares make a hundred. Rounded
    figures may be off by their rounding.
    """
    before: list[Quantity] = []
    for match in _SENTENCE.finditer(text):
        mine = [_at(q, match.start()) for q in find_quantities(match.group())]
        for place, rest in enumerate(mine):
            if _REST.search(text, match.start(), rest.span.start) and _is_plain(rest):
                found = _checked(rest, mine[:place], before)
                if found is not None:
                    yield found
        before = mine


def _at(quantity: Quantity, start: int) -> Quantity:
    return replace(quantity, span=quantity.span.shifted(start))


def _is_plain(quantity: Quantity) -> bool:
    return (
        quantity.hedge in (Hedge.EXACT, Hedge.ABOUT)
        and quantity.high is None
        and not quantity.vague
        and quantity.movement is None
        and quantity.per is None
        and quantity.value > 0
    )


def _checked(rest: Quantity, before: Sequence[Quantity], earlier: Sequence[Quantity]) -> Sum | None:
    parts = [q for q in before if q.unit == rest.unit]
    if not parts or len(parts) > MOST_PARTS or not all(_is_plain(q) for q in parts):
        return None
    if rest.unit == "percent":
        return None if _adds_up([*parts, rest]) else _shares([*parts, rest])
    if rest.unit != "count" or len(parts) < len(before):
        return None
    if len(parts) > 1 and _is_whole(parts[0], [*parts[1:], rest]):
        whole, parts = parts[0], parts[1:]
    elif len(earlier) == 1 and _is_plain(earlier[0]) and _is_whole(earlier[0], [*parts, rest]):
        whole = earlier[0]
    else:
        return None
    listed = [*parts, rest]
    sums = (chosen for n in range(1, len(listed) + 1) for chosen in combinations(listed, n))
    if any(_is_near(whole.value, chosen) for chosen in sums):
        return None
    total = sum((q.value for q in listed), Decimal(0))
    said = " + ".join(wording.number(q.value) for q in listed)
    return Sum(
        tuple(q.span for q in (whole, *listed)),
        f"{said} is {wording.number(total)}, not {wording.number(whole.value)}",
    )


def _is_whole(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether it is what the parts are parts of: larger than each, and of one noun where they have any."""
    if whole.unit != "count" or not whole.noun:
        return False
    if any(q.noun and stem(q.noun) != stem(whole.noun) for q in parts):
        return False
    return all(q.value < whole.value for q in parts)


def _adds_up(shares: Sequence[Quantity]) -> bool:
    """Whether the shares make a hundred, or those behind the first make the first."""
    return _is_near(_HUNDRED, shares) or (len(shares) > 2 and _is_near(shares[0].value, shares[1:]))


def _is_near(whole: Decimal, parts: Sequence[Quantity]) -> bool:
    slack = sum((_slack(q) for q in parts), Decimal(0))
    return abs(sum((q.value for q in parts), Decimal(0)) - whole) <= slack


def _slack(part: Quantity) -> Decimal:
    """How far the part may be off; a whole count is exact."""
    if part.hedge is Hedge.ABOUT or part.step is None:
        return max(rounding(part)[0], part.value * ABOUT[0])
    return Decimal(0) if part.unit == "count" and part.step == 1 else part.step / 2


def _shares(shares: Sequence[Quantity]) -> Sum:
    total = sum((q.value for q in shares), Decimal(0))
    said = " + ".join(f"{wording.number(q.value)}%" for q in shares)
    return Sum(tuple(q.span for q in shares), f"{said} is {wording.number(total)}%, not 100%")


def wrong_change(profile: Profile) -> list[Finding]:
    """The change that a claim gives beside "from … to …", where it is not the way between the two."""
    ends = [
        [q for q in profile.quantities if q.movement is movement and _is_end(q)]
        for movement in (Movement.BEFORE, Movement.AFTER)
    ]
    if [len(each) for each in ends] != [1, 1]:
        return []
    (start,), (end,) = ends
    found = []
    for quantity in profile.quantities:
        told = quantity.movement is Movement.CHANGE or (
            quantity.movement is None
            and quantity.span.start >= end.span.end
            and _CHANGE_BY.search(profile.text, end.span.end, quantity.span.start)
        )
        if not told or quantity.unit not in {"percent", "percentage_point", start.unit}:
            continue
        change = replace(quantity, movement=Movement.CHANGE, direction=trend(start, end))
        derived = derive(change, [start, end])
        if derived is not None and derived.outcome is Effect.OPPOSES:
            ends_shown = f"from {wording.amount(start.value, start)} to {wording.amount(end.value, end)}"
            right = wording.amount(derived.value.quantize(_TENTH).normalize(), quantity)
            why = f"{ends_shown} is a change of {right}, not {quantity.quote}"
            found.append(Finding(FindingKind.NUMBER, Effect.OPPOSES, why, quantity.span))
    return found


def _is_end(quantity: Quantity) -> bool:
    return quantity.high is None and not quantity.vague and quantity.hedge is Hedge.EXACT
