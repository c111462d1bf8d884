"""Two figures or dates of the claim that have changed places: "£12m to films, £31m to series"."""

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Hedge, Movement, Period, Quantity
from factcheck.quantities.compare import comparable
from factcheck.verdict.lists import words
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import stem

_WORD = re.compile(r"[^\W_]+")
_AHEAD, _BEHIND = 6, 7
"""How many words before and behind a figure tell what it is a figure of."""
_EMPTY = words(
    "the a an and or but of in on at to by for with from as is was are were be been has have had it its that "
    "this these those which who per cent percent than more less about some nearly over under million billion "
    "thousand hundred he she they their his her them not no only just also while whereas against"
)
_MOST_FIGURES = 8
_ENDS = frozenset({Movement.BEFORE, Movement.AFTER})
_Sides = tuple[frozenset[str], frozenset[str]]
_Written = Quantity | Period
_CLAUSE = re.compile(r"[,;:]|\b(?:and|while|whereas|but)\b")


def crossed(claim: Profile, reference: Profile) -> list[Finding]:
    """A finding for each of two figures, or of two dates, that the reference gives the other way round.

    Said only where the words beside each are those beside the other in the reference, and none are its own.
    The ends of a movement are told apart by their direction and not here.
    """
    figures = [(q, other) for q in claim.quantities if (other := _stated(q, reference)) is not None]
    dates = [(p, same) for p in claim.periods if (same := _dated(p, reference)) is not None]
    found: list[Finding] = []
    for (a, other_a), (b, other_b) in combinations(figures[:_MOST_FIGURES], 2):
        if a.value != b.value and comparable(a, b) and a.unit not in {"ordinal", "score"}:
            ours, theirs = _beside(a.span, b.span, claim), _beside(other_a.span, other_b.span, reference)
            if _is_across(ours, theirs):
                found += _said(FindingKind.NUMBER, (a, b), (other_a, other_b))
    for (one, other_one), (two, other_two) in combinations(dates[:_MOST_FIGURES], 2):
        if one.grain is two.grain and one.quote != two.quote and not _moves(claim, one, two):
            ours, theirs = (
                _beside(one.span, two.span, claim),
                _beside(other_one.span, other_two.span, reference),
            )
            if _is_across(ours, theirs):
                found += _said(FindingKind.DATE, (one, two), (other_one, other_two))
    return found


_FROM_TO = re.compile(r"\b(?:from|to|between|and)\s+(?:the\s+)?$")


def _moves(claim: Profile, one: Period, two: Period) -> bool:
    """Whether the two are the ends of a stretch: "to the end of June from the end of March"."""
    return all(_FROM_TO.search(claim.text, 0, period.span.start) for period in (one, two))


def _is_across(ours: _Sides, theirs: _Sides) -> bool:
    straight = len(ours[0] & theirs[0]) + len(ours[1] & theirs[1])
    return straight == 0 and bool(ours[0] & theirs[1]) and bool(ours[1] & theirs[0])


def _stated(mine: Quantity, reference: Profile) -> Quantity | None:
    """The one figure of the reference that is the claim's exactly."""
    if mine.hedge is not Hedge.EXACT:
        return None
    same = [
        q for q in reference.quantities if (q.value, q.unit, q.high) == (mine.value, mine.unit, mine.high)
    ]
    moved = mine.movement in _ENDS or any(q.movement in _ENDS for q in same)
    return same[0] if len(same) == 1 and not moved else None


def _dated(mine: Period, reference: Profile) -> Period | None:
    """The one date of the reference that is written as the claim's is."""
    same = [p for p in reference.periods if p.quote.casefold() == mine.quote.casefold()]
    return same[0] if len(same) == 1 else None


def _said(
    kind: FindingKind, ours: tuple[_Written, _Written], theirs: tuple[_Written, _Written]
) -> Iterator[Finding]:
    for mine, other in ((ours[0], theirs[1]), (ours[1], theirs[0])):
        why = (
            f"article gives “{mine.quote}” where the reference gives “{other.quote}”:"
            " the two have changed places"
        )
        yield Finding(kind, Effect.OPPOSES, why, mine.span, other.span)


def _beside(one: Span, other: Span, side: Profile) -> _Sides:
    """The words that stand beside each of two figures and not beside both."""
    first, second = _around(one, side), _around(other, side)
    return first - second, second - first


def _around(place: Span, side: Profile) -> frozenset[str]:
    dated = any(period.span == place for period in side.periods)
    spans = [p.span for p in side.periods] if dated else [q.span for q in side.quantities]
    floor = max((s.end for s in spans if s.end <= place.start), default=0)
    roof = min((s.start for s in spans if s.start >= place.end), default=len(side.text))
    before, behind = side.text[floor : place.start], side.text[place.end : roof]
    before = _CLAUSE.split(before)[-1]
    behind = _CLAUSE.split(behind)[0]
    near = _WORD.findall(before.lower())[-_AHEAD:] + _WORD.findall(behind.lower())[:_BEHIND]
    return frozenset(stem(word) for word in near if word not in _EMPTY and len(word) > 2)
