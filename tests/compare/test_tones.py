"""Wording tone per outlet, article and topic, worked by hand."""

from __future__ import annotations

import math

import pytest

from analysis.compare.tones import article_tone, tone_sums
from tests.compare.studies import by, study, values_by_measure

MADE = study(
    {
        "a1": (
            "Herald",
            [(0, [("narration", 0.5, "One."), ("direct", -0.1, "Two.")]), (1, [("direct", 0.2, "Three.")])],
        ),
        "a2": ("Herald", [(0, [("narration", -0.3, "Four.")])]),
        "b1": ("Gazette", [(0, [("direct", 0.8, "Five.")]), (1, [("direct", 0.1234, "Six.")])]),
    }
)  # fmt: skip


def _tones(topics: list[int]) -> dict[tuple[str, str, str], float]:
    """Tone by voice, topic and outlet, where there is any."""
    texts = MADE.texts()
    return {
        (row["voice"], row["topic"], outlet): value
        for row, values in values_by_measure(tone_sums(texts, topics=topics), texts)
        for outlet, value in values.items()
        if not math.isnan(value)
    }


def test_every_sentence_of_an_outlet_weighs_the_same() -> None:
    assert _tones([]) == pytest.approx(
        {
            ("all", "", "Gazette"): (0.8 + 0.1234) / 2,
            ("all", "", "Herald"): (0.5 - 0.1 + 0.2 - 0.3) / 4,
            ("narration", "", "Herald"): (0.5 - 0.3) / 2,
        }
    )


def test_within_a_topic_only_its_paragraphs_sentences_count() -> None:
    tones = _tones([0])
    assert tones["all", "0", "Herald"] == pytest.approx((0.5 - 0.1 - 0.3) / 3)
    assert tones["narration", "0", "Herald"] == pytest.approx(0.1)
    assert tones["all", "0", "Gazette"] == pytest.approx(0.8)
    assert ("all", "1", "Herald") not in tones


def test_tone_is_summed_in_whole_ten_thousandths() -> None:
    sums = tone_sums(MADE.texts(), topics=[])
    gazette = sums[(sums["article_id"] == "b1") & (sums["voice"] == "all")]
    assert gazette["total"].tolist() == [9234]
    assert gazette["squares"].tolist() == [8000**2 + 1234**2]


def test_tone_within_topics_is_a_family_of_its_own_for_each_voice() -> None:
    assert set(tone_sums(MADE.texts(), topics=[0])["family"]) == {
        "wording tone, all",
        "wording tone, narration",
        "wording tone within topics, all",
        "wording tone within topics, narration",
    }


def test_each_article_has_its_mean_and_how_many_sentences_it_rests_on() -> None:
    tones = by(article_tone(MADE.texts()), "voice", "article_id")
    assert {key: row["tone"] for key, row in tones.items()} == pytest.approx(
        {
            ("all", "a1"): 0.2,
            ("all", "a2"): -0.3,
            ("all", "b1"): 0.4617,
            ("narration", "a1"): 0.5,
            ("narration", "a2"): -0.3,
        }
    )
    assert (tones["all", "a1"]["sentences"], tones["all", "a1"]["paragraphs"]) == (3, 2)
