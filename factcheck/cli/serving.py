"""`factcheck serve` and `factcheck demo`."""

import asyncio
import dataclasses
import signal
import socket

import click
from granian.constants import Interfaces
from granian.server.embed import Server

from factcheck.cli.opening import err, out, settings_for
from factcheck.desk.demo import demo_accounts, load_demo
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.domain.errors import InvalidInput
from factcheck.settings import Settings, bundled
from factcheck.text.documents import Limits
from factcheck.web.app import create_app

_host_option = click.option("--host", help="Address to listen on.")
_port_option = click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.")


@click.command()
@_host_option
@_port_option
def serve(host: str | None, port: int | None) -> None:
    """Serve the web application and the API."""
    settings = _with_address(settings_for(), host, port)
    settings.signing_secret()
    _require_free_port(settings)
    newsroom = open_newsroom(settings)
    if not newsroom.people.users():
        err.print("There is no account yet. Make one with: factcheck user add NAME --role admin")
    _serve(settings, newsroom)


@click.command()
@_host_option
@_port_option
def demo(host: str | None, port: int | None) -> None:
    """Set up the demo newsroom in its own store, check its articles, and serve it."""
    settings = _with_address(settings_for(demo=True), host, port)
    _require_free_port(settings)
    folder = bundled("seed_data")
    with err.status("Loading the language models …") as status:
        newsroom = open_newsroom(settings)
        newsroom.warm_up()
        status.update("Reading references and checking the articles …")
        checked = load_demo(newsroom, folder, Limits.of(settings), err.print)
    if not checked:
        err.print("The demo newsroom is there already; nothing was changed.")
    out.print(f"\n[bold]factcheck demo[/] is ready at [bold]http://{settings.host}:{settings.port}/[/]\n")
    for account in demo_accounts(folder):
        out.print(f"  {account.role.value:8} {account.username:8} password {account.password}")
    out.print("\nStop it with Ctrl-C. What you do there is kept for the next time.")
    _serve(settings, newsroom)


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


def _serve(settings: Settings, newsroom: Newsroom) -> None:
    async def run() -> None:
        server = Server(
            create_app(settings, newsroom),
            address=settings.host,
            port=settings.port,
            interface=Interfaces.ASGI,
        )
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, server.stop)
        await server.serve()

    try:
        asyncio.run(run())
    finally:
        newsroom.close()
