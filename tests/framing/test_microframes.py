"""Microframes on vectors in a plane, and the packaged axes."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pandas as pd
import pytest

from analysis.errors import SettingsError
from analysis.framing.microframes import Axis, axes, microframes
from analysis.framing.microframes.axes import check
from analysis.framing.microframes.projection import _rows, cosines, direction

FIRST, SECOND = np.array([[1.0, 0.0]], dtype=np.float32), np.array([[0.0, 1.0]], dtype=np.float32)


@pytest.mark.parametrize("axis", axes(), ids=lambda axis: axis.name)
def test_every_axis_has_two_poles_of_several_texts_and_sentences_to_check_it(axis: Axis) -> None:
    assert axis.name == "-".join(axis.poles)
    assert len(axis.first) == len(axis.second) >= 6
    assert len(axis.check_first) == len(axis.check_second) >= 6


@pytest.mark.parametrize(
    "change",
    [{"poles": ("a",)}, {"first": ("x",)}, {"check_first": axes()[0].first}, {"first": (), "second": ()}],
)
def test_an_axis_that_is_not_whole_is_refused(change: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(SettingsError):
        check(dataclasses.replace(axes()[0], **change))  # type: ignore[arg-type]


def test_a_projection_is_the_cosine_with_the_way_from_the_first_pole_to_the_second() -> None:
    # The axis is (-1, 1) / sqrt 2; the texts lie at the poles, across, and on both sides alike.
    texts = np.array([[1, 0], [0, 1], [3, 3], [-1, 1], [0, 0]], dtype=np.float32)
    assert cosines(texts, direction(FIRST, SECOND)).tolist() == [-0.7071, 0.7071, 0.0, 1.0, 0.0]


def test_turning_the_poles_turns_the_sign_alone() -> None:
    texts = np.random.default_rng(3).normal(size=(20, 2)).astype(np.float32)
    one, other = (cosines(texts, direction(*poles)) for poles in ((FIRST, SECOND), (SECOND, FIRST)))
    assert one.tolist() == (-other).tolist()


def _plane(texts: list[str]) -> np.ndarray:
    """A stand-in for the encoder: how long a text is, and how many words it has."""
    return np.array([[len(text), 5.0 * len(text.split())] for text in texts], dtype=np.float32).reshape(-1, 2)


def test_the_baseline_is_the_corpus_mean_of_each_axis() -> None:
    sentences = pd.DataFrame(
        {"sentence_id": ["a", "b", "c"], "text": ["One.", "Two or three.", "Unbelievable."]}
    )
    table = microframes(sentences, _plane)
    assert len(table) == 3 * len(axes())
    for _, own in table.groupby("axis"):
        assert set(own["baseline"]) == {own["baseline"].iloc[0]}
        assert own["baseline"].iloc[0] == pytest.approx(own["projection"].mean(), abs=1e-4)


def test_no_sentences_give_an_empty_table() -> None:
    assert microframes(pd.DataFrame({"sentence_id": [], "text": []}, dtype="str"), _plane).empty


def test_the_baseline_of_a_tie_does_not_depend_on_the_order_of_the_sentences() -> None:
    # The mean of the four is half way between two of four decimals; summed as floats, it falls on either side.
    values = [-0.1248, 0.0374, -0.0148, 0.0932]
    baselines = {
        _rows(list("abcd"), np.array(order), "x")["baseline"].iloc[0]
        for order in itertools.permutations(values)
    }
    assert baselines == {-0.0022}
