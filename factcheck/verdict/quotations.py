"""Rules on words between quotation marks: a quotation is word for word, or it is cut, or it is changed."""

import re

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.lists import words
from factcheck.verdict.parallel import Change, Parallel, Piece, cover, parallel, pieces

_CUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")
_LIKENESS = 0.5
"""From this share of words in common on, a quotation is taken for a changed form of the other."""

_MOST_SHOWN = 3
"""More differences than this are not told one by one."""

_TURNING = words(
    "not no never none neither nor without nobody nothing hardly only if unless until except but almost "
    "nearly may might could should must would can will less more all some most few"
)
"""Words that cannot be left out of a quotation, or put into it, without changing what is said."""

_LIGHT = words("a an the that and or so well just very really of 's er um ah oh yes")
"""Words that a quotation may lose or gain without saying anything else."""

_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("ising", "izing"), ("ised", "ized"))


def quotations(alignment: Alignment) -> list[Finding]:
    """Every quotation of the claim against the words of the reference."""
    reference = pieces(alignment.reference.text)
    return [_compare(alignment, quote, reference) for quote in alignment.claim.quotes]


def _compare(alignment: Alignment, quote: Span, reference: tuple[Piece, ...]) -> Finding:
    where = _verbatim(quote.of(alignment.claim.text), reference)
    if where is not None:
        inside = any(span.overlaps(where) for span in alignment.reference.quotes)
        return Finding(
            FindingKind.QUOTATION,
            Effect.AGREES
            if inside or (not alignment.reference.quotes and alignment.verbatim)
            else Effect.OPEN,
            "the quoted words stand in the reference"
            if inside
            else "the words stand in the reference, but not as a quotation",
            quote,
            where,
        )
    mine = tuple(piece for piece in pieces(alignment.claim.text) if quote.contains(piece.span))
    best, laid = _nearest(alignment, mine, reference)
    if best is None or not mine or not (laid.shared >= _LIKENESS or _in_its_place(alignment, quote)):
        said = "the reference does not have these quoted words"
        return Finding(FindingKind.QUOTATION, Effect.OPEN, said, quote, None)
    return _changed(alignment, quote, best, laid)


def _verbatim(quoted: str, reference: tuple[Piece, ...]) -> Span | None:
    """Where the quotation stands, its cuts and brackets left out; case, marks and spelling do not count."""
    hay = [_plain(piece.word) for piece in reference]
    places = []
    for part in _CUT.split(quoted):
        needle = [_plain(piece.word) for piece in pieces(part)]
        if needle:
            place = next((n for n in range(len(hay)) if hay[n : n + len(needle)] == needle), None)
            if place is None:
                return None
            places.append((place, place + len(needle)))
    if not places:
        return None
    first, last = min(place[0] for place in places), max(place[1] for place in places)
    return Span(reference[first].span.start, reference[last - 1].span.end)


def _plain(word: str) -> str:
    """The word in one of its spellings."""
    for british, american in _SPELLINGS:
        if word.endswith(american) and len(word) > len(american) + 3:
            return word.removesuffix(american) + british
    return word.replace("-", "")


def _nearest(
    alignment: Alignment, mine: tuple[Piece, ...], reference: tuple[Piece, ...]
) -> tuple[Span | None, Parallel]:
    """The reference's quotation that has most of the words in common, and how the two lie."""
    best: Span | None = None
    laid = Parallel((), 0.0)
    for span in alignment.reference.quotes:
        theirs = tuple(piece for piece in reference if span.contains(piece.span))
        there = parallel(mine, theirs)
        if best is None or there.shared > laid.shared:
            best, laid = span, there
    return best, laid


def _in_its_place(alignment: Alignment, quote: Span) -> bool:
    """Whether the same words lead up to another quotation in the reference: “she called it "…"”."""
    ahead = pieces(alignment.claim.text[: quote.start])[-_LEADING:]
    if len(ahead) < _LEADING:
        return False
    wanted = [piece.word for piece in ahead]
    return any(
        [piece.word for piece in pieces(alignment.reference.text[: other.start])[-_LEADING:]] == wanted
        for other in alignment.reference.quotes
    )


_LEADING = 4
"""So many like words in front of a quotation make it the same saying."""


def _changed(alignment: Alignment, quote: Span, best: Span, laid: Parallel) -> Finding:
    inner = [change for change in laid.changes if _within(change, laid) and not _harmless(change)]
    if not inner:
        return Finding(
            FindingKind.QUOTATION,
            Effect.AGREES,
            "the quoted words stand in the reference but for their spelling or a small word",
            quote,
            best,
        )
    told = "; ".join(_told(alignment, change) for change in inner[:_MOST_SHOWN])
    if len(inner) > _MOST_SHOWN:
        told = f"the reference has “{best.of(alignment.reference.text)}”"
    only_cut = all(not change.mine and not _TURNING & {*change.given} for change in inner)
    return Finding(
        FindingKind.QUOTATION,
        Effect.OPEN if only_cut or alignment.missing_names else Effect.OPPOSES,
        f"words are left out of the quotation without a mark: {told}"
        if only_cut
        else f"the quotation is changed: {told}",
        quote,
        best,
    )


def _within(change: Change, laid: Parallel) -> bool:
    """Whether the change is more than a beginning or an end that was not quoted."""
    return bool(change.mine) or (change.before > 0 and change.behind > 0)


def _harmless(change: Change) -> bool:
    said, given = set(change.said), set(change.given)
    if (said | given) & _TURNING:
        return False
    if (said | given) <= _LIGHT:
        return True
    return [_plain(word) for word in change.said] == [_plain(word) for word in change.given]


def _told(alignment: Alignment, change: Change) -> str:
    mine, theirs = cover(change.mine), cover(change.theirs)
    if mine and theirs:
        return (
            f"“{mine.of(alignment.claim.text)}” in the article, "
            f"“{theirs.of(alignment.reference.text)}” in the reference"
        )
    if mine:
        return f"“{mine.of(alignment.claim.text)}” is not in the reference"
    return f"“{theirs.of(alignment.reference.text)}” is left out" if theirs else ""
