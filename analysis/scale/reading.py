"""The articles that the report shows word for word: a reading sample, where the corpus is too large to be shown."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pandas as pd

from analysis.topics.order import seats

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from analysis.scale.count import Counted
    from analysis.scale.job import Job
    from analysis.scale.steps import Steps

ROWS = (
    "paragraphs", "quotes", "terms", "sentences", "names", "word_voices", "vectors", "tone", "mentions", "targets",
    "frames", "microframes", "assignments",
)  # fmt: skip
"""The tables that hold texts, or a row for each of them."""

OF_PARAGRAPHS = {"quotes", "terms", "sentences", "word_voices", "vectors", "frames", "assignments"}
OF_SENTENCES = {"names", "tone", "mentions", "targets", "microframes"}

OF_COUNTS = {"assignments", "microframes"}
"""The tables that depend on the whole corpus, and so are made when parts are counted."""

Tables = dict[str, pd.DataFrame]


def chosen_articles(articles: pd.DataFrame, size: int, exemplars: Collection[str]) -> set[str]:
    """The articles of the reading sample: each outlet's share of `size`, and all that hold an exemplar.

    Of an outlet those come first whose texts have the smallest hashes, which is as good as drawing them, and the same
    everywhere.

    Args:
        articles: the table `articles` of the whole corpus.
        size: how many are wanted.
        exemplars: ids of the paragraphs that show what topics are.
    """
    needed = {paragraph.rsplit(":", 1)[0] for paragraph in exemplars}
    if len(articles) <= size:
        return set(articles["article_id"])
    given = seats({str(name): int(count) for name, count in articles["outlet"].value_counts().items()}, size)
    ordered = articles.sort_values(["sha256", "article_id"], kind="stable")
    rank = ordered.groupby("outlet", sort=False).cumcount()
    return needed | set(ordered.loc[rank < ordered["outlet"].map(given), "article_id"])


def read_sample(
    job: Job, parts: Sequence[Counted], articles: Collection[str], steps: Steps
) -> tuple[Tables, dict[str, int]]:
    """The row-level tables of some articles, in the orders of a small study, and how many rows each has in all."""
    task = functools.partial(_of_part, job, frozenset(articles))
    made = steps.over("Taking the reading sample", task, parts)
    tables = {name: pd.concat([own[name] for own, _ in made], ignore_index=True) for name in ROWS}
    reading = tables["paragraphs"].sort_values(["article_id", "ordinal"], kind="stable")["paragraph_id"]
    tables["assignments"] = _in_order(tables["assignments"], "paragraph_id", reading)
    axes = tables["microframes"]["axis"]
    tables["microframes"] = _in_order(tables["microframes"], "axis", axes)
    return tables, {name: sum(sizes[name] for _, sizes in made) for name in ROWS}


def _in_order(rows: pd.DataFrame, column: str, names: pd.Series[str]) -> pd.DataFrame:
    """The rows by the place of their name among these."""
    place = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return rows.sort_values(column, key=lambda own: own.map(place), kind="stable", ignore_index=True)


def _of_part(job: Job, articles: frozenset[str], part: Counted) -> tuple[Tables, dict[str, int]]:
    """The rows of a part that belong to the articles, and the numbers of all its rows."""
    texts, counted = job.again("texts", part.placed.receipt.key), job.again("counted", part.key)
    every = {name: (counted if name in OF_COUNTS else texts).table(name) for name in ROWS}
    paragraphs = every["paragraphs"][every["paragraphs"]["article_id"].isin(articles)]
    sentences = every["sentences"][every["sentences"]["paragraph_id"].isin(paragraphs["paragraph_id"])]
    kept = {"paragraphs": paragraphs, "sentences": sentences}
    for name in OF_PARAGRAPHS - {"sentences"}:
        kept[name] = every[name][every[name]["paragraph_id"].isin(paragraphs["paragraph_id"])]
    for name in OF_SENTENCES:
        kept[name] = every[name][every[name]["sentence_id"].isin(sentences["sentence_id"])]
    return kept, {name: len(table) for name, table in every.items()}
