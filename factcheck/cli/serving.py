"""`factcheck serve` and `factcheck demo`."""

import dataclasses
import logging
import multiprocessing
import socket
from dataclasses import dataclass

import click
from granian.constants import Interfaces
from granian.server import Server
from litestar import Litestar

from factcheck.cli.opening import err, opened, out, settings_for
from factcheck.desk.demo import demo_accounts, load_demo
from factcheck.desk.newsroom import open_newsroom
from factcheck.domain.errors import InvalidInput
from factcheck.settings import Settings, bundled
from factcheck.text.documents import Limits
from factcheck.web.app import create_app

_host_option = click.option("--host", help="Address to listen on.")
_port_option = click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")

GRACE_SECONDS = 5
"""How long a stopping server waits for requests that are still being answered."""


@click.command()
@_host_option
@_port_option
def serve(host: str | None, port: int | None) -> None:
    """Serve the web application and the API."""
    settings = _with_address(settings_for(), host, port)
    settings = dataclasses.replace(settings, secret=settings.signing_secret())
    _require_free_port(settings)
    with opened(settings) as newsroom:
        nobody = not newsroom.people.users()
    if nobody:
        err.print("There is no account yet. Make one with: factcheck user add NAME --role admin")
    out.print(f"factcheck is served at http://{settings.host}:{settings.port}/ (stop with Ctrl-C)")
    _serve(settings)


@click.command()
@_host_option
@_port_option
def demo(host: str | None, port: int | None) -> None:
    """Set up the demo newsroom in its own store, check its articles, and serve it."""
    settings = _with_address(settings_for(demo=True), host, port)
    settings = dataclasses.replace(settings, secret=settings.signing_secret())
    _require_free_port(settings)
    folder = bundled("seed_data")
    with opened(settings) as newsroom, err.status("Setting up the demo newsroom …"):
        checked = load_demo(newsroom, folder, Limits.of(settings), err.print)
    if not checked:
        err.print("The demo newsroom is there already; nothing was changed.")
    out.print(f"\n[bold]factcheck demo[/] is ready at [bold]http://{settings.host}:{settings.port}/[/]\n")
    for account in demo_accounts(folder):
        out.print(f"  {account.role.value:8} {account.username:8} password {account.password}")
    out.print("\nStop it with Ctrl-C. What you do there is kept for the next time.")
    _serve(settings)


def _with_address(settings: Settings, host: str | None, port: int | None) -> Settings:
    return dataclasses.replace(settings, host=host or settings.host, port=port or settings.port)


def _require_free_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as problem:
            raise InvalidInput(
                f"Port {settings.port} on {settings.host} cannot be used ({problem.strerror}). "
                "Choose another with --port."
            ) from None


@dataclass(frozen=True, slots=True)
class _Application:
    """Makes the application inside the server's worker process."""

    settings: Settings

    def __call__(self) -> Litestar:
        logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
        return create_app(self.settings, open_newsroom(self.settings))


def _serve(settings: Settings) -> None:
    # A forked copy of this process would inherit the locks of the language models' threads.
    multiprocessing.set_start_method("spawn", force=True)
    Server(
        "factcheck",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        log_enabled=False,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE_SECONDS,
    ).serve(target_loader=_Application(settings), wrap_loader=False)
