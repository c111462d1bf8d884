"""Rules on "more than" and "less than" without a figure, where the reference gives the figures of both."""

from collections.abc import Iterator

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Quantity
from factcheck.verdict.alignment import Alignment, same_word
from factcheck.verdict.lists import words
from factcheck.verdict.parts import Profile

_UP = words("higher more larger bigger greater above ahead")
_DOWN = words("lower less fewer smaller below behind")
_AGAINST = frozenset({"prep:than", "prep:of", "prep:above", "prep:below", "prep:behind"})


def ranks(alignment: Alignment) -> list[Finding]:
    """Whether the two figures of what the claim compares stand as it says; at most one finding."""
    claim, reference = alignment.claim, alignment.reference
    for word, subjects, other in _comparisons(claim):
        said = claim.text[claim.words[word].start : claim.words[word].end].lower()
        for first, second in _pairs(reference):
            if not _owned(alignment, first, subjects) or not _owned(alignment, second, (other,)):
                continue
            if first.value == second.value:
                continue
            holds = (first.value > second.value) == (said in _UP)
            return [
                Finding(
                    FindingKind.DIRECTION,
                    Effect.AGREES if holds else Effect.OPPOSES,
                    f"article says “{said}”, the reference gives {first.quote} against {second.quote}",
                    claim.words[word].span,
                    first.span,
                )
            ]
    return []


def _comparisons(claim: Profile) -> Iterator[tuple[int, tuple[int, ...], int]]:
    """The comparing word, who is compared, and with whom, as places in the claim's words."""
    for place, word in enumerate(claim.words):
        if claim.text[word.start : word.end].lower() not in _UP | _DOWN or word.negated:
            continue
        others = [n for n, w in enumerate(claim.words) if w.head == place and w.link in _AGAINST]
        deeds = [deed for deed in claim.predicates if deed.word == word.head]
        subjects = tuple(agent for deed in deeds for agent in (*deed.agents, *deed.patients))
        if not subjects:
            subjects = tuple(n for n, w in enumerate(claim.words) if w.head == place and w.link == "nsubj")
        for other in others:
            if subjects:
                yield place, subjects, other


def _pairs(reference: Profile) -> Iterator[tuple[Quantity, Quantity]]:
    plain = [q for q in reference.quantities if q.high is None and not q.vague and q.unit != "ordinal"]
    for first in plain:
        for second in plain:
            if first is not second and first.unit == second.unit and first.noun == second.noun:
                yield first, second


def _owned(alignment: Alignment, quantity: Quantity, names: tuple[int, ...]) -> bool:
    owner = alignment.reference.owner(quantity)
    return bool(owner) and any(same_word(alignment, name, own) for name in names for own in owner[:1])
