from typing import Any

import pytest

from factcheck.domain.errors import IllegalTransition, InvalidInput, LeaseHeld, NotFound, VersionConflict
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import Decision, Disposition, ReviewState

CUT = Decision(Disposition.CUT, note="Not ours to say.")


def record(tx: Any, newsroom: Any, claim_id: str, decision: Decision = CUT, **given: Any) -> Any:
    values = {
        "expected_version": 1,
        "from_state": ReviewState.LEASED,
        "to_state": ReviewState.RESOLVED,
        "actor": newsroom.amina,
        "now": newsroom.now,
        **given,
    }
    return tx.claims.record_decision(claim_id, decision, **values)


def test_it_records_a_decision_with_everything_known_then(store: Any, newsroom: Any) -> None:
    first, second = newsroom.references(newsroom.entry("a"), newsroom.entry("b", "Another."))
    (claim_id,) = newsroom.queue_of(1)
    decision = Decision(
        Disposition.CORRECTED,
        note="See “b” 🎉",
        reference_ids=(second.id, first.id, second.id),
        wording="$5.6m",
    )
    with store.transaction() as tx:
        tx.claims.take(claim_id, newsroom.amina.id, "Amina", now=newsroom.now, expires_at=newsroom.later)
        recorded = record(tx, newsroom, claim_id, decision)
        tx.commit()
    newsroom.references(newsroom.entry("b", "Changed since."))
    with store.reading() as tx:
        assert tx.claims.decisions_of([claim_id, "other"]) == {claim_id: (recorded,), "other": ()}
        (state,) = tx.claims.states_of(tx.claims.get(claim_id).revision_id)
    assert recorded.references == (second, first)
    assert (recorded.disposition, recorded.note, recorded.wording) == (
        decision.disposition,
        "See “b” 🎉",
        "$5.6m",
    )
    assert (recorded.from_state, recorded.to_state) == (ReviewState.LEASED, ReviewState.RESOLVED)
    assert (recorded.status, recorded.at) == (MachineStatus.UNMATCHED, newsroom.now)
    assert (recorded.actor_id, recorded.actor_name) == (newsroom.amina.id, "Amina Yusuf")
    claim = newsroom.claim(claim_id)
    assert (claim.state, claim.version, claim.lease) == (ReviewState.RESOLVED, 2, None)
    assert claim.decision_id == recorded.id
    assert state.disposition is Disposition.CORRECTED


def test_taking_a_decision_back_keeps_both_on_record(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store.transaction() as tx:
        record(tx, newsroom, claim_id)
        undone = tx.claims.undo_decision(
            claim_id,
            expected_version=2,
            to_state=ReviewState.REOPENED,
            actor=newsroom.tomasz,
            now=newsroom.later,
        )
        again = record(tx, newsroom, claim_id, Decision(Disposition.OPINION), expected_version=3)
        tx.commit()
    with store.reading() as tx:
        assert tx.claims.decisions_of([claim_id])[claim_id] == (undone, again)
    assert (undone.undone_by, undone.undone_at) == ("Tomasz Wilk", newsroom.later)
    assert (undone.disposition, undone.note, undone.at) == (Disposition.CUT, CUT.note, newsroom.now)
    claim = newsroom.claim(claim_id)
    assert (claim.version, claim.decision_id) == (4, again.id)


def test_the_second_of_two_who_saw_the_same_is_refused(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store.transaction() as tx:
        record(tx, newsroom, claim_id)
        tx.commit()
    with store.transaction() as tx, pytest.raises(VersionConflict):
        record(tx, newsroom, claim_id, Decision(Disposition.OPINION), actor=newsroom.tomasz)
    with store.transaction() as tx, pytest.raises(VersionConflict):
        tx.claims.undo_decision(
            claim_id,
            expected_version=1,
            to_state=ReviewState.REOPENED,
            actor=newsroom.amina,
            now=newsroom.now,
        )
    with store.reading() as tx:
        (decision,) = tx.claims.decisions_of([claim_id])[claim_id]
    assert decision.disposition is Disposition.CUT


def test_nobody_decides_what_another_holds(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store.transaction() as tx:
        tx.claims.take(
            claim_id, newsroom.tomasz.id, "Tomasz Wilk", now=newsroom.now, expires_at=newsroom.later
        )
        with pytest.raises(LeaseHeld, match="Tomasz Wilk"):
            record(tx, newsroom, claim_id)
        record(tx, newsroom, claim_id, now=newsroom.later)


def test_a_decision_rests_on_references_that_exist(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    decision = Decision(Disposition.CONFIRMED, reference_ids=("01M89EEY45GS95SP8RKYJ9AY8H",))
    with store.transaction() as tx, pytest.raises(InvalidInput) as refused:
        record(tx, newsroom, claim_id, decision)
    assert refused.value.field == "reference_ids"
    assert newsroom.claim(claim_id).version == 1


def test_there_has_to_be_something_to_decide_or_undo(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store.transaction() as tx:
        with pytest.raises(NotFound):
            record(tx, newsroom, "nothing")
        with pytest.raises(IllegalTransition):
            tx.claims.undo_decision(
                claim_id,
                expected_version=1,
                to_state=ReviewState.REOPENED,
                actor=newsroom.amina,
                now=newsroom.now,
            )
        with pytest.raises(ValueError, match="lease"):
            record(tx, newsroom, claim_id, to_state=ReviewState.LEASED)
