"""The one place that estimates, intervals and p-values come from.

Every measure arrives as article-level sums and leaves as rows of the table `estimates`. The article is the
unit of inference throughout: it is resampled whole, and dealt to another outlet whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.clustering import design_effect, effective_units, intraclass_correlation
from analysis.compare.contrast import standardised_difference
from analysis.compare.floors import smallest_p
from analysis.compare.gate import DESCRIPTIVE_ONLY
from analysis.compare.intervals import intervals
from analysis.compare.multiplicity import across_families
from analysis.compare.permutation import significance

if TYPE_CHECKING:
    import numpy.typing as npt

    from analysis.compare.arrays import Floats
    from analysis.compare.gate import Gate
    from analysis.compare.sums import Sums
    from analysis.settings import CompareSettings

TEXTS = ("family", "measure", "instrument", "voice", "topic", "target", "frame", "outlet", "verdict")
COUNTS = ("paragraphs", "articles", "units")


def estimate(sums: Sums, *, gate: Gate, settings: CompareSettings, rng: np.random.Generator) -> pd.DataFrame:
    """Every outlet's value of every measure, and its contrast with the rest.

    estimate = sum of the units' values / number of units, over the outlet's articles
    rest = the same over all other outlets' articles
    difference = estimate - rest

    Every unit weighs the same, so long articles weigh more.

    Args:
        sums: article-level sums.
        gate: what the design can show; when it says "descriptive only" nothing is resampled.
        settings: how many resamples and permutations, and the level.
        rng: where they are drawn from.

    Returns:
        The table `estimates`, one row per measure and outlet, ordered by both. Beside the contract's
        columns: `family` (the tests corrected together), `rest` and `difference` (of the estimate's unit),
        `units` (count that the estimate divides by, rounded where copies are weighed), `icc` (-1 to 1),
        `design_effect` (>= 1) and `effective_units` (see `clustering`). `paragraphs` and `articles` count
        those with units. `low` and `high`: BCa interval of the estimate at 1 - alpha. `p`: of the contrast,
        two-sided, by article-label permutation, max-T within the family; `p_alone`: the same uncorrected;
        `q`: `p` corrected across families (see `multiplicity`).

        `verdict`: "not estimable" where the outlet or the rest has no units; "descriptive only" where the
        articles with units are too few for a p below alpha (then `p` and `q` are nan); "supported" where q
        < alpha; else "not supported". A single outlet has no rest: its estimates stand, their verdict is
        "descriptive only".
    """
    columns = {
        "estimate": sums.estimates(),
        "rest": sums.rest(),
        "paragraphs": sums.per_outlet(sums.paragraphs),
        "articles": sums.articles_with_units().astype(np.float64),
        "units": np.rint(sums.per_outlet(sums.units)),
        "icc": np.broadcast_to(intraclass_correlation(sums), sums.estimates().shape),
        "design_effect": design_effect(sums),
        "effective_units": effective_units(sums),
    }
    blank = np.full(sums.estimates().shape, np.nan)
    columns |= dict.fromkeys(("low", "high", "p", "p_alone", "q"), blank)
    if not gate.descriptive_only:
        resampling, permuting = rng.spawn(2)
        columns["low"], columns["high"] = intervals(sums, settings=settings, rng=resampling)
        columns |= _tests(sums, settings, permuting)
    rows = _long(sums, columns)
    rows["difference"] = rows["estimate"] - rows["rest"]
    rows["verdict"] = _verdicts(rows, outlets=len(sums.design.outlets), alpha=settings.alpha)
    return tables.check(_typed(rows), "estimates")


def _tests(sums: Sums, settings: CompareSettings, rng: np.random.Generator) -> dict[str, Floats]:
    """`p`, `p_alone` and `q`, nan where no p below alpha can come out; nothing if that is everywhere."""
    testable = _testable(sums, settings.alpha)
    if not testable.any():
        return {}
    found = significance(
        np.hstack([sums.total, sums.denominators]),
        design=sums.design,
        statistic=standardised_difference(sums.total, sums.denominators, design=sums.design),
        families=sums.families,
        settings=settings,
        rng=rng,
    )
    p = np.where(testable, found.within_family, np.nan)
    families = np.broadcast_to(sums.families, p.shape)
    return {"p": p, "p_alone": np.where(testable, found.alone, np.nan), "q": across_families(p, families)}


def _testable(sums: Sums, alpha: float) -> npt.NDArray[np.bool_]:
    """Where the outlet and the rest have units, and articles with units enough for a p below alpha."""
    own = sums.articles_with_units()
    others = own.sum(axis=0) - own
    enough = [
        [
            min(mine, rest) > 0 and smallest_p((mine, rest)) < alpha
            for mine, rest in zip(row, other, strict=True)
        ]
        for row, other in zip(own.tolist(), others.tolist(), strict=True)
    ]
    return np.array(enough, dtype=bool).reshape(own.shape)


def _long(sums: Sums, columns: dict[str, Floats]) -> pd.DataFrame:
    """Matrices of outlets x measures as rows, measure by measure and outlet by outlet."""
    outlets = len(sums.design.outlets)
    rows = sums.keys.loc[sums.keys.index.repeat(outlets)].reset_index(drop=True)
    rows["outlet"] = np.tile(np.array(sums.design.outlets, dtype=object), len(sums.keys))
    return rows.assign(**{name: matrix.T.ravel() for name, matrix in columns.items()})


def _verdicts(rows: pd.DataFrame, *, outlets: int, alpha: float) -> pd.Series:
    """The verdict of each row, as `estimate` says."""
    compared = rows["estimate"] if outlets == 1 else rows["difference"]
    verdicts = np.where(rows["q"] < alpha, "supported", "not supported")
    verdicts = np.where(rows["q"].isna(), DESCRIPTIVE_ONLY, verdicts)
    return pd.Series(np.where(compared.isna(), "not estimable", verdicts), index=rows.index)


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with the contract's columns first and in their types."""
    first = list(tables.TABLES["estimates"])
    rest = ["family", "rest", "difference", "units", "icc", "design_effect", "effective_units", "p_alone"]
    types = {**dict.fromkeys(TEXTS, "str"), **dict.fromkeys(COUNTS, "int64")}
    return rows[[*first, *rest]].astype({name: types.get(name, "float64") for name in [*first, *rest]})
