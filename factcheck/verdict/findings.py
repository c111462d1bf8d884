"""All rules applied to one claim and one reference."""

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict import extents, figures, quotations, roles, wording
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.structure import Structure


def compare(alignment: Alignment, built: Structure) -> tuple[Finding, ...]:
    """Every finding of the claim against the reference: opposing first, then open, then agreeing."""
    counted = figures.quantities(alignment)
    found = [
        *counted,
        *figures.periods(alignment, counted),
        *wording.denials(alignment),
        *wording.opposites(alignment, built),
        *roles.swapped(alignment, built),
        *roles.names(alignment),
        *extents.scopes(alignment),
        *extents.extents(alignment),
        *extents.certainties(alignment),
        *quotations.quotations(alignment),
    ]
    dealt_with = [
        f.claim_span
        for f in found
        if f.claim_span is not None
        and f.kind in (FindingKind.OPPOSITE, FindingKind.QUANTIFIER, FindingKind.NAME)
    ]
    found.extend(wording.missing_words(alignment, dealt_with))
    order = {Effect.OPPOSES: 0, Effect.OPEN: 1, Effect.AGREES: 2}
    return tuple(sorted(found, key=lambda finding: order[finding.effect]))
