"""Measurements that take minutes, kept beside the study and shown in its report while they fit it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analysis import store
from analysis.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

FOLDER = "measured"


def tables(study: Path, stage: str, key: str) -> dict[str, pd.DataFrame]:
    """The measurements of one kind that were made under this very key; none when they were made of something else."""
    workspace = Workspace(study / FOLDER)
    if not workspace.keep(stage, key):
        return {}
    return {name: workspace.table(name) for name in workspace.names()}


def keep(study: Path, stage: str, key: str, measurements: Mapping[str, pd.DataFrame]) -> None:
    """Keep measurements of one kind beside the study, in place of earlier ones; those of other kinds stay."""
    workspace = Workspace(study / FOLDER)
    for other, made in store.read_manifest(study / FOLDER).get("stages", {}).items():
        if other != stage:
            workspace.keep(other, made["key"])
    workspace.save_tables(stage, key, measurements)
    workspace.publish({})
