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
    ("By Ada Roe, harbour correspondent", CoverageReason.FURNITURE),
    ("By Ada Roe and Ola Brill in Bergen", CoverageReason.FURNITURE),
    ("Ada Roe in Bergen", CoverageReason.FURNITURE),
    ("BERGEN, May 3 (Northwire)", CoverageReason.FURNITURE),
    ("Ada Roe is a freelance journalist based in Bergen.", CoverageReason.FURNITURE),
    ("Ada Roe is the author of Salt, published by Quay Press at £9.99.", CoverageReason.FURNITURE),
    ("Staff writer Ada Roe contributed to this report.", CoverageReason.FURNITURE),
    ("(Adds comment from the board in paragraph 3)", CoverageReason.FURNITURE),
    ("($1 = 0.86 euros)", CoverageReason.FURNITURE),
    ("(Photo by Ada Roe/Agency)", CoverageReason.FURNITURE),
    ("You have read 3 of your 5 free articles this month.", CoverageReason.FURNITURE),
    ("We use cookies to improve your visit.", CoverageReason.FURNITURE),
    ("Related: The boats that sank", CoverageReason.FURNITURE),
    ("Share on Facebook", CoverageReason.FURNITURE),
    ("5 min read", CoverageReason.FURNITURE),
    ("14 comments", CoverageReason.FURNITURE),
    ("Last updated 4 May 2024 at 10.32 BST", CoverageReason.FURNITURE),
    ("4 May 2024, 10:32", CoverageReason.FURNITURE),
    ("An earlier version of this article said the yard had 400 workers.", CoverageReason.FURNITURE),
    ("Contact the harbour desk on 020 7946 0123.", CoverageReason.FURNITURE),
    ("Email tips@quay.example", CoverageReason.FURNITURE),
    ("For tickets, call 020 7946 0123.", CoverageReason.FURNITURE),
    ("Home | News | Fish | Opinion", CoverageReason.FURNITURE),
    ("Here are five things to watch this week.", CoverageReason.FURNITURE),
    ("You are receiving this email because you like cod.", CoverageReason.FURNITURE),
    ("In today’s newsletter: why cod costs £12.", CoverageReason.FURNITURE),
    ("The full list of the 40 best boats is below.", CoverageReason.FURNITURE),
    ("By Ada Roe and Ola Brill, harbour correspondents | 4 March 2025", CoverageReason.FURNITURE),
    ("By Ada Roe • 4 March 2025", CoverageReason.FURNITURE),
    ("By Ada Roe, Published: 10:32, 4 March 2025", CoverageReason.FURNITURE),
    ("First published: 4 March 2025 | Updated: 5 March 2025", CoverageReason.FURNITURE),
    ("Published 4 March 2025 at 10:32am; updated 5 March", CoverageReason.FURNITURE),
    ("Updated: 12:31 IST, 4 March 2025", CoverageReason.FURNITURE),
    ("BERGEN, Norway, May 3 (Northwire)", CoverageReason.FURNITURE),
    ("Bergen, 3 May (Northwire)", CoverageReason.FURNITURE),
    ("SKERRY: May 3, 2025", CoverageReason.FURNITURE),
    ("Bergen | 3 May 2025", CoverageReason.FURNITURE),
    ("Posted 3 days ago", CoverageReason.FURNITURE),
    ("3h ago", CoverageReason.FURNITURE),
    ("4 minute read | 300 shares", CoverageReason.FURNITURE),
    ("Story and photos by Ada Roe", CoverageReason.FURNITURE),
    ("As told to Ada Roe", CoverageReason.FURNITURE),
    ("Edited by Ola Brill and Per Lund", CoverageReason.FURNITURE),
    ("Funded by the Local News Trust", CoverageReason.FURNITURE),
    ("This reporting was supported by a grant from the Roe Trust.", CoverageReason.FURNITURE),
    ("Get the morning’s harbour news at 6am: sign up to First Tide.", CoverageReason.FURNITURE),
    ("Never miss a story: subscribe for £2 a week", CoverageReason.FURNITURE),
    ("Support the Quay: become a member today", CoverageReason.FURNITURE),
    ("In pictures: the storm of 1902", CoverageReason.FURNITURE),
    ("Filed under: Cod", CoverageReason.FURNITURE),
    ("Continued on page 12", CoverageReason.FURNITURE),
    ("Vol. 12, No. 3", CoverageReason.FURNITURE),
    ("Use code COD20 for 20% off your first box", CoverageReason.FURNITURE),
    ("Tickets from £12 at quay.example", CoverageReason.FURNITURE),
    ("A version of this article appeared in print on March 4, 2025.", CoverageReason.FURNITURE),
    ("Ada Roe covers fisheries for the Quay.", CoverageReason.FURNITURE),
    ("The harbour helpline can be called free on 116 999.", CoverageReason.FURNITURE),
    ("1 of 12", CoverageReason.FURNITURE),
    ("Is this the end of cheap fish?", CoverageReason.QUESTION),
    ("Did 300 people really lose their jobs for that?", CoverageReason.QUESTION),
    ("Visit the harbour before it closes.", CoverageReason.IMPERATIVE),
    ("Let’s not pretend that this is easy.", CoverageReason.IMPERATIVE),
    ("If prices rise by 5%, the shop may close.", CoverageReason.CONDITIONAL),
    ("Unless it rains, the fields will burn.", CoverageReason.CONDITIONAL),
    ("Were the yard to close, 300 people would lose their jobs.", CoverageReason.CONDITIONAL),
    ("Should prices rise by 5%, boats will cost more.", CoverageReason.CONDITIONAL),
    ("The company could be the next to fall.", CoverageReason.PREDICTION),
    ("Things will get worse before they get better.", CoverageReason.PREDICTION),
    ("It may prove to be the costliest mistake of all.", CoverageReason.PREDICTION),
    ("The government should act now.", CoverageReason.OPINION),
    ("I think the plan is foolish.", CoverageReason.OPINION),
    ("Our guess is that the buyers will be back by spring.", CoverageReason.OPINION),
    ("It is a wonderful film.", CoverageReason.OPINION),
    ("There is no excuse for closing three yards.", CoverageReason.OPINION),
    ("It takes some nerve to sell 300 boats in a storm.", CoverageReason.OPINION),
    ("Surely a town that spends £4bn on boats can mend a quay.", CoverageReason.OPINION),
    ("Perhaps the 300 boats were doomed from the start.", CoverageReason.OPINION),
    ("We deserve better than this.", CoverageReason.OPINION),
    ("It beggars belief that 300 boats were sold.", CoverageReason.OPINION),
    ("There is something rotten about a chair who spends £4m on paint.", CoverageReason.OPINION),
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


@pytest.mark.parametrize(
    "passage",
    [
        "First published in 1951, the novel has sold 4m copies.",
        "An earlier version of the bill was passed by 40 votes to 12.",
        "Ada Roe is a journalist who was jailed for three years in 2019.",
        "Perhaps 300 people died in the storm of 1902.",
        "US sales of cod fell by 12% in 2024.",
        "The mine closed in 2016.",
        "Ada Roe will stand trial on 4 July.",
        "By May Roe Foods in Bergen had closed 12 yards.",
        "Funded by a £4m loan, the yard reopened in 2019.",
        "Supported by 40 councillors, the plan passed on Monday.",
        "Edited by Ada Roe, the book sold 40,000 copies in 2024.",
        "Ada Roe covers 30km a week.",
        "Support for the plan fell to 30% in May.",
        "Page 12 of the report puts the cost at £4m.",
        "Two hours ago, 12 boats sank off Skerry.",
        "Copyright law was changed in 2019.",
        "Filed under oath in 2019, the papers put the loss at £4m.",
        "Tickets from £12 sold out in 3 minutes on Monday.",
        "This reporting was praised by 40 MPs.",
    ],
)
def test_words_of_site_furniture_in_a_plain_statement(read: Any, passage: str) -> None:
    assert read(passage).claims


def test_the_time_of_an_entry_in_a_live_report_is_no_part_of_its_claim(read: Any) -> None:
    found = read("10.42am BST Roe Foods has closed three plants.\n\n11:05 – Ada Roe sold 12 boats.")
    assert [claim.quote for claim in found.claims] == [
        "Roe Foods has closed three plants",
        "Ada Roe sold 12 boats",
    ]


def test_a_list_item_may_tell_what_was_done(read: Any) -> None:
    found = read("The council also:\n\n• Set aside £14m for lead pipes\n• Cut 12 bus routes").claims
    assert [claim.quote for claim in found] == ["Set aside £14m for lead pipes", "Cut 12 bus routes"]


@pytest.mark.parametrize(
    ("passage", "quote", "trigger"),
    [
        ("Dr Ada Roe was there.", "Dr Ada Roe was there.", "titled_name"),
        ("Nobody was any the wiser.", "Nobody was any the wiser.", "universal"),
        ("None of it was pretty.", "None of it was pretty.", "universal"),
        ("It was never like that.", "It was never like that.", "universal"),
        ("All of this matters.", "All of this matters.", "universal"),
        ("The loveliest of mornings it was.", "The loveliest of mornings it was.", "superlative"),
        ("It was “unspeakable”.", "It was “unspeakable”.", "quotation"),
    ],
)
def test_what_has_to_be_accounted_for(read: Any, passage: str, quote: str, trigger: str) -> None:
    assert (quote, trigger) in [(item.quote, item.trigger.value) for item in read(passage).coverage]


@pytest.mark.parametrize(
    "passage",
    [
        "Chief Constable Ada Roe said that 12 boats had sunk.",
        "12 boats sank in May 2019, according to Dr Ada Roe.",
        "Ms Ada Roe left in 2019. Ms Roe said that 12 boats had sunk.",
        "The harbour’s owner, Dr Ada Roe, said that 12 boats had sunk in 2019.",
    ],
)
def test_a_titled_speaker_is_carried_by_the_claim(read: Any, passage: str) -> None:
    assert not read(passage).coverage


def test_a_titled_name_beside_the_speaker_is_listed(read: Any) -> None:
    found = read("Dr Ada Roe told Dr Ola Brill that 12 boats had sunk.")
    assert [item.quote for item in found.coverage] == ["Dr Ola Brill"]


def test_set_phrases_with_all_claim_nothing_for_all(read: Any) -> None:
    (item,) = read("After all, it was like that.").coverage
    assert item.trigger is CoverageTrigger.SENTENCE


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
