"""The same text judged once more, by a machine that may have learnt other rules since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.desk.carrying import same_meaning
from factcheck.desk.priority import priority_of
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement
from factcheck.domain.people import Actor
from factcheck.domain.review import ReviewState, after_recheck, initial_state
from factcheck.store.records import ClaimDraft, StoredClaim, StoredDecision
from factcheck.store.unit_of_work import UnitOfWork

_UNTOUCHED = frozenset({ReviewState.CLEARED, ReviewState.QUEUED})
"""Where only the machine has put a claim."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim as it was found just now, with what the references say of it."""

    claim: Claim
    judgement: Judgement

    def draft(self) -> ClaimDraft:
        """The claim as it is stored when it is found for the first time."""
        priority = priority_of(self.claim, self.judgement)
        return ClaimDraft(
            self.claim,
            self.judgement,
            initial_state(cleared=self.judgement.cleared),
            priority.points,
            priority.reasons,
        )


def judge_again(
    tx: UnitOfWork, revision_id: str, judged: Sequence[Judged], actor: Actor, now: datetime
) -> None:
    """Bring the claims of a text to what was found in it now.

    A claim is known by its place in the text. People's decisions stay; one on which the machine now says
    something else, or which it now words otherwise, is opened again with both on record. A claim that is no
    longer found is withdrawn, unless a person has had a hand in it.
    """
    stored = {claim.claim.span: claim for claim in tx.claims.of_revision(revision_id, to_change=True)}
    decisions = tx.claims.decisions_of([claim.id for claim in stored.values()])
    found = {one.claim.span for one in judged}
    for span, claim in stored.items():
        if span not in found and not _somebodys(claim, decisions[claim.id], now):
            _withdraw(tx, claim, actor, now)
    for one in judged:
        before = stored.get(one.claim.span)
        if before is not None and (before.judgement, before.claim) != (one.judgement, one.claim):
            standing = next((d for d in decisions[before.id] if d.id == before.decision_id), None)
            _change(tx, before, one, standing, actor, now)
    tx.claims.add_all(revision_id, [one.draft() for one in judged if one.claim.span not in stored])


def _somebodys(claim: StoredClaim, decisions: Sequence[StoredDecision], now: datetime) -> bool:
    return bool(decisions) or claim.state not in _UNTOUCHED or claim.active_lease(now) is not None


def _withdraw(tx: UnitOfWork, claim: StoredClaim, actor: Actor, now: datetime) -> None:
    tx.claims.withdraw(claim.id)
    tx.audit.append(
        "claim.withdrawn",
        subject_type="claim",
        subject_id=claim.id,
        actor=actor,
        now=now,
        detail={
            "quote": claim.claim.quote,
            "from": _shown(claim.judgement, claim.state),
            "why": "A later check of the same text no longer finds this claim; nobody had decided on it.",
        },
    )


def _change(
    tx: UnitOfWork,
    before: StoredClaim,
    now_found: Judged,
    standing: StoredDecision | None,
    actor: Actor,
    now: datetime,
) -> None:
    claim, judgement = now_found.claim, now_found.judgement
    state = after_recheck(
        before.state,
        standing.status if standing else before.judgement.status,
        judgement.status,
        cleared=judgement.cleared,
        reworded=not same_meaning(before.claim, claim),
        newly_at_odds=judgement.newly_at_odds(before.judgement),
    )
    priority = priority_of(claim, judgement)
    tx.claims.rejudge(
        before.id,
        judgement,
        claim=claim,
        state=state,
        priority=priority.points,
        priority_reasons=priority.reasons,
    )
    events: list[tuple[str, str, str]] = []
    if _wording(before.claim) != _wording(claim):
        events.append(("claim.reworded", _wording(before.claim), _wording(claim)))
    if before.judgement != judgement or before.state is not state:
        events.append(("claim.rejudged", _shown(before.judgement, before.state), _shown(judgement, state)))
    for action, was, is_now in events:
        tx.audit.append(
            action,
            subject_type="claim",
            subject_id=before.id,
            actor=actor,
            now=now,
            detail={"from": was, "to": is_now},
        )


def _wording(claim: Claim) -> str:
    """The claim's words with who says them, and how: what a person reads of it beside the quotation."""
    said = claim.attribution
    parts = [f"“{claim.text}”", claim.kind.value]
    if said is not None:
        parts.append(" ".join(filter(None, (said.speaker, said.verb))))
    if claim.doubt:
        parts.append(claim.doubt)
    return ", ".join(parts)


def _shown(judgement: Judgement, state: ReviewState) -> str:
    return f"{judgement.status}, {state}"
