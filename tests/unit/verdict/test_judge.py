"""What the judge says of whole sentences; each line a case that a desk would bring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import (
    Effect,
    FindingKind,
    Judgement,
    MachineStatus,
    Reference,
    Relation,
    Source,
)
from factcheck.text.parser import Parser
from factcheck.verdict.judge import Held, Judge

Ask = Callable[..., Judgement]
SUPPORTED, CONFLICTING, UNMATCHED = MachineStatus


def filed(text: str, **known: object) -> Reference:
    source = Source("Marlow Gazette", "Harbour accounts", "https://example.org/accounts")
    return replace(Reference("r9", "k9", text, source), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "reference", "status"),
    [
        pytest.param(
            "The ferry firm spent $6m on its new pier.",
            "The ferry firm spent $5.576 million on its new pier.",
            SUPPORTED,
            id="correct rounding",
        ),
        pytest.param(
            "The ferry firm spent $6m on its new pier.",
            "The ferry firm spent $60 million on its new pier.",
            CONFLICTING,
            id="ten times as much",
        ),
        pytest.param(
            "Rents in Dorvale rose nearly 4% last winter.",
            "Rents in Dorvale rose 4.6% last winter.",
            CONFLICTING,
            id="nearly is never above",
        ),
        pytest.param(
            "Shares in Halden Steel fell 3% in pre-market trading.",
            "Shares in Halden Steel fell 3% at the close.",
            UNMATCHED,
            id="another trading session",
        ),
        pytest.param(
            "More than half of the members backed the merger.",
            "58% of the members backed the merger.",
            SUPPORTED,
            id="a share in words",
        ),
        pytest.param(
            "The refinery uses 4 billion litres of water a year.",
            "The refinery uses 4 million litres of water a year.",
            CONFLICTING,
            id="million for billion",
        ),
        pytest.param(
            "The Marsh Lane library closed in 2019.",
            "The Marsh Lane library closed in 2021.",
            UNMATCHED,
            id="another year",
            marks=pytest.mark.xfail(reason="the probabilities outweigh what the rules leave open"),
        ),
        pytest.param(
            "Corvin Rail sued Tessaly Freight over the tunnel.",
            "Tessaly Freight sued Corvin Rail over the tunnel.",
            CONFLICTING,
            id="roles swapped",
        ),
        pytest.param(
            "Corvin Rail was sued by Tessaly Freight over the tunnel.",
            "Tessaly Freight sued Corvin Rail over the tunnel.",
            SUPPORTED,
            id="passive keeps the roles",
        ),
        pytest.param(
            "The orchestra's conductor won a prize in Turin.",
            "Heavy rain delayed the potato harvest across the northern fens.",
            UNMATCHED,
            id="another topic",
        ),
        pytest.param(
            "The council approved the stadium plan.",
            "The council rejected the stadium plan.",
            CONFLICTING,
            id="opposite verb",
        ),
        pytest.param(
            "Wheat prices rose in Dorvale market.",
            "Wheat prices fell in Dorvale market.",
            CONFLICTING,
            id="rose and fell",
        ),
        pytest.param(
            "The appeal court upheld Rasmus Vane's conviction.",
            "The appeal court overturned Rasmus Vane's conviction.",
            CONFLICTING,
            id="upheld and overturned",
        ),
        pytest.param(
            "All of the wells in the valley were tested.",
            "Most of the wells in the valley were tested.",
            CONFLICTING,
            id="all and most",
        ),
        pytest.param(
            "The mill will close.",
            "The mill closed.",
            UNMATCHED,
            id="plan and outcome",
        ),
        pytest.param(
            "Deaths from the fever reached 212 in Dorvale.",
            "Cases of the fever reached 212 in Dorvale.",
            UNMATCHED,
            id="deaths and cases",
        ),
        pytest.param(
            "The median wage in Dorvale is 2,100 euros a month.",
            "The mean wage in Dorvale is 2,100 euros a month.",
            UNMATCHED,
            id="median and mean",
        ),
        pytest.param(
            'The mayor called the bridge "a costly folly for everyone".',
            'The mayor called the bridge "a costly triumph for everyone".',
            CONFLICTING,
            id="quotation changed",
        ),
    ],
)
def test_status(ask: Ask, claim: str, reference: str, status: MachineStatus) -> None:
    judged = ask(claim, reference)

    assert judged.status is status, judged.reason
    assert not judged.cleared or judged.status is SUPPORTED


def test_a_rounding_is_named_with_its_source(ask: Ask) -> None:
    judged = ask(
        "The ferry firm spent $6m on its new pier.",
        filed("The ferry firm spent $5.576 million on its new pier."),
    )

    assert "Marlow Gazette, Harbour accounts" in judged.reason
    assert "rounding" in judged.reason
    assert "$6m" in judged.reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Corvin Rail carried 41,300 passengers in March 2024.",
        "No trains ran on the Dorvale line on Sunday.",
        "“We shall rebuild the pier,” said the harbour master, Ottilie Brandt.",
        "The council, which owns the site, rejected the offer by 14 votes to 9.",
    ],
)
def test_the_same_sentence_is_supported_and_cleared(ask: Ask, sentence: str) -> None:
    judged = ask(sentence, sentence, similarity=1.0)

    assert judged.status is SUPPORTED, judged.reason
    assert judged.cleared, judged.reason


@pytest.mark.parametrize(
    ("claim", "reference"),
    [
        ("The Dorvale line did not reopen on Sunday.", "The Dorvale line reopened on Sunday."),
        ("The Dorvale line reopened on Sunday.", "The Dorvale line did not reopen on Sunday."),
        ("Inspectors found no fault in the lift.", "Inspectors found a fault in the lift."),
        ("Ottilie Brandt was never charged.", "Ottilie Brandt was charged."),
        ("The bank is not solvent.", "The bank is solvent."),
    ],
)
def test_a_denial_conflicts(ask: Ask, claim: str, reference: str) -> None:
    judged = ask(claim, reference)

    assert judged.status is CONFLICTING, judged.reason
    assert any(f.kind is FindingKind.NEGATION for f in judged.evidence[0].findings)


def test_without_references_nothing_is_matched(ask: Ask) -> None:
    judged = ask("The pier burnt down.")

    assert judged.status is UNMATCHED
    assert not judged.cleared
    assert judged.evidence == ()


def test_references_that_disagree_make_a_conflict_in_either_order(ask: Ask) -> None:
    claim = "Corvin Rail carried 41,300 passengers on its night trains."
    texts = [claim, "Corvin Rail carried 28,900 passengers on its night trains."]

    for order in (texts, texts[::-1]):
        judged = ask(claim, *order)
        assert judged.status is CONFLICTING
        assert "disagree" in judged.reason
        assert {e.relation for e in judged.evidence} == {Relation.SUPPORTS, Relation.CONTRADICTS}


@pytest.mark.parametrize("known", [{"valid_until": date(2024, 12, 31)}, {"superseded_by": "r10"}])
def test_an_outdated_reference_neither_clears_nor_contradicts(ask: Ask, known: dict[str, object]) -> None:
    claim = "Ottilie Brandt is the harbour master of Dorvale."
    same = ask(claim, filed(claim, **known), published=date(2025, 3, 1), similarity=1.0)
    other = ask(
        claim,
        filed("Ottilie Brandt is not the harbour master of Dorvale.", **known),
        published=date(2025, 3, 1),
    )

    assert not same.cleared
    assert any(f.kind is FindingKind.FRESHNESS for f in same.evidence[0].findings)
    assert other.status is UNMATCHED


def test_a_reference_still_valid_on_the_day_clears(ask: Ask) -> None:
    claim = "Ottilie Brandt is the harbour master of Dorvale."

    assert ask(
        claim, filed(claim, valid_until=date(2025, 3, 1)), published=date(2025, 3, 1), similarity=1.0
    ).cleared


def test_a_doubted_claim_never_clears(ask: Ask) -> None:
    claim = "The refinery dumped waste in the Aller."

    assert not ask(claim, claim, doubt="allegedly", similarity=1.0).cleared


def test_a_quotation_needs_its_speaker(ask: Ask) -> None:
    words = "“We shall rebuild the pier,” said the harbour master, Ottilie Brandt."

    assert ask(words, words, speaker="Ottilie Brandt", similarity=1.0).cleared
    assert not ask(words, words, speaker="Rasmus Vane", similarity=1.0).cleared
    assert not ask(words, words, speaker="", similarity=1.0).cleared


def test_similarity_alone_supports_nothing(ask: Ask) -> None:
    judged = ask("The pier burnt down.", "A choir sang in Turin.", similarity=1.0)

    assert judged.status is UNMATCHED


def test_an_extra_detail_is_named_and_not_cleared(ask: Ask) -> None:
    judged = ask("The council rejected the reckless stadium plan.", "The council rejected the stadium plan.")

    (extra,) = [f for f in judged.evidence[0].findings if f.kind is FindingKind.EXTRA_DETAIL]
    assert "reckless" in extra.message
    assert extra.effect is Effect.OPEN
    assert not judged.cleared


def test_findings_mark_both_sides(ask: Ask) -> None:
    claim, reference = (
        "The council approved the stadium plan.",
        "On Friday the council rejected the stadium plan.",
    )
    (finding,) = [f for f in ask(claim, reference).evidence[0].findings if f.effect is Effect.OPPOSES]

    assert finding.claim_span is not None
    assert finding.reference_span is not None
    assert finding.claim_span.of(claim) == "approved"
    assert finding.reference_span.of(reference) == "rejected"


def test_many_claims_are_judged_in_their_own_places(judge: Judge, parser: Parser) -> None:
    texts = ["The Dorvale line reopened.", "Corvin Rail sued Tessaly Freight."]
    claims = [Claim(Span(0, len(text)), text, text) for text in texts]
    profiles = judge.profile_references(texts, [None, None])
    held = [[Held(filed(text), profile, 1.0)] for text, profile in zip(texts, profiles, strict=True)]

    assert [j.status for j in judge.judge_all(claims, held, None)] == [SUPPORTED, SUPPORTED]
    assert [j.status for j in judge.judge_all(claims, held[::-1], None)] == [UNMATCHED, UNMATCHED]
    assert judge.judge_all([], [], None) == []


def test_versions_name_everything_that_judged(judge: Judge, parser: Parser) -> None:
    versions = judge.versions("encoder@1")

    assert versions.encoder == "encoder@1"
    assert versions.parser == parser.identity
    assert versions.stance.startswith("stance-")
    assert versions.rules
    assert versions.thresholds
