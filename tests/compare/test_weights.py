"""Copies that count less, worked by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.compare.tones import tone_sums
from tests.compare.studies import Study, by, random_study, study


def weighed(made: Study, weights: list[float]) -> Study:
    paragraphs = made.paragraphs.assign(weight=pd.Series(weights, index=made.paragraphs.index))
    return Study(made.articles, paragraphs, made.sentences, made.assignments, made.tone)


def toy() -> Study:
    def said(tone: float) -> list[tuple[str, float, str]]:
        return [("narration", tone, "We say.")]

    return study(
        {
            "a": ("Herald", [(0, said(0.8)), (0, said(0.8)), (1, said(0.2)), (1, said(-0.4))]),
            "b": ("Gazette", [(0, said(0.1)), (1, said(0.3))]),
        }
    )


def estimates(made: Study) -> dict[tuple[str, str, str], float]:
    table = made.compared().estimates
    rows = by(table[table["voice"] == "all"], "measure", "topic", "outlet")
    return {key: row["estimate"] for key, row in rows.items()}


def test_a_group_of_two_copies_counts_as_one_paragraph() -> None:
    found = estimates(weighed(toy(), [0.5, 0.5, 1, 1, 1, 1]))
    assert found["topic share", "0", "Herald"] == pytest.approx(1 / 3)
    assert found["topic share", "1", "Herald"] == pytest.approx(2 / 3)
    assert found["wording tone", "", "Herald"] == pytest.approx((0.8 + 0.2 - 0.4) / 3)
    assert found["topic share", "0", "Gazette"] == pytest.approx(1 / 2)


def test_a_paragraph_of_no_weight_is_left_out_of_everything() -> None:
    found = weighed(toy(), [1, 0, 1, 1, 1, 1]).compared()
    shares = by(found.estimates, "measure", "voice", "topic", "outlet")
    assert shares["topic share", "all", "0", "Herald"]["estimate"] == pytest.approx(1 / 3)
    assert shares["topic share", "all", "0", "Herald"]["paragraphs"] == 3
    assert found.article_tone.set_index(["article_id", "voice"]).loc[("a", "all"), "sentences"] == 3


def test_thirds_and_halves_are_counted_exactly() -> None:
    found = estimates(weighed(toy(), [1 / 3, 1 / 2, 1, 1, 1, 1]))
    assert found["topic share", "0", "Herald"] == pytest.approx((5 / 6) / (17 / 6), abs=1e-15)


def test_weights_of_one_change_nothing() -> None:
    made = random_study({"x": 4, "y": 3})
    same = weighed(made, [1.0] * len(made.paragraphs))
    pd.testing.assert_frame_equal(made.compared().estimates, same.compared().estimates)
    pd.testing.assert_frame_equal(made.compared().keyness, same.compared().keyness)


def test_weighed_units_are_counted_in_whole_paragraphs_and_sentences() -> None:
    table = weighed(toy(), [0.5, 0.5, 1, 1, 1, 1]).compared().estimates
    units = by(table[table["voice"] == "all"], "measure", "topic", "outlet")
    assert units["topic share", "0", "Herald"]["units"] == 3
    assert units["wording tone", "", "Herald"]["units"] == 3
    assert units["wording tone", "", "Herald"]["paragraphs"] == 4


def test_sums_of_copies_are_in_parts_of_a_paragraph() -> None:
    texts = weighed(toy(), [0.5, 0.5, 1, 1, 1, 1]).texts()
    sums = tone_sums(texts, topics=[])
    (row,) = sums[(sums["voice"] == "all") & (sums["article_id"] == "a")].to_dict("records")
    assert texts.parts == 2
    assert (row["total"], row["units"]) == (8000 + 8000 + 2 * 2000 - 2 * 4000, 6)
    assert row["squares"] == 8000**2 + 8000**2 + 2 * 2000**2 + 2 * 4000**2
