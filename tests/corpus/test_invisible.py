"""Characters that show nothing are kept, and counted."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.corpus.audit import parser_audit
from analysis.corpus.invisible import invisible_characters
from analysis.corpus.plain import folded, plain


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("plain text, “quoted” – café", 0),
        ("Rus\u200bsia", 1),
        ("\u202etxt.exe\u202c", 2),
        ("\u2066a\u2069 \u200eb\u200f", 4),
        ("soft\u00adhyphen", 1),
        ("NA\u200dTO", 1),
        ("\u0645\u06cc\u200c\u062e", 0),  # a joiner that Persian is spelt with
        ("👩\u200d👧", 0),  # one that makes one picture of two
        ("e\u0301", 0),
    ],
)
def test_characters_that_show_nothing_are_counted(text: str, count: int) -> None:
    assert invisible_characters(pd.Series([text])).tolist() == [count]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ufeff a\r\n\tb\xa0\u2028c ", "a b c"),
        ("\ufeffThe ban", "The ban"),
        ("one \u200b two\u200b", "one two"),
        ("\u200b\u200b", ""),
        ("Rus\u200bsia\u2060n", "Rus\u200bsia\u2060n"),
        ("\u202eab\u202c", "\u202eab\u202c"),
    ],
)
def test_blank_characters_are_white_space_at_the_ends_and_beside_it_and_stay_within_words(
    text: str, expected: str
) -> None:
    assert folded(text) == expected
    assert plain(text) == expected


def test_the_audit_counts_them_by_article_and_kind() -> None:
    rows = [
        ("a", "body", "Rus\u200bsia \u202e"),
        ("a", "body", "x"),
        ("a", "headline", "y"),
        ("b", "body", "\u2066z"),
    ]
    paragraphs = pd.DataFrame(rows, columns=["article_id", "kind", "text"]).assign(
        source_start=0, source_end=9
    )
    audit = parser_audit(paragraphs)
    assert audit["invisible"].tolist() == [2, 0, 1]
    assert audit["paragraphs"].tolist() == [2, 1, 1]
    assert audit["characters"].tolist() == [18, 9, 9]
