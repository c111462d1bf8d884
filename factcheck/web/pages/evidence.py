"""Holds a claim and a reference side by side, with the words marked that the findings are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.desk.reports import ClaimReport, OtherReport
from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Account, Effect, Evidence, Reference, Relation
from factcheck.web.pages.marking import cut
from factcheck.web.pages.words import EFFECT_SIGNS, RELATION_SIGNS, Sign


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


@dataclass(frozen=True, slots=True)
class AtOdds:
    """A claim beside another of its article, the words marked that cannot both be right.

    `others` is empty where the claim's own figures do not add up.
    """

    message: str
    claim: tuple[MarkedText, ...]
    others: tuple[tuple[OtherReport, tuple[MarkedText, ...]], ...]


def at_odds(claim: ClaimReport) -> tuple[AtOdds, ...]:
    """What the article says against the claim, ready to be shown."""
    return tuple(
        AtOdds(
            found.finding.message,
            _with_words(claim.claim.text, found.finding.words),
            tuple((one, _with_words(one.quote, one.other.words)) for one in found.others),
        )
        for found in claim.inside
    )


def _with_words(text: str, words: str) -> tuple[MarkedText, ...]:
    """`text` with `words` marked as opposed, where they stand in it and are not all of it."""
    at = text.find(words)
    if at < 0 or not words or words == text:
        return (MarkedText(text),)
    return marked(text, [(Span(at, at + len(words)), Effect.OPPOSES)])


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side of a disagreement: its sign and what each of its references says."""

    sign: Sign
    accounts: tuple[tuple[Account, Reference], ...]


def sides(claim: ClaimReport) -> tuple[SideOf, ...]:
    """Both sides where the references disagree; empty where they do not."""
    found = claim.disagreement
    if found is None:
        return ()
    known = {item.reference.id: item.reference for item in claim.evidence}
    return tuple(
        SideOf(
            RELATION_SIGNS[relation],
            tuple((one, known[one.reference_id]) for one in accounts if one.reference_id in known),
        )
        for relation, accounts in (
            (Relation.SUPPORTS, found.supporting),
            (Relation.CONTRADICTS, found.contradicting),
        )
    )


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
