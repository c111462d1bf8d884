"""Word lists: short ones as running text in code, long ones as files beside it."""

from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


def lines(name: str) -> list[str]:
    """The lines of `word_lists/<name>.txt`, without comments and empty ones."""
    text = files("factcheck.verdict").joinpath("word_lists", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
