"""Wording tone per outlet, article and topic, worked by hand."""

from __future__ import annotations

import dataclasses
import math

import pandas as pd
import pytest

from analysis.compare.sums import Sums
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
        for row, values in values_by_measure(Sums.of(tone_sums(texts, topics=topics), texts.design))
        for outlet, value in values.items()
        if not math.isnan(value)
    }


def test_every_sentence_of_an_outlet_weighs_the_same() -> None:
    assert _tones([]) == pytest.approx(
        {
            ("all", "", "Gazette"): (0.8 + 0.1234) / 2,
            ("all", "", "Herald"): (0.5 - 0.1 + 0.2 - 0.3) / 4,
            ("narration", "", "Herald"): (0.5 - 0.3) / 2,
            ("quoted", "", "Gazette"): (0.8 + 0.1234) / 2,
            ("quoted", "", "Herald"): (-0.1 + 0.2) / 2,
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


def test_instruments_share_a_family_and_so_do_the_single_voices() -> None:
    two = pd.concat([MADE.tone, MADE.tone.assign(instrument="afinn")])
    sums = tone_sums(dataclasses.replace(MADE, tone=two).texts(), topics=[0])
    assert set(zip(sums["family"], sums["instrument"], sums["voice"], strict=True)) == {
        (f"wording tone{within}, {family}", instrument, voice)
        for within in ("", " within topics")
        for instrument in ("vader", "afinn")
        for family, voice in (("all", "all"), ("by voice", "narration"), ("by voice", "quoted"))
    }


def test_each_instrument_is_summed_by_itself_and_leaves_the_others_as_they_were() -> None:
    two = dataclasses.replace(
        MADE, tone=pd.concat([MADE.tone, MADE.tone.assign(tone=-MADE.tone["tone"], instrument="afinn")])
    )
    one, both = (article_tone(made.texts()) for made in (MADE, two))
    key = ["voice", "outlet", "article_id"]
    by_instrument = {name: rows.set_index(key) for name, rows in both.groupby("instrument")}
    pd.testing.assert_frame_equal(by_instrument["vader"], one.set_index(key))
    assert (by_instrument["afinn"]["tone"] == -by_instrument["vader"]["tone"]).all()


def test_quoted_and_reported_words_are_one_voice_and_answers_another() -> None:
    spoken = [
        ("direct", 0.2, "One."),
        ("indirect", 0.4, "Two."),
        ("answer", 0.9, "Three."),
        ("question", 0.1, "Four."),
    ]
    tones = by(article_tone(study({"a": ("Herald", [(0, spoken)])}).texts()), "voice")
    assert tones["quoted"]["tone"] == pytest.approx(0.3)
    assert tones["answer"]["tone"] == pytest.approx(0.9)
    assert tones["all"]["tone"] == pytest.approx(0.4)
    assert "narration" not in tones


def test_each_article_has_its_mean_and_how_many_sentences_it_rests_on() -> None:
    tones = by(article_tone(MADE.texts()), "voice", "article_id")
    assert {key: row["tone"] for key, row in tones.items()} == pytest.approx(
        {
            ("all", "a1"): 0.2,
            ("all", "a2"): -0.3,
            ("all", "b1"): 0.4617,
            ("narration", "a1"): 0.5,
            ("narration", "a2"): -0.3,
            ("quoted", "a1"): 0.05,
            ("quoted", "b1"): 0.4617,
        }
    )
    assert (tones["all", "a1"]["sentences"], tones["all", "a1"]["paragraphs"]) == (3, 2)
