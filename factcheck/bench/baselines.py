"""The cheap rules that every verdict is held against, on the same rows in the same run.

A rule with a threshold gets the one that suits it best on these very rows: its figure is flattered. What it
calls supported it also clears, since it has nobody to ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.bench.claim_alone import held_out_probabilities, words
from factcheck.bench.metrics import Rate, accuracy, balanced_accuracy, best_cut, share
from factcheck.domain.evidence import MachineStatus

STATUSES = tuple(MachineStatus)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the cheap rules may see of one row. `keys` name what it shares with other rows."""

    claim: str
    reference: str
    similarity: float
    label: MachineStatus
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How one cheap rule does.

    `threshold` applies to the rule's own score. `accuracy` is by label (what the rule does not call supported
    is read as whichever other label is commoner); None where the rule says nothing. `balanced_accuracy` is
    supported against the rest. `false_clear_rate`: of the rows cleared, those that are not supported;
    `let_through`: of the rows not supported, those that are cleared; `clear_rate`: of the supported rows,
    those that are cleared.
    """

    name: str
    threshold: float | None
    accuracy: float | None
    balanced_accuracy: float | None
    false_clear_rate: Rate
    let_through: Rate
    clear_rate: float | None


@dataclass(frozen=True, slots=True)
class Guess:
    """A rule's answers, one for each row. `said` is None if it never says a status.

    `supports` says whether it takes the claim for supported, `cleared` whether it would let it pass.
    """

    name: str
    threshold: float | None
    said: tuple[MachineStatus, ...] | None
    supports: tuple[bool, ...]
    cleared: tuple[bool, ...]


def overlap(claim: str, reference: str) -> float:
    """Share of the claim's different words that are in the reference; 0.0 for a claim without words."""
    ours = set(words(claim))
    return share(len(ours & set(words(reference))), len(ours)) or 0.0


def guesses(rows: Sequence[Asked]) -> tuple[Guess, ...]:
    """The answers of all cheap rules: cosine, word overlap both ways, the claim alone, always ask."""
    labels = [row.label for row in rows]
    nobody = (False,) * len(rows)
    overlaps = [overlap(row.claim, row.reference) for row in rows]
    return (
        _by_threshold("cosine alone", [row.similarity for row in rows], labels),
        _by_threshold("word overlap alone", overlaps, labels),
        _by_threshold("inverse word overlap alone", [-one for one in overlaps], labels),
        _by_claim(rows),
        Guess("always ask a person", None, None, nobody, nobody),
    )


def spoken(name: str, said: Sequence[MachineStatus], cleared: Sequence[bool]) -> Guess:
    """The answers of somebody who says a status of every row and clears some, in the rules' terms."""
    supports = tuple(status is MachineStatus.SUPPORTED for status in said)
    return Guess(name, None, tuple(said), supports, tuple(cleared))


def scored(guess: Guess, labels: Sequence[MachineStatus]) -> Baseline:
    """The figures of one rule against the right labels."""
    supported = [label is MachineStatus.SUPPORTED for label in labels]
    cleared_right = sum(c and s for c, s in zip(guess.cleared, supported, strict=True))
    cleared_wrong = sum(guess.cleared) - cleared_right
    return Baseline(
        name=guess.name,
        threshold=guess.threshold,
        accuracy=None if guess.said is None else accuracy(guess.said, labels),
        balanced_accuracy=balanced_accuracy(guess.supports, supported),
        false_clear_rate=Rate.counted(cleared_wrong, sum(guess.cleared)),
        let_through=Rate.counted(cleared_wrong, len(supported) - sum(supported)),
        clear_rate=share(cleared_right, sum(supported)),
    )


def _by_threshold(name: str, scores: Sequence[float], labels: Sequence[MachineStatus]) -> Guess:
    cut = best_cut(scores, [label is MachineStatus.SUPPORTED for label in labels])
    cleared = tuple(score >= cut.threshold for score in scores)
    rest = _commoner_rest(labels)
    said = tuple(MachineStatus.SUPPORTED if yes else rest for yes in cleared)
    return Guess(name, cut.threshold, said, cleared, cleared)


def _by_claim(rows: Sequence[Asked]) -> Guess:
    labels = [row.label for row in rows]
    probabilities = held_out_probabilities(
        [row.claim for row in rows],
        [STATUSES.index(label) for label in labels],
        [row.keys for row in rows],
        len(STATUSES),
    )
    supports = [float(p) for p in probabilities[:, STATUSES.index(MachineStatus.SUPPORTED)]]
    cut = best_cut(supports, [label is MachineStatus.SUPPORTED for label in labels])
    said = tuple(STATUSES[int(place)] for place in probabilities.argmax(axis=1))
    cleared = tuple(p >= cut.threshold for p in supports)
    return Guess("claim alone", cut.threshold, said, cleared, cleared)


def _commoner_rest(labels: Sequence[MachineStatus]) -> MachineStatus:
    rest = [label for label in labels if label is not MachineStatus.SUPPORTED]
    conflicting = sum(label is MachineStatus.CONFLICTING for label in rest)
    return MachineStatus.CONFLICTING if 2 * conflicting > len(rest) else MachineStatus.UNMATCHED
