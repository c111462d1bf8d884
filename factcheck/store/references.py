"""The newsroom's verified references, by id and by natural key."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select, tuple_
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.errors import InvalidInput, NotFound
from factcheck.domain.evidence import Source
from factcheck.domain.people import Actor
from factcheck.store.ids import new_id
from factcheck.store.locks import REFERENCES, lock_name
from factcheck.store.records import Outcome, ReferenceEntry, StoredReference, Upserted
from factcheck.store.reference_rows import batches, note_change, reference_of, source_of, with_sources
from factcheck.store.tables import ReferenceIndexRow, ReferenceRow, SourceRow

LONGEST_KEY = 1_000
"""Bytes of a reference's key; PostgreSQL's index takes no more than about 2,700."""

LONGEST_SOURCE = 2_500
"""Bytes of a source's publisher, title and address together, for the same reason."""

_Pair = tuple[ReferenceRow, SourceRow]


class ReferenceRepository:
    """References as people and imports enter them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def upsert_many(
        self, entries: Sequence[ReferenceEntry], *, actor: Actor, now: datetime
    ) -> list[Upserted]:
        """Store entries under their keys, in order; of several with one key the last wins.

        A changed reference gets a higher version; with a changed text, `as_of`, publisher or title it loses
        its embeddings and profile. A source's kind and date are those of the newest entry that names it.
        Raises `InvalidInput` for a key or source that is too long to be unique.
        """
        for entry in entries:
            _refuse_long(entry)
        lock_name(self._session, REFERENCES)
        stored = [one for some in batches(entries) for one in self._upsert_some(some, actor, now)]
        if any(one.outcome is not Outcome.UNCHANGED for one in stored):
            note_change(self._session)
        return stored

    def upsert(self, entry: ReferenceEntry, *, actor: Actor, now: datetime) -> Upserted:
        """`upsert_many` for one entry."""
        return self.upsert_many([entry], actor=actor, now=now)[0]

    def supersede(self, reference_id: str, by_id: str) -> None:
        """Say that `by_id` has taken this reference's place; its version rises. Raises `NotFound`."""
        lock_name(self._session, REFERENCES)
        row = self._row(reference_id)
        if self._row(by_id).id == reference_id:
            raise InvalidInput("A reference cannot take its own place.", field="superseded_by")
        row.superseded_by = by_id
        row.version += 1
        self._session.flush()
        note_change(self._session)

    def get(self, reference_id: str) -> StoredReference:
        """The reference; raises `NotFound`."""
        found = self._session.execute(with_sources().where(col(ReferenceRow.id) == reference_id)).first()
        if found is None:
            raise NotFound("There is no reference with this id.")
        return _stored(found[0], found[1])

    def find_by_key(self, key: str) -> StoredReference | None:
        """The reference under this natural key."""
        found = self._by_keys([key]).get(key)
        return _stored(*found) if found else None

    def _row(self, reference_id: str) -> ReferenceRow:
        row = self._session.scalar(select(ReferenceRow).where(col(ReferenceRow.id) == reference_id))
        if row is None:
            raise NotFound("There is no reference with this id.")
        return row

    def _by_keys(self, keys: Sequence[str]) -> dict[str, _Pair]:
        found = self._session.execute(with_sources().where(col(ReferenceRow.key).in_(keys)))
        return {row.key: (row, source) for row, source in found}

    def _upsert_some(self, entries: Sequence[ReferenceEntry], actor: Actor, now: datetime) -> list[Upserted]:
        known = self._by_keys([entry.key for entry in entries])
        sources = self._sources(entry.source for entry in entries)
        stored = []
        outdated = []
        for entry in entries:
            pair = known.get(entry.key)
            before = _entry(*pair) if pair else None
            outcome = _outcome(before, entry)
            source = sources[_identity(entry.source)]
            source.kind, source.published_at = entry.source.kind, entry.source.published_at
            if pair is None:
                row = _new_row(entry, actor, now)
                self._session.add(row)
            else:
                row = pair[0]
            if outcome is Outcome.UPDATED:
                if (row.text, row.as_of, row.origin) != (entry.text, entry.as_of, _origin(entry)):
                    outdated.append(row.id)
                row.version += 1
            if outcome is not Outcome.UNCHANGED:
                _fill(row, entry, source)
            known[entry.key] = (row, source)
            stored.append(Upserted(row.id, outcome, before))
        self._session.flush()
        if outdated:
            self._session.execute(
                delete(ReferenceIndexRow)
                .where(col(ReferenceIndexRow.reference_id).in_(outdated))
                .execution_options(synchronize_session=False)
            )
        return stored

    def _sources(self, sources: Iterable[Source]) -> dict[tuple[str, str, str], SourceRow]:
        """A row for each of `sources`, made where there is none."""
        wanted = {_identity(source): source for source in sources}
        identity = tuple_(col(SourceRow.publisher), col(SourceRow.title), col(SourceRow.url))
        rows = self._session.scalars(select(SourceRow).where(identity.in_(list(wanted))))
        found = {_identity(source_of(row)): row for row in rows}
        for key, source in wanted.items():
            if key not in found:
                found[key] = SourceRow(
                    id=new_id(),
                    publisher=source.publisher,
                    title=source.title,
                    url=source.url,
                    kind=source.kind,
                    published_at=source.published_at,
                )
                self._session.add(found[key])
        self._session.flush()
        return found


def _identity(source: Source) -> tuple[str, str, str]:
    return source.publisher, source.title, source.url


def _outcome(before: ReferenceEntry | None, entry: ReferenceEntry) -> Outcome:
    if before is None:
        return Outcome.ADDED
    return Outcome.UNCHANGED if before == entry else Outcome.UPDATED


def _entry(row: ReferenceRow, source: SourceRow) -> ReferenceEntry:
    return ReferenceEntry(row.key, row.text, source_of(source), row.as_of, row.valid_until)


def _new_row(entry: ReferenceEntry, actor: Actor, now: datetime) -> ReferenceRow:
    return ReferenceRow(
        id=new_id(), key=entry.key, superseded_by=None, version=1, added_at=now, added_by=actor.name
    )


def _fill(row: ReferenceRow, entry: ReferenceEntry, source: SourceRow) -> None:
    row.text = entry.text
    row.origin = _origin(entry)
    row.source_id = source.id
    row.as_of, row.valid_until = entry.as_of, entry.valid_until


def _origin(entry: ReferenceEntry) -> str:
    return f"{entry.source.publisher} {entry.source.title}"


def _refuse_long(entry: ReferenceEntry) -> None:
    if _bytes(entry.key) > LONGEST_KEY:
        raise InvalidInput(f"The key has more than {LONGEST_KEY:,} bytes.", field="key")
    if sum(_bytes(part) for part in _identity(entry.source)) > LONGEST_SOURCE:
        raise InvalidInput(
            f"Publisher, title and address have more than {LONGEST_SOURCE:,} bytes together.", field="url"
        )


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _stored(row: ReferenceRow, source: SourceRow) -> StoredReference:
    return StoredReference(reference_of(row, source), row.added_at, row.added_by)
