"""Tone, narration and stances of paragraphs, averaged over their sentences by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.compare.matched.values import COLUMNS, paragraph_values

SENTENCES = pd.DataFrame(
    [
        ("s1", "p1", "narration"), ("s2", "p1", "direct"), ("s3", "p1", "narration"), ("s4", "p2", "direct"),
        ("s5", "p3", "narration"),
    ],
    columns=["sentence_id", "paragraph_id", "voice"],
)  # fmt: skip
TONE = pd.DataFrame(
    [
        ("s1", 0.5, "vader"), ("s2", -0.5, "vader"), ("s3", 0.1, "vader"), ("s4", -0.2, "vader"), ("s5", 1.0, "vader"),
        ("s2", 0.7, "afinn"), ("s3", 0.2, "afinn"),
    ],
    columns=["sentence_id", "tone", "instrument"],
)  # fmt: skip
TARGETS = pd.DataFrame(
    [("s1", "NATO", 1.0), ("s3", "NATO", -0.5), ("s3", "Russia", 0.25), ("s5", "NATO", 0.0)],
    columns=["sentence_id", "target", "stance"],
)


def values(*paragraphs: str) -> list[tuple[object, ...]]:
    found = paragraph_values(paragraphs, sentences=SENTENCES, tone=TONE, targets=TARGETS)
    assert list(found.columns) == COLUMNS
    return list(found.itertuples(index=False, name=None))


def test_each_measure_is_the_mean_over_the_paragraph_s_sentences() -> None:
    assert values("p1", "p2") == [
        ("wording tone", "afinn", "all", "", "p1", 0.45),
        ("wording tone", "vader", "all", "", "p1", pytest.approx(0.1 / 3, abs=5e-7)),
        ("wording tone", "vader", "all", "", "p2", -0.2),
        ("wording tone", "afinn", "narration", "", "p1", 0.2),
        ("wording tone", "vader", "narration", "", "p1", 0.3),
        ("narration share", "", "all", "", "p1", 0.666667),
        ("narration share", "", "all", "", "p2", 0.0),
        ("stance", "", "all", "NATO", "p1", 0.25),
        ("stance", "", "all", "Russia", "p1", 0.25),
    ]


def test_a_paragraph_has_no_row_for_what_it_does_not_hold() -> None:
    assert values("p2") == [
        ("wording tone", "vader", "all", "", "p2", -0.2),
        ("narration share", "", "all", "", "p2", 0.0),
    ]
    assert values("nowhere") == []
