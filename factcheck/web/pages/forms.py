"""What a browser sent in a form, read without surprises; faults are kept with the field they belong to."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from litestar.datastructures import UploadFile

from factcheck.domain.errors import (
    AlreadyExists,
    FactCheckError,
    IllegalTransition,
    InvalidInput,
    LeaseHeld,
    ModelFailed,
    NotAllowed,
    NotFound,
    StoreFailed,
    TooLarge,
    UnsupportedFormat,
    VersionConflict,
)

log = logging.getLogger("factcheck.web")

STATUS: dict[type[FactCheckError], int] = {
    InvalidInput: 400,
    NotAllowed: 403,
    NotFound: 404,
    IllegalTransition: 409,
    LeaseHeld: 409,
    VersionConflict: 409,
    AlreadyExists: 409,
    TooLarge: 413,
    UnsupportedFormat: 415,
    ModelFailed: 503,
    StoreFailed: 503,
}
"""The same statuses that `factcheck.web.problems` gives; it shows its errors with these pages."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as sent. `filename` is what the browser said: to be shown or to guess a format, never a path."""

    filename: str
    media_type: str
    data: bytes


class Form:
    """The fields of one form. A field that was not sent reads as empty."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """The field as text with plain newlines; the first one where it was sent several times."""
        sent = self.all(name)
        return sent[0] if sent else ""

    def line(self, name: str) -> str:
        """The field as one line without space around it."""
        return " ".join(self.text(name).split())

    def all(self, name: str) -> tuple[str, ...]:
        """Every text sent under this name."""
        value = self._values.get(name, ())
        values = value if isinstance(value, (list, tuple)) else (value,)
        return tuple(v.replace("\r\n", "\n") for v in values if isinstance(v, str))

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name; None where none was chosen."""
        value = self._values.get(name)
        if not isinstance(value, UploadFile) or not value.filename:
            return None
        return Upload(value.filename, value.content_type, value.file.read())

    def texts(self) -> dict[str, str]:
        """Every text field, to fill the form again."""
        return {name: self.text(name) for name in self._values if not name.startswith("_")}


@dataclass
class Faults:
    """What is wrong with a form: by field, and in general."""

    fields: dict[str, str] = field(default_factory=dict)
    general: str = ""
    status_code: int = 200

    def __bool__(self) -> bool:
        return bool(self.fields or self.general)

    def add(self, error: FactCheckError, *, known: frozenset[str]) -> None:
        """Keep `error` beside its field if the form has this field, else above the form."""
        self.status_code = status_of(error)
        if self.status_code >= 500:
            log.error("a form could not be carried out", exc_info=error)
        if error.field in known:
            self.fields.setdefault(error.field or "", error.message)
        else:
            self.general = error.message


def status_of(error: FactCheckError) -> int:
    """The HTTP status of a form that is shown again because of `error`: what the API answers to the same."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def read_moment(form: Form, name: str, zone: ZoneInfo) -> datetime | None:
    """The instant that a `datetime-local` field names in `zone`; None where it is empty."""
    raw = form.line(name)
    if not raw:
        return None
    try:
        return datetime.fromisoformat(raw).replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InvalidInput("That is not a date and time, such as 2025-01-27T13:30.", field=name) from None


def read_day(form: Form, name: str) -> date | None:
    """The day that a `date` field names; None where it is empty."""
    raw = form.line(name)
    if not raw:
        return None
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise InvalidInput("That is not a date, such as 2025-01-27.", field=name) from None


def read_number(form: Form, name: str) -> int:
    """The whole number in a field; `InvalidInput` where there is none."""
    raw = form.line(name)
    if not raw.isascii() or not raw.isdigit() or len(raw) > 9:
        raise InvalidInput("The form is not complete. Go back, reload the page and try again.", field=name)
    return int(raw)
