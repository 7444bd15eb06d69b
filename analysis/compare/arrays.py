"""Array types, and the one division that the package uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from scipy import sparse

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Matrix: TypeAlias = "Floats | sparse.csr_array[np.float64]"

MEGABYTES_AT_ONCE = 64
"""How much one block of resamples may take; what is drawn does not depend on it."""


def ratio(numerators: Floats, denominators: Floats) -> Floats:
    """Element-wise quotient; nan where the denominator is 0, since a share of nothing is undefined."""
    undefined = np.full(np.broadcast_shapes(numerators.shape, denominators.shape), np.nan)
    quotients: Floats = np.divide(numerators, denominators, out=undefined, where=denominators != 0)
    return quotients


def rows_at_once(floats_per_row: int) -> int:
    """How many rows of so many floats fit in one block; at least one."""
    return max(1, MEGABYTES_AT_ONCE * 2**20 // (8 * max(1, floats_per_row)))
