"""How much of each file fell to each kind, and the lines that no rule knew."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.corpus.audit import parser_audit, unknown_lines
from analysis.errors import EmptyGroupError

ROWS = [
    ("b", "headline", "headline", "Title", 0, 6),
    ("b", "body", "body", "Text", 6, 16),
    ("b", "body", "body", "M\u200bore", 16, 20),
    ("a", "body", "body", "Other", 100, 104),
    ("a", "boilerplate", "unknown line", "A line", 104, 110),
    ("b", "boilerplate", "unknown line", "Another", 20, 24),
]
PARAGRAPHS = pd.DataFrame(
    ROWS, columns=["article_id", "kind", "role", "text", "source_start", "source_end"]
).assign(paragraph_id=[f"p{place}" for place in range(6)])


def test_the_characters_of_a_file_are_shared_out_by_kind_in_its_order() -> None:
    audit = parser_audit(PARAGRAPHS)
    assert audit.columns.tolist() == ["article_id", "kind", "paragraphs", "characters", "invisible", "share"]
    assert audit.to_numpy().tolist() == [
        ["b", "headline", 1, 6, 0, 6 / 24],
        ["b", "body", 2, 14, 1, 14 / 24],
        ["a", "body", 1, 4, 0, 4 / 10],
        ["a", "boilerplate", 1, 6, 0, 6 / 10],
        ["b", "boilerplate", 1, 4, 0, 4 / 24],
    ]


def test_without_paragraphs_there_is_nothing_to_audit() -> None:
    with pytest.raises(EmptyGroupError, match="no paragraphs to audit"):
        parser_audit(PARAGRAPHS[:0])


def test_lines_that_no_rule_knew_are_listed_with_their_places() -> None:
    unknown = unknown_lines(PARAGRAPHS)
    assert unknown.columns.tolist() == ["paragraph_id", "text", "source_start"]
    assert unknown.index.tolist() == [0, 1]
    assert unknown.to_numpy().tolist() == [["p4", "A line", 104], ["p5", "Another", 20]]
