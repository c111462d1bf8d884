"""Keeping the newsroom's verified references."""

from collections.abc import Callable, Sequence
from datetime import datetime

from factcheck.desk.imports import entry_of, read_rows
from factcheck.desk.library import Library
from factcheck.desk.reports import ImportReport, NewReference, ReferenceReport, ReferenceUse
from factcheck.domain.errors import AlreadyExists, InvalidInput, NotAllowed
from factcheck.domain.evidence import Reference
from factcheck.domain.people import Actor, Role, Scope
from factcheck.store.engine import Store
from factcheck.store.records import Listing, Outcome, ReferenceEntry, ReferenceUseRecord, shown_state

_LONGEST_QUERY = 500
_ROWS_AT_ONCE = 2_000
"""Rows stored in one transaction: other writers wait for it, for half a second or so."""


class ReferenceDesk:
    """Adds, imports, finds and shows references."""

    def __init__(
        self, store: Store, library: Library, clock: Callable[[], datetime], max_import_rows: int
    ) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self._max_import_rows = max_import_rows

    def add(self, new: NewReference, actor: Actor) -> ReferenceReport:
        """Store one reference; raises `InvalidInput` with the field, `AlreadyExists`, `NotAllowed`."""
        _require_keeper(actor)
        entry = entry_of(new)
        now = self._clock()
        with self._store.transaction() as tx:
            if tx.references.find_by_key(entry.key) is not None:
                raise AlreadyExists("This reference is in the store already.", field="key")
            stored = tx.references.upsert(entry, actor=actor, now=now)
            tx.audit.append(
                "reference.added",
                subject_type="reference",
                subject_id=stored.reference_id,
                actor=actor,
                now=now,
                detail={"key": entry.key},
            )
            tx.commit()
        self._library.index_missing()
        return self.get(stored.reference_id)

    def import_rows(
        self,
        data: bytes,
        format: str,  # noqa: A002 -- the word that users know
        actor: Actor,
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> ImportReport:
        """Store the good rows of a `csv` or `jsonl` file and name the bad ones by line.

        `progress` is told how many of how many references are embedded. Raises `InvalidInput` or `TooLarge`
        for a file that cannot be read at all, `NotAllowed`; then nothing changed. A large file is stored in
        several transactions; repeated after a stop, it finds the earlier ones unchanged and goes on.
        """
        _require_keeper(actor)
        rows = read_rows(data, format, limit=self._max_import_rows)
        entries = [row.entry for row in rows if row.entry is not None]
        errors = tuple(row.error for row in rows if row.error is not None)
        outcomes = [
            outcome
            for first in range(0, len(entries), _ROWS_AT_ONCE)
            for outcome in self._store_rows(entries[first : first + _ROWS_AT_ONCE], actor)
        ]
        report = ImportReport(
            added=outcomes.count(Outcome.ADDED),
            updated=outcomes.count(Outcome.UPDATED),
            unchanged=outcomes.count(Outcome.UNCHANGED),
            errors=errors,
        )
        changed = report.added + report.updated
        self._library.index_missing(
            (lambda done: progress(min(done, changed), changed)) if progress is not None else None
        )
        return report

    def _store_rows(self, entries: Sequence[ReferenceEntry], actor: Actor) -> list[Outcome]:
        now = self._clock()
        with self._store.transaction() as tx:
            stored = tx.references.upsert_many(entries, actor=actor, now=now)
            for entry, one in zip(entries, stored, strict=True):
                if one.outcome is Outcome.UPDATED:
                    tx.audit.append(
                        "reference.updated",
                        subject_type="reference",
                        subject_id=one.reference_id,
                        actor=actor,
                        now=now,
                        detail={"from": one.before, "to": entry},
                    )
            outcomes = [one.outcome for one in stored]
            added, updated = outcomes.count(Outcome.ADDED), outcomes.count(Outcome.UPDATED)
            if added or updated:
                tx.audit.append(
                    "references.imported",
                    subject_type="references",
                    subject_id="",
                    actor=actor,
                    now=now,
                    detail={"added": added, "updated": updated},
                )
            tx.commit()
        return outcomes

    def search(self, query: str = "", *, limit: int = 50, cursor: str | None = None) -> Listing[Reference]:
        """References that hold every word of `query`, newest first; all of them for an empty one."""
        if len(query) > _LONGEST_QUERY:
            raise InvalidInput(f"A search has at most {_LONGEST_QUERY} characters.", field="query")
        with self._store.reading() as tx:
            return tx.references.search(query, limit=limit, cursor=cursor)

    def get(self, reference_id: str) -> ReferenceReport:
        """A reference with the claims that used it; raises `NotFound`."""
        now = self._clock()
        with self._store.reading() as tx:
            stored = tx.references.get(reference_id)
            uses = tx.claims.uses_of_reference(reference_id)
        return ReferenceReport(
            stored.reference,
            stored.added_at,
            stored.added_by,
            tuple(_use(record, now) for record in uses),
        )


def _require_keeper(actor: Actor) -> None:
    may = Scope.REFERENCES in actor.scopes or (actor.role is not None and actor.role.reaches(Role.CHECKER))
    if not may:
        raise NotAllowed("This key may not add references.")


def _use(record: ReferenceUseRecord, now: datetime) -> ReferenceUse:
    relation = record.relation.value if record.relation else "named in the decision"
    return ReferenceUse(
        claim_id=record.claim_id,
        article_id=record.article_id,
        article_title=record.article_title,
        quote=record.quote,
        relation=relation,
        state=shown_state(record.state, record.lease, now),
    )
