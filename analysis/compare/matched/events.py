"""Events: articles of different outlets that are linked by the paragraphs they match in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

FEWEST = 2
"""Matched paragraphs that make two articles reports of one event: a single one may be a stock phrase or an old
quotation in two stories, and would chain them together."""


def event_numbers(pairs: pd.DataFrame) -> dict[str, int]:
    """The event of each article: connected groups of articles of different outlets that share two matches or more.

    Args:
        pairs: matched paragraphs, with `first_article` and `second_article`.

    Returns:
        Numbers from 1 by article, in the order of each group's first article; articles in no group are left out.
    """
    sizes = pairs.groupby(["first_article", "second_article"], sort=True).size()
    linked = sizes[sizes >= FEWEST].index.tolist()
    parent: dict[str, str] = {article: article for link in linked for article in link}

    def root(article: str) -> str:
        while parent[article] != article:
            article = parent[article]
        return article

    for first, second in linked:
        low, high = sorted((root(first), root(second)))
        parent[high] = low
    roots = sorted({root(article) for article in parent})
    return {article: roots.index(root(article)) + 1 for article in sorted(parent)}
