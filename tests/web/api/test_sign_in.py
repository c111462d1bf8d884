"""Sessions: how they begin, how they end, and what an attacker cannot do with them."""

from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.settings import Settings
from factcheck.web.app import create_app
from factcheck.web.auth import SESSION_COOKIE, local_path

Client = TestClient[Litestar]
SignIn = Callable[..., httpx.Response]


@pytest.fixture
def strict(settings: Settings, newsroom: Newsroom, open_client: Callable[..., Client]) -> Client:
    """A browser at an application of its own, so that its limits count from nothing."""
    client = open_client()
    client.app = create_app(settings, newsroom)
    return client


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: Client, sign_in: SignIn) -> None:
    answer = sign_in(client, "bola")
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith(SESSION_COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert "Secure" not in cookie


def test_behind_tls_every_cookie_is_secure(
    settings: Settings, newsroom: Newsroom, client: Client, sign_in: SignIn
) -> None:
    client.app = create_app(replace(settings, secure_cookies=True), newsroom)
    client.base_url = httpx.URL("https://127.0.0.1:8000")
    form = client.get("/sign-in")
    answer = sign_in(client, "bola")
    cookies = [*form.headers.get_list("set-cookie"), *answer.headers.get_list("set-cookie")]
    assert len(cookies) >= 2
    for cookie in cookies:
        assert cookie.count("Secure") == 1
    assert answer.headers["strict-transport-security"]


def test_a_session_planted_before_sign_in_is_not_used(
    client: Client, sign_in: SignIn, open_client: Callable[..., Client]
) -> None:
    planted = "planted-by-somebody-else"
    client.cookies.set(SESSION_COOKIE, planted, domain="127.0.0.1", path="/")
    answer = sign_in(client, "bola")
    assert answer.cookies[SESSION_COOKIE] != planted
    assert open_client(session=planted).get("/queue").status_code == 303


def test_each_sign_in_has_a_token_of_its_own(sign_in: SignIn, open_client: Callable[..., Client]) -> None:
    tokens = {sign_in(open_client(), "bola").cookies[SESSION_COOKIE] for _ in range(2)}
    assert len(tokens) == 2


def test_sign_out_ends_the_session_on_the_server(
    client: Client, sign_in: SignIn, submit: SignIn, open_client: Callable[..., Client]
) -> None:
    token = sign_in(client, "bola").cookies[SESSION_COOKIE]
    other = open_client(session=token)
    assert other.get("/queue").status_code == 200
    assert submit(client, "/sign-out").status_code == 303
    assert SESSION_COOKIE not in client.cookies
    assert other.get("/queue").status_code == 303
    assert other.get("/api/v1/queue").status_code == 401


def test_a_closed_account_is_out_at_once(
    client: Client, sign_in: SignIn, submit: SignIn, ada: Client, newsroom: Newsroom
) -> None:
    submit(
        ada,
        "/people",
        {"username": "desmond", "name": "Desmond", "password": "a long enough password", "role": "checker"},
    )
    assert sign_in(client, "desmond", "a long enough password").status_code == 303
    assert client.get("/queue").status_code == 200
    user = next(u for u in newsroom.people.users() if u.username == "desmond")
    assert submit(ada, f"/people/{user.id}/active", {"active": "0"}).status_code == 303
    assert client.get("/queue").status_code == 303
    assert client.get("/api/v1/articles").status_code == 401
    assert sign_in(client, "desmond", "a long enough password").status_code == 401


def test_a_wrong_name_and_a_wrong_password_look_the_same(strict: Client, sign_in: SignIn) -> None:
    wrong_name, wrong_password = sign_in(strict, "nobody"), sign_in(strict, "bola", "wrong")
    assert wrong_name.status_code == wrong_password.status_code == 401
    assert wrong_name.text.replace("nobody", "bola") == wrong_password.text


def test_guessing_is_stopped_before_the_password_is_looked_at(strict: Client, sign_in: SignIn) -> None:
    answers = [sign_in(strict, "alma", f"guess {n}").status_code for n in range(9)]
    assert answers == [401] * 8 + [429]
    locked = sign_in(strict, "ALMA ")
    assert locked.status_code == 429
    assert 0 < int(locked.headers["retry-after"]) <= 300
    assert locked.headers["content-type"].startswith("text/html")
    assert sign_in(strict, "bola").status_code == 303


def test_a_success_clears_earlier_failures(strict: Client, sign_in: SignIn) -> None:
    for _ in range(2):
        for n in range(7):
            assert sign_in(strict, "bola", f"guess {n}").status_code == 401
        assert sign_in(strict, "bola").status_code == 303


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n/evil.example",
        " //evil.example",
        "evil.example",
        "/queue\r\nset-cookie: a=b",
        "/sign-in",
        "",
        "/..//evil.example\\",
    ],
)
def test_sign_in_leads_nowhere_else(client: Client, sign_in: SignIn, target: str) -> None:
    assert local_path(target) == "/"
    answer = sign_in(client, "bola", next=target)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    assert "a=b" not in str(answer.headers)


def test_sign_in_leads_back_to_the_page_that_was_asked_for(client: Client, sign_in: SignIn) -> None:
    answer = sign_in(client, "bola", next="/queue?status=conflicting")
    assert answer.headers["location"] == "/queue?status=conflicting"
