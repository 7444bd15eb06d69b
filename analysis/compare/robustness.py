"""How far the comparison can be trusted: what hangs on one article, and what it calls when labels mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.aggregates import aggregate
from analysis.compare.leave_one_out import leave_one_out
from analysis.compare.leave_one_out_words import leave_one_out_words
from analysis.compare.relabelings import relabelled_sums
from analysis.compare.self_audit import Material, self_audit
from analysis.compare.shared import topic_articles
from analysis.compare.words import outlet_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from analysis.compare.aggregates import Aggregates
    from analysis.compare.texts import Texts
    from analysis.settings import Settings

STREAM = 5
"""The comparison itself draws from the streams 0 to 4 of the study's seed."""


def robustness(
    texts: Texts,
    scored: Mapping[str, pd.DataFrame],
    keyness: pd.DataFrame,
    *,
    settings: Settings,
    strata: Mapping[str, str],
    progress: Callable[[int, int], None] = lambda done, of: None,  # noqa: ARG005 - nobody need listen
) -> dict[str, pd.DataFrame]:
    """The tables `leave_one_out`, `leave_one_out_words`, `topic_articles` and `self_audit`.

    Args:
        texts: what is compared.
        scored: the tables `targets`, `frames` and `microframes`.
        keyness: the table `keyness`, whose leading words are looked at.
        settings: of the study.
        strata: the stratum of each article.
        progress: told after each relabeling of the audit.
    """
    made = aggregate(texts, names=outlet_names(settings.outlets), phrases=settings.compare.phrase, **scored)
    return robustness_of_aggregates(made, keyness, settings=settings, strata=strata, progress=progress)


def robustness_of_aggregates(
    aggregates: Aggregates,
    keyness: pd.DataFrame,
    *,
    settings: Settings,
    strata: Mapping[str, str],
    progress: Callable[[int, int], None] = lambda done, of: None,  # noqa: ARG005 - nobody need listen
) -> dict[str, pd.DataFrame]:
    """The tables of `robustness` from the aggregates of a corpus.

    Args:
        aggregates: of the whole corpus (see `aggregate` and `merged`).
        keyness: the table `keyness`, whose leading words are looked at.
        settings: of the study.
        strata: the stratum of each article.
        progress: told after each relabeling of the audit.
    """
    made_of = topic_articles(aggregates.covered)
    articles = made_of.groupby("topic").size()
    # Under other labels other topics are shared: all that two articles speak in may be.
    could_be_shared = articles[articles > 1].index.tolist()
    sums, counts = aggregates.sums_within(could_be_shared, strata), aggregates.voice_counts(strata)
    own = relabelled_sums(sums, sums.design.labels)
    whole = {voice: counted.of() for voice, counted in counts.items()}
    stream = np.random.default_rng(settings.study.seed).spawn(STREAM + 1)[STREAM]
    return {
        "leave_one_out": leave_one_out(
            own if settings.compare.estimand == "paragraphs" else own.article_means()
        ),
        "leave_one_out_words": leave_one_out_words(whole, keyness, prior_words=settings.compare.prior_words),
        "topic_articles": made_of,
        "self_audit": self_audit(
            Material(sums, counts), settings=settings.compare, rng=stream, progress=progress
        ),
    }
