"""All rules applied to one claim and one reference."""

from datetime import date

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict import changes, dates, extents, figures, quotations, rankings, roles, sureness, wording
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
        *wording.denials(alignment),
        *wording.opposites(alignment, built),
        *rankings.ranks(alignment),
        *roles.swapped(alignment, built),
        *roles.names(alignment),
        *extents.scopes(alignment),
        *extents.extents(alignment),
        *sureness.certainties(alignment, published_at),
        *quotations.quotations(alignment),
    ]
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
        )
    ]
    found.extend(wording.missing_words(alignment, dealt_with))
    order = {Effect.OPPOSES: 0, Effect.OPEN: 1, Effect.AGREES: 2}
    return tuple(sorted(found, key=lambda finding: order[finding.effect]))
