"""A sentence without an article around it, as the product would take it."""

from factcheck.claims.extract import Extractor
from factcheck.domain.articles import Block, BlockRole, Document, Span
from factcheck.domain.claims import Claim, ClaimKind


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
    )
