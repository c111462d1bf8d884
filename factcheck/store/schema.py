"""Which schema the store has, and bringing it to the one this version needs."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from factcheck.domain.errors import MigrationDue, StoreFailed
from factcheck.store.tables import Row

WORD_INDEX = "reference_words"
"""Prefix of the word index's own tables, columns and indexes, which no SQLModel table describes."""


def comparison() -> dict[str, Any]:
    """How migrations see the tables; also what the tests compare a migrated store with."""
    return {
        "target_metadata": Row.metadata,
        "include_name": _is_ours,
        "compare_type": True,
        "render_as_batch": True,
    }


def _is_ours(name: str | None, _kind: str, _parents: Any) -> bool:
    return name is None or not name.startswith(WORD_INDEX)


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration; there is no file, because the store is known only when it is opened."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest() -> str:
    """The revision this version of the product needs."""
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    if head is None:
        raise StoreFailed("The migrations are missing from this installation.")
    return head


def upgrade(connection: Connection) -> bool:
    """Run what is missing, inside the caller's transaction; whether the store was an empty one.

    Raises `StoreFailed` for a newer store.
    """
    found = current(connection)
    _refuse_newer(found)
    command.upgrade(configuration(connection), "head")
    return found is None


def require_current(connection: Connection) -> None:
    """Raise `StoreFailed` unless the store has exactly the schema this version needs.

    It is a `MigrationDue` where `upgrade` would help.
    """
    found = current(connection)
    _refuse_newer(found)
    if found is None:
        raise MigrationDue("The store is empty.")
    if found != newest():
        raise MigrationDue("The store is from an older version.")


def current(connection: Connection) -> str | None:
    """The revision the store is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if found is not None and found not in known:
        raise StoreFailed(f"The store is from a newer version of factcheck (schema {found}). Update first.")
