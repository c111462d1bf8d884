"""The Python client against the real application."""

from collections.abc import Iterator

import httpx
import pytest
from fpdf import FPDF
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.client import FactCheckClient, Problem

Client = TestClient[Litestar]


class ToTheApplication(httpx.BaseTransport):
    """Hands requests to the application without a network."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._client._transport.handle_request(request)


@pytest.fixture
def program(client: Client, keys: dict[str, str]) -> Iterator[FactCheckClient]:
    transport = ToTheApplication(client)
    with FactCheckClient("http://127.0.0.1:8000/", keys["full"], transport=transport) as made:
        yield made


def test_it_checks_and_asks_again(program: FactCheckClient) -> None:
    check = program.check(
        "The Nasdaq Composite fell 9.4% on 27 January 2025.",
        title="Markets",
        source_app="client",
        source_id="1",
        deadline="2025-01-28T06:00:00Z",
    )
    assert check["conclusion"] == "hold"
    assert check["text"].startswith("Markets\n\n")
    claim = next(c for c in check["claims"] if "9.4%" in c["quote"])
    assert claim["status"] == "conflicting"
    assert program.get_check(check["id"]) == check


def test_it_sends_files(program: FactCheckClient) -> None:
    sheet = FPDF()
    sheet.add_page()
    sheet.set_font("helvetica", "", 12)
    sheet.text(20, 20, "The Nasdaq Composite fell 9.4% on 27 January 2025.")
    check = program.check_file(
        bytes(sheet.output()), "pdf", title="Markets", source_app="client", source_id="2"
    )
    assert check["text"] == "Markets\n\nThe Nasdaq Composite fell 9.4% on 27 January 2025."


def test_it_keeps_references(program: FactCheckClient) -> None:
    added = program.add_reference(
        "The mill at Sund burned down in 1902.",
        {"publisher": "Sund town", "title": "Chronicle", "url": "https://sund.example/c"},
        as_of="1902-12-31",
    )
    assert next(program.search_references("mill burned"))["id"] == added["reference"]["id"]
    everything = list(program.search_references(limit=1))
    assert len({r["id"] for r in everything}) == len(everything) > 2
    rows = (
        b'{"text": "The mill at Sund was rebuilt in 1904.", "publisher": "Sund town", "title": "Book"}\n{}\n'
    )
    result = program.import_references(rows, "jsonl")
    assert result["added"] == 1
    assert [error["line"] for error in result["errors"]] == [2]


def test_a_refusal_is_a_problem(program: FactCheckClient) -> None:
    with pytest.raises(Problem) as refused:
        program.check("")
    assert (refused.value.status, refused.value.code) == (400, "invalid_input")
    assert refused.value.errors[0]["field"] == "text"
    with pytest.raises(Problem, match="not_found"):
        program.get_check("../articles")


def test_a_wrong_key_is_a_problem(client: Client) -> None:
    with (
        FactCheckClient("http://127.0.0.1:8000", "fck_wrong", transport=ToTheApplication(client)) as program,
        pytest.raises(Problem, match="not_signed_in"),
    ):
        program.get_check("x")


@pytest.mark.parametrize(
    ("response", "code", "retry_after"),
    [
        (httpx.Response(502, text="<html>Bad gateway</html>"), "http_error", None),
        (httpx.Response(503, json=["odd"]), "http_error", None),
        (
            httpx.Response(
                429, json={"code": "rate_limited", "detail": "Busy."}, headers={"retry-after": "5"}
            ),
            "rate_limited",
            5,
        ),
    ],
)
def test_answers_of_others_are_problems_too(
    response: httpx.Response, code: str, retry_after: int | None
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        return response

    with (
        FactCheckClient("http://127.0.0.1", "fck_x", transport=httpx.MockTransport(answer)) as program,
        pytest.raises(Problem) as refused,
    ):
        program.get_check("x")
    assert refused.value.code == code
    assert refused.value.retry_after == retry_after
