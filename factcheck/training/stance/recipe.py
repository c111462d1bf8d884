"""What the shipped stance model is trained on: public pairs, the newsroom's own, variants of both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.bench.formats import read_pairs
from factcheck.matching.encoder import Encoder
from factcheck.text.parser import Parser
from factcheck.training.perturbations.make import balanced, perturb, true_pairs
from factcheck.training.perturbations.pair import Perturbed, TruePair
from factcheck.training.stance.examples import (
    CLASSES,
    PAIRS,
    PASSAGES,
    PUBLIC,
    Example,
    copies,
    example,
    own_pairs,
    public_examples,
    silent_neighbours,
    strangers,
)
from factcheck.training.stance.fitting import Phase

SEED = 7
EPOCHS = 2
RATE = 1.0e-4
COPIED = 0.25
"""The share of references that are also held against a sentence of their own."""
PER_PAIR = 3
"""Variants made of each true pair."""
OWN_PER_TYPE, FEVER_PER_TYPE = 350, 200
STRANGERS = 3_000
_WEIGHT = 2
"""How often a pair that somebody wrote for this project comes, for once of all others."""
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """How many examples came from where, for the card."""

    counts: tuple[tuple[str, int], ...]


def phases(data: Path, encoder: Encoder, parser: Parser, progress: Progress) -> tuple[list[Phase], Taken]:
    """All phases from the public sets in the folder `data` and our own pairs; raises `InvalidInput`."""
    public = public_examples(data, SEED)
    sentences = [example(row) for row in own_pairs(PAIRS, kept_back=False)]
    passages = [example(row) for row in own_pairs(PASSAGES, kept_back=False)]
    newsroom = [row for row in public if row.group]
    silent = silent_neighbours([row for row in public if row.title], SEED)
    copied = copies([*newsroom, *sentences, *passages], SEED, COPIED)

    progress("making variants of true pairs")
    own_true = true_pairs([*own_pairs(PAIRS, kept_back=False), *own_pairs(PASSAGES, kept_back=False)])
    fever = (replace(row, group=row.id) for row in read_pairs(data / PUBLIC[0].file))
    fever_true = true_pairs(fever)
    own_variants = _varied(own_true, parser, OWN_PER_TYPE)
    fever_variants = _varied(fever_true, parser, FEVER_PER_TYPE)
    strange = strangers([*sentences, *passages], encoder, SEED, STRANGERS)
    everything = [
        *_WEIGHT * [*sentences, *passages, *newsroom],
        *(row for row in public if not row.group),
        *silent,
        *copied,
        *own_variants,
        *fever_variants,
        *strange,
    ]
    taken = Taken(
        (
            ("public sets", len(public) - len(newsroom)),
            ("newsroom pairs, first batch", len(newsroom)),
            ("own sentence pairs", len(sentences)),
            ("own passage pairs", len(passages)),
            ("variants of own true pairs, made in code", len(own_variants)),
            ("variants of FEVER's true pairs, made in code", len(fever_variants)),
            ("claims beside another passage of the same page", len(silent)),
            ("claims beside a reference of another group", len(strange)),
            ("sentences of references held against them", len(copied)),
        )
    )
    return [Phase("all pairs", everything, EPOCHS, RATE)], taken


def _varied(rows: Sequence[TruePair], parser: Parser, per_type: int) -> list[Example]:
    made: list[Perturbed] = balanced(perturb(rows, parser, SEED, PER_PAIR), SEED, per_type)
    return [Example(one.claim, one.reference, CLASSES.index(one.label), one.type, one.group) for one in made]
