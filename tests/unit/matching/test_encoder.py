from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from factcheck.domain.errors import ModelFailed
from factcheck.matching.encoder import SentenceTransformerEncoder

SENTENCES = [
    "The harbour bridge reopened on Monday.",
    "A ferry sank.",
    "Turnover at the brewery rose by a tenth last year, its owners said, as the pubs filled up again.",
    "",
]


@pytest.fixture(scope="module")
def encoder() -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder()


def test_vectors_have_unit_length_and_the_order_of_the_texts(encoder: SentenceTransformerEncoder) -> None:
    vectors = encoder.encode(SENTENCES)

    assert vectors.shape == (4, encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)
    for sentence, vector in zip(SENTENCES, vectors, strict=True):
        np.testing.assert_allclose(encoder.encode([sentence])[0], vector, atol=1e-5)


def test_a_paraphrase_is_nearer_than_another_topic(encoder: SentenceTransformerEncoder) -> None:
    bridge, paraphrase, other = encoder.encode(
        [SENTENCES[0], "On Monday traffic returned to the harbour bridge.", SENTENCES[2]]
    )

    assert bridge @ paraphrase > 0.6 > bridge @ other


def test_no_texts_give_no_vectors(encoder: SentenceTransformerEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_identity_names_the_model_and_its_weights(encoder: SentenceTransformerEncoder) -> None:
    name, _, fingerprint = encoder.identity.partition("@")

    assert name == "all-MiniLM-L6-v2"
    assert len(fingerprint) == 12
    assert int(fingerprint, 16)


def test_threads_may_share_an_encoder() -> None:
    shared = SentenceTransformerEncoder()
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: shared.encode(SENTENCES), range(4)))

    for vectors in results[1:]:
        np.testing.assert_array_equal(vectors, results[0])


def test_making_an_encoder_reads_nothing() -> None:
    SentenceTransformerEncoder("no/such/folder")


@pytest.mark.parametrize("ask", ["identity", "dimension", "encode"])
def test_a_model_that_is_not_there_fails_as_a_model(ask: str, tmp_path: Path) -> None:
    for folder in (tmp_path / "absent", tmp_path):
        broken = SentenceTransformerEncoder(str(folder))
        with pytest.raises(ModelFailed):
            broken.encode(["text"]) if ask == "encode" else getattr(broken, ask)
