"""The parts of a verification: numbers, drawings and topics compared."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.verifying.agreement import agreement
from analysis.verifying.markup import apart, apart_on_paper
from analysis.verifying.numbers import distance

TABLE = pd.DataFrame({"outlet": ["Gazette", "Herald"], "share": [0.25, 0.5], "n": [4, 200]})


def test_a_table_is_at_no_distance_from_itself() -> None:
    found = distance(TABLE, TABLE.copy())
    assert (found.largest, found.where, found.is_within) == (0.0, "", True)


def test_a_distance_is_relative_above_one_and_absolute_below() -> None:
    assert distance(TABLE, TABLE.assign(share=[0.25, 0.75])).largest == 0.25
    assert distance(TABLE, TABLE.assign(n=[4, 250])).largest == pytest.approx(50 / 250)


def test_a_distance_names_the_column_the_row_and_both_values() -> None:
    assert distance(TABLE, TABLE.assign(share=[0.25, 0.75])).where == "share, row 2: 0.5, now 0.75"


@pytest.mark.parametrize(
    ("after", "where"),
    [
        (TABLE.rename(columns={"n": "m"}), "columns: without n, new m"),
        (TABLE.head(1), "2 rows, now 1"),
        (TABLE.assign(outlet=["Gazette", "Times"]), "outlet, row 2: Herald, now Times"),
        (TABLE.assign(share=[0.25, math.nan]), "share, row 2: 0.5, now nan"),
    ],
)
def test_what_does_not_fit_is_infinitely_far_and_said(after: pd.DataFrame, where: str) -> None:
    found = distance(TABLE, after)
    assert (found.largest, found.where, found.is_within) == (math.inf, where, False)


def test_a_missing_number_equals_a_missing_one() -> None:
    gaps = pd.DataFrame({"share": [math.nan, 1.0]})
    assert distance(gaps, gaps.copy()).is_within


def test_six_written_digits_are_within_the_tolerance_and_five_are_not() -> None:
    assert distance(TABLE, TABLE.assign(share=[0.250001, 0.5])).is_within
    assert not distance(TABLE, TABLE.assign(share=[0.2501, 0.5])).is_within


def test_drawings_are_as_far_apart_as_their_furthest_marks() -> None:
    drawing = '<path d="M 1.5 -2"/><text x="3">n = 4</text>'
    assert apart(drawing, drawing) == 0
    assert apart(drawing, drawing.replace("-2", "-2.25")) == 0.25
    assert apart(drawing, drawing.replace("n = 4", "n = 4.01")) == math.inf
    assert apart(drawing, drawing.replace("path", "line")) == math.inf
    assert apart(drawing, drawing.replace("n =", "N =")) == math.inf


def test_hashes_of_files_that_differ_by_a_hair_are_passed_over() -> None:
    page = f"<td>{'a' * 64}</td><script>1</script>"
    assert apart(page, page.replace("a" * 64, "b" * 64)) == 0
    assert apart(page, page.replace("1", "2")) == math.inf


def test_a_pdf_s_strings_are_texts_and_its_other_numbers_places() -> None:
    paper = b"%PDF-1.4\n<< /Length 24 >>\n12.5 3 m (n = 4) Tj\nxref\n0 7"
    assert apart_on_paper(paper, paper) == 0
    assert apart_on_paper(paper, paper.replace(b"12.5", b"12.75").replace(b"0 7", b"0 9")) == 0.25
    assert apart_on_paper(paper, paper.replace(b"n = 4", b"n = 5")) == math.inf
    assert apart_on_paper(paper, paper.replace(b" m ", b" l ")) == math.inf


def test_texts_that_are_missing_on_both_sides_are_the_same() -> None:
    table = pd.DataFrame({"label": ["Ships", None], "n": [1, 2]})
    assert distance(table, table.copy()).is_within
    assert not distance(table, table.assign(label=["Ships", "Taxes"])).is_within


def test_vectors_are_compared_number_by_number() -> None:
    table = pd.DataFrame({"vector": pd.Series([np.array([0.1, 0.2]), np.array([0.3, 0.4])])})
    moved = table.assign(vector=pd.Series([np.array([0.1, 0.2]), np.array([0.3, 0.5])]))
    assert distance(table, table.copy()).is_within
    assert distance(table, moved).largest == pytest.approx(0.1)
    assert distance(table, moved).where == "vector, row 2: a vector, now a vector"


OUTLETS = dict.fromkeys("abcd", "Gazette") | dict.fromkeys("efgh", "Herald")


def assigned(topics: list[int]) -> pd.DataFrame:
    """The topics of eight paragraphs, a to h."""
    return pd.DataFrame({"paragraph_id": list("abcdefgh"), "topic": topics})


def test_topics_that_are_only_numbered_otherwise_agree_wholly() -> None:
    found = agreement(assigned([0, 0, 0, 1, 1, 1, 1, -1]), assigned([1, 1, 1, 0, 0, 0, 0, -1]), OUTLETS)
    assert (found.ari, found.moved, found.shifted, found.where) == (1.0, 0.0, 0.0, "")
    assert found.is_within


def test_one_paragraph_of_eight_that_moves_is_counted_and_its_outlet_s_share_shifts() -> None:
    found = agreement(assigned([0, 0, 0, 0, 1, 1, 1, 1]), assigned([0, 0, 0, 1, 1, 1, 1, 1]), OUTLETS)
    assert found.moved == 1 / 8
    assert (found.shifted, found.where) == (0.25, "Gazette, topic 0")
    # Pairs together: 12 before, 13 after, 9 in both, of 28: (9 - 39/7) / (12.5 - 39/7).
    assert found.ari == pytest.approx((9 - 12 * 13 / 28) / (12.5 - 12 * 13 / 28))
    assert not found.is_within


def test_a_topic_that_fell_apart_keeps_its_larger_half() -> None:
    found = agreement(assigned([0] * 6 + [-1, -1]), assigned([0, 0, 0, 0, 1, 1, -1, -1]), OUTLETS)
    assert found.moved == 2 / 8


def test_the_order_of_the_rows_says_nothing() -> None:
    before, after = assigned([0, 0, 0, 0, 1, 1, 1, 1]), assigned([0, 0, 0, 1, 1, 1, 1, 1])
    assert agreement(before, after.iloc[::-1].reset_index(drop=True), OUTLETS) == agreement(
        before, after, OUTLETS
    )


def test_no_topics_before_and_after_agree() -> None:
    assert agreement(assigned([-1] * 8), assigned([-1] * 8), OUTLETS).is_within
