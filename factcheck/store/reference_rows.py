"""Between reference rows and the domain's values."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.evidence import Reference, Source
from factcheck.store.tables import GenerationRow, ReferenceRow, SourceRow

Item = TypeVar("Item")

_AT_ONCE = 500
"""Values in one IN list; SQLite's own limit is far above, but statements of this size are already cheap."""


def with_sources() -> Select[ReferenceRow, SourceRow]:
    """All references, each with its source."""
    return select(ReferenceRow, SourceRow).join(SourceRow, col(SourceRow.id) == col(ReferenceRow.source_id))


def reference_of(row: ReferenceRow, source: SourceRow) -> Reference:
    """The record of a row."""
    return Reference(
        id=row.id,
        key=row.key,
        text=row.text,
        source=source_of(source),
        as_of=row.as_of,
        valid_until=row.valid_until,
        superseded_by=row.superseded_by,
        version=row.version,
    )


def source_of(row: SourceRow) -> Source:
    """The record of a row."""
    return Source(row.publisher, row.title, row.url, row.kind, row.published_at)


def references_by_id(session: Session, ids: Sequence[str]) -> dict[str, Reference]:
    """The references that exist among these."""
    found: dict[str, Reference] = {}
    for some in batches(ids):
        for row, source in session.execute(with_sources().where(col(ReferenceRow.id).in_(some))):
            found[row.id] = reference_of(row, source)
    return found


def batches(items: Sequence[Item]) -> Iterator[list[Item]]:
    """`items` in pieces that fit into one statement."""
    remaining = iter(items)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some


def note_change(session: Session) -> None:
    """Tell everybody who built something from the references that it is old."""
    number = col(GenerationRow.number)
    session.execute(
        update(GenerationRow)
        .where(col(GenerationRow.kind) == "reference")
        .values(number=number + 1)
        .execution_options(synchronize_session=False)
    )
