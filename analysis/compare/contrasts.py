"""Contrasts between more than two outlets: all at once first, then each pair."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.contrast import stratified_difference
from analysis.compare.engine import is_stratified
from analysis.compare.intervals import Contrast, bounds, figures
from analysis.compare.multiplicity import holm_within_families
from analysis.compare.ranges import margins, ranges
from analysis.compare.sums import KEY
from analysis.compare.tested import (
    all_outlets,
    corrected,
    corrected_equivalence,
    outlets_against_the_rest,
)
from analysis.compare.verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.compare.arrays import Floats
    from analysis.compare.gate import Gate
    from analysis.compare.sums import Sums
    from analysis.settings import CompareSettings

Pair = tuple[int, int]
NUMBERS = (
    "difference",
    "low",
    "high",
    "p_alone",
    "p",
    "q",
    "smallest_effect",
    "p_equivalence",
    "q_equivalence",
)


def contrasts(sums: Sums, *, gate: Gate, settings: CompareSettings, rng: np.random.Generator) -> pd.DataFrame:
    """All outlets at once, and every pair of them, for each measure; no rows with fewer than three outlets.

    Whether any two outlets differ is asked first, of all at once (see `omnibus`). A pair is called only where that
    test calls the measure too:

    p(pair) = max(p(omnibus), min(1, Holm over the measure's pairs of p by dealing the two outlets' articles anew))

    p of both are corrected by max-T within the family, and across families afterwards, omnibus tests and pairs each
    among themselves here, and with all else that a study tests in `together`.

    Args:
        sums: article-level sums.
        gate: what the design can show.
        settings: how many resamples and permutations, and the level.
        rng: where they are drawn from.

    Returns:
        The table `contrasts`, ordered by measure, then all outlets (`kind` "omnibus"; `outlet`, `other` "" and no
        difference), then pairs: `difference` = value of `outlet` less that of `other`, `low` and `high`: its
        bootstrap-t interval; `p_alone`, `p`, `q`, `smallest_effect`, `p_equivalence`, `q_equivalence` and `verdict`
        as in `estimates`; nan for whatever the numbers of articles do not allow.
    """
    own = sums if settings.estimand == "paragraphs" else sums.article_means()
    outlets = range(len(own.design.outlets))
    pairs = list(itertools.combinations(outlets, 2)) if len(outlets) > 2 else []  # noqa: PLR2004 - see above
    if not pairs or not len(own.keys):
        return _typed(pd.DataFrame(columns=[*KEY, "kind", "outlet", "other", *NUMBERS, "verdict"]))
    numbers = _compared(own, pairs, settings)
    if not gate.descriptive_only:
        resampling, permuting = rng.spawn(2)
        if not is_stratified(own):
            numbers |= _bounded(own, pairs, numbers, settings=settings, rng=resampling)
        numbers |= _decided(own, pairs, numbers, settings=settings, rng=permuting)
    rows = _long(own, pairs, numbers)
    rows["verdict"] = verdicts(
        rows.assign(difference=_comparable(rows, own)), outlets=2, alpha=settings.alpha
    )
    return _typed(rows)


def _compared(own: Sums, pairs: Sequence[Pair], settings: CompareSettings) -> dict[str, Floats]:
    """Differences, the smallest that matter, and blanks: 1 + pairs x measures, the omnibus test first."""
    wanted = figures(own, [Contrast((one,), (other,)) for one, other in pairs])
    if is_stratified(own):
        for place, pair in enumerate(pairs):
            two = own.only(pair)
            wanted[place] = stratified_difference(two.total, two.denominators, design=two.design)[0]
    blank = np.full((len(pairs) + 1, len(own.keys)), np.nan)
    smallest = blank.copy()
    smallest[1:] = margins(own.keys["measure"], settings.interest)
    return dict.fromkeys(NUMBERS, blank) | {
        "difference": np.vstack([blank[:1], wanted]),
        "smallest_effect": smallest,
    }


def _bounded(
    own: Sums,
    pairs: Sequence[Pair],
    numbers: dict[str, Floats],
    *,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> dict[str, Floats]:
    """The interval of every pair, and p of its equivalence."""
    found = bounds(
        own,
        [Contrast((one,), (other,)) for one, other in pairs],
        figures=numbers["difference"][1:],
        margins=margins(own.keys["measure"], settings.interest),
        settings=settings,
        rng=rng,
    )
    low, high = ranges(own.keys["measure"])
    blank = np.full((1, len(own.keys)), np.nan)
    return {
        "low": np.vstack([blank, np.clip(found.low, low - high, high - low)]),
        "high": np.vstack([blank, np.clip(found.high, low - high, high - low)]),
        "p_equivalence": np.vstack([blank, found.p_equivalence]),
    }


def _decided(
    own: Sums,
    pairs: Sequence[Pair],
    numbers: dict[str, Floats],
    *,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> dict[str, Floats]:
    """The p-values: of all outlets at once, and of the pairs behind them."""
    first, *streams = rng.spawn(1 + len(pairs))
    omnibus = all_outlets(own, settings=settings, rng=first)
    alone, within = (np.full((len(pairs), len(own.keys)), np.nan) for _ in range(2))
    for place, (pair, stream) in enumerate(zip(pairs, streams, strict=True)):
        found = outlets_against_the_rest(own.only(pair), settings=settings, rng=stream)
        alone[place], within[place] = found.alone[0], found.p[0]
    # Without an omnibus test, or without articles enough in the pair, there is no p.
    p = np.vstack([omnibus.p, np.maximum(_holm(within), omnibus.p)])
    ends = {name: np.where(np.isnan(p), np.nan, numbers[name]) for name in ("low", "high", "p_equivalence")}
    equivalence = ends["p_equivalence"]
    return ends | {
        "p_alone": np.vstack([omnibus.alone, alone]),
        "p": p,
        "q": np.vstack([corrected(p[:1], own.families), corrected(p[1:], own.families)]),
        "q_equivalence": np.vstack([equivalence[:1], corrected_equivalence(equivalence[1:], own.families)]),
    }


def _holm(p: Floats) -> Floats:
    """Holm's correction over the pairs (rows) of each measure (columns)."""
    return holm_within_families(p, np.broadcast_to(np.arange(p.shape[1]), p.shape))


def _comparable(rows: pd.DataFrame, own: Sums) -> pd.Series[float]:
    """A number wherever there is something to compare: for all at once, where two outlets have units."""
    several = (own.articles_with_units() > 0).sum(axis=0) > 1
    per_measure = np.where(several, 0.0, np.nan)
    return rows["difference"].where(
        rows["kind"] == "pair", np.repeat(per_measure, len(rows) // len(own.keys))
    )


def _long(own: Sums, pairs: Sequence[Pair], numbers: dict[str, Floats]) -> pd.DataFrame:
    """Matrices of contrasts x measures as rows, measure by measure."""
    names = own.design.outlets
    rows = own.keys.loc[own.keys.index.repeat(1 + len(pairs))].reset_index(drop=True)
    kinds = ["omnibus", *["pair"] * len(pairs)]
    sides = [("", ""), *((names[one], names[other]) for one, other in pairs)]
    rows["kind"] = kinds * len(own.keys)
    rows["outlet"] = [one for one, _ in sides] * len(own.keys)
    rows["other"] = [other for _, other in sides] * len(own.keys)
    return rows.assign(**{name: matrix.T.ravel() for name, matrix in numbers.items()})


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with their columns in order and in their types."""
    texts = [name for name in KEY if name != "scale"] + ["kind", "outlet", "other", "verdict"]
    kinds = {**dict.fromkeys(texts, "str"), **dict.fromkeys(NUMBERS, "float64")}
    order = ["measure", "instrument", "voice", "topic", "target", "frame", "kind", "outlet", "other", *NUMBERS,
             "verdict", "family"]  # fmt: skip
    return tables.check(rows[order].astype({name: kinds[name] for name in order}), "contrasts")
