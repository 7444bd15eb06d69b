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
from analysis.compare.contrast import stratified_difference
from analysis.compare.intervals import Contrast, bounds, figures
from analysis.compare.ranges import margins, ranges
from analysis.compare.tested import corrected, corrected_equivalence, outlets_against_the_rest
from analysis.compare.verdicts import verdicts

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats
    from analysis.compare.gate import Gate
    from analysis.compare.sums import Sums
    from analysis.settings import CompareSettings

TEXTS = (
    "family", "measure", "instrument", "voice", "topic", "target", "frame", "outlet", "verdict", "estimand",
)  # fmt: skip
COUNTS = ("paragraphs", "articles", "units")
OTHERS = (
    "family", "estimand", "rest", "difference", "difference_low", "difference_high", "smallest_effect",
    "p_equivalence", "q_equivalence", "units", "icc", "design_effect", "effective_units", "p_alone",
)  # fmt: skip
ESTIMANDS = {"paragraphs": "paragraph-weighted", "articles": "article mean"}


def estimate(
    sums: Sums, *, gate: Gate, settings: CompareSettings, rng: np.random.Generator, estimand: str = ""
) -> pd.DataFrame:
    """Every outlet's value of every measure, and its contrast with the rest.

    estimate = sum of the units' values / number of units, over the outlet's articles
    rest = the same over all other outlets' articles
    difference = estimate - rest; within strata, if there are any (see `contrast.stratified_difference`)

    That is the estimand "paragraph-weighted": every unit weighs the same, so long articles weigh more. For the "article
    mean" an article's own value counts once, whatever its length.

    Args:
        sums: article-level sums.
        gate: what the design can show; when it says "descriptive only" nothing is resampled.
        settings: how many resamples and permutations, and the level.
        rng: where they are drawn from.
        estimand: paragraphs or articles; the settings' own if "".

    Returns:
        The table `estimates`, one row per measure and outlet, ordered by both. Beside the contract's
        columns: `family` (the tests corrected together), `estimand`, `rest` and `difference` (of the estimate's unit),
        `units` (count that the estimate divides by, rounded where copies are weighed), `icc` (-1 to 1),
        `design_effect` (>= 1) and `effective_units` (see `clustering`). `paragraphs` and `articles` count
        those with units.

        `low` and `high`: bootstrap-t interval of the estimate at 1 - alpha, `difference_low` and `difference_high` of
        the difference, both cut at the ends of the measure's scale; nan where there are too few articles (see
        `intervals`), where nothing is tested, and of differences within strata, for which there is no interval yet.
        `p`: of the difference, two-sided, by article-label permutation, max-T within the family; `p_alone`: the same
        uncorrected; `q`: `p` corrected across families (see `multiplicity`; a study's page corrects across those of
        contrasts and words too, see `together`). `smallest_effect`: the smallest difference that matters;
        `p_equivalence`: that the difference is that large after all (see `studentised`); `q_equivalence`: the same
        corrected by Holm within the family and across families.

        `verdict`: see `verdicts`. A single outlet has no rest: its estimates stand, descriptive only.
    """
    weighing = estimand or settings.estimand
    own = sums if weighing == "paragraphs" else sums.article_means()
    numbers = _described(sums, own) | _compared(own, settings)
    if not gate.descriptive_only:
        resampling, permuting = rng.spawn(2)
        numbers |= _bounded(own, numbers, settings, resampling)
        numbers |= _decided(own, numbers, settings, permuting)
    rows = _long(own, numbers).assign(estimand=ESTIMANDS[weighing])
    rows["verdict"] = verdicts(rows, outlets=len(own.design.outlets), alpha=settings.alpha)
    return tables.check(_typed(rows), "estimates")


def _described(sums: Sums, own: Sums) -> dict[str, Floats]:
    """What is told of every outlet: its values, its sizes, and how alike the units of an article are."""
    values = own.estimates()
    return {
        "estimate": values,
        "rest": own.rest(),
        "paragraphs": sums.per_outlet(sums.paragraphs),
        "articles": sums.articles_with_units().astype(np.float64),
        "units": np.rint(sums.per_outlet(sums.units) / sums.parts),
        "icc": np.broadcast_to(intraclass_correlation(sums), values.shape),
        "design_effect": design_effect(sums),
        "effective_units": effective_units(sums),
    }


def _compared(own: Sums, settings: CompareSettings) -> dict[str, Floats]:
    """The difference from the rest, the smallest one that matters, and blanks for what is not tested."""
    values = own.estimates()
    smallest = np.broadcast_to(margins(own.keys["measure"], settings.interest), values.shape)
    blank = np.full(values.shape, np.nan)
    empty = ("low", "high", "difference_low", "difference_high", "p", "p_alone", "q")
    return {
        "difference": stratified_difference(own.total, own.denominators, design=own.design)
        if is_stratified(own)
        else values - own.rest(),
        "smallest_effect": smallest,
        **dict.fromkeys((*empty, "p_equivalence", "q_equivalence"), blank),
    }


def _bounded(
    own: Sums, numbers: dict[str, Floats], settings: CompareSettings, rng: np.random.Generator
) -> dict[str, Floats]:
    """The intervals of values and differences, and p of equivalence."""
    every = range(len(own.design.outlets))
    alone = [Contrast((k,)) for k in every]
    against = [Contrast((k,), tuple(other for other in every if other != k)) for k in every if len(every) > 1]
    against = [] if is_stratified(own) else against
    wanted = np.vstack([figures(own, alone), numbers["difference"][: len(against)]])
    found = bounds(
        own,
        [*alone, *against],
        figures=wanted,
        margins=margins(own.keys["measure"], settings.interest),
        settings=settings,
        rng=rng,
    )
    low, high = ranges(own.keys["measure"])
    ends = {
        "low": np.clip(found.low[: len(alone)], low, high),
        "high": np.clip(found.high[: len(alone)], low, high),
    }
    if not against:
        return ends
    return ends | {
        "difference_low": np.clip(found.low[len(alone) :], low - high, high - low),
        "difference_high": np.clip(found.high[len(alone) :], low - high, high - low),
        "p_equivalence": found.p_equivalence[len(alone) :],
    }


def _decided(
    own: Sums, numbers: dict[str, Floats], settings: CompareSettings, rng: np.random.Generator
) -> dict[str, Floats]:
    """The p-values of every difference, and what correction makes of them and of those of equivalence."""
    tested = outlets_against_the_rest(own, settings=settings, rng=rng)
    # Of what cannot be tested no interval is given, and it is not called equivalent either.
    untested = np.isnan(tested.p)
    bounded = ("low", "high", "difference_low", "difference_high", "p_equivalence")
    ends = {name: np.where(untested, np.nan, numbers[name]) for name in bounded}
    equivalence = ends["p_equivalence"]
    return ends | {
        "p": tested.p,
        "p_alone": tested.alone,
        "q": corrected(tested.p, own.families),
        "q_equivalence": corrected_equivalence(equivalence, own.families),
    }


def is_stratified(sums: Sums) -> bool:
    """Whether articles are compared within more than one stratum."""
    return bool(sums.design.strata.max(initial=0) > 0)


def _long(sums: Sums, columns: dict[str, Floats]) -> pd.DataFrame:
    """Matrices of outlets x measures as rows, measure by measure and outlet by outlet."""
    outlets = len(sums.design.outlets)
    rows = sums.keys.loc[sums.keys.index.repeat(outlets)].reset_index(drop=True)
    rows["outlet"] = np.tile(np.array(sums.design.outlets, dtype=object), len(sums.keys))
    return rows.assign(**{name: matrix.T.ravel() for name, matrix in columns.items()})


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with the contract's columns first and in their types."""
    first = list(tables.TABLES["estimates"])
    names = [*first, *OTHERS]
    types = {**dict.fromkeys(TEXTS, "str"), **dict.fromkeys(COUNTS, "int64")}
    return rows[names].astype({name: types.get(name, "float64") for name in names})
