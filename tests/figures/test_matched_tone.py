"""The figure of matched paragraphs: its rings are the events, its diamond their mean."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from analysis.figures import matched_tone
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD
from tests.figures.test_figures import across, rows


def intervals(figure: Figure) -> list[list[float]]:
    """The ends of the lines along the rows."""
    lines = [each for each in figure.axes[0].collections if isinstance(each, LineCollection)]
    return [[float(point[0]) for point in segment] for each in lines for segment in each.get_segments()]


def data(**changed: float | str) -> pd.DataFrame:
    return matched_tone.prepare(small.paired_events(), small.paired().assign(**changed))


def test_a_ring_is_an_event_and_the_diamond_their_mean() -> None:
    figure = matched_tone.draw(data())
    row = f"{GAZETTE} less {HERALD}"
    assert rows(figure.axes[0]) == [row]
    assert across(figure.axes[0]) == {row: [-0.6, 0.1, -0.1], "mean": [-0.2]}


def test_an_interval_is_drawn_where_the_difference_is_tested_and_only_there() -> None:
    assert intervals(matched_tone.draw(data())) == []
    tested = data(low=-0.5, high=0.1, verdict="not supported")
    assert intervals(matched_tone.draw(tested)) == [[pytest.approx(-0.5), pytest.approx(0.1)]]
    assert "interval" in matched_tone.caption(tested)
    assert "interval" not in matched_tone.caption(data())


def test_the_axis_holds_differences_beyond_one() -> None:
    wide = matched_tone.prepare(small.paired_events().assign(difference=[-1.6, 0.1, 1.2]), small.paired())
    low, high = matched_tone.draw(wide).axes[0].get_xlim()
    assert low < -1.6
    assert high > 1.2


def test_fewer_than_ten_pairs_are_not_drawn() -> None:
    few = small.paired_events().assign(pairs=3)
    assert matched_tone.prepare(few, small.paired()).empty


def test_other_measures_and_voices_play_no_part() -> None:
    events = small.paired_events()
    more = pd.concat(
        [events, events.assign(voice="narration"), events.assign(measure="stance", instrument="")]
    )
    assert matched_tone.prepare(more, small.paired()).equals(data())


def test_the_description_states_the_largest_mean() -> None:
    assert f"−0.20, {GAZETTE} less {HERALD}, over 3 events" in matched_tone.describe(data())
