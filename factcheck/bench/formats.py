"""Reads labelled data in the published formats and refuses what it cannot use, with file and line.

Every reader raises `InvalidInput` whose message begins with `FILE:LINE:`; nothing is skipped silently.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from factcheck.bench.rows import Row, distinct, fault_at, lines_of, rows_of
from factcheck.domain.articles import Span
from factcheck.domain.errors import InvalidInput
from factcheck.domain.evidence import MachineStatus

LABELS = {
    "supported": MachineStatus.SUPPORTED,
    "conflicting": MachineStatus.CONFLICTING,
    "refuted": MachineStatus.CONFLICTING,
    "unmatched": MachineStatus.UNMATCHED,
    "nei": MachineStatus.UNMATCHED,
}


@dataclass(frozen=True, slots=True)
class PairRow:
    """One claim to be held against one reference.

    `group` names rows that belong together and `title` the page that the reference is from, where given.
    """

    id: str
    claim: str
    reference: str
    label: MachineStatus
    type: str = ""
    group: str = ""
    title: str = ""
    as_of: date | None = None
    published_at: date | None = None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim that the annotators marked; `quote == text[span.start:span.end]` of its article's `text`."""

    span: Span
    quote: str
    text: str
    verdict: MachineStatus | None = None
    reference_ids: tuple[str, ...] = ()
    error_type: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One annotated article. `non_claims` are stretches of `text` that hold no claim.

    `unplaced_non_claims` counts those that are not in `text` word for word (in the title, say). `place` is
    the file and line the row stands on.
    """

    id: str
    title: str
    text: str
    published_at: datetime | None = None
    claims: tuple[GoldClaim, ...] = ()
    non_claims: tuple[Span, ...] = ()
    unplaced_non_claims: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence, and whether it is worth a check; `source` is the speech it is from, if that is told."""

    id: str
    text: str
    worthy: bool
    source: str = ""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A query, a document to be found, or a reference. `title` is that of the document's page, if told."""

    id: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """`relevant` maps a query's id to the ids of the documents that answer it (never an empty set)."""

    queries: tuple[TextRow, ...]
    corpus: tuple[TextRow, ...]
    relevant: dict[str, frozenset[str]]


def read_pairs(path: Path) -> tuple[PairRow, ...]:
    """Rows for `bench verdict`; `evidence` is read as `reference`, `refuted` and `nei` as our labels."""
    return distinct(path, (_pair(row) for row in rows_of(path)))


def read_articles(path: Path, *, annotated: bool = True) -> tuple[ArticleRow, ...]:
    """Article rows. With `annotated`, `claims` must be there; without, title and text are enough."""
    return distinct(path, (_article(row, annotated=annotated) for row in rows_of(path)))


def read_sentences(path: Path) -> tuple[SentenceRow, ...]:
    """Rows for `bench worthiness`."""
    return distinct(path, (_sentence(row) for row in rows_of(path)))


def read_references(path: Path) -> tuple[TextRow, ...]:
    """Reference rows; only `id` and `text` are looked at here, the import checks the rest."""
    return distinct(path, (_text(row) for row in rows_of(path)))


def read_retrieval(folder: Path) -> RetrievalSet:
    """`queries.jsonl` and `qrels.tsv` in `folder`, `corpus.jsonl` there or in the folder above it."""
    above = folder.resolve().parent
    corpus_path = folder / "corpus.jsonl"
    if not corpus_path.exists() and (above / "corpus.jsonl").exists():
        corpus_path = above / "corpus.jsonl"
    corpus = distinct(corpus_path, (_text(row) for row in rows_of(corpus_path)))
    queries_path = folder / "queries.jsonl"
    queries = distinct(queries_path, (_text(row) for row in rows_of(queries_path)))
    relevant = _qrels(folder / "qrels.tsv", {q.id for q in queries}, {d.id for d in corpus})
    return RetrievalSet(tuple(q for q in queries if q.id in relevant), corpus, relevant)


def _label(row: Row, name: str) -> MachineStatus:
    given = row.string(name)
    if given not in LABELS:
        raise row.fault(f"“{name}” is {given!r}, none of {', '.join(LABELS)}.", name)
    return LABELS[given]


def _pair(row: Row) -> tuple[Row, PairRow]:
    return row, PairRow(
        id=row.string("id"),
        claim=row.string("claim"),
        reference=row.string("reference", "evidence"),
        label=_label(row, "label"),
        type=row.string("type", needed=False),
        group=row.string("group", needed=False),
        title=row.string("title", needed=False),
        as_of=row.day("as_of"),
        published_at=row.day("published_at"),
    )


def _sentence(row: Row) -> tuple[Row, SentenceRow]:
    label = row.fields.get("label")
    if isinstance(label, float) or label not in (0, 1):  # True and False are 1 and 0
        raise row.fault("“label” has to be 0 or 1.", "label")
    source = row.string("file", needed=False)
    return row, SentenceRow(row.string("id"), row.string("text"), bool(label), source)


def _text(row: Row) -> tuple[Row, TextRow]:
    return row, TextRow(row.string("id"), row.string("text"), row.string("title", needed=False))


def _article(row: Row, *, annotated: bool) -> tuple[Row, ArticleRow]:
    text = row.string("text")
    listed = row.fields.get("claims")
    if listed is None and not annotated:
        listed = []
    if not isinstance(listed, list):
        raise row.fault("“claims” is not a list.", "claims")
    non_claims, unplaced = _non_claims(row, text)
    return row, ArticleRow(
        id=row.string("id"),
        title=row.string("title", needed=False),
        text=text,
        published_at=row.moment("published_at"),
        claims=tuple(_gold(row, number, item, text) for number, item in enumerate(listed, start=1)),
        non_claims=non_claims,
        unplaced_non_claims=unplaced,
        place=f"{row.path}:{row.line}",
    )


def _gold(row: Row, number: int, item: Any, text: str) -> GoldClaim:
    where = f"claims[{number}]"
    if not isinstance(item, dict):
        raise row.fault(f"{where} is not a JSON object.", "claims")
    span = _span(item)
    quote = item.get("quote")
    if span is None or span.of(text) != quote:
        raise row.fault(f"{where}: “quote” is not what stands in “text” from “start” to “end”.", "claims")
    verdict = item.get("verdict")
    if verdict is not None and verdict not in LABELS:
        raise row.fault(f"{where}: “verdict” is {verdict!r}, none of {', '.join(LABELS)}.", "claims")
    ids = item.get("reference_ids") or []
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise row.fault(f"{where}: “reference_ids” is not a list of texts.", "claims")
    return GoldClaim(
        span=span,
        quote=quote,
        text=str(item.get("text") or quote),
        verdict=LABELS[verdict] if verdict is not None else None,
        reference_ids=tuple(ids),
        error_type=str(item.get("error_type") or ""),
    )


def _span(item: dict[str, Any]) -> Span | None:
    start, end = item.get("start"), item.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
        return Span(start, end)
    return None


def _non_claims(row: Row, text: str) -> tuple[tuple[Span, ...], int]:
    listed = row.fields.get("non_claims") or []
    if not isinstance(listed, list):
        raise row.fault("“non_claims” is not a list.", "non_claims")
    spans: list[Span] = []
    unplaced = 0
    for number, item in enumerate(listed, start=1):
        span = _span(item) if isinstance(item, dict) else None
        words = (item.get("quote") or item.get("text")) if isinstance(item, dict) else item
        if not isinstance(words, str) or not words.strip():
            raise row.fault(f"non_claims[{number}] is neither a text nor has it a “quote”.", "non_claims")
        if span is None or span.of(text) != words:
            at = text.find(words)
            span = Span(at, at + len(words)) if at >= 0 else None
        if span is None:
            unplaced += 1
        else:
            spans.append(span)
    return tuple(spans), unplaced


def _qrels(path: Path, queries: set[str], corpus: set[str]) -> dict[str, frozenset[str]]:
    relevant: dict[str, set[str]] = {}
    for number, line in lines_of(path):
        fields = line.rstrip("\r").split("\t")
        if number == 1 and fields[0] in ("query-id", "query_id", "qid"):
            continue
        if len(fields) != 3:
            raise fault_at(path, number, "A line has three fields with tabs between: query, document, grade.")
        query, document, grade = (field.strip() for field in fields)
        if query not in queries:
            raise fault_at(path, number, f"There is no query {query!r}.", "query-id")
        if document not in corpus:
            raise fault_at(path, number, f"There is no document {document!r} in the corpus.", "corpus-id")
        try:
            if float(grade) > 0:
                relevant.setdefault(query, set()).add(document)
        except ValueError:
            raise fault_at(path, number, f"The grade is not a number: {grade!r}.", "grade") from None
    if not relevant:
        raise InvalidInput(f"{path}: No document is relevant to any query.", field="file")
    return {query: frozenset(documents) for query, documents in relevant.items()}
