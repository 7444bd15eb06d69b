"""Lanes and rows: no two outlets at one height, no figure without end, and what is left out is told."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis.figures import (
    key,
    layout,
    reporting_verbs,
    stance_by_outlet,
    style,
    tone_in_topics,
    topic_shares,
    topic_voices,
)
from analysis.figures.wording import clauses
from tests.figures import small
from tests.figures.test_figures import marks, rows

SEVEN = [f"Outlet {number}" for number in range(7)]


def of_seven(table: pd.DataFrame) -> pd.DataFrame:
    """A table in which seven outlets each have the rows of the first."""
    own = table[table["outlet"] == small.GAZETTE]
    return pd.concat([own.assign(outlet=outlet) for outlet in SEVEN], ignore_index=True)


def shares(topics: int) -> pd.DataFrame:
    """What the figure of shares shows of seven outlets that are all alike, but in the last topic."""
    label = [f"topic {number:02}" for number in range(topics)]
    named = pd.concat(
        [small.topics().iloc[:1].assign(topic=place, label=name) for place, name in enumerate(label)]
    )
    own = small.estimates()
    own = own[(own["measure"] == "topic share") & (own["topic"] == "0")]
    estimates = pd.concat([of_seven(own).assign(topic=str(place)) for place in range(topics)])
    odd = (estimates["outlet"] == SEVEN[0]) & (estimates["topic"] == str(topics - 1))
    return topic_shares.prepare(estimates.assign(estimate=estimates["estimate"].where(~odd, 0.9)), named)


def heights(figure: Figure, row: int) -> list[float]:
    """How high the marks of a row stand in the first panel, in pixels."""
    (axes, *_) = figure.axes
    ends = axes.transData.transform(
        [(0, y) for own in marks(axes).values() for _, y in own if round(y) == row]
    )
    return sorted({round(float(y), 3) for _, y in ends})


@pytest.mark.parametrize("outlets", range(1, 13))
def test_up_to_eight_outlets_have_a_lane_each(outlets: int) -> None:
    names = [f"Outlet {number}" for number in range(outlets)]
    places = sorted(layout.lanes(names).values())
    assert len(set(places)) == (outlets if outlets <= 8 else 1)
    assert all(-0.5 < place < 0.5 for place in places)
    gaps = [(high - low) * layout.row_height(names) for low, high in pairwise(places)]
    if outlets <= 8:
        assert all(gap >= layout.mark_size(names) for gap in gaps), "marks of equal values do not touch"


def test_equal_shares_of_seven_outlets_do_not_hide_one_another() -> None:
    figure = topic_shares.draw(shares(2))
    drawn = heights(figure, 0)
    assert len(drawn) == 7
    assert min(high - low for low, high in pairwise(drawn)) >= 7.0


def test_of_more_topics_than_seven_lanes_have_room_for_the_largest_are_drawn_and_the_caption_tells() -> None:
    data = shares(40)
    figure = topic_shares.draw(data)
    assert len(rows(figure.axes[0])) == 24
    assert " Shown are the 24 largest of 40 topics." in topic_shares.caption(data)
    assert "90%" not in topic_shares.describe(data), "the topic of the largest share is not drawn"
    assert "90%" in topic_shares.describe(shares(24))
    assert "Shown" not in topic_shares.caption(shares(24))


def test_actors_and_shared_topics_are_cut_with_the_lanes_as_well() -> None:
    stance = of_seven(stance_by_outlet.prepare(small.estimates()).iloc[:1].assign(outlet=small.GAZETTE))
    actors = pd.concat([stance.assign(target=f"actor {number}", paragraphs=3) for number in range(30)])
    assert len(rows(stance_by_outlet.draw(actors).axes[0])) == 24
    assert "Shown are the 24 most mentioned of 30 actors." in stance_by_outlet.caption(actors)
    assert "Of 24 actors, 24 can be compared" in stance_by_outlet.describe(actors)
    tone = tone_in_topics.prepare(small.estimates(), small.topics())
    topics = pd.concat([of_seven(tone).assign(topic=number, label=f"topic {number}") for number in range(30)])
    assert len(rows(tone_in_topics.draw(topics).axes[0])) == 24
    assert "Shown are the 24 largest of 30 topics." in tone_in_topics.caption(topics)


def test_a_caption_speaks_of_numbers_beside_the_marks_only_where_they_are() -> None:
    few = topic_voices.prepare(small.topic_voices(), small.topics())
    many = of_seven(few)
    for data, numbered in ((few, True), (many, False)):
        written = [
            text for text in topic_voices.draw(data).axes[0].texts if text.get_text().startswith("of ")
        ]
        assert bool(written) is numbered
        assert ("The number beside a mark" in topic_voices.caption(data)) is numbered


@pytest.mark.parametrize("outlets", [7, 10])
def test_the_numbers_of_many_outlets_end_before_the_next_dot(outlets: int) -> None:
    one = small.reporting_verbs().head(1)
    table = pd.concat(
        [one.assign(outlet=f"The Daily Outlet {number:02}", quotes=1234) for number in range(outlets)]
    )
    cue_class = str(one["cue_class"].iloc[0])
    cues = (
        small.quotes()
        .query("cue == 'said'")
        .assign(cue="acknowledging and according to", cue_class=cue_class)
    )
    (axes,) = reporting_verbs.draw(reporting_verbs.prepare(table, cues, small.paragraphs())).axes
    left, right = axes.transData.transform([(0, 0), (1, 0)])[:, 0]
    dot = max(line.get_markersize() for line in axes.lines)
    assert dot + 3 + key.width_of("1,234", style.SMALL - 1) <= right - left


def test_the_key_leaves_room_for_all_its_lines() -> None:
    figure = topic_shares.draw(shares(2))
    (legend,) = figure.legends
    figure.draw_without_rendering()
    low = legend.get_window_extent().y0
    tops = [axes.get_window_extent().y1 for axes in figure.axes]
    assert max(tops) + 12 < low, "the titles of the panels stand between"


def test_a_long_list_of_clauses_says_how_many_more_there_are() -> None:
    assert clauses(["a, b", "c"], "outlet") == "a, b; c"
    assert clauses([str(number) for number in range(9)], "outlet") == "0; 1; 2; 3; 4; 5; 6; 7; 1 more outlet"


def test_rows_of_two_lines_keep_the_whole_name_of_a_class_of_verbs() -> None:
    quotes = small.quotes().query("cue == 'said'")
    cues = ("acknowledged", "announced", "according")
    many = pd.concat([quotes.assign(cue=cue) for cue in cues])
    data = reporting_verbs.prepare(small.reporting_verbs(), many, small.paragraphs())
    label = rows(reporting_verbs.draw(data).axes[0])[0]
    assert label.replace("\n", " ") == "neutral (according, acknowledged, announced)"
    assert label.count("\n") == 1
