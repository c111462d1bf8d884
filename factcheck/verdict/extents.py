"""Rules on scope and extent."""

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.light import emphatic
from factcheck.verdict.marks import EXTENT, SCOPE
from factcheck.verdict.parts import Mark, Name, Profile

_METRICS = frozenset(
    SCOPE + topic
    for topic in (
        "average",
        "result",
        "harm",
        "election count",
        "measure",
        "inflation",
        "terms",
        "count",
        "capacity",
        "trade",
    )
)
_ALWAYS_ASKED = frozenset(
    SCOPE + topic for topic in ("trading session", "stage", "market", "inflation", "generality")
)
"""Scopes that change the figure, so that one side's silence on them leaves it open."""

_STAGE = SCOPE + "stage"

SAME_EVENT_COVERAGE = 0.6
"""From this share of carried words on, another extent is one of the same thing."""

_EXCLUDES = {
    "all": {"some", "most", "half", "none", "one of", "part"},
    "none": {"all", "some", "most", "half", "only", "part"},
    "most": {"none", "half"},
    "half": {"all", "none"},
    "some": {"none"},
    "most of all": {"ranked", "least of all"},
    "least of all": {"most of all", "ranked"},
    "ranked": {"most of all"},
    "first": {"last"},
    "last": {"first"},
}
_TELLING = frozenset(
    {"all", "most", "none", "only", "first", "last", "most of all", "least of all", "ranked", "half"}
)
"""Extents that say more than the bare sentence; a reference without them does not settle it."""

_SINGLING_OUT = frozenset({"only", "first", "last", "most of all", "least of all", "ranked"})


def scopes(alignment: Alignment) -> list[Finding]:
    """Different scopes or measures: both sides name one of the same topic, and none in common."""
    found: list[Finding] = []
    mine, theirs = _by_topic(alignment.claim, SCOPE), _by_topic(alignment.reference, SCOPE)
    for topic, marks in mine.items():
        others = theirs.get(topic)
        values = {mark.value for mark in marks}
        kind = FindingKind.METRIC if topic in _METRICS else FindingKind.SCOPE
        if others is None:
            if topic in _ALWAYS_ASKED:
                mark = marks[0]
                found.append(
                    Finding(
                        kind,
                        Effect.OPEN,
                        f"the reference does not say that it is about “{mark.span.of(alignment.claim.text)}”",
                        mark.span,
                    )
                )
            continue
        extra = values - {mark.value for mark in others}
        if not extra:
            continue
        mark = next(m for m in marks if m.value in extra)
        other = next((m for m in others if m.value not in values), others[0])
        found.append(
            Finding(
                kind,
                Effect.OPEN,
                f"article speaks of {mark.value}, reference of {other.value} ({topic.removeprefix(SCOPE)})",
                mark.span,
                other.span,
            )
        )
    for topic, marks in theirs.items():
        if topic not in mine and topic in _ALWAYS_ASKED:
            kind = FindingKind.METRIC if topic in _METRICS else FindingKind.SCOPE
            if topic == _STAGE:
                # A provisional figure is the same figure; only whether it is final is open.
                kind = FindingKind.WORDING
            found.append(
                Finding(
                    kind,
                    Effect.OPEN,
                    f"the reference speaks of {marks[0].value} only ({topic.removeprefix(SCOPE)})",
                    None,
                    marks[0].span,
                )
            )
    return found


def extents(alignment: Alignment) -> list[Finding]:
    """All, most, some, none, only, first, largest: said on one side and excluded or not said on the other."""
    found: list[Finding] = []
    mine = [mark for mark in alignment.claim.marks if mark.topic == EXTENT]
    theirs = [mark for mark in alignment.reference.marks if mark.topic == EXTENT]
    claimed, given = {mark.value for mark in mine}, {mark.value for mark in theirs}
    for mark in mine:
        if mark.value in ("most", "half", "part") and _is_figure(alignment, mark):
            continue
        if mark.value == "only" and emphatic(alignment.claim, mark.start, mark.end):
            continue
        words = f"“{mark.span.of(alignment.claim.text)}”"
        if mark.value == "most of all" and "ranked" in given - claimed and not alignment.verbatim:
            found.append(
                Finding(
                    FindingKind.QUANTIFIER,
                    Effect.OPEN,
                    f"the reference gives a lower rank too, so that {words} may not hold",
                    mark.span,
                    next(m.span for m in theirs if m.value == "ranked"),
                )
            )
        if mark.value in given:
            beside = None if alignment.verbatim else _someone_else(alignment, mark, theirs)
            place = narrower(alignment) if mark.value in _SINGLING_OUT else None
            if place is not None and beside is None and not alignment.verbatim:
                told = place.of(alignment.reference.text)
                why = f"the reference says {words} of “{told}” only"
                beside = Finding(FindingKind.QUANTIFIER, Effect.OPEN, why, mark.span, place)
            if beside is not None:
                found.append(beside)
            continue
        rival = next(
            (m for m in theirs if m.value in _EXCLUDES.get(mark.value, ()) and m.value not in claimed), None
        )
        if rival is not None:
            apart = mark.value in _SINGLING_OUT and narrower(alignment) is not None
            apart = apart or alignment.coverage < SAME_EVENT_COVERAGE
            found.append(
                Finding(
                    FindingKind.QUANTIFIER,
                    Effect.OPEN if apart else Effect.OPPOSES,
                    f"article says {words}, reference says “{rival.span.of(alignment.reference.text)}”",
                    mark.span,
                    rival.span,
                )
            )
        elif mark.value in _TELLING:
            found.append(
                Finding(FindingKind.QUANTIFIER, Effect.OPEN, f"the reference does not say {words}", mark.span)
            )
    return found


def narrower(alignment: Alignment) -> Span | None:
    """The place that the reference is about, where the claim names none: its rank there is another rank."""
    if alignment.claim.names:
        return None
    placed = {"place", "people"}
    return next(
        (
            name.span
            for name in alignment.reference.names
            if name.kind in placed and _is_told_of(alignment, name)
        ),
        None,
    )


def _is_told_of(alignment: Alignment, name: Name) -> bool:
    """Whether the name is what the sentence is about or where it holds, and no part of a source's name."""
    return any(
        word.link in ("nsubj", "nsubjpass", "prep:in", "prep:across", "poss", "amod")
        for word in alignment.reference.words
        if name.start <= word.start < name.end
    )


def _is_figure(alignment: Alignment, mark: Mark) -> bool:
    """Whether the mark is a share ("more than half"), which is compared as a figure."""
    return any(quantity.span.overlaps(mark.span) for quantity in alignment.claim.quantities)


def _someone_else(alignment: Alignment, mark: Mark, theirs: list[Mark]) -> Finding | None:
    """Whether "only", "first" or "largest" stands beside another name in the reference than in the claim."""
    if mark.value not in _SINGLING_OUT or not alignment.claim.names or not alignment.reference.names:
        return None
    mine = min(
        range(len(alignment.claim.names)), key=lambda n: _gap(alignment.claim.names[n].span, mark.span)
    )
    place = alignment.names.get(mine, -1)
    if place < 0:
        return None
    names = alignment.reference.names
    for other in (m for m in theirs if m.value == mark.value):
        nearest = min(range(len(names)), key=lambda n: _gap(names[n].span, other.span))
        if nearest == place:
            return None
        rival = names[nearest]
    return Finding(
        FindingKind.QUANTIFIER,
        Effect.OPEN,
        f"“{mark.span.of(alignment.claim.text)}” stands beside “{rival.span.of(alignment.reference.text)}” "
        "in the reference",
        mark.span,
        rival.span,
    )


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _by_topic(profile: Profile, prefix: str) -> dict[str, list[Mark]]:
    topics: dict[str, list[Mark]] = {}
    for mark in profile.marks:
        if mark.topic.startswith(prefix):
            topics.setdefault(mark.topic, []).append(mark)
    return topics
