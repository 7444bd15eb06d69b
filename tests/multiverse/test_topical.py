"""Shares and tones under one clustering, with each policy for outliers, worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analysis.compare.design import Design
from analysis.multiverse.contrast import SHARE, TOPIC_TONE, Contrast
from analysis.multiverse.materials import Materials, Pieces
from analysis.multiverse.specification import DROPPED, OWN_CLASS, REASSIGNED, WEIGHTED, Specification
from analysis.multiverse.topical import counted, share_sums, tasks, tone_sums

DESIGN = Design.of({"a": "Gazette", "b": "Herald"})
# Article a: four paragraphs, the last of them an outlier; b: two paragraphs, of which it narrates the first only.
PIECES = Pieces(
    np.arange(6),
    np.array([0, 0, 0, 0, 1, 1]),
    np.ones(6, dtype=np.int64),
    np.array([True, True, False, True, True, False]),
    np.ones(6),
)
LABELS = np.array([0, 0, 1, -1, 0, 1])
GIVEN = np.array([0, 0, 1, 0, 0, 1])
"""The same with the outlier given to cluster 0."""


def share(labels: np.ndarray, policy: str, voice: str = "all", pieces: Pieces = PIECES) -> list[float]:
    """The share of cluster 0 in each article."""
    chosen = Specification(outliers=policy, voice=voice)
    sums = share_sums(pieces, labels == 0, counted(pieces, labels, chosen), 2)
    return [float(value) for value in sums.numerators / sums.denominators]


def test_outliers_leave_the_denominator_or_stay_in_it_or_are_given_to_a_cluster() -> None:
    assert share(LABELS, DROPPED) == [pytest.approx(2 / 3), 1 / 2]
    assert share(LABELS, OWN_CLASS) == [2 / 4, 1 / 2]
    assert share(GIVEN, REASSIGNED) == [3 / 4, 1 / 2]


def test_narration_counts_the_pieces_in_which_the_outlet_speaks() -> None:
    assert share(LABELS, DROPPED, "narration") == [1.0, 1.0]
    assert share(LABELS, OWN_CLASS, "narration") == [pytest.approx(2 / 3), 1.0]


def test_a_copy_that_does_not_count_counts_neither_above_nor_below_the_line() -> None:
    weighed = replace(PIECES, weight=np.array([0, 1, 1, 1, 1, 1]))
    assert share(LABELS, OWN_CLASS, pieces=weighed) == [pytest.approx(1 / 3), 1 / 2]


MATERIALS = Materials(
    DESIGN,
    np.zeros(6, dtype=np.int64),
    PIECES,
    PIECES,
    {"vader": np.array([1000, 3000, 9000, 5000, -2000, 7000])},
    {},
    (2, 10),
)


def test_tone_in_a_topic_is_the_mean_of_the_sentences_in_it() -> None:
    sums = tone_sums(MATERIALS, LABELS == 0, "vader", "all")
    assert sums.ratios(DESIGN).tolist() == [pytest.approx(0.2), pytest.approx(-0.2)]
    assert sums.held.tolist() == [2, 1]
    assert sums.difference(DESIGN, 0, WEIGHTED) == pytest.approx(0.4)


def test_tone_of_narration_leaves_out_what_is_quoted() -> None:
    sums = tone_sums(MATERIALS, LABELS == 1, "vader", "narration")
    assert np.isnan(sums.ratios(DESIGN)).all()


def test_a_layout_is_made_once_for_all_that_rest_on_it() -> None:
    one = Specification(seed="1", neighbours="5", unit="sentence", outliers=DROPPED)
    plan = [
        (Contrast(SHARE, "Gazette", topic="0"), one),
        (Contrast(SHARE, "Gazette", topic="0"), replace(one, seed="2")),
        (Contrast(TOPIC_TONE, "Herald", topic="1"), replace(one, outliers=REASSIGNED)),
    ]
    found = tasks(plan)
    assert [len(task.cells) for task in found] == [2, 1]
    assert [task.layout.seed for task in found] == ["1", "2"]
