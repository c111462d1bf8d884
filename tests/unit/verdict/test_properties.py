"""What holds for every text and every order of references."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.evidence import Judgement, MachineStatus, Reference, Relation, Source

Ask = Callable[..., Judgement]

NAMES = ["Corvin Rail", "Tessaly Freight", "Ottilie Brandt", "the council of Dorvale"]
VERBS = ["sued", "did not sue", "praised", "bought", "was sold by", "rejected", "will back"]
TAILS = ["in March 2024", "for $5.5 million", "over 12% of the line", "on Sunday", "for the first time", ""]
sentences = st.builds(
    lambda a, verb, b, tail: f"{a[0].upper()}{a[1:]} {verb} {b} {tail}".strip() + ".",
    st.sampled_from(NAMES),
    st.sampled_from(VERBS),
    st.sampled_from(NAMES),
    st.sampled_from(TAILS),
)


@settings(max_examples=60, deadline=None)
@given(claim=st.text(max_size=100), reference=st.text(max_size=100))
def test_no_text_makes_judging_fail(ask: Ask, claim: str, reference: str) -> None:
    judged = ask(claim, reference)

    assert judged.reason
    for evidence in judged.evidence:
        assert 0 <= evidence.p_supports <= 1
        assert 0 <= evidence.p_contradicts <= 1
        assert evidence.p_supports + evidence.p_contradicts <= 1 + 1e-9
        for finding in evidence.findings:
            assert finding.message
            assert (
                finding.claim_span is None
                or 0 <= finding.claim_span.start <= finding.claim_span.end <= len(claim)
            )
            span = finding.reference_span
            assert span is None or 0 <= span.start <= span.end <= len(reference)


@settings(max_examples=60, deadline=None)
@given(claim=sentences, references=st.lists(sentences, max_size=4))
def test_only_supported_claims_are_cleared_and_evidence_bears_the_status(
    ask: Ask, claim: str, references: list[str]
) -> None:
    judged = ask(claim, *references)
    relations = {evidence.relation for evidence in judged.evidence}

    if judged.cleared:
        assert judged.status is MachineStatus.SUPPORTED
    if judged.status is MachineStatus.SUPPORTED:
        assert Relation.SUPPORTS in relations
        assert Relation.CONTRADICTS not in relations
    assert (judged.status is MachineStatus.CONFLICTING) == (Relation.CONTRADICTS in relations)


@settings(max_examples=40, deadline=None)
@given(claim=sentences, references=st.lists(sentences, min_size=2, max_size=4, unique=True))
def test_the_order_of_references_changes_no_status(ask: Ask, claim: str, references: list[str]) -> None:
    whole = [
        Reference(f"r{n}", f"r{n}", text, Source("Marlow Gazette", f"Filing {n}", ""))
        for n, text in enumerate(references)
    ]
    forwards, backwards = ask(claim, *whole), ask(claim, *reversed(whole))

    assert (forwards.status, forwards.cleared) == (backwards.status, backwards.cleared)


@settings(max_examples=40, deadline=None)
@given(sentence=sentences)
def test_identical_words_support(ask: Ask, sentence: str) -> None:
    assert ask(sentence, sentence, similarity=1.0).status is MachineStatus.SUPPORTED
