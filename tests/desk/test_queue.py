"""People's work: leases, decisions, undo; nothing is lost and nobody is shown what another holds."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.queue import QueueFilter
from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.errors import (
    IllegalTransition,
    InvalidInput,
    LeaseHeld,
    NotAllowed,
    VersionConflict,
)
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import Actor, Role
from factcheck.domain.policy import Conclusion
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.text.documents import Limits, document_from_text

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
BOLA = Actor(id="bola", name="Bola Adeyemi", role=Role.CHECKER)
CMS = Actor(id="cms", name="The CMS")
Check = Callable[..., ArticleReport]
CUT = Decision(Disposition.CUT, "Not ours to say")


def taken(newsroom: Newsroom, actor: Actor) -> ClaimReport:
    claim = newsroom.queue.take_next(actor).claim
    assert claim is not None
    return claim


def test_the_conflict_comes_first_and_each_person_gets_another_claim(
    newsroom: Newsroom, check: Check
) -> None:
    check()
    first, second = taken(newsroom, ALMA), taken(newsroom, BOLA)
    assert first.status is MachineStatus.CONFLICTING
    assert second.status is MachineStatus.UNMATCHED
    assert first.state is ReviewState.LEASED
    assert first.lease is not None
    assert first.lease.holder_name == "Alma Reyes"


def test_next_gives_back_the_claim_that_one_holds(newsroom: Newsroom, check: Check) -> None:
    check()
    assert taken(newsroom, ALMA).id == taken(newsroom, ALMA).id


def test_nothing_left_says_how_many_others_hold(newsroom: Newsroom, check: Check) -> None:
    check("The bridge cost £84 million to build.")
    taken(newsroom, ALMA)
    outcome = newsroom.queue.take_next(BOLA)
    assert (outcome.claim, outcome.held_by_others) == (None, 1)
    counts = newsroom.queue.page(BOLA).counts
    assert (counts.open, counts.mine, counts.others) == (1, 0, 1)


def test_an_expired_lease_goes_to_the_next_person(newsroom: Newsroom, check: Check, clock: Any) -> None:
    check("The bridge cost £84 million to build.")
    lost = taken(newsroom, ALMA)
    clock.forward(seconds=301)
    assert taken(newsroom, BOLA).id == lost.id
    with pytest.raises(LeaseHeld):
        newsroom.queue.renew(lost.id, ALMA)
    with pytest.raises(LeaseHeld):
        newsroom.queue.decide(lost.id, ALMA, CUT, seen_version=lost.version)


def test_a_renewed_lease_holds(newsroom: Newsroom, check: Check, clock: Any) -> None:
    check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    clock.forward(seconds=200)
    newsroom.queue.renew(claim.id, ALMA)
    clock.forward(seconds=200)
    assert newsroom.queue.take_next(BOLA).claim is None


def test_a_late_decision_counts_while_nobody_else_took_the_claim(
    newsroom: Newsroom, check: Check, clock: Any
) -> None:
    check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    clock.forward(hours=2)
    decided = newsroom.queue.decide(claim.id, ALMA, CUT, seen_version=claim.version)
    assert decided.state is ReviewState.RESOLVED


def test_a_released_claim_is_free_at_once(newsroom: Newsroom, check: Check) -> None:
    check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    newsroom.queue.release(claim.id, BOLA)
    assert newsroom.queue.take_next(BOLA).claim is None
    newsroom.queue.release(claim.id, ALMA)
    assert taken(newsroom, BOLA).id == claim.id


def test_a_decision_changes_queue_proof_and_gate_at_once(newsroom: Newsroom, check: Check) -> None:
    report = check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    newsroom.queue.decide(
        claim.id,
        ALMA,
        Decision(Disposition.CORRECTED, "Annual report", (claim.evidence[0].reference.id,), "£62 million"),
        seen_version=claim.version,
    )
    assert newsroom.queue.page(BOLA).page.total == 0
    proof = newsroom.checks.report(report.check_id)
    assert proof.gate.conclusion is Conclusion.FAIL
    decision = proof.claims[0].decision
    assert decision is not None
    assert (decision.by, decision.wording) == ("Alma Reyes", "£62 million")
    assert [r.key for r in decision.references] == ["cost"]
    assert [line.action for line in proof.claims[0].history] == ["took the claim", "decided"]


def test_the_second_of_two_decisions_on_one_version_is_refused(newsroom: Newsroom, check: Check) -> None:
    check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    newsroom.queue.decide(claim.id, ALMA, CUT, seen_version=claim.version)
    with pytest.raises(VersionConflict):
        newsroom.queue.decide(claim.id, BOLA, CUT, seen_version=claim.version)
    with pytest.raises(IllegalTransition):
        newsroom.queue.decide(claim.id, BOLA, CUT, seen_version=newsroom.queue.claim(claim.id).version)
    assert len(newsroom.queue.claim(claim.id).decisions) == 1


def test_undo_is_a_new_event_and_opens_the_claim(newsroom: Newsroom, check: Check) -> None:
    check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    decided = newsroom.queue.decide(claim.id, ALMA, CUT, seen_version=claim.version)
    undone = newsroom.queue.undo(claim.id, ALMA, seen_version=decided.version)
    assert undone.state is ReviewState.REOPENED
    assert undone.decision is None
    assert undone.decisions[0].undone_by == "Alma Reyes"
    assert undone.decisions[0].note == "Not ours to say"
    assert newsroom.queue.page(ALMA).counts.reopened == 1


def test_a_confirmation_needs_a_reference_that_exists(newsroom: Newsroom, check: Check) -> None:
    check("The bridge cost £84 million to build.")
    claim = taken(newsroom, ALMA)
    with pytest.raises(InvalidInput) as refused:
        newsroom.queue.decide(
            claim.id,
            ALMA,
            Decision(Disposition.CONFIRMED, reference_ids=("01" + "0" * 24,)),
            seen_version=claim.version,
        )
    assert refused.value.field == "reference_ids"
    assert newsroom.queue.claim(claim.id).decision is None


def test_a_person_may_open_and_decide_a_cleared_claim(newsroom: Newsroom, check: Check) -> None:
    report = check("The Harbour Bridge opened to traffic on 4 May 2019.")
    [claim] = report.claims
    assert claim.state is ReviewState.CLEARED
    decided = newsroom.queue.decide(
        claim.id, ALMA, Decision(Disposition.DISPUTED, "The board is wrong"), seen_version=claim.version
    )
    assert decided.state is ReviewState.RESOLVED
    assert newsroom.checks.report(report.check_id).gate.conclusion is Conclusion.FAIL


def test_programs_do_not_work_on_claims(newsroom: Newsroom, check: Check) -> None:
    [claim, *_] = check().claims
    for attempt in (
        lambda: newsroom.queue.take_next(CMS),
        lambda: newsroom.queue.take(claim.id, CMS),
        lambda: newsroom.queue.decide(claim.id, CMS, CUT, seen_version=claim.version),
        lambda: newsroom.queue.undo(claim.id, CMS, seen_version=claim.version),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_claim_of_an_older_text_is_not_decided(newsroom: Newsroom, check: Check) -> None:
    [claim] = check("The bridge cost £84 million to build.", source_id="bridge").claims
    check("The bridge cost £62 million to build.", source_id="bridge")
    with pytest.raises(IllegalTransition, match="newer text"):
        newsroom.queue.decide(claim.id, ALMA, CUT, seen_version=claim.version)


def test_filters_narrow_the_list_but_not_the_counts(newsroom: Newsroom, check: Check) -> None:
    check()
    page = newsroom.queue.page(ALMA, QueueFilter(status=MachineStatus.CONFLICTING))
    assert (page.page.total, page.counts.open) == (1, 2)
    assert newsroom.queue.page(ALMA, QueueFilter(text="sealine")).page.total == 1
    assert newsroom.queue.page(ALMA, QueueFilter(mine=True)).page.total == 0
    taken(newsroom, ALMA)
    assert newsroom.queue.page(ALMA, QueueFilter(mine=True)).page.total == 1


def test_every_step_is_in_an_unbroken_audit_chain(newsroom: Newsroom, check: Check) -> None:
    check()
    claim = taken(newsroom, ALMA)
    decided = newsroom.queue.decide(claim.id, ALMA, CUT, seen_version=claim.version)
    newsroom.queue.undo(claim.id, ALMA, seen_version=decided.version)
    actions = [line.action for line in reversed(newsroom.audit.lines())]
    assert actions[-4:] == ["article.checked", "claim.taken", "claim.decided", "claim.undone"]
    report = newsroom.audit.verify()
    assert report.broken_at is None
    assert report.events == len(actions)


def test_every_step_of_a_claim_is_logged_with_where_it_came_from_and_went(
    newsroom: Newsroom, check: Check
) -> None:
    check("The ferry company Sealine employs 310 people.")
    held = taken(newsroom, ALMA)
    newsroom.queue.release(held.id, ALMA)
    newsroom.queue.take(held.id, ALMA)
    decided = newsroom.queue.decide(held.id, ALMA, CUT, seen_version=held.version)
    newsroom.queue.undo(held.id, ALMA, seen_version=decided.version)
    lines = [line for line in reversed(newsroom.audit.lines()) if line.subject == f"claim {held.id}"]
    assert [(line.action, line.detail["from"], line.detail["to"]) for line in lines] == [
        ("claim.taken", "queued", "leased"),
        ("claim.released", "leased", "queued"),
        ("claim.taken", "queued", "leased"),
        ("claim.decided", "queued", "resolved"),
        ("claim.undone", "resolved", "reopened"),
    ]


def test_a_decision_that_meets_a_newer_text_under_way_is_refused_and_not_lost_in_the_old_one(
    newsroom: Newsroom, check: Check
) -> None:
    held = check("Sealine employs 310 people.", source_id="one").claims[0]
    newer = document_from_text("Sealine employs 400 people.", limits=Limits())

    def decide() -> str:
        try:
            newsroom.queue.decide(held.id, ALMA, CUT, seen_version=held.version)
        except IllegalTransition as refused:
            return refused.message
        return "recorded"

    with ThreadPoolExecutor(1) as pool:
        with newsroom.store.transaction() as tx:
            old = tx.articles.revision(held.article_id)
            tx.claims.of_revision(old.id, to_change=True)
            tx.articles.add_revision(held.article_id, newer, now=datetime(2025, 3, 12, tzinfo=UTC))
            decision = pool.submit(decide)
            tx.commit()
        assert decision.result() == "The article has a newer text. Decide on the claim there."
    assert newsroom.queue.claim(held.id).decisions == ()
