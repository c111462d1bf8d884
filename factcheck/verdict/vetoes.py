"""What keeps a claim from passing without a person though every word of it is carried.

Each is a way in which a sentence is false while a reference holds all its words: a part told of the whole,
what is said in a film or a hoax, another name that shares a word, figures of two things changed over. They
are wide on purpose: a claim held back wrongly costs a minute, one that passes wrongly is the worst failure.
"""

import re
from collections.abc import Sequence
from functools import cache

from factcheck.domain.evidence import Effect, Evidence, FindingKind
from factcheck.domain.quantities import Quantity
from factcheck.quantities.compare import comparable
from factcheck.verdict.aliases import alias_groups, core
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.lists import lines, words

_OF_AMOUNT = words("nearly almost half most least fewer less")
"""Limits that a claim may add to a figure that the reference gives exactly."""
_WORD = re.compile(r"[^\W_]+")
_PART_OF = re.compile(
    r"\b(?:of|among|out of|from)(?: (?:the|its|their|his|her|all|these|those|our|some))?\s*$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_YEAR_DIGITS = 4
_FEWEST_WORDS = 2
_MOST_FIGURES = 20
RIVAL = 0.5
"""A reference that contradicts with this probability keeps a claim from passing, whatever another says."""
_RIVAL_SIMILARITY = 0.55


def vetoed(evidence: Evidence, alignment: Alignment) -> bool:
    """Whether this reference may not let the claim pass, though nothing in it is open."""
    return (
        _is_too_little(alignment)
        or bool(alignment.near)
        or _is_limited(alignment)
        or _is_another_name(alignment)
        or _is_a_part(evidence, alignment)
        or _may_be_crossed(evidence, alignment)
        or _has_other_digits(alignment)
    )


def contradicted(evidence: Sequence[Evidence]) -> bool:
    """Whether any reference at all speaks against the claim, even one that counts for less."""
    return any(
        one.similarity >= _RIVAL_SIMILARITY
        and (
            one.p_contradicts >= RIVAL
            or any(f.effect is Effect.OPPOSES or f.kind is FindingKind.FRESHNESS for f in one.findings)
        )
        for one in evidence
    )


def _is_too_little(alignment: Alignment) -> bool:
    claim = alignment.claim
    return len(claim.words) < _FEWEST_WORDS or len(claim.quantities) > _MOST_FIGURES


def _is_limited(alignment: Alignment) -> bool:
    """Whether one side has a word that limits, denies or puts at a distance, and the other has not."""
    mine, theirs = (set(_WORD.findall(side.text.lower())) for side in (alignment.claim, alignment.reference))
    return bool((theirs - mine) & _limiting() or (mine - theirs) & (_limiting() - _OF_AMOUNT))


@cache
def _limiting() -> frozenset[str]:
    return frozenset(word for line in lines("limiting") for word in line.split())


def _is_another_name(alignment: Alignment) -> bool:
    """Whether a name answers to one of more words: "York" to "New York"; people may lose first names."""
    for number, place in alignment.names.items():
        if place < 0:
            continue
        name, other = alignment.claim.names[number], alignment.reference.names[place]
        mine, theirs = core(name.parts), core(other.parts)
        if mine == theirs or not alias_groups(mine).isdisjoint(alias_groups(theirs)):
            continue
        person = "person" in (name.kind, other.kind) and "place" not in (name.kind, other.kind)
        if not (person and mine[-1:] == theirs[-1:]):
            return True
    return False


def _is_a_part(evidence: Evidence, alignment: Alignment) -> bool:
    """Whether a figure is that of the whole in the reference ("three of the seven") and not in the claim."""
    for finding in evidence.findings:
        if finding.claim_span is None or finding.reference_span is None:
            continue
        before = alignment.reference.text[: finding.reference_span.start]
        mine = alignment.claim.text[: finding.claim_span.start]
        if _PART_OF.search(before) and not _PART_OF.search(mine):
            return True
    return False


def _may_be_crossed(evidence: Evidence, alignment: Alignment) -> bool:
    """Whether the reference has another figure of the kind, and the claim is not cut out of it whole."""
    if alignment.claim.text.strip(" .") in alignment.reference.text:
        return False
    for finding in evidence.findings:
        mine = _at(finding.claim_span, alignment.claim.quantities)
        theirs = _at(finding.reference_span, alignment.reference.quantities)
        if mine is None or theirs is None:
            continue
        rivals = [q for q in alignment.reference.quantities if q is not theirs and comparable(mine, q)]
        if any(q.value != theirs.value for q in rivals):
            return True
    return False


def _has_other_digits(alignment: Alignment) -> bool:
    """Whether a year, or digits that the grammar reads as nothing, are not in the reference."""
    claim = alignment.claim
    read = [q.span for q in claim.quantities] + [p.span for p in claim.periods]
    return any(
        found.group() not in alignment.reference.text
        and (
            len(found.group()) == _YEAR_DIGITS
            or not any(span.start <= found.start() < span.end for span in read)
        )
        for found in _DIGITS.finditer(claim.text)
    )


def _at(span: object, quantities: Sequence[Quantity]) -> Quantity | None:
    return next((q for q in quantities if q.span == span), None)
