"""The verdict on a contrast, from its corrected p-values and from what the design allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.gate import DESCRIPTIVE_ONLY

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats

SUPPORTED, NOT_SUPPORTED, EQUIVALENT = "supported", "not supported", "equivalent"
NOT_ESTIMABLE = "not estimable"


def verdicts(rows: pd.DataFrame, *, outlets: int, alpha: float) -> pd.Series:
    """The verdict of each row of estimates or contrasts.

    - "not estimable": one side has no units.
    - "descriptive only": the articles with units are too few for a p below alpha, whatever is in them.
    - "supported": q < alpha; the difference is more than dealing out the articles anew gives.
    - "equivalent": not supported, and q_equivalence < alpha; the difference is shown to be smaller than the
      smallest one that matters.
    - "not supported": neither; the data leave it open.

    Args:
        rows: columns `estimate` or `difference`, `q` and `q_equivalence`.
        outlets: how many there are; a single one is compared with nothing.
        alpha: the level.
    """
    compared = rows["estimate"] if outlets == 1 else rows["difference"]
    return (
        pd.Series(decided(rows["q"].to_numpy(), rows["q_equivalence"].to_numpy(), alpha))
        .where(compared.notna().to_numpy(), NOT_ESTIMABLE)
        .set_axis(rows.index)
    )


def decided(q: Floats, q_equivalence: Floats, alpha: float) -> np.ndarray:
    """The verdict of each pair of corrected p-values; "descriptive only" where there is no q."""
    chosen = np.where(q_equivalence < alpha, EQUIVALENT, NOT_SUPPORTED)
    chosen = np.where(q < alpha, SUPPORTED, chosen)
    return np.where(np.isnan(q), DESCRIPTIVE_ONLY, chosen)
