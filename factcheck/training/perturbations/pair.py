"""A true pair with all that the families need of it, and what they make of its claim."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, MachineStatus
from factcheck.domain.quantities import Period, Quantity
from factcheck.quantities.compare import comparable, compare_periods, compare_quantities
from factcheck.quantities.derive import derive
from factcheck.quantities.find import find_periods, find_quantities

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from factcheck.training.perturbations.subsets import Detail


class TruePair(Protocol):
    """A claim that its reference bears out, as `bench.formats.PairRow` has it."""

    @property
    def claim(self) -> str:
        """The claim's words."""

    @property
    def reference(self) -> str:
        """The reference's words."""

    @property
    def group(self) -> str:
        """What keeps rows together that belong together; may be empty."""


@dataclass(frozen=True, slots=True)
class Perturbed:
    """A claim made of a true pair's, with the label that it has against the same reference."""

    claim: str
    reference: str
    label: MachineStatus
    type: str
    group: str


class Edit(NamedTuple):
    """`text` in place of what stands from `start` to `end` of the claim."""

    start: int
    end: int
    text: str


Edits = tuple[Edit, ...]
"""Edits of one claim, none overlapping another."""


def spliced(text: str, edits: Sequence[Edit]) -> str:
    """`text` with the edits made; what opens the sentence keeps its capital."""
    for start, end, new in sorted(edits, reverse=True):
        before, after = text[:start], text[end:]
        opens = not before.strip(" “\"'‘")
        if opens and text[start : start + 1].isupper():
            new = new[:1].upper() + new[1:]  # noqa: PLW2901 - the edit as it stands here
            if not new:
                after = after[:1].upper() + after[1:]
        text = before + new + after
    return text


@dataclass(frozen=True)
class Held:
    """A claim and its reference, parsed. Spans count in the claim's or the reference's text."""

    pair: TruePair
    claim: "Doc"
    reference: "Doc"
    names: "Names"
    details: "Sequence[Detail]" = ()

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The claim's."""
        return find_quantities(self.pair.claim)

    @cached_property
    def theirs(self) -> tuple[Quantity, ...]:
        """The reference's quantities."""
        return find_quantities(self.pair.reference)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The claim's."""
        return find_periods(self.pair.claim)

    @cached_property
    def their_periods(self) -> tuple[Period, ...]:
        """The reference's periods."""
        return find_periods(self.pair.reference)

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """The claim's stretches of other people's words, which no edit may touch."""
        return tuple(_quoted(self.pair.claim))

    @cached_property
    def figures(self) -> tuple["Figure", ...]:
        """The claim's quantities that some of the reference bears out."""
        found = []
        for mine in self.quantities:
            borne = tuple(
                other
                for other in self.theirs
                if comparable(mine, other) and compare_quantities(mine, other).outcome is Effect.AGREES
            )
            if borne and self.free(mine.span.start, mine.span.end):
                found.append(Figure(mine, borne))
        return tuple(found)

    @cached_property
    def dates(self) -> tuple["Dated", ...]:
        """The claim's periods that some of the reference bears out."""
        found = []
        for mine in self.periods:
            borne = tuple(
                other
                for other in self.their_periods
                if compare_periods(mine, other).outcome is Effect.AGREES
                or (other.quote.lower() == mine.quote.lower() and other.edge is mine.edge)
            )
            if borne and self.free(mine.span.start, mine.span.end):
                found.append(Dated(mine, borne))
        return tuple(found)

    def free(self, start: int, end: int) -> bool:
        """Whether no quotation stands there."""
        return all(end <= span.start or span.end <= start for span in self.quoted)

    def quantity_after(self, edit: Edit) -> Quantity | None:
        """The one quantity that stands where the edit was made, read from the edited claim."""
        start, end = edit.start, edit.start + len(edit.text)
        touched = [
            q
            for q in find_quantities(spliced(self.pair.claim, [edit]))
            if q.span.start < end and start < q.span.end
        ]
        return touched[0] if len(touched) == 1 else None

    def period_after(self, edit: Edit) -> Period | None:
        """The one period that stands where the edit was made, read from the edited claim."""
        start, end = edit.start, edit.start + len(edit.text)
        touched = [
            p
            for p in find_periods(spliced(self.pair.claim, [edit]))
            if p.span.start < end and start < p.span.end
        ]
        return touched[0] if len(touched) == 1 else None

    def excludes(self, quantity: Quantity) -> bool:
        """Whether every quantity of the reference that can be held against this one opposes it."""
        met = False
        for other in self.theirs:
            if not comparable(quantity, other):
                continue
            outcome = compare_quantities(quantity, other).outcome
            if outcome is Effect.AGREES or (outcome is Effect.OPEN and quantity.unit == other.unit):
                return False
            met = met or outcome is Effect.OPPOSES
        if not met:
            return False
        derived = derive(quantity, self.theirs)
        return derived is None or derived.outcome is not Effect.AGREES

    def same_kind(self, quantity: Quantity, figure: "Figure") -> bool:
        """Whether the edited figure still measures what the reference's does."""
        return any(comparable(quantity, other) for other in figure.borne)

    def bears_out(self, quantity: Quantity, figure: "Figure") -> bool:
        """Whether the reference's figures that bore out the claim's bear out this one too."""
        return all(
            comparable(quantity, other) and compare_quantities(quantity, other).outcome is Effect.AGREES
            for other in figure.borne
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of the claim and those of the reference that bear it out."""

    mine: Quantity
    borne: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A period of the claim and those of the reference that bear it out."""

    mine: Period
    borne: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names of all pairs at hand by kind, in a fixed order, to take another from."""

    by_kind: dict[str, tuple[str, ...]]


Family = Callable[[Held, Random], Edits | None]
"""Makes one variant of the claim, or finds nothing to change."""


def _quoted(text: str) -> list[Span]:
    spans: list[Span] = []
    opened = -1
    for place, character in enumerate(text):
        if character == "“" or (character == '"' and opened < 0):
            opened = place
        elif character in '”"' and opened >= 0:
            spans.append(Span(opened, place + 1))
            opened = -1
    if opened >= 0:
        spans.append(Span(opened, len(text)))
    return spans
