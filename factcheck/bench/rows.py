"""Lines and JSON rows of a file; every fault is one `InvalidInput` that begins with `FILE:LINE:`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from factcheck.domain.errors import InvalidInput


class Identified(Protocol):
    """Anything read from a row: it has an id of its own."""

    @property
    def id(self) -> str:
        """Unlike that of any other row of the file."""


Read = TypeVar("Read", bound=Identified)


@dataclass(frozen=True, slots=True)
class Row:
    """One JSON object of a file, with the line it stands on."""

    path: Path
    line: int
    fields: dict[str, Any]

    def fault(self, message: str, name: str | None = None) -> InvalidInput:
        """What is wrong with this row, to be raised; `name` is the field at fault."""
        return fault_at(self.path, self.line, message, name)

    def string(self, *names: str, needed: bool = True) -> str:
        """The first of `names` that is given; empty when none is and it is not `needed`."""
        for name in names:
            value = self.fields.get(name)
            if value is None:
                continue
            if isinstance(value, int) and not isinstance(value, bool) and name == "id":
                return str(value)
            if not isinstance(value, str):
                raise self.fault(f"“{name}” is not a text.", name)
            if needed and not value.strip():
                raise self.fault(f"“{name}” is empty.", name)
            return value
        if needed:
            raise self.fault(f"“{names[0]}” is missing.", names[0])
        return ""

    def moment(self, name: str) -> datetime | None:
        """An ISO 8601 date or date and time, UTC where no zone is given; None when the field is absent."""
        value = self.string(name, needed=False)
        if not value:
            return None
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise self.fault(f"“{name}” is not an ISO 8601 date: {value!r}.", name) from None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    def day(self, name: str) -> date | None:
        """The date of an ISO 8601 date or date and time; None when the field is absent."""
        moment = self.moment(name)
        return moment.date() if moment else None


def fault_at(path: Path, line: int, message: str, name: str | None = None) -> InvalidInput:
    """What is wrong at a line, to be raised; lines count from 1."""
    return InvalidInput(f"{path}:{line}: {message}", field=name)


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1; UTF-8, with or without a byte-order mark."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path}: {error.strerror or 'cannot be read'}.", field="file") from error
    # Split on newlines alone: JSON strings may hold U+2028 and its like.
    for number, raw in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise fault_at(path, number, "This is not UTF-8.") from None
        if line.strip():
            yield number, line


def rows_of(path: Path) -> Iterator[Row]:
    """The JSON objects of a JSON Lines file."""
    for number, line in lines_of(path):
        try:
            fields = json.loads(line)
        except json.JSONDecodeError as error:
            raise fault_at(path, number, f"This is not JSON ({error.msg}).") from None
        except RecursionError:
            raise fault_at(path, number, "This JSON is nested far too deeply.") from None
        except ValueError:  # Python reads no integer of more than 4,300 digits
            raise fault_at(path, number, "This holds a number with far too many digits.") from None
        if not isinstance(fields, dict):
            raise fault_at(path, number, "This is not a JSON object.")
        yield Row(path, number, fields)


def distinct(path: Path, rows: Iterable[tuple[Row, Read]]) -> tuple[Read, ...]:
    """The rows in order. Two rows with one id are refused: predictions are told apart by it."""
    seen: dict[str, int] = {}
    read: list[Read] = []
    for row, item in rows:
        if item.id in seen:
            raise row.fault(f"The id {item.id!r} is on line {seen[item.id]} already.", "id")
        seen[item.id] = row.line
        read.append(item)
    if not read:
        raise InvalidInput(f"{path}: There are no rows in this file.", field="file")
    return tuple(read)
