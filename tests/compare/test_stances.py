"""Stance per outlet and actor, worked by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis import tables
from analysis.compare import compare
from analysis.compare.stances import stance_sums
from analysis.compare.sums import Sums
from analysis.settings import Outlet
from tests.compare.studies import QUICK, by, study, values_by_measure
from tests.compare.test_weights import weighed

MADE = study(
    {
        "a1": (
            "Herald",
            [(0, [("narration", 0.0, "One."), ("direct", 0.0, "Two.")]), (1, [("direct", 0.0, "Three.")])],
        ),
        "a2": ("Herald", [(0, [("narration", 0.0, "Four.")])]),
        "b1": ("Gazette", [(0, [("direct", 0.0, "Five.")])]),
    }
)  # fmt: skip
TARGETS = pd.DataFrame(
    [
        ("a1:0.0", "NATO", 0.5), ("a1:0.1", "NATO", -0.9), ("a2:0.0", "NATO", 0.1), ("b1:0.0", "NATO", 0.1234),
        ("a1:1.0", "Russia", -0.3), ("a1:0.0", "Russia", -0.2),
    ],
    columns=["sentence_id", "target", "stance"],
)  # fmt: skip


def test_a_stance_is_the_mean_over_the_sentences_that_mention_the_actor() -> None:
    texts = MADE.texts()
    found = {
        (row["voice"], row["target"], outlet): value
        for row, values in values_by_measure(Sums.of(stance_sums(texts, TARGETS), texts.design))
        for outlet, value in values.items()
        if not math.isnan(value)
    }
    assert found == pytest.approx(
        {
            ("all", "NATO", "Herald"): (0.5 - 0.9 + 0.1) / 3,
            ("all", "NATO", "Gazette"): 0.1234,
            ("all", "Russia", "Herald"): -0.25,
            ("narration", "NATO", "Herald"): 0.3,
            ("narration", "Russia", "Herald"): -0.2,
        }
    )


def test_stance_is_summed_in_whole_ten_thousandths_and_all_actors_of_a_voice_are_one_family() -> None:
    sums = stance_sums(MADE.texts(), TARGETS)
    gazette = sums[(sums["article_id"] == "b1") & (sums["voice"] == "all")]
    assert (gazette["total"].tolist(), gazette["squares"].tolist(), gazette["units"].tolist()) == (
        [1234],
        [1234**2],
        [1],
    )
    assert set(sums["family"]) == {"stance, all", "stance, narration"}


def test_the_comparison_gives_each_outlet_s_stance_and_its_verdict() -> None:
    result = compare(
        **MADE.tables(),
        targets=TARGETS,
        settings=QUICK,
        outlets=[Outlet("Herald"), Outlet("Gazette")],
        seed=1,
    )
    rows = result.estimates[(result.estimates["measure"] == "stance") & (result.estimates["voice"] == "all")]
    found = by(rows, "target", "outlet")
    assert found["NATO", "Herald"]["estimate"] == pytest.approx(-0.1)
    assert found["NATO", "Herald"]["verdict"] == "descriptive only"
    assert found["Russia", "Gazette"]["verdict"] == "not estimable"


def test_a_study_that_names_no_actors_has_no_stance() -> None:
    assert stance_sums(MADE.texts(), TARGETS.iloc[:0]).empty
    assert "stance" not in set(MADE.compared().estimates["measure"])


def test_doubling_one_outlet_s_mentions_moves_no_other() -> None:
    before = stance_sums(MADE.texts(), TARGETS)
    moved = TARGETS.assign(stance=TARGETS["stance"].where(TARGETS["sentence_id"] != "b1:0.0", -0.8))
    after = stance_sums(MADE.texts(), moved)
    herald = before["article_id"] != "b1"
    pd.testing.assert_frame_equal(before[herald], after[herald])


def test_a_study_that_names_no_actor_has_no_stance_and_every_other_measure() -> None:
    texts = MADE.texts()
    assert stance_sums(texts, tables.table("targets", ())).empty


def test_a_paragraph_of_twice_the_weight_counts_twice_in_sum_squares_and_units() -> None:
    sums = stance_sums(weighed(MADE, [1, 1, 1, 0.5]).texts(), TARGETS)
    both = sums[(sums["target"] == "NATO") & (sums["voice"] == "all")].set_index("article_id")
    columns = ["total", "squares", "units"]
    assert list(both.loc["a2", columns]) == [2 * 1000, 2 * 1000**2, 2]
    assert list(both.loc["b1", columns]) == [1234, 1234**2, 1]
