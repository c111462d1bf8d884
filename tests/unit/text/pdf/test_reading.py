"""PDF files through `read_document`: in the reading process, as uploads are."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.articles import BlockRole
from factcheck.domain.errors import FactCheckError, InvalidInput, TooLarge, UnsupportedFormat
from factcheck.text.documents import Limits, document_from_text, read_document
from factcheck.text.pdf.answer import PdfArticle
from factcheck.text.pdf.reading import read_pdf
from factcheck.text.pdf.refusals import Refused

from .conftest import Sheets, article_of

LIMITS = Limits(max_chars=20_000, max_bytes=5_000_000, max_pages=3)
LINE = "The pier at Skerry cost 4 million pounds and opens in May."
TYPED = b"BT /F1 12 Tf 72 700 Td (The pier opens in May.) Tj ET\n"
QUICK = 20.0
Raw = Callable[..., bytes]
Read = Callable[[bytes], PdfArticle]


@pytest.fixture
def data(sheets: Any) -> bytes:
    sheets.set_author("Una Pell")
    sheets.type(50, 80, "Pier opens in May", 24)
    sheets.type(50, 120, LINE)
    made: bytes = sheets.data()
    return made


class TestKinds:
    @pytest.mark.parametrize(
        ("filename", "media_type"),
        [
            ("pier.pdf", ""),
            ("PIER.PDF", ""),
            ("", "application/pdf"),
            ("", ""),
            ("", "application/octet-stream"),
        ],
    )
    def test_name_media_type_or_first_bytes_tell_a_pdf(
        self, filename: str, media_type: str, data: bytes
    ) -> None:
        document = read_document(data, filename=filename, media_type=media_type, limits=LIMITS)
        assert document.text == f"Pier opens in May\n\n{LINE}"
        assert document.title == "Pier opens in May"
        assert document.author == "Una Pell"
        assert document.media_type == "application/pdf"
        assert [block.role for block in document.blocks] == [BlockRole.HEADLINE, BlockRole.PARAGRAPH]

    def test_what_the_submitter_says_wins(self, data: bytes) -> None:
        document = read_document(data, filename="a.pdf", title="The new pier", limits=LIMITS)
        assert document.title == "The new pier"
        assert [b.role for b in document.blocks][:2] == [BlockRole.HEADLINE, BlockRole.HEADING]

    def test_a_pdf_that_calls_itself_text_is_told_so(self, data: bytes) -> None:
        with pytest.raises(UnsupportedFormat, match=r"is a PDF"):
            read_document(data, filename="pier.txt", limits=LIMITS)

    def test_other_kinds_are_refused_with_those_that_are_read(self) -> None:
        with pytest.raises(UnsupportedFormat, match=r"\.docx or \.pdf"):
            read_document(b"x", filename="pier.rtf", limits=LIMITS)

    def test_its_bytes_are_no_text(self) -> None:
        with pytest.raises(UnsupportedFormat):
            document_from_text("%PDF-1.7", media_type="application/pdf", limits=LIMITS)


class TestRefusals:
    def refused(self, data: bytes, message: str, kind: type[FactCheckError] = UnsupportedFormat) -> None:
        with pytest.raises(kind, match=message) as refusal:
            read_document(data, filename="pier.pdf", limits=LIMITS)
        assert refusal.value.field in ("file", "text")

    def test_not_a_pdf(self) -> None:
        self.refused(b"PK\x03\x04 something else", "not a PDF")

    def test_encrypted(self, sheets: Sheets) -> None:
        sheets.type(50, 80, LINE)
        sheets.set_encryption(owner_password="gull", user_password="tern")
        self.refused(sheets.data(), "needs a password")

    def test_a_file_that_anybody_may_open_is_read_though_it_is_protected(self, sheets: Sheets) -> None:
        sheets.type(50, 80, LINE)
        sheets.set_encryption(owner_password="gull")
        assert read_document(sheets.data(), filename="pier.pdf", limits=LIMITS).text == LINE

    @pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
    def test_cut_off(self, share: float, data: bytes) -> None:
        self.refused(data[: int(len(data) * share)], "damaged or cut off")

    def test_damaged(self) -> None:
        self.refused(b"%PDF-1.7\nnothing of what should be here\n%%EOF\n", "damaged")

    def test_a_scan(self, sheets: Sheets, picture: Any) -> None:
        sheets.image(picture, 0, 0, 595, 842)
        self.refused(sheets.data(), "scan.*text recognition")

    def test_an_empty_page(self, sheets: Sheets) -> None:
        self.refused(sheets.data(), "holds no text")

    def test_fonts_that_do_not_say_their_letters(self, raw: Raw) -> None:
        font = (
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 1/LastChar 3"
            b"/Widths[1 1 1]/CharProcs<<>>/Encoding<</Type/Encoding/Differences[1/g1/g2/g3]>>>>"
        )
        self.refused(
            raw(b"BT /F1 12 Tf 72 700 Td (\x01\x02\x03\x01) Tj ET", fonts=font), "do not say which letters"
        )

    def test_too_many_pages(self, sheets: Sheets) -> None:
        for _ in range(3):
            sheets.type(50, 80, LINE)
            sheets.add_page()
        self.refused(sheets.data(), "4 pages; the limit is 3", TooLarge)

    def test_too_many_characters(self, sheets: Sheets) -> None:
        for line in range(1_200):
            sheets.type(50 + line % 3, 20 + 0.66 * line, "abcdefghijklmnopqrstuvwxyz", 0.6)
        self.refused(sheets.data(), "characters", TooLarge)

    def test_a_file_that_takes_too_long(self, data: bytes) -> None:
        with pytest.raises(TooLarge, match="takes far longer"):
            read_pdf(data, max_pages=3, max_chars=20_000, seconds=0.0)


def arms(count: int) -> bytes:
    return b"BT /F1 3 Tf " + b"".join(
        b"1 0 0 1 %d %d Tm (A) Tj " % (i * 7919 % 595, i * 104729 % 842) for i in range(count)
    )


class TestAttackers:
    """Each is read or refused within seconds, and the process that asked is none the worse."""

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(TYPED + b" " * 600_000_000, id="bomb"),
            pytest.param(
                b"BT /F1 12 Tf 72 700 Td " + b"(AAAAAAAAAAAAAAAAAAAAAAAA) Tj 0 0 Td " * 99_000, id="heap"
            ),
            pytest.param(arms(60_000), id="dust"),
            pytest.param(TYPED + b"q " * 1_000_000, id="nesting"),
            pytest.param(TYPED + b"0 0 m 1 1 l S " * 300_000, id="paths"),
            pytest.param(TYPED + b"BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID x EI", id="picture"),
        ],
    )
    def test_content_made_to_keep_the_reader_busy(self, content: bytes, raw: Raw) -> None:
        start = time.monotonic()
        with suppress(FactCheckError):
            assert len(read_document(raw(content), filename="a.pdf", limits=LIMITS).text) <= LIMITS.max_chars
        assert time.monotonic() - start < QUICK

    def test_a_bomb_is_refused(self, raw: Raw) -> None:
        with pytest.raises(FactCheckError, match="memory"):
            read_document(raw(TYPED + b" " * 900_000_000), filename="a.pdf", limits=LIMITS)

    def test_a_form_that_draws_itself(self, raw: Raw) -> None:
        form = b"/X Do " * 3
        more = [
            b"<</Length %d/Type/XObject/Subtype/Form/BBox[0 0 595 842]" % len(form)
            + b"/Resources<</XObject<</X 7 0 R>>>>>>\nstream\n"
            + form
            + b"\nendstream"
        ]
        data = raw(TYPED + form, more=more, resources=b"/XObject<</X 7 0 R>>")
        with suppress(FactCheckError):
            assert "The pier opens" in read_document(data, filename="a.pdf", limits=LIMITS).text

    @pytest.mark.parametrize(
        "box", [b"[-1e30 -1e30 1e30 1e30]", b"[0 0 99999999 99999999]", b"[0 0 0 0]", b"[nan nan nan nan]"]
    )
    def test_pages_of_absurd_size(self, box: bytes, raw: Raw, read: Read) -> None:
        assert [piece.text for piece in read(raw(TYPED, box=box)).pieces] == ["The pier opens in May."]

    def test_letters_at_no_place_or_of_no_size(self, raw: Raw, read: Read) -> None:
        content = (
            b"BT /F1 12 Tf 72 700 Td (The pier opens) Tj ET BT /F1 nan Tf 1e40 0 0 1e40 nan -inf Tm (no) Tj "
            b"/F1 1e38 Tf (no) Tj ET BT /F1 0.001 Tf 72 600 Td (no) Tj ET"
        )
        assert [piece.text for piece in read(raw(content)).pieces] == ["The pier opens"]

    def test_text_outside_of_the_page_is_not_shown_and_not_read(self, raw: Raw, read: Read) -> None:
        content = TYPED + b"BT /F1 12 Tf 72 900 Td (Slug line) Tj ET BT /F1 12 Tf 700 400 Td (Slug) Tj ET"
        assert [piece.text for piece in read(raw(content)).pieces] == ["The pier opens in May."]

    def test_control_and_direction_characters_go(self, raw: Raw, read: Read) -> None:
        letters = "P\u202ei\u0007e\u2066r\x1b"
        content = b"BT /F1 12 Tf 72 700 Td (\x01\x02\x03\x04\x05\x06\x07\x08) Tj ET"
        assert [piece.text for piece in read(raw(content, letters=letters)).pieces] == ["Pier"]

    def test_pages_that_hold_themselves(self) -> None:
        data = (
            b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n"
            b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99>>\nendobj\ntrailer\n<</Size 3/Root 1 0 R>>\n%%EOF\n"
        )
        with pytest.raises(FactCheckError):
            read_document(data, filename="a.pdf", limits=LIMITS)


def test_ligatures_and_soft_hyphens_become_plain_letters(raw: Raw, read: Read) -> None:
    letters = "of\ufb01ce\ufb04\u00ad"
    content = b"BT /F1 12 Tf 72 700 Td (\x01\x02\x03\x04\x05 \x01\x07\x03\x04\x05 \x05\x06\x05) Tj ET"
    assert [piece.text for piece in read(raw(content, letters=letters)).pieces] == ["office ofice effle"]


def test_the_asking_process_loads_no_pdf_library() -> None:
    code = "import sys, factcheck.text.documents; sys.exit('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


WORDS = st.lists(
    st.text(st.characters(codec="latin-1", categories=["Ll", "Lu", "Nd"]), min_size=1, max_size=11),
    min_size=1,
    max_size=260,
)


def written(words: list[str], *, columns: int, size: float) -> bytes:
    """The words set flush left in so many columns, over as many pages as it takes."""
    sheet = Sheets()
    sheet.set_font("helvetica", "", size)
    wide = 500 / columns - 16
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and sheet.get_string_width(longer) <= wide:
            lines[-1] = longer
        else:
            lines.append(word)
    per_column = 18
    for start in range(0, len(lines), per_column):
        column = start // per_column % columns
        if column == 0:
            sheet.add_page()
        sheet.lines(50 + column * 500 / columns, 150, lines[start : start + per_column], size, 1.2 * size)
    return sheet.data()


@given(WORDS, st.sampled_from([8.0, 10.0, 12.5]))
def test_words_come_back_in_order(words: list[str], size: float) -> None:
    read = " ".join(piece.text for piece in article_of(written(words, columns=1, size=size)).pieces)
    assert read.split() == words


PROSE = st.lists(st.text("abcdefghijklmnoprstuvwyz", min_size=2, max_size=9), min_size=60, max_size=400)


@given(PROSE, st.sampled_from([1, 2, 3]), st.sampled_from([8.0, 10.0]))
def test_prose_comes_back_in_order_from_columns_and_pages(
    words: list[str], columns: int, size: float
) -> None:
    read = " ".join(piece.text for piece in article_of(written(words, columns=columns, size=size)).pieces)
    assert re.sub(r"[\u2022|]", "", read).split() == words


@given(st.binary(max_size=300))
def test_any_bytes_between_head_and_tail_are_read_or_refused(middle: bytes) -> None:
    with suppress(Refused):
        article_of(b"%PDF-1.7\n" + middle + b"\n%%EOF")


def test_an_empty_file_is_empty() -> None:
    with pytest.raises(InvalidInput):
        read_document(b"", filename="pier.pdf", limits=LIMITS)
