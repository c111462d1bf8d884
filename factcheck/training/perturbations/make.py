"""Labelled variants of true pairs, made in code, to train and to measure a stance model with."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from factcheck.bench.formats import PairRow
from factcheck.domain.evidence import MachineStatus
from factcheck.text.parser import Parser
from factcheck.training.perturbations import (
    additions,
    contrasts,
    dates,
    denials,
    directions,
    names,
    negations,
    numbers,
    ordinals,
    quantifiers,
    roles,
    subsets,
    units,
)
from factcheck.training.perturbations.additions import Added
from factcheck.training.perturbations.pair import Edits, Held, Names, Perturbed, TruePair, spliced
from factcheck.training.perturbations.subsets import Detail, details_of

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
    make: "Callable[[Held, Random], Edits | Added | None]"
    local: bool = False
    weight: float = 1.0
    """How much of it is wanted beside other types."""


_TRUE, _FALSE, _OPEN = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED


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
    Kind("wrong_role", _FALSE, roles.wrong_role),
    Kind("negation", _FALSE, negations.negation_changed),
    Kind("quantifier", _FALSE, quantifiers.wrong_quantifier),
    Kind("wrong_ordinal", _FALSE, ordinals.wrong_ordinal),
    Kind("denied_right", _FALSE, denials.denied_right, weight=0.35),
    Kind("contrast_breach", _FALSE, contrasts.contrast_breach, weight=0.7),
    Kind("extra_detail", _OPEN, additions.extra_detail),
    Kind("other_entity", _OPEN, names.other_entity),
    Kind("rounding", _TRUE, numbers.rounding, local=True),
    Kind("hedge_ok", _TRUE, numbers.hedge_ok, local=True),
    Kind("number_words", _TRUE, units.number_words, local=True),
    Kind("unit_conversion", _TRUE, units.unit_conversion, local=True),
    Kind("date_equivalence", _TRUE, dates.date_equivalence, local=True),
    Kind("entity_alias", _TRUE, names.entity_alias, local=True),
    Kind("opposite_denied", _TRUE, directions.opposite_denied),
    Kind("quantifier_ok", _TRUE, quantifiers.quantifier_ok, local=True),
    Kind("ordinal_form", _TRUE, ordinals.ordinal_form, local=True),
    Kind("denied_wrong", _TRUE, denials.denied_wrong, weight=0.5),
    Kind("active_passive", _TRUE, roles.active_passive),
    Kind("subset", _TRUE, subsets.subset, local=True),
    Kind("contrast", _TRUE, contrasts.contrast, weight=0.9),
    Kind("detail_given", _TRUE, additions.detail_given),
    Kind("verbatim", _TRUE, _verbatim, weight=0.7),
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
        self._details: dict[Detail, None] = {}

    def add(self, doc: "Doc") -> None:
        """Keep the names of a reference."""
        for entity in doc.ents:
            if names.is_name(entity):
                self._kinds.setdefault(entity.label_, {})[names.articled(entity)] = None

    def add_details(self, doc: "Doc") -> None:
        """Keep what can be left out of a claim, for others to take."""
        self._details.update(dict.fromkeys(details_of(doc)))

    def names(self) -> Names:
        """Those met so far, in the order met."""
        return Names({kind: tuple(found) for kind, found in self._kinds.items()})

    def details(self) -> tuple[Detail, ...]:
        """The details met so far, in the order met."""
        return tuple(self._details)


def _parsed(rows: Sequence[TruePair], parser: Parser, pool: _Pool) -> list[Held]:
    references = list(dict.fromkeys(row.reference[:_LONGEST_REFERENCE] for row in rows))
    texts = [row.claim for row in rows] + references
    docs = parser.parse_texts(texts)
    theirs = dict(zip(references, docs[len(rows) :], strict=True))
    for doc in theirs.values():
        pool.add(doc)
    for doc in docs[: len(rows)]:
        pool.add_details(doc)
    known, details = pool.names(), pool.details()
    return [
        Held(row, doc, theirs[row.reference[:_LONGEST_REFERENCE]], known, details)
        for row, doc in zip(rows, docs[: len(rows)], strict=True)
    ]


def _variants(held: Held, rng: Random, per_pair: int, drawn: Counter[str]) -> list[Perturbed]:
    found: list[Perturbed] = []
    seen: set[str] = set()
    left = [kind for kind in KINDS if not _is_plentiful(kind, drawn)]
    had: MachineStatus | None = None
    while len(found) < per_pair and left:
        kind = _next(left, had, rng, drawn)
        left.remove(kind)
        made = kind.make(held, rng)
        if made is None:
            continue
        if isinstance(made, Added):
            edits, reference = made.edits, made.reference
        else:
            edits, reference = _with_second(held, kind, made, rng), held.pair.reference
        claim = spliced(held.pair.claim, edits)
        if claim in seen or (claim == held.pair.claim and kind.type != "verbatim"):
            continue
        seen.add(claim)
        drawn.update((kind.type, kind.label))
        found.append(Perturbed(claim, reference, kind.label, kind.type, held.pair.group))
        had = kind.label
    return found


_SHARES = {_TRUE: 0.44, _FALSE: 0.44, _OPEN: 0.12}
"""Of all variants."""
_LARGEST_SHARE = 0.2
"""Of a label's variants that are of one type; what more there could be is left out."""
_FEW = 30


def _is_plentiful(kind: Kind, drawn: Counter[str]) -> bool:
    most = max(_FEW, kind.weight * _LARGEST_SHARE * drawn[kind.label])
    return kind.label is not _OPEN and drawn[kind.type] > most


def _next(left: Sequence[Kind], had: MachineStatus | None, rng: Random, drawn: Counter[str]) -> Kind:
    """The kind that came up least so far, of the label that did; not the same label twice running."""
    labels = {kind.label: None for kind in left}
    wanted = min(labels, key=lambda one: ((one is had), drawn[one] / _SHARES[one] * rng.uniform(0.9, 1.1)))
    options = [kind for kind in left if kind.label is wanted]
    return min(options, key=lambda kind: drawn[kind.type] / kind.weight * rng.uniform(0.5, 1.5))


def _with_second(held: Held, kind: Kind, edits: Edits, rng: Random) -> Edits:
    """The edits and, now and then, one more that leaves the meaning as it is and touches none of them."""
    if rng.random() >= _LOCAL or kind.type == "verbatim" or kind.type.startswith("contrast"):
        return edits
    locals_ = [other for other in KINDS if other.local and other.type != kind.type]
    rng.shuffle(locals_)
    for other in locals_:
        more = other.make(held, rng)
        if isinstance(more, tuple) and more and not any(_touch(one, two) for one in edits for two in more):
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
