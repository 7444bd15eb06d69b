"""Measurements that take minutes, kept beside the study and shown in its report while they fit it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from analysis.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

FOLDER = "measured"
_STAGE = "stability"


def tables(study: Path, key: str) -> dict[str, pd.DataFrame]:
    """The measurements of a study that were made of the very topics with this key; none when they are of others."""
    workspace = Workspace(study / FOLDER)
    if not workspace.keep(_STAGE, key):
        return {}
    return {name: workspace.table(name) for name in workspace.names()}


def keep(study: Path, key: str, measurements: Mapping[str, pd.DataFrame]) -> None:
    """Keep measurements beside the study, in place of earlier ones."""
    workspace = Workspace(study / FOLDER, fresh=True)
    workspace.save_tables(_STAGE, key, measurements)
    workspace.publish({})
