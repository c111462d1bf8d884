"""All rules applied to one claim and one reference."""

from datetime import date

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict import (
    changes,
    dates,
    denials,
    differing,
    extents,
    figures,
    limits,
    quotations,
    rankings,
    replaced,
    roles,
    runs,
    sureness,
    wording,
)
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.structure import Structure


def compare(alignment: Alignment, built: Structure, published_at: date | None = None) -> tuple[Finding, ...]:
    """Every finding of the claim against the reference: opposing first, then open, then agreeing.

    `published_at` is the article's day, from which its undated figures and its plans are told.
    """
    counted = figures.quantities(alignment)
    found = [
        *counted,
        *dates.periods(alignment, counted),
        *dates.past(alignment, counted, published_at),
        *changes.changes(alignment),
        *denials.denials(alignment),
        *wording.opposites(alignment, built),
        *differing.differing(alignment),
        *rankings.ranks(alignment),
        *roles.swapped(alignment, built),
        *roles.names(alignment),
        *extents.scopes(alignment),
        *extents.extents(alignment),
        *limits.limits(alignment),
        *runs.runs(alignment),
        *sureness.certainties(alignment, published_at),
        *quotations.quotations(alignment),
    ]
    found = _settled(found, replaced.replaced(alignment))
    dealt_with = [
        f.claim_span
        for f in found
        if f.claim_span is not None
        and f.kind
        in (
            FindingKind.OPPOSITE,
            FindingKind.QUANTIFIER,
            FindingKind.NAME,
            FindingKind.DIRECTION,
            FindingKind.ORDINAL,
            FindingKind.ROLE,
            FindingKind.QUOTATION,
            FindingKind.WORDING,
        )
    ]
    found.extend(wording.missing_words(alignment, dealt_with))
    found = _without_repeats(found)
    order = {Effect.OPPOSES: 0, Effect.OPEN: 1, Effect.AGREES: 2}
    return tuple(sorted(found, key=lambda finding: order[finding.effect]))


def _settled(found: list[Finding], copied: list[Finding]) -> list[Finding]:
    """`found` with what the copied words show, and without what was thought of those same words."""
    spans = [finding.claim_span for finding in copied if finding.claim_span is not None]
    kept = [
        finding
        for finding in found
        if finding.effect is Effect.OPPOSES
        or finding.claim_span is None
        or not any(finding.claim_span.overlaps(span) for span in spans)
    ]
    opposed = [f.claim_span for f in kept if f.effect is Effect.OPPOSES and f.claim_span is not None]
    return kept + [
        finding
        for finding in copied
        if finding.claim_span is None or not any(finding.claim_span.overlaps(span) for span in opposed)
    ]


def _without_repeats(found: list[Finding]) -> list[Finding]:
    """`found` without later findings of one kind that oppose at a place that an earlier one opposes at."""
    kept: list[Finding] = []
    for finding in found:
        again = any(
            one.effect is Effect.OPPOSES is finding.effect
            and one.kind is finding.kind
            and one.claim_span is not None
            and finding.claim_span is not None
            and one.claim_span.overlaps(finding.claim_span)
            for one in kept
        )
        if not again:
            kept.append(finding)
    return kept
