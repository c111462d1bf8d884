"""Figures that follow from those of a reference by one step."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities.date_sums import date_sum, tells_a_step
from factcheck.quantities.find import find_periods, find_quantities
from factcheck.quantities.left_out import lent_units
from factcheck.quantities.percent_points import points_for_percent
from factcheck.quantities.workings import work_out


def worked(claim: str, reference: str) -> str | None:
    spoken = frozenset(f"{claim} {reference}".lower().replace(".", " ").replace(",", " ").split())
    found = work_out(find_quantities(claim)[0], find_quantities(reference), spoken)
    return found.message if found is not None else None


FOLLOWS = [
    (
        "a limit of 31,000 tonnes",
        "38,000 tonnes, which is 7,000 tonnes over it",
        "38,000 tonnes − 7,000 tonnes",
    ),
    ("174,000 euros a year", "14,500 euros a month", "12 × 14,500 EUR"),
    ("a fund of €16.5m", "A fifth of it, €3.3m, is spent", "as 20% of a whole"),
    ("It made €25m", "It made €12.5m, half of the old sum", "as 50% of a whole"),
    ("5.4% were charged", "94.6% were not charged", "100% − 94.6%"),
    ("37.8% goes on both", "29.6% goes on rent and 8.2% on heating", "29.6% + 8.2%"),
    ("a mean of 960 tonnes", "on average 1,040 tonnes by day and 880 tonnes by night", "÷ 2"),
    ("€150 for each", "26 tonnes cost €3,900", "3,900 EUR ÷ 26"),
    ("the 13th place", "12th, 1 place ahead", "12th + 1"),
]


@pytest.mark.parametrize(("claim", "reference", "sum_"), FOLLOWS)
def test_a_sum_is_shown(claim: str, reference: str, sum_: str) -> None:
    message = worked(claim, reference)
    assert message is not None
    assert sum_ in message
    assert message.endswith("which follows")


def test_nobody_takes_a_share_for_its_rest_unasked() -> None:
    assert worked("51% is owned by Marlow", "49% is owned by Marlow") is None


def test_shares_differ_by_points_and_not_by_per_cent() -> None:
    assert worked("up by 9%", "It was 59% and is now 68%") is None
    slip = points_for_percent(
        find_quantities("It rose by 9%")[0], find_quantities("It was 59% and is now 68%")
    )
    assert slip is not None
    assert "9 percentage points" in slip.message
    right = points_for_percent(
        find_quantities("It rose by 15%")[0], find_quantities("It was 59% and is now 68%")
    )
    assert right is None


def test_a_bound_or_too_many_figures_follow_from_nothing() -> None:
    assert worked("more than 300 tonnes", "100 tonnes and 250 tonnes") is None
    many = ", ".join(f"{n}1 tonnes" for n in range(1, 12))
    assert worked("32 tonnes", many) is None


@given(st.integers(101, 99_999), st.integers(101, 99_999))
def test_what_is_added_up_follows_and_with_a_digit_changed_does_not(a: int, b: int) -> None:
    reference = f"It sold {a} tonnes of rye and {b} tonnes of oats."
    total = a + b
    assert worked(f"It sold {total} tonnes", reference) is not None
    step = find_quantities(f"{total} tonnes")[0].step or Decimal(1)
    wrong = total + 3 * int(step / 1000 or 1) if step else total + 3
    message = worked(f"It sold {wrong + abs(a - b) % 2} tonnes", reference)
    assert message is None or "+" not in message or abs(wrong - total) <= int(step)


def test_the_unit_of_a_neighbour_is_lent_to_a_bare_figure_alone() -> None:
    lent = lent_units(find_quantities("31 hours by lorry, 26 by rail and 70 trucks"))
    assert [q.unit if q else None for q in lent] == [None, "second", None]
    # What something fell by is no unit of what it fell from.
    assert lent_units(find_quantities("fell 4% to 1,200"))[1] is None


def test_a_day_follows_from_another_and_a_stretch_of_time() -> None:
    claim = find_periods("They left on 18 October")[0]
    text = "They had been held since 6 September and left 42 days later"
    found = date_sum(claim, find_periods(text), text, find_quantities(text))
    assert found is not None
    assert "42 days" in found.message
    wrong = find_periods("They left on 19 October")[0]
    assert date_sum(wrong, find_periods(text), text, find_quantities(text)) is None


def test_a_year_follows_from_another_and_years() -> None:
    text = "It opened in 2019, two years before the mill"
    found = date_sum(find_periods("in 2021")[0], find_periods(text), text, find_quantities(text))
    assert found is not None
    assert date_sum(find_periods("in 2022")[0], find_periods(text), text, find_quantities(text)) is None


def test_a_step_from_day_to_day_is_told() -> None:
    for text in ("and the next morning they left", "a fortnight later it closed", "on the eve of the vote"):
        assert tells_a_step(text, find_quantities(text)), text
    assert not tells_a_step("It cost 42 crowns", find_quantities("It cost 42 crowns"))
