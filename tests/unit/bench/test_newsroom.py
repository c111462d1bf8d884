import pytest

from factcheck.bench.formats import ArticleRow, GoldClaim
from factcheck.bench.newsroom import Answer, Filled, NewsroomFigures, NewsroomPrediction, score
from factcheck.bench.tables import newsroom_tables
from factcheck.domain.articles import Span
from factcheck.domain.evidence import MachineStatus, Versions

S, C, U = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED
VERSIONS = Versions("encoder", "stance", "rules", "parser")
TEXT = "word " * 250


def gold(start: int, verdict: MachineStatus, *ids: str, error: str = "") -> GoldClaim:
    span = Span(start, start + 20)
    return GoldClaim(span, span.of(TEXT), "A claim.", verdict, ids, error)


def answer(start: int, status: MachineStatus, *ids: str, cleared: bool = False) -> Answer:
    quote = TEXT[start : start + 20]
    return Answer(
        start, start + 20, quote, "A claim.", status, cleared, ids, (), "because", "A reference.", 0.7
    )


ARTICLE = ArticleRow(
    "a1",
    "Title",
    TEXT,
    claims=(
        gold(0, S, "r1"),
        gold(100, C, "r2", error="wrong_date"),
        gold(200, C, "r3", error="wrong_date"),
        gold(300, C, "r4", error="negation"),
        gold(400, U),
        gold(500, S, "r5", "r6"),
    ),
    non_claims=(Span(700, 740),),
)
SAID = NewsroomPrediction(
    "a1",
    (
        answer(0, C, "r9", "r1"),  # a false alarm on a true claim
        answer(100, C, "r2"),  # a conflict found
        answer(200, S, "r8", cleared=True),  # a conflict let through
        answer(400, C),  # called wrong where nothing settles it: no false alarm by the contract
        answer(500, S, "x1", "x2", "x3", "x4", "r5", "r6", cleared=True),
        answer(700, C),  # a false alarm on what is no claim
    ),
)


def figures() -> NewsroomFigures:
    return score("sample", [ARTICLE], [SAID], Filled(9, ("references.jsonl:3: “url” is bad",)), VERSIONS)


def test_claims_that_were_found() -> None:
    claims = figures().claims
    assert (claims.matched, claims.gold, claims.predicted) == (5, 6, 6)
    assert claims.non_claim_hits == 1


def test_status_is_scored_on_matched_claims_alone() -> None:
    assert figures().status_accuracy == pytest.approx(2 / 5)
    assert figures().ours.accuracy == figures().status_accuracy


def test_planted_conflicts_are_counted_whether_they_were_extracted_or_not() -> None:
    conflicts = figures().conflicts
    assert (conflicts.planted, conflicts.extracted) == (3, 2)
    assert (conflicts.found.count, conflicts.found.of) == (1, 3)
    assert (conflicts.let_through.count, conflicts.let_through.of) == (1, 3)
    assert {name: (r.count, r.of) for name, r in conflicts.by_type.items()} == {
        "negation": (0, 1),
        "wrong_date": (1, 2),
    }


def test_false_alarms_are_on_supported_claims_and_on_what_is_no_claim() -> None:
    assert figures().words == 250
    assert figures().false_alarms == 2
    assert figures().false_alarms_per_1000_words == 8


def test_peoples_work_is_what_is_not_cleared() -> None:
    assert figures().peoples_work == pytest.approx(4 / 6)


def test_evidence_recall_looks_at_five() -> None:
    # r1 and r2 found, r3 not, of r5 and r6 only the one in fifth place; r4's claim was not extracted.
    assert figures().claims_with_references == 4
    assert figures().evidence_recall_at_5 == pytest.approx((1 + 1 + 0 + 0.5) / 4)


def test_cheap_rules_stand_beside_us_on_the_matched_claims() -> None:
    assert figures().baselines[0].name == "cosine alone"
    assert figures().baselines[-1].let_through.of == 3
    assert figures().ours.false_clear_rate.of == 2


def test_nothing_found_is_not_a_good_result() -> None:
    nothing = score("sample", [ARTICLE], [NewsroomPrediction("a1", ())], Filled(9), VERSIONS)
    assert nothing.status_accuracy is None
    assert nothing.peoples_work is None
    assert nothing.evidence_recall_at_5 is None
    assert nothing.claims.recall == 0
    assert nothing.conflicts.found.rate == 0


def test_tables_can_be_made() -> None:
    assert len(newsroom_tables(figures())) == 5
