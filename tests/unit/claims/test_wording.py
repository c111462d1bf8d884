"""Claims in words of their own: what is filled in, and what is left alone."""

from typing import Any

import pytest

from factcheck.claims.inflect import past, present
from factcheck.domain.claims import Fill


def texts(found: Any) -> list[str]:
    return [claim.text for claim in found.claims]


def test_the_subject_of_a_second_verb_is_restored(read: Any) -> None:
    found = read("Roe Foods opened a plant in Leeds in 2019 and sold 40,000 pies a week.")
    assert texts(found)[1] == "Roe Foods sold 40,000 pies a week."
    assert Fill("", "Roe Foods") in found.claims[1].fills


def test_participles_become_finite(read: Any) -> None:
    found = read("The index rose 2%, with Roe Foods alone gaining 9%.")
    assert texts(found)[1] == "Roe Foods alone gained 9%."
    assert found.claims[1].fills == (Fill("gaining", "gained"),)
    assert (
        texts(read("The storm hit the coast on Sunday, killing 14 people."))[1]
        == "The storm killed 14 people."
    )


def test_two_participles_share_their_subject(read: Any) -> None:
    found = read("The storm hit the coast on Sunday, killing 14 people and injuring more than 90.")
    assert texts(found)[1:] == ["The storm killed 14 people.", "The storm injured more than 90."]


def test_relative_clauses_and_appositions_name_what_they_describe(read: Any) -> None:
    assert texts(read("Fenwick Mill, which employs 410 people, closed on 3 June.")) == [
        "Fenwick Mill employs 410 people.",
        "Fenwick Mill closed on 3 June 2025.",
    ]
    assert texts(read("The bridge, the longest in Norway, opened in 2018."))[1] == (
        "The bridge is the longest in Norway."
    )


def test_what_was_forecast_is_said_of_what_it_was_forecast_for(read: Any) -> None:
    found = read("Sales came to £4.1m, compared with the £5m that analysts had forecast.")
    assert texts(found)[1] == "Analysts had forecast the £5m for sales."


class TestNames:
    def test_it_and_the_company_mean_the_topic_of_the_sentence_before(self, read: Any) -> None:
        found = read("Roe Foods closed two plants in May. It sold 300 lorries. Its profit fell by 9%.")
        assert texts(found)[1:] == ["Roe Foods sold 300 lorries.", "Roe Foods’s profit fell by 9%."]
        assert found.claims[1].fills == (Fill("It", "Roe Foods"),)
        company = read("Roe Foods closed two plants in May. The company lost 12% of its customers.")
        assert texts(company)[1] == "Roe Foods lost 12% of its customers."

    def test_shares_in_a_company_are_about_the_company(self, read: Any) -> None:
        found = read("Shares in Roe Foods fell 4% in May. Its profit fell by 9%.")
        assert texts(found)[1] == "Roe Foods’s profit fell by 9%."

    def test_she_means_the_person_just_named(self, read: Any) -> None:
        found = read("Dr Ada Roe won the prize in 2019. She sold 300 paintings.")
        assert (
            texts(found)[1] == "Ada Roe sold 300 paintings."
            or texts(found)[1] == "Dr Ada Roe sold 300 paintings."
        )

    def test_a_surname_alone_is_completed(self, read: Any) -> None:
        found = read("Dr Ada Brandt led the trial in 2019. Brandt said the drug cured 40 people.")
        assert found.claims[-1].attribution.speaker == "Ada Brandt"
        later = read("Dr Ada Brandt led the trial in 2019. Brandt cured 40 people.")
        assert "Ada Brandt cured 40 people." in texts(later)[1]

    @pytest.mark.parametrize(
        "passage",
        [
            "The quake struck Skerry in May. It was the island’s worst since 1988.",
            "The jury met in May. It took 4 hours to agree.",
            "Ada Roe met Lena Brandt in May 2019 in Leeds. They sold 30 ships.",
            "Roe Foods beat Brandt Mills in 2019, and it sold 30 ships.",
        ],
    )
    def test_what_is_unsure_keeps_its_words(self, read: Any, passage: str) -> None:
        last = read(passage).claims[-1]
        assert last.text.rstrip(".").casefold() == last.quote.casefold()


class TestDates:
    @pytest.mark.parametrize(
        ("passage", "text"),
        [
            ("Roe Foods sold 30 ships on Tuesday.", "Roe Foods sold 30 ships on Tuesday 11 November 2025."),
            ("Roe Foods sold 30 ships yesterday.", "Roe Foods sold 30 ships on 11 November 2025."),
            ("Roe Foods sold 30 ships last year.", "Roe Foods sold 30 ships in 2024."),
            ("Roe Foods sold 30 ships last month.", "Roe Foods sold 30 ships in October 2025."),
            ("Last year’s fair drew 900 people.", "The 2024 fair drew 900 people."),
            ("Roe Foods sold 30 ships in March.", "Roe Foods sold 30 ships in March 2025."),
            ("Roe Foods sold 30 ships in December.", "Roe Foods sold 30 ships in December 2024."),
            ("Roe Foods will sell 30 ships in March.", "Roe Foods will sell 30 ships in March 2026."),
            ("Roe Foods sold 30 ships on 3 June.", "Roe Foods sold 30 ships on 3 June 2025."),
            (
                "Roe Foods sold 30 ships in the third quarter.",
                "Roe Foods sold 30 ships in the third quarter of 2025.",
            ),
            (
                "Roe Foods sold 30 ships in the fourth quarter.",
                "Roe Foods sold 30 ships in the fourth quarter of 2024.",
            ),
            (
                "Roe Foods will sell 30 ships on Friday.",
                "Roe Foods will sell 30 ships on Friday 14 November 2025.",
            ),
        ],
    )
    def test_are_counted_from_the_day_of_publication(self, read: Any, passage: str, text: str) -> None:
        (claim,) = read(passage).claims
        assert claim.text == text
        assert claim.fills
        assert claim.quote == passage.rstrip(".")

    @pytest.mark.parametrize(
        "passage",
        [
            "Roe Foods sold 30 ships on Tuesday 4 November 2025.",
            "Roe Foods sold 30 ships in March 2024.",
            "Roe Foods sells 30 ships on Tuesdays.",
            "Roe Foods sold 30 ships in the third quarter of 2023.",
        ],
    )
    def test_that_are_complete_stay(self, read: Any, passage: str) -> None:
        (claim,) = read(passage).claims
        assert claim.text == passage

    def test_stay_as_they_are_without_a_day_of_publication(self, read: Any) -> None:
        (claim,) = read("Roe Foods sold 30 ships on Tuesday.", dated=False).claims
        assert claim.text == "Roe Foods sold 30 ships on Tuesday."


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("shed", "shed"),
        ("wipe", "wiped"),
        ("carry", "carried"),
        ("drop", "dropped"),
        ("be", "was"),
        ("play", "played"),
    ],
)
def test_simple_past(lemma: str, form: str) -> None:
    assert past(lemma) == form


def test_present() -> None:
    assert [present("carry", plural=False), present("pass", plural=False), present("be", plural=True)] == [
        "carries",
        "passes",
        "are",
    ]
