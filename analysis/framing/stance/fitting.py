"""Networks fitted in processes of their own, a thread in each, so that their number changes no bit."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

import numpy as np

from analysis import environment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from analysis.framing.stance.inputs import Input
    from analysis.framing.stance.network import StanceNetwork
    from analysis.framing.stance.recipe import Recipe
    from analysis.progress import Step

CLASSES = 3


@dataclass(frozen=True, slots=True)
class Job:
    """A network to fit.

    Attributes:
        inputs: the sentences that it learns from.
        targets: the distribution over the classes that it learns for each, shape (sentences, classes).
        judged: sentences that it gives logits for afterwards.
        recipe: the numbers of the training.
        base: the folder of the encoder that it starts from.
    """

    inputs: Sequence[Input]
    targets: NDArray[np.float64]
    judged: Sequence[Input]
    recipe: Recipe
    base: Path


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted network: `weights` by name, and its `logits` for the sentences to judge, shape (sentences, classes)."""

    weights: dict[str, NDArray[np.float32]]
    logits: NDArray[np.float64]


def fit_all(jobs: Sequence[Job], *, workers: int, progress: Step) -> list[Fit]:
    """The fits of the jobs, in their order, made `workers` at a time."""
    found = []
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=environment.unpin) as pool:
        for made in pool.map(fit, jobs):
            found.append(made)
            progress(len(found), len(jobs))
    return found


def fit(job: Job) -> Fit:
    """One network, fitted in this process."""
    import torch

    from analysis.framing.stance.network import StanceNetwork, encoder
    from analysis.framing.stance.training import train

    torch.set_num_threads(1)
    base = encoder(job.base)
    torch.manual_seed(job.recipe.seed)  # after loading, which may draw numbers of its own
    network = train(StanceNetwork(base), job.inputs, job.targets, recipe=job.recipe)
    weights = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    return Fit(weights, _logits(network, job.judged))


def _logits(network: StanceNetwork, inputs: Sequence[Input]) -> NDArray[np.float64]:
    """What the network gives each sentence before probabilities."""
    import torch

    from analysis.framing.stance.network import collate

    with torch.inference_mode():
        rows = [network(*collate([one], one.length))[0].numpy() for one in inputs]
    return np.array(rows, dtype=np.float64).reshape(len(inputs), CLASSES)
