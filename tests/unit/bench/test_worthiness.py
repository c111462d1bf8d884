from pathlib import Path

from factcheck.bench.bare import bare_claim
from factcheck.bench.formats import SentenceRow
from factcheck.bench.naive_bayes import held_out_scores
from factcheck.bench.progress import silent
from factcheck.bench.tables import worthiness_tables
from factcheck.bench.worthiness import measure, score
from factcheck.claims.extract import Extractor
from factcheck.claims.worthiness import load_worthiness
from factcheck.domain.claims import ClaimKind
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.text.parser import Parser


def test_figures_stand_beside_those_of_cheap_rules() -> None:
    rows = [SentenceRow("a", "Up 4%.", worthy=True), SentenceRow("b", "Oh well.", worthy=False)]
    figures = score("rows.jsonl", rows, [0.9, 0.2], 0.5, "weights")
    assert (figures.ours.average_precision, figures.ours.auroc, figures.ours.f1) == (1, 1, 1)
    assert figures.ours.calibration_error == 0.15
    assert {one.name: one.auroc for one in figures.baselines} == {
        "naive Bayes, held out": 0.5,
        "has a digit": 1,
        "number of words": 0.5,
        "every sentence": 0.5,
        "random": figures.baselines[-1].auroc,
    }
    assert figures == score("rows.jsonl", rows, [0.9, 0.2], 0.5, "weights")
    assert len(worthiness_tables(figures)) == 1


def test_naive_bayes_learns_from_the_other_folds_only() -> None:
    texts = [f"profit fell to {i} pounds" for i in range(10)] + [f"oh dear, well now {i}" for i in range(10)]
    true = [True] * 10 + [False] * 10
    scores = held_out_scores(texts, true, 1)
    assert min(scores[:10]) > max(scores[10:])
    assert scores == held_out_scores(texts, true, 1)
    assert held_out_scores(["a", "b"], [True, False], 1) == [0.5, 0.5]


def test_a_file_is_scored_row_by_row(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"id": "a", "text": "Unemployment rose to 5.2% in March 2024.", "label": 1}\n'
        '{"id": "b", "text": "God bless you all.", "label": 0}\n',
        encoding="utf-8",
    )
    figures, predictions = measure(path, load_worthiness(), SentenceTransformerEncoder(), silent)
    assert (figures.rows, figures.worthy, figures.ours.auroc) == (2, 1, 1)
    assert [one.id for one in predictions] == ["a", "b"]


def test_a_bare_claim_is_the_whole_sentence_with_what_the_extractor_sees() -> None:
    extractor = Extractor(Parser())
    text = "Profit fell by 4% to £6m in March 2024."
    claim = bare_claim(text, extractor)
    assert (claim.quote, claim.text, claim.kind) == (text, text, ClaimKind.STATEMENT)
    nothing = bare_claim("Oh well.", extractor)
    assert (nothing.text, nothing.kind) == ("Oh well.", ClaimKind.STATEMENT)
