"""The command line: serve, check, import and look after a newsroom's store."""

from factcheck.cli.commands import main

__all__ = ["main"]
