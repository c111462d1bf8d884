"""Reading and verifying the audit log."""

import json

from factcheck.desk.reports import AuditLine
from factcheck.store.engine import Store
from factcheck.store.records import ChainReport


class AuditDesk:
    """The append-only log of everything that changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def verify(self) -> ChainReport:
        """Walk the whole hash chain."""
        with self._store.reading() as tx:
            return tx.audit.verify()

    def lines(self, *, limit: int = 100, before: int | None = None) -> tuple[AuditLine, ...]:
        """The newest events first; with `before`, only those of a lower sequence."""
        with self._store.reading() as tx:
            events = tx.audit.lines(limit=limit, before=before)
        return tuple(
            AuditLine(
                sequence=e.sequence,
                at=e.at,
                actor=e.actor_name,
                action=e.action,
                subject=f"{e.subject_type} {e.subject_id}",
                detail=json.loads(e.detail),
            )
            for e in events
        )
