"""Strata: the articles among which an outlet's are compared, such as those of one genre or one month."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

DATE_PARTS = {"year": 4, "month": 7}
"""How many characters of YYYY-MM-DD name each; an article without a date is in a stratum of its like."""


def strata_of(articles: pd.DataFrame, by: Sequence[str]) -> dict[str, str]:
    """The stratum of each article, by article id.

    Args:
        articles: the table `articles`.
        by: what strata are made of: genre, year, month; with none, all articles are in one stratum "".
    """
    parts = [
        (articles["date"].str[: DATE_PARTS[name]] if name in DATE_PARTS else articles[name]).fillna("")
        for name in by
    ]
    names = ["; ".join(row) for row in zip(*parts, strict=True)] if parts else [""] * len(articles)
    return dict(zip(articles["article_id"], names, strict=True))


def sizes_of(articles: pd.DataFrame, by: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """How many articles each outlet has in each stratum, strata in the order of their names."""
    named = articles[["article_id", "outlet"]].assign(
        stratum=articles["article_id"].map(strata_of(articles, by))
    )
    counts = named.groupby(["outlet", "stratum"])["article_id"].size().unstack(fill_value=0)  # noqa: PD010
    return {str(outlet): tuple(row) for outlet, *row in counts.itertuples(name=None)}
