import json
from datetime import timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from factcheck.domain.evidence import MachineStatus
from factcheck.store.records import ChainReport


def append(tx: Any, newsroom: Any, subject: str, **detail: object) -> None:
    tx.audit.append(
        "claim.decided",
        subject_type="claim",
        subject_id=subject,
        actor=newsroom.amina,
        now=newsroom.now,
        detail=detail,
    )


@pytest.fixture
def chain(store: Any, newsroom: Any) -> str:
    """Five events in two transactions; the last hash."""
    for subjects in (("a", "b"), ("a", "c", "a")):
        with store.transaction() as tx:
            for subject in subjects:
                append(tx, newsroom, subject, note="“no” 🎉")
            tx.commit()
    with store.reading() as tx:
        report = tx.audit.verify()
    assert report.broken_at is None
    assert report.events == 5
    return str(report.head)


def unsealed(raw: Any, *statements: str) -> None:
    """What somebody with the database's password could do."""
    if raw.url.startswith("sqlite"):
        seals = ["DROP TRIGGER audit_event_no_update", "DROP TRIGGER audit_event_no_delete"]
    else:
        seals = ["DROP TRIGGER audit_event_sealed ON audit_event"]
    raw.run(*seals, *statements)


def test_events_are_linked_in_order(store: Any, newsroom: Any, chain: str) -> None:
    with store.reading() as tx:
        events = tx.audit.lines()
        assert [event.sequence for event in events] == [5, 4, 3, 2, 1]
        assert events[0].hash == chain
        assert all(later.previous_hash == earlier.hash for later, earlier in pairwise(events))
        assert events[-1].previous_hash == "0" * 64
        assert [event.sequence for event in tx.audit.lines(limit=2, before=4)] == [3, 2]
        of_subjects = tx.audit.of_subjects("claim", ["a", "z"])
        assert [event.sequence for event in of_subjects["a"]] == [1, 3, 5]
        assert of_subjects["z"] == ()
        assert tx.audit.of_subjects("article", ["a"]) == {"a": ()}
    assert (events[0].at, events[0].actor_name) == (newsroom.now, "Amina Yusuf")
    assert json.loads(events[0].detail) == {"note": "“no” 🎉"}


def test_detail_may_hold_the_domains_values(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        append(
            tx,
            newsroom,
            "a",
            status=MachineStatus.CONFLICTING,
            until=newsroom.now,
            b=None,
            a=[1, 2.5],
            nul="\x00",
        )
        (event,) = tx.audit.lines()
        tx.commit()
    expected = '{"a":[1,2.5],"b":null,"nul":"\\u0000","status":"conflicting","until":"2025-01-27T14:30:00Z"}'
    assert event.detail == expected
    with store.reading() as tx:
        assert tx.audit.verify() == ChainReport(events=1, broken_at=None, head=event.hash)


def test_an_empty_chain_is_whole(store: Any) -> None:
    with store.reading() as tx:
        assert tx.audit.verify() == ChainReport(events=0, broken_at=None, head="0" * 64)


def test_what_is_not_committed_is_in_no_chain(store: Any, newsroom: Any, chain: str) -> None:
    with store.transaction() as tx:
        append(tx, newsroom, "lost")
        assert tx.audit.lines(limit=1)[0].sequence == 6
    with store.transaction() as tx:
        append(tx, newsroom, "kept")
        tx.commit()
    with store.reading() as tx:
        newest = tx.audit.lines(limit=1)[0]
        assert (newest.sequence, newest.subject_id, newest.previous_hash) == (6, "kept", chain)
        assert tx.audit.verify().events == 6


@pytest.mark.usefixtures("chain")
def test_the_database_refuses_to_change_the_log(store: Any, raw: Any) -> None:
    for statement in (
        "UPDATE audit_event SET actor_name = 'Nobody' WHERE sequence = 3",
        "UPDATE audit_event SET actor_name = actor_name",
        "DELETE FROM audit_event WHERE sequence = 5",
        "DELETE FROM audit_event",
    ):
        with pytest.raises(Exception, match="append-only"):
            raw.run(statement)
    with store.reading() as tx:
        assert tx.audit.verify().events == 5


@pytest.mark.usefixtures("chain")
def test_nor_does_replacing_an_event_get_past(store: Any) -> None:
    insert = "INSERT INTO audit_event SELECT * FROM audit_event WHERE sequence = 3"
    if "sqlite" in str(store._url):
        insert = insert.replace("INSERT", "INSERT OR REPLACE")
    with pytest.raises(DBAPIError), store.transaction() as tx:
        tx._session.execute(text(insert))


@pytest.mark.usefixtures("chain")
@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE audit_event SET actor_name = 'Nobody' WHERE sequence = 3", 3),
        ("UPDATE audit_event SET actor_id = 'x' WHERE sequence = 1", 1),
        ("UPDATE audit_event SET action = 'x' WHERE sequence = 5", 5),
        ("UPDATE audit_event SET subject_id = 'x' WHERE sequence = 2", 2),
        ("UPDATE audit_event SET subject_type = 'x' WHERE sequence = 2", 2),
        ("UPDATE audit_event SET detail = '{}' WHERE sequence = 4", 4),
        ("UPDATE audit_event SET at = '2025-01-27 14:30:00.000001+00' WHERE sequence = 4", 4),
        ("DELETE FROM audit_event WHERE sequence = 3", 3),
        ("DELETE FROM audit_event WHERE sequence = 1", 1),
        ("UPDATE audit_event SET sequence = 9 WHERE sequence = 5", 5),
        ("UPDATE audit_event SET hash = previous_hash WHERE sequence = 2", 2),
    ],
)
def test_tampering_is_found_at_the_first_event_that_does_not_fit(
    store: Any, raw: Any, statement: str, broken_at: int
) -> None:
    if raw.url.startswith("sqlite"):
        statement = statement.replace("+00'", "'")
    unsealed(raw, statement)
    with store.reading() as tx:
        report = tx.audit.verify()
    assert (report.broken_at, report.events) == (broken_at, broken_at - 1)


@pytest.mark.usefixtures("chain")
def test_a_cut_off_end_shows_in_the_head(store: Any, raw: Any, chain: str) -> None:
    unsealed(raw, "DELETE FROM audit_event WHERE sequence = 5")
    with store.reading() as tx:
        report = tx.audit.verify()
    assert (report.broken_at, report.events) == (None, 4)
    assert report.head != chain


def test_times_are_hashed_as_moments(store: Any, newsroom: Any) -> None:
    elsewhere = newsroom.now.astimezone(timezone(timedelta(hours=5, minutes=30)))
    with store.transaction() as tx:
        tx.audit.append("x", subject_type="t", subject_id="s", actor=newsroom.amina, now=elsewhere)
        tx.commit()
    with store.reading() as tx:
        assert tx.audit.verify().broken_at is None
        assert tx.audit.lines()[0].at == newsroom.now
