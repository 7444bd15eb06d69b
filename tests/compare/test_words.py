"""Words as they are counted."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.compare.word_counts import count_words
from analysis.compare.words import content_words, outlet_names, running_words
from analysis.settings import Outlet


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia's allies met.", ["russia", "allies", "met"]),
        ("They\u2019re here; it\u2019s late.", ["they", "here", "it", "late"]),
        ("the states' rights", ["the", "states", "rights"]),
        ("O'Brien's view", ["o'brien", "view"]),
        ("anti-government", ["anti", "government"]),
        ("the U.S. and the U.N.", ["the", "u.s.", "and", "the", "u.n."]),
        ("in 2010, the 2010s and MH17", ["in", "the", "and"]),
        ("\u041d\u0410\u0422\u041e, \u00c9tat", ["\u043d\u0430\u0442\u043e", "\u00e9tat"]),
        ("E\u0301tat", ["\u00e9tat"]),
        ("snake_case 42 --", []),
        ("", []),
    ],
)  # fmt: skip
def test_running_words(text: str, words: list[str]) -> None:
    assert running_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They said that it was not the treaty", ["said", "treaty"]),
        ("We can't, won't and don't talk", ["talk"]),
        ("They're sure I've gone; he'd know, she'll see", ["sure", "gone", "know"]),
        ("plan s b", ["plan"]),
        ("the U.S. treaty", ["u.s.", "treaty"]),
    ],
)
def test_content_words(text: str, words: list[str]) -> None:
    assert content_words(running_words(text)) == words


OUTLETS = [Outlet("The Moscow Times", ("MT", "")), Outlet("TASS"), Outlet("Yahoo! News")]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The Moscow Times said", " said"),
        ("a MOSCOW  Times report", "a  report"),
        ("in Moscow at times", "in Moscow at times"),
        ("/TASS/. embarrassed Tasso", "//. embarrassed Tasso"),
        ("Yahoo! News and MT", " and "),
    ],
)
def test_outlets_names_go_as_whole_phrases_only(text: str, left: str) -> None:
    assert outlet_names(OUTLETS).sub("", text) == left


def test_no_outlets_cut_nothing() -> None:
    assert outlet_names([]).sub("", "Moscow Times") == "Moscow Times"


def test_words_are_counted_by_article_from_three_on() -> None:
    passages = pd.DataFrame(
        [
            ("b", "y", "the treaty treaty"),
            ("a", "x", "TASS: a treaty of war, war"),
            ("a", "x", "peace"),
            ("c", "x", "42"),
        ],
        columns=["article_id", "outlet", "plain"],
    )
    counted = count_words(passages, column="plain", names=outlet_names(OUTLETS))
    assert counted.design.articles == ("a", "b")
    assert counted.words == ("treaty",)
    assert counted.counts.toarray().tolist() == [[1.0], [2.0]]
    assert counted.content.tolist() == [4.0, 2.0]
    assert counted.running.tolist() == [6.0, 3.0]
    assert counted.articles_with().tolist() == [[1.0], [1.0]]
