"""How the network is trained on coded sentences."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from analysis.framing.stance.network import StanceNetwork, collate
from analysis.framing.stance.weights import FROZEN
from analysis.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from analysis.framing.stance.inputs import Input
    from analysis.framing.stance.recipe import Recipe
    from analysis.progress import Step

CHUNK = 40
"""Batches within which sentences are sorted by length, so that little is padded."""
WARM_UP = 0.1


def train(
    network: StanceNetwork,
    inputs: Sequence[Input],
    targets: NDArray[np.float64],
    *,
    recipe: Recipe,
    progress: Step = ignore,
) -> StanceNetwork:
    """The network trained on examples, in bfloat16 if so wished.

    Loss: cross-entropy with the target distribution of each example, which is its coded class, or a mixture of that
    with what a teacher says (Hinton, Vinyals and Dean, 2015, Distilling the knowledge in a neural network).

    Args:
        network: trained in place; word embeddings stay as they are.
        inputs: the sentences.
        targets: distributions over the classes, shape (sentences, classes).
        recipe: the numbers.
        progress: told after every step.
    """
    generator = np.random.default_rng(recipe.seed)
    optimiser = torch.optim.AdamW(parameter_groups(network, recipe), weight_decay=recipe.weight_decay)
    highest = [group["lr"] for group in optimiser.param_groups]
    total = recipe.epochs * math.ceil(len(inputs) / recipe.batch)
    wanted = torch.tensor(targets, dtype=torch.float32)
    network.train()
    for step, rows in enumerate(_batches(inputs, recipe, generator)):
        for group, rate in zip(optimiser.param_groups, highest, strict=True):
            group["lr"] = rate * schedule(step / total)
        shown = [inputs[row] for row in rows]
        pieces, target = collate(shown, max(len(one.pieces) for one in shown))
        with torch.autocast("cpu", torch.bfloat16, enabled=recipe.half):
            logits = network(pieces, target)
        loss = torch.nn.functional.cross_entropy(logits.float(), wanted[rows])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        progress(step + 1, total)
    return network.eval()


def schedule(done: float) -> float:
    """The share of the highest rate when this share of the steps is done: up over the first tenth, then down."""
    return done / WARM_UP if done < WARM_UP else (1 - done) / (1 - WARM_UP)


def parameter_groups(network: StanceNetwork, recipe: Recipe) -> list[dict[str, Any]]:
    """Parameters with their highest learning rates: head, layers from the top, then the embeddings' small parts.

    What is not trained is frozen: word embeddings always, and all that lies below the recipe's layers.
    """
    for name, parameter in network.named_parameters():
        parameter.requires_grad_(name != FROZEN)
    layers = list(network.encoder.encoder.layer)[::-1]
    for below in layers[recipe.layers :]:
        below.requires_grad_(False)
    head = [*network.hidden.parameters(), *network.output.parameters()]
    groups = [{"params": head, "lr": recipe.head_rate}]
    for depth, layer in enumerate(layers[: recipe.layers]):
        groups.append({"params": list(layer.parameters()), "lr": recipe.rate * recipe.decay**depth})
    embeddings = network.encoder.embeddings
    if recipe.layers < len(layers):
        embeddings.requires_grad_(False)
        return groups
    small = [parameter for parameter in embeddings.parameters() if parameter.requires_grad]
    return [*groups, {"params": small, "lr": recipe.rate * recipe.decay ** len(layers)}]


def _batches(inputs: Sequence[Input], recipe: Recipe, generator: np.random.Generator) -> Iterator[list[int]]:
    """Rows of each step: every row once an epoch, in random order, sentences of like length together."""
    for _ in range(recipe.epochs):
        order = generator.permutation(len(inputs))
        for start in range(0, len(order), recipe.batch * CHUNK):
            chunk = sorted(
                order[start : start + recipe.batch * CHUNK], key=lambda row: len(inputs[row].pieces)
            )
            batches = [chunk[at : at + recipe.batch] for at in range(0, len(chunk), recipe.batch)]
            for number in generator.permutation(len(batches)):
                yield [int(row) for row in batches[number]]
