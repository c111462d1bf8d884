"""References held against claims: relation, machine status, and whether a person is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    Reference,
    Versions,
)
from factcheck.text.parser import Parser
from factcheck.verdict.alignment import Alignment, align
from factcheck.verdict.decision import THRESHOLDS, decide, relation
from factcheck.verdict.features import features
from factcheck.verdict.findings import compare
from factcheck.verdict.profile import PROFILE_VERSION, Profile, profile
from factcheck.verdict.stance import Pair, RuleStance, StanceModel
from factcheck.verdict.structure import Structure, structure

RULES_VERSION = "2"
"""Rises whenever a rule, a word list or a threshold changes what is said of a claim."""


@dataclass(frozen=True, slots=True)
class Held:
    """A reference put before a claim, with its stored profile and the cosine of the two.

    `copies` are references that print the same statement; they are shown, and judged by it alone.
    """

    reference: Reference
    profile: Profile
    similarity: float
    copies: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """A reference laid beside a claim, with all that was compared."""

    alignment: Alignment
    structure: Structure
    findings: tuple[Finding, ...]
    pair: Pair


class Judge:
    """Holds references against claims. Keeps no state but its models; safe to share between threads."""

    def __init__(self, parser: Parser, stance: StanceModel | None = None) -> None:
        self._parser = parser
        self._stance: StanceModel = stance or RuleStance()

    def versions(self, encoder_identity: str) -> Versions:
        """What a judgement is computed with, so that it can be replayed."""
        return Versions(
            encoder=encoder_identity,
            stance=self._stance.identity,
            rules=f"{RULES_VERSION}/{PROFILE_VERSION}",
            parser=self._parser.identity,
            thresholds=dict(THRESHOLDS),
        )

    def profile_references(self, texts: Sequence[str], as_of: Sequence[date | None]) -> list[Profile]:
        """The profiles to store with references; `as_of[i]` anchors the relative dates of `texts[i]`."""
        docs = self._parser.parse_texts(texts)
        return [profile(doc, anchor) for doc, anchor in zip(docs, as_of, strict=True)]

    def judge_all(
        self, claims: Sequence[Claim], held: Sequence[Sequence[Held]], published_at: date | None
    ) -> list[Judgement]:
        """One judgement for each claim from the references in `held` at its place; raises `ModelFailed`."""
        docs = self._parser.parse_texts([claim.text for claim in claims])
        profiles = [profile(doc, published_at) for doc in docs]
        laid = [
            [self._lay(claim, mine, one, published_at) for one in row]
            for claim, mine, row in zip(claims, profiles, held, strict=True)
        ]
        stances = iter(self._stance.judge([one.pair for row in laid for one in row]))
        judged = []
        for claim, row, given in zip(claims, laid, held, strict=True):
            evidence = []
            for lay, one in zip(row, given, strict=True):
                stance = next(stances)
                evidence.append(
                    Evidence(
                        one.reference,
                        one.similarity,
                        relation(stance, lay.findings, lay.alignment, one.similarity),
                        round(stance.p_supports, 4),
                        round(min(stance.p_contradicts, 1 - round(stance.p_supports, 4)), 4),
                        lay.findings,
                        one.copies,
                    )
                )
            judged.append(decide(claim, tuple(evidence), [(one.alignment, one.structure) for one in row]))
        return judged

    def _lay(self, claim: Claim, mine: Profile, one: Held, published_at: date | None) -> Laid:
        alignment = align(mine, one.profile)
        built = structure(alignment)
        findings = (
            *compare(alignment, built, published_at),
            *_of_the_claim(claim, one),
            *_freshness(one.reference, published_at),
        )
        numbers = features(alignment, built, findings, one.similarity)
        return Laid(alignment, built, findings, Pair(claim.text, one.reference.text, one.similarity, numbers))


def _of_the_claim(claim: Claim, one: Held) -> list[Finding]:
    """What only the extractor knows of the claim: doubt, and who is quoted."""
    found = []
    if claim.doubt:
        found.append(
            Finding(
                FindingKind.CERTAINTY,
                Effect.OPEN,
                f"the article reports it with doubt (“{claim.doubt}”)",
                None,
                None,
            )
        )
    if claim.kind is ClaimKind.QUOTATION:
        speaker = claim.attribution.speaker if claim.attribution else ""
        words = {word.strip("'’.,").lower() for word in speaker.split() if word[:1].isupper()}
        if not words or words.isdisjoint(one.profile.tokens):
            found.append(
                Finding(
                    FindingKind.QUOTATION,
                    Effect.OPEN,
                    f"the reference does not name {speaker or 'who said it'} as the speaker",
                    None,
                    None,
                )
            )
    return found


def _freshness(reference: Reference, published_at: date | None) -> list[Finding]:
    if reference.superseded_by:
        return [
            Finding(FindingKind.FRESHNESS, Effect.OPEN, "the reference has been superseded by a newer one")
        ]
    if reference.valid_until and published_at and reference.valid_until < published_at:
        until = reference.valid_until.isoformat()
        return [Finding(FindingKind.FRESHNESS, Effect.OPEN, f"the reference was valid only until {until}")]
    return []
