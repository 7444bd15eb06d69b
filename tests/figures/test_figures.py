"""Each figure: the marks on its axes are its table, and its description states the number."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from analysis.figures import (
    articles_needed,
    context_tradeoff,
    cut_profile,
    distinguishing_words,
    in_study_order,
    instrument_agreement,
    interview_topics,
    parser_audit,
    prior_sensitivity,
    timeline,
    tone_by_instrument,
    tone_in_topics,
    topic_map,
    topic_shares,
    topic_sizes,
    topics_by_article,
    voices,
    wording_tone,
    words_within_topics,
)
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD, SETTINGS


def marks(axes: Axes) -> dict[str, list[tuple[float, float]]]:
    """The points drawn on an axes by label, lines that have none left out."""
    drawn: dict[str, list[tuple[float, float]]] = {}
    for line in axes.lines:
        label = str(line.get_label())
        if label and not label.startswith("_"):
            points = np.column_stack([np.asarray(line.get_xdata()), np.asarray(line.get_ydata())])
            drawn.setdefault(label, []).extend((float(x), float(y)) for x, y in points)
    return drawn


def across(axes: Axes) -> dict[str, list[float]]:
    """The x of the points drawn on an axes, by label."""
    return {label: [x for x, _ in points] for label, points in marks(axes).items()}


def unlabelled(axes: Axes) -> list[float]:
    """The x of the points of a figure that shows no outlets."""
    return [float(x) for line in axes.lines for x in np.asarray(line.get_xdata())]


def texts(figure: Figure) -> list[str]:
    """All texts written on the axes of a figure."""
    return [text.get_text() for axes in figure.axes for text in axes.texts]


def rows(axes: Axes) -> list[str]:
    """The labels of the rows."""
    return [label.get_text() for label in axes.get_yticklabels()]


def test_an_article_is_a_mark_at_its_date_and_an_undated_one_stands_at_the_edge() -> None:
    data = timeline.prepare(small.articles(), small.paragraphs())
    (axes,) = timeline.draw(data).axes
    assert across(axes)[GAZETTE] == [axes.get_xlim()[1], pytest.approx(2011 + 62 / 366)]
    assert across(axes)[HERALD] == [pytest.approx(2014 + 308 / 366)]
    assert data["words"].tolist() == [12, 22, 16]
    assert "holds 44% of all analysed words" in timeline.describe(data)
    assert "1 article without a date" in timeline.caption(data)


def test_the_longest_article_has_the_largest_mark_by_area() -> None:
    data = timeline.prepare(small.articles(), small.paragraphs())
    (axes,) = timeline.draw(data).axes
    sizes = [line.get_markersize() for line in axes.lines]
    assert sizes[0] / sizes[1] == pytest.approx(math.sqrt(12 / 22))


def test_a_corpus_without_any_date_can_be_drawn() -> None:
    data = timeline.prepare(small.articles().assign(date=""), small.paragraphs())
    assert len(timeline.draw(data).axes[0].lines) == 3


def test_the_voices_of_an_outlet_are_shares_of_its_words() -> None:
    data = voices.prepare(small.word_voices())
    narration, direct, indirect, question, answer = voices.draw(data).axes
    assert across(narration) == {GAZETTE: [pytest.approx(27 / 34)], HERALD: [pytest.approx(5 / 16)]}
    assert across(direct) == {GAZETTE: [pytest.approx(7 / 34)], HERALD: [pytest.approx(3 / 16)]}
    assert across(indirect) == {HERALD: [pytest.approx(3 / 16)]}
    assert across(question) == {HERALD: [pytest.approx(3 / 16)]}
    assert across(answer) == {HERALD: [pytest.approx(2 / 16)]}
    assert data.groupby("outlet")["share"].sum().tolist() == [1.0, 1.0]
    assert voices.describe(data) == (
        "The outlet's own words are 79% of 34 words in Gazette; 31% of 16 words in Herald."
    )


def test_the_caption_explains_the_voices_that_occur_and_no_others() -> None:
    every = voices.caption(voices.prepare(small.word_voices()))
    assert "without quotation marks" in every
    assert "interviewee" in every
    gazette = small.word_voices().query("outlet == @GAZETTE")
    assert "interviewe" not in voices.caption(voices.prepare(gazette))
    assert "without quotation marks" not in voices.caption(voices.prepare(gazette))


def test_the_bars_of_the_audit_are_shares_of_characters() -> None:
    data = parser_audit.prepare(small.audit(), small.articles())
    panels = parser_audit.draw(data).axes
    widths = [[bar.get_width() for bar in axes.patches if isinstance(bar, Rectangle)] for axes in panels]
    assert widths == [[0.8, 1.0, 0.25], [0.25], [0.5], [0.1], [0.1]]
    assert parser_audit.describe(data).startswith("90% of all 400 characters are analysed; the least in")
    assert "headline and caption" in parser_audit.caption(data)


def test_an_audit_of_many_articles_is_one_of_outlets() -> None:
    one, audit = small.articles().iloc[:1], small.audit()
    names = [f"a{number}" for number in range(40)]
    articles = pd.concat([one.assign(article_id=name) for name in names])
    many = pd.concat([audit[audit["article_id"] == "g1"].assign(article_id=name) for name in names])
    data = parser_audit.prepare(many, articles)
    assert data["row"].unique().tolist() == [GAZETTE]
    assert data["share"].tolist() == [0.8, 0.1, 0.1]


def test_every_cut_is_a_mark_and_the_chosen_one_is_filled() -> None:
    data = cut_profile.prepare(small.cut_profile())
    (axes,) = cut_profile.draw(data).axes
    drawn = marks(axes)
    assert drawn["tried"] == [(2, 0.7), (3, 0.8), (4, 0.6)]
    assert drawn["chosen"] == [(3, 0.95)]
    assert drawn["best"] == [(2, 0.7), (3, 0.95), (4, 0.6)]
    assert "3 topics were chosen, with a stability of 0.95" in cut_profile.describe(data)


def test_the_trade_off_has_a_panel_for_each_quality_and_fills_the_study_s_choice() -> None:
    tables = {"context_tradeoff": small.context_tradeoff()}
    own = SETTINGS.topics.context
    data = context_tradeoff.prepare(tables["context_tradeoff"].assign(chosen=[False, True, False]))
    together, shared, stable = context_tradeoff.draw(data).axes
    assert marks(together)["block_nmi"] == [(0.0, 0.7), (0.5, 1.0), (own, 0.9)]
    assert marks(shared)["shared_topics"] == [(0.0, 3), (0.5, 0), (own, 2)]
    assert marks(stable)["stability"] == [(0.0, 0.9), (0.5, 1.0), (own, 0.95)]
    assert context_tradeoff.describe(data).startswith(
        "With 15% of context, the share used, answers are kept together by NMI 0.90, 2 topics stand in several outlets "
        "and stability is 0.95; with 0% "
    )


def test_the_trade_off_of_a_corpus_without_an_interview_has_no_panel_for_questions() -> None:
    tried = small.context_tradeoff().assign(chosen=False, block_nmi=math.nan)
    data = context_tradeoff.prepare(tried)
    assert len(context_tradeoff.draw(data).axes) == 2
    assert "NMI" not in context_tradeoff.describe(data)


def test_a_topic_is_a_row_with_its_size_reproducibility_and_largest_article() -> None:
    data = topic_sizes.prepare(small.topics())
    sizes, again, alone = topic_sizes.draw(data).axes
    assert rows(sizes) == ["Harbour, Ships", "Taxes", "Bread"]
    assert unlabelled(sizes) == [3, 3, 3]
    assert unlabelled(again) == [0.9, 0.8, 1.0]
    assert unlabelled(alone) == [2 / 3, 2 / 3, 1.0]
    assert topic_sizes.describe(data) == (
        "The largest of 3 topics is “Harbour, Ships” with 3 paragraphs, the smallest “Bread” with 3. “Taxes” comes "
        "back least surely, with an overlap of 80%; 1 topic rests on a single article."
    )


def test_of_very_many_topics_the_largest_are_drawn_and_the_caption_says_so() -> None:
    many = pd.concat(
        [small.topics().iloc[:1].assign(topic=number, paragraphs=100 - number) for number in range(60)]
    )
    data = topic_sizes.prepare(many)
    assert len(data) == 60
    assert len(rows(topic_sizes.draw(data).axes[0])) == 40
    assert "the 40 largest of 60 topics" in topic_sizes.caption(data)


def test_the_map_has_a_mark_for_each_paragraph_in_its_outlet_s_look() -> None:
    data = topic_map.prepare(small.assignments(), small.paragraphs(), small.topics())
    (axes,) = topic_map.draw(data).axes
    drawn = marks(axes)
    assert sorted(drawn[GAZETTE]) == [(0, 0), (1, 1), (2, 2), (3, 0), (4, 1), (5, 2)]
    assert sorted(drawn[HERALD]) == [(6, 0), (7, 1), (8, 2), (9, 0)]
    assert {text.get_text() for text in axes.texts} == {"Harbour, Ships", "Taxes", "Bread"}
    hollow = [
        np.asarray(line.get_xdata()).tolist() for line in axes.lines if line.get_markerfacecolor() == "none"
    ]
    assert [x for xs in hollow for x in xs] == [3.0]
    assert topic_map.describe(data) == (
        "Marks of several outlets lie in 1 of 3 topics, with 3 of 10 paragraphs: “Harbour, Ships”. 1 paragraph belongs "
        "to no topic."
    )


def test_a_map_of_outlets_apart_says_that_no_topic_is_shared() -> None:
    data = topic_map.prepare(small.assignments(), small.paragraphs(), small.topics())
    apart = data[(data["topic"] != 0) | (data["outlet"] == GAZETTE)]
    assert topic_map.describe(apart).startswith(
        "Marks of several outlets lie in none of 3 topics. 1 paragraph belongs"
    )


def test_the_names_of_a_map_lie_on_no_mark_and_inside_the_axes() -> None:
    data = topic_map.prepare(small.assignments(), small.paragraphs(), small.topics())
    figure = topic_map.draw(data)
    (axes,) = figure.axes
    figure.draw_without_rendering()
    frame, marks_drawn = axes.get_window_extent(), axes.transData.transform(data[["x", "y"]].to_numpy())
    for text in axes.texts:
        box = text.get_window_extent()
        assert not [mark for mark in marks_drawn if box.contains(*mark)]
        assert frame.contains(*box.min)
        assert frame.contains(*box.max)
        assert text.get_bbox_patch() is None, "a plate would hide what it covers"


def test_of_more_topics_than_can_be_named_the_caption_of_the_map_tells_how_many_are() -> None:
    data = topic_map.prepare(small.assignments(), small.paragraphs(), small.topics())
    many = pd.concat(
        [
            data.assign(topic=number, label=f"topic {number}", x=data["x"] + 20 * number)
            for number in range(30)
        ]
    )
    assert "Named are the 24 largest of 30 topics." in topic_map.caption(many)
    assert len(topic_map.draw(many).axes[0].texts) == 24
    assert "Named" not in topic_map.caption(data)


def test_the_matrix_counts_the_paragraphs_of_each_topic_in_each_article() -> None:
    data = topics_by_article.prepare(
        small.assignments(), small.paragraphs(), small.articles(), small.topics()
    )
    (axes,) = topics_by_article.draw(data).axes
    assert rows(axes) == ["Harbour, Ships", "Taxes", "Bread", "no topic"]
    assert marks(axes) == {
        "Gazette 2011": [(0, 0), (0, 1), (0, 3)], "Gazette": [(1, 1)], "Herald 2014": [(2, 0), (2, 2)],
    }  # fmt: skip
    assert data["paragraphs"].tolist() == [2, 1, 1, 2, 3, 1]
    assert "Of 3 topics, 2 stand in more than one article: “Harbour, Ships” and “Taxes”." in (
        topics_by_article.describe(data)
    )


def test_the_matrix_of_many_articles_has_a_column_for_each_outlet() -> None:
    articles = pd.concat(
        [small.articles(), *(small.articles().iloc[:1].assign(article_id=f"x{n}") for n in range(20))]
    )
    data = topics_by_article.prepare(small.assignments(), small.paragraphs(), articles, small.topics())
    assert set(data["column"]) == {GAZETTE, HERALD}
    assert "Of 3 topics, 1 stands in more than one outlet: “Harbour, Ships”." in topics_by_article.describe(
        data
    )


def test_a_share_is_a_mark_in_its_outlet_s_lane() -> None:
    data = topic_shares.prepare(small.estimates(), small.topics())
    every, narration = topic_shares.draw(data).axes
    assert across(every) == {GAZETTE: [2 / 6, 0.5, 0.0], HERALD: [0.25, 0.0, 0.75]}
    assert across(narration) == {GAZETTE: [0.25, 0.5, 0.0], HERALD: [1.0, 0.0, 0.0]}
    assert [round(y) for _, y in marks(every)[GAZETTE]] == [0, 1, 2]
    assert topic_shares.describe(data) == (
        "Over all text outlets differ most in “Bread”: 75% of 4 paragraphs in Herald, 0% of 6 paragraphs in Gazette."
    )


@pytest.mark.parametrize(
    ("verdict", "lines"), [("descriptive only", 0), ("supported", 12), ("not supported", 12)]
)
def test_intervals_are_drawn_only_where_the_design_allows_them(verdict: str, lines: int) -> None:
    estimates = small.estimates(verdict).fillna({"low": 0.0, "high": 0.5})
    figure = topic_shares.draw(topic_shares.prepare(estimates, small.topics()))
    grid = [collection for axes in figure.axes for collection in axes.collections]
    drawn = [one for one in grid if one.get_linewidth()[0] == 2.0]  # type: ignore[index]
    assert len(drawn) == lines


def test_outlets_with_the_same_shares_are_two_outlets() -> None:
    same = topic_shares.prepare(small.estimates(), small.topics()).assign(share=0.5)
    told = topic_shares.describe(same)
    assert GAZETTE in told
    assert HERALD in told


def test_an_article_s_tone_is_a_mark_and_its_outlet_s_mean_an_upright_line() -> None:
    data = wording_tone.prepare(small.article_tone(), small.articles(), small.estimates())
    every, _ = wording_tone.draw(data).axes
    assert marks(every) == {GAZETTE: [(-0.125, 0), (0.4, 1)], HERALD: [(0.3, 2)]}
    lines = [line for line in every.collections if isinstance(line, LineCollection)]
    means = [float(line.get_segments()[0][0][0]) for line in lines]
    assert means == [0.05, 0.3]
    assert wording_tone.describe(data) == (
        "The lowest mean tone is +0.05, in Gazette, the highest +0.30, in Herald (all text; −1 is negative, 1 "
        "positive). Single articles lie between −0.12 and +0.40 in Gazette."
    )


def test_each_word_list_is_a_panel_with_a_row_for_each_voice_and_a_mark_for_each_outlet() -> None:
    data = tone_by_instrument.prepare(small.estimates())
    vader, afinn = tone_by_instrument.draw(data).axes
    assert (vader.get_title("left"), afinn.get_title("left")) == ("VADER", "AFINN")
    assert rows(vader) == ["all text", "narration"]
    assert across(vader) == {GAZETTE: [0.05, 0.05], HERALD: [0.3, 0.6]}
    assert across(afinn) == {GAZETTE: [0.35, 0.1], HERALD: [0.2, 0.5]}


def test_one_word_list_has_nobody_to_agree_with() -> None:
    estimates = small.estimates()
    assert tone_by_instrument.prepare(estimates[estimates["instrument"] != "afinn"]).empty


def test_voices_are_panels_of_the_tone_of_a_topic() -> None:
    estimates = small.estimates()
    within = estimates[(estimates["topic"] == "0") & (estimates["instrument"] == "vader")]
    more = pd.concat([estimates, within[within["outlet"] == GAZETTE].assign(voice="quoted", estimate=-0.4)])
    every, quoted = tone_in_topics.draw(tone_in_topics.prepare(more, small.topics())).axes
    assert (every.get_title("left"), quoted.get_title("left")) == ("all text", "quoted")
    assert across(every) == {GAZETTE: [-0.3], HERALD: [0.6]}
    assert across(quoted)[GAZETTE] == [-0.4]


def test_the_tone_of_a_shared_topic_is_a_mark_for_each_outlet() -> None:
    data = tone_in_topics.prepare(small.estimates(), small.topics())
    (axes,) = tone_in_topics.draw(data).axes
    assert rows(axes) == ["Harbour, Ships"]
    assert across(axes) == {GAZETTE: [-0.3], HERALD: [0.6]}
    assert "−0.30 in Gazette and +0.60 in Herald, a difference of 0.90" in tone_in_topics.describe(data)


def test_a_topic_of_single_paragraphs_is_not_called_the_furthest_apart_where_there_is_a_firmer_one() -> None:
    one = tone_in_topics.prepare(small.estimates(), small.topics())
    frail = one.assign(topic=1, label="Frail", tone=[-1.0, 1.0], paragraphs=[1, 9])
    low, high = tone_in_topics.furthest_apart(tone_in_topics.firmly_shared(pd.concat([one, frail])))
    assert (low["label"], high["label"]) == ("Harbour, Ships", "Harbour, Ships")
    assert tone_in_topics.furthest_apart(tone_in_topics.firmly_shared(frail))[0]["label"] == "Frail"


def test_a_distinguishing_word_is_a_mark_at_its_log_odds_with_its_count() -> None:
    data = distinguishing_words.prepare(small.keyness())
    figure = distinguishing_words.draw(data)
    assert [across(axes) for axes in figure.axes] == [{GAZETTE: [1.5]}, {HERALD: [0.9]}]
    assert texts(figure) == ["3", "3"]
    assert [axes.get_title(loc="left") for axes in figure.axes] == [GAZETTE, HERALD]
    assert distinguishing_words.describe(data) == (
        "“taxes” in Gazette stands furthest above chance: 3 times, log-odds ratio 1.50. First come in Gazette “taxes”; "
        "in Herald “bread”."
    )


def test_words_of_one_topic_are_marks_beside_the_others_rate() -> None:
    data = words_within_topics.prepare(small.keyness(), small.topics())
    (axes,) = words_within_topics.draw(data).axes
    assert rows(axes) == ["", "harbour", "ships"]
    assert across(axes) == {"the others": [20.0, 15.0], GAZETTE: [40.0], HERALD: [20.0]}
    assert (
        "most is “harbour” on “Harbour, Ships”, 4 times in Gazette: 40.0 in every 1,000 words against 20.0"
        in (words_within_topics.describe(data))
    )


def test_a_topic_in_which_one_outlet_alone_has_words_is_no_common_ground() -> None:
    alone = small.keyness().query("outlet == 'Gazette'")
    assert words_within_topics.prepare(alone, small.topics()).empty
    once = small.keyness().replace({"count": {2: 1}})
    assert words_within_topics.prepare(once, small.topics()).empty


def test_a_word_s_line_follows_its_rank_over_the_priors() -> None:
    data = prior_sensitivity.prepare(small.prior_sensitivity())
    gazette, herald = prior_sensitivity.draw(data).axes
    assert marks(gazette) == {"ships": [(0, 2), (1, 9)], "taxes": [(0, 1), (1, 1)]}
    assert marks(herald) == {"bread": [(0, 1), (1, 1)]}
    assert prior_sensitivity.describe(data) == (
        "The first 8 words under each of 2 priors share 1 word in Gazette; 1 word in Herald."
    )


def test_the_turns_of_an_interview_are_counted_by_question_and_topic() -> None:
    data = interview_topics.prepare(small.paragraphs(), small.assignments(), small.topics(), small.articles())
    (axes,) = interview_topics.draw(data).axes
    assert marks(axes) == {"Bread": [(0, 0)]}
    assert data[["question", "asked", "turns"]].to_numpy().tolist() == [[1, "Is bread dear?", 3]]
    assert "100% of the 3 turns of the interview Herald 2014" in interview_topics.describe(data)


def test_a_corpus_without_an_interview_has_no_turns() -> None:
    reports = small.paragraphs().assign(kind="body")
    assert interview_topics.prepare(reports, small.assignments(), small.topics(), small.articles()).empty


def test_an_outlet_looks_the_same_in_a_figure_that_lacks_the_one_before_it() -> None:
    ready = in_study_order(small.all_tables(), SETTINGS)
    data = voices.prepare(ready["word_voices"])
    alone = voices.draw(data[data["outlet"] == HERALD])
    both = voices.draw(data)
    herald = next(line for line in both.axes[0].lines if line.get_label() == HERALD)
    assert alone.axes[0].lines[0].get_markerfacecolor() == herald.get_markerfacecolor()
    assert alone.axes[0].lines[0].get_marker() == herald.get_marker()


def test_a_pair_of_instruments_is_a_mark_with_its_articles_below_it() -> None:
    data = instrument_agreement.prepare(small.instrument_agreement(), small.articles())
    (axes,) = instrument_agreement.draw(data).axes
    assert rows(axes) == ["tone (a) – tone (b)", "tone (a) – stance c", "tone (b) – stance c"]
    assert across(axes) == {"all sentences": [0.8, -0.2, 0.1], GAZETTE: [0.9]}
    assert axes.get_xlim()[0] < -0.2
    assert instrument_agreement.describe(data) == (
        "Most alike of 3 pairs are tone (a) and tone (b): r +0.80 on 10 sentences; least alike tone (a) and stance c: "
        "r −0.20 on 4 sentences."
    )


def test_an_instrument_that_does_not_vary_is_in_no_pair_of_the_figure() -> None:
    still = small.instrument_agreement().assign(pearson=math.nan)
    assert instrument_agreement.prepare(still, small.articles()).empty


def test_a_mean_is_not_set_beside_a_list_that_it_contains() -> None:
    table = small.instrument_agreement()
    named = table.replace({"tone a": "tone mean", "tone b": "tone vader"})
    data = instrument_agreement.prepare(named, small.articles())
    assert data["pair"].tolist() == ["tone (mean of both) – stance c", "tone (VADER) – stance c"]
    lists = table.replace({"tone a": "tone afinn", "tone b": "tone vader"})
    assert "tone (AFINN) – tone (VADER)" in set(instrument_agreement.prepare(lists, small.articles())["pair"])


def test_the_power_of_every_difference_is_a_line_that_ends_where_four_in_five_see_it() -> None:
    data = articles_needed.prepare(small.power())
    (axes,) = articles_needed.draw(data).axes
    lines = [line for line in axes.lines if "against" in str(line.get_label())]
    drawn = {str(line.get_label()): np.asarray(line.get_xdata()).tolist() for line in lines}
    assert drawn == {"10% against 20%": [20, 40], "10% against 50%": [5, 8]}
    assert articles_needed.describe(data) == (
        "A difference of 10% against 20% takes 40 articles of each outlet and 10% against 50% takes 8 articles of each "
        "outlet, for four studies in five to show it."
    )
    assert "0.20 in this study" in articles_needed.caption(data)
