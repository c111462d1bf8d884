"""Rules on scope, extent and certainty."""

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.marks import CUE, EXTENT, SCOPE
from factcheck.verdict.parts import Mark, Profile

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
_ALWAYS_ASKED = frozenset(SCOPE + topic for topic in ("trading session", "stage", "market", "inflation"))
"""Scopes that change the figure, so that one side's silence on them leaves it open."""

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

_CERTAINTY_WORDS = {
    "": "a fact",
    "forecast": "a forecast or a plan",
    "possible": "a possibility",
    "alleged": "an allegation or a belief",
    "opinion": "an opinion",
    "condition": "a condition",
    "ought": "a demand",
}


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
            if beside is not None:
                found.append(beside)
            continue
        rival = next(
            (m for m in theirs if m.value in _EXCLUDES.get(mark.value, ()) and m.value not in claimed), None
        )
        if rival is not None:
            found.append(
                Finding(
                    FindingKind.QUANTIFIER,
                    Effect.OPPOSES,
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


def certainties(alignment: Alignment) -> list[Finding]:
    """A fact on one side and a forecast, plan, allegation, opinion or condition on the other."""
    claim, reference = alignment.claim, alignment.reference
    for mine, theirs in alignment.words.items():
        word, other = claim.words[mine], reference.words[theirs]
        if word.tag != "v" or other.tag not in "vn" or word.certainty == other.certainty:
            continue
        return [_certainty(word.certainty, other.certainty, word, other)]
    said = {mark.value: mark for mark in claim.marks if mark.topic == CUE}
    given = {mark.value: mark for mark in reference.marks if mark.topic == CUE}
    for kind in ("opinion", "alleged", "forecast", "possible"):
        if (kind in said) != (kind in given):
            return [
                _certainty(
                    kind if kind in said else "",
                    kind if kind in given else "",
                    said.get(kind),
                    given.get(kind),
                )
            ]
    sure = {word.certainty for word in reference.words if word.tag == "v"}
    for number in alignment.missing:
        word = claim.words[number]
        if word.tag == "v" and word.certainty and word.certainty not in sure:
            return [_certainty(word.certainty, "", word, None)]
    return []


def _certainty(mine: str, theirs: str, word: object, other: object) -> Finding:
    return Finding(
        FindingKind.CERTAINTY,
        Effect.OPEN,
        f"the article states it as {_CERTAINTY_WORDS[mine]}, the reference as {_CERTAINTY_WORDS[theirs]}",
        getattr(word, "span", None),
        getattr(other, "span", None),
    )


def _by_topic(profile: Profile, prefix: str) -> dict[str, list[Mark]]:
    topics: dict[str, list[Mark]] = {}
    for mark in profile.marks:
        if mark.topic.startswith(prefix):
            topics.setdefault(mark.topic, []).append(mark)
    return topics
