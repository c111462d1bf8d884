"""Lays an article out as a proof: blocks cut at the edges of claims, each with its notes in the margin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.articles import Block, BlockRole, Span
from factcheck.domain.evidence import Evidence, Relation
from factcheck.web.pages.marking import Segment, cut
from factcheck.web.pages.words import SEVERITY, Sign, claim_sign

LONGEST_REACH = 6
"""The style sheet knows this many spans."""


@dataclass(frozen=True, slots=True)
class Note:
    """A claim as the margin tells it. `number` counts from 1 through the article."""

    number: int
    claim: ClaimReport
    sign: Sign
    against: tuple[int, ...] = ()
    """The numbers of the claims that this one cannot be right together with."""

    @property
    def best(self) -> Evidence | None:
        """The evidence that the status rests on: the first that settles something, else the nearest."""
        settling = (e for e in self.claim.evidence if e.relation is not Relation.RELATED)
        return next(settling, self.claim.evidence[0] if self.claim.evidence else None)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of running text under the same claims; `notes` the longest claim first."""

    text: str
    notes: tuple[Note, ...] = ()
    ends: tuple[Note, ...] = ()

    @property
    def key(self) -> str:
        """The colour: of the most pressing claim here, or empty."""
        keys = {note.sign.key for note in self.notes}
        return next((key for key in SEVERITY if key in keys), "")


@dataclass(frozen=True, slots=True)
class ProofBlock:
    """One paragraph of the proof with the notes that stand beside it.

    `reach` is how many rows the notes may use: this one and those below it that have no notes, at most
    `LONGEST_REACH`. It is 0 where there are no notes.
    """

    role: BlockRole
    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    reach: int = 0


def lay_out(report: ArticleReport) -> tuple[ProofBlock, ...]:
    """The whole article, in order; text outside every block is shown as a paragraph of its own."""
    numbers = {claim.id: number for number, claim in enumerate(report.claims, 1)}
    notes = tuple(
        Note(number, claim, claim_sign(claim), _against(claim, numbers))
        for number, claim in enumerate(report.claims, 1)
    )
    spans = [note.claim.claim.span for note in notes]
    blocks = list(_blocks(report))
    homes = [_home(span, blocks) for span in spans]
    return tuple(
        ProofBlock(
            role=block.role,
            stretches=tuple(_stretch(part, notes) for part in cut(report.text, spans, within=block.span)),
            notes=tuple(note for note, home in zip(notes, homes, strict=True) if home == number),
            reach=_reach(number, homes, len(blocks)),
        )
        for number, block in enumerate(blocks)
    )


def _against(claim: ClaimReport, numbers: Mapping[str, int]) -> tuple[int, ...]:
    others = {one.claim_id for found in claim.inside for one in found.others if one.claim_id is not None}
    return tuple(sorted(numbers[claim_id] for claim_id in others if claim_id in numbers))


def _reach(number: int, homes: list[int], rows: int) -> int:
    if number not in homes:
        return 0
    following = min((home for home in homes if home > number), default=rows)
    return min(following - number, LONGEST_REACH)


def _stretch(part: Segment, notes: tuple[Note, ...]) -> Stretch:
    return Stretch(part.text, tuple(notes[i] for i in part.covers), tuple(notes[i] for i in part.ends))


def _blocks(report: ArticleReport) -> Iterator[Block]:
    at = 0
    for block in (*report.blocks, Block(Span(len(report.text), len(report.text)), BlockRole.PARAGRAPH)):
        between = Span(at, block.span.start)
        if between.start < between.end and between.of(report.text).strip():
            yield Block(between, BlockRole.PARAGRAPH)
        if block.span.start < block.span.end:
            yield block
        at = max(at, block.span.end)


def _home(span: Span, blocks: list[Block]) -> int:
    """Which block a claim's note stands beside: the one in which it starts, else the last before it."""
    home = 0
    for number, block in enumerate(blocks):
        if block.span.start <= span.start:
            home = number
    return home
