"""The application as it is served, over a real store and real models, and a fixed cast of callers.

Alma and Bola are checkers, Edith is an editor, Ada an administrator. Charlie is a program whose key has no
scope at all: whatever Charlie asks, there is nothing to see. The newsroom is shared by all tests of a
session; a test that needs an article of its own checks one under a `source_id` of its own.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.desk.passwords import KEY_PREFIX, digest, new_token
from factcheck.desk.reports import NewReference
from factcheck.domain.people import Actor, Role, Scope
from factcheck.settings import Settings
from factcheck.web.app import create_app

ADDRESS = "http://127.0.0.1:8000"
SETUP = Actor(id="setup", name="Setup", role=Role.ADMIN)
PASSWORD = "correct horse battery staple"

Client = TestClient[Litestar]

CAST = {
    "alma": ("Alma Reyes", Role.CHECKER),
    "bola": ("Bola Adeyemi", Role.CHECKER),
    "edith": ("Edith Braun", Role.EDITOR),
    "ada": ("Ada Novak", Role.ADMIN),
}

REFERENCES = (
    NewReference(
        text="Shares in Nvidia closed 16.97% lower on 27 January 2025.",
        publisher="Nasdaq",
        title="Historical data, NVDA",
        url="https://www.nasdaq.com/market-activity/stocks/nvda/historical",
        kind="primary",
        key="nvda-close",
    ),
    NewReference(
        text="The Nasdaq Composite fell 3.1% on 27 January 2025.",
        publisher="Nasdaq",
        title="Historical data, COMP",
        url="https://www.nasdaq.com/market-activity/index/comp/historical",
        kind="primary",
        key="comp-close",
    ),
    NewReference(
        text="DeepSeek says that training DeepSeek-V3 cost $5.576 million in GPU hours.",
        publisher="DeepSeek",
        title="DeepSeek-V3 Technical Report",
        url="https://arxiv.org/abs/2412.19437",
        kind="primary",
        key="v3-cost",
    ),
)

ARTICLE = (
    "Nvidia shares closed 17% lower on 27 January 2025.\n\n"
    "The Nasdaq Composite fell 9.4% on 27 January 2025. The start-up DeepSeek opened a second office "
    "in Geneva in 2024. What a day it was!"
)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder: Path = tmp_path_factory.mktemp("newsroom")
    return Settings(
        database_url=f"sqlite:///{folder}/factcheck.sqlite3",
        secret="0123456789abcdef0123456789abcdef",
        max_upload_bytes=1_000_000,
        max_article_chars=50_000,
        audit_share=0.0,
    )


@pytest.fixture(scope="session")
def newsroom(settings: Settings) -> Iterator[Newsroom]:
    """A newsroom with the cast and a few references."""
    made = open_newsroom(settings)
    for username, (name, role) in CAST.items():
        made.people.create_user(username, name, PASSWORD, role, SETUP)
    for reference in REFERENCES:
        made.references.add(reference, SETUP)
    yield made
    made.close()


@pytest.fixture(scope="session")
def keys(newsroom: Newsroom) -> dict[str, str]:
    """Secrets of API keys by what they may do."""

    def key(name: str, *scopes: Scope) -> str:
        return newsroom.people.create_key(name, frozenset(scopes), SETUP).secret

    revoked = newsroom.people.create_key("revoked", frozenset(Scope), SETUP)
    newsroom.people.revoke_key(revoked.report.id, SETUP)
    return {
        "full": key("full", *Scope),
        **{scope.value: key(scope.value, scope) for scope in Scope},
        "charlie": _key_without_scopes(newsroom),
        "revoked": revoked.secret,
    }


def _key_without_scopes(newsroom: Newsroom) -> str:
    """The desk refuses to make such a key; this one is put into the store behind its back."""
    secret = new_token(KEY_PREFIX)
    with newsroom.store.transaction() as tx:
        tx.people.add_key(
            "Charlie",
            prefix=secret[:12],
            secret_hash=digest(secret),
            scopes=frozenset(),
            created_by="Setup",
            now=datetime.now(UTC),
        )
        tx.commit()
    return secret


@pytest.fixture(scope="session")
def article_text() -> str:
    """One claim with a rounding, one in conflict, one that no reference knows, and something to leave out."""
    return ARTICLE


@pytest.fixture(scope="session")
def app(settings: Settings, newsroom: Newsroom) -> Litestar:
    return create_app(settings, newsroom)


@pytest.fixture(scope="session")
def running(app: Litestar) -> Iterator[Client]:
    """The application after its start, with the models loaded."""
    with TestClient(app, base_url=ADDRESS) as client:
        while client.get("/healthz").json()["status"] == "warming":
            pass
        yield client


@pytest.fixture(scope="session")
def open_client(app: Litestar, running: Client) -> Callable[..., Client]:
    """Makes clients: each with its own cookies, none following redirects."""

    def make(*, key: str = "", session: str = "", raise_server_exceptions: bool = True) -> Client:
        client = TestClient(app, base_url=ADDRESS, raise_server_exceptions=raise_server_exceptions)
        client.blocking_portal = running.blocking_portal
        client.follow_redirects = False
        if key:
            client.headers["authorization"] = f"Bearer {key}"
        if session:
            client.cookies.set("factcheck_session", session, domain="127.0.0.1", path="/")
        return client

    return make


@pytest.fixture(scope="session")
def form_token() -> Callable[[Client], str]:
    """Finds the form token of a browser; the sign-in page gives one to everybody."""

    def find(client: Client) -> str:
        if "csrftoken" not in client.cookies:
            client.get("/sign-in")
        return str(client.cookies["csrftoken"])

    return find


@pytest.fixture(scope="session")
def submit(form_token: Callable[[Client], str]) -> Callable[..., httpx.Response]:
    """Sends a form as a browser does, with its token."""

    def send(client: Client, path: str, data: dict[str, Any] | None = None, **more: Any) -> httpx.Response:
        return client.post(path, data={"_csrf_token": form_token(client), **(data or {})}, **more)

    return send


@pytest.fixture(scope="session")
def sign_in(submit: Callable[..., httpx.Response]) -> Callable[..., httpx.Response]:
    """Signs a browser in through the page."""

    def send(client: Client, username: str, password: str = PASSWORD, **more: str) -> httpx.Response:
        return submit(client, "/sign-in", {"username": username, "password": password, **more})

    return send


@pytest.fixture(scope="session")
def sessions(open_client: Callable[..., Client], sign_in: Callable[..., httpx.Response]) -> dict[str, str]:
    """A session of each person, from the real sign-in page."""
    found = {}
    for username in CAST:
        browser = open_client()
        answer = sign_in(browser, username)
        assert answer.status_code == 303, answer.text
        found[username] = str(browser.cookies["factcheck_session"])
    return found


@pytest.fixture
def client(open_client: Callable[..., Client]) -> Client:
    """Nobody: no session, no key."""
    return open_client()


@pytest.fixture
def alma(open_client: Callable[..., Client], sessions: dict[str, str]) -> Client:
    return open_client(session=sessions["alma"])


@pytest.fixture
def bola(open_client: Callable[..., Client], sessions: dict[str, str]) -> Client:
    return open_client(session=sessions["bola"])


@pytest.fixture
def edith(open_client: Callable[..., Client], sessions: dict[str, str]) -> Client:
    return open_client(session=sessions["edith"])


@pytest.fixture
def ada(open_client: Callable[..., Client], sessions: dict[str, str]) -> Client:
    return open_client(session=sessions["ada"])


@pytest.fixture
def charlie(open_client: Callable[..., Client], keys: dict[str, str]) -> Client:
    return open_client(key=keys["charlie"])
