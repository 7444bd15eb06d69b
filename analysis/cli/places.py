"""The argument that names a study."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.places import BUNDLED, default_out

__all__ = ["BUNDLED", "StudyFolder", "default_out"]

StudyFolder = Annotated[Path, typer.Argument(help="Folder that holds study.toml.", show_default=True)]
