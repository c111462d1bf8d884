"""Rules on quantities and periods: each of the claim's against the likest of the reference."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Edge, Grain, Period, Quantity
from factcheck.quantities.compare import Comparison, comparable, compare_periods, compare_quantities
from factcheck.quantities.derive import Derivation, derive
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.marks import EXTENT
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import akin, stem

LONE_FIGURE = 0.75
"""Added to the fit of two figures that are the only ones of their unit on both sides."""

SAME_MEASURE = 3.5
"""From this fit on two figures are surely of one measure, and no sum is looked for."""

OTHER_MEASURE = 1.25
"""Below this fit a different figure is no contradiction."""

SAME_RECORD = 0.5
"""From this share of carried words on, two records "since …" are taken for the same."""

SAME_EVENT = 0.85
"""From this share of carried words on, a different day is a wrong day and not another event's."""

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 45
"""Characters on either side of a figure in which words tell what it measures."""
_LINKS = frozenset({"from", "to", "by", "of", "in", "at", "than", "against", "between", "and", "for", "with"})


def quantities(alignment: Alignment) -> list[Finding]:
    """One finding for each quantity of the claim, and one for each that belongs to another name or period."""
    found = []
    held = [(mine, *_quantity(mine, alignment)) for mine in alignment.claim.quantities]
    for mine, finding, theirs in held:
        if finding.effect is Effect.OPPOSES and theirs is not None and _taken(mine, theirs, held, alignment):
            found.append(replace(finding, effect=Effect.OPEN))
            continue
        found.append(finding)
        if finding.effect is Effect.AGREES and theirs is not None and not alignment.verbatim:
            found.extend(_belongs_elsewhere(mine, theirs, alignment))
    return found


def _taken(
    mine: Quantity,
    theirs: Quantity,
    held: Sequence[tuple[Quantity, Finding, Quantity | None]],
    alignment: Alignment,
) -> bool:
    """Whether the reference's figure answers to another of the claim's, which agrees or is the likelier."""

    def likely(quantity: Quantity) -> tuple[float, Decimal]:
        fit = _fit(quantity, alignment.claim, theirs, alignment.reference)
        return fit, -abs(quantity.value - theirs.value)

    return any(
        finding.effect is Effect.AGREES or (finding.effect is Effect.OPPOSES and likely(other) > likely(mine))
        for other, finding, place in held
        if place is theirs and other is not mine
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
    name = _nearest([n.span for n in claim.names], mine.span)
    if name is not None and alignment.names.get(name, -1) >= 0 and len(claim.quantities) > 1:
        place = alignment.names[name]
        beside = _nearest([n.span for n in reference.names], theirs.span)
        if beside is not None and beside != place and beside in alignment.names.values():
            other = reference.names[beside].span
            return [
                Finding(
                    FindingKind.ROLE,
                    Effect.OPEN,
                    f"the reference gives {theirs.quote} beside “{other.of(reference.text)}”, "
                    f"the article beside “{claim.names[name].span.of(claim.text)}”",
                    mine.span,
                    other,
                )
            ]
    for period in claim.periods:
        for other_period in reference.periods:
            if not _same_period(period, other_period):
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


def _nearest(spans: list[Span], to: Span) -> int | None:
    return min(range(len(spans)), key=lambda n: _distance(spans[n], to), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _quantity(mine: Quantity, alignment: Alignment) -> tuple[Finding, Quantity | None]:
    claim, reference = alignment.claim, alignment.reference
    ranked: list[tuple[float, float, Quantity, Comparison]] = []
    for theirs in reference.quantities:
        if comparable(mine, theirs):
            comparison = compare_quantities(mine, theirs)
            fit = _fit(mine, claim, theirs, reference) + LONE_FIGURE * _alone(mine, claim, reference)
            ranked.append((fit + 1.5 * (comparison.outcome is Effect.AGREES), fit, theirs, comparison))
    best = max(ranked, key=lambda entry: entry[0], default=None)
    if best is not None and (best[3].outcome is Effect.AGREES or best[1] >= SAME_MEASURE):
        return _found(best[3], mine, best[2].span), best[2]
    derived = derive(mine, reference.quantities)
    if derived is not None and (derived.outcome is Effect.AGREES or derived.named):
        return _found(derived, mine, None), None
    if best is None:
        if derived is not None and derived.outcome is Effect.OPPOSES:
            return _found(derived, mine, None), None
        nothing = f"the reference has no figure to hold against “{mine.quote}”"
        return Finding(FindingKind.EXTRA_DETAIL, Effect.OPEN, nothing, mine.span), None
    _, fit, theirs, comparison = best
    finding = _found(comparison, mine, theirs.span)
    telling = finding.kind in (FindingKind.UNIT, FindingKind.ORDINAL)
    if finding.effect is Effect.OPPOSES and fit < OTHER_MEASURE and not telling:
        # The nearest figure seems to count something else, so that it excludes nothing.
        return replace(finding, effect=Effect.OPEN), theirs
    return finding, theirs


def _alone(mine: Quantity, claim: Profile, reference: Profile) -> bool:
    """Whether each side has just one figure of the unit; counts may count anything and are never alone."""
    if mine.unit == "count":
        return False
    return all(sum(q.unit == mine.unit for q in side.quantities) == 1 for side in (claim, reference))


def _found(result: Comparison | Derivation, mine: Quantity, span: Span | None) -> Finding:
    return Finding(result.kind, result.outcome, result.message, mine.span, span)


def _fit(mine: Quantity, claim: Profile, theirs: Quantity, reference: Profile) -> float:
    """How surely two figures measure one thing: what is counted, the word before, the words around."""
    fit = 0.0
    if mine.unit == theirs.unit:
        fit += 0.5
    if mine.noun and theirs.noun:
        fit += _same_noun(mine.noun, theirs.noun)
    before, after = _neighbourhood(claim.text, mine.span)
    their_before, their_after = _neighbourhood(reference.text, theirs.span)
    if before and before[-1] in _LINKS and their_before and before[-1] == their_before[-1]:
        fit += 1.0
    near = {stem(word) for word in before[-6:] + after[:6] if len(word) > 2 and word not in _LINKS}
    their_near = {
        stem(word) for word in their_before[-6:] + their_after[:6] if len(word) > 2 and word not in _LINKS
    }
    if near:
        fit += 2.0 * len(near & their_near) / len(near)
    return fit


def _same_noun(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 2.0
    if akin(mine, theirs):
        return 1.75
    # "gold medals", "medals": one is a kind of the other.
    return 0.0 if akin(mine.rsplit(maxsplit=1)[-1], theirs.rsplit(maxsplit=1)[-1]) else -1.0


@lru_cache(maxsize=4096)
def _neighbourhood(text: str, span: Span) -> tuple[list[str], list[str]]:
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start].lower())
    after = _WORD.findall(text[span.end : span.end + _REACH].lower())
    return before, after


def periods(alignment: Alignment, compared: Sequence[Finding]) -> list[Finding]:
    """One finding for each period of the claim; `compared` is what was found of its quantities."""
    differ = any(finding.effect is Effect.OPPOSES for finding in compared)
    return [_period(period, alignment, figures_differ=differ) for period in alignment.claim.periods]


def _same_period(mine: Period, theirs: Period) -> bool:
    return _undated_alike(mine, theirs) or compare_periods(mine, theirs).outcome is Effect.AGREES


def _undated_alike(mine: Period, theirs: Period) -> bool:
    return mine.first is None and theirs.first is None and mine.quote.lower() == theirs.quote.lower()


def _period(mine: Period, alignment: Alignment, *, figures_differ: bool) -> Finding:
    for theirs in alignment.reference.periods:
        if _undated_alike(mine, theirs):
            # Nothing dates either side, so that the same words are all that can be asked for.
            return Finding(
                FindingKind.PERIOD, Effect.AGREES, f"both say “{mine.quote}”", mine.span, theirs.span
            )
    compared = [(compare_periods(mine, theirs), theirs) for theirs in alignment.reference.periods]
    if not compared:
        return Finding(
            FindingKind.PERIOD,
            Effect.OPEN,
            f"the reference does not say “{mine.quote}”",
            mine.span,
        )
    order = {Effect.AGREES: 0, Effect.OPPOSES: 1, Effect.OPEN: 2}
    comparison, theirs = min(
        compared,
        key=lambda pair: (
            order[pair[0].outcome],
            pair[1].edge is not mine.edge,
            pair[1].grain is not mine.grain,
            pair[1].span,
        ),
    )
    finding = Finding(comparison.kind, comparison.outcome, comparison.message, mine.span, theirs.span)
    if finding.effect is Effect.AGREES:
        return finding
    excludes = _excludes(mine, theirs, alignment, figures_differ=figures_differ)
    return replace(finding, effect=Effect.OPPOSES if excludes else Effect.OPEN)


def _excludes(mine: Period, theirs: Period, alignment: Alignment, *, figures_differ: bool) -> bool:
    """Whether another date contradicts: of what both sides tell in the same words, a day, or a month alone.

    Another year is another event more often than not, and so is another month with another figure.
    """
    if mine.edge is Edge.SINCE and theirs.edge is Edge.SINCE:
        # "the largest since …": a record that is not the reference's.
        return alignment.coverage >= SAME_RECORD and any(
            mark.topic == EXTENT and mark.value in ("most of all", "least of all", "first")
            for mark in alignment.claim.marks
        )
    if alignment.coverage < SAME_EVENT or alignment.missing_names or mine.grain is not theirs.grain:
        return False
    return mine.grain is Grain.DAY or (mine.grain is Grain.MONTH and not figures_differ)
