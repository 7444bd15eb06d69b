"""The computation of a BERT's sentence vectors as an openvino graph, made from its weights: torch is not needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.embedding.architecture import architecture
from analysis.embedding.processor import openvino
from analysis.errors import EncoderError
from analysis.models import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from analysis.embedding.architecture import Architecture
    from analysis.models import Model

Node = Any
"""A node of the graph; the class is openvino's."""

Weights = dict[str, "NDArray[np.float32]"]

Dense = Callable[[Node, str, "Mapping[str, NDArray[np.float32]]"], Node]
"""Multiplies a node by the weights of a name, without their bias: the one place where precision is chosen."""

HIDDEN = -1e4
"""Added to the attention that padding would get; so far below any real one that its share is 0 and not just small."""


ASKED = "attention.self.all"
"""Query, key and value as one product: what goes into them is the same."""


@dataclass(frozen=True, slots=True)
class Network:
    """The weights of an encoder and what they are weights of."""

    shape: Architecture
    weights: Weights

    @classmethod
    def of(cls, model: Model) -> Network:
        """The network of a checked folder.

        Raises:
            EncoderError: it is of a kind that cannot be made here, or its weights cannot be read.
        """
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        shape = architecture(model)
        try:
            given = load_file(model.folder / WEIGHTS)
        except (SafetensorError, OSError, TypeError) as error:
            problem = f"the weights of {model.name!r} cannot be read ({error})"
            raise EncoderError(
                problem, where=model.folder / WEIGHTS, remedy="fetch the encoder again"
            ) from None
        names = {name: name.removeprefix("bert.") for name in given if "position_ids" not in name}
        weights = {short: given[name].astype(np.float32, copy=False) for name, short in names.items()}
        if "embeddings.word_embeddings.weight" not in weights:
            problem, remedy = f"the weights of {model.name!r} are no BERT's", 'choose kernels = "native"'
            raise EncoderError(problem, where=model.folder / WEIGHTS, remedy=remedy)
        return cls(shape, _joined(weights, shape.layers))


def _joined(weights: Weights, layers: int) -> Weights:
    """The weights with those of query, key and value one below the other."""
    for layer in range(layers):
        name = f"encoder.layer.{layer}.attention.self"
        for kind in ("weight", "bias"):
            parts = [weights.pop(f"{name}.{part}.{kind}") for part in ("query", "key", "value")]
            weights[f"encoder.layer.{layer}.{ASKED}.{kind}"] = np.concatenate(parts)
    return weights


def plain(node: Node, name: str, weights: Mapping[str, NDArray[np.float32]]) -> Node:
    """The product with the weights as they are."""
    ops = openvino().opset13
    return ops.matmul(node, ops.constant(weights[f"{name}.weight"]), False, True)


def build(network: Network, dense: Dense = plain) -> Any:  # noqa: ANN401 - the class is openvino's
    """The graph: `ids` and `mask`, shape (windows, length), to vectors, shape (windows, width)."""
    return _Builder(network, dense).model()


class _Builder:
    """Puts the graph together, in the order in which it computes."""

    def __init__(self, network: Network, dense: Dense) -> None:
        self._shape, self._weights, self._multiplied = network.shape, network.weights, dense
        self._library = openvino()
        self._ops = self._library.opset13

    def model(self) -> Node:
        """The whole."""
        ids = self._ops.parameter([-1, -1], self._library.Type.i32, name="ids")
        mask = self._ops.parameter([-1, -1], self._library.Type.f32, name="mask")
        state, hidden = self._embedded(ids), self._hidden(mask)
        for layer in range(self._shape.layers):
            state = self._layer(state, hidden, f"encoder.layer.{layer}")
        vector = self._first(state) if self._shape.pooling == "first" else self._mean(state, mask)
        if self._shape.normalised:
            vector = self._ops.normalize_l2(vector, self._numbers(1), 1e-12, "max")
        return self._library.Model([vector], [ids, mask], "sentence vectors")

    def _embedded(self, ids: Node) -> Node:
        """Word, place and kind of each piece; there is one kind in a single text."""
        at, ops = self._weights, self._ops
        places = (
            at["embeddings.position_embeddings.weight"] + at["embeddings.token_type_embeddings.weight"][0]
        )
        length = ops.gather(ops.shape_of(ids, "i32"), self._numbers(1), self._whole(0))
        words = ops.gather(ops.constant(at["embeddings.word_embeddings.weight"]), ids, self._whole(0))
        placed = ops.slice(ops.constant(places), self._numbers(0), length, self._numbers(1), self._numbers(0))
        return self._norm(ops.add(words, ops.unsqueeze(placed, self._whole(0))), "embeddings.LayerNorm")

    def _hidden(self, mask: Node) -> Node:
        """What is added to the attention of each piece: 0, or for padding so little that nothing is left of it."""
        padding = self._ops.subtract(self._float(1), mask)
        return self._ops.unsqueeze(self._ops.multiply(padding, self._float(HIDDEN)), self._numbers(1, 2))

    def _layer(self, state: Node, hidden: Node, name: str) -> Node:
        """Attention and what follows it, each added to what came in."""
        ops = self._ops
        asked = self._dense(state, f"{name}.{ASKED}")
        query, key, value = (self._heads(part) for part in ops.split(asked, self._whole(2), 3).outputs())
        scale = self._float((self._shape.width // self._shape.heads) ** -0.5)
        seen = ops.scaled_dot_product_attention(query, key, value, hidden, scale, causal=False)
        joined = ops.reshape(
            ops.transpose(seen, self._numbers(0, 2, 1, 3)), self._numbers(0, 0, self._shape.width), True
        )
        state = self._added(joined, state, f"{name}.attention.output")
        widened = ops.gelu(self._dense(state, f"{name}.intermediate.dense"), "erf")
        return self._added(widened, state, f"{name}.output")

    def _added(self, node: Node, state: Node, name: str) -> Node:
        """A dense layer's result added to the state, normalised."""
        return self._norm(self._ops.add(self._dense(node, f"{name}.dense"), state), f"{name}.LayerNorm")

    def _heads(self, node: Node) -> Node:
        """Shape (windows, length, width) to (windows, heads, length, width of a head)."""
        heads = self._shape.heads
        split = self._numbers(0, 0, heads, self._shape.width // heads)
        return self._ops.transpose(self._ops.reshape(node, split, True), self._numbers(0, 2, 1, 3))

    def _dense(self, node: Node, name: str) -> Node:
        """A dense layer: product and bias."""
        return self._ops.add(
            self._multiplied(node, name, self._weights), self._row(self._weights[f"{name}.bias"])
        )

    def _norm(self, node: Node, name: str) -> Node:
        """Each piece's numbers to mean 0 and variance 1, then scaled and moved as the weights say."""
        ops = self._ops
        normal = ops.mvn(node, self._numbers(-1), True, self._shape.epsilon, "inside_sqrt")
        scaled = ops.multiply(normal, self._row(self._weights[f"{name}.weight"]))
        return ops.add(scaled, self._row(self._weights[f"{name}.bias"]))

    def _mean(self, state: Node, mask: Node) -> Node:
        """The mean over the pieces that are no padding."""
        ops, pieces = self._ops, self._ops.unsqueeze(mask, self._whole(-1))
        total = ops.reduce_sum(ops.multiply(state, pieces), self._numbers(1), False)
        return ops.divide(total, ops.reduce_sum(pieces, self._numbers(1), False))

    def _first(self, state: Node) -> Node:
        """The vector of the first piece."""
        return self._ops.gather(state, self._whole(0), self._whole(1))

    def _row(self, numbers: NDArray[np.float32]) -> Node:
        """Numbers that are the same for every window and place."""
        return self._ops.constant(numbers.reshape(1, 1, -1))

    def _numbers(self, *numbers: int) -> Node:
        """Axes or lengths."""
        return self._ops.constant(np.array(numbers, dtype=np.int32))

    def _whole(self, number: int) -> Node:
        """A whole number."""
        return self._ops.constant(np.int32(number))

    def _float(self, number: float) -> Node:
        """A float32."""
        return self._ops.constant(np.float32(number))
