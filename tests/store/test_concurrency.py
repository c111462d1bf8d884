"""Many people at once, on one store."""

import json
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from factcheck.domain.errors import LeaseHeld, VersionConflict
from factcheck.domain.people import Actor
from factcheck.domain.review import Decision, Disposition, ReviewState

PEOPLE = 50
CLAIMS = 200


def all_at_once(work: Callable[[int], Any], people: int = PEOPLE) -> list[Any]:
    """What `work` gives for each person, all of them starting together."""
    start = threading.Barrier(people)

    def one(number: int) -> Any:
        start.wait()
        return work(number)

    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(one, range(people)))


def test_fifty_people_get_fifty_claims(store: Any, newsroom: Any) -> None:
    ids = newsroom.queue_of(CLAIMS)

    def take(number: int) -> str | None:
        with store.transaction() as tx:
            taken: str | None = tx.claims.take_next(
                f"person-{number}", "P", now=newsroom.now, expires_at=newsroom.later
            )
            tx.commit()
        return taken

    taken = all_at_once(take)
    assert set(taken) <= set(ids)
    assert len(set(taken)) == PEOPLE
    with store.reading() as tx:
        tally = tx.claims.queue_counts(now=newsroom.now, holder_id="person-0")
        assert (tally.open, tally.mine, tally.others) == (CLAIMS, 1, PEOPLE - 1)
    assert all_at_once(take) == taken


def test_a_queue_is_worked_off_with_no_claim_decided_twice_or_left(store: Any, newsroom: Any) -> None:
    ids = newsroom.queue_of(CLAIMS)

    def work(number: int) -> list[str]:
        actor = Actor(f"person-{number}", f"Person {number}")
        done: list[str] = []
        while True:
            with store.transaction() as tx:
                claim_id = tx.claims.take_next(
                    actor.id, actor.name, now=newsroom.now, expires_at=newsroom.later
                )
                tx.commit()
            if claim_id is None:
                return done
            with store.transaction() as tx:
                tx.claims.record_decision(
                    claim_id,
                    Decision(Disposition.OPINION),
                    expected_version=1,
                    from_state=ReviewState.LEASED,
                    to_state=ReviewState.RESOLVED,
                    actor=actor,
                    now=newsroom.now,
                )
                tx.audit.append(
                    "claim.decided", subject_type="claim", subject_id=claim_id, actor=actor, now=newsroom.now
                )
                tx.commit()
            done.append(claim_id)

    decided = Counter(claim_id for done in all_at_once(work) for claim_id in done)
    assert decided == Counter(ids)
    with store.reading() as tx:
        report = tx.audit.verify()
        assert (report.events, report.broken_at) == (CLAIMS, None)
        assert tx.claims.queue(now=newsroom.now).total == 0


def test_processes_share_a_queue_as_well(store: Any, newsroom: Any, store_url: str) -> None:
    ids = newsroom.queue_of(60)
    script = """
import json, sys
from datetime import datetime, timedelta
from factcheck.store.engine import open_store
url, name, now = sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3])
store = open_store(url)
print("ready", flush=True)
sys.stdin.readline()
taken = []
while True:
    with store.transaction() as tx:
        holder = f"{name}-{len(taken)}"
        claim_id = tx.claims.take_next(holder, holder, now=now, expires_at=now + timedelta(minutes=5))
        tx.commit()
    if claim_id is None:
        break
    taken.append(claim_id)
print(json.dumps(taken))
store.dispose()
"""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, store_url, f"process-{number}", newsroom.now.isoformat()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    taken = [json.loads(process.communicate()[0]) for process in processes]
    assert Counter(claim_id for some in taken for claim_id in some) == Counter(ids)


def test_two_windows_of_one_person_get_one_claim(store: Any, newsroom: Any) -> None:
    newsroom.queue_of(20)

    def take(_: int) -> str | None:
        with store.transaction() as tx:
            taken: str | None = tx.claims.take_next(
                "amina", "Amina", now=newsroom.now, expires_at=newsroom.later
            )
            tx.commit()
        return taken

    assert len(set(all_at_once(take, people=8))) == 1


def test_of_many_decisions_on_one_claim_one_stands(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)

    def decide(number: int) -> str:
        try:
            with store.transaction() as tx:
                tx.claims.record_decision(
                    claim_id,
                    Decision(Disposition.OPINION),
                    expected_version=1,
                    from_state=ReviewState.QUEUED,
                    to_state=ReviewState.RESOLVED,
                    actor=Actor(f"person-{number}", "P"),
                    now=newsroom.now,
                )
                tx.commit()
        except (VersionConflict, LeaseHeld) as refused:
            return refused.code
        return "recorded"

    assert Counter(all_at_once(decide, people=10)) == {"recorded": 1, "version_conflict": 9}
    with store.reading() as tx:
        assert len(tx.claims.decisions_of([claim_id])[claim_id]) == 1


def test_a_decision_waits_for_a_judgement_that_is_under_way(store: Any, newsroom: Any) -> None:
    (claim_id,) = newsroom.queue_of(1)

    def decide() -> str:
        try:
            with store.transaction() as tx:
                tx.claims.record_decision(
                    claim_id,
                    Decision(Disposition.OPINION),
                    expected_version=1,
                    from_state=ReviewState.QUEUED,
                    to_state=ReviewState.RESOLVED,
                    actor=newsroom.amina,
                    now=newsroom.now,
                )
                tx.commit()
        except VersionConflict as refused:
            return refused.code
        return "recorded"

    revision_id = newsroom.claim(claim_id).revision_id
    with ThreadPoolExecutor(1) as pool:
        with store.transaction() as tx:
            (before,) = tx.claims.of_revision(revision_id, to_change=True)
            decision = pool.submit(decide)
            tx.claims.rejudge(before.id, newsroom.judgement(), state=before.state, priority=1)
            tx.commit()
        assert decision.result() == "version_conflict"


def test_claims_read_to_be_changed_cannot_be_changed_by_others(
    store: Any, newsroom: Any, raw: Any, store_url: str
) -> None:
    (claim_id,) = newsroom.queue_of(1)
    revision_id = newsroom.claim(claim_id).revision_id
    impatient = "PRAGMA busy_timeout = 50" if store_url.startswith("sqlite") else "SET lock_timeout = '50ms'"
    with store.transaction() as tx:
        tx.claims.of_revision(revision_id, to_change=True)
        with pytest.raises(Exception, match="lock"):
            raw.run(impatient, "UPDATE claim SET version = version")
    raw.run(impatient, "UPDATE claim SET version = version")


def test_one_article_submitted_many_times_at_once_is_one_article(store: Any, newsroom: Any) -> None:
    def submit(number: int) -> str:
        document = newsroom.document(f"Text {number % 3}.")
        with store.transaction() as tx:
            article = tx.articles.find("cms", "7") or tx.articles.add(
                title="x", source_app="cms", source_id="7", now=newsroom.now
            )
            if tx.articles.revision_with_hash(article.id, document.content_sha256) is None:
                tx.articles.add_revision(article.id, document, now=newsroom.now)
            tx.commit()
        return str(article.id)

    (article_id,) = set(all_at_once(submit, people=12))
    with store.reading() as tx:
        assert [line.number for line in tx.articles.revisions(article_id)] == [3, 2, 1]


def test_imports_at_once_neither_fail_nor_double(store: Any, newsroom: Any) -> None:
    entries = [newsroom.entry(f"k{n}", f"Fact {n}.") for n in range(20)]

    def load(_: int) -> int:
        with store.transaction() as tx:
            stored = tx.references.upsert_many(entries, actor=newsroom.amina, now=newsroom.now)
            tx.commit()
        return sum(one.outcome == "added" for one in stored)

    assert sorted(all_at_once(load, people=6)) == [0, 0, 0, 0, 0, 20]
