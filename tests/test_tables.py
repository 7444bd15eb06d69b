"""The contract of the tables, and what its check says when one breaks it."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import tables
from analysis.errors import TableError

TONE = {"sentence_id": "a:1.1", "tone": 0.5, "instrument": "vader"}


def test_an_empty_table_has_all_columns_with_their_types() -> None:
    empty = tables.table("estimates", [])
    assert list(empty.columns) == list(tables.TABLES["estimates"])
    assert empty["paragraphs"].dtype.kind == "i"


def test_columns_of_the_contract_come_first_and_others_are_kept() -> None:
    frame = tables.table("tone", [{"extra": 1, **TONE}])
    assert list(frame.columns) == ["sentence_id", "tone", "instrument", "extra"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"tone": 1.5}, "column 'tone': np.float64(1.5) is not allowed"),
        ({"tone": float("nan")}, "column 'tone': a value is missing"),
        ({"tone": "high"}, "column 'tone': expected float, found str"),
    ],
)
def test_a_value_outside_the_contract_is_named(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(TableError) as caught:
        tables.table("tone", [TONE | change])
    assert complaint in str(caught.value)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(TableError, match="table 'tone' lacks the column 'instrument'"):
        tables.check(pd.DataFrame({"sentence_id": ["a"], "tone": [0.1]}), "tone")


def test_a_nullable_column_may_miss_a_value_but_keeps_its_range() -> None:
    row: dict[str, object] = {
        column: ("" if rule.type == "str" else 0) for column, rule in tables.TABLES["estimates"].items()
    }
    row |= dict.fromkeys(("estimate", "low", "high", "q"), 0.5) | {"verdict": "supported"}
    assert len(tables.table("estimates", [row | {"p": float("nan")}])) == 1
    with pytest.raises(TableError, match="column 'p'"):
        tables.table("estimates", [row | {"p": 1.2}, row | {"p": float("nan")}])


def test_a_word_outside_its_set_is_named() -> None:
    row = {
        "sentence_id": "a:1.1",
        "paragraph_id": "a:1",
        "ordinal": 1,
        "text": "x",
        "voice": "shouting",
        "speaker": "",
    }
    with pytest.raises(TableError, match="'shouting' is not allowed"):
        tables.table("sentences", [row])
