"""A process that is killed leaves nothing half-written, and its work can be done again."""

import signal
import subprocess
import sys
from typing import Any

WORK = """
import sys
from datetime import datetime, UTC
from factcheck.domain.articles import Block, BlockRole, Document, Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement, MachineStatus, Versions
from factcheck.domain.people import SYSTEM
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.store.engine import open_store
from factcheck.store.records import ClaimDraft

url, claim_id, wait = sys.argv[1], sys.argv[2], sys.argv[3] == "wait"
now = datetime(2025, 1, 27, tzinfo=UTC)
store = open_store(url)
text = "It cost $6m."
with store.transaction() as tx:
    article = tx.articles.add(title="x", source_app="cms", source_id="9", now=now)
    document = Document(text, "", (Block(Span(0, 12), BlockRole.PARAGRAPH),))
    revision = tx.articles.add_revision(article.id, document, now=now)
    judgement = Judgement(MachineStatus.UNMATCHED, False, "r", ())
    draft = ClaimDraft(Claim(Span(0, 11), text[:11], text[:11]), judgement, ReviewState.QUEUED)
    tx.claims.add_all(revision.id, [draft])
    tx.articles.add_check(revision.id, Versions("e", "s", "r", "p"), actor=SYSTEM, now=now)
    tx.claims.record_decision(
        claim_id, Decision(Disposition.OPINION, note="n"), expected_version=1, from_state=ReviewState.QUEUED,
        to_state=ReviewState.RESOLVED, actor=SYSTEM, now=now,
    )
    tx.audit.append("check.made", subject_type="article", subject_id=article.id, actor=SYSTEM, now=now)
    tx.audit.lines()
    if wait:
        print("written", flush=True)
        sys.stdin.readline()
    tx.commit()
print("done", flush=True)
"""


def test_a_killed_process_leaves_nothing_half_written(store: Any, newsroom: Any, store_url: str) -> None:
    (claim_id,) = newsroom.queue_of(1)
    process = subprocess.Popen(
        [sys.executable, "-c", WORK, store_url, claim_id, "wait"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "written\n"
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL

    with store.reading() as tx:
        assert tx.articles.find("cms", "9") is None
        assert tx.articles.page().total == 1
        assert tx.claims.queue(now=newsroom.now).total == 1
        assert tx.claims.get(claim_id).version == 1
        assert tx.claims.decisions_of([claim_id]) == {claim_id: ()}
        assert tx.audit.lines() == ()

    again = subprocess.run(
        [sys.executable, "-c", WORK, store_url, claim_id, "go"], capture_output=True, text=True, check=True
    )
    assert again.stdout == "done\n"
    with store.reading() as tx:
        assert tx.articles.find("cms", "9") is not None
        assert tx.claims.get(claim_id).version == 2
        assert tx.audit.verify().events == 1
