"""Hostile words in every field that people or programs fill: they are shown, never run."""

from collections.abc import Callable
from datetime import date
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport, NewReference
from factcheck.domain.people import Actor, Role
from factcheck.web.pages.notices import COOKIE

Client = TestClient[Litestar]
Submit = Callable[..., httpx.Response]
Read = Callable[[httpx.Response], Any]

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"><img src=x onerror=alert(1)>' onfocus='alert(1)"
SETUP = Actor(id="setup", name="Setup", role=Role.ADMIN)


def holds_nothing_hostile(page: Any) -> None:
    assert not [a for a in page.all("script") if "src" not in a]
    assert not page.all("img")
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert not attributes.get("href", "").lower().startswith(("javascript:", "data:"))


@pytest.fixture(scope="module")
def hostile(newsroom: Newsroom, check: Callable[..., ArticleReport], running: Client) -> ArticleReport:
    newsroom.references.add(
        NewReference(
            text=f"The firm Acme {SCRIPT} lost 12% on 3 May 2024.",
            publisher=BREAKOUT,
            title=SCRIPT,
            url="https://example.org/?q=%22%3E%3Cscript%3E",
            as_of=date(2024, 5, 3),
        ),
        SETUP,
    )
    return check(
        "hostile",
        f"The firm Acme {SCRIPT} lost 15% on 3 May 2024. {BREAKOUT} It employs 4,000 people in Leeds.",
        f"Acme {SCRIPT} loses",
    )


def test_no_page_runs_what_an_article_or_a_reference_says(
    hostile: ArticleReport, ada: Client, read: Read
) -> None:
    pages = [
        "/",
        "/queue",
        "/references",
        "/audit",
        f"/queue?article={hostile.article_id}&text={SCRIPT}",
        f"/references?q={SCRIPT}",
        f"/articles/{hostile.article_id}",
        f"/articles/{hostile.article_id}/revisions/new",
        *(f"/claims/{claim.id}" for claim in hostile.claims),
        *(f"/references/{e.reference.id}" for claim in hostile.claims for e in claim.evidence),
    ]
    for path in pages:
        answer = ada.get(path)
        assert answer.status_code == 200, path
        holds_nothing_hostile(read(answer))
    assert SCRIPT in read(ada.get(f"/articles/{hostile.article_id}")).text, "shown as it was written"


def test_no_form_runs_what_was_typed(ada: Client, submit: Submit, read: Read) -> None:
    for path, typed in (
        ("/people", {"name": BREAKOUT, "username": SCRIPT, "role": BREAKOUT}),
        ("/keys", {"name": BREAKOUT, "scopes": SCRIPT}),
        ("/references/new", {"text": SCRIPT, "publisher": BREAKOUT, "url": "javascript:alert(1)"}),
        ("/sign-in", {"username": BREAKOUT, "password": "x", "next": "javascript:alert(1)"}),
    ):
        answer = submit(ada, path, typed)
        assert answer.status_code >= 400
        holds_nothing_hostile(read(answer))


def test_a_note_and_a_wording_are_shown_and_not_run(
    hostile: ArticleReport, edith: Client, submit: Submit, read: Read
) -> None:
    claim = next(claim for claim in hostile.claims if claim.open)
    submit(edith, f"/claims/{claim.id}/take")
    submit(
        edith,
        f"/claims/{claim.id}/decide",
        {
            "disposition": "corrected",
            "note": SCRIPT,
            "wording": BREAKOUT,
            "version": str(claim.version),
            "then": "queue",
        },
    )
    for path in (f"/claims/{claim.id}", f"/articles/{hostile.article_id}"):
        page = read(edith.get(path))
        holds_nothing_hostile(page)
        assert SCRIPT in page.text


@pytest.mark.parametrize(
    "value", ["%5B%22decided%22%2C%22%3Cscript%3E%22%2C%22%22%5D", "nonsense", "%5B1%5D", "%7B%7D", "null"]
)
def test_a_forged_notice_says_nothing_of_its_own(value: str, alma: Client, read: Read) -> None:
    alma.cookies.set(COOKIE, value, domain="127.0.0.1", path="/")
    answer = alma.get("/help")
    assert answer.status_code == 200
    assert "<script>" not in answer.text
    holds_nothing_hostile(read(answer))


def test_signing_in_never_leads_elsewhere(client: Client, sign_in: Callable[..., httpx.Response]) -> None:
    answer = sign_in(client, "alma", next="//evil.example/")
    assert answer.headers["location"] == "/"
