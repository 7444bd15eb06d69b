"""The eight-bit graph: which whole numbers stand for the numbers that go into each product.

Weights have one scale for each output. What is multiplied with them has one scale for the whole layer; but some of its
channels are a hundred times as large as others, and would leave them a few of the 255 steps. So each channel is first
divided by a factor near its own size, by which its weights are multiplied (Xiao et al., SmoothQuant, ICML 2023). The
sizes are those that the float32 graph shows on the texts of `calibration.txt`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.embedding.graph import Node, build, plain
from analysis.embedding.processor import openvino

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from analysis.embedding.graph import Dense, Network

    Sizes = dict[str, NDArray[np.float32]]

CALIBRATION = Path(__file__).parent / "calibration.txt"

MOVED = 0.9
"""Share of a channel's size, on a logarithmic scale, that is moved to its weights. Of .5, .7, .75, .8, .85 and .9 it
gives vectors nearest to those of float32: a mean cosine of .998 on news paragraphs, where .5 gives .91."""

SMALLEST = 1e-4
STEPS, SIDE = 256, 127


def fingerprint() -> str:
    """What the sizes and their use depend on beside the weights: the texts, and how the graph is made."""
    return f"{hashlib.sha256(CALIBRATION.read_bytes()).hexdigest()} {MOVED}"


def taps(network: Network) -> tuple[object, list[str]]:
    """The float32 graph that also gives what goes into each product, and the names of the products in that order."""
    seen: dict[str, Node] = {}

    def tapped(node: Node, name: str, weights: Mapping[str, NDArray[np.float32]]) -> Node:
        seen[name] = node
        return plain(node, name, weights)

    model = build(network, tapped)
    model.add_outputs([node.output(0) for node in seen.values()])
    return model, list(seen)


def sizes(
    names: Iterable[str], read: Iterable[tuple[list[NDArray[np.float32]], NDArray[np.float32]]]
) -> Sizes:
    """The largest number of each channel, over all word pieces that are read.

    Args:
        names: of the products.
        read: for each batch what goes into each product, shape (windows, length, channels), and the mask.
    """
    largest: Sizes = {}
    for given, mask in read:
        for name, numbers in zip(names, given, strict=True):
            size = np.abs(numbers[mask > 0]).max(axis=0)
            largest[name] = np.maximum(largest.get(name, size), size)
    return largest


def quantised(largest: Sizes) -> Dense:
    """A dense layer that multiplies whole numbers of eight bits."""

    def multiplied(node: Node, name: str, weights: Mapping[str, NDArray[np.float32]]) -> Node:
        ops = openvino().opset13
        weight, size = weights[f"{name}.weight"], np.maximum(largest[name], SMALLEST)
        factor = factors(weight, size)
        scaled = ops.multiply(node, ops.constant((1 / factor).reshape(1, 1, -1).astype(np.float32)))
        moved = (weight * factor).astype(np.float32)
        return ops.matmul(
            _rounded(scaled, np.max(size / factor, keepdims=True).reshape(1, 1, 1), signed_zero=True),
            _rounded(ops.constant(moved), np.abs(moved).max(axis=1, keepdims=True)),
            False,
            True,
        )

    return multiplied


def factors(weight: NDArray[np.float32], size: NDArray[np.float32]) -> NDArray[np.float32]:
    """What each channel is divided by, about 1 on the geometric mean; shape (channels,)."""
    opposite = np.maximum(np.abs(weight).max(axis=0), SMALLEST)
    wanted = MOVED * np.log(size) - (1 - MOVED) * np.log(opposite)
    found: NDArray[np.float32] = np.exp(wanted - wanted.mean()).astype(np.float32)
    return found


def _rounded(node: Node, limit: NDArray[np.float32], *, signed_zero: bool = False) -> Node:
    """A node in whole steps between plus and minus a limit; what is multiplied has one more step below 0."""
    ops = openvino().opset13
    low = -limit * ((SIDE + 1) / SIDE if signed_zero else 1)
    ends = [ops.constant(end.astype(np.float32)) for end in (low, limit)]
    return ops.fake_quantize(node, *ends, *ends, STEPS if signed_zero else STEPS - 1)
