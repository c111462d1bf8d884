"""Check-worthiness from the vectors at hand, or from the packaged encoder's own."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from factcheck.claims.worthiness import WorthinessModel, load_worthiness
from factcheck.desk.weighing import Weighing
from factcheck.domain.articles import Span
from factcheck.domain.claims import Claim
from factcheck.domain.errors import ModelFailed

TEXT = "The pier cost £4m."
CLAIM = Claim(Span(0, len(TEXT)), TEXT, TEXT)


class Counting:
    """An encoder that says the same of every text and counts its calls."""

    def __init__(self, identity: str, dimension: int) -> None:
        self.identity = identity
        self.dimension = dimension
        self.calls = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls += 1
        return np.full((len(texts), self.dimension), 0.01, dtype=np.float32)


@pytest.fixture
def model() -> WorthinessModel:
    return load_worthiness()


def test_vectors_of_the_right_encoder_are_used_as_they_are(model: WorthinessModel) -> None:
    own, packaged = Counting(model.encoder, 384), Counting(model.encoder, 384)
    (claim,) = Weighing(model, own, packaged).weigh([CLAIM], own.encode([TEXT]))
    assert (own.calls, packaged.calls) == (1, 0)
    assert claim.worthiness != CLAIM.worthiness
    assert "+ has a sum of money" in claim.worthiness_reasons
    assert (claim.text, claim.span) == (CLAIM.text, CLAIM.span)


def test_with_another_encoder_the_packaged_one_is_asked(model: WorthinessModel) -> None:
    other, packaged = Counting("other@1234", 7), Counting(model.encoder, 384)
    weighing = Weighing(model, other, packaged)
    assert weighing.weigh([], np.zeros((0, 0), dtype=np.float32)) == ()
    assert packaged.calls == 0
    (claim,) = weighing.weigh([CLAIM], other.encode([TEXT]))
    assert packaged.calls == 1
    assert claim.worthiness_reasons


def test_a_claim_that_cannot_be_weighed_is_an_error(model: WorthinessModel) -> None:
    strange = Counting("other@1234", 7)
    with pytest.raises(ModelFailed):
        Weighing(model, strange, strange).weigh([CLAIM], strange.encode([TEXT]))
