"""Kind, attribution and doubt of claims."""

from typing import Any

import pytest

from factcheck.claims.extract import Extractor
from factcheck.domain.claims import Attribution, ClaimKind
from factcheck.text.documents import Limits, document_from_text


@pytest.mark.parametrize(
    ("passage", "kind", "attribution"),
    [
        ("Roe Foods closed three plants in May.", ClaimKind.STATEMENT, None),
        (
            "The mayor said that Roe Foods had closed three plants.",
            ClaimKind.ATTRIBUTED,
            Attribution("The mayor", "said"),
        ),
        (
            "According to the Fish Board, stocks of cod fell by 30% in 2024.",
            ClaimKind.ATTRIBUTED,
            Attribution("the Fish Board", "according to"),
        ),
        (
            "A survey of 1,200 voters found that 61% of them oppose the plan.",
            ClaimKind.ATTRIBUTED,
            Attribution("A survey of 1,200 voters", "found"),
        ),
        (
            "“We have nothing to hide,” said the chair, Ada Roe.",
            ClaimKind.QUOTATION,
            Attribution("the chair, Ada Roe", "said"),
        ),
    ],
)
def test_kind_and_attribution(
    read: Any, passage: str, kind: ClaimKind, attribution: Attribution | None
) -> None:
    (claim,) = read(passage).claims
    assert (claim.kind, claim.attribution) == (kind, attribution)


ATTRIBUTED: list[tuple[str, str, str, str]] = [
    (
        "The chair, Ada Roe, said that sales had fallen by 12%.",
        "sales had fallen by 12%",
        "The chair, Ada Roe",
        "said",
    ),
    (
        "Sales fell by 12%, the chair, Ada Roe, said on Friday.",
        "Sales fell by 12%",
        "the chair, Ada Roe",
        "said",
    ),
    (
        "In a statement, the ministry said 14 people had been hurt.",
        "14 people had been hurt",
        "the ministry",
        "said",
    ),
    (
        "Figures from the fish board showed that 40 boats sank.",
        "Figures from the fish board showed that 40 boats sank",
        "Figures from the fish board",
        "showed",
    ),
    (
        "40 boats left in May, figures from the fish board show.",
        "40 boats left in May",
        "figures from the fish board",
        "show",
    ),
    ("The ministry put the toll at 41.", "The ministry put the toll at 41", "The ministry", "put"),
    ("It was reported that Roe Foods had sold 40 boats.", "Roe Foods had sold 40 boats", "", "was reported"),
    (
        "The inquest heard that the boat had sunk in 12 minutes.",
        "the boat had sunk in 12 minutes",
        "The inquest",
        "heard",
    ),
    (
        "Ada Roe said police had told her that 12 boats were gone.",
        "police had told her that 12 boats were gone",
        "Ada Roe",
        "said",
    ),
    ("As the report puts it, sales fell by 12%.", "sales fell by 12%", "the report", "puts"),
    ("Sales fell by 12%, the Treasury estimates.", "Sales fell by 12%", "the Treasury", "estimates"),
    (
        "In 2023, she said, Roe Foods built 40 boats.",
        "In 2023, she said, Roe Foods built 40 boats",
        "she",
        "said",
    ),
]


@pytest.mark.parametrize(("passage", "quote", "speaker", "verb"), ATTRIBUTED)
def test_the_speaker_in_every_place(read: Any, passage: str, quote: str, speaker: str, verb: str) -> None:
    (claim,) = read(passage).claims
    assert (claim.quote, claim.kind) == (quote, ClaimKind.ATTRIBUTED)
    assert claim.attribution == Attribution(speaker, verb)


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        (
            "The mayor said sales had fallen by 4% and added that 30 people were out of work.",
            [("sales had fallen by 4%", "said"), ("30 people were out of work", "added")],
        ),
        (
            "Ada Roe said the yard had cost £4m, adding that it had made £3m in 2023.",
            [("the yard had cost £4m", "said"), ("it had made £3m in 2023", "adding")],
        ),
        (
            "Ada Roe denied this, insisting that 17 boats had been built.",
            [("17 boats had been built", "insisting")],
        ),
        (
            "Brill said Kell had lost two ships; the harbour office reported that he had left on Monday.",
            [("Kell had lost two ships", "said"), ("he had left on Monday", "reported")],
        ),
        (
            "Officials said three people had died; their names were given out on 4 May.",
            [("three people had died", "said"), ("their names were given out on 4 May", "said")],
        ),
        (
            "Sales fell by 4%, with brokers warning that 300 jobs were at risk.",
            [("Sales fell by 4%", None), ("300 jobs were at risk", "warning")],
        ),
    ],
)
def test_each_statement_has_its_own_speech_verb(
    read: Any, passage: str, told: list[tuple[str, str | None]]
) -> None:
    found = read(passage).claims
    assert [(c.quote, c.attribution.verb if c.attribution else None) for c in found] == told


def test_a_dated_or_promised_plan_is_a_claim_that_it_was_announced(read: Any) -> None:
    (claim,) = read("Ada Roe announced that she would leave the yard on 4 July.").claims
    assert claim.quote == "Ada Roe announced that she would leave the yard on 4 July"
    assert claim.attribution == Attribution("Ada Roe", "announced")


def test_a_share_of_people_is_no_speaker(read: Any) -> None:
    (claim,) = read("One in five said they had sold a boat.").claims
    assert (claim.quote, claim.attribution) == ("One in five said they had sold a boat", None)


@pytest.mark.parametrize(
    ("passage", "doubts"),
    [
        ("Roe is believed to have lost £12m and closed two docks.", ["is believed to", "is believed to"]),
        ("The deal, reportedly worth £4m, closed on Friday.", ["reportedly", None]),
        ("Roe Foods could sell 12 boats, according to people familiar with the matter.", ["could"]),
        (
            "Two people familiar with the matter said Roe Foods had lost 12% of its boats.",
            ["Two people familiar with the matter"],
        ),
        ("Unconfirmed reports said that 30 people were hurt.", ["Unconfirmed reports"]),
        ("It is understood that Roe Foods has sold 12 boats.", ["understood"]),
        ("Officials said that 30 people were hurt.", [None]),
        ("The police suspect that Kell took £40,000.", ["suspect"]),
        ("Ada Roe claimed to have sold 40 boats.", ["claimed to"]),
    ],
)
def test_doubt_bears_on_the_claim_wherever_it_stands(
    read: Any, passage: str, doubts: list[str | None]
) -> None:
    assert [claim.doubt for claim in read(passage).claims] == doubts


@pytest.mark.parametrize(
    ("passage", "doubt"),
    [
        ("The minister allegedly took £40,000 from Roe Foods.", "allegedly"),
        ("The line is expected to open in 2027.", "is expected to"),
        ("Roe Foods reportedly lost 30 ships.", "reportedly"),
        ("Roe Foods lost 30 ships.", None),
    ],
)
def test_reported_doubt_is_kept(read: Any, passage: str, doubt: str | None) -> None:
    (claim,) = read(passage).claims
    assert claim.doubt == doubt


def headline(extractor: Extractor, title: str) -> list[tuple[str, ClaimKind]]:
    document = document_from_text("It was a long day.", title=title, limits=Limits())
    return [(claim.quote, claim.kind) for claim in extractor.extract(document).claims]


@pytest.mark.parametrize(
    "title",
    ["Roe Foods shuts three plants", "Fish prices rise 8% in a month", "Court rejects Skerry bridge plan"],
)
def test_headlines_that_state_a_fact_are_claims(extractor: Extractor, title: str) -> None:
    assert headline(extractor, title) == [(title, ClaimKind.HEADLINE)]


@pytest.mark.parametrize(
    "title", ["Why cod matters", "Is this the end of cheap fish?", "What we know so far", "The price of hope"]
)
def test_other_headlines_are_not(extractor: Extractor, title: str) -> None:
    assert headline(extractor, title) == []


@pytest.mark.parametrize(
    ("passage", "speaker"),
    [
        ("Roe Foods lost £4m in 2024. The company said that it had sold 12 boats.", "Roe Foods"),
        ("Roe Foods lost £4m in 2024. It said that 12 boats had sunk.", "Roe Foods"),
        ("Dr Ada Brandt led the trial in 2019. Brandt said that 12 boats had sunk.", "Ada Brandt"),
        ("The chair, Ada Roe, left in May 2019. The chair said that 12 boats had sunk.", "Ada Roe"),
        ("The Mayor of Skerry, Ms Ada Roe, left in 2019. The mayor said that 12 boats sank.", "Ada Roe"),
        ("Dr Ada Roe left in 2019. Ms Roe said that 12 boats had sunk.", "Ada Roe"),
        (
            "Ada Roe left in 2019. Her deputy, Eva Lund, said that 12 boats sank.",
            "Ada Roe’s deputy, Eva Lund",
        ),
        (
            "Fog costs ships £2m, according to the Fish Board, which puts the toll of ice at £9bn.",
            "the Fish Board",
        ),
        ("A firm in Skerry closed in 2024. The minister said that 12 boats had sunk.", "The minister"),
    ],
)
def test_a_speaker_who_stands_for_a_name_is_told_by_the_name(read: Any, passage: str, speaker: str) -> None:
    claim = read(passage).claims[-1]
    assert claim.attribution is not None
    assert claim.attribution.speaker == speaker


@pytest.mark.parametrize(
    ("passage", "quote", "speaker"),
    [
        (
            "According to Professor Ada Roe, who runs the yard in Skerry, 12 boats have sunk.",
            "12 boats have sunk",
            "Professor Ada Roe",
        ),
        ("According to the chair, Ada Roe, 12 boats have sunk.", "12 boats have sunk", "the chair, Ada Roe"),
        (
            "Twelve boats sank, according to a survey by Roe, Brill and Lund, a consultancy.",
            "Twelve boats sank",
            "a survey by Roe, Brill and Lund",
        ),
        ("Dr Ada Roe told Dr Ola Brill that 12 boats had sunk.", "12 boats had sunk", "Dr Ada Roe"),
    ],
)
def test_where_a_speaker_ends_and_what_is_told_begins(
    read: Any, passage: str, quote: str, speaker: str
) -> None:
    claim = read(passage).claims[-1]
    assert claim.attribution is not None
    assert (claim.quote, claim.attribution.speaker) == (quote, speaker)


@pytest.mark.parametrize(
    "passage",
    [
        "The council’s leader, Ada Roe, said she would sell the quay at the May 6 meeting.",
        "The ministry said that it would publish the list by Easter.",
        "The company said it was “open to talks with the council”.",
    ],
)
def test_that_a_plan_or_quoted_words_were_told_is_a_claim(read: Any, passage: str) -> None:
    (claim,) = read(passage).claims
    assert claim.quote == passage.rstrip(".")


def test_what_a_speaker_declined_to_do_is_told_of_the_speaker(read: Any) -> None:
    told, refused = read("Ada Roe said the insurers had paid £4m in 2024 but declined to name them.").claims
    assert told.quote == "the insurers had paid £4m in 2024"
    assert (refused.text, refused.attribution) == ("Ada Roe declined to name them.", None)


def test_the_term_of_one_payment_does_not_bind_the_next(read: Any) -> None:
    (claim,) = read(
        "A further €6m will be due if Bergen win, and 15% of any profit will go to Skerry."
    ).claims
    assert claim.quote == "15% of any profit will go to Skerry"


def test_a_condition_before_two_forecasts_binds_both(read: Any) -> None:
    assert not read("If Roe wins, Brill will pay £4m and Lund will sell 12 boats.").claims


@pytest.mark.parametrize(
    ("passage", "quote"),
    [
        ("Ola Brill offered his resignation, which the board rejected.", "which the board rejected"),
        (
            "Roe Foods closed the pool, which the union called “a betrayal of 40 families”.",
            "which the union called “a betrayal of 40 families”",
        ),
    ],
)
def test_what_an_office_did_with_what_was_told(read: Any, passage: str, quote: str) -> None:
    assert quote in [claim.quote for claim in read(passage).claims]


def test_what_rivals_think_in_is_no_speech(read: Any) -> None:
    found = read(
        "American rivals think in billions: Roe Foods said on Friday that it would spend $60bn."
    ).claims
    assert {c.attribution.speaker for c in found if c.attribution} == {"Roe Foods"}
    assert not any(claim.doubt for claim in found)


def test_a_verb_with_a_hyphen_is_one_verb(read: Any) -> None:
    texts = [claim.text for claim in read("Roe Foods is led by Ada Roe, who co-founded it in 1993.").claims]
    assert texts[-1] == "Ada Roe co-founded Roe Foods in 1993."
