"""How well claims are found in articles: figures over several articles together."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.bench.formats import ArticleRow
from factcheck.bench.metrics import share
from factcheck.bench.spans import hit, match
from factcheck.domain.articles import Span


@dataclass(frozen=True, slots=True)
class FoundFigures:
    """`recall` of the annotated claims, `precision` of the predicted ones, and both as F1.

    `non_claim_hits` of `non_claims` were taken for claims, at least in part. None: not defined.
    """

    name: str
    gold: int
    predicted: int
    matched: int
    recall: float | None
    precision: float | None
    f1: float | None
    non_claims: int
    non_claim_hits: int
    non_claim_hit_rate: float | None


def found(name: str, articles: Sequence[ArticleRow], predicted: Sequence[Sequence[Span]]) -> FoundFigures:
    """The figures of these predicted spans, one sequence for each article."""
    gold = sum(len(article.claims) for article in articles)
    said = sum(len(spans) for spans in predicted)
    matched = sum(len(matches(a, spans)) for a, spans in zip(articles, predicted, strict=True))
    hits = sum(sum(hit(a.non_claims, spans)) for a, spans in zip(articles, predicted, strict=True))
    non_claims = sum(len(article.non_claims) for article in articles)
    return FoundFigures(
        name=name,
        gold=gold,
        predicted=said,
        matched=matched,
        recall=share(matched, gold),
        precision=share(matched, said),
        f1=share(2 * matched, gold + said),
        non_claims=non_claims,
        non_claim_hits=hits,
        non_claim_hit_rate=share(hits, non_claims),
    )


def matches(article: ArticleRow, predicted: Sequence[Span]) -> dict[int, int]:
    """Index of a predicted span to the index of the article's claim that it is."""
    return match(predicted, [claim.span for claim in article.claims])
