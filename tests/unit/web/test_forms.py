"""Reading forms: what was typed comes back whole, and what cannot be read names its field."""

from contextlib import closing
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from litestar.datastructures import UploadFile

from factcheck.domain.errors import InvalidInput, LeaseHeld
from factcheck.web import problems
from factcheck.web.pages import forms
from factcheck.web.pages.forms import Faults, Form, read_day, read_moment, read_number

LONDON = ZoneInfo("Europe/London")


def test_what_was_not_sent_reads_as_empty() -> None:
    form = Form({})
    assert (form.text("x"), form.line("x"), form.all("x"), form.upload("x")) == ("", "", (), None)


def test_a_field_sent_twice_is_read_both_ways() -> None:
    form = Form({"id": ["a", "b"], "one": "c"})
    assert form.all("id") == ("a", "b")
    assert form.text("id") == "a"
    assert form.all("one") == ("c",)


def test_line_breaks_of_browsers_become_plain() -> None:
    assert Form({"note": "a\r\nb"}).text("note") == "a\nb"


def test_an_upload_without_a_file_is_none() -> None:
    sent = UploadFile("application/octet-stream", "")
    with closing(sent.file):
        assert Form({"file": sent}).upload("file") is None


def test_an_upload_is_read_whole() -> None:
    sent = UploadFile("text/plain", "a.txt", b"hi")
    with closing(sent.file):
        chosen = Form({"file": sent}).upload("file")
    assert chosen is not None
    assert (chosen.filename, chosen.media_type, chosen.data) == ("a.txt", "text/plain", b"hi")


def test_a_time_is_read_in_the_zone_of_the_newsroom() -> None:
    assert read_moment(Form({"d": "2025-07-01T13:05"}), "d", LONDON) == datetime(
        2025, 7, 1, 12, 5, tzinfo=UTC
    )
    assert read_moment(Form({"d": " "}), "d", LONDON) is None


@pytest.mark.parametrize("value", ["yesterday", "2025-13-01T00:00", "0001-01-01T00:00:00.0000000"])
def test_a_time_that_is_none_names_its_field(value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_moment(Form({"deadline": value}), "deadline", ZoneInfo("Asia/Tokyo"))
    assert refused.value.field == "deadline"


def test_a_day_that_is_none_names_its_field() -> None:
    with pytest.raises(InvalidInput) as refused:
        read_day(Form({"as_of": "27/01/2025"}), "as_of")
    assert refused.value.field == "as_of"


@pytest.mark.parametrize("value", ["", "x", "-1", "1.5", "١", "9" * 30])
def test_a_version_is_a_plain_number(value: str) -> None:
    with pytest.raises(InvalidInput):
        read_number(Form({"version": value}), "version")


def test_a_fault_goes_to_its_field_or_above_the_form() -> None:
    faults = Faults()
    assert not faults
    faults.add(InvalidInput("No.", field="note"), known=frozenset({"note"}))
    faults.add(LeaseHeld("Bola has it."), known=frozenset({"note"}))
    assert faults.fields == {"note": "No."}
    assert faults.general == "Bola has it."
    assert faults.status_code == 409


def test_forms_answer_with_the_status_that_the_api_gives() -> None:
    assert {kind: problems.STATUS[kind] for kind in forms.STATUS} == forms.STATUS
