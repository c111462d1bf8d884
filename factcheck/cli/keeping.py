"""Looking after the store: import, migrate, accounts, keys, audit."""

import sys
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from factcheck.cli.opening import EXIT_ERROR, demo_option, err, opened, out, read_file, settings_for
from factcheck.domain.errors import InvalidInput
from factcheck.domain.people import SYSTEM, Role, Scope
from factcheck.store.engine import open_store


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "kind", type=click.Choice(["csv", "jsonl"]), help="Default: by the file's name.")
@demo_option
def import_(file: Path, kind: str | None, *, demo: bool) -> None:
    """Import references from FILE (.csv or .jsonl).

    Bad rows are named by line and left out; then the exit code is 3.
    """
    kind = kind or file.suffix.lower().removeprefix(".")
    if kind not in ("csv", "jsonl"):
        raise InvalidInput(f"{file.name} is neither .csv nor .jsonl; say which with --format.")
    settings = settings_for(demo=demo)
    with (
        opened(settings) as newsroom,
        Progress(
            TextColumn("Embedding"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=err
        ) as bar,
    ):
        task = bar.add_task("", total=None)
        report = newsroom.references.import_rows(
            read_file(file, settings.max_upload_bytes),
            kind,
            SYSTEM,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )
        bar.update(task, total=1, completed=1, visible=False)
    for error in report.errors:
        where = f" ({error.field})" if error.field else ""
        err.print(f"line {error.line}{where}: {error.message}", markup=False)
    out.print(
        f"{report.added} added, {report.updated} updated, {report.unchanged} already there, "
        f"{len(report.errors)} left out"
    )
    sys.exit(EXIT_ERROR if report.errors else 0)


@click.command()
@demo_option
def migrate(*, demo: bool) -> None:
    """Bring the store's tables to this version; makes the store where there is none."""
    store = open_store(settings_for(demo=demo).database_url)
    try:
        made = store.migrate()
    finally:
        store.dispose()
    if made:
        out.print(
            f"There was no store at {store.address} yet: a new one was made.", markup=False, soft_wrap=True
        )
    else:
        out.print(f"The store at {store.address} is up to date.", markup=False, soft_wrap=True)


@click.group()
def user() -> None:
    """Accounts of people."""


@user.command("add")
@click.argument("username")
@click.option("--name", help="Full name; default: the username.")
@click.option("--role", type=click.Choice([r.value for r in Role]), default=Role.CHECKER.value)
@click.password_option()
def user_add(username: str, name: str | None, role: str, password: str) -> None:
    """Make an account; asks for the password."""
    with opened(settings_for()) as newsroom:
        newsroom.people.create_user(username, name or username, password, Role(role), SYSTEM)
    out.print(f"{username} can sign in as {role}.", markup=False)


@click.group()
def key() -> None:
    """API keys of programs."""


@key.command("add")
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    type=click.Choice([s.value for s in Scope]),
    multiple=True,
    default=(Scope.READ.value, Scope.CHECK.value),
    show_default=True,
)
@demo_option
def key_add(name: str, scopes: tuple[str, ...], *, demo: bool) -> None:
    """Make a key and print it. It is shown this once and stored only as a hash."""
    with opened(settings_for(demo=demo)) as newsroom:
        made = newsroom.people.create_key(name, frozenset(Scope(s) for s in scopes), SYSTEM)
    out.print(made.secret, markup=False, soft_wrap=True)


@click.group()
def audit() -> None:
    """The audit log."""


@audit.command("verify")
@demo_option
def audit_verify(*, demo: bool) -> None:
    """Walk the hash chain of the audit log; exit code 1 where it is broken."""
    with opened(settings_for(demo=demo)) as newsroom:
        report = newsroom.audit.verify()
    if report.broken_at is not None:
        out.print(f"[bold red]Broken[/] at event {report.broken_at}.")
        sys.exit(1)
    out.print(f"{report.events} events, unbroken. Head: {report.head or '(empty)'}", soft_wrap=True)
