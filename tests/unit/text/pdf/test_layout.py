"""Articles as they are set: columns, pages, headlines, lists, tables, notes. All of it made here."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from factcheck.domain.articles import BlockRole
from factcheck.text.pdf.answer import PdfArticle

Roles = Callable[[bytes], list[tuple[BlockRole, str]]]
Read = Callable[[bytes], PdfArticle]

LEFT = [
    "The ferry company Sealine will",
    "raise the fares on its northern",
    "route by 9% in April, because the",
    "price of fuel has gone up by more",
    "than a third since last summer.",
]
RIGHT = [
    "Passengers with a season ticket",
    "pay what they paid before, which",
    "was agreed with the county when",
    "the route was put out to tender",
    "in 2019 for a term of ten years.",
]


def words(document: list[tuple[BlockRole, str]]) -> str:
    return " ".join(text for _, text in document)


class TestColumns:
    def test_two_columns_are_read_one_after_the_other(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 100, LEFT)
        sheets.lines(230, 100, RIGHT)
        assert words(roles(sheets.data())) == " ".join(LEFT + RIGHT)

    def test_so_are_three_under_a_headline_that_crosses_them(self, sheets: Any, roles: Roles) -> None:
        sheets.type(50, 70, "Ferry fares rise by 9% as fuel becomes dearer", 22, "B")
        third = [
            "Its ships carried 412,000 people",
            "last year, most of them in the",
            "summer months, the firm said.",
        ]
        for x, lines in ((50, LEFT), (220, RIGHT), (390, third)):
            sheets.lines(x, 100, lines)
        assert roles(sheets.data()) == [
            (BlockRole.HEADLINE, "Ferry fares rise by 9% as fuel becomes dearer"),
            (BlockRole.PARAGRAPH, " ".join(LEFT)),
            (BlockRole.PARAGRAPH, " ".join(RIGHT)),
            (BlockRole.PARAGRAPH, " ".join(third)),
        ]

    def test_lines_of_both_columns_need_not_stand_level(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 100, LEFT)
        sheets.lines(230, 105, RIGHT)
        assert words(roles(sheets.data())) == " ".join(LEFT + RIGHT)

    def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(
        self, sheets: Any, roles: Roles
    ) -> None:
        sheets.lines(50, 100, LEFT[:4])
        sheets.lines(230, 100, ["than a third since last summer.", *RIGHT[:3]])
        sheets.add_page()
        sheets.lines(50, 100, RIGHT[3:])
        assert roles(sheets.data()) == [(BlockRole.PARAGRAPH, " ".join(LEFT + RIGHT))]

    def test_a_whole_line_in_the_middle_parts_upper_and_lower_columns(
        self, sheets: Any, roles: Roles
    ) -> None:
        sheets.lines(50, 100, LEFT)
        sheets.lines(230, 100, RIGHT)
        sheets.type(50, 190, "What the county says about it, and what it does not say at all", 13, "B")
        sheets.lines(50, 220, LEFT)
        sheets.lines(230, 220, RIGHT)
        text = words(roles(sheets.data()))
        assert text.index(RIGHT[-1]) < text.index("What the county") < text.rindex(LEFT[0])

    def test_a_page_that_lies_on_its_side_is_read_upright(self, sheets: Any, roles: Roles) -> None:
        with sheets.rotation(90, 300, 400):
            sheets.lines(150, 400, LEFT)
        assert words(roles(sheets.data())) == " ".join(LEFT)

    def test_a_watermark_across_the_page_is_not_part_of_the_text(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 100, LEFT)
        with sheets.rotation(45, 300, 400):
            sheets.type(200, 400, "DRAFT", 60)
        assert words(roles(sheets.data())) == " ".join(LEFT)


class TestPages:
    def test_running_heads_feet_and_page_numbers_go(self, sheets: Any, roles: Roles) -> None:
        for number in (1, 2, 3):
            if number > 1:
                sheets.add_page()
            sheets.type(50, 30, "The Skerry Courier, 4 March 2025", 8)
            sheets.type(50, 820, f"Page {number} of 3", 8)
            sheets.type(500, 30, "Sea & Coast", 8)
            sheets.lines(
                50, 100, [f"Ship number {number * 7} came in at dawn on the day when the storm began."]
            )
        text = words(roles(sheets.data()))
        assert "Courier" not in text
        assert "Page" not in text
        assert "Coast" not in text
        assert [f"number {n}" in text for n in (7, 14, 21)] == [True] * 3

    @pytest.mark.parametrize("count", [1, 4, 14])
    def test_two_pages_that_say_the_same_are_no_margins(self, count: int, sheets: Any, roles: Roles) -> None:
        lines = [
            f"Boat {'ABCDEFGHIJKLMN'[i]} landed a ton of herring before the gale set in."
            for i in range(count)
        ]
        sheets.lines(50, 60, lines)
        sheets.add_page()
        sheets.lines(50, 60, lines)
        text = words(roles(sheets.data()))
        assert [text.count(line) for line in lines] == [2] * count

    def test_a_head_goes_from_a_page_without_text_too(self, sheets: Any, roles: Roles) -> None:
        sheets.type(50, 30, "The Skerry Courier, 4 March", 8)
        sheets.lines(50, 100, LEFT)
        sheets.add_page()
        sheets.type(50, 30, "The Skerry Courier, 4 March", 8)
        assert words(roles(sheets.data())) == " ".join(LEFT)

    def test_a_number_at_the_foot_of_a_single_page_is_its_number(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 100, LEFT)
        sheets.type(290, 815, "- 12 -", 9)
        assert words(roles(sheets.data())) == " ".join(LEFT)

    def test_rows_of_a_long_table_are_no_running_heads(self, sheets: Any, roles: Roles) -> None:
        for page in range(2):
            if page:
                sheets.add_page()
            for row in range(60):
                sheets.type(50, 40 + 13 * row, f"Week {page * 60 + row * 3 % 59}")
                sheets.type(200, 40 + 13 * row, str(340 + row * 7 % 50 + page))
        assert len(roles(sheets.data())) == 120

    def test_what_a_browser_prints_around_a_page_goes(self, sheets: Any, roles: Roles) -> None:
        sheets.set_title("Ferry fares rise")
        sheets.type(30, 20, "3/4/25, 10:21 AM", 8)
        sheets.type(250, 20, "Ferry fares rise", 8)
        sheets.lines(50, 100, LEFT)
        sheets.type(30, 830, "https://courier.example/ferry", 8)
        sheets.type(550, 830, "1/1", 8)
        assert words(roles(sheets.data())) == " ".join(LEFT)

    def test_a_page_that_is_a_picture_leaves_a_trace(self, sheets: Any, roles: Roles, picture: Any) -> None:
        sheets.lines(50, 100, LEFT)
        sheets.add_page()
        sheets.image(picture, 0, 0, 595, 842)
        assert roles(sheets.data())[-1] == (BlockRole.CAPTION, "[Page 2: a picture without text]")


class TestParagraphs:
    def test_they_are_told_by_space_indent_or_a_short_last_line(self, sheets: Any, roles: Roles) -> None:
        below = sheets.lines(50, 100, LEFT)
        below = sheets.lines(50, below + 8, RIGHT)
        sheets.type(60, below, LEFT[0])
        below = sheets.lines(50, below + 12, [*LEFT[1:4], "than a third."])
        sheets.lines(50, below, RIGHT)
        expected = [LEFT, RIGHT, [*LEFT[:4], "than a third."], RIGHT]
        assert [text for _, text in roles(sheets.data())] == [" ".join(lines) for lines in expected]

    def test_words_broken_at_the_end_of_a_line_are_whole_again(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(
            50,
            100,
            [
                "The ferry company asked the govern-",
                "ment for a long-term loan and a Skerry-",
                "based partner, after a ten-",
                "year lease had run out and a well-",
                "known bank had asked for 12-",
                "month terms, as it did in 2024-",
                "25, with short-",
                "and medium-term rates.",
            ],
        )
        assert words(roles(sheets.data())) == (
            "The ferry company asked the government for a long-term loan and a Skerry-based partner, after a "
            "ten-year lease had run out and a well-known bank had asked for 12-month terms, as it did in "
            "2024-25, with short- and medium-term rates."
        )

    def test_a_picture_and_its_caption_do_not_cut_a_paragraph(
        self, sheets: Any, roles: Roles, picture: Any
    ) -> None:
        below = sheets.lines(50, 100, LEFT[:3])
        sheets.image(picture, 50, below, 160, 80)
        below = sheets.lines(50, below + 92, ["The Aurora leaves the pier at Skerry"], size=8)
        sheets.lines(50, below + 12, LEFT[3:])
        assert roles(sheets.data()) == [
            (BlockRole.PARAGRAPH, " ".join(LEFT)),
            (BlockRole.CAPTION, "The Aurora leaves the pier at Skerry"),
        ]

    def test_small_type_at_the_start_of_a_line_does_not_make_the_line_small(
        self, sheets: Any, roles: Roles
    ) -> None:
        sheets.lines(50, 100, LEFT[:2])
        sheets.type(50, 124, "NB:", 7.5)
        sheets.lines(50 + sheets.get_string_width("NB: "), 124, ["on its northern route alone,"])
        sheets.lines(50, 136, LEFT[2:])
        assert len(roles(sheets.data())) == 1

    def test_a_note_between_two_paragraphs_does_not_join_them(self, sheets: Any, roles: Roles) -> None:
        below = sheets.lines(50, 100, LEFT)
        below = sheets.lines(50, below + 8, ["All figures are from the yearly report."], size=8)
        sheets.lines(50, below + 8, ["iPhone owners pay by telephone on", "all of the ships, the firm says."])
        assert len(roles(sheets.data())) == 3

    def test_an_initial_over_three_lines_belongs_to_its_word(self, sheets: Any, roles: Roles) -> None:
        sheets.type(50, 124, "T", 44)
        sheets.lines(80, 100, ["he ferry company Sealine will", "raise the fares on its northern"])
        sheets.lines(80, 124, ["route by 9% in April, because"])
        sheets.lines(50, 136, ["the price of fuel has gone up by a third."])
        assert words(roles(sheets.data())) == (
            "The ferry company Sealine will raise the fares on its northern route by 9% in April, because "
            "the price of fuel has gone up by a third."
        )

    def test_note_marks_go_and_powers_stay(self, sheets: Any, roles: Roles) -> None:
        line = [
            ("The port covers 3 km", "2"),
            (", handles 10", "6"),
            (" tonnes, and grows.", "4"),
            (" It said so.", ""),
        ]
        x = 50.0
        for text, raised in line:
            sheets.type(x, 100, text)
            x += sheets.get_string_width(text)
            if raised:
                sheets.type(x, 96, raised, 6)
                x += sheets.get_string_width(raised)
        assert (
            words(roles(sheets.data())) == "The port covers 3 km², handles 10⁶ tonnes, and grows. It said so."
        )

    def test_letters_drawn_twice_are_read_once(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 100, LEFT)
        sheets.lines(50.4, 100, LEFT)
        assert words(roles(sheets.data())) == " ".join(LEFT)


class TestListsAndTables:
    def test_list_items_are_kept_apart_without_their_marks(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 100, ["Three things drive the cost of the ferry, the report says:"])
        sheets.type(60, 118, "\x95")  # a bullet
        sheets.lines(74, 118, ["fuel, which is dearer by a third than it was", "a year ago"])
        sheets.type(60, 142, "\x95")
        sheets.lines(74, 142, ["wages, up by 4%"])
        sheets.lines(60, 154, ["3. a new pier"])
        assert roles(sheets.data())[1:] == [
            (BlockRole.LIST_ITEM, "fuel, which is dearer by a third than it was a year ago"),
            (BlockRole.LIST_ITEM, "wages, up by 4%"),
            (BlockRole.LIST_ITEM, "3. a new pier"),
        ]

    def test_figures_of_a_table_stay_beside_their_labels(self, sheets: Any, roles: Roles) -> None:
        sheets.lines(50, 80, ["What the ferry carried in the last three years, by kind of traffic:"])
        rows = [("Year", "Cars", "People"), ("2022", "31,000", "388,000"), ("2023", "34,500", "401,000")]
        for number, row in enumerate(rows):
            for x, cell in zip((50, 200, 300), row, strict=True):
                sheets.type(x, 110 + 16 * number, cell)
        assert roles(sheets.data())[1:] == [(BlockRole.TABLE_ROW, " | ".join(row)) for row in rows]

    def test_a_table_of_words_in_two_columns_is_no_running_text(self, sheets: Any, roles: Roles) -> None:
        rows = [
            ("Ministry of Transport", "Licences for all ferries"),
            ("County of Skerry", "Timetable and fares"),
            ("Harbour board", "Piers and lights"),
            ("Sealine", "Ships and crews"),
        ]
        for number, (a, b) in enumerate(rows):
            sheets.type(50, 100 + 16 * number, a)
            sheets.type(250, 100 + 16 * number, b)
        assert roles(sheets.data()) == [(BlockRole.TABLE_ROW, f"{a} | {b}") for a, b in rows]


class TestHeads:
    def test_headline_headings_and_standfirst(self, sheets: Any, roles: Roles) -> None:
        sheets.type(50, 60, "TRANSPORT", 9)
        sheets.lines(50, 90, ["Ferry fares rise by 9%", "as fuel becomes dearer"], size=24, step=28)
        sheets.lines(50, 150, ["Season tickets stay as they are, says the company."], size=13)
        below = sheets.lines(50, 180, LEFT)
        sheets.type(50, below + 14, "What the county says", 10, "B")
        sheets.lines(50, below + 28, RIGHT)
        assert roles(sheets.data()) == [
            (BlockRole.HEADLINE, "Ferry fares rise by 9% as fuel becomes dearer"),
            (BlockRole.PARAGRAPH, "TRANSPORT"),
            (BlockRole.PARAGRAPH, "Season tickets stay as they are, says the company."),
            (BlockRole.PARAGRAPH, " ".join(LEFT)),
            (BlockRole.HEADING, "What the county says"),
            (BlockRole.PARAGRAPH, " ".join(RIGHT)),
        ]

    def test_the_name_of_the_paper_is_no_headline(self, sheets: Any, read: Read) -> None:
        sheets.type(50, 60, "The Courier", 40, "B")
        sheets.type(50, 110, "Ferry fares rise by 9% in April", 26, "B")
        sheets.lines(50, 140, LEFT)
        assert read(sheets.data()).title == "Ferry fares rise by 9% in April"

    def test_a_text_in_one_size_has_no_headline(self, sheets: Any, read: Read) -> None:
        sheets.lines(50, 140, LEFT)
        assert read(sheets.data()).title == ""


class TestFacts:
    @pytest.mark.parametrize(
        ("line", "author", "published"),
        [
            ("By Una Pell", "Una Pell", None),
            (
                "By Una Pell and Dag Moe, harbour correspondents | 4 March 2025",
                "Una Pell and Dag Moe",
                (2025, 3, 4),
            ),
            ("By Una Pell in Skerry, March 4, 2025", "Una Pell", (2025, 3, 4)),
            ("Published 2025-03-04", None, (2025, 3, 4)),
            ("By far the largest ship", None, None),
            ("By Monday everything was over", None, None),
        ],
    )
    def test_byline_and_date_are_read_beside_the_headline(
        self, line: str, author: str | None, published: tuple[int, int, int] | None, sheets: Any, read: Read
    ) -> None:
        sheets.set_producer("Skia/PDF m150")
        sheets.type(50, 90, "Ferry fares rise by 9% in April", 24)
        sheets.type(50, 110, line, 9)
        sheets.lines(50, 140, LEFT)
        found = read(sheets.data())
        assert found.author == author
        assert found.published_at == (datetime(*published, tzinfo=UTC) if published else None)

    @pytest.mark.parametrize(
        ("entry", "expected"),
        [
            ("Ferry fares rise", "Ferry fares rise"),
            ("Microsoft Word - ferry v2.docx", ""),
            ("ferry_final.indd", ""),
            ("untitled", ""),
            ("Document1", ""),
            ("https://courier.example/a", ""),
            ("12345", ""),
            ("", ""),
        ],
    )
    def test_a_title_of_the_file_counts_where_it_is_one(
        self, entry: str, expected: str, sheets: Any, read: Read
    ) -> None:
        sheets.set_title(entry)
        sheets.lines(50, 140, LEFT)
        assert read(sheets.data()).title == expected

    @pytest.mark.parametrize(
        ("entry", "expected"),
        [
            ("Una Pell", "Una Pell"),
            ("Northwire", "Northwire"),
            ("upell", None),
            ("Windows User", None),
            ("Administrator", None),
            ("una@courier.example", None),
            ("Adobe InDesign 20.1", None),
            ("", None),
        ],
    )
    def test_so_does_an_author(self, entry: str, expected: str | None, sheets: Any, read: Read) -> None:
        sheets.set_author(entry)
        sheets.lines(50, 140, LEFT)
        assert read(sheets.data()).author == expected

    @pytest.mark.parametrize(
        ("producer", "kept"),
        [("Harbour Layout 4", True), ("Skia/PDF m150", False), ("Microsoft: Print To PDF", False)],
    )
    def test_the_making_of_a_print_says_nothing_about_the_day_of_the_article(
        self, producer: str, kept: bool, sheets: Any, read: Read
    ) -> None:
        made = datetime(2025, 3, 4, 6, 30, tzinfo=UTC)
        sheets.set_creation_date(made)
        sheets.set_producer(producer)
        sheets.lines(50, 140, LEFT)
        assert read(sheets.data()).published_at == (made if kept else None)
