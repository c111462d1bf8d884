"""An article that contradicts itself, from the check to the queue and through later checks."""

from collections.abc import Callable

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import Decision, Disposition, ReviewState

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
Check = Callable[..., ArticleReport]

RIGHT = "The Harbour Bridge opened to traffic on 4 May 2019."
WRONG = "The Harbour Bridge opened to traffic on 6 May 2019."
BETWEEN = "The ferry company Sealine employs 310 people."


def about(report: ArticleReport, words: str) -> ClaimReport:
    [found] = [claim for claim in report.claims if words in claim.claim.quote]
    return found


def test_a_claim_that_the_article_contradicts_is_never_cleared(newsroom: Newsroom, check: Check) -> None:
    alone = about(check(f"{RIGHT}\n\n{BETWEEN}", "alone"), "4 May")
    assert alone.state is ReviewState.CLEARED

    report = check(f"{RIGHT}\n\n{BETWEEN}\n\n{WRONG}", "both")
    right, wrong = about(report, "4 May"), about(report, "6 May")
    assert (right.status, right.cleared, right.state) == (MachineStatus.SUPPORTED, False, ReviewState.QUEUED)
    assert right.reason.startswith("Paragraph 1 says “4 May 2019”, paragraph 3 says “6 May 2019”;")
    assert right.reason.endswith(alone.reason)
    assert "the article contradicts itself" in right.priority_reasons
    assert [(o.claim_id, o.quote) for found in right.inside for o in found.others] == [
        (wrong.id, wrong.claim.quote)
    ]
    assert [o.claim_id for found in wrong.inside for o in found.others] == [right.id]
    assert newsroom.queue.claim(right.id) == right
    assert about(newsroom.checks.article(report.article_id), "4 May") == right


def test_the_same_text_again_changes_nothing(newsroom: Newsroom, check: Check) -> None:
    text = f"{RIGHT}\n\n{BETWEEN}\n\n{WRONG}"
    before = check(text, "again")
    assert check(text, "again").claims == before.claims


def test_a_decision_is_opened_again_where_a_new_text_contradicts_it(newsroom: Newsroom, check: Check) -> None:
    first = about(check(f"{BETWEEN}\n\n{RIGHT}", "grows"), "310")
    settled = newsroom.queue.decide(
        first.id, ALMA, Decision(Disposition.WAIVED, note="Known"), seen_version=first.version
    )
    assert settled.state is ReviewState.RESOLVED
    against = "Sealine employs 450 people."
    report = check(f"{BETWEEN}\n\n{RIGHT}\n\nIt is late. The ferry company {against}", "grows")
    again = about(report, "310")
    assert [found.finding.words for found in again.inside] == ["310 people"]
    assert again.state is ReviewState.REOPENED
    assert again.decision is not None

    settled = newsroom.queue.decide(
        again.id, ALMA, Decision(Disposition.WAIVED, note="Both known"), seen_version=again.version
    )
    moved = check(f"{RIGHT}\n\n{BETWEEN}\n\nIt is late. The ferry company {against}", "grows")
    assert about(moved, "310").inside[0].finding.message != again.inside[0].finding.message
    assert about(moved, "310").state is ReviewState.RESOLVED
