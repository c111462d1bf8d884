"""Articles to look at, and a reader of pages."""

from collections.abc import Callable
from datetime import UTC, datetime
from html.parser import HTMLParser

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import ReviewState
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text

Client = TestClient[Litestar]
Check = Callable[..., ArticleReport]

SUBMITTER = Actor(id="desk", name="Desk", role=Role.EDITOR)


@pytest.fixture(scope="session")
def check(newsroom: Newsroom, settings: Settings, article_text: str) -> Check:
    """Checks a text as an article of its own, known by `source_id`."""

    def run(
        source_id: str, text: str = article_text, title: str = "Chip maker loses a sixth"
    ) -> ArticleReport:
        document = document_from_text(
            text, title=title, published_at=datetime(2025, 1, 28, 6, tzinfo=UTC), limits=Limits.of(settings)
        )
        return newsroom.checks.check(
            Submission(document, source_app="pages", source_id=source_id, desk="business"), SUBMITTER
        )

    return run


@pytest.fixture(scope="session")
def article(check: Check) -> ArticleReport:
    """An article that tests only read."""
    return check("read-only")


@pytest.fixture(scope="session")
def open_claim() -> Callable[[ArticleReport], ClaimReport]:
    """An open claim of an article, one with evidence if there is one."""

    def find(report: ArticleReport) -> ClaimReport:
        waiting = [claim for claim in report.claims if claim.state is ReviewState.QUEUED]
        return max(waiting, key=lambda claim: len(claim.evidence))

    return find


class Sheet(HTMLParser):
    """A page as a reader sees it: its words, its tags, and what its fields hold."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.source = source
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.fields: dict[str, str] = {}
        self.words: list[str] = []
        self._open: list[str] = []
        self._area = ""
        self.feed(source)
        self.close()

    @property
    def text(self) -> str:
        """All words of the page with single spaces."""
        return " ".join("".join(self.words).split())

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Attributes of every such element whose attributes are the wanted ones."""
        return [
            attributes
            for name, attributes in self.tags
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]

    def links(self) -> list[str]:
        """Where the links of the page lead."""
        return [attributes["href"] for attributes in self.all("a") if "href" in attributes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag in ("p", "li", "dt", "dd", "div", "h1", "h2", "h3", "td", "a", "span", "br"):
            self.words.append(" " if tag not in ("a", "span") else "")
        if tag == "textarea":
            self._area = attributes.get("name", "")
            self.fields[self._area] = ""
        elif tag == "input" and (
            attributes.get("type") not in ("radio", "checkbox") or "checked" in attributes
        ):
            self.fields[attributes.get("name", "")] = attributes.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields[self._area] = self.fields[self._area].removeprefix("\n")
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data
        else:
            self.words.append(data)


@pytest.fixture(scope="session")
def read() -> Callable[[httpx.Response], Sheet]:
    """The page in a response."""

    def parse(response: httpx.Response) -> Sheet:
        assert response.headers["content-type"].startswith("text/html"), response.text
        return Sheet(response.text)

    return parse
