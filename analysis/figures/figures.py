"""All figures of a study, in the order in which the page numbers them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.figures import (
    articles_needed,
    context_tradeoff,
    cut_profile,
    distinguishing_words,
    false_alarms,
    frame_profile,
    instrument_agreement,
    interview_topics,
    matched_tone,
    microframes,
    outlets,
    parser_audit,
    prior_sensitivity,
    reporting_verbs,
    scope,
    speakers,
    specification_curve,
    stance_by_outlet,
    stance_matrix,
    timeline,
    tone_by_instrument,
    tone_in_topics,
    topic_confounding,
    topic_map,
    topic_shares,
    topic_sizes,
    topic_voices,
    topics_by_article,
    voices,
    wording_tone,
    words_within_topics,
)
from analysis.figures.legible import visible
from analysis.figures.scope import Scope
from analysis.figures.svg import to_svg
from analysis.settings import Settings


class FigureModule(Protocol):
    """What a module of a figure offers."""

    SLUG: str
    TITLE: str
    TABLES: tuple[str, ...]
    prepare: Callable[..., pd.DataFrame]
    draw: Callable[[pd.DataFrame], Figure]
    describe: Callable[[pd.DataFrame], str]
    caption: Callable[[pd.DataFrame], str]


FIGURES: tuple[FigureModule, ...] = (
    timeline,
    parser_audit,
    voices,
    speakers,
    reporting_verbs,
    topic_voices,
    topic_sizes,
    topic_map,
    cut_profile,
    interview_topics,
    context_tradeoff,
    topics_by_article,
    topic_confounding,
    topic_shares,
    wording_tone,
    tone_by_instrument,
    tone_in_topics,
    stance_matrix,
    stance_by_outlet,
    frame_profile,
    microframes,
    instrument_agreement,
    distinguishing_words,
    words_within_topics,
    prior_sensitivity,
    matched_tone,
    articles_needed,
    specification_curve,
    false_alarms,
)  # type: ignore[assignment]


@dataclass(frozen=True, slots=True, eq=False)
class PreparedFigure:
    """A figure before it is drawn: all its words, `data`, its table, and `shown`, the rows that it has room for."""

    module: FigureModule
    number: int
    alt: str
    caption: str
    data: pd.DataFrame
    shown: pd.DataFrame

    @property
    def figure_id(self) -> str:
        """Its slug, which stays the same when figures are added before it."""
        return self.module.SLUG

    @property
    def title(self) -> str:
        """The question that it answers."""
        return self.module.TITLE

    def drawn(self) -> Figure:
        """The drawing, each of whose texts can be seen whole."""
        drawing = self.module.draw(self.shown)
        for text in drawing.findobj(Text):
            if not text.get_text().isascii():
                text.set_text(visible(text.get_text()))
        return drawing


@dataclass(frozen=True, slots=True, eq=False)
class RenderedFigure:
    """A figure ready for the page: `svg` stands alone, `data` is the table that it shows."""

    figure_id: str
    number: int
    title: str
    caption: str
    alt: str
    svg: str
    data: pd.DataFrame

    @property
    def sha256(self) -> str:
        """The SHA-256 of its SVG, which holds its title, its alt text and all its marks."""
        return hashlib.sha256(self.svg.encode("utf-8")).hexdigest()

    @classmethod
    def of(cls, figure: PreparedFigure, svg: str) -> RenderedFigure:
        """A figure with its drawing."""
        return cls(
            figure.figure_id, figure.number, figure.title, figure.caption, figure.alt, svg, figure.data
        )


def render_all(tables: Mapping[str, pd.DataFrame], settings: Settings) -> list[RenderedFigure]:
    """Every figure that the tables can fill, numbered from 1.

    A figure is left out when a table that it needs is absent or empty, or leaves it nothing to show.

    Args:
        tables: the tables of the study by name.
        settings: gives the order of the outlets, and so the look of each.
    """
    return [
        RenderedFigure.of(figure, to_svg(figure.drawn(), figure.figure_id, figure.title, figure.alt))
        for figure in prepare_all(tables, settings)
    ]


def prepare_all(tables: Mapping[str, pd.DataFrame], settings: Settings) -> list[PreparedFigure]:
    """Every figure that the tables can fill, numbered from 1, not yet drawn; arguments as for `render_all`."""
    held = Scope.of(tables)
    kept: list[str] = []
    if "articles" in tables and len(tables["articles"]):
        kept = outlets.with_room(outlets.article_counts(tables), outlets.in_order(tables, settings))
    return [
        _prepared(module, number, data, kept=kept, notes=_notes(module, held, tables))
        for number, (module, data) in enumerate(fillable(tables, settings), start=1)
    ]


def _prepared(
    module: FigureModule, number: int, data: pd.DataFrame, *, kept: list[str], notes: str
) -> PreparedFigure:
    """A figure with its words: of the outlets that it draws, and saying what its numbers are of where that is less."""
    shown = outlets.of_these(module.SLUG, data, kept)
    notes = f"{outlets.told(shown, data)}{notes}"
    alt = visible(f"{module.describe(shown)}{notes}")
    return PreparedFigure(module, number, alt, f"{module.caption(shown)}{notes}", data, shown)


def _notes(module: FigureModule, held: Scope, tables: Mapping[str, pd.DataFrame]) -> str:
    """What a figure says of the tables that hold a sample only."""
    sums = scope.instead(module.SLUG, held, tables)
    return scope.told(module.SLUG, tuple(sums.get(name, name) for name in module.TABLES), held)


def fillable(
    tables: Mapping[str, pd.DataFrame], settings: Settings
) -> Iterator[tuple[FigureModule, pd.DataFrame]]:
    """The figures that the tables can fill, in order, each with what it shows."""
    ready = in_study_order(tables, settings)
    if "context_tradeoff" in ready:
        tried = ready["context_tradeoff"]
        ready["context_tradeoff"] = tried.assign(chosen=tried["context"] == settings.topics.context)
    held = Scope.of(tables)
    for module in FIGURES:
        sums = scope.instead(module.SLUG, held, ready)
        data = _data(module, ready | {cut: ready[name] for cut, name in sums.items()})
        if not data.empty:
            yield module, data


def in_study_order(tables: Mapping[str, pd.DataFrame], settings: Settings) -> dict[str, pd.DataFrame]:
    """The tables with `outlet` as a categorical of the outlets that have articles, in the order of the settings.

    That order gives an outlet its colour and marker, so every table has to carry it, also one in which some
    outlets are missing.
    """
    if "articles" not in tables or tables["articles"].empty:
        return dict(tables)
    ordered = outlets.in_order(tables, settings)
    return {
        name: table.assign(outlet=_categorical(table["outlet"], ordered))
        if "outlet" in table.columns
        else table
        for name, table in tables.items()
    }


def _categorical(values: pd.Series[str], ordered: list[str]) -> pd.Series[Any]:
    """The values as an ordered categorical; what is no outlet, as the "" of a row about all of them, is missing."""
    return values.where(values.isin(ordered)).astype(pd.CategoricalDtype(ordered, ordered=True))


def _data(module: FigureModule, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """What a figure shows, or an empty table when it has nothing to show."""
    if any(name not in tables or tables[name].empty for name in module.TABLES):
        return pd.DataFrame()
    return module.prepare(*(tables[name] for name in module.TABLES))
