"""The figures of what topics are made of and of false alarms: their marks are their tables."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from analysis.figures import false_alarms, topic_confounding
from tests.figures import left_out, small
from tests.figures.small import GAZETTE, HERALD
from tests.figures.test_figures import across, rows, texts, unlabelled


def _confounding(articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """What the figure shows of the small study."""
    return topic_confounding.prepare(
        left_out.topic_articles(),
        small.articles() if articles is None else articles,
        small.topics(),
        left_out.confounding(),
    )


def test_a_bar_is_cut_into_the_shares_of_its_articles() -> None:
    data = _confounding()
    (axes,) = topic_confounding.draw(data).axes
    bars = [bar for bar in axes.patches if isinstance(bar, Rectangle)]
    assert [bar.get_width() for bar in bars] == pytest.approx([2 / 3, 1 / 3, 2 / 3, 1 / 3, 1.0])
    assert [bar.get_x() for bar in bars] == pytest.approx([0, 2 / 3, 0, 2 / 3, 0])
    assert [round(bar.get_y() + bar.get_height() / 2) for bar in bars] == [0, 0, 1, 1, 2]
    assert rows(axes) == ["Harbour, Ships", "Taxes", "Bread"]


def test_every_segment_has_its_outlets_colour_and_mark_and_the_largest_is_named() -> None:
    data = _confounding()
    figure = topic_confounding.draw(data)
    (axes,) = figure.axes
    fills = [bar.get_facecolor() for bar in axes.patches]
    assert fills[0] == fills[2] == fills[3]
    assert fills[1] == fills[4] != fills[0]
    markers = [str(line.get_marker()) for line in axes.lines]
    assert markers == [markers[0], markers[1], markers[0], markers[0], markers[1]]
    assert markers[0] != markers[1]
    assert texts(figure) == ["Gazette 2011: 2 of 3", "Gazette: 2 of 3", "Herald 2014: 3 of 3"]


def test_the_description_counts_topics_of_one_article_and_the_caption_gives_the_level_of_chance() -> None:
    data = _confounding()
    assert topic_confounding.describe(data) == (
        "In 1 of 3 topics one article supplies 90% of the paragraphs or more. The most mixed is “Harbour, Ships”, of "
        "which Gazette 2011 supplies 67%."
    )
    caption = topic_confounding.caption(data)
    assert "How far topic and article go together: 0.61" in caption
    assert "chance gives 0.27. For topic and outlet: 0.52, chance 0.12." in caption
    assert "Grey" not in caption


def test_of_many_articles_the_largest_is_shown_and_the_rest_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_confounding, "MOST_SEGMENTS", 2)
    data = _confounding()
    assert data["article"].tolist()[1] == topic_confounding.OTHERS
    assert data.groupby("topic")["share"].sum().tolist() == pytest.approx([1.0] * 3)
    assert data.groupby("topic").size().tolist() == [2, 2, 1]
    assert data["paragraphs"].tolist() == [2, 1, 2, 1, 3]
    assert "Grey is all other articles together." in topic_confounding.caption(data)
    (axes,) = topic_confounding.draw(data).axes
    assert len(axes.lines) == 3, "the others together have no outlet's mark"


def test_information_that_is_not_defined_is_not_told() -> None:
    data = _confounding().assign(nmi=math.nan)
    assert "information" not in topic_confounding.caption(data)


def test_a_rate_is_a_mark_with_its_interval_beside_the_level() -> None:
    data = false_alarms.prepare(left_out.self_audit(tested=True, every=False))
    panels = false_alarms.draw(data).axes
    assert len(panels) == 3
    for axes in panels:
        assert unlabelled(axes)[:2] == [0.05, 0.05], "the dashed line"
        assert unlabelled(axes)[2:] == pytest.approx([9 / 40, 1.0, 39 / 40])
        assert len(axes.collections) == 3
    assert rows(panels[0]) == ["this study", "one by one", "one by one, corrected"]
    assert false_alarms.describe(data) == (
        "At least one difference is called by this study in 9 of 40 dealings; one by one in 40 of 40 dealings; one by "
        "one and corrected in 39 of 40 dealings."
    )
    assert "true one" not in false_alarms.caption(data), "drawn at random it may be among them or not"
    assert "at random, 40 times" in false_alarms.caption(data)


def test_a_study_that_tests_nothing_has_no_mark_and_says_so() -> None:
    data = false_alarms.prepare(left_out.self_audit())
    figure = false_alarms.draw(data)
    assert texts(figure)[0] == "tests nothing"
    assert all(len(unlabelled(axes)) == 4 for axes in figure.axes)
    assert not any(axes.collections for axes in figure.axes), "where all ways are known there is no interval"
    assert false_alarms.describe(data) == (
        "At least one difference is called one by one in 3 of 3 dealings; one by one and corrected in 2 of 3 dealings; "
        "by this study in none, as it tests nothing. One of the dealings is the true one."
    )
    caption = false_alarms.caption(data)
    assert "in all 3 ways there are, the true one among them" in caption
    assert "interval" not in caption


def test_the_outlets_of_the_segments_stand_in_the_key() -> None:
    assert set(_confounding()["outlet"]) == {GAZETTE, HERALD}
    assert across(topic_confounding.draw(_confounding()).axes[0]) == {}
