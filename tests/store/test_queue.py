from datetime import timedelta
from typing import Any

import pytest

from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import Lease, ReviewState
from factcheck.store.records import QueueQuery, QueueTally

TEXT = "Straße 100% closed_now. Fares rose. Trains ran."


def all_ids(store: Any, newsroom: Any, *, limit: int = 50, **filters: Any) -> list[str]:
    ids, cursor = [], None
    while True:
        with store.reading() as tx:
            page = tx.claims.queue(QueueQuery(**filters), now=newsroom.now, limit=limit, cursor=cursor)
        ids += [line.id for line in page.items]
        cursor = page.next_cursor
        if cursor is None:
            assert page.total == len(ids)
            return ids


def test_the_most_urgent_comes_first_and_pages_stay(store: Any, newsroom: Any) -> None:
    expected = []
    with store.transaction() as tx:
        for priority in (9, 5):
            for deadline in (newsroom.now, newsroom.later, None):
                revision = newsroom.article(tx, TEXT, deadline=deadline)
                drafts = [newsroom.draft(TEXT, 0, 6, priority=priority)] * 3
                expected += [claim.id for claim in tx.claims.add_all(revision.id, drafts)]
        tx.commit()
    assert all_ids(store, newsroom) == expected
    for limit in (1, 2, 4):
        assert all_ids(store, newsroom, limit=limit) == expected

    with store.reading() as tx:
        first = tx.claims.queue(now=newsroom.now, limit=5)
    newsroom.queue_of(2, priority=99)
    with store.reading() as tx:
        second = tx.claims.queue(now=newsroom.now, limit=5, cursor=first.next_cursor)
    assert [line.id for line in first.items + second.items] == expected[:10]


def test_only_open_claims_of_current_texts_are_in_the_queue(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        old = newsroom.article(tx, TEXT)
        tx.claims.add_all(old.id, [newsroom.draft(TEXT, 0, 6)])
        new = tx.articles.add_revision(old.article_id, newsroom.document("Fares rose."), now=newsroom.now)
        open_states = (
            ReviewState.QUEUED,
            ReviewState.REOPENED,
            ReviewState.SECOND_READ,
            ReviewState.ADJUDICATION,
        )
        states = (*open_states, ReviewState.CLEARED, ReviewState.RESOLVED)
        status = MachineStatus.SUPPORTED
        drafts = [newsroom.draft(TEXT, 0, 5, state=state, status=status) for state in states]
        added = tx.claims.add_all(new.id, drafts)
        tx.commit()
    assert all_ids(store, newsroom) == [claim.id for claim in added[:4]]
    with store.transaction() as tx:
        tally = tx.claims.queue_counts(now=newsroom.now, holder_id="a")
        assert tally == QueueTally(open=4, conflicting=0, unmatched=0, reopened=1, mine=0, others=0)
        for _ in range(4):
            taken = tx.claims.take_next(f"p{_}", "P", now=newsroom.now, expires_at=newsroom.later)
            assert taken in {claim.id for claim in added[:4]}
        assert tx.claims.take_next("p9", "P", now=newsroom.now, expires_at=newsroom.later) is None


def test_it_filters(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        one = newsroom.article(tx, TEXT)
        two = newsroom.article(tx, TEXT)
        street, fares = tx.claims.add_all(
            one.id,
            [newsroom.draft(TEXT, 0, 22, status=MachineStatus.CONFLICTING), newsroom.draft(TEXT, 24, 34)],
        )
        (trains,) = tx.claims.add_all(two.id, [newsroom.draft(TEXT, 36, 46)])
        tx.commit()
    assert all_ids(store, newsroom, status=MachineStatus.CONFLICTING) == [street.id]
    assert all_ids(store, newsroom, article_id=two.article_id) == [trains.id]
    assert all_ids(store, newsroom, text="FARES") == [fares.id]
    assert all_ids(store, newsroom, text="strasse 100%") == [street.id]
    assert all_ids(store, newsroom, text="closed_now") == [street.id]
    for literal in ("1%d", "close__now", "/", "\\", "'", '" OR 1=1 --'):
        assert all_ids(store, newsroom, text=literal) == []
    with store.transaction() as tx:
        assert tx.claims.take(fares.id, "amina", "Amina", now=newsroom.now, expires_at=newsroom.later)
        tx.commit()
    assert all_ids(store, newsroom, holder_id="amina") == [fares.id]
    assert all_ids(store, newsroom, holder_id="tomasz") == []
    with store.reading() as tx:
        assert tx.claims.queue(QueueQuery(holder_id="amina"), now=newsroom.later).total == 0


def test_a_lease_holds_until_its_end_and_not_at_it(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    end = newsroom.later
    with store.transaction() as tx:
        assert tx.claims.take_next("amina", "Amina", now=newsroom.now, expires_at=end) == claim_id
        tx.commit()
    claim = newsroom.claim(claim_id)
    just_before = end - timedelta(microseconds=1)
    assert claim.lease == Lease("amina", "Amina", end)
    assert (claim.state_at(just_before), claim.state_at(end)) == (ReviewState.LEASED, ReviewState.QUEUED)
    assert (claim.active_lease(just_before), claim.active_lease(end)) == (claim.lease, None)
    with store.transaction() as tx:
        assert not tx.claims.take(claim_id, "tomasz", "T", now=just_before, expires_at=end)
        assert tx.claims.take_next("tomasz", "T", now=just_before, expires_at=end) is None
        assert tx.claims.held_by_others(now=just_before, holder_id="tomasz") == 1
        assert tx.claims.held_by_others(now=end, holder_id="tomasz") == 0
        (line,) = tx.claims.queue(now=just_before).items
        assert (line.state, line.lease) == (ReviewState.LEASED, claim.lease)
        (line,) = tx.claims.queue(now=end).items
        assert (line.state, line.lease) == (ReviewState.QUEUED, None)
        assert tx.claims.take_next("tomasz", "T", now=end, expires_at=end + timedelta(minutes=1)) == claim_id


def test_a_person_gets_the_claim_they_hold_again(store: Any, newsroom: Any) -> None:
    urgent, other = newsroom.queue_of(2)
    longer = newsroom.later + timedelta(minutes=5)
    with store.transaction() as tx:
        assert tx.claims.take(other, "amina", "Amina", now=newsroom.now, expires_at=newsroom.later)
        assert tx.claims.take_next("amina", "Amina", now=newsroom.now, expires_at=longer) == other
        assert tx.claims.get(other).lease == Lease("amina", "Amina", longer)
        assert tx.claims.take_next("amina", "Amina", now=longer, expires_at=longer + timedelta(1)) == urgent


def test_taking_twice_is_no_conflict_with_oneself(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store.transaction() as tx:
        for _ in range(2):
            assert tx.claims.take(claim_id, "amina", "A", now=newsroom.now, expires_at=newsroom.later)
        assert not tx.claims.take("nothing", "amina", "A", now=newsroom.now, expires_at=newsroom.later)


def test_renewing_and_giving_back(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    now, later = newsroom.now, newsroom.later
    much_later = later + timedelta(hours=1)
    with store.transaction() as tx:
        assert not tx.claims.renew(claim_id, "amina", now=now, expires_at=later)
        assert tx.claims.take(claim_id, "amina", "Amina", now=now, expires_at=later)
        assert tx.claims.renew(claim_id, "amina", now=later, expires_at=much_later)
        assert not tx.claims.renew(claim_id, "tomasz", now=later, expires_at=much_later)
        assert not tx.claims.release(claim_id, "tomasz")
        assert tx.claims.release(claim_id, "amina")
        assert tx.claims.get(claim_id).lease is None
        assert not tx.claims.release(claim_id, "amina")
        assert not tx.claims.renew(claim_id, "amina", now=later, expires_at=much_later)
        assert tx.claims.get(claim_id).version == 1


def test_a_lease_that_another_took_meanwhile_is_lost(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    now, later = newsroom.now, newsroom.later
    much_later = later + timedelta(hours=1)
    with store.transaction() as tx:
        assert tx.claims.take(claim_id, "amina", "Amina", now=now, expires_at=later)
        assert tx.claims.take(claim_id, "tomasz", "Tomasz", now=later, expires_at=much_later)
        assert not tx.claims.renew(claim_id, "amina", now=later, expires_at=much_later)
        assert not tx.claims.release(claim_id, "amina")
        lease = tx.claims.get(claim_id).lease
        assert lease is not None
        assert lease.holder_id == "tomasz"


def test_a_lease_cannot_end_before_it_begins(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store.transaction() as tx, pytest.raises(ValueError, match="lease"):
        tx.claims.take(claim_id, "amina", "A", now=newsroom.later, expires_at=newsroom.now)


def test_the_counts_see_whose_claims_are_held(store: Any, newsroom: Any) -> None:
    ids = newsroom.queue_of(6)
    with store.transaction() as tx:
        for claim_id, holder in zip(ids, ("amina", "amina", "tomasz"), strict=False):
            tx.claims.take(claim_id, holder, holder, now=newsroom.now, expires_at=newsroom.later)
        tally = tx.claims.queue_counts(now=newsroom.now, holder_id="amina")
    assert tally == QueueTally(open=6, conflicting=0, unmatched=6, reopened=0, mine=2, others=1)
