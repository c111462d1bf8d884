"""Fills an empty store with the demo newsroom of `seed_data/`. Run again, it keeps what is there."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport
from factcheck.domain.people import SYSTEM, Role
from factcheck.text.documents import Limits, read_document

SOURCE_APP = "demo"


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """An account that may sign in only while the demo runs."""

    username: str
    password: str
    name: str
    role: Role


def demo_accounts(folder: Path) -> tuple[DemoAccount, ...]:
    """The demo newsroom's people. Their passwords are no secret: outside demo mode they open nothing."""
    users = _seed(folder)["users"]
    return tuple(
        DemoAccount(u["username"], f"{u['username']}-demo-newsroom", u["name"], Role(u["role"]))
        for u in users
    )


def demo_timezone(folder: Path) -> str:
    """The time zone that the demo newsroom works in."""
    return str(_seed(folder)["newsroom"]["timezone"])


def load_demo(
    newsroom: Newsroom, folder: Path, limits: Limits, say: Callable[[str], None]
) -> list[ArticleReport]:
    """Accounts, references and articles of `folder`, as far as they are missing; reports of new checks."""
    for account in demo_accounts(folder):
        newsroom.people.ensure_demo_user(account.username, account.name, account.password, account.role)
    for path in sorted((folder / "references").glob("*.jsonl")):
        report = newsroom.references.import_rows(path.read_bytes(), "jsonl", SYSTEM)
        if report.errors:
            first = report.errors[0]
            raise ValueError(f"{path.name}, line {first.line}: {first.message}")
        if report.added:
            say(f"{report.added} references from {path.name}")
    reports = []
    for entry in _seed(folder)["articles"]:
        path = folder / entry["file"]
        if newsroom.checks.known(SOURCE_APP, path.stem):
            continue
        document = read_document(
            path.read_bytes(),
            filename=path.name,
            published_at=datetime.fromisoformat(entry["published_at"]),
            limits=limits,
        )
        checked = newsroom.checks.check(
            Submission(
                document,
                source_app=SOURCE_APP,
                source_id=path.stem,
                desk=entry["desk"],
                author=entry["author"],
                deadline=datetime.fromisoformat(entry["deadline"]),
            ),
            SYSTEM,
        )
        say(f"Checked “{checked.title}”: {checked.counts.claims} claims")
        reports.append(checked)
    return reports


def _seed(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "newsroom.toml").read_text(encoding="utf-8"))
