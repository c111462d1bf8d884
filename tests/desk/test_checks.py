"""Checking an article: what is stored, what a repeated check changes, and what a new text keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.claims.extract import Extractor
from factcheck.claims.worthiness import load_worthiness
from factcheck.desk.checks import Submission
from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.desk.reports import ArticleReport, ClaimReport, NewReference
from factcheck.domain.errors import InvalidInput, ModelFailed, NotFound, TooLarge
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import Actor, Role
from factcheck.domain.policy import Conclusion, ReasonCode
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.settings import Settings
from factcheck.text.documents import Limits, document_from_text

ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
Check = Callable[..., ArticleReport]


def claim_about(report: ArticleReport, words: str) -> ClaimReport:
    [found] = [claim for claim in report.claims if words in claim.claim.quote]
    return found


def settle(
    newsroom: Newsroom, claim: ClaimReport, disposition: Disposition, *, note: str = "", wording: str = ""
) -> ClaimReport:
    decision = Decision(disposition, note, wording=wording)
    return newsroom.queue.decide(claim.id, ALMA, decision, seen_version=claim.version)


def test_a_check_finds_one_claim_of_each_status_and_holds_the_gate(check: Check) -> None:
    report = check()
    assert [claim.status for claim in report.claims] == [
        MachineStatus.SUPPORTED,
        MachineStatus.CONFLICTING,
        MachineStatus.UNMATCHED,
    ]
    assert [claim.state for claim in report.claims] == [
        ReviewState.CLEARED,
        ReviewState.QUEUED,
        ReviewState.QUEUED,
    ]
    assert report.gate.conclusion is Conclusion.HOLD
    assert (report.counts.claims, report.counts.open, report.counts.cleared) == (3, 2, 1)


def test_offsets_point_at_the_quotes_after_storage(newsroom: Newsroom, check: Check) -> None:
    stored = newsroom.checks.report(
        check("😀 " + "The Harbour Bridge opened to traffic on 4 May 2019.").check_id
    )
    assert stored.claims
    for claim in stored.claims:
        assert claim.claim.span.of(stored.text) == claim.claim.quote
        assert claim.claim.quote in claim.context


def test_every_status_names_what_it_was_computed_with(newsroom: Newsroom, check: Check) -> None:
    report = check()
    assert replace(report.versions, extraction="") == newsroom.library.versions()
    found_by = f"{Extractor(newsroom.parser).version}+{load_worthiness().version}"
    assert report.versions.extraction == found_by
    assert all(
        (report.versions.encoder, report.versions.rules, report.versions.stance, report.versions.parser)
    )
    conflict = claim_about(report, "cost")
    assert conflict.evidence[0].reference.key == "cost"
    assert conflict.evidence[0].reference.version == 1


def test_reading_a_report_changes_nothing(newsroom: Newsroom, check: Check) -> None:
    report = check()
    before = newsroom.audit.verify()
    assert newsroom.checks.report(report.check_id) == newsroom.checks.article(report.article_id)
    newsroom.checks.articles()
    newsroom.queue.claim(report.claims[0].id)
    newsroom.queue.page(ALMA)
    assert newsroom.audit.verify() == before


def test_the_same_text_again_is_the_same_revision_with_the_same_claims(
    newsroom: Newsroom, check: Check
) -> None:
    first, second = check(), check()
    assert second.article_id == first.article_id
    assert second.revision_number == 1
    assert [c.id for c in second.claims] == [c.id for c in first.claims]
    assert newsroom.checks.articles().total == 1


def test_two_named_articles_with_the_same_text_are_two(newsroom: Newsroom, check: Check) -> None:
    assert check(source_id="one").article_id != check(source_id="two").article_id
    assert newsroom.checks.articles().total == 2


def test_a_decision_survives_a_repeated_check(newsroom: Newsroom, check: Check) -> None:
    unmatched = claim_about(check(), "Sealine")
    settle(newsroom, unmatched, Disposition.ATTRIBUTED, note="The company says so")
    again = claim_about(check(), "Sealine")
    assert again.state is ReviewState.RESOLVED
    assert again.decision is not None
    assert again.decision.note == "The company says so"


def test_a_machine_that_now_disagrees_opens_the_claim_again_with_both_on_record(
    newsroom: Newsroom, check: Check
) -> None:
    settle(newsroom, claim_about(check(), "Sealine"), Disposition.ATTRIBUTED, note="The company says so")
    newsroom.references.add(
        NewReference(
            "The ferry company Sealine employs 240 people.",
            "Companies Register",
            "Sealine",
            "https://example.org",
        ),
        ALMA,
    )
    again = claim_about(check(), "Sealine")
    assert again.status is MachineStatus.CONFLICTING
    assert again.state is ReviewState.REOPENED
    assert again.decision is not None
    assert again.decision.disposition is Disposition.ATTRIBUTED
    assert ReasonCode.REOPENED in [r.code for r in check().gate.reasons]


def test_a_new_reference_clears_an_untouched_claim(newsroom: Newsroom, check: Check) -> None:
    check()
    newsroom.references.add(
        NewReference(
            "The ferry company Sealine employs 310 people.",
            "Companies Register",
            "Sealine",
            "https://example.org",
        ),
        ALMA,
    )
    assert claim_about(check(), "Sealine").state is ReviewState.CLEARED


def test_a_new_text_keeps_decisions_on_words_that_did_not_change(newsroom: Newsroom, check: Check) -> None:
    first = check(source_id="bridge")
    settle(newsroom, claim_about(first, "Sealine"), Disposition.ATTRIBUTED, note="The company says so")
    settle(
        newsroom, claim_about(first, "cost"), Disposition.CORRECTED, wording="The bridge cost £62 million."
    )
    second = check(
        "The Harbour Bridge opened to traffic on 4 May 2019. The bridge cost £62 million to build. "
        "A new sentence. The ferry company Sealine employs 310 people.",
        source_id="bridge",
    )
    assert second.revision_number == 2
    carried = claim_about(second, "Sealine")
    assert carried.state is ReviewState.RESOLVED
    assert carried.decision is not None
    assert (carried.decision.by, carried.decision.note) == ("Alma Reyes", "The company says so")
    assert claim_about(second, "cost").decision is None
    assert second.gate.conclusion is Conclusion.PASS


def test_the_old_text_becomes_stale_and_its_claims_leave_the_queue(newsroom: Newsroom, check: Check) -> None:
    first = check(source_id="bridge")
    check("The bridge cost £62 million to build.", source_id="bridge")
    assert newsroom.checks.report(first.check_id).gate.conclusion is Conclusion.STALE
    assert newsroom.queue.page(ALMA).page.total == 0


def test_going_back_to_an_earlier_text_makes_it_current_again(newsroom: Newsroom, check: Check) -> None:
    first = check(source_id="bridge")
    check("The bridge cost £62 million to build.", source_id="bridge")
    again = check(source_id="bridge")
    assert again.revision_number == first.revision_number
    assert again.is_current
    assert newsroom.queue.page(ALMA).page.total == 2


def test_a_text_without_claims_holds(check: Check) -> None:
    report = check("What a day it was! Who could have known?")
    assert report.claims == ()
    assert report.gate.conclusion is Conclusion.HOLD
    assert [r.code for r in report.gate.reasons] == [ReasonCode.NO_CLAIMS]


def test_a_model_that_cannot_run_is_an_error_and_stores_nothing(
    newsroom: Newsroom, check: Check, monkeypatch: pytest.MonkeyPatch, encoder: object
) -> None:
    def broken(*_: object) -> None:
        raise ModelFailed("The encoder is out of order.")

    monkeypatch.setattr(encoder, "encode", broken)
    with pytest.raises(ModelFailed):
        check()
    assert newsroom.checks.articles().total == 0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The bridge cost £62 million.", "The bridge cost £62 million."),
        (
            "The bridge cost £62 million to build, the board said, and it was opened in May by the mayor.",
            "The bridge cost £62 million to build, the board said, and it was …",
        ),
        ("x" * 100, "x" * 70),
    ],
)
def test_a_text_without_a_headline_is_known_by_its_first_words(check: Check, text: str, title: str) -> None:
    assert check(text).title == title


def test_what_a_repeated_submission_leaves_out_is_kept(newsroom: Newsroom, check: Check) -> None:
    deadline = datetime(2025, 3, 12, 18, tzinfo=UTC)
    check(source_id="bridge", desk="local", author="P. Raman", deadline=deadline)
    report = check(source_id="bridge")
    assert (report.desk, report.author, report.deadline) == ("local", "P. Raman", deadline)


def test_unknown_ids_are_not_found(newsroom: Newsroom) -> None:
    for ask in (
        newsroom.checks.report,
        newsroom.checks.article,
        newsroom.queue.claim,
        newsroom.references.get,
    ):
        with pytest.raises(NotFound):
            ask("01" + "0" * 24)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-14))),
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(1, 1, 1, tzinfo=UTC),
    ],
)
def test_a_moment_that_cannot_be_shown_everywhere_is_refused(moment: datetime) -> None:
    document = document_from_text("Fares rose by 4%.", limits=Limits())
    dated = replace(document, published_at=moment)
    with pytest.raises(InvalidInput) as deadline:
        Submission(document, deadline=moment)
    with pytest.raises(InvalidInput) as published_at:
        Submission(dated)
    assert (deadline.value.field, published_at.value.field) == ("deadline", "published_at")


def test_more_claims_than_the_limit_are_refused_and_nothing_is_stored(newsroom: Newsroom) -> None:
    strict = open_newsroom(Settings(max_claims=2), store=newsroom.store, parser=newsroom.parser)
    text = "Sealine employs 310 people. The Harbour Bridge cost 4 million. Fares rose by 4% in May."
    before = newsroom.audit.verify()
    with pytest.raises(TooLarge) as refused:
        strict.checks.check(Submission(document_from_text(text, limits=Limits())), ALMA)
    assert refused.value.field == "text"
    assert newsroom.audit.verify() == before
    assert newsroom.checks.articles().total == 0


def test_a_decision_taken_back_on_a_newer_text_does_not_stand_when_the_older_text_returns(
    newsroom: Newsroom, check: Check, clock: Callable[..., datetime]
) -> None:
    older = "Sealine employs 310 people. Fares rose by 4% in May."
    newer = "Sealine employs 310 people. Fares rose by 9% in May."
    settle(newsroom, claim_about(check(older, source_id="one"), "Sealine"), Disposition.CUT)
    carried = claim_about(check(newer, source_id="one"), "Sealine")
    clock.forward(minutes=1)  # type: ignore[attr-defined]
    newsroom.queue.undo(carried.id, ALMA, seen_version=carried.version)
    again = claim_about(check(older, source_id="one"), "Sealine")
    assert again.state is ReviewState.REOPENED
    assert again.decision is None
    assert [(d.disposition, d.undone_by) for d in again.decisions] == [(Disposition.CUT, "Alma Reyes")]
    assert newsroom.audit.verify().broken_at is None


OLDER = "Sealine employs 310 people. Fares rose by 4% in May."
NEWER = "Sealine employs 310 people. Fares rose by 9% in May."


def test_what_was_decided_on_a_newer_text_stands_when_the_older_text_returns(
    newsroom: Newsroom, check: Check
) -> None:
    check(OLDER, source_id="one")
    decided = settle(
        newsroom,
        claim_about(check(NEWER, source_id="one"), "Sealine"),
        Disposition.DISPUTED,
        note="They deny it",
    )
    report = check(OLDER, source_id="one")
    again = claim_about(report, "Sealine")
    assert again.state is ReviewState.RESOLVED
    assert again.decision is not None
    assert decided.decision is not None
    assert replace(again.decision, id="") == replace(decided.decision, id="")
    assert report.gate.conclusion is Conclusion.FAIL
    assert again.history[-1].action == "carried over from the earlier text"


def test_a_decision_replaced_on_a_newer_text_is_replaced_when_the_older_text_returns(
    newsroom: Newsroom, check: Check
) -> None:
    settle(newsroom, claim_about(check(OLDER, source_id="one"), "Sealine"), Disposition.OPINION)
    carried = claim_about(check(NEWER, source_id="one"), "Sealine")
    opened = newsroom.queue.undo(carried.id, ALMA, seen_version=carried.version)
    settle(newsroom, opened, Disposition.DISPUTED)
    report = check(OLDER, source_id="one")
    again = claim_about(report, "Sealine")
    assert again.decision is not None
    assert again.decision.disposition is Disposition.DISPUTED
    assert report.gate.conclusion is Conclusion.FAIL


def test_a_decision_taken_back_two_texts_ago_does_not_come_back(newsroom: Newsroom, check: Check) -> None:
    settle(newsroom, claim_about(check(OLDER, source_id="one"), "Sealine"), Disposition.OPINION)
    carried = claim_about(check(NEWER, source_id="one"), "Sealine")
    newsroom.queue.undo(carried.id, ALMA, seen_version=carried.version)
    check("Fares rose by 4% in May.", source_id="one")
    assert claim_about(check(OLDER, source_id="one"), "Sealine").state is ReviewState.REOPENED


def test_a_quotation_and_what_it_says_keep_their_own_decisions(newsroom: Newsroom, check: Check) -> None:
    text = "“Sealine employs 310 people,” said Ada Novak. Fares rose by {}% in May."
    said, content, _ = check(text.format(4), source_id="one").claims
    assert said.claim.span.contains(content.claim.span)
    settle(newsroom, said, Disposition.ATTRIBUTED)
    settle(newsroom, content, Disposition.DISPUTED)
    said, content, fares = check(text.format(9), source_id="one").claims
    assert said.decision is not None
    assert content.decision is not None
    assert said.decision.disposition is Disposition.ATTRIBUTED
    assert content.decision.disposition is Disposition.DISPUTED
    assert fares.decision is None


def test_of_a_claim_that_stands_twice_each_keeps_its_own_decision(newsroom: Newsroom, check: Check) -> None:
    twice = "Sealine employs 310 people. Fares rose by {}% in May. Sealine employs 310 people."

    def both(report: ArticleReport) -> list[ClaimReport]:
        return [claim for claim in report.claims if "Sealine" in claim.claim.quote]

    settle(newsroom, both(check(twice.format(4), source_id="one"))[1], Disposition.CUT)
    for rate in (9, 4):
        states = [claim.state for claim in both(check(twice.format(rate), source_id="one"))]
        assert states == [ReviewState.QUEUED, ReviewState.RESOLVED]


def test_a_claim_that_a_person_opened_stays_open_in_a_new_text(newsroom: Newsroom, check: Check) -> None:
    supported = "The Harbour Bridge opened to traffic on 4 May 2019."
    cleared = claim_about(check(supported, source_id="one"), "Bridge")
    assert cleared.state is ReviewState.CLEARED
    decided = settle(newsroom, cleared, Disposition.DISPUTED)
    newsroom.queue.undo(decided.id, ALMA, seen_version=decided.version)
    report = check(f"{supported} Sealine employs 310 people.", source_id="one")
    assert claim_about(report, "Bridge").state is ReviewState.REOPENED


def test_a_lease_on_an_older_text_does_not_refuse_the_check_that_returns_to_it(
    newsroom: Newsroom, check: Check
) -> None:
    waiting = claim_about(check(OLDER, source_id="one"), "Sealine")
    newsroom.queue.take(waiting.id, Actor(id="bola", name="Bola Adeyemi", role=Role.CHECKER))
    settle(newsroom, claim_about(check(NEWER, source_id="one"), "Sealine"), Disposition.CUT)
    again = claim_about(check(OLDER, source_id="one"), "Sealine")
    assert (again.state, again.lease) == (ReviewState.RESOLVED, None)


def test_a_carried_decision_rests_on_what_its_person_read(newsroom: Newsroom, check: Check) -> None:
    conflicting = claim_about(check("The bridge cost £84 million to build.", source_id="one"), "bridge")
    read = conflicting.evidence[0].reference
    confirmed = Decision(Disposition.CONFIRMED, reference_ids=(read.id,))
    newsroom.queue.decide(conflicting.id, ALMA, confirmed, seen_version=conflicting.version)
    row = '{"key": "cost", "text": "The bridge cost £63 million to build.", "publisher": "P", "title": "T"}'
    newsroom.references.import_rows(row.encode(), "jsonl", Actor(id="ada", name="Ada", role=Role.ADMIN))
    carried = check("The bridge cost £84 million to build. Fares rose by 4% in May.", source_id="one")
    decision = claim_about(carried, "bridge").decision
    assert decision is not None
    assert decision.references == (read,)


def test_the_date_that_a_text_was_judged_by_is_on_record(newsroom: Newsroom) -> None:
    def dated(moment: datetime | None) -> datetime | None:
        document = document_from_text("Fares rose by 4% on Monday.", published_at=moment, limits=Limits())
        submitted = Submission(document, source_app="cms", source_id="dated")
        return newsroom.checks.check(submitted, Actor(id="cms", name="The CMS")).published_at

    first, second = datetime(2025, 3, 12, tzinfo=UTC), datetime(2025, 3, 19, tzinfo=UTC)
    assert dated(first) == first
    assert dated(None) == first
    assert dated(second) == second
