"""What a person should see first."""

import pytest

from factcheck.desk.priority import Priority, priority_of
from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.evidence import FindingKind, InsideFinding, Judgement, MachineStatus

PLAIN = "The gate is green"


def priority(
    text: str,
    status: MachineStatus = MachineStatus.UNMATCHED,
    *,
    worthiness: float = 0.0,
    people: tuple[str, ...] = (),
    kind: ClaimKind = ClaimKind.STATEMENT,
    doubt: str | None = None,
) -> Priority:
    claim = Claim(
        Span(0, len(text)), text, text, kind=kind, doubt=doubt, worthiness=worthiness, people=people
    )
    return priority_of(claim, Judgement(status, False, "", ()))


def test_any_conflict_comes_before_anything_unmatched() -> None:
    heaviest = priority(
        "Police say 300 patients died in hospital after a fraud that cost £5 billion, the court was told",
        worthiness=1.0,
        people=("Ada Roe",),
        kind=ClaimKind.QUOTATION,
        doubt="allegedly",
    )
    assert priority(PLAIN, MachineStatus.CONFLICTING).points > heaviest.points


def test_an_article_that_contradicts_itself_is_as_pressing_as_a_conflict() -> None:
    claim = Claim(Span(0, len(PLAIN)), PLAIN, PLAIN)
    inside = (InsideFinding(FindingKind.NUMBER, "Both cannot be right.", "12"),)

    def points(status: MachineStatus, inside: tuple[InsideFinding, ...] = ()) -> Priority:
        return priority_of(claim, Judgement(status, False, "", (), inside=inside))

    conflict = points(MachineStatus.CONFLICTING)
    for status in (MachineStatus.SUPPORTED, MachineStatus.UNMATCHED):
        raised = points(status, inside)
        assert raised.points == conflict.points
        assert "the article contradicts itself" in raised.reasons
    both = points(MachineStatus.CONFLICTING, inside)
    assert both.points > conflict.points
    assert both.reasons[:2] == ("conflicts with a reference", "the article contradicts itself")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The judge was late", "crime or law"),
        ("Some patients were moved", "life or health"),
        ("The budget is late", "money"),
        ("The work cost £2m", "money"),
        ("The gate is 12 metres wide", "has a figure"),
    ],
)
def test_harm_raises_a_claim_among_its_equals_and_says_so(text: str, reason: str) -> None:
    raised = priority(text)
    assert reason in raised.reasons
    assert raised.points > priority(PLAIN).points


def test_a_count_of_anything_else_is_no_money() -> None:
    assert "money" not in priority("It was trained on 14.8 billion tokens").reasons


def test_named_people_and_worth_come_first() -> None:
    assert priority("Ada Roe left", people=("Ada Roe",)).reasons[0] == "names a person"
    assert priority(PLAIN, worthiness=0.9).points > priority(PLAIN, worthiness=0.4).points
    assert "check-worthy" in priority(PLAIN, worthiness=0.9).reasons
    assert "check-worthy" not in priority(PLAIN, worthiness=0.4).reasons


def test_the_reasons_are_given_weightiest_first() -> None:
    assert priority("Eleven patients died", worthiness=0.9).reasons == (
        "check-worthy",
        "life or health",
        "no reference settles it",
        "has a figure",
    )
