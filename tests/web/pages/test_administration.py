"""Accounts, keys and the audit log."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.store.records import ChainReport

Client = TestClient[Litestar]
Submit = Callable[..., httpx.Response]
Read = Callable[[httpx.Response], Any]

NEW = {"name": "Dora Diaz", "username": "dora", "password": "a long enough password", "role": "editor"}


def test_an_account_is_opened_closed_and_opened_again(
    ada: Client,
    submit: Submit,
    read: Read,
    newsroom: Newsroom,
    open_client: Callable[..., Client],
    sign_in: Callable[..., httpx.Response],
) -> None:
    assert submit(ada, "/people", NEW).headers["location"] == "/people"
    assert "Dora Diaz can sign in now." in read(ada.get("/people")).text
    dora = open_client()
    assert sign_in(dora, "dora", NEW["password"]).status_code == 303
    user = next(user for user in newsroom.people.users() if user.username == "dora")
    submit(ada, f"/people/{user.id}/active", {"active": "0"})
    assert "Dora Diaz can no longer sign in." in read(ada.get("/people")).text
    assert dora.get("/queue").status_code == 303
    submit(ada, f"/people/{user.id}/active", {"active": "1"})
    assert "Dora Diaz can sign in again." in read(ada.get("/people")).text


@pytest.mark.parametrize(
    ("changed", "field", "status"),
    [
        ({"username": "alma"}, "username", 409),
        ({"username": "two words"}, "username", 400),
        ({"name": ""}, "name", 400),
        ({"password": "short"}, "password", 400),
        ({"role": "king"}, "role", 400),
    ],
)
def test_a_fault_names_its_field_and_never_shows_the_password(
    changed: dict[str, str], field: str, status: int, ada: Client, submit: Submit, read: Read
) -> None:
    typed = {**NEW, "username": "erin", **changed}
    answer = submit(ada, "/people", typed)
    assert answer.status_code == status
    page = read(answer)
    assert f"#{field}" in page.links()
    assert page.fields["name"] == typed["name"]
    assert page.fields["password"] == ""
    assert typed["password"] not in answer.text.replace(f"{typed['password']}er", "")


def test_nobody_closes_their_own_account(ada: Client, submit: Submit, newsroom: Newsroom) -> None:
    user = next(user for user in newsroom.people.users() if user.username == "ada")
    assert submit(ada, f"/people/{user.id}/active", {"active": "0"}).status_code == 409
    assert ada.get("/people").status_code == 200


def test_a_key_is_shown_once_and_revoked(ada: Client, submit: Submit, read: Read, newsroom: Newsroom) -> None:
    answer = submit(ada, "/keys", {"name": "Print CMS", "scopes": ["read", "check"]})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    ticked = {box["value"] for box in read(answer).all("input", name="scopes") if "checked" in box}
    assert ticked == {"read", "check"}
    assert "check, read" in read(ada.get("/audit")).text
    secret = answer.text.split('class="secret-value">')[1].split("<")[0]
    assert newsroom.people.authenticate_key(secret).name == "Print CMS"
    listed = ada.get("/keys")
    assert secret not in listed.text
    assert "Print CMS" in listed.text
    known = newsroom.people.keys()
    key = next(key for key in known if key.name == "Print CMS")
    submit(ada, f"/keys/{key.id}/revoke")
    assert "no longer opens anything" in read(ada.get("/keys")).text
    assert submit(ada, "/keys/unknown/revoke").status_code == 404


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": "", "scopes": "read"}, "name"),
        ({"name": "x"}, "scopes"),
        ({"name": "x", "scopes": "all"}, "scopes"),
    ],
)
def test_a_key_needs_a_name_and_a_purpose(
    typed: dict[str, str], field: str, ada: Client, submit: Submit, read: Read
) -> None:
    answer = submit(ada, "/keys", typed)
    assert answer.status_code == 400
    assert f"#{field}" in read(answer).links()


def test_the_audit_log_shows_who_did_what(ada: Client, read: Read, newsroom: Newsroom) -> None:
    page = read(ada.get("/audit"))
    assert "is whole" in page.text
    newest = newsroom.audit.lines(limit=1)[0]
    assert newest.action in page.text
    assert newest.actor in page.text
    earlier = read(ada.get("/audit?before=2"))
    assert earlier.text.count("user.created") == 1


def test_a_broken_chain_is_said_loudly(
    ada: Client, read: Read, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(newsroom.audit), "verify", lambda _: ChainReport(events=9, broken_at=4, head=""))
    page = read(ada.get("/audit"))
    assert "broken at event 4 of 9" in page.text
    assert page.all("p", role="alert")
