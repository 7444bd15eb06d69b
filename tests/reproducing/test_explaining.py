"""How much two versions of a file differ, worked by hand."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd
import pytest

from analysis.reproducing.explaining import explain, explain_table

IDS = ["a:1", "a:2", "a:3", "a:4"]


def vectors(*numbers: float) -> pd.DataFrame:
    return pd.DataFrame(
        {"paragraph_id": IDS[: len(numbers)], "vector": [np.array([n, 0.5]) for n in numbers]}
    )


def assignments(*topics: int, x: float = 0.0) -> pd.DataFrame:
    return pd.DataFrame({"paragraph_id": IDS, "topic": topics, "x": x})


def parquet(table: pd.DataFrame) -> bytes:
    written = io.BytesIO()
    table.to_parquet(written)
    return written.getvalue()


def test_of_vectors_the_largest_difference_is_told_and_how_many_have_one() -> None:
    told = explain_table("tables/vectors.parquet", vectors(0.25, 0.5, 1.0), vectors(0.25, 0.75, 1.5))
    assert told == "2 of 3 vectors, by 5.0e-01 at most"


def test_of_assignments_the_paragraphs_that_moved_are_told_and_the_agreement() -> None:
    # Pairs together: {12, 34} and {12}; none of the six by chance alike: 2 * (6 * 1 - 2 * 1) / (6 * 3 - 2 * 2 * 1).
    told = explain_table("tables/assignments.parquet", assignments(0, 0, 1, 1), assignments(0, 0, 1, -1))
    assert told == f"1 of 4 paragraphs moved, ARI {2 * (6 * 1 - 2 * 1) / (6 * 3 - 2 * 2 * 1):.3f}"


def test_assignments_in_which_none_moved_name_the_columns_that_differ() -> None:
    told = explain_table(
        "tables/assignments.parquet", assignments(0, 0, 1, 1), assignments(0, 0, 1, 1, x=1e-9)
    )
    assert told == "no paragraph moved; x differ"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (pd.DataFrame({"n": [1, 2], "t": ["a", "c"]}), "1 of 2 rows, in t"),
        (pd.DataFrame({"n": [3, 2], "t": ["a", "c"]}), "2 of 2 rows, in n, t"),
        (pd.DataFrame({"n": [2, 1], "t": ["b", "a"]}), "the same rows in another order"),
        (pd.DataFrame({"n": [1], "t": ["a"]}), "2 rows of 2 columns, and 1 of 2"),
        (pd.DataFrame({"n": [1, 2], "t": ["a", "b"]}), "the same cells, stored otherwise"),
    ],
)
def test_of_any_table_the_rows_and_columns_that_differ_are_told(other: pd.DataFrame, told: str) -> None:
    base = pd.DataFrame({"n": [1, 2], "t": ["a", "b"]})
    assert explain("tables/x.parquet", parquet(base), parquet(other)) == told


def test_of_a_text_the_first_line_that_differs_is_told() -> None:
    assert explain("index.html", b"a\nb\nc", b"a\nB\nC") == "from line 2"
    assert explain("tables/x.csv", b"a\nb", b"a\nb\nc") == "from line 3"


def test_a_file_that_only_one_of_them_has_is_told_and_so_are_bytes_that_are_no_text() -> None:
    assert explain("a.png", b"12", None) == "only in the base"
    assert explain("a.png", None, b"12") == "not in the base"
    assert explain("a.png", b"12", b"123") == "2 and 3 bytes"
