"""Rules on dates and periods: each of the claim's against the likest of the reference."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Edge, Grain, Period
from factcheck.quantities.compare import compare_periods
from factcheck.quantities.date_sums import date_sum, tells_a_step
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.crossed import crossed
from factcheck.verdict.elsewhere import ELSEWHERE
from factcheck.verdict.marks import EXTENT
from factcheck.verdict.specifics import is_telling

SAME_EVENT = 0.2
"""From these log-odds on (0.62) another date is a wrong date and not another event's.

They and what adds up to them were fitted as those of `same_thing` were.
"""

_START = -0.3
_GRAIN = {Grain.DAY: 0.7, Grain.MONTH: 0.3, Grain.YEAR: -0.6}
_SAME_FIGURE, _OTHER_FIGURE = 0.7, -1.7
_ANOTHER_DATE = -1.0
_CARRIED_WORD, _MOST_WORDS = 0.2, 8
_STEP = -1.2
_MISSING_NAME = -0.6
_MISSING_SUBJECT = -0.4
_ELSEWHERE_SAID = -0.5

SAME_RECORD = 0.5
"""From this share of carried words on, two records "since …" are taken for the same."""

RECENT, HISTORY = 330, 15 * 365
"""Days before the article: what ended less long ago may be its "now", what ended longer ago is history."""

_ONCE = frozenset({"most of all", "least of all", "first"})


def periods(alignment: Alignment, compared: Sequence[Finding]) -> list[Finding]:
    """One finding for each period of the claim; `compared` is what was found of its quantities."""
    differ = any(finding.effect is Effect.OPPOSES for finding in compared)
    across = {f.claim_span: f for f in crossed(alignment.claim, alignment.reference)}
    return [
        across.get(period.span) or _period(period, alignment, figures_differ=differ)
        for period in alignment.claim.periods
    ]


def same_period(mine: Period, theirs: Period) -> bool:
    """Whether the reference's period holds for the claim's, or neither is dated and both say the same."""
    return _undated_alike(mine, theirs) or compare_periods(mine, theirs).outcome is Effect.AGREES


def _undated_alike(mine: Period, theirs: Period) -> bool:
    return mine.first is None and theirs.first is None and mine.quote.lower() == theirs.quote.lower()


def _period(mine: Period, alignment: Alignment, *, figures_differ: bool) -> Finding:
    for theirs in alignment.reference.periods:
        if _undated_alike(mine, theirs):
            # Nothing dates either side, so that the same words are all that can be asked for.
            return Finding(
                FindingKind.PERIOD, Effect.AGREES, f"both say “{mine.quote}”", mine.span, theirs.span
            )
    compared = [(compare_periods(mine, theirs), theirs) for theirs in _unanswered(mine, alignment)]
    if not compared:
        return Finding(
            FindingKind.PERIOD,
            Effect.OPEN,
            f"the reference does not say “{mine.quote}”",
            mine.span,
        )
    order = {Effect.AGREES: 0, Effect.OPPOSES: 1, Effect.OPEN: 2}
    comparison, theirs = min(
        compared,
        key=lambda pair: (
            order[pair[0].outcome],
            pair[1].edge is not mine.edge,
            pair[1].grain is not mine.grain,
            pair[1].span,
        ),
    )
    finding = Finding(comparison.kind, comparison.outcome, comparison.message, mine.span, theirs.span)
    if finding.effect is Effect.AGREES:
        return finding
    claim, reference = alignment.claim, alignment.reference
    stepped = tells_a_step(claim.text, claim.quantities) or tells_a_step(reference.text, reference.quantities)
    reached = date_sum(
        mine,
        reference.periods,
        f"{claim.text} {reference.text}",
        claim.quantities + reference.quantities,
    )
    if reached is not None:
        return Finding(FindingKind.DATE, Effect.AGREES, reached.message, mine.span, reached.base.span)
    if _one_record(mine, theirs, alignment):
        why = f"{finding.message}; the reference has the same figure for the same record"
        return replace(finding, kind=FindingKind.DATE, effect=Effect.OPPOSES, message=why)
    excludes = _another_record(mine, theirs, alignment) or (
        comparison.apart and not figures_differ and _is_same_event(mine, alignment, stepped=stepped)
    )
    if excludes:
        return replace(finding, kind=FindingKind.DATE, effect=Effect.OPPOSES)
    return replace(finding, effect=Effect.OPEN)


def _unanswered(mine: Period, alignment: Alignment) -> list[Period]:
    """The reference's periods without those that another of the claim's is, where any are left."""
    others = [p for p in alignment.claim.periods if p is not mine]
    left = [
        theirs
        for theirs in alignment.reference.periods
        if same_period(mine, theirs) or not any(p.quote.lower() == theirs.quote.lower() for p in others)
    ]
    return left or list(alignment.reference.periods)


def past(alignment: Alignment, compared: Sequence[Finding], published_at: date | None) -> list[Finding]:
    """Whether a different figure of the reference is that of an earlier year, while the claim speaks of now.

    What lies further back than `HISTORY` is history, of which there is one account.
    """
    if published_at is None or alignment.claim.periods:
        return []
    told = [period for period in alignment.reference.periods if period.last is not None]
    differ = any(finding.effect is Effect.OPPOSES for finding in compared)
    if not differ or not told or any(_is_recent(period, published_at) for period in told):
        return []
    latest = max(told, key=lambda period: period.last or date.min)
    why = f"the reference speaks of {latest.quote}, the article names no time"
    return [Finding(FindingKind.PERIOD, Effect.OPEN, why, None, latest.span)]


def _is_recent(period: Period, published_at: date) -> bool:
    return period.last is None or not RECENT < (published_at - period.last).days < HISTORY


def _one_record(mine: Period, theirs: Period, alignment: Alignment) -> bool:
    """Whether a record or peak is told with the reference's own figure, but at another time."""
    if mine.first is None or theirs.last is None or theirs.first is None or mine.last is None:
        return False
    apart = mine.first > theirs.last or theirs.first > mine.last
    if not apart or not (mine.edge is None is theirs.edge) or alignment.missing_names:
        return False
    sides = (alignment.claim, alignment.reference)
    if not all(any(m.topic == EXTENT and m.value in _ONCE for m in side.marks) for side in sides):
        return False
    return any(
        a.value == b.value and is_telling(a)
        for a in alignment.claim.quantities
        for b in alignment.reference.quantities
    )


def _another_record(mine: Period, theirs: Period, alignment: Alignment) -> bool:
    """Whether both tell of a record "since …", of the same thing but not since the same time."""
    return (
        mine.edge is Edge.SINCE
        and theirs.edge is Edge.SINCE
        and alignment.coverage >= SAME_RECORD
        and any(mark.topic == EXTENT and mark.value in _ONCE for mark in alignment.claim.marks)
    )


def _is_same_event(mine: Period, alignment: Alignment, *, stepped: bool) -> bool:
    """Whether a different date is a wrong one: of one event, told alike and with the same figures."""
    claim, reference = alignment.claim, alignment.reference
    told = {(q.value, q.unit) for q in reference.quantities}
    agreed = sum((q.value, q.unit) in told for q in claim.quantities)
    odds = _START + _GRAIN.get(mine.grain, 0.0)
    odds += _SAME_FIGURE * min(agreed, 2) + _OTHER_FIGURE * (len(claim.quantities) - agreed)
    odds += _ANOTHER_DATE * (len(_unanswered(mine, alignment)) - 1)
    if stepped:
        odds += _STEP
    if alignment.missing_names:
        odds += _MISSING_NAME
    if not alignment.subject_carried:
        odds += _MISSING_SUBJECT
    if (claim.tokens - reference.tokens) & ELSEWHERE:
        odds += _ELSEWHERE_SAID
    return odds + _CARRIED_WORD * min(len(alignment.words), _MOST_WORDS) >= SAME_EVENT
