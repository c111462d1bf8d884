"""`factcheck train …`: fitting the weights that ship with the product, again or on a newsroom's own data."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from factcheck.bench.formats import read_pairs, read_sentences
from factcheck.bench.progress import shown
from factcheck.bench.verdict import Machine
from factcheck.claims import worthiness as shipped
from factcheck.claims.extract import Extractor
from factcheck.domain.errors import InvalidInput
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.text.parser import Parser
from factcheck.training import card, worthiness
from factcheck.training.perturbations.make import balanced, perturb, true_pairs
from factcheck.verdict import learned
from factcheck.verdict.judge import Judge
from factcheck.verdict.stance import FittedStance, StanceWeights

_path = click.Path(path_type=Path)
_VARIANTS = 3
"""Made of each true pair at most."""


@click.group()
def train() -> None:
    """Fit the small models that ship with the product. Needs no network."""


@train.command("worthiness")
@click.argument("files", type=_path, nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--measure",
    "checks",
    type=_path,
    multiple=True,
    help="Labelled rows to measure it on; repeatable.",
)
@click.option(
    "--origin",
    "origins",
    multiple=True,
    help="For the card: where a training file is from and its licence; one for each FILE, in order.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=shipped.WEIGHTS.parent,
    help="Folder for the weights and their card; default: where the program reads them.",
)
def train_worthiness(
    files: tuple[Path, ...], checks: tuple[Path, ...], origins: tuple[str, ...], out: Path
) -> None:
    """Fit check-worthiness on labelled sentences: rows of id, text, label (0 or 1) and, if known, file."""
    if origins and len(origins) != len(files):
        raise click.UsageError("Give one --origin for each FILE, or none.")
    if not out.is_dir():
        raise click.UsageError(f"The folder {out} is not there.")
    asked = [(file.name, read_sentences(file)) for file in checks]  # a bad one must not cost a whole fit
    encoder = SentenceTransformerEncoder()
    trained = worthiness.train(files, encoder, datetime.now(UTC).date(), _said)
    with TemporaryDirectory(prefix=".worthiness-", dir=out) as beside:
        weights, told = Path(beside) / shipped.WEIGHTS.name, Path(beside) / shipped.CARD.name
        shipped.save_worthiness(trained.model, weights)
        kept = shipped.load_worthiness(weights)
        measured = [worthiness.evaluate(kept, name, rows, encoder) for name, rows in asked]
        names = [file.name for file in files]
        data = [f"`{name}`: {origin}" for name, origin in zip(names, origins or names, strict=True)]
        command = f"factcheck train worthiness {' '.join(names)}"
        told.write_text(card.card(trained, measured, data, command), encoding="utf-8")
        # Both are ready: until here an interruption leaves the old pair.
        weights.replace(out / shipped.WEIGHTS.name)
        told.replace(out / shipped.CARD.name)
    for one in (trained.held_out, *measured):
        click.echo(
            f"{one.data}: {one.rows:,} sentences, average precision {_figure(one.average_precision)}, "
            f"F1 {one.f1:.3f}, calibration error {_figure(one.calibration_error)}"
        )
    click.echo(f"Written: {out / shipped.WEIGHTS.name} and {shipped.CARD.name}")


@train.command("stance")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with the public training sets, as the card names them. Needed to fit the network.",
)
@click.option(
    "--sum-only",
    is_flag=True,
    help="Keep the network; fit only the sum that joins it with the rules. For after a rule was changed.",
)
@click.option(
    "--checkpoints",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("checkpoints"),
    help="Folder for checkpoints; a training that was interrupted goes on from there.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=learned.FOLDER,
    help="Folder for what ships; default: where the program reads it.",
)
def train_stance(*, data: Path | None, sum_only: bool, checkpoints: Path, out: Path) -> None:
    """Fit the model that says whether a reference supports or contradicts a claim.

    Takes about an hour and a half on one core; faster on a GPU.
    """
    from factcheck.training.stance import making, stance_card  # noqa: PLC0415 -- loads torch

    if data is None and not sum_only:
        raise click.UsageError("Give --data, or --sum-only to keep the network.")
    parser, encoder = Parser(), SentenceTransformerEncoder()
    unfitted = FittedStance("unfitted", StanceWeights((0.0, 0.0), {}), None)
    machine = Machine(Extractor(parser), encoder, Judge(parser, unfitted, encoder))
    if data is not None and not sum_only:
        checkpoints.mkdir(parents=True, exist_ok=True)
        making.make_network(data, checkpoints, out, machine, parser, _said)
    made = making.make_sum(out, machine, parser, datetime.now(UTC).date(), shown)
    (out / learned.CARD).write_text(stance_card.card(made, making.taken_by(out)), encoding="utf-8")
    for one in made.reached:
        click.echo(
            f"{one.part}: balanced accuracy {one.balanced_accuracy:.3f}, accuracy {one.accuracy:.3f}, "
            f"calibration error {one.calibration_error:.3f} on {len(made.rows):,} pairs kept back"
        )


@train.command("variants")
@click.argument("file", type=_path)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Where to write.")
@click.option("--per-type", type=click.IntRange(1), default=60, show_default=True, help="Rows of each type.")
@click.option("--seed", type=int, default=7, show_default=True, help="Another one draws other variants.")
def make_variants(*, file: Path, out: Path, per_type: int, seed: int) -> None:
    """Make labelled variants of FILE's supported pairs, one kind of error or harmless edit each.

    For `bench verdict`: recall by type on far more rows than anybody writes by hand.
    """
    rows = [replace(row, group=row.group or row.id) for row in true_pairs(read_pairs(file))]
    made = balanced(perturb(rows, Parser(), seed, _VARIANTS), seed, per_type)
    if not made:
        raise InvalidInput(f"{file.name} has no supported pair to make variants of.")
    lines = (
        {
            "id": f"variant-{number}",
            "claim": one.claim,
            "reference": one.reference,
            "label": one.label.value,
            "type": one.type,
            "group": one.group,
        }
        for number, one in enumerate(made)
    )
    out.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    click.echo(f"{len(made):,} pairs of {len({one.type for one in made})} types: {out}")


def _said(what: str) -> None:
    click.echo(what, err=True)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
