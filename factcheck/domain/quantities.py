"""Typed quantities and periods as they stand in a sentence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from factcheck.domain.articles import Span


class Hedge(StrEnum):
    """The word that loosens or bounds a figure, reduced to what it allows."""

    EXACT = "exact"
    ABOUT = "about"
    """About, around, some, roughly: a few per cent on either side."""
    NEARLY = "nearly"
    """Nearly, almost, just under: a few per cent below, never above."""
    JUST_OVER = "just_over"
    """A little over: above, within a few per cent."""
    OVER = "over"
    """Over, more than: strictly above."""
    UNDER = "under"
    """Under, fewer than: strictly below."""
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    """Up to, no more than: the maximum."""


class Direction(StrEnum):
    """Which way the figure is said to have moved."""

    UP = "up"
    DOWN = "down"


class Movement(StrEnum):
    """Which part of a movement a figure is: "rose by 2 from 10 to 12"."""

    CHANGE = "change"
    """The size of the movement: "by 2"."""
    BEFORE = "before"
    """Where it started: "from 10"."""
    AFTER = "after"
    """Where it ended: "to 12"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written at `span` of the sentence it was found in, its hedge included.

    `value` is in the canonical `unit`: an ISO 4217 code for money, `percent` (fractions and "one in five"
    too), `percentage_point` (basis points are converted), `point` (of an index or a poll, the word alone),
    `ratio` ("doubled" is 2), `ordinal`, `score`, `age` (years), `clock` (minutes after midnight),
    `per_100000` and the like for rates, a canonical unit name such as `metre`, or `count`. `high` closes a
    range ("10 to 20") or gives the other side of a score. `step` is the place value of the last written
    digit in the canonical unit ("$6m": 1,000,000), by which rounding is judged; closing zeros of a whole
    number count as rounded away where that moves it by at most 2.5%, from a thousand on 5% ("148,000":
    1,000; "1,500": 100; "300": 10; "40": 1). It is None for words that have no digits to round ("a
    third"). `vague` marks plurals with no figure ("billions"), whose `value` and `high` are then the
    least and the most that they can mean. `noun` is what is counted or measured, lemmatised, where the
    words around tell; `subject` names whose figure it is, as written ("net debt" of "its net debt fell 4%"),
    where the order of the words tells. `record` marks a figure said to be the most or least so far. `per` is
    the basis of a rate ("year" in "£14m a year"). `written` and `written_unit` are the figure before
    conversion to the canonical unit, the magnitude word applied ("25bps": 25, "basis point"). Money whose
    country nothing tells has a lower-case name for its unit ("500 kr": `crown`).
    """

    span: Span
    quote: str
    value: Decimal
    unit: str
    high: Decimal | None = None
    step: Decimal | None = None
    hedge: Hedge = Hedge.EXACT
    direction: Direction | None = None
    vague: bool = False
    noun: str | None = None
    movement: Movement | None = None
    per: str | None = None
    written: Decimal | None = None
    written_unit: str | None = None
    subject: str | None = None
    record: bool = False


class Grain(StrEnum):
    """The size of a period as written."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    OTHER = "other"


class Edge(StrEnum):
    """The word that makes a period an edge of a longer one."""

    SINCE = "since"
    UNTIL = "until"
    """Until, up to: what is said holds as long as this."""
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period as written, resolved to the days it covers, both inclusive.

    `first` and `last` are None where no anchor tells the year ("in March" with no article date).
    `year`, `month` and `day` keep what is written without an anchor, `day_from` and `day_to` the days of the
    month that a part of it covers ("early May", "the first week of May"). `edge` is the word before it that
    makes it a bound ("since 1994"); the days are those of the named period all the same.
    """

    span: Span
    quote: str
    grain: Grain
    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    edge: Edge | None = None
    day_from: int | None = None
    day_to: int | None = None
