"""The clearing rule in one sentence, as pages, the API and the command line say it."""

import pytest

from factcheck.domain.clearing import NOTHING_CLEARS, Basis, Clearing


@pytest.mark.parametrize(
    ("clearing", "sentence"),
    [
        (
            Clearing(0.93, 5214, 2647, 900, 15, 0.0088, 0.01, Basis.SHIPPED),
            "Cleared without a person from 0.93 on: of claims that nothing supports at most 1% may pass; "
            "threshold from 2,647 such examples shipped with the product.",
        ),
        (
            Clearing(1.0, 900, 612, 410, 0, 0.0049, 0.005, Basis.NEWSROOM),
            "Cleared without a person from 1 on: of claims that nothing supports at most 0.5% may pass; "
            "threshold from 612 such decisions of this newsroom.",
        ),
        (
            Clearing(NOTHING_CLEARS, 900, 412, 0, 0, 1.0, 0.01, Basis.NEWSROOM),
            "Nothing is cleared without a person: of claims that nothing supports at most 1% may pass, "
            "and 412 such decisions of this newsroom show no threshold that keeps to it.",
        ),
        (
            Clearing(NOTHING_CLEARS, 0, 0, 0, 0, 1.0, 0.01, Basis.NONE),
            "Nothing is cleared without a person: the examples shipped with the product are of another "
            "version of the model or the rules.",
        ),
        (
            Clearing(0.6, 0, 0, 0, 0, 1.0, 0.01, Basis.FIXED),
            "Cleared without a person from 0.6 on: "
            "a threshold set by hand; this version ships no examples to compute it from.",
        ),
    ],
)
def test_the_rule_in_one_sentence(clearing: Clearing, sentence: str) -> None:
    assert clearing.sentence == sentence
