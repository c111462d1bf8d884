"""Whole pages as sites send them: the article is kept, with who and when; what stands around it is not."""

import time
from datetime import UTC, datetime

import pytest

from factcheck.domain.articles import BlockRole, Document
from factcheck.text.documents import Limits, document_from_text

TRAM = """<!doctype html><html lang="en"><head><title>Tram to Aldmoor a year late - The Ledger
</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebPage","datePublished":"2020-01-01"},
{"@type":"NewsArticle","headline":"Tram to Aldmoor a year late","datePublished":
"2024-11-08T07:15:00+00:00","author":[{"@type":"Person","name":"Nora Quill"},
{"@type":"Person","name":"Tomas Reed"}]}]}</script></head><body>
<div id="cookie-banner"><p>We use cookies. Going on, you accept 43 partners.</p><button>OK</button></div>
<header class="site"><a href="/">The Ledger</a><nav><ul><li><a href="/n">News</a></li></ul></nav></header>
<main><article><header><p>Transport</p><h1>Tram to Aldmoor a year late</h1>
<p class="standfirst">The line of £212m carried 11,000 people on its first day, the city says.</p>
<div class="byline">By Nora Quill and Tomas Reed</div>
<time datetime="2024-11-08T07:15Z">8 November 2024</time>
<p class="read-time">4 min read</p><ul class="share-links"><li><a href="#">Share it</a></li></ul></header>
<figure><img src="a.jpg" alt="">
<figcaption>The first tram at Aldmoor. Photograph: Ivy Stone</figcaption></figure>
<p>The first tram reached Aldmoor at 5.42am on Friday, a year and a week later than planned, with 63 people
on board and a brass band waiting at the stop.</p>
<aside><h3>Sign up to Morning Ledger</h3><p>Our free letter with all the headlines.</p></aside>
<p>The line is 6.8 kilometres long and has nine stops. It cost £31m more than the council had approved in
2019, because a sewer that was on no map had to be moved twice.</p>
<div class="newsletter-signup"><p>Get the tram letter every Thursday at noon.</p></div>
<h2>What it means for buses</h2>
<p>Three bus routes will end in January. The 14, which carried 9,400 passengers a day, will turn round at the
hospital, and the council expects to save £1.2m a year.</p>
<table><caption>Minutes to the centre</caption><tr><th>From</th><th>Bus</th><th>Tram</th></tr>
<tr><td>Aldmoor</td><td>38</td><td>21</td></tr></table>
<div class="related"><h3>Read more</h3><ul><li><a href="/a">Ten things about the tram</a></li></ul></div>
<ul><li>Trams run every 8 minutes until 7pm</li><li>A single ticket costs £2.40</li></ul>
<p>The council will decide on a further line, to the airport, in March. Its engineers put it at £390m.</p>
<section class="comments"><h3>Comments (12)</h3><p>Gordon: What a waste of money, all of it!</p></section>
</article></main><aside><h3>Most read</h3><p>Cat rescued from roof</p></aside>
<footer><p>© 2024 Ledger Ltd.</p></footer></body></html>"""


def read(source: str) -> Document:
    return document_from_text(source, media_type="text/html", limits=Limits())


def roles(source: str) -> list[tuple[BlockRole, str]]:
    document = read(source)
    return [(block.role, block.span.of(document.text)) for block in document.blocks]


def test_headline_text_captions_tables_and_lists_are_kept() -> None:
    found = roles(TRAM)
    assert found[0] == (BlockRole.HEADLINE, "Tram to Aldmoor a year late")
    assert [text for role, text in found if role is BlockRole.CAPTION] == [
        "The first tram at Aldmoor. Photograph: Ivy Stone",
        "Minutes to the centre",
    ]
    assert [text for role, text in found if role is BlockRole.TABLE_ROW] == [
        "From | Bus | Tram",
        "Aldmoor | 38 | 21",
    ]
    assert [text for role, text in found if role is BlockRole.LIST_ITEM] == [
        "Trams run every 8 minutes until 7pm",
        "A single ticket costs £2.40",
    ]
    assert [text for role, text in found if role is BlockRole.HEADING] == ["What it means for buses"]
    assert "11,000 people" in read(TRAM).text
    assert "£390m" in read(TRAM).text


def test_the_headline_is_there_once_and_first_though_a_section_stands_above_it() -> None:
    assert read(TRAM).text.startswith("Tram to Aldmoor a year late\n\n")
    assert read(TRAM).text.count("Tram to Aldmoor a year late") == 1


@pytest.mark.parametrize(
    "furniture",
    ["cookies", "The Ledger", "min read", "Share", "Sign up", "Thursday", "Ten things", "Gordon", "Cat", "©"],
)
def test_what_the_site_puts_around_and_between_is_gone(furniture: str) -> None:
    assert furniture not in read(TRAM).text


def test_authors_and_the_very_moment_are_kept() -> None:
    assert read(TRAM).author == "Nora Quill and Tomas Reed"
    assert read(TRAM).published_at == datetime(2024, 11, 8, 7, 15, tzinfo=UTC)


DATA = '<script type="application/ld+json">%s</script>'
BODY = (
    "<article><h1>Elm at its highest since 1998</h1><p>The Elm rose to 4.1 metres on Sunday after three days "
    "of rain on frozen ground, and stood in the cellars of 230 houses in the old town.</p></article>"
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2025-02-03T05:00:00Z">', (2025, 2, 3, 5)),
        ("<meta content='2025-02-03T05:00:00Z' property='article:published_time'>", (2025, 2, 3, 5)),
        ('<meta itemprop="datePublished" content="2025-02-03">', (2025, 2, 3)),
        (DATA % '[{"@type":["Article"],"datePublished":"2025-02-03T05:00Z"}]', (2025, 2, 3, 5)),
        (
            DATA % "{broken" + '<meta name="date" content="2025-02-03">',
            (2025, 2, 3),
        ),
        (DATA % '{"@type":"NewsArticle","datePublished":"soon"}', None),
    ],
)
def test_the_moment_of_publication(head: str, expected: tuple[int, ...] | None) -> None:
    found = read(f"<html><head><title>Elm</title>{head}</head><body>{BODY}</body></html>").published_at
    assert found == (datetime(*expected, tzinfo=UTC) if expected else None)  # type: ignore[misc, arg-type]


def test_an_address_is_no_author() -> None:
    head = DATA % '{"@type":"NewsArticle","author":["https://a.example/u"]}'
    assert read(f"<html><head>{head}</head><body>{BODY}</body></html>").author is None


def test_a_site_that_calls_everything_an_advertisement_is_read_all_the_same() -> None:
    page = f"<html><body><div class='ad'><div class='content related'>{BODY}</div></div></body></html>"
    assert "4.1 metres" in read(page).text


def test_the_name_of_the_site_in_a_heading_is_no_headline() -> None:
    head = "<head><title>Elm at its highest since 1998 | Vale Post</title></head>"
    page = f"<html>{head}<body><h1>Vale Post</h1>{BODY}</body></html>"
    assert read(page).title == "Elm at its highest since 1998"


@pytest.mark.parametrize(
    "unit",
    [
        '<script type="application/ld+json">',
        '<script type="application/ld+json">[[[[{"@graph":',
        "<meta " + "a" * 50_000 + ">",
        '<meta a="',
        "<time datetime='",
        '<div class="related-box-box-box',
        '<div class="' + "related-" * 40 + '">',
        "<p class=promo>",
        "<div " + "class = " * 3_000 + ">",
    ],
)
def test_heads_and_names_made_to_keep_the_reader_busy(unit: str) -> None:
    start = time.process_time()
    source = BODY + unit * (400_000 // len(unit))
    assert "4.1 metres" in read(source[:590_000]).text
    assert time.process_time() - start < 10
