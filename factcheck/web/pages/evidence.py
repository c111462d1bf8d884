"""Holds a claim and a reference side by side, with the words marked that the findings are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Effect, Evidence, Relation
from factcheck.web.pages.marking import cut
from factcheck.web.pages.words import EFFECT_SIGNS, Sign


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A piece of text, with what the findings say of it if they say anything."""

    text: str
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides of one piece of evidence, and the same evidence for everything else."""

    evidence: Evidence
    claim: tuple[MarkedText, ...]
    reference: tuple[MarkedText, ...]


def side_by_side(claim: Claim, evidence: Sequence[Evidence]) -> tuple[Pair, ...]:
    """One pair for each piece of evidence: first what settles something, each part in rank order."""
    return tuple(
        _pair(claim, item) for item in sorted(evidence, key=lambda item: item.relation is Relation.RELATED)
    )


def _pair(claim: Claim, item: Evidence) -> Pair:
    return Pair(
        evidence=item,
        claim=marked(
            claim.text, [(f.claim_span, f.effect) for f in item.findings if f.claim_span is not None]
        ),
        reference=marked(
            item.reference.text,
            [(f.reference_span, f.effect) for f in item.findings if f.reference_span is not None],
        ),
    )


def marked(text: str, findings: Sequence[tuple[Span, Effect]]) -> tuple[MarkedText, ...]:
    """`text` in pieces; where findings overlap, the most pressing one marks the words."""
    order = list(EFFECT_SIGNS)
    pieces: list[tuple[str, Effect | None]] = []
    for part in cut(text, [span for span, _ in findings]):
        effects = [findings[i][1] for i in part.covers]
        effect = min(effects, key=order.index) if effects else None
        if pieces and effect is not None and pieces[-1][1] is effect:
            pieces[-1] = (pieces[-1][0] + part.text, effect)
        else:
            pieces.append((part.text, effect))
    return tuple(MarkedText(words, EFFECT_SIGNS[effect] if effect else None) for words, effect in pieces)
