"""Lines to paragraphs, over the ends of columns and pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from factcheck.text.blocks import LIST_MARKER
from factcheck.text.pdf.columns import Column, Line
from factcheck.text.pdf.hyphens import join_lines
from factcheck.text.pdf.lines import BULLETS

_SAME_SIZE = 1.06
_LOOSE = 1.28
_INDENT = 0.7
_NO_INDENT = 0.4
_ROOM = 0.5
_WRAPPED = 6.0
"""A line set in further than that gives way to a picture."""
_HALF_EMPTY = 0.3
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_HYPHEN_END = re.compile(r"\w[-\u2010\u00ad]\Z")
_FIRST_WORD = re.compile(r"\S+")
_DROPPED_MARK = re.compile(rf"[{BULLETS}]\s+")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and the page and the column in which they begin, counted from 0."""

    page: int
    lines: list[Line] = field(default_factory=list)
    column: int = 0
    listed: bool = False

    @property
    def text(self) -> str:
        """The words, line breaks gone; `BREAK` where a word may have been broken. Bullets are left out."""
        joined = join_lines([line.text for line in self.lines])
        return _DROPPED_MARK.sub("", joined, count=1) if self.listed else joined

    @property
    def size(self) -> float:
        """Size of most of its type."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether it is set in bold throughout."""
        return all(line.bold for line in self.lines)

    @property
    def table(self) -> bool:
        """Whether it is a row of a table."""
        return self.lines[0].table


def paragraphs_of(pages: Sequence[Sequence[Column]]) -> list[Paragraph]:
    """The paragraphs of a document in reading order; each list item and each row of a table is one."""
    spacing = _Spacing(pages)
    found: list[Paragraph] = []
    count = 0
    for number, columns in enumerate(pages):
        for column in columns:
            if column.lines:
                count += 1
                found += _of_column(column, number, count, spacing)
    return found


class _Spacing:
    """How far apart the lines of a paragraph stand, by the size of the type; and how wide columns are."""

    def __init__(self, pages: Sequence[Sequence[Column]]) -> None:
        steps: dict[int, list[float]] = defaultdict(list)
        self._widths: dict[int, list[float]] = defaultdict(list)
        for columns in pages:
            for column in columns:
                for above, below in zip(column.lines, column.lines[1:], strict=False):
                    step = below.y - above.y
                    if _same_size(above, below) and 0.8 <= step / above.size <= 3:
                        steps[round(above.size)].append(step / above.size)
                if len(column.lines) >= 3:
                    left, right = min(x.x0 for x in column.lines), max(x.x1 for x in column.lines)
                    self._widths[round(left / 10)].append(right)
        self._steps = {size: _usual(found) for size, found in steps.items()}

    def step(self, line: Line) -> float:
        """The usual distance between this line and the next of its paragraph."""
        return self._steps.get(round(line.size), 1.3) * line.size

    def right(self, column: Column) -> float:
        """Where the lines of the column end at most."""
        own = max(line.x1 for line in column.lines)
        if len(column.lines) >= 4:
            return own
        left = round(min(line.x0 for line in column.lines) / 10)
        wider = [r for near in (left - 1, left, left + 1) for r in self._widths.get(near, ())]
        return max(own, min(wider, default=own))


def _usual(steps: list[float]) -> float:
    """The distance within paragraphs, which is the smaller of the common ones."""
    ordered = sorted(steps)
    return ordered[len(ordered) // 4]


def _of_column(column: Column, page: int, number: int, spacing: _Spacing) -> list[Paragraph]:
    lines = column.lines
    edges = min(line.x0 for line in lines), spacing.right(column)
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        if not index or _begins(found[-1], lines, index, spacing, edges):
            listed = bool(LIST_MARKER.match(line.text) or _DROPPED_MARK.match(line.text)) and not line.table
            found.append(Paragraph(page, column=number, listed=listed))
        found[-1].lines.append(line)
    return found


def _begins(
    paragraph: Paragraph, lines: Sequence[Line], index: int, spacing: _Spacing, edges: tuple[float, float]
) -> bool:
    """Whether the line at `index` begins a new paragraph; `paragraph` is that of the line before."""
    above, line = lines[index - 1], lines[index]
    if line.table or above.table or not _same_size(above, line) or _DROPPED_MARK.match(line.text):
        return True
    if line.y - above.y > _LOOSE * spacing.step(above):
        return True
    if _HYPHEN_END.search(above.text) and line.text[:1].islower():
        return False
    left, right = edges
    ended, roomy = _ENDS.search(above.text) is not None, _had_room(above, line, right)
    level = abs(line.x0 - paragraph.lines[0].x0) <= _NO_INDENT * line.size
    if LIST_MARKER.match(line.text) and (ended or roomy or (paragraph.listed and level)):
        return True
    if above.bold != line.bold and (roomy or not line.text[:1].islower()):
        return True
    if paragraph.listed:
        set_out = paragraph.lines[0].x0 - line.x0 > _NO_INDENT * line.size
        return set_out or (ended and (roomy or (level and len(paragraph.lines) == 1)))
    if _is_first_line(paragraph, line, left, open_above=not (ended or roomy)):
        return True
    return roomy and (ended or above.x1 - above.x0 < _HALF_EMPTY * (right - above.x0))


def _is_first_line(paragraph: Paragraph, line: Line, left: float, *, open_above: bool) -> bool:
    """Whether the line is set in as the first of a paragraph is."""
    above, size = paragraph.lines[-1], line.size
    alone = len(paragraph.lines) == 1
    if _INDENT * size < line.x0 - above.x0 < _WRAPPED * size:
        hangs = alone and open_above
        return not hangs and not _centred(above, line)
    both = alone and not open_above and abs(line.x0 - above.x0) <= _NO_INDENT * size
    return both and _INDENT * size < line.x0 - left < _WRAPPED * size


def _centred(above: Line, line: Line) -> bool:
    return abs(above.x0 + above.x1 - line.x0 - line.x1) <= _NO_INDENT * line.size


def _had_room(above: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would have fitted on the line above, so that the break was wanted."""
    word = _FIRST_WORD.match(line.text)
    letter = (line.x1 - line.x0) / max(1, len(line.text))
    need = (len(word[0]) + 1) * letter if word else 0.0
    return above.x1 + need + _ROOM * line.size < right


def _same_size(above: Line, line: Line) -> bool:
    return 1 / _SAME_SIZE <= above.size / line.size <= _SAME_SIZE


def runs_on(before: Paragraph, after: Paragraph, *, only_if_open: bool) -> bool:
    """Whether `after` goes on with what `before` left open: over the end of a column, or around a picture.

    A small first letter is enough, unless `only_if_open`: then `before` must not have ended a sentence.
    """
    last, first = before.lines[-1], after.lines[0]
    if last.table or first.table or after.listed or last.bold != first.bold or not _same_size(last, first):
        return False
    end, start = last.text, first.text
    if end.endswith(":"):  # what it announces is a list, a table or a picture
        return False
    is_open = not _ENDS.search(end)
    if _HYPHEN_END.search(end) or (start[:1].islower() and (is_open or not only_if_open)):
        return True
    return len(before.lines) > 1 and is_open
