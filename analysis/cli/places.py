"""Where a study lies, and where its report goes when nothing else is said."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

BUNDLED = Path("seeds")
StudyFolder = Annotated[Path, typer.Argument(help="Folder that holds study.toml.", show_default=True)]


def default_out(study: Path) -> Path:
    """Where a study's report goes when nothing else is said: the bundled study's stands at the top level."""
    return Path("reports") if study == BUNDLED else study / "report"
