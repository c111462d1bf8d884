"""Markdown to pieces, by markdown-it-py."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from factcheck.text.blocks import Piece
from factcheck.text.markup import one_line, read_markup

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<body>(?:[^\n]*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRIES = frozenset({"title", "author", "date"})
_VALUE = re.compile(r"""["']?(.*?)["']?""")


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
    if front is not None:
        named = _entries(front["body"])
        source = source[front.end() :] if named else source
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    pieces, _ = read_markup(parser.render(source))
    return MarkdownText(pieces, named.get("title", ""), named.get("author", ""), named.get("date", ""))


def _entries(front: str) -> dict[str, str]:
    """What the lines of the front matter name, quotation marks around it removed."""
    named: dict[str, str] = {}
    for line in front.split("\n"):
        key, colon, value = line.partition(":")
        key = key.rstrip().lower()
        written = _VALUE.fullmatch(one_line(value))
        if colon and written and key in _ENTRIES:
            named[key] = written[1]
    return named
