"""The kinds of array that the stages of topic finding hand to one another."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Integers = NDArray[np.integer[Any]]
Labels = NDArray[np.int64]
"""One topic number per paragraph; -1 stands for none."""
