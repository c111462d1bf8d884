"""How well claims are found in articles: figures over several articles together."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.bench.formats import ArticleRow
from factcheck.bench.metrics import share
from factcheck.bench.spans import hit, match
from factcheck.domain.articles import Span

_MARKS = frozenset('“”„"«»‘')


@dataclass(frozen=True, slots=True)
class FoundFigures:
    """`recall` of the annotated claims, `precision` of the predicted ones, and both as F1.

    `non_claim_hits` of `non_claims` were taken for claims, at least in part. None: not defined.

    What can be checked of quoted words is a claim of its own inside the claim that somebody said them.
    Annotators mark a quotation once, so such a claim is in `predicted` only where it matches one of theirs.
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
    said = matched = 0
    for article, spans in zip(articles, predicted, strict=True):
        pairs = matches(article, spans)
        matched += len(pairs)
        said += sum(i in pairs or not _is_quoted_content(article.text, i, spans) for i in range(len(spans)))
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


def _is_quoted_content(text: str, number: int, spans: Sequence[Span]) -> bool:
    """Whether a span holds words inside quotation marks that another span holds with the marks."""
    span = spans[number]
    return any(
        other != span
        and other.contains(span)
        and sum(c in _MARKS for c in text[other.start : span.start]) % 2
        for other in spans
    )


def matches(article: ArticleRow, predicted: Sequence[Span]) -> dict[int, int]:
    """Index of a predicted span to the index of the article's claim that it is."""
    return match(predicted, [claim.span for claim in article.claims])
