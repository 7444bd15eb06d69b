"""The trained network as plain arithmetic: the same numbers as `network.StanceNetwork`, a third of the time.

One sentence is read at a time, so nothing is padded or masked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from analysis.framing.stance.inputs import Input
    from analysis.framing.stance.parts import Weights

EMBEDDINGS = "encoder.embeddings"
LAYER = "encoder.encoder.layer"
PARTS = ("query", "key", "value")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the weights alone do not say: `layers`, `heads` of each, and the `epsilon` of normalisation."""

    layers: int
    heads: int
    epsilon: float


def shape(base: Path) -> Shape:
    """The shape of the encoder in a folder."""
    told = json.loads((base / "config.json").read_text(encoding="utf-8"))
    return Shape(told["num_hidden_layers"], told["num_attention_heads"], told["layer_norm_eps"])


class Layer:
    """One layer of the encoder: pieces look at each other, then each is worked on by itself."""

    def __init__(self, weights: Weights, name: str, shaped: Shape) -> None:
        self._heads = shaped.heads
        self._seen = weights.linear(*(f"{name}.attention.self.{part}" for part in PARTS))
        self._mixed = weights.linear(f"{name}.attention.output.dense")
        self._wide = weights.linear(f"{name}.intermediate.dense")
        self._narrow = weights.linear(f"{name}.output.dense")
        self._after_look = weights.norm(f"{name}.attention.output.LayerNorm", shaped.epsilon)
        self._after_work = weights.norm(f"{name}.output.LayerNorm", shaped.epsilon)

    def __call__(self, states: Tensor) -> Tensor:
        """The states after this layer, shape (pieces, width)."""
        length, width = states.shape
        query, key, value = self._seen(states).view(length, 3, self._heads, -1).permute(1, 2, 0, 3)[:, None]
        found = functional.scaled_dot_product_attention(query, key, value)
        looked = found[0].transpose(0, 1).reshape(length, width)
        states = self._after_look(self._mixed(looked).add_(states))
        return self._after_work(self._narrow(functional.gelu(self._wide(states))).add_(states))


class Reading:
    """Logits of the stance toward the target of a sentence.

    Args:
        weights: of a trained `StanceNetwork`, by name.
        shaped: of its encoder.

    Raises:
        KeyError: a weight is missing.
    """

    def __init__(self, weights: Weights, shaped: Shape) -> None:
        self._words = weights.tensor(f"{EMBEDDINGS}.word_embeddings.weight")
        self._places = weights.tensor(f"{EMBEDDINGS}.position_embeddings.weight")
        self._kinds = weights.tensor(f"{EMBEDDINGS}.token_type_embeddings.weight")
        self._first = weights.norm(f"{EMBEDDINGS}.LayerNorm", shaped.epsilon)
        self._layers = [Layer(weights, f"{LAYER}.{number}", shaped) for number in range(shaped.layers)]
        self._hidden = weights.linear("hidden")
        self._output = weights.linear("output")

    def logits(self, one: Input) -> NDArray[np.float64]:
        """Before probabilities: negative, neutral, positive; a target without word pieces counts as zeros."""
        with torch.inference_mode():
            states = self._embedded(one)
            for layer in self._layers:
                states = layer(states)
            target = states[one.first : one.end].sum(dim=0) / max(one.end - one.first, 1)
            means = (target, states.mean(dim=0), states[0])
            found = self._output(functional.gelu(self._hidden(torch.cat(means)[None])))
        logits: NDArray[np.float64] = found[0].double().numpy()
        return logits

    def _embedded(self, one: Input) -> Tensor:
        """Words, places and which pieces are the target's, added up."""
        pieces = torch.tensor(one.pieces)
        kinds = torch.zeros(len(one.pieces), dtype=torch.long)
        kinds[one.first : one.end] = 1
        return self._first(self._words[pieces] + self._kinds[kinds] + self._places[: len(one.pieces)])
