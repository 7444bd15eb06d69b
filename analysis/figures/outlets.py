"""The outlets of a study in their order, and those that a figure has room for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.figures.scope import Scope
from analysis.settings import Settings

MOST_OUTLETS = 15
"""Of more than these nobody tells the marks apart, and their key fills half the figure."""

EVERY = frozenset({"topic-confounding", "interview-topics", "specification-curve", "matched-tone"})
"""Figures that choose what they show by themselves, or whose parts add up to a whole."""


def in_order(tables: Mapping[str, pd.DataFrame], settings: Settings) -> list[str]:
    """The outlets that have articles: those of the settings in their order, then the others as they come.

    Where the articles at hand are a sample, an outlet may be absent from it and still be compared.
    """
    present = list(dict.fromkeys(tables["articles"]["outlet"].astype("str")))
    if Scope.of(tables).is_sample:
        present = list(dict.fromkeys([*present, *article_counts(tables)]))
    listed = [outlet.name for outlet in settings.outlets if outlet.name in present]
    return [*listed, *(outlet for outlet in present if outlet not in listed)]


def article_counts(tables: Mapping[str, pd.DataFrame]) -> dict[str, int]:
    """The articles of each outlet: as the design has them where the articles at hand are a sample of the corpus."""
    design = tables.get("design", pd.DataFrame())
    if Scope.of(tables).is_cut("articles") and len(design):
        own = design[design["kind"] == "rest"]
        return dict(zip(own["outlet"].astype("str"), own["articles"].astype(int), strict=True))
    sizes = tables["articles"]["outlet"].astype("str").value_counts(sort=False)
    return {str(outlet): int(size) for outlet, size in sizes.items()}


def with_room(counts: Mapping[str, int], ordered: Sequence[str]) -> list[str]:
    """The fifteen outlets with the most articles, in the study's order; all where there are no more."""
    if len(ordered) <= MOST_OUTLETS:
        return list(ordered)
    ranked = sorted(ordered, key=lambda outlet: -counts.get(outlet, 0))
    return [outlet for outlet in ordered if outlet in ranked[:MOST_OUTLETS]]


def of_these(slug: str, data: pd.DataFrame, kept: Sequence[str]) -> pd.DataFrame:
    """The rows of a figure's table that belong to the outlets that are drawn; all of them where that leaves none."""
    is_named = "outlet" in data.columns and isinstance(data["outlet"].dtype, pd.CategoricalDtype)
    if not is_named or slug in EVERY or len(data["outlet"].cat.categories) <= MOST_OUTLETS:
        return data
    own = data[data["outlet"].isin(list(kept)) | data["outlet"].isna()]
    return own.reset_index(drop=True) if own["outlet"].notna().any() else data


def told(shown: pd.DataFrame, data: pd.DataFrame) -> str:
    """What a caption says of outlets that are not drawn, with a leading space; "" where all are."""
    if len(shown) == len(data):
        return ""
    return (
        f" Of {data['outlet'].nunique()} outlets those {MOST_OUTLETS} with the most articles are drawn; the figure’s "
        "data have all."
    )
