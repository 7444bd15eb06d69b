"""Tables whose rows are shuffled, and the rows put back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from analysis import store
from analysis.reproducing.rows import in_order_of, shuffled

TABLE = pd.DataFrame(
    {
        "name": list("abcdefgh"),
        "n": [1.0, 2.0, np.nan, 4.0] * 2,
        "vector": [np.array([i, 0.5]) for i in range(8)],
    }
)


def test_rows_come_in_another_order_and_in_the_same_one_again(tmp_path: Path) -> None:
    store.write_table(tmp_path, "t", TABLE)
    read = shuffled(tmp_path)
    assert read("t")["name"].tolist() == read("t")["name"].tolist() != TABLE["name"].tolist()
    assert sorted(read("t")["name"]) == TABLE["name"].tolist()


def test_two_tables_are_shuffled_each_in_its_own_order(tmp_path: Path) -> None:
    for name in ("t", "u"):
        store.write_table(tmp_path, name, TABLE)
    read = shuffled(tmp_path)
    assert read("t")["name"].tolist() != read("u")["name"].tolist()


def test_rows_are_put_back_whatever_the_cells_hold() -> None:
    for seed in range(5):
        other = TABLE.sample(frac=1, random_state=seed).reset_index(drop=True)
        pd.testing.assert_frame_equal(in_order_of(TABLE, other), TABLE)


def test_rows_that_are_not_the_same_stay_as_they_are() -> None:
    other = TABLE.iloc[::-1].reset_index(drop=True)
    changed = other.assign(n=other["n"].fillna(4.5))
    pd.testing.assert_frame_equal(in_order_of(TABLE, changed), changed)
    pd.testing.assert_frame_equal(in_order_of(TABLE, other.iloc[1:]), other.iloc[1:])


def test_doubled_rows_are_counted() -> None:
    doubled = pd.DataFrame({"name": ["a", "b", "b"]})
    other = pd.DataFrame({"name": ["b", "a", "a"]})
    pd.testing.assert_frame_equal(in_order_of(doubled, other), other)
