"""References held against a claim, and what the machine says of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from factcheck.domain.articles import Span
from factcheck.domain.clearing import Clearing


class SourceKind(StrEnum):
    """Whether the source made the fact known itself or reports what another said."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a reference comes from."""

    publisher: str
    title: str
    url: str
    kind: SourceKind = SourceKind.SECONDARY
    published_at: date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """One verified statement of a source. `key` is the natural key of imports; `id` is the store's own."""

    id: str
    key: str
    text: str
    source: Source
    as_of: date | None = None
    valid_until: date | None = None
    superseded_by: str | None = None
    version: int = 1


class Relation(StrEnum):
    """How one reference stands to one claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    RELATED = "related"


class FindingKind(StrEnum):
    """What a finding is about."""

    NUMBER = "number"
    UNIT = "unit"
    HEDGE = "hedge"
    DIRECTION = "direction"
    DATE = "date"
    PERIOD = "period"
    SCOPE = "scope"
    METRIC = "metric"
    NAME = "name"
    ROLE = "role"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    QUANTIFIER = "quantifier"
    ORDINAL = "ordinal"
    QUOTATION = "quotation"
    CERTAINTY = "certainty"
    EXTRA_DETAIL = "extra_detail"
    WORDING = "wording"
    FRESHNESS = "freshness"
    OUTRANKED = "outranked"
    """Another reference on the same matter counts for more than this one."""


class Effect(StrEnum):
    """What a finding does to the relation."""

    AGREES = "agrees"
    OPPOSES = "opposes"
    """The two cannot both be right."""
    OPEN = "open"
    """The reference does not settle this part; a person has to."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One named comparison, in a sentence a checker can read.

    `claim_span` counts in `Claim.text`, `reference_span` in `Reference.text`.
    """

    kind: FindingKind
    effect: Effect
    message: str
    claim_span: Span | None = None
    reference_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reference held against one claim.

    `similarity` is the cosine of the embeddings (-1..1). `p_supports` and `p_contradicts` are in 0..1 and
    sum to at most 1. `copies` are references that print the same statement again; they count for nothing.
    """

    reference: Reference
    similarity: float
    relation: Relation
    p_supports: float
    p_contradicts: float
    findings: tuple[Finding, ...] = ()
    copies: tuple[Reference, ...] = ()


class MachineStatus(StrEnum):
    """What the machine says of a claim. A model that could not run raises `ModelFailed` instead."""

    SUPPORTED = "supported"
    CONFLICTING = "conflicting"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Versions:
    """What a status was computed with, so that it can be replayed.

    `extraction` names what found the claims; empty where only pairs were judged. `clearing` is from which
    score on a claim passed, and why; None for checks of before it was recorded.
    """

    encoder: str
    stance: str
    rules: str
    parser: str
    thresholds: dict[str, float] = field(default_factory=dict)
    extraction: str = ""
    clearing: Clearing | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one reference says where references disagree, as read from its words; empty where it tells none.

    `reference_id` is that of a reference among the evidence. `dated` is its `as_of`, else the day on which
    its source was published.
    """

    reference_id: str
    dated: date | None = None
    figure: str = ""
    unit: str = ""
    period: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """References of which some support and some contradict a claim, neither outranking the other.

    `why` are sentences on what may make them differ; it may be empty.
    """

    supporting: tuple[Account, ...]
    contradicting: tuple[Account, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherClaim:
    """Another claim of the same article: where it stands there, and the words of its `text` that differ."""

    span: Span
    words: str
    words_span: Span | None = None


@dataclass(frozen=True, slots=True)
class InsideFinding:
    """Why a claim cannot be right together with others of its article, in a sentence for people.

    `words` are those of the claim that differ, at `claim_span` of its `text`. `others` is empty where its own
    figures do not add up.
    """

    kind: FindingKind
    message: str
    words: str
    claim_span: Span | None = None
    others: tuple[OtherClaim, ...] = ()

    @property
    def dispute(self) -> tuple[object, ...]:
        """What is at odds, wherever in the article it stands: the same for the same fault in a later text."""
        return self.kind, self.words, tuple(other.words for other in self.others)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The machine's status of one claim, the evidence in rank order, and why in one sentence.

    `cleared` is true only where the claim may pass without a person; it implies `SUPPORTED`. `score` in 0..1
    is the confidence that it may; 0 where something keeps it from passing whatever the model says, and for
    claims judged before scores were kept. `sampled`: it would have been cleared, and was drawn for people to
    look at, so that somebody knows how often the machine is wrong. The status is about references alone: what
    the article says against itself is in `inside`, and keeps it from passing.
    """

    status: MachineStatus
    cleared: bool
    reason: str
    evidence: tuple[Evidence, ...]
    score: float = 0.0
    sampled: bool = False
    disagreement: Disagreement | None = None
    inside: tuple[InsideFinding, ...] = ()

    def __post_init__(self) -> None:
        if (self.cleared or self.sampled) and self.status is not MachineStatus.SUPPORTED:
            raise ValueError("only a supported claim can be cleared")
        if self.cleared and self.sampled:
            raise ValueError("a claim drawn for people is not cleared")
        if self.cleared and self.inside:
            raise ValueError("a claim that the article itself contradicts cannot be cleared")

    def newly_at_odds(self, before: "Judgement") -> bool:
        """Whether the article contradicts the claim in a way that it did not when `before` was said."""
        known = {finding.dispute for finding in before.inside}
        return any(finding.dispute not in known for finding in self.inside)
