"""Searching, adding and importing references."""

import json
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]

NEW: dict[str, Any] = {
    "text": "The harbour of Brack was dredged in 2019.",
    "source": {
        "publisher": "Harbour office of Brack",
        "title": "Annual report 2019",
        "url": "https://harbour.example/2019",
        "kind": "primary",
        "published_at": "2020-03-01",
    },
    "as_of": "2019-12-31",
    "key": "brack-harbour",
}


def test_a_reference_is_added_and_found(cms: Client) -> None:
    answer = cms.post("/api/v1/references", json=NEW)
    assert answer.status_code == 201
    reference = answer.json()["reference"]
    assert {name: reference[name] for name in NEW} == NEW
    assert cms.get(answer.headers["location"]).json() == answer.json()
    found = cms.get("/api/v1/references", params={"q": "dredged harbour"}).json()
    assert found["items"][0]["key"] == "brack-harbour"
    again = cms.post("/api/v1/references", json=NEW)
    assert again.status_code == 409
    assert again.json()["code"] == "already_exists"


def test_a_new_reference_counts_in_the_next_check(cms: Client) -> None:
    body = {"text": "The lighthouse of Sund is 41 metres tall.", "source_id": "lighthouse"}
    assert cms.post("/api/v1/checks", json=body).json()["claims"][0]["status"] == "unmatched"
    reference = {
        "text": "The lighthouse of Sund is 41 metres tall.",
        "source": {
            "publisher": "Coast guard",
            "title": "List of lights",
            "url": "https://coast.example/lights",
        },
    }
    added = cms.post("/api/v1/references", json=reference).json()["reference"]
    claim = cms.post("/api/v1/checks", json=body).json()["claims"][0]
    assert claim["status"] == "supported"
    uses = cms.get(f"/api/v1/references/{added['id']}").json()["uses"]
    assert [use["claim_id"] for use in uses] == [claim["id"]]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": ""}, "text"),
        ({"source": {**NEW["source"], "publisher": " "}}, "source.publisher"),
        ({"source": {**NEW["source"], "url": "javascript:alert(1)"}}, "source.url"),
        ({"source": {**NEW["source"], "kind": "rumour"}}, "source.kind"),
        ({"source": {**NEW["source"], "published_at": "yesterday"}}, "source.published_at"),
        ({"as_of": "2019-02-30"}, "as_of"),
        ({"trust": 5}, "trust"),
        ({"source": {**NEW["source"], "id": "1"}}, "source.id"),
    ],
)
def test_a_bad_field_is_named_and_nothing_added(cms: Client, change: dict[str, Any], field: str) -> None:
    before = cms.get("/api/v1/references").json()["total"]
    answer = cms.post("/api/v1/references", json={**NEW, "key": "other", **change})
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["field"] == field
    assert error["pointer"] == "/" + field.replace(".", "/")
    assert cms.get("/api/v1/references").json()["total"] == before


CSV = (
    "text,publisher,title,url,as_of\r\n"
    '"The bridge at Holm opened in 1931.",Holm town,Chronicle,https://holm.example/c,1931-05-01\r\n'
    '"No source",,,,\r\n'
    '"The bridge at Holm is 212 metres long.",Holm town,Chronicle,https://holm.example/c,not a date\r\n'
)


def test_an_import_names_every_bad_row_and_keeps_the_good_ones(cms: Client) -> None:
    answer = cms.post(
        "/api/v1/references/import", content=CSV, headers={"content-type": "text/csv; charset=utf-8"}
    )
    assert answer.status_code == 200
    result = answer.json()
    assert (result["added"], result["updated"], result["unchanged"]) == (1, 0, 0)
    assert [error["line"] for error in result["errors"]] == [3, 4]
    again = cms.post("/api/v1/references/import", content=CSV, headers={"content-type": "text/csv"}).json()
    assert (again["added"], again["unchanged"]) == (0, 1)


@pytest.mark.parametrize("content_type", ["application/jsonl", "application/x-ndjson"])
def test_json_lines_are_imported(cms: Client, content_type: str) -> None:
    row = {
        "text": f"The ferry to {content_type} runs twice a day.",
        "publisher": "Ferry line",
        "title": "Timetable",
        "url": "https://ferry.example/t",
    }
    rows = json.dumps(row) + "\n{broken\n"
    result = cms.post(
        "/api/v1/references/import", content=rows, headers={"content-type": content_type}
    ).json()
    assert result["added"] == 1
    assert [error["line"] for error in result["errors"]] == [2]


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "multipart/form-data; boundary=x", ""]
)
def test_other_types_are_not_imported(cms: Client, content_type: str) -> None:
    answer = cms.post("/api/v1/references/import", content=CSV, headers={"content-type": content_type})
    assert answer.status_code == 415
    assert answer.json()["code"] == "unsupported_media_type"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00garbage\x00", b"\x00" * 100, b"a,b\n1,2\n"])
def test_an_import_that_is_none_is_refused_or_reported(cms: Client, content: bytes) -> None:
    answer = cms.post("/api/v1/references/import", content=content, headers={"content-type": "text/csv"})
    assert answer.status_code in (200, 400)
    if answer.status_code == 200:
        assert answer.json()["added"] == 0
        assert answer.json()["errors"]


def test_the_search_goes_page_by_page(cms: Client) -> None:
    page = cms.get("/api/v1/references", params={"limit": 1}).json()
    assert len(page["items"]) == 1
    assert page["total"] > 1
    following = cms.get("/api/v1/references", params={"limit": 1, "cursor": page["next_cursor"]}).json()
    assert following["items"] != page["items"]


@pytest.mark.parametrize(
    "query", ["'", '"', "*", "NEAR(", "a OR", "-", ") --", "\u0000", "%", "🚀", "x" * 300]
)
def test_any_words_can_be_searched_for(cms: Client, query: str) -> None:
    assert cms.get("/api/v1/references", params={"q": query}).status_code == 200


@pytest.mark.parametrize("address", ["articles", "queue", "references"])
@pytest.mark.parametrize("cursor", ["nonsense", "💥", "AAAA", "e30=", "x" * 999])
def test_a_cursor_of_ones_own_making_is_refused(cms: Client, address: str, cursor: str) -> None:
    answer = cms.get(f"/api/v1/{address}", params={"cursor": cursor})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "cursor"
