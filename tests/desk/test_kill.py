"""A process killed in the middle of a check or a decision leaves nothing half-written behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import Decision, Disposition, ReviewState

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
Check = Callable[..., ArticleReport]

VICTIM = """
import signal, sys
from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import open_newsroom
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import Decision, Disposition
from factcheck.settings import Settings
from factcheck.store.engine import open_store
from sqlalchemy.orm import Session
from factcheck.text.documents import Limits, document_from_text

url, step, subject = sys.argv[1:]
actor = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
newsroom = open_newsroom(Settings(), store=open_store(url))


def stop_before_commit(self):
    print("everything is written, nothing is committed", flush=True)
    signal.pause()


Session.commit = stop_before_commit
if step == "check":
    document = document_from_text(subject, limits=Limits())
    newsroom.checks.check(Submission(document, source_app="cms", source_id="victim"), actor)
else:
    claim = newsroom.queue.claim(subject)
    newsroom.queue.decide(
        claim.id, actor, Decision(Disposition.CUT, "gone"), seen_version=claim.version
    )
"""


def kill_in_the_middle_of(url: str, step: str, subject: str) -> None:
    victim = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", VICTIM, url, step, subject],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert victim.stdout is not None
        assert "nothing is committed" in victim.stdout.readline()
    finally:
        os.kill(victim.pid, signal.SIGKILL)
        victim.communicate()


def test_a_killed_check_is_not_there_and_can_be_repeated(
    newsroom: Newsroom, check: Check, store_url: str
) -> None:
    text = "The bridge cost £84 million to build."
    before = newsroom.audit.verify()
    kill_in_the_middle_of(store_url, "check", text)
    assert newsroom.checks.articles().total == 0
    assert newsroom.queue.page(ALMA).page.total == 0
    assert newsroom.audit.verify() == before
    report = check(text, source_id="victim")
    assert (report.revision_number, len(report.claims)) == (1, 1)


def test_a_killed_decision_leaves_the_claim_as_it_was(
    newsroom: Newsroom, check: Check, store_url: str
) -> None:
    [claim] = check("The bridge cost £84 million to build.").claims
    kill_in_the_middle_of(store_url, "decide", claim.id)
    again = newsroom.queue.claim(claim.id)
    assert (again.state, again.decisions, again.version) == (ReviewState.QUEUED, (), claim.version)
    decided = newsroom.queue.decide(
        claim.id, ALMA, Decision(Disposition.CUT, "ours"), seen_version=again.version
    )
    assert decided.state is ReviewState.RESOLVED
