"""What a sentence denies, or nobody said, is never a claim that says so."""

import re

import pytest

from factcheck.claims.extract import Extractor
from factcheck.domain.claims import Claim
from factcheck.text.documents import Limits, document_from_text

UNSAID = [
    "Nobody said that Tarn Mills had closed the depot in 2017.",
    "No inspector has confirmed that the tunnel cost $60m.",
    "No broker said Tarn Mills paid $7m for Ferrow in 2018.",
    "According to nobody, Tarn Mills paid $7m for Ferrow in 2018.",
    "Few teachers believe that absence rose to 8% in June.",
    "Hardly anyone said that the storm killed 19 people.",
    "Scarcely any sailor said that the ferry hit 19 boats.",
    "Neither team said that the talks ended on 6 June 2021.",
    "None of the nurses said that the serum killed 23 patients.",
    "Not one builder said that the pier cost $4bn.",
    "No one at Tarn Mills said that it paid $7m in 2018.",
    "Little suggests that the mould killed 230 people in 2018.",
    "Una Voss wrongly said that the fund lost $6bn in 2018.",
    "Una Voss falsely claimed that 70,000 people had died in the drought.",
    "Una Voss mistakenly said the choir won the prize in 1997.",
    "The blog said, wrongly, that Tarn Mills paid $7m in 2018.",
    "It was never reported that the fund lost $6bn in 2018.",
    "It was wrongly reported that the fund lost $6bn in 2018.",
    "The fund lost $6bn in 2018, no broker said.",
    "The fund lost $6bn in 2018, Una Voss wrongly said.",
    "The fund lost $6bn in 2018, nobody denied.",
    "The serum killed 23 patients, according to none of the nurses.",
    "The serum, no nurse said, killed 23 patients.",
    "Una Voss did not say that the fund lost $6bn in 2018.",
    "Una Voss never said the fund lost $6bn in 2018.",
    "Una Voss rejected the plan, falsely saying that it would cost $7m.",
    "Nobody said “Tarn Mills closed the depot in 2017”.",
    '"Tarn Mills closed the depot in 2017," nobody said.',
    "“Tarn Mills cut 230 posts in May,” nobody said. “It also closed 19 shops.”",
    "No survey showed that Tarn Mills cut 230 posts.",
    "No paper reported that Tarn Mills cut 230 posts and closed 19 shops.",
]
"""Of each, every claim must carry the word by which it was not said."""

JOINED = [
    "It is untrue, said Voss, that Tarn Mills paid $7m.",
    "Tarn Mills neither sold nor bought Ferrow on 9 May 2019.",
    "Tarn Mills neither paid the $7m nor closed the depot in Hull.",
    "Tarn Mills decided not to buy Ferrow, sell its barges or cut 230 posts.",
    "The board voted not to close 19 clinics or sack 230 nurses.",
    "Tarn Mills did not pay bonuses, buy back $4bn of shares or cut posts.",
    "Norway did not win the shield or beat Wales 3-1.",
    "Tarn Mills has not raised fees, hired 230 clerks or opened 19 shops since 2018.",
    "Tarn Mills never opened a depot in Hull and hired 230 drivers there.",
    "Tarn Mills is no longer building 19 barges or hiring 230 drivers.",
    "The board decided against closing 19 clinics or sacking 230 nurses.",
    "Without the grant, Tarn Mills would have failed, costing 230 posts.",
    "Without the grant, Tarn Mills would have failed and cut 230 posts.",
    "But for the grant, Tarn Mills might have folded, cutting 230 posts.",
    "Had the grant been refused, Tarn Mills would have closed, costing 230 posts.",
    "The depot would have closed in 2018, with 230 drivers losing their posts.",
]

_DENIAL = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|hardly|scarcely|few|little|wrongly|falsely|mistakenly|untrue"
    r"|longer|against|without|would)\b",
    re.IGNORECASE,
)

APART: dict[str, str] = {
    "Tarn Mills did not close the depot, but it cut 230 posts in May.": "Tarn Mills cut 230 posts in May.",
    "The union did not accept, and Tarn Mills cut 230 posts in May.": "Tarn Mills cut 230 posts in May.",
    "Voss did not finish the race and lost 19 points.": "Voss lost 19 points.",
    "Voss did not attend and was fined $7m.": "Voss was fined $7m.",
    "Tarn Mills did not close the depot, which employs 230 people.": "The depot employs 230 people.",
    "Not only did Tarn Mills cut 230 posts, but it also closed 19 shops.": "Tarn Mills cut 230 posts.",
    "A few inspectors said that the pier cost $4bn.": "The pier cost $4bn.",
    "Little Hulton police said that 19 people died in the fire.": "19 people died in the fire.",
    "Voss did not attend, but said that Tarn Mills had cut 230 posts.": "Tarn Mills had cut 230 posts.",
}
"""A denial beside a statement that it does not bear on, with that statement."""


def _claims(extractor: Extractor, sentence: str) -> tuple[Claim, ...]:
    document = document_from_text(sentence, limits=Limits())
    return extractor.extract(document).claims


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_was_not_said_is_no_claim_by_itself(extractor: Extractor, sentence: str) -> None:
    claims = _claims(extractor, sentence)
    assert claims
    for claim in claims:
        assert _DENIAL.search(claim.text), claim.text
        assert claim.attribution is None


@pytest.mark.parametrize("sentence", JOINED)
def test_a_second_verb_keeps_the_denial_of_the_first(extractor: Extractor, sentence: str) -> None:
    for claim in _claims(extractor, sentence):
        assert _DENIAL.search(claim.text), claim.text


@pytest.mark.parametrize(("sentence", "told"), APART.items())
def test_a_denial_beside_a_statement_leaves_it_alone(extractor: Extractor, sentence: str, told: str) -> None:
    assert told in [claim.text for claim in _claims(extractor, sentence)]
