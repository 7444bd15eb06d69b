"""Rows picked from a table, and word counts, as figures and sentences need them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd


def largest(data: pd.DataFrame, column: str) -> pd.Series[Any]:
    """The row with the largest value of a column, the first of several; nan is passed over."""
    return data.iloc[int(np.nanargmax(data[column].to_numpy(dtype=np.float64)))]


def smallest(data: pd.DataFrame, column: str) -> pd.Series[Any]:
    """The row with the smallest value of a column, the first of several; nan is passed over."""
    return data.iloc[int(np.nanargmin(data[column].to_numpy(dtype=np.float64)))]


def word_counts(texts: pd.Series[str]) -> pd.Series[int]:
    """How many words each text has, cut at white space."""
    return texts.map(lambda text: len(text.split())).astype("int64")


def widest(data: pd.DataFrame, by: str, column: str) -> pd.DataFrame:
    """The rows of the group whose values of a column are furthest apart, the first of several.

    Args:
        data: at least one row.
        by: the column that names the group.
        column: the values.
    """
    groups = data.groupby(by, sort=True, observed=True)[column]
    spans = groups.max() - groups.min()
    chosen: pd.DataFrame = data[data[by] == spans.index[int(np.nanargmax(spans.to_numpy(dtype=np.float64)))]]
    return chosen


def ends(data: pd.DataFrame, column: str) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """The rows with the smallest and the largest value, two where there are two, also where all are the same."""
    rows = data[data[column].notna()].sort_values(column, kind="stable")
    return rows.iloc[0], rows.iloc[-1]
