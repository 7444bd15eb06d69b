"""Whether the engine keeps its promises: coverage, false alarms and power over simulated corpora."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import stats

from analysis import store
from analysis.compare import simulated
from analysis.compare.contrasts import contrasts
from analysis.compare.engine import estimate
from analysis.compare.gate import gate
from analysis.compare.tested import outlets_against_the_rest
from analysis.settings import CompareSettings
from analysis.validation.corpora import Population, as_families, draw
from analysis.validation.other_intervals import other_intervals

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from analysis.compare.arrays import Floats
    from analysis.compare.gate import Gate
    from analysis.compare.sums import Sums

CORPORA = 2_000
SEED = 20120418
SETTINGS = CompareSettings(resamples=1_999, permutations=999, exact_up_to=1_000)
FAMILY = 5
ICCS = (0.05, 0.1, 0.2, 0.3)
COLUMNS = [
    "version", "question", "method", "measure", "articles", "value", "icc", "lengths", "corpora", "rate", "low", "high",
    "width", "given",
]  # fmt: skip

Progress = Callable[[int, int], None]
Row = dict[str, object]


def populations() -> list[Population]:
    """What is simulated: shares and tone, paragraphs more and less alike, few articles and many, truly apart or not."""
    alike = [
        Population((10, 10), (value, value), measure, icc)
        for measure, value in (("topic share", 0.3), ("topic share", 0.1), ("wording tone", 0.05))
        for icc in ICCS
    ]
    few = [
        Population((5, 5), (0.3, 0.3), icc=0.1),
        Population((5, 5), (0.3, 0.3), icc=0.3),
        Population((5, 5), (0.05, 0.05), "wording tone", 0.1),
    ]
    odd = [
        Population((10, 10), (0.3, 0.3), icc=0.1, uneven=True),
        Population((6, 14), (0.3, 0.3), icc=0.1),
        Population((30, 30), (0.1, 0.1), icc=0.2),
        Population((10, 10, 10), (0.3, 0.3, 0.3), icc=0.1),
        Population((10, 10), (0.05, 0.05), icc=0.2),
    ]
    apart = [
        Population((10, 10), (0.1, 0.3), icc=0.1),
        Population((10, 10), (0.1, 0.3), icc=0.3),
        Population((5, 5), (0.1, 0.5), icc=0.1),
        Population((10, 10), (0.0, 0.2), "wording tone", 0.1),
        Population((10, 10, 10), (0.1, 0.1, 0.3), icc=0.1),
        Population((10, 10), (0.06, 0.005), icc=0.2),
        Population((5, 30), (0.06, 0.005), icc=0.3),
    ]
    return [*alike, *few, *odd, *apart]


def measure(progress: Progress | None = None) -> pd.DataFrame:
    """The table `simulated`, measured anew; four minutes on one core.

    Args:
        progress: told after each population.
    """
    every = populations()
    rows: list[Row] = []
    streams = np.random.default_rng(SEED).spawn(len(every))
    for number, (population, stream) in enumerate(zip(every, streams, strict=True), start=1):
        rows.extend(_rows(population, stream))
        if progress is not None:
            progress(number, len(every))
    return pd.DataFrame(rows, columns=COLUMNS)


def keep(rows: pd.DataFrame) -> Path:
    """Keep the figures beside the engine, for the reports; where they were written."""
    store.write_bytes(
        simulated.PATH, rows.to_csv(index=False, float_format="%.4f", lineterminator="\n").encode()
    )
    return simulated.PATH


def _rows(population: Population, rng: np.random.Generator) -> Iterator[Row]:
    """Every figure of one population."""
    drawing, estimating, resampling = rng.spawn(3)
    sums = draw(population, CORPORA, drawing)
    settings = _with_margin(population)
    rows = estimate(sums, gate=_gate(population), settings=settings, rng=estimating)
    yield from _coverage(population, rows)
    if len(set(population.truths)) == 1:
        yield from _others(population, sums, resampling)
        yield _told(population, "false alarms", "permutation", _first(rows)["p_alone"] < settings.alpha)
        yield _families(population, estimating)
    else:
        yield _told(population, "power", "permutation", _last(rows)["p_alone"] < settings.alpha)
        yield _told(
            population, "wrong equivalence", "bootstrap-t", _last(rows)["p_equivalence"] < settings.alpha,
            given=_last(rows)["p_equivalence"].notna(),
        )  # fmt: skip
    if len(population.articles) > 2:  # noqa: PLR2004 - two outlets are a pair
        yield from _several(population, sums, estimating)


def _coverage(population: Population, rows: pd.DataFrame) -> Iterator[Row]:
    """How often the intervals of the first outlet's value, and of its difference, hold the truth."""
    own, truth = _first(rows), population.truth
    sizes = np.array(population.articles[1:])
    rest = float(np.dot(population.truths[1:], sizes) / sizes.sum())
    for question, low, high, value in (
        ("coverage", own["low"], own["high"], truth["a"]),
        ("coverage of a difference", own["difference_low"], own["difference_high"], truth["a"] - rest),
    ):
        yield _covering(
            population, question, "bootstrap-t", ends=(low.to_numpy(), high.to_numpy()), value=value
        )


def _others(population: Population, sums: Sums, rng: np.random.Generator) -> Iterator[Row]:
    """The same coverage of the intervals that are not used."""
    own = sums.design.labels == 0
    ends = other_intervals(
        sums.total[own], sums.denominators[own], alpha=SETTINGS.alpha, resamples=SETTINGS.resamples, rng=rng
    )
    for method, (low, high) in ends.items():
        yield _covering(population, "coverage", method, ends=(low, high), value=population.truths[0])


def _families(population: Population, rng: np.random.Generator) -> Row:
    """How often anything in a family of five measures is called a difference."""
    sums = as_families(draw(population, FAMILY * CORPORA, rng), FAMILY)
    p = outlets_against_the_rest(sums, settings=SETTINGS, rng=rng).p
    called = np.bincount(sums.families, (p < SETTINGS.alpha).any(axis=0)) > 0
    return _told(population, f"false alarms in a family of {FAMILY}", "max-T", called)


def _several(population: Population, sums: Sums, rng: np.random.Generator) -> Iterator[Row]:
    """The omnibus test of three outlets, and whether any pair of equal ones is called."""
    apart = replace(sums, keys=sums.keys.assign(family=[f"{place:05d}" for place in range(len(sums.keys))]))
    kept = np.arange(CORPORA // 2)
    rows = contrasts(apart.measured(kept), gate=_gate(population), settings=_quick(), rng=rng)
    omnibus, pairs = rows[rows["kind"] == "omnibus"], rows[rows["kind"] == "pair"]
    question = "false alarms" if len(set(population.truths)) == 1 else "power"
    yield _told(population, question, "omnibus", omnibus["p"] < SETTINGS.alpha)
    truth = population.truth
    equal = pairs[pairs["outlet"].map(truth) == pairs["other"].map(truth)]
    called = (equal["p"] < SETTINGS.alpha).groupby(equal["topic"]).any()
    yield _told(population, "false alarms", "pairs after the omnibus test", called)


def _gate(population: Population) -> Gate:
    """The gate of the design."""
    return gate(dict(zip(population.names, population.articles, strict=True)), SETTINGS)


def _quick() -> CompareSettings:
    """Settings for tests only, where no interval is read."""
    return replace(SETTINGS, resamples=99)


def _with_margin(population: Population) -> CompareSettings:
    """Settings whose smallest difference that matters is the true one, for how often it is called smaller."""
    gap = abs(population.truths[0] - population.truths[-1])
    if not gap:
        return SETTINGS
    return replace(SETTINGS, interest=replace(SETTINGS.interest, share=gap, tone=gap))


def _first(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the first outlet, a corpus each."""
    return rows[rows["outlet"] == "a"]


def _last(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the last outlet, the one that differs."""
    return rows[rows["outlet"] == str(rows["outlet"].max())]


def _covering(
    population: Population, question: str, method: str, *, ends: tuple[Floats, Floats], value: float
) -> Row:
    """How often intervals hold a value, of those that there are; with their median width."""
    low, high = ends
    given = np.isfinite(low) & np.isfinite(high)
    row = _told(population, question, method, (low <= value) & (value <= high), given=given)
    return row | {"width": float(np.median((high - low)[given])) if given.any() else np.nan}


def _told(
    population: Population,
    question: str,
    method: str,
    called: pd.Series[bool] | npt.NDArray[np.bool_],
    *,
    given: pd.Series[bool] | npt.NDArray[np.bool_] | None = None,
) -> Row:
    """One figure: a share of corpora with its Clopper-Pearson interval."""
    hits = np.asarray(called, dtype=bool)
    counted = np.ones(len(hits), dtype=bool) if given is None else np.asarray(given, dtype=bool)
    many, count = int((hits & counted).sum()), int(counted.sum())
    interval = stats.binomtest(many, count).proportion_ci(method="exact") if count else (np.nan, np.nan)
    return {
        "version": simulated.VERSION, "question": question, "method": method, "measure": population.measure,
        "articles": " and ".join(map(str, population.articles)), "value": " and ".join(map(str, population.truths)),
        "icc": population.icc, "lengths": "uneven" if population.uneven else "even", "corpora": count,
        "rate": many / count if count else np.nan, "low": interval[0], "high": interval[1], "width": np.nan,
        "given": count / len(hits) if len(hits) else np.nan,
    }  # fmt: skip
