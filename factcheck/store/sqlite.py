"""SQLite as the store: one file, many readers, one writer at a time."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

from factcheck.domain.errors import MigrationDue, StoreFailed

BUSY_SECONDS = 30
"""How long a writer waits for its turn."""

_MODE = "factcheck_mode"


def connect(url: URL, **options: Any) -> Engine:
    """An engine whose transactions begin as `for_reading` and `for_writing` say."""
    path = Path(url.database or "")
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS},
        **(options or {"pool_size": 10, "max_overflow": 90, "pool_timeout": BUSY_SECONDS}),
    )

    @event.listens_for(engine, "do_connect")
    def _only_what_exists(*_: Any) -> None:
        # SQLite would make an empty file, readable by all, at a mistyped path.
        if not path.exists():
            raise MigrationDue(f"There is no store at {path}.")

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver would begin transactions only before some statements, and never IMMEDIATE.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        # NORMAL may lose the last commits when the power fails; a checker's note is worth one fsync.
        connection.execute("PRAGMA synchronous = FULL")
        # Without this, INSERT OR REPLACE would get past the trigger that guards the audit log.
        connection.execute("PRAGMA recursive_triggers = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_MODE) == "writing"
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        # IMMEDIATE queues writers at the start: one that has read first and then finds that it may not write
        # any more could only fail.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def for_writing(engine: Engine) -> Engine:
    """The same connections, in transactions that write."""
    return engine.execution_options(**{_MODE: "writing"})


def for_reading(engine: Engine) -> Engine:
    """The same connections, in transactions that SQLite lets write nothing."""
    return engine.execution_options(**{_MODE: "reading"})


@contextmanager
def for_migrating(url: URL) -> Iterator[Connection]:
    """A transaction that holds the whole file, with foreign keys checked at its end.

    Makes the file and its folders, for the owner alone, where they are missing.
    """
    path = Path(url.database or "")
    _make_private(path)
    engine = for_writing(connect(url, poolclass=NullPool))
    with engine.connect() as connection:
        driver = cast("sqlite3.Connection", connection.connection.driver_connection)
        _use_write_ahead_log(driver)
        # A migration that rebuilds a table drops the old one, which must not reach into others.
        driver.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise StoreFailed(f"The migration would leave rows of {broken[0]} without their counterpart.")


def _make_private(path: Path) -> None:
    try:
        for folder in reversed(path.parents):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreFailed(f"The store cannot be made at {path}: {error.strerror}.") from error


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch the file over for good. When another process does the same, SQLite does not always wait."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
            continue
        if mode != "wal":
            raise StoreFailed("The store's file system does not allow SQLite's write-ahead log.")
        return
