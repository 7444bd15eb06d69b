"""Leave-one-article-out for topics: which topics are found again when an article is left out of the corpus."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from analysis import tables
from analysis.topics.agreement import adjusted_rand_index, best_jaccards
from analysis.topics.ensemble import find_consensus
from analysis.topics.find import smallest_corpus
from analysis.topics.order import canonical
from analysis.topics.runs import Mapper, Progress, workers_map

if TYPE_CHECKING:
    import pandas as pd

    from analysis.settings import Settings

MOST_ARTICLES = 10
DISSOLVED = 0.5
"""A topic that overlaps with none of the new ones by more than this is not found again (Hennig 2008)."""

DECIMALS = 6

Row = dict[str, str | float | int]


def topics_without_article(
    paragraphs: pd.DataFrame,
    vectors: np.ndarray,
    topics: pd.Series[int],
    *,
    settings: Settings,
    workers: int = 2,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """How the topics come out of a corpus from which one article was left out.

    The whole consensus is formed anew from the remaining paragraphs, with the study's seed and settings, for each of
    the ten articles with most paragraphs (of equal ones, the first by id). The others move less, and each takes as long
    as finding the topics did.

    jaccard(topic) = paragraphs in both / in either, of what is left of the topic and the new topic that overlaps most

    Args:
        paragraphs: as for `find_topics`.
        vectors: row by row.
        topics: the study's own topic of each paragraph, by `paragraph_id`; -1 for none.
        settings: of the study.
        workers: processes that share the runs.
        progress: told after each article.

    Returns:
        The table `topics_without_article`, one row per article and topic, by the article's size and the topic's number:
        `paragraphs` of the topic, `paragraphs_left` of them without the article; `jaccard`, 0 to 1, nan where nothing
        is left; `found`: whether it is above .5, the bound below which Hennig (2008, Journal of Multivariate Analysis
        99) calls a cluster dissolved (never where nothing is left). `ari`: the adjusted Rand index of all remaining
        paragraphs' topics before and after (-1 counts as a group), and `topics_found` after, the same in all rows of an
        article. An article is passed over when too few paragraphs remain to seek topics in; none has rows when there
        are no topics or only one article.
    """
    sizes = paragraphs.groupby("article_id", sort=True).size()
    largest = sizes.sort_values(ascending=False, kind="stable").index[:MOST_ARTICLES].tolist()
    needed = smallest_corpus(settings.topics)
    possible = [name for name in largest if len(paragraphs) - sizes[name] >= needed]
    rows: list[Row] = []
    with workers_map(workers) as mapper:
        for number, name in enumerate(possible if (topics >= 0).any() else [], start=1):
            left = (paragraphs["article_id"] != name).to_numpy()
            again = _again(paragraphs[left], vectors[left], settings, mapper)
            rows += _rows(name, topics, again)
            if progress is not None:
                progress(number, len(possible))
    return tables.table("topics_without_article", rows)


def _again(
    paragraphs: pd.DataFrame, vectors: np.ndarray, settings: Settings, mapper: Mapper
) -> pd.Series[int]:
    """The topics of these paragraphs alone, by paragraph id."""
    import pandas as pd

    ordered, in_order = canonical(paragraphs, vectors)
    consensus = find_consensus(ordered, in_order, settings.topics, settings.study.seed, mapper=mapper)
    return pd.Series(consensus.topics, index=ordered["paragraph_id"])


def _rows(article: str, topics: pd.Series[int], again: pd.Series[int]) -> Iterator[Row]:
    """The rows of one article."""
    before = np.array(topics.loc[again.index], dtype=np.int64)
    after = np.array(again, dtype=np.int64)
    ari = adjusted_rand_index(after, before)
    overlaps = best_jaccards(before, after, int(topics.max()) + 1)
    for topic in sorted(set(topics[topics >= 0].tolist())):
        left = int((before == topic).sum())
        overlap = float(overlaps[topic]) if left else math.nan
        yield {
            "topic": int(topic),
            "article_id": article,
            "paragraphs": int((topics == topic).sum()),
            "paragraphs_left": left,
            "jaccard": round(overlap, DECIMALS),
            "found": overlap > DISSOLVED,
            "ari": round(ari, DECIMALS),
            "topics_found": int(after.max(initial=-1)) + 1,
        }
