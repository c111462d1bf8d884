"""Holding a figure or a date of the article against one of a reference, with the reason in a sentence."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Direction, Hedge, Movement, Period, Quantity
from factcheck.quantities import tolerance, wording
from factcheck.quantities.clocks import HALF_OPEN
from factcheck.quantities.compare_dates import compare_days
from factcheck.quantities.comparison import Comparison
from factcheck.quantities.money import is_currency
from factcheck.quantities.tolerance import Allowed, allowed
from factcheck.quantities.wordlist import words

__all__ = ["Comparison", "comparable", "compare_periods", "compare_quantities"]

_POINTS = frozenset({"percentage_point", "point"})
_SHARES = frozenset({"percent", "percentage_point"})
_LOOKALIKES = (frozenset({"percent", *_POINTS}), frozenset({"watt", "kilowatt_hour"}))
"""Units that are told apart by a word that is easily lost; never accepted for one another."""


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether the two can be held against each other.

    True for one dimension, whatever the unit, and for units mistaken for one another (two currencies, per
    cent and percentage points, power and energy): comparing those finds the mistake. The size of a movement
    is not held against its start or end, nor the start against the end.
    """
    if a.movement is not None and b.movement is not None and a.movement is not b.movement:
        return False
    return _same_dimension(a, b) or _lookalike(a, b)


def _same_dimension(a: Quantity, b: Quantity) -> bool:
    if a.unit == b.unit or {a.unit, b.unit} <= _POINTS:
        return True
    units = {a.unit, b.unit}
    if units == {"percent", "ratio"}:
        share = a if a.unit == "percent" else b
        return share.movement is Movement.CHANGE
    if units == {"age", "count"}:
        return (a.noun or b.noun) is None
    if _without_unit(a, b):
        return True
    vague = next((q for q in (a, b) if q.vague and q.unit == "count" and q.noun is None), None)
    return vague is not None and any(is_currency(unit) for unit in units)


def _without_unit(a: Quantity, b: Quantity) -> bool:
    """Whether one is the other with its unit left out: "a record of 9.58", "9.58 seconds"."""
    bare, named = (a, b) if a.unit == "count" else (b, a)
    return (
        bare.unit == "count"
        and bare.noun is None
        and bare.step is not None
        and bare.step < 1
        and named.unit not in {"count", "ordinal", "score"}
        and not is_currency(named.unit)
        and bare.written == named.written
        and bare.high is None is named.high
    )


def _lookalike(a: Quantity, b: Quantity) -> bool:
    if is_currency(a.unit) and is_currency(b.unit):
        return True
    return any({a.unit, b.unit} <= alike for alike in _LOOKALIKES)


def compare_quantities(claim: Quantity, reference: Quantity) -> Comparison:  # noqa: C901, PLR0911 - one return per kind of comparison
    """Whether `claim` is right if `reference` is, by the annotation rules of the newsroom.

    Rounding is judged by the step as written, hedges bind on their side (`tolerance`), conversions at the
    precision written. A reference that is hedged or coarser than the claim settles nothing within its own
    tolerance: `OPEN`.
    """
    if not comparable(claim, reference):
        return _said(claim, reference, Effect.OPEN, FindingKind.UNIT, "they measure different things")
    if not _same_dimension(claim, reference):
        return _compare_lookalikes(claim, reference)
    if claim.per and reference.per and claim.per != reference.per and claim.value == reference.value:
        why = f"the figure is the same, but a {claim.per} is not a {reference.per}"
        kind = FindingKind.PERIOD if {claim.per, reference.per} <= _TIMES else FindingKind.UNIT
        return _said(claim, reference, Effect.OPPOSES, kind, why)
    if claim.per != reference.per and (why := _other_basis(claim, reference)):
        return _said(claim, reference, Effect.OPEN, FindingKind.PERIOD, why)
    if claim.unit != reference.unit and "ratio" in {claim.unit, reference.unit}:
        claim, reference = _as_change(claim), _as_change(reference)
    if claim.direction and reference.direction and claim.direction is not reference.direction:
        return _opposite(claim, reference)
    if claim.unit != reference.unit and _without_unit(claim, reference):
        return _said(
            claim, reference, Effect.AGREES, FindingKind.NUMBER, "the same figure, one without its unit"
        )
    if _other_unit(claim, reference):
        why = f"the figure is the same, but {_not_the_same(claim, reference)}"
        return _said(claim, reference, Effect.OPPOSES, FindingKind.UNIT, why)
    if claim.unit == "clock" and HALF_OPEN in {claim.written_unit, reference.written_unit}:
        claim, reference = _in_half_day(claim), _in_half_day(reference)
    if claim.unit == "ordinal":
        return _compare_ordinals(claim, reference)
    if claim.unit == "score":
        return _compare_scores(claim, reference)
    if claim.vague or claim.high is not None:
        return _compare_span(claim, reference)
    if _is_plain(reference):
        return _against_point(claim, reference)
    return _against_interval(claim, reference)


def _other_unit(claim: Quantity, reference: Quantity) -> bool:
    """Whether both write the same digits of one dimension in two units ("60 metres", "60 feet")."""
    return (
        claim.written is not None
        and claim.written == reference.written
        and None not in {claim.written_unit, reference.written_unit}
        and claim.written_unit != reference.written_unit
        and claim.unit == reference.unit
        and claim.value != reference.value
        and claim.high is None is reference.high
    )


def _in_half_day(quantity: Quantity) -> Quantity:
    """The time without its half of the day, which the other side does not tell."""
    high = None if quantity.high is None else quantity.high % _HALF_DAY
    return replace(quantity, value=quantity.value % _HALF_DAY, high=high)


_HALF_DAY = 12 * 60
_TIMES = frozenset(words("year month week day night hour minute second quarter decade season session"))


def _other_basis(claim: Quantity, reference: Quantity) -> str:
    """Why two figures are of another basis ("a year" against "a month", or against none), if they are."""
    if claim.per and reference.per:
        return f"one is for a {claim.per}, the other for a {reference.per}"
    basis = claim.per or reference.per
    if basis in _TIMES:
        return f"only {'the article' if claim.per else 'the reference'} says that it is for a {basis}"
    return ""


def _said(claim: Quantity, reference: Quantity, outcome: Effect, kind: FindingKind, why: str) -> Comparison:
    return Comparison(outcome, kind, f"{wording.both(claim, reference)}; {why}")


def _compare_lookalikes(claim: Quantity, reference: Quantity) -> Comparison:
    if is_currency(claim.unit):
        names = f"{claim.unit} is not {reference.unit}"
        same = claim.value == reference.value
    else:
        names = _not_the_same(claim, reference)
        same = claim.written is not None and claim.written == reference.written
        same = same or ({claim.unit, reference.unit} <= _SHARES and claim.value == reference.value)
    if same:
        return _said(
            claim, reference, Effect.OPPOSES, FindingKind.UNIT, f"the figure is the same, but {names}"
        )
    why = f"{names}, and one cannot be worked out from the other"
    return _said(claim, reference, Effect.OPEN, FindingKind.UNIT, why)


def _not_the_same(claim: Quantity, reference: Quantity) -> str:
    ours = _unit_name(claim)
    verb = "are" if ours == "feet" or (ours.endswith("s") and len(ours) > 3) else "is"
    return f"{ours} {verb} not {_unit_name(reference)}"


def _unit_name(quantity: Quantity) -> str:
    names = {"percent": "per cent", "percentage_point": "percentage points", "point": "points"}
    if quantity.written_unit == "basis point":
        return "basis points"
    return names.get(quantity.unit) or wording.plural(quantity.written_unit or quantity.unit, Decimal(2))


def _opposite(claim: Quantity, reference: Quantity) -> Comparison:
    names = {Direction.UP: "up", Direction.DOWN: "down"}
    up, down = names[claim.direction or Direction.UP], names[reference.direction or Direction.DOWN]
    why = f"the article has it going {up}, the reference {down}"
    return _said(claim, reference, Effect.OPPOSES, FindingKind.DIRECTION, why)


def _as_change(quantity: Quantity) -> Quantity:
    """A multiple as a change in per cent: doubled is up by 100%."""
    if quantity.unit != "ratio":
        return quantity
    step = quantity.step * 100 if quantity.step is not None else None
    return replace(
        quantity,
        value=(quantity.value - 1) * 100,
        step=step if step is not None else 10 * quantity.value,
        unit="percent",
        direction=quantity.direction or Direction.UP,
    )


def _compare_ordinals(claim: Quantity, reference: Quantity) -> Comparison:
    if claim.value == reference.value:
        return _said(claim, reference, Effect.AGREES, FindingKind.ORDINAL, "the same place")
    return _said(claim, reference, Effect.OPPOSES, FindingKind.ORDINAL, "another place")


def _compare_scores(claim: Quantity, reference: Quantity) -> Comparison:
    ours, theirs = (claim.value, claim.high), (reference.value, reference.high)
    if ours == theirs:
        return _said(claim, reference, Effect.AGREES, FindingKind.NUMBER, "the same score")
    if ours == theirs[::-1]:
        why = "the same score told from the other side"
        return _said(claim, reference, Effect.OPEN, FindingKind.NUMBER, why)
    return _said(claim, reference, Effect.OPPOSES, FindingKind.NUMBER, "another score")


def _is_plain(quantity: Quantity) -> bool:
    return quantity.hedge is Hedge.EXACT and quantity.high is None and not quantity.vague


def _compare_span(claim: Quantity, reference: Quantity) -> Comparison:
    """A range or a vague plural of the article against whatever the reference says."""
    low, high = claim.value, claim.high if claim.high is not None else claim.value
    vague_slack = low / 2 if claim.vague else low
    if _is_plain(reference):
        value = reference.value
        if low <= value <= high:
            why = f"{wording.amount(value, claim)} lies within it"
            return _said(claim, reference, Effect.AGREES, FindingKind.NUMBER, why)
        if claim.vague and vague_slack <= value < low:
            return _said(
                claim, reference, Effect.OPEN, FindingKind.NUMBER, "that is fewer than the words suggest"
            )
        if claim.vague and high < value <= high * 10 and "of" not in claim.quote.split():
            return _said(
                claim, reference, Effect.OPEN, FindingKind.NUMBER, "that is more than the words suggest"
            )
        why = f"{wording.amount(value, claim)} lies outside it"
        return _said(claim, reference, Effect.OPPOSES, FindingKind.NUMBER, why)
    theirs = allowed(reference)
    if low <= theirs.low and theirs.high <= high:
        return _said(claim, reference, Effect.AGREES, FindingKind.NUMBER, "the reference lies within it")
    if theirs.high < low or high < theirs.low:
        return _said(claim, reference, Effect.OPPOSES, FindingKind.NUMBER, "the two do not meet")
    return _said(claim, reference, Effect.OPEN, FindingKind.NUMBER, "the reference may lie within it or not")


def _against_point(claim: Quantity, reference: Quantity) -> Comparison:
    """The article's figure against a plain figure of the reference."""
    ours, value = allowed(claim), reference.value
    kind = FindingKind.NUMBER if claim.hedge is Hedge.EXACT else FindingKind.HEDGE
    if ours.holds(value):
        if _is_far(claim, value):
            why = "it holds, but the figure is so far away that the words mislead"
            return _said(claim, reference, Effect.OPEN, kind, why)
        return _said(claim, reference, Effect.AGREES, kind, _agreement(claim, reference))
    if claim.hedge is Hedge.NEARLY and value == claim.value:
        return _said(claim, reference, Effect.OPEN, kind, f"“{claim.quote}” means a little less than that")
    if ours.may_hold(value):
        why = f"whether “{claim.quote}” covers {_in_claim_unit(claim, value)} is for a person to say"
        return _said(claim, reference, Effect.OPEN, kind, why)
    if _too_coarse(claim, reference, ours):
        why = f"the reference is rounded to {wording.amount(_step(reference), reference)} and cannot tell"
        return _said(claim, reference, Effect.OPEN, FindingKind.NUMBER, why)
    return _wrong(claim, reference, kind)


def _step(quantity: Quantity) -> Decimal:
    return quantity.step if quantity.step is not None else Decimal(0)


def _in_claim_unit(claim: Quantity, value: Decimal) -> str:
    return wording.amount(value, claim)


def _is_far(claim: Quantity, value: Decimal) -> bool:
    """Whether a one-sided bound is met from very far away."""
    if claim.hedge in {Hedge.OVER, Hedge.AT_LEAST}:
        return claim.value > 0 and value > claim.value * tolerance.FAR
    if claim.hedge in {Hedge.UNDER, Hedge.AT_MOST}:
        return claim.value > 0 and value * tolerance.FAR < claim.value
    return False


def _too_coarse(claim: Quantity, reference: Quantity, ours: Allowed) -> bool:
    """Whether the reference's own rounding leaves room for the article's finer figure."""
    if reference.step is None or claim.step is None or claim.step >= reference.step:
        return False
    half = reference.step / 2
    return ours.overlaps(Allowed(reference.value - half, reference.value + half, Decimal(0), Decimal(0)))


def _agreement(claim: Quantity, reference: Quantity) -> str:
    value = _in_claim_unit(claim, reference.value)
    if claim.hedge is not Hedge.EXACT:
        return f"“{claim.quote}” holds for {value}"
    if claim.value == reference.value:
        same = claim.written_unit == reference.written_unit
        return "the same figure" if same else "the same once converted"
    if claim.step is None or not any(character.isdigit() for character in claim.quote):
        return f"“{claim.quote}” is near enough to {value}"
    return f"“{claim.quote}” is its correct rounding"


_SIDES = {
    Hedge.NEARLY: "it must be a little below {figure}",
    Hedge.JUST_OVER: "it must be a little above {figure}",
    Hedge.OVER: "it must be above {figure}",
    Hedge.UNDER: "it must be below {figure}",
    Hedge.AT_LEAST: "it must be {figure} or more",
    Hedge.AT_MOST: "it must be {figure} or less",
    Hedge.ABOUT: "that is not within a few per cent of {figure}",
}


def _wrong(claim: Quantity, reference: Quantity, kind: FindingKind) -> Comparison:
    factor = _power_of_ten(claim.value, reference.value)
    if factor:
        return replace(_said(claim, reference, Effect.OPPOSES, FindingKind.NUMBER, factor), slip=True)
    shown = wording.amount(claim.value, claim)
    if claim.hedge is not Hedge.EXACT:
        near = reference.value <= claim.value * 2 and claim.value <= reference.value * 2
        why = f"for “{claim.quote}” {_SIDES[claim.hedge].format(figure=shown)}"
        return _said(claim, reference, Effect.OPPOSES, kind if near else FindingKind.NUMBER, why)
    if claim.step is None:
        return _said(claim, reference, Effect.OPPOSES, kind, f"“{claim.quote}” is another figure")
    difference = abs(claim.value - reference.value)
    if claim.unit == reference.unit and _rounds(claim, reference):
        right = _rounded(reference.value, claim.step)
        why = f"rounded as the article rounds, it would be {wording.amount(right, claim)}"
    else:
        gap = wording.gap(difference, claim if claim.unit != "degree_celsius" else reference)
        why = f"they differ by {gap}" if claim.unit not in {"degree_celsius", "clock"} else "they differ"
    return _said(claim, reference, Effect.OPPOSES, kind, why)


def _rounds(claim: Quantity, reference: Quantity) -> bool:
    """Whether it helps to show the reference rounded: it has digits that the article leaves out."""
    return claim.step is not None and reference.step is not None and reference.step < claim.step


def _rounded(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).to_integral_value(rounding=ROUND_HALF_UP) * step


def _power_of_ten(claim: Decimal, reference: Decimal) -> str:
    """ "ten times too much" where the digits are the same and only the magnitude differs."""
    if claim <= 0 or reference <= 0:
        return ""
    ratio = claim / reference if claim > reference else reference / claim
    for power, name in ((1, "ten"), (2, "a hundred"), (3, "a thousand"), (6, "a million")):
        if abs(ratio / Decimal(10) ** power - 1) <= Decimal("0.08"):
            return f"the article has about {name} times too {'much' if claim > reference else 'little'}"
    return ""


def _against_interval(claim: Quantity, reference: Quantity) -> Comparison:
    """The article's figure against a hedged, vague or ranged one of the reference."""
    kind = FindingKind.NUMBER if claim.hedge is Hedge.EXACT else FindingKind.HEDGE
    same = claim.value == reference.value and reference.high is None
    if same and (
        claim.hedge is reference.hedge or (reference.hedge is Hedge.ABOUT and claim.hedge is Hedge.EXACT)
    ):
        return _said(claim, reference, Effect.AGREES, kind, "the same figure")
    if same and {claim.hedge, reference.hedge} <= {Hedge.OVER, Hedge.JUST_OVER} and claim.hedge is Hedge.OVER:
        return _said(claim, reference, Effect.AGREES, kind, "the same side of the same figure")
    if _other_bound(claim, reference):
        return _said(claim, reference, Effect.OPPOSES, kind, "the bound is another figure")
    ours, theirs = allowed(claim), allowed(reference)
    if ours.covers(theirs):
        if reference.high is None and _is_far(claim, reference.value):
            why = "it holds, but the figure is so far away that the words mislead"
            return _said(claim, reference, Effect.OPEN, kind, why)
        return _said(claim, reference, Effect.AGREES, kind, "whatever the reference allows fits")
    if ours.overlaps(theirs):
        return _said(
            claim, reference, Effect.OPEN, kind, f"“{reference.quote}” is not exact enough to settle it"
        )
    if claim.hedge is Hedge.EXACT:
        kind = FindingKind.NUMBER
    why = f"“{reference.quote}” leaves no room for “{claim.quote}”"
    return _said(claim, reference, Effect.OPPOSES, kind, why)


_BOUNDS = frozenset({Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST})


def _other_bound(claim: Quantity, reference: Quantity) -> bool:
    """Whether both give one bound in the same words, written alike, but with another figure."""
    return (
        claim.hedge is reference.hedge
        and claim.hedge in _BOUNDS
        and claim.written_unit == reference.written_unit
        and claim.step is not None
        and claim.step == reference.step
        and claim.value != reference.value
    )


def compare_periods(claim: Period, reference: Period) -> Comparison:
    """Whether the article's date or period is right if the reference's is.

    Same days, or the reference's days inside the article's period: `AGREES`. Days, months and seasons that
    exclude each other: `OPPOSES` with kind `DATE`. Other periods that do not meet are another period, not a
    mistake for sure: `OPEN` with kind `PERIOD`. Where a year is unknown, month and day alone are compared.
    """
    return compare_days(claim, reference)
