"""One way to hold what a phrase yields against a row of a table."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest

from factcheck.quantities.find import find_quantities

Yields = Callable[[str, Sequence[Any]], None]
_NUMBERS = {"value", "high", "step"}


def _same(name: str, found: Any, wanted: Any) -> bool:
    if name not in _NUMBERS or wanted is None or found is None:
        return bool(found == wanted)
    number = Decimal(wanted)
    # A third and a mile have endless decimals; what is written in a table has few.
    return bool(abs(found - number) <= abs(number) * Decimal("1e-9"))


@pytest.fixture(scope="session")
def yields() -> Yields:
    """Assert that a phrase yields exactly these figures: every field that a row has is compared by name.

    Whatever the row does not tell is checked too: each span is the written expression.
    """

    def of(text: str, wanted: Sequence[Any]) -> None:
        found = find_quantities(text)
        assert all(quantity.span.of(text) == quantity.quote for quantity in found)
        assert len(found) == len(wanted), [quantity.quote for quantity in found]
        for quantity, row in zip(found, wanted, strict=True):
            for field in fields(row):
                said, meant = getattr(quantity, field.name), getattr(row, field.name)
                assert _same(field.name, said, meant), (quantity.quote, field.name, said, meant)

    return of
