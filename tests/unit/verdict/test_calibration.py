"""The shipped examples: written, read back, refused when damaged, of no use to another model."""

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.clearing import NOTHING_CLEARS, Basis
from factcheck.domain.errors import ModelFailed
from factcheck.domain.evidence import Judgement, MachineStatus, Reference, Source
from factcheck.text.parser import Parser
from factcheck.verdict.calibration import Calibration, load_calibration, save_calibration, shipped_clearing
from factcheck.verdict.decision import THRESHOLDS
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.risk import Example

EXAMPLES = (
    *(Example(0.5 + n / 2_000, n != 40) for n in range(900)),
    *(Example(0.0, right=False) for _ in range(499)),
)
MADE = Calibration("spring", "reader/3", "7/2", EXAMPLES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "learned" / "calibration.json"
    save_calibration(MADE, path)
    return path


def test_what_is_written_is_read(file: Path) -> None:
    assert load_calibration(file) == MADE


def test_the_shipped_examples_give_the_threshold(file: Path) -> None:
    clearing = shipped_clearing("reader/3", "7/2", 0.01, fixed=0.6, path=file)
    assert (clearing.basis, clearing.calibration, clearing.accepted) == (Basis.SHIPPED, "spring", 0.01)
    assert (clearing.threshold, clearing.examples, clearing.cleared) == (0.5, 1_399, 900)
    assert (clearing.unsupported, clearing.passed) == (500, 1)
    assert shipped_clearing("reader/3", "7/2", 0.001, fixed=0.6, path=file).clears_nothing


@pytest.mark.parametrize(("stance", "rules"), [("reader/4", "7/2"), ("reader/3", "8/2")])
def test_examples_of_another_model_or_other_rules_clear_nothing(file: Path, stance: str, rules: str) -> None:
    clearing = shipped_clearing(stance, rules, 0.01, fixed=0.6, path=file)
    assert clearing.clears_nothing
    assert (clearing.basis, clearing.examples) == (Basis.NONE, 0)


def test_without_examples_the_fixed_threshold_stands(tmp_path: Path) -> None:
    clearing = shipped_clearing("reader/3", "7/2", 0.01, fixed=0.6, path=tmp_path / "none.json")
    assert (clearing.threshold, clearing.basis, clearing.upper_bound) == (0.6, Basis.FIXED, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1, 2",
        "[]",
        "7",
        "null",
        '{"version": "a", "stance": "b", "rules": "c"}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [], "more": 1}',
        '{"version": 1, "stance": "b", "rules": "c", "examples": []}',
        '{"version": "", "stance": "b", "rules": "c", "examples": []}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [[0.5]]}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [[0.5, 2]]}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [[0.5, "1"]]}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [[true, 1]]}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [[1.2, 1]]}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": [[NaN, 1]]}',
        '{"version": "a", "stance": "b", "rules": "c", "examples": 5}',
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelFailed, match=r"calibration\.json"):
        shipped_clearing("reader/3", "7/2", 0.01, fixed=0.6, path=path)


def test_a_judgement_says_by_which_threshold_it_was_made(judge: Judge) -> None:
    versions = judge.versions("encoder/1")
    assert versions.clearing == judge.clearing()
    assert versions.thresholds == {**THRESHOLDS, "clear_p_supports": judge.clearing().threshold}


def test_a_claim_passes_from_the_threshold_on(judge: Judge) -> None:
    text = "The Tolland tunnel opened on 3 May 2021."
    claim = Claim(Span(0, len(text)), text, text)
    (profile,) = judge.profile_references([text], [None])
    source = Source("Tolland Council", "Minutes", "https://example.org/minutes")
    held = [Held(Reference("r1", "k1", text, source), profile, 1.0)]

    def judged(threshold: float) -> Judgement:
        clearing = replace(judge.clearing(), threshold=threshold)
        return judge.judge_all([claim], [held], None, clearing)[0]

    score = judged(0.6).score
    assert 0.6 < score <= 1
    assert judged(score).cleared
    for stricter in (min(1.0, score + 1e-6), NOTHING_CLEARS):
        kept = judged(stricter)
        assert (kept.cleared, kept.status, kept.score) == (False, MachineStatus.SUPPORTED, score)


def test_what_something_speaks_against_has_no_score(judge: Judge) -> None:
    text, other = "The Tolland tunnel cost £31 million.", "The Tolland tunnel cost £13 million."
    claim = Claim(Span(0, len(text)), text, text, doubt="allegedly")
    (wrong, same) = judge.profile_references([other, text], [None, None])
    source = Source("Tolland Council", "Minutes", "https://example.org/minutes")
    references = [
        Held(Reference("r1", "k1", other, source), wrong, 0.95),
        Held(Reference("r2", "k2", text, source), same, 1.0),
    ]
    assert [j.score for j in judge.judge_all([claim] * 2, [references[:1], references[1:]], None)] == [0, 0]


def test_what_ships_is_of_this_version_and_keeps_its_promise() -> None:
    clearing = Judge(Parser()).clearing(0.01)

    assert clearing.basis is Basis.SHIPPED
    assert clearing.unsupported >= 1_000
    assert clearing.upper_bound <= 0.01
    assert not clearing.clears_nothing
