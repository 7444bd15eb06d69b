"""The bundled articles: who says each of their quotations."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.corpus import Corpus
from analysis.settings import Settings
from analysis.voices import Quotes, read_quotes, read_reuse

LAVROV, DAALDER, GRUSHKO = "Sergei Lavrov", "Ivo Daalder", "Alexander Grushko"
OFFICIAL, RASMUSSEN = "NATO official, anonymous", "Anders Fogh Rasmussen"

SPEAKERS = [
    ("moscow-times-2010:7", "I hope what we get", DAALDER, "told"),
    ("moscow-times-2010:10", "Russia has no interest", DAALDER, "said"),
    ("moscow-times-2010:10", "In that sense we", DAALDER, ""),
    ("moscow-times-2010:13", "It is certainly something", DAALDER, "said"),
    ("moscow-times-2012:7", "After NATO's bombing campaign", LAVROV, "said"),
    ("moscow-times-2012:9", "This only assures us", LAVROV, "said"),
    ("moscow-times-2012:11", "Russia clearly expressed its", OFFICIAL, "said"),
    ("moscow-times-2012:20", "Without a substantial change", GRUSHKO, "told"),
    ("moscow-times-2012:22", "not directed against any", RASMUSSEN, "stressed"),
    ("moscow-times-2012:23", "Historically, the structure we", OFFICIAL, "said"),
    ("moscow-times-2014:8", "It is precisely at", LAVROV, "said"),
    ("moscow-times-2014:9", "It's a blatant attempt", LAVROV, ""),
    ("moscow-times-2014:11", "Some of our Western", LAVROV, "said"),
    ("moscow-times-2014:12", "This concept of exclusivity,", LAVROV, "said"),
    ("tass-2014:6", "We know that within", GRUSHKO, "said"),
]
"""Every quotation of four words or more in the body of the four reports: paragraph, first words, speaker, cue."""


@pytest.fixture(scope="module")
def quotes(corpus: Corpus, bundled: Settings) -> Quotes:
    return read_quotes(corpus.paragraphs, bundled.people)


def in_reports(quotes: pd.DataFrame, corpus: Corpus, kind: str) -> pd.DataFrame:
    body = corpus.paragraphs[
        (corpus.paragraphs["kind"] == "body") & (corpus.paragraphs["outlet"] != "Sputnik")
    ]
    return quotes[(quotes["kind"] == kind) & quotes["paragraph_id"].isin(body["paragraph_id"])]


def test_every_quotation_of_the_reports_has_its_speaker(quotes: Quotes, corpus: Corpus) -> None:
    rows = in_reports(quotes.quotes, corpus, "direct")
    found = rows[["paragraph_id", "speaker", "cue"]].itertuples(index=False, name=None)
    assert list(found) == [(paragraph_id, speaker, cue) for paragraph_id, _, speaker, cue in SPEAKERS]
    starts = rows["text"].str.strip('“”"')
    assert all(text.startswith(first) for text, (_, first, _, _) in zip(starts, SPEAKERS, strict=True))


@pytest.mark.parametrize(
    ("paragraph_id", "reported", "speaker"),
    [
        ("moscow-times-2010:5", "A planned summit", "senior U.S. official, anonymous"),
        ("moscow-times-2012:8", "a recent military coup", LAVROV),
        ("moscow-times-2012:17", "An agreement about", "NATO spokesman, anonymous"),
        ("moscow-times-2012:23", "that cooperation with Moscow", OFFICIAL),
        ("moscow-times-2014:5", "NATO not to offer", LAVROV),
        ("tass-2014:7", "the issue is about", GRUSHKO),
        ("tass-2014:9", "Russia backs the", RASMUSSEN),
        ("tass-2014:10", "the military alliance would", RASMUSSEN),
        ("tass-2014:11", "Russia should hold", RASMUSSEN),
        ("tass-2014:11", "Moscow poses no threat", RASMUSSEN),
        ("tass-2014:12", "that the North Atlantic", GRUSHKO),
        ("tass-2014:13", "more than 4,000 people", "UN"),
    ],
)
def test_indirect_speech_of_the_reports_has_its_speaker(
    quotes: Quotes, paragraph_id: str, reported: str, speaker: str
) -> None:
    rows = quotes.quotes[
        (quotes.quotes["paragraph_id"] == paragraph_id) & quotes.quotes["text"].str.startswith(reported)
    ]
    assert list(rows["speaker"]) == [speaker]


def test_marks_in_an_answer_are_the_interviewee_quoting_others(quotes: Quotes) -> None:
    rows = quotes.quotes[
        quotes.quotes["paragraph_id"].str.startswith("sputnik") & (quotes.quotes["kind"] == "direct")
    ]
    assert set(rows["quoted_by"]) == {LAVROV}
    assert {"Rex Tillerson", "Germany", "Western partners"} <= set(rows["speaker"])


def test_every_span_is_the_paragraphs_own_text(quotes: Quotes, corpus: Corpus) -> None:
    for table in (quotes.quotes, quotes.terms):
        rows = table.merge(corpus.paragraphs[["paragraph_id", "plain"]])
        assert len(rows) == len(table) > 0
        assert all(
            plain[s:e] == text
            for plain, s, e, text in rows[["plain", "start", "end", "text"]].itertuples(index=False)
        )


def test_ids_are_unique_and_the_same_in_another_run(
    quotes: Quotes, corpus: Corpus, bundled: Settings
) -> None:
    assert quotes.quotes["quote_id"].is_unique
    assert quotes.terms["term_id"].is_unique
    pd.testing.assert_frame_equal(read_quotes(corpus.paragraphs, bundled.people).quotes, quotes.quotes)


def test_an_article_reads_the_same_alone(quotes: Quotes, corpus: Corpus) -> None:
    alone = read_quotes(corpus.paragraphs[corpus.paragraphs["article_id"] == "tass-2014"]).quotes
    among = quotes.quotes[quotes.quotes["paragraph_id"].str.startswith("tass-2014")]
    pd.testing.assert_frame_equal(alone, among.reset_index(drop=True))


def test_the_pull_quote_of_tass_is_found_again_in_its_body(
    quotes: Quotes, corpus: Corpus, bundled: Settings
) -> None:
    rows = read_reuse(corpus.paragraphs, quotes.quotes, bundled.reuse)
    copies = rows[rows["kind"] == "quote"]
    assert list(zip(copies["first_id"], copies["second_id"], copies["exact"], strict=True)) == [
        ("tass-2014:3.q1", "tass-2014:6.q1", True)
    ]
