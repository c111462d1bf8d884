"""Two parts of a sentence that have changed places in a copy of it."""

from itertools import pairwise

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.lists import words
from factcheck.verdict.parallel import SMALL, Change, Parallel, Piece, cover
from factcheck.verdict.synonyms import of_the_place, stem

LEAST_LIKE = 0.7
"""From this share of like words on, those that have changed places counted in, it is the same sentence."""

LONGEST = 12
"""More words than this are no party to anything."""

_EVEN = words("and or with nor & as well both between versus v is are was were be")
"""Between words that may stand in either order."""


def exchanged(text: str, mine: tuple[Piece, ...], laid: Parallel, quotes: tuple[Span, ...]) -> Finding | None:
    """Two words of the reference that have changed places, where that changes what is said."""
    pairs = [
        (one, other)
        for number, one in enumerate(laid.changes)
        for other in laid.changes[number + 1 :]
        if one.mine and other.mine and _crosswise(one, other)
    ]
    if len(pairs) == 1:
        one, other = pairs[0]
        moved = len(one.mine) + len(other.mine)
        between = _words_between(mine, one.mine[-1].span.end, other.mine[0].span.start)
        if laid.shared + moved / len(mine) >= LEAST_LIKE and not between <= _EVEN:
            return _finding(text, one.mine, other.mine, one.theirs)
    return None if pairs else _turned_over(text, mine, laid, quotes)


def _crosswise(one: Change, other: Change) -> bool:
    return _within(one.said, other.given) and _within(other.said, one.given)


def _within(said: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether `given` is `said`, or begins or ends with it before more words."""
    if not said or len(given) < len(said):
        return False
    return _like(said, given[: len(said)]) or _like(said, given[-len(said) :])


def _like(said: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return all(
        a == b or (len(a) > 3 < len(b) and a.isalpha() and (stem(a) == stem(b) or of_the_place(a, b)))
        for a, b in zip(said, given, strict=True)
    )


def _words_between(mine: tuple[Piece, ...], first: int, last: int) -> set[str]:
    return {p.word for p in mine if first <= p.span.start < last} - SMALL


def _turned_over(
    text: str, mine: tuple[Piece, ...], laid: Parallel, quotes: tuple[Span, ...]
) -> Finding | None:
    """ "A sued B" for "B sued A": words in front of what is shared on one side, behind it on the other."""
    for one, other in pairwise(laid.changes):
        first, second = _material(one.mine), _material(other.mine)
        if bool(first) == bool(second):
            continue
        own, given = (first, other.theirs) if first else (second, one.theirs)
        if (first and one.theirs) or (second and other.theirs):
            continue
        shared = _material(mine[one.stop : other.start])
        moved = _moved(own, _material(given), ahead=bool(first))
        if moved is None or not 0 < len(shared) <= LONGEST:
            continue
        if any(quote.contains(shared[0].span) or quote.contains(moved[0].span) for quote in quotes):
            # Who spoke may stand in front of what was said or behind it.
            continue
        if laid.shared + len(own) / len(mine) >= LEAST_LIKE:
            return _finding(text, moved, shared, _material(given))
    return None


def _material(side: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(piece for piece in side if piece.word not in SMALL)


def _moved(own: tuple[Piece, ...], given: tuple[Piece, ...], *, ahead: bool) -> tuple[Piece, ...] | None:
    """The party that has moved, where `given` has the words of `own` with the party at their other end."""
    told = tuple(piece.word for piece in given)
    for cut in range(1, len(own)):
        front, rear = own[:cut], own[cut:]
        turned = tuple(piece.word for piece in (*rear, *front))
        if turned not in (told[: len(turned)], told[-len(turned) :]):
            continue
        party, joint = (front, rear) if ahead else (rear, front)
        if not {piece.word for piece in joint} <= _EVEN:
            return party
    return None


def _finding(
    text: str, one: tuple[Piece, ...], other: tuple[Piece, ...], theirs: tuple[Piece, ...]
) -> Finding | None:
    first, second = cover(one), cover(other)
    if first is None or second is None:
        return None
    return Finding(
        FindingKind.ROLE,
        Effect.OPPOSES,
        f"“{first.of(text)}” and “{second.of(text)}” have changed places: "
        "the reference has them the other way round",
        first,
        cover(theirs),
    )
