"""The figures of who speaks: the marks on the axes are the table, and the description states the number."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.figures import reporting_verbs, speakers, topic_voices
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD
from tests.figures.test_figures import across, marks, rows, texts


def verbs() -> pd.DataFrame:
    """What the figure of reporting verbs shows of the small study."""
    return reporting_verbs.prepare(small.reporting_verbs(), small.quotes(), small.paragraphs())


def test_a_speaker_is_a_row_under_whoever_quotes_them_with_words_quoted_and_reported() -> None:
    data = speakers.prepare(small.word_voices(), small.paragraphs())
    quoted, reported = speakers.draw(data).axes
    assert rows(quoted) == [GAZETTE, "the captain", "not found", "Ann Baker in Herald", "Carl Dean"]
    assert marks(quoted) == {GAZETTE: [(4, 1), (3, 2)], HERALD: [(3, 4)]}
    assert marks(reported) == {HERALD: [(3, 4)]}
    assert data["words"].tolist() == [4, 3, 6]
    assert data["share"].tolist() == pytest.approx([4 / 34, 3 / 34, 6 / 16])


def test_the_most_quoted_speaker_of_each_is_told_with_words_and_share() -> None:
    data = speakers.prepare(small.word_voices(), small.paragraphs())
    assert speakers.describe(data) == (
        "Most quoted or reported among those who were found: in Gazette, the captain with 4 words; by Ann Baker in "
        "Herald, Carl Dean with 6 words."
    )
    assert "rules could not find" in speakers.caption(data)
    assert "a person in an interview quotes" in speakers.caption(data)


def test_a_corpus_without_interviews_and_unknown_speakers_has_a_shorter_caption() -> None:
    known = small.word_voices().query("outlet == @GAZETTE and speaker != ''")
    caption = speakers.caption(speakers.prepare(known, small.paragraphs()))
    assert "interview" not in caption
    assert "Not found" not in caption
    assert "Shown are" not in caption


def test_whom_somebody_reports_of_themselves_is_not_a_quoted_speaker() -> None:
    own = small.word_voices().replace({"speaker": {"Carl Dean": "Ann Baker"}})
    assert HERALD not in set(speakers.prepare(own, small.paragraphs())["outlet"])


def test_nobody_quoted_gives_no_figure_of_speakers() -> None:
    alone = small.word_voices().query("voice == 'narration'")
    assert speakers.prepare(alone, small.paragraphs()).empty


def test_of_very_many_speakers_those_with_the_most_words_are_drawn_and_the_caption_says_so() -> None:
    one = small.word_voices().query("speaker == 'the captain'")
    many = pd.concat([one.assign(speaker=f"speaker {number:02}", words=number) for number in range(1, 21)])
    data = speakers.prepare(many, small.paragraphs())
    assert len(data) == 20
    (axes,) = speakers.draw(data).axes
    assert across(axes)[GAZETTE] == [20, 19, 18, 17, 16, 15, 14, 13]
    assert "the data have all" in speakers.caption(data)


def test_a_class_of_verbs_is_a_row_with_its_commonest_verbs_and_a_dot_for_each_outlet() -> None:
    figure = reporting_verbs.draw(verbs())
    (axes,) = figure.axes
    assert rows(axes) == ["neutral (said)", "expressive (exulted)"]
    assert sorted(marks(axes)[GAZETTE]) == [(0, 0), (0, 1)]
    assert texts(figure) == [GAZETTE, "1", "1"]
    assert reporting_verbs.describe(verbs()) == (
        "A neutral verb introduces 50% of 2 quotations and reports in Gazette."
    )
    assert "75% of 4 quotations" in reporting_verbs.describe(verbs().assign(quotes=[3, 1]))


def test_the_data_of_the_verbs_give_every_speaker() -> None:
    assert verbs()[["cue_class", "speaker", "quotes", "cues"]].to_numpy().tolist() == [
        ["neutral", "the captain", 1, "said"], ["expressive", "", 1, "exulted"],
    ]  # fmt: skip


def test_the_verbs_named_are_the_commonest_and_not_those_of_an_interview() -> None:
    quotes = small.quotes().query("kind == 'direct' and cue != ''").assign(cue_class="neutral")
    said = pd.concat([quotes, quotes.head(1).assign(cue="told"), *[quotes.head(1).assign(cue="wrote")] * 3])
    inside = small.quotes().query("cue == 'claimed'").assign(cue_class="neutral")
    every = pd.concat([said, *[inside] * 9])
    data = reporting_verbs.prepare(small.reporting_verbs(), every, small.paragraphs())
    assert data.loc[data["cue_class"] == "neutral", "verbs"].tolist() == ["wrote, exulted, said"]


def test_an_outlet_s_own_share_of_a_topic_is_a_mark_and_its_words_stand_beside_it() -> None:
    data = topic_voices.prepare(small.topic_voices(), small.topics())
    figure = topic_voices.draw(data)
    (axes,) = figure.axes
    assert rows(axes) == ["Harbour, Ships", "Taxes", "Bread"]
    assert across(axes) == {GAZETTE: [9 / 13, 14 / 17], HERALD: [1.0, 3 / 11]}
    assert [round(y) for _, y in marks(axes)[HERALD]] == [0, 2]
    assert texts(figure) == ["of 13", "of 17", "of 5", "of 11"]
    assert (
        "largest in “Harbour, Ships” in Herald, 100% of 5 words, and smallest in “Bread” in Herald, 27% of 11 "
        "words" in topic_voices.describe(data)
    )


def test_a_share_of_few_words_is_drawn_but_not_told_where_there_is_a_firmer_one() -> None:
    table = small.topic_voices()
    table.loc[table["topic"] == 1, "words"] = 60
    told = topic_voices.describe(topic_voices.prepare(table, small.topics()))
    assert "with at least 50 words" in told
    assert "100%" not in told


def test_of_many_outlets_those_that_quote_most_are_drawn_and_the_caption_says_so() -> None:
    one = small.reporting_verbs().head(1)
    many = pd.concat([one.assign(outlet=f"outlet {number:02}", quotes=number) for number in range(1, 15)])
    data = reporting_verbs.prepare(many, small.quotes(), small.paragraphs())
    (axes,) = reporting_verbs.draw(data).axes
    assert list(marks(axes)) == [f"outlet {number:02}" for number in range(5, 15)]
    assert "the 10 outlets that quote most" in reporting_verbs.caption(data)
    assert "Shown" not in reporting_verbs.caption(verbs())


def test_of_many_who_quote_those_who_quote_most_are_drawn() -> None:
    one = small.word_voices().query("speaker == 'the captain'")
    many = pd.concat([one.assign(outlet=f"outlet {number:02}", words=number) for number in range(1, 21)])
    data = speakers.prepare(many, small.paragraphs())
    assert speakers.leading(data)["words"].tolist() == list(range(5, 21))
