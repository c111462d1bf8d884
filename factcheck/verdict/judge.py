"""References held against claims: relation, machine status, and whether a person is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.domain.articles import Document
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.clearing import ACCEPTED, Clearing
from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    Reference,
    Versions,
)
from factcheck.matching.encoder import TokenEncoder
from factcheck.text.parser import Parser
from factcheck.verdict.alignment import Alignment, align
from factcheck.verdict.calibration import shipped_clearing
from factcheck.verdict.decision import THRESHOLDS, decide, relation
from factcheck.verdict.features import features
from factcheck.verdict.findings import compare
from factcheck.verdict.inside import with_inside
from factcheck.verdict.learned import shipped_stance
from factcheck.verdict.nearness import with_near_words
from factcheck.verdict.profile import PROFILE_VERSION, Profile, profile
from factcheck.verdict.stance import Pair, StanceModel
from factcheck.verdict.structure import Structure, structure

RULES_VERSION = "5"
"""Rises whenever a rule, a word list or a threshold changes what is said of a claim."""
RULES_IN_USE = f"{RULES_VERSION}/{PROFILE_VERSION}"


CLOSE = 0.5
"""Below this cosine the words of a reference are not looked at one by one for a like sense."""


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

    def __init__(
        self, parser: Parser, stance: StanceModel | None = None, encoder: TokenEncoder | None = None
    ) -> None:
        self._parser = parser
        self._encoder = encoder
        self._stance: StanceModel = stance or shipped_stance()

    def clearing(self, accepted: float = ACCEPTED) -> Clearing:
        """The threshold of the shipped calibration examples, for this share of unsupported claims that pass.

        Raises `ModelFailed` where they are damaged.
        """
        return shipped_clearing(
            self._stance.identity, RULES_IN_USE, accepted, fixed=THRESHOLDS["clear_p_supports"]
        )

    def versions(self, encoder_identity: str, clearing: Clearing | None = None) -> Versions:
        """What a judgement is computed with, so that it can be replayed.

        `clearing` is what the claims were judged by, where it was not the shipped one.
        """
        clearing = clearing or self.clearing()
        return Versions(
            encoder=encoder_identity,
            stance=self._stance.identity,
            rules=RULES_IN_USE,
            parser=self._parser.identity,
            thresholds={**THRESHOLDS, "clear_p_supports": clearing.threshold},
            clearing=clearing,
        )

    def profile_references(self, texts: Sequence[str], as_of: Sequence[date | None]) -> list[Profile]:
        """The profiles to store with references; `as_of[i]` anchors the relative dates of `texts[i]`."""
        docs = self._parser.parse_texts(texts)
        return [profile(doc, anchor) for doc, anchor in zip(docs, as_of, strict=True)]

    def judge_all(
        self,
        claims: Sequence[Claim],
        held: Sequence[Sequence[Held]],
        published_at: date | None,
        clearing: Clearing | None = None,
        *,
        article: Document | None = None,
        today: date | None = None,
    ) -> list[Judgement]:
        """One judgement for each claim from the references in `held` at its place; raises `ModelFailed`.

        `clearing` says from which score on a claim passes; by default the shipped one does. With the
        `article` that the claims are all those of, they are held against each other too. `today` is the day
        on which a reference has to be valid where no day of publication is known.
        """
        profiles = self._profiles(claims, published_at)
        laid = self._laid(claims, profiles, held, published_at, published_at or today)
        judged = self.settle(claims, held, laid, clearing)
        return with_inside(judged, claims, profiles, article, published_at) if article else judged

    def settle(
        self,
        claims: Sequence[Claim],
        held: Sequence[Sequence[Held]],
        laid: Sequence[Sequence[Laid]],
        clearing: Clearing | None = None,
    ) -> list[Judgement]:
        """One judgement for each claim from what `lay` found; raises `ModelFailed`."""
        clear_from = (clearing or self.clearing()).threshold
        stances = iter(self._stance.judge([one.pair for row in laid for one in row]))
        judged = []
        for claim, row, given in zip(claims, laid, held, strict=True):
            evidence = []
            closest = max((one.similarity for one in given), default=0.0)
            for lay, one in zip(row, given, strict=True):
                stance = next(stances)
                evidence.append(
                    Evidence(
                        one.reference,
                        one.similarity,
                        relation(
                            stance,
                            lay.findings,
                            lay.alignment,
                            one.similarity,
                            nearest=one.similarity >= closest,
                        ),
                        round(stance.p_supports, 4),
                        round(min(stance.p_contradicts, 1 - round(stance.p_supports, 4)), 4),
                        lay.findings,
                        one.copies,
                    )
                )
            alignments, structures = [one.alignment for one in row], [one.structure for one in row]
            judged.append(decide(claim, tuple(evidence), alignments, structures, clear_from))
        return judged

    def lay(
        self, claims: Sequence[Claim], held: Sequence[Sequence[Held]], published_at: date | None
    ) -> list[list[Laid]]:
        """What the rules find in each claim held against its references; asks no model."""
        return self._laid(claims, self._profiles(claims, published_at), held, published_at, published_at)

    def _profiles(self, claims: Sequence[Claim], published_at: date | None) -> list[Profile]:
        docs = self._parser.parse_texts([claim.text for claim in claims])
        return [profile(doc, published_at) for doc in docs]

    def _laid(
        self,
        claims: Sequence[Claim],
        profiles: Sequence[Profile],
        held: Sequence[Sequence[Held]],
        published_at: date | None,
        valid_on: date | None,
    ) -> list[list[Laid]]:
        aligned = self._align(profiles, held)
        return [
            [
                _lay(claim, alignment, one, published_at, valid_on)
                for alignment, one in zip(alignments, row, strict=True)
            ]
            for claim, alignments, row in zip(claims, aligned, held, strict=True)
        ]

    def _align(self, profiles: Sequence[Profile], held: Sequence[Sequence[Held]]) -> list[list[Alignment]]:
        """Each claim beside each of its references; with an encoder, words that are near in sense too."""
        aligned = [
            [align(mine, one.profile) for one in row] for mine, row in zip(profiles, held, strict=True)
        ]
        if self._encoder is None:
            return aligned
        asked = [
            alignment
            for row, alignments in zip(held, aligned, strict=True)
            for one, alignment in zip(row, alignments, strict=True)
            if alignment.missing and one.similarity >= CLOSE
        ]
        texts = sorted({side.text for one in asked for side in (one.claim, one.reference)})
        tokens = dict(zip(texts, self._encoder.tokens(texts), strict=True))
        near = {
            id(one): with_near_words(one, tokens[one.claim.text], tokens[one.reference.text]) for one in asked
        }
        return [[near.get(id(one), one) for one in alignments] for alignments in aligned]


def _lay(
    claim: Claim, alignment: Alignment, one: Held, published_at: date | None, valid_on: date | None
) -> Laid:
    built = structure(alignment)
    findings = (
        *compare(alignment, built, published_at),
        *_of_the_claim(claim, one),
        *_freshness(one.reference, valid_on),
    )
    numbers = features(alignment, built, findings, one.similarity)
    pair = Pair(claim.text, one.reference.text, one.similarity, numbers, one.reference.source.title)
    return Laid(alignment, built, findings, pair)


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


def _freshness(reference: Reference, valid_on: date | None) -> list[Finding]:
    if reference.superseded_by:
        return [
            Finding(FindingKind.FRESHNESS, Effect.OPEN, "the reference has been superseded by a newer one")
        ]
    if reference.valid_until and valid_on and reference.valid_until < valid_on:
        until = reference.valid_until.isoformat()
        return [Finding(FindingKind.FRESHNESS, Effect.OPEN, f"the reference was valid only until {until}")]
    return []
