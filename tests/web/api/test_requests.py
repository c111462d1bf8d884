"""Whatever the bytes of a request are, there is one clear answer, and nothing is changed."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.settings import Settings
from factcheck.web.app import create_app

Client = TestClient[Litestar]
CHECKS = "/api/v1/checks"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b"", None),
        (b"{", None),
        (b"null", "body"),
        (b"[]", "body"),
        (b'"text"', "body"),
        (b"{}", "text"),
        (b'{"text": 1}', "text"),
        (b'{"text": null}', "text"),
        (b'{"text": "a", "claims": []}', "claims"),
        (b'{"text": "a", "format": "rtf"}', "format"),
        (b'{"text": "a", "format": "pdf"}', "text"),
        (b'{"text": "\xc3\xa9", "format": "docx"}', "text"),
        (b'{"text": "a", "deadline": "2025-01-28T06:00:00"}', "deadline"),
        (b'{"text": "a", "deadline": "soon"}', "deadline"),
        (b'{"text": "a", "deadline": "9999-12-31T23:59:59+99:99"}', "deadline"),
        (b'{"text": "a", "desk": "' + b"x" * 400 + b'"}', "desk"),
        (b'{"text": "a", "author": "line\\nbreak"}', "author"),
        (b'{"text": ""}', "text"),
        (b'{"text": " \\n "}', "text"),
        (b'{"text": "\\ud800"}', None),
        (b'{"text": "\xff"}', None),
        (b"\xff\xfe{\x00", None),
        (b"\x00\x01\x02", None),
        (b"[" * 200_000, None),
        (b'{"text": "a", "more": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", None),
        (b'{"text": "a", "text": 2}', "text"),
        (b"{'text': 'a'}", None),
        (b'{"text": NaN}', None),
    ],
)
def test_a_body_that_cannot_be_used_is_refused(cms: Client, body: bytes, field: str | None) -> None:
    before = cms.get("/api/v1/articles").json()["total"]
    answer = cms.post(CHECKS, content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    problem = answer.json()
    assert problem["code"] in ("bad_request", "invalid_input")
    assert problem["type"] == f"/problems/{problem['code']}"
    assert [error["field"] for error in problem.get("errors", [])] == ([field] if field else [])
    assert cms.get("/api/v1/articles").json()["total"] == before


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "application/jsonp"],
)
def test_a_body_has_to_be_declared_as_json(cms: Client, content_type: str) -> None:
    answer = cms.post(CHECKS, content=b'{"text": "a"}', headers={"content-type": content_type})
    assert answer.status_code == 415
    assert answer.json()["code"] == "unsupported_media_type"


def test_json_may_name_its_charset(cms: Client) -> None:
    answer = cms.post(
        CHECKS,
        content=json.dumps({"text": "The council met on 3 May 2024."}),
        headers={"content-type": "application/json; charset=utf-8"},
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("address", [CHECKS, "/api/v1/references", "/api/v1/references/import"])
@pytest.mark.parametrize("declared", [True, False])
def test_a_body_above_the_limit_is_refused(
    cms: Client, settings: Settings, address: str, declared: bool
) -> None:
    size = settings.max_upload_bytes + 1
    content: Any = b" " * size if declared else iter([b" " * 65_536] * (size // 65_536 + 1))
    content_type = "text/csv" if address.endswith("import") else "application/json"
    answer = cms.post(address, content=content, headers={"content-type": content_type})
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"


def test_a_text_above_the_limit_is_refused(cms: Client, settings: Settings) -> None:
    answer = cms.post(CHECKS, json={"text": "a " * (settings.max_article_chars // 2 + 1)})
    assert answer.status_code == 413
    assert answer.json()["errors"][0]["field"] == "text"


def test_an_upload_above_the_limit_is_a_page(
    alma: Client, settings: Settings, submit: Callable[..., httpx.Response]
) -> None:
    answer = submit(
        alma, "/articles", files={"file": ("a.txt", b"x" * (settings.max_upload_bytes + 1), "text/plain")}
    )
    assert answer.status_code == 413
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    "filename",
    [
        'a"\r\nset-cookie: evil=1\r\n.txt',
        "../../etc/passwd.txt",
        "<script>alert(1)</script>.txt",
        "\u202etxt.exe",
        "💥.txt",
        "a" * 5_000 + ".txt",
        ".txt",
    ],
)
def test_a_filename_cannot_do_anything(
    alma: Client, submit: Callable[..., httpx.Response], filename: str
) -> None:
    answer = submit(
        alma, "/articles", files={"file": (filename, b"The council met on 3 May 2024.", "text/plain")}
    )
    assert answer.status_code < 500
    assert "evil" not in answer.cookies
    assert "set-cookie: evil" not in str(answer.headers).lower()
    assert "<script>alert" not in answer.text


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"garbage without any boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: nonsense\r\n\r\na\r\n--x--\r\n"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\n\xff',
        ),
        ("multipart/form-data; boundary=" + "y" * 500, b"--y"),
        ("application/x-www-form-urlencoded", b"text=%ff%fe&text=%00"),
        ("application/x-www-form-urlencoded", b"\xff\x00=&&&==="),
        ("application/x-www-form-urlencoded", b"a=1&" * 20_000),
        ("application/json", b"{"),
        ("nonsense", b"x"),
    ],
)
@pytest.mark.parametrize("path", ["/articles", "/references/new", "/references/import", "/sign-in"])
def test_a_broken_form_is_refused(
    alma: Client, form_token: Callable[[Client], str], path: str, content_type: str, body: bytes
) -> None:
    headers = {"content-type": content_type, "x-csrftoken": form_token(alma)}
    answer = alma.post(path, content=body, headers=headers)
    assert 400 <= answer.status_code < 500, answer.text


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=201", "limit=-1", "limit=many", "limit=1e3", "limit=99999999999999999999"]
)
def test_a_bad_query_names_its_field(cms: Client, query: str) -> None:
    answer = cms.get(f"/api/v1/articles?{query}")
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["field"] == "limit"
    assert "pointer" not in error


def test_an_unknown_address_is_a_problem_for_programs_and_a_page_for_people(client: Client) -> None:
    program = client.get("/api/v1/nothing")
    assert program.status_code == 404
    assert program.headers["content-type"] == "application/problem+json"
    person = client.get("/nothing", headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert person.status_code == 404
    assert person.headers["content-type"].startswith("text/html")
    script = client.get("/nothing", headers={"accept": "application/json"})
    assert script.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("accept", ["", "*/*", "nonsense", ";;;", "text/html;q=x", "a/b/c", ","])
def test_an_odd_accept_header_is_harmless(client: Client, accept: str) -> None:
    assert client.get("/nothing", headers={"accept": accept}).status_code == 404


def test_a_wrong_method_says_which_are_right(cms: Client) -> None:
    answer = cms.delete(CHECKS)
    assert answer.status_code == 405
    assert answer.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "{{ 7 * 7 }}", '"><img src=x onerror=alert(1)>']
)
def test_what_was_sent_is_never_markup_in_a_page(alma: Client, text: str) -> None:
    for address in ("/nothing/", "/articles/", "/references?q=", "/queue?text=", "/sign-in?next=/"):
        answer = alma.get(address + text)
        assert answer.status_code < 500
        assert text not in answer.text or text == "{{ 7 * 7 }}"
        assert ">49<" not in answer.text


def test_a_fault_is_logged_with_a_reference_and_tells_nothing(
    settings: Settings,
    newsroom: Newsroom,
    keys: dict[str, str],
    open_client: Callable[..., Client],
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken:
        def report(self, check_id: str) -> None:
            raise RuntimeError("the password of the database is hunter2")

    client = open_client(key=keys["full"], raise_server_exceptions=False)
    client.app = create_app(settings, replace(newsroom, checks=Broken()))  # type: ignore[arg-type]
    answer = client.get(f"{CHECKS}/x")
    assert answer.status_code == 500
    problem = answer.json()
    assert problem["code"] == "internal_error"
    assert "hunter2" not in answer.text
    assert problem["reference"] in problem["detail"]
    assert problem["reference"] in caplog.text
    assert "hunter2" in caplog.text
