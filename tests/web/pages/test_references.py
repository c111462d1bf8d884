"""Keeping references through the pages."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport

Client = TestClient[Litestar]
Submit = Callable[..., httpx.Response]
Read = Callable[[httpx.Response], Any]

TYPED = {
    "text": "The harbour bridge opened on 4 May 1932.",
    "publisher": "Harbour Trust",
    "title": "History of the bridge",
    "url": "https://harbour.example/bridge",
    "kind": "primary",
    "published_at": "2020-01-02",
    "as_of": "1932-05-04",
    "valid_until": "",
    "key": "",
}


def test_a_reference_is_added_and_found(alma: Client, submit: Submit, read: Read) -> None:
    answer = submit(alma, "/references/new", TYPED)
    assert answer.status_code == 303, answer.text
    page = read(alma.get(answer.headers["location"]))
    assert TYPED["text"] in page.text
    assert "4 May 1932" in page.text
    (link,) = page.all("a", href="https://harbour.example/bridge")
    assert link["rel"] == "noopener noreferrer"
    assert answer.headers["location"] in read(alma.get("/references?q=harbour+bridge")).links()
    again = submit(alma, "/references/new", TYPED)
    assert again.status_code == 409
    assert "in the store already" in read(again).text


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": " "}, "text"),
        ({"publisher": ""}, "publisher"),
        ({"title": ""}, "title"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "not an address"}, "url"),
        ({"as_of": "27/01/2025"}, "as_of"),
        ({"as_of": "2025-02-01", "valid_until": "2025-01-01"}, "valid_until"),
    ],
)
def test_a_fault_names_its_field_and_keeps_everything(
    changed: dict[str, str], field: str, alma: Client, submit: Submit, read: Read, newsroom: Newsroom
) -> None:
    before = newsroom.references.search().total
    typed = {**TYPED, **changed}
    answer = submit(alma, "/references/new", typed)
    assert answer.status_code == 400
    page = read(answer)
    assert f"#{field}" in page.links()
    assert {name: page.fields[name] for name in typed} == typed
    assert newsroom.references.search().total == before


def test_an_import_names_every_row_that_was_left_out(alma: Client, submit: Submit, read: Read) -> None:
    rows = (
        "text,publisher,title,as_of\n"
        "The pier is 310 metres long.,Harbour Trust,The pier,2024-01-01\n"
        ",Harbour Trust,Nothing,\n"
        "The pier was built in 1871.,Harbour Trust,The pier,27/01/25\n"
    )
    answer = submit(alma, "/references/import", files={"file": ("pier.csv", rows.encode(), "text/csv")})
    assert answer.status_code == 200
    page = read(answer)
    assert "2 rows left out" in page.text
    assert "pier.csv" in page.text
    for line, field in (("3", "text"), ("4", "as_of")):
        assert f"{line} {field}" in page.text
    assert "The pier is 310 metres long." in read(alma.get("/references?q=pier")).text


@pytest.mark.parametrize(
    ("name", "data"),
    [("", b""), ("pier.xlsx", b"PK"), ("pier.csv", b""), ("pier.csv", b"a,b\n1,2\n"), ("<b>.csv", b"a\n1")],
)
def test_a_file_that_cannot_be_imported_is_refused_as_a_whole(
    name: str, data: bytes, alma: Client, submit: Submit, read: Read
) -> None:
    answer = submit(alma, "/references/import", files={"file": (name, data, "text/csv")})
    assert answer.status_code == 400
    assert "#file" in read(answer).links()
    assert "<b>" not in answer.text


def test_a_reference_names_the_claims_that_were_held_against_it(
    alma: Client, read: Read, article: ArticleReport
) -> None:
    claim = next(claim for claim in article.claims if claim.evidence)
    page = read(alma.get(f"/references/{claim.evidence[0].reference.id}"))
    assert f"/claims/{claim.id}" in page.links()


def test_a_search_without_a_hit_says_so(alma: Client, read: Read) -> None:
    assert "No reference fits “zebra”" in read(alma.get("/references?q=zebra")).text
