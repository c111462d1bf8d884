"""The same text checked again by a version that words, cuts and leaves out otherwise."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.claims.extract import Extractor
from factcheck.desk.newsroom import Newsroom
from factcheck.desk.queue import QueueFilter
from factcheck.desk.reports import ArticleReport, ClaimReport
from factcheck.domain.articles import Document, Span
from factcheck.domain.claims import Attribution, Claim, ClaimKind, Extraction, Fill
from factcheck.domain.people import Actor, Role
from factcheck.domain.policy import ReasonCode
from factcheck.domain.review import Decision, Disposition, ReviewState

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
ARTICLE = (
    "The Harbour Bridge opened to traffic on 4 May 2019. "
    "The ferry company Sealine employs 310 people. "
    "Its rival Tidewater bought 12 boats in June."
)
Check = Callable[..., ArticleReport]
Reading = Callable[[Claim], Claim | None]
Rules = Callable[[Reading], None]


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Rules:
    """Change what the extractor makes of each claim; None leaves it out."""
    extract = Extractor.extract

    def change(reading: Reading) -> None:
        def otherwise(self: Extractor, document: Document) -> Extraction:
            found = extract(self, document)
            return replace(found, claims=tuple(c for c in map(reading, found.claims) if c is not None))

        monkeypatch.setattr(Extractor, "extract", otherwise)

    return change


def without(words: str) -> Reading:
    return lambda claim: None if words in claim.quote else claim


def about(report: ArticleReport, words: str) -> ClaimReport:
    [found] = [claim for claim in report.claims if words in claim.claim.quote]
    return found


def settle(newsroom: Newsroom, claim: ClaimReport) -> ClaimReport:
    return newsroom.queue.decide(
        claim.id, ALMA, Decision(Disposition.WAIVED, note="Known"), seen_version=claim.version
    )


def actions(newsroom: Newsroom, claim_id: str) -> list[str]:
    with newsroom.store.reading() as tx:
        return [event.action for event in tx.audit.of_subjects("claim", [claim_id])[claim_id]]


def reread(claim: Claim) -> Claim:
    """As a version might that knows who “its” are, whom to believe, and what to doubt."""
    if "Tidewater" not in claim.quote:
        return claim
    return replace(
        claim,
        text="Sealine's rival Tidewater bought 12 boats in June 2024.",
        kind=ClaimKind.ATTRIBUTED,
        attribution=Attribution("Nils Holm", "said"),
        doubt="reportedly",
        worthiness=0.25,
        worthiness_reasons=("a figure",),
        fills=(Fill("Its", "Sealine's"),),
        people=("Nils Holm",),
    )


def test_a_claim_is_stored_as_it_was_judged(newsroom: Newsroom, check: Check, rules: Rules) -> None:
    before = about(check(ARTICLE), "Tidewater")
    rules(reread)
    after = about(check(ARTICLE), "Tidewater")
    assert after.id == before.id
    expected = reread(before.claim)
    # The score is weighed after the extractor, by the words that it read.
    weighed = ("worthiness", "worthiness_reasons")
    same = {name: getattr(after.claim, name) for name in weighed}
    assert after.claim == replace(expected, **same)
    assert newsroom.queue.claim(after.id).claim == after.claim
    found = newsroom.queue.page(ALMA, QueueFilter(text="june 2024")).page.items
    assert [one.id for one in found] == [after.id]
    assert "claim.reworded" in actions(newsroom, after.id)


def test_a_decision_on_other_wording_is_opened_again_with_both_on_record(
    newsroom: Newsroom, check: Check, rules: Rules
) -> None:
    settle(newsroom, about(check(ARTICLE), "Tidewater"))
    rules(reread)
    again = about(check(ARTICLE), "Tidewater")
    assert again.state is ReviewState.REOPENED
    assert again.decision is not None
    assert again.decision.disposition is Disposition.WAIVED
    assert actions(newsroom, again.id)[-2:] == ["claim.reworded", "claim.rejudged"]
    version = again.version
    assert about(check(ARTICLE), "Tidewater").version == version


def test_a_decision_stands_where_only_a_full_stop_moved(
    newsroom: Newsroom, check: Check, rules: Rules
) -> None:
    settle(newsroom, about(check(ARTICLE), "Sealine"))
    rules(lambda claim: replace(claim, text=claim.text + "."))
    again = about(check(ARTICLE), "Sealine")
    assert (again.state, again.claim.text[-1]) == (ReviewState.RESOLVED, ".")


def test_what_is_no_longer_found_is_withdrawn_with_a_line_in_the_log(
    newsroom: Newsroom, check: Check, rules: Rules
) -> None:
    first = check(ARTICLE)
    queued, cleared = about(first, "Sealine"), about(first, "Bridge")
    assert (queued.state, cleared.state) == (ReviewState.QUEUED, ReviewState.CLEARED)
    rules(lambda claim: claim if "Tidewater" in claim.quote else None)
    again = check(ARTICLE)
    assert [claim.id for claim in again.claims] == [about(first, "Tidewater").id]
    assert [one.id for one in newsroom.queue.page(ALMA).page.items] == [again.claims[0].id]
    with newsroom.store.reading() as tx:
        events = tx.audit.of_subjects("claim", [queued.id, cleared.id])
    for claim in (queued, cleared):
        assert [event.action for event in events[claim.id]] == ["claim.withdrawn"]
        assert claim.claim.quote in events[claim.id][0].detail
    assert newsroom.audit.verify().broken_at is None


def test_a_claim_withdrawn_comes_back_when_it_is_found_again(
    newsroom: Newsroom, check: Check, monkeypatch: pytest.MonkeyPatch, rules: Rules
) -> None:
    first = check(ARTICLE)
    rules(without("Sealine"))
    assert len(check(ARTICLE).claims) == len(first.claims) - 1
    monkeypatch.undo()
    assert [c.claim for c in check(ARTICLE).claims] == [c.claim for c in first.claims]


def test_what_a_person_had_a_hand_in_stays(newsroom: Newsroom, check: Check, rules: Rules) -> None:
    first = check(ARTICLE)
    settle(newsroom, about(first, "Sealine"))
    opened = settle(newsroom, about(first, "Bridge"))
    newsroom.queue.undo(opened.id, ALMA, seen_version=opened.version)
    newsroom.queue.take(about(first, "Tidewater").id, ALMA)
    rules(lambda _: None)
    again = check(ARTICLE)
    assert [claim.state for claim in again.claims] == [
        ReviewState.REOPENED,
        ReviewState.RESOLVED,
        ReviewState.LEASED,
    ]
    assert ReasonCode.REOPENED in {reason.code for reason in again.gate.reasons}
    newsroom.queue.release(about(again, "Tidewater").id, ALMA)
    assert [claim.state for claim in check(ARTICLE).claims] == [ReviewState.REOPENED, ReviewState.RESOLVED]


def test_claims_found_later_stand_in_text_order(
    newsroom: Newsroom, check: Check, monkeypatch: pytest.MonkeyPatch, rules: Rules
) -> None:
    rules(lambda claim: claim if "Tidewater" in claim.quote else None)
    check(ARTICLE)
    monkeypatch.undo()

    def shorter(claim: Claim) -> Claim:
        if "Sealine" not in claim.quote:
            return claim
        quote = claim.quote.removeprefix("The ferry company ")
        span = Span(claim.span.end - len(quote), claim.span.end)
        return replace(claim, span=span, quote=quote, text=quote)

    rules(shorter)
    check(ARTICLE)
    monkeypatch.undo()
    report = check(ARTICLE)
    spans = [claim.claim.span for claim in report.claims]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(spans) == 3
    assert newsroom.checks.article(report.article_id).claims == report.claims


def test_a_decision_travels_on_quoted_words_and_is_open_where_the_wording_is_new(
    newsroom: Newsroom, check: Check, rules: Rules
) -> None:
    first = check(ARTICLE, source_id="one")
    settle(newsroom, about(first, "Tidewater"))
    settle(newsroom, about(first, "Sealine"))
    rules(
        lambda claim: (
            replace(claim, text="Sealine's rival Tidewater bought 12 boats in June.")
            if "Tidewater" in claim.quote
            else claim
        )
    )
    newer = check(ARTICLE + " Fares rose by 4% in May.", source_id="one")
    assert about(newer, "Sealine").state is ReviewState.RESOLVED
    carried = about(newer, "Tidewater")
    assert carried.decision is not None
    assert carried.decision.by == "Alma Reyes"
    assert carried.state is ReviewState.REOPENED
    newsroom.queue.decide(
        carried.id, ALMA, Decision(Disposition.CUT, note="Gone"), seen_version=carried.version
    )
    older = about(check(ARTICLE, source_id="one"), "Tidewater")
    assert older.decision is not None
    assert older.decision.disposition is Disposition.CUT


@pytest.mark.parametrize(
    "text",
    [
        "Its rival Tidewater bought 13 boats in June.",
        "Its rival Tidewater sold 12 boats in June.",
        "Its rival Tidewater bought 12 boats in June, Nils Holm said.",
    ],
)
def test_a_decision_does_not_travel_to_other_words_numbers_or_speakers(
    newsroom: Newsroom, check: Check, text: str
) -> None:
    settle(newsroom, about(check(ARTICLE, source_id="one"), "Tidewater"))
    newer = check(ARTICLE.rsplit(" Its", 1)[0] + " " + text, source_id="one")
    assert all(claim.decision is None for claim in newer.claims if "Tidewater" in claim.claim.quote)
