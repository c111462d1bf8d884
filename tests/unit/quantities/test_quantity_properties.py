"""What holds for any text and any figure."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect
from factcheck.domain.quantities import Hedge, Quantity
from factcheck.quantities.compare import comparable, compare_periods, compare_quantities
from factcheck.quantities.derive import derive
from factcheck.quantities.find import find_periods, find_quantities
from factcheck.quantities.hedge_words import HEDGES_BEFORE
from factcheck.quantities.lexicon import MULTIPLES, ORDINALS, PARTS, SCALES, SMALL, TENS, VAGUE, VULGAR
from factcheck.quantities.tolerance import allowed
from factcheck.quantities.units import BY_PHRASE, from_canonical, to_canonical

WORDS = """
a an the of in and half to from by between last next this since until Q1 H2 January March May Tuesday old per
cent year-old 2024 1999 5 12 31 0 00 007 1,234 3.5 9999999999999999 ２０ ٣ ² 22:00 pm - – − / . , : ; ( ) $
€ £ % + ° m p k bn C F US NOK Rs rose fell 5th 2023-24 Christmas ' ’
"""
SIGNS = ["\u00a0", "\u2009", "\u202f", "\n", "\U0001f600", "\u0301", "\u202e"]
LISTS = (SMALL, TENS, SCALES, PARTS, VULGAR, ORDINALS, MULTIPLES, VAGUE, BY_PHRASE, HEDGES_BEFORE)
PIECES = [*(word for words in LISTS for word in words), *WORDS.split(), *SIGNS]

hostile = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join),
    st.lists(st.sampled_from(PIECES).map(str.title), max_size=16).map(" ".join),
)
anchors = st.one_of(st.none(), st.dates())


@given(hostile, anchors)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_without_fault(text: str, anchor: date | None) -> None:
    quantities, periods = find_quantities(text), find_periods(text, anchor)
    spans = [*(q.span for q in quantities), *(p.span for p in periods)]
    for span, quote in [*((q.span, q.quote) for q in quantities), *((p.span, p.quote) for p in periods)]:
        assert span.of(text) == quote
        assert quote
    ordered: list[Span] = sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(ordered))
    assert [q.span for q in quantities] == sorted(q.span for q in quantities)
    for period in periods:
        assert (period.first is None) == (period.last is None)
        assert period.first is None or (period.last is not None and period.first <= period.last)


@given(hostile, hostile, anchors)
@settings(max_examples=300, deadline=None)
def test_any_two_finds_can_be_compared(ours: str, theirs: str, anchor: date | None) -> None:
    claims, references = find_quantities(ours), find_quantities(theirs)
    for claim in claims[:3]:
        derive(claim, references)
        for reference in references[:3]:
            assert comparable(claim, reference) is comparable(reference, claim)
            assert compare_quantities(claim, reference).message
    for a in find_periods(ours, anchor)[:2]:
        assert compare_periods(a, a).outcome is not Effect.OPPOSES
        for b in find_periods(theirs, anchor)[:2]:
            assert compare_periods(a, b).message


@given(st.integers(1, 999_999), st.integers(0, 4))
@settings(max_examples=200, deadline=None)
def test_a_correct_rounding_is_accepted_and_one_step_off_is_not(digits: int, places: int) -> None:
    """Any percentage, rounded to the places written, agrees; the neighbours of that rounding do not."""
    exact = Decimal(digits).scaleb(-4)
    step = Decimal(1).scaleb(-places)
    rounded = exact.quantize(step)
    reference = find_quantities(f"{exact:f}%")[0]
    assert compare_quantities(find_quantities(f"{rounded:f}%")[0], reference).outcome is Effect.AGREES
    # A tie can be rounded either way, so the neighbour is wrong only where the value is no tie.
    if places < 4 and (exact / step) % 1 != Decimal("0.5"):
        off = find_quantities(f"{rounded + step:f}%")[0]
        assert compare_quantities(off, reference).outcome is Effect.OPPOSES


@given(st.decimals(1, 10**6, places=2), st.decimals(1, 10**6, places=2), st.sampled_from(list(Hedge)))
@settings(max_examples=300, deadline=None)
def test_hedges_are_monotone(value: Decimal, other: Decimal, hedge: Hedge) -> None:
    """Between the figure and a value that its hedge covers, everything is covered too."""
    figure = Quantity(Span(0, 1), "x", value, "USD", hedge=hedge, step=Decimal("0.01"))
    fits = allowed(figure)
    if fits.holds(other):
        between = (value + other) / 2
        assert fits.holds(between)
    if fits.holds(other):
        assert fits.may_hold(other)
    if hedge in {Hedge.OVER, Hedge.JUST_OVER}:
        assert not fits.holds(value)
        assert not fits.holds(value - abs(other))
    if hedge in {Hedge.UNDER, Hedge.NEARLY}:
        assert not fits.holds(value)
        assert not fits.holds(value + abs(other))


@given(st.decimals(-(10**6), 10**6, places=3), st.sampled_from(sorted(BY_PHRASE)))
@settings(max_examples=200, deadline=None)
def test_conversion_there_and_back_changes_nothing(value: Decimal, phrase: str) -> None:
    unit = BY_PHRASE[phrase]
    for difference in (False, True):
        there = to_canonical(value, unit, difference=difference)
        back = from_canonical(there, unit, difference=difference)
        assert abs(back - value) <= Decimal("1e-9")


HOSTILE_RUNS = (
    """
9|1,|111,|1.|1-|$|half of a |hundred thousand |million |one | |5 to |two and |from 5 to 6 |a|a1|1/|10:|1\x20
between 5 and |3 months to |January to |nine in |5 per |2019-|last |aged 5 |1-2 |a-1-|rose |Monday, |’90s
111\u00a0
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("piece", HOSTILE_RUNS)
def test_a_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    """A quadratic rule would make this run for minutes; how fast it is, `factcheck bench speed` tells."""
    text = piece * (80_000 // len(piece))
    for quantity in find_quantities(text):
        assert quantity.span.of(text) == quantity.quote
    for period in find_periods(text, date(2025, 1, 1)):
        assert period.span.of(text) == period.quote
