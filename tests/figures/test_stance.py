"""How each speaks of each: the cells are the means, and the figures show them."""

from __future__ import annotations

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from analysis.figures import in_study_order, stance_by_outlet, stance_matrix
from analysis.figures.said_of import said_of
from tests.figures import small
from tests.figures.small import GAZETTE, HERALD, SETTINGS
from tests.figures.test_figures import across

CELLS = {
    ("Gazette, narration", "Harbour"): (-0.5, 1),
    ("Gazette, narration", "Taxes"): (0.1, 2),
    ("Herald, narration", "Harbour"): (0.6, 1),
    ("Herald, questions", "Bread"): (0.0, 1),
    ("Ann Baker", "Bread"): (0.4, 2),
    ("the captain", "Harbour"): (-0.8, 1),
}


def prepared() -> pd.DataFrame:
    tables = in_study_order(small.all_tables(), SETTINGS)
    return stance_matrix.prepare(tables["targets"], tables["sentences"], tables["paragraphs"])


def written(figure: Figure) -> dict[tuple[float, float], str]:
    """The texts of the matrix by the middle of their cell."""
    return {
        (round(text.get_position()[0]), round(text.get_position()[1])): text.get_text()
        for text in figure.axes[0].texts
        if text.get_text().replace("−", "").replace("+", "").replace(".", "").isdigit()
        and "." in text.get_text()
    }


def test_a_cell_is_the_mean_over_a_speaker_s_sentences_about_an_actor() -> None:
    cells = {
        (row["row"], row["target"]): (round(row["stance"], 4), row["sentences"])
        for _, row in prepared().iterrows()
    }
    assert cells == CELLS


def test_the_outlets_own_words_come_first_and_then_those_who_speak_most() -> None:
    rows = list(dict.fromkeys(prepared()["row"]))
    assert rows == [
        "Gazette, narration",
        "Herald, narration",
        "Herald, questions",
        "Ann Baker",
        "the captain",
    ]


def test_who_was_not_found_and_who_speaks_of_nobody_else_is_left_out() -> None:
    tables = small.all_tables()
    targets = tables["targets"].assign(target="Ann Baker")
    rows = said_of(targets, tables["sentences"], tables["paragraphs"])
    assert "Ann Baker" not in set(rows["speaker"])
    assert "g2:2.1" not in set(rows["sentence_id"]), "its speaker was not found"


def test_every_cell_of_the_drawing_carries_its_mean() -> None:
    data = prepared()
    drawn = written(stance_matrix.draw(data))
    shown = stance_matrix.leading(data)
    assert sorted(drawn.values()) == sorted(
        {"-0.5": "−0.50", "0.1": "+0.10", "0.6": "+0.60"}[str(round(stance, 4))] for stance in shown["stance"]
    )


def test_those_who_say_next_to_nothing_of_anybody_are_not_drawn_but_stay_in_the_data() -> None:
    assert set(stance_matrix.leading(prepared())["row"]) == {"Gazette, narration", "Herald, narration"}
    assert "the data have all" in stance_matrix.caption(prepared())


def test_a_cell_for_an_actor_is_blue_and_one_against_it_vermilion_and_deeper_with_its_size() -> None:
    figure = stance_matrix.draw(prepared())
    grounds = {
        str(patch.get_label()): patch for patch in figure.axes[-1].patches if patch.get_alpha() is not None
    }
    assert to_hex(grounds["+0.80"].get_facecolor()) == stance_matrix.FOR
    assert to_hex(grounds["−0.80"].get_facecolor()) == stance_matrix.AGAINST
    alphas = [float(grounds[label].get_alpha() or 0) for label in ("0.00", "+0.40", "+0.80")]
    assert alphas == sorted(alphas)
    assert alphas[0] == 0


def test_the_description_names_the_ends_among_cells_of_three_sentences() -> None:
    assert stance_matrix.describe(prepared()).startswith("No mean stance rests on three sentences or more.")
    many = prepared().assign(sentences=3)
    assert stance_matrix.describe(many).startswith(
        "Of the means of three sentences or more the lowest is −0.80 (the captain of Harbour, 3 sentences), the "
        "highest +0.60 (Herald, narration of Harbour, 3 sentences)"
    )


def test_the_description_counts_the_rows_and_columns_that_are_drawn_and_not_those_left_out() -> None:
    shown = stance_matrix.leading(prepared())
    assert (shown["row"].nunique(), prepared()["row"].nunique()) == (2, 5)
    assert "Drawn are 2 rows (speakers, and outlets' own words) and 2 actors." in stance_matrix.describe(
        prepared()
    )


def test_an_outlet_s_stance_is_a_mark_in_the_row_of_its_actor() -> None:
    estimates = in_study_order(small.all_tables(), SETTINGS)["estimates"]
    data = stance_by_outlet.prepare(estimates)
    every, narration = stance_by_outlet.draw(data).axes
    assert across(every) == {GAZETTE: pytest.approx([-0.65, 0.3667]), HERALD: pytest.approx([0.2667, 0.6])}
    assert across(narration) == {GAZETTE: [-0.5, 0.1], HERALD: [0.6]}
    assert data["verdict"].unique().tolist() == ["descriptive only"]


def test_outlets_are_called_apart_only_on_actors_that_both_mention_in_three_paragraphs() -> None:
    data = stance_by_outlet.prepare(small.estimates())
    assert stance_by_outlet.describe(data) == (
        "Of 3 actors, none is mentioned by two outlets in three paragraphs each."
    )
    many = data.assign(paragraphs=3)
    assert "furthest apart on Harbour: −0.65 in Gazette, +0.60 in Herald" in stance_by_outlet.describe(many)
