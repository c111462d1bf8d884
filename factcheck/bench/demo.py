"""The demo newsroom's articles and references, as material to measure speed on."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from factcheck.bench.extraction import document_of
from factcheck.bench.formats import read_articles
from factcheck.domain.articles import Document
from factcheck.settings import bundled
from factcheck.text.documents import Limits, read_document


@dataclass(frozen=True, slots=True)
class Material:
    """An article to check again and again."""

    id: str
    document: Document


@dataclass(frozen=True, slots=True)
class Workload:
    """What is checked, and the reference files (JSON Lines) it is checked against."""

    name: str
    articles: tuple[Material, ...]
    references: tuple[Path, ...]


def workload(path: Path | None, limits: Limits) -> Workload:
    """The articles of `path`, or the demo newsroom's if None; with the demo newsroom's references."""
    if path is None:
        return Workload("demo articles", demo_articles(limits), demo_references())
    return Workload(path.name, given_articles(path, limits), demo_references())


def demo_articles(limits: Limits) -> tuple[Material, ...]:
    """The demo newsroom's articles."""
    folder = bundled("seed_data")
    listed = tomllib.loads((folder / "newsroom.toml").read_text(encoding="utf-8"))["articles"]
    return tuple(_demo_article(folder / one["file"], one["published_at"], limits) for one in listed)


def _demo_article(path: Path, published_at: str, limits: Limits) -> Material:
    moment = datetime.fromisoformat(published_at)
    return Material(
        path.stem,
        read_document(path.read_bytes(), filename=path.name, published_at=moment, limits=limits),
    )


def given_articles(path: Path, limits: Limits) -> tuple[Material, ...]:
    """The articles of a file of article rows; raises `InvalidInput` for a bad row."""
    return tuple(Material(row.id, document_of(row, limits)) for row in read_articles(path, annotated=False))


def demo_references() -> tuple[Path, ...]:
    """The files that hold the demo newsroom's references."""
    return tuple(sorted((bundled("seed_data") / "references").glob("*.jsonl")))
