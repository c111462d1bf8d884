"""What the stance model is fitted on: where it is from, how much of it is taken, and what is kept back."""

import hashlib
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.bench.formats import PairRow, read_pairs
from factcheck.domain.errors import InvalidInput
from factcheck.domain.evidence import MachineStatus
from factcheck.matching.encoder import Encoder
from factcheck.text.words import words

PAIRS = Path(__file__).parents[1] / "pairs"
"""The contrastive pairs written for this project: one or two sentences a reference."""
PASSAGES = PAIRS / "passages"
"""The same with longer references, and quads of two claims and two references."""

KEPT_BACK = 5
"""Of the groups of our own pairs every fifth, by hash, is never trained on: calibration and thresholds
come from there."""

CLASSES = (MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED)
"""In the order of the model's three outputs."""


@dataclass(frozen=True, slots=True)
class PublicSet:
    """A public file of labelled pairs, and how it is used. `most` rows at most are drawn from it."""

    file: str
    origin: str
    licence: str
    most: int | None = None


PUBLIC = (
    PublicSet(
        "fever.jsonl", "FEVER, development pairs with gold evidence (Thorne et al. 2018)", "CC BY-SA 3.0"
    ),
    PublicSet(
        "sufficient_facts.jsonl", "SufficientFacts (Atanasova et al. 2022), Wikipedia text", "CC BY-SA 3.0"
    ),
    PublicSet("scifact.jsonl", "SciFact (Wadden et al. 2020)", "CC BY 4.0, abstracts ODC-BY"),
    PublicSet("conjnli.jsonl", "ConjNLI (Saha et al. 2020)", "MIT"),
    PublicSet("breaking_nli.jsonl", "Breaking NLI (Glockner et al. 2018)", "CC BY-SA 4.0", 2_000),
    PublicSet("med.jsonl", "MED (Yanaka et al. 2019)", "CC BY-SA 4.0", 2_500),
    PublicSet("equate_stresstest.jsonl", "EQUATE, stress test (Ravichander et al. 2019)", "MIT", 2_000),
    PublicSet("newsroom_pairs.jsonl", "written for this project, first batch", "the project's own"),
)
"""AWPNLI, another part of EQUATE, is left out: it is in the set that numbers are measured on."""


@dataclass(frozen=True, slots=True)
class Example:
    """One pair with its label as a place in `CLASSES`; `title` is the heading of the reference's page."""

    claim: str
    reference: str
    label: int
    type: str = ""
    group: str = ""
    title: str = ""


def own_pairs(folder: Path, *, kept_back: bool) -> list[PairRow]:
    """Our own pairs in `folder`: those that are kept back from training, or those that are not."""
    rows = [row for file in sorted(folder.glob("*.jsonl")) for row in read_pairs(file)]
    return [row for row in rows if is_kept_back(row.group) is kept_back]


def is_kept_back(group: str) -> bool:
    """Whether the rows of this group are for calibration only."""
    return int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) % KEPT_BACK == 0


def public_examples(folder: Path, seed: int) -> list[Example]:
    """Rows of the public sets in `folder`, drawn by `seed`; raises `InvalidInput` where a file is missing."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret, and the same every time
    drawn: list[Example] = []
    for one in PUBLIC:
        path = folder / one.file
        if not path.is_file():
            raise InvalidInput(f"The training set {one.file} is not in that folder.", field="data")
        rows = [example(row) for row in read_pairs(path)]
        if one.most is not None and len(rows) > one.most:
            rows = chance.sample(rows, one.most)
        drawn.extend(rows)
    return drawn


def example(row: PairRow) -> Example:
    """The row as the model is given it."""
    return Example(row.claim, row.reference, CLASSES.index(row.label), row.type, row.group, row.title)


_NEIGHBOURS = 6
_SURELY_ANOTHER = 0.85
"""Above this cosine two groups may tell of the same real thing."""
_WORDS = re.compile(r"\w+")


def silent_neighbours(rows: Sequence[Example], seed: int) -> list[Example]:
    """Claims held against what another row says under the same title, where it is about something else.

    Without them a model learns that whatever shares a subject settles the claim. The other passage must share
    no content word with the claim beyond the title's and the usual ones, so that it can hardly settle it.
    """
    chance = random.Random(seed)  # noqa: S311 -- nothing secret, and the same every time
    titled: dict[str, list[Example]] = {}
    for row in rows:
        if row.title:
            titled.setdefault(row.title, []).append(row)
    made = []
    for title, under in titled.items():
        for row in under:
            others = [
                other
                for other in under
                if other.reference != row.reference and not _shared(row.claim, other.reference, title)
            ]
            if others:
                other = chance.choice(others)
                made.append(
                    Example(row.claim, other.reference, CLASSES.index(MachineStatus.UNMATCHED), "", "", title)
                )
    return made


def copies(rows: Iterable[Example], seed: int, share: float) -> list[Example]:
    """References held against one of their own sentences: supported, whatever they say."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret, and the same every time
    seen = {row.reference for row in rows}
    made = []
    for text in sorted(seen):
        if chance.random() < share:
            sentences = re.split(r"(?<=[.!?]) +(?=[A-Z“\"])", text)
            claim = chance.choice(sentences)
            if len(claim.split()) >= 5:
                made.append(Example(claim, text, CLASSES.index(MachineStatus.SUPPORTED), "verbatim"))
    return made


def strangers(rows: Sequence[Example], encoder: Encoder, seed: int, most: int) -> list[Example]:
    """Claims held against a reference that is near to them, but of another group: what a store is full of."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret, and the same every time
    references = sorted({(row.reference, row.group) for row in rows})
    known = encoder.encode([text for text, _ in references])
    asked = chance.sample(list(rows), min(most, len(rows)))
    near = encoder.encode([row.claim for row in asked]) @ known.T
    made = []
    for row, cosines in zip(asked, near, strict=True):
        order = [int(place) for place in cosines.argsort()[::-1][: 2 * _NEIGHBOURS]]
        others = [
            references[place][0]
            for place in order
            if references[place][1] != row.group and cosines[place] < _SURELY_ANOTHER
        ]
        if others:
            reference = chance.choice(others[:_NEIGHBOURS])
            made.append(
                Example(row.claim, reference, CLASSES.index(MachineStatus.UNMATCHED), group=row.group)
            )
    return made


def _shared(claim: str, reference: str, title: str) -> set[str]:
    ours = {word for word in _WORDS.findall(claim.lower()) if len(word) > 3}
    ours -= set(_WORDS.findall(title.lower())) | _USUAL
    return ours & set(_WORDS.findall(reference.lower()))


_USUAL = words("that this with from have been were they their which also only into other than")
