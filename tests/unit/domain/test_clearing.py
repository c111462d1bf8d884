"""The clearing rule in one sentence, as pages, the API and the command line say it."""

import pytest

from factcheck.domain.clearing import NOTHING_CLEARS, Basis, Clearing


@pytest.mark.parametrize(
    ("clearing", "sentence"),
    [
        (
            Clearing(0.93, 2214, 900, 2, 0.0087, 0.01, Basis.SHIPPED),
            "Cleared without a person from 0.93 on: 1% wrong clears accepted, "
            "threshold from 2,214 examples shipped with the product.",
        ),
        (
            Clearing(1.0, 412, 410, 0, 0.0099, 0.005, Basis.NEWSROOM),
            "Cleared without a person from 1 on: 0.5% wrong clears accepted, "
            "threshold from 412 decisions of this newsroom.",
        ),
        (
            Clearing(NOTHING_CLEARS, 500, 0, 0, 1.0, 0.01, Basis.NEWSROOM),
            "Nothing is cleared without a person: "
            "500 decisions of this newsroom show no threshold that keeps wrong clears at 1%.",
        ),
        (
            Clearing(NOTHING_CLEARS, 0, 0, 0, 1.0, 0.01, Basis.NONE),
            "Nothing is cleared without a person: the examples shipped with the product are of another "
            "version of the model or the rules.",
        ),
        (
            Clearing(0.6, 0, 0, 0, 1.0, 0.01, Basis.FIXED),
            "Cleared without a person from 0.6 on: "
            "a threshold set by hand; this version ships no examples to compute it from.",
        ),
    ],
)
def test_the_rule_in_one_sentence(clearing: Clearing, sentence: str) -> None:
    assert clearing.sentence == sentence
