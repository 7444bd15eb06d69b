"""`framing import`: study folders from open collections."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

importing = typer.Typer(help="Make a study folder from an open collection of articles.", no_args_is_help=True)


@importing.callback()
def import_options() -> None:
    """Make a study folder from an open collection of articles."""


@importing.command("polnear")
def polnear(
    data: Annotated[
        Path, typer.Argument(envvar="FRAMING_DATA", help="Folder of PolNeAR, or the one above it.")
    ],
    to: Annotated[Path, typer.Option(help="Folder for the study: a new or an empty one.")],
    *,
    wire: Annotated[
        bool, typer.Option(help="Keep agencies' reports, as the outlet's with a genre of their own.")
    ] = True,
) -> None:
    """Seven US outlets on the campaign of 2016, 132 articles each (PolNeAR; Newell et al., 2018)."""
    from analysis.importing import import_polnear

    done = import_polnear(data, to, wire=wire)
    for outlet, count in done.articles.items():
        typer.echo(f"{outlet:<24}{count:>5}")
    for note in done.notes:
        typer.echo(note)
    for one in done.rejected:
        typer.echo(f"left out: {one.article} ({one.place}): {one.reason}")
    typer.echo(f"{sum(done.articles.values())} articles written to {to}, {len(done.rejected)} left out")
    typer.echo(f"next: framing report {to}")
