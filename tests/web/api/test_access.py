"""Nobody gets further than their key, role or session reaches, on any route and by any method."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute
from litestar.testing import TestClient

Client = TestClient[Litestar]

OPEN = ("/healthz", "/schema", "/problems", "/static", "/sign-in")
FITTING = {
    "/api/v1/references/import": {"content": b"text\n", "headers": {"content-type": "text/csv"}},
}


def _routes(app: Litestar) -> list[tuple[str, str]]:
    """Every method and path the application answers, with made-up values for what is variable."""
    found = []
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            path = route.path_format.replace("{number}", "1").replace("{", "").replace("}", "")
            found += [(str(method), path) for method in sorted(route.methods)]
    return found


def _is_open(path: str) -> bool:
    return any(path == root or path.startswith(root + "/") for root in OPEN)


def test_every_route_that_is_not_open_asks_who_is_calling(app: Litestar, client: Client) -> None:
    closed = [(method, path) for method, path in _routes(app) if not _is_open(path)]
    assert len(closed) > 40
    for method, path in closed:
        answer = client.request(method, path)
        if path.startswith("/api/"):
            assert answer.status_code == 401, (method, path)
            assert answer.headers["www-authenticate"].startswith("Bearer")
            assert answer.headers["content-type"] == "application/problem+json"
        else:
            assert answer.status_code == 303, (method, path)
            assert answer.headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "TRACE", "PROPFIND", "PUT", "DELETE"])
def test_no_other_method_gets_round_that(client: Client, checked: dict[str, Any], method: str) -> None:
    for path in (f"/api/v1/checks/{checked['id']}", "/api/v1/articles", "/", "/queue"):
        answer = client.request(method, path)
        assert answer.status_code in (303, 401, 404, 405)
        assert checked["title"].encode() not in answer.content


@pytest.mark.parametrize(
    "path",
    [
        "//api/v1/articles",
        "/api/v1/articles/",
        "/api//v1/articles",
        "/api/v1/./articles",
        "/static/../api/v1/articles",
        "/static/..%2fqueue",
        "/healthz/../queue",
        "/sign-in/../queue",
        "/schema/../queue",
        "/sign-in%2f..%2fqueue",
        "/API/V1/articles",
        "/queue;/static/x",
        "/queue%00/static",
        "/queue#/static/",
        "/queue?/static/",
    ],
)
def test_no_way_of_writing_a_path_gets_round_that(client: Client, path: str) -> None:
    request = client.build_request("GET", "/")
    request.url = request.url.copy_with(raw_path=path.split("#", maxsplit=1)[0].encode())
    assert client.send(request).status_code in (303, 400, 401, 404)


def test_method_override_headers_mean_nothing(client: Client) -> None:
    answer = client.get("/api/v1/articles", headers={"x-http-method-override": "OPTIONS"})
    assert answer.status_code == 401


def test_a_page_comes_back_after_sign_in(client: Client) -> None:
    answer = client.get("/queue?status=conflicting")
    assert answer.headers["location"] == "/sign-in?next=%2Fqueue%3Fstatus%3Dconflicting"


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Bearer fck_",
        "Bearer fck_" + "A" * 43,
        "Basic YWRhOmFkYQ==",
        "fck_123",
        "Bearer \x00",
        "Bearer " + "x" * 10_000,
        "Bearer fck_é",
    ],
)
def test_an_invalid_key_is_refused(anyone: Client, header: str) -> None:
    answer = anyone.get("/api/v1/articles", headers=[(b"authorization", header.encode("latin-1"))])
    assert answer.status_code == 401
    assert answer.json()["code"] == "not_signed_in"


def test_a_revoked_key_is_refused(api: Callable[..., Client]) -> None:
    assert api("revoked").get("/api/v1/articles").status_code == 401


def test_a_bad_key_is_not_rescued_by_a_session(alma: Client) -> None:
    answer = alma.get("/api/v1/articles", headers={"authorization": "Bearer fck_wrong"})
    assert answer.status_code == 401


def test_a_key_opens_no_page(api: Callable[..., Client]) -> None:
    answer = api("full").get("/queue")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")


def _ask(client: Client, operation: dict[str, Any], method: str, path: str) -> httpx.Response:
    more: dict[str, Any] = FITTING.get(path, {})
    if not more and method == "post":
        body = operation["requestBody"]["content"]["application/json"]["schema"]["examples"][0]
        more = {"json": body}
    return client.request(method, path.replace("{", "").replace("}", ""), **more)


def test_every_operation_needs_exactly_the_scope_it_names(
    api: Callable[..., Client], document: dict[str, Any], keys: dict[str, str]
) -> None:
    tried = 0
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if operation["security"] == [{}]:
                continue
            (needed,) = operation["security"][0]["apiKey"]
            for name in ("read", "check", "references", "charlie"):
                answer = _ask(api(name), operation, method, path)
                refused = answer.status_code == 403
                assert refused == (name != needed), (name, method, path, answer.text)
                if refused:
                    assert answer.json()["code"] == "not_allowed"
                tried += 1
    assert tried == 4 * 10


def test_charlie_sees_nothing(charlie: Client, app: Litestar, checked: dict[str, Any]) -> None:
    for method, path in _routes(app):
        if _is_open(path):
            continue
        answer = charlie.request(method, path)
        assert answer.status_code in (303, 403, 405) or (method == "OPTIONS" and answer.status_code == 204)
        assert checked["title"].encode() not in answer.content


def test_a_signed_in_person_may_ask_the_api(alma: Client, checked: dict[str, Any]) -> None:
    assert alma.get(f"/api/v1/checks/{checked['id']}").status_code == 200


def test_with_a_session_the_api_needs_the_form_token(
    alma: Client, form_token: Callable[[Client], str], fits_document: Callable[[httpx.Response], None]
) -> None:
    body = {"text": "The Nasdaq Composite fell 3.1% on 27 January 2025.", "source_id": "by-alma"}
    form_token(alma)
    refused = alma.post("/api/v1/checks", json=body)
    assert refused.status_code == 403
    assert refused.json()["code"] == "csrf_failed"
    fits_document(refused)
    answer = alma.post("/api/v1/checks", json=body, headers={"x-csrftoken": form_token(alma)})
    assert answer.status_code == 200
    assert answer.json()["checked_by"] == "Alma Reyes"


def test_every_form_needs_its_token(ada: Client, app: Litestar, form_token: Callable[[Client], str]) -> None:
    form_token(ada)
    posts = [path for method, path in _routes(app) if method == "POST" and not path.startswith("/api/")]
    assert len(posts) > 10
    for path in posts:
        assert ada.post(path, data={"x": "y"}).status_code == 403, path
        assert ada.post(path, data={"_csrf_token": "forged"}).status_code == 403, path
        assert ada.post(path, json={}).status_code == 403, path


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_request_from_another_site_is_refused_even_with_a_token(
    alma: Client, submit: Callable[..., httpx.Response], headers: dict[str, str]
) -> None:
    assert submit(alma, "/queue/next", headers=headers).status_code == 403


def test_a_request_from_the_site_itself_passes(alma: Client, submit: Callable[..., httpx.Response]) -> None:
    headers = {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}
    assert submit(alma, "/queue/next", headers=headers).status_code == 303


def test_a_token_of_another_secret_is_replaced_instead_of_refused_for_ever(client: Client) -> None:
    client.cookies.set("csrftoken", "0" * 128, domain="127.0.0.1", path="/")
    answer = client.get("/sign-in")
    token = answer.cookies["csrftoken"]
    assert token != "0" * 128
    assert token in answer.text
    assert "0" * 128 not in answer.text


@pytest.mark.parametrize("path", ["/people", "/keys", "/audit"])
def test_only_admins_reach_accounts_keys_and_the_log(
    alma: Client, edith: Client, ada: Client, path: str
) -> None:
    assert alma.get(path).status_code == 403
    assert edith.get(path).status_code == 403
    assert ada.get(path).status_code == 200
