"""Rules on words between quotation marks."""

import re
from difflib import SequenceMatcher

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LIKENESS = 0.6
"""From this share of words in common on, a quotation is taken for a changed form of the other."""


def quotations(alignment: Alignment) -> list[Finding]:
    """Every quotation of the claim against the words of the reference; cuts and case do not matter."""
    reference = alignment.reference
    all_words = _words(reference.text, Span(0, len(reference.text)))
    return [
        _compare(alignment.claim.text, quote, reference.text, all_words, reference.quotes)
        for quote in alignment.claim.quotes
    ]


def _compare(
    text: str, quote: Span, reference: str, words: list[tuple[str, Span]], quoted: tuple[Span, ...]
) -> Finding:
    mine = _words(text, quote)
    pieces = [piece for piece in re.split(r"…|\.\.\.|\[[^\]]*\]", quote.of(text)) if _WORDS.search(piece)]
    places = [
        _find([m.group().lower() for m in _WORDS.finditer(piece)], [w for w, _ in words]) for piece in pieces
    ]
    if places and all(place is not None for place in places):
        first = min(place[0] for place in places if place)
        last = max(place[1] for place in places if place)
        where = Span(words[first][1].start, words[last - 1][1].end)
        inside = any(span.overlaps(where) for span in quoted)
        return Finding(
            FindingKind.QUOTATION,
            Effect.AGREES if inside else Effect.OPEN,
            "the quoted words stand in the reference"
            if inside
            else "the words stand in the reference, but not as a quotation",
            quote,
            where,
        )
    best = 0.0
    nearest: Span | None = None
    for span in quoted or (Span(0, len(reference)),):
        theirs = [word for word, place in words if span.contains(place)]
        matcher = SequenceMatcher(None, [word for word, _ in mine], theirs, autojunk=False)
        shared = sum(block.size for block in matcher.get_matching_blocks()) / max(1, len(mine))
        if shared > best:
            best, nearest = shared, span
    if best >= _LIKENESS and quoted:
        return Finding(
            FindingKind.QUOTATION,
            Effect.OPPOSES,
            f"the quotation is changed; the reference has “{nearest.of(reference) if nearest else ''}”",
            quote,
            nearest,
        )
    return Finding(
        FindingKind.QUOTATION, Effect.OPEN, "the reference does not have these quoted words", quote, None
    )


def _words(text: str, span: Span) -> list[tuple[str, Span]]:
    return [
        (match.group().lower().replace("’", "'"), Span(match.start(), match.end()))
        for match in _WORDS.finditer(text, span.start, span.end)
    ]


def _find(needle: list[str], hay: list[str]) -> tuple[int, int] | None:
    needle = [word.replace("’", "'") for word in needle]
    for first in range(len(hay) - len(needle) + 1):
        if hay[first : first + len(needle)] == needle:
            return first, first + len(needle)
    return None
