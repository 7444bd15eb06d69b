"""Contrasts that no clustering has a say in, against the study's own tables and by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis.compare.design import Design
from analysis.compare.keyness import keyness
from analysis.compare.tokens import Tokens
from analysis.compare.word_counts import WordCounts, count_voice, count_words
from analysis.compare.words import outlet_names
from analysis.multiverse.contrast import WORD, Contrast
from analysis.multiverse.effects import UNDEFINED
from analysis.multiverse.materials import Materials
from analysis.multiverse.plain import frame_sums, overall_tone, word_cell
from analysis.multiverse.specification import ALONE, ARTICLE_MEAN, SENTENCE, WEIGHTED, Specification
from analysis.settings import CompareSettings
from tests.multiverse.test_topical import DESIGN, MATERIALS, PIECES

TEXTS = pd.DataFrame(
    {
        "article_id": ["a", "b", "c"],
        "outlet": ["Gazette", "Gazette", "Herald"],
        "text": [
            "ship ship ship harbour tax",
            "harbour harbour tax",
            "tax tax tax tax ship harbour harbour harbour",
        ],
    }
)
COUNTS = {"all": count_words(TEXTS, column="text", names=outlet_names(()))}
THREE = COUNTS["all"].design
SHIP = Contrast(WORD, "Gazette", word="ship", reference=1.0)
PLAIN = Specification(prior_words="500", estimand=WEIGHTED, voice="all")


def test_the_log_odds_are_those_of_the_table_of_words() -> None:
    voices = {"all": count_voice(Tokens.of(TEXTS["text"], outlet_names(())), TEXTS, listed=1)}
    table = keyness(voices, settings=CompareSettings(), rng=np.random.default_rng(1))
    for row in table.to_dict("records"):
        contrast = Contrast(WORD, row["outlet"], word=row["word"], reference=1.0)
        assert word_cell(contrast, PLAIN, COUNTS, THREE).difference == round(row["log_odds"], 6)


def test_a_weaker_prior_draws_a_word_less_to_nothing() -> None:
    weak, strong = (
        word_cell(SHIP, replace(PLAIN, prior_words=words), COUNTS, THREE).difference
        for words in ("50", "5000")
    )
    assert weak > strong > 0


def test_by_article_a_word_does_not_gain_by_the_length_of_its_article() -> None:
    longer = TEXTS.assign(text=[f"{TEXTS['text'][0]} {TEXTS['text'][0]}", *TEXTS["text"][1:]])
    counts = {"all": count_words(longer, column="text", names=outlet_names(()))}

    def shares(found: dict[str, WordCounts], estimand: str) -> list[float]:
        sums = word_cell(SHIP, replace(PLAIN, estimand=estimand), found, THREE).sums
        assert sums is not None
        return [round(float(value), 6) for value in sums.ratios(THREE)]

    assert shares(counts, ARTICLE_MEAN) == shares(COUNTS, ARTICLE_MEAN) == [0.3, 0.125]
    assert shares(counts, WEIGHTED) != shares(COUNTS, WEIGHTED)


def test_a_word_that_a_voice_does_not_list_is_not_defined_in_it() -> None:
    assert word_cell(replace(SHIP, word="whale"), PLAIN, COUNTS, THREE).outcome == UNDEFINED


def test_tone_counts_sentences_or_paragraphs() -> None:
    spoken = replace(PIECES, paragraph=np.array([0, 0, 1, 2, 4, 4]))
    materials = Materials(
        DESIGN,
        MATERIALS.topics,
        PIECES,
        spoken,
        {"vader": np.array([1000, 3000, 9000, 5000, -2000, 7000])},
        {},
        (2, 10),
    )

    def tones(unit: str) -> list[float]:
        chosen = Specification(unit=unit, instrument="vader", voice="all")
        return [float(value) for value in overall_tone(materials, chosen).ratios(DESIGN)]

    assert tones(SENTENCE) == [pytest.approx((0.1 + 0.3 + 0.9 + 0.5) / 4), pytest.approx((-0.2 + 0.7) / 2)]
    assert tones(ALONE) == [pytest.approx((0.2 + 0.9 + 0.5) / 3), pytest.approx(0.25)]


def test_a_paragraph_without_narration_has_no_score_in_it() -> None:
    frames = pd.DataFrame(
        {
            "paragraph_id": ["p0", "p1", "p5"],
            "frame": "x",
            "score": [0.2, 0.4, 0.9],
            "narration": [0.1, np.nan, np.nan],
        }
    )
    found = frame_sums(frames, MATERIALS, {f"p{number}": number for number in range(6)})
    assert found["x", "all"].ratios(DESIGN).tolist() == [pytest.approx(0.3), pytest.approx(0.9)]
    assert found["x", "narration"].ratios(DESIGN).tolist() == [
        pytest.approx(0.1),
        pytest.approx(np.nan, nan_ok=True),
    ]
    assert found["x", "all"].held.tolist() == [2, 1]


def test_the_design_of_the_words_is_that_of_the_articles() -> None:
    assert isinstance(THREE, Design)
    assert THREE.sizes == (2, 1)
