"""From which score on claims pass: by the shipped examples first, by the newsroom's own decisions later."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from factcheck.desk.clearing import ClearingDesk, examples_of, scored_with
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.domain.articles import Block, BlockRole, Document, Span
from factcheck.domain.claims import Claim
from factcheck.domain.clearing import Basis
from factcheck.domain.evidence import Judgement, MachineStatus
from factcheck.domain.people import Actor, Role
from factcheck.domain.policy import Conclusion, ReasonCode
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.settings import Settings
from factcheck.store.records import ClaimDraft, ScoredDecision
from factcheck.verdict.risk import Example

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
ENOUGH = 14
"""Decisions against claims, of which none would pass, from which on a fifth can be promised."""


@pytest.fixture
def desk(newsroom: Newsroom) -> ClearingDesk:
    return ClearingDesk(newsroom.store, newsroom.library, 0.2, 0.0)


Decide = Callable[..., list[str]]


@pytest.fixture
def decide(newsroom: Newsroom, clock: Any) -> Decide:
    """So many scored claims of one article on which somebody decided; returns their ids."""

    def run(count: int, disposition: Disposition, score: float = 0.9, versions: str = "") -> list[str]:
        text = " ".join(f"Fact {n} of {disposition}." for n in range(count))
        drafts, at = [], 0
        for sentence in text.split(". "):
            claim = Claim(Span(at, at + len(sentence)), sentence, sentence)
            judged = Judgement(MachineStatus.SUPPORTED, False, "Supported.", (), score=score)
            drafts.append(ClaimDraft(claim, judged, ReviewState.QUEUED))
            at += len(sentence) + 2
        document = Document(text, "", (Block(Span(0, len(text)), BlockRole.PARAGRAPH),))
        with newsroom.store.transaction() as tx:
            article = tx.articles.add(title="Facts", now=clock())
            revision = tx.articles.add_revision(article.id, document, now=clock())
            stored = tx.claims.add_all(revision.id, drafts)
            for one in stored:
                tx.claims.record_decision(
                    one.id,
                    Decision(disposition, "as it is", _references(newsroom), "Otherwise."),
                    expected_version=1,
                    from_state=ReviewState.QUEUED,
                    to_state=ReviewState.RESOLVED,
                    actor=ALMA,
                    now=clock(),
                    scored_with=versions or scored_with(newsroom.library.versions()),
                )
            tx.commit()
        return [one.id for one in stored]

    return run


def _references(newsroom: Newsroom) -> tuple[str, ...]:
    return (newsroom.references.search(limit=1).items[0].id,)


def test_few_decisions_leave_the_shipped_threshold(
    newsroom: Newsroom, desk: ClearingDesk, decide: Decide
) -> None:
    shipped = newsroom.library.shipped_clearing(0.2)
    assert desk.current() == shipped
    decide(ENOUGH - 1, Disposition.CORRECTED, 0.0)
    decide(5 * ENOUGH, Disposition.CONFIRMED)
    assert desk.current() == shipped


def test_enough_decisions_set_the_threshold(desk: ClearingDesk, decide: Decide) -> None:
    decide(3, Disposition.CONFIRMED, 0.85)
    for count, disposition in ((4, Disposition.CORRECTED), (4, Disposition.CUT), (3, Disposition.DISPUTED)):
        decide(count, disposition, 0.0)
    assert desk.current().basis is not Basis.NEWSROOM
    decide(3, Disposition.UNVERIFIABLE, 0.0)
    clearing = desk.current()
    assert (clearing.basis, clearing.threshold, clearing.accepted) == (Basis.NEWSROOM, 0.85, 0.2)
    assert (clearing.examples, clearing.unsupported, clearing.cleared) == (ENOUGH + 3, ENOUGH, 3)
    decide(2 * ENOUGH, Disposition.DISPUTED, 0.95)
    assert desk.current().clears_nothing


def test_what_other_versions_scored_and_what_tells_nothing_is_left_out(
    newsroom: Newsroom, desk: ClearingDesk, decide: Decide
) -> None:
    decide(ENOUGH, Disposition.CORRECTED, versions="another model")
    for disposition in (Disposition.OPINION, Disposition.ATTRIBUTED, Disposition.WAIVED):
        decide(ENOUGH, disposition)
    assert desk.current() == newsroom.library.shipped_clearing(0.2)


def test_it_is_computed_again_only_when_decisions_have_changed(
    newsroom: Newsroom, desk: ClearingDesk, decide: Decide, clock: Any
) -> None:
    ids = decide(ENOUGH, Disposition.CORRECTED)
    first = desk.current()
    assert desk.current() is first
    newsroom.queue.undo(ids[0], ALMA, seen_version=2)
    assert desk.current() == newsroom.library.shipped_clearing(0.2)


def test_the_same_words_of_an_article_count_once_by_their_latest_decision() -> None:
    def on(
        quote: str, disposition: Disposition, *, undone: bool = False, article: str = "a"
    ) -> ScoredDecision:
        return ScoredDecision((article, quote), 0.9, disposition, undone=undone)

    newest_first = [
        on("It rained.", Disposition.CORRECTED),
        on("It  rained.", Disposition.CONFIRMED),
        on("It snowed.", Disposition.CONFIRMED, undone=True),
        on("It snowed.", Disposition.CONFIRMED),
        on("It froze.", Disposition.OPINION),
        on("It froze.", Disposition.CONFIRMED),
        on("It rained.", Disposition.CONFIRMED, article="b"),
        on("It hailed.", Disposition.UNVERIFIABLE),
        on("It thawed.", Disposition.CUT),
    ]
    assert examples_of(newest_first) == [
        Example(0.9, right=False),
        Example(0.9, right=True),
        Example(0.9, right=False),
        Example(0.9, right=False),
    ]


def test_a_decision_in_the_queue_becomes_an_example(newsroom: Newsroom, check: Any) -> None:
    report = check()
    (cleared,) = [claim for claim in report.claims if claim.cleared]
    scored = scored_with(report.versions)
    for claim in report.claims:
        references = tuple(e.reference.id for e in claim.evidence[:1])
        newsroom.queue.decide(claim.id, ALMA, Decision(Disposition.CONFIRMED, "", references), seen_version=1)
    with newsroom.store.reading() as tx:
        found = tx.claims.scored_decisions(scored, limit=10)
    assert {(one.key[1], one.score) for one in found} == {(c.claim.quote, c.score) for c in report.claims}
    assert cleared.score > 0
    assert {c.score for c in report.claims if not c.cleared} == {0}


def test_a_check_records_by_what_it_cleared(newsroom: Newsroom, check: Any) -> None:
    versions = check().versions
    assert versions.clearing == newsroom.library.shipped_clearing(Settings().wrong_clears)
    assert versions.thresholds["clear_p_supports"] == versions.clearing.threshold


@pytest.fixture
def auditing(newsroom: Newsroom, clock: Any, encoder: Any, parser: Any) -> Newsroom:
    """The same newsroom, where people look at everything that would pass."""
    return open_newsroom(
        Settings(audit_share=1.0), clock=clock, store=newsroom.store, encoder=encoder, parser=parser
    )


def test_a_drawn_claim_holds_the_article_until_somebody_has_looked(
    newsroom: Newsroom, auditing: Newsroom, check: Any
) -> None:
    text = "The Harbour Bridge opened to traffic on 4 May 2019."
    assert check(text).gate.conclusion is Conclusion.PASS
    again = check(text, newsroom=auditing)
    (claim,) = again.claims
    assert (claim.status, claim.cleared, claim.sampled) == (MachineStatus.SUPPORTED, False, True)
    assert claim.state is ReviewState.QUEUED
    assert again.gate.conclusion is Conclusion.HOLD
    assert [(r.code, r.claim_ids) for r in again.gate.reasons] == [(ReasonCode.SAMPLE_OPEN, (claim.id,))]
    (line,) = auditing.checks.articles().items
    assert [r.code for r in line.gate.reasons] == [ReasonCode.SAMPLE_OPEN]
    references = (claim.evidence[0].reference.id,)
    auditing.queue.decide(
        claim.id, ALMA, Decision(Disposition.CONFIRMED, "", references), seen_version=claim.version
    )
    assert check(text, newsroom=auditing).gate.conclusion is Conclusion.PASS
    assert replace(check(text).claims[0].claim, worthiness=0) == replace(claim.claim, worthiness=0)
