"""What each side says where references disagree, and why the two may differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.domain.articles import Span
from factcheck.domain.evidence import (
    Account,
    Disagreement,
    Effect,
    Evidence,
    Reference,
    Relation,
    SourceKind,
)
from factcheck.domain.quantities import Grain, Hedge, Quantity
from factcheck.quantities import wording
from factcheck.quantities.money import is_currency
from factcheck.verdict.alignment import Alignment, same_name
from factcheck.verdict.dates import same_period
from factcheck.verdict.marks import SCOPE
from factcheck.verdict.outranking import told_on
from factcheck.verdict.parts import Profile

MOST_REASONS = 6
"""More sentences than this on why the sides may differ are not read."""

_STAGE = SCOPE + "stage"
_GRAINS = {
    Grain.DAY: "a day",
    Grain.WEEK: "a week",
    Grain.MONTH: "a month",
    Grain.QUARTER: "a quarter",
    Grain.HALF: "half a year",
    Grain.YEAR: "a year",
    Grain.DECADE: "a decade",
}
_UNITS = {"percent": "per cent", "percentage_point": "percentage points", "point": "points", "age": "years"}


@dataclass(frozen=True, slots=True)
class _Said:
    """One reference's own part in the matter."""

    evidence: Evidence
    profile: Profile
    span: Span | None
    quantity: Quantity | None

    @property
    def reference(self) -> Reference:
        return self.evidence.reference

    @property
    def account(self) -> Account:
        own = self.span.of(self.profile.text) if self.span is not None else ""
        return Account(
            self.reference.id,
            told_on(self.reference),
            self.quantity.quote if self.quantity is not None else own,
            _unit(self.quantity) if self.quantity is not None else "",
            ", ".join(wording.days(period) for period in self.profile.periods),
            ", ".join(dict.fromkeys(m.value for m in self.profile.marks if m.topic.startswith(SCOPE))),
        )


def disagreement(evidence: Sequence[Evidence], laid: Sequence[Alignment]) -> Disagreement | None:
    """Both sides of what the references say of a claim; None where they do not disagree.

    `laid[i]` is how `evidence[i]` lies beside the claim. In which order they come is no matter.
    """
    said = [_said(one, alignment) for one, alignment in zip(evidence, laid, strict=True)]
    supporting = _side(said, Relation.SUPPORTS)
    contradicting = _side(said, Relation.CONTRADICTS)
    if not supporting or not contradicting:
        return None
    reasons = (why for one in supporting for other in contradicting for why in _differences(one, other))
    return Disagreement(
        tuple(one.account for one in supporting),
        tuple(one.account for one in contradicting),
        tuple(dict.fromkeys(reasons))[:MOST_REASONS],
    )


def others_agreeing(best: Evidence, supporting: Sequence[Evidence]) -> str:
    """ " and 2 others": how many other publishers support what `best` supports; empty for none."""
    publishers = {one.reference.source.publisher.casefold() for one in supporting}
    others = len(publishers - {best.reference.source.publisher.casefold()})
    return "" if others == 0 else f" and {others} other{'s' if others > 1 else ''}"


def _side(said: Sequence[_Said], relation: Relation) -> list[_Said]:
    mine = [one for one in said if one.evidence.relation is relation]

    def weight(one: _Said) -> float:
        return one.evidence.p_supports if relation is Relation.SUPPORTS else one.evidence.p_contradicts

    return sorted(mine, key=lambda one: (-weight(one), one.reference.id))


def _said(evidence: Evidence, alignment: Alignment) -> _Said:
    """With the words of the reference that settle it: a figure before anything else."""
    telling = Effect.OPPOSES if evidence.relation is Relation.CONTRADICTS else Effect.AGREES
    spans = [
        f.reference_span for f in evidence.findings if f.effect is telling and f.reference_span is not None
    ]
    quantities = alignment.reference.quantities
    counted = next((q for span in spans for q in quantities if q.span.overlaps(span)), None)
    if counted is None and len(quantities) == 1:
        (counted,) = quantities
    span = counted.span if counted is not None else next(iter(spans), None)
    return _Said(evidence, alignment.reference, span, counted)


def _unit(quantity: Quantity) -> str:
    basis = f" a {quantity.per}" if quantity.per else ""
    if quantity.unit == "count":
        named = wording.plural(quantity.noun, quantity.value) if quantity.noun else ""
    elif quantity.unit in _UNITS or is_currency(quantity.unit):
        named = _UNITS.get(quantity.unit, quantity.unit)
    elif quantity.unit in ("ordinal", "score", "clock", "ratio"):
        named = ""
    else:
        named = wording.plural(quantity.written_unit or quantity.unit, quantity.value)
    return f"{named}{basis}".strip()


def _differences(one: _Said, other: _Said) -> Iterator[str]:
    """Sentences on what sets the two apart; the first is the supporting one."""
    yield from _times(one.profile, other.profile)
    yield from _scopes(one.profile, other.profile)
    yield from _names(one.profile, other.profile)
    yield from _figures(one.quantity, other.quantity)
    told, later = told_on(one.reference), told_on(other.reference)
    if told is not None and later is not None and told != later:
        yield f"One is of {wording.day(told)}, the other of {wording.day(later)}."
    kinds = (one.reference.source.kind, other.reference.source.kind)
    if kinds[0] is not kinds[1]:
        order = ("primary", "secondary") if kinds[0] is SourceKind.PRIMARY else ("secondary", "primary")
        yield f"One is a {order[0]} source, the other a {order[1]} one."


def _times(one: Profile, other: Profile) -> Iterator[str]:
    mine = [p for p in one.periods if not any(same_period(p, q) for q in other.periods)]
    theirs = [q for q in other.periods if not any(same_period(q, p) for p in one.periods)]
    if mine and theirs:
        ours, others = mine[0], theirs[0]
        if ours.grain is not others.grain and ours.grain in _GRAINS and others.grain in _GRAINS:
            yield (
                f"One is for {_GRAINS[ours.grain]} ({wording.days(ours)}), "
                f"the other for {_GRAINS[others.grain]} ({wording.days(others)})."
            )
        else:
            yield f"One is for {wording.days(ours)}, the other for {wording.days(others)}."
    elif (mine and not other.periods) or (theirs and not one.periods):
        yield f"Only one says for when: {wording.days((mine or theirs)[0])}."


def _scopes(one: Profile, other: Profile) -> Iterator[str]:
    mine, theirs = _by_topic(one), _by_topic(other)
    for topic in sorted(mine.keys() | theirs.keys()):
        ours, others = mine.get(topic, []), theirs.get(topic, [])
        if set(ours) & set(others):
            continue
        if ours and others:
            verb = "is" if topic == _STAGE else "counts"
            yield f"One {verb} {ours[0]}, the other {others[0]}."
        else:
            verb = "is said to be" if topic == _STAGE else "says that it counts"
            yield f"Only one {verb} {(ours or others)[0]}."


def _by_topic(profile: Profile) -> dict[str, list[str]]:
    topics: dict[str, list[str]] = {}
    for mark in profile.marks:
        if mark.topic.startswith(SCOPE):
            topics.setdefault(mark.topic, []).append(mark.value)
    return topics


def _names(one: Profile, other: Profile) -> Iterator[str]:
    alone = [
        [
            name.span.of(side.text)
            for name in side.names
            if not any(same_name(name, n) or same_name(n, name) for n in opposite.names)
        ]
        for side, opposite in ((one, other), (other, one))
    ]
    if all(alone):
        yield f"One names {alone[0][0]}, the other {alone[1][0]}."
    elif any(alone):
        yield f"Only one names {(alone[0] or alone[1])[0]}."


def _figures(mine: Quantity | None, theirs: Quantity | None) -> Iterator[str]:
    if mine is None or theirs is None:
        return
    if mine.per != theirs.per:
        if mine.per and theirs.per:
            yield f"One is for a {mine.per}, the other for a {theirs.per}."
        else:
            yield f"Only one is for a {mine.per or theirs.per}."
    ours, others = _unit(mine), _unit(theirs)
    if mine.unit != theirs.unit and ours and others and ours != others:
        yield f"One is in {ours}, the other in {others}."
    loose = [q.hedge is not Hedge.EXACT or q.vague or q.high is not None for q in (mine, theirs)]
    if any(loose) and not all(loose):
        yield "One is an exact figure, the other is not."
    elif mine.step is not None and theirs.step is not None and mine.unit == theirs.unit:
        low, high = sorted((mine.step, theirs.step))
        if low > 0 and high >= 10 * low:
            yield "One is rounded more than the other."
