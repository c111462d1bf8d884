"""Says on standard error how far a measurement has come; standard output belongs to the result."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import track

Item = TypeVar("Item")
Progress = Callable[[Sequence[Any], str], Iterable[Any]]
"""Hands on the items one by one while it shows what is being done."""


def shown(items: Sequence[Item], what: str) -> Iterable[Item]:
    """The items, with a bar on standard error."""
    return track(items, description=what, console=Console(stderr=True), total=len(items))


def silent(items: Sequence[Item], what: str) -> Iterable[Item]:
    """The items, with nothing shown."""
    del what
    return items


def stretches(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in runs of `size`, the last one shorter, so that progress moves while work is batched."""
    return [items[first : first + size] for first in range(0, len(items), size)]
