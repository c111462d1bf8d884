"""A sentence that was copied with one change: what is changed, and what that does."""

from collections.abc import Callable

import pytest

from factcheck.domain.evidence import Effect, FindingKind, Judgement

Ask = Callable[..., Judgement]
AGREES, OPPOSES, OPEN = Effect

CHANGED = [
    pytest.param(
        "Torvik Foods has moved its bottling line from Sandvale to Lund, the mayor said on Friday.",
        "Torvik Foods has moved its bottling line from Sandvale to Brest, the mayor said on Friday.",
        FindingKind.NAME,
        id="another goal",
    ),
    pytest.param(
        "Brackton Rovers bought the striker from Halden United after the final.",
        "Halden United bought the striker from Brackton Rovers after the final.",
        FindingKind.ROLE,
        id="buyer and seller changed over",
    ),
    pytest.param(
        "The harbour board sued the ferry company over the broken pontoon at Elmsea.",
        "The ferry company sued the harbour board over the broken pontoon at Elmsea.",
        FindingKind.ROLE,
        id="who sued whom",
    ),
    pytest.param(
        "The museum cannot lend its two oldest globes to a gallery abroad, the trustees wrote.",
        "The museum can lend its two oldest globes to a gallery abroad, the trustees wrote.",
        FindingKind.NEGATION,
        id="cannot for can",
    ),
    pytest.param(
        "Mayor Lena Oduya signed the order to drain the canal on Monday morning.",
        "Mayor Lena Oduya refused to sign the order to drain the canal on Monday morning.",
        FindingKind.NEGATION,
        id="signed for refused to sign",
    ),
    pytest.param(
        "The repairs to the weir were paid for by the province.",
        "The repairs to the weir were paid for by a brewer, not by the province.",
        FindingKind.NEGATION,
        id="what the reference denies",
    ),
    pytest.param(
        "The appeal panel upheld the order against the quarry at Stenmoor in June.",
        "The appeal panel overturned the order against the quarry at Stenmoor in June.",
        FindingKind.OPPOSITE,
        id="upheld for overturned",
    ),
    pytest.param(
        "The inspector found rust in all of the lifts at the tower in Corvale.",
        "The inspector found rust in half of the lifts at the tower in Corvale.",
        FindingKind.QUANTIFIER,
        id="all for half",
    ),
    pytest.param(
        "The rowing club rejected the offer, but one of its two boathouses has been sold.",
        "The rowing club rejected the offer, but its two boathouses have been sold.",
        FindingKind.QUANTIFIER,
        id="one of two for both",
    ),
    pytest.param(
        "At Ulmsted the tenor Ivo Marchetti sang the last song without a microphone.",
        "At Ulmsted the tenor Ivo Marchetti sang the first song without a microphone.",
        FindingKind.OPPOSITE,
        id="last for first",
    ),
    pytest.param(
        "The Ulmsted bridge is the second-longest of the valley, the county engineer wrote.",
        "The Ulmsted bridge is the longest of the valley, the county engineer wrote.",
        FindingKind.ORDINAL,
        id="second-longest for longest",
    ),
    pytest.param(
        'The gardener called the new hedge "divine" in a letter to the council.',
        'The gardener called the new hedge "vulgar" in a letter to the council.',
        FindingKind.QUOTATION,
        id="one quoted word",
    ),
    pytest.param(
        "“The state must repair the sea wall before winter,” said engineer Ruth Vandal.",
        "“The state may repair the sea wall before winter,” said engineer Ruth Vandal.",
        FindingKind.QUOTATION,
        id="must for may in a quotation",
    ),
]


@pytest.mark.parametrize(("claim", "reference", "kind"), CHANGED)
def test_a_change_opposes_and_names_both_places(
    ask: Ask, claim: str, reference: str, kind: FindingKind
) -> None:
    findings = [f for f in ask(claim, reference).evidence[0].findings if f.effect is OPPOSES]

    assert kind in {f.kind for f in findings}, findings
    assert all(f.claim_span is not None or f.reference_span is not None for f in findings)


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        pytest.param(
            "The striker was sold to Halden United by Brackton Rovers after the final.",
            "Brackton Rovers sold the striker to Halden United after the final.",
            id="active and passive",
        ),
        pytest.param(
            "Ruth Vandal and Ivo Marchetti founded the rowing club at Ulmsted.",
            "Ivo Marchetti and Ruth Vandal founded the rowing club at Ulmsted.",
            id="two in another order",
        ),
        pytest.param(
            "Ruth Vandal said: “The sea wall will not last the winter.”",
            "“The sea wall will not last the winter,” said Ruth Vandal.",
            id="the speaker in front",
        ),
        pytest.param(
            "The port settled the suit without admitting any fault, its lawyer said.",
            "The port settled the suit, admitting no fault, its lawyer said.",
            id="without and no",
        ),
        pytest.param(
            "Guests at Ulmsted are served soup rather than bread on Fridays.",
            "Guests at Ulmsted are served soup instead of bread on Fridays.",
            id="rather than and instead of",
        ),
        pytest.param(
            "The sea wall was repaired in March.",
            "The sea wall was repaired in March; the pier was not.",
            id="a denial of something else",
        ),
        pytest.param(
            "The RSPO moved its office to Ulmsted after the flood.",
            "The Royal Society for the Protection of Otters moved its office to Ulmsted after the flood.",
            id="an acronym",
        ),
        pytest.param(
            "The choir drew no fewer than 900 listeners at Ulmsted.",
            "The choir drew 900 listeners at Ulmsted.",
            id="no fewer than denies nothing",
        ),
        pytest.param(
            "Of the 52 allotment holders 13 did not sign the letter.",
            "Of the 52 allotment holders 39 signed the letter.",
            id="the rest did not",
        ),
        pytest.param(
            "The club's men sold out the ground at Ulmsted on Saturday.",
            "The club's women sold out the ground at Ulmsted on Saturday.",
            id="others may have done so too",
        ),
    ],
)
def test_the_same_story_is_not_opposed(ask: Ask, claim: str, reference: str) -> None:
    findings = ask(claim, reference).evidence[0].findings

    assert not [f for f in findings if f.effect is OPPOSES and f.kind is not FindingKind.NUMBER], findings


def test_a_quotation_shows_what_differs(ask: Ask) -> None:
    judged = ask(
        "“The state must repair the sea wall,” said Ruth Vandal.",
        "“The state may repair the sea wall,” said Ruth Vandal.",
    )

    (finding,) = [f for f in judged.evidence[0].findings if f.kind is FindingKind.QUOTATION]
    assert "“must” in the article, “may” in the reference" in finding.message


@pytest.mark.parametrize(
    ("quoted", "effect"),
    [
        ("We don't fear the tide, and we never will", AGREES),
        ("we do not fear the tide", AGREES),
        ("We do not fear … and we never will", AGREES),
        ("We do not fear the tide and never will", OPEN),
        ("We fear the tide, and we never will", OPPOSES),
    ],
)
def test_only_a_change_of_meaning_makes_a_misquote(ask: Ask, quoted: str, effect: Effect) -> None:
    judged = ask(
        f"“{quoted},” Ivo Marchetti told the council of Ulmsted.",
        "“We do not fear the tide, and we never will,” Ivo Marchetti told the council of Ulmsted.",
    )

    found = [f for f in judged.evidence[0].findings if f.kind is FindingKind.QUOTATION]
    assert [f.effect for f in found] == [effect], found


@pytest.mark.parametrize(
    ("said", "given", "effect"),
    [
        ("acquitted", "discharged", OPEN),
        ("convicted", "charged", OPEN),
        ("convicted", "acquitted", OPPOSES),
        ("suspended", "dismissed", OPEN),
    ],
)
def test_words_that_law_keeps_apart_are_not_the_same(ask: Ask, said: str, given: str, effect: Effect) -> None:
    judged = ask(
        f"The clerk Ivo Marchetti was {said} on Monday.", f"The clerk Ivo Marchetti was {given} on Monday."
    )

    findings = [f for f in judged.evidence[0].findings if f.effect is not AGREES]
    assert effect in {f.effect for f in findings}, findings
    assert not judged.cleared
