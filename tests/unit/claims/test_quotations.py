"""Quotations: that somebody said it, what of it can be checked, and who speaks."""

from typing import Any

import pytest

from factcheck.domain.claims import Attribution, Claim, ClaimKind, CoverageReason, CoverageTrigger


def told(claims: tuple[Claim, ...]) -> list[tuple[str, str]]:
    return [(claim.kind.value, claim.quote) for claim in claims]


def test_what_can_be_checked_of_a_quotation_is_a_second_claim_inside_it(read: Any) -> None:
    said, content = read("“We sold 412 boats in May 2024,” the chair, Ada Roe, told reporters.").claims
    assert said.kind is ClaimKind.QUOTATION
    assert said.quote == "“We sold 412 boats in May 2024,” the chair, Ada Roe, told reporters"
    assert content.kind is ClaimKind.ATTRIBUTED
    assert content.quote == "We sold 412 boats in May 2024"
    assert said.span.contains(content.span)
    assert said.attribution == content.attribution == Attribution("the chair, Ada Roe", "told")


def test_each_statement_of_a_quotation_is_a_claim(read: Any) -> None:
    found = read("Ada Roe said: “We sold 40 boats in May, and the rival yard bought 12 of them.”").claims
    assert [c.quote for c in found[1:]] == ["We sold 40 boats in May", "the rival yard bought 12 of them"]


@pytest.mark.parametrize(
    ("passage", "whole"),
    [
        (
            "“It was a hard year. We sold 40 boats,” said Ada Roe.",
            "“It was a hard year. We sold 40 boats,” said Ada Roe",
        ),
        (
            "Ada Roe said: “It was a hard year. We sold 40 boats.” She left.",
            "Ada Roe said: “It was a hard year. We sold 40 boats.”",
        ),
        (
            "“It was a hard year,” said Ada Roe, “but we sold 40 boats. The yard is full.”",
            "“It was a hard year,” said Ada Roe, “but we sold 40 boats. The yard is full.”",
        ),
    ],
)
def test_a_quotation_of_several_sentences_is_one_claim(read: Any, passage: str, whole: str) -> None:
    said, content = read(passage).claims
    assert (said.kind, said.quote) == (ClaimKind.QUOTATION, whole)
    assert content.quote.endswith("we sold 40 boats") or content.quote == "We sold 40 boats"
    assert "hard year" in said.text
    assert "Ada Roe" in said.text


def test_sentences_that_follow_belong_to_the_same_speaker(read: Any) -> None:
    found = read("“It was a hard year,” said Ada Roe. “We sold 40 boats. Nobody laughed.”")
    assert told(found.claims) == [
        ("quotation", "“It was a hard year,” said Ada Roe"),
        ("attributed", "We sold 40 boats"),
    ]
    assert found.claims[1].attribution == Attribution("Ada Roe", "said")
    (left,) = found.coverage
    assert (left.quote, left.trigger) == ("Nobody laughed.”", CoverageTrigger.QUOTATION)


def test_a_speech_that_goes_on_in_the_next_paragraph_keeps_its_speaker(read: Any) -> None:
    found = read("Ada Roe said: “It was a hard year.\n\n“We sold 40 boats in May.”").claims
    assert found[-1].quote == "We sold 40 boats in May"
    assert found[-1].attribution == Attribution("Ada Roe", "said")


def test_the_person_of_the_sentence_before_speaks(read: Any) -> None:
    (claim,) = read("Ada Roe shook her head. “We sold 40 boats in May.”").claims
    assert claim.attribution == Attribution("Ada Roe", "")


def test_a_pronoun_for_the_speaker_becomes_a_name(read: Any) -> None:
    found = read("Ada Roe smiled. “We sold 40 boats in May,” she added.").claims
    assert {claim.attribution for claim in found} == {Attribution("Ada Roe", "added")}
    assert found[0].text == "“We sold 40 boats in May,” Ada Roe added."


@pytest.mark.parametrize(
    "passage",
    [
        "‘We sold 40 boats in May,’ said Ada Roe.",
        "«We sold 40 boats in May», said Ada Roe.",
        "„We sold 40 boats in May“, said Ada Roe.",
        '"We sold 40 boats in May," said Ada Roe.',
        '"We sold 40 boats in May" tweeted Ada Roe "and it was fun."',
        "Speaking in Bergen, Ada Roe went on to say: “We sold 40 boats in May.”",
        "Ada Roe was blunt: “We sold 40 boats in May.”",
    ],
)
def test_marks_and_places_of_the_speaker(read: Any, passage: str) -> None:
    said, content = read(passage).claims
    assert (said.kind, content.kind) == (ClaimKind.QUOTATION, ClaimKind.ATTRIBUTED)
    assert content.quote == "We sold 40 boats in May"
    assert content.attribution is not None
    assert content.attribution.speaker == "Ada Roe"


@pytest.mark.parametrize(
    "passage",
    [
        "“It was like a bad dream,” said one neighbour.",
        "“You could hear it for miles,” a passer-by said.",
        "“Our thoughts are with the family,” the police said.",
        "“We take all complaints extremely seriously,” a spokesman said.",
    ],
)
def test_a_mood_is_no_claim_where_nobody_of_name_tells_it(read: Any, passage: str) -> None:
    found = read(passage)
    assert not found.claims
    (left,) = found.coverage
    assert (left.trigger, left.reason) == (CoverageTrigger.QUOTATION, CoverageReason.OPINION)


def test_a_quoted_question_is_a_question(read: Any) -> None:
    found = read("“Are we really done with all this?” asked Ada Roe.")
    assert not found.claims
    assert {item.reason for item in found.coverage} == {CoverageReason.QUESTION}


def test_a_quoted_wish_is_no_second_claim(read: Any) -> None:
    (said,) = read("“Let’s sell 40 boats by May,” said Ada Roe.").claims
    assert said.kind is ClaimKind.QUOTATION


@pytest.mark.parametrize(
    ("passage", "speaker", "verb"),
    [
        ("The minister, Ada Roe, called the levy “a tax on small boats”.", "The minister, Ada Roe", "called"),
        ("Councillor Ada Roe accused the board of “selling the harbour”.", "Councillor Ada Roe", "accused"),
        ("Ada Roe dismissed the plan as “a heap of wet paper”.", "Ada Roe", "dismissed"),
    ],
)
def test_what_somebody_called_it_is_a_claim_with_its_speaker(
    read: Any, passage: str, speaker: str, verb: str
) -> None:
    (claim,) = read(passage).claims
    assert claim.quote == passage.rstrip(".")
    assert claim.attribution == Attribution(speaker, verb)


def test_a_fact_about_the_speaker_is_a_claim_of_the_article(read: Any) -> None:
    found = read("“The yard is safe,” said Ada Roe, who founded it in 1990.").claims
    assert told(found) == [
        ("quotation", "“The yard is safe,” said Ada Roe"),
        ("statement", "who founded it in 1990"),
    ]


def test_a_comma_in_the_name_of_a_place_does_not_cut_the_speaker(read: Any) -> None:
    said = read("“We sold 40 boats,” said the University of Skerry, Bergen’s chancellor, Ada Roe.").claims[0]
    assert said.attribution is not None
    assert said.attribution.speaker == "the University of Skerry, Bergen’s chancellor, Ada Roe"


def test_a_quotation_according_to_somebody(read: Any) -> None:
    said, content = read("“Sales fell by 12%,” according to the report.").claims
    assert (said.kind, said.quote) == (ClaimKind.QUOTATION, "“Sales fell by 12%,” according to the report")
    assert (content.quote, content.attribution) == (
        "Sales fell by 12%",
        Attribution("the report", "according to"),
    )


def test_a_mood_with_a_figure_in_its_next_sentence_is_claimed_whole(read: Any) -> None:
    said, content = read("A diver said: “It was cold down there. We found 12 boats.”").claims
    assert said.quote == "A diver said: “It was cold down there. We found 12 boats.”"
    assert content.quote == "We found 12 boats"


def test_a_quotation_inside_a_statement_speaks_for_nobody(read: Any) -> None:
    (claim,) = read("The council has wanted to put the question “Do you own a boat?” to 300 people.").claims
    assert claim.attribution is None


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("On Friday Ada Roe, the founder’s niece, said: “We have decided not to sell.”", "Ada Roe"),
        ("In May Ada Roe, who runs the yard, said: “We have decided not to sell.”", "Ada Roe"),
    ],
)
def test_the_day_before_a_name_is_no_part_of_it(read: Any, passage: str, speaker: str) -> None:
    (claim,) = read(passage).claims
    assert claim.kind is ClaimKind.QUOTATION
    assert claim.attribution == Attribution(speaker, "said")
    assert claim.text.endswith("said: “We have decided not to sell.”")


@pytest.mark.parametrize(
    ("passage", "quote", "verb"),
    [
        (
            "“We filter the air,” said Dr Ada Roe, who led the trial, adding that she had begun it in 2019.",
            "she had begun it in 2019",
            "adding",
        ),
        ("“We lost,” said Ada Roe, adding that 12 boats had sunk.", "12 boats had sunk", "adding"),
        (
            "“We lost,” Ada Roe told reporters, and added that the yard had closed in 2019.",
            "the yard had closed in 2019",
            "added",
        ),
    ],
)
def test_what_the_speaker_told_beside_the_quotation(read: Any, passage: str, quote: str, verb: str) -> None:
    claim = read(passage).claims[-1]
    assert (claim.quote, claim.attribution.verb) == (quote, verb)
    assert claim.attribution.speaker.endswith("Ada Roe")


def test_words_of_one_of_those_just_named_matter(read: Any) -> None:
    named = "Ada Roe and Eva Lund ran the yard."
    assert read("“We kept our word to the last plank,” she said.", before=named).claims
    assert not read("“We kept our word to the last plank,” she said.").claims


def test_to_the_last_ranks_nothing(read: Any) -> None:
    (claim,) = read("“We have kept our word to the last acre,” said Ada Roe.").claims
    assert claim.quote.endswith("said Ada Roe")
