"""What is read from text, Markdown and HTML, and what is refused."""

import codecs
from datetime import UTC, datetime

import pytest

from factcheck.domain.articles import BlockRole, Document
from factcheck.domain.errors import FactCheckError, InvalidInput, TooLarge, UnsupportedFormat
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text, read_document

LIMITS = Limits(max_chars=20_000, max_bytes=100_000, max_unpacked_bytes=200_000, max_sentence_chars=500)


def roles(document: Document) -> list[tuple[BlockRole, str]]:
    return [(block.role, block.span.of(document.text)) for block in document.blocks]


def test_limits_come_from_the_settings() -> None:
    limits = Limits.of(
        Settings(
            max_article_chars=7,
            max_upload_bytes=8,
            max_unpacked_bytes=9,
            max_sentence_chars=10,
            max_pdf_pages=11,
        )
    )
    assert limits == Limits(
        max_chars=7, max_bytes=8, max_unpacked_bytes=9, max_sentence_chars=10, max_pages=11
    )


class TestPlainText:
    def test_is_kept_character_for_character(self) -> None:
        text = "  Ferry fares rise\n\nA ticket to Skerry costs £9\u00a0now.\n"
        assert document_from_text(text, limits=LIMITS).text == text

    def test_line_breaks_become_newlines_and_a_mark_goes(self) -> None:
        document = document_from_text("\ufeffOne day.\r\nTwo days.\rThree.", limits=LIMITS)
        assert document.text == "One day.\nTwo days.\nThree."

    def test_first_line_is_the_headline_when_short_and_alone(self) -> None:
        document = document_from_text("Ferry fares rise by 9%\n\nA ticket costs £9 now.", limits=LIMITS)
        assert document.title == "Ferry fares rise by 9%"
        assert roles(document)[0] == (BlockRole.HEADLINE, "Ferry fares rise by 9%")
        assert roles(document)[1][0] is BlockRole.PARAGRAPH

    @pytest.mark.parametrize(
        "text",
        [
            "This ends with a full stop.\n\nMore text follows here.",
            "No empty line follows\nMore text follows here.",
            "Only one line and nothing else",
        ],
    )
    def test_other_first_lines_are_not(self, text: str) -> None:
        document = document_from_text(text, limits=LIMITS)
        assert document.title == ""
        assert BlockRole.HEADLINE not in [role for role, _ in roles(document)]

    def test_a_title_given_apart_becomes_the_first_line(self) -> None:
        document = document_from_text("A ticket costs £9 now.", title=" Ferry\n fares rise ", limits=LIMITS)
        assert document.text == "Ferry fares rise\n\nA ticket costs £9 now."
        assert roles(document)[0] == (BlockRole.HEADLINE, "Ferry fares rise")

    def test_a_title_that_the_text_begins_with_is_not_repeated(self) -> None:
        text = "Ferry fares rise\nA ticket costs £9 now."
        document = document_from_text(text, title="Ferry fares rise", limits=LIMITS)
        assert document.text == text
        assert roles(document)[0] == (BlockRole.HEADLINE, "Ferry fares rise")

    def test_lists_captions_headings_and_table_rows_are_told_apart(self) -> None:
        text = (
            "Harbour news today\n\nThe pier opens in May.\n\n- It is 90m long.\n- It cost £4m.\n\n"
            "What comes next\n\n"
            "Photograph: Jo Roe\n\nYear | Ships | Tonnes\n2024 | 31 | 900"
        )
        assert [role for role, _ in roles(document_from_text(text, limits=LIMITS))] == [
            BlockRole.HEADLINE,
            BlockRole.PARAGRAPH,
            BlockRole.LIST_ITEM,
            BlockRole.LIST_ITEM,
            BlockRole.HEADING,
            BlockRole.CAPTION,
            BlockRole.TABLE_ROW,
            BlockRole.TABLE_ROW,
        ]

    def test_lines_broken_at_a_fixed_width_are_one_paragraph(self) -> None:
        text = (
            "The harbour board said that the new pier would be\n"
            "open by the end of May and that it had cost about\n"
            "four million pounds, which is less than planned.\n"
        )
        assert len(document_from_text(text, limits=LIMITS).blocks) == 1

    def test_lines_that_could_have_been_longer_are_paragraphs(self) -> None:
        text = "The pier opens in May after two years of work by three firms.\nAdvertisement\nIt cost £4m."
        assert len(document_from_text(text, limits=LIMITS).blocks) == 3


class TestRefusals:
    @pytest.mark.parametrize("text", ["", "   \n\t\n", "\u200b\ufeff\u00a0"])
    def test_blank_text(self, text: str) -> None:
        with pytest.raises(InvalidInput) as refusal:
            document_from_text(text, limits=LIMITS)
        assert refusal.value.field == "text"

    @pytest.mark.parametrize("damage", ["\x00", "\x07", "\x1b", "\x9d", chr(0xD800), chr(0xDFFF)])
    def test_control_characters_and_half_characters(self, damage: str) -> None:
        with pytest.raises(InvalidInput) as refusal:
            document_from_text(f"The pier opens{damage} in May.", limits=LIMITS)
        assert refusal.value.field == "text"

    def test_damage_in_a_title(self) -> None:
        with pytest.raises(InvalidInput) as refusal:
            document_from_text("The pier opens.", title="A\x00B", limits=LIMITS)
        assert refusal.value.field == "title"

    def test_text_above_the_limit(self) -> None:
        with pytest.raises(TooLarge):
            document_from_text("word " * 1_000_000, limits=LIMITS)

    def test_a_title_that_lifts_the_text_above_the_limit(self) -> None:
        with pytest.raises(TooLarge):
            document_from_text("a" * 19_999, title="Harbour", limits=LIMITS)

    def test_an_endless_title(self) -> None:
        with pytest.raises(TooLarge):
            document_from_text("The pier opens.", title="a" * 501, limits=LIMITS)

    def test_an_unknown_media_type(self) -> None:
        with pytest.raises(UnsupportedFormat):
            document_from_text("The pier opens.", media_type="application/pdf", limits=LIMITS)


class TestFiles:
    def test_the_name_tells_the_kind(self) -> None:
        document = read_document(b"# Pier opens\n\nIt *cost* 4m.", filename="pier.md", limits=LIMITS)
        assert document.media_type == "text/markdown"
        assert document.text == "Pier opens\n\nIt cost 4m."

    def test_the_media_type_tells_it_where_there_is_no_name(self) -> None:
        data = b"<p>The pier cost 4m and opens in May.</p>"
        assert read_document(data, media_type="text/html; charset=utf-8", limits=LIMITS).text == (
            "The pier cost 4m and opens in May."
        )

    @pytest.mark.parametrize("name", ["story.doc", "story.exe", "story.rtf", "story.epub"])
    def test_other_kinds_are_refused(self, name: str) -> None:
        with pytest.raises(UnsupportedFormat) as refusal:
            read_document(b"%PDF-1.7", filename=name, limits=LIMITS)
        assert refusal.value.field == "file"

    @pytest.mark.parametrize("data", [b"", b" \n"])
    def test_empty_files(self, data: bytes) -> None:
        with pytest.raises(InvalidInput):
            read_document(data, filename="story.txt", limits=LIMITS)

    def test_files_above_the_limit(self) -> None:
        with pytest.raises(TooLarge):
            read_document(b"a" * 100_001, filename="story.txt", limits=LIMITS)

    @pytest.mark.parametrize("mark", ["utf-16", "utf-8-sig", "utf-32"])
    def test_byte_order_marks_are_believed(self, mark: str) -> None:
        data = "Fähre für 9 €".encode(mark)
        assert read_document(data, filename="story.txt", limits=LIMITS).text == "Fähre für 9 €"

    def test_windows_text_is_read_from_txt_only(self) -> None:
        data = "The café’s owner paid £90 for the pier’s old sign.".encode("windows-1252")
        assert "café’s" in read_document(data, filename="story.txt", limits=LIMITS).text
        with pytest.raises(UnsupportedFormat, match="not UTF-8"):
            read_document(data, filename="story.md", limits=LIMITS)

    @pytest.mark.parametrize(
        "data",
        [
            b"broken \xff\xfe\xfd\x80\x81",  # undefined in windows-1252
            "caf\u00e9 prices, and then ".encode() + b"\xe9 alone",  # UTF-8 with one damaged letter
            bytes(range(256)) * 4,
            codecs.BOM_UTF16_LE + b"\x00\xd8\x00",
        ],
    )
    def test_bytes_that_are_no_text_get_one_clear_error(self, data: bytes) -> None:
        with pytest.raises(FactCheckError):
            read_document(data, filename="story.txt", limits=LIMITS)

    def test_an_archive_that_calls_itself_text(self) -> None:
        with pytest.raises(UnsupportedFormat):
            read_document(b"PK\x03\x04" + b"a" * 40, filename="story.txt", limits=LIMITS)


class TestMarkdown:
    def test_marks_go_and_blocks_stay(self) -> None:
        source = (
            "# Pier opens\n\nThe **pier** [cost](https://example.org) `4m`\nin all.\n\n"
            "1. It is 90m long\n2. It is blue\n\n"
            "> A fine thing\n\n| Year | Ships |\n|---|---|\n| 2024 | 31 |\n"
        )
        document = document_from_text(source, media_type="text/markdown", limits=LIMITS)
        assert roles(document) == [
            (BlockRole.HEADLINE, "Pier opens"),
            (BlockRole.PARAGRAPH, "The pier cost 4m in all."),
            (BlockRole.LIST_ITEM, "It is 90m long"),
            (BlockRole.LIST_ITEM, "It is blue"),
            (BlockRole.PARAGRAPH, "A fine thing"),
            (BlockRole.TABLE_ROW, "Year | Ships"),
            (BlockRole.TABLE_ROW, "2024 | 31"),
        ]

    def test_front_matter_names_title_author_and_date(self) -> None:
        source = '---\ntitle: "Pier opens"\nauthor: Jo Roe\ndate: 2025-05-01\n---\n\nIt cost 4m.\n'
        document = document_from_text(source, media_type="text/markdown", limits=LIMITS)
        assert (document.title, document.author) == ("Pier opens", "Jo Roe")
        assert document.published_at == datetime(2025, 5, 1, tzinfo=UTC)
        assert document.text == "Pier opens\n\nIt cost 4m."

    def test_far_above_the_limit_is_refused_early(self) -> None:
        with pytest.raises(TooLarge):
            document_from_text("* word\n" * 9_000, media_type="text/markdown", limits=LIMITS)

    def test_a_rule_is_not_front_matter(self) -> None:
        document = document_from_text("---\nIt cost 4m.\n", media_type="text/markdown", limits=LIMITS)
        assert "It cost 4m." in document.text


PAGE = """<!doctype html><html><head><title>Pier opens | The Gazette</title>
<meta name="author" content="Jo Roe">
<meta property="article:published_time" content="2025-05-01T09:30:00+01:00">
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Pier opens after two years of work</h1>
<p>The pier at Skerry opened on Thursday after two years of work, the harbour board said,
and about 4,000 people came to see it in the rain on the first day of the season.</p>
<h2>What it cost</h2>
<p>It cost £4m, which is £200,000 less than planned, and was built by three firms from the county with
steel that came by ship from Spain over the winter.</p>
<ul><li>It is 90 metres long and stands on 64 steel legs</li>
<li>It carries a café and a lifeboat station</li></ul>
<table><tr><th>Year</th><th>Ships</th></tr>
<tr><td>2024</td><td>31</td></tr></table>
<figure><img src="a.jpg" alt="">
<figcaption>The old pier in 1931, before the great storm took it</figcaption></figure>
<script>alert("no")</script></article>
<aside><h3>Most read</h3><p>Ten best cafés by the sea</p></aside>
<footer><p>Copyright The Gazette. All rights reserved.</p></footer></body></html>"""


class TestHtml:
    def test_the_article_is_read_and_the_site_around_it_is_not(self) -> None:
        document = document_from_text(PAGE, media_type="text/html", limits=LIMITS)
        assert roles(document)[0] == (BlockRole.HEADLINE, "Pier opens after two years of work")
        assert (BlockRole.HEADING, "What it cost") in roles(document)
        assert (BlockRole.TABLE_ROW, "2024 | 31") in roles(document)
        assert (BlockRole.LIST_ITEM, "It carries a café and a lifeboat station") in roles(document)
        for furniture in ("Home", "Ten best", "Copyright", "alert", "color"):
            assert furniture not in document.text

    def test_author_and_moment_of_publication_are_kept(self) -> None:
        document = document_from_text(PAGE, media_type="text/html", limits=LIMITS)
        assert document.author == "Jo Roe"
        assert document.published_at == datetime.fromisoformat("2025-05-01T09:30:00+01:00")

    def test_what_the_submitter_says_wins(self) -> None:
        given = datetime(2025, 6, 1, tzinfo=UTC)
        document = document_from_text(
            PAGE, media_type="text/html", title="Skerry pier", published_at=given, limits=LIMITS
        )
        assert (document.title, document.published_at) == ("Skerry pier", given)
        assert [role for role, _ in roles(document)].count(BlockRole.HEADLINE) == 1

    def test_a_declared_charset_is_used(self) -> None:
        data = '<html><head><meta charset="windows-1252"></head><body><p>Café, £9</p></body></html>'
        document = read_document(data.encode("windows-1252"), filename="a.html", limits=LIMITS)
        assert document.text == "Café, £9"

    @pytest.mark.parametrize(
        "source", ["<p>", "<html></html>", "<script>var a = 1</script>", "<p>&nbsp;</p>", "<!-- nothing -->"]
    )
    def test_markup_without_words_is_empty(self, source: str) -> None:
        with pytest.raises(InvalidInput):
            document_from_text(source, media_type="text/html", limits=LIMITS)

    def test_a_page_far_above_the_limit_is_refused_early(self) -> None:
        with pytest.raises(TooLarge):
            document_from_text("<p>words and words</p>" * 4_500, media_type="text/html", limits=LIMITS)

    def test_nesting_beyond_reason_neither_hangs_nor_fails(self) -> None:
        source = "<div>" * 9_000 + "The pier opens in May." + "</div>" * 9_000
        assert (
            document_from_text(source, media_type="text/html", limits=LIMITS).text == "The pier opens in May."
        )
