"""Paragraphs to pieces: which is the headline, what are headings, captions, lists and running text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from factcheck.domain.articles import BlockRole
from factcheck.text.blocks import CAPTION, Piece
from factcheck.text.markup import one_line
from factcheck.text.pdf.glyphs import Box, Page
from factcheck.text.pdf.hyphens import mend_breaks
from factcheck.text.pdf.paragraphs import Paragraph, runs_on

_HEADLINE = 1.2
_LOUD = 1.6
"""Type of this size is a headline wherever it stands; smaller type only above the text."""
_HEADING = 1.12
_SMALL = 0.95
_NOTE = 0.9
_NEAR_PICTURE = 3.5
_HEADLINE_CHARS, _HEADING_CHARS, _CAPTION_CHARS = 300, 160, 500
_BODY_CHARS = 120
_MASTHEAD_WORDS, _MASTHEAD_RATIO = 3, 0.55
_NOT_HEADING = re.compile(r"(?:[.,;]|[.!?]['\"’”])\Z")
_FIGURE = re.compile(r"(?:fig(?:ure|\.)|chart|graph|table|map|exhibit)\s*\d{1,3}\s*[.:–—-]", re.IGNORECASE)
_FULL_PAGE = 0.5


def pieces_of(pages: Sequence[Page], paragraphs: Sequence[Paragraph], title: str) -> tuple[list[Piece], str]:
    """The article in pieces, headline first, and the headline ("" where none can be told).

    `title` is what the file calls itself, "" if nothing plausible: it helps to tell the headline. A page that
    is a picture without a word leaves a caption that says so: nothing is left out in silence.
    """
    size, bold = _body(paragraphs)
    roles = [_role(p, pages[p.page].pictures, size, body_bold=bold) for p in paragraphs]
    headline = _headline(paragraphs, roles, size, title)
    if headline is not None:
        roles[headline] = BlockRole.HEADLINE
    merged = _joined(list(zip(paragraphs, roles, strict=True)), size)
    merged += [(page, BlockRole.CAPTION) for page in _silent_pages(pages)]
    merged.sort(key=lambda item: item[0] if isinstance(item[0], int) else item[0].page)
    texts = mend_breaks([_picture_page(p) if isinstance(p, int) else p.text for p, _ in merged])
    pieces = [Piece(_shown(text), role) for text, (_, role) in zip(texts, merged, strict=True)]
    pieces = [piece for piece in pieces if piece.text]
    first = [piece for piece in pieces if piece.role is BlockRole.HEADLINE]
    rest = [piece for piece in pieces if piece.role is not BlockRole.HEADLINE]
    return first + rest, first[0].text if first else ""


def _body(paragraphs: Sequence[Paragraph]) -> tuple[float, bool]:
    """Size of most of the running text, and whether that is bold."""
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    for paragraph in paragraphs:
        for line in paragraph.lines:
            sizes[round(line.size * 4) / 4] += len(line.text)
            weights[line.bold] += len(line.text)
    return sizes.most_common(1)[0][0], weights[True] > weights[False]


def _role(paragraph: Paragraph, pictures: Sequence[Box], size: float, *, body_bold: bool) -> BlockRole:
    text = paragraph.text
    large = paragraph.size >= _HEADING * size
    if paragraph.table:
        return BlockRole.TABLE_ROW
    if CAPTION.match(text) or _FIGURE.match(text):
        return BlockRole.CAPTION
    if (
        paragraph.size <= _SMALL * size
        and len(text) <= _CAPTION_CHARS
        and _under_picture(paragraph, pictures)
    ):
        return BlockRole.CAPTION
    stands_out = large or (paragraph.bold and not body_bold and paragraph.size >= _SMALL * size)
    if stands_out and len(text) <= _HEADING_CHARS and not _NOT_HEADING.search(text):
        return BlockRole.LIST_ITEM if paragraph.listed and not large else BlockRole.HEADING
    return BlockRole.LIST_ITEM if paragraph.listed else BlockRole.PARAGRAPH


def _under_picture(paragraph: Paragraph, pictures: Sequence[Box]) -> bool:
    first = paragraph.lines[0]
    reach = _NEAR_PICTURE * first.size
    return any(
        -0.5 * first.size <= first.top - box.bottom <= reach and first.x0 < box.x1 and first.x1 > box.x0
        for box in pictures
    )


def _headline(
    paragraphs: Sequence[Paragraph], roles: Sequence[BlockRole], size: float, title: str
) -> int | None:
    """Which paragraph is the headline: on the first page, the largest that is no name of a paper."""
    page = [
        i
        for i, (p, role) in enumerate(zip(paragraphs, roles, strict=True))
        if p.page == 0 and role in (BlockRole.HEADING, BlockRole.PARAGRAPH) and len(p.text) <= _HEADLINE_CHARS
    ]
    wanted = _letters(title)
    named = [i for i in page if wanted and _letters(paragraphs[i].text) == wanted]
    if named:
        return max(named, key=lambda i: paragraphs[i].size)
    start = next((i for i, p in enumerate(paragraphs) if _is_body(p, size)), len(paragraphs))
    page = [i for i in page if i < start or paragraphs[i].size >= _LOUD * size]
    large = [i for i in page if paragraphs[i].size >= _HEADLINE * size and _has_words(paragraphs[i].text)]
    if not large:
        bold = page[:1] if page[:1] == [0] and roles[0] is BlockRole.HEADING and len(paragraphs) > 1 else []
        return bold[0] if bold else None
    best = max(large, key=lambda i: (paragraphs[i].size, -i))
    if not _could_be_masthead(paragraphs[best].text):
        return best
    below = [
        i
        for i in large
        if best < i < start
        and _reads_as_headline(paragraphs[i].text)
        and paragraphs[i].size >= _MASTHEAD_RATIO * paragraphs[best].size
    ]
    return max(below, key=lambda i: (paragraphs[i].size, -i)) if below else best


def _is_body(paragraph: Paragraph, size: float) -> bool:
    return len(paragraph.text) >= _BODY_CHARS and paragraph.size < _HEADING * size


def _has_words(text: str) -> bool:
    return sum(c.isalpha() for c in text) >= 3


def _could_be_masthead(text: str) -> bool:
    """A word or three, each with a capital, as newspapers are called."""
    found = text.split()
    return len(found) <= _MASTHEAD_WORDS and all(word[0].isupper() for word in found)


def _reads_as_headline(text: str) -> bool:
    """More words than the name of a paper has, and not all of them names."""
    found = text.split()
    return len(found) > _MASTHEAD_WORDS and sum(word[0].islower() for word in found) > 1


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


Item = tuple[Paragraph | int, BlockRole]


def _joined(items: list[tuple[Paragraph, BlockRole]], size: float) -> list[Item]:
    """Paragraphs that a column's end, a picture or a note interrupts, in one piece each."""
    done: list[Item] = []
    still_open: int | None = None
    between = False
    column = 0
    for paragraph, role in items:
        aside = role is BlockRole.CAPTION or paragraph.size <= _NOTE * size
        if aside:
            done.append((paragraph, role))
            between = True
            continue
        before = done[still_open][0] if still_open is not None else None
        if (
            still_open is not None
            and isinstance(before, Paragraph)
            and role is BlockRole.PARAGRAPH
            and (between or paragraph.column != column)
            and runs_on(before, paragraph, only_if_open=paragraph.column == column)
        ):
            before.lines.extend(paragraph.lines)
        else:
            done.append((paragraph, role))
            still_open = len(done) - 1 if role in (BlockRole.PARAGRAPH, BlockRole.LIST_ITEM) else None
        between = False
        column = paragraph.column
    return done


def _silent_pages(pages: Sequence[Page]) -> list[int]:
    return [
        page.number
        for page in pages
        if not page.glyphs and any(box.area >= _FULL_PAGE * page.frame.area for box in page.pictures)
    ]


def _picture_page(number: int) -> str:
    return f"[Page {number + 1}: a picture without text]"


def _shown(text: str) -> str:
    """The text as it is kept: one line, no characters whose look only the file's own fonts know."""
    return one_line("".join(c for c in text if unicodedata.category(c) != "Co"))
