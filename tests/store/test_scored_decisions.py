"""Decisions on scored claims: kept with what scored them, carried, taken back, found by an index."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.store.records import ScoredDecision

OPINION = Decision(Disposition.OPINION)
CUT = Decision(Disposition.CUT)


def scored_claim(tx: Any, newsroom: Any, score: float, text: str = "DeepSeek spent $6m.") -> Any:
    draft = newsroom.draft(text, 0, len(text), status=MachineStatus.SUPPORTED)
    draft = replace(draft, judgement=replace(draft.judgement, score=score, sampled=score > 0.9))
    revision = newsroom.article(tx, text)
    (claim,) = tx.claims.add_all(revision.id, [draft])
    return claim


def decide(
    tx: Any, newsroom: Any, claim_id: str, decision: Decision, scored_with: str, version: int = 1
) -> Any:
    return tx.claims.record_decision(
        claim_id,
        decision,
        expected_version=version,
        from_state=ReviewState.QUEUED,
        to_state=ReviewState.RESOLVED,
        actor=newsroom.amina,
        now=newsroom.now,
        scored_with=scored_with,
    )


def undo(tx: Any, newsroom: Any, claim_id: str, version: int, **later: float) -> None:
    tx.claims.undo_decision(
        claim_id,
        expected_version=version,
        to_state=ReviewState.REOPENED,
        actor=newsroom.amina,
        now=newsroom.later + timedelta(**later),
    )


def test_a_claim_keeps_its_score_and_whether_it_was_drawn(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        claim = scored_claim(tx, newsroom, 0.9375)
        tx.commit()
    with store.transaction() as tx:
        stored = tx.claims.get(claim.id)
        assert (stored.judgement.score, stored.judgement.sampled) == (0.9375, True)
        assert [state.sampled for state in tx.claims.states_of(claim.revision_id)] == [True]
        tx.claims.rejudge(
            claim.id,
            replace(stored.judgement, score=0.1, sampled=False),
            state=ReviewState.QUEUED,
            priority=0,
        )
        assert tx.claims.get(claim.id).judgement.score == 0.1
        assert [state.sampled for state in tx.claims.states_of(claim.revision_id)] == [False]


def test_decisions_are_found_by_what_scored_their_claims(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        ours = scored_claim(tx, newsroom, 0.75)
        theirs = scored_claim(tx, newsroom, 0.5)
        vetoed = scored_claim(tx, newsroom, 0.0)
        unknown = scored_claim(tx, newsroom, 0.75)
        for claim, versions in ((ours, "a"), (theirs, "b"), (vetoed, "a"), (unknown, "")):
            decide(tx, newsroom, claim.id, OPINION, versions)
        article, other = (
            tx.articles.revision_by_id(claim.revision_id).article_id for claim in (ours, vetoed)
        )
        tx.commit()
    with store.reading() as tx:
        assert tx.claims.scored_decisions("a", limit=10) == (
            ScoredDecision((other, vetoed.claim.quote), 0.0, Disposition.OPINION, undone=False),
            ScoredDecision((article, ours.claim.quote), 0.75, Disposition.OPINION, undone=False),
        )
        assert [d.score for d in tx.claims.scored_decisions("b", limit=10)] == [0.5]
        assert tx.claims.scored_decisions("c", limit=10) == ()
        ((kept,), (nothing,)) = tx.claims.decisions_of([ours.id, unknown.id]).values()
    assert (kept.score, kept.scored_with) == (0.75, "a")
    assert nothing.scored_with == ""


def test_the_newest_come_first_and_the_limit_keeps_them(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        claim = scored_claim(tx, newsroom, 0.75)
        decide(tx, newsroom, claim.id, OPINION, "a")
        undo(tx, newsroom, claim.id, 2)
        decide(tx, newsroom, claim.id, CUT, "a", 3)
        tx.commit()
    with store.reading() as tx:
        found = tx.claims.scored_decisions("a", limit=10)
        assert [(d.disposition, d.undone) for d in found] == [
            (Disposition.CUT, False),
            (Disposition.OPINION, True),
        ]
        assert tx.claims.scored_decisions("a", limit=1) == found[:1]


def test_a_carried_decision_keeps_the_score_of_then(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        first, second = (scored_claim(tx, newsroom, score) for score in (0.75, 0.5))
        taken = decide(tx, newsroom, first.id, OPINION, "a")
        carried = tx.claims.carry_decision(
            second.id, taken, from_state=ReviewState.QUEUED, to_state=ReviewState.RESOLVED
        )
        tx.commit()
    assert (carried.score, carried.scored_with) == (0.75, "a")
    with store.reading() as tx:
        assert [d.score for d in tx.claims.scored_decisions("a", limit=10)] == [0.75, 0.75]


def test_the_mark_moves_with_every_decision_and_every_undoing(store: Any, newsroom: Any) -> None:
    marks = []

    def mark() -> None:
        with store.reading() as tx:
            marks.append(tx.claims.scored_mark("a"))

    mark()
    with store.transaction() as tx:
        claims = [scored_claim(tx, newsroom, 0.75) for _ in range(2)]
        decide(tx, newsroom, claims[0].id, OPINION, "a")
        tx.commit()
    mark()
    with store.transaction() as tx:
        decide(tx, newsroom, claims[1].id, CUT, "a")
        tx.commit()
    mark()
    for minutes, claim in enumerate(claims):
        with store.transaction() as tx:
            undo(tx, newsroom, claim.id, 2, minutes=minutes)
            tx.commit()
        mark()
    assert len(set(marks)) == len(marks)
    mark()
    assert marks[-1] == marks[-2]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT max(id) FROM decision WHERE scored_with = 'a'",
        "SELECT max(undone_at) FROM decision WHERE scored_with = 'a'",
        "SELECT score FROM decision WHERE scored_with = 'a' ORDER BY id DESC LIMIT 10",
    ],
)
def test_an_index_answers(store_url: str, store: Any, raw: Any, query: str) -> None:
    if store_url.startswith("sqlite"):
        plan = raw.run(f"EXPLAIN QUERY PLAN {query}")
    else:
        # A table without rows is always read from end to end unless that is forbidden.
        plan = raw.run("SET enable_seqscan = off", "SET enable_sort = off", f"EXPLAIN {query}")
    assert "ix_decision_scored_with" in str(plan)
    assert "TEMP B-TREE" not in str(plan)
