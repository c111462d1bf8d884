"""What every command needs: the newsroom it works on, and how it refuses."""

import dataclasses
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from factcheck.desk.demo import demo_timezone
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.domain.errors import FactCheckError, InvalidInput, MigrationDue
from factcheck.settings import Settings, bundled

EXIT_ERROR = 3
DEMO_DATABASE = "sqlite:///.factcheck/demo.sqlite3"


class _Terminal(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to `Commands`: rich would exit with 1, which means “fail” here."""
        raise BrokenPipeError


out = _Terminal(highlight=False)
err = Console(stderr=True, highlight=False)


class Commands(click.Group):
    """A group whose refusals are one line on standard error and exit code 3; so does every fault end."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command. A wrong command line exits with 3: click's own code, 2, means “hold” here."""
        try:
            result = super().main(*args, **{**kwargs, "standalone_mode": False})
        except FactCheckError as problem:
            refuse(problem.message)
        except click.ClickException as problem:
            problem.show()
            sys.exit(EXIT_ERROR)
        except click.Abort:
            refuse("Stopped.")
        except Exception:  # noqa: BLE001 - Python's own code for this, 1, means “fail” here
            traceback.print_exc()
            sys.exit(EXIT_ERROR)
        # Without its standalone mode click hands the code of --help and --version back instead of exiting.
        sys.exit(result if isinstance(result, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was named; one whose reader has gone away has told nobody its answer."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # What is still buffered must not fail once more while the process ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(EXIT_ERROR)


def refuse(message: str) -> NoReturn:
    """Say why nothing was done, and exit."""
    err.print("[bold red]Error:[/]", end=" ")
    err.print(message, markup=False, soft_wrap=True)
    sys.exit(EXIT_ERROR)


demo_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--demo", is_flag=True, help="Use the demo newsroom's store."
)


def settings_for(*, demo: bool = False) -> Settings:
    """The environment's settings; the demo has its own store and time zone unless these name others."""
    if not demo:
        return Settings.from_environment()
    settings = Settings.from_environment(demo=True)
    usual = Settings()
    if settings.database_url == usual.database_url:
        settings = dataclasses.replace(settings, database_url=DEMO_DATABASE)
    if settings.timezone == usual.timezone:
        settings = dataclasses.replace(settings, timezone=demo_timezone(bundled("seed_data")))
    return settings


@contextmanager
def opened(settings: Settings) -> Iterator[Newsroom]:
    """An open newsroom, closed at the end; a refusal names the command that migrates this very store."""
    try:
        newsroom = open_newsroom(settings)
    except MigrationDue as due:
        if settings.database_url != DEMO_DATABASE:
            raise
        raise MigrationDue(due.why, "factcheck migrate --demo") from None
    try:
        yield newsroom
    finally:
        newsroom.close()


def read_file(file: Path, limit: int) -> bytes:
    """The bytes of a file, or of standard input for `-`; one more than `limit` at most."""
    if str(file) == "-":
        return sys.stdin.buffer.read(limit + 1)
    try:
        with file.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as problem:
        raise InvalidInput(f"{file} cannot be read: {problem.strerror}.") from None
