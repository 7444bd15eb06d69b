"""Krippendorff's alpha with its interval, and percent agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.framing.agreement import result

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from analysis.coding.variables import Variable
    from analysis.framing.card import Result

    Counts = npt.NDArray[np.int64]


def value_counts(codings: Sequence[Sequence[int]], values: Sequence[int]) -> Counts:
    """How many coders gave each value to each unit; shape (units, values)."""
    places = {value: place for place, value in enumerate(values)}
    counts = np.zeros((len(codings), len(values)), dtype=np.int64)
    for unit, given in enumerate(codings):
        for value in given:
            counts[unit, places[value]] += 1
    return counts


def alpha(counts: Counts, variable: Variable) -> float:
    """Krippendorff's alpha of some units.

    alpha = 1 - observed disagreement / disagreement expected by chance, over all pairs of values within units and over
    all pairs of values at all. Units with a single value have no pairs. Nominal differences are 0 or 1; ordinal ones
    are squared counts of the values between two, by their frequency. 1 is perfect, 0 what chance would give, below 0
    is worse; Krippendorff asks for .800, and for .667 where tentative conclusions will do.

    Source: Krippendorff (2019), Content analysis, 4th ed., chapter 12; the package `krippendorff`.

    Returns:
        nan where no unit has two values, or all values are the same: chance alone would then agree.
    """
    import krippendorff

    paired = counts[counts.sum(axis=1) > 1]
    if (paired.sum(axis=0) > 0).sum() < 2:  # noqa: PLR2004 - one value cannot vary
        return float("nan")
    return float(
        krippendorff.alpha(
            value_counts=paired, value_domain=list(variable.values), level_of_measurement=variable.level
        )
    )


def alpha_interval(counts: Counts, variable: Variable, *, seed: int = 0) -> Result:
    """Alpha with the 95 % percentile interval over units drawn with replacement.

    Hayes and Krippendorff (2007), Answering the call for a standard reliability measure for coding data, Communication
    Methods and Measures 1, draw pairs of values; whole units are drawn here, because the pairs of one unit are not
    independent. Units of one article count as independent: the interval speaks of coding, not of articles.
    """
    paired = counts[counts.sum(axis=1) > 1]
    units = [str(place) for place in range(len(paired))]
    return result(
        f"Krippendorff's alpha, {variable.level}",
        variable.name,
        lambda drawn: alpha(paired[drawn], variable),
        units,
        seed=seed,
    )


def percent_agreement(counts: Counts) -> float:
    """The share of the pairs of coders within units that agree, 0 to 1; nan without a pair.

    sum over units of agreeing pairs / sum over units of pairs. Chance is not taken out: read alpha first.
    """
    totals = counts.sum(axis=1)
    pairs = int((totals * (totals - 1)).sum())
    return float((counts * (counts - 1)).sum() / pairs) if pairs else float("nan")
