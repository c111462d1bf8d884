"""What a person should see first."""

from factcheck.desk.priority import priority_of
from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import Judgement, MachineStatus


def points(text: str, status: MachineStatus, worthiness: float = 0.5) -> int:
    claim = Claim(Span(0, len(text)), text, text, worthiness=worthiness)
    return priority_of(claim, Judgement(status, False, "", ())).points


def test_any_conflict_comes_before_anything_unmatched() -> None:
    heaviest = (
        "Police say 300 patients died in hospital after a fraud that cost £5 billion, the court was told"
    )
    assert points("The gate is green", MachineStatus.CONFLICTING, 0.0) > points(
        heaviest, MachineStatus.UNMATCHED, 1.0
    )


def test_harm_and_figures_raise_a_claim_among_its_equals() -> None:
    plain = points("The gate is green", MachineStatus.UNMATCHED)
    assert points("The judge jailed the mayor", MachineStatus.UNMATCHED) > plain
    assert points("The gate is 12 metres wide", MachineStatus.UNMATCHED) > plain


def test_the_reasons_are_given_weightiest_first() -> None:
    text = "Eleven patients died"
    claim = Claim(Span(0, len(text)), text, text, worthiness=0.9)
    priority = priority_of(claim, Judgement(MachineStatus.UNMATCHED, False, "", ()))
    assert priority.reasons[0] == "no reference settles it"
    assert "health" in priority.reasons
