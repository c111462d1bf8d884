"""Which of several references counts where they say different things of one matter.

What is out of date counts last; a publisher's newer word replaces its older one; the source that made a fact
known counts for more than one that repeats it, unless it is the older of the two. Anything else is a true
disagreement, and people say which is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Reference,
    Relation,
    SourceKind,
)
from factcheck.quantities import wording
from factcheck.verdict.alignment import Alignment, same_name
from factcheck.verdict.dates import same_period
from factcheck.verdict.marks import SCOPE
from factcheck.verdict.parts import Profile

_SIDES = {Relation.SUPPORTS: Relation.CONTRADICTS, Relation.CONTRADICTS: Relation.SUPPORTS}
_STAGE = SCOPE + "stage"


@dataclass(frozen=True, slots=True)
class _Voice:
    """A piece of evidence as it counts against others."""

    evidence: Evidence
    alignment: Alignment

    @property
    def stale(self) -> bool:
        return is_stale(self.evidence)


def without_outranked(evidence: Sequence[Evidence], laid: Sequence[Alignment]) -> tuple[Evidence, ...]:
    """`evidence`, with those made `related` that one of the other side outranks, each with a finding why.

    What is itself outranked outranks nothing. In which order they come is no matter. A finding of kind
    `FRESHNESS` says that the other is newer or the reference out of date, one of kind `OUTRANKED` that the
    other is the source itself.
    """
    voices = [_Voice(one, alignment) for one, alignment in zip(evidence, laid, strict=True)]
    against: dict[int, list[tuple[int, Finding]]] = {}
    for number, mine in enumerate(voices):
        other_side = _SIDES.get(mine.evidence.relation)
        for place, theirs in enumerate(voices):
            if other_side is not None and theirs.evidence.relation is other_side:
                why = _outranks(theirs, mine)
                if why is not None:
                    against.setdefault(number, []).append((place, why))
    return tuple(
        _outranked(
            one, [(evidence[place], why) for place, why in against.get(number, ()) if place not in against]
        )
        for number, one in enumerate(evidence)
    )


def is_stale(evidence: Evidence) -> bool:
    """Whether the reference is out of date by its own `valid_until` or successor."""
    return any(f.kind is FindingKind.FRESHNESS for f in evidence.findings)


def told_on(reference: Reference) -> date | None:
    """The day that the reference speaks of, else the day on which its source was published."""
    return reference.as_of or reference.source.published_at


def _outranked(one: Evidence, by: Sequence[tuple[Evidence, Finding]]) -> Evidence:
    if not by:
        return one
    _, why = min(by, key=lambda entry: (entry[1].kind is FindingKind.OUTRANKED, entry[0].reference.id))
    return replace(one, relation=Relation.RELATED, findings=(*one.findings, why))


def _outranks(mine: _Voice, theirs: _Voice) -> Finding | None:
    """Why `mine` counts for more than `theirs`; None where it does not."""
    ours, others = mine.evidence.reference, theirs.evidence.reference
    if mine.stale or theirs.stale:
        if mine.stale:
            return None
        return _why(FindingKind.FRESHNESS, f"{_named(ours)} says otherwise and is still valid")
    if not _one_matter(mine, theirs):
        return None
    new, old = told_on(ours), told_on(others)
    if _one_publisher(ours, others) and new is not None and old is not None and new > old:
        return _why(
            FindingKind.FRESHNESS,
            f"{_named(ours)} has said otherwise since: on {wording.day(new)}, this is of {wording.day(old)}",
        )
    not_older = new >= old if new is not None and old is not None else new is old
    if ours.source.kind is SourceKind.PRIMARY and others.source.kind is SourceKind.SECONDARY and not_older:
        return _why(FindingKind.OUTRANKED, f"{_named(ours)} is the source itself and says otherwise")
    return None


def _why(kind: FindingKind, message: str) -> Finding:
    return Finding(kind, Effect.OPEN, message)


def _named(reference: Reference) -> str:
    return reference.source.publisher or reference.source.title or "another reference"


def _one_publisher(one: Reference, other: Reference) -> bool:
    ours, theirs = (r.source.publisher.casefold().strip() for r in (one, other))
    return ours == theirs != ""


def _one_matter(mine: _Voice, theirs: _Voice) -> bool:
    """Whether the two tell of one thing, time, scope and measure, so that one can replace the other."""
    claim, ours, others = mine.alignment.claim, mine.alignment.reference, theirs.alignment.reference
    if claim.periods and not (ours.periods and others.periods):
        # The article names its time, and the references do not: the newer one may be of another.
        return False
    return (
        _same_periods(ours, others)
        and _scopes(ours) == _scopes(others)
        and _same_names(ours, others)
        and _same_unit(mine, theirs)
    )


def _same_periods(one: Profile, other: Profile) -> bool:
    return all(any(same_period(p, q) for q in other.periods) for p in one.periods) and all(
        any(same_period(q, p) for p in one.periods) for q in other.periods
    )


def _scopes(profile: Profile) -> frozenset[tuple[str, str]]:
    """What the figures are of; that one is provisional is why the other replaces it."""
    return frozenset(
        (mark.topic, mark.value)
        for mark in profile.marks
        if mark.topic.startswith(SCOPE) and mark.topic != _STAGE
    )


def _same_names(one: Profile, other: Profile) -> bool:
    return all(any(same_name(a, b) or same_name(b, a) for b in other.names) for a in one.names) and all(
        any(same_name(a, b) or same_name(b, a) for a in one.names) for b in other.names
    )


def _same_unit(mine: _Voice, theirs: _Voice) -> bool:
    """Whether the figures that settle it, if figures do, are of one unit and basis."""
    ours = {(q.unit, q.per) for q in mine.alignment.reference.quantities}
    others = {(q.unit, q.per) for q in theirs.alignment.reference.quantities}
    return bool(ours & others) or not (ours or others)
