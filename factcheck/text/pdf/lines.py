"""Glyphs to segments: stretches of one line without a wide gap in them, as the eye takes them in."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from factcheck.text.pdf.glyphs import Box, Glyph, Page
from factcheck.text.pdf.lexicon import is_word

WIDE_GAP = 0.9
"""In sizes of the type. A wider gap in a line may part two columns or two cells of a table."""
_TOUCHING = 0.35
_WORD_GAP = 0.18
_SAME_LINE = 0.12
_SAME_ROW = 0.3
_SMALLER = 0.88
_RAISED, _HIGHEST = 0.15, 0.75
_DROP_CAP = 1.8
_NEARLY_ALL = 0.9
BULLETS = "•‣◦▪▫■□●○·➢►▶✓✔\u2043\uf0b7\uf0a7\uf0d8\uf076"
"""Marks of list items, those of Symbol and Wingdings among them."""
_MARKER = re.compile(rf"(?:[-–—*{BULLETS}]|\(?(?:\d{{1,3}}|[a-zA-Z])[.)])\Z")
_LETTER_AS_BULLET = "o"
_MARKER_REACH = 5.0
_DOT_REACH = 1.6
_RAISED_DIGITS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SQUARED = re.compile(r"(?:^|[\s\d(/])(?:[kcmd]?m|ft|in|yd|mi|s)\Z")
_LIGATURES = {ord(c): unicodedata.normalize("NFKC", c) for c in "ﬀﬁﬂﬃﬄﬅﬆ"}
_KEPT_FORMATS = frozenset("\u00ad\u200c\u200d")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text on one line. `y` is the baseline; `bold` where nearly all of its letters are."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def top(self) -> float:
        """About where the letters reach to."""
        return self.y - 0.8 * self.size


def rows_of(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that stand side by side, each row from left to right, the rows from top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.y, s.x0)):
        if rows and segment.y - rows[-1][0].y <= _SAME_ROW * min(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.x0) for row in rows]


def segments_of(page: Page) -> list[Segment]:
    """The segments of a page, from top to bottom.

    Raised figures that are no powers are dropped as note marks; bullets and initials over several lines stand
    with the words that they belong to.
    """
    runs = [run for run in _runs(page.glyphs) if run.text]
    if not runs:
        return []
    body = median(run.size for run in runs for _ in run.text)
    rows = rows_of(runs)
    _place_raised(rows)
    _place_drop_caps(rows, body)
    merged = [segment for row in rows if row for segment in _merged(row)]
    return [_bulleted(segment, page.dots) for segment in merged]


def _bulleted(segment: Segment, dots: Iterable[Box]) -> Segment:
    """The segment with a bullet before it where one is drawn there."""
    for dot in dots:
        before = 0 <= segment.x0 - dot.x1 <= _DOT_REACH * segment.size
        if before and segment.top <= (dot.top + dot.bottom) / 2 <= segment.y:
            return replace(segment, text=f"{BULLETS[0]} {segment.text}")
    return segment


def _runs(glyphs: Iterable[Glyph]) -> Iterable[Segment]:
    """Glyphs that follow each other in the file as well as on the line."""
    run: list[Glyph] = []
    left = right = 0.0
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph, left, right):
            yield _segment(run)
            run = []
        if run:
            left, right = min(left, glyph.x0), max(right, glyph.x1)
        else:
            left, right = glyph.x0, glyph.x1
        run.append(glyph)
    if run:
        yield _segment(run)


def _goes_on(before: Glyph, glyph: Glyph, left: float, right: float) -> bool:
    size = max(before.size, glyph.size)
    if abs(glyph.y - before.y) > _SAME_LINE * size or not 0.87 <= glyph.size / before.size <= 1.15:
        return False
    reach = (WIDE_GAP if glyph.gap else _TOUCHING) * size
    if -_TOUCHING * size <= glyph.x0 - before.x1 <= reach:
        return True
    # Right-to-left writing: the file has it in the order of reading, with figures the other way.
    if not (_is_rtl(before.text) or _is_rtl(glyph.text)):
        return False
    return left - reach <= glyph.x1 and glyph.x0 <= right + reach


def _is_rtl(text: str) -> bool:
    return unicodedata.bidirectional(text[0]) in ("R", "AL")


def _segment(run: list[Glyph]) -> Segment:
    parts: list[str] = []
    for index, glyph in enumerate(run):
        if index and (glyph.gap or glyph.x0 - run[index - 1].x1 > 2 * _WORD_GAP * glyph.size):
            parts.append(" ")
        parts.append(glyph.text)
    letters = [g for g in run if g.text.isalnum()] or run
    (size, y), _ = Counter((g.size, g.y) for g in letters).most_common(1)[0]
    return Segment(
        text=_clean("".join(parts)),
        x0=min(g.x0 for g in run),
        x1=max(g.x1 for g in run),
        y=y,
        size=size,
        bold=sum(g.bold for g in letters) >= _NEARLY_ALL * len(letters),
    )


def _clean(text: str) -> str:
    """Ligatures as letters; no control, private, or direction marks, which no reader sees on the page."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    kept = (c for c in text if c in _KEPT_FORMATS or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Cn"))
    return "".join(kept).strip()


def _place_raised(rows: list[list[Segment]]) -> None:
    """Put raised and lowered small type back into the line that it belongs to."""
    for index, row in enumerate(rows):
        for small in list(row):
            for other in (*rows[index + 1 : index + 4], *rows[max(0, index - 2) : index]):
                host = next((s for s in other if _carries(s, small)), None)
                if host is None:
                    continue
                row.remove(small)
                text = _raised_text(host.text, small.text) if small.y < host.y else small.text
                other[other.index(host)] = replace(host, text=host.text + text, x1=max(host.x1, small.x1))
                break


def _carries(host: Segment, small: Segment) -> bool:
    if small.size > _SMALLER * host.size or len(small.text) > 4:
        return False
    shift = abs(host.y - small.y) / host.size
    return (
        _RAISED - 0.1 * (small.y > host.y) <= shift <= _HIGHEST
        and -_TOUCHING * host.size <= small.x0 - host.x1 <= _TOUCHING * host.size
    )


def _raised_text(before: str, raised: str) -> str:
    """How raised type reads in a line: as a power, as written ("4th"), or not at all if it marks a note."""
    if not any(c.isdigit() for c in raised):
        return "" if set(raised) <= set("*†‡§¶") else raised
    if before[-1:].isdigit() or (raised in ("2", "3") and _SQUARED.search(before)):
        return raised.translate(_RAISED_DIGITS)
    return "" if all(c.isdigit() or c in ",–-" for c in raised) else raised


def _place_drop_caps(rows: list[list[Segment]], body: float) -> None:
    """Give an initial that reaches over several lines to the first of them."""
    for row in list(rows):
        for cap in list(row):
            if cap.size < _DROP_CAP * body or len(cap.text) > 2 or not cap.text[-1:].isupper():
                continue
            beside = [
                (other, s)
                for other in rows
                for s in other
                if s is not cap
                and s.size < cap.size / _DROP_CAP
                and cap.y - 0.8 * cap.size - 0.3 * s.size <= s.top
                and s.top <= cap.y + 0.1 * cap.size
                and -0.2 * s.size <= s.x0 - cap.x1 <= 1.5 * s.size
            ]
            if not beside:
                continue
            row.remove(cap)
            for nth, (other, s) in enumerate(beside):
                apart = cap.text in ("A", "I", "O") and _reads_apart(cap.text, s.text)
                text = s.text if nth else cap.text + (" " if apart else "") + s.text
                other[other.index(s)] = replace(s, text=text, x0=cap.x0)
    rows[:] = [row for row in rows if row]


def _reads_apart(cap: str, text: str) -> bool:
    word = re.match(r"[^\W\d_]+", text)
    return word is not None and is_word(word[0]) and not is_word(cap + word[0])


def _merged(row: list[Segment]) -> list[Segment]:
    """The row with what belongs together joined: touching runs, and a bullet with what it announces."""
    groups: list[list[Segment]] = []
    for segment in row:
        before = groups[-1][-1] if groups else None
        if before is None:
            groups.append([segment])
            continue
        if before.text == _LETTER_AS_BULLET and segment.x0 - before.x1 > WIDE_GAP * segment.size:
            before = groups[-1][-1] = replace(before, text=BULLETS[0])
        size = max(before.size, segment.size)
        gap = segment.x0 - max(s.x1 for s in groups[-1])
        if gap <= (_MARKER_REACH if _MARKER.match(before.text) else WIDE_GAP) * size:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return [group[0] if len(group) == 1 else _one(group) for group in groups]


def _one(group: Sequence[Segment]) -> Segment:
    """Neighbours in a row as one segment; size and baseline are those of most of its letters."""
    parts = [group[0].text]
    for before, segment in pairwise(group):
        gap = segment.x0 - before.x1
        apart = _MARKER.match(before.text) or gap > _WORD_GAP * max(before.size, segment.size)
        parts.append(f" {segment.text}" if apart else segment.text)
    sizes: Counter[tuple[float, float]] = Counter()
    for segment in group:
        sizes[(segment.size, segment.y)] += len(segment.text)
    (size, y), _ = sizes.most_common(1)[0]
    letters = sum(len(s.text) for s in group)
    bold = sum(len(s.text) for s in group if s.bold)
    return Segment(
        text="".join(parts),
        x0=min(s.x0 for s in group),
        x1=max(s.x1 for s in group),
        y=y,
        size=size,
        bold=bold >= _NEARLY_ALL * letters,
    )
