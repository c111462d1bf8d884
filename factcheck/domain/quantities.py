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


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written at `span` of the sentence it was found in.

    `value` is in the canonical `unit`: an ISO 4217 code for money, `percent`, `percentage_point`
    (basis points are converted), `ratio` ("doubled" is 2), `ordinal`, `score`, a canonical unit name such as
    `metre`, or `count`. `high` closes a range ("10 to 20"). `step` is the place value of the last written
    digit in the canonical unit ("$6m": 1,000,000), by which rounding is judged; it is None for words that
    have no digits to round ("a third"). `vague` marks plurals with no figure ("billions"). `noun` is what
    is counted or measured, lemmatised, where the words around tell.
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


@dataclass(frozen=True, slots=True)
class Period:
    """A date or period as written, resolved to the days it covers, both inclusive.

    `first` and `last` are None where no anchor tells the year ("in March" with no article date).
    `month` and `day` keep what is known without an anchor.
    """

    span: Span
    quote: str
    grain: Grain
    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None
