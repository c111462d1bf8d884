"""From several references to one status, and the rule by which a claim may pass without a person."""

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.domain.claims import Claim
from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    MachineStatus,
    Relation,
)
from factcheck.verdict.accounts import disagreement, others_agreeing
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.disagreement import APART, COUNTED, without_other_figures
from factcheck.verdict.guards import turns
from factcheck.verdict.joint import joint_support
from factcheck.verdict.outranking import without_outranked
from factcheck.verdict.specifics import leaves_specifics, share_carried, tells_specifics
from factcheck.verdict.stance import Stance
from factcheck.verdict.structure import Structure
from factcheck.verdict.vetoes import contradicted, vetoed

THRESHOLDS = {
    "supports": 0.45,
    "supports_by_rule": 0.3,
    "supports_by_figures": 0.05,
    "rule_share_carried": 0.35,
    "support_coverage": 0.2,
    "support_similarity": 0.3,
    "contradicts": 0.3,
    "contradicts_in_words": 0.65,
    "contradicts_from_afar": 0.75,
    "contradicts_close": 0.5,
    "close_similarity": 0.8,
    "conflict_similarity": 0.45,
    "clear_p_supports": 0.9,
    "clear_least": 0.75,
    "clear_slots": 0.85,
    "near_similarity": 0.4,
}
"""Probabilities, cosines and shares from which on something counts.

Chosen on articles that were read while the rules were written (`tests/labelled/read`, newsroom sample); the
threshold of clearing is computed (`risk`), `clear_p_supports` stands only where there are no examples, and
below `clear_least` nothing passes whatever was computed: false claims that are nearly a reference's words
are read as supported up to there.
"""

_FIGURES = frozenset({FindingKind.NUMBER, FindingKind.HEDGE, FindingKind.UNIT, FindingKind.ORDINAL})

_PRONOUN = re.compile(r"\W*(?:he|she|they|it(?!['’]s\b| is\b| was\b| takes?\b| took\b))\b", re.IGNORECASE)


def relation(
    stance: Stance,
    findings: Sequence[Finding],
    alignment: Alignment,
    similarity: float,
    *,
    nearest: bool = True,
) -> Relation:
    """How the reference stands, by the probabilities and what the rules found.

    What the rules compute stands: a reference with another figure or date never supports. A contradiction in
    words alone has to be surer than one that a rule can name, and surer still where another reference is
    nearer to the claim (`nearest`): of many that are near some will seem to deny it. Where the two are almost
    one sentence, less is enough.
    """
    opposing = {f.kind for f in findings if f.effect is Effect.OPPOSES}
    apart = opposing <= COUNTED and any(f.effect is Effect.OPEN and f.kind in APART for f in findings)
    named = bool(opposing) and not apart
    if named:
        least = "contradicts"
    elif not nearest:
        least = "contradicts_from_afar"
    else:
        # Where a rule doubts that figures or dates are of one thing, the model must be as sure as elsewhere.
        doubted = any(f.effect is Effect.OPEN and f.kind in COUNTED | APART for f in findings)
        close = similarity >= THRESHOLDS["close_similarity"] and not doubted
        least = "contradicts_close" if close else "contradicts_in_words"
    if not _is_stale(findings) and _contradicts(stance, THRESHOLDS[least], alignment, similarity):
        return Relation.CONTRADICTS
    if any(f.effect is Effect.OPEN and f.kind in COUNTED and f.reference_span for f in findings):
        return Relation.RELATED  # the figures differ, though they may be of two things
    if _supports(stance, opposing, alignment, similarity) or (
        not opposing and _supports_by_rule(stance, findings, alignment, similarity)
    ):
        return Relation.SUPPORTS
    return Relation.RELATED


def _supports(stance: Stance, opposing: set[FindingKind], alignment: Alignment, similarity: float) -> bool:
    return (
        stance.p_supports >= THRESHOLDS["supports"]
        and alignment.coverage >= THRESHOLDS["support_coverage"]
        and similarity >= THRESHOLDS["support_similarity"]
        and not opposing & COUNTED
    )


def _supports_by_rule(
    stance: Stance, findings: Sequence[Finding], alignment: Alignment, similarity: float
) -> bool:
    """Whether the rules have an answer for every figure, date and name, where the model is of two minds."""
    if leaves_specifics(findings, alignment) or similarity < THRESHOLDS["support_similarity"]:
        return False
    if share_carried(findings, alignment) < THRESHOLDS["rule_share_carried"]:
        return False
    least = "supports_by_figures" if tells_specifics(findings, alignment) else "supports_by_rule"
    return stance.p_supports >= THRESHOLDS[least]


def _is_stale(findings: Sequence[Finding]) -> bool:
    return any(f.kind is FindingKind.FRESHNESS for f in findings)


def _contradicts(stance: Stance, least: float, alignment: Alignment, similarity: float) -> bool:
    return (
        stance.p_contradicts >= max(least, stance.p_supports)
        and similarity >= THRESHOLDS["conflict_similarity"]
        and not unnamed_subject(alignment.claim.text)
    )


def unnamed_subject(text: str) -> bool:
    """Whether the sentence begins with a pronoun for somebody or something that it does not name."""
    return _PRONOUN.match(text) is not None


def decide(
    claim: Claim,
    evidence: tuple[Evidence, ...],
    laid: Sequence[Alignment],
    built: Sequence[Structure],
    clear_from: float,
) -> Judgement:
    """The status of `claim`; `laid[i]` and `built[i]` are how `evidence[i]` lies beside it.

    A claim passes without a person when its score reaches `clear_from`. The score is the `p_supports` of the
    best reference that nothing speaks against (`may_clear`), and 0 where there is none.
    """
    evidence = without_outranked(without_other_figures(evidence, laid), laid)
    contradicting = [e for e in evidence if e.relation is Relation.CONTRADICTS]
    supporting = [e for e in evidence if e.relation is Relation.SUPPORTS]
    if contradicting:
        return Judgement(
            MachineStatus.CONFLICTING,
            cleared=False,
            reason=_conflict(contradicting, supporting),
            evidence=evidence,
            disagreement=disagreement(evidence, laid),
        )
    if supporting:
        unopposed = [
            e
            for e, alignment, structure in zip(evidence, laid, built, strict=True)
            if e.relation is Relation.SUPPORTS and may_clear(claim, e, alignment, structure)
        ]
        # Where another source says otherwise a person looks, even if it counts for less.
        if contradicted(evidence) or any(
            f.kind is FindingKind.OUTRANKED for e in evidence for f in e.findings
        ):
            unopposed = []
        clearing = [e for e in unopposed if e.p_supports >= clear_from]
        cleared = bool(clearing)
        best = clearing[0] if clearing else max(supporting, key=lambda e: e.p_supports)
        return Judgement(
            MachineStatus.SUPPORTED,
            cleared=cleared,
            reason=_support(best, supporting, cleared=cleared),
            evidence=evidence,
            score=max((e.p_supports for e in unopposed), default=0.0),
        )
    together = joint_support(evidence, laid)
    if together:
        evidence = tuple(
            replace(e, relation=Relation.SUPPORTS) if n in together else e for n, e in enumerate(evidence)
        )
        named = " and ".join(_source(evidence[n]) for n in together)
        return Judgement(
            MachineStatus.SUPPORTED,
            cleared=False,
            reason=f"Supported by {named} together, each for a part: a person should look.",
            evidence=evidence,
        )
    return Judgement(MachineStatus.UNMATCHED, cleared=False, reason=_unmatched(evidence), evidence=evidence)


def may_clear(claim: Claim, evidence: Evidence, alignment: Alignment, structure: Structure) -> bool:
    """Whether this reference alone may let the claim pass: it carries all of it, and no rule has a doubt.

    Whether it does is a matter of how sure the probability is, from `clear_least` on.
    """
    return (
        evidence.p_supports >= THRESHOLDS["clear_least"]
        and structure.kept >= THRESHOLDS["clear_slots"]
        and structure.untold <= 1
        and not structure.exchanged
        and not turns(alignment)
        and not vetoed(evidence, alignment)
        and _figures_agree(evidence, alignment)
        and not claim.doubt
        and not unnamed_subject(claim.text)
        and not alignment.missing_names
        and all(finding.effect is Effect.AGREES for finding in evidence.findings)
    )


def _figures_agree(evidence: Evidence, alignment: Alignment) -> bool:
    """Whether the reference carries every figure and date of the claim, not merely none that differs."""
    agreed = {f.claim_span for f in evidence.findings if f.effect is Effect.AGREES}
    claim = alignment.claim
    return agreed.issuperset([q.span for q in claim.quantities] + [p.span for p in claim.periods])


def _source(evidence: Evidence) -> str:
    source = evidence.reference.source
    return ", ".join(part for part in (source.publisher, source.title) if part) or "a reference"


def _first(findings: Sequence[Finding], effect: Effect) -> str:
    return next((f.message for f in findings if f.effect is effect), "")


def _support(evidence: Evidence, supporting: Sequence[Evidence], *, cleared: bool) -> str:
    said = _first(evidence.findings, Effect.AGREES)
    sentence = f"Supported by {_source(evidence)}{others_agreeing(evidence, supporting)}"
    if cleared:
        return f"{sentence}: {said}." if said else f"{sentence}: it says the same."
    left = _first(evidence.findings, Effect.OPEN)
    if left:
        return f"{sentence}, but a person should look: {left}."
    if said:
        return f"{sentence}: {said}; not surely enough to pass without a person."
    return f"{sentence}, but not word for word: a person should look."


def _conflict(contradicting: Sequence[Evidence], supporting: Sequence[Evidence]) -> str:
    worst = max(contradicting, key=lambda e: e.p_contradicts)
    said = _first(worst.findings, Effect.OPPOSES) or "read together, the two cannot both be right"
    if supporting:
        friend = _source(supporting[0])
        return f"References disagree: {friend} supports it, {_source(worst)} contradicts it: {said}."
    return f"Contradicted by {_source(worst)}: {said}."


def _figures_agreed(evidence: Evidence) -> int:
    """How many figures of the claim the reference has: what a checker would open first."""
    return sum(f.effect is Effect.AGREES and f.kind in _FIGURES for f in evidence.findings)


def _unmatched(evidence: Sequence[Evidence]) -> str:
    if not evidence:
        return "No reference speaks of this."
    near = max(evidence, key=lambda e: (_figures_agreed(e), e.p_supports + e.p_contradicts, e.similarity))
    if near.similarity < THRESHOLDS["near_similarity"] and not _figures_agreed(near):
        return "No reference comes near this claim."
    left = _first(near.findings, Effect.OPEN) or _first(near.findings, Effect.OPPOSES)
    return (
        f"No reference settles this; nearest is {_source(near)}: {left}."
        if left
        else (f"No reference settles this; nearest is {_source(near)}.")
    )
