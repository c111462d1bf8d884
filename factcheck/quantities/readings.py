"""A quantity in the making, and what every reader of one needs."""

from dataclasses import dataclass
from decimal import Decimal

from factcheck.domain.quantities import Direction, Hedge, Movement
from factcheck.quantities.measures import (
    Measure,
)
from factcheck.quantities.numerals import plain_digits
from factcheck.quantities.tokens import Kind, Token
from factcheck.quantities.units import Unit, to_canonical

HUNDRED = Decimal(100)

DASHES = frozenset({"-", "–", "‑", "—", "−"})

MINUSES = frozenset({"-", "−", "–"})


@dataclass(slots=True)
class Reading:
    """A quantity in the making, at `tokens[start:end]`; `written` and `step` are not converted, `high` is."""

    start: int
    end: int
    written: Decimal
    unit: str = "count"
    name: str = ""
    step: Decimal | None = None
    factor: Decimal = Decimal(1)
    convert: Unit | None = None
    high: Decimal | None = None
    noun: str | None = None
    per: str | None = None
    vague: bool = False
    scaled: bool = False
    share: bool = False
    words: bool = False
    hedge: Hedge = Hedge.EXACT
    direction: Direction | None = None
    movement: Movement | None = None
    subject: tuple[int, int] | None = None
    record: bool = False

    @property
    def measured(self) -> bool:
        """Whether a unit, sign or percentage was written."""
        return bool(self.name)

    def canonical(self, value: Decimal) -> Decimal:
        """`value` of the written unit in the canonical one."""
        if self.convert is None:
            return value * self.factor
        difference = self.movement is Movement.CHANGE
        return to_canonical(value, self.convert, difference=difference)

    def canonical_step(self) -> Decimal | None:
        """The step in the canonical unit."""
        if self.step is None:
            return None
        if self.convert is None:
            return self.step * self.factor
        return to_canonical(self.step, self.convert, difference=True)

    def take(self, measure: Measure) -> None:
        """Adopt a unit that was read behind the number."""
        self.unit, self.name, self.end = measure.unit, measure.name, measure.end
        self.factor, self.convert = measure.factor, measure.convert

    def share_measure_of(self, other: "Reading") -> None:
        """Adopt the unit of a neighbour that was written once for both."""
        self.unit, self.name, self.factor, self.convert = other.unit, other.name, other.factor, other.convert
        self.noun, self.per = self.noun or other.noun, self.per or other.per


def small_whole(token: Token) -> int | None:
    """The value of a number token of at most three digits and no point."""
    if token.kind is not Kind.NUMBER or len(token.text) > 3 or "." in token.text:
        return None
    value = plain_digits(token)
    return int(value) if value is not None else None
