"""One figure, date, rank, unit of time or direction that stands in a copied sentence where another stood.

What is said around it is the same, so that no other time or owner can explain the difference. All that is
asked is whether enough of it is the same, and whether what is changed excludes what stood there.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Direction, Grain, Hedge, Period, Quantity
from factcheck.quantities.compare import comparable, compare_periods, compare_quantities
from factcheck.quantities.movement_words import MOVES
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.elsewhere import ELSEWHERE
from factcheck.verdict.lists import words
from factcheck.verdict.opposites import denies, negates
from factcheck.verdict.parallel import SMALL, Change, Piece, cover, parallel, pieces
from factcheck.verdict.synonyms import akin

_Written = TypeVar("_Written", Quantity, Period)

LEAST_SHARED = 0.6
"""From this share of the claim's words on, the sentence is a copy."""

LEAST_AROUND = 5
"""Words beside the change that are the same, so that it is about the same thing."""

LONGEST = 5
"""More words than this are no exchange of one thing for another."""

_LENGTHS: dict[str, str] = {
    word: unit
    for unit, row in {
        "second": "second seconds",
        "minute": "minute minutes",
        "hour": "hour hours hourly",
        "day": "day days daily night nightly",
        "week": "week weeks weekly",
        "fortnight": "fortnight fortnightly",
        "month": "month months monthly",
        "quarter": "quarterly",
        "season": "season seasons",
        "year": "year years yearly annual annually",
        "decade": "decade decades",
    }.items()
    for word in row.split()
}
_PARTS_OF_DAY = words("morning afternoon evening night dawn dusk noon midnight weekend weekends weekdays")
_BASIS = words("a an any per each every the of single whole entire first once twice")
"""Before a length of time: it is how often or how long, and not when ("last week")."""

_RANKS = {
    word: number
    for number, row in enumerate(
        (
            "first 1st gold",
            "second 2nd silver",
            "third 3rd bronze",
            "fourth 4th",
            "fifth 5th",
            "sixth 6th",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
            "eleventh 11th",
            "twelfth 12th",
            "penultimate second-last second-to-last",
            "final last",
        ),
        1,
    )
    for word in row.split()
}
_STRETCHES = words("quarter half term season decade month year")
"""Behind a rank these name another time rather than another rank, unless it is one of a run."""
_RUN = words("row straight running consecutive successive time")
_APIECE = words("apiece each per every")
"""Beside a figure these make another figure of the same sum."""
_BOUNDS = frozenset({Hedge.OVER, Hedge.UNDER, Hedge.AT_LEAST, Hedge.AT_MOST})


@dataclass(frozen=True, slots=True)
class _Place:
    """A change with the words in front of it and behind it in the claim."""

    change: Change
    ahead: str
    following: tuple[str, ...]
    mine: Span
    theirs: Span
    others: int
    """Content words of the claim that are changed elsewhere."""


def replaced(alignment: Alignment) -> list[Finding]:
    """A finding for the one place where the copied sentence excludes the reference; at most one."""
    if alignment.verbatim or not _is_copy(alignment):
        return []
    found = [
        finding
        for place in _places(alignment)
        for rule in (_figure, _date, _length, _rank, _direction)
        if (finding := rule(alignment, place)) is not None
    ]
    return found[:1]


def _is_copy(alignment: Alignment) -> bool:
    """Whether the claim brings in nobody of its own, and no word for another thing of the kind."""
    new = alignment.claim.tokens - alignment.reference.tokens
    return not alignment.missing_names and not new & (ELSEWHERE - {"last", "second"})


def _to_the_comma(text: str, side: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The words up to the end of their clause, where the reference goes on after the copied part."""
    if len(side) <= LONGEST:
        return side
    end = next((n for n, p in enumerate(side) if text[p.span.end :][:1] in {",", ";", ":", "."}), len(side))
    return side[: end + 1]


def _places(alignment: Alignment) -> list[_Place]:
    mine = pieces(alignment.claim.text)
    laid = parallel(mine, pieces(alignment.reference.text))
    if laid.shared < LEAST_SHARED:
        return []
    changed = [len([p for p in c.mine if p.word not in SMALL and len(p.word) > 2]) for c in laid.changes]
    places = []
    for number, laid_out in enumerate(laid.changes):
        change = replace(laid_out, theirs=_to_the_comma(alignment.reference.text, laid_out.theirs))
        own, other = cover(change.mine), cover(change.theirs)
        if own is None or other is None or max(len(change.mine), len(change.theirs)) > LONGEST:
            continue
        if change.before + change.behind < LEAST_AROUND or _denied(change):
            continue
        if any(quote.overlaps(own) for quote in alignment.claim.quotes):
            continue
        first = next(n for n, piece in enumerate(mine) if piece.span.start == own.start)
        following = tuple(piece.word for piece in mine if piece.span.start >= own.end)[:3]
        rest = sum(changed) - changed[number]
        places.append(_Place(change, mine[first - 1].word if first else "", following, own, other, rest))
    return places


def _denied(change: Change) -> bool:
    """Whether only one side has a "not", which may make up for the other word."""
    ours, theirs = (sum(negates(w) or denies(w) for w in side) for side in (change.said, change.given))
    return ours != theirs


def _figure(alignment: Alignment, place: _Place) -> Finding | None:
    """Another figure, of which the reference's leaves no room for the claim's."""
    mine = _one(alignment.claim.quantities, place.mine)
    theirs = _one(alignment.reference.quantities, place.theirs)
    if mine is None or theirs is None or place.others or mine.unit == "ordinal":
        return None
    if _APIECE & {*place.change.said, *place.following} != _APIECE & {*place.change.given}:
        return None
    if "but" in place.change.given or not comparable(mine, theirs) or mine.vague or theirs.vague:
        return None
    if mine.noun and theirs.noun and not akin(mine.noun, theirs.noun):
        return None
    comparison = compare_quantities(mine, theirs)
    bound = mine.hedge in _BOUNDS and mine.hedge is theirs.hedge and mine.value != theirs.value
    if comparison.outcome is not Effect.OPPOSES and not bound:
        return None
    kind = FindingKind.NUMBER if comparison.outcome is not Effect.OPPOSES else comparison.kind
    return _said(kind, alignment, place, "figure")


def _one(written: tuple[_Written, ...], place: Span) -> _Written | None:
    """The only one that the words of the place belong to."""
    touched = [one for one in written if one.span.overlaps(place)]
    return touched[0] if len(touched) == 1 else None


def _date(alignment: Alignment, place: _Place) -> Finding | None:
    """Another day, month or year, that has nothing in common with the reference's."""
    mine = _one(alignment.claim.periods, place.mine)
    theirs = _one(alignment.reference.periods, place.theirs)
    if mine is None or theirs is None or place.others or mine.edge is not theirs.edge:
        return None
    if mine.grain is not theirs.grain and Grain.YEAR in (mine.grain, theirs.grain):
        return None
    compared = compare_periods(mine, theirs)
    if compared.outcome is Effect.AGREES or not (compared.outcome is Effect.OPPOSES or compared.apart):
        return None
    return _said(FindingKind.DATE, alignment, place, "date")


def _length(alignment: Alignment, place: _Place) -> Finding | None:
    """ "a week" for "a month", "annual" for "monthly"."""
    if place.others:
        return None
    if any(period.span.overlaps(place.mine) for period in alignment.claim.periods):
        return None
    sides = ((alignment.claim, place.mine), (alignment.reference, place.theirs))
    if any(q.unit == "second" and q.span.overlaps(span) for side, span in sides for q in side.quantities):
        # "a decade", "ten years": figures, which are held against each other as such.
        return None
    ours, theirs = _lengths(place.change.said), _lengths(place.change.given)
    if len(ours) != 1 or len(theirs) != 1 or ours == theirs:
        return None
    said = place.change.said
    if place.ahead not in _BASIS and _BASIS.isdisjoint(said) and not said[0].endswith(("ly", "annual")):
        return None
    return _said(FindingKind.PERIOD, alignment, place, "length of time")


def _lengths(side: tuple[str, ...]) -> set[str]:
    return {_LENGTHS[word] for word in side if word in _LENGTHS} | (set(side) & _PARTS_OF_DAY - {"night"})


def _rank(alignment: Alignment, place: _Place) -> Finding | None:
    """Another rank: "third-largest" for "fifth-largest", "a sixth week" for "a fifth"."""
    if place.others:
        return None
    ours, theirs = _ranked(place.change.said), _ranked(place.change.given)
    if len(ours) != 1 or len(theirs) != 1 or ours == theirs:
        return None
    told = {piece.word for piece in pieces(alignment.reference.text)}
    if any(word in told for word in place.change.said if word in _RANKS):
        # "its last on 28 May" of a reference that gives the first and the last.
        return None
    after = place.following[:1]
    run = place.ahead in ("a", "an") or bool(_RUN & set(place.following))
    if after and after[0] in _STRETCHES and not run:
        return None
    return _said(FindingKind.ORDINAL, alignment, place, "rank")


def _ranked(side: tuple[str, ...]) -> set[int]:
    heads = (word if word in _RANKS else word.split("-", 1)[0] for word in side)
    return {_RANKS[word] for word in heads if word in _RANKS}


def _direction(alignment: Alignment, place: _Place) -> Finding | None:
    """ "rose" for "fell", whatever else of the sentence goes with it."""
    if len(place.change.mine) + len(place.change.theirs) > LONGEST:
        return None
    ours, theirs = _directions(place.change.said), _directions(place.change.given)
    if ours | theirs != {Direction.UP, Direction.DOWN} or len(ours) != 1 or len(theirs) != 1:
        return None
    return _said(FindingKind.DIRECTION, alignment, place, "direction")


def _directions(side: tuple[str, ...]) -> set[Direction]:
    return {MOVES[word] for word in side if word in MOVES}


def _said(kind: FindingKind, alignment: Alignment, place: _Place, what: str) -> Finding:
    said = place.mine.of(alignment.claim.text).rstrip(".,:")
    given = place.theirs.of(alignment.reference.text).rstrip(".,:")
    why = f"article says “{said}” where the reference has “{given}”: another {what} in the same words"
    return Finding(kind, Effect.OPPOSES, why, place.mine, place.theirs)
