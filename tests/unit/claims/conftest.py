"""One parser for all tests of the package, and articles made of one sentence in the middle of others."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from factcheck.claims.extract import Extractor
from factcheck.domain.articles import Span
from factcheck.domain.claims import Extraction
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser

PUBLISHED = datetime(2025, 11, 12, 8, 0, tzinfo=UTC)  # a Wednesday
Read = Callable[..., Extraction]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(Parser())


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """What the extractor says of a passage that stands between two neutral paragraphs."""

    def of(passage: str, *, before: str = "The town has a harbour.", dated: bool = True) -> Extraction:
        text = f"{before}\n\n{passage}\n\nThat was all."
        document = document_from_text(text, published_at=PUBLISHED if dated else None, limits=Limits())
        start = len(before) + 2
        inside = Span(start, start + len(passage))
        found = extractor.extract(document)
        return Extraction(
            tuple(claim for claim in found.claims if inside.contains(claim.span)),
            tuple(item for item in found.coverage if inside.contains(item.span)),
        )

    return of
