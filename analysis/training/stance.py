"""The stance classifier made from NewsMTSC: trained, calibrated, measured on what was held out, written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analysis import environment
from analysis.embedding.model import DEFAULT, find_model
from analysis.framing.stance import weights
from analysis.framing.stance.fitting import CLASSES, Job, fit_all
from analysis.stages import workers
from analysis.training.coded import FOLDS, PARTS, Coded, read_coded
from analysis.training.designs import OTHERS, SHIPPED, design_table, job
from analysis.training.model_card import write_model_card
from analysis.validation.stance import validate_stance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd
    from numpy.typing import NDArray

    from analysis.framing.card import Card
    from analysis.framing.stance.fitting import Fit
    from analysis.framing.stance.recipe import Recipe
    from analysis.progress import Progress


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """What a training made.

    Attributes:
        weights: the file.
        model_card: what a user must know about it, beside it.
        card: its figures on the held-out part.
        designs: the figures of every design that was trained.
    """

    weights: Path
    model_card: Path
    card: Card
    designs: pd.DataFrame


def train_stance(
    data: Path, out: Path, *, recipe: Recipe, designs: bool = False, progress: Progress
) -> Trained:
    """Train, calibrate, measure and write the classifier.

    1. Teachers are trained on two thirds of the training part each and say what they expect of the last third: a
       label that they do not expect is doubted, because coders err too.
    2. The network learns from the training part with these targets. On the development part its temperature is found.
    3. What is shipped is measured on the held-out part, which none of this has seen.

    Args:
        data: the folder of all sets, or of NewsMTSC.
        out: the folder for the weights, their model card and the table of designs.
        recipe: the numbers of the training.
        designs: also train the designs that were not chosen, for the table.
        progress: shows how far it is.

    Raises:
        ArticleError: the set is not there.
    """
    environment.unpin()
    from analysis.framing.stance.calibration import temperature
    from analysis.framing.stance.model import load

    base = find_model(DEFAULT).folder
    coded = read_coded(data, base)
    with progress.stage("Training teachers") as step:
        teaching = fit_all(teachers(coded.part("training"), recipe, base), workers=workers(), progress=step)
    doubted = doubt(coded.part("training"), teaching, recipe.trust)
    chosen = [SHIPPED, *(OTHERS if designs else ())]
    jobs = [
        job(
            one,
            read_coded(data, base, pair=True) if one.pair else coded,
            doubted=doubted,
            recipe=recipe,
            base=base,
        )
        for one in chosen
    ]
    with progress.stage("Training the network") as step:
        fits = fit_all(jobs, workers=workers(), progress=step)
    judged = coded.part(*PARTS)
    own = np.array([one.part == "development" for one in judged.examples])
    scale = temperature(fits[0].logits[own], judged.labels[own])
    file = out / weights.FILE.name
    weights.ship(fits[0].weights, file, temperature=scale)
    card = validate_stance(data, load(base, file=file, workers=workers()), progress=progress)
    table = design_table(coded, {one.name: fit for one, fit in zip(chosen, fits, strict=True)})
    path = write_model_card(
        out, card, recipe=recipe, designs=table, facts={"temperature": scale, "examples": len(doubted)}
    )
    return Trained(file, path, card, table)


def teachers(coded: Coded, recipe: Recipe, base: Path) -> list[Job]:
    """A teacher for each fold: it learns from the others and judges this one."""
    jobs = []
    for fold in range(FOLDS):
        others, own = coded.where(coded.folds != fold), coded.where(coded.folds == fold)
        jobs.append(
            Job(others.inputs, others.targets, own.inputs, replace(recipe, seed=recipe.seed + fold + 1), base)
        )
    return jobs


def doubt(coded: Coded, teaching: Sequence[Fit], trust: float) -> NDArray[np.float64]:
    """What a network is to learn of each example: its label, weighed against what its fold's teacher expects.

    target = trust x coded label + (1 - trust) x expectation of the teacher that never saw the example's group

    Source: Hinton, Vinyals and Dean (2015), Distilling the knowledge in a neural network; Reed et al. (2015), Training
    deep neural networks on noisy labels with bootstrapping.

    Returns:
        Distributions over the classes, shape (examples, classes).
    """
    from analysis.framing.stance.model import softmax

    expected = np.zeros((len(coded.labels), CLASSES))
    for fold, fit in enumerate(teaching):
        expected[coded.folds == fold] = softmax(fit.logits)
    return trust * coded.targets + (1 - trust) * expected
