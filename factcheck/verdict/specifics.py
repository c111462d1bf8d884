"""The specifics of a claim, figures, dates, names and quotations, and which of them a reference carries."""

from collections.abc import Sequence

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Grain, Quantity
from factcheck.verdict.alignment import Alignment

HARD = frozenset(
    {
        FindingKind.NUMBER,
        FindingKind.UNIT,
        FindingKind.HEDGE,
        FindingKind.DIRECTION,
        FindingKind.DATE,
        FindingKind.PERIOD,
        FindingKind.SCOPE,
        FindingKind.METRIC,
        FindingKind.CERTAINTY,
        FindingKind.FRESHNESS,
        FindingKind.NAME,
    }
)
"""Open findings of these kinds keep a reference from supporting; open wording alone does not."""

TELLING_DIGITS = 100
"""A figure of at least so many steps of its last digit ("11.1", "5,240") hardly ever comes back by chance."""


MOST_WORDS = 0.6
"""From this share of carried words on, three carried specifics without a telling figure are enough."""


def specific_spans(alignment: Alignment) -> frozenset[Span]:
    """Where the claim's figures, dates and quotations stand."""
    claim = alignment.claim
    return frozenset(
        [q.span for q in claim.quantities] + [p.span for p in claim.periods] + list(claim.quotes)
    )


def carried_spans(findings: Sequence[Finding], alignment: Alignment) -> frozenset[Span]:
    """Those of `specific_spans` that the reference agrees with."""
    agreed = {f.claim_span for f in findings if f.effect is Effect.AGREES}
    return frozenset(span for span in specific_spans(alignment) if span in agreed)


def leaves_specifics(findings: Sequence[Finding], alignment: Alignment) -> bool:
    """Whether a figure, date or name of the claim is open, or what it measures, or how sure it is."""
    spans = specific_spans(alignment)
    return any(f.effect is Effect.OPEN and (f.kind in HARD or f.claim_span in spans) for f in findings)


def share_carried(findings: Sequence[Finding], alignment: Alignment) -> float:
    """The share of the claim's material words and specifics that the reference carries."""
    spans = specific_spans(alignment)
    carried = len(alignment.words) + len(carried_spans(findings, alignment))
    whole = len(alignment.words) + len(alignment.missing) + len(spans)
    return carried / whole if whole else 1.0


def is_telling(quantity: Quantity) -> bool:
    """Whether the figure has so many digits that it hardly comes back by chance."""
    return bool(quantity.step) and abs(quantity.value) >= TELLING_DIGITS * (quantity.step or 1)


def tells_specifics(findings: Sequence[Finding], alignment: Alignment) -> bool:
    """Whether the reference carries everything specific of a claim that says something unmistakable.

    That is a figure of several digits, a quotation, or a day, all figures, dates and names beside it, and
    nothing but wording left open.
    """
    claim = alignment.claim
    if leaves_specifics(findings, alignment) or alignment.missing_names:
        return False
    open_kinds = {f.kind for f in findings if f.effect is Effect.OPEN}
    if open_kinds - {FindingKind.EXTRA_DETAIL, FindingKind.WORDING, FindingKind.ROLE}:
        return False
    if any(f.effect is Effect.OPPOSES for f in findings):
        return False
    carried = carried_spans(findings, alignment)
    unmistakable = (
        any(q.span in carried and is_telling(q) for q in claim.quantities)
        or any(span in carried for span in claim.quotes)
        or any(p.span in carried and p.grain is Grain.DAY for p in claim.periods)
    )
    counted = any(q.span in carried for q in claim.quantities)
    several = counted and len(carried) + len(alignment.names) >= 3 and alignment.coverage >= MOST_WORDS
    return unmistakable or several
