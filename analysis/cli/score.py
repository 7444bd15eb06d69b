"""`framing score`: an instrument applied to any texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

score = typer.Typer(help="Apply an instrument to any texts, one JSON object a line.", no_args_is_help=True)


@score.callback()
def score_options() -> None:
    """Apply an instrument to any texts, one JSON object a line."""


@score.command("quotes")
def score_quotes(
    source: Annotated[Path, typer.Option("--in", help="JSON Lines with the fields id and text.")],
    target: Annotated[Path, typer.Option("--out", help="JSON Lines to write, a quotation a line.")],
    doubled: Annotated[bool, typer.Option(help="Two apostrophes are a quotation mark.")] = False,
) -> None:
    """Find the quotations of articles, with speaker and reporting verb."""
    from analysis.voices.score import score_file

    count = score_file(source, target, doubled=doubled)
    typer.echo(f"{target} written: {count:,} quotations")


@score.command("stance")
def score_stance(
    source: Annotated[
        Path, typer.Option("--in", help="JSON Lines with the fields id, text, start and end (of the target).")
    ],
    target: Annotated[Path, typer.Option("--out", help="JSON Lines to write, one a line of the source.")],
) -> None:
    """Read the stance of sentences toward a target in each: negative, neutral or positive."""
    from analysis.cli.progress import shown
    from analysis.scoring.stance import score_file
    from analysis.stages import stance_model

    with shown().stage("Reading the stance") as step:
        count = score_file(source, target, stance_model(), progress=step)
    typer.echo(f"{target} written: {count:,} sentences")
