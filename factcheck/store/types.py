"""Column types that mean the same on SQLite and on PostgreSQL."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

import msgspec
from sqlalchemy import JSON, DateTime, Dialect, Enum, String
from sqlalchemy.types import TypeDecorator

from factcheck.domain.errors import InvalidInput

Choice = TypeVar("Choice", bound=StrEnum)

LONGEST_CHOICE = 20
"""Characters of the longest enum value there may be."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in time. Refuses naive values with `ValueError`; always gives back UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC, so that SQLite's text form sorts by time."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"a time without a zone cannot be stored: {value.isoformat()}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone, PostgreSQL answers in the session's."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PlainText(TypeDecorator[str]):
    """Text of any length. Refuses what one of the engines cannot store with `InvalidInput`.

    That is U+0000 (PostgreSQL) and lone surrogates (both).
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The same text; nothing is dropped or replaced, or offsets would no longer be true."""
        if value is not None and not storable(value):
            raise InvalidInput("The text contains a character that cannot be stored (U+0000 or half a pair).")
        return value


def storable(text: str) -> bool:
    """Whether both engines can keep `text` as it is."""
    if "\x00" in text:
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def by_value(choices: type[Choice]) -> Enum:
    """An enum stored by its value, as plain text: a new member needs no migration."""
    return Enum(
        choices,
        values_callable=lambda members: [member.value for member in members],
        native_enum=False,
        length=LONGEST_CHOICE,
    )


class JsonOf(TypeDecorator[Any]):
    """A domain value, stored as JSON and read back as `kind`; None is stored as NULL."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Dates as ISO text, enums by value, sets in order."""
        return None if value is None else msgspec.to_builtins(value, order="deterministic")

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The value; raises `msgspec.ValidationError` for a row that somebody has bent by hand."""
        return None if value is None else msgspec.convert(value, self.kind)
