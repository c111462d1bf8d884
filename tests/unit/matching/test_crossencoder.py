import hashlib
from pathlib import Path

import numpy as np
import pytest
import torch

from factcheck.domain.errors import ModelFailed
from factcheck.matching.crossencoder import (
    EMBEDDINGS,
    CrossEncoderScorer,
    _restored,
    facts_of,
    network_of,
    save_cross_encoder,
    untrained,
)
from factcheck.verdict import learned

CLAIMS = ["Marlow built 40 homes.", "The mayor resigned.", "Wheat rose."]
REFERENCES = [
    "Marlow Council completed 40 new homes in the spring, all of them for rent.",
    "The mayor stayed in office after a vote of confidence that she won by two votes, the clerk said.",
    "Wheat fell.",
]


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("network") / "stance.npz"
    save_cross_encoder(network_of(untrained()), path, {"examples": "none"})
    return path


def scorer(weights: Path) -> CrossEncoderScorer:
    return CrossEncoderScorer(weights, hashlib.sha256(weights.read_bytes()).hexdigest())


def test_what_ships_is_small() -> None:
    assert (learned.FOLDER / learned.NETWORK).stat().st_size < 25_000_000


def test_the_file_says_what_it_was_fitted_on(weights: Path) -> None:
    assert facts_of(weights) == {"examples": "none"}


def test_a_pair_is_read_alike_in_any_company(weights: Path) -> None:
    together = scorer(weights).logits(CLAIMS, REFERENCES)
    alone = [scorer(weights).logits([c], [r])[0] for c, r in zip(CLAIMS[:1], REFERENCES[:1], strict=True)]
    backwards = scorer(weights).logits(CLAIMS[::-1], REFERENCES[::-1])[::-1]

    assert together.shape == (3, 3)
    np.testing.assert_allclose(together[:1], alone, atol=1e-5)
    np.testing.assert_allclose(together, backwards, atol=1e-5)


def test_no_pairs_need_no_model() -> None:
    assert CrossEncoderScorer(Path("/nowhere"), "").logits([], []).shape == (0, 3)


def test_other_weights_than_those_of_this_version_are_refused(weights: Path) -> None:
    with pytest.raises(ModelFailed, match="not those"):
        CrossEncoderScorer(weights, "0" * 64).logits(CLAIMS, REFERENCES)


def test_weights_that_are_missing_are_a_failure_and_no_answer(tmp_path: Path) -> None:
    with pytest.raises(ModelFailed, match="cannot be read"):
        CrossEncoderScorer(tmp_path / "none", "0" * 64).logits(CLAIMS, REFERENCES)


def test_few_levels_keep_the_weights_within_half_a_step(weights: Path) -> None:
    torch.manual_seed(5)
    network = network_of(untrained())
    save_cross_encoder(network, weights.with_name("other"), {})
    kept = _restored(weights.with_name("other"))
    assert kept.keys() == network.state_dict().keys()
    for name, value in network.state_dict().items():
        levels = 31 if name.startswith(EMBEDDINGS) else 47
        step = value.abs().amax(dim=-1, keepdim=True) / levels if value.ndim == 2 else torch.tensor(1e-6)
        assert ((kept[name] - value).abs() <= step * 0.51 + 1e-7).all(), name


def test_weights_of_another_shape_are_a_failure_and_no_answer(weights: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.npz"
    with np.load(weights) as kept:
        np.savez(other, **{name: kept[name] for name in kept.files if "layer.11." not in name})
    with pytest.raises(ModelFailed, match="do not fit"):
        scorer(other).logits(CLAIMS, REFERENCES)
