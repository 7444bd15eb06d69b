"""Mentions by name, in hand-made sentences."""

from __future__ import annotations

import pytest

from tests.framing.targets.sentences import found, mentions, named

MENTIONED = {
    "Russia has warned NATO.": ["Russia", "NATO"],
    "Moscow spoke, and the Kremlin's envoy left.": ["Russia", "Russia"],
    "Russia's plans worry NATO’s members.": ["Russia", "NATO"],
    "The United States' offer stands.": ["United States"],
    "A Russia-NATO summit and a NATO-led campaign failed.": ["Russia", "NATO", "NATO"],
    "The U.S. and the EU agreed.": ["United States", "European Union"],
    "The West is tired.": ["the West"],
    "They accuse the West.": ["the West"],
    "On Wednesday NATO answered.": ["NATO"],
    "NATO on Wednesday answered Moscow Tuesday.": ["NATO", "Russia"],
    "When NATO came, Ukraine cheered.": ["NATO", "Ukraine"],
    "Officials lost confidence in Russia.": ["Russia"],
    "He has no interest in US policy.": ["United States"],
    "President Trump met Chancellor Angela Merkel.": ["Donald Trump", "Angela Merkel"],
    "Donald J. Trump won; But Trump lost.": ["Donald Trump", "Donald Trump"],
    "The Trump administration fell.": ["Donald Trump"],
    "Mr. Trump spoke.": ["Donald Trump"],
    "The US Congress met.": ["United States"],
}

NOT_MENTIONED = (
    "Let us go with us.",
    "Russian officials and Ukrainians met.",
    "Russia Today reported it.",
    "United Russia lost seats.",
    "The Bank of Russia raised rates.",
    "The Russia-Africa Forum met.",
    "The Moscow Times wrote it.",
    "A NATO spokesman left.",
    "NATO Secretary General Jens Stoltenberg left.",
    "U.S. foreign minister is no office.",
    "The fighting in eastern Ukraine goes on.",
    "He spoke Wednesday in Moscow.",
    "The Moscow-based firm closed.",
    "The Trump Tower stands.",
    "Ivanka Trump left.",
    "Donald Trump Jr. left.",
    "nato and russia in small letters",
    "Crusading @NATO and www.NATO.int",
    "NATOs and antiNATO",
)


@pytest.mark.parametrize("sentence", MENTIONED)
def test_a_name_as_a_whole_word_mentions_its_actor(sentence: str) -> None:
    assert named(sentence) == MENTIONED[sentence]


@pytest.mark.parametrize("sentence", NOT_MENTIONED)
def test_no_mention_is_part_of_a_word_or_a_longer_name_an_office_or_a_place(sentence: str) -> None:
    assert found(sentence) == []


def test_the_longest_name_wins() -> None:
    (row,) = found("The US Congress met.")
    assert row == ("United States", "US Congress", "alias")


def test_start_and_end_are_characters_of_the_sentence_without_the_possessive() -> None:
    rows = mentions("It rained. Then Russia's plans changed, said NATO.")
    assert [
        text[start:end] for text, start, end in rows[["text", "start", "end"]].itertuples(index=False)
    ] == [
        "Russia",
        "NATO",
    ]
    assert rows["mention"].tolist() == ["Russia", "NATO"]


def test_mentions_do_not_depend_on_the_order_of_the_actors() -> None:
    from tests.framing.targets.sentences import ACTORS

    text = "The US Congress warned Russia and NATO; the alliance shrugged, and Trump said he agreed."
    backwards = mentions(text, actors=tuple(reversed(ACTORS)))
    assert backwards.to_dict() == mentions(text).to_dict()


def test_a_study_without_actors_has_no_mentions() -> None:
    assert mentions("Russia has warned NATO.", actors=()).empty
