"""Articles that contradict themselves, and many that only seem to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from factcheck.claims.extract import Extractor
from factcheck.domain.articles import Document, Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import FindingKind, InsideFinding, Judgement, MachineStatus
from factcheck.text.documents import Limits, document_from_text
from factcheck.text.parser import Parser
from factcheck.verdict.inside import COMMON, FEW, _candidates, contradictions, with_inside
from factcheck.verdict.parts import Profile, Word
from factcheck.verdict.profile import profile
from factcheck.verdict.rivals import Told

NOW = datetime(2025, 3, 12, tzinfo=UTC)
Read = Callable[[str], tuple[Document, list[Claim], list[Profile]]]
Say = Callable[[str], list[InsideFinding]]


@pytest.fixture(scope="module")
def read(parser: Parser) -> Read:
    extractor = Extractor(parser)

    def run(text: str) -> tuple[Document, list[Claim], list[Profile]]:
        document = document_from_text(text, published_at=NOW, limits=Limits())
        claims = list(extractor.extract(document).claims)
        docs = parser.parse_texts([claim.text for claim in claims])
        return document, claims, [profile(doc, NOW.date()) for doc in docs]

    return run


@pytest.fixture(scope="module")
def say(read: Read) -> Say:
    def run(text: str) -> list[InsideFinding]:
        document, claims, profiles = read(text)
        return [one for each in contradictions(claims, profiles, document, NOW.date()) for one in each]

    return run


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Harbour Board spends $6m on new ferry terminal\n\n"
            "The Harbour Board spent $5m on the new ferry terminal, it said on Monday.",
            FindingKind.NUMBER,
            {"$6m", "$5m"},
        ),
        (
            "Council spends £40m on flood wall\n\n"
            "Marlow council has spent £14m on a flood wall along the river Teme.",
            FindingKind.NUMBER,
            {"£40m", "£14m"},
        ),
        (
            "Ferry work\n\nThe terminal cost £62 million to build.\n\nWork began in May.\n\n"
            "The terminal cost £65 million to build.",
            FindingKind.NUMBER,
            {"£62 million", "£65 million"},
        ),
        (
            "Sealine profits rise 8%\n\nProfits at the ferry firm Sealine rose 6% last year, it said.",
            FindingKind.NUMBER,
            {"8%", "6%"},
        ),
        (
            "Museum draws 2m visitors\n\nThe Marlow Museum drew 1.2 million visitors last year.",
            FindingKind.NUMBER,
            {"2m visitors", "1.2 million visitors"},
        ),
        (
            "Three men jailed over Lund fraud\n\nFour men were jailed on Friday over a fraud in Lund.",
            FindingKind.NUMBER,
            {"Three men", "Four men"},
        ),
        (
            "Ada Roe dies aged 91\n\nThe novelist Ada Roe has died at the age of 94.",
            FindingKind.NUMBER,
            {"91", "94"},
        ),
        (
            "Mill fire\n\nThe fire destroyed 40 homes in Tidewater.\n\nPeople fled.\n\n"
            "In Tidewater the fire destroyed 14 homes.",
            FindingKind.NUMBER,
            {"40 homes", "14 homes"},
        ),
        (
            "Ferry news\n\nThe Harbour Bridge opened on 4 May 2019.\n\nMany came.\n\n"
            "The Harbour Bridge was opened on 6 May 2019 by the mayor.",
            FindingKind.DATE,
            {"4 May 2019", "6 May 2019"},
        ),
        (
            "Ada Roe dies\n\nAda Roe was born in Lund in 1931.\n\nShe wrote.\n\n"
            "Ada Roe was born in Lund in 1936.",
            FindingKind.DATE,
            {"1931", "1936"},
        ),
        (
            "Ferry news\n\nProfits at Sealine rose 6% in 2023.\n\nIt was windy.\n\n"
            "Profits at Sealine fell 6% in 2023.",
            FindingKind.DIRECTION,
            {"rose", "fell"},
        ),
    ],
)
def test_two_claims_that_cannot_both_be_right_are_found_on_both(
    say: Say, text: str, kind: FindingKind, words: set[str]
) -> None:
    found = say(text)
    assert len(found) == 2
    assert {one.kind for one in found} == {kind}
    assert {one.words for one in found} == words
    assert {one.others[0].words for one in found} == words


def test_a_finding_says_in_one_sentence_where_each_stands_and_points_at_both(read: Read) -> None:
    document, claims, profiles = read(
        "Harbour Board spends $6m on new ferry terminal\n\nIt rained.\n\n"
        "The Harbour Board spent $5m on the new ferry terminal."
    )
    found = contradictions(claims, profiles, document, NOW.date())
    pairs = [(claim, one) for claim, each in zip(claims, found, strict=True) for one in each]
    assert [one.message for _, one in pairs] == [
        "The headline says “$6m”, paragraph 2 says “$5m”; both cannot be right.",
        "Paragraph 2 says “$5m”, the headline says “$6m”; both cannot be right.",
    ]
    for (claim, one), (other, _) in zip(pairs, reversed(pairs), strict=True):
        assert one.claim_span is not None
        assert one.claim_span.of(claim.text) == one.words
        assert one.others[0].span == other.span
        assert one.others[0].words_span is not None
        assert one.others[0].words_span.of(other.text) == one.others[0].words


@pytest.mark.parametrize(
    "text",
    [
        # Rounded, hedged, or the same in other words.
        "Board spends $6m on ferry terminal\n\nThe Board spent $5.9m on the ferry terminal.",
        "More than 40 hurt in crash\n\nA total of 43 people were hurt when two trams crashed in Lund.",
        "Thousands march in Lund\n\nAbout 8,000 people marched through Lund on Sunday.",
        "Nearly half of voters back plan\n\nSome 47% of voters back the plan, a poll said.",
        # Progress over time.
        "Growth\n\nSales at Sealine rose 5% in 2022.\n\nSales at Sealine rose 8% in 2023.",
        "Growth\n\nSales rose 5% in the first quarter.\n\nSales rose 8% in the second quarter.",
        "Staff\n\nSealine employed 310 people in 2010.\n\nSealine now employs 450 people.",
        "Cost\n\nThe terminal was expected to cost £50m.\n\nThe terminal cost £62m.",
        "Deaths rise to 41\n\nOn Monday officials said 30 people had died. By Tuesday 41 people had died.",
        "Heat\n\nThe temperature reached 38C in Lund on Monday.\n\nIt reached 39C in Lund on Tuesday.",
        "Board met\n\nThe board met on Monday.\n\nThe board met on Thursday.",
        # Other owners, places, parts and measures.
        "Staff\n\nSealine employs 310 people.\n\nTidewater employs 450 people.",
        "Staff\n\nSealine employs 310 people in Lund.\n\nSealine employs 450 people in Marlow.",
        "Election\n\nAda Lind won 54% of the vote.\n\nIda Lund won 46% of the vote.",
        "Trial\n\nThe drug cut attacks by 40% in adults.\n\nThe drug cut attacks by 25% in children.",
        "Dead\n\nThe storm killed 40 people in Lund and 12 in Marlow.\n\nThe storm killed 52 people.",
        "Prices\n\nThe average house costs £300,000.\n\nThe average house in Lund costs £400,000.",
        "Aid\n\nThe fund gave $5m to the hospital.\n\nThe fund gave $3m to the hospital for a new wing.",
        "Rates\n\nThe bank cut its rate by 0.25 points.\n\nThe bank cut its rate to 4.5%.",
        "Study\n\nThe ten states with the highest rates had ownership above 50%.\n\n"
        "The ten with the lowest rates had ownership around 20%.",
        "Firm cuts 200 jobs\n\nSealine is to cut 200 of its 310 jobs.",
        # Opposing views, corrections, plans.
        "Crowd\n\nPolice said 40,000 people marched.\n\nOrganisers said 60,000 people marched.",
        "Not twelve\n\nThe council has not 12 but 14 members.\n\nThe council has 14 members.",
        "Plan\n\nSealine planned to hire 310 people.\n\nSealine hired 250 people.",
        # The headline's figure is told further down; its neighbour is another figure.
        "Sealine profits rise 8%\n\nProfits at Sealine rose 6% in 2023. Profits at Sealine rose 8% in 2024.",
        # Sums that are right, or no complete ones.
        "Vote\n\nThe council has 12 members. Seven voted for the plan and four voted against it.",
        "Vote\n\nOf the 120 staff, 70 work in Tidewater and the remaining 50 work in Lund.",
        "Vote\n\nSome 60% of the money goes to roads, 25% to schools and the remaining 15% to parks.",
        "Vote\n\nOf 31 ships, 14 are idle.",
        "Growth\n\nSales at the terminal rose from 40 to 50, or 25%.",
        "Growth\n\nSales rose from £3.2m to £4.1m, a rise of 28%.",
    ],
)
def test_what_may_both_be_right_is_left_alone(say: Say, text: str) -> None:
    assert say(text) == []


@pytest.mark.parametrize(
    ("text", "said", "claims"),
    [
        (
            "Vote\n\nOf the 120 staff, 70 work in Tidewater and the remaining 40 work in Lund.",
            "The figures of paragraph 1 do not add up: 70 + 40 is 110, not 120.",
            1,
        ),
        (
            "Vote\n\nThe council has 12 members. Seven voted for the plan, four voted against it and the "
            "other two abstained.",
            "The figures of paragraph 1 do not add up: 7 + 4 + 2 is 13, not 12.",
            3,
        ),
        (
            "Vote\n\nOf the money, 60% goes to roads, 25% to schools and the remaining 20% to parks.",
            "The figures of paragraph 1 do not add up: 60% + 25% + 20% is 105%, not 100%.",
            2,
        ),
        (
            "Growth\n\nSales at the terminal rose from 40 to 50, or 20%.",
            "The figures of paragraph 1 do not add up: from 40 to 50 is a change of 25%, not 20%.",
            1,
        ),
    ],
)
def test_sums_that_do_not_add_up_are_found_on_each_claim_that_has_a_figure_of_them(
    say: Say, text: str, said: str, claims: int
) -> None:
    found = say(text)
    assert {one.message for one in found} == {said}
    assert len(found) == claims


def test_the_order_of_the_claims_is_no_matter(read: Read) -> None:
    document, claims, profiles = read(
        "Harbour Board spends $6m on new ferry terminal\n\n"
        "The Harbour Board spent $5m on the new ferry terminal.\n\n"
        "The council has 12 members. Seven voted for it, four against it and the other two abstained."
    )
    expected = dict(zip(claims, contradictions(claims, profiles, document, None), strict=True))
    assert sum(map(len, expected.values())) >= 4
    pairs = list(zip(claims, profiles, strict=True))
    for order in (pairs[::-1], pairs[1:] + pairs[:1], pairs[::2] + pairs[1::2]):
        mixed = contradictions([c for c, _ in order], [p for _, p in order], document, None)
        assert dict(zip([c for c, _ in order], mixed, strict=True)) == expected


def test_what_is_found_keeps_a_claim_from_passing_and_leaves_its_status(read: Read) -> None:
    document, claims, profiles = read(
        "Harbour Board spends $6m on new ferry terminal\n\n"
        "The Harbour Board spent $5m on the new ferry terminal."
    )
    cleared = Judgement(MachineStatus.SUPPORTED, True, "Supported by the report: it says the same.", ())
    against = Judgement(MachineStatus.CONFLICTING, False, "Contradicted by the report: another sum.", ())
    first, second = with_inside([cleared, against], claims, profiles, document, None)
    assert (first.status, first.cleared) == (MachineStatus.SUPPORTED, False)
    assert first.reason == f"{first.inside[0].message} {cleared.reason}"
    assert (second.status, second.cleared) == (MachineStatus.CONFLICTING, False)
    assert second.reason == f"{against.reason} Also: {second.inside[0].message}"
    with pytest.raises(ValueError, match="article itself"):
        replace(first, cleared=True)


def test_a_long_article_is_compared_in_proportion_to_its_length() -> None:
    def told(number: int) -> Told:
        # Every third word is in all claims, others in a few.
        lemmas = ["harbour", f"thing{number % 40}", f"deed{number % 23}", f"place{number % 11}"]
        words = tuple(Word(n, n + 1, lemma, "n") for n, lemma in enumerate(lemmas))
        return Told(Claim(Span(number, number + 1), "x", "x"), Profile("x", words=words))

    many = [told(number) for number in range(1000)]
    assert len(list(_candidates(many))) <= FEW * len(many)
    alike = [told(0)] * (COMMON + 1)
    assert list(_candidates(alike)) == []
