"""Bytes or text of a submission to a `Document`."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from factcheck.domain.articles import Block, BlockRole, Document, Span, normalise_text
from factcheck.domain.errors import InvalidInput, TooLarge, UnsupportedFormat
from factcheck.settings import Settings
from factcheck.text.blocks import assemble, split_blocks
from factcheck.text.checks import check_text
from factcheck.text.decoding import decode_html, decode_text
from factcheck.text.docx import read_docx
from factcheck.text.html import read_html
from factcheck.text.markdown import read_markdown
from factcheck.text.markup import one_line
from factcheck.text.page_facts import parse_moment
from factcheck.text.pdf.reading import looks_like_pdf, read_pdf

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
KINDS = ".txt, .md, .html, .docx or .pdf"
"""The kinds of files that are read, for people."""

_BY_SUFFIX = {
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".docx": DOCX,
    ".pdf": PDF,
}
_BY_TYPE = {
    PLAIN: PLAIN,
    MARKDOWN: MARKDOWN,
    "text/x-markdown": MARKDOWN,
    HTML: HTML,
    "application/xhtml+xml": HTML,
    DOCX: DOCX,
    PDF: PDF,
    "application/x-pdf": PDF,
}
_LONGEST_TITLE = 500
_MOST_BLOCKS = 10_000
_MARKS_PER_CHAR = 2
"""Markdown longer than this many times the limit is refused before it is rendered."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: characters of text, bytes of a file, bytes once unpacked, characters per sentence,
    pages of a PDF.
    """

    max_chars: int = 200_000
    max_bytes: int = 10_000_000
    max_unpacked_bytes: int = 50_000_000
    max_sentence_chars: int = 2_000
    max_pages: int = 200

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """The limits that `settings` name."""
        return cls(
            max_chars=settings.max_article_chars,
            max_bytes=settings.max_upload_bytes,
            max_unpacked_bytes=settings.max_unpacked_bytes,
            max_sentence_chars=settings.max_sentence_chars,
            max_pages=settings.max_pdf_pages,
        )


def read_document(
    data: bytes,
    *,
    filename: str = "",
    media_type: str = "",
    title: str = "",
    published_at: datetime | None = None,
    limits: Limits,
) -> Document:
    """The document in an uploaded file: .txt, .md, .html, .docx or .pdf.

    The kind is told by the file's name, else by `media_type`, else by its first bytes. What is given here
    (title, date) wins over what the file says of itself. Raises `TooLarge` above a limit,
    `UnsupportedFormat` for a kind that is not read or a file that is not what its name says, and
    `InvalidInput` for empty or binary text.
    """
    if len(data) > limits.max_bytes:
        raise TooLarge(f"The file has {len(data):,} bytes; the limit is {limits.max_bytes:,}.", field="file")
    if not data.strip():
        raise InvalidInput("The file is empty.", field="file")
    kind = _kind_of(data, filename, media_type)
    if kind == DOCX:
        pieces, author = read_docx(data, limits.max_unpacked_bytes, limits.max_chars)
        text, blocks = assemble(pieces)
        return _document(text, blocks, title, published_at, author, limits, DOCX)
    if kind == PDF:
        article = read_pdf(data, max_pages=limits.max_pages, max_chars=limits.max_chars)
        text, blocks = assemble(article.pieces)
        moment = published_at or article.published_at
        return _document(text, blocks, title or article.title, moment, article.author, limits, PDF)
    if data.startswith(b"PK\x03\x04"):
        raise UnsupportedFormat("The file is an archive, not text.", field="file")
    if looks_like_pdf(data):
        raise UnsupportedFormat(
            "The file is a PDF, not text; give it a name that ends in .pdf.", field="file"
        )
    text = decode_html(data) if kind == HTML else decode_text(data, allow_windows=kind == PLAIN)
    return document_from_text(text, title=title, published_at=published_at, limits=limits, media_type=kind)


def document_from_text(
    text: str,
    *,
    title: str = "",
    published_at: datetime | None = None,
    limits: Limits,
    media_type: str = PLAIN,
) -> Document:
    """The document in `text`, which is plain text, Markdown or HTML as `media_type` says.

    A `title` given apart from the text becomes its first line, unless the text begins with it. Plain text is
    kept character for character (line breaks apart, see `normalise_text`), so offsets are the submitter's.
    """
    kind = _BY_TYPE.get(media_type)
    if kind is None or kind in (DOCX, PDF):
        raise UnsupportedFormat(f"Text of the kind {media_type!r} cannot be read.", field="media_type")
    text = normalise_text(text)
    if kind == PLAIN:
        check_text(text, limits.max_chars)
        return _document(text, None, title, published_at, None, limits, PLAIN)
    if len(text) > limits.max_bytes:
        raise TooLarge(
            f"The text has {len(text):,} characters; the limit is {limits.max_bytes:,}.", field="text"
        )
    check_text(text, len(text))
    if kind == MARKDOWN:
        if len(text) > _MARKS_PER_CHAR * limits.max_chars:
            raise TooLarge(f"The text has far more than {limits.max_chars:,} characters.", field="text")
        marked = read_markdown(text)
        plain, blocks = assemble(marked.pieces)
        moment = published_at or parse_moment(marked.date)
        return _document(
            plain, blocks, title or marked.title, moment, marked.author or None, limits, MARKDOWN
        )
    page = read_html(text, limits.max_chars)
    plain, blocks = assemble(page.pieces)
    moment = published_at or page.published_at
    return _document(plain, blocks, title or page.title, moment, page.author, limits, HTML)


def _document(
    text: str,
    blocks: tuple[Block, ...] | None,
    title: str,
    published_at: datetime | None,
    author: str | None,
    limits: Limits,
    media_type: str,
) -> Document:
    """The checked document; `blocks` is None where they have to be found in plain text."""
    title = one_line(normalise_text(title))
    check_text(text, limits.max_chars)
    if title:
        if len(title) > _LONGEST_TITLE:
            raise TooLarge(f"The title has more than {_LONGEST_TITLE} characters.", field="title")
        check_text(title, _LONGEST_TITLE, field="title")
        if not _begins_with(text, title):
            gap = len(title) + 2
            text = f"{title}\n\n{text}"
            if blocks is not None:
                moved = (Block(b.span.shifted(gap), _demoted(b.role)) for b in blocks)
                blocks = (Block(Span(0, len(title)), BlockRole.HEADLINE), *moved)
            check_text(text, limits.max_chars)
    if blocks is None:
        blocks = split_blocks(text, title=title)
    elif title and blocks and blocks[0].span.of(text) == title:
        blocks = (Block(blocks[0].span, BlockRole.HEADLINE), *blocks[1:])
    if len(blocks) > _MOST_BLOCKS:
        raise TooLarge(
            f"The text has {len(blocks):,} paragraphs or lines; the limit is {_MOST_BLOCKS:,}.", field="text"
        )
    if not title and blocks and blocks[0].role is BlockRole.HEADLINE:
        title = blocks[0].span.of(text)
    return Document(
        text=text,
        title=title,
        blocks=blocks,
        published_at=published_at,
        author=author,
        media_type=media_type,
    )


def _begins_with(text: str, title: str) -> bool:
    """Whether the first line of `text` that is not blank is `title`."""
    return text.lstrip().split("\n", 1)[0].strip() == title


def _demoted(role: BlockRole) -> BlockRole:
    """A document has one headline: the file's own becomes a heading below a given title."""
    return BlockRole.HEADING if role is BlockRole.HEADLINE else role


def _kind_of(data: bytes, filename: str, media_type: str) -> str:
    suffix = PurePath(filename).suffix.lower()
    if suffix:
        if suffix not in _BY_SUFFIX:
            raise UnsupportedFormat(f"Files of the kind {suffix} cannot be read; use {KINDS}.", field="file")
        return _BY_SUFFIX[suffix]
    given = media_type.split(";", 1)[0].strip().lower()
    if given and given != "application/octet-stream":
        if given not in _BY_TYPE:
            raise UnsupportedFormat(f"Files of the kind {given} cannot be read; use {KINDS}.", field="file")
        return _BY_TYPE[given]
    if data.startswith(b"PK\x03\x04"):
        return DOCX
    if looks_like_pdf(data):
        return PDF
    start = data[:512].lstrip().lower()
    return HTML if start.startswith((b"<!doctype html", b"<html")) else PLAIN
