"""Bytes of a text file to characters, never by a silent guess."""

import codecs
import re

from factcheck.domain.errors import UnsupportedFormat

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_DECLARED_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_MOST_FOREIGN = 0.1


def decode_text(data: bytes, *, allow_windows: bool = False) -> str:
    """The characters of a text file: UTF-8, or UTF-16/32 with a byte-order mark.

    With `allow_windows` (plain .txt files only, which often come from old editors) bytes that are not UTF-8
    are read as windows-1252 if that is safe to say: no control bytes, every byte defined, at most a tenth of
    them outside ASCII, and no valid multi-byte UTF-8 sequence among them (that would be a damaged UTF-8
    file). Everything else raises `UnsupportedFormat`.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode(data, encoding).removeprefix("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if allow_windows and _reads_as_windows(data):
            return data.decode("windows-1252")
        raise UnsupportedFormat(
            f"The file is not UTF-8 text (byte {fault.start:,} fits no character). "
            "Save it as UTF-8 and try again.",
            field="file",
        ) from None


def decode_html(data: bytes) -> str:
    """The characters of a page: by byte-order mark, else UTF-8, else by the charset the page declares."""
    try:
        return decode_text(data)
    except UnsupportedFormat:
        declared = _DECLARED_CHARSET.search(data[:4096])
        if declared is None:
            raise
        return _decode(data, declared[1].decode("ascii"))


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise UnsupportedFormat(
            f"The file says that it is {encoding} text, but it is not.", field="file"
        ) from None


def _reads_as_windows(data: bytes) -> bool:
    if _CONTROL_BYTES.search(data):
        return False
    foreign = sum(byte >= 0x80 for byte in data)
    if foreign > _MOST_FOREIGN * len(data):
        return False
    if any(c > "\x7f" and c != "\ufffd" for c in data.decode("utf-8", errors="replace")):
        return False
    try:
        data.decode("windows-1252")
    except UnicodeDecodeError:
        return False
    return True
