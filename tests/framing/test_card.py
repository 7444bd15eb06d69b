"""Cards: written, read again, and refused when they are none."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from analysis.errors import StoreError
from analysis.framing.card import Card, Result, cards, keep

CARD = Card(
    instrument="gauge", version="1", measures="A thing.", data="Set of 2020", source="A paper", licence="MIT",
    split="all", resampled="articles", notes=("One note.",),
    results=(Result("AUC", "all", 0.123456, 0.1, math.nan, 10, 4), Result("AUC", "frame x", 0.5, 0.4, 0.6, 5, 2)),
)  # fmt: skip


def test_a_card_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    path = keep(CARD, tmp_path)
    assert path.name == "gauge-set-of-2020.json"
    (read,) = cards(tmp_path)
    assert (read.instrument, read.notes, read.results[1]) == ("gauge", ("One note.",), CARD.results[1])
    assert read.results[0].value == 0.1235
    assert math.isnan(read.results[0].high)
    assert "NaN" not in path.read_text("utf-8")


def test_a_figure_is_found_by_metric_and_part() -> None:
    assert CARD.find("AUC", "frame x") == CARD.results[1]
    assert CARD.find("AUC", "frame y") is None


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"results": [{"metric": "AUC"}]}'])
def test_what_is_no_card_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.json").write_text(text, "utf-8")
    with pytest.raises(StoreError, match=r"bad\.json: is no validity card"):
        cards(tmp_path)


def test_the_cards_that_ship_are_cards() -> None:
    for card in cards():
        assert card.results
        assert all(result.n >= result.groups > 0 for result in card.results)
