"""Mentions in the bundled articles, counted by hand."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

from analysis.corpus import Corpus
from analysis.framing.targets import find_mentions
from analysis.settings import Settings
from analysis.voices import read_names, read_quotes, read_sentences


@pytest.fixture(scope="module")
def mentions(bundled: Settings, corpus: Corpus) -> pd.DataFrame:
    """All mentions in the analysed paragraphs."""
    analysed = corpus.paragraphs[corpus.paragraphs["analysed"]]
    sentences = read_sentences(analysed, read_quotes(corpus.paragraphs).quotes)
    return find_mentions(sentences, read_names(sentences, analysed), bundled.actors)


def counted(mentions: pd.DataFrame, article: str) -> Counter[str]:
    return Counter(mentions.loc[mentions["sentence_id"].str.startswith(article), "target"])


def test_tass_is_as_counted_by_hand(mentions: pd.DataFrame) -> None:
    # "In eastern Ukraine" and "NATO's role in Ukraine was" name a place, "NATO envoy" and "The NATO chief" a person.
    assert counted(mentions, "tass-2014") == {
        "NATO": 9, "Russia": 6, "Ukraine": 6, "Anders Fogh Rasmussen": 4, "Alexander Grushko": 3,
    }  # fmt: skip


def test_the_report_of_2014_is_as_counted_by_hand(mentions: pd.DataFrame) -> None:
    assert counted(mentions, "moscow-times-2014") == {
        "NATO": 6, "Ukraine": 8, "Russia": 4, "Sergei Lavrov": 4, "Vladimir Putin": 3, "United States": 4,
        "Barack Obama": 1, "the West": 1,
    }  # fmt: skip


def test_the_report_of_2012_calls_nato_the_alliance_once(mentions: pd.DataFrame) -> None:
    described = mentions[mentions["how"] == "description"]
    assert described.loc[
        described["sentence_id"].str.startswith("moscow-times-2012"), "mention"
    ].tolist() == ["the alliance"]


def test_he_is_obama_in_the_interview_and_rasmussen_in_tass(mentions: pd.DataFrame) -> None:
    pronouns = mentions[mentions["how"] == "pronoun"]
    assert sorted(pronouns[["sentence_id", "target"]].itertuples(index=False, name=None)) == [
        ("sputnik-2020:10.3", "Barack Obama"),
        ("sputnik-2020:10.4", "Barack Obama"),
        ("tass-2014:11.2", "Anders Fogh Rasmussen"),
    ]
