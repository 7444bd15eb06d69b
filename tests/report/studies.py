"""Rendered reports of small studies."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.compare.gate import Gate, gate
from analysis.figures import render_all
from analysis.report import render, study_of
from analysis.report.study import Study
from analysis.settings import CompareSettings, Settings
from tests.figures import small

FEW = gate({small.GAZETTE: 2, small.HERALD: 1}, CompareSettings())
ENOUGH = gate({small.GAZETTE: 8, small.HERALD: 8}, CompareSettings())
PROVENANCE = {"code": "c0de", "versions": {"numpy": "1.2.3"}, "settings": {"study": {"seed": 7}}}


def rendered(
    tables: Mapping[str, pd.DataFrame],
    *,
    allowed: Gate = FEW,
    settings: Settings = small.SETTINGS,
    no_topics: str = "",
) -> dict[str, bytes]:
    """The report of some tables."""
    figures = render_all(tables, settings)
    return render(
        study_of(
            tables,
            settings=settings,
            gate=allowed,
            figures=figures,
            provenance=PROVENANCE,
            no_topics=no_topics,
        )
    )


def study(tables: Mapping[str, pd.DataFrame], *, allowed: Gate = FEW) -> Study:
    """The tables as the page's sections see them, without figures."""
    return Study.of(
        tables, settings=small.SETTINGS, gate=allowed, figures=[], provenance=PROVENANCE, no_topics=""
    )
