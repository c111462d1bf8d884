"""A claim and a reference read together by one small transformer: sentence-transformers' `CrossEncoder`.

Tokens and shape are those of the packaged encoder, with twice its layers; all weights ship in one small file.
"""

import hashlib
import json
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from factcheck.domain.errors import ModelFailed
from factcheck.matching.encoder import packaged_folder

if TYPE_CHECKING:
    import torch
    from sentence_transformers import CrossEncoder

MAX_TOKENS = 256
"""Claim and reference together; what is longer is cut at the end of the reference."""
LAYERS = 12
"""Twice as many as the packaged encoder has, whose six are every second one of a network of this shape."""
OUTPUTS = 3
"""Supports, contradicts, neither."""
BATCH = 32
EMBEDDINGS = "bert.embeddings."
"""The parameters under this name are not fitted."""
_LEVELS = {True: 31, False: 47}
"""How many steps a weight may be away from nothing: of a row of embeddings, and of any other."""


def untrained() -> "CrossEncoder":
    """A network of `LAYERS` layers and three outputs; what the packaged encoder lacks of it is at random.

    Raises `ModelFailed`.
    """
    folder = packaged_folder()
    try:
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 -- takes seconds to import

        with _said_in_vain():
            model: CrossEncoder = CrossEncoder(
                str(folder),
                num_labels=OUTPUTS,
                max_length=MAX_TOKENS,
                device="cpu",
                local_files_only=True,
                config_kwargs={"num_hidden_layers": LAYERS},
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
    """Writes all parameters: every row of a matrix in whole steps of a scale of its own, the rest as fp32.

    Rows are symmetric: value = steps * scale, the scale being the row's largest magnitude / `_LEVELS`. So few
    levels lose nothing that can be measured, and deflate to well under a byte a weight. `facts` are kept
    beside them and read again by `facts_of`.
    """
    arrays: dict[str, NDArray[Any]] = {_FACTS: np.array(json.dumps(dict(facts)))}
    for name, value in network.state_dict().items():
        array = value.detach().cpu().numpy().astype(np.float32)
        if array.ndim == 2:
            scale = np.abs(array).max(axis=1, keepdims=True) / _LEVELS[name.startswith(EMBEDDINGS)]
            scale[scale == 0] = 1
            arrays[name] = np.rint(array / scale).astype(np.int8)
            arrays[f"{name}{_SCALE}"] = scale.astype(np.float32)
        else:
            arrays[name] = array
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def facts_of(path: Path) -> dict[str, str]:
    """The facts that were written beside the weights."""
    with np.load(path, allow_pickle=False) as kept:
        facts: dict[str, str] = json.loads(str(kept[_FACTS]))
        return facts


def _restored(path: Path) -> "dict[str, torch.Tensor]":
    """The parameters in fp32, from what `save_cross_encoder` wrote."""
    import torch  # noqa: PLC0415 -- takes seconds to import

    parameters = {}
    with np.load(path, allow_pickle=False) as kept:
        for name in kept.files:
            if name == _FACTS or name.endswith(_SCALE):
                continue
            scale = f"{name}{_SCALE}"
            whole = kept[name].astype(np.float32) * kept[scale] if scale in kept.files else kept[name]
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
            try:
                network.load_state_dict(parameters)
            except RuntimeError as problem:
                raise ModelFailed("The stance model's weights do not fit its network.") from problem
            network.eval()
            self._loaded = model
        return self._loaded


_SCALE = ".scale"
_FACTS = "facts"
_WARNING = ("transformers", "sentence_transformers")


def _as_they_are(outputs: "torch.Tensor") -> "torch.Tensor":
    return outputs
