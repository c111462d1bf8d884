"""Bytes of a PDF to its article. Everything that happens inside the reading process."""

from factcheck.text.pdf.answer import PdfArticle
from factcheck.text.pdf.columns import ReadingOrder
from factcheck.text.pdf.facts import author_of, plausible_title, published_of
from factcheck.text.pdf.glyphs import read_pages
from factcheck.text.pdf.lines import segments_of
from factcheck.text.pdf.margins import without_margins
from factcheck.text.pdf.paragraphs import paragraphs_of
from factcheck.text.pdf.refusals import Refusal, Refused
from factcheck.text.pdf.roles import pieces_of

_MOST_UNKNOWN = 0.3


def read_article(data: bytes, *, max_pages: int, max_chars: int) -> PdfArticle:
    """The article in the file; raises `Refused`."""
    pages, entries = read_pages(data, max_pages=max_pages, max_chars=max_chars)
    known = sum(len(page.glyphs) for page in pages)
    unknown = sum(page.unknown for page in pages)
    if not known and not unknown:
        raise Refused(Refusal.SCAN if any(page.pictures for page in pages) else Refusal.NO_TEXT)
    if unknown > _MOST_UNKNOWN * (known + unknown):
        raise Refused(Refusal.NO_LETTERS)
    title = plausible_title(entries)
    segments = without_margins(pages, [segments_of(page) for page in pages], title)
    order = ReadingOrder()
    paragraphs = paragraphs_of([order.columns(found) for found in segments])
    if not paragraphs:
        raise Refused(Refusal.NO_TEXT)
    pieces, headline = pieces_of(pages, paragraphs, title)
    return PdfArticle(pieces, headline or title, author_of(entries, pieces), published_of(entries, pieces))
