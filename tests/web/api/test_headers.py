"""What stands in the headers of every response, and which hosts are answered at all."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.settings import Settings
from factcheck.web.app import create_app

Client = TestClient[Litestar]
EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 - to be refused as a host


@pytest.mark.parametrize(
    "address",
    [
        "/sign-in",
        "/queue",
        "/nothing",
        "/api/v1/articles",
        "/api/v1/nothing",
        "/healthz",
        "/schema",
        "/static/x",
    ],
)
def test_every_response_is_protected(client: Client, alma: Client, address: str) -> None:
    for answer in (client.get(address), alma.get(address), alma.delete(address), alma.post(address)):
        headers = answer.headers
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert policy == {
            "default-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
            "object-src": "'none'",
        }
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


def test_static_files_are_kept_for_good_where_the_address_names_their_content(client: Client) -> None:
    versioned, plain = client.get("/static/base.css?v=1"), client.get("/static/base.css")
    assert versioned.status_code == plain.status_code == 200
    assert versioned.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert plain.headers["cache-control"] == "no-cache"
    assert "set-cookie" not in plain.headers


@pytest.mark.parametrize(
    "path", ["../app.py", "..%2fapp.py", "%2e%2e/app.py", "..\\app.py", "%00", "./../../settings.py"]
)
def test_static_files_are_all_that_is_served(client: Client, path: str) -> None:
    answer = client.get(f"/static/{path}")
    assert answer.status_code in (400, 404)
    assert "create_app" not in answer.text


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:1234", "[::1]:8000", "127.0.0.1:1"]
)
def test_loopback_names_are_answered(client: Client, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8000",
        "evil.example:8000",
        "127.0.0.1@evil.example",
        "evil.example#127.0.0.1",
        "",
        "[::1",
        "127.0.0.1, evil.example",
        EVERY_ADDRESS,
        "2130706433",
    ],
)
@pytest.mark.parametrize(
    "address", ["/healthz", "/sign-in", "/schema/openapi.json", "/api/v1/articles", "/static/base.css"]
)
def test_other_hosts_are_refused(client: Client, host: str, address: str) -> None:
    answer = client.get(address, headers={"host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_two_hosts_are_one_too_many(client: Client) -> None:
    answer = client.get("/healthz", headers=[("host", "127.0.0.1"), ("host", "evil.example")])
    assert answer.status_code == 400


def test_forwarded_headers_mean_nothing(client: Client) -> None:
    answer = client.get("/healthz", headers={"host": "evil.example", "x-forwarded-host": "127.0.0.1"})
    assert answer.status_code == 400


def test_further_names_are_a_setting(settings: Settings, newsroom: Newsroom, client: Client) -> None:
    named = replace(settings, host=EVERY_ADDRESS, allowed_hosts="desk.example, FACTS.example")
    client.app = create_app(named, newsroom)
    for host, status in (
        ("desk.example", 200),
        ("facts.example:443", 200),
        ("localhost", 200),
        (EVERY_ADDRESS, 400),
    ):
        assert client.get("/healthz", headers={"host": host}).status_code == status


@pytest.mark.parametrize("address", ["/sign-in", "/schema/openapi.json", "/static/base.css"])
def test_long_answers_are_compressed(client: Client, address: str) -> None:
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()
    assert answer.text


def test_a_program_is_given_no_cookies(open_client: Callable[..., Client], keys: dict[str, str]) -> None:
    assert "set-cookie" not in open_client(key=keys["read"]).get("/api/v1/articles").headers
