"""Measurements that take minutes, kept beside the study and shown in its report while they fit it."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import store
from analysis.workspace import Workspace, working

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

FOLDER = "measured"


def tables(study: Path, stage: str, key: str) -> dict[str, pd.DataFrame]:
    """The measurements of one kind that were made under this very key; none when they were made of something else."""
    folder = study / FOLDER
    # A command that was killed while it put its tables here left them in a staging folder: that is done first.
    broken_off = (folder / store.STAGING).is_dir()
    with working(folder) if broken_off else nullcontext(Workspace(folder)) as workspace:
        if not workspace.keep(stage, key):
            return {}
        return {name: workspace.table(name) for name in workspace.names()}


def keep(study: Path, stage: str, key: str, measurements: Mapping[str, pd.DataFrame]) -> None:
    """Keep measurements of one kind beside the study, in place of earlier ones; those of other kinds stay."""
    with working(study / FOLDER) as workspace:
        for other, made in store.stages_of(store.read_manifest(study / FOLDER)).items():
            if other != stage:
                workspace.keep(other, made["key"])
        workspace.save_tables(stage, key, measurements)
        workspace.publish({})
