"""Working a claim: take, decide, undo, release; and no note is ever lost."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport, NewReference
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import Disposition, ReviewState
from factcheck.web.pages.words import DISPOSITIONS

Client = TestClient[Litestar]
Submit = Callable[..., httpx.Response]
Read = Callable[[httpx.Response], Any]
Check = Callable[..., ArticleReport]
Find = Callable[[ArticleReport], ClaimReport]

ADA = Actor("ada", "Ada Novak", Role.ADMIN)
NOTE = "Asked the company twice.\nNo answer by <noon> & “later”."


@pytest.fixture
def claim(request: pytest.FixtureRequest, check: Check, open_claim: Find) -> ClaimReport:
    """An open claim of an article that only this test uses."""
    return open_claim(check(request.node.nodeid))


def test_reading_takes_nothing(alma: Client, read: Read, claim: ClaimReport, newsroom: Newsroom) -> None:
    page = read(alma.get(f"/claims/{claim.id}"))
    assert "Nobody is working on this claim" in page.text
    assert "disposition" not in page.fields
    assert newsroom.queue.claim(claim.id).lease is None


def test_a_taken_claim_shows_its_form_to_the_holder_alone(
    alma: Client, bola: Client, submit: Submit, read: Read, claim: ClaimReport
) -> None:
    taken = submit(alma, f"/claims/{claim.id}/take")
    assert taken.headers["location"] == f"/claims/{claim.id}"
    mine = read(alma.get(f"/claims/{claim.id}"))
    radios = mine.all("input", name="disposition")
    assert [radio["value"] for radio in radios] == [choice.disposition.value for choice in DISPOSITIONS]
    assert [radio["data-key"] for radio in radios] == list("12345678")
    assert mine.fields["wording"] == claim.claim.quote
    others = read(bola.get(f"/claims/{claim.id}"))
    assert "Alma Reyes is working on this claim" in others.text
    assert not others.all("input", name="disposition")
    refused = submit(bola, f"/claims/{claim.id}/take")
    assert refused.status_code == 409
    assert "Alma Reyes is working on this claim" in read(refused).text


def test_all_dispositions_have_a_key_and_a_meaning() -> None:
    assert {choice.disposition for choice in DISPOSITIONS} == set(Disposition)


def test_a_decision_is_recorded_and_shown_everywhere_at_once(
    alma: Client, submit: Submit, read: Read, claim: ClaimReport
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    form = read(alma.get(f"/claims/{claim.id}"))
    answer = submit(
        alma,
        f"/claims/{claim.id}/decide",
        {
            "disposition": "confirmed",
            "note": NOTE,
            "version": form.fields["version"],
            "reference_ids": claim.evidence[0].reference.id,
            "then": "queue",
        },
    )
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == "/queue"
    queue = read(alma.get("/queue"))
    assert "Recorded: confirmed." in queue.text
    assert f"/claims/{claim.id}" in queue.links(), "the way back to undo it"
    page = read(alma.get(f"/claims/{claim.id}"))
    assert "by Alma Reyes" in page.text
    assert "No answer by <noon> & “later”." in page.text
    assert claim.evidence[0].reference.text in page.text
    proof = read(alma.get(f"/articles/{claim.article_id}"))
    assert any(
        a["aria-label"].endswith(", confirmed") for a in proof.all("a") if "call" in a.get("class", "")
    )
    assert f"/claims/{claim.id}" not in read(alma.get(f"/queue?article={claim.article_id}")).links()


def test_after_a_decision_comes_the_next_claim(
    alma: Client, submit: Submit, read: Read, claim: ClaimReport, newsroom: Newsroom
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    answer = submit(
        alma,
        f"/claims/{claim.id}/decide",
        {"disposition": "opinion", "version": str(claim.version), "then": "next"},
    )
    where = answer.headers["location"]
    assert where.startswith(("/claims/", "/queue"))
    assert where != f"/claims/{claim.id}"
    assert "Recorded: opinion." in read(alma.get(where)).text
    if where.startswith("/claims/"):
        submit(alma, f"{where}/release")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "disposition"),
        ({"disposition": "nonsense"}, "disposition"),
        ({"disposition": "confirmed"}, "reference_ids"),
        ({"disposition": "confirmed", "other_references": "unknown"}, "reference_ids"),
        ({"disposition": "waived", "note": " "}, "note"),
        ({"disposition": "corrected", "wording": " "}, "wording"),
        ({"disposition": "cut", "note": "x" * 4_001}, "note"),
    ],
)
def test_a_fault_names_its_field_and_keeps_everything(
    typed: dict[str, str],
    field: str,
    alma: Client,
    submit: Submit,
    read: Read,
    claim: ClaimReport,
    newsroom: Newsroom,
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    typed = {"note": NOTE, "wording": "Other words", **typed}
    answer = submit(alma, f"/claims/{claim.id}/decide", {**typed, "version": str(claim.version)})
    assert answer.status_code in (400, 404)
    page = read(answer)
    assert f"#{field}" in page.links()
    assert page.fields["note"] == typed["note"]
    assert page.fields["wording"] == typed["wording"]
    assert newsroom.queue.claim(claim.id).state is ReviewState.LEASED


def test_a_decision_on_an_old_state_is_refused_and_the_note_is_kept(
    alma: Client, submit: Submit, read: Read, claim: ClaimReport
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    answer = submit(
        alma,
        f"/claims/{claim.id}/decide",
        {"disposition": "cut", "note": NOTE, "version": str(claim.version + 7)},
    )
    assert answer.status_code == 409
    page = read(answer)
    assert page.fields["note"] == NOTE
    assert page.fields["version"] == str(claim.version), "sent again, it counts"
    assert [r["value"] for r in page.all("input", name="disposition") if "checked" in r] == ["cut"]
    assert "has changed since you opened it" in page.text
    assert "What you typed is kept" in page.text


def test_when_somebody_else_holds_it_the_note_is_kept(
    alma: Client, bola: Client, submit: Submit, read: Read, claim: ClaimReport
) -> None:
    submit(bola, f"/claims/{claim.id}/take")
    answer = submit(
        alma,
        f"/claims/{claim.id}/decide",
        {"disposition": "cut", "note": NOTE, "version": str(claim.version)},
    )
    assert answer.status_code == 409
    page = read(answer)
    assert page.fields["note"] == NOTE
    assert "Bola Adeyemi is working on this claim" in page.text
    submit(bola, f"/claims/{claim.id}/release")


def test_a_decision_can_be_undone_and_stays_in_the_history(
    alma: Client, submit: Submit, read: Read, claim: ClaimReport
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    submit(
        alma,
        f"/claims/{claim.id}/decide",
        {"disposition": "disputed", "note": NOTE, "version": str(claim.version), "then": "queue"},
    )
    decided = read(alma.get(f"/claims/{claim.id}"))
    stale = submit(alma, f"/claims/{claim.id}/undo", {"version": "0"})
    assert stale.status_code == 409
    undone = submit(alma, f"/claims/{claim.id}/undo", {"version": decided.fields["version"]})
    assert undone.status_code == 303
    page = read(alma.get(f"/claims/{claim.id}"))
    assert "taken back" in page.text
    assert "disputed by Alma Reyes" in page.text
    assert "Take this claim" in page.text
    again = submit(alma, f"/claims/{claim.id}/undo", {"version": page.fields.get("version", "3")})
    assert again.status_code == 409


def test_a_claim_is_held_for_longer_and_given_back(
    alma: Client,
    bola: Client,
    submit: Submit,
    read: Read,
    claim: ClaimReport,
    form_token: Callable[[Client], str],
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    headers = {"x-csrftoken": form_token(alma), "accept": "application/json"}
    renewed = alma.post(f"/claims/{claim.id}/renew", headers=headers)
    assert renewed.status_code == 200
    assert set(renewed.json()) == {"expires_at", "shown"}
    lost = bola.post(
        f"/claims/{claim.id}/renew",
        headers={"x-csrftoken": form_token(bola), "accept": "application/json"},
    )
    assert lost.status_code == 409
    assert "Alma Reyes" in lost.json()["detail"]
    released = submit(alma, f"/claims/{claim.id}/release")
    assert released.headers["location"] == "/queue"
    assert "Nobody is working on this claim" in read(bola.get(f"/claims/{claim.id}")).text


def test_a_reference_that_was_added_meanwhile_can_carry_the_decision(
    alma: Client, submit: Submit, read: Read, claim: ClaimReport, newsroom: Newsroom
) -> None:
    other = newsroom.references.search().items[-1]
    submit(alma, f"/claims/{claim.id}/take")
    answer = submit(
        alma,
        f"/claims/{claim.id}/decide",
        {
            "disposition": "confirmed",
            "version": str(claim.version),
            "other_references": f"http://127.0.0.1:8000/references/{other.id}",
            "then": "queue",
        },
    )
    assert answer.status_code == 303, answer.text
    assert other.text in read(alma.get(f"/claims/{claim.id}")).text


def test_copies_of_a_reference_are_named_and_counted(
    alma: Client,
    open_client: Callable[..., Client],
    keys: dict[str, str],
    read: Read,
    newsroom: Newsroom,
    check: Check,
) -> None:
    text = "The Larkholm ferry made 3,214 crossings in 2023."
    first, *others = (
        newsroom.references.add(
            NewReference(said, paper, "Crossings", "https://example.org/c", kind, key=paper), ADA
        ).reference
        for said, paper, kind in (
            (text, "Larkholm Harbour", "primary"),
            (f"{text} (Reuters)", "Fjord Daily", "secondary"),
            (f"{text} – AP", "Isle Gazette", "secondary"),
            (text.replace("3,214", "3,241"), "Coast Mail", "secondary"),
        )
    )
    (claim,) = check("copies", text, title="").claims

    shown = read(alma.get(f"/claims/{claim.id}")).text
    told = open_client(key=keys["full"]).get(f"/api/v1/claims/{claim.id}").json()["claim"]["evidence"]

    assert "Printed again by Fjord Daily, Isle Gazette: 2 copies, counted once with this one." in shown
    assert {one["reference"]["id"]: [copy["id"] for copy in one["copies"]] for one in told}.items() >= {
        first.id: [others[0].id, others[1].id],
        others[2].id: [],
    }.items()


def test_what_the_machine_let_pass_can_still_be_decided(
    edith: Client, submit: Submit, read: Read, check: Check, newsroom: Newsroom
) -> None:
    report = check("cleared", newsroom.references.search("Nvidia").items[0].text, "")
    cleared = [claim for claim in report.claims if claim.state is ReviewState.CLEARED]
    assert cleared, "the very words of a reference need nobody"
    form = read(edith.get(f"/claims/{cleared[0].id}"))
    assert "let this claim pass" in form.text
    answer = submit(
        edith,
        f"/claims/{cleared[0].id}/decide",
        {"disposition": "cut", "version": form.fields["version"], "then": "queue"},
    )
    assert answer.status_code == 303


def test_a_correction_to_the_same_words_corrects_nothing(
    alma: Client, submit: Submit, read: Read, claim: ClaimReport, newsroom: Newsroom
) -> None:
    submit(alma, f"/claims/{claim.id}/take")
    sent = {"disposition": "corrected", "wording": f" {claim.claim.quote}\r\n", "version": str(claim.version)}
    refused = submit(alma, f"/claims/{claim.id}/decide", sent)
    assert refused.status_code == 400
    assert "#wording" in read(refused).links()
    assert newsroom.queue.claim(claim.id).state is ReviewState.LEASED
