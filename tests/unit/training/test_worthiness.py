"""Fitting check-worthiness: the same rows give the same weights, and bad rows give none."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray

from factcheck.bench.formats import read_sentences
from factcheck.claims.worthiness import load_worthiness, save_worthiness
from factcheck.cli import main
from factcheck.domain.errors import InvalidInput
from factcheck.training.worthiness import evaluate, train

TODAY = date(2026, 3, 1)
PLACES = ("Harlow", "Oban", "Lund", "Porto", "Ghent", "Graz")


class Hashing:
    """An encoder without a model: each word pushes in a direction of its own."""

    identity = "hashing@0123"
    dimension = 12

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = [sum((self._push(word) for word in text.split()), np.zeros(self.dimension)) for text in texts]
        table = np.array(rows, dtype=np.float32)
        lengths = np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
        return np.asarray(table / lengths, dtype=np.float32)

    def _push(self, word: str) -> NDArray[np.float64]:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
        return np.random.default_rng(seed).normal(size=self.dimension)


def rows(count: int = 240) -> list[dict[str, object]]:
    made: list[dict[str, object]] = []
    for i in range(count):
        place, speech = PLACES[i % len(PLACES)], f"speech-{i % 8}"
        worthy = f"Rents in {place} rose by {i % 37 + 2}% to £{300 + i} in 20{i % 20 + 10}."
        talk = f"I think you will all love {place}, and we should go {'again ' * (i % 5)}on day {i % 9}?"
        made.append({"id": f"w{i}", "text": worthy, "label": 1, "file": speech})
        made.append({"id": f"t{i}", "text": talk, "label": 0, "file": speech})
    return made


def written(path: Path, given: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in given), encoding="utf-8")
    return path


def silent(_: str) -> None:
    pass


def never(*_: object) -> None:
    raise RuntimeError("this must not be reached, or breaks off")


def test_training_finds_what_is_there_and_repeats_itself(tmp_path: Path) -> None:
    file = written(tmp_path / "rows.jsonl", rows())
    first, second = (train([file], Hashing(), TODAY, silent) for _ in range(2))
    assert first.model.version == "worthiness-2026-03-01"
    assert (first.rows, first.sources) == (len({str(row["text"]) for row in rows()}), 8)
    assert first.held_out.average_precision == pytest.approx(1.0)
    assert first.model.traits["percentage"] > 0 > first.model.traits["question"]
    save_worthiness(first.model, tmp_path / "a.json")
    save_worthiness(second.model, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_the_weights_that_are_kept_score_like_the_fit(tmp_path: Path) -> None:
    file = written(tmp_path / "rows.jsonl", rows())
    trained = train([file], Hashing(), TODAY, silent)
    save_worthiness(trained.model, tmp_path / "weights.json")
    kept = load_worthiness(tmp_path / "weights.json")
    texts = [str(row["text"]) for row in rows()[:10]]
    vectors = Hashing().encode(texts)
    before = [one.score for one in trained.model.score(texts, vectors)]
    assert [one.score for one in kept.score(texts, vectors)] == pytest.approx(before, abs=0.01)
    measured = evaluate(kept, file.name, read_sentences(file), Hashing())
    assert measured.average_precision == pytest.approx(1.0)
    assert measured.calibration_error is not None
    assert measured.calibration_error < 0.05


def test_a_sentence_said_often_counts_once(tmp_path: Path) -> None:
    given = rows()
    again = [{**row, "id": f"{row['id']}-again"} for row in given]
    once = train([written(tmp_path / "once.jsonl", given)], Hashing(), TODAY, silent)
    twice = train([written(tmp_path / "twice.jsonl", given + again)], Hashing(), TODAY, silent)
    assert twice.rows == once.rows
    assert twice.model.bias == once.model.bias


@pytest.mark.parametrize(
    "given",
    [rows(20), [row for row in rows() if row["label"]], [{"id": "a", "text": "b", "label": 2}]],
    ids=["too few", "one label", "no label"],
)
def test_rows_that_do_not_do_are_refused(tmp_path: Path, given: list[dict[str, object]]) -> None:
    with pytest.raises(InvalidInput):
        train([written(tmp_path / "rows.jsonl", given)], Hashing(), TODAY, silent)


def test_the_command_writes_weights_and_card(tmp_path: Path) -> None:
    file = written(tmp_path / "rows.jsonl", rows())
    out = tmp_path / "out"
    out.mkdir()
    arguments = ["train", "worthiness", str(file), "--measure", str(file), "--out", str(out)]
    done = CliRunner().invoke(main, [*arguments, "--origin", "invented rents, public domain"])
    assert done.exit_code == 0, done.output
    assert "average precision" in done.stdout
    card = (out / "worthiness.md").read_text(encoding="utf-8")
    assert "invented rents, public domain" in card
    assert load_worthiness(out / "worthiness.json").version in card


def test_a_bad_file_to_measure_on_is_told_before_the_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path / "rows.jsonl", rows())
    bad = written(tmp_path / "bad.jsonl", [{"id": "a", "text": "The weir cost £3m.", "label": "yes"}])
    monkeypatch.setattr("factcheck.training.worthiness.train", never)
    done = CliRunner().invoke(main, ["train", "worthiness", str(file), "--measure", str(bad)])
    assert done.exit_code == 3
    assert "bad.jsonl:1:" in done.output


def test_a_run_that_breaks_off_leaves_the_old_pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path / "rows.jsonl", rows())
    out = tmp_path / "out"
    out.mkdir()
    for name in ("worthiness.json", "worthiness.md"):
        (out / name).write_text("old", encoding="utf-8")
    monkeypatch.setattr("factcheck.training.commands.SentenceTransformerEncoder", Hashing)
    monkeypatch.setattr("factcheck.training.card.card", never)
    CliRunner().invoke(main, ["train", "worthiness", str(file), "--out", str(out)])
    assert {path.name: path.read_text(encoding="utf-8") for path in out.iterdir()} == {
        "worthiness.json": "old",
        "worthiness.md": "old",
    }


def test_the_command_refuses_before_it_trains(tmp_path: Path) -> None:
    file = written(tmp_path / "rows.jsonl", rows())
    for wrong in (["--out", str(tmp_path / "nowhere")], ["--origin", "a", "--origin", "b"]):
        done = CliRunner().invoke(main, ["train", "worthiness", str(file), *wrong])
        assert done.exit_code == 3
    missing = CliRunner().invoke(main, ["train", "worthiness", str(tmp_path / "none.jsonl")])
    assert missing.exit_code == 3
    assert "none.jsonl" in missing.output
