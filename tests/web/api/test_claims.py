"""Single claims and the queue."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom

Client = TestClient[Litestar]


def test_a_claim_is_told_with_its_place_in_the_article(cms: Client, checked: dict[str, Any]) -> None:
    claim = checked["claims"][1]
    detail = cms.get(f"/api/v1/claims/{claim['id']}").json()
    assert detail["claim"] == claim
    assert detail["article_id"] == checked["article_id"]
    context = detail["context"]
    assert checked["text"][context["start"] : context["end"]] == context["text"]
    assert claim["quote"] in context["text"]


def test_reading_a_claim_takes_no_lease(cms: Client, checked: dict[str, Any]) -> None:
    address = f"/api/v1/claims/{checked['claims'][1]['id']}"
    assert cms.get(address).json()["lease"] is None
    assert cms.get(address).json()["lease"] is None


def test_the_queue_holds_what_needs_a_person_most_urgent_first(cms: Client, checked: dict[str, Any]) -> None:
    queue = cms.get("/api/v1/queue", params={"article_id": checked["article_id"], "limit": 200}).json()
    open_claims = {c["id"] for c in checked["claims"] if c["review_state"] != "cleared"}
    assert {item["id"] for item in queue["items"]} == open_claims
    priorities = [item["priority"] for item in queue["items"]]
    assert priorities == sorted(priorities, reverse=True)
    assert queue["counts"]["open"] >= queue["total"] == len(open_claims)


def test_the_queue_can_be_narrowed(cms: Client, checked: dict[str, Any]) -> None:
    mine = {"article_id": checked["article_id"]}
    conflicting = cms.get("/api/v1/queue", params={**mine, "status": "conflicting"}).json()
    assert {item["status"] for item in conflicting["items"]} == {"conflicting"}
    worded = cms.get("/api/v1/queue", params={**mine, "text": "geneva"}).json()
    assert [("Geneva" in item["quote"]) for item in worded["items"]] == [True]
    assert cms.get("/api/v1/queue", params={"status": "cleared"}).status_code == 400


def test_reading_changes_nothing(cms: Client, newsroom: Newsroom, checked: dict[str, Any]) -> None:
    before = newsroom.audit.verify()
    for address in (
        f"/api/v1/checks/{checked['id']}",
        f"/api/v1/articles/{checked['article_id']}",
        f"/api/v1/claims/{checked['claims'][0]['id']}",
        "/api/v1/articles",
        "/api/v1/queue",
        "/api/v1/references?q=nasdaq",
        "/healthz",
        "/schema/openapi.json",
    ):
        assert cms.get(address).status_code == 200
    assert newsroom.audit.verify() == before
