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


def test_a_claim_tells_what_its_article_says_against_it(cms: Client) -> None:
    body = {
        "title": "Quay Board spends £6m on lighthouse at Brill",
        "text": "The Quay Board spent £5m on the lighthouse at Brill.",
        "source_app": "api",
        "source_id": "against-itself",
    }
    first, second = cms.post("/api/v1/checks", json=body).json()["claims"]
    for mine, other in ((first, second), (second, first)):
        assert not mine["cleared"]
        assert mine["disagreement"] is None
        [found] = mine["inside"]
        span = found["claim_span"]
        assert mine["text"][span["start"] : span["end"]] == found["words"]
        assert found["message"].endswith("both cannot be right.")
        assert found["others"] == [
            {
                "claim_id": other["id"],
                "start": other["start"],
                "end": other["end"],
                "quote": other["quote"],
                "words": other["inside"][0]["words"],
            }
        ]
    assert cms.get(f"/api/v1/claims/{first['id']}").json()["claim"] == first


def test_a_claim_tells_both_sides_where_references_disagree(cms: Client) -> None:
    told = "The lighthouse at Brill has 340 steps."
    ids = [
        cms.post(
            "/api/v1/references",
            json={"text": text, "source": {"publisher": publisher, "title": "Guide"}, "as_of": day},
        ).json()["reference"]["id"]
        for text, publisher, day in (
            (told, "Quay Board", "2024-05-01"),
            ("The lighthouse at Brill has 412 steps.", "Brill Museum", None),
        )
    ]
    body = {"title": "Brill", "text": told, "source_app": "api", "source_id": "brill-steps"}
    [claim] = [c for c in cms.post("/api/v1/checks", json=body).json()["claims"] if "340" in c["quote"]]
    assert claim["status"] == "conflicting"
    assert claim["disagreement"]["supporting"] == [
        {
            "reference_id": ids[0],
            "dated": "2024-05-01",
            "figure": "340 steps",
            "unit": "steps",
            "period": "",
            "scope": "",
        }
    ]
    [against] = claim["disagreement"]["contradicting"]
    assert (against["reference_id"], against["dated"], against["figure"]) == (ids[1], None, "412 steps")
