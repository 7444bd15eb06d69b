"""The report as files: the page, and the drawing and the numbers of each figure beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables as contract
from analysis.figures import RenderedFigure
from analysis.report.page import page
from analysis.report.study import Study
from analysis.settings import Settings

if TYPE_CHECKING:
    from analysis.compare import Gate

PAGE = "index.html"


def render(
    tables: Mapping[str, pd.DataFrame],
    *,
    settings: Settings,
    gate: Gate,
    figures: list[RenderedFigure],
    provenance: Mapping[str, object],
    no_topics: str = "",
) -> dict[str, bytes]:
    """The report as files: the page, and each figure as SVG and its numbers as CSV.

    Args:
        tables: the tables of the run by name; those that a run does not have may be absent.
        settings: the study's settings.
        gate: what the design can show.
        figures: what `figures.render_all` made of the same tables.
        provenance: versions, seeds and hashes, in groups.
        no_topics: why there are no topics, in one sentence, when there are none.

    Returns:
        Relative paths and their bytes, the same for the same input: `index.html`, `figures/<id>.svg` and
        `figures/<id>.csv`.
    """
    study = Study.of(
        tables, settings=settings, gate=gate, figures=figures, provenance=provenance, no_topics=no_topics
    )
    files = {PAGE: page(study).encode("utf-8")}
    for figure in figures:
        files[f"figures/{figure.figure_id}.svg"] = figure.svg.encode("utf-8")
        files[f"figures/{figure.figure_id}.csv"] = csv(figure.data)
    return files


def figures_table(figures: Sequence[RenderedFigure]) -> pd.DataFrame:
    """The table `figures`: `table` is the CSV of a figure, `sha256` that of its SVG."""
    return contract.table(
        "figures",
        (
            {
                "figure_id": figure.figure_id,
                "title": figure.title,
                "caption": figure.caption,
                "alt": figure.alt,
                "table": f"figures/{figure.figure_id}.csv",
                "sha256": hashlib.sha256(figure.svg.encode("utf-8")).hexdigest(),
                "number": figure.number,
            }
            for figure in figures
        ),
    )


def csv(data: pd.DataFrame) -> bytes:
    """A figure's table as CSV: six digits, so that the last bits of a float never show; one line end anywhere."""
    return data.to_csv(index=False, float_format="%.6g", lineterminator="\n").encode("utf-8")
