"""The temperature that makes the network's probabilities as sure as they are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.framing.stance.model import softmax

if TYPE_CHECKING:
    from numpy.typing import NDArray

RANGE = (0.2, 10.0)
DECIMALS = 4


def temperature(logits: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """What logits are to be divided by so that the labels are likeliest, to four decimals.

    T = argmin over T of - mean log softmax(logits / T)[label]

    Above 1 the network was too sure of itself. No prediction changes. Source: Guo et al. (2017), On calibration of
    modern neural networks, ICML.

    Args:
        logits: shape (rows, classes); of rows that the network was not trained on.
        labels: the class of each.
    """
    from scipy.optimize import minimize_scalar

    def surprise(value: float) -> float:
        return float(-np.log(softmax(logits / value)[np.arange(len(labels)), labels]).mean())

    return round(float(minimize_scalar(surprise, bounds=RANGE, method="bounded").x), DECIMALS)
