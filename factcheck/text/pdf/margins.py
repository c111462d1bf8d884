"""What stands at the edges of pages and is no part of the article: running heads, feet, and page numbers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.text.pdf.glyphs import Page
from factcheck.text.pdf.lines import Segment, rows_of

_MOST_ROWS = 5
"""Rows at each edge that may be a running head or foot."""
_SAME_HEIGHT = 0.02
_EDGE = 0.12
_VERY_EDGE = 0.07
_OUTER = 0.25
"""Share of the page at each end in which a running head or foot may stand, of several rows at most."""
_MOST_OF_PAGE = 0.5
_FEW_WORDS = 8
_APART = 1.2
_LONGEST = 300
_FEWEST_LETTERS = 3
_MOST_COMPARED = 400
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite)\s*)?[-–—|(\[ ]*(?:\d{1,4}|[ivxlc]{1,6})[-–—|)\] ]*"
    r"(?:(?:of|/|von|de)\s*\d{1,4})?\Z",
    re.IGNORECASE,
)
_PRINTED_FOOT = re.compile(r"(?:https?|file|about|data):\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?\Z|\d{1,4}/\d{1,4}\Z")
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    height: float
    """Distance from the top of the page, as a share of the page."""
    mask: str
    numbers: tuple[int, ...]


def without_margins(
    pages: Sequence[Page], segments: Sequence[list[Segment]], title: str
) -> list[list[Segment]]:
    """The segments of each page without running heads, running feet and page numbers.

    A row at an edge is one of them if it stands at the same height on another page in the same words, numbers
    apart that count the pages; or if it is a bare page number, well apart from the text; or if it is what a
    browser prints around a page, with the file's own `title`. Rows are taken off from the edge inwards and
    in the outer parts of the page only, so that nothing goes from its middle. What would be most of a page is
    its text, though another page says the same, unless it stands around more text elsewhere.
    """
    rows = [rows_of(found) for found in segments]
    gone: set[int] = set()
    repeated: list[list[tuple[str, list[Segment]]]] = [[] for _ in pages]
    for from_top in (True, False):
        edges = [(found if from_top else found[::-1])[: _MOST_ROWS + 1] for found in rows]
        alike: dict[str, list[_Place]] = defaultdict(list)
        for edge, page in zip(edges, pages, strict=True):
            for row in edge:
                place = _place(row, page)
                alike[place.mask].append(place)
        for edge, page, again in zip(edges, pages, repeated, strict=True):
            here: list[tuple[str, list[Segment]]] = []
            for depth, row in enumerate(edge):
                place = _place(row, page)
                running = any(_same(place, other) for other in alike[place.mask][:_MOST_COMPARED])
                if depth == _MOST_ROWS:
                    if running and len(here) == _MOST_ROWS:
                        here.clear()  # the text itself is repeated
                    break
                running = running and not _OUTER < place.height < 1 - _OUTER
                if not running and not _is_furniture(row, edge[depth + 1 :], place, title):
                    break
                if running:
                    here.append((place.mask, row))
                else:
                    gone.update(id(segment) for segment in row)
            again.extend(here)
    for row in _margins(repeated, segments):
        gone.update(id(segment) for segment in row)
    return [[segment for segment in found if id(segment) not in gone] for found in segments]


def _margins(
    repeated: Sequence[list[tuple[str, list[Segment]]]], segments: Sequence[list[Segment]]
) -> Iterator[list[Segment]]:
    """The rows that other pages repeat, without those that stand only where they are most of the page."""
    around: set[str] = set()
    bare = []
    for again, page in zip(repeated, segments, strict=True):
        rows = {id(segment): segment for _, row in again for segment in row}
        if _length(rows.values()) <= _MOST_OF_PAGE * _length(page):
            around.update(mask for mask, _ in again)
            yield from (row for _, row in again)
        else:
            bare.append(again)
    for again in bare:
        yield from (row for mask, row in again if mask in around)


def _length(segments: Iterable[Segment]) -> int:
    return sum(len(segment.text) for segment in segments)


def _names_page(text: str, place: _Place) -> bool:
    """Whether a few words at the very edge begin or end with the number of the page."""
    far = place.height <= _VERY_EDGE or place.height >= 1 - _VERY_EDGE
    found = text.split()
    number = str(place.page + 1)
    return far and len(found) <= _FEW_WORDS and number in (found[0], found[-1])


def _place(row: list[Segment], page: Page) -> _Place:
    text = " ".join(s.text for s in row)[:_LONGEST]
    tall = max(1.0, page.frame.bottom - page.frame.top)
    numbers = tuple(int(n[-9:]) for n in _NUMBER.findall(text))
    return _Place(page.number, (row[0].y - page.frame.top) / tall, _NUMBER.sub("#", text).casefold(), numbers)


def _same(row: _Place, other: _Place) -> bool:
    apart = other.page - row.page
    if not apart or abs(row.height - other.height) > _SAME_HEIGHT:
        return False
    counting = [b - a for a, b in zip(row.numbers, other.numbers, strict=True) if a != b]
    if any(step != apart for step in counting):
        return False
    return bool(counting) or sum(c.isalpha() for c in row.mask) >= _FEWEST_LETTERS


def _is_furniture(row: list[Segment], inner: Sequence[list[Segment]], place: _Place, title: str) -> bool:
    if _EDGE < place.height < 1 - _EDGE:
        return False
    text = " ".join(s.text for s in row)
    apart = not inner or abs(inner[0][0].y - row[0].y) >= _APART * max(row[0].size, inner[0][0].size)
    if apart and (_PAGE_NUMBER.match(text) or _names_page(text, place)):
        return True
    if _PRINTED_FOOT.match(text):
        return True
    head = _PRINTED_HEAD.match(text)
    return head is not None and text[head.end() :].strip() in ("", title)
