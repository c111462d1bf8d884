"""What people decided, taken along when the text of an article changes or changes back."""

from collections.abc import Sequence
from datetime import datetime

from factcheck.domain.claims import Claim
from factcheck.domain.people import Actor
from factcheck.domain.review import ReviewState, after_recheck
from factcheck.store.records import StoredClaim, StoredDecision
from factcheck.store.unit_of_work import UnitOfWork


def carry_decisions(
    tx: UnitOfWork, earlier_revision: str, revision: str, actor: Actor, now: datetime
) -> None:
    """Give claims of the text that is current now what people decided on the same words in the one before.

    The same words are the same quoted words, numbers and attribution. Where a claim stands twice, the first
    goes with the first that is worded alike. The decision keeps its author; who submitted the text is in the
    audit log. A claim that people opened is open here too, whatever the machine says of it; so is one whose
    self-contained wording is another now, because “it” means something else or is understood otherwise, and
    one that another claim of the new text contradicts.
    """
    before = tx.claims.of_revision(earlier_revision, to_change=True)
    decisions = tx.claims.decisions_of([claim.id for claim in before])
    for old, new in _pairs(before, tx.claims.of_revision(revision)):
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
                reworded=not same_meaning(old.claim, new.claim),
                newly_at_odds=new.judgement.newly_at_odds(old.judgement),
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

    A decision that was carried from text to text is known by the quoted words, its author and its moment.
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
    return (*_quoted(claim.claim), decision.actor_id, decision.at)


def same_meaning(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same in the same words, whoever of them says it included."""
    return _worded(one) == _worded(other)


def _pairs(
    before: Sequence[StoredClaim], after: Sequence[StoredClaim]
) -> list[tuple[StoredClaim, StoredClaim]]:
    """Claims of the earlier text with the same ones of the later: worded alike first, then quoted alike."""
    partner: dict[str, StoredClaim] = {}
    taken: set[str] = set()
    for key in (_worded, _quoted):
        waiting: dict[tuple[object, ...], list[StoredClaim]] = {}
        for new in after:
            if new.id not in taken:
                waiting.setdefault(key(new.claim), []).append(new)
        for old in before:
            same = waiting.get(key(old.claim))
            if old.id not in partner and same:
                partner[old.id] = same.pop(0)
                taken.add(partner[old.id].id)
    return [(old, partner[old.id]) for old in before if old.id in partner]


def _quoted(claim: Claim) -> tuple[object, ...]:
    return (_words(claim.quote), claim.attribution)


def _worded(claim: Claim) -> tuple[object, ...]:
    return (*_quoted(claim), _words(claim.text))


def _words(text: str) -> tuple[str, ...]:
    """The words with their figures; where a comma or a full stop stands is a matter of cutting."""
    return tuple(filter(None, (word.rstrip(".,;:") for word in text.split())))
