"""How much each claim is worth a person's time, by the trained model, without encoding it twice."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from factcheck.claims.worthiness import WorthinessModel
from factcheck.domain.claims import Claim
from factcheck.matching.encoder import Encoder


class Weighing:
    """Gives claims their check-worthiness. Thread-safe.

    The vectors that matching needs anyway are used where the newsroom's encoder is the one that the model was
    trained with; otherwise `packaged`, which is, encodes the claims once more.
    """

    def __init__(self, model: WorthinessModel, encoder: Encoder, packaged: Encoder) -> None:
        self._model = model
        self._encoder = encoder
        self._packaged = packaged

    @property
    def version(self) -> str:
        """The weights, as recorded with every check."""
        return self._model.version

    def weigh(self, claims: Sequence[Claim], vectors: NDArray[np.float32]) -> tuple[Claim, ...]:
        """The claims with their worthiness; `vectors` are those of their texts by the newsroom's encoder.

        Raises `ModelFailed`: a claim that could not be weighed is not a claim of little worth.
        """
        texts = [claim.text for claim in claims]
        if texts and not self._model.fits(self._encoder.identity):
            vectors = self._packaged.encode(texts)
        return tuple(
            replace(claim, worthiness=weighed.score, worthiness_reasons=weighed.reasons)
            for claim, weighed in zip(claims, self._model.score(texts, vectors), strict=True)
        )
