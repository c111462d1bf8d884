"""Files made to keep the reader busy: each is read or refused within seconds."""

import io
import time
import zipfile

import pytest

from factcheck.domain.errors import TooLarge
from factcheck.text.documents import Limits, document_from_text, read_document

LIMITS = Limits()
QUICK = 5.0
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", body)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        word_file("<" * 299_000 + "a" * 10_000_000),
        word_file("<" * 599_999),
        word_file(f"<w:document {WORD}><w:body>{'<w:p/>' * 20_001}</w:body></w:document>"),
        word_file(f"<a:document>{'<a:p >' * 20_001}"),
        word_file("<w:document/>", styles="<w:style/>" * 300_001),
    ],
    ids=["open marks before much text", "open marks", "paragraphs", "another prefix", "styles"],
)
def test_a_word_file_of_too_many_parts_is_refused_before_it_is_converted(data: bytes) -> None:
    start = time.process_time()
    with pytest.raises(TooLarge) as refused:
        read_document(data, filename="a.docx", limits=LIMITS)
    assert refused.value.field == "file"
    assert time.process_time() - start < QUICK


def test_a_page_of_far_more_marks_than_words_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_document(b"<p>Fares rose.</p>" + b"<i></i>" * 200_000, filename="a.html", limits=LIMITS)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_white_space_in_front_matter_is_read_in_one_pass(gap: str) -> None:
    start = time.process_time()
    source = "---\ntitle: Fares" + gap * 300_000 + "x\n---\nFares rose by 4%."
    document = document_from_text(source, limits=LIMITS, media_type="text/markdown")
    assert document.text.endswith("Fares rose by 4%.")
    assert time.process_time() - start < QUICK


@pytest.mark.parametrize("text", ["a\n" * 10_001, "Up 1%.\n\n" * 10_001])
def test_a_text_of_more_lines_than_an_article_has_is_refused(text: str) -> None:
    with pytest.raises(TooLarge) as refused:
        document_from_text(text, limits=LIMITS)
    assert refused.value.field == "text"


@pytest.mark.parametrize("written", ["0001-01-01", "9999-12-31T23:59:59-14:00"])
def test_a_year_in_which_nothing_was_published_is_no_date(written: str) -> None:
    source = f"---\ndate: {written}\n---\nFares rose by 4%."
    assert document_from_text(source, limits=LIMITS, media_type="text/markdown").published_at is None
