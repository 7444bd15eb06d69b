"""`framing keyfigures`: what a study that can carry inference gives, kept for every report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def keyfigures(
    out: Annotated[Path, typer.Argument(help="Folder of the rendered report.")],
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep them in the package: every report shows them.")
    ] = False,
) -> None:
    """Print the key figures of a tested study's report: estimates, intervals, p and verdicts."""
    from analysis import keyfigures as figures

    made = figures.read_report(out)
    for name, table in made.items():
        typer.echo(f"{name}\n{table.to_string(index=False)}\n")
    if keep:
        for path in figures.keep(made):
            typer.echo(f"kept as {path}")
