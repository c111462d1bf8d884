"""The shipped check-worthiness model: what it says, how it explains it, and what it refuses."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from factcheck.claims.traits import TRAITS
from factcheck.claims.worthiness import (
    CARD,
    WEIGHTS,
    Score,
    WorthinessModel,
    load_worthiness,
    save_worthiness,
)
from factcheck.domain.errors import ModelFailed
from factcheck.matching.encoder import SentenceTransformerEncoder


@pytest.fixture(scope="module")
def model() -> WorthinessModel:
    return load_worthiness()


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


def scored(model: WorthinessModel, encoder: SentenceTransformerEncoder, *texts: str) -> list[Score]:
    return model.score(texts, encoder.encode(texts))


def test_figures_and_events_come_before_talk(
    model: WorthinessModel, encoder: SentenceTransformerEncoder
) -> None:
    figure, event, mood = scored(
        model,
        encoder,
        "Unemployment in Harlow rose to 5.2% in March 2024.",
        "The court in Leeds convicted the former mayor of fraud.",
        "It is, when all is said, a lovely little town.",
    )
    assert figure.score > event.score > mood.score
    assert figure.score > model.threshold > mood.score


def test_the_reasons_name_what_is_in_the_sentence(
    model: WorthinessModel, encoder: SentenceTransformerEncoder
) -> None:
    (figure, question) = scored(
        model, encoder, "Unemployment in Harlow rose to 5.2% in March 2024.", "Would you believe it?"
    )
    assert figure.reasons[0] == "+ has a percentage"
    assert "− asks" in question.reasons
    assert not any("asks" in reason for reason in figure.reasons)
    assert all(reason[:2] in ("+ ", "− ") for reason in figure.reasons + question.reasons)


def test_a_text_has_the_same_score_in_any_company(
    model: WorthinessModel, encoder: SentenceTransformerEncoder
) -> None:
    alone = scored(model, encoder, "The pier cost £4m.")[0]
    beside = scored(model, encoder, "Hello.", "The pier cost £4m.", "x " * 200)[1]
    assert alone.score == pytest.approx(beside.score, abs=2e-4)
    assert alone.reasons == beside.reasons
    assert scored(model, encoder) == []


def test_it_knows_the_vectors_it_was_trained_on(
    model: WorthinessModel, encoder: SentenceTransformerEncoder
) -> None:
    assert model.fits(encoder.identity)
    assert model.fits("renamed@" + model.encoder.rpartition("@")[2])
    assert not model.fits("all-MiniLM-L6-v2@000000000000")
    with pytest.raises(ModelFailed):
        model.score(["A"], np.zeros((1, 3), dtype=np.float32))
    with pytest.raises(ValueError, match="vector"):
        model.score(["A", "B"], np.zeros((1, len(model.vector)), dtype=np.float32))


def test_what_is_saved_is_what_is_loaded(model: WorthinessModel, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    save_worthiness(model, path)
    again = load_worthiness(path)
    assert replace(again, vector=model.vector) == replace(model, vector=model.vector)
    assert np.array_equal(again.vector, model.vector)
    assert path.read_text(encoding="utf-8") == WEIGHTS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "damage", ["{", '{"format": 1}', '{"format": 99, "traits": {}}', "[]", "[" * 200_000, "9" * 5_001]
)
def test_damaged_weights_are_an_error(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(damage, encoding="utf-8")
    with pytest.raises(ModelFailed):
        load_worthiness(path)
    with pytest.raises(ModelFailed):
        load_worthiness(tmp_path / "nowhere.json")


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("bias", float("nan")),
        ("bias", 1e300),
        ("bias", 10**400),
        ("threshold", float("inf")),
        ("usual_wording", float("-inf")),
        ("vector", [0.1, float("nan")]),
        ("vector", [[0.1], [0.2]]),
        ("vector", [1e39]),
        ("traits", [trait.name for trait in TRAITS]),
        ("traits", {trait.name: {"weight": float("nan"), "usual": 0} for trait in TRAITS}),
    ],
)
@pytest.mark.filterwarnings("ignore:overflow encountered")
def test_numbers_that_cannot_be_are_refused(tmp_path: Path, entry: str, value: object) -> None:
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(held | {entry: value}), encoding="utf-8")
    with pytest.raises(ModelFailed):
        load_worthiness(path)


@pytest.mark.parametrize(("bias", "score"), [(-1e6, 0.0), (1e6, 1.0)])
def test_no_sum_is_too_large_for_a_score(model: WorthinessModel, bias: float, score: float) -> None:
    vectors = np.zeros((1, len(model.vector)), dtype=np.float32)
    assert replace(model, bias=bias).score(["The lock was shut."], vectors)[0].score == score


def test_weights_of_other_traits_are_refused(tmp_path: Path) -> None:
    held = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    del held["traits"]["figures"]
    path = tmp_path / "weights.json"
    path.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(ModelFailed, match="another version"):
        load_worthiness(path)


def test_the_card_lists_data_licence_and_every_weight(model: WorthinessModel) -> None:
    told = CARD.read_text(encoding="utf-8")
    assert model.version in told
    assert "CC BY 4.0" in told
    assert all(f"| {trait.phrase} | {model.traits[trait.name]:+.2f} |" in told for trait in TRAITS)
    assert WEIGHTS.stat().st_size < 8_000
