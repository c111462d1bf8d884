"""Measurements as JSON: one object to print, one row to write for each item."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from factcheck.domain.errors import InvalidInput


def plain(value: Any) -> Any:
    """A dataclass, or anything made of such, as what JSON knows. Numbers that JSON lacks become null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, date):
        return value.isoformat()
    return value


def as_json(result: Any, *, indent: int | None = 2) -> str:
    """One JSON object."""
    return json.dumps(plain(result), ensure_ascii=False, allow_nan=False, indent=indent)


def require_writable(path: Path) -> Path:
    """`path`, if a file can be written there; raises `InvalidInput` before a long measurement, not after."""
    try:
        with path.open("a", encoding="utf-8"):
            return path
    except OSError as error:
        raise _unwritable(path, error) from error


def write_rows(path: Path, rows: Iterable[object]) -> None:
    """Writes one JSON object a line, in UTF-8; raises `InvalidInput` where the file cannot be written."""
    try:
        with path.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(as_json(row, indent=None) + "\n" for row in rows)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> InvalidInput:
    return InvalidInput(f"{path}: {error.strerror or 'cannot be written'}.", field="predictions")
