"""Keeping references: adding, importing, finding, and seeing what used one."""

import json
from collections.abc import Callable

import pytest

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport, NewReference
from factcheck.domain.errors import AlreadyExists, InvalidInput, NotAllowed
from factcheck.domain.people import Actor, Role, Scope

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
READER = Actor(id="key", name="reader", scopes=frozenset({Scope.READ}))
KEEPER = Actor(id="key", name="keeper", scopes=frozenset({Scope.REFERENCES}))
Check = Callable[..., ArticleReport]


def row(key: str, text: str) -> str:
    return json.dumps({"id": key, "text": text, "source": {"publisher": "Board", "title": "Report"}})


def test_an_import_reports_every_row_and_a_repeated_one_changes_nothing(newsroom: Newsroom) -> None:
    data = "\n".join([row("a", "The pier is 90 metres long."), "{", row("b", "The pier was built in 1911.")])
    steps: list[tuple[int, int]] = []
    first = newsroom.references.import_rows(
        data.encode(), "jsonl", ALMA, progress=lambda done, total: steps.append((done, total))
    )
    assert (first.added, first.updated, first.unchanged) == (2, 0, 0)
    assert [e.line for e in first.errors] == [2]
    assert steps == [(2, 2)]
    second = newsroom.references.import_rows(data.encode(), "jsonl", ALMA)
    assert (second.added, second.updated, second.unchanged) == (0, 0, 2)
    changed = newsroom.references.import_rows(row("a", "The pier is 95 metres long.").encode(), "jsonl", ALMA)
    assert (changed.added, changed.updated, changed.unchanged) == (0, 1, 0)
    [found] = newsroom.references.search("95").items
    assert (found.key, found.version) == ("a", 2)
    [event] = [line for line in newsroom.audit.lines() if line.action == "reference.updated"]
    assert event.subject == f"reference {found.id}"
    texts = [value["text"] for value in event.detail.values() if isinstance(value, dict)]
    assert texts == ["The pier is 90 metres long.", "The pier is 95 metres long."]


def test_an_imported_reference_is_evidence_at_once(newsroom: Newsroom, check: Check) -> None:
    newsroom.references.import_rows(row("p", "The pier is 90 metres long.").encode(), "jsonl", KEEPER)
    [claim] = check("The pier is 90 metres long.").claims
    assert claim.cleared
    assert claim.evidence[0].reference.key == "p"


def test_a_reference_shows_the_claims_that_used_it(newsroom: Newsroom, check: Check) -> None:
    report = check("The bridge cost £84 million to build.")
    [cost] = newsroom.references.search("62 million").items
    uses = newsroom.references.get(cost.id).uses
    assert [(use.claim_id, use.relation) for use in uses] == [(report.claims[0].id, "contradicts")]


def test_a_status_can_be_replayed_after_its_reference_changed(newsroom: Newsroom, check: Check) -> None:
    report = check("The bridge cost £84 million to build.")
    newsroom.references.import_rows(
        row("cost", "The bridge cost £84 million to build.").encode(), "jsonl", ALMA
    )
    evidence = newsroom.checks.report(report.check_id).claims[0].evidence[0]
    assert (evidence.reference.text, evidence.reference.version) == (
        "The Harbour Bridge cost £62 million to build.",
        1,
    )


def test_the_same_reference_is_not_added_twice(newsroom: Newsroom) -> None:
    new = NewReference("The pier is 90 metres long.", "Board", "Report", "")
    newsroom.references.add(new, ALMA)
    with pytest.raises(AlreadyExists):
        newsroom.references.add(new, ALMA)


def test_a_bad_reference_names_its_field_and_is_not_stored(newsroom: Newsroom) -> None:
    before = newsroom.references.search().total
    with pytest.raises(InvalidInput) as refused:
        newsroom.references.add(NewReference("A pier.", "Board", "Report", "javascript:alert(1)"), ALMA)
    assert refused.value.field == "url"
    assert newsroom.references.search().total == before


def test_a_key_without_the_scope_adds_nothing(newsroom: Newsroom) -> None:
    with pytest.raises(NotAllowed):
        newsroom.references.add(NewReference("A pier.", "Board", "Report", ""), READER)
    with pytest.raises(NotAllowed):
        newsroom.references.import_rows(row("x", "A pier.").encode(), "jsonl", READER)


def test_pages_of_a_search_follow_on_without_gaps(newsroom: Newsroom) -> None:
    rows = "\n".join(row(f"k{n}", f"Pier number {n} has a lamp.") for n in range(7))
    newsroom.references.import_rows(rows.encode(), "jsonl", ALMA)
    seen: list[str] = []
    cursor = None
    while True:
        page = newsroom.references.search("lamp", limit=3, cursor=cursor)
        assert page.total == 7
        seen += [r.key for r in page.items]
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    assert sorted(seen) == [f"k{n}" for n in range(7)]
