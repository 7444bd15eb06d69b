"""Sums by article: what is told of who speaks comes out the same from the parts of a corpus."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.corpus import Corpus
from analysis.settings import Settings
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
    "It rained. Ann Smith said the plan was “not good for us all” today.", "Bob Jones blamed the weather.",
    "It rained again.", outlets="xyx",
)  # fmt: skip


def _topics(body: pd.DataFrame) -> pd.DataFrame:
    """A topic for each analysed paragraph but the last, three topics in turn."""
    analysed = body.loc[body["analysed"], "paragraph_id"].iloc[:-1]
    return pd.DataFrame({"paragraph_id": analysed, "topic": np.arange(len(analysed)) % 3 - 1})


def _of(body: pd.DataFrame, quotes: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The sums of some paragraphs by article."""
    return article_voices(word_voices(body, quotes), _topics(body)), article_cues(quotes, body)


def _told(voices: pd.DataFrame, cues: pd.DataFrame) -> list[pd.DataFrame]:
    """The four tables that are made of them."""
    return [words_by_speaker(voices), narration_left(voices), topic_voices(voices), reporting_verbs(cues)]


def test_words_and_paragraphs_are_summed_by_article_topic_voice_and_speaker() -> None:
    voices, _ = _of(BODY, read_quotes(BODY).quotes)
    assert voices.to_numpy().tolist() == [
        ["1", "x", -1, "direct", "Ann Smith", 5, 1],
        ["1", "x", -1, "indirect", "Ann Smith", 4, 1],
        ["1", "x", -1, "narration", "x", 5, 1],
        ["2", "y", 0, "narration", "x", 5, 1],
        # The last paragraph was given no topic.
        ["3", "x", -1, "narration", "x", 3, 1],
    ]


def test_cues_are_counted_by_article_and_add_up_commonest_first() -> None:
    _, cues = _of(BODY, read_quotes(BODY).quotes)
    assert cues[["article_id", "speaker", "cue", "quotes"]].to_numpy().tolist() == [
        ["1", "Ann Smith", "said", 2], ["2", "Bob Jones", "blamed", 1],
    ]  # fmt: skip
    rows = pd.DataFrame(
        [("1", "x", "Ann", "neutral", "told", 1), ("1", "x", "Ann", "neutral", "said", 1),
         ("2", "x", "Ann", "neutral", "told", 1), ("2", "x", "Ann", "neutral", "added", 1)],
        columns=["article_id", "outlet", "speaker", "cue_class", "cue", "quotes"],
    )  # fmt: skip
    (row,) = reporting_verbs(rows).to_dict("records")
    assert (row["quotes"], row["cues"]) == (4, "told, added, said")


def test_only_what_the_outlet_itself_introduces_by_a_cue_is_counted() -> None:
    body = pd.concat([BODY, BODY[:1].assign(paragraph_id="4:1", article_id="4", kind="answer")])
    quotes = read_quotes(BODY).quotes
    more = [quotes, quotes[:1].assign(paragraph_id="4:1"), quotes[:1].assign(cue="")]
    pd.testing.assert_frame_equal(article_cues(pd.concat(more), body), article_cues(quotes, BODY))


def test_a_topic_and_its_absence_do_not_change_who_speaks_how_much() -> None:
    words = word_voices(BODY, read_quotes(BODY).quotes)
    bare, topical = article_voices(words), article_voices(words, _topics(BODY))
    assert set(bare["topic"]) == {-1}
    pd.testing.assert_frame_equal(words_by_speaker(bare), words_by_speaker(topical))


@pytest.mark.parametrize("seed", [1, 2])
def test_the_bundled_articles_in_parts_tell_the_same(corpus: Corpus, bundled: Settings, seed: int) -> None:
    quotes = read_quotes(corpus.paragraphs, bundled.people).quotes
    whole = _of(corpus.paragraphs, quotes)
    articles = np.random.default_rng(seed).permutation(corpus.articles["article_id"].to_numpy(dtype=object))
    topics, pieces = _topics(corpus.paragraphs), []
    for part in (articles[:2], articles[2:]):
        own = corpus.paragraphs[corpus.paragraphs["article_id"].isin(part)]
        theirs = quotes[quotes["paragraph_id"].isin(own["paragraph_id"])]
        pieces.append((article_voices(word_voices(own, theirs), topics), article_cues(theirs, own)))
    together = [pd.concat(side, ignore_index=True) for side in zip(*pieces, strict=True)]
    for one, other in zip(_told(*together), _told(*whole), strict=True):
        assert len(one)
        pd.testing.assert_frame_equal(one, other, check_exact=True)


def test_no_quotations_and_no_paragraphs_give_no_rows() -> None:
    plain = paragraphs("It rained.", outlets="x")
    cues = article_cues(read_quotes(plain).quotes, plain)
    assert cues.empty
    assert list(reporting_verbs(cues)) == ["outlet", "speaker", "cue_class", "quotes", "cues"]
    assert article_voices(word_voices(plain[:0], read_quotes(plain).quotes)).empty
