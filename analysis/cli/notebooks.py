"""The notebooks, run and written as pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.places import BUNDLED, default_out
from analysis.cli.progress import shown

FOLDER = Path("notebooks")
REPORT = default_out(BUNDLED)


def notebooks(
    folder: Annotated[Path, typer.Argument(help="Folder that holds the notebooks.")] = FOLDER,
    out: Annotated[
        Path, typer.Option(help="The bundled study's report; the pages go into its folder notebooks.")
    ] = REPORT,
) -> None:
    """Run the notebooks, each in a fresh kernel, and write them as pages beside the report."""
    from analysis.notebook.export import export

    for path in export(folder, out, progress=shown()):
        typer.echo(f"{path} written")
