"""PostgreSQL as the store: many writers on many machines."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event

LOCK_SECONDS = 30
"""How long a writer waits for another's row."""


def connect(url: URL, **options: Any) -> Engine:
    """An engine that notices dead connections and never waits for ever."""
    engine = create_engine(
        url,
        connect_args={"connect_timeout": LOCK_SECONDS},
        **(
            options
            or {"pool_size": 10, "max_overflow": 40, "pool_timeout": LOCK_SECONDS, "pool_pre_ping": True}
        ),
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
        connection.commit()

    return engine


def for_writing(engine: Engine) -> Engine:
    """The same connections; each statement sees what others have committed before it."""
    return engine.execution_options(isolation_level="READ COMMITTED")


def for_reading(engine: Engine) -> Engine:
    """The same connections, in transactions that see one moment and may write nothing."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


@contextmanager
def for_migrating(url: URL) -> Iterator[Connection]:
    """One transaction for the whole migration: it happens altogether or not at all."""
    with connect(url, poolclass=NullPool).begin() as connection:
        yield connection
