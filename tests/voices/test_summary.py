"""Words by voice, reporting verbs and narration, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import tables
from analysis.corpus import Corpus
from analysis.errors import EmptyGroupError
from analysis.voices import read_quotes
from analysis.voices.by_article import article_cues, article_voices
from analysis.voices.summary import (
    narration_left,
    reporting_verbs,
    topic_voices,
    word_voices,
    words_by_speaker,
)
from tests.voices.test_reuse import paragraphs

BODY = paragraphs(
    "It rained. Ann Smith said the plan was “not good for us all” today.",  # 2 + 3 narration, 3 + 1 indirect, 5 direct
    "Bob Jones blamed the weather.",  # an act of speech: 5 words of narration
    outlets="xy",
)
QUOTES = read_quotes(BODY).quotes


def spoken(body: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Words of each article by voice and speaker."""
    return article_voices(word_voices(body, quotes))


def test_a_word_belongs_to_the_innermost_voice() -> None:
    words = word_voices(BODY, QUOTES)
    first = words[words["paragraph_id"] == "1:1"]
    assert dict(zip(first["voice"], first["words"], strict=True)) == {
        "narration": 5,
        "indirect": 4,
        "direct": 5,
    }
    assert set(first["speaker"]) == {"x", "Ann Smith"}
    assert list(words[words["paragraph_id"] == "2:1"]["voice"]) == ["narration"]


def test_shares_of_an_outlet_sum_to_one() -> None:
    counted = words_by_speaker(spoken(BODY, QUOTES))
    assert counted.groupby("outlet")["share"].sum().tolist() == pytest.approx([1, 1])
    assert counted.loc[counted["voice"] == "direct", "share"].tolist() == pytest.approx([5 / 14])


def test_no_words_are_an_error() -> None:
    with pytest.raises(EmptyGroupError, match="no words"):
        words_by_speaker(spoken(BODY[:0], QUOTES))


def test_doubling_one_outlet_moves_no_other() -> None:
    twice = pd.concat([BODY, BODY[:1].assign(paragraph_id="9:1", article_id="9")], ignore_index=True)
    before = words_by_speaker(spoken(BODY, QUOTES))
    after = words_by_speaker(spoken(twice, read_quotes(twice).quotes))
    pd.testing.assert_frame_equal(
        before[before["outlet"] == "y"].reset_index(drop=True),
        after[after["outlet"] == "y"].reset_index(drop=True),
    )
    assert after[after["outlet"] == "x"]["words"].sum() == 28


def test_reporting_verbs_are_counted_by_class() -> None:
    rows = reporting_verbs(article_cues(QUOTES, BODY))
    counted = rows[["outlet", "speaker", "cue_class", "quotes", "cues"]].itertuples(index=False, name=None)
    assert list(counted) == [
        ("x", "Ann Smith", "neutral", 2, "said"),
        ("y", "Bob Jones", "accusing", 1, "blamed"),
    ]


def test_a_topics_own_share_counts_narration_only() -> None:
    assignments = tables.table(
        "assignments",
        [
            {"paragraph_id": f"{i}:1", "topic": t, "confidence": 1.0, "x": 0.0, "y": 0.0}
            for i, t in ((1, 0), (2, -1))
        ],
    )
    rows = topic_voices(article_voices(word_voices(BODY, QUOTES), assignments))
    assert list(rows[["topic", "outlet", "words", "own_words"]].itertuples(index=False, name=None)) == [
        (-1, "y", 5, 5),
        (0, "x", 14, 5),
    ]
    assert rows["own_share"].tolist() == pytest.approx([1, 5 / 14])


def test_too_little_narration_is_said(corpus: Corpus) -> None:
    left = narration_left(spoken(corpus.paragraphs, read_quotes(corpus.paragraphs).quotes)).set_index(
        "outlet"
    )
    assert left["enough"].to_dict() == {"Sputnik": False, "TASS": False, "The Moscow Times": True}
    assert left["articles"].to_dict() == {"Sputnik": 1, "TASS": 1, "The Moscow Times": 3}


def test_an_outlet_without_narration_has_a_row_of_nothing() -> None:
    frame = paragraphs(
        "“All of this is quoted here,” Ann Smith said.", "“All of this is quoted too.”", outlets="xy"
    )
    left = narration_left(spoken(frame, read_quotes(frame).quotes)).set_index("outlet")
    assert (left["words"]["y"], left["share"]["y"], left["enough"]["y"]) == (0, 0, False)


def test_words_by_voice_add_up_to_the_words_of_the_paragraphs(corpus: Corpus) -> None:
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    counted = word_voices(corpus.paragraphs, read_quotes(corpus.paragraphs).quotes)
    by_paragraph = counted.groupby("paragraph_id")["words"].sum()
    expected = analysed.set_index("paragraph_id")["plain"].map(lambda text: len(text.split()))
    assert by_paragraph.to_dict() == expected.to_dict()


def counted(*rows: tuple[str, str, int, str, str, int, int]) -> pd.DataFrame:
    """Words of articles: article, outlet, topic, voice, speaker, words, paragraphs."""
    return pd.DataFrame(
        rows, columns=["article_id", "outlet", "topic", "voice", "speaker", "words", "paragraphs"]
    )


def test_speakers_stand_by_outlet_then_by_words_then_by_name() -> None:
    rows = words_by_speaker(
        counted(
            ("1", "x", 0, "direct", "Bob", 2, 1), ("2", "x", 0, "direct", "Bob", 3, 1),
            ("2", "x", 1, "direct", "Bob", 1, 1),
            ("1", "x", 0, "indirect", "Ann", 6, 1), ("1", "x", 0, "direct", "Ann", 6, 1),
            ("3", "w", 0, "narration", "w", 7, 1),
        )
    )  # fmt: skip
    assert rows.to_dict("split")["data"] == [
        ["w", "narration", "w", 7, 1, 1.0],
        ["x", "direct", "Ann", 6, 1, 6 / 18],
        ["x", "direct", "Bob", 6, 2, 6 / 18],
        ["x", "indirect", "Ann", 6, 1, 6 / 18],
    ]
    assert rows.columns.tolist() == ["outlet", "voice", "speaker", "words", "articles", "share"]
    assert rows.index.tolist() == [0, 1, 2, 3]


def test_cues_stand_by_how_often_they_introduce_and_then_by_the_alphabet() -> None:
    cues = pd.DataFrame(
        [
            ("1", "x", "Ann", "neutral", "told", 1), ("2", "x", "Ann", "neutral", "told", 1),
            ("1", "x", "Ann", "neutral", "said", 2), ("1", "x", "Ann", "neutral", "added", 3),
            ("1", "x", "Ann", "doubting", "claimed", 7), ("1", "x", "Eve", "accusing", "blamed", 7),
            ("3", "w", "Bob", "neutral", "said", 1),
        ],
        columns=["article_id", "outlet", "speaker", "cue_class", "cue", "quotes"],
    )  # fmt: skip
    rows = reporting_verbs(cues)
    assert rows.to_dict("split")["data"] == [
        ["w", "Bob", "neutral", 1, "said"],
        ["x", "Ann", "doubting", 7, "claimed"],
        ["x", "Ann", "neutral", 7, "added, said, told"],
        ["x", "Eve", "accusing", 7, "blamed"],
    ]
    assert rows.columns.tolist() == ["outlet", "speaker", "cue_class", "quotes", "cues"]


def test_questions_are_an_outlet_s_own_words_of_a_topic_and_answers_are_not() -> None:
    rows = topic_voices(
        counted(
            ("1", "x", 1, "question", "x", 3, 1), ("2", "x", 1, "narration", "x", 1, 1),
            ("1", "x", 1, "answer", "Ann", 4, 1),
            ("1", "x", 0, "direct", "Ann", 5, 1),
        )
    )  # fmt: skip
    assert rows.to_dict("split")["data"] == [[0, "x", 5, 0, 0.0], [1, "x", 8, 4, 0.5]]
    assert rows.columns.tolist() == ["topic", "outlet", "words", "own_words", "own_share"]


@pytest.mark.parametrize(
    ("first", "second", "enough"), [(100, 100, True), (100, 99, False), (200, 0, False), (199, 1, True)]
)
def test_two_hundred_words_of_narration_in_two_articles_are_enough(
    first: int, second: int, *, enough: bool
) -> None:
    rows = [("1", "x", 0, "narration", "x", first, 3), ("2", "x", 0, "direct", "Ann", 50, 1)]
    rows += [("2", "x", 1, "narration", "x", second, 2)] if second else []
    left = narration_left(counted(*rows))
    words = first + second
    assert left.to_dict("split")["data"] == [
        ["x", words, 5 if second else 3, 2 if second else 1, words / (words + 50), enough]
    ]
    assert left.columns.tolist() == ["outlet", "words", "paragraphs", "articles", "share", "enough"]
