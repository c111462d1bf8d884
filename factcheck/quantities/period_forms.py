"""How a period is written, before it is resolved to days."""

from dataclasses import dataclass
from enum import Enum, auto

from factcheck.domain.quantities import Edge


class Shape(Enum):
    """How a period is written."""

    DAY = auto()
    DAYS = auto()
    MONTH = auto()
    MONTHS = auto()
    YEAR = auto()
    YEARS = auto()
    FISCAL = auto()
    DECADE = auto()
    SEASON = auto()
    WEEKDAY = auto()
    NTH_WEEKDAY = auto()
    HOLIDAY = auto()
    RELATIVE = auto()
    ROLLING = auto()
    AGO = auto()
    WEEK_OF = auto()
    SPAN = auto()
    UP_TO = auto()
    UNKNOWN = auto()


@dataclass(slots=True)
class PeriodForm:
    """A period as written in `tokens[start_token:end_token]`, not yet resolved.

    What the numbers mean depends on the shape: `count` is a number of months (MONTHS), of units back
    (ROLLING, UP_TO, AGO), of years on (YEARS) or of the week of a month (-1 the last); of a SPAN it is the
    last day as month * 100 + day, and `offset` the years that lie between; otherwise `offset` is -1, 0 or 1
    for last, this and next. `part` is -1 for the start and 1 for the end of the period, `stretch` "early",
    "mid" or "late".
    """

    start_token: int
    end_token: int
    shape: Shape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    count: int = 0
    word: str = ""
    offset: int | None = None
    part: int = 0
    stretch: str = ""
    edge: Edge | None = None
    start: int = 0
    end: int = 0
