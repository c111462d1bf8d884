"""Clauses that borrow their subject or verb: worded with the right one, or left in the article's words."""

from typing import Any

import pytest

from factcheck.claims.extract import Extractor
from factcheck.domain.articles import Document
from factcheck.text.documents import Limits, document_from_text

WORDED: dict[str, tuple[str, list[str]]] = {
    "participle after a name": (
        "Roe Foods, founded in 1921 by Ada Roe's grandfather, sells pies in nine countries.",
        [
            "Roe Foods was founded in 1921 by Ada Roe's grandfather.",
            "Roe Foods sells pies in nine countries.",
        ],
    ),
    "participle after a speaker": (
        "Roe Foods, founded in 1921 by a fisherman, says that it sold 900 boats.",
        ["Roe Foods was founded in 1921 by a fisherman.", "Roe Foods sold 900 boats."],
    ),
    "participle before the subject": (
        "Owned by Brandt Mills, a Swiss firm, Roe Foods employs 900 people.",
        ["Roe Foods is owned by Brandt Mills, a Swiss firm.", "Roe Foods employs 900 people."],
    ),
    "participle of a plural": (
        "The Greens, reduced to nine seats, chose Ada Roe as their leader in May.",
        [
            "The Greens were reduced to nine seats.",
            "The Greens chose Ada Roe as their leader in May 2025.",
        ],
    ),
    "event told by a noun": (
        "The board cut its fee to 3% on Tuesday, following a first cut in May, when it went from 4% to 3.5%.",
        [
            "The board cut its fee to 3% on Tuesday 11 November 2025.",
            "There was a first cut in May 2025, when it went from 4% to 3.5%.",
        ],
    ),
    "gapped verb and noun": (
        "In all, the Danes won 12 medals and the Swedes nine.",
        ["The Danes won 12 medals.", "The Swedes won nine medals."],
    ),
    "gapped verb": (
        "Harbour shares fell 7% and Brandt 4%.",
        ["Harbour shares fell 7%.", "Brandt fell 4%."],
    ),
    "list of figures": (
        "Last year sales rose 4%, profit 7% and the dividend by 2%.",
        ["In 2024 sales rose 4%.", "In 2024 profit rose 7%.", "In 2024 the dividend rose by 2%."],
    ),
    "list of sums after with": (
        "The board passed a budget of £46m, with £30m going to piers and £12m to cranes.",
        ["The board passed a budget of £46m.", "£30m went to piers.", "£12m went to cranes."],
    ),
    "list of counts": (
        "Of the 600 jobs, 240 will go in Skerry, 200 in York and the rest in Leeds.",
        ["Of the 600 jobs, 240 will go in Skerry.", "Of the 600 jobs, 200 will go in York."],
    ),
    "list of places": (
        "The firm cut 40 jobs in Skerry and 20 in York.",
        ["The firm cut 40 jobs in Skerry.", "The firm cut 20 jobs in York."],
    ),
    "share of the same whole": (
        "The Greens won 31% of the vote and Labour 24%.",
        ["The Greens won 31% of the vote.", "Labour won 24% of the vote."],
    ),
    "part of what was counted": (
        "The board heard 112 sailors, 40 of whom had lost a ship, and closed the case.",
        ["The board heard 112 sailors and closed the case.", "40 of the 112 sailors had lost a ship."],
    ),
    "earlier value": (
        "Roe Foods employs 88 people, up from 51 in November 2024.",
        ["Roe Foods employs 88 people.", "Roe Foods employs 88 people, up from 51 in November 2024."],
    ),
    "second verb after will": (
        "The pier will cost £30m and create 900 jobs.",
        ["The pier will cost £30m.", "The pier will create 900 jobs."],
    ),
    "second verb under way": (
        "Roe Foods is cutting 40 jobs and closing two mills.",
        ["Roe Foods is cutting 40 jobs.", "Roe Foods is closing two mills."],
    ),
    "second aim": (
        "The fee is meant to raise £4m over ten years and to pay for nine piers.",
        ["The fee is meant to raise £4m over ten years.", "The fee is meant to pay for nine piers."],
    ),
    "participle in the middle": (
        "The ferry, carrying 212 passengers and 14 crew, ran aground on 4 May 2024.",
        ["The ferry ran aground on 4 May 2024.", "The ferry carried 212 passengers and 14 crew."],
    ),
    "one of two names": (
        "Goals from Ada Roe and Lena Brandt, who has scored in six games, gave Skerry a win in 2019.",
        [
            "Lena Brandt has scored in six games.",
            "Goals from Ada Roe and Lena Brandt gave Skerry a win in 2019.",
        ],
    ),
    "result of all that": (
        "The board raised the fee by 4%, taking it to £78.",
        ["The board raised the fee by 4%.", "The board raised the fee, taking it to £78."],
    ),
    "a hearing that did two things": (
        "The board passed a plan in 2019, raising fees 3% after a hearing that ran six hours and drew 164 "
        "sailors.",
        [
            "The board passed a plan in 2019.",
            "The board raised fees 3% after a hearing that ran six hours and drew 164 sailors.",
        ],
    ),
    "shared helper verb": (
        "The mast was found in May and sold for £300.",
        ["The mast was found in May 2025.", "The mast was sold for £300."],
    ),
    "attribution before a participle": (
        "Prices in Skerry rose by 3% in 2024, the board announced on Friday, having studied 30 shops.",
        ["Prices in Skerry rose by 3% in 2024.", "The board studied 30 shops."],
    ),
    "said further": (
        "The plan cost £30m, the mayor said on Friday, adding that 40 people had lost their jobs.",
        ["The plan cost £30m.", "40 people had lost their jobs."],
    ),
    "with and an aside": (
        "Later Ada Roe won the cup in Leeds, with Lena Brandt, who came from Norway, finishing third.",
        [
            "Later Ada Roe won the cup in Leeds.",
            "Lena Brandt finished third.",
            "Lena Brandt came from Norway.",
        ],
    ),
    "with and an aside after an apposition": (
        "Days later Ada Roe won the 400m, Norway’s first medal, with Brandt, who had broken a toe in May, "
        "finishing second.",
        [
            "Days later Ada Roe won the 400m.",
            "Days later Ada Roe won the 400m, Norway’s first medal.",
            "Brandt finished second.",
            "Brandt had broken a toe in May 2025.",
        ],
    ),
    "verb after a relative clause": (
        "The board passed a plan in 2019 after a hearing that ran six hours and drew 164 sailors.",
        [
            "The board passed a plan in 2019 after a hearing that ran six hours and drew 164 sailors.",
        ],
    ),
    "whose": (
        "The test was paid for by Brandt Mills of Oslo, whose sailors weighed the fish.",
        [
            "The test was paid for by Brandt Mills of Oslo.",
            "Brandt Mills of Oslo’s sailors weighed the fish.",
        ],
    ),
    "result of what is told in the passive": (
        "Some 40 ferries were cancelled on 3 June 2024, stranding 9,000 sailors.",
        [
            "Some 40 ferries were cancelled on 3 June 2024.",
            "Some 40 ferries were cancelled on 3 June 2024, stranding 9,000 sailors.",
        ],
    ),
    "after and before": (
        "After losing 40 seats in 2019, the Greens chose Ada Roe before merging with Labour in 2021.",
        [
            "The Greens lost 40 seats in 2019.",
            "The Greens chose Ada Roe.",
            "The Greens merged with Labour in 2021.",
        ],
    ),
    "having at the front": (
        "Having lost her seat in 2017, Brandt ran a mill of 30 sailors.",
        ["Brandt lost her seat in 2017.", "Brandt ran a mill of 30 sailors."],
    ),
    "participles joined": (
        "The scheme, founded in 1871 and listed since 1994, has 62 branches.",
        [
            "The scheme was founded in 1871.",
            "The scheme has been listed since 1994.",
            "The scheme has 62 branches.",
        ],
    ),
    "shared helper of a past form": (
        "The cooks were assigned to two ships and followed for 24 weeks.",
        ["The cooks were assigned to two ships.", "The cooks were followed for 24 weeks."],
    ),
    "participle after a relative clause": (
        "Ada Roe made him harbour master, which he was until 2018, resigning in protest at a fee of 4%.",
        [
            "Ada Roe made him harbour master.",
            "Ada Roe made him harbour master, resigning in protest at a fee of 4%.",
        ],
    ),
    "not only": (
        "Not only did the firm miss its target of 40,000 pies but it also sold two mills.",
        ["The firm missed its target of 40,000 pies.", "It also sold two mills."],
    ),
    "adjective in the middle": (
        "The pier, 87 metres long and 9 metres high, serves 40 ships.",
        ["The pier is 87 metres long and 9 metres high.", "The pier serves 40 ships."],
    ),
    "participle under will": (
        "The board will sell 40 ships in 2027, saving the port £3m a year.",
        ["The board will sell 40 ships in 2027.", "The board will save the port £3m a year."],
    ),
    "pence": (
        "Diesel now costs 146.2p a litre, up 3p in a week, and petrol 152p.",
        [
            "Diesel now costs 146.2p a litre.",
            "Diesel now costs 146.2p a litre, up 3p in a week.",
            "Petrol costs 152p.",
        ],
    ),
    "list of things": (
        "Police seized 41kg of cod, 12 boats and £300 in cash in Skerry.",
        ["Police seized 41kg of cod, 12 boats and £300 in cash in Skerry."],
    ),
    "clause after a quotation": (
        "“It was a long night,” said Ada Roe on Sunday, and workers at two plants had left by noon.",
        [
            "“It was a long night,” said Ada Roe on Sunday 9 November 2025.",
            "Workers at two plants had left by noon.",
        ],
    ),
    "contrast without a figure": (
        "Six of the ten members backed the plan, while Lena Brandt opposed it.",
        ["Six of the ten members backed the plan.", "Lena Brandt opposed it."],
    ),
    "place of a relative clause": (
        "In Leeds, where prices rose 4%, the council sold 30 flats.",
        ["In Leeds, the council sold 30 flats.", "In Leeds, prices rose 4%."],
    ),
    "object of a relative clause": (
        "In 1990 it left the union, which Norway joined in 1973.",
        ["In 1990 it left the union.", "Norway joined the union in 1973."],
    ),
}


def texts(found: Any) -> list[str]:
    return [claim.text for claim in found.claims]


@pytest.mark.parametrize("case", WORDED, ids=list(WORDED))
def test_borrowed_words_are_restored(read: Any, case: str) -> None:
    passage, expected = WORDED[case]
    assert texts(read(passage)) == expected


class TestWhoIsMeant:
    def test_a_second_verb_after_a_new_name_belongs_to_that_name(self, read: Any) -> None:
        found = read(
            "Lena Brandt jumped 6.1 metres in the final, a world record, and Ada Roe of Norway won the "
            "marathon on Sunday."
        )
        assert texts(found)[-1].startswith("Ada Roe of Norway won the marathon")
        assert not any("Brandt won" in text for text in texts(found))

    def test_the_place_before_a_comma_is_not_what_is_described(self, read: Any) -> None:
        level = read("Skerry finished top of the table in Leeds, level with York on 40 points.")
        assert texts(level) == ["Skerry finished top of the table in Leeds, level with York on 40 points."]
        fine = read("The court fined Brandt Mills £3m in Leeds, the largest fine since 2009.")
        assert not any(text.startswith("Leeds") for text in texts(fine))

    def test_a_verb_far_from_its_noun_is_not_given_another_one(self, read: Any) -> None:
        found = read("A man was arrested after Ada Roe, mayor of the city of Leeds, was stabbed in May 2024.")
        assert not any(text.startswith("A man was stabbed") for text in texts(found))

    @pytest.mark.parametrize(
        "passage",
        [
            "Mauna Roe is a peak. At Mauna Roe, dust averaged 426 parts in 2024. Its share rose by 3%.",
            "Dr Ada Roe met Dr Lena Brandt in May 2019. She sold 300 paintings.",
            "The club met. It took the last vote of the last day to settle it in 2024.",
            "Ada Roe's heart stopped in 2019, doctors said, “but her pulse was 60”.",
        ],
    )
    def test_what_may_mean_another_thing_stays(self, read: Any, passage: str) -> None:
        last = read(passage).claims[-1]
        assert last.text.rstrip(".").casefold().endswith(last.quote.rstrip(".").casefold())

    def test_a_thing_that_a_sentence_leads_up_to_is_meant_by_it(self, read: Any) -> None:
        found = read("The strike was led by Fishnet, a union that Roe founded. It has 400 members.")
        assert texts(found)[-1] == "Fishnet has 400 members."

    def test_the_company_is_not_the_one_that_owns_it(self, read: Any) -> None:
        found = read(
            "Roe Foods sold 300 ships. Owned since 2019 by Brandt Mills, the company has 90 staff. "
            "It lost £3m."
        )
        assert texts(found)[1:] == [
            "Roe Foods has been owned since 2019 by Brandt Mills.",
            "Roe Foods has 90 staff.",
            "Roe Foods lost £3m.",
        ]

    def test_a_plan_is_not_told_as_done(self, read: Any) -> None:
        found = read("Roe Foods and Brandt Mills agreed to merge, creating a group with 9,000 staff.")
        assert texts(found)[-1] == (
            "Roe Foods and Brandt Mills agreed to merge, creating a group with 9,000 staff."
        )

    def test_they_in_a_second_clause_are_the_plural_of_the_first(self, read: Any) -> None:
        found = read("Harbour fees will rise to 4% in May, and they will be paid on 12 boats.")
        assert texts(found)[-1] == "Harbour fees will be paid on 12 boats."

    def test_its_after_a_colon_is_the_subject_before(self, read: Any) -> None:
        found = read("Roe Foods is frank about it: its total does not include the cost of repairs.")
        assert texts(found) == ["Roe Foods’s total does not include the cost of repairs."]

    def test_words_in_quotation_marks_are_never_changed(self, read: Any) -> None:
        found = read("Roe Foods opened in 2019. The mayor said that “it sold 300 ships in 2021”.")
        assert "“it sold 300 ships" in texts(found)[-1]
        long = read("Dr Ada Roe said, “The ship is old. She sold 300 tonnes in 2019. Fish is fish.”")
        assert "She sold 300 tonnes in 2019." in texts(long)


def test_irregular_verbs_are_known(read: Any) -> None:
    found = read("Ada Roe won the race in 9.79 seconds, beating Lena Brandt by 5 metres.")
    assert texts(found)[-1] == "Ada Roe beat Lena Brandt by 5 metres."


def test_a_figure_is_judged_with_its_own_claim_only(read: Any) -> None:
    found = read("Shares in Roe Foods closed 13% lower in May 2024, their steepest loss since 2009.")
    assert texts(found) == [
        "Shares in Roe Foods closed 13% lower in May 2024.",
        "Shares in Roe Foods closed lower in May 2024, their steepest loss since 2009.",
    ]


def test_what_a_figure_measures_is_the_subject_of_which(read: Any) -> None:
    found = read("The board put the fee at £15, which was £2 more than in 2023.")
    assert texts(found)[-1] == "The fee was £2 more than in 2023."


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        ("Even so, Skerry lost 30 ships.", "Skerry lost 30 ships."),
        ("By contrast, Skerry lost 30 ships.", "Skerry lost 30 ships."),
        ("Only in May 2024 Skerry lost 30 ships.", "In May 2024 Skerry lost 30 ships."),
        ("Only 14 ships were insured.", "Only 14 ships were insured."),
    ],
)
def test_words_that_only_join_are_left_out(read: Any, passage: str, text: str) -> None:
    assert texts(read(passage)) == [text]


def test_a_month_takes_the_year_of_its_own_verb_only(read: Any) -> None:
    found = read("Roe Foods has set aside £80m for the year that ends in June.")
    assert texts(found) == ["Roe Foods has set aside £80m for the year that ends in June."]


@pytest.mark.parametrize("ending", ["about $6m.", "about €6bn.", "1.5C.", "9 km."])
def test_a_unit_keeps_no_full_stop(extractor: Extractor, ending: str) -> None:
    document: Document = document_from_text(f"Roe Foods sold its ships in 2024 for {ending}", limits=Limits())
    (claim,) = extractor.extract(document).claims
    assert claim.quote == f"Roe Foods sold its ships in 2024 for {ending.rstrip('.')}"


def test_a_statement_denied_by_a_named_source_is_a_claim(read: Any) -> None:
    found = read("A cold year does not mean that the warming has stopped, the World Fish Board said.")
    assert [claim.quote for claim in found.claims] == [
        "A cold year does not mean that the warming has stopped"
    ]
