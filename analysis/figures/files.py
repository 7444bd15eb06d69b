"""A figure as files: the drawing in three formats, and the table that it shows in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import store
from analysis.figures.formats import to_pdf, to_png
from analysis.figures.svg import to_svg

if TYPE_CHECKING:
    from analysis.figures.figures import PreparedFigure

FOLDER = "figures"
DRAWINGS = ("svg", "pdf", "png")
DATA = ("csv", "parquet")
FORMATS = (*DRAWINGS, *DATA)


def figure_path(figure_id: str, kind: str) -> str:
    """Where a figure's file of one format stands in the report's folder."""
    return f"{FOLDER}/{figure_id}.{kind}"


def data_files(figure: PreparedFigure) -> dict[str, bytes]:
    """The table that a figure shows as CSV and Parquet, by path.

    The CSV has six digits, so that the last bits of a float never show, and one line end anywhere; Parquet has the
    numbers in full.
    """
    data = figure.data
    plain = data.assign(outlet=data["outlet"].astype(object)) if "outlet" in data.columns else data
    contents = {"csv": store.csv(data, float_format="%.6g"), "parquet": store.parquet(plain)}
    return {figure_path(figure.figure_id, kind): content for kind, content in contents.items()}


def drawing_files(figure: PreparedFigure) -> dict[str, bytes]:
    """The drawing of a figure as SVG, PDF and PNG (300 dots per inch), by path."""
    drawn = figure.drawn()
    contents = {
        "svg": to_svg(drawn, figure.figure_id, figure.title, figure.alt).encode(),
        "pdf": to_pdf(drawn, figure.title, figure.alt),
        "png": to_png(drawn, figure.title, figure.alt),
    }
    return {figure_path(figure.figure_id, kind): content for kind, content in contents.items()}


def drawing_key(figure: PreparedFigure) -> dict[str, object]:
    """Everything that a figure's drawing depends on beside the code and the libraries: its words and its table.

    The outlets are named apart from the table, as those that do not occur in it hold a colour as well.
    """
    outlets = figure.data["outlet"] if "outlet" in figure.data.columns else pd.Series(dtype=object)
    named = outlets.cat.categories.tolist() if isinstance(outlets.dtype, pd.CategoricalDtype) else []
    hashes = {path: store.sha256(content) for path, content in data_files(figure).items()}
    return {
        "id": figure.figure_id,
        "title": figure.title,
        "alt": figure.alt,
        "outlets": named,
        "rows": len(figure.shown),
        "data": hashes,
    }
