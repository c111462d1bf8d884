"""Puts together what the desk reports, out of records read in one unit of work."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from factcheck.desk.reports import (
    ArticleLine,
    ArticleReport,
    ClaimReport,
    Counts,
    DecisionReport,
    HistoryLine,
    InsideReport,
    OtherReport,
    RevisionLine,
)
from factcheck.domain.articles import Document, Span
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.policy import ClaimState, conclude
from factcheck.domain.review import OPEN_STATES, ReviewState
from factcheck.store.records import (
    ArticleSummary,
    StoredArticle,
    StoredClaim,
    StoredDecision,
    StoredEvent,
    StoredRevision,
)
from factcheck.store.unit_of_work import UnitOfWork


def article_report(
    tx: UnitOfWork, article: StoredArticle, revision: StoredRevision, now: datetime
) -> ArticleReport:
    """The whole of one revision as it stands now."""
    check = tx.articles.latest_check(revision.id)
    assert check is not None, "a revision is stored with its check, in one transaction"  # noqa: S101
    stored = tx.claims.of_revision(revision.id)
    reports = claim_reports(tx, article, revision, stored, now)
    is_current = article.current_revision_id == revision.id
    states = [_gate_state(report) for report in reports]
    return ArticleReport(
        article_id=article.id,
        check_id=check.id,
        title=article.title,
        desk=article.desk,
        author=article.author,
        published_at=revision.document.published_at,
        deadline=article.deadline,
        revision_number=revision.number,
        content_sha256=revision.document.content_sha256,
        is_current=is_current,
        text=revision.document.text,
        blocks=revision.document.blocks,
        claims=reports,
        coverage=tx.articles.coverage(revision.id),
        counts=count(states),
        gate=conclude(states, is_current=is_current),
        versions=check.versions,
        checked_at=check.created_at,
        checked_by=check.actor_name,
        revisions=tuple(
            RevisionLine(line.number, line.content_sha256, line.check_id, line.checked_at)
            for line in tx.articles.revisions(article.id)
            if line.check_id is not None and line.checked_at is not None
        ),
    )


def claim_report(tx: UnitOfWork, claim_id: str, now: datetime) -> ClaimReport:
    """One claim with all that is known of it; raises `NotFound`."""
    stored = tx.claims.get(claim_id)
    revision = tx.articles.revision_by_id(stored.revision_id)
    return claim_reports(tx, tx.articles.get(revision.article_id), revision, [stored], now)[0]


def claim_reports(
    tx: UnitOfWork,
    article: StoredArticle,
    revision: StoredRevision,
    stored: Sequence[StoredClaim],
    now: datetime,
) -> tuple[ClaimReport, ...]:
    """Claims of one revision, in the order given."""
    ids = [claim.id for claim in stored]
    decisions = tx.claims.decisions_of(ids)
    events = tx.audit.of_subjects("claim", ids)
    others = {other.span for c in stored for found in c.judgement.inside for other in found.others}
    at = tx.claims.at_spans(revision.id, others)
    return tuple(
        _claim_report(article, revision, claim, decisions[claim.id], events[claim.id], at, now)
        for claim in stored
    )


def _claim_report(
    article: StoredArticle,
    revision: StoredRevision,
    stored: StoredClaim,
    decisions: Sequence[StoredDecision],
    events: Sequence[StoredEvent],
    at: Mapping[Span, str],
    now: datetime,
) -> ClaimReport:
    context = paragraph_around(revision.document, stored.claim.span)
    reported = tuple(_decision_report(decision) for decision in decisions)
    standing = next((d for d in reported if d.id == stored.decision_id), None)
    return ClaimReport(
        id=stored.id,
        article_id=article.id,
        article_title=article.title,
        revision_number=revision.number,
        claim=stored.claim,
        status=stored.judgement.status,
        cleared=stored.judgement.cleared,
        score=stored.judgement.score,
        sampled=stored.judgement.sampled,
        reason=stored.judgement.reason,
        evidence=stored.judgement.evidence,
        state=stored.state_at(now),
        version=stored.version,
        priority=stored.priority,
        priority_reasons=stored.priority_reasons,
        context=context.of(revision.document.text),
        context_span=context,
        is_current=article.current_revision_id == revision.id,
        deadline=article.deadline,
        lease=stored.active_lease(now),
        decision=standing,
        decisions=reported,
        history=tuple(history_line(event) for event in events),
        inside=tuple(
            InsideReport(
                found,
                tuple(
                    OtherReport(other, other.span.of(revision.document.text), at.get(other.span))
                    for other in found.others
                ),
            )
            for found in stored.judgement.inside
        ),
        disagreement=stored.judgement.disagreement,
    )


def paragraph_around(document: Document, span: Span) -> Span:
    """The block that holds `span`, or all blocks that it touches."""
    touched = [block.span for block in document.blocks if block.span.overlaps(span)]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))


def article_line(summary: ArticleSummary) -> ArticleLine:
    """An article in a list."""
    return ArticleLine(
        article_id=summary.article.id,
        check_id=summary.check_id,
        title=summary.article.title,
        desk=summary.article.desk,
        author=summary.article.author,
        deadline=summary.article.deadline,
        checked_at=summary.checked_at,
        revision_number=summary.revision_number,
        counts=count(summary.claims),
        gate=conclude(summary.claims),
    )


def count(states: Iterable[ClaimState]) -> Counts:
    """Claims by machine status and by what people have done or still have to."""
    found = list(states)

    def having(status: MachineStatus) -> int:
        return sum(claim.status is status for claim in found)

    return Counts(
        supported=having(MachineStatus.SUPPORTED),
        conflicting=having(MachineStatus.CONFLICTING),
        unmatched=having(MachineStatus.UNMATCHED),
        cleared=sum(claim.state is ReviewState.CLEARED for claim in found),
        resolved=sum(claim.state is ReviewState.RESOLVED for claim in found),
        open=sum(claim.state in OPEN_STATES for claim in found),
    )


_ACTIONS = {
    "claim.decided": "decided",
    "claim.undone": "took back the decision",
    "claim.taken": "took the claim",
    "claim.released": "gave the claim back",
    "claim.rejudged": "judged again",
    "claim.reworded": "worded anew",
    "claim.carried": "carried over from the earlier text",
}


def history_line(event: StoredEvent) -> HistoryLine:
    """An audit event of a claim in words."""
    detail = json.loads(event.detail)
    words = detail.get("disposition", "")
    if event.action in ("claim.rejudged", "claim.reworded"):
        words = f"{detail['from']} → {detail['to']}"
    return HistoryLine(
        at=event.at, by=event.actor_name, action=_ACTIONS.get(event.action, event.action), detail=words
    )


def _decision_report(decision: StoredDecision) -> DecisionReport:
    return DecisionReport(
        id=decision.id,
        disposition=decision.disposition,
        note=decision.note,
        wording=decision.wording,
        references=decision.references,
        by=decision.actor_name,
        at=decision.at,
        undone_by=decision.undone_by,
        undone_at=decision.undone_at,
    )


def _gate_state(report: ClaimReport) -> ClaimState:
    disposition = report.decision.disposition if report.decision else None
    return ClaimState(report.id, report.status, report.state, disposition, sampled=report.sampled)
