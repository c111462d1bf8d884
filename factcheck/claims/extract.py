"""Documents to claims and to a list of what was left out."""

from collections.abc import Sequence
from dataclasses import replace

from factcheck.claims.coverage import Examined, left_out
from factcheck.claims.reader import Reader
from factcheck.claims.signals import find_signals
from factcheck.claims.sources import Speakers
from factcheck.claims.triggers import find_triggers
from factcheck.claims.voices import hear
from factcheck.claims.wording import Wording
from factcheck.domain.articles import Document, Span
from factcheck.domain.claims import Claim, Extraction
from factcheck.text.parser import ParsedDocument, Parser

VERSION = "rules-3"


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
        coverage; so is every figure, date, quotation, superlative and word like "all", and every titled
        name, unless it is the speaker in the attribution of a claim of its sentence.
        """
        return extract_from(self._parser.parse(document))


def extract_from(parsed: ParsedDocument) -> Extraction:
    """The same for a document that is parsed already."""
    text = parsed.document.text
    signals = [find_signals(sentence.tokens) for sentence in parsed.sentences]
    heard = hear(parsed, signals)
    wording = Wording(parsed, signals)
    speakers = Speakers(parsed.document, parsed.sentences, wording)
    found: list[Claim] = []
    readers: list[Reader] = []
    for number, (sentence, signal) in enumerate(zip(parsed.sentences, signals, strict=True)):
        reader = Reader(text, sentence, number, signal, wording, heard[number], speakers)
        found.extend(reader.read())
        readers.append(reader)
    claims = apart_or_nested(text, found)
    return Extraction(claims, left_out(text, _examined(readers, claims)))


def _examined(readers: list[Reader], claims: Sequence[Claim]) -> list[Examined]:
    """Each sentence with the claims that lie in it, at least in part."""
    examined: list[Examined] = []
    reaching: list[Claim] = []
    at = 0
    for reader in readers:
        sentence = reader.sentence.span
        reaching = [claim for claim in reaching if claim.span.end > sentence.start]
        while at < len(claims) and claims[at].span.start < sentence.end:
            if claims[at].span.end > sentence.start:
                reaching.append(claims[at])
            at += 1
        examined.append(
            Examined(
                reader.sentence,
                reader.signals,
                find_triggers(reader.sentence.tokens),
                tuple(part.span for part in reader.heard.parts),
                tuple(claim.span for claim in reaching),
                frozenset(claim.attribution.speaker for claim in reaching if claim.attribution is not None),
                reader.sieve.reason,
                tuple(reader.sieve.passed),
            )
        )
    return examined


def apart_or_nested(text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims by position; none repeats another's span, none overlaps another only in part.

    Of two that cross, the second begins where the first ends; its wording stays.
    """
    kept: list[Claim] = []
    around: list[Span] = []
    for claim in sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end)):
        around = [span for span in around if span.end > claim.span.start]
        span = claim.span
        crossed: Span | None = span
        while crossed is not None:
            crossed = next((o for o in around if o.start < span.start < o.end < span.end), None)
            if crossed is not None:
                rest = text[crossed.end : span.end].lstrip(" ,;:–—\n")
                span = Span(span.end - len(rest), span.end)
        if span.of(text).strip() and span not in around:
            around.append(span)
            kept.append(replace(claim, span=span, quote=span.of(text)))
    return tuple(sorted(kept, key=lambda claim: (claim.span.start, -claim.span.end)))
