"""What the frames are measured on: the halves of the corpus, the mapping, and the cards that are kept."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from analysis.framing.card import cards
from analysis.framing.frames import codebook
from analysis.validation import gvfc
from analysis.validation.frame_scale import logistic
from analysis.validation.gvfc import Coded


def _coded(*titles: str) -> Coded:
    return Coded(titles, titles, ("",) * len(titles), np.full((len(titles), 2), gvfc.NO_FRAME))


def test_every_mapped_frame_is_in_the_codebook_and_every_code_of_the_nine_has_one() -> None:
    mapped = gvfc.mapping()
    assert {name for family in mapped.values() for name in family} <= set(codebook().names)
    assert sorted(mapped["policy"].values()) == list(range(1, 10))


def test_copies_of_a_title_fall_to_one_half() -> None:
    coded = _coded(*(f"title {n}" for n in range(50)), *(f"title {n}" for n in range(50)))
    half = gvfc.to_develop(coded)
    assert half[:50].tolist() == half[50:].tolist()
    assert 10 < half[:50].sum() < 40


def test_what_nearly_repeats_a_title_of_the_other_half_is_not_measured_on() -> None:
    titles = [f"alpha beta gamma delta {n}" for n in range(40)]
    every = _coded(*titles)
    developed = every.where(gvfc.to_develop(every))
    assert not gvfc.to_measure(every, developed).any()
    assert gvfc.to_measure(every, _coded("quite another")).tolist() == (~gvfc.to_develop(every)).tolist()


def test_the_likeliest_curve_meets_its_two_conditions() -> None:
    # At the maximum the residuals sum to 0, and so do they weighed by the evidence.
    evidence = np.array([-1.0, -0.5, 0.0, 0.5, 1.0, 1.5])
    truth = np.array([False, False, True, False, True, True])
    curve = logistic(evidence, truth)
    left = truth - 1 / (1 + np.exp(-(curve.intercept + curve.slope * evidence)))
    assert left.sum() == pytest.approx(0, abs=1e-3)
    assert (left * evidence).sum() == pytest.approx(0, abs=1e-3)


def test_the_kept_cards_state_an_auc_with_interval_for_every_mapped_frame() -> None:
    kept = [card for card in cards() if card.instrument == "frames"]
    assert {card.data for card in kept} == {"GVFC headlines", "GVFC leads"}
    for card in kept:
        for frame in (name for family in gvfc.mapping().values() for name in family):
            found = card.find("AUC", f"frame {frame}")
            assert found is not None
            assert found.low < found.value < found.high


@pytest.mark.skipif("FRAMING_DATA" not in os.environ, reason="needs GVFC: name its folder in FRAMING_DATA")
def test_the_corpus_has_the_rows_that_its_paper_counts() -> None:
    data = Path(os.environ["FRAMING_DATA"])
    headlines, leads = gvfc.headlines(data), gvfc.leads(data)
    assert (len(headlines.texts), len(leads.texts)) == (2609, 1300)
    developed = headlines.where(gvfc.to_develop(headlines))
    measured = headlines.where(gvfc.to_measure(headlines, developed))
    assert not set(developed.groups) & set(measured.groups)


def test_the_halves_are_those_of_an_even_and_an_odd_hash() -> None:
    # SHA-256 of "hello" ends in 4, of "six" in 4, of "one" in d; of these the first and the last divide by three.
    assert gvfc.to_develop(_coded("hello", "six", "one")).tolist() == [True, True, False]
