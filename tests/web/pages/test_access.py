"""Who may see which page. Charlie must see nothing."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.reports import ArticleReport, ClaimReport

Client = TestClient[Litestar]
Read = Callable[[httpx.Response], Any]

FOR_EVERYBODY = (
    "/",
    "/articles/new",
    "/articles/{article}",
    "/articles/{article}/revisions/1",
    "/articles/{article}/revisions/new",
    "/queue",
    "/claims/{claim}",
    "/references",
    "/references/new",
    "/references/import",
    "/references/{reference}",
    "/help",
)
FOR_ADMINISTRATORS = ("/people", "/keys", "/audit")
STEPS = (
    "/articles",
    "/articles/{article}/revisions",
    "/queue/next",
    "/claims/{claim}/take",
    "/claims/{claim}/decide",
    "/claims/{claim}/undo",
    "/claims/{claim}/release",
    "/claims/{claim}/renew",
    "/references/new",
    "/references/import",
)
STEPS_FOR_ADMINISTRATORS = ("/people", "/people/x/active", "/keys", "/keys/x/revoke")


@pytest.fixture(scope="module")
def addressed(
    article: ArticleReport, open_claim: Callable[[ArticleReport], ClaimReport], running: Client
) -> Callable[[str], str]:
    claim = next(c for c in article.claims if c.evidence)

    def fill(path: str) -> str:
        return path.format(
            article=article.article_id, claim=claim.id, reference=claim.evidence[0].reference.id
        )

    return fill


@pytest.mark.parametrize("path", FOR_EVERYBODY)
@pytest.mark.parametrize("who", ["alma", "edith", "ada"])
def test_pages_for_everybody_who_is_signed_in(
    who: str, path: str, addressed: Callable[[str], str], request: pytest.FixtureRequest
) -> None:
    browser: Client = request.getfixturevalue(who)
    answer = browser.get(addressed(path))
    assert answer.status_code == 200
    assert "</html>" in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", FOR_ADMINISTRATORS)
def test_pages_for_administrators(path: str, ada: Client, alma: Client, edith: Client, read: Read) -> None:
    assert ada.get(path).status_code == 200
    for browser in (alma, edith):
        answer = browser.get(path)
        assert answer.status_code == 403
        assert "admin" in answer.text
        assert path not in read(browser.get("/")).links()


@pytest.mark.parametrize("path", FOR_EVERYBODY + FOR_ADMINISTRATORS)
def test_charlie_and_strangers_are_sent_to_sign_in(
    path: str, addressed: Callable[[str], str], client: Client, charlie: Client
) -> None:
    for browser in (client, charlie):
        answer = browser.get(addressed(path))
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/sign-in")
        assert answer.text == ""


@pytest.mark.parametrize("path", STEPS + STEPS_FOR_ADMINISTRATORS)
def test_charlie_and_strangers_change_nothing(
    path: str,
    addressed: Callable[[str], str],
    client: Client,
    charlie: Client,
    submit: Callable[..., httpx.Response],
) -> None:
    for browser in (client, charlie):
        answer = submit(browser, addressed(path))
        assert answer.status_code == 303
        assert answer.headers["location"] == "/sign-in"


@pytest.mark.parametrize("path", STEPS_FOR_ADMINISTRATORS)
def test_only_administrators_change_accounts_and_keys(
    path: str, alma: Client, edith: Client, submit: Callable[..., httpx.Response]
) -> None:
    for browser in (alma, edith):
        assert submit(browser, path).status_code == 403


@pytest.mark.parametrize("path", STEPS + STEPS_FOR_ADMINISTRATORS + ("/sign-in", "/sign-out"))
def test_no_form_works_without_its_token(path: str, addressed: Callable[[str], str], ada: Client) -> None:
    answer = ada.post(addressed(path), data={"username": "x"})
    assert answer.status_code == 403
    assert "expired" in answer.text


def test_after_signing_in_the_page_that_was_asked_for_comes(
    client: Client, submit: Callable[..., httpx.Response]
) -> None:
    asked = client.get("/queue?status=conflicting")
    assert asked.headers["location"] == "/sign-in?next=%2Fqueue%3Fstatus%3Dconflicting"
    form = client.get(asked.headers["location"])
    assert 'value="/queue?status=conflicting"' in form.text
    signed_in = submit(
        client,
        "/sign-in",
        {
            "username": "alma",
            "password": "correct horse battery staple",
            "next": "/queue?status=conflicting",
        },
    )
    assert signed_in.headers["location"] == "/queue?status=conflicting"


def test_a_wrong_password_keeps_the_name_and_never_the_password(
    client: Client, submit: Callable[..., httpx.Response]
) -> None:
    answer = submit(client, "/sign-in", {"username": "edith", "password": "wrong-secret"})
    assert answer.status_code == 401
    assert 'value="edith"' in answer.text
    assert "wrong-secret" not in answer.text


def test_demo_accounts_are_not_shown_outside_the_demo(client: Client) -> None:
    assert "demo" not in client.get("/sign-in").text.lower()


def test_signing_out_ends_the_session(
    client: Client, sign_in: Callable[..., httpx.Response], submit: Callable[..., httpx.Response]
) -> None:
    sign_in(client, "bola")
    assert client.get("/queue").status_code == 200
    answer = submit(client, "/sign-out")
    assert answer.headers["location"] == "/sign-in"
    assert "signed out" in client.get("/sign-in").text
    assert client.get("/queue").status_code == 303


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/articles/unknown",
        "/claims/unknown",
        "/references/unknown",
        "/articles/unknown/revisions/9",
    ],
)
def test_what_is_not_there_is_a_readable_page(path: str, alma: Client) -> None:
    answer = alma.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text
    assert "Go to the desk" in answer.text
