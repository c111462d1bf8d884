"""Handing an article in, by text or file; what is typed is never lost."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport
from factcheck.domain.errors import ModelFailed
from factcheck.domain.people import Actor, Role
from factcheck.store.records import Listing

Client = TestClient[Litestar]
Submit = Callable[..., httpx.Response]
Read = Callable[[httpx.Response], Any]

TYPED = {
    "title": "Chip maker loses a sixth",
    "desk": "business",
    "author": "P. Raman",
    "published_at": "2025-01-28T06:00",
    "deadline": "2025-01-28T09:30",
}
SUBMITTER = Actor(id="desk", name="Desk", role=Role.EDITOR)
NO_FILE = {"file": ("", b"", "application/octet-stream")}


def send(submit: Submit, browser: Client, path: str, data: dict[str, str], **files: Any) -> httpx.Response:
    return submit(browser, path, data, files={**NO_FILE, **files})


def test_a_pasted_article_becomes_a_proof(
    alma: Client, submit: Submit, read: Read, article_text: str
) -> None:
    answer = send(submit, alma, "/articles", {**TYPED, "text": article_text})
    assert answer.status_code == 303, answer.text
    page = read(alma.get(answer.headers["location"]))
    assert "Chip maker loses a sixth" in page.text
    assert "by P. Raman" in page.text
    assert "28 Jan 2025, 09:30" in page.text
    assert "Checked: " in page.text
    assert "Checked: " not in alma.get(answer.headers["location"]).text, "a notice is shown once"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("storm.txt", b"Nvidia shares closed 17% lower on 27 January 2025."),
        ("storm.md", b"# Storm\n\nNvidia shares closed **17%** lower on 27 January 2025."),
        (
            "storm.html",
            b"<html><body><h1>Storm</h1><p>Nvidia shares closed 17% lower on 27 January 2025.</p>",
        ),
    ],
)
def test_an_uploaded_article_becomes_a_proof(
    name: str, data: bytes, alma: Client, submit: Submit, read: Read
) -> None:
    answer = send(submit, alma, "/articles", {"text": ""}, file=(name, data, "application/octet-stream"))
    assert answer.status_code == 303, answer.text
    assert "Nvidia shares closed 17" in read(alma.get(answer.headers["location"])).text


@pytest.mark.parametrize(
    ("changed", "field", "status"),
    [
        ({"text": "   "}, "text", 400),
        ({"text": "x" * 60_000}, "text", 413),
        ({"deadline": "tomorrow"}, "deadline", 400),
        ({"published_at": "2025-02-30T00:00"}, "published_at", 400),
        ({"author": "x" * 501}, "author", 400),
        ({"title": "x" * 501}, "title", 413),
    ],
)
def test_a_fault_names_its_field_and_keeps_everything(
    changed: dict[str, str],
    field: str,
    status: int,
    alma: Client,
    submit: Submit,
    read: Read,
    article_text: str,
    newsroom: Newsroom,
) -> None:
    before = newsroom.checks.articles().total
    typed = {**TYPED, "text": article_text, **changed}
    answer = send(submit, alma, "/articles", typed)
    assert answer.status_code == status
    page = read(answer)
    (wrong,) = [a for tag, a in page.tags if tag in ("input", "textarea", "select") and "aria-invalid" in a]
    assert wrong["id"] == field
    assert f"{field}-fault" in wrong["aria-describedby"]
    assert f"#{field}" in page.links()
    assert {name: page.fields[name] for name in typed} == typed
    assert newsroom.checks.articles().total == before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("broken.docx", b"PK\x03\x04 this is no archive"),
        ("broken.docx", b"not an archive at all"),
        ("broken.pdf", b"%PDF-1.7 and nothing else"),
        ("picture.png", b"\x89PNG\r\n\x1a\n"),
        ("garbage.txt", bytes(range(256)) * 4),
        ("empty.txt", b""),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_kept(
    name: str, data: bytes, alma: Client, submit: Submit, read: Read
) -> None:
    answer = send(submit, alma, "/articles", TYPED, file=(name, data, ""))
    assert answer.status_code in (400, 415)
    page = read(answer)
    assert [a["id"] for a in page.all("input", type="file") if "aria-invalid" in a] == ["file"]
    assert page.fields["author"] == "P. Raman"


def test_a_text_and_a_file_together_are_refused(alma: Client, submit: Submit, read: Read) -> None:
    answer = send(submit, alma, "/articles", {"text": "Typed."}, file=("a.txt", b"Sent.", "text/plain"))
    assert answer.status_code == 400
    assert read(answer).fields["text"] == "Typed."


def test_a_request_above_the_limit_is_a_readable_page(alma: Client, submit: Submit) -> None:
    answer = send(submit, alma, "/articles", {}, file=("a.txt", b"x" * 1_100_000, "text/plain"))
    assert answer.status_code == 413
    assert "too large" in answer.text.lower()


def test_a_model_that_fails_loses_no_word(
    alma: Client, submit: Submit, read: Read, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ModelFailed("The encoder could not run.")

    monkeypatch.setattr(type(newsroom.checks), "check", fail)
    answer = send(submit, alma, "/articles", {**TYPED, "text": "A long text."})
    assert answer.status_code == 503
    page = read(answer)
    assert page.fields["text"] == "A long text."
    assert "The encoder could not run." in page.text


def test_a_new_version_starts_from_the_current_text(
    alma: Client, submit: Submit, read: Read, check: Callable[..., ArticleReport]
) -> None:
    first = check("versions")
    form = read(alma.get(f"/articles/{first.article_id}/revisions/new"))
    assert form.fields["text"] == first.text
    changed = form.fields["text"].replace("9.4%", "3.1%").replace("loses a sixth", "falls")
    answer = send(
        submit,
        alma,
        f"/articles/{first.article_id}/revisions",
        {"text": changed, "title": form.fields["title"]},
    )
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"/articles/{first.article_id}"
    now = read(alma.get(f"/articles/{first.article_id}"))
    assert "version 2" in now.text
    assert "Chip maker falls" in now.text
    assert "loses a sixth" not in now.text
    old = read(alma.get(f"/articles/{first.article_id}/revisions/1"))
    assert "Stale" in old.text
    assert "9.4%" in old.text
    assert "Pass" not in old.text


def test_the_desk_shows_each_article_with_its_gate(alma: Client, read: Read, article: ArticleReport) -> None:
    page = read(alma.get("/"))
    assert f"/articles/{article.article_id}" in page.links()
    assert "Hold" in page.text
    assert f"{article.counts.open} open" in page.text


def test_an_empty_newsroom_is_told_what_to_do_first(
    alma: Client, read: Read, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(newsroom.checks), "articles", lambda *_, **__: Listing((), 0))
    monkeypatch.setattr(type(newsroom.references), "search", lambda *_, **__: Listing((), 0))
    page = read(alma.get("/"))
    assert "Nothing has been checked yet" in page.text
    assert {"/references/new", "/references/import", "/articles/new"} <= set(page.links())
    assert "There are no references yet" in read(alma.get("/references")).text


def test_longer_lists_lead_on(
    alma: Client, read: Read, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, queue = newsroom.checks.articles(), newsroom.queue.page(SUBMITTER)
    references = newsroom.references.search()
    more = "a/b+c"
    monkeypatch.setattr(
        type(newsroom.checks), "articles", lambda *_, **__: replace(articles, next_cursor=more)
    )
    monkeypatch.setattr(
        type(newsroom.references), "search", lambda *_, **__: replace(references, next_cursor=more)
    )
    monkeypatch.setattr(
        type(newsroom.queue),
        "page",
        lambda *_, **__: replace(queue, page=replace(queue.page, next_cursor=more)),
    )
    assert "/?cursor=a/b%2Bc" in read(alma.get("/")).links()
    assert "/references?q=x%20y&cursor=a/b%2Bc" in read(alma.get("/references?q=x+y")).links()
    shown = read(alma.get("/queue?status=conflicting&text=%26"))
    assert "/queue?status=conflicting&text=%26&article=&mine=&cursor=a/b%2Bc" in shown.links()
