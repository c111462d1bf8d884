"""References and evidence as the API tells them: msgspec structs, built from the domain's values.

Offsets count Unicode code points, half-open. Times are RFC 3339 in UTC.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from factcheck.domain.articles import Span
from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Reference,
    Relation,
    Source,
    SourceKind,
)

Offset = Annotated[int, Meta(ge=0, description="In Unicode code points.")]
Share = Annotated[float, Meta(ge=0, le=1)]


class SpanShape(Struct, frozen=True):
    """A half-open range of code points."""

    start: Offset
    end: Offset

    @classmethod
    def of(cls, span: Span | None) -> "SpanShape | None":
        """`span` for the API."""
        return None if span is None else cls(span.start, span.end)


class SourceShape(Struct, frozen=True):
    """Where a reference comes from."""

    publisher: str
    title: str
    url: str
    kind: SourceKind
    published_at: date | None

    @classmethod
    def of(cls, source: Source) -> "SourceShape":
        """`source` for the API."""
        return cls(source.publisher, source.title, source.url, source.kind, source.published_at)


class ReferenceShape(Struct, frozen=True):
    """One verified statement of a source. `superseded_by`: the id of the reference in its place."""

    id: str
    key: str
    text: str
    source: SourceShape
    as_of: date | None
    valid_until: date | None
    superseded_by: str | None
    version: int

    @classmethod
    def of(cls, reference: Reference) -> "ReferenceShape":
        """`reference` for the API."""
        return cls(
            reference.id,
            reference.key,
            reference.text,
            SourceShape.of(reference.source),
            reference.as_of,
            reference.valid_until,
            reference.superseded_by,
            reference.version,
        )


class FindingShape(Struct, frozen=True):
    """One named comparison. `claim_span` counts in the claim's `text`, `reference_span` in the reference."""

    kind: FindingKind
    effect: Effect
    message: str
    claim_span: SpanShape | None
    reference_span: SpanShape | None

    @classmethod
    def of(cls, finding: Finding) -> "FindingShape":
        """`finding` for the API."""
        return cls(
            finding.kind,
            finding.effect,
            finding.message,
            SpanShape.of(finding.claim_span),
            SpanShape.of(finding.reference_span),
        )


class EvidenceShape(Struct, frozen=True):
    """One reference held against the claim. `similarity` is a cosine; it never decides alone.

    `copies` are references that print the same statement again, as wire copies do; they count for nothing.
    """

    reference: ReferenceShape
    similarity: Annotated[float, Meta(ge=-1.001, le=1.001)]
    relation: Relation
    p_supports: Share
    p_contradicts: Share
    findings: list[FindingShape]
    copies: list[ReferenceShape]

    @classmethod
    def of(cls, evidence: Evidence) -> "EvidenceShape":
        """`evidence` for the API."""
        return cls(
            ReferenceShape.of(evidence.reference),
            evidence.similarity,
            evidence.relation,
            evidence.p_supports,
            evidence.p_contradicts,
            [FindingShape.of(f) for f in evidence.findings],
            [ReferenceShape.of(copy) for copy in evidence.copies],
        )
