"""Cuts a text at the edges of possibly overlapping spans. Pure: no markup, no escaping."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.domain.articles import Span

_JOINER = "\u200d"
_MODIFIERS = range(0x1F3FB, 0x1F400)
"""Skin tones; they belong to the emoji before them."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that is covered by the same spans throughout.

    `covers` are the indexes of these spans, the longest first; `ends` are those that end with this segment.
    """

    text: str
    span: Span
    covers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def cut(text: str, spans: Sequence[Span], *, within: Span | None = None) -> tuple[Segment, ...]:
    """The segments of `text` (or of its part `within`) in order; put together they are that text again.

    Spans may nest, overlap, repeat, be empty or reach beyond the text: what lies outside is left off, and an
    empty span covers nothing and ends nowhere. An edge that falls inside a combined character (accent, emoji
    sequence) moves to the end of that character, so that no segment starts with a loose accent.
    """
    frame = _inside(within or Span(0, len(text)), Span(0, len(text)))
    clipped = [_settled(text, _inside(span, frame), frame) for span in spans]
    edges = {frame.start, frame.end}
    for span in clipped:
        if span.start < span.end:
            edges |= {span.start, span.end}
    ordered = sorted(edges)
    return tuple(_segment(text, Span(start, end), spans, clipped) for start, end in pairwise(ordered))


def _segment(text: str, part: Span, spans: Sequence[Span], clipped: Sequence[Span]) -> Segment:
    covering = [i for i, span in enumerate(clipped) if span.contains(part) and span.start < span.end]
    covering.sort(key=lambda i: (spans[i].start - spans[i].end, i))
    # A span that goes on behind the frame does not end here.
    ending = tuple(i for i in covering if clipped[i].end == part.end and spans[i].end <= part.end)
    return Segment(part.of(text), part, tuple(covering), ending)


def _inside(span: Span, frame: Span) -> Span:
    start = min(max(span.start, frame.start), frame.end)
    return Span(start, max(start, min(span.end, frame.end)))


def _settled(text: str, span: Span, frame: Span) -> Span:
    if span.start >= span.end:
        return span
    return Span(_boundary(text, span.start, frame), _boundary(text, span.end, frame))


def _boundary(text: str, at: int, frame: Span) -> int:
    while frame.start < at < frame.end and _continues(text, at):
        at += 1
    return at


def _continues(text: str, at: int) -> bool:
    """Whether the character at `at` hangs on the one before it."""
    here, before = text[at], text[at - 1]
    return _JOINER in (before, here) or ord(here) in _MODIFIERS or unicodedata.category(here) in ("Mn", "Me")
