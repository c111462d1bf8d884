"""Opening the store: SQLite by default, PostgreSQL by URL."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Engine, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, InterfaceError, OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.orm import Session

from factcheck.domain.errors import FactCheckError, InvalidInput, StoreFailed
from factcheck.matching.index import Hit
from factcheck.store import postgresql, schema, sqlite
from factcheck.store.locks import lock_number
from factcheck.store.unit_of_work import UnitOfWork

_migrating = threading.Lock()
"""Alembic keeps what it is working on in a global."""


class Store:
    """The newsroom's database. Thread-safe; each block below uses one connection of its own."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self._dialect = sqlite if url.get_backend_name() == "sqlite" else postgresql
        self._engine = self._dialect.connect(url)
        self._writing = self._dialect.for_writing(self._engine)
        self._reading = self._dialect.for_reading(self._engine)

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """A writing unit of work; without `commit()` nothing of it lasts.

        On SQLite writers wait for each other here, on PostgreSQL at the rows they share. Raises `StoreFailed`
        when the store cannot be reached or stays busy.
        """
        with self._explaining(), _session(self._writing) as session:
            yield UnitOfWork(session, writable=True)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A read-only snapshot: the database itself refuses to write in it. Raises `StoreFailed`."""
        with self._explaining(), _session(self._reading) as session:
            yield UnitOfWork(session, writable=False)

    def lexical(self, query: str, k: int) -> list[Hit]:
        """The `k` references that share the rarest words with `query`, best first; any text is allowed."""
        with self.reading() as tx:
            return tx.references.lexical(query, k)

    def migrate(self) -> bool:
        """Bring the schema to this version; safe when several processes do it at once.

        Returns whether this made a new store, where there was none or an empty one.

        Raises `StoreFailed` when the store was written by a newer version or cannot be reached.
        """
        with self._explaining(), _migrating, self._dialect.for_migrating(self._url) as connection:
            if self._dialect is postgresql:
                number = lock_number("migrate")
                connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
            return schema.upgrade(connection)

    def require_current(self) -> None:
        """Raise `StoreFailed` unless the schema is exactly the one this version needs."""
        with self._explaining(), self._reading.connect() as connection:
            schema.require_current(connection)

    @property
    def address(self) -> str:
        """Where the store is, fit to be shown: without the password."""
        return self._url.database or "" if self._dialect is sqlite else self._url.render_as_string()

    def dispose(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        """Turn what the driver says into what a person can use."""
        try:
            yield
        except StatementError as error:
            explained = _explained(error)
            if explained is None:
                raise
            raise explained from error
        except PoolExhausted as error:
            raise StoreFailed("The store is busy: no connection became free.") from error


def open_store(url: str) -> Store:
    """The store at `sqlite:///path` or `postgresql://…`; connects to nothing yet.

    Raises `StoreFailed` for any other kind of address, and for SQLite without a file.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreFailed("The store's address is not a database URL.") from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise StoreFailed("The store needs a file: sqlite:///path.")
        return Store(parsed)
    if backend in ("postgresql", "postgres"):
        return Store(parsed.set(drivername="postgresql+psycopg"))
    raise StoreFailed(f"The store can be at sqlite:///… or postgresql://…, not {backend}.")


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    # A committed unit of work is over: with `close_resets_only` off, using it again is an error and not a
    # second transaction that nobody commits.
    with Session(engine, expire_on_commit=False, close_resets_only=False) as session:
        yield session


def _explained(error: StatementError) -> FactCheckError | None:
    """What to say instead of the driver's words; None for a fault of our own, which has to stay visible."""
    if isinstance(error.orig, FactCheckError):
        return error.orig
    if isinstance(error.orig, UnicodeEncodeError):
        return InvalidInput("The text contains half a character pair, which cannot be stored.")
    # A file that is no database, or a damaged one, is a `DatabaseError` and none of its kinds.
    if isinstance(error, (OperationalError, InterfaceError)) or type(error) is DatabaseError:
        # The first line only: what follows can hold an article's words, which do not belong in a log.
        return StoreFailed(f"The store cannot be used: {str(error.orig).splitlines()[0]}.")
    return None
