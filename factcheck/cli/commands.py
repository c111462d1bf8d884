"""All commands in one group."""

import click

from factcheck import __version__
from factcheck.bench.commands import bench
from factcheck.cli.checking import check
from factcheck.cli.keeping import audit, import_, key, migrate, user
from factcheck.cli.opening import Commands
from factcheck.cli.serving import demo, serve
from factcheck.training.commands import train


@click.group(cls=Commands)
@click.version_option(__version__)
def main() -> None:
    """Check an article's claims against the newsroom's own verified references."""


for command in (demo, serve, check, import_, migrate, user, key, audit, bench, train):
    main.add_command(command)
