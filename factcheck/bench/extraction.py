"""`bench extraction`: the claims found in annotated articles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.bench.formats import ArticleRow, read_articles
from factcheck.bench.found import FoundFigures, found
from factcheck.bench.progress import Progress
from factcheck.bench.said import ClaimSaid, Placing
from factcheck.claims.extract import Extractor
from factcheck.domain.articles import Document, Span
from factcheck.domain.errors import FactCheckError, InvalidInput
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ExtractionPrediction:
    """The claims found in one article, without those in its title."""

    id: str
    claims: tuple[ClaimSaid, ...]


@dataclass(frozen=True, slots=True)
class ExtractionFigures:
    """The measures of `bench extraction`, with those of taking every sentence for a claim."""

    bench: str
    data: str
    articles: int
    unplaced_non_claims: int
    numbers: int
    numbers_missed: int
    """Of the runs of digits, those that lie neither in a claim nor in what was left out with a reason."""
    ours: FoundFigures
    baselines: tuple[FoundFigures, ...]
    extractor: str
    parser: str


def measure(
    path: Path, extractor: Extractor, parser: Parser, limits: Limits, progress: Progress
) -> tuple[ExtractionFigures, tuple[ExtractionPrediction, ...]]:
    """Finds the claims of every article of `path` and scores them; raises `InvalidInput` for a bad row."""
    articles = read_articles(path)
    predictions: list[ExtractionPrediction] = []
    sentences: list[list[ClaimSaid]] = []
    numbers = missed = 0
    for article in progress(articles, "Finding claims"):
        document = document_of(article, limits)
        placing = Placing(article, document.text)
        extraction = extractor.extract(document)
        told = [c.span for c in extraction.claims] + [item.span for item in extraction.coverage]
        runs = [Span(*run.span()) for run in _DIGITS.finditer(document.text)]
        numbers += len(runs)
        missed += sum(not any(span.contains(run) for span in told) for run in runs)
        claims = (placing.said(c.span, c.text) for c in extraction.claims)
        predictions.append(ExtractionPrediction(article.id, tuple(c for c in claims if c is not None)))
        whole = (placing.said(s.span, s.span.of(document.text)) for s in parser.parse(document).sentences)
        sentences.append([s for s in whole if s is not None])
    figures = ExtractionFigures(
        bench="extraction",
        data=path.name,
        articles=len(articles),
        unplaced_non_claims=sum(article.unplaced_non_claims for article in articles),
        numbers=numbers,
        numbers_missed=missed,
        ours=found("factcheck", articles, _spans([p.claims for p in predictions])),
        baselines=(found("every sentence", articles, _spans(sentences)),),
        extractor=extractor.version,
        parser=parser.identity,
    )
    return figures, tuple(predictions)


def document_of(article: ArticleRow, limits: Limits) -> Document:
    """The article as the product reads it: plain text, with the title as its first line.

    Raises `InvalidInput` with file and line for a text that the product refuses.
    """
    try:
        return document_from_text(
            article.text, title=article.title, published_at=article.published_at, limits=limits
        )
    except FactCheckError as refusal:
        raise InvalidInput(f"{article.place}: {refusal.message}", field=refusal.field) from refusal


def _spans(claims: Sequence[Sequence[ClaimSaid]]) -> list[list[Span]]:
    return [[claim.span for claim in ours] for ours in claims]
