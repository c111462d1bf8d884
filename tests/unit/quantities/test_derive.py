"""Figures that follow, or do not, from two figures of the references."""

import pytest

from factcheck.domain.evidence import Effect, FindingKind
from factcheck.domain.quantities import Direction
from factcheck.quantities.arithmetic import Operation
from factcheck.quantities.derive import derive, derive_span, trend
from factcheck.quantities.find import find_periods, find_quantities

FOLLOWS = [
    ("fell by 20%", "The total went from 906,000 to 728,000", Operation.CHANGE),
    ("fell by 20%", "It was 906,000 in 2023 and 728,000 in 2024", Operation.CHANGE),
    ("fell by 18%", "NOK 1.52bn, compared with NOK 1.85bn a year ago", Operation.CHANGE),
    (
        "about a fifth above that level",
        "It closed at NOK 371, after NOK 307.50 before the bid",
        Operation.CHANGE,
    ),
    ("leads by 27 points", "The poll has her on 58% and him on 31%", Operation.DIFFERENCE),
    ("Only 23 seconds", "The winner took 2:04:17, the runner-up 2:04:40", Operation.DIFFERENCE),
    ("employ 1,800 people", "It has 900 staff here, 600 there and 300 elsewhere", Operation.SUM),
    ("a margin of 1,285 votes", "He won by 18,940 votes to 17,655", Operation.DIFFERENCE),
    ("139 are left", "Of 3,000 ballots, 2,011 were counted and 850 were rejected", Operation.REMAINDER),
    ("Some 124 smelters", "Two in five of the 310 smelters lose money", Operation.PART),
    ("will cost $30,000 a bus", "It will spend $9.6 million on all 320 buses", Operation.QUOTIENT),
    ("spent about €63m", "It bought 18.5 million shares at €3.40", Operation.PRODUCT),
    ("more than doubled", "There were 97 thefts in 2024, against 41 the year before", Operation.RATIO),
    ("A quarter of doctors", "Sixteen of the 64 GPs", Operation.SHARE),
    ("nine-tenths of the fund", "£18m of its £20m fund", Operation.SHARE),
]


@pytest.mark.parametrize(("claim", "reference", "operation"), FOLLOWS)
def test_a_right_sum_is_found_and_shown(claim: str, reference: str, operation: Operation) -> None:
    found = derive(find_quantities(claim)[0], find_quantities(reference))
    assert found is not None
    assert (found.outcome, found.operation) == (Effect.AGREES, operation), found.message


FAILS = [
    ("fell by 30%", "The total fell from 906,000 to 728,000"),
    ("rose by 20%", "The total fell from 906,000 to 728,000"),
    ("is 21 points clear", "She is on 47% and her rival on 36%"),
    ("more than doubled", "It treated 46 injuries in 2023 and 71 in 2024"),
    ("Three in four wanted it", "Of the 160 present, 88 raised a hand"),
    ("a margin of more than 2,000 votes", "He had 18,940 votes to 17,655"),
    ("No more than a tenth", "It is losing 1,900 of its 12,400 employees"),
]


@pytest.mark.parametrize(("claim", "reference"), FAILS)
def test_a_wrong_sum_is_told_where_there_is_only_one_to_make(claim: str, reference: str) -> None:
    found = derive(find_quantities(claim)[0], find_quantities(reference))
    assert found is not None
    assert found.outcome is Effect.OPPOSES, found.message


def test_the_sum_is_shown() -> None:
    found = derive(find_quantities("fell by 20%")[0], find_quantities("from 906,000 to 728,000"))
    assert found is not None
    assert found.message == "from 906,000 to 728,000 is −19.6468%; article says 20%, which follows"
    assert found.named


def test_rounded_references_leave_a_fine_result_open() -> None:
    found = derive(find_quantities("rose by 24.4%")[0], find_quantities("rose from $1.2m to $1.5m"))
    assert found is not None
    assert found.outcome is Effect.OPEN
    assert "too rounded" in found.message
    far = derive(find_quantities("rose by 50.4%")[0], find_quantities("rose from $1.2m to $1.5m"))
    assert far is not None
    assert far.outcome is Effect.OPPOSES


def test_a_difference_has_no_direction_of_its_own() -> None:
    found = derive(
        find_quantities("23 percentage points less full")[0],
        find_quantities("38% full, against 61% last year"),
    )
    assert found is not None
    assert found.outcome is Effect.AGREES


def test_a_movement_the_other_way_is_named() -> None:
    found = derive(find_quantities("rose by 20%")[0], find_quantities("fell from 906,000 to 728,000"))
    assert found is not None
    assert found.kind is FindingKind.DIRECTION


def test_a_bound_is_not_met_by_adding_up() -> None:
    claim = find_quantities("more than 42,000 tonnes")[0]
    assert derive(claim, find_quantities("41,870 tonnes, 1,130 tonnes short, and 39,200 tonnes sold")) is None


def test_no_sum_is_made_up_from_many_figures() -> None:
    claim = find_quantities("fell by 30%")[0]
    assert derive(claim, find_quantities("There were 900 dogs, 640 cats and 410 birds")) is None
    assert derive(claim, ()) is None


def test_ordinals_and_scores_are_not_worked_out() -> None:
    assert derive(find_quantities("the third woman")[0], find_quantities("1 cat and 2 dogs")) is None


def test_years_between_two_dates() -> None:
    years = find_periods("Founded in 1897, it printed its last edition in 2022")
    found = derive_span(find_quantities("after 125 years in print")[0], *years)
    assert found is not None
    assert found.outcome is Effect.AGREES
    assert "from 1897 to 2022 are 125 years" in found.message


def test_an_age_follows_from_the_date_of_birth() -> None:
    born, day = find_periods("born on 12 March 1991; told on 4 November 2025")
    right, wrong = (find_quantities(f"Ada Holt, {age}, said")[0] for age in (34, 35))
    agreed, opposed = derive_span(right, born, day), derive_span(wrong, born, day)
    assert agreed is not None
    assert opposed is not None
    assert (agreed.outcome, opposed.outcome) == (Effect.AGREES, Effect.OPPOSES)


def test_an_age_from_years_alone_is_open_by_one() -> None:
    born, day = find_periods("born in 1991; told in 2025")
    found = derive_span(find_quantities("Ada Holt, 33, said")[0], born, day)
    assert found is not None
    assert found.outcome is Effect.OPEN


def test_trend() -> None:
    low, high = find_quantities("5 people and 9 people")
    assert trend(low, high) is Direction.UP
    assert trend(high, low) is Direction.DOWN
    assert trend(low, low) is None
    assert trend(low, find_quantities("5 miles")[0]) is None
