"""`framing cite`: a reference to a report, to one of its figures or to one of its observations."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.places import BUNDLED, default_out

REPORT = default_out(BUNDLED)


class Style(StrEnum):
    """How a reference is written."""

    BIBTEX = "bibtex"
    RIS = "ris"
    APA = "apa"
    MARKDOWN = "markdown"
    LATEX = "latex"


def cite(
    ident: Annotated[
        str,
        typer.Argument(
            metavar="[ID]", help="A figure, an observation, or report; without it, all ids are listed."
        ),
    ] = "",
    style: Annotated[Style, typer.Option(help="How the reference is written.")] = Style.APA,
    report: Annotated[Path, typer.Option(help="Folder of the rendered report.")] = REPORT,
) -> None:
    """Print a reference to a report, or to a figure or an observation in it."""
    from analysis.report.citations import STYLES, read_references

    references = read_references(report)
    if not ident:
        for name, it in references.items():
            typer.echo(f"{name:28}  {it.label}{': ' if it.label else ''}{it.title}")
        return
    typer.echo(STYLES[style](references.find(ident)))
