"""Labelled variants of true pairs, made in code, to train and to measure a stance model with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from factcheck.bench.formats import PairRow
from factcheck.domain.evidence import MachineStatus
from factcheck.text.parser import Parser
from factcheck.training.perturbations import dates, directions, names, negations, numbers, units
from factcheck.training.perturbations.pair import Edits, Family, Held, Names, Perturbed, TruePair, spliced

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 256
_LONGEST_REFERENCE = 1_500
"""Characters of a reference that are parsed; figures and dates are read from all of it."""
_LOCAL = 0.4
"""How often a second, meaning-preserving edit goes with the first, so that an edit tells no label."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A family by its type and label; `local` families touch one word or figure and go with another."""

    type: str
    label: MachineStatus
    make: Family
    local: bool = False


_TRUE, _FALSE = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING


def _verbatim(_held: Held, _rng: Random) -> Edits | None:
    """The claim as it stands."""
    return ()


KINDS: tuple[Kind, ...] = (
    Kind("wrong_number", _FALSE, numbers.wrong_number),
    Kind("wrong_magnitude", _FALSE, numbers.wrong_magnitude),
    Kind("hedge_breach", _FALSE, numbers.hedge_breach),
    Kind("wrong_unit", _FALSE, units.wrong_unit),
    Kind("wrong_date", _FALSE, dates.wrong_date),
    Kind("wrong_direction", _FALSE, directions.wrong_direction),
    Kind("wrong_entity", _FALSE, names.wrong_entity),
    Kind("negation", _FALSE, negations.negation_changed),
    Kind("rounding", _TRUE, numbers.rounding, local=True),
    Kind("hedge_ok", _TRUE, numbers.hedge_ok, local=True),
    Kind("number_words", _TRUE, units.number_words, local=True),
    Kind("unit_conversion", _TRUE, units.unit_conversion, local=True),
    Kind("date_equivalence", _TRUE, dates.date_equivalence, local=True),
    Kind("entity_alias", _TRUE, names.entity_alias, local=True),
    Kind("opposite_denied", _TRUE, directions.opposite_denied),
    Kind("verbatim", _TRUE, _verbatim),
)


def true_pairs(rows: Iterable[PairRow]) -> list[PairRow]:
    """The rows whose claim the reference bears out."""
    return [row for row in rows if row.label is MachineStatus.SUPPORTED]


def perturb(rows: Sequence[TruePair], parser: Parser, seed: int, per_pair: int) -> list[Perturbed]:
    """Up to `per_pair` variants of each claim, as many right as wrong ones where the claim allows.

    `rows` have to be true pairs. Types that came up seldom so far are tried first, so that they come out as
    even as the claims allow. The same rows and seed give the same variants.
    """
    rng = Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    made: list[Perturbed] = []
    drawn: Counter[str] = Counter()
    pool = _Pool()
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        for held in _parsed(batch, parser, pool):
            made.extend(_variants(held, rng, per_pair, drawn))
    return made


class _Pool:
    """The names met so far."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, None]] = {}

    def add(self, doc: "Doc") -> None:
        for entity in doc.ents:
            if names.is_name(entity):
                self._kinds.setdefault(entity.label_, {})[names.names_of(entity)] = None

    def names(self) -> Names:
        return Names({kind: tuple(found) for kind, found in self._kinds.items()})


def _parsed(rows: Sequence[TruePair], parser: Parser, pool: _Pool) -> list[Held]:
    references = list(dict.fromkeys(row.reference[:_LONGEST_REFERENCE] for row in rows))
    texts = [row.claim for row in rows] + references
    docs = parser.parse_texts(texts)
    theirs = dict(zip(references, docs[len(rows) :], strict=True))
    for doc in theirs.values():
        pool.add(doc)
    known = pool.names()
    return [
        Held(row, doc, theirs[row.reference[:_LONGEST_REFERENCE]], known)
        for row, doc in zip(rows, docs[: len(rows)], strict=True)
    ]


def _variants(held: Held, rng: Random, per_pair: int, drawn: Counter[str]) -> list[Perturbed]:
    found: list[Perturbed] = []
    seen: set[str] = set()
    left = list(KINDS)
    label = rng.choice((_TRUE, _FALSE))
    while len(found) < per_pair and left:
        kind = _seldom(left, label, rng, drawn)
        if kind is None:
            label = _TRUE if label is _FALSE else _FALSE
            kind = _seldom(left, label, rng, drawn)
            if kind is None:
                break
        left.remove(kind)
        edits = kind.make(held, rng)
        if edits is None:
            continue
        edits = _with_second(held, kind, edits, rng)
        claim = spliced(held.pair.claim, edits)
        if claim in seen or (claim == held.pair.claim and kind.type != "verbatim"):
            continue
        seen.add(claim)
        drawn[kind.type] += 1
        found.append(Perturbed(claim, held.pair.reference, kind.label, kind.type, held.pair.group))
        label = _TRUE if label is _FALSE else _FALSE
    return found


def _seldom(left: Sequence[Kind], label: MachineStatus, rng: Random, drawn: Counter[str]) -> Kind | None:
    """The kind of the label that came up least so far, chance having a say."""
    options = [kind for kind in left if kind.label is label]
    return min(options, key=lambda kind: drawn[kind.type] * rng.uniform(0.5, 1.5), default=None)


def _with_second(held: Held, kind: Kind, edits: Edits, rng: Random) -> Edits:
    """The edits and, now and then, one more that leaves the meaning as it is and touches none of them."""
    if rng.random() >= _LOCAL or kind.type == "verbatim":
        return edits
    locals_ = [other for other in KINDS if other.local and other.type != kind.type]
    rng.shuffle(locals_)
    for other in locals_:
        more = other.make(held, rng)
        if more and not any(_touch(one, two) for one in edits for two in more):
            return (*edits, *more)
    return edits


def _touch(one: tuple[int, int, str], two: tuple[int, int, str]) -> bool:
    return one[0] <= two[1] + 1 and two[0] <= one[1] + 1


def balanced(rows: Sequence[Perturbed], seed: int, per_type: int) -> list[Perturbed]:
    """At most `per_type` rows of each type, drawn by `seed`, in the order given."""
    rng = Random(seed)  # noqa: S311 - a draw that can be repeated, no secret
    by_type: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        by_type.setdefault(row.type, []).append(place)
    kept: set[int] = set()
    for places in by_type.values():
        kept.update(rng.sample(places, min(per_type, len(places))))
    return [row for place, row in enumerate(rows) if place in kept]
