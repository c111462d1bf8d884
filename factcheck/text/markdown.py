"""Markdown to pieces, by markdown-it-py."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from factcheck.text.blocks import Piece
from factcheck.text.markup import one_line, read_markup

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"""^(title|author|date)\s*:\s*["']?(.*?)["']?\s*$""", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """What a Markdown file says: its pieces, and what its front matter names ("" where it does not)."""

    pieces: list[Piece]
    title: str
    author: str
    date: str


def read_markdown(source: str) -> MarkdownText:
    """Pieces of `source` (CommonMark with tables), marks gone; front matter is read, not shown."""
    named: dict[str, str] = {}
    front = _FRONT_MATTER.match(source)
    if front is not None and _ENTRY.search(front["body"]):
        named = {key.lower(): one_line(value) for key, value in _ENTRY.findall(front["body"])}
        source = source[front.end() :]
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    pieces, _ = read_markup(parser.render(source))
    return MarkdownText(pieces, named.get("title", ""), named.get("author", ""), named.get("date", ""))
