"""Word files to pieces, by mammoth, after the archive has been looked at closely.

Nothing is written to disk. The members that hold words are copied into a fresh archive in memory, counted
while they are unpacked, so that a lying header cannot blow up the process and no picture is ever opened.
"""

import io
import re
import zipfile
import zlib

import mammoth

from factcheck.domain.errors import TooLarge, UnsupportedFormat
from factcheck.text.blocks import Piece
from factcheck.text.markup import read_markup

_MOST_ENTRIES = 2_000
_CHUNK = 1 << 16
_MOST_TAGS = 300_000
_MOST_PARAGRAPHS = 20_000
_BYTES_PER_CHAR = 4
_TAG = re.compile(rb"<[^<>]*>")
_PARAGRAPH = re.compile(rb"<(?:[\w.-]{1,40}:)?p[\s/>]")
_UNSEEN = re.compile(rb"<(?P<prefix>(?:[\w.-]{1,40}:)?)(?:vanish|d?strike)(?P<value>\s[^<>]{0,200})?/?>")
_UNSEEN_END = re.compile(rb"</(?:[\w.-]{1,40}:)?(?:vanish|d?strike)\s*>")
_OFF = re.compile(rb"""=\s*["'](?:0|false|off|none)["']""", re.IGNORECASE)
_MAIN_PART = "word/document.xml"
_WORDS = re.compile(r"(?:.*\.xml|.*\.rels)\Z", re.IGNORECASE)
_CREATOR = re.compile(r"<dc:creator>([^<]{1,200})</dc:creator>")
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Headline'] => h1:fresh",
        "p[style-name='Caption'] => figcaption:fresh",
        "p[style-name='caption'] => figcaption:fresh",
    ]
)
_NOT_WORD = "The file is not a Word document (.docx)."


def read_docx(data: bytes, max_unpacked_bytes: int, max_chars: int) -> tuple[list[Piece], str | None]:
    """Pieces of a .docx, tables kept, and its author if it names one.

    Raises `UnsupportedFormat` for anything that is not a sound Word file, `TooLarge` for one that unpacks
    to more than `max_unpacked_bytes`, has more than 2,000 entries, 300,000 tags or 20,000 paragraphs, or
    plainly holds far more than `max_chars` characters of text (all told before the slow conversion, so that
    nobody waits for a refusal).
    """
    clean, author, main = _clean_archive(data, max_unpacked_bytes)
    if len(_PARAGRAPH.findall(main)) > _MOST_PARAGRAPHS:
        raise TooLarge(f"The Word document has more than {_MOST_PARAGRAPHS:,} paragraphs.", field="file")
    if len(_TAG.sub(b"", main)) > _BYTES_PER_CHAR * max_chars:
        raise TooLarge(f"The Word document holds more than {max_chars:,} characters.", field="file")
    try:
        html = mammoth.convert_to_html(clean, style_map=_STYLES, convert_image=_no_image).value
    except Exception as fault:  # mammoth raises whatever the XML makes it trip over
        raise UnsupportedFormat("The Word document is damaged and cannot be read.", field="file") from fault
    return read_markup(html)[0], author


def _no_image(_: object) -> list[object]:
    return []


def _clean_archive(data: bytes, limit: int) -> tuple[io.BytesIO, str | None, bytes]:
    """A new archive with the XML parts of `data` only, the author, and the part with the text."""
    main = b""
    author: str | None = None
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as out:
            entries = archive.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise TooLarge(f"The Word document has more than {_MOST_ENTRIES:,} parts.", field="file")
            if sum(entry.file_size for entry in entries) > limit:
                raise _too_large(limit)
            names = {entry.filename for entry in entries}
            if _MAIN_PART not in names or "[Content_Types].xml" not in names:
                raise UnsupportedFormat(_NOT_WORD, field="file")
            if len(names) != len(entries):
                raise UnsupportedFormat("The Word document holds the same part twice.", field="file")
            left, tags = limit, 0
            for entry in entries:
                if not _WORDS.match(entry.filename) or entry.flag_bits & 0x1:
                    continue
                content = _read_member(archive, entry, left, limit)
                left -= len(content)
                tags += content.count(b"<")
                if tags > _MOST_TAGS:
                    raise TooLarge("The Word document is far more complex than an article.", field="file")
                _refuse_doctype(content)
                out.writestr(entry.filename, _all_struck(content))
                if entry.filename == _MAIN_PART:
                    main = content
                if entry.filename == "docProps/core.xml":
                    found = _CREATOR.search(content.decode("utf-8", errors="replace"))
                    author = found[1].strip() or None if found else None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        # ValueError, OSError: offsets in the directory that point outside of the file.
        raise UnsupportedFormat(_NOT_WORD, field="file") from None
    copy.seek(0)
    return copy, author, main


def _read_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, limit: int) -> bytes:
    parts: list[bytes] = []
    with archive.open(entry) as member:
        while chunk := member.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise _too_large(limit)
            parts.append(chunk)
    return b"".join(parts)


def _all_struck(content: bytes) -> bytes:
    """`content` with hidden and doubly struck words as simply struck ones, which mammoth tells."""
    return _UNSEEN_END.sub(b"", _UNSEEN.sub(_struck, content))


def _struck(mark: re.Match[bytes]) -> bytes:
    off = mark["value"] is not None and _OFF.search(mark["value"]) is not None
    return b"" if off else b"<" + mark["prefix"] + b"strike/>"


def _refuse_doctype(content: bytes) -> None:
    """No part of a Word file declares a document type; one that does may expand without end."""
    if any("<!DOCTYPE".encode(encoding) in content for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        raise UnsupportedFormat("The Word document holds a document type declaration.", field="file")


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The Word document unpacks to more than {limit:,} bytes.", field="file")
