from datetime import date
from pathlib import Path

import pytest

from factcheck.bench.formats import PairRow
from factcheck.bench.progress import silent
from factcheck.bench.tables import verdict_tables
from factcheck.bench.verdict import Machine, Prediction, answer, measure, score
from factcheck.claims.extract import Extractor
from factcheck.domain.evidence import MachineStatus, Versions
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Judge

S, C, U = MachineStatus.SUPPORTED, MachineStatus.CONFLICTING, MachineStatus.UNMATCHED
VERSIONS = Versions("encoder", "stance", "rules", "parser")


def row(number: int, label: MachineStatus, kind: str = "") -> PairRow:
    return PairRow(f"p{number}", f"Claim {number} is here.", f"Reference {number} is here.", label, type=kind)


def said(number: int, status: MachineStatus, supports: float, *, cleared: bool = False) -> Prediction:
    return Prediction(f"p{number}", status, supports, (1 - supports) / 2, cleared, (), "because", 0.5)


ROWS = [row(1, S, "rounding"), row(2, S, "subset"), row(3, C, "negation"), row(4, C, "negation"), row(5, U)]
SAID = [
    said(1, S, 0.9, cleared=True),
    said(2, U, 0.4),
    said(3, C, 0.1),
    said(4, S, 0.8, cleared=True),
    said(5, U, 0.2),
]


@pytest.fixture(scope="module")
def machine() -> Machine:
    parser = Parser()
    return Machine(Extractor(parser), SentenceTransformerEncoder(), Judge(parser))


def test_figures_are_those_of_the_contract() -> None:
    figures = score("pairs.jsonl", ROWS, SAID, VERSIONS)
    assert figures.labels == {"supported": 2, "conflicting": 2, "unmatched": 1}
    assert figures.accuracy == pytest.approx(3 / 5)
    assert figures.conflicting_recall == 0.5
    assert figures.confusion["conflicting"] == {"supported": 1, "conflicting": 1, "unmatched": 0}
    assert figures.balanced_accuracy == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert (figures.false_clear_rate.count, figures.false_clear_rate.of) == (1, 2)
    assert 0.5 < figures.false_clear_rate.upper_95 < 1
    assert (figures.let_through.count, figures.let_through.of) == (1, 3)
    assert figures.clear_rate == 0.5
    assert {name: rates["factcheck"].rate for name, rates in figures.type_recall.items()} == {
        "conflicting/negation": 0.5,
        "supported/rounding": 1.0,
        "supported/subset": 0.0,
    }
    assert figures.ours.balanced_accuracy == figures.balanced_accuracy
    assert figures.ours.false_clear_rate == figures.false_clear_rate
    assert len(figures.baselines) == 5


def test_a_set_without_a_label_has_no_recall_of_it() -> None:
    figures = score("pairs.jsonl", ROWS[:2], SAID[:2], VERSIONS)
    assert figures.conflicting_recall is None
    assert figures.balanced_accuracy is None
    assert figures.let_through.rate is None


def test_tables_can_be_made_of_figures_with_and_without_types() -> None:
    assert len(verdict_tables(score("a", ROWS, SAID, VERSIONS))) == 5
    assert len(verdict_tables(score("a", ROWS[4:], SAID[4:], VERSIONS))) == 4


def test_rows_of_different_days_come_back_in_their_order(machine: Machine) -> None:
    rows = [
        PairRow("a", "Profit fell to £6m.", "Profit fell to £6m.", S, published_at=date(2025, 1, 2)),
        PairRow("b", "Profit fell to £60m.", "Profit fell to £6m.", C),
        PairRow("c", "A ferry sank off Malta.", "Profit fell to £6m.", U, published_at=date(2025, 1, 2)),
    ]
    answers = answer(rows, machine, silent)
    assert [one.id for one in answers] == ["a", "b", "c"]
    assert [one.status for one in answers] == [S, C, U]
    assert answers[0].similarity == pytest.approx(1, abs=1e-5)
    assert answers[1].findings
    assert all(one.status is S for one in answers if one.cleared)
    assert all(one.p_supports + one.p_contradicts <= 1 + 1e-9 for one in answers)


def test_what_is_measured_names_its_data_and_versions(machine: Machine, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(
        '{"id": 1, "claim": "It rained in Leeds.", "evidence": "It rained.", "label": "supported"}\n',
        encoding="utf-8",
    )
    figures, predictions = measure(path, machine, silent)
    assert (figures.data, figures.rows) == ("pairs.jsonl", 1)
    assert figures.versions.encoder == machine.encoder.identity
    assert predictions[0].id == "1"
