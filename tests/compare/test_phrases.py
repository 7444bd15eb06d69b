"""Phrases: which words make one, how they are counted by article and topic, and which stand inside which."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.compare import phrases
from analysis.compare.tokens import Tokens
from analysis.compare.word_counts import VoiceCounts, count_voice, count_words
from analysis.compare.words import outlet_names, stretches
from analysis.settings import Outlet

NAMES = outlet_names([Outlet("The Herald")])


def _voice(*texts: tuple[str, str, int, str], phrase: int = 3) -> VoiceCounts:
    passages = pd.DataFrame(texts, columns=["article_id", "outlet", "topic", "text"])
    return count_voice(Tokens.of(passages["text"], NAMES), passages, listed=phrase)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foreign minister Lavrov", [["foreign", "minister", "lavrov"]]),
        ("Ukraine, Russia", [["ukraine"], ["russia"]]),
        ("Talks end. Troops stay", [["talks", "end"], ["troops", "stay"]]),
        ("in 2010 Russia", [["in"], ["russia"]]),
        ("anti-missile shield", [["anti", "missile", "shield"]]),
        ("Russia's allies", [["russia", "allies"]]),
        ("U.S. missile", [["u.s.", "missile"]]),
    ],
)
def test_a_stretch_ends_at_punctuation_and_numbers(text: str, expected: list[list[str]]) -> None:
    assert stretches(text) == expected


def test_a_phrase_neither_begins_nor_ends_with_a_stop_word() -> None:
    counted = _voice(("a", "x", 0, "ministry of defence and the ministry of defence. " * 2)).of()
    assert dict(zip(counted.words, counted.counts.toarray()[0], strict=True)) == {
        "defence": 4.0, "ministry": 4.0, "ministry of defence": 4.0,
    }  # fmt: skip
    assert counted.lengths.tolist() == [1, 1, 3]


def test_an_outlet_s_own_name_parts_a_phrase() -> None:
    counted = _voice(("a", "x", 0, "angry Herald reporters. " * 3)).of()
    assert counted.words == ("angry", "reporters")


def test_single_words_only_where_the_setting_says_so() -> None:
    texts = ("a", "x", 0, "missile defence shield. " * 3)
    assert _voice(texts, phrase=1).of().lengths.tolist() == [1, 1, 1]
    assert sorted(_voice(texts, phrase=2).of().lengths.tolist()) == [1, 1, 1, 2, 2]


def test_what_stands_in_a_longer_phrase_is_known_by_its_place() -> None:
    counted = _voice(("a", "x", 0, "missile defence shield. " * 3)).of()
    pairs = {(counted.words[part], counted.words[whole]) for part, whole in counted.parts.T}
    assert ("missile", "missile defence") in pairs
    assert ("missile defence", "missile defence shield") in pairs
    assert ("shield", "missile defence") not in pairs
    # The longest stands last, so that it is the one that stays.
    wholes = [counted.words[whole] for part, whole in counted.parts.T if counted.words[part] == "defence"]
    assert wholes[-1] == "missile defence shield"


def test_counts_within_a_topic_are_those_of_its_passages_and_sum_to_the_whole() -> None:
    voice = _voice(
        ("b", "y", 1, "war talks. " * 3), ("a", "x", 0, "war talks. " * 2), ("a", "x", 1, "war war war peace"),
    )  # fmt: skip
    inside = voice.within(1).of()
    assert inside.design.articles == ("a", "b")
    # Passages without punctuation in between: "war war" and "war war war" are phrases as well.
    table = dict(zip(inside.words, inside.counts.toarray().T.tolist(), strict=True))
    assert table["war"] == [3.0, 3.0]
    assert table["war talks"] == [0.0, 3.0]
    assert "peace" not in table
    assert inside.content.tolist() == [4.0, 6.0]
    whole = voice.of()
    assert whole.counts[0, whole.words.index("war")] == 5
    assert voice.of(["x"]).design.articles == ("a",)


def test_a_word_seen_twice_in_a_topic_is_not_listed_there() -> None:
    voice = _voice(("a", "x", 0, "treaty treaty"), ("a", "x", 1, "treaty"))
    assert voice.of().words == ("treaty",)
    assert voice.within(0).of().words == ()


def test_the_most_frequent_phrases_are_kept_whoever_uses_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "MOST", 1)
    texts = [("a", "x", 0, "red square. " * 5), ("b", "y", 0, "blue house. " * 4)]
    assert [word for word in _voice(*texts).of().words if " " in word] == ["red square"]
    # Of two that are equally frequent both or none.
    even = [("a", "x", 0, "red square. " * 5), ("b", "y", 0, "blue house. " * 5)]
    assert [word for word in _voice(*even).of().words if " " in word] == []


def test_the_largest_share_of_one_article_is_told_by_outlet() -> None:
    passages = pd.DataFrame(
        [("a", "x", "war " * 3), ("b", "x", "war"), ("c", "y", "war war peace")],
        columns=["article_id", "outlet", "text"],
    )
    counted = count_words(passages, column="text", names=NAMES)
    assert counted.words == ("war",)
    assert counted.most_in_one().tolist() == [[3.0], [2.0]]
    assert counted.articles_with().tolist() == [[2.0], [1.0]]
