"""The card of the check-worthiness weights: what they are, what they were fitted on, and how they do."""

from collections.abc import Sequence

from factcheck.claims.traits import TRAITS
from factcheck.training.worthiness import Measured, Trained

_HEAD = """# Check-worthiness: model card

**What it is.** A logistic regression over {traits} named traits of a sentence and its
{dimensions}-dimensional vector by `{encoder}`.
It says how much a claim is worth a fact-checker's time, from 0 to 1, and orders the queue together with the
harm that being wrong would do. It never decides whether something is true, and never clears anything.
Version `{version}`.

**Trained on** {rows:,} different sentences from {sources:,} sources:

{data}

**How.** `{command}`. The penalty (inverse strength {penalty:g}) was chosen by cross-validation over whole
sources, calibration and threshold ({threshold:g}, the best F1) come from the same held-out scores. Nothing
was fitted on the files that it is measured on below.

**How it does.**

| data | sentences | worth a check | average precision | AUROC | F1 at {threshold:g} | calibration error |
| --- | --- | --- | --- | --- | --- | --- |
{measured}

**What to know.** The labels say what people found worth checking in the training texts, which are not your
newspaper: a probability of 0.7 is one of those texts. Read scores as an order. Length speaks for a check, so
brief sentences get less than they deserve. On short messages of social media it is of no use.

**Weights of the traits** (per unit; 0 or 1 unless it is a count or a length, which go in as log(1 + n)):

| trait | weight | mean in training |
| --- | --- | --- |
{weights}
"""


def card(trained: Trained, measured: Sequence[Measured], data: Sequence[str], command: str) -> str:
    """The card as Markdown; `data` has one line for each training file: its name, origin and licence."""
    model = trained.model
    rows = "\n".join(_row(one) for one in (trained.held_out, *measured))
    weights = "\n".join(
        f"| {trait.phrase} | {model.traits[trait.name]:+.2f} | {model.usual[trait.name]:.2f} |"
        for trait in sorted(TRAITS, key=lambda one: -model.traits[one.name])
    )
    return _HEAD.format(
        traits=len(TRAITS),
        dimensions=len(model.vector),
        encoder=model.encoder,
        version=model.version,
        rows=trained.rows,
        sources=trained.sources,
        data="\n".join(f"- {line}" for line in data),
        command=command,
        penalty=trained.penalty,
        threshold=model.threshold,
        measured=rows,
        weights=weights,
    )


def _row(one: Measured) -> str:
    figures = (one.average_precision, one.auroc, one.f1, one.calibration_error)
    told = " | ".join("–" if figure is None else f"{figure:.3f}" for figure in figures)
    return f"| {one.data} | {one.rows:,} | {one.worthy:,} | {told} |"
