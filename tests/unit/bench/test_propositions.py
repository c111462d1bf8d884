from pathlib import Path

import pytest

from factcheck.bench.progress import silent
from factcheck.bench.propositions import PropositionRow, has_propositions, matched, measure_propositions
from factcheck.bench.tables import proposition_tables
from factcheck.claims.extract import Extractor
from factcheck.domain.errors import InvalidInput
from factcheck.text.documents import Limits
from factcheck.text.parser import Parser

ROW = PropositionRow("a", "Sales rose 4% and debt fell.", "", ("Sales rose 4%", "debt fell"))


def test_each_claim_is_one_proposition_at_most() -> None:
    both = matched("us", 0.8, [ROW], [["Sales rose 4%", "debt fell"]])
    assert (both.matched, both.recall, both.precision) == (2, 1, 1)
    twice = matched("us", 0.8, [ROW], [["Sales rose 4%", "Sales rose 4%"]])
    assert (twice.matched, twice.recall, twice.precision) == (1, 0.5, 0.5)
    whole = matched("whole", 0.5, [ROW], [["Sales rose 4% and debt fell."]])
    assert whole.matched == 1
    assert matched("whole", 0.8, [ROW], [["Sales rose 4% and debt fell."]]).matched == 0
    assert matched("none", 0.8, [ROW], [[]]).precision is None


def test_sentences_are_read_after_their_context(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "a", "text": "Sales rose 4% to €3m and debt fell to €1m.", "context": "The firm is old.", '
        '"propositions": ["Sales rose 4% to €3m", "debt fell to €1m"]}\n',
        encoding="utf-8",
    )
    assert has_propositions(path)
    figures, (prediction,) = measure_propositions(path, Extractor(Parser()), Limits(), silent)
    assert [claim.quote for claim in prediction.claims] == ["Sales rose 4% to €3m", "debt fell to €1m"]
    assert (figures.sentences, figures.propositions) == (1, 2)
    assert [one.recall for one in figures.results] == [1, 1, 0, 0.5]
    assert len(proposition_tables(figures)) == 1


def test_a_row_without_propositions_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "x", "propositions": "y"}\n', encoding="utf-8")
    with pytest.raises(InvalidInput, match=r"rows\.jsonl:1"):
        measure_propositions(path, Extractor(Parser()), Limits(), silent)
    path.write_text('{"id": "a", "text": "x", "claims": []}\n', encoding="utf-8")
    assert not has_propositions(path)
