"""What an article says against itself, and what references say against each other, as people see it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport, NewReference
from factcheck.domain.people import Actor, Role

Client = TestClient[Litestar]
Read = Callable[[httpx.Response], Any]
Check = Callable[..., ArticleReport]

SETUP = Actor(id="setup", name="Setup", role=Role.ADMIN)
AGAINST_ITSELF = (
    "The Quay Board spent £5m on the <new> lighthouse at Orra.\n\nIt rained.\n\n"
    "The lighthouse has 12 keepers. Seven work by day, four by night and the other two rest."
)
TOLD = "The lighthouse at Orra cost £62 million to build."


def about(report: ArticleReport, words: str) -> ClaimReport:
    return next(claim for claim in report.claims if words in claim.claim.quote)


@pytest.fixture(scope="module")
def odd(check: Check) -> ArticleReport:
    """An article whose headline and text differ, and whose sum is wrong."""
    return check("at-odds", AGAINST_ITSELF, "Quay Board spends £6m on lighthouse at Orra")


@pytest.fixture(scope="module")
def disputed(check: Check, newsroom: Newsroom) -> ClaimReport:
    """A claim on which two references disagree."""
    for number, (text, publisher, title, day) in enumerate(
        (
            (TOLD, "Quay Board", "Accounts", date(2020, 1, 31)),
            (
                "The lighthouse at Orra cost £71 million to build, by a provisional count.",
                "Audit <Office>",
                "Review",
                None,
            ),
        )
    ):
        newsroom.references.add(
            NewReference(text, publisher, title, "https://example.org/x", as_of=day, key=f"orra-{number}"),
            SETUP,
        )
    return about(check("disputed", TOLD, "Orra"), "£62")


def test_a_claim_page_shows_the_other_claim_and_leads_to_it(
    alma: Client, read: Read, odd: ArticleReport
) -> None:
    headline, text = about(odd, "£6m"), about(odd, "£5m")
    page = read(alma.get(f"/claims/{headline.id}"))
    assert "The article contradicts itself" in page.text
    assert "The headline says “£6m”, paragraph 1 says “£5m”; both cannot be right." in page.text
    assert f"/claims/{text.id}" in page.links()
    assert f"/claims/{headline.id}" in read(alma.get(f"/claims/{text.id}")).links()
    assert "<new>" in page.text


def test_a_wrong_sum_leads_to_every_claim_that_has_a_part_in_it(
    alma: Client, read: Read, odd: ArticleReport
) -> None:
    whole = about(odd, "12 keepers")
    parts = [one for one in odd.claims if "work by day" in one.claim.quote or "rest" in one.claim.quote]
    page = read(alma.get(f"/claims/{whole.id}"))
    assert "7 + 4 + 2 is 13, not 12" in page.text
    assert {f"/claims/{one.id}" for one in parts} <= set(page.links())


def test_the_proof_and_the_queue_say_so_too(alma: Client, read: Read, odd: ArticleReport) -> None:
    numbers = {claim.id: n for n, claim in enumerate(odd.claims, 1)}
    other = numbers[about(odd, "£5m").id]
    page = read(alma.get(f"/articles/{odd.article_id}"))
    assert f"at odds with claim {other}" in page.text
    assert f"#note-{other}" in page.links()
    queue = read(alma.get("/queue", params={"article": odd.article_id}))
    assert "The headline says “£6m”, paragraph 1 says “£5m”" in queue.text
    assert "the article contradicts itself" in queue.text


def test_a_claim_page_shows_both_sides_where_references_disagree(
    alma: Client, read: Read, disputed: ClaimReport
) -> None:
    page = read(alma.get(f"/claims/{disputed.id}"))
    assert "The references disagree" in page.text
    for told in (
        "£62 million",
        "£71 million",
        "31 Jan 2020",
        "Audit <Office>",
        "Dated not said",
        "Scope provisional",
        "Only one is said to be provisional.",
    ):
        assert told in page.text, told


def test_a_claim_without_either_has_neither_card(alma: Client, read: Read, article: ArticleReport) -> None:
    page = read(alma.get(f"/claims/{article.claims[0].id}"))
    assert "contradicts itself" not in page.text
    assert "references disagree" not in page.text
