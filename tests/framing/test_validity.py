"""What validity cards allow to be said."""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import pytest

from analysis.errors import ModelError
from analysis.framing.card import Card, Result
from analysis.framing.frames import VERSION, codebook
from analysis.framing.scored_words import drivers, scored_words
from analysis.framing.shipped import shipped
from analysis.framing.validity import (
    NOT_VALID,
    NOT_VALIDATED,
    VALID,
    cards_table,
    frame_validity,
    holds,
    standing,
    validity_table,
)
from analysis.settings import ModelSettings, Settings, StudySettings
from tests.framing.small_models import make_model


def auc(part: str, low: float) -> Result:
    return Result("AUC", part, 0.7, low, 0.8, 100, 20)


CARD = Card("seeds", "1", "frames", "Gold", "Roe (2020)", "MIT", "test", "articles",
            (auc("frame conflict", 0.6), auc("frame economic", 0.5999), auc("frame morality", math.nan)),
            ("One.", "Two."))  # fmt: skip


@pytest.mark.parametrize(
    ("present", "expected"),
    [({"seeds": {"1", "2"}}, "current"), ({"seeds": {"2"}}, "stale"), ({"other": {"1"}}, "unused")],
)
def test_a_card_is_current_only_for_the_version_in_use(present: dict[str, set[str]], expected: str) -> None:
    assert standing(CARD, present) == expected
    assert cards_table([CARD], present)["standing"].tolist() == [expected]


def test_a_frame_holds_from_an_interval_of_60_on_and_without_one_not() -> None:
    assert [holds(result) for result in CARD.results] == [True, False, False]
    assert holds(dataclasses.replace(CARD.results[1], metric="macro-F1"))
    assert holds(dataclasses.replace(CARD.results[1], part="outlet fox"))


def frames_card(data: str, low: float, version: str = VERSION) -> Card:
    return dataclasses.replace(
        CARD, instrument="frames", version=version, data=data, results=(auc("frame conflict", low),)
    )


@pytest.mark.parametrize(
    ("cards", "expected"),
    [
        ([frames_card("a", 0.60), frames_card("b", 0.7)], VALID),
        ([frames_card("a", 0.7), frames_card("b", 0.59)], NOT_VALID),
        ([frames_card("a", math.nan)], NOT_VALID),
        ([frames_card("a", 0.7, version="0")], NOT_VALIDATED),
        ([dataclasses.replace(frames_card("a", 0.7), instrument="frames model")], NOT_VALIDATED),
        ([], NOT_VALIDATED),
    ],
)
def test_a_frame_is_valid_only_where_every_interval_of_this_instrument_keeps_above_the_bar(
    cards: list[Card], expected: str
) -> None:
    assert frame_validity(cards).set_index("frame")["validity"].to_dict()["conflict"] == expected


def test_the_table_of_frames_gives_the_weakest_figure_of_every_frame() -> None:
    table = frame_validity([frames_card("a", 0.65), frames_card("b", 0.62)]).set_index("frame")
    assert list(table.index) == list(codebook().names)
    weakest = table[["validity", "low", "n"]].to_dict("index")
    assert weakest["conflict"] == {"validity": VALID, "low": 0.62, "n": 100}
    assert table["validity"].to_dict()["morality"] == NOT_VALIDATED
    assert math.isnan(table["auc"].to_dict()["morality"])


def test_the_tables_hold_every_figure_in_the_card_s_order() -> None:
    rows = validity_table([CARD])
    assert rows["part"].tolist() == ["frame conflict", "frame economic", "frame morality"]
    assert rows["holds"].tolist() == [True, False, False]
    assert cards_table([CARD], {})["notes"].tolist() == ["One.\nTwo."]
    assert validity_table([]).empty


def settings(folder: Path, models: ModelSettings) -> Settings:
    return Settings(folder, StudySettings(title="A study"), outlets=(), articles=(), models=models)


def test_a_study_s_own_models_are_among_its_instruments(tmp_path: Path) -> None:
    make_model(tmp_path / "mine")
    plain = shipped(settings(tmp_path, ModelSettings()))
    own = shipped(settings(tmp_path, ModelSettings(stance="mine")))
    assert [each.name for each in own] == [*(each.name for each in plain), "stance model"]
    assert "tone vader" in {each.name for each in plain}
    with pytest.raises(ModelError):
        shipped(settings(tmp_path, ModelSettings(frames="absent")))


def test_scored_words_are_those_of_the_list_with_their_scores() -> None:
    assert scored_words("Peace, not WAR; war again on Monday.", "vader") == "peace +2.5, war −2.9"
    assert scored_words("Peace", "no list") == ""


def test_the_words_of_a_stance_are_not_told() -> None:
    assert drivers("Peace", "tone vader", "stance vader", "tone model") == "vader: peace +2.5"
