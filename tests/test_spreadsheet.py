"""Texts in cells: nothing that a spreadsheet would compute, and every text comes back."""

from __future__ import annotations

import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import store
from analysis.spreadsheet import escaped, unescaped


@given(st.text(alphabet="'=+-@\t\r\n\0ab,;\"“", max_size=8))
def test_every_text_comes_back_from_its_cell(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not escaped(text)[:1] or escaped(text)[0] not in "=+-@\t\r\n\0"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ('=HYPERLINK("https://x.example")', '\'=HYPERLINK("https://x.example")'),
        ("+49 30", "'+49 30"),
        ("-minus", "'-minus"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\0=1", "'\0=1"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_cell_that_would_be_computed_gets_an_apostrophe_and_no_other_does(text: str, cell: str) -> None:
    assert escaped(text) == cell


def test_in_a_table_texts_are_escaped_and_numbers_stay_numbers() -> None:
    table = pd.DataFrame(
        {
            "word": ["=1+1", "peace", None],
            "outlet": pd.Categorical(["-a", "@b", "-a"]),
            "change": [-0.25, 1.5, float("nan")],
            "count": [-1, 0, 1],
            "made": [True, False, True],
        }
    )
    text = store.csv(table).decode()
    assert text == (
        "word,outlet,change,count,made\n'=1+1,'-a,-0.25,-1,True\npeace,'@b,1.5,0,False\n,'-a,,1,True\n"
    )
    back = pd.read_csv(io.StringIO(text))
    assert back["change"].tolist()[:2] == [-0.25, 1.5]
    assert back["word"].dropna().map(unescaped).tolist() == ["=1+1", "peace"]


def test_parquet_holds_every_text_as_it_is() -> None:
    table = pd.DataFrame({"word": ["=1+1", "\0x", "'=1"]})
    assert pd.read_parquet(io.BytesIO(store.parquet(table))).equals(table)
