"""Rules on quantities: each of the claim's against the likest of the reference."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Hedge, Quantity
from factcheck.quantities import wording
from factcheck.quantities.compare import Comparison, comparable, compare_quantities
from factcheck.quantities.derive import Derivation, derive
from factcheck.quantities.left_out import lent_units
from factcheck.quantities.mistaken_units import is_mistaken_for
from factcheck.quantities.percent_points import points_for_percent
from factcheck.quantities.workings import Working, work_out
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.asked import as_meant, asked_for
from factcheck.verdict.crossed import crossed
from factcheck.verdict.dates import same_period
from factcheck.verdict.fit import fit, is_margin, is_of_another_part, is_offset, same_owner
from factcheck.verdict.own_sums import claim_arithmetic
from factcheck.verdict.parts import Profile
from factcheck.verdict.same_thing import SMALL, is_carried, is_same_thing
from factcheck.verdict.specifics import is_telling
from factcheck.verdict.stories import in_the_end

LONE_FIGURE = 0.75
"""Added to the fit of two figures that are the only ones of their unit on both sides."""

FAR_APART = 50
"""Two figures of which one is so many times the other are no slip of each other."""

AGREED, BOUND_MET = 1.5, 0.25
"""Added to the fit of a figure that agrees: a bound is met by so many figures that it says little."""

SURE = 3.0
"""From this fit on two figures are surely of one measure, and no figure of another unit is looked for."""

_AND_A = re.compile(r"\band an?\s*$")
"""Before "half" in "a month and a half"."""

_LOOSE = re.compile(r"[^.;]{0,30}\b(?:to the nearest|give or take|in round (?:figures|numbers)|rounded)\b")

_BOUNDS = frozenset({Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST})
_ORDER = {Effect.AGREES: 0, Effect.OPPOSES: 1, Effect.OPEN: 2}


def quantities(alignment: Alignment) -> list[Finding]:
    """One finding for each quantity of the claim, and one for each that belongs to another name or period."""
    found = []
    own = {finding.claim_span: finding for finding in claim_arithmetic(alignment.claim)}
    held = [
        (mine, *_against_itself(own.get(mine.span), *_quantity(mine, alignment)))
        for mine in alignment.claim.quantities
    ]
    across = {f.claim_span: f for f in crossed(alignment.claim, alignment.reference)}
    for mine, finding, theirs in held:
        if mine.span in across:
            found.append(across[mine.span])
            continue
        if finding.effect is Effect.OPPOSES and theirs is not None and _taken(mine, theirs, held, alignment):
            found.append(replace(finding, effect=Effect.OPEN))
            continue
        if finding.effect is Effect.AGREES and theirs is not None and _better(mine, theirs, held):
            nothing = f"the reference has no figure of its own for “{mine.quote}”"
            found.append(Finding(FindingKind.EXTRA_DETAIL, Effect.OPEN, nothing, mine.span))
            continue
        found.append(finding)
        if finding.effect is Effect.AGREES and theirs is not None and not alignment.verbatim:
            found.extend(_belongs_elsewhere(mine, theirs, alignment))
    return found


def _against_itself(
    own: Finding | None, finding: Finding, theirs: Quantity | None
) -> tuple[Finding, Quantity | None]:
    """A sum of the claim that is wrong in itself, unless the reference says the same."""
    if own is None or finding.effect is Effect.AGREES:
        return finding, theirs
    return own, None


def _taken(
    mine: Quantity,
    theirs: Quantity,
    held: Sequence[tuple[Quantity, Finding, Quantity | None]],
    alignment: Alignment,
) -> bool:
    """Whether the reference's figure answers to another of the claim's, which agrees or is the likelier."""

    def likely(quantity: Quantity) -> tuple[float, Decimal]:
        return fit(quantity, theirs, alignment), -abs(quantity.value - theirs.value)

    return any(
        finding.effect is Effect.AGREES or (finding.effect is Effect.OPPOSES and likely(other) > likely(mine))
        for other, finding, place in held
        if place is theirs and other is not mine
    )


def _better(
    mine: Quantity, theirs: Quantity, held: Sequence[tuple[Quantity, Finding, Quantity | None]]
) -> bool:
    """Whether another figure of the claim is the reference's exactly, where `mine` only comes near it."""
    return mine.value != theirs.value and any(
        place is theirs and other is not mine and other.value == theirs.value and other.unit == mine.unit
        for other, finding, place in held
        if finding.effect is Effect.AGREES
    )


def _belongs_elsewhere(mine: Quantity, theirs: Quantity, alignment: Alignment) -> list[Finding]:
    """Whether the reference gives this figure for another name or period than the claim does.

    Asked only where the reference has a second figure of the kind that the name or period might go with.
    """
    claim, reference = alignment.claim, alignment.reference
    rivals = [
        q for q in reference.quantities if q is not theirs and q.value != theirs.value and comparable(mine, q)
    ]
    if not rivals:
        return []
    owned = same_owner(mine, theirs, alignment)
    if owned:
        return []
    if owned is False and all(place in alignment.words for place in claim.owner(mine)[:1]):
        own, other = claim.words[claim.owner(mine)[0]], reference.words[reference.owner(theirs)[0]]
        return [
            Finding(
                FindingKind.ROLE,
                Effect.OPEN,
                f"the reference gives {theirs.quote} for “{other.span.of(reference.text)}”, "
                f"the article for “{own.span.of(claim.text)}”",
                mine.span,
                other.span,
            )
        ]
    name = _nearest([n.span for n in claim.names], mine.span)
    if name is not None and alignment.names.get(name, -1) >= 0 and len(claim.quantities) > 1:
        place = alignment.names[name]
        beside = _nearest([n.span for n in reference.names], theirs.span)
        if beside is not None and beside != place and beside in alignment.names.values():
            rival = reference.names[beside].span
            return [
                Finding(
                    FindingKind.ROLE,
                    Effect.OPEN,
                    f"the reference gives {theirs.quote} beside “{rival.of(reference.text)}”, "
                    f"the article beside “{claim.names[name].span.of(claim.text)}”",
                    mine.span,
                    rival,
                )
            ]
    mine_next, next_there = _name_behind(claim, mine.span), _name_behind(reference, theirs.span)
    if mine_next is not None and next_there is not None:
        place = alignment.names.get(mine_next, -1)
        if place >= 0 and place != next_there and next_there in alignment.names.values():
            rival = reference.names[next_there].span
            told = claim.names[mine_next].span.of(claim.text)
            why = f"{mine.quote} goes with “{rival.of(reference.text)}” in the reference, here with “{told}”"
            return [Finding(FindingKind.ROLE, Effect.OPEN, why, mine.span, rival)]
    for period in claim.periods:
        for other_period in reference.periods:
            if not same_period(period, other_period):
                continue
            distance = _distance(theirs.span, other_period.span)
            nearer = next((q for q in rivals if _distance(q.span, other_period.span) < distance), None)
            if nearer is not None:
                return [
                    Finding(
                        FindingKind.PERIOD,
                        Effect.OPEN,
                        f"“{other_period.quote}” may go with {nearer.quote} in the reference",
                        period.span,
                        other_period.span,
                    )
                ]
    return []


def _name_behind(profile: Profile, span: Span) -> int | None:
    """The name that follows the figure before any other figure does."""
    end = min(
        (q.span.start for q in profile.quantities if q.span.start >= span.end), default=len(profile.text)
    )
    return next((n for n, name in enumerate(profile.names) if span.end <= name.start < end), None)


def _nearest(spans: list[Span], to: Span) -> int | None:
    return min(range(len(spans)), key=lambda n: _distance(spans[n], to), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _quantity(mine: Quantity, alignment: Alignment) -> tuple[Finding, Quantity | None]:  # noqa: PLR0911 - one return per way to settle it
    claim, reference = alignment.claim, alignment.reference
    both = _both_ends(mine, reference)
    if both is not None:
        return both, None
    end = in_the_end(mine, alignment)
    if end is not None:
        return end, None
    offset = is_offset(mine, claim.text)
    margin = derive(mine, reference.quantities) if is_margin(mine, claim.text) else None
    if margin is not None and margin.outcome is not Effect.OPPOSES:
        return _found(margin, mine, None), None
    best = _likest(mine, alignment, offset=offset)
    if best is not None and best.comparison.outcome is Effect.AGREES:
        return _found(best.comparison, mine, best.theirs.span), best.theirs
    follows = margin or (None if offset else _follows(mine, alignment))
    if follows is not None:
        return _found(follows, mine, None), None
    worked = _worked(mine, alignment)
    if worked is not None:
        effect = Effect.OPEN if worked.by_chance else Effect.AGREES
        return Finding(FindingKind.NUMBER, effect, worked.message, mine.span), None
    slip = points_for_percent(mine, _figures(reference))
    if slip is not None and (best is None or best.sure < SURE):
        place = Span(slip.start.span.start, slip.start.span.end)
        return Finding(FindingKind.UNIT, Effect.OPPOSES, slip.message, mine.span, place), None
    derived = derive(mine, reference.quantities) if not offset else None
    if derived is not None and derived.outcome is Effect.OPPOSES and _is_meant(derived, mine, alignment):
        return _found(derived, mine, None), None
    other = _in_another_unit(mine, alignment) if best is None or best.sure < SURE else None
    if other is not None:
        return other, None
    if best is None:
        nothing = f"the reference has no figure to hold against “{mine.quote}”"
        return Finding(FindingKind.EXTRA_DETAIL, Effect.OPEN, nothing, mine.span), None
    finding = _settled(best.comparison, mine, best.theirs, alignment)
    if finding.effect is Effect.OPPOSES and not is_same_thing(mine, best.theirs, best.comparison, alignment):
        return replace(finding, effect=Effect.OPEN), best.theirs
    return finding, best.theirs


@dataclass(frozen=True, slots=True)
class _Held:
    """A figure of the reference held against one of the claim."""

    rank: float
    sure: float
    theirs: Quantity
    comparison: Comparison


def _likest(mine: Quantity, alignment: Alignment, *, offset: bool) -> _Held | None:
    """The figure of the reference that the claim's most likely answers to, its unit written or left out."""
    claim, reference = alignment.claim, alignment.reference
    ours = [as_meant(mine, claim.text), *_lent(mine, claim)]
    ranked = []
    for theirs in reference.quantities:
        if offset != is_offset(theirs, reference.text):
            continue
        read = [
            (one, other)
            for one in ours
            for other in (as_meant(theirs, reference.text), *_lent(theirs, reference))
            if comparable(one, other)
        ]
        if not read:
            continue
        compared = [compare_quantities(one, other) for one, other in read]
        comparison = min(compared, key=lambda one: _ORDER[one.outcome])
        sure = fit(mine, theirs, alignment) + LONE_FIGURE * _alone(mine, claim, reference)
        agreed = comparison.outcome is Effect.AGREES
        exact = agreed and mine.value == theirs.value and is_telling(mine)
        same_digits = AGREED * _same_digits(mine, theirs)
        bonus = (
            same_digits
            if not agreed
            else (BOUND_MET if mine.hedge in _BOUNDS else AGREED) * agreed + AGREED * exact
        )
        ranked.append(_Held(sure + bonus, sure, theirs, comparison))
    return max(ranked, key=lambda held: held.rank, default=None)


def _same_digits(mine: Quantity, theirs: Quantity) -> bool:
    """Whether both are written with the same digits, whatever the unit; small numbers are by chance."""
    return mine.written is not None and mine.written == theirs.written and mine.written > SMALL


def _lent(quantity: Quantity, side: Profile) -> list[Quantity]:
    """The quantity with the unit of its neighbour, where its own is left out."""
    place = next((n for n, q in enumerate(side.quantities) if q is quantity), None)
    lent = lent_units(side.quantities)[place] if place is not None else None
    return [lent] if lent is not None else []


def _figures(reference: Profile) -> tuple[Quantity, ...]:
    """The figures of the reference, those without a unit both as they stand and with their neighbour's."""
    return tuple(
        lent or q for q, lent in zip(reference.quantities, lent_units(reference.quantities), strict=True)
    )


def _follows(mine: Quantity, alignment: Alignment) -> Derivation | None:
    """What the reference says outright of two figures and gives the claim's, units left out or not."""
    for figures in (alignment.reference.quantities, _figures(alignment.reference)):
        found = derive(mine, figures)
        if found is not None and found.outcome is Effect.AGREES:
            return found
    return None


def _worked(mine: Quantity, alignment: Alignment) -> Working | None:
    spoken = alignment.claim.tokens | alignment.reference.tokens
    for one in (mine, *_lent(mine, alignment.claim)):
        for figures in (alignment.reference.quantities, _figures(alignment.reference)):
            found = work_out(one, figures, spoken)
            if found is not None:
                return found
    return None


def _is_meant(derived: Derivation, mine: Quantity, alignment: Alignment) -> bool:
    """Whether the claim's figure is of the kind that the sum makes, so that a wrong result is a mistake."""
    claim, reference = alignment.claim, alignment.reference
    stated = any(
        mine.value in (q.value, q.high) and mine.unit in (q.unit, "count") for q in reference.quantities
    )
    if stated or _AND_A.search(claim.text, 0, mine.span.start):
        return False
    return derived.named or (derived.operation in asked_for(mine, claim.text) and is_carried(mine, alignment))


def _in_another_unit(mine: Quantity, alignment: Alignment) -> Finding | None:
    """The reference's figure with the same digits, but of another unit: "5,500 gallons", "5,500 litres"."""
    if mine.written is None or mine.vague or (mine.unit, mine.noun) == ("count", None):
        return None
    for theirs in alignment.reference.quantities:
        same = theirs.written == mine.written and theirs.high is None is mine.high
        if not same or comparable(mine, theirs) or not is_mistaken_for(mine, theirs):
            continue
        ours, others = wording.figure(mine), wording.figure(theirs)
        if mine.unit == "count" or theirs.unit == "count":
            ours, others = f"“{mine.quote}”", f"“{theirs.quote}”"
        why = f"article says {ours}, reference says {others}; the figure is the same, the unit is not"
        comparison = Comparison(Effect.OPPOSES, FindingKind.UNIT, why)
        effect = Effect.OPPOSES if is_same_thing(mine, theirs, comparison, alignment) else Effect.OPEN
        return Finding(FindingKind.UNIT, effect, why, mine.span, theirs.span)
    return None


def _both_ends(mine: Quantity, reference: Profile) -> Finding | None:
    """ "90.8% to 91.8%" where the reference gives either end as a figure of its own."""
    if mine.high is None or mine.vague or mine.unit == "score":
        return None
    ends = {q.value: q for q in reference.quantities if q.unit == mine.unit and q.high is None}
    if mine.value not in ends or mine.high not in ends:
        return None
    low, high = ends[mine.value], ends[mine.high]
    why = f"the reference gives {low.quote} and {high.quote}"
    return Finding(FindingKind.NUMBER, Effect.AGREES, why, mine.span, low.span)


def _settled(comparison: Comparison, mine: Quantity, theirs: Quantity, alignment: Alignment) -> Finding:
    """The comparison as a finding; another owner's figure, or one of a part, excludes nothing."""
    finding = _found(comparison, mine, theirs.span)
    if finding.kind is FindingKind.PERIOD and _over_a_term(mine, theirs, alignment.reference):
        return replace(finding, effect=Effect.OPPOSES)
    if finding.effect is not Effect.OPPOSES:
        return finding
    if (
        _LOOSE.match(alignment.claim.text, mine.span.end)
        and abs(mine.value - theirs.value) * 10 <= mine.value
    ):
        why = f"{finding.message}; the article says that it is rounded"
        return replace(finding, effect=Effect.OPEN, message=why)
    if same_owner(mine, theirs, alignment) is False and not _same_digits(mine, theirs):
        reference = alignment.reference
        owner = reference.words[reference.owner(theirs)[0]].span.of(reference.text)
        why = f"{finding.message}; but that is the figure of “{owner}”"
        return replace(finding, effect=Effect.OPEN, message=why)
    if finding.kind is not FindingKind.UNIT and _is_beyond_a_slip(mine, theirs):
        why = f"{finding.message}; so far apart that they must measure different things"
        return replace(finding, effect=Effect.OPEN, message=why)
    if is_of_another_part(mine, theirs):
        why = f"{finding.message}; but one counts a part of what the other counts"
        return replace(finding, effect=Effect.OPEN, message=why)
    return finding


def _over_a_term(mine: Quantity, theirs: Quantity, reference: Profile) -> bool:
    """Whether "£14m a year" is the reference's "£14m over seven years"."""
    return (
        mine.per is not None
        and theirs.per is None
        and (mine.value, mine.unit) == (theirs.value, theirs.unit)
        and any(q.unit == "second" for q in reference.quantities)
    )


def _is_beyond_a_slip(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the two are further apart than figures of one thing get, and not by a power of ten."""
    low, high = sorted((abs(mine.value), abs(theirs.value)))
    if mine.unit != theirs.unit or mine.vague or theirs.vague or low == 0 or high < FAR_APART * low:
        return False
    factor = high / low
    return not any(abs(factor / Decimal(10) ** power - 1) <= Decimal("0.1") for power in (2, 3, 4, 5, 6, 9))


def _alone(mine: Quantity, claim: Profile, reference: Profile) -> bool:
    """Whether each side has just one figure of the unit; counts may count anything and are never alone."""
    if mine.unit == "count":
        return False
    return all(sum(q.unit == mine.unit for q in side.quantities) == 1 for side in (claim, reference))


def _found(result: Comparison | Derivation, mine: Quantity, span: Span | None) -> Finding:
    return Finding(result.kind, result.outcome, result.message, mine.span, span)
