"""Movements: which way a figure went, and whether it is the way, the start or the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.domain.quantities import Direction, Hedge, Movement

Yields = Callable[[str, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of a movement: which way, which part of it, and whose movement it is."""

    quote: str
    value: str
    direction: Direction | None
    movement: Movement | None
    subject: str | None = None
    unit: str = "percent"
    hedge: Hedge = Hedge.EXACT


UP, DOWN = Direction.UP, Direction.DOWN
BY, FROM, TO = Movement.CHANGE, Movement.BEFORE, Movement.AFTER
THIRD = "33.3333333333333333"

SINGLE: tuple[tuple[str, Moved], ...] = (
    ("Rents rose 4%", Moved("4%", "4", UP, BY, "Rents")),
    ("Rents rose by 4%", Moved("4%", "4", UP, BY, "Rents")),
    ("Rents rose by nearly 4%", Moved("nearly 4%", "4", UP, BY, "Rents", hedge=Hedge.NEARLY)),
    ("Rents are up 4%", Moved("4%", "4", UP, BY, "Rents")),
    ("Rents were down nearly 4%", Moved("nearly 4%", "4", DOWN, BY, "Rents", hedge=Hedge.NEARLY)),
    ("Rents rose to £40", Moved("£40", "40", UP, TO, "Rents", "GBP")),
    ("Rents fell from £40", Moved("£40", "40", DOWN, FROM, "Rents", "GBP")),
    ("Rents fell by a third", Moved("a third", THIRD, DOWN, BY, "Rents")),
    ("Rents fell a third", Moved("a third", THIRD, DOWN, BY, "Rents")),
    ("Rents fell below £40", Moved("below £40", "40", DOWN, TO, "Rents", "GBP", Hedge.UNDER)),
    ("Rents rose above £40", Moved("above £40", "40", UP, TO, "Rents", "GBP", Hedge.OVER)),
    ("Rents climbed past £40", Moved("£40", "40", UP, TO, "Rents", "GBP")),
    ("Rents dropped to below £40", Moved("below £40", "40", DOWN, TO, "Rents", "GBP", Hedge.UNDER)),
    ("Rents doubled", Moved("doubled", "2", UP, BY, "Rents", "ratio")),
    ("Rents have more than doubled", Moved("more than doubled", "2", UP, BY, "Rents", "ratio", Hedge.OVER)),
    ("Rents almost tripled", Moved("almost tripled", "3", UP, BY, "Rents", "ratio", Hedge.NEARLY)),
    ("Rents trebled", Moved("trebled", "3", UP, BY, "Rents", "ratio")),
    ("Rents quadrupled", Moved("quadrupled", "4", UP, BY, "Rents", "ratio")),
    ("Rents were halved", Moved("halved", "50", DOWN, BY, "Rents")),
    ("Rents increased fourfold", Moved("fourfold", "4", UP, BY, "Rents", "ratio")),
    ("a threefold increase in rents", Moved("threefold", "3", UP, BY, "rents", "ratio")),
    ("Rents were cut by half", Moved("half", "50", DOWN, BY, "Rents")),
    ("a 4% rise in rents", Moved("4%", "4", UP, BY, "rents")),
    ("a rise of 4% in rents", Moved("4%", "4", UP, BY, "rents")),
    ("a rise in rents of 4%", Moved("4%", "4", UP, BY, "rents")),
    ("a 4 per cent fall in rents", Moved("4 per cent", "4", DOWN, BY, "rents")),
    ("a two-thirds cut in grants", Moved("two-thirds", "66.6666666666666667", DOWN, BY, "grants")),
    ("Rents ended the year 4% lower", Moved("4%", "4", DOWN, BY, "Rents")),
    ("Rents are 4% higher", Moved("4%", "4", UP, BY, "Rents")),
    ("Rents stayed at 4%", Moved("4%", "4", None, None, "Rents")),
    ("Rents were unchanged at £40", Moved("£40", "40", None, None, "Rents", "GBP")),
    ("Growth slowed to 4%", Moved("4%", "4", DOWN, TO, "Growth")),
    ("Growth picked up to 4%", Moved("4%", "4", UP, TO, "Growth")),
    ("Output contracted 4%", Moved("4%", "4", DOWN, BY, "Output")),
    ("Output shrank by 4%", Moved("4%", "4", DOWN, BY, "Output")),
    ("Output edged up 4%", Moved("4%", "4", UP, BY, "Output")),
    ("Output grew 4% year on year", Moved("4%", "4", UP, BY, "Output")),
    ("Tolls were raised by £40", Moved("£40", "40", UP, BY, "Tolls", "GBP")),
    ("Tolls were lowered to £40", Moved("£40", "40", DOWN, TO, "Tolls", "GBP")),
    ("The board cut tolls by 4%", Moved("4%", "4", DOWN, BY, "tolls")),
    ("The board cut tolls to £40", Moved("£40", "40", DOWN, TO, "tolls", "GBP")),
    ("The board raised its tolls by 4%", Moved("4%", "4", UP, BY, "tolls")),
    ("About £40 was wiped off the fund", Moved("About £40", "40", DOWN, BY, "fund", "GBP", Hedge.ABOUT)),
    ("The gap narrowed by 4%", Moved("4%", "4", DOWN, BY, "gap")),
    ("The fund lost 4% of its worth", Moved("4%", "4", DOWN, BY, "fund")),
    ("The index gained 4 points", Moved("4 points", "4", UP, BY, "index", "point")),
    ("The index added 4 points", Moved("4 points", "4", UP, BY, "index", "point")),
    ("The index closed 4 points lower", Moved("4 points", "4", DOWN, BY, "index", "point")),
    ("Turnout was 4 points down", Moved("4 points", "4", DOWN, BY, "Turnout", "point")),
    ("Turnout slipped 4 points", Moved("4 points", "4", DOWN, BY, "Turnout", "point")),
    ("The fall was caused by a 4% rise in tolls", Moved("4%", "4", UP, BY, "tolls")),
    ("A 4% pay rise was agreed", Moved("4%", "4", UP, BY, "pay")),
    ("Deaths are down by two-fifths", Moved("two-fifths", "40", DOWN, BY, "Deaths")),
    ("The wait has lengthened by 40 minutes", Moved("40 minutes", "2400", UP, BY, "wait", "second")),
    ("The sea warmed by 2C", Moved("2C", "2", UP, BY, "sea", "degree_celsius")),
    ("The sea warmed by 9F", Moved("9F", "5", UP, BY, "sea", "degree_celsius")),
)

CHAINS: tuple[tuple[str, tuple[Moved, ...]], ...] = (
    (
        "Joblessness fell from 12 to 9.5 per cent",
        (
            Moved("12", "12", DOWN, FROM, "Joblessness"),
            Moved("9.5 per cent", "9.5", DOWN, TO, "Joblessness"),
        ),
    ),
    (
        "Joblessness fell to 9.5% from 12%",
        (Moved("9.5%", "9.5", DOWN, TO, "Joblessness"), Moved("12%", "12", DOWN, FROM, "Joblessness")),
    ),
    (
        "Joblessness went from 12% to 9.5%",
        (Moved("12%", "12", DOWN, FROM, "Joblessness"), Moved("9.5%", "9.5", DOWN, TO, "Joblessness")),
    ),
    (
        "a 25% rise to £90",
        (Moved("25%", "25", UP, BY), Moved("£90", "90", UP, TO, unit="GBP")),
    ),
    (
        "Takings rose 25% to £90",
        (Moved("25%", "25", UP, BY, "Takings"), Moved("£90", "90", UP, TO, "Takings", "GBP")),
    ),
    (
        "Takings were £90, up 25%",
        (Moved("£90", "90", None, None, "Takings", "GBP"), Moved("25%", "25", UP, BY, "Takings")),
    ),
    (
        "Takings were £90, up from £72",
        (Moved("£90", "90", None, None, "Takings", "GBP"), Moved("£72", "72", UP, FROM, "Takings", "GBP")),
    ),
    (
        "Takings fell 4%, after a 9% rise a year earlier",
        (Moved("4%", "4", DOWN, BY, "Takings"), Moved("9%", "9", UP, BY)),
    ),
    (
        "Takings widened by 2 points to 48%",
        (Moved("2 points", "2", UP, BY, "Takings", "point"), Moved("48%", "48", UP, TO, "Takings")),
    ),
    (
        "sales rose 4%, profit 7% and debt fell to £2.1bn",
        (
            Moved("4%", "4", UP, BY, "sales"),
            Moved("7%", "7", UP, BY, "profit"),
            Moved("£2.1bn", "2100000000", DOWN, TO, "debt", "GBP"),
        ),
    ),
    (
        "Wheat fell 4%, maize 7%, and soya rose 2%",
        (
            Moved("4%", "4", DOWN, BY, "Wheat"),
            Moved("7%", "7", DOWN, BY, "maize"),
            Moved("2%", "2", UP, BY, "soya"),
        ),
    ),
    (
        "The ferry carried 4% more cars and 7% fewer lorries",
        (Moved("4%", "4", UP, BY, "cars"), Moved("7%", "7", DOWN, BY, "lorries")),
    ),
    (
        "It raised its rate by 25 basis points to 4.5%",
        (
            Moved("25 basis points", "0.25", UP, BY, "rate", "percentage_point"),
            Moved("4.5%", "4.5", UP, TO, "rate"),
        ),
    ),
)


@pytest.mark.parametrize(("text", "moved"), SINGLE, ids=[text for text, _ in SINGLE])
def test_a_movement_has_its_way_part_and_subject(text: str, moved: Moved, yields: Yields) -> None:
    yields(text, (moved,))


@pytest.mark.parametrize(("text", "moved"), CHAINS, ids=[text for text, _ in CHAINS])
def test_each_figure_of_a_chain_keeps_its_part(text: str, moved: tuple[Moved, ...], yields: Yields) -> None:
    yields(text, moved)
