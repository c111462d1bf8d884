"""What the product said of an article's claims, as prediction rows tell it."""

from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.bench.formats import ArticleRow
from factcheck.domain.articles import Span, normalise_text
from factcheck.domain.evidence import Effect, Finding, FindingKind


@dataclass(frozen=True, slots=True)
class FindingSaid:
    """One finding; `reference_id` is the data's own id, None where there is only one reference."""

    kind: FindingKind
    effect: Effect
    message: str
    reference_id: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimSaid:
    """A claim that was found. `start` and `end` count in the article row's `text`; `quote` stands there."""

    start: int
    end: int
    quote: str
    text: str

    @property
    def span(self) -> Span:
        """Where the claim stands."""
        return Span(self.start, self.end)


def findings_said(findings: Iterable[Finding], reference_id: str | None = None) -> tuple[FindingSaid, ...]:
    """The findings of one reference."""
    return tuple(FindingSaid(f.kind, f.effect, f.message, reference_id) for f in findings)


class Placing:
    """Where a span of the checked document stands in the article row's own `text`.

    The product puts a title in front of the text and makes every line break one newline; the data counts in
    `text` as it was given.
    """

    def __init__(self, row: ArticleRow, document_text: str) -> None:
        body = normalise_text(row.text)
        if not document_text.endswith(body):
            raise ValueError(f"the text of article {row.id} was changed before it was checked")
        self._raw = row.text
        self._ahead = len(document_text) - len(body)
        self._places = None if body == row.text else _places(row.text)

    def own(self, span: Span) -> Span | None:
        """The span in the row's `text`; None for what lies in the title."""
        if span.start < self._ahead:
            return None
        moved = span.shifted(-self._ahead)
        if self._places is None:
            return moved
        return Span(self._places[moved.start], self._places[moved.end - 1] + 1)

    def said(self, span: Span, text: str) -> ClaimSaid | None:
        """The claim as a prediction row tells it; None for a claim in the title."""
        own = self.own(span)
        return None if own is None else ClaimSaid(own.start, own.end, own.of(self._raw), text)


def _places(raw: str) -> list[int]:
    """For each code point of the normalised text, where it stands in `raw`."""
    first = 1 if raw.startswith("\ufeff") else 0
    return [at for at in range(first, len(raw)) if not (raw[at] == "\n" and raw[at - 1 : at] == "\r")]
