"""The specification curve: its marks are the sorted differences, its words the n of m."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.patches import PathPatch

from analysis.figures import specification_curve
from analysis.figures.choices import in_order, level_title
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD

TICKS = [round(0.1 * place - 0.2, 6) for place in range(12)]


@pytest.fixture
def data() -> pd.DataFrame:
    """What the figure shows of the small study."""
    return specification_curve.prepare(small.multiverse(), small.multiverse_summary())


def test_the_differences_are_sorted_and_those_without_one_left_out(data: pd.DataFrame) -> None:
    own = data[data["outlet"] == GAZETTE]
    assert own["difference"].tolist() == TICKS
    assert own["place"].tolist() == pytest.approx([(place + 0.5) / 12 for place in range(12)])
    other = data[data["outlet"] == HERALD]
    assert other["difference"].tolist() == [-tick for tick in reversed(TICKS)]
    assert set(data["kind"]) == {"topic share", "wording tone"}, "six specifications of a word make no curve"


def test_each_panel_draws_its_curve_and_marks_the_study_s_own_difference(data: pd.DataFrame) -> None:
    figure = specification_curve.draw(data)
    curves = [axes for axes in figure.axes if axes.get_title(loc="left")]
    assert [axes.get_title(loc="left") for axes in curves] == [GAZETTE, HERALD]
    drawn = {line.get_label(): line for axes in curves[:1] for line in axes.lines}
    share = np.asarray(drawn["topic share:0:Gazette"].get_ydata())
    assert share.tolist() == pytest.approx([100 * tick for tick in TICKS])
    study = drawn["study"]
    assert [float(each) for each in np.asarray(study.get_ydata())] == [100.0]
    assert [float(each) for each in np.asarray(study.get_xdata())] == [1.0], "all lie below it"
    assert any(float(np.asarray(line.get_ydata())[0]) == 0 for line in curves[0].lines), "the line at zero"


def test_above_each_panel_stands_in_how_many_specifications_the_sign_holds(data: pd.DataFrame) -> None:
    texts = [text.get_text() for axes in specification_curve.draw(data).axes for text in axes.texts]
    assert texts == [
        "Share of “Ships, harbour”", "same sign 9 of 16; points", "Tone over all", "same sign 9 of 16",
    ]  # fmt: skip


def test_a_bar_is_as_high_as_the_share_of_its_specifications_with_the_choice(data: pd.DataFrame) -> None:
    strip = specification_curve.draw(data).axes[1]
    labels = [label.get_text() for label in strip.get_yticklabels()]
    assert labels == ["by length", "by article", "all text", "narration only"]
    bars = {patch.get_label(): patch for patch in strip.patches if isinstance(patch, PathPatch)}
    assert list(bars) == labels
    # Twelve specifications over 24 parts: each has a part of its own; every other one is of all text.
    drawn = {label: np.asarray(bar.get_path().vertices, dtype=np.float64) for label, bar in bars.items()}
    starts = drawn["all text"][::5, 0]
    assert [round(start - 0.1) for start in starts.tolist()] == [1, 5, 9, 13, 17, 21]
    assert {round(float(np.ptp(corners[:4, 1])), 6) for corners in drawn.values()} == {0.84}


def test_the_description_names_every_comparison_the_least_robust_first(data: pd.DataFrame) -> None:
    assert specification_curve.describe(data) == (
        "Of 2 comparisons, 2 keep the sign of the study's own difference in more than half of the specifications, none "
        "in all. From the most fragile: Gazette against the rest, share of “Ships, harbour”, in 9 of 16; Herald "
        "against the rest, tone over all, in 9 of 16."
    )
    firmer = data.assign(same_sign=data["same_sign"].where(data["outlet"] == HERALD, 16))
    told = specification_curve.describe(firmer)
    assert (
        "1 in all. From the most fragile: Herald against the rest, tone over all, in 9 of 16; Gazette" in told
    )
    frail = specification_curve.describe(data.assign(same_sign=8))
    assert frail.startswith("Of 2 comparisons, none keep the sign")
    assert "keeps its sign in 56% of its specifications" in specification_curve.caption(data)


def test_where_no_specification_has_a_difference_there_is_no_figure() -> None:
    nothing = small.multiverse().assign(difference=np.nan)
    assert specification_curve.prepare(nothing, small.multiverse_summary()).empty


def test_at_most_three_comparisons_of_a_kind_are_drawn() -> None:
    rows, summary = small.multiverse(), small.multiverse_summary()
    names = [f"topic share:{topic}:Gazette" for topic in range(5)]
    many = pd.concat([rows[rows["contrast"] == names[0]].assign(contrast=name) for name in names])
    told = pd.concat([summary.iloc[:1].assign(contrast=name) for name in names])
    data = specification_curve.prepare(many, told)
    assert data["contrast"].unique().tolist() == names[:3]
    assert len(specification_curve.draw(data).axes) == 6


def test_levels_stand_in_reading_order_and_have_names() -> None:
    assert in_order("neighbours", ["12", "5", "8"]) == ["5", "8", "12"]
    assert in_order("core_size", ["cluster size", "1"]) == ["1", "cluster size"]
    assert in_order("instrument", ["mine", "afinn", "vader"]) == ["vader", "afinn", "mine"]
    assert level_title("neighbours", "5") == "5 neighbours"
    assert level_title("instrument", "mine") == "mine"
    assert level_title("core_size", "1") == "core of 1"
