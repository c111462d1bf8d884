"""Segments of a page to lines in reading order: column after column, tables row by row.

A gutter parts a stretch of the page if nothing crosses it there and running text stands on at least one side
of it. Whatever crosses it (a headline over all columns, a wide picture's caption) ends the stretch. The cells
of a table stand apart as columns do, but their words do not run on from one line to the next: its rows are
kept whole.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.text.pdf.lines import WIDE_GAP, Segment, rows_of

CELL = " | "
_MOST_GUTTERS = 12
_MOST_SEGMENTS = 3_000
_DEEPEST = 24
_RUNS_ON = 0.25
_LETTERS = 12
_FEW = 3
_TABLE_GAP = 1.5
_INDENT = 3.0
_MOSTLY = 0.6
_NEXT_LINE = 1.6


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column, or one row of a table (`table`), its cells parted by " | "."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    table: bool = False

    @property
    def top(self) -> float:
        """About where the letters reach to."""
        return self.y - 0.8 * self.size


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that stand below each other, with nothing else between them."""

    lines: tuple[Line, ...]


class ReadingOrder:
    """Orders the pages of one document; a gutter once found is believed sooner on every later page."""

    def __init__(self) -> None:
        self._gutters: list[float] = []

    def columns(self, segments: Sequence[Segment]) -> list[Column]:
        """The columns of a page in reading order."""
        if len(segments) > _MOST_SEGMENTS:  # a page of dust, not of words
            return [_whole(segments)]
        self._region(list(segments), 0)  # once to find the gutters, then again to use them
        return [Column(_lines(region)) for region in self._region(list(segments), 0)]

    def _region(self, segments: list[Segment], depth: int) -> list[list[Segment]]:
        if len(segments) < 2 or depth > _DEEPEST:
            return [segments] if segments else []
        for gutter in _gutters(segments):
            bands = self._bands(segments, gutter)
            if bands is None:
                continue
            found: list[list[Segment]] = []
            for left, right in bands:
                found += self._region(left, depth + 1)
                found += self._region(right, depth + 1)
            return found
        return [segments]

    def _bands(
        self, segments: list[Segment], gutter: float
    ) -> list[tuple[list[Segment], list[Segment]]] | None:
        """The region from top to bottom: stretches that the gutter parts, and whole ones (as left sides)."""
        bands: list[tuple[list[Segment], list[Segment]]] = []
        whole: list[Segment] = []
        parted = False
        for crossing, group in _stretches(segments, gutter):
            left = [s for s in group if s.x1 <= gutter]
            right = [s for s in group if s.x1 > gutter]
            if not crossing and self._parts(left, right, gutter):
                if whole:
                    bands.append((whole, []))
                    whole = []
                bands.append((left, right))
                parted = True
            else:
                whole.extend(group)
        if whole:
            bands.append((whole, []))
        return bands if parted else None

    def _parts(self, left: list[Segment], right: list[Segment], gutter: float) -> bool:
        if not left or not right:
            return False
        if min(left[-1].y, right[-1].y) < max(left[0].top, right[0].top):  # one stands below the other
            return False
        if not _is_flush(right, gutter):
            return False
        known = any(abs(gutter - g) < left[0].size for g in self._gutters)
        a, b = _runs_on(left), _runs_on(right)
        strong = (a and _tall(left)) or (b and _tall(right))
        if not (a and b and (known or strong)):
            likely = strong or (known and (a or b))
            if not likely or _are_cells(left, right):
                return False
        if strong and not known:
            self._gutters.append(gutter)
        return True


def _whole(segments: Sequence[Segment]) -> Column:
    return Column(tuple(_line(row) for row in rows_of(segments)))


def _gutters(segments: list[Segment]) -> list[float]:
    """Where columns may begin: just left of where several segments do, the most promising first."""
    starts = sorted(s.x0 for s in segments)
    size = sorted(s.size for s in segments)[len(segments) // 2]
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] <= size:
            groups[-1].append(x)
        else:
            groups.append([x])
    ends = sorted(s.x1 for s in segments)
    weighed = []
    for group in groups[1:]:
        x = group[0] - 0.1 * size
        left, right = bisect_right(ends, x), len(starts) - bisect_left(starts, x)
        crossing = len(segments) - left - right
        weighed.append((min(left, right) / (1 + crossing), x))
    weighed.sort(reverse=True)
    return [x for weight, x in weighed[:_MOST_GUTTERS] if weight > 0]


def _stretches(segments: list[Segment], gutter: float) -> list[tuple[bool, list[Segment]]]:
    """Runs of segments from top to bottom that cross the gutter (with the rest of their rows) or do not."""
    found: list[tuple[bool, list[Segment]]] = []
    for row in rows_of(segments):
        crossing = any(s.x0 < gutter < s.x1 for s in row)
        if found and found[-1][0] and len(row) == 1:
            crossing = crossing or _ends_line(found[-1][1][-1], row[0])
        if found and found[-1][0] == crossing:
            found[-1][1].extend(row)
        else:
            found.append((crossing, list(row)))
    return found


def _ends_line(above: Segment, last: Segment) -> bool:
    """Whether this is the short last line of what stands above it."""
    return (
        last.y - above.y <= _NEXT_LINE * above.size
        and abs(last.size - above.size) < 0.05 * above.size
        and last.bold == above.bold
    )


def _is_flush(right: list[Segment], gutter: float) -> bool:
    """Whether most rows right of the gutter begin at it, indents and list marks allowed for."""
    starts = [row[0].x0 - gutter <= _INDENT * row[0].size for row in rows_of(right)]
    return sum(starts) >= _MOSTLY * len(starts)


def _tall(segments: list[Segment]) -> bool:
    return len(rows_of(segments)) >= _FEW


def _runs_on(segments: list[Segment]) -> bool:
    """Whether this reads as running text: long enough stretches, of which many begin inside a sentence."""
    if sum(len(s.text) for s in segments) < _LETTERS * len(segments):
        return False
    begins = [_first_letter(s.text) for s in segments]
    inside = sum(c.islower() or not (c.isupper() or c.isdigit()) for c in begins)
    return len(segments) < _FEW or inside >= _RUNS_ON * len(segments)


def _first_letter(text: str) -> str:
    return next((c for c in text if c.isalnum()), ".")


def _are_cells(left: list[Segment], right: list[Segment]) -> bool:
    """Whether the weaker side stands line by line beside the other, in figures or a word or two."""
    weak, strong = (right, left) if not _runs_on(right) else (left, right)
    beside = sum(any(abs(w.y - s.y) <= 0.3 * s.size for s in strong) for w in weak)
    short = sum(len(w.text) <= 2 * _LETTERS or any(c.isdigit() for c in w.text) for w in weak)
    return 2 * beside > len(weak) and 2 * short > len(weak) and len(weak) > 1


def _lines(segments: list[Segment]) -> tuple[Line, ...]:
    rows = rows_of(segments)
    gaps = [_gaps(row) for row in rows]
    lines: list[Line] = []
    for index, row in enumerate(rows):
        near = [gaps[i] for i in (index - 1, index + 1) if 0 <= i < len(rows)]
        table = any(_aligned(a, b) for other in near for a in gaps[index] for b in other)
        lines.append(_line(row, table=table))
    return tuple(lines)


def _gaps(row: list[Segment]) -> list[tuple[float, float]]:
    """The gaps in a row that are wide enough to part two cells."""
    found = []
    for index in range(len(row) - 1):
        start, end = row[index].x1, row[index + 1].x0
        if end - start >= _TABLE_GAP * WIDE_GAP * row[index].size:
            found.append((start, end))
    return found


def _aligned(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return min(a[1], b[1]) - max(a[0], b[0]) > 0


def _line(row: list[Segment], *, table: bool = False) -> Line:
    main = max(row, key=lambda s: len(s.text))
    return Line(
        text=(CELL if table else " ").join(s.text for s in row),
        x0=row[0].x0,
        x1=max(s.x1 for s in row),
        y=main.y,
        size=main.size,
        bold=all(s.bold for s in row),
        table=table,
    )
