"""Word files: what is read, and archives that only pretend to be one."""

import io
import zipfile

import docx
import pytest

from factcheck.domain.articles import BlockRole
from factcheck.domain.errors import TooLarge, UnsupportedFormat
from factcheck.text.documents import Limits, read_document

LIMITS = Limits(max_chars=20_000, max_bytes=2_000_000, max_unpacked_bytes=1_000_000)
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.author = "Jo Roe"
    document.add_heading("Pier opens", 0)
    document.add_paragraph("The pier at Skerry cost £4m.")
    document.add_heading("Ships", 2)
    document.add_paragraph("It is 90m long", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, values in zip(table.rows, (("Year", "Ships"), ("2024", "31")), strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def archive(**members: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return out.getvalue()


def pretend(document: bytes | str, **more: bytes | str) -> bytes:
    return archive(**{"[Content_Types].xml": TYPES, "word/document.xml": document, **more})


def test_headline_text_lists_and_tables_are_kept() -> None:
    document = read_document(word_file(), filename="pier.docx", limits=LIMITS)
    assert [(block.role, block.span.of(document.text)) for block in document.blocks] == [
        (BlockRole.HEADLINE, "Pier opens"),
        (BlockRole.PARAGRAPH, "The pier at Skerry cost £4m."),
        (BlockRole.HEADING, "Ships"),
        (BlockRole.LIST_ITEM, "It is 90m long"),
        (BlockRole.TABLE_ROW, "Year | Ships"),
        (BlockRole.TABLE_ROW, "2024 | 31"),
    ]
    assert document.author == "Jo Roe"
    assert document.title == "Pier opens"


def test_the_first_bytes_tell_a_word_file_without_a_name() -> None:
    assert read_document(word_file(), limits=LIMITS).title == "Pier opens"


@pytest.mark.parametrize(
    "data",
    [
        b"not an archive at all",
        b"PK\x03\x04 half an archive",
        archive(**{"hello.txt": "hello"}),
        archive(**{"word/document.xml": "<a/>"}),
        word_file()[:-300],
        pretend("this is not XML"),
        pretend("<unclosed>"),
        pretend("<w/>", **{"_rels/.rels": "<broken"}),
    ],
)
def test_what_is_no_word_file_gets_one_clear_error(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat) as refusal:
        read_document(data, filename="pier.docx", limits=LIMITS)
    assert refusal.value.field == "file"


def test_a_bomb_is_refused_by_its_headers() -> None:
    with pytest.raises(TooLarge):
        read_document(pretend(b"<a>" + b"0" * 40_000_000), filename="bomb.docx", limits=LIMITS)


def test_a_bomb_in_a_part_that_is_never_read_is_refused_too() -> None:
    data = pretend("<a/>", **{"word/media/image1.png": b"0" * 40_000_000})
    with pytest.raises(TooLarge):
        read_document(data, filename="bomb.docx", limits=LIMITS)


def test_a_bomb_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(pretend(b"<a>" + b"0" * 40_000_000))
    size = (40_000_003).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises((TooLarge, UnsupportedFormat)):
        read_document(bytes(data), filename="bomb.docx", limits=LIMITS)


def test_thousands_of_parts_are_refused() -> None:
    data = pretend("<a/>", **{f"word/part{n}.xml": "<a/>" for n in range(2_001)})
    with pytest.raises(TooLarge):
        read_document(data, filename="parts.docx", limits=LIMITS)


def test_entities_that_could_expand_without_end_are_refused() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    with pytest.raises(UnsupportedFormat):
        read_document(pretend(laughs), filename="laughs.docx", limits=LIMITS)


def test_text_above_the_limit_of_an_article() -> None:
    document = docx.Document()
    document.add_paragraph("word " * 5_000)
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(TooLarge):
        read_document(out.getvalue(), filename="long.docx", limits=LIMITS)
