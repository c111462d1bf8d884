"""A sentence without an article around it, as the product would take it."""

from factcheck.claims.checkable import weigh
from factcheck.claims.clauses import split_clauses, widened
from factcheck.claims.extract import Extractor, extract_from
from factcheck.claims.signals import find_signals
from factcheck.domain.articles import Block, BlockRole, Document, Span
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.text.parser import Parser, Sentence


def bare_document(text: str) -> Document:
    """A document of one paragraph."""
    return Document(text, title="", blocks=(Block(Span(0, len(text)), BlockRole.PARAGRAPH),))


def bare_claim(text: str, extractor: Extractor) -> Claim:
    """The whole of `text` as one claim, worded as it stands.

    Whether it is a quotation, whose, and with what doubt is what the extractor says, where it sees one claim.
    """
    found = extractor.extract(bare_document(text)).claims
    claim = Claim(span=Span(0, len(text)), quote=text, text=text, kind=ClaimKind.STATEMENT)
    if len(found) != 1:
        return claim
    (seen,) = found
    return Claim(
        span=claim.span,
        quote=text,
        text=text,
        kind=seen.kind,
        attribution=seen.attribution,
        doubt=seen.doubt,
        worthiness=seen.worthiness,
        worthiness_reasons=seen.worthiness_reasons,
    )


def bare_worthiness(text: str, parser: Parser) -> float:
    """How much the text is worth a check, 0..1: the worthiest claim that the extractor makes of it.

    Where it makes none, half of the worthiest clause's weight, which lies below the threshold: so that
    what is no claim is still in order.
    """
    parsed = parser.parse(bare_document(text))
    found = extract_from(parsed).claims
    if found:
        return max(claim.worthiness for claim in found)
    return max((_weight(sentence) for sentence in parsed.sentences), default=0.0) / 2


def _weight(sentence: Sentence) -> float:
    tokens = sentence.tokens
    signals = find_signals(tokens)
    clauses = split_clauses(tokens, signals, 0, len(tokens), frozenset())
    return max((weigh(widened(clause, tokens), tokens, signals).score for clause in clauses), default=0.0)
