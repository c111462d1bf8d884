"""Hedges, bounds and ranges: how a figure is loosened, and what is a record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from factcheck.domain.quantities import Hedge

Yields = Callable[[str, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Bound:
    """A loosened figure: the whole of what is written, its ends, and what its words allow."""

    quote: str
    value: str
    hedge: Hedge = Hedge.EXACT
    high: str | None = None
    unit: str = "count"
    noun: str | None = "home"
    record: bool = False
    step: str | None = "1"


ABOUT, NEARLY, OVER, UNDER = Hedge.ABOUT, Hedge.NEARLY, Hedge.OVER, Hedge.UNDER
JUST_OVER, LEAST, MOST = Hedge.JUST_OVER, Hedge.AT_LEAST, Hedge.AT_MOST


def homes(text: str, hedge: Hedge) -> tuple[str, Bound]:
    """Forty homes, hedged as written before or behind."""
    return text, Bound(text, "40", hedge)


HEDGES: tuple[tuple[str, Bound], ...] = (
    *(
        homes(f"{words} 40 homes", ABOUT)
        for words in (
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "circa",
            "an estimated",
            "close to",
            "in the region of",
            "in the order of",
            "something like",
            "more or less",
            "close on",
        )
    ),
    *(
        homes(f"{words} 40 homes", NEARLY)
        for words in (
            "nearly",
            "almost",
            "just under",
            "just short of",
            "not quite",
            "slightly fewer than",
            "a little under",
            "a shade under",
            "approaching",
            "slightly below",
            "just shy of",
            "fractionally under",
            "the best part of",
        )
    ),
    *(
        homes(f"{words} 40 homes", JUST_OVER)
        for words in (
            "just over",
            "a little over",
            "slightly more than",
            "a shade over",
            "little more than",
            "fractionally over",
        )
    ),
    *(
        homes(f"{words} 40 homes", OVER)
        for words in (
            "over",
            "more than",
            "in excess of",
            "upwards of",
            "well over",
            "north of",
            "well in excess of",
            "far more than",
        )
    ),
    *(
        homes(f"{words} 40 homes", UNDER)
        for words in ("under", "fewer than", "less than", "well under", "below", "far fewer than")
    ),
    *(
        homes(f"{words} 40 homes", LEAST)
        for words in (
            "at least",
            "no fewer than",
            "not less than",
            "a minimum of",
            "as few as",
            "at the very least",
        )
    ),
    *(
        homes(f"{words} 40 homes", MOST)
        for words in ("up to", "at most", "no more than", "not more than", "as many as", "a maximum of")
    ),
    ("40-odd homes", Bound("40-odd homes", "40", ABOUT)),
    ("40-plus homes", Bound("40-plus homes", "40", LEAST)),
    ("40+ homes", Bound("40+ homes", "40", LEAST)),
    ("40 or so homes", Bound("40 or so homes", "40", ABOUT)),
    ("40 homes or so", Bound("40 homes or so", "40", ABOUT)),
    ("40 or more homes", Bound("40 or more homes", "40", LEAST)),
    ("40 homes or more", Bound("40 homes or more", "40", LEAST)),
    ("40 homes or fewer", Bound("40 homes or fewer", "40", MOST)),
    ("40 homes at least", Bound("40 homes at least", "40", LEAST)),
    ("~40 homes", Bound("~40 homes", "40", ABOUT)),
    (">40 homes", Bound(">40 homes", "40", OVER)),
    ("<40 homes", Bound("<40 homes", "40", UNDER)),
    ("≥40 homes", Bound("≥40 homes", "40", LEAST)),
    ("≤ 40 homes", Bound("≤ 40 homes", "40", MOST)),
    ("c. 40 homes", Bound("c. 40 homes", "40", ABOUT)),
    ("exactly 40 homes", Bound("40 homes", "40")),
    ("only 40 homes", Bound("40 homes", "40")),
    ("a mere 40 homes", Bound("40 homes", "40")),
    ("over a third of homes", Bound("over a third", "33.3333333333333333", OVER, unit="percent", step=None)),
    ("nearly half of homes", Bound("nearly half", "50", NEARLY, unit="percent", step=None)),
    ("more than one in five homes", Bound("more than one in five", "20", OVER, unit="percent", step=None)),
    ("as little as £40", Bound("as little as £40", "40", LEAST, unit="GBP", noun=None)),
    ("as low as £40", Bound("as low as £40", "40", LEAST, unit="GBP", noun=None)),
    ("as high as £40", Bound("as high as £40", "40", MOST, unit="GBP", noun=None)),
    ("anything up to £40", Bound("up to £40", "40", MOST, unit="GBP", noun=None)),
    ("nearly £40", Bound("nearly £40", "40", NEARLY, unit="GBP", noun=None)),
    ("a little over £40", Bound("a little over £40", "40", JUST_OVER, unit="GBP", noun=None)),
    ("well over a hundred homes", Bound("well over a hundred homes", "100", OVER)),
    ("no fewer than a dozen homes", Bound("no fewer than a dozen homes", "12", LEAST, step=None)),
    ("no less than 40% of homes", Bound("no less than 40%", "40", LEAST, unit="percent")),
)

RANGES: tuple[tuple[str, Bound], ...] = (
    ("between 10 and 20 homes", Bound("between 10 and 20 homes", "10", high="20")),
    ("between ten and twenty homes", Bound("between ten and twenty homes", "10", high="20")),
    ("10 to 20 homes", Bound("10 to 20 homes", "10", high="20")),
    ("10-20 homes", Bound("10-20 homes", "10", high="20")),
    ("10–20 homes", Bound("10–20 homes", "10", high="20")),
    ("ten to 20 homes", Bound("ten to 20 homes", "10", high="20")),
    ("five or six homes", Bound("five or six homes", "5", high="6")),
    ("anything from 10 to 20 homes", Bound("10 to 20 homes", "10", high="20")),
    ("anywhere between 10 and 20 homes", Bound("between 10 and 20 homes", "10", high="20")),
    ("estates ranging from 10 to 20 homes", Bound("10 to 20 homes", "10", high="20")),
    ("from 5 to 7 million homes", Bound("5 to 7 million homes", "5000000", high="7000000", step="1000000")),
    ("5m-7m homes", Bound("5m-7m homes", "5000000", high="7000000", step="1000000")),
    ("5m to 7m homes", Bound("5m to 7m homes", "5000000", high="7000000", step="1000000")),
    ("5-7 million homes", Bound("5-7 million homes", "5000000", high="7000000", step="1000000")),
    ("5,000-7,000 homes", Bound("5,000-7,000 homes", "5000", high="7000", step="100")),
    (
        "two to three million homes",
        Bound("two to three million homes", "2000000", high="3000000", step="1000000"),
    ),
    ("about 10 to 20 homes", Bound("about 10 to 20 homes", "10", ABOUT, high="20")),
    (
        "10 to 20 miles of hedge",
        Bound("10 to 20 miles", "16093.44", high="32186.88", unit="metre", noun="hedge", step="1609.344"),
    ),
    (
        "a 10-20 mile walk",
        Bound("10-20 mile", "16093.44", high="32186.88", unit="metre", noun=None, step="1609.344"),
    ),
    (
        "a 10-to-20-mile walk",
        Bound("10-to-20-mile", "16093.44", high="32186.88", unit="metre", noun=None, step="1609.344"),
    ),
    (
        "a 3-to-5-year plan",
        Bound("3-to-5-year", "94672800", high="157788000", unit="second", noun=None, step="31557600"),
    ),
    (
        "two or three years",
        Bound("two or three years", "63115200", high="94672800", unit="second", noun=None, step="31557600"),
    ),
    ("30-40 minutes", Bound("30-40 minutes", "1800", high="2400", unit="second", noun=None, step="60")),
    ("3 ± 0.2 metres", Bound("3 ± 0.2 metres", "2.8", high="3.2", unit="metre", noun=None, step="0.1")),
)

RECORDS: tuple[tuple[str, Bound], ...] = (
    ("a record 40 homes", Bound("40 homes", "40", record=True)),
    ("a record-breaking 40 homes", Bound("40 homes", "40", record=True)),
    ("a record of 40 homes", Bound("40 homes", "40", record=True)),
    ("a record high of £40", Bound("£40", "40", unit="GBP", noun=None, record=True)),
    ("a record low of 4%", Bound("4%", "4", unit="percent", noun=None, record=True)),
    ("an all-time high of 40", Bound("40", "40", noun=None, record=True)),
    ("a record £40 was raised", Bound("£40", "40", unit="GBP", noun=None, record=True)),
    ("an unprecedented 40 homes", Bound("40 homes", "40", record=True)),
    ("a record nearly 40 homes", Bound("nearly 40 homes", "40", NEARLY, record=True)),
    ("the police record of 40 homes", Bound("40 homes", "40")),
)

TABLE = (*HEDGES, *RANGES, *RECORDS)


@pytest.mark.parametrize(("text", "bound"), TABLE, ids=[text for text, _ in TABLE])
def test_a_figure_keeps_what_its_words_allow(text: str, bound: Bound, yields: Yields) -> None:
    yields(text, (bound,))
