"""PDFs made for one test, and readers for them."""

import io
import zlib
from collections.abc import Callable, Sequence

import pytest
from fpdf import FPDF
from PIL import Image

from factcheck.domain.articles import BlockRole
from factcheck.text.pdf.answer import PdfArticle
from factcheck.text.pdf.article import read_article

Read = Callable[[bytes], PdfArticle]
Raw = Callable[..., bytes]


def article_of(data: bytes) -> PdfArticle:
    """What the reading process does, in this one."""
    return read_article(data, max_pages=50, max_chars=100_000)


@pytest.fixture(scope="session")
def read() -> Read:
    return article_of


@pytest.fixture(scope="session")
def roles() -> Callable[[bytes], list[tuple[BlockRole, str]]]:
    return lambda data: [(piece.role, piece.text) for piece in article_of(data).pieces]


class Sheets(FPDF):
    """A4 pages on which everything stands where the test says: `y` is the baseline, in points."""

    def __init__(self) -> None:
        super().__init__(unit="pt", format="A4")
        self.set_auto_page_break(auto=False)
        self.set_producer("Harbour Layout")

    def type(self, x: float, y: float, text: str, size: float = 10, style: str = "") -> None:
        self.set_font("helvetica", style, size)
        self.text(x, y, text)

    def lines(self, x: float, y: float, lines: Sequence[str], size: float = 10, step: float = 12) -> float:
        """Lines below each other; the baseline of the next one."""
        for line in lines:
            self.type(x, y, line, size)
            y += step
        return y

    def data(self) -> bytes:
        return bytes(self.output())


@pytest.fixture
def sheets() -> Sheets:
    made = Sheets()
    made.add_page()
    return made


def raw_pdf(
    content: bytes,
    *,
    box: bytes = b"[0 0 595 842]",
    fonts: bytes = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    letters: str = "",
    more: Sequence[bytes] = (),
    resources: bytes = b"",
    packed: bool = True,
) -> bytes:
    """A PDF of one page with this very content. `letters` are what the codes from 1 on stand for."""
    stream = zlib.compress(content, 9) if packed else content
    mapping = "".join(
        f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>\n" for code, letter in enumerate(letters, 1)
    )
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange "
        f"<00> <FF> endcodespacerange {len(letters)} beginbfchar\n{mapping}endbfchar endcmap end end"
    ).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox "
        + box
        + b"/Resources<</Font<</F1 5 0 R>>"
        + resources
        + b">>/Contents 4 0 R>>",
        b"<</Length %d%s>>\nstream\n" % (len(stream), b"/Filter/FlateDecode" if packed else b"")
        + stream
        + b"\nendstream",
        fonts.replace(b">>", b"/ToUnicode 6 0 R>>") if letters else fonts,
        b"<</Length %d>>\nstream\n" % len(to_unicode) + to_unicode + b"\nendstream",
        *more,
    ]
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


@pytest.fixture(scope="session")
def raw() -> Raw:
    return raw_pdf


@pytest.fixture(scope="session")
def picture() -> io.BytesIO:
    data = io.BytesIO()
    Image.new("RGB", (8, 8), (90, 120, 160)).save(data, "PNG")
    return data
