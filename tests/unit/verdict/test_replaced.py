"""One thing that stands where another stood in a copied sentence, and what must not be taken for that."""

from collections.abc import Callable

import pytest

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.text.parser import Parser
from factcheck.verdict.alignment import align
from factcheck.verdict.findings import compare
from factcheck.verdict.profile import profile
from factcheck.verdict.structure import structure

Rules = Callable[[str, str], tuple[Finding, ...]]


@pytest.fixture
def rules(parser: Parser) -> Rules:
    """What the rules alone find in a claim held against a reference."""

    def find(claim: str, reference: str) -> tuple[Finding, ...]:
        mine, theirs = (profile(doc, None) for doc in parser.parse_texts([claim, reference]))
        alignment = align(mine, theirs)
        return compare(alignment, structure(alignment))

    return find


REPLACED = [
    pytest.param(
        "The Tollan garden society has published at least 1,130 papers on the moss.",
        "The Tollan garden society has published at least 113 papers on the moss.",
        FindingKind.NUMBER,
        id="a bound with another figure",
    ),
    pytest.param(
        "The province of Velm will close its coal plants by 2040.",
        "The province of Velm will close its coal plants by 2030.",
        FindingKind.DATE,
        id="another year",
    ),
    pytest.param(
        "Weavers at the Dorvik mill are paid once a month in cash.",
        "Weavers at the Dorvik mill are paid once a week in cash, their union says.",
        FindingKind.PERIOD,
        id="another length of time",
    ),
    pytest.param(
        "Judges freed the smuggler on the fifth day, said Inspector Odile Tamm.",
        "Judges freed the smuggler on the fourth day, said Inspector Odile Tamm.",
        FindingKind.ORDINAL,
        id="another rank",
    ),
    pytest.param(
        "The new sluice at Harn doubled the time that barges need to reach the sea.",
        "The new sluice at Harn halved the time that barges need to reach the sea.",
        FindingKind.DIRECTION,
        id="another direction",
    ),
]


@pytest.mark.parametrize(("claim", "reference", "kind"), REPLACED)
def test_what_is_changed_in_a_copied_sentence_opposes_it_and_shows_both_places(
    rules: Rules, claim: str, reference: str, kind: FindingKind
) -> None:
    findings = rules(claim, reference)
    found = [f for f in findings if f.effect is Effect.OPPOSES]
    assert kind in {f.kind for f in found}
    assert all(f.claim_span is not None and f.reference_span is not None for f in found if f.kind is kind)


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        pytest.param(
            "Marta Quell, convicted of fraud, has been barred from banking for a decade but not for life.",
            "Marta Quell, convicted of fraud, has been barred from banking for ten years but not for life.",
            id="one length in two words",
        ),
        pytest.param(
            "The Velm bridge inquiry will hear its last witness on 28 May.",
            "The Velm bridge inquiry will hear its first witness on 14 May and its last a fortnight later.",
            id="both ranks in the reference",
        ),
        pytest.param(
            "The police of Harn recovered 480 of the clocks taken from the guild.",
            "The police of Harn recovered all but 20 of the 500 clocks taken from the guild.",
            id="all but some",
        ),
        pytest.param(
            "Dorvik's order for six tugs, worth some $23 million apiece, went to a yard in Harn.",
            "Dorvik's order for six tugs, worth $140 million, went to a yard in Harn that had bid more.",
            id="the price of one for that of all",
        ),
    ],
)
def test_the_same_in_other_words_opposes_nothing(rules: Rules, claim: str, reference: str) -> None:
    assert all(f.effect is not Effect.OPPOSES for f in rules(claim, reference))


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("It was the fourth straight win for Halden.", "Halden won for the fifth time in a row, a fine win."),
        ("Lisk is Tarn Pharma's second product.", "Lisk follows Tarn Pharma's first two products to market."),
    ],
)
def test_another_place_in_the_same_row_is_another_rank(rules: Rules, claim: str, reference: str) -> None:
    found = [f for f in rules(claim, reference) if f.effect is Effect.OPPOSES]
    assert FindingKind.ORDINAL in {f.kind for f in found}


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("All of the lifts passed the test.", "All of the lifts except one passed the test."),
        ("All the lifts passed the test.", "All the lifts but the oldest passed the test."),
        (
            "Its winds are the fastest in the solar system.",
            "Its winds are the fastest in the solar system after Neptune's.",
        ),
        (
            "Tuition is free for residents.",
            "Tuition is free for residents only if they have lived there for two years.",
        ),
    ],
)
def test_what_only_the_reference_limits_is_left_to_a_person(rules: Rules, claim: str, reference: str) -> None:
    found = rules(claim, reference)
    assert any(f.kind is FindingKind.QUANTIFIER and f.effect is not Effect.AGREES for f in found)
