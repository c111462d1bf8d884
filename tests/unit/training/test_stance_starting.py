"""A quantized export in miniature: its parameters come back under their names, in fp32."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from onnx import GraphProto, ModelProto, TensorProto, helper, numpy_helper

from factcheck.domain.errors import InvalidInput
from factcheck.matching.crossencoder import network_of, untrained
from factcheck.training.stance import starting
from factcheck.training.stance.starting import dequantized, start_from_reranker


def exported(node: str, weight: str) -> ModelProto:
    rows = np.array([[200, 100, 0], [128, 131, 125]], dtype=np.uint8)
    held: dict[str, NDArray[Any]] = {
        f"{weight}_quantized": rows,
        f"{weight}_scale": np.array(0.5, dtype=np.float32),
        f"{weight}_zero_point": np.array(128, dtype=np.uint8),
        "bert.words_quantized": np.array([[130]], dtype=np.uint8),
        "bert.words_scale": np.array(2.0, dtype=np.float32),
        "bert.words_zero_point": np.array(128, dtype=np.uint8),
        "bert.pooler.dense.bias": np.array([1.0, -1.0], dtype=np.float32),
    }
    graph: GraphProto = helper.make_graph(
        [
            helper.make_node(
                "MatMulInteger", ["x", f"{weight}_quantized", "z", f"{weight}_zero_point"], ["y"], name=node
            )
        ],
        "tiny",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [1, 2])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [1, 3])],
        [numpy_helper.from_array(value, name) for name, value in held.items()],
    )
    return helper.make_model(graph)


@pytest.mark.parametrize(
    ("node", "layer"),
    [
        ("/bert/encoder/layer.3/output/dense/MatMul_quant", "bert.encoder.layer.3.output.dense"),
        ("/bert/pooler/dense/Gemm_MatMul_quant", "bert.pooler.dense"),
    ],
)
def test_a_products_weights_are_found_by_their_node_and_turned_upright(node: str, layer: str) -> None:
    found = dequantized(exported(node, "onnx::MatMul_17"))

    assert found.keys() == {f"{layer}.weight", "bert.words", "bert.pooler.dense.bias"}
    np.testing.assert_array_equal(found[f"{layer}.weight"], [[36.0, 0.0], [-14.0, 1.5], [-64.0, -1.5]])
    np.testing.assert_array_equal(found["bert.words"], [[4.0]])
    np.testing.assert_array_equal(found["bert.pooler.dense.bias"], [1.0, -1.0])


def test_training_without_the_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "_PACKAGE", "no_such_package_here")
    with pytest.raises(InvalidInput, match=r"pip install 'factcheck\[train\]'"):
        start_from_reranker(network_of(untrained()))
