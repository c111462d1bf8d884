"""What is struck out or hidden is not read, and small figures above and below the line keep their meaning."""

import io
import time

import docx
import pytest

from factcheck.text.documents import Limits, document_from_text, read_document
from factcheck.text.hidden import as_seen
from factcheck.text.markup import read_markup

PAGE = (
    "<html><head><title>Eels return</title></head><body><article><h1>Eels return</h1><p>{}</p>"
    "<p>The trust that looks after the river counted the eels on four nights in May, with lamps and nets, and"
    " wants to do so again next year if the county lends it a boat.</p></article></body></html>"
)


def read(markup: str) -> str:
    return "\n".join(piece.text for piece in read_markup(markup)[0])


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("12<sup>3</sup> eels, 10<sup>6</sup> nets", "12³ eels, 10⁶ nets"),
        ("10<sup>−3</sup> and 10<sup><b>12</b></sup>", "10⁻³ and 10¹²"),
        ("a pond of 40 m<sup>2</sup>, 3 km<sup>3</sup> of ice", "a pond of 40 m², 3 km³ of ice"),
        ("kg m<sup>-3</sup>", "kg m⁻³"),
        ("the 4<sup>th</sup> weir", "the 4th weir"),
        ("Eelway<sup>TM</sup>", "EelwayTM"),
        ("2<sup>3x</sup>", "2^3x"),
        ("the trust<sup>2</sup> says.<sup>3, 4</sup> So<sup>[5]</sup>", "the trust says. So"),
        ("a fall of 5%<sup>1</sup>", "a fall of 5%"),
        ('in 2019<sup><a href="#n1">1</a></sup> it', "in 2019 it"),
        ('in 2019<a href="#n1"><sup>1</sup></a> it', "in 2019 it"),
        ("<sup>14</sup>C in CO<sub>2</sub> and H<sub>2</sub>O", "¹⁴C in CO₂ and H₂O"),
        ("3<sup>1</sup>/<sub>2</sub> miles", "3¹/₂ miles"),
        ("x<sub>max</sub>", "xmax"),
        ("9<sup>&lt;b&gt;</sup>", "9<b>"),
        ("<td>12</td><td><sup>1</sup> Estimate</td>", "12\nEstimate"),
    ],
)
def test_powers_stay_and_note_marks_go(markup: str, text: str) -> None:
    cells = markup.startswith("<td>")
    assert read(f"<table><tr>{markup}</tr></table>" if cells else f"<p>{markup}</p>") == (
        text.replace("\n", " | ") if cells else text
    )


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p><del>5%</del><ins>6%</ins> of eels</p>", "6% of eels"),
        ("<p>Nets <s>12 <b>old</b></s> <strike>13</strike> 14</p>", "Nets 14"),
        ("<p>A</p><p hidden>B<p>C</p>", "A\nC"),
        ("<p>A <span aria-hidden='true'>B</span> C</p>", "A C"),
        ('<p>A</p><div style="color:red; display : none">B<div>C</div>D</div><p>E</p>', "A\nE"),
        ("<p>A <span style=visibility:hidden>B</span></p>", "A"),
        ("<ul><li>A<li hidden>B<li>C</ul>", "A\nC"),
        ("<p>A</p><p class=hidden data-hidden title='now hidden'>B</p>", "A\nB"),
        ("<p>A <img hidden src=a> B</p>", "A B"),
        ("<body style='visibility:hidden'><p>A</p></body>", "A"),
        ("<p>A <del>B</p><p>C</p>", "A\nC"),
        ("<p>A</p></del><p>B</p>", "A\nB"),
        ("<p>A</p><p hidden>B", "A"),
    ],
)
def test_what_is_deleted_or_hidden_is_not_read(markup: str, text: str) -> None:
    assert read(markup) == text


def test_markup_without_any_of_it_stays_as_it_is() -> None:
    markup = "<P>Eels &amp; <b>nets</b><br>1 < 2</p>\n<unknown>x"
    assert as_seen(markup) == markup


def test_a_whole_page_is_read_the_same_way() -> None:
    told = PAGE.format(
        "It found <del>10<sup>5</sup></del> 10<sup>6</sup> eels<sup>1</sup> in 9 km<sup>2</sup>."
    )
    document = document_from_text(told, media_type="text/html", limits=Limits())
    assert "It found 10⁶ eels in 9 km².\n" in document.text


def test_time_grows_with_the_length() -> None:
    began = time.process_time()
    for part in (
        "<sup>",
        "<del>",
        "<p hidden>",
        "<li><sup>1",
        "</del>",
        "<b><sup></i>",
        '<a style="',
        "1<sup>2</sup>",
    ):
        as_seen(part * 20_000)
    for attribute in ("href=", "style=", "hidden = ", "style='", '="', "aria-hidden "):
        as_seen(f"<a {attribute * 50_000}>")
    assert time.process_time() - began < 10


def test_hidden_struck_and_raised_runs_of_a_word_file() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The trust set 10")
    paragraph.add_run("6").font.superscript = True
    paragraph.add_run(" eels free")
    for name in ("hidden", "strike", "double_strike"):
        setattr(paragraph.add_run(f" {name}").font, name, True)
    both = paragraph.add_run(" and so on")
    both.font.strike, both.font.hidden = False, True
    shown = paragraph.add_run(" in May")
    shown.font.strike = shown.font.hidden = False
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(", with CO")
    paragraph.add_run("2").font.subscript = True
    out = io.BytesIO()
    document.save(out)
    read = read_document(out.getvalue(), filename="eels.docx", limits=Limits())
    assert read.text == "The trust set 10⁶ eels free in May, with CO₂"
