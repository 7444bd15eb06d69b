"""The whole comparison of the outlets of a study, from its tables, or from what of them is summed, to its results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.aggregates import aggregate
from analysis.compare.clustering import pooled_correlation
from analysis.compare.contrasts import contrasts
from analysis.compare.design_table import design_table
from analysis.compare.engine import estimate
from analysis.compare.estimands import OTHER, estimands
from analysis.compare.gate import Gate, gate
from analysis.compare.keyness import keyness
from analysis.compare.power import power
from analysis.compare.prior_sensitivity import prior_sensitivity
from analysis.compare.shared import confounding, shared_topics
from analysis.compare.shares import MEASURE as SHARE
from analysis.compare.strata import strata_of
from analysis.compare.texts import gather
from analysis.compare.together import together
from analysis.compare.words import outlet_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from analysis.compare.aggregates import Aggregates
    from analysis.settings import CompareSettings, Outlet


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What the outlets have in common and where they differ, and what of it may be said.

    `gate` was asked first; `design` is the gate as a table, `power` says how many articles it would take. `contrasts`
    are those of all outlets at once and of pairs, `estimands` the estimates under the other weighting. `confounding`
    says how far topics are merely articles.
    """

    gate: Gate
    design: pd.DataFrame
    estimates: pd.DataFrame
    contrasts: pd.DataFrame
    estimands: pd.DataFrame
    power: pd.DataFrame
    keyness: pd.DataFrame
    prior_sensitivity: pd.DataFrame
    shared_topics: pd.DataFrame
    article_tone: pd.DataFrame
    confounding: pd.DataFrame


def compare(  # noqa: PLR0913 - the one entry: the five tables of a study, and how to compare them
    *,
    articles: pd.DataFrame,
    paragraphs: pd.DataFrame,
    sentences: pd.DataFrame,
    assignments: pd.DataFrame,
    tone: pd.DataFrame,
    targets: pd.DataFrame | None = None,
    settings: CompareSettings,
    outlets: Sequence[Outlet],
    seed: int,
    frames: pd.DataFrame | None = None,
    microframes: pd.DataFrame | None = None,
) -> Comparison:
    """Compare the outlets that have analysed paragraphs, for all they publish and for their narration only.

    Args:
        articles: the table `articles`; whose an article is stands here.
        paragraphs: the table `paragraphs`; only analysed ones are compared, by their `weight` (0 to 1) where
            it has that column.
        sentences: the table `sentences`.
        assignments: the table `assignments`.
        tone: the table `tone`, a row for every sentence of the analysed paragraphs and every
            instrument.
        targets: the table `targets`, of a study that names actors.
        settings: how many resamples and permutations, the level, and the prior of the words.
        outlets: the study's outlets; their names and aliases are not counted as words.
        seed: where every random stream starts from.
        frames: the table `frames`; none where frames are not compared.
        microframes: the table `microframes`, the same.

    Raises:
        TableError: the tables do not fit together.
    """
    texts = gather(
        articles=articles, paragraphs=paragraphs, sentences=sentences, assignments=assignments, tone=tone
    )
    made = aggregate(
        texts,
        names=outlet_names(outlets),
        phrases=settings.phrase,
        targets=targets,
        frames=frames,
        microframes=microframes,
    )
    return compare_aggregates(made, settings=settings, seed=seed, strata=strata_of(articles, settings.strata))


def compare_aggregates(
    aggregates: Aggregates, *, settings: CompareSettings, seed: int, strata: Mapping[str, str]
) -> Comparison:
    """Compare the outlets of a corpus from its aggregates, as `compare` does from its tables.

    Args:
        aggregates: of the whole corpus (see `aggregate` and `merged`).
        settings: how many resamples and permutations, the level, and the prior of the words.
        seed: where every random stream starts from.
        strata: the stratum of each article (see `strata_of`); with none, all are in one.
    """
    estimating, counting, pairing, weighing, asking = np.random.default_rng(seed).spawn(5)
    covered = aggregates.covered
    shared = shared_topics(covered)
    topics = shared.loc[shared["shared"], "topic"].unique().tolist()
    sums = aggregates.sums_within(topics, strata)
    allowed = gate(sums.design.sizes_by_outlet, settings)
    counts = aggregates.voice_counts(strata)
    apart = contrasts(sums, gate=allowed, settings=settings, rng=pairing)
    words = keyness(counts, settings=settings, rng=counting, topics=topics)
    if allowed.descriptive_only:
        words = words.assign(p_article=np.nan)
    estimates = estimate(sums, gate=allowed, settings=settings, rng=estimating)
    found = together(estimates, apart, words, alpha=settings.alpha)
    weighed = estimate(sums, gate=allowed, settings=settings, rng=weighing, estimand=OTHER[settings.estimand])
    shares = sums.measured(np.flatnonzero((sums.keys["measure"] == SHARE) & (sums.keys["voice"] == "all")))
    lengths = np.asarray(covered.groupby("article_id")["paragraphs"].sum(), dtype=np.int64)
    return Comparison(
        gate=allowed,
        design=design_table(allowed),
        estimates=found.estimates,
        contrasts=found.contrasts,
        estimands=estimands(found.estimates, together(weighed, apart, words, alpha=settings.alpha).estimates),
        power=power(lengths, pooled_correlation(shares), settings=settings, rng=asking),
        keyness=found.keyness,
        prior_sensitivity=prior_sensitivity(counts, prior_words=settings.prior_words),
        shared_topics=shared,
        article_tone=aggregates.article_tone,
        confounding=confounding(covered),
    )
