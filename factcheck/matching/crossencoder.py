"""A claim and a reference read together by one small transformer: sentence-transformers' `CrossEncoder`.

It starts from the packaged encoder, whose word vectors stay as they are; only the layers above them and a
head of three outputs are fitted. So little has to ship: those layers, in eight bits a weight.
"""

import hashlib
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.errors import ModelFailed
from factcheck.matching.encoder import packaged_folder

if TYPE_CHECKING:
    import torch
    from sentence_transformers import CrossEncoder

MAX_TOKENS = 256
"""Claim and reference together; what is longer is cut at the end of the reference."""
OUTPUTS = 3
"""Supports, contradicts, neither."""
BATCH = 32
EMBEDDINGS = "bert.embeddings."
"""The parameters under this name are the packaged encoder's own and do not ship."""


def untrained() -> "CrossEncoder":
    """The packaged encoder with a new head of three outputs, to be fitted; raises `ModelFailed`."""
    folder = packaged_folder()
    try:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 -- takes seconds to import

        with _said_in_vain():
            model: CrossEncoder = CrossEncoder(
                str(folder), num_labels=OUTPUTS, max_length=MAX_TOKENS, device="cpu", local_files_only=True
            )
    except Exception as problem:
        raise ModelFailed(f"The packaged encoder could not be loaded: {problem}") from problem
    return model


@contextmanager
def _said_in_vain() -> Iterator[None]:
    """Keeps quiet the libraries that warn of a head without weights, which is what is wanted here."""
    from transformers.utils.logging import disable_progress_bar  # noqa: PLC0415

    disable_progress_bar()  # type: ignore[no-untyped-call]
    loud = [(logger, logger.level) for logger in map(logging.getLogger, _WARNING)]
    for logger, _ in loud:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in loud:
            logger.setLevel(level)


def network_of(model: "CrossEncoder") -> "torch.nn.Module":
    """The transformer with its head, that `model` wraps."""
    network = model.model
    if network is None:
        raise ModelFailed("The cross-encoder holds no network.")
    return network


def save_cross_encoder(network: "torch.nn.Module", path: Path, facts: Mapping[str, str]) -> None:
    """Writes what was fitted: every row of a matrix as bytes with a scale of its own, the rest as fp32.

    Rows are symmetric: value = byte * scale, the scale being the row's largest magnitude / 127. `facts` are
    kept in the file's header and read again by `facts_of`.
    """
    from safetensors.numpy import save_file  # noqa: PLC0415 -- comes with the models

    tensors: dict[str, NDArray[np.generic]] = {}
    for name, value in network.state_dict().items():
        if name.startswith(EMBEDDINGS):
            continue
        array = value.detach().cpu().numpy().astype(np.float32)
        if array.ndim == 2:
            scale = np.abs(array).max(axis=1, keepdims=True) / 127
            scale[scale == 0] = 1
            tensors[name] = np.rint(array / scale).astype(np.int8)
            tensors[f"{name}{_SCALE}"] = scale.astype(np.float32)
        else:
            tensors[name] = array
    save_file(tensors, path, metadata=dict(facts))


def facts_of(path: Path) -> dict[str, str]:
    """The facts that were written beside the weights."""
    from safetensors import safe_open  # noqa: PLC0415 -- comes with the models

    with safe_open(path, framework="numpy") as kept:
        return dict(kept.metadata() or {})


def _restored(path: Path) -> "dict[str, torch.Tensor]":
    """The fitted parameters in fp32, from what `save_cross_encoder` wrote."""
    import torch  # noqa: PLC0415 -- takes seconds to import
    from safetensors.numpy import load_file  # noqa: PLC0415

    arrays = load_file(path)
    parameters = {}
    for name, array in arrays.items():
        if not name.endswith(_SCALE):
            scale = arrays.get(f"{name}{_SCALE}")
            whole = array if scale is None else array.astype(np.float32) * scale
            parameters[name] = torch.from_numpy(whole)
    return parameters


class CrossEncoderScorer:
    """The shipped cross-encoder, on the CPU; safe to share between threads.

    Nothing is read before the first use. `checksum` is the SHA-256 that the file of weights must have.
    """

    def __init__(self, weights: Path, checksum: str) -> None:
        self._weights = weights
        self._checksum = checksum
        self._lock = threading.Lock()
        self._loaded: CrossEncoder | None = None

    def logits(self, claims: Sequence[str], references: Sequence[str]) -> NDArray[np.float32]:
        """The raw outputs for each pair, of shape `(len(claims), 3)`: supports, contradicts, neither.

        In fp32 a pair's outputs do not depend on what else is in the batch (up to the last bits). Raises
        `ModelFailed`.
        """
        if not claims:
            return np.zeros((0, OUTPUTS), dtype=np.float32)
        pairs = list(zip(claims, references, strict=True))
        # Pairs of like length share a batch, so that little padding is computed.
        order = sorted(range(len(pairs)), key=lambda n: len(pairs[n][0]) + len(pairs[n][1]))
        with self._lock:
            model = self._model()
            try:
                raw = model.predict(
                    [pairs[n] for n in order],
                    batch_size=BATCH,
                    show_progress_bar=False,
                    activation_fn=_as_they_are,
                    convert_to_numpy=True,
                )
            except Exception as problem:
                raise ModelFailed(f"The stance model could not read the pairs: {problem}") from problem
        outputs = np.empty((len(pairs), OUTPUTS), dtype=np.float32)
        outputs[order] = raw
        if not np.isfinite(outputs).all():
            raise ModelFailed("The stance model returned something that is no number.")
        return outputs

    def _model(self) -> "CrossEncoder":
        if self._loaded is None:
            try:
                found = hashlib.sha256(self._weights.read_bytes()).hexdigest()
            except OSError as problem:
                raise ModelFailed(f"The stance model's weights cannot be read: {problem}") from problem
            if found != self._checksum:
                raise ModelFailed("The stance model's weights are not those that belong to this version.")
            model = untrained()
            parameters = _restored(self._weights)
            network = network_of(model)
            missing, unknown = network.load_state_dict(parameters, strict=False)
            if unknown or any(not name.startswith(EMBEDDINGS) for name in missing):
                raise ModelFailed("The stance model's weights do not fit the packaged encoder.")
            network.eval()
            self._loaded = model
        return self._loaded


_SCALE = ".scale"
_WARNING = ("transformers", "sentence_transformers")


def _as_they_are(outputs: "torch.Tensor") -> "torch.Tensor":
    return outputs
