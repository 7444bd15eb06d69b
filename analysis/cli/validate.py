"""`framing validate`: how right the instruments are on hand-labelled data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.progress import shown

Data = Annotated[
    Path,
    typer.Argument(envvar="FRAMING_DATA", help="Folder of the hand-labelled sets, a sub-folder for each."),
]

validate = typer.Typer(
    help="Measure on hand-labelled data how right the instruments are.", no_args_is_help=True
)


@validate.callback()
def validate_options() -> None:
    """Measure on hand-labelled data how right the instruments are."""


@validate.command("topics")
def validate_topics(
    data: Data,
) -> None:
    """Whether three outlets' reports of one event share topics (BASIL; Fan et al., 2019)."""
    from analysis.validation.topics import validate_topics as measure

    typer.echo(measure(data, progress=shown()).to_string(index=False))


@validate.command("quotes")
def validate_quotes(
    data: Data,
) -> None:
    """How well quotations and their speakers are found (PolNeAR; Newell et al., 2018)."""
    from analysis.validation.gold import folder
    from analysis.voices.validity import validate as measure

    typer.echo(measure(folder(data, "polnear")).to_string(index=False))


@validate.command("sentences")
def validate_sentences(
    data: Data,
) -> None:
    """How well ways of cutting sentences do on hard cases and on coded speech (PolNeAR)."""
    from analysis.validation.gold import folder
    from analysis.voices.segmenters import compare_segmenters

    typer.echo(compare_segmenters(folder(data, "polnear")).to_string(index=False))
