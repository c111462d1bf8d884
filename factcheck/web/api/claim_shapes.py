"""Claims and the gate as the API tells them: msgspec structs, built from the desk's reports.

Offsets count Unicode code points, half-open. Times are RFC 3339 in UTC.
"""

from datetime import date, datetime

from msgspec import Struct

from factcheck.desk import reports
from factcheck.domain.claims import Claim, ClaimKind, CoverageItem, CoverageReason, CoverageTrigger
from factcheck.domain.clearing import Basis, Clearing
from factcheck.domain.evidence import (
    Account,
    Disagreement,
    FindingKind,
    MachineStatus,
    Versions,
)
from factcheck.domain.policy import Conclusion, Gate, ReasonCode
from factcheck.domain.review import Disposition, Lease, ReviewState
from factcheck.web.api.shapes import EvidenceShape, Offset, ReferenceShape, Share, SpanShape


class AttributionShape(Struct, frozen=True):
    """Who is said to have said it, as written; a pronoun becomes the name, and what is not told is empty."""

    speaker: str
    verb: str


class FillShape(Struct, frozen=True):
    """A wording that `text` makes self-contained: `written` in the article, `meant` by it."""

    written: str
    meant: str


class OtherClaimShape(Struct, frozen=True):
    """Another claim of the article, at `start` to `end`; `words` are those of it that differ.

    `claim_id` is null where that claim is no longer found.
    """

    claim_id: str | None
    start: Offset
    end: Offset
    quote: str
    words: str


class InsideShape(Struct, frozen=True):
    """Why the claim cannot be right together with `others` of the same article, in a sentence.

    `words` are those of the claim that differ, at `claim_span` of its `text`. `others` is empty where the
    claim's own figures do not add up.
    """

    kind: FindingKind
    message: str
    words: str
    claim_span: SpanShape | None
    others: list[OtherClaimShape]

    @classmethod
    def of(cls, report: reports.InsideReport) -> "InsideShape":
        """`report` for the API."""
        found = report.finding
        return cls(
            found.kind,
            found.message,
            found.words,
            SpanShape.of(found.claim_span),
            [
                OtherClaimShape(
                    one.claim_id, one.other.span.start, one.other.span.end, one.quote, one.other.words
                )
                for one in report.others
            ],
        )


class AccountShape(Struct, frozen=True):
    """What one reference of the evidence says where references disagree; empty where it tells none.

    `dated` is the reference's `as_of`, else the day on which its source was published.
    """

    reference_id: str
    dated: date | None
    figure: str
    unit: str
    period: str
    scope: str

    @classmethod
    def of(cls, account: Account) -> "AccountShape":
        """`account` for the API."""
        return cls(
            account.reference_id,
            account.dated,
            account.figure,
            account.unit,
            account.period,
            account.scope,
        )


class DisagreementShape(Struct, frozen=True):
    """Both sides where references disagree and none outranks the other; `why` they may, in sentences."""

    supporting: list[AccountShape]
    contradicting: list[AccountShape]
    why: list[str]

    @classmethod
    def of(cls, found: Disagreement | None) -> "DisagreementShape | None":
        """`found` for the API."""
        if found is None:
            return None
        return cls(
            [AccountShape.of(one) for one in found.supporting],
            [AccountShape.of(one) for one in found.contradicting],
            list(found.why),
        )


class ClaimShape(Struct, frozen=True):
    """A claim as it stands now.

    `quote` is exactly the article's text from `start` to `end`; `text` says the same so that it stands alone.
    `status` is the machine's word, `disposition` a person's; `cleared` means that nobody has to look.
    `score` is the machine's confidence that the claim may pass: 0 where something keeps it from passing,
    cleared from the threshold of `clearing` on. `sampled`: it would have been cleared, and was drawn so that
    people check the machine.
    `status` is about references alone; what the article says against itself is in `inside`, and a claim with
    anything there is never cleared.
    """

    id: str
    start: Offset
    end: Offset
    quote: str
    text: str
    kind: ClaimKind
    attribution: AttributionShape | None
    doubt: str | None
    worthiness: Share
    worthiness_reasons: list[str]
    fills: list[FillShape]
    people: list[str]
    status: MachineStatus
    cleared: bool
    score: Share
    sampled: bool
    reason: str
    review_state: ReviewState
    disposition: Disposition | None
    version: int
    evidence: list[EvidenceShape]
    disagreement: DisagreementShape | None
    inside: list[InsideShape]

    @classmethod
    def of(cls, report: reports.ClaimReport) -> "ClaimShape":
        """`report` for the API."""
        claim: Claim = report.claim
        said_by = claim.attribution
        return cls(
            id=report.id,
            start=claim.span.start,
            end=claim.span.end,
            quote=claim.quote,
            text=claim.text,
            kind=claim.kind,
            attribution=AttributionShape(said_by.speaker, said_by.verb) if said_by else None,
            doubt=claim.doubt,
            worthiness=claim.worthiness,
            worthiness_reasons=list(claim.worthiness_reasons),
            fills=[FillShape(fill.written, fill.meant) for fill in claim.fills],
            people=list(claim.people),
            status=report.status,
            cleared=report.cleared,
            score=report.score,
            sampled=report.sampled,
            reason=report.reason,
            review_state=report.state,
            disposition=report.decision.disposition if report.decision else None,
            version=report.version,
            evidence=[EvidenceShape.of(e) for e in report.evidence],
            disagreement=DisagreementShape.of(report.disagreement),
            inside=[InsideShape.of(one) for one in report.inside],
        )


class LeaseShape(Struct, frozen=True):
    """Who works on the claim, and until when."""

    holder_name: str
    expires_at: datetime

    @classmethod
    def of(cls, lease: Lease | None) -> "LeaseShape | None":
        """`lease` for the API."""
        return None if lease is None else cls(lease.holder_name, lease.expires_at)


class DecisionShape(Struct, frozen=True):
    """What a person decided. `undone_at` is set once it has been taken back."""

    id: str
    disposition: Disposition
    note: str
    wording: str
    references: list[ReferenceShape]
    by: str
    at: datetime
    undone_by: str | None
    undone_at: datetime | None

    @classmethod
    def of(cls, decision: reports.DecisionReport) -> "DecisionShape":
        """`decision` for the API."""
        return cls(
            decision.id,
            decision.disposition,
            decision.note,
            decision.wording,
            [ReferenceShape.of(r) for r in decision.references],
            decision.by,
            decision.at,
            decision.undone_by,
            decision.undone_at,
        )


class ContextShape(Struct, frozen=True):
    """The paragraph around a claim, and where it stands in the article."""

    text: str
    start: Offset
    end: Offset


class HistoryShape(Struct, frozen=True):
    """One event in the life of a claim."""

    at: datetime
    by: str
    action: str
    detail: str


class ClaimDetail(Struct, frozen=True):
    """A claim with its place in the article, its place in the queue, and its history."""

    claim: ClaimShape
    article_id: str
    article_title: str
    revision_number: int
    context: ContextShape
    priority: int
    priority_reasons: list[str]
    deadline: datetime | None
    lease: LeaseShape | None
    decision: DecisionShape | None
    decisions: list[DecisionShape]
    history: list[HistoryShape]

    @classmethod
    def of(cls, report: reports.ClaimReport) -> "ClaimDetail":
        """`report` for the API."""
        return cls(
            claim=ClaimShape.of(report),
            article_id=report.article_id,
            article_title=report.article_title,
            revision_number=report.revision_number,
            context=ContextShape(report.context, report.context_span.start, report.context_span.end),
            priority=report.priority,
            priority_reasons=list(report.priority_reasons),
            deadline=report.deadline,
            lease=LeaseShape.of(report.lease),
            decision=DecisionShape.of(report.decision) if report.decision else None,
            decisions=[DecisionShape.of(d) for d in report.decisions],
            history=[HistoryShape(h.at, h.by, h.action, h.detail) for h in report.history],
        )


class ReasonShape(Struct, frozen=True):
    """One reason behind the conclusion. `code` is stable."""

    code: ReasonCode
    message: str
    claim_ids: list[str]


class GateShape(Struct, frozen=True):
    """The answer for one exact text: may it be published under the named policy?"""

    conclusion: Conclusion
    policy: str
    reasons: list[ReasonShape]

    @classmethod
    def of(cls, gate: Gate) -> "GateShape":
        """`gate` for the API."""
        return cls(
            gate.conclusion,
            gate.policy,
            [ReasonShape(r.code, r.message, list(r.claim_ids)) for r in gate.reasons],
        )


class CountsShape(Struct, frozen=True):
    """Claims by machine status (these add up to `claims`), and by what people have done."""

    claims: int
    supported: int
    conflicting: int
    unmatched: int
    cleared: int
    resolved: int
    open: int

    @classmethod
    def of(cls, counts: reports.Counts) -> "CountsShape":
        """`counts` for the API."""
        return cls(
            counts.claims,
            counts.supported,
            counts.conflicting,
            counts.unmatched,
            counts.cleared,
            counts.resolved,
            counts.open,
        )


class CoverageShape(Struct, frozen=True):
    """A piece of the article that is in no claim, with the reason."""

    start: Offset
    end: Offset
    quote: str
    trigger: CoverageTrigger
    reason: CoverageReason

    @classmethod
    def of(cls, item: CoverageItem) -> "CoverageShape":
        """`item` for the API."""
        return cls(item.span.start, item.span.end, item.quote, item.trigger, item.reason)


class ClearingShape(Struct, frozen=True):
    """From which score on a claim passed without a person in this check, and what that rests on.

    A `threshold` above 1 means that nothing passed. Of `examples` claims that people had judged, `cleared`
    reach the threshold; `unsupported` of them are supported by no reference, and `passed` of these reach it.
    With probability `confidence` the true share of unsupported claims that pass is at most `upper_bound`, and
    so at most `accepted`. `basis`: `shipped` with the product, decisions of this `newsroom`, `fixed` by hand
    without examples, or `none` that fit this version. `calibration` names the shipped examples; `sentence`
    says it all for people.
    """

    threshold: float
    examples: int
    unsupported: int
    cleared: int
    passed: int
    upper_bound: Share
    accepted: Share
    confidence: Share
    basis: Basis
    calibration: str
    sentence: str

    @classmethod
    def of(cls, clearing: Clearing | None) -> "ClearingShape | None":
        """`clearing` for the API."""
        if clearing is None:
            return None
        return cls(
            clearing.threshold,
            clearing.examples,
            clearing.unsupported,
            clearing.cleared,
            clearing.passed,
            clearing.upper_bound,
            clearing.accepted,
            clearing.confidence,
            clearing.basis,
            clearing.calibration,
            clearing.sentence,
        )


class VersionsShape(Struct, frozen=True):
    """What the statuses were computed with."""

    encoder: str
    stance: str
    rules: str
    parser: str
    thresholds: dict[str, float]
    extraction: str

    @classmethod
    def of(cls, versions: Versions) -> "VersionsShape":
        """`versions` for the API."""
        return cls(
            versions.encoder,
            versions.stance,
            versions.rules,
            versions.parser,
            dict(versions.thresholds),
            versions.extraction,
        )
