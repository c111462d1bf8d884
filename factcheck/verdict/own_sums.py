"""Figures of one sentence that do not fit each other: "fell 40%, from 12 to 9"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Hedge, Movement, Quantity
from factcheck.quantities import wording
from factcheck.quantities.arithmetic import Operation
from factcheck.quantities.compare import comparable
from factcheck.quantities.derive import derive
from factcheck.quantities.left_out import lent_units
from factcheck.quantities.tolerance import allowed
from factcheck.verdict.asked import asked_for
from factcheck.verdict.parts import Profile

_MOST_FIGURES = 6
_BREATH = 90
"""Characters in which a change and its two ends stand."""
_TURN = re.compile(r"[;:]|,? (?:and|but|while|whereas|rather than|not by) ")
_THAN = re.compile(r"\W*(?:\w+\W+){0,3}than\b")
_ALIKE = 10
"""Two figures of which one is more than so many times the other are hardly set against each other."""
_NEVER = frozenset({"ordinal", "score", "clock", "second", "age"})


def claim_arithmetic(profile: Profile) -> list[Finding]:
    """What the sentence says of itself and cannot be, each with the sum; needs no reference.

    A change that its own two ends do not give, a difference of the two figures beside it, a total of those
    beside it. Nothing is said where the sentence holds more figures than can be told apart.
    """
    figures = [lent or q for q, lent in zip(profile.quantities, lent_units(profile.quantities), strict=True)]
    if not 3 <= len(figures) <= _MOST_FIGURES:
        return []
    return [found for place in range(len(figures)) for found in _checked(place, figures, profile)]


def _checked(place: int, figures: list[Quantity], profile: Profile) -> Iterator[Finding]:
    mine = figures[place]
    others = figures[:place] + figures[place + 1 :]
    asked = asked_for(mine, profile.text)
    ends = {q.movement for q in others}
    if mine.movement is Movement.CHANGE and {Movement.BEFORE, Movement.AFTER} <= ends:
        derived = derive(mine, others) if _stand_together(mine, others, profile.text) else None
        if derived is not None and derived.named and derived.outcome is Effect.OPPOSES:
            yield Finding(derived.kind, Effect.OPPOSES, derived.message, profile.quantities[place].span)
        return
    if _THAN.match(profile.text, mine.span.end):
        # "three more than last year" holds against what is not told.
        return
    if mine.unit in _NEVER or mine.high is not None or mine.vague or mine.unit == "percent":
        return
    alike = [q for q in others if _adds(mine, q)]
    wrong = None
    if Operation.SUM in asked and len(alike) >= 2 and len(alike) == len(others):
        wrong = _total(mine, alike)
    elif Operation.DIFFERENCE in asked and len(alike) == 2 and mine.movement is not Movement.AFTER:
        wrong = _difference(mine, alike[0], alike[1])
    if wrong is not None:
        message = f"{wrong}; the article says {wording.figure(mine)}, which does not follow"
        yield Finding(FindingKind.NUMBER, Effect.OPPOSES, message, profile.quantities[place].span)


def _stand_together(mine: Quantity, others: list[Quantity], text: str) -> bool:
    """Whether the change and its two ends are told in one breath, with no other verb between."""
    if mine.unit == "ratio":
        return False
    ends = [q for q in others if q.movement in (Movement.BEFORE, Movement.AFTER)]
    start = min(q.span.start for q in (mine, *ends))
    end = max(q.span.end for q in (mine, *ends))
    return len(ends) == 2 and end - start <= _BREATH and _TURN.search(text, start, end) is None


def _adds(mine: Quantity, other: Quantity) -> bool:
    """Whether the two are of one kind that adds up: exact figures of a unit, counts of one noun."""
    if other.unit != mine.unit or other.high is not None or other.vague or other.hedge is not Hedge.EXACT:
        return False
    nouns = {mine.noun, other.noun} - {None}
    return comparable(mine, other) and len(nouns) <= 1 and mine.per == other.per


def _total(mine: Quantity, parts: list[Quantity]) -> str | None:
    """The sum of the parts where neither all of them nor any two make the total."""
    fits = allowed(mine)
    total = sum((q.value for q in parts), Decimal(0))
    reached = [total, *(a.value + b.value for a, b in combinations(parts, 2))]
    rounding = sum((q.step / 2 for q in parts if q.step), Decimal(0))
    if any(fits.may_hold(value) or abs(value - mine.value) <= rounding for value in reached):
        return None
    if mine.value <= max(q.value for q in parts) or min(q.value for q in parts) * _ALIKE < mine.value:
        # What is less than a part of it is no total of these.
        return None
    shown = " + ".join(wording.amount(q.value, q) for q in parts)
    return f"{shown} = {wording.amount(total, mine)}"


def _difference(mine: Quantity, a: Quantity, b: Quantity) -> str | None:
    high, low = (a, b) if a.value >= b.value else (b, a)
    apart = high.value - low.value
    rounding = (high.step or Decimal(0)) / 2 + (low.step or Decimal(0)) / 2
    exact = mine.unit == "count" and high.step == 1 == low.step
    if not apart / _ALIKE < mine.value < apart * _ALIKE or low.value * _ALIKE < high.value:
        return None
    if mine.value >= high.value or allowed(mine).may_hold(apart):
        return None
    if not exact and abs(apart - mine.value) <= rounding:
        return None
    shown = f"{wording.amount(high.value, high)} − {wording.amount(low.value, low)}"
    return f"{shown} = {wording.amount(apart, mine)}"
