"""Rows of import files: good ones become references, bad ones are named and stop nothing."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.desk.imports import read_rows
from factcheck.domain.errors import InvalidInput, TooLarge
from factcheck.domain.evidence import SourceKind

GOOD = {
    "id": "r1",
    "text": "The bridge opened in May 2019.",
    "as_of": "2019-05-04",
    "source": {
        "publisher": "Harbour Board",
        "title": "Annual report",
        "url": "https://example.org/report",
        "kind": "primary",
        "published_at": "2020-01-31",
    },
}


def jsonl(*rows: object) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


def test_a_json_line_with_a_nested_source_becomes_a_reference() -> None:
    [row] = read_rows(jsonl(GOOD), "jsonl", limit=10)
    assert row.entry is not None
    assert (row.entry.key, row.entry.as_of) == ("r1", date(2019, 5, 4))
    assert row.entry.source.kind is SourceKind.PRIMARY
    assert row.entry.source.published_at == date(2020, 1, 31)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_the_delimiter_of_its_first_line(delimiter: str) -> None:
    header = delimiter.join(["\ufefftext", "publisher", "title"])
    line = delimiter.join(['"Two, or; more"', "Board", "Report"])
    [row] = read_rows(f"{header}\r\n{line}\r\n".encode(), "csv", limit=10)
    assert row.entry is not None
    assert row.entry.text == "Two, or; more"


def test_a_bad_row_is_named_by_the_line_on_which_it_begins() -> None:
    data = (
        b'text,publisher,title,as_of\n"One\nover two lines",Board,Report,\n'
        b"Two,Board,Report,yesterday\nThree,,Report,\n"
    )
    rows = read_rows(data, "csv", limit=10)
    assert [(r.line, r.error.field if r.error else None) for r in rows] == [
        (2, None),
        (4, "as_of"),
        (5, "publisher"),
    ]
    assert rows[0].entry is not None
    assert rows[0].entry.text == "One over two lines"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * 3000}, "text"),
        ({"text": 5}, "text"),
        ({"as_of": "2019-13-01"}, "as_of"),
        ({"valid_until": "2018-01-01"}, "valid_until"),
        ({"source": {**GOOD["source"], "url": "javascript:alert(1)"}}, "url"),  # type: ignore[dict-item]
        ({"source": {**GOOD["source"], "url": "http://[bad"}}, "url"),  # type: ignore[dict-item]
        ({"source": {**GOOD["source"], "kind": "gossip"}}, "kind"),  # type: ignore[dict-item]
        ({"source": {"title": "No publisher"}}, "publisher"),
        ({"id": "k" * 600}, "key"),
    ],
)
def test_a_bad_value_names_its_field_and_leaves_the_others_in(change: dict[str, object], field: str) -> None:
    rows = read_rows(jsonl({**GOOD, **change}, GOOD), "jsonl", limit=10)
    assert rows[0].error is not None
    assert rows[0].error.field == field
    assert rows[1].entry is not None


@pytest.mark.parametrize("line", ["{", "[]", '"text"', "[" * 5000, '{"source": 3}'])
def test_a_line_that_is_no_object_is_named(line: str) -> None:
    rows = read_rows(line.encode() + b"\n" + jsonl(GOOD), "jsonl", limit=10)
    assert [r.line for r in rows] == [1, 2]
    assert rows[0].error is not None
    assert rows[1].entry is not None


def test_bytes_that_are_not_utf8_spoil_only_their_own_row() -> None:
    rows = read_rows(
        b'{"text": "caf\xe9", "publisher": "B", "title": "T"}\n' + jsonl(GOOD), "jsonl", limit=10
    )
    assert rows[0].error is not None
    assert rows[1].entry is not None


def test_the_same_key_twice_is_an_error_of_the_second_row() -> None:
    rows = read_rows(jsonl(GOOD, GOOD), "jsonl", limit=10)
    assert rows[0].entry is not None
    assert rows[1].error is not None
    assert "line 1" in rows[1].error.message


def test_without_a_key_the_same_reference_gets_the_same_one_again() -> None:
    bare = {k: v for k, v in GOOD.items() if k != "id"}
    first, second = (read_rows(jsonl(bare), "jsonl", limit=1)[0].entry for _ in range(2))
    assert first is not None
    assert first == second


def test_a_file_that_cannot_be_read_at_all_is_refused_whole() -> None:
    with pytest.raises(InvalidInput, match="no column “text”"):
        read_rows(b"one,two\n1,2\n", "csv", limit=10)
    with pytest.raises(InvalidInput, match="no rows"):
        read_rows(b"\n\n", "jsonl", limit=10)
    with pytest.raises(TooLarge):
        read_rows(jsonl(GOOD, {**GOOD, "id": "r2"}), "jsonl", limit=1)


@given(st.binary(max_size=300), st.sampled_from(["csv", "jsonl"]))
def test_no_bytes_break_the_reader(data: bytes, kind: str) -> None:
    try:
        rows = read_rows(data, kind, limit=1000)
    except InvalidInput:
        return
    assert all((row.entry is None) != (row.error is None) for row in rows)


@pytest.mark.parametrize("control", ["\x1b[31m", "\x9b31m", "\x00"])
@pytest.mark.parametrize("field", ["publisher", "title"])
def test_what_would_steer_a_terminal_is_refused(field: str, control: str) -> None:
    source = {**GOOD["source"], field: f"Board{control}"}  # type: ignore[dict-item]
    [row] = read_rows(jsonl({**GOOD, "source": source}), "jsonl", limit=10)
    assert row.error is not None
    assert row.error.field == field
