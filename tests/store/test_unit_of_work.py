import stat
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError, StatementError

from factcheck.domain.errors import NotFound, StoreFailed
from factcheck.store.engine import open_store
from factcheck.store.ids import new_id


def test_forgetting_to_commit_changes_nothing(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        revision = newsroom.article(tx)
    with store.reading() as tx, pytest.raises(NotFound):
        tx.articles.get(revision.article_id)


def test_a_failure_on_the_way_changes_nothing(store: Any, newsroom: Any) -> None:
    def fail_after_writing() -> None:
        with store.transaction() as tx:
            newsroom.article(tx, source_app="cms", source_id="7")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()
    with store.reading() as tx:
        assert tx.articles.find("cms", "7") is None


def test_after_the_commit_it_is_over(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        revision = newsroom.article(tx)
        tx.commit()
        with pytest.raises(SQLAlchemyError):
            tx.articles.get(revision.article_id)
        with pytest.raises(SQLAlchemyError):
            tx.commit()


def test_reading_cannot_write(store: Any, newsroom: Any) -> None:
    with pytest.raises((StoreFailed, SQLAlchemyError)), store.reading() as tx:
        newsroom.article(tx)
    with pytest.raises(StoreFailed, match="only read"), store.reading() as tx:
        tx.commit()
    # The same connection writes again afterwards.
    assert newsroom.queue_of(1)


def test_reading_sees_one_moment(store: Any, newsroom: Any) -> None:
    newsroom.queue_of(1)
    with store.reading() as tx:
        assert tx.claims.queue(now=newsroom.now).total == 1
        newsroom.queue_of(2)
        assert tx.claims.queue(now=newsroom.now).total == 1
    with store.reading() as tx:
        assert tx.claims.queue(now=newsroom.now).total == 3


def test_a_time_without_a_zone_is_refused(store: Any) -> None:
    naive = datetime(2025, 1, 27, 14, 30)  # noqa: DTZ001 - that is the point
    with pytest.raises(StatementError, match="without a zone"), store.transaction() as tx:
        tx.articles.add(title="x", now=naive)


def test_keys_sort_by_time_and_never_repeat() -> None:
    keys = [new_id() for _ in range(5_000)]
    assert keys == sorted(keys)
    assert len(set(keys)) == 5_000
    assert all(len(key) == 26 and key[0] in "01234567" for key in keys)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://localhost/x", "sqlite://", "sqlite:///:memory:", "oracle://x"]
)
def test_other_places_are_refused(url: str) -> None:
    with pytest.raises(StoreFailed):
        open_store(url)


def test_a_server_that_is_not_there_is_a_clear_failure() -> None:
    store = open_store("postgresql://factcheck:hidden@/factcheck?host=/nowhere")
    with pytest.raises(StoreFailed) as failed:
        store.require_current()
    assert "hidden" not in failed.value.message
    with pytest.raises(StoreFailed):
        store.migrate()
    store.dispose()


def test_a_mistyped_path_makes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "a" / "store.sqlite3"
    store = open_store(f"sqlite:///{path}")
    with pytest.raises(StoreFailed, match="no store at"):
        store.require_current()
    for block in (store.reading, store.transaction):
        with pytest.raises(StoreFailed, match="no store at"), block() as tx:
            tx.references.generation()
    assert not path.parent.exists()
    store.dispose()


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "store.sqlite3"
    store = open_store(f"sqlite:///{path}")
    store.migrate()
    with store.reading() as tx:
        tx.references.generation()
        files = [path, *path.parent.glob("store.sqlite3-*")]
        assert len(files) == 3
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    store.dispose()
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_a_clear_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    store = open_store(f"sqlite:///{tmp_path}/file/store.sqlite3")
    with pytest.raises(StoreFailed):
        store.migrate()


def test_sqlite_is_set_up_to_survive_a_power_cut(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite3")
    store.migrate()
    with store.transaction() as tx:
        pragmas = {
            name: tx._session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "recursive_triggers")
        }
    store.dispose()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
        "recursive_triggers": 1,
    }
