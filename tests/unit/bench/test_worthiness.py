from pathlib import Path

import pytest

from factcheck.bench.bare import bare_claim, bare_worthiness
from factcheck.bench.formats import SentenceRow
from factcheck.bench.progress import silent
from factcheck.bench.tables import worthiness_tables
from factcheck.bench.worthiness import measure, score
from factcheck.claims.checkable import THRESHOLD
from factcheck.claims.extract import Extractor
from factcheck.domain.claims import ClaimKind
from factcheck.text.parser import Parser


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def test_figures_stand_beside_those_of_cheap_rules() -> None:
    rows = [SentenceRow("a", "Up 4%.", worthy=True), SentenceRow("b", "Oh well.", worthy=False)]
    figures = score("rows.jsonl", rows, [0.9, 0.2], 0.5, "rules")
    assert (figures.ours.average_precision, figures.ours.auroc, figures.ours.f1) == (1, 1, 1)
    assert [one.name for one in figures.baselines] == [
        "has a digit",
        "number of words",
        "every sentence",
        "random",
    ]
    assert figures.baselines[0].auroc == 1
    assert figures.baselines[2].auroc == 0.5
    assert figures == score("rows.jsonl", rows, [0.9, 0.2], 0.5, "rules")
    assert len(worthiness_tables(figures)) == 1


def test_what_the_extractor_takes_for_a_claim_lies_above_the_threshold(parser: Parser) -> None:
    claim = bare_worthiness("Unemployment rose to 5.2% in March 2024.", parser)
    opinion = bare_worthiness("I think this is a wonderful country.", parser)
    question = bare_worthiness("Did unemployment rise to 5.2%?", parser)
    assert claim >= THRESHOLD
    assert 0 <= opinion < THRESHOLD
    assert 0 <= question < THRESHOLD


def test_a_file_is_scored_row_by_row(parser: Parser, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "a", "text": "Unemployment rose to 5.2% in March 2024.", "label": 1}\n'
        '{"id": "b", "text": "God bless you all.", "label": 0}\n',
        encoding="utf-8",
    )
    figures, predictions = measure(path, parser, silent)
    assert (figures.rows, figures.worthy, figures.ours.auroc) == (2, 1, 1)
    assert [one.id for one in predictions] == ["a", "b"]


def test_a_bare_claim_is_the_whole_sentence_with_what_the_extractor_sees(parser: Parser) -> None:
    extractor = Extractor(parser)
    text = "Profit fell by 4% to £6m in March 2024."
    claim = bare_claim(text, extractor)
    assert (claim.quote, claim.text, claim.kind) == (text, text, ClaimKind.STATEMENT)
    nothing = bare_claim("Oh well.", extractor)
    assert (nothing.text, nothing.kind) == ("Oh well.", ClaimKind.STATEMENT)
