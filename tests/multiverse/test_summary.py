"""What the multiverse says of a contrast, counted by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis import tables
from analysis.multiverse.contrast import SHARE, Contrast
from analysis.multiverse.specification import CHOICES
from analysis.multiverse.summary import summary
from analysis.multiverse.verdict import others, verdict, verdict_lines

CONTRAST = Contrast(SHARE, "Gazette", topic="0", subject="Ships", reference=0.2)
NAN = math.nan
# voice, estimand, difference, outcome, p
ROWS = [
    ("all", "x", 0.1, "same sign", 0.01), ("all", "y", 0.2, "same sign", 0.2), ("all", "x", 0.3, "same sign", 0.04),
    ("narration", "y", -0.1, "other sign", 0.5), ("narration", "x", 0.0, "no difference", NAN),
    ("narration", "y", -0.2, "other sign", NAN), ("narration", "x", NAN, "not defined", NAN),
    ("narration", "y", NAN, "topic not found", NAN),
]  # fmt: skip


def made() -> pd.DataFrame:
    """The rows as a table."""
    blank = dict.fromkeys(CHOICES, "")
    return tables.table("multiverse", (
        {
            "contrast": CONTRAST.name, **blank, "voice": voice, "estimand": estimand, "difference": difference,
            "jaccard": NAN, "outcome": outcome, "p": p,
        }
        for voice, estimand, difference, outcome, p in ROWS
    ))  # fmt: skip


def test_every_specification_is_counted_once_found_or_not() -> None:
    (row,) = summary(made(), [CONTRAST], alpha=0.05).to_dict("records")
    assert row["specifications"] == 8
    assert [row[name] for name in ("same_sign", "other_sign", "no_difference", "undefined", "not_found")] == [
        3,
        2,
        1,
        1,
        1,
    ]
    assert row["median"] == pytest.approx(0.05)
    assert (row["low"], row["high"]) == (pytest.approx(-0.15), pytest.approx(0.25))


def test_the_choice_whose_medians_are_furthest_apart_moves_it_most() -> None:
    (row,) = summary(made(), [CONTRAST], alpha=0.05).to_dict("records")
    # by voice .2 and -.1; by estimand .1 and -.1
    assert (row["moved_by"], row["moved"]) == ("voice", pytest.approx(0.3))
    assert row["medians"] == "all 0.200; narration -0.100"


def test_a_level_of_two_differences_has_no_median_to_be_held_against() -> None:
    rows = made()
    few = rows[~((rows["voice"] == "narration") & (rows["difference"] == 0))]
    assert summary(few, [CONTRAST], alpha=0.05)["moved_by"].tolist() != ["voice"]


def test_supported_is_a_share_of_the_specifications_that_were_tested() -> None:
    (row,) = summary(made(), [CONTRAST], alpha=0.05).to_dict("records")
    assert (row["tested"], row["supported"]) == (4, 0.5)
    (blank,) = summary(made().assign(p=NAN), [CONTRAST], alpha=0.05).to_dict("records")
    assert blank["tested"] == 0
    assert math.isnan(blank["supported"])


def test_a_contrast_that_no_specification_could_compute_has_no_median() -> None:
    nothing = made().assign(difference=NAN, outcome="topic not found")
    (row,) = summary(nothing, [CONTRAST], alpha=0.05).to_dict("records")
    assert math.isnan(row["median"])
    assert (row["moved_by"], row["not_found"]) == ("", 8)


def test_the_verdict_names_all_specifications_and_the_parts_that_disagree() -> None:
    table = summary(made(), [CONTRAST], alpha=0.05)
    row = {str(name): value for name, value in table.iloc[0].items()}
    assert verdict(row) == "robust in sign in 3 of 8"
    assert others(row) == "2 other sign, 1 no difference, 1 not defined, 1 topic not found"
    (line,) = verdict_lines(table)
    assert line.startswith("topic share, Ships: Gazette against the rest +0.200, robust in sign in 3 of 8 (")


def test_where_nothing_is_compared_the_command_says_so() -> None:
    (line,) = verdict_lines(summary(made().iloc[:0], [], alpha=0.05))
    assert line.startswith("nothing to compare")
