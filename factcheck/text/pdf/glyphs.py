"""The glyphs of a PDF, by PDFium through pypdfium2. Runs only in the reading process (see `process`).

PDFium is the engine of Chrome: the reader at hand that is fuzzed for a living, that gives every glyph its
place, size and font, and that needs a few milliseconds a page where those in Python need a hundred. It is C++
all the same, hence the process of its own.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from factcheck.text.pdf.refusals import Refusal, Refused

_BOLD_NAME = (b"bold", b"black", b"heavy", b"demi")
_BOLD_WEIGHT = 700
_PERHAPS_HYPHENS = frozenset({0x02, 0x2D, 0xAD, 0x2010, 0xFFFE})
_FURTHEST = 1e6
_SMALLEST, _LARGEST = 0.5, 5_000.0
_GLYPHS_PER_CHAR = 4
"""Shadows and false bold draw a letter several times; more glyphs than that are no article."""
_MOST_OBJECTS = 20_000
_MOST_DOTS = 500
_WIDEST_DOT = 9.0
_LONGEST_ENTRY = 1_000
_QUARTER = math.pi / 2
_ASKEW = 0.1
_ENTRIES = ("Title", "Author", "Creator", "Producer", "CreationDate")
_UNKNOWN = "\ufffd"


class Glyph(NamedTuple):
    """One drawn character, in points, y downwards: `y` is the baseline. A space goes before it if `gap`."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    gap: bool


class Box(NamedTuple):
    """A rectangle on the page, y downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def area(self) -> float:
        """Square points."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, turned so that most of its text is upright."""

    number: int
    frame: Box
    glyphs: list[Glyph]
    pictures: list[Box]
    dots: list[Box]
    """Small filled shapes as wide as high, such as the bullets that browsers draw."""
    unknown: int
    """Glyphs for which the file does not say which letters they are."""


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    turned: int
    """Quarter turns anticlockwise; -1 for text that stands askew."""


class _Drawn(NamedTuple):
    """A character where the file puts it, y upwards."""

    text: str
    corners: tuple[float, float, float, float]
    origin: tuple[float, float]
    style: _Style
    owner: int
    gap: bool


def read_pages(data: bytes, *, max_pages: int, max_chars: int) -> tuple[list[Page], dict[str, str]]:
    """All pages of the file, and what it says of its title, author and making. Raises `Refused`."""
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as fault:
        raise Refused(_fault(fault.err_code)) from fault
    if count > max_pages:
        raise Refused(Refusal.PAGES, count)
    left = _GLYPHS_PER_CHAR * max_chars
    pages: list[Page] = []
    for number in range(count):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError as fault:  # a page that is left out unseen would be worse
            raise Refused(Refusal.DAMAGED) from fault
        left -= max(0, pdfium.FPDFText_CountChars(text.raw))
        if left < 0:
            raise Refused(Refusal.CHARS)
        pages.append(_read_page(page, text, number))
        text.close()
        page.close()
    return pages, {name: document.get_metadata_value(name)[:_LONGEST_ENTRY] for name in _ENTRIES}


def _fault(code: int | None) -> Refusal:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return Refusal.PASSWORD
    return Refusal.PROTECTION if code == pdfium.FPDF_ERR_SECURITY else Refusal.DAMAGED


def _read_page(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int) -> Page:
    """The page as its readers hold it. Text that stands across the rest (a watermark, the side of a chart)
    and text outside of the visible frame are left out.
    """
    drawn = list(_characters(text))
    ways = Counter(one.style.turned for one in drawn)
    ways.pop(-1, None)
    turned = ways.most_common(1)[0][0] if ways else 0
    left, bottom, right, top = page.get_bbox()
    frame = _turn_box(left, bottom, right, top, turned)
    glyphs: list[Glyph] = []
    unknown = 0
    owners: dict[tuple[str, float, int, int], int] = {}
    for one in drawn:
        if one.style.turned != turned:
            continue
        box = _turn_box(*one.corners, turned)
        y = -_turn(*one.origin, turned)[1]
        size = one.style.size
        if not (frame.x0 <= (box.x0 + box.x1) / 2 <= frame.x1 and frame.top <= y <= frame.bottom + size):
            continue
        if one.text == _UNKNOWN:
            unknown += 1
            continue
        place = (one.text, size, round(box.x0 / size * 4), round(y / size * 4))
        if owners.setdefault(place, one.owner) != one.owner:
            continue  # drawn again, as its own shadow or for false bold
        glyphs.append(Glyph(one.text, box.x0, box.x1, y, size, one.style.bold, one.gap))
    return Page(number, frame, glyphs, *_shapes(page, turned), unknown)


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[_Drawn]:
    """Everything that is drawn at a sane place, in the order of the text; spaces become `gap`."""
    raw = text.raw
    rect = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    styles: dict[int, _Style] = {}
    gap = False
    high = 0
    for index in range(max(0, pdfium.FPDFText_CountChars(raw))):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00 if high else 0xFFFD
        high = 0
        code = min(code, 0xFFFD) if code > 0x10FFFF else code
        if chr(code).isspace():
            gap = True
            continue
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(raw, index, rect)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        corners = (rect.left, rect.bottom, rect.right, rect.top)
        reach = sum(map(abs, corners), abs(x.value) + abs(y.value))
        if not reach < _FURTHEST:  # which is so of what is no number, too
            continue
        owner = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value or 0
        style = styles.get(owner)
        if style is None:
            style = styles[owner] = _style(raw, index, rect)
        if not _SMALLEST <= style.size <= _LARGEST:
            continue
        if code in _PERHAPS_HYPHENS and pdfium.FPDFText_IsHyphen(raw, index) == 1:
            shown = "-"  # PDFium has a code of its own for hyphens at the ends of lines
        elif code == 0 or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1:
            shown = _UNKNOWN
        else:
            shown = chr(code)
        yield _Drawn(shown, corners, (x.value, y.value), style, owner, gap)
        gap = False


def _style(raw: pdfium.FPDF_TEXTPAGE, index: int, rect: pdfium.FS_RECTF) -> _Style:
    """Size, boldness and direction, which are the same for all characters that are drawn in one go."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(raw, index, matrix)
    size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
    angle = math.atan2(matrix.b, matrix.a)
    turns = angle / _QUARTER if math.isfinite(angle) else 0.0
    turned = round(turns) % 4 if abs(turns - round(turns)) < _ASKEW else -1
    if turned >= 0:
        tall = abs(rect.top - rect.bottom) if turned % 2 == 0 else abs(rect.right - rect.left)
        if tall and not tall / 3 <= size <= tall * 3:
            size = tall / 1.2  # fonts that are made of drawings count in units of their own
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, index, name, 128, flags)
    bold = (
        any(word in name.value.lower() for word in _BOLD_NAME)
        or pdfium.FPDFText_GetFontWeight(raw, index) >= _BOLD_WEIGHT
    )
    return _Style(size if math.isfinite(size) else 0.0, bold, turned)


def _shapes(page: pypdfium2.PdfPage, turned: int) -> tuple[list[Box], list[Box]]:
    """Where images stand on the page, and small dots, as far as they are among its first objects."""
    pictures: list[Box] = []
    dots: list[Box] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(_MOST_OBJECTS, max(0, pdfium.FPDFPage_CountObjects(page.raw)))):
        shape = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        if pdfium.FPDFPageObj_GetBounds(shape, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if all(abs(value) < _FURTHEST for value in (left, bottom, right, top)):
                box = _turn_box(left, bottom, right, top, turned)
                if kind != pdfium.FPDF_PAGEOBJ_PATH:
                    pictures.append(box)
                elif len(dots) < _MOST_DOTS and _is_dot(box):
                    dots.append(box)
    return pictures, dots


def _is_dot(box: Box) -> bool:
    wide, high = box.x1 - box.x0, box.bottom - box.top
    return 1 <= wide <= _WIDEST_DOT and 0.8 <= wide / max(high, 0.01) <= 1.25


def _turn(x: float, y: float, turned: int) -> tuple[float, float]:
    """The point after as many quarter turns clockwise."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turned]


def _turn_box(left: float, bottom: float, right: float, top: float, turned: int) -> Box:
    """The turned rectangle, with y downwards."""
    if not turned:
        return Box(min(left, right), -max(bottom, top), max(left, right), -min(bottom, top))
    ax, ay = _turn(left, bottom, turned)
    bx, by = _turn(right, top, turned)
    return Box(min(ax, bx), -max(ay, by), max(ax, bx), -min(ay, by))
