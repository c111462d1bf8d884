"""Documents to claims and to a list of what was left out."""

from factcheck.claims.coverage import Examined, left_out
from factcheck.claims.reader import Reader
from factcheck.claims.signals import find_signals
from factcheck.claims.wording import Wording
from factcheck.domain.articles import Document
from factcheck.domain.claims import Claim, Extraction
from factcheck.text.parser import ParsedDocument, Parser

VERSION = "rules-2"


class Extractor:
    """Finds the claims of a document by rule, over one dependency parse. Safe to share by threads."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    @property
    def version(self) -> str:
        """The rules and the parser they read, as recorded with every check."""
        return f"{VERSION}+{self._parser.identity}"

    def extract(self, document: Document) -> Extraction:
        """Claims and left-out pieces, each ordered by position.

        For every claim `quote == document.text[span.start:span.end]`. Every sentence is in a claim or in the
        coverage; so is every figure, date, quotation and superlative.
        """
        return extract_from(self._parser.parse(document))


def extract_from(parsed: ParsedDocument) -> Extraction:
    """The same for a document that is parsed already."""
    signals = [find_signals(sentence.tokens) for sentence in parsed.sentences]
    wording = Wording(parsed, signals)
    claims: list[Claim] = []
    examined: list[Examined] = []
    for sentence, signal in zip(parsed.sentences, signals, strict=True):
        reader = Reader(parsed.document, sentence, signal, wording)
        found = reader.read()
        claims.extend(found)
        examined.append(
            Examined(
                sentence,
                reader.signals,
                tuple(reader.quotations),
                tuple(claim.span for claim in found),
                reader.reason,
                tuple(reader.passed),
            )
        )
    claims.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    return Extraction(tuple(claims), left_out(parsed.document.text, examined))
