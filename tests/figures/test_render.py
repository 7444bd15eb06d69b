"""All figures together: which are made, in which order, and that they are the same every time."""

from __future__ import annotations

import dataclasses

import matplotlib as mpl
import pandas as pd
import pytest

from analysis.figures import FIGURES, RenderedFigure, in_study_order, render_all
from analysis.figures.figures import fillable
from analysis.settings import Outlet
from tests.figures import small
from tests.figures.small import SETTINGS


@pytest.fixture(scope="module")
def rendered() -> list[RenderedFigure]:
    """The figures of the small study."""
    return render_all(small.all_tables(), SETTINGS)


def test_a_full_study_has_every_figure_numbered_in_order(rendered: list[RenderedFigure]) -> None:
    assert [figure.figure_id for figure in rendered] == [module.SLUG for module in FIGURES]
    assert [figure.number for figure in rendered] == list(range(1, len(FIGURES) + 1))
    assert len(FIGURES) >= 10


def test_no_two_figures_have_the_same_slug() -> None:
    assert len({module.SLUG for module in FIGURES}) == len(FIGURES)


def test_every_figure_asks_a_question_and_says_how_to_read_the_answer(rendered: list[RenderedFigure]) -> None:
    for figure in rendered:
        assert figure.title.endswith("?")
        assert figure.caption.endswith(".")
        assert figure.alt.endswith(".")
        assert any(letter.isdigit() for letter in figure.alt)


def test_two_renderings_are_the_same(rendered: list[RenderedFigure]) -> None:
    again = render_all(small.all_tables(), SETTINGS)
    assert [figure.svg for figure in again] == [figure.svg for figure in rendered]
    assert all(a.data.equals(b.data) for a, b in zip(again, rendered, strict=True))


@pytest.mark.parametrize("name", sorted(small.all_tables()))
def test_a_figure_whose_table_is_empty_is_left_out(name: str) -> None:
    needing = {module.SLUG for module in FIGURES if name in module.TABLES}
    tables = small.all_tables()
    made = {module.SLUG for module, _ in fillable(tables | {name: tables[name].iloc[:0]}, SETTINGS)}
    assert made == {module.SLUG for module in FIGURES} - needing


def test_figures_whose_tables_are_absent_are_left_out_and_the_others_numbered_without_gaps() -> None:
    only = {name: small.all_tables()[name] for name in ("articles", "paragraphs", "audit")}
    made = [(figure.number, figure.figure_id) for figure in render_all(only, SETTINGS)]
    assert made == [(1, "articles-read"), (2, "parser-audit")]


def test_the_study_s_own_share_of_context_is_the_one_marked_as_chosen() -> None:
    shown = {module.SLUG: data for module, data in fillable(small.all_tables(), SETTINGS)}[
        "neighbour-context"
    ]
    assert shown.loc[shown["chosen"], "context"].tolist() == [SETTINGS.topics.context]


def test_drawing_leaves_matplotlib_s_settings_alone() -> None:
    before = dict(mpl.rcParams)
    render_all({name: small.all_tables()[name] for name in ("articles", "paragraphs")}, SETTINGS)
    assert dict(mpl.rcParams) == before


def test_the_settings_order_of_the_outlets_gives_the_colours() -> None:
    turned = dataclasses.replace(SETTINGS, outlets=(Outlet(small.HERALD), Outlet(small.GAZETTE)))
    for settings, order in (
        (SETTINGS, [small.GAZETTE, small.HERALD]),
        (turned, [small.HERALD, small.GAZETTE]),
    ):
        ready = in_study_order(small.all_tables(), settings)
        assert ready["estimates"]["outlet"].cat.categories.tolist() == order


def test_a_study_of_twenty_outlets_with_hostile_names_can_be_drawn() -> None:
    tables = {
        name: pd.concat([table.assign(outlet=hostile(number)) for number in range(20)], ignore_index=True)
        if "outlet" in table.columns and name != "paragraphs"
        else table
        for name, table in small.all_tables().items()
    }
    figures = render_all(tables, SETTINGS)
    assert {"topic-shares", "distinguishing-words"} <= {figure.figure_id for figure in figures}
    assert not any("<b>" in figure.svg for figure in figures)


def hostile(number: int) -> str:
    """An outlet's name with everything that a drawing could stumble over."""
    return f"<b>$x_{number}$ & “报纸” \\frac"
