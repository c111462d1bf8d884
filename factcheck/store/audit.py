"""The audit log: append-only and hash-chained.

The hash of an event is the SHA-256 of a JSON list of all its fields and the hash before it, so that no event
can be changed, dropped or slipped in without breaking every later one. A chain cannot show that its end was
cut off: note the head elsewhere to be able to tell.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import RowMapping, insert, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.people import Actor
from factcheck.store.cursors import LARGEST_NUMBER, page_size
from factcheck.store.locks import lock_name
from factcheck.store.records import ChainReport, StoredEvent
from factcheck.store.tables import AuditEventRow

BEGINNING = "0" * 64
"""What stands for the previous hash of the first event."""

_READ_AT_ONCE = 1_000


class AuditRepository:
    """Appends events to the chain and reads them."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._pending: list[dict[str, Any]] = []

    def append(
        self,
        action: str,
        *,
        subject_type: str,
        subject_id: str,
        actor: Actor,
        now: datetime,
        detail: Mapping[str, object] | None = None,
    ) -> None:
        """Add one event to this unit of work; it gets its place in the chain when the work is committed.

        `detail` may hold whatever JSON can say, and dates, enums and frozen dataclasses.
        """
        self._pending.append(
            {
                "at": now,
                "actor_id": actor.id,
                "actor_name": actor.name,
                "action": action,
                "subject_type": subject_type,
                "subject_id": subject_id,
                "detail": canonical(detail or {}),
            }
        )

    def write_pending(self) -> None:
        """Link what was appended into the chain.

        Done last in a transaction: whoever adds to the chain holds it until the end, and must not wait for a
        row that somebody waiting for the chain holds.
        """
        if not self._pending:
            return
        lock_name(self._session, "audit")
        newest = select(col(AuditEventRow.sequence), col(AuditEventRow.hash)).order_by(
            col(AuditEventRow.sequence).desc()
        )
        last = self._session.execute(newest.limit(1)).first()
        sequence, previous = (last[0], last[1]) if last else (0, BEGINNING)
        rows = []
        for event in self._pending:
            sequence += 1
            linked = {**event, "sequence": sequence, "previous_hash": previous}
            previous = link(linked)
            rows.append({**linked, "hash": previous})
        self._session.execute(insert(AuditEventRow), rows)
        self._pending.clear()

    def lines(self, *, limit: int = 100, before: int | None = None) -> tuple[StoredEvent, ...]:
        """The newest events first; with `before`, only those of a lower sequence."""
        self.write_pending()
        query = select(AuditEventRow).order_by(col(AuditEventRow.sequence).desc()).limit(page_size(limit))
        if before is not None:
            query = query.where(col(AuditEventRow.sequence) < max(0, min(before, LARGEST_NUMBER)))
        return tuple(_event(row) for row in self._session.scalars(query))

    def of_subjects(
        self, subject_type: str, subject_ids: Sequence[str]
    ) -> dict[str, tuple[StoredEvent, ...]]:
        """Events per subject, oldest first; every asked id is a key."""
        self.write_pending()
        found: dict[str, list[StoredEvent]] = {subject_id: [] for subject_id in subject_ids}
        query = (
            select(AuditEventRow)
            .where(col(AuditEventRow.subject_type) == subject_type)
            .where(col(AuditEventRow.subject_id).in_(list(found)))
            .order_by(col(AuditEventRow.sequence))
        )
        for row in self._session.scalars(query):
            found[row.subject_id].append(_event(row))
        return {subject_id: tuple(events) for subject_id, events in found.items()}

    def verify(self) -> ChainReport:
        """Walk the whole chain in constant memory, up to the first event that does not fit."""
        self.write_pending()
        columns = AuditEventRow.metadata.tables["audit_event"].columns
        query = select(*columns).order_by(columns.sequence).execution_options(yield_per=_READ_AT_ONCE)
        events, head = 0, BEGINNING
        with self._session.execute(query) as found:
            for row in found.mappings():
                fits = (
                    row["sequence"] == events + 1
                    and row["previous_hash"] == head
                    and row["hash"] == link(row)
                )
                if not fits:
                    return ChainReport(events=events, broken_at=events + 1, head=head)
                events, head = events + 1, row["hash"]
        return ChainReport(events=events, broken_at=None, head=head)


def canonical(detail: Mapping[str, object]) -> str:
    """JSON in its one canonical form: sorted keys, no spaces, ASCII only."""
    return json.dumps(
        msgspec.to_builtins(dict(detail), order="deterministic"), sort_keys=True, separators=(",", ":")
    )


def link(event: Mapping[str, Any] | RowMapping) -> str:
    """The hash of an event, which covers everything in it and the hash before it."""
    fields = [
        event["sequence"],
        event["at"].astimezone(UTC).isoformat(timespec="microseconds"),
        event["actor_id"],
        event["actor_name"],
        event["action"],
        event["subject_type"],
        event["subject_id"],
        event["detail"],
        event["previous_hash"],
    ]
    return hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode("ascii")).hexdigest()


def _event(row: AuditEventRow) -> StoredEvent:
    return StoredEvent(
        sequence=row.sequence,
        at=row.at,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        action=row.action,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        detail=row.detail,
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
