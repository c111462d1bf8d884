"""Clients of the API whose every answer is held against the OpenAPI document."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]
Document = dict[str, Any]


@pytest.fixture(scope="session")
def document(running: Client) -> Document:
    """The OpenAPI document as it is served."""
    answer = running.get("/schema/openapi.json")
    assert answer.status_code == 200
    found: Document = answer.json()
    return found


@pytest.fixture(scope="session")
def fits_document(document: Document) -> Callable[[httpx.Response], None]:
    """Asserts that a response is documented: its path, method, status, content type and body."""

    def check(response: httpx.Response) -> None:
        request = response.request
        if not request.url.path.startswith(("/api", "/healthz")):
            return
        operation = _operation(document, request.url.path, request.method)
        if operation is None:
            assert response.status_code in (400, 401, 404, 405), response.status_code
            return
        described = operation["responses"].get(str(response.status_code))
        assert described is not None, (
            f"{request.method} {request.url.path}: {response.status_code} undocumented"
        )
        response.read()
        if not described.get("content"):
            assert not response.content
            return
        content_type = response.headers["content-type"].split(";")[0]
        schema = described["content"][content_type]["schema"]
        whole = {**schema, "components": document["components"]}
        Draft202012Validator(whole, format_checker=FormatChecker()).validate(response.json())

    return check


def _operation(document: Document, path: str, method: str) -> Document | None:
    steps = path.strip("/").split("/")
    best: Document | None = None
    for template, methods in document["paths"].items():
        wanted = template.strip("/").split("/")
        if len(wanted) != len(steps) or method.lower() not in methods:
            continue
        if wanted == steps:
            found: Document = methods[method.lower()]
            return found
        if all(w == s or w.startswith("{") for w, s in zip(wanted, steps, strict=True)):
            best = methods[method.lower()]
    return best


@pytest.fixture(scope="session")
def api(
    open_client: Callable[..., Client], fits_document: Callable[[httpx.Response], None], keys: dict[str, str]
) -> Callable[..., Client]:
    """Makes clients with the named key ("" for none) whose answers are all checked."""

    def make(name: str = "full", **more: Any) -> Client:
        client = open_client(key=keys[name] if name else "", **more)
        client.event_hooks = {"response": [fits_document]}
        return client

    return make


@pytest.fixture
def cms(api: Callable[..., Client]) -> Client:
    """A program that may do all that a program can."""
    return api("full")


@pytest.fixture
def anyone(api: Callable[..., Client]) -> Client:
    """A program without a key."""
    return api("")


@pytest.fixture(scope="session")
def checked(api: Callable[..., Client], article_text: str) -> Document:
    """An article that has been checked once."""
    answer = api("full").post(
        "/api/v1/checks",
        json={
            "text": article_text,
            "title": "Chip maker loses a sixth of its value",
            "source_app": "cms",
            "source_id": "shared",
            "desk": "business",
            "published_at": "2025-01-28T06:00:00Z",
        },
    )
    assert answer.status_code == 200, answer.text
    found: Document = answer.json()
    return found
