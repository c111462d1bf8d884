"""Plain text to blocks: headline, headings, paragraphs, list items, captions, table rows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.domain.articles import Block, BlockRole, Span

_HEADLINE_CHARS = 160
_HEADING_CHARS = 90
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120
LIST_MARKER = re.compile(r"\s*(?:[-*•‣◦·–]|\(?\d{1,3}[.)])\s+(?=\S)")
DATELINE = re.compile(
    r"\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:[BG]MT|BST|UTC|C?ES?T|[EP][DS]?T))?\s*(?:[–—-]\s+)?(?=[A-Z“])|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:, [\w .]{1,30})?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\([\w /.]{1,30}\))?\s*(?:[—–]|--?)\s+(?=\S)"
)
"""Where and by which agency a story was filed, before its first sentence ("OSLO (Northwire) — "), or when an
entry of a live report was made ("10.32 BST ")."""
CAPTION = re.compile(
    r"\s*(?:photo(?:graph|s|graphs)?|image|images|illustration|picture|caption|graphic|video|credit)"
    r"(?:\s+(?:by|credit))?\s*:",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*\s*$")
_FULL_STOP = re.compile(r"[.…][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One block read from marked-up text, before it has a place in the document."""

    text: str
    role: BlockRole


def assemble(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Text and blocks of `pieces`: an empty line between blocks, a single newline inside lists and tables."""
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    before: BlockRole | None = None
    for piece in pieces:
        if before is not None:
            close = piece.role is before and piece.role in (BlockRole.LIST_ITEM, BlockRole.TABLE_ROW)
            gap = "\n" if close else "\n\n"
            parts.append(gap)
            position += len(gap)
        parts.append(piece.text)
        blocks.append(Block(Span(position, position + len(piece.text)), piece.role))
        position += len(piece.text)
        before = piece.role
    return "".join(parts), tuple(blocks)


def split_blocks(text: str, *, title: str = "") -> tuple[Block, ...]:
    """The blocks of plain `text`; together they cover everything that is not white space.

    A line is a block, except that lines broken by an editor at a fixed width are one paragraph. The first
    line is the headline if it is `title`, or if it is short, has no full stop and an empty line follows.
    """
    blocks: list[Block] = []
    for group in _line_groups(text):
        for span, alone in _paragraphs(text, group):
            first = not blocks
            blocks.append(Block(span, _role(text, span, title=title, first=first, alone=alone)))
    return tuple(blocks)


def _line_groups(text: str) -> Iterator[list[Span]]:
    """Runs of lines that are not blank, each line without the white space around it."""
    group: list[Span] = []
    position = 0
    for line in text.split("\n"):
        body = line.strip()
        if body:
            start = position + line.index(body)
            group.append(Span(start, start + len(body)))
        elif group:
            yield group
            group = []
        position += len(line) + 1
    if group:
        yield group


def _paragraphs(text: str, group: list[Span]) -> Iterator[tuple[Span, bool]]:
    """Spans of the blocks in a run of lines, and whether each stands alone between empty lines."""
    if _is_wrapped([span.of(text) for span in group]):
        yield Span(group[0].start, group[-1].end), True
        return
    for span in group:
        yield span, len(group) == 1


def _is_wrapped(lines: list[str]) -> bool:
    """Whether each line was broken only because the next word did not fit any more."""
    if len(lines) < 2 or any(CAPTION.match(line) for line in lines):
        return False
    if len(lines) == 2 and _SENTENCE_END.search(lines[0]):  # two lines of one sentence each, more likely
        return False
    width = max(map(len, lines))
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    pairs = pairwise(lines)
    return all(
        len(line) + 1 + len(after.split(maxsplit=1)[0]) > width and not LIST_MARKER.match(after)
        for line, after in pairs
    )


def _role(text: str, span: Span, *, title: str, first: bool, alone: bool) -> BlockRole:
    line = span.of(text)
    if first and title and line == title:
        return BlockRole.HEADLINE
    if LIST_MARKER.match(line):
        return BlockRole.LIST_ITEM
    if CAPTION.match(line):
        return BlockRole.CAPTION
    if line.count("|") >= 2 or line.count("\t") >= 2:
        return BlockRole.TABLE_ROW
    if (
        first
        and not title
        and alone
        and len(line) <= _HEADLINE_CHARS
        and not _FULL_STOP.search(line)
        and text[span.end :].strip()  # there is something under it
    ):
        return BlockRole.HEADLINE
    if alone and len(line) <= _HEADING_CHARS and not _SENTENCE_END.search(line):
        return BlockRole.HEADING
    return BlockRole.PARAGRAPH
