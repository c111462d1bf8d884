"""What stands around a written period: "early", "since", and the second date of a stretch."""

from collections.abc import Sequence
from typing import Final

from factcheck.domain.quantities import Edge
from factcheck.quantities.period_forms import PeriodForm, Shape
from factcheck.quantities.tokens import Token
from factcheck.quantities.wordlist import words

_EDGES: Final = {
    "since": Edge.SINCE,
    "until": Edge.UNTIL,
    "till": Edge.UNTIL,
    "by": Edge.BY,
    "before": Edge.BEFORE,
    "after": Edge.AFTER,
}

_LINKS: Final = frozenset({"and", "to", "-", "–", "—", "until"})

_STRETCHED: Final = frozenset({Shape.MONTH, Shape.YEAR, Shape.DECADE, Shape.RELATIVE, Shape.YEARS})

_CENTURY = 99
_STRETCHED_WORDS: Final = frozenset({"", "week", "month", "quarter", "year", "decade"})


def take_in_stretch(tokens: Sequence[Token], form: PeriodForm, earlier: list[PeriodForm]) -> None:
    """Take in "early", "mid" or "late" before the form: "late 2020", "mid-May", "the early 1990s"."""
    i = form.start_token - 1
    i -= i > 0 and tokens[i].text in _DASHES
    if i < (earlier[-1].end_token if earlier else 0) or form.part or form.shape not in _STRETCHED:
        return
    if form.shape is Shape.YEARS and form.count != _CENTURY:
        return
    if tokens[i].low in {"early", "mid", "late"} and form.word in _STRETCHED_WORDS:
        form.stretch, form.start_token = tokens[i].low, i


_DASHES: Final = frozenset({"-", "–", "‑"})

_PUT_OFF: Final = frozenset(
    words("moved postponed delayed pushed put brought changed rescheduled shifted deferred switched")
)
"""Verbs after which "from 2 May to 3 June" are two dates and no stretch of days."""


def spans(tokens: Sequence[Token], first: PeriodForm, second: PeriodForm) -> bool:
    """Whether two dates are the ends of one stretch: "28 May to 3 June 2024"."""
    if not first.shape is second.shape is Shape.DAY or second.start_token - first.end_token != 1:
        return False
    if tokens[first.end_token].low not in {"to", "-", "–", "—"}:
        return False
    if first.year is not None and second.year is not None and second.year - first.year > 1:
        # The days of a birth and a death are two dates.
        return False
    behind = first.start_token - 1
    return not any(token.low in _PUT_OFF for token in tokens[max(0, behind - 6) : max(0, behind + 1)])


def extend(first: PeriodForm, second: PeriodForm) -> None:
    """Make `first` the stretch of days that ends with `second`."""
    ends = (second.month or 1) * 100 + (second.day or 1)
    if first.year is not None and second.year is not None:
        first.offset = second.year - first.year
    else:
        first.offset = int(ends <= (first.month or 1) * 100 + (first.day or 1))
    first.shape, first.count = Shape.SPAN, ends
    first.end_token, first.end = second.end_token, second.end


def finish(tokens: Sequence[Token], form: PeriodForm, earlier: list[PeriodForm]) -> None:
    """Set offsets and the edge, and let "3 January and 14 March 2025" share its year."""
    form.start, form.end = tokens[form.start_token].start, tokens[form.end_token - 1].end
    i = form.start_token - 1
    if i >= 0 and tokens[i].low in {"the", "about", "around", "early", "late"}:
        i -= 1
    if i >= 0:
        form.edge = _EDGES.get(tokens[i].low)
        if tokens[i].low == "to" and i > 0 and tokens[i - 1].low in {"up", "prior"}:
            form.edge = Edge.UNTIL if tokens[i - 1].low == "up" else Edge.BEFORE
        if tokens[i].low == "for" and i > 1 and tokens[i - 1].low == "time" and tokens[i - 2].low == "in":
            form.edge = Edge.BY
    if not earlier or form.year is None or form.month is None:
        return
    before = earlier[-1]
    linked = form.start_token - before.end_token == 1 and tokens[before.end_token].low in _LINKS
    if (
        linked
        and before.year is None
        and before.month is not None
        and before.shape in {Shape.DAY, Shape.MONTH}
    ):
        before.year = form.year - (before.month > form.month)
