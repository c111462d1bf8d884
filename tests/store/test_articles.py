from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import CoverageItem, CoverageReason, CoverageTrigger
from factcheck.domain.errors import AlreadyExists, InvalidInput, NotFound
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import ReviewState
from factcheck.store.cursors import cursor_after

KEY = "01M89EEY45GS95SP8RKYJ9AY8H"


def test_it_keeps_a_document_as_it_was(store: Any, newsroom: Any) -> None:
    text = "Prices rose 3%.\n\n🎉🎉 “Great” — عربي\u200f, said Zoë.\tEnd "
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        tx.commit()
    with store.reading() as tx:
        stored = tx.articles.revision_by_id(revision.id)
    assert stored == revision
    assert stored.document == newsroom.document(text)


def test_it_numbers_revisions_and_makes_the_newest_current(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        first = newsroom.article(tx, "One.", source_app="cms", source_id="7")
        second = tx.articles.add_revision(first.article_id, newsroom.document("Two."), now=newsroom.now)
        tx.commit()
    with store.reading() as tx:
        article = tx.articles.find("cms", "7")
        assert article is not None
        assert article.current_revision_id == second.id
        assert tx.articles.revision(article.id) == second
        assert tx.articles.revision(article.id, 1) == first
        assert [(line.number, line.check_id) for line in tx.articles.revisions(article.id)] == [
            (2, None),
            (1, None),
        ]
        assert tx.articles.revision_with_hash(article.id, first.document.content_sha256) == first
        assert tx.articles.revision_with_hash(article.id, "0" * 64) is None


def test_it_goes_back_to_an_earlier_text(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        first = newsroom.article(tx, "One.")
        other = newsroom.article(tx, "Other.")
        tx.articles.add_revision(first.article_id, newsroom.document("Two."), now=newsroom.now)
        tx.articles.make_current(first.article_id, first.id)
        with pytest.raises(NotFound):
            tx.articles.make_current(first.article_id, other.id)
        assert tx.articles.revision(first.article_id).number == 1


def test_it_finds_an_article_without_a_key_by_its_text(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        named = newsroom.article(tx, "Same.", source_app="cms", source_id="1")
        assert tx.articles.find_unnamed(named.document.content_sha256) is None
        newsroom.article(tx, "Same.")
        newest = newsroom.article(tx, "Same.")
        found = tx.articles.find_unnamed(named.document.content_sha256)
        assert found is not None
        assert found.id == newest.article_id
        assert found.source_id == ""


def test_it_refuses_a_second_article_under_one_key(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        newsroom.article(tx, source_app="cms", source_id="7")
        newsroom.article(tx, source_app="blog", source_id="7")
        with pytest.raises(AlreadyExists) as refused:
            newsroom.article(tx, source_app="cms", source_id="7")
    assert refused.value.field == "source_id"


def test_it_updates_details(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        revision = newsroom.article(tx)
        tx.articles.update_details(
            revision.article_id, title="New", desk="Money", author="Mei", deadline=newsroom.later
        )
        tx.commit()
    with store.reading() as tx:
        article = tx.articles.get(revision.article_id)
    assert (article.title, article.desk, article.author) == ("New", "Money", "Mei")
    assert article.deadline == newsroom.later


@pytest.mark.parametrize("id_", ["", "01M89EEY45GS95SP8RKYJ9AY8H", "x" * 500])
def test_it_says_when_nothing_is_there(store: Any, id_: str) -> None:
    with store.reading() as tx:
        for look in (tx.articles.get, tx.articles.revision, tx.articles.revision_by_id, tx.articles.check):
            with pytest.raises(NotFound):
                look(id_)


def test_numbers_from_outside_may_be_of_any_size(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        revision = newsroom.article(tx)
        for number in (0, -1, 2, 2**31, 2**63, 10**30, -(10**30)):
            with pytest.raises(NotFound):
                tx.articles.revision(revision.article_id, number)
            assert tx.audit.lines(limit=number, before=number) == ()
            assert tx.references.search(limit=number).total == 0
        assert tx.articles.revision(revision.article_id, 1) == revision


def test_it_keeps_checks_and_coverage(store: Any, newsroom: Any) -> None:
    item = CoverageItem(Span(0, 5), "Wow 🎉", CoverageTrigger.SENTENCE, CoverageReason.OPINION)
    with store.transaction() as tx:
        revision = newsroom.article(tx)
        assert tx.articles.latest_check(revision.id) is None
        tx.articles.replace_coverage(revision.id, [item, item])
        tx.articles.replace_coverage(revision.id, [item])
        tx.articles.add_check(revision.id, newsroom.versions, actor=newsroom.amina, now=newsroom.now)
        check = tx.articles.add_check(
            revision.id, newsroom.versions, actor=newsroom.tomasz, now=newsroom.later
        )
        tx.commit()
    with store.reading() as tx:
        assert tx.articles.coverage(revision.id) == (item,)
        assert tx.articles.latest_check(revision.id) == check == tx.articles.check(check.id)
        assert check.versions == newsroom.versions
        (line,) = tx.articles.revisions(revision.article_id)
        assert (line.check_id, line.checked_at) == (check.id, newsroom.later)


def test_it_lists_checked_articles_newest_first_in_pages_that_stay(store: Any, newsroom: Any) -> None:
    def check(tx: Any, minutes: int) -> str:
        revision = newsroom.article(tx, f"Text {minutes}.")
        at = newsroom.now + timedelta(minutes=minutes)
        tx.articles.add_check(revision.id, newsroom.versions, actor=newsroom.amina, now=at)
        return str(revision.article_id)

    with store.transaction() as tx:
        newsroom.article(tx, "Never checked.")
        ids = [check(tx, minutes) for minutes in (1, 1, 2, 3, 4)]
        tx.commit()
    with store.reading() as tx:
        first = tx.articles.page(limit=2)
    with store.transaction() as tx:
        check(tx, 60)
        tx.commit()
    with store.reading() as tx:
        second = tx.articles.page(limit=2, cursor=first.next_cursor)
        third = tx.articles.page(limit=2, cursor=second.next_cursor)
    shown = [line.article.id for page in (first, second, third) for line in page.items]
    assert shown == ids[::-1]
    assert (first.total, third.total, third.next_cursor) == (5, 6, None)


def test_a_list_of_articles_carries_what_the_gate_needs(store: Any, newsroom: Any) -> None:
    text = "DeepSeek spent $6m."
    with store.transaction() as tx:
        revision = newsroom.article(tx, text)
        supported = newsroom.draft(text, 0, 8, status=MachineStatus.SUPPORTED, state=ReviewState.CLEARED)
        tx.claims.add_all(revision.id, [supported, newsroom.draft(text, 9, 18)])
        tx.articles.add_check(revision.id, newsroom.versions, actor=newsroom.amina, now=newsroom.now)
        (line,) = tx.articles.page().items
        assert line.revision_number == 1
        assert line.content_sha256 == revision.document.content_sha256
        assert [(claim.status, claim.state, claim.disposition) for claim in line.claims] == [
            (MachineStatus.SUPPORTED, ReviewState.CLEARED, None),
            (MachineStatus.UNMATCHED, ReviewState.QUEUED, None),
        ]
        assert line.claims == tx.claims.states_of(revision.id)


def test_a_bad_cursor_is_bad_input(store: Any, newsroom: Any) -> None:
    strange = ["", "x", "é", "W10", "WyJhIiwiYiJd", "%00", "WzFd" * 1_000]
    strange += [cursor_after(*place) for place in ((2**31,), (-(2**63),), (True,), ("\x00",))]
    strange += [cursor_after("2025-01-01T00:00:00", KEY), cursor_after("2025-01-01T00:00:00Z", KEY + "\n")]
    strange += [cursor_after(1, "2025-01-01T00:00:00Z", "\x00" * 26), cursor_after(1.5, "x", KEY)]
    with store.reading() as tx:
        for look in (tx.articles.page, tx.references.search, partial(tx.claims.queue, now=newsroom.now)):
            for cursor in strange:
                with pytest.raises(InvalidInput) as refused:
                    look(cursor=cursor)
                assert refused.value.field == "cursor"


def test_a_key_too_long_for_an_index_is_bad_input(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx, pytest.raises(InvalidInput) as refused:
        newsroom.article(tx, source_app="cms", source_id="é" * 501)
    assert refused.value.field == "source_id"
