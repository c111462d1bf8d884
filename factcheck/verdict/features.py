"""The named numbers that a stance is summed from."""

from collections.abc import Sequence

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.guards import turns
from factcheck.verdict.specifics import tells_specifics
from factcheck.verdict.structure import Structure

SETTLING = frozenset(
    {
        FindingKind.PERIOD,
        FindingKind.DATE,
        FindingKind.SCOPE,
        FindingKind.METRIC,
        FindingKind.NAME,
        FindingKind.CERTAINTY,
    }
)
"""Open findings of these kinds mean that the two may speak of different things."""


def features(
    alignment: Alignment, built: Structure, findings: Sequence[Finding], similarity: float
) -> dict[str, float]:
    """Named numbers of one claim held against one reference, each about 0..1."""
    opposing = [f for f in findings if f.effect is Effect.OPPOSES]
    open_ = [f for f in findings if f.effect is Effect.OPEN]
    agreeing = [f for f in findings if f.effect is Effect.AGREES]
    apart = sum(f.kind in SETTLING for f in open_)
    named: dict[str, float] = {
        "all_words_carried": float(alignment.coverage == 1.0),
        "missing_words": min(len(alignment.missing), 6) / 6,
        "loose_words": min(len(alignment.loose), 4) / 4,
        "missing_names": min(len(alignment.missing_names), 2) / 2,
        "similarity": similarity,
        "slots_kept": built.kept,
        "slots_broken": min(len(built.broken), 4) / 4,
        "words_exchanged": float(bool(built.exchanged)),
        "nothing_opposes": float(not opposing),
        "nothing_open": float(not open_),
        "opposed_on_the_same_ground": float(bool(opposing) and not apart),
        "opposed_with_all_carried": float(bool(opposing) and alignment.coverage >= 0.9),
        "opposed_with_half_missing": float(bool(opposing) and alignment.coverage < 0.5),
        "opposed_twice": float(len(opposing) > 1),
        "specifics_told": float(tells_specifics(findings, alignment)),
        "figures_agree": float(
            any(f.kind in (FindingKind.NUMBER, FindingKind.HEDGE, FindingKind.UNIT) for f in agreeing)
        ),
        "turning_word": float(turns(alignment)),
        "verbatim": float(alignment.verbatim),
        "settled_apart": min(apart, 2) / 2,
    }
    for finding in opposing:
        named[f"opposes_{finding.kind}"] = 1.0
    for finding in open_:
        named[f"open_{finding.kind}"] = 1.0
    return named
