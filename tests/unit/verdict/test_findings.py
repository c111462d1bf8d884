"""Each rule on a sentence of its own: what it finds, what that does, and what it lets pass."""

from collections.abc import Callable

import pytest

from factcheck.domain.evidence import Effect, Finding, FindingKind, Judgement, MachineStatus

Ask = Callable[..., Judgement]
AGREES, OPPOSES, OPEN = Effect


def of_kind(judged: Judgement, kind: FindingKind) -> list[Finding]:
    return [finding for finding in judged.evidence[0].findings if finding.kind is kind]


@pytest.mark.parametrize(
    ("claim", "reference", "kind", "effect"),
    [
        pytest.param(
            "The ferry carried 480 passengers.",
            "The ferry carried 512 passengers.",
            FindingKind.NUMBER,
            OPPOSES,
            id="another count",
        ),
        pytest.param(
            "The grant is worth $3.2m.",
            "The grant is worth €3.2m.",
            FindingKind.UNIT,
            OPPOSES,
            id="another currency",
        ),
        pytest.param(
            "Rents rose by more than 5% in Dorvale.",
            "Rents rose by 4.1% in Dorvale.",
            FindingKind.HEDGE,
            OPPOSES,
            id="a bound that is broken",
        ),
        pytest.param(
            "The choir came third in Turin.",
            "The choir came second in Turin.",
            FindingKind.ORDINAL,
            OPPOSES,
            id="another place",
        ),
        pytest.param(
            "The pier reopened on 4 May.",
            "The pier reopened on 9 May.",
            FindingKind.DATE,
            OPPOSES,
            id="another day",
        ),
        pytest.param(
            "The pier reopened in 2019.",
            "The pier reopened in 2021.",
            FindingKind.PERIOD,
            OPEN,
            id="another year",
        ),
        pytest.param(
            "The mean rent in Dorvale is 900 euros.",
            "The median rent in Dorvale is 900 euros.",
            FindingKind.METRIC,
            OPEN,
            id="mean for median",
        ),
        pytest.param(
            "Thefts fell in the city of Dorvale.",
            "Thefts fell in the county of Dorvale.",
            FindingKind.SCOPE,
            OPEN,
            id="city for county",
        ),
        pytest.param(
            "Halden Steel shares fell 3% in pre-market trading.",
            "Halden Steel shares fell 3%.",
            FindingKind.SCOPE,
            OPEN,
            id="a session that the reference does not name",
        ),
        pytest.param(
            "None of the wells was tested.",
            "Three of the 30 wells were tested.",
            FindingKind.NEGATION,
            OPPOSES,
            id="none and a few",
        ),
        pytest.param(
            "Every well was tested.",
            "The well was tested.",
            FindingKind.QUANTIFIER,
            OPEN,
            id="every, of which the reference says nothing",
        ),
        pytest.param(
            "Dorvale is the largest port of the coast.",
            "Dorvale is the second-largest port of the coast.",
            FindingKind.QUANTIFIER,
            OPPOSES,
            id="largest and second-largest",
        ),
        pytest.param(
            "The mill will close.",
            "The mill closed.",
            FindingKind.CERTAINTY,
            OPEN,
            id="a plan and a fact",
        ),
        pytest.param(
            "The mayor took bribes.",
            "Prosecutors accused the mayor of taking bribes.",
            FindingKind.CERTAINTY,
            OPEN,
            id="a fact and an accusation",
        ),
        pytest.param(
            "The train arrived after the storm.",
            "The train arrived before the storm.",
            FindingKind.OPPOSITE,
            OPPOSES,
            id="after for before",
        ),
        pytest.param(
            "Konrad Vane opened the pier.",
            "Ottilie Brandt opened the pier.",
            FindingKind.NAME,
            OPEN,
            id="another name in the same part",
        ),
        pytest.param(
            "Konrad Vane praised the pier's new lamps and benches.",
            "The lamps of the pier are new.",
            FindingKind.NAME,
            OPEN,
            id="a name that the reference lacks",
        ),
        pytest.param(
            "The WHO opened the clinic.",
            "The World Health Organization opened the clinic.",
            FindingKind.NAME,
            AGREES,
            id="an acronym",
        ),
        pytest.param(
            "The mayor said the bridge was “a gift”.",
            "The mayor said the bridge was “a gift to the whole town”.",
            FindingKind.QUOTATION,
            AGREES,
            id="a quotation cut short",
        ),
        pytest.param(
            "The mayor said the bridge was “a curse on us all”.",
            "The mayor said the bridge cost nine million euros.",
            FindingKind.QUOTATION,
            OPEN,
            id="words that the reference does not quote",
        ),
        pytest.param(
            "The levee is kept up by the city.",
            "The levee is kept up by the army rather than by the city.",
            FindingKind.NEGATION,
            OPPOSES,
            id="an exception",
        ),
    ],
)
def test_rule(ask: Ask, claim: str, reference: str, kind: FindingKind, effect: Effect) -> None:
    judged = ask(claim, reference)

    assert effect in {finding.effect for finding in of_kind(judged, kind)}, judged.evidence[0].findings
    if effect is not AGREES:
        assert not judged.cleared


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        pytest.param(
            "Corvin Rail bought the line from Tessaly Freight.",
            "Tessaly Freight sold the line to Corvin Rail.",
            marks=pytest.mark.xfail(reason="the model reads the two sides changed over as a contradiction"),
        ),
        ("The plant in Dorvale closed.", "The owners closed the plant in Dorvale."),
        ("Rents rose from 800 to 900 euros.", "Rents rose from 800 to 900 euros, not counting bills."),
        (
            "The fire at the mill was put out.",
            "The fire at the mill was put out, though no one knows how.",
        ),
    ],
)
def test_nothing_opposes_where_nothing_differs(ask: Ask, claim: str, reference: str) -> None:
    judged = ask(claim, reference)

    assert judged.status is not MachineStatus.CONFLICTING, judged.reason


def test_a_sum_that_follows_agrees_and_one_that_does_not_opposes(ask: Ask) -> None:
    reference = "Membership of the rowing club rose from 200 to 260 last year."

    right = ask("Membership of the rowing club rose by 30% last year.", reference)
    wrong = ask("Membership of the rowing club rose by 45% last year.", reference)

    assert AGREES in {f.effect for f in of_kind(right, FindingKind.NUMBER)}
    assert wrong.status is MachineStatus.CONFLICTING


def test_a_figure_without_counterpart_is_open_and_blocks_support(ask: Ask) -> None:
    judged = ask("The choir of 45 singers won a prize in Turin.", "The choir won a prize in Turin.")

    assert any("45" in f.message for f in of_kind(judged, FindingKind.EXTRA_DETAIL))
    assert judged.status is MachineStatus.UNMATCHED


def test_last_years_figure_does_not_contradict_this_years(ask: Ask) -> None:
    claim = "The minimum wage in Dorvale is 12.21 pounds an hour."
    judged = ask(
        claim,
        "From April 2025 the minimum wage in Dorvale is 12.21 pounds an hour.",
        "From April 2024 the minimum wage in Dorvale was 11.44 pounds an hour.",
    )

    assert judged.status is MachineStatus.SUPPORTED, judged.reason


def test_a_sentence_that_does_not_name_its_subject_neither_clears_nor_conflicts(ask: Ask) -> None:
    same, other = (
        ask("It scored 79%.", "It scored 79%.", similarity=1.0),
        ask("It scored 79%.", "Ada scored 39%."),
    )

    assert not same.cleared
    assert other.status is MachineStatus.UNMATCHED


def test_a_distant_reference_contradicts_nothing(ask: Ask) -> None:
    claim, reference = "The ferry carried 480 passengers.", "The ferry carried 512 passengers."

    assert ask(claim, reference, similarity=0.9).status is MachineStatus.CONFLICTING
    assert ask(claim, reference, similarity=0.3).status is MachineStatus.UNMATCHED
