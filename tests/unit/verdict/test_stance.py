from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.errors import ModelFailed
from factcheck.domain.evidence import MachineStatus, Reference, Source
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.learned import ALL, JOINT, RULES, shipped_stance, write_joint
from factcheck.verdict.stance import (
    READ_CONTRADICTION,
    READ_SUPPORT,
    FittedStance,
    Pair,
    Stance,
    StanceWeights,
)

SUMMED = StanceWeights((0.2, 0.1), {"nothing_open": (1.5, 0.0), "opposes_number": (-2.0, 2.5)})


def test_probabilities_follow_the_features() -> None:
    good = SUMMED.stance({"nothing_open": 1.0})
    bad = SUMMED.stance({"opposes_number": 1.0, "unheard_of": 9.0})

    assert good.p_supports > 0.6 > good.p_contradicts
    assert bad.p_contradicts > 0.6 > bad.p_supports
    for stance in (good, bad, SUMMED.stance({})):
        assert 0 <= stance.p_supports + stance.p_contradicts <= 1


@given(st.dictionaries(st.sampled_from(["nothing_open", "opposes_number"]), st.floats(-1e3, 1e3)))
def test_probabilities_are_probabilities_whatever_the_sum(features: dict[str, float]) -> None:
    stance = SUMMED.stance(features)

    assert 0 <= stance.p_supports <= 1
    assert 0 <= stance.p_contradicts <= 1
    assert stance.p_supports + stance.p_contradicts <= 1 + 1e-9


class Reader:
    """Reads support into whatever begins alike."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def logits(self, claims: Sequence[str], references: Sequence[str]) -> NDArray[np.float32]:
        self.seen = list(references)
        same = [c[:3] == r[:3] for c, r in zip(claims, references, strict=True)]
        return np.array([[4.0, 0.0, 1.0] if yes else [0.0, 4.0, 1.0] for yes in same], dtype=np.float32)


def test_what_a_model_reads_goes_into_the_sum_with_what_rules_find() -> None:
    weights = StanceWeights(
        (0.0, 0.0), {READ_SUPPORT: (1.0, 0.0), READ_CONTRADICTION: (0.0, 1.0), "veto": (-9, 0)}
    )
    reader = Reader()
    pairs = [
        Pair("Abc", "Abcd", 0.9),
        Pair("Abc", "Xyz", 0.9, title="Of Xs"),
        Pair("Abc", "Abcd", 0.9, {"veto": 1.0}),
    ]

    first, second, third = FittedStance("test-1", weights, reader).judge(pairs)

    assert reader.seen[1] == "Of Xs: Xyz"
    assert first.p_supports > 0.9
    assert second.p_contradicts > 0.9
    assert third.p_supports < 0.01


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_joint(tmp_path / JOINT, "stance-x", "0" * 64, {RULES: SUMMED, ALL: SUMMED})

    stance = shipped_stance(RULES, tmp_path)

    assert stance.identity == "stance-x/rules"
    assert stance.judge([Pair("", "", 0, {"nothing_open": 1.0})]) == [SUMMED.stance({"nothing_open": 1.0})]


@pytest.mark.parametrize("text", ["", "{}", '{"format": 99}', '{"format": 1, "version": "x"}'])
def test_weights_that_cannot_be_read_are_a_failure(tmp_path: Path, text: str) -> None:
    (tmp_path / JOINT).write_text(text)

    with pytest.raises(ModelFailed):
        shipped_stance(ALL, tmp_path)


class Believer:
    """A learned model's stand-in: reads the texts, and supports everything."""

    identity = "believer-1"

    def __init__(self) -> None:
        self.asked: list[Sequence[Pair]] = []

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        self.asked.append(pairs)
        return [Stance(0.99, 0.0) for _ in pairs]


def test_another_model_takes_the_seat_but_the_rules_keep_their_veto(parser: Parser) -> None:
    believer = Believer()
    judge = Judge(parser, believer)
    texts = ["The council approved the plan.", "The council rejected the plan.", "Wheat prices rose."]
    profiles = judge.profile_references(texts, [None] * 3)
    source = Source("Marlow Gazette", "Filing", "")
    held = [
        Held(Reference(text, text, text, source), profile, 0.9)
        for text, profile in zip(texts, profiles, strict=True)
    ]
    claims = [Claim(Span(0, len(text)), text, text) for text in texts[:2]]

    judged = judge.judge_all(claims, [held, held[2:]], None)

    assert len(believer.asked) == 1
    assert [pair.reference for pair in believer.asked[0]] == [*texts, texts[2]]
    assert judge.versions("e").stance == "believer-1"
    assert judged[0].status is MachineStatus.SUPPORTED
    assert judged[1].status is MachineStatus.UNMATCHED
