"""Which schema the store has, and bringing it to the one this version needs."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from factcheck.domain.errors import StoreFailed
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


def upgrade(connection: Connection) -> None:
    """Run what is missing, inside the caller's transaction; raises `StoreFailed` for a newer store."""
    _refuse_newer(current(connection))
    command.upgrade(configuration(connection), "head")


def require_current(connection: Connection) -> None:
    """Raise `StoreFailed` unless the store has exactly the schema this version needs."""
    found = current(connection)
    _refuse_newer(found)
    if found is None:
        raise StoreFailed("The store is empty. Run `factcheck migrate` first.")
    if found != newest():
        raise StoreFailed("The store is from an older version. Run `factcheck migrate` first.")


def current(connection: Connection) -> str | None:
    """The revision the store is at; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}
    if found is not None and found not in known:
        raise StoreFailed(f"The store is from a newer version of factcheck (schema {found}). Update first.")
