from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from factcheck.domain.articles import Span
from factcheck.domain.claims import Attribution, Claim, ClaimKind, Fill
from factcheck.domain.errors import InvalidInput, NotFound
from factcheck.domain.evidence import (
    Account,
    Disagreement,
    FindingKind,
    InsideFinding,
    MachineStatus,
    OtherClaim,
    Relation,
)
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.store.records import ClaimDraft


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements sent meanwhile, on any connection, without those that begin or end something."""
    sent: list[str] = []

    def note(*arguments: Any) -> None:
        if not arguments[2].startswith(("BEGIN", "PRAGMA")):
            sent.append(arguments[2])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_claim_comes_back_as_it_went_in(store: Any, newsroom: Any) -> None:
    text = "🎉🧪 “Revenue fell 3%,” 𝔐ei said — allegedly."
    reference, copy = newsroom.references(
        newsroom.entry("a", "Revenue fell 3.1% 🧪."), newsroom.entry("b", "Revenue fell 3.1 per cent 🧪.")
    )
    quote = "Revenue fell 3%"
    claim = Claim(
        span=Span(text.index(quote), text.index(quote) + len(quote)),
        quote=quote,
        text="The harbour's revenue fell 3%",
        kind=ClaimKind.QUOTATION,
        attribution=Attribution("𝔐ei", "said"),
        doubt="allegedly",
        worthiness=0.8125,
        worthiness_reasons=("a number", "a “quote”"),
        people=("Ada Roe", "Bø"),
        fills=(Fill("Revenue", "The harbour's revenue"),),
    )
    judgement = newsroom.judgement(MachineStatus.CONFLICTING, [reference], [copy])
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        (added,) = tx.claims.add_all(
            revision.id, [ClaimDraft(claim, judgement, ReviewState.QUEUED, 7, ("deadline",))]
        )
        tx.commit()
    with store.reading() as tx:
        stored = tx.claims.get(added.id)
        document = tx.articles.revision_by_id(revision.id).document
    assert stored == added
    assert (stored.claim, stored.judgement) == (claim, judgement)
    assert (stored.state, stored.priority, stored.version, stored.lease) == (ReviewState.QUEUED, 7, 1, None)
    assert stored.claim.span.of(document.text) == stored.claim.quote


def test_what_the_article_and_the_references_say_against_a_claim_comes_back(
    store: Any, newsroom: Any
) -> None:
    text = "It cost $6m. It cost $5m."
    (reference,) = newsroom.references(newsroom.entry("a", "It cost $5.576 million."))
    inside = InsideFinding(
        FindingKind.NUMBER,
        "Paragraph 1 says both “$6m” and “$5m”; both cannot be right.",
        "$6m",
        Span(8, 11),
        (OtherClaim(Span(13, 24), "$5m", Span(8, 11)), OtherClaim(Span(30, 34), "gone")),
    )
    disagreement = Disagreement(
        (Account(reference.id, date(2024, 12, 27), "$5.576 million", "US dollars"),),
        (Account(reference.id, None, period="2024", scope="England"),),
        ("one is for the quarter, the other for the year",),
    )
    judgement = newsroom.judgement(MachineStatus.CONFLICTING, [reference])
    judged = replace(judgement, inside=(inside,), disagreement=disagreement)
    drafts = [newsroom.draft(text, 0, 11), newsroom.draft(text, 13, 24)]
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        first, second = tx.claims.add_all(revision.id, [replace(drafts[0], judgement=judged), drafts[1]])
        tx.commit()
    assert newsroom.claim(first.id).judgement == judged
    assert (newsroom.claim(second.id).judgement.inside, newsroom.claim(second.id).judgement.disagreement) == (
        (),
        None,
    )
    with store.transaction() as tx:
        tx.claims.rejudge(first.id, judgement, state=ReviewState.QUEUED, priority=1)
        tx.claims.rejudge(second.id, judged, state=ReviewState.QUEUED, priority=1)
        tx.commit()
    assert newsroom.claim(first.id).judgement == judgement
    assert newsroom.claim(second.id).judgement == judged
    with store.reading() as tx:
        spans = [Span(0, 11), Span(13, 24), Span(13, 20), Span(30, 34)]
        assert tx.claims.at_spans(revision.id, spans) == {
            Span(0, 11): first.id,
            Span(13, 24): second.id,
        }
        assert tx.claims.at_spans(revision.id, []) == {}


def test_claims_of_a_revision_take_two_queries_however_many_there_are(store: Any, newsroom: Any) -> None:
    references = newsroom.references(*(newsroom.entry(f"r{n}", f"Fact {n}.") for n in range(5)))
    text = "word " * 40
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        drafts = [newsroom.draft(text, 5 * n, 5 * n + 4, references=references) for n in range(40)]
        added = tx.claims.add_all(revision.id, drafts)
        tx.articles.add_check(revision.id, newsroom.versions, actor=newsroom.amina, now=newsroom.now)
        for claim in added[:10]:
            tx.claims.record_decision(
                claim.id,
                Decision(Disposition.CONFIRMED, reference_ids=(references[0].id,)),
                expected_version=1,
                from_state=ReviewState.QUEUED,
                to_state=ReviewState.RESOLVED,
                actor=newsroom.amina,
                now=newsroom.now,
            )
        tx.commit()
    with store.reading() as tx:
        with statements() as sent:
            claims = tx.claims.of_revision(revision.id)
        assert len(sent) == 2
        assert [claim.position for claim in claims] == list(range(40))
        assert all(len(claim.judgement.evidence) == 5 for claim in claims)
        looks: list[tuple[Callable[[], object], int]] = [
            (lambda: tx.claims.decisions_of([claim.id for claim in claims]), 2),
            (lambda: tx.claims.states_of(revision.id), 1),
            (lambda: tx.claims.queue(now=newsroom.now), 2),
            (lambda: tx.claims.queue_counts(now=newsroom.now, holder_id="x"), 1),
            (tx.articles.page, 3),
            (lambda: tx.claims.uses_of_reference(references[0].id), 1),
            (lambda: tx.references.get_many([one.id for one in references]), 1),
            (lambda: tx.references.search("fact"), 2),
            (lambda: tx.audit.of_subjects("claim", [claim.id for claim in claims]), 1),
        ]
        for look, most in looks:
            with statements() as sent:
                look()
            assert len(sent) == most, sent


def test_evidence_keeps_the_reference_as_it_was(store: Any, newsroom: Any) -> None:
    (before,) = newsroom.references(newsroom.entry("a", "It cost $5.576 million."))
    text = "It cost $6m."
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        (claim,) = tx.claims.add_all(revision.id, [newsroom.draft(text, 0, 11, references=[before])])
        tx.commit()
    (after,) = newsroom.references(newsroom.entry("a", "It cost $9 million."))
    assert (before.version, after.version) == (1, 2)
    assert newsroom.claim(claim.id).judgement.evidence[0].reference == before


def test_judging_again_replaces_the_evidence_and_raises_the_version(store: Any, newsroom: Any) -> None:
    first, second = newsroom.references(newsroom.entry("a"), newsroom.entry("b"))
    (claim_id,) = newsroom.queue_of(1)
    for version, references in ((2, [first, second]), (3, [second]), (4, [])):
        with store.transaction() as tx:
            tx.claims.rejudge(
                claim_id,
                newsroom.judgement(MachineStatus.CONFLICTING, references),
                state=ReviewState.REOPENED,
                priority=9,
                priority_reasons=("conflict",),
            )
            tx.commit()
        claim = newsroom.claim(claim_id)
        assert [one.reference for one in claim.judgement.evidence] == references
        assert (claim.version, claim.state, claim.priority) == (version, ReviewState.REOPENED, 9)
        assert claim.priority_reasons == ("conflict",)
        assert claim.judgement.status is MachineStatus.CONFLICTING


def test_it_says_when_there_is_no_such_claim(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        with pytest.raises(NotFound):
            tx.claims.get("nothing")
        with pytest.raises(NotFound):
            tx.claims.rejudge("nothing", newsroom.judgement(), state=ReviewState.QUEUED, priority=0)


def test_a_lease_is_never_stored_as_a_state(store: Any, newsroom: Any) -> None:
    draft = newsroom.draft("DeepSeek spent $6m.", 0, 8, state=ReviewState.LEASED)
    with store.transaction() as tx:
        revision = newsroom.article(tx)
        with pytest.raises(ValueError, match="lease"):
            tx.claims.add_all(revision.id, [draft])


def test_nothing_points_at_what_is_not_there(store: Any, newsroom: Any) -> None:
    text = "DeepSeek spent $6m."
    (real,) = newsroom.references(newsroom.entry("a"))
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.claims.add_all("01M89EEY45GS95SP8RKYJ9AY8H", [newsroom.draft(text, 0, 8)])
    ghost = newsroom.draft(text, 0, 8, references=[replace(real, id="01M89EEY45GS95SP8RKYJ9AY8H")])
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.claims.add_all(newsroom.article(tx, text).id, [ghost])
    with store.reading() as tx:
        assert tx.claims.queue(now=newsroom.now).total == 0


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_text_that_an_engine_cannot_keep_is_bad_input(store: Any, newsroom: Any, text: str) -> None:
    with pytest.raises(InvalidInput), store.transaction() as tx:
        newsroom.article(tx, text)
    with pytest.raises(InvalidInput), store.reading() as tx:
        tx.articles.get(text)
    with pytest.raises(InvalidInput), store.reading() as tx:
        tx.people.find_user(text)


def test_it_shows_where_a_reference_was_used(store: Any, newsroom: Any) -> None:
    held, cited, unused = newsroom.references(*(newsroom.entry(key) for key in "abc"))
    text = "DeepSeek spent $6m."
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        (claim,) = tx.claims.add_all(revision.id, [newsroom.draft(text, 0, 8, references=[held])])
        tx.claims.record_decision(
            claim.id,
            Decision(Disposition.CONFIRMED, reference_ids=(cited.id,)),
            expected_version=1,
            from_state=ReviewState.QUEUED,
            to_state=ReviewState.RESOLVED,
            actor=newsroom.amina,
            now=newsroom.now,
        )
        tx.commit()
    with store.transaction() as tx:
        (use,) = tx.claims.uses_of_reference(held.id)
        assert (use.claim_id, use.relation, use.decided) == (claim.id, Relation.SUPPORTS, False)
        assert (use.article_title, use.quote, use.state) == ("The launch", "DeepSeek", ReviewState.RESOLVED)
        (use,) = tx.claims.uses_of_reference(cited.id)
        assert (use.relation, use.decided) == (None, True)
        assert tx.claims.uses_of_reference(unused.id) == ()
        tx.articles.add_revision(revision.article_id, newsroom.document("Other."), now=newsroom.now)
        assert tx.claims.uses_of_reference(held.id) == ()


def test_only_a_claim_on_which_nobody_decided_can_be_taken_out(store: Any, newsroom: Any) -> None:
    references = newsroom.references(newsroom.entry("a"))
    text = "It cost $6m. It took four years. It holds 90 boats."
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        drafts = [newsroom.draft(text, start, start + 11, references=references) for start in (0, 13, 33)]
        first, second, third = tx.claims.add_all(revision.id, drafts)
        tx.claims.record_decision(
            second.id,
            Decision(Disposition.OPINION),
            expected_version=1,
            from_state=ReviewState.QUEUED,
            to_state=ReviewState.RESOLVED,
            actor=newsroom.amina,
            now=newsroom.now,
        )
        tx.commit()
    with store.transaction() as tx:
        tx.claims.withdraw(first.id)
        (again,) = tx.claims.add_all(revision.id, drafts[:1])
        tx.commit()
    with store.reading() as tx:
        assert [claim.id for claim in tx.claims.of_revision(revision.id)] == [again.id, second.id, third.id]
        assert [state.id for state in tx.claims.states_of(revision.id)] == [again.id, second.id, third.id]
    with pytest.raises(IntegrityError), store.transaction() as tx:
        tx.claims.withdraw(second.id)
