"""Explorers to open: of the bundled study, of small ones and of large ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.compare.gate import gate
from analysis.figures import render_all
from analysis.report.explorer import explorer
from analysis.report.passages import paragraph_anchor
from analysis.report.study import Study
from analysis.settings import CompareSettings, Settings

TABLES = Path(__file__).resolve().parents[2] / "reports" / "tables"
NEEDED = ("articles", "paragraphs", "sentences", "topics", "assignments")


def bundled_tables() -> dict[str, pd.DataFrame]:
    """The tables of the committed report that the explorer is made from."""
    return {name: pd.read_parquet(TABLES / f"{name}.parquet") for name in NEEDED}


def explorer_of(tables: Mapping[str, pd.DataFrame], settings: Settings) -> str:
    """The explorer of some tables, with a link for every paragraph."""
    own = {name: tables[name] for name in NEEDED}
    sizes = Counter(own["articles"]["outlet"].tolist())
    study = Study.of(
        own,
        settings=settings,
        gate=gate(sizes, CompareSettings()),
        figures=render_all(own, settings),
        provenance={},
        no_topics="",
    )
    return explorer(study, frozenset(map(paragraph_anchor, own["paragraphs"]["paragraph_id"])))
