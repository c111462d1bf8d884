"""What people decided, taken along when the text of an article changes or changes back."""

from datetime import datetime

from factcheck.domain.people import Actor
from factcheck.domain.review import ReviewState, after_recheck
from factcheck.store.records import StoredClaim, StoredDecision
from factcheck.store.unit_of_work import UnitOfWork


def carry_decisions(
    tx: UnitOfWork, earlier_revision: str, revision: str, actor: Actor, now: datetime
) -> None:
    """Give claims of the text that is current now what people decided on the same words in the one before.

    The same words are the same quotation, self-contained wording and attribution. Where a claim stands twice,
    the first goes with the first. The decision keeps its author; who submitted the text is in the audit log.
    A claim that people opened is open here too, whatever the machine says of it.
    """
    waiting: dict[tuple[object, ...], list[StoredClaim]] = {}
    for claim in tx.claims.of_revision(revision):
        waiting.setdefault(_words(claim), []).append(claim)
    before = tx.claims.of_revision(earlier_revision, to_change=True)
    decisions = tx.claims.decisions_of([claim.id for claim in before])
    for old in before:
        same = waiting.get(_words(old))
        if not same:
            continue
        new = same.pop(0)
        if new.decision_id is not None:
            continue
        decision = next((d for d in decisions[old.id] if d.id == old.decision_id), None)
        detail: dict[str, object] = {"claim": old.id, "from": new.state.value}
        if decision is not None:
            state = after_recheck(
                ReviewState.RESOLVED,
                decision.status,
                new.judgement.status,
                cleared=new.judgement.cleared,
            )
            if old.state is not ReviewState.RESOLVED:
                state = ReviewState.REOPENED
            tx.claims.carry_decision(new.id, decision, from_state=new.state, to_state=state)
            detail |= {"disposition": decision.disposition.value, "decision": decision.id}
        elif old.state is ReviewState.REOPENED and new.state is not ReviewState.REOPENED:
            state = ReviewState.REOPENED
            tx.claims.rejudge(
                new.id,
                new.judgement,
                state=state,
                priority=new.priority,
                priority_reasons=new.priority_reasons,
            )
        else:
            continue
        tx.audit.append(
            "claim.carried",
            subject_type="claim",
            subject_id=new.id,
            actor=actor,
            now=now,
            detail={**detail, "to": state.value},
        )


def take_back_too(tx: UnitOfWork, article_id: str, revision: str, actor: Actor, now: datetime) -> None:
    """In a text that is current again, take back what people took back or replaced in another text since.

    A decision that was carried from text to text is known by its words, its author and its moment.
    """
    decided = tx.claims.once_decided(article_id)
    decisions = tx.claims.decisions_of([claim.id for claim in decided])
    gone: dict[tuple[object, ...], tuple[str, datetime]] = {}
    for claim in decided:
        for decision in decisions[claim.id]:
            if claim.revision_id != revision and decision.id != claim.decision_id:
                last = decisions[claim.id][-1]
                gone[_act(claim, decision)] = (
                    decision.undone_by or last.actor_name,
                    decision.undone_at or last.at,
                )
    for claim in decided:
        standing = next((d for d in decisions[claim.id] if d.id == claim.decision_id), None)
        if claim.revision_id != revision or standing is None or _act(claim, standing) not in gone:
            continue
        undone_by, undone_at = gone[_act(claim, standing)]
        tx.claims.carry_undo(
            claim.id, undone_by=undone_by, undone_at=undone_at, to_state=ReviewState.REOPENED
        )
        tx.audit.append(
            "claim.undone",
            subject_type="claim",
            subject_id=claim.id,
            actor=actor,
            now=now,
            detail={
                "decision": standing.id,
                "disposition": standing.disposition.value,
                "from": claim.state.value,
                "to": ReviewState.REOPENED.value,
            },
        )


def _act(claim: StoredClaim, decision: StoredDecision) -> tuple[object, ...]:
    return (*_words(claim), decision.actor_id, decision.at)


def _words(stored: StoredClaim) -> tuple[object, ...]:
    return (stored.claim.quote, stored.claim.text, stored.claim.attribution)
