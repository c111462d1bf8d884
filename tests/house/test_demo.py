"""The demo newsroom as everybody first meets it, held against what a careful checker expects of it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.desk.demo import load_demo
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.articles import Span
from factcheck.domain.evidence import MachineStatus
from factcheck.settings import Settings, bundled
from factcheck.text.documents import Limits

EXPECTED = [
    json.loads(line)
    for line in (bundled("seed_data") / "expected.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    folder: Path = tmp_path_factory.mktemp("demo")
    made = open_newsroom(Settings(demo=True, database_url=f"sqlite:///{folder}/demo.sqlite3"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def reports(newsroom: Newsroom) -> dict[str, ArticleReport]:
    """The checked articles by the name of their file."""
    said: list[str] = []
    load_demo(newsroom, bundled("seed_data"), Limits(), said.append)
    names = list(dict.fromkeys(row["article"] for row in EXPECTED))
    lines = newsroom.checks.articles().items
    by_title = {line.title: newsroom.checks.article(line.article_id) for line in lines}
    folder = bundled("seed_data") / "articles"
    title = {
        name: (folder / f"{name}.md").read_text(encoding="utf-8").split("\n")[0].lstrip("# ")
        for name in names
    }
    return {name: by_title[title[name]] for name in names}


def claims_on(report: ArticleReport, quote: str) -> list[ClaimReport]:
    start = report.text.index(quote)
    span = Span(start, start + len(quote))
    return [claim for claim in report.claims if claim.claim.span.overlaps(span)]


@pytest.mark.parametrize(
    "row", [row for row in EXPECTED if row["status"] != "supported"], ids=lambda row: row["quote"][:40]
)
def test_what_is_wrong_or_unknown_is_never_cleared(
    reports: dict[str, ArticleReport], row: dict[str, str]
) -> None:
    touched = claims_on(reports[row["article"]], row["quote"])
    assert touched, "no claim was found here"
    best = max(touched, key=lambda c: len(c.claim.quote) if c.claim.quote in row["quote"] else 0)
    assert not best.cleared


def test_every_article_shows_all_three_statuses(reports: dict[str, ArticleReport]) -> None:
    for report in reports.values():
        assert {claim.status for claim in report.claims} == set(MachineStatus)


def test_every_figure_is_in_a_claim_or_on_the_coverage_list(reports: dict[str, ArticleReport]) -> None:
    for report in reports.values():
        told = [claim.claim.span for claim in report.claims] + [item.span for item in report.coverage]
        for figure in re.finditer(r"\d+", report.text):
            assert any(span.contains(Span(*figure.span())) for span in told), figure.group()


def test_the_demo_loaded_again_changes_nothing(newsroom: Newsroom, reports: dict[str, ArticleReport]) -> None:
    before = newsroom.audit.verify()
    assert load_demo(newsroom, bundled("seed_data"), Limits(), lambda _: None) == []
    assert newsroom.audit.verify() == before
