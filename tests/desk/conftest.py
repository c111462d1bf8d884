"""A newsroom with real models over a fresh store on each engine, and a clock that tests move."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.desk.reports import ArticleReport, NewReference
from factcheck.domain.people import Actor, Role
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.settings import Settings
from factcheck.store.engine import Store
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
BOLA = Actor(id="bola", name="Bola Adeyemi", role=Role.CHECKER)
ADA = Actor(id="ada", name="Ada Novak", role=Role.ADMIN)
CMS = Actor(id="cms", name="The CMS")

SUPPORTED = "The Harbour Bridge opened to traffic on 4 May 2019."
CONFLICTING = "The bridge cost £84 million to build."
UNMATCHED = "The ferry company Sealine employs 310 people."
ARTICLE = f"{SUPPORTED} {CONFLICTING} {UNMATCHED}"


def reference(text: str, key: str = "") -> NewReference:
    return NewReference(text, "Harbour Board", "Annual report", "https://example.org/report", key=key)


REFERENCES = (
    reference("The Harbour Bridge opened to traffic on 4 May 2019.", "opening"),
    reference("The Harbour Bridge cost £62 million to build.", "cost"),
)


@dataclass
class Clock:
    now: datetime = datetime(2025, 3, 12, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def encoder() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture
def newsroom(
    store: Store, clock: Clock, encoder: SentenceTransformerEncoder, parser: Parser
) -> Iterator[Newsroom]:
    """An open newsroom that holds two references; nothing that would pass is drawn for people."""
    made = open_newsroom(Settings(audit_share=0.0), clock=clock, store=store, encoder=encoder, parser=parser)
    for new in REFERENCES:
        made.references.add(new, ADA)
    yield made
    made.close()


Check = Callable[..., ArticleReport]


@pytest.fixture
def check(newsroom: Newsroom) -> Check:
    """Check a text; with a `source_id`, as a revision of the article of that name."""

    usual = newsroom

    def run(
        text: str = ARTICLE, source_id: str = "", newsroom: Newsroom = usual, **more: object
    ) -> ArticleReport:
        document = document_from_text(text, published_at=datetime(2025, 3, 12, tzinfo=UTC), limits=Limits())
        return newsroom.checks.check(
            Submission(document, source_app="cms", source_id=source_id, **more),  # type: ignore[arg-type]
            CMS,
        )

    return run
