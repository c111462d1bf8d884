from collections.abc import Sequence

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import MachineStatus, Reference, Source
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.stance import Pair, RuleStance, Stance
from factcheck.verdict.weights import WEIGHTS


def test_probabilities_follow_the_features() -> None:
    agreeing = {"nothing_open": 1.0, "nothing_opposes": 1.0, "all_words_carried": 1.0}
    opposing = {"opposed_on_the_same_ground": 1.0, "opposes_hedge": 1.0}

    good, bad, unknown = RuleStance().judge(
        [Pair("", "", 0, agreeing), Pair("", "", 0, opposing), Pair("", "", 0)]
    )

    assert good.p_supports > 0.6 > good.p_contradicts
    assert bad.p_contradicts > 0.6 > bad.p_supports
    for stance in (good, bad, unknown):
        assert 0 <= stance.p_supports + stance.p_contradicts <= 1


@pytest.mark.parametrize("feature", ["similarity", "coverage"])
def test_likeness_of_words_alone_weighs_nothing_for_a_contradiction(feature: str) -> None:
    assert WEIGHTS.get(feature, (0.0, 0.0))[1] == 0


def test_nothing_open_or_opposing_counts_for_support() -> None:
    for feature, (supports, _) in WEIGHTS.items():
        if feature.startswith(("open_", "opposes_", "opposed_", "missing_")):
            assert supports <= 0, feature


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
