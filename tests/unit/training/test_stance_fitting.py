"""The training loop on a handful of pairs: it learns them, and an interruption changes nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from factcheck.matching.crossencoder import EMBEDDINGS, network_of, untrained
from factcheck.training.stance import fitting
from factcheck.training.stance.examples import Example
from factcheck.training.stance.fitting import Phase, fit

EXAMPLES = [
    Example(f"The {who} {claim} the offer.", f"The {who} {reference} the offer.", label)
    for who in (
        "guild",
        "board",
        "choir",
        "club",
        "union",
        "bank",
        "crew",
        "mayor",
        "school",
        "press",
        "panel",
    )
    for claim, reference, label in (
        ("accepted", "accepted", 0),
        ("accepted", "rejected", 1),
        ("accepted", "read", 2),
    )
]


def plan() -> list[Phase]:
    return [Phase("first", EXAMPLES, 2, 1e-4), Phase("second", EXAMPLES[:32], 1, 1e-4)]


def said(_: str) -> None:
    pass


def weights_after(folder: Path) -> dict[str, torch.Tensor]:
    torch.manual_seed(1)
    model = untrained()
    fit(model, plan(), folder, 3, said)
    return network_of(model).state_dict()


def test_what_was_interrupted_ends_where_it_would_have_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "EVERY", 1)
    (tmp_path / "whole").mkdir()
    whole = weights_after(tmp_path / "whole")
    padded = fitting._padded
    steps = 0

    def killed(batch: Sequence[Any]) -> Iterator[torch.Tensor]:
        nonlocal steps
        steps += 1
        if steps == 4:
            raise KeyboardInterrupt
        return padded(batch)

    (tmp_path / "cut").mkdir()
    monkeypatch.setattr(fitting, "_padded", killed)
    with pytest.raises(KeyboardInterrupt):
        weights_after(tmp_path / "cut")
    resumed = weights_after(tmp_path / "cut")

    assert steps < 2 * 5
    for name, value in whole.items():
        torch.testing.assert_close(resumed[name], value, msg=name)


def test_word_vectors_stay_those_of_the_packaged_encoder(tmp_path: Path) -> None:
    before = network_of(untrained()).state_dict()
    after = weights_after(tmp_path)

    changed = {name for name, value in after.items() if not torch.equal(value, before[name])}

    assert any("attention" in name for name in changed)
    assert not any(name.startswith(EMBEDDINGS) for name in changed)


def test_a_checkpoint_of_another_plan_is_not_used(tmp_path: Path) -> None:
    told: list[str] = []
    weights_after(tmp_path)
    fit(untrained(), [Phase("first", EXAMPLES[:32], 1, 1e-4)], tmp_path, 3, told.append)

    assert not any("going on" in line for line in told)
