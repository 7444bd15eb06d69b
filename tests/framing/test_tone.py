"""Tone of wording, on sentences whose tone is known."""

from __future__ import annotations

import math
import subprocess
import sys

import pandas as pd
import pytest

from analysis import tables
from analysis.framing import wording_tone


def _tone(*texts: str) -> list[float]:
    sentences = pd.DataFrame({"sentence_id": [f"a:0.{place}" for place in range(len(texts))], "text": texts})
    tone = wording_tone(sentences)
    return tone.loc[tone["instrument"] == "vader", "tone"].tolist()


def test_a_single_word_of_the_lexicon_gives_its_valence_over_the_root_of_its_square_plus_fifteen() -> None:
    # "peace" has a valence of 2.5 in VADER's lexicon.
    assert _tone("Peace") == [round(2.5 / math.sqrt(2.5**2 + 15), 4)]


def test_wording_is_ordered_from_hostile_to_friendly() -> None:
    tones = _tone(
        "They launched a brutal, horrible attack.", "They met on Monday.", "They are great friends."
    )
    assert tones == sorted(tones)
    assert tones[0] < 0 < tones[2]


@pytest.mark.parametrize("text", ["", "   ", "42", "Он сказал правду.", "The meeting is on Monday."])
def test_wording_without_a_word_of_the_lexicon_is_neutral(text: str) -> None:
    assert _tone(text) == [0.0]


def test_a_negation_turns_the_tone() -> None:
    plain, negated = _tone("The talks were good.", "The talks were not good.")
    assert negated < 0 < plain


def test_the_table_keeps_its_contract_and_the_order_of_the_sentences() -> None:
    sentences = pd.DataFrame({"sentence_id": ["b:0.0", "a:0.0"], "text": ["War.", "Peace."]})
    tone = tables.check(wording_tone(sentences), "tone")
    assert tone["sentence_id"].tolist() == ["b:0.0"] * 3 + ["a:0.0"] * 3
    assert tone["instrument"].tolist() == ["vader", "afinn", "mean"] * 2


def test_no_sentences_give_an_empty_table() -> None:
    assert wording_tone(pd.DataFrame({"sentence_id": [], "text": []}, dtype="str")).empty


def test_four_decimals_make_every_tone_a_whole_number_of_ten_thousandths() -> None:
    (tone,) = _tone("A terrible, terrible war and a wonderful peace.")
    assert abs(tone * 10_000 - round(tone * 10_000)) < 1e-9
    assert tone != round(tone, 3)


def test_the_lexicon_is_not_read_when_the_package_is_imported() -> None:
    code = "import sys, analysis.framing; sys.exit('vaderSentiment' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
