"""True claims in other dress are supported, false ones never pass: 720 claims about 60 references."""

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factcheck.bench.bare import bare_claim
from factcheck.claims.extract import Extractor
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement, MachineStatus, Reference, Source
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.learned import shipped_stance
from factcheck.verdict.stance import Pair, Stance

DATA = Path(__file__).parents[2] / "labelled" / "harmless.jsonl"
COUNTED = {"digit", "magnitude", "unit", "direction", "year"}
OTHERS = 1
"""Irrelevant references laid beside a claim's own."""


class Once:
    """Lets the shipped model read each pair once; that company changes no reading is tested elsewhere."""

    def __init__(self) -> None:
        self._shipped = shipped_stance()
        self._read: dict[tuple[str, str], Stance] = {}
        self.identity = self._shipped.identity

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        new = list({(one.claim, one.reference): one for one in pairs}.items())
        new = [(key, one) for key, one in new if key not in self._read]
        said = self._shipped.judge([one for _, one in new])
        self._read.update((key, stance) for (key, _), stance in zip(new, said, strict=True))
        return [self._read[one.claim, one.reference] for one in pairs]


@dataclass(frozen=True)
class Case:
    row: str
    text: str
    edit: str
    right: bool
    judged: Judgement
    among_others: Judgement
    shuffled: Judgement


@pytest.fixture(scope="module")
def cases(parser: Parser) -> list[Case]:
    encoder = SentenceTransformerEncoder()
    judge, extractor = Judge(parser, Once(), encoder), Extractor(parser)
    rows = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    told = [
        (n, one, right)
        for n, row in enumerate(rows)
        for right in (True, False)
        for one in row["right" if right else "wrong"]
    ]
    claims = [bare_claim(one["text"], extractor) for _, one, _ in told]
    source = Source("Marlow Gazette", "", "")
    references = [
        Reference(row["id"], row["id"], row["reference"], source, date.fromisoformat(row["as_of"]))
        for row in rows
    ]
    profiles = judge.profile_references([r.text for r in references], [r.as_of for r in references])
    cosines = (
        encoder.encode([claim.text for claim in claims]) @ encoder.encode([r.text for r in references]).T
    )

    def held(claim: int, row: int) -> Held:
        return Held(references[row], profiles[row], min(1.0, float(cosines[claim, row])))

    alone, among, shuffled = [], [], []
    for claim, (own, _, _) in enumerate(told):
        order = [int(n) for n in cosines[claim].argsort()[::-1] if int(n) != own][:OTHERS]
        row = [held(claim, n) for n in (own, *order)]
        alone.append(row[:1])
        among.append(row)
        shuffled.append(random.Random(claim).sample(row, len(row)))  # noqa: S311
    day = date(2026, 3, 4)
    everything: list[Claim] = [*claims, *claims, *claims]
    judged = judge.judge_all(everything, [*alone, *among, *shuffled], day)
    size = len(claims)
    return [
        Case(
            rows[own]["id"],
            one["text"],
            one["edit"],
            right,
            judged[n],
            judged[size + n],
            judged[2 * size + n],
        )
        for n, (own, one, right) in enumerate(told)
    ]


def test_there_are_many_of_either_kind(cases: list[Case]) -> None:
    counts = Counter(case.right for case in cases)
    assert counts[True] >= 300
    assert counts[False] >= 400


@pytest.mark.parametrize(
    "edit", ["verbatim", "clause", "number_spelling", "voice", "alias", "punctuation", "rounding"]
)
def test_a_harmless_edit_is_supported(cases: list[Case], edit: str) -> None:
    asked = [case for case in cases if case.right and case.edit == edit]
    offended = [
        (case.row, case.text, case.judged.reason)
        for case in asked
        if case.judged.status is not MachineStatus.SUPPORTED
    ]
    assert asked
    assert len(offended) <= 2, offended


def test_nothing_false_is_cleared(cases: list[Case]) -> None:
    passed = [
        (case.row, case.edit, case.text)
        for case in cases
        if not case.right and (case.judged.cleared or case.among_others.cleared)
    ]
    assert not passed


def test_a_changed_figure_unit_direction_or_year_is_a_conflict(cases: list[Case]) -> None:
    changed = [case for case in cases if not case.right and case.edit in COUNTED]
    found = [case for case in changed if case.judged.status is MachineStatus.CONFLICTING]
    assert len(found) >= 0.8 * len(changed), Counter(c.edit for c in changed if c not in found)


def test_the_order_of_references_changes_nothing(cases: list[Case]) -> None:
    for case in cases:
        assert case.shuffled.status is case.among_others.status, case.text
        assert case.shuffled.cleared == case.among_others.cleared, case.text
        assert case.shuffled.score == case.among_others.score, case.text
        assert {e.reference.id: e.relation for e in case.shuffled.evidence} == {
            e.reference.id: e.relation for e in case.among_others.evidence
        }


def test_an_irrelevant_reference_clears_nothing_and_contradicts_nothing(cases: list[Case]) -> None:
    for case in cases:
        assert case.judged.cleared or not case.among_others.cleared, case.text
        if case.right and case.judged.status is not MachineStatus.CONFLICTING:
            assert case.among_others.status is not MachineStatus.CONFLICTING, case.among_others.reason
