"""Asking for a check, and for its state."""

import base64
import hashlib
import io
from collections.abc import Callable
from typing import Any

import docx
import httpx
import pytest
from fpdf import FPDF
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]


def test_a_check_answers_with_conclusion_reasons_and_claims(checked: dict[str, Any]) -> None:
    assert checked["status"] == "completed"
    assert checked["conclusion"] == "hold"
    assert checked["policy"] == "default/1"
    assert {reason["code"] for reason in checked["reasons"]} == {
        "conflicting_claim_open",
        "unmatched_claim_open",
    }
    named = {claim_id for reason in checked["reasons"] for claim_id in reason["claim_ids"]}
    assert named <= {claim["id"] for claim in checked["claims"]}
    counts = checked["counts"]
    assert (
        counts["claims"]
        == len(checked["claims"])
        == sum(counts[status] for status in ("supported", "conflicting", "unmatched"))
    )


def test_the_answer_says_from_which_score_on_claims_pass(checked: dict[str, Any]) -> None:
    clearing = checked["clearing"]
    assert clearing["sentence"].startswith("Cleared without a person from ")
    assert clearing["accepted"] == 0.01
    assert "wrong" not in clearing
    assert clearing["passed"] <= clearing["unsupported"] <= clearing["examples"]
    assert checked["versions"]["thresholds"]["clear_p_supports"] == clearing["threshold"]
    for claim in checked["claims"]:
        assert claim["cleared"] == (claim["score"] >= clearing["threshold"])
        assert not claim["sampled"]


def test_the_revision_is_named_by_the_hash_of_the_text(checked: dict[str, Any]) -> None:
    expected = hashlib.sha256(checked["text"].encode()).hexdigest()
    assert checked["revision"] == {"number": 1, "content_sha256": expected, "is_current": True}


def test_a_title_given_apart_is_the_first_line(checked: dict[str, Any]) -> None:
    assert checked["text"].startswith("Chip maker loses a sixth of its value\n\n")


def test_quotes_stand_where_the_offsets_say(checked: dict[str, Any]) -> None:
    pieces = [*checked["claims"], *checked["coverage"]]
    assert pieces
    for piece in pieces:
        assert checked["text"][piece["start"] : piece["end"]] == piece["quote"]


def test_offsets_count_code_points_not_utf16_units(cms: Client) -> None:
    text = "🚀🚀 The Nasdaq Composite fell 9.4% on 27 January 2025. Łódź 👩‍👩‍👧 has 3 parks."
    check = cms.post("/api/v1/checks", json={"text": text, "source_id": "emoji"}).json()
    assert check["claims"]
    for claim in check["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_a_conflict_shows_the_reference_and_the_differing_figures(checked: dict[str, Any]) -> None:
    claim = next(c for c in checked["claims"] if "9.4%" in c["quote"])
    assert claim["status"] == "conflicting"
    assert claim["cleared"] is False
    assert claim["review_state"] == "queued"
    assert claim["disposition"] is None
    evidence = next(e for e in claim["evidence"] if e["relation"] == "contradicts")
    assert evidence["reference"]["key"] == "comp-close"
    finding = next(f for f in evidence["findings"] if f["effect"] == "opposes")
    assert "9.4" in finding["message"]
    assert "3.1" in finding["message"]
    for finding in evidence["findings"]:
        for span, text in (("claim_span", claim["text"]), ("reference_span", evidence["reference"]["text"])):
            if finding[span]:
                assert 0 <= finding[span]["start"] < finding[span]["end"] <= len(text)


def test_a_rounding_is_supported(checked: dict[str, Any]) -> None:
    claim = next(c for c in checked["claims"] if "closed 17% lower" in c["quote"])
    assert claim["status"] == "supported"
    assert claim["evidence"][0]["reference"]["source"]["publisher"] == "Nasdaq"


def test_what_no_reference_knows_is_unmatched(checked: dict[str, Any]) -> None:
    claim = next(c for c in checked["claims"] if "Geneva" in c["quote"])
    assert claim["status"] == "unmatched"


def test_the_location_leads_to_the_check(cms: Client, article_text: str) -> None:
    answer = cms.post("/api/v1/checks", json={"text": article_text, "source_id": "location"})
    assert answer.headers["location"] == f"/api/v1/checks/{answer.json()['id']}"
    assert cms.get(answer.headers["location"]).json() == answer.json()


def test_the_review_url_is_a_page_for_people(cms: Client, edith: Client, checked: dict[str, Any]) -> None:
    assert checked["review_url"] == f"http://127.0.0.1:8000/articles/{checked['article_id']}"
    page = edith.get(checked["review_url"])
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")


def test_the_same_text_again_is_the_same_revision(cms: Client, article_text: str) -> None:
    body = {"text": article_text, "source_app": "cms", "source_id": "twice"}
    first, second = (cms.post("/api/v1/checks", json=body).json() for _ in range(2))
    assert second["article_id"] == first["article_id"]
    assert second["revision"] == first["revision"]
    assert [c["id"] for c in second["claims"]] == [c["id"] for c in first["claims"]]


def test_a_changed_text_is_a_new_revision_and_makes_the_old_stale(cms: Client, article_text: str) -> None:
    body = {"text": article_text, "source_app": "cms", "source_id": "changed"}
    first = cms.post("/api/v1/checks", json=body).json()
    second = cms.post("/api/v1/checks", json={**body, "text": article_text.replace("9.4%", "3.1%")}).json()
    assert second["article_id"] == first["article_id"]
    assert second["revision"]["number"] == 2
    assert [line["number"] for line in second["revisions"]] == [2, 1]
    old = cms.get(f"/api/v1/checks/{first['id']}").json()
    assert old["conclusion"] == "stale"
    assert old["revision"]["is_current"] is False
    assert [reason["code"] for reason in old["reasons"]] == ["text_changed"]


def test_nothing_found_is_never_a_pass(cms: Client) -> None:
    check = cms.post("/api/v1/checks", json={"text": "What a day! Who would have thought?"}).json()
    assert check["claims"] == []
    assert check["conclusion"] == "hold"
    assert [reason["code"] for reason in check["reasons"]] == ["no_claims_found"]


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        ("markdown", "# Markets\n\nThe Nasdaq Composite **fell 9.4%** on 27 January 2025."),
        (
            "html",
            "<h1>Markets</h1><p>The Nasdaq Composite <b>fell 9.4%</b> on 27 January 2025.</p>",
        ),
    ],
)
def test_markup_is_read_and_not_part_of_the_text(cms: Client, format_: str, text: str) -> None:
    check = cms.post("/api/v1/checks", json={"text": text, "format": format_, "source_id": format_}).json()
    assert "fell 9.4% on 27 January 2025" in check["text"]
    assert any(claim["status"] == "conflicting" for claim in check["claims"])


def test_reading_a_check_tells_when_nothing_has_changed(cms: Client, checked: dict[str, Any]) -> None:
    address = f"/api/v1/checks/{checked['id']}"
    first = cms.get(address)
    assert first.headers["cache-control"] == "private, no-cache"
    again = cms.get(address, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert cms.get(address, headers={"if-none-match": 'W/"other"'}).status_code == 200


@pytest.mark.parametrize("path", ["checks", "articles", "claims", "references"])
@pytest.mark.parametrize("identifier", ["nothing", "0", "-1", "..%2f..%2fetc", "a" * 5_000, "💥"])
def test_an_unknown_identifier_is_not_found(cms: Client, path: str, identifier: str) -> None:
    answer = cms.get(f"/api/v1/{path}/{identifier}")
    assert answer.status_code == 404
    assert answer.json()["code"] == "not_found"


def test_an_identifier_with_a_nul_is_refused(cms: Client) -> None:
    assert cms.get("/api/v1/checks/%00").status_code == 400


def test_articles_are_listed_page_by_page(cms: Client, checked: dict[str, Any]) -> None:
    for n in range(3):
        cms.post(
            "/api/v1/checks", json={"text": f"The council met on {n + 1} May 2024.", "source_id": f"page{n}"}
        )
    seen: list[str] = []
    cursor: str | None = None
    while True:
        page = cms.get(
            "/api/v1/articles", params={"limit": 2, **({"cursor": cursor} if cursor else {})}
        ).json()
        assert len(page["items"]) <= 2
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == page["total"]
    assert checked["article_id"] in seen


def test_an_article_is_read_in_its_current_and_in_an_older_revision(cms: Client, article_text: str) -> None:
    body = {"text": article_text, "source_app": "cms", "source_id": "old-and-new"}
    first = cms.post("/api/v1/checks", json=body).json()
    cms.post("/api/v1/checks", json={**body, "text": article_text + " The board met in May 2024."})
    address = f"/api/v1/articles/{first['article_id']}"
    assert cms.get(address).json()["revision"]["number"] == 2
    assert cms.get(address, params={"revision": 1}).json()["text"] == first["text"]
    assert cms.get(address, params={"revision": 3}).status_code == 404


def test_a_decision_changes_the_answer_at_once(
    cms: Client, alma: Client, submit: Callable[..., httpx.Response]
) -> None:
    text = "The village of Brack has 4,310 inhabitants."
    check = cms.post("/api/v1/checks", json={"text": text, "source_id": "decided"}).json()
    (claim,) = check["claims"]
    address = f"/api/v1/checks/{check['id']}"
    before = cms.get(address)
    assert before.json()["conclusion"] == "hold"
    taken = submit(alma, f"/claims/{claim['id']}/take")
    assert taken.status_code == 303, taken.text
    version = cms.get(f"/api/v1/claims/{claim['id']}").json()["claim"]["version"]
    decided = submit(
        alma,
        f"/claims/{claim['id']}/decide",
        {"disposition": "waived", "note": "Checked by telephone.", "version": str(version)},
    )
    assert decided.status_code == 303, decided.text
    after = cms.get(address, headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.json()["conclusion"] == "pass"
    assert after.json()["claims"][0]["disposition"] == "waived"
    detail = cms.get(f"/api/v1/claims/{claim['id']}").json()
    assert detail["decision"]["note"] == "Checked by telephone."
    assert detail["decision"]["by"] == "Alma Reyes"
    assert detail["history"]


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("A storm", 0)
    document.add_paragraph("Nvidia shares closed 17% lower on 27 January 2025.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_file() -> bytes:
    sheet = FPDF(unit="pt", format="A4")
    sheet.add_page()
    sheet.set_font("helvetica", "B", 24)
    sheet.text(50, 80, "A storm")
    sheet.set_font("helvetica", "", 10)
    sheet.text(50, 120, "Nvidia shares closed 17% lower on 27 January 2025.")
    return bytes(sheet.output())


@pytest.mark.parametrize(("format_", "make"), [("docx", word_file), ("pdf", pdf_file)])
def test_a_file_comes_in_base64_and_offsets_count_in_the_text_read_from_it(
    cms: Client, format_: str, make: Callable[[], bytes]
) -> None:
    body = {"text": base64.b64encode(make()).decode(), "format": format_, "source_id": f"file-{format_}"}
    check = cms.post("/api/v1/checks", json=body).json()
    assert check["text"] == "A storm\n\nNvidia shares closed 17% lower on 27 January 2025."
    assert check["title"] == "A storm"
    assert [check["text"][c["start"] : c["end"]] for c in check["claims"]] == [
        c["quote"] for c in check["claims"]
    ]


@pytest.mark.parametrize(
    ("format_", "data", "status", "said"),
    [
        ("pdf", b"no such thing", 415, "not a PDF"),
        ("pdf", b"%PDF-1.7 cut off", 415, "damaged or cut off"),
        ("docx", b"no such thing", 415, "not a Word document"),
        ("pdf", b"", 400, "empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_problem(
    cms: Client, format_: str, data: bytes, status: int, said: str
) -> None:
    answer = cms.post("/api/v1/checks", json={"text": base64.b64encode(data).decode(), "format": format_})
    assert answer.status_code == status
    assert said in answer.json()["detail"]
    assert [error["field"] for error in answer.json()["errors"]] == ["text"]
