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
from factcheck.domain.quantities import Edge
from factcheck.verdict.accounts import disagreement, others_agreeing
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.disagreement import APART, COUNTED, without_other_figures
from factcheck.verdict.fit import owned
from factcheck.verdict.guards import turns
from factcheck.verdict.joint import joint_support
from factcheck.verdict.outranking import without_outranked
from factcheck.verdict.specifics import leaves_specifics, share_carried
from factcheck.verdict.stance import Stance
from factcheck.verdict.structure import OF, Structure

THRESHOLDS = {
    "supports": 0.45,
    "support_coverage": 0.35,
    "support_similarity": 0.3,
    "contradicts": 0.45,
    "conflict_similarity": 0.55,
    "conflict_coverage": 0.4,
    "named_similarity": 0.45,
    "named_coverage": 0.6,
    "figure_coverage": 0.6,
    "subject_coverage": 0.7,
    "close_coverage": 0.2,
    "close_similarity": 0.8,
    "date_similarity": 0.75,
    "clear_coverage": 0.95,
    "clear_slots": 0.85,
    "clear_similarity": 0.5,
    "clear_p_supports": 0.6,
    "near_similarity": 0.4,
}
"""Shares, cosines and probabilities from which on something counts.

The first and last were chosen on the pairs of `weights` so that false clears stay well below 2% of all pairs;
those of a conflict also on articles held against a whole store, where most references are near misses.
`support_similarity` and `near_similarity` only keep out what is about something else; they were set by eye.
"""

_FIGURES = frozenset({FindingKind.NUMBER, FindingKind.HEDGE, FindingKind.UNIT, FindingKind.ORDINAL})

_PRONOUN = re.compile(r"\W*(?:he|she|they|it(?!['’]s\b| is\b| was\b| takes?\b| took\b))\b", re.IGNORECASE)


def relation(
    stance: Stance, findings: Sequence[Finding], alignment: Alignment, similarity: float
) -> Relation:
    """How the reference stands: it supports or contradicts only where the rules can say why."""
    stale = any(f.kind is FindingKind.FRESHNESS for f in findings)
    opposes = any(f.effect is Effect.OPPOSES for f in findings)
    if opposes and not stale and stance.p_contradicts >= THRESHOLDS["contradicts"]:
        same = same_matter(findings, alignment, similarity)
        return Relation.CONTRADICTS if same else Relation.RELATED
    if opposes or leaves_specifics(findings, alignment):
        return Relation.RELATED
    if share_carried(findings, alignment) < THRESHOLDS["support_coverage"]:
        return Relation.RELATED
    if similarity < THRESHOLDS["support_similarity"]:
        return Relation.RELATED
    if stance.p_supports >= THRESHOLDS["supports"]:
        return Relation.SUPPORTS
    return Relation.RELATED


def same_matter(findings: Sequence[Finding], alignment: Alignment, similarity: float) -> bool:
    """Whether the two speak of one thing, so that what differs is a contradiction.

    Not where a name or the subject of the claim is missing from the reference, nor where period, scope or
    measure are open. Figures and dates are in every sentence, so that more has to be shared for them:
    most of the words, or nearly all of the sense.
    """
    if unnamed_subject(alignment.claim.text):
        return False
    kinds = {f.kind for f in findings if f.effect is Effect.OPPOSES}
    named = bool(alignment.names) and not alignment.missing_names
    sure = named and alignment.coverage >= THRESHOLDS["named_coverage"]
    if similarity < THRESHOLDS["named_similarity" if sure else "conflict_similarity"]:
        return False
    same_figure = _told(findings)
    if any(
        f.effect is Effect.OPEN
        and f.kind in APART
        and not (same_figure and f.kind in _UNSAID and f.reference_span is None)
        for f in findings
    ):
        return False
    close = similarity >= THRESHOLDS["close_similarity"]
    subject = alignment.subject_carried or alignment.coverage >= THRESHOLDS["subject_coverage"]
    if FindingKind.NAME not in kinds and alignment.missing_names:
        return False
    if FindingKind.NAME not in kinds and not subject and not (close and kinds <= COUNTED):
        return False
    if kinds <= COUNTED:
        if (
            kinds == {FindingKind.DATE}
            and similarity < THRESHOLDS["date_similarity"]
            and not (same_figure or _since(findings, alignment))
        ):
            return False
        return alignment.coverage >= THRESHOLDS["close_coverage" if close else "figure_coverage"]
    return alignment.coverage >= THRESHOLDS["conflict_coverage"]


_UNSAID = frozenset({FindingKind.SCOPE, FindingKind.METRIC})


def _since(findings: Sequence[Finding], alignment: Alignment) -> bool:
    """Whether what differs is since when something is a record, which only the same record can have."""
    opposed = {f.claim_span for f in findings if f.effect is Effect.OPPOSES}
    return any(p.span in opposed and p.edge is Edge.SINCE for p in alignment.claim.periods)


def _told(findings: Sequence[Finding]) -> bool:
    """Whether the reference has a figure of the claim, so that a scope that it leaves unsaid is the same one,
    and a date the date of the same thing; a record since a year is one thing too."""
    return any(
        f.effect is Effect.AGREES and f.kind in (FindingKind.NUMBER, FindingKind.HEDGE) for f in findings
    )


def unnamed_subject(text: str) -> bool:
    """Whether the sentence begins with a pronoun for somebody or something that it does not name."""
    return _PRONOUN.match(text) is not None


def decide(
    claim: Claim, evidence: tuple[Evidence, ...], laid: Sequence[tuple[Alignment, Structure]]
) -> Judgement:
    """The status of `claim`; `laid[i]` is how `evidence[i]` lies beside it."""
    alignments = [alignment for alignment, _ in laid]
    evidence = without_outranked(without_other_figures(evidence, alignments), alignments)
    contradicting = [e for e in evidence if e.relation is Relation.CONTRADICTS]
    supporting = [e for e in evidence if e.relation is Relation.SUPPORTS]
    if contradicting:
        return Judgement(
            MachineStatus.CONFLICTING,
            cleared=False,
            reason=_conflict(contradicting, supporting),
            evidence=evidence,
            disagreement=disagreement(evidence, alignments),
        )
    if supporting:
        clearing = [
            e
            for e, (alignment, built) in zip(evidence, laid, strict=True)
            if e.relation is Relation.SUPPORTS and clears(claim, e, alignment, built)
        ]
        # Where another source says otherwise a person looks, even if it counts for less.
        cleared = bool(clearing) and not any(
            f.kind is FindingKind.OUTRANKED for e in evidence for f in e.findings
        )
        best = clearing[0] if clearing else max(supporting, key=lambda e: e.p_supports)
        return Judgement(
            MachineStatus.SUPPORTED,
            cleared=cleared,
            reason=_support(best, supporting, cleared=cleared),
            evidence=evidence,
        )
    together = joint_support(evidence, alignments)
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


def clears(claim: Claim, evidence: Evidence, alignment: Alignment, built: Structure) -> bool:
    """Whether this reference alone lets the claim pass: nothing opposes, nothing is open, all is carried."""
    return (
        not claim.doubt
        and not unnamed_subject(claim.text)
        and all(f.effect is Effect.AGREES for f in evidence.findings)
        and not alignment.missing_names
        and (built.kept >= THRESHOLDS["clear_slots"] or _figures_hold_it(evidence, alignment, built))
        and built.untold <= 1
        and not turns(alignment)
        and not built.exchanged
        and alignment.coverage >= THRESHOLDS["clear_coverage"]
        and evidence.similarity >= THRESHOLDS["clear_similarity"]
        and evidence.p_supports >= THRESHOLDS["clear_p_supports"]
    )


def _figures_hold_it(evidence: Evidence, alignment: Alignment, built: Structure) -> bool:
    """Whether figures with their owners tell the whole story, so that it matters less what hangs on what.

    "Of Marlow's 31 ships, 14 are idle", "Marlow has 31 ships, of which 14 are idle": each figure is told
    of the same name on both sides, and no name has lost its part in a deed.
    """
    claim = alignment.claim
    agreed = [f for f in evidence.findings if f.kind in (FindingKind.NUMBER, FindingKind.HEDGE)]
    counted = {f.claim_span for f in agreed}
    own = [owned(alignment, f) for f in agreed]
    return (
        bool(claim.quantities)
        and all(q.span in counted for q in claim.quantities)
        and True in own
        and False not in own
        and not any(claim.words[slot.filler].tag == "p" and slot.side != OF for slot in built.broken)
        and len(claim.names) <= 1
    )


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
    return (
        f"{sentence}, but a person should look: {left}."
        if left
        else f"{sentence}, but not word for word: a person should look."
    )


def _conflict(contradicting: Sequence[Evidence], supporting: Sequence[Evidence]) -> str:
    worst = max(contradicting, key=lambda e: e.p_contradicts)
    said = _first(worst.findings, Effect.OPPOSES)
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
