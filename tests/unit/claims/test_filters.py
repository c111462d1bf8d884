"""What is no claim, and the reason that the proof page gives."""

from typing import Any

import pytest

from factcheck.domain.claims import CoverageReason, CoverageTrigger

NOT_CLAIMS: list[tuple[str, CoverageReason]] = [
    ("Advertisement", CoverageReason.FURNITURE),
    ("Sign up to our free weekly newsletter.", CoverageReason.FURNITURE),
    ("This article was first published on 3 May 2024.", CoverageReason.FURNITURE),
    ("Photograph: Ada Roe/Agency", CoverageReason.FURNITURE),
    ("Read more: ten ways to save money", CoverageReason.FURNITURE),
    ("To order a copy for £9, visit our shop.", CoverageReason.FURNITURE),
    ("Wednesday, 12 November 2025", CoverageReason.FURNITURE),
    ("Is this the end of cheap fish?", CoverageReason.QUESTION),
    ("Did 300 people really lose their jobs for that?", CoverageReason.QUESTION),
    ("Visit the harbour before it closes.", CoverageReason.IMPERATIVE),
    ("Let’s not pretend that this is easy.", CoverageReason.IMPERATIVE),
    ("If prices rise by 5%, the shop may close.", CoverageReason.CONDITIONAL),
    ("Unless it rains, the fields will burn.", CoverageReason.CONDITIONAL),
    ("The company could be the next to fall.", CoverageReason.PREDICTION),
    ("Things will get worse before they get better.", CoverageReason.PREDICTION),
    ("It may prove to be the costliest mistake of all.", CoverageReason.PREDICTION),
    ("The government should act now.", CoverageReason.OPINION),
    ("I think the plan is foolish.", CoverageReason.OPINION),
    ("Our guess is that the buyers will be back by spring.", CoverageReason.OPINION),
    ("It is a wonderful film.", CoverageReason.OPINION),
    ("The mood in the town was gloomy.", CoverageReason.OPINION),
    ("Change is the only constant.", CoverageReason.OPINION),
    ("Markets seem to believe in miracles.", CoverageReason.OPINION),
    ("It was a long night for everyone.", CoverageReason.VAGUE),
    ("Every chair says that.", CoverageReason.VAGUE),
    ("* * *", CoverageReason.FRAGMENT),
]


@pytest.mark.parametrize(("passage", "reason"), NOT_CLAIMS, ids=[passage for passage, _ in NOT_CLAIMS])
def test_gives_no_claim_and_says_why(read: Any, passage: str, reason: CoverageReason) -> None:
    found = read(passage)
    assert not found.claims
    assert {item.reason for item in found.coverage} == {reason}


def test_a_number_outside_of_every_claim_is_listed(read: Any) -> None:
    (item,) = read("If 40 boats left, the 12 that stay could not feed the town.").coverage
    assert item.trigger is CoverageTrigger.NUMBER
    assert item.reason is CoverageReason.CONDITIONAL


def test_a_date_beside_a_claim_is_listed_by_itself(read: Any) -> None:
    found = read("Roe Foods has closed three plants, the mayor said on Friday.")
    assert [(item.quote, item.trigger) for item in found.coverage] == [("Friday", CoverageTrigger.DATE)]


def test_the_number_of_a_list_item_is_accounted_for(read: Any) -> None:
    found = read("17. Roe Foods sold 300 ships in 2024.\n18. It closed.")
    assert {"17", "18"} <= {item.quote for item in found.coverage}


def test_quotations_and_superlatives_left_out_name_their_trigger(read: Any) -> None:
    (quotation,) = read("“You never know with boats, do you, my dear?”").coverage
    assert quotation.trigger is CoverageTrigger.QUOTATION
    (superlative,) = read("Change is the only constant.").coverage
    assert superlative.trigger is CoverageTrigger.SUPERLATIVE


def test_a_piece_beside_a_claim_has_the_reason_of_its_own_clause(read: Any) -> None:
    told = read("Roe Foods has closed three plants, the mayor said on Friday.").coverage
    assert [item.reason for item in told] == [CoverageReason.FRAGMENT]
    guessed = read("Roe Foods sold 30 ships in 2024, and it may close by 2031.").coverage
    assert [(item.quote, item.reason) for item in guessed] == [("2031", CoverageReason.PREDICTION)]


def test_a_sentence_that_speaks_of_today_is_not_listed_as_a_date(read: Any) -> None:
    (item,) = read("If the sums are right, boats will be built for less than today.").coverage
    assert (item.trigger, item.reason) == (CoverageTrigger.SENTENCE, CoverageReason.CONDITIONAL)
