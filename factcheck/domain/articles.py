"""Articles, their exact texts, and spans of those texts.

Every offset in the product counts Unicode code points in `Document.text`, half-open.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `0 <= start <= end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one code point lies in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """The same range moved `by` code points to the right."""
        return Span(self.start + by, self.end + by)


class BlockRole(StrEnum):
    """What a block of text is on the page."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE_ROW = "table_row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like piece of a document; blocks are ordered and never overlap."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Document:
    """A submitted article as plain text, ready to be split.

    `text` is normalised (see `normalise_text`). When the submitter named a title apart from the text, the
    title is the first line of `text`, followed by an empty line.
    """

    text: str
    title: str
    blocks: tuple[Block, ...]
    published_at: datetime | None = None
    author: str | None = None
    media_type: str = "text/plain"
    content_sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "content_sha256", content_hash(self.text))


_LINE_BREAKS = re.compile(r"\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")


def normalise_text(raw: str) -> str:
    """`raw` without a byte-order mark and with every line break as a single newline.

    Nothing else is changed, so that the offsets a CMS computes on its own copy stay true.
    """
    return _LINE_BREAKS.sub("\n", raw.removeprefix("\ufeff"))


def content_hash(text: str) -> str:
    """Lower-case hexadecimal SHA-256 of the normalised text in UTF-8; identifies a revision."""
    return hashlib.sha256(normalise_text(text).encode("utf-8", "surrogatepass")).hexdigest()
