"""A cell of the multiverse: one contrast under one specification."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.multiverse.effects import outcome, rounded

if TYPE_CHECKING:
    from analysis.compare.design import Design
    from analysis.multiverse.contrast import Contrast
    from analysis.multiverse.effects import Sums
    from analysis.multiverse.specification import Specification


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One contrast under one specification.

    `jaccard` is the overlap of the topic with the one it is found again as; nan where no topic is needed. `sums` are
    what its difference is tested by; None where there is no difference.
    """

    contrast: Contrast
    chosen: Specification
    jaccard: float
    difference: float
    outcome: str
    sums: Sums | None

    def row(self, p: float) -> dict[str, Any]:
        """The cell as a row of the table `multiverse`."""
        return {
            "contrast": self.contrast.name, **self.chosen.choices(), "difference": self.difference,
            "jaccard": self.jaccard, "outcome": self.outcome, "p": p,
        }  # fmt: skip


def cell(
    contrast: Contrast, chosen: Specification, sums: Sums, design: Design, *, jaccard: float = np.nan
) -> Cell:
    """The cell of a measure that is a ratio of sums."""
    place = design.outlets.index(contrast.outlet)
    difference = rounded(sums.difference(design, place, chosen.estimand))
    kept = None if np.isnan(difference) else sums.under(chosen.estimand)
    return Cell(contrast, chosen, jaccard, difference, outcome(difference, contrast.reference), kept)
