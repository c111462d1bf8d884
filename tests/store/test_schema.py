import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from factcheck.domain.errors import StoreFailed
from factcheck.store import schema
from factcheck.store.engine import open_store
from factcheck.store.tables import Row


def test_the_migrations_make_exactly_the_tables(store: Any) -> None:
    with store._reading.connect() as connection:
        options = {key: value for key, value in schema.comparison().items() if key != "target_metadata"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Row.metadata) == []
    with store._writing.connect() as connection:
        command.check(schema.configuration(connection))


def test_the_comparison_would_see_a_difference(store: Any, raw: Any) -> None:
    raw.run("ALTER TABLE article ADD COLUMN extra INTEGER")
    with store._reading.connect() as connection:
        options = {key: value for key, value in schema.comparison().items() if key != "target_metadata"}
        context = MigrationContext.configure(connection, opts=options)
        assert [change[0] for change in compare_metadata(context, Row.metadata)] == ["remove_column"]


def test_an_empty_store_has_to_be_migrated_first(databases: Any) -> None:
    url = databases.empty()
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).touch()
    store = open_store(url)
    with pytest.raises(StoreFailed, match="factcheck migrate"):
        store.require_current()
    store.migrate()
    store.require_current()
    store.migrate()
    with store.reading() as tx:
        assert tx.references.search().total == 0
    store.dispose()


def test_a_store_from_a_newer_version_is_left_alone(store: Any, raw: Any) -> None:
    raw.run("UPDATE alembic_version SET version_num = '9999'")
    for use in (store.require_current, store.migrate):
        with pytest.raises(StoreFailed, match="newer version"):
            use()
    assert raw.run("SELECT version_num FROM alembic_version") == [("9999",)]


def test_a_store_from_an_older_version_says_so(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "newest", lambda: "9998")
    with pytest.raises(StoreFailed, match="older version"):
        store.require_current()


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_claims_of_an_older_version_are_kept_and_say_nothing_new(
    store: Any, newsroom: Any, version: str
) -> None:
    (claim_id,) = newsroom.queue_of(1)
    with store._writing.connect() as connection:
        command.downgrade(schema.configuration(connection), version)
        connection.commit()
    with pytest.raises(StoreFailed, match="older version"):
        store.require_current()
    store.migrate()
    store.require_current()
    with store.reading() as tx:
        claim = tx.claims.get(claim_id)
    assert claim.claim.people == ()
    assert (claim.judgement.inside, claim.judgement.disagreement) == ((), None)


def test_evidence_of_an_older_version_names_no_copies_and_words_are_still_found(
    store: Any, newsroom: Any
) -> None:
    first, second = newsroom.references(newsroom.entry("a"), newsroom.entry("b"))
    judgement = newsroom.judgement(references=[first], copies=[second])
    with store.transaction() as tx:
        revision = newsroom.article(tx)
        draft = newsroom.draft("DeepSeek spent $6m.", 0, 19)
        (claim,) = tx.claims.add_all(revision.id, [replace(draft, judgement=judgement)])
        tx.commit()
    assert newsroom.claim(claim.id).judgement.evidence[0].copies == (second,)
    with store._writing.connect() as connection:
        command.downgrade(schema.configuration(connection), "0002")
        connection.commit()
    store.migrate()
    store.require_current()
    (evidence,) = newsroom.claim(claim.id).judgement.evidence
    assert (evidence.reference, evidence.copies) == (first, ())
    assert [hit.id for hit in store.lexical("DeepSeek", 5)] == [first.id, second.id]


def test_several_processes_may_migrate_at_once(databases: Any) -> None:
    url = databases.empty()
    script = (
        "import sys; from factcheck.store.engine import open_store\n"
        "store = open_store(sys.argv[1]); print('ready', flush=True); sys.stdin.readline()\n"
        "store.migrate(); store.require_current(); store.dispose()"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    ends = [(process.communicate()[1], process.returncode) for process in processes]
    assert ends == [("", 0)] * 4
    store = open_store(url)
    store.require_current()
    store.dispose()
