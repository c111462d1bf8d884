"""Markup to tags and text: what is kept, and that broken markup costs no more than sound markup."""

import time

import pytest

from factcheck.domain.articles import BlockRole
from factcheck.text.markup import read_markup
from factcheck.text.tags import Tag, tags_and_text

QUICK = 5.0
"""Seconds of processor time. One pass takes a part of this; looking ahead anew at every mark, minutes."""


def words(source: str) -> str:
    return "".join(found for found in tags_and_text(source) if isinstance(found, str))


def test_tags_and_text_come_in_order() -> None:
    assert list(tags_and_text('<P class="a">Fares &amp; tolls<br/>rose.</p>')) == [
        Tag("p", closing=False, attributes=' class="a"'),
        "Fares & tolls",
        Tag("br", closing=False, attributes="/"),
        "rose.",
        Tag("p", closing=True),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<!-- <b>hidden</b> -->b", "ab"),
        ("a<!-->b", "ab"),
        ("<!DOCTYPE html><?xml?>a</>b", "ab"),
        ("<script>if (a < b) '<p>no</p>'</SCRIPT >yes", "yes"),
        ("<style>p > a {}</style>yes", "yes"),
        ("a<script>never closed <p>b</p>", "a"),
        ('<a title="x > y">z</a>', "z"),
        ("<a title='x > y'>z</a>", "z"),
        ("<p don't>z</p>", "z"),
        ('<a title="never closed>z</a>', "z"),
        ("3 < 4 and 5<6", "3 < 4 and 5<6"),
        ("a <b", "a <b"),
        ("a <!-- b", "a <!-- b"),
        ("&#x41;&#66;&nbsp;&unknown;", "AB\u00a0&unknown;"),
    ],
)
def test_text_is_what_stands_outside_of_marks(source: str, text: str) -> None:
    assert words(source) == text


def test_a_character_reference_of_thousands_of_digits_is_text() -> None:
    source = "&#" + "1" * 5_000 + ";"
    assert words(source) == source


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<a",
        "<!--",
        "<!-- >",
        "<!",
        "<?",
        "</",
        "</a",
        "<",
        '<a ">"',
        "<a b='",
        '<a b="',
        "<a b=",
        "&",
        "<title>a<b>",
    ],
)
@pytest.mark.parametrize("end", ["", ">"])
def test_broken_markup_is_read_in_one_pass(unit: str, end: str) -> None:
    start = time.process_time()
    read_markup(unit * (600_000 // len(unit)) + end)
    assert time.process_time() - start < QUICK


@pytest.mark.parametrize(
    "source",
    [
        "<li>" * 50_000 + "</h1>" * 50_000,
        "<li>" * 50_000 + "</li>" * 50_000,
        "<nav>" * 50_000 + "<i>" * 50_000,
    ],
)
def test_deep_nesting_is_read_in_one_pass(source: str) -> None:
    start = time.process_time()
    read_markup(source)
    assert time.process_time() - start < QUICK


def test_the_innermost_list_item_is_closed_and_the_paragraph_after_it_is_one() -> None:
    pieces, _ = read_markup("<ul><li>One<ul><li>Two</li></ul>more</li></ul><p>Last</p>")
    assert [(piece.text, piece.role) for piece in pieces] == [
        ("One", BlockRole.LIST_ITEM),
        ("Two", BlockRole.LIST_ITEM),
        ("more", BlockRole.LIST_ITEM),
        ("Last", BlockRole.PARAGRAPH),
    ]
