"""What more or less context gives and takes: topics that follow the text against topics that outlets share."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

import numpy as np

from analysis.topics.ensemble import Consensus, find_consensus
from analysis.topics.order import canonical
from analysis.topics.result import largest_article_share
from analysis.topics.runs import Progress, workers_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from analysis.settings import Settings

CONTEXTS = (0.0, 0.04, 0.08, 0.15, 0.25, 0.5)


def context_tradeoff(
    paragraphs: pd.DataFrame,
    vectors: np.ndarray,
    *,
    settings: Settings,
    blocks: Mapping[str, int] | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """The topics of the same corpus under different shares of context.

    Args:
        paragraphs: as for `find_topics`.
        vectors: row by row.
        settings: of the study; its `topics.context` is replaced by each of `CONTEXTS`.
        blocks: which question of an interview a turn belongs to, by paragraph id. Only for judging the topics: nothing
            else sees it.
        workers: processes that share the runs.
        progress: told after each share of context.

    Returns:
        One row per share: `context`; `topics`; `outliers`; `shared_topics` (spoken of by more than one outlet);
        `largest_article_share` (mean over topics of the share of its paragraphs in one article); `stability` (mean ARI
        of the ensemble's halves at the chosen cut); `block_nmi` (normalised mutual information of block and topic over
        the turns, arithmetic mean, -1 counted as a topic; nan without blocks). Where no topics are found, nan.
    """
    import pandas as pd

    rows, numbers = canonical(paragraphs, vectors)
    found: list[dict[str, float]] = []
    with workers_map(workers) as mapper:
        for context in CONTEXTS:
            wanted = dataclasses.replace(settings.topics, context=context)
            consensus = find_consensus(rows, numbers, wanted, settings.study.seed, mapper=mapper)
            found.append({"context": context, **_measures(rows, consensus, blocks or {})})
            if progress is not None:
                progress(len(found), len(CONTEXTS))
    return pd.DataFrame(found)


def _measures(rows: pd.DataFrame, consensus: Consensus, blocks: Mapping[str, int]) -> dict[str, float]:
    """The measures of one consensus."""
    members = [rows[consensus.topics == topic] for topic in range(consensus.count)]
    shares = [largest_article_share(topic["article_id"]) for topic in members]
    return {
        "topics": consensus.count,
        "outliers": consensus.outliers,
        "shared_topics": sum(len(set(topic["outlet"])) > 1 for topic in members),
        "largest_article_share": round(math.fsum(shares) / len(shares), 6) if shares else math.nan,
        "stability": round(consensus.cut.stability, 6) if consensus.cut is not None else math.nan,
        "block_nmi": _block_nmi(rows["paragraph_id"], consensus, blocks),
    }


def _block_nmi(names: pd.Series[str], consensus: Consensus, blocks: Mapping[str, int]) -> float:
    """Normalised mutual information of block and topic over the paragraphs that have a block."""
    from sklearn.metrics import normalized_mutual_info_score

    turns = names.isin(list(blocks)).to_numpy()
    if not turns.any():
        return math.nan
    block = np.array([blocks[name] for name in names[turns]])
    return round(float(normalized_mutual_info_score(block, consensus.topics[turns])), 6)
