"""References held against a claim, and what the machine says of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from factcheck.domain.articles import Span


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

    `extraction` names what found the claims; empty where only pairs were judged.
    """

    encoder: str
    stance: str
    rules: str
    parser: str
    thresholds: dict[str, float] = field(default_factory=dict)
    extraction: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The machine's status of one claim, the evidence in rank order, and why in one sentence.

    `cleared` is true only where the claim may pass without a person; it implies `SUPPORTED`.
    """

    status: MachineStatus
    cleared: bool
    reason: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if self.cleared and self.status is not MachineStatus.SUPPORTED:
            raise ValueError("only a supported claim can be cleared")
