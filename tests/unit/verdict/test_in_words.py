"""What only the model reads as a contradiction, no rule naming anything."""

from collections.abc import Sequence
from datetime import date

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import MachineStatus, Reference, Source
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.stance import Pair, Stance

CLAIM = "Corvin Rail dropped the line to Selby."
DENIAL = "Corvin Rail went ahead with the line to Selby."
OTHER = "Tessaly Freight uses the line to Selby."


class Reads:
    identity = "reads-1"

    def __init__(self, p_contradicts: float) -> None:
        self._sure = p_contradicts

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        return [Stance(0.02, self._sure if pair.reference == DENIAL else 0.0) for pair in pairs]


def status(parser: Parser, sure: float, *references: tuple[str, float]) -> MachineStatus:
    judge = Judge(parser, Reads(sure))
    whole = [Reference(text, text, text, Source("Orrin Post", "", "")) for text, _ in references]
    profiles = judge.profile_references([one.text for one in whole], [None] * len(whole))
    held = [
        Held(one, profile, similarity)
        for one, profile, (_, similarity) in zip(whole, profiles, references, strict=True)
    ]
    return judge.judge_all([Claim(Span(0, len(CLAIM)), CLAIM, CLAIM)], [held], date(2026, 1, 5))[0].status


def test_a_sure_contradiction_in_words_alone_is_a_conflict(parser: Parser) -> None:
    assert status(parser, 0.9, (DENIAL, 0.8)) is MachineStatus.CONFLICTING
    assert status(parser, 0.9, (DENIAL, 0.8), (OTHER, 0.7)) is MachineStatus.CONFLICTING


@pytest.mark.parametrize("sure", [0.1, 0.6])
def test_an_unsure_one_is_none(parser: Parser, sure: float) -> None:
    assert status(parser, sure, (DENIAL, 0.7)) is MachineStatus.UNMATCHED


def test_less_is_enough_where_the_two_are_almost_one_sentence(parser: Parser) -> None:
    assert status(parser, 0.6, (DENIAL, 0.9)) is MachineStatus.CONFLICTING
    assert status(parser, 0.6, (DENIAL, 0.9), (OTHER, 0.95)) is MachineStatus.UNMATCHED


def test_it_has_to_be_surer_where_another_reference_is_nearer(parser: Parser) -> None:
    assert status(parser, 0.7, (DENIAL, 0.7)) is MachineStatus.CONFLICTING
    assert status(parser, 0.7, (DENIAL, 0.7), (OTHER, 0.8)) is MachineStatus.UNMATCHED
    assert status(parser, 0.8, (DENIAL, 0.7), (OTHER, 0.8)) is MachineStatus.CONFLICTING
