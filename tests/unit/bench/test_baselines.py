import pytest

from factcheck.bench.baselines import Asked, guesses, overlap, scored, spoken
from factcheck.domain.evidence import MachineStatus

S, C, U = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED


def asked(claim: str, reference: str, similarity: float, label: MachineStatus) -> Asked:
    return Asked(claim, reference, similarity, label, (claim,))


ROWS = [
    asked("The bridge opened in May", "The bridge opened in May", 0.99, S),
    asked("The bridge was opened in May", "The bridge opened in May", 0.95, S),
    asked("The bridge opened in June", "The bridge opened in May", 0.97, C),
    asked("A ferry sank off Malta", "The bridge opened in May", 0.10, C),
    asked("Its architect is Portuguese", "The bridge opened in May", 0.20, U),
]


def test_overlap_is_the_share_of_the_claims_words() -> None:
    assert overlap("The bridge opened", "THE bridge, opened in May") == 1
    assert overlap("A bridge closed", "the bridge") == pytest.approx(1 / 3)
    assert overlap("…", "the bridge") == 0


def test_every_cheap_rule_is_there_and_answers_every_row() -> None:
    rules = guesses(ROWS)
    assert [rule.name for rule in rules] == [
        "cosine alone",
        "word overlap alone",
        "inverse word overlap alone",
        "claim alone",
        "always ask a person",
    ]
    assert all(len(rule.cleared) == len(ROWS) for rule in rules)


def test_cosine_gets_the_threshold_that_suits_it_best() -> None:
    cosine = guesses(ROWS)[0]
    assert cosine.threshold == 0.95
    assert cosine.said == (S, S, S, C, C)
    figures = scored(cosine, [row.label for row in ROWS])
    assert figures.balanced_accuracy == pytest.approx((1 + 2 / 3) / 2)
    assert figures.clear_rate == 1
    assert (figures.false_clear_rate.count, figures.false_clear_rate.of) == (1, 3)
    assert (figures.let_through.count, figures.let_through.of) == (1, 3)
    assert figures.accuracy == pytest.approx(3 / 5)


def test_always_asking_clears_nothing_and_says_nothing() -> None:
    figures = scored(guesses(ROWS)[-1], [row.label for row in ROWS])
    assert figures.accuracy is None
    assert figures.clear_rate == 0
    assert figures.false_clear_rate.rate is None
    assert figures.let_through.rate == 0
    assert figures.balanced_accuracy == 0.5


def test_our_own_answers_are_scored_by_status_and_by_what_is_cleared() -> None:
    labels = [row.label for row in ROWS]
    figures = scored(spoken("ours", [S, S, C, U, U], [True, False, False, False, False]), labels)
    assert figures.accuracy == pytest.approx(4 / 5)
    assert figures.balanced_accuracy == 1
    assert figures.clear_rate == 0.5
    assert figures.false_clear_rate.rate == 0


def test_the_same_rows_give_the_same_answers() -> None:
    assert guesses(ROWS) == guesses(ROWS)
