"""The queue: most urgent first, filters, and three different reasons for an empty one."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.queue import QueueFilter
from factcheck.desk.reports import ArticleReport, QueuePage, Taken
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import SYSTEM
from factcheck.store.records import Listing, QueueTally
from factcheck.web.pages.queue import emptiness

Client = TestClient[Litestar]
Submit = Callable[..., httpx.Response]
Read = Callable[[httpx.Response], Any]


def queue(total: int, *, open_claims: int, others: int = 0) -> QueuePage:
    return QueuePage(Listing((), total), QueueTally(open_claims, 0, open_claims, 0, 0, others))


def test_an_empty_queue_a_held_one_and_a_filtered_one_are_told_apart() -> None:
    assert emptiness(queue(0, open_claims=0), filtered=False) == "empty"
    assert emptiness(queue(0, open_claims=0), filtered=True) == "empty"
    assert emptiness(queue(0, open_claims=3), filtered=True) == "filtered"
    assert emptiness(queue(3, open_claims=3, others=3), filtered=False) == "held"
    assert emptiness(queue(3, open_claims=3, others=2), filtered=False) == ""


@pytest.mark.parametrize(
    ("found", "filtered", "words"),
    [
        (queue(0, open_claims=0), "", "The queue is empty."),
        (queue(0, open_claims=3), "?text=zebra", "No open claim fits this filter."),
        (queue(2, open_claims=2, others=2), "", "Nothing is free just now."),
    ],
)
def test_each_reason_has_words_of_its_own(
    found: QueuePage,
    filtered: str,
    words: str,
    alma: Client,
    read: Read,
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(newsroom.queue), "page", lambda *_, **__: found)
    assert words in read(alma.get(f"/queue{filtered}")).text


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (Taken(None, 0), "Nothing is waiting for anybody."),
        (Taken(None, 3), "3 open claims are with somebody else"),
    ],
)
def test_next_says_why_there_is_none(
    taken: Taken,
    words: str,
    alma: Client,
    submit: Submit,
    read: Read,
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(newsroom.queue), "take_next", lambda *_: taken)
    answer = submit(alma, "/queue/next")
    assert answer.headers["location"] == "/queue"
    assert words in read(alma.get("/queue")).text


def test_the_queue_shows_claims_with_their_reasons(
    alma: Client, read: Read, article: ArticleReport, newsroom: Newsroom
) -> None:
    page = read(alma.get(f"/queue?article={article.article_id}"))
    waiting = [claim for claim in article.claims if claim.open]
    assert waiting
    for claim in waiting:
        assert f"/claims/{claim.id}" in page.links()
        assert claim.reason in page.text
    assert f"Only claims of {article.title}" in page.text


def test_filters_narrow_the_list(alma: Client, read: Read, article: ArticleReport) -> None:
    by_status = {
        status: {c.id for c in article.claims if c.open and c.status is status} for status in MachineStatus
    }
    for status in (MachineStatus.CONFLICTING, MachineStatus.UNMATCHED):
        page = read(alma.get(f"/queue?article={article.article_id}&status={status.value}"))
        shown = {link.removeprefix("/claims/") for link in page.links() if link.startswith("/claims/")}
        assert shown == by_status[status]
    assert "No open claim fits this filter." in read(alma.get("/queue?text=zebra+crossing")).text
    assert QueueFilter() == QueueFilter(text="")


def test_a_filter_that_does_not_exist_is_named(alma: Client) -> None:
    assert alma.get("/queue?status=nonsense").status_code == 400
    assert alma.get("/queue?cursor=nonsense").status_code == 400


def test_two_people_never_get_the_same_claim(
    alma: Client, bola: Client, submit: Submit, check: Callable[..., ArticleReport], read: Read
) -> None:
    check("two-people")
    first, second = (submit(browser, "/queue/next").headers["location"] for browser in (alma, bola))
    assert first != second
    assert first.startswith("/claims/")
    mine = read(alma.get("/queue?mine=1"))
    assert first in mine.links()
    assert second not in mine.links()
    assert "with you until" in mine.text
    assert "with Bola Adeyemi until" in read(alma.get("/queue")).text
    for browser, where in ((alma, first), (bola, second)):
        submit(browser, f"{where}/release")


@pytest.mark.usefixtures("article")
def test_the_numbers_of_the_queue_add_up(alma: Client, read: Read, newsroom: Newsroom) -> None:
    waiting = newsroom.queue.page(SYSTEM).counts
    supported = waiting.open - waiting.conflicting - waiting.unmatched
    assert f"{supported} supported, not safely" in read(alma.get("/")).text
    assert f"supported, not safely ({supported})" in read(alma.get("/queue")).text
