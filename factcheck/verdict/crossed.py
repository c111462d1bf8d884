"""Two figures of the claim that have changed places: "£12m to features, £31m to series" the other way round."""

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Movement, Quantity
from factcheck.quantities.compare import comparable
from factcheck.verdict.lists import words
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import stem

_WORD = re.compile(r"[^\W\d_]+")
_AHEAD, _BEHIND = 6, 7
"""How many words before and behind a figure tell what it is a figure of."""
_EMPTY = words(
    "the a an and or but of in on at to by for with from as is was are were be been has have had it its that "
    "this these those which who per cent percent than more less about some nearly over under million billion "
    "thousand hundred he she they their his her them not no only just also while whereas against"
)
_MOST_FIGURES = 8
_ENDS = frozenset({Movement.BEFORE, Movement.AFTER})
_CLAUSE = re.compile(r"[;:]|,\s(?:while|whereas|but)\b")

def crossed(claim: Profile, reference: Profile) -> list[Finding]:
    """A finding for each figure of two that the reference gives the other way round.

    Said only where the words beside each figure are those beside the other in the reference, and none are
    its own. The ends of a movement are told apart by their direction and not here.
    """
    agreed = [(mine, theirs) for mine in claim.quantities if (theirs := _stated(mine, reference)) is not None]
    found = []
    for (a, other_a), (b, other_b) in combinations(agreed[:_MOST_FIGURES], 2):
        if a.value == b.value or not comparable(a, b) or a.unit in {"ordinal", "score"}:
            continue
        ours = _beside(a, b, claim)
        theirs = _beside(other_a, other_b, reference)
        straight = len(ours[0] & theirs[0]) + len(ours[1] & theirs[1])
        across = min(len(ours[0] & theirs[1]), len(ours[1] & theirs[0]))
        if straight == 0 and across:
            found.extend(_said(claim, reference, (a, b), (other_a, other_b)))
    return found


def _stated(mine: Quantity, reference: Profile) -> Quantity | None:
    """The one figure of the reference that is the claim's exactly."""
    same = [q for q in reference.quantities if (q.value, q.unit, q.high) == (mine.value, mine.unit, mine.high)]
    moved = mine.movement in _ENDS or any(q.movement in _ENDS for q in same)
    return same[0] if len(same) == 1 and not moved else None


def _said(
    claim: Profile, reference: Profile, ours: tuple[Quantity, Quantity], theirs: tuple[Quantity, Quantity]
) -> Iterator[Finding]:
    for mine, own, other in ((ours[0], *theirs), (ours[1], *reversed(theirs))):
        why = (
            f"article gives “{mine.quote}” where the reference gives “{other.quote}”:"
            " the two have changed places"
        )
        if mine.span.of(claim.text) and own.span.of(reference.text):
            yield Finding(FindingKind.NUMBER, Effect.OPPOSES, why, mine.span, other.span)


def _beside(one: Quantity, other: Quantity, side: Profile) -> tuple[frozenset[str], frozenset[str]]:
    """The words that stand beside each of two figures and not beside both."""
    first, second = _around(one, side), _around(other, side)
    return first - second, second - first


def _around(quantity: Quantity, side: Profile) -> frozenset[str]:
    spans = [q.span for q in side.quantities]
    floor = max((s.end for s in spans if s.end <= quantity.span.start), default=0)
    roof = min((s.start for s in spans if s.start >= quantity.span.end), default=len(side.text))
    before, behind = side.text[floor : quantity.span.start], side.text[quantity.span.end : roof]
    before = _CLAUSE.split(before)[-1]
    behind = _CLAUSE.split(behind)[0]
    near = _WORD.findall(before.lower())[-_AHEAD:] + _WORD.findall(behind.lower())[:_BEHIND]
    return frozenset(stem(word) for word in near if word not in _EMPTY and len(word) > 2)
