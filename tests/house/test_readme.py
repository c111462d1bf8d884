"""The README names every setting, command and code of the gate, and no setting that is not there."""

import re
from pathlib import Path

import click
import pytest

from factcheck.cli import main
from factcheck.domain.policy import Conclusion, ReasonCode
from factcheck.settings import SETTINGS, Settings

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_settings_table_is_the_settings() -> None:
    rows = re.findall(r"^\| `(FACTCHECK_\w+)` \| (.*?) \| (.*) \|$", README, re.MULTILINE)
    expected = [(name, f"`{default}`" if default else "", meaning) for name, default, meaning in SETTINGS]
    assert rows == expected


def test_every_variable_that_the_readme_names_is_a_setting() -> None:
    known = {name for name, _, _ in SETTINGS}
    assert set(re.findall(r"FACTCHECK_[A-Z_]+", README)) <= known


def commands(group: click.Group, before: str = "factcheck") -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = []
    for name, command in group.commands.items():
        full = f"{before} {name}"
        found += commands(command, full) if isinstance(command, click.Group) else [(full, command)]
    return found


@pytest.mark.parametrize("name", [name for name, _ in commands(main)])
def test_every_command_is_in_the_readme(name: str) -> None:
    assert name in README


@pytest.mark.parametrize(("name", "command"), commands(main))
def test_every_command_and_option_says_what_it_does(name: str, command: click.Command) -> None:
    assert command.help, name
    undescribed = [
        p.name
        for p in command.params
        if isinstance(p, click.Option) and not p.help and p.name not in ("password", "role", "name", "scopes")
    ]
    assert not undescribed, f"{name}: {undescribed}"


@pytest.mark.parametrize("code", [*ReasonCode, *Conclusion])
def test_every_code_of_the_gate_is_in_the_readme(code: str) -> None:
    assert f"`{code}`" in README


def test_the_environment_is_read_into_the_fields_it_names() -> None:
    settings = Settings.from_environment({"FACTCHECK_PORT": "9000", "FACTCHECK_SECURE_COOKIES": "yes"})
    assert (settings.port, settings.secure_cookies) == (9000, True)
