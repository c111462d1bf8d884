"""Claims that are false though a reference holds all their words: none passes, however sure the model is."""

from collections.abc import Sequence
from datetime import date

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.clearing import Basis, Clearing
from factcheck.domain.evidence import Judgement, Reference, Source, SourceKind
from factcheck.matching.encoder import SentenceTransformerEncoder
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge
from factcheck.verdict.stance import Pair, Stance

ANYTHING = Clearing(0.01, 0, 0, 0, 0, 1.0, 0.01, Basis.FIXED)


class Sure:
    identity = "sure-1"

    def judge(self, pairs: Sequence[Pair]) -> list[Stance]:
        return [Stance(0.99, 0.0) for _ in pairs]


@pytest.fixture(scope="module")
def sure(parser: Parser) -> Judge:
    return Judge(parser, Sure(), SentenceTransformerEncoder())


def judged(judge: Judge, claim: str, *references: Reference) -> Judgement:
    profiles = judge.profile_references([r.text for r in references], [r.as_of for r in references])
    held = [Held(one, profile, 0.9) for one, profile in zip(references, profiles, strict=True)]
    asked = Claim(Span(0, len(claim)), claim, claim)
    return judge.judge_all([asked], [held], date(2026, 1, 5), ANYTHING)[0]


def reference(text: str, key: str = "r", **fields: object) -> Reference:
    return Reference(key, key, text, Source("Orrin Post", "", ""), **fields)  # type: ignore[arg-type]


FALSE = [
    (
        "Four of the nine trustees of Orrin College stepped down on 8 June 2021.",
        "Nine trustees of Orrin College stepped down on 8 June 2021.",
    ),
    ("Twenty per cent of the 3,000 seats were sold in Selby.", "3,000 seats were sold in Selby."),
    ("One of the 15 referees was suspended on 8 June 2021.", "15 referees were suspended on 8 June 2021."),
    (
        "Fact check: it is a hoax that the council hid 30 letters about the dam.",
        "The council hid 30 letters about the dam.",
    ),
    ("It is a myth that the syrup cures asthma, the Selby Health Board said.", "The syrup cures asthma."),
    (
        "In the film, Captain Moreau burns three villages in Orrin.",
        "Captain Moreau burns three villages in Orrin.",
    ),
    ("In mice, the powder cut tumours by 30%.", "The powder cut tumours by 30%."),
    ("Unless the senate objects, the ban ends on 4 July 2027.", "The ban ends on 4 July 2027."),
    (
        "The former treasurer of Orrin, Paul Adeyemi, was jailed on 8 June 2021.",
        "The treasurer of Orrin, Paul Adeyemi, was jailed on 8 June 2021.",
    ),
    (
        "Surgeons removed the left kidney of the girl at Selby hospital.",
        "Surgeons removed the right kidney of the girl at Selby hospital.",
    ),
    (
        "Mia Torres won the silver medal in the 800 metres in Orrin.",
        "Mia Torres won the gold medal in the 800 metres in Orrin.",
    ),
    ("The floods in New York killed 14 people in 2021.", "The floods in York killed 14 people in 2021."),
    ("The rebels of South Sudan signed the truce in 2018.", "The rebels of Sudan signed the truce in 2018."),
    (
        "Borex built 3 million lamps in Orrin and 5 million lamps in Selby in 2021.",
        "Borex built 3 million lamps in Selby in 2021.",
    ),
    (
        "A dozen miners died in the Orrin fire and two dozen miners were hurt.",
        "A dozen miners were hurt in the Orrin fire.",
    ),
    ("Sales at Borex were expected to rise if the ban was lifted.", "Sales at Borex were expected to rise."),
    ("Dr Hana Weiss denied that the clinic sold the records.", "The clinic sold the records."),
]


@pytest.mark.parametrize(("said", "claim"), FALSE)
def test_what_only_borrows_the_words_does_not_pass(sure: Judge, said: str, claim: str) -> None:
    assert not judged(sure, claim, reference(said)).cleared


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Borex built 3 million lamps in Orrin in 2021.", "Borex built 3 million lamps in Orrin in 2021."),
        (
            "The council of Orrin approved the dam on 8 June 2021.",
            "The dam was approved by the council of Orrin on 8 June 2021.",
        ),
        ("Mia Torres, 24, won the silver medal in Orrin.", "Mia Torres won the silver medal in Orrin."),
    ],
)
def test_what_says_the_same_passes(sure: Judge, said: str, claim: str) -> None:
    assert judged(sure, claim, reference(said)).cleared


@pytest.mark.parametrize("text", ["1901", "!?", "Marlow", "😀 😀"])
def test_what_says_nothing_does_not_pass(sure: Judge, text: str) -> None:
    assert not judged(sure, text, reference(text)).cleared


def test_a_reference_that_says_otherwise_keeps_a_claim_from_passing(parser: Parser) -> None:
    judge = Judge(parser, encoder=SentenceTransformerEncoder())
    claim = "The Orrin ferry sank on 3 May 2024."
    agrees = reference(claim, "a", as_of=date(2024, 5, 5))
    differs = Reference(
        "b",
        "b",
        "The Orrin ferry sank on 4 May 2024.",
        Source("Orrin Coastguard", "", "", SourceKind.PRIMARY),
        date(2025, 1, 1),
    )

    assert not judged(judge, claim, agrees, differs).cleared
    assert not judged(judge, claim, differs, agrees).cleared
