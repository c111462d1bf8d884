"""Plans, records, ranks and comparisons without a figure."""

from collections.abc import Callable
from datetime import date

import pytest

from factcheck.domain.evidence import Effect, FindingKind, Judgement, MachineStatus

Ask = Callable[..., Judgement]
SUPPORTED, CONFLICTING, UNMATCHED = MachineStatus
PUBLISHED = date(2025, 3, 3)


@pytest.mark.parametrize(
    ("claim", "reference", "status"),
    [
        pytest.param(
            "Corvin Rail would spend 60 to 65 million euros on its new pier.",
            "Corvin Rail planned to spend 60 to 65 million euros on its new pier.",
            SUPPORTED,
            id="a plan against a plan",
        ),
        pytest.param(
            "Harbour fees will rise from 13.8% to 15% in June 2025.",
            "The council raised harbour fees from 13.8% to 15% from June 2025.",
            SUPPORTED,
            id="decided, but ahead of the article",
        ),
        pytest.param(
            "The fair opens in Dorvale on 14 July 2028.",
            "The fair will open in Dorvale on 14 July 2028.",
            SUPPORTED,
            id="present tense for a day to come",
        ),
        pytest.param(
            "Tessaly scored lower than Corvin on the safety test.",
            "Tessaly scored 97.3% on the safety test, ahead of the 96.4% of Corvin.",
            CONFLICTING,
            id="the figures stand the other way",
        ),
        pytest.param(
            "At its peak, in October 2023, inflation in Dorvale stood at 11.1%.",
            "Inflation in Dorvale was 11.1% in October 2022, its highest in 40 years.",
            CONFLICTING,
            id="the same peak in another year",
        ),
        pytest.param(
            "This is the biggest flood in Dorvale since 1994.",
            "The flood is the largest in Dorvale since 2013, when the mill burst.",
            CONFLICTING,
            id="another record since",
        ),
        pytest.param(
            "2024 was the second warmest year in Dorvale.",
            "2024 was the fourth warmest year in Dorvale, on provisional figures.",
            CONFLICTING,
            id="another rank, though provisional",
        ),
        pytest.param(
            "2024 was the warmest year on record.",
            "2024 was the fourth warmest year in Norway.",
            UNMATCHED,
            id="the rank of another place",
            marks=pytest.mark.xfail(reason="the probabilities outweigh what the rules leave open"),
        ),
        pytest.param(
            "The refuse contract is worth £14m a year.",
            "The refuse contract is worth £14m over seven years.",
            CONFLICTING,
            id="a year's sum that is the whole term's",
        ),
        pytest.param(
            "Its accounts do not include the cost of the pier.",
            "Its accounts exclude the cost of the pier.",
            SUPPORTED,
            id="the contrary denied",
        ),
        pytest.param(
            "A Marlow prize typically sells 400,000 copies.",
            "The Marlow prize sold 310,000 copies.",
            UNMATCHED,
            id="as a rule, and once",
            marks=pytest.mark.xfail(reason="the probabilities outweigh what the rules leave open"),
        ),
        pytest.param(
            "The order was given by Brandt rather than by Vane.",
            "Brandt, not Vane, gave the order.",
            SUPPORTED,
            id="two ways to set one against the other",
        ),
    ],
)
def test_status(ask: Ask, claim: str, reference: str, status: MachineStatus) -> None:
    judged = ask(claim, reference, published=PUBLISHED)

    assert judged.status is status, (judged.reason, judged.evidence[0])


def test_a_comparison_that_holds_is_said_with_its_figures(ask: Ask) -> None:
    judged = ask(
        "Tessaly scored higher than Corvin on the safety test.",
        "Tessaly scored 97.3% on the safety test, ahead of the 96.4% of Corvin.",
    )

    (found,) = [f for f in judged.evidence[0].findings if f.kind is FindingKind.DIRECTION]
    assert found.effect is Effect.AGREES
    assert "97.3%" in found.message
    assert "96.4%" in found.message


@pytest.mark.xfail(reason="the probabilities outweigh what the rules leave open")
def test_an_undated_figure_is_not_contradicted_by_an_earlier_year(ask: Ask) -> None:
    claim = "The Dorvale ferry carries 41,300 passengers."

    for year, status in (("2019", UNMATCHED), ("2025", CONFLICTING)):
        judged = ask(claim, f"The Dorvale ferry carried 28,900 passengers in {year}.", published=PUBLISHED)
        assert judged.status is status, judged.reason


def test_a_denial_behind_a_semicolon_is_its_own(ask: Ask) -> None:
    judged = ask(
        "The port has charged Rasmus Vane with fraud.",
        "The port has charged Rasmus Vane with fraud; he denies wrongdoing.",
    )

    assert judged.status is SUPPORTED, judged.reason


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        (
            "In Dorvale 212 ballots were counted.",
            "In Dorvale 212 ballots were counted, 85 were rejected and the rest are under review.",
        ),
        (
            "The budget cuts 140 office jobs in Dorvale.",
            "The budget cuts 140 office jobs in Dorvale but no teaching posts.",
        ),
    ],
)
def test_a_denial_of_something_else_is_no_contradiction(ask: Ask, claim: str, reference: str) -> None:
    judged = ask(claim, reference)

    assert judged.status is SUPPORTED, judged.reason
