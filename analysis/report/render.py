"""The report as files: the page, and the tables of what can be cited in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables as contract
from analysis.figures import RenderedFigure, figure_path
from analysis.report.explorer import explorer_files
from analysis.report.findings import findings
from analysis.report.page import page
from analysis.report.paste import paste
from analysis.report.study import Study
from analysis.settings import Settings

if TYPE_CHECKING:
    from analysis.compare import Gate

PAGE = "index.html"


def study_of(
    tables: Mapping[str, pd.DataFrame],
    *,
    settings: Settings,
    gate: Gate,
    figures: list[RenderedFigure],
    provenance: Mapping[str, object],
    no_topics: str = "",
) -> Study:
    """What a report shows.

    Args:
        tables: the tables of the run by name; those that a run does not have may be absent.
        settings: the study's settings.
        gate: what the design can show.
        figures: what was drawn of the same tables.
        provenance: versions, seeds and hashes, in groups.
        no_topics: why there are no topics, in one sentence, when there are none.
    """
    return Study.of(
        tables, settings=settings, gate=gate, figures=figures, provenance=provenance, no_topics=no_topics
    )


def render(study: Study) -> dict[str, bytes]:
    """The report's own files: page, explorer and words to paste, as relative paths and the same bytes each time."""
    html = page(study)
    return {PAGE: html.encode("utf-8")} | explorer_files(study, html) | paste(study).files()


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
                "table": figure_path(figure.figure_id, "csv"),
                "sha256": figure.sha256,
                "number": figure.number,
            }
            for figure in figures
        ),
    )


def observations_table(study: Study) -> pd.DataFrame:
    """The table `observations`: every sentence of the findings with its anchor and what it rests on."""
    return contract.table(
        "observations",
        (
            {
                "observation_id": anchor,
                "finding_id": finding.finding_id,
                "headline": finding.headline,
                "text": claim.text,
                "figure_id": finding.figure_id,
                "evidence": "; ".join(claim.evidence),
                "paragraph_ids": "; ".join(dict.fromkeys(finding.cited)),
            }
            for finding in findings(study)
            for anchor, claim in zip(finding.anchors, finding.claims, strict=True)
        ),
    )
