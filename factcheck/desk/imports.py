"""Rows of a CSV or JSON Lines file to references, each row on its own: a bad one stops nothing."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from factcheck.desk.reports import NewReference, RowError
from factcheck.domain.errors import InvalidInput, TooLarge
from factcheck.domain.evidence import Source, SourceKind
from factcheck.store.records import ReferenceEntry

LONGEST_TEXT = 2_000
_LONGEST_FIELD = 500
_LONGEST_URL = 2_000
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file with the line on which it begins; `error` instead of an entry where it is bad."""

    line: int
    entry: ReferenceEntry | None
    error: RowError | None = None


def read_rows(data: bytes, kind: str, *, limit: int) -> list[Row]:
    """All rows of a file; `kind` is `csv` or `jsonl`.

    A CSV file has the fields of `NewReference` as columns, in any order; only `text`, `publisher` and `title`
    have to be there. A JSON Lines row has the same names, or the source's ones inside an object `source`;
    `id` may stand for `key`.

    Raises `InvalidInput` where the file as a whole cannot be read and `TooLarge` above `limit` rows.
    """
    # Bytes that are not UTF-8 become lone surrogates, which the row that holds them is then refused for.
    text = data.decode("utf-8-sig", "surrogateescape")
    if kind == "csv":
        fields = _csv_rows(text)
    elif kind == "jsonl":
        fields = _jsonl_rows(text)
    else:
        raise InvalidInput("References are imported from CSV or JSON Lines.", field="format")
    rows: list[Row] = []
    seen: dict[str, int] = {}
    for line, values, problem in fields:
        if len(rows) >= limit:
            raise TooLarge(f"The file has more than {limit:,} rows.", field="file")
        rows.append(_row(line, values, problem, seen))
    if not rows:
        raise InvalidInput("The file has no rows.", field="file")
    return rows


_Fields = tuple[int, Mapping[str, object], str]


def _row(line: int, values: Mapping[str, object], problem: str, seen: dict[str, int]) -> Row:
    if problem:
        return Row(line, None, RowError(line, None, problem))
    try:
        entry = entry_of(_new_reference(values))
        if entry.key in seen:
            raise InvalidInput(f"The same reference stands on line {seen[entry.key]} already.", field="key")
    except InvalidInput as refused:
        return Row(line, None, RowError(line, refused.field, refused.message))
    seen[entry.key] = line
    return Row(line, entry)


def _csv_rows(text: str) -> Iterator[_Fields]:
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(reader, [])]
    except csv.Error as problem:
        raise InvalidInput(f"The file is not CSV: {problem}.", field="file") from None
    missing = [name for name in ("text", "publisher", "title") if name not in names]
    if missing:
        raise InvalidInput(f"The first line has no column “{missing[0]}”.", field="file")
    before = reader.line_num
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            yield before + 1, {}, f"This row is not CSV: {problem}."
        else:
            if len(values) > len(names):
                yield before + 1, {}, f"This row has {len(values)} fields; the first line names {len(names)}."
            elif any(value.strip() for value in values):
                yield before + 1, dict(zip(names, values, strict=False)), ""
        before = reader.line_num


def _jsonl_rows(text: str) -> Iterator[_Fields]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            yield number, {}, "This line is not JSON."
            continue
        if not isinstance(value, dict):
            yield number, {}, "This line is not a JSON object."
            continue
        source = value.pop("source", None)
        if source is not None and not isinstance(source, dict):
            yield number, {}, "“source” is not an object."
            continue
        yield number, {**value, **(source or {}), "key": value.get("key", value.get("id"))}, ""


def _new_reference(values: Mapping[str, object]) -> NewReference:
    def text(name: str) -> str:
        value = values.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise InvalidInput(f"“{name}” is not text.", field=name)
        return value.strip()

    return NewReference(
        text=text("text"),
        publisher=text("publisher"),
        title=text("title"),
        url=text("url"),
        kind=text("kind") or SourceKind.SECONDARY.value,
        published_at=parse_date(text("published_at"), "published_at"),
        as_of=parse_date(text("as_of"), "as_of"),
        valid_until=parse_date(text("valid_until"), "valid_until"),
        key=text("key"),
    )


def parse_date(value: str, field: str) -> date | None:
    """An ISO date, or the day of an ISO date and time; None when empty. Raises `InvalidInput`."""
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10] if value[10:11] in ("T", " ") else value)
    except ValueError:
        raise InvalidInput(f"“{field}” is not a date like 2025-01-27.", field=field) from None


def entry_of(new: NewReference) -> ReferenceEntry:
    """The checked entry of a new reference, under its natural key. Raises `InvalidInput` with the field."""
    text = " ".join(new.text.split())
    _require(text, "text", LONGEST_TEXT)
    _require(new.publisher, "publisher", _LONGEST_FIELD)
    _require(new.title, "title", _LONGEST_FIELD)
    if len(new.key) > _LONGEST_FIELD or _UNSAFE.search(new.key):
        raise InvalidInput(f"A key has at most {_LONGEST_FIELD} printable characters.", field="key")
    _require_link(new.url)
    try:
        kind = SourceKind(new.kind)
    except ValueError:
        raise InvalidInput("“kind” is primary or secondary.", field="kind") from None
    if new.as_of and new.valid_until and new.valid_until < new.as_of:
        raise InvalidInput("“valid_until” lies before “as_of”.", field="valid_until")
    source = Source(new.publisher, new.title, new.url, kind, new.published_at)
    return ReferenceEntry(new.key or _natural_key(text, source), text, source, new.as_of, new.valid_until)


def _require(value: str, field: str, longest: int) -> None:
    if not value.strip():
        raise InvalidInput(f"“{field}” is empty.", field=field)
    if len(value) > longest:
        raise InvalidInput(f"“{field}” has more than {longest:,} characters.", field=field)
    if _UNSAFE.search(value):
        raise InvalidInput(f"“{field}” holds bytes that are not UTF-8 text.", field=field)


def _require_link(url: str) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = None
    fits = parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname)
    if not fits or len(url) > _LONGEST_URL or not url.isprintable() or " " in url:
        raise InvalidInput("“url” is not a web address (http or https).", field="url")


def _natural_key(text: str, source: Source) -> str:
    content = "\x1f".join((text, source.publisher, source.title, source.url))
    return hashlib.sha256(content.encode()).hexdigest()[:24]
