"""`factcheck bench …`: measurements that anyone can run again.

Tables or, with `--json`, one JSON object go to standard output, progress and complaints to standard error.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console, RenderableType

from factcheck.bench import extraction, newsroom, retrieval, speed, tables, verdict, worthiness
from factcheck.bench.demo import workload
from factcheck.bench.progress import shown
from factcheck.bench.propositions import has_propositions, measure_propositions
from factcheck.bench.results import as_json, require_writable, write_rows
from factcheck.claims.extract import Extractor
from factcheck.claims.worthiness import load_worthiness
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.settings import Settings
from factcheck.text.documents import Limits
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Judge
from factcheck.verdict.learned import MODEL, RULES, shipped_stance

Command = TypeVar("Command", bound=Callable[..., Any])
Figures = TypeVar("Figures")

_path = click.Path(path_type=Path)
_json = click.option("--json", "as_object", is_flag=True, help="Print one JSON object and nothing else.")
_predictions = click.option(
    "--predictions",
    type=_path,
    callback=lambda _context, _option, path: path and require_writable(path),
    help="Write what the system says of each item to this file, as JSON Lines.",
)


@click.group()
def bench() -> None:
    """Measure quality on labelled data, and speed. Needs no network."""


@bench.command("verdict")
@click.argument("file", type=_path)
@_json
@_predictions
def bench_verdict(file: Path, *, as_object: bool, predictions: Path | None) -> None:
    """Judge one claim against one reference, for each row of FILE."""
    settings = Settings.from_environment()
    parser = _parser(settings)
    encoder = SentenceTransformerEncoder(settings.encoder)
    machine = verdict.Machine(
        Extractor(parser),
        encoder,
        Judge(parser, encoder=encoder),
        (("network alone", shipped_stance(MODEL)), ("rules alone", shipped_stance(RULES))),
    )
    figures, rows = verdict.measure(file, machine, shown)
    _report(figures, rows, tables.verdict_tables, predictions, as_object=as_object)


@bench.command("newsroom")
@click.argument("folder", type=_path, metavar="DIR")
@_json
@_predictions
def bench_newsroom(folder: Path, *, as_object: bool, predictions: Path | None) -> None:
    """Check the articles of DIR against its references, in a fresh store."""
    figures, rows = newsroom.measure(folder, Settings.from_environment(), shown)
    _report(figures, rows, tables.newsroom_tables, predictions, as_object=as_object)


@bench.command("extraction")
@click.argument("file", type=_path)
@_json
@_predictions
def bench_extraction(file: Path, *, as_object: bool, predictions: Path | None) -> None:
    """Find the claims in the articles of FILE, or in its sentences with propositions."""
    settings = Settings.from_environment()
    parser = _parser(settings)
    extractor, limits = Extractor(parser), Limits.of(settings)
    if has_propositions(file):
        found = measure_propositions(file, extractor, limits, shown)
        _report(*found, tables.proposition_tables, predictions, as_object=as_object)
        return
    figures, rows = extraction.measure(file, extractor, parser, limits, shown)
    _report(figures, rows, tables.extraction_tables, predictions, as_object=as_object)


@bench.command("worthiness")
@click.argument("file", type=_path)
@_json
@_predictions
def bench_worthiness(file: Path, *, as_object: bool, predictions: Path | None) -> None:
    """Score each sentence of FILE by how much it is worth a check."""
    figures, rows = worthiness.measure(file, load_worthiness(), SentenceTransformerEncoder(), shown)
    _report(figures, rows, tables.worthiness_tables, predictions, as_object=as_object)


@bench.command("retrieval")
@click.argument("folder", type=_path, metavar="DIR")
@_json
@_predictions
def bench_retrieval(folder: Path, *, as_object: bool, predictions: Path | None) -> None:
    """Search the corpus for the queries in DIR."""
    encoder = SentenceTransformerEncoder(Settings.from_environment().encoder)
    figures, rows = retrieval.measure(folder, encoder, shown)
    _report(figures, rows, tables.retrieval_tables, predictions, as_object=as_object)


@bench.command("speed")
@click.option("--articles", type=_path, help="Article rows to check; default: the demo newsroom's.")
@click.option("--runs", type=click.IntRange(1), default=5, show_default=True, help="How often.")
@_json
@_predictions
def bench_speed(articles: Path | None, runs: int, *, as_object: bool, predictions: Path | None) -> None:
    """Time whole checks, and a bare encoder on the same sentences."""
    settings = Settings.from_environment()
    figures, rows = speed.measure(workload(articles, Limits.of(settings)), runs, settings, shown)
    _report(figures, rows, tables.speed_tables, predictions, as_object=as_object)


def _parser(settings: Settings) -> Parser:
    return Parser(max_sentence_chars=settings.max_sentence_chars)


def _report(
    figures: Figures,
    rows: Iterable[object],
    tables_of: Callable[[Figures], Iterable[RenderableType]],
    predictions: Path | None,
    *,
    as_object: bool,
) -> None:
    if predictions is not None:
        write_rows(predictions, rows)
    if as_object:
        click.echo(as_json(figures))
        return
    console = Console(highlight=False)
    for table in tables_of(figures):
        console.print(table)
