"""`framing score`: an instrument applied to any texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.progress import shown
from analysis.cli.topics import Kernels

score = typer.Typer(help="Apply an instrument to any texts, one JSON object a line.", no_args_is_help=True)


@score.callback()
def score_options() -> None:
    """Apply an instrument to any texts, one JSON object a line."""


@score.command("tone")
def score_tone(
    source: Annotated[Path, typer.Option("--in", help="JSON Lines with the fields id and text.")],
    target: Annotated[Path, typer.Option("--out", help="JSON Lines to write, a text a line.")],
    instrument: Annotated[
        list[str] | None,
        typer.Option(help="vader, afinn, mean or a --lexicon's name; may be repeated [default: all]."),
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(help="A word list of your own beside them: a word, a tab and a score a line."),
    ] = None,
) -> None:
    """Score how positive or negative the wording of texts is; no stance."""
    from analysis.framing.tone.lexicon_file import read_lexicon
    from analysis.framing.tone.score import score_file

    own = [read_lexicon(path.stem.lower(), path) for path in lexicon or []]
    with shown().stage("Scoring the wording") as step:
        count = score_file(source, target, names=instrument or [], own=own, progress=step)
    typer.echo(f"{target} written: {count:,} texts")


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
    from analysis.stages import bundled_stance_model

    with shown().stage("Reading the stance") as step:
        count = score_file(source, target, bundled_stance_model(), progress=step)
    typer.echo(f"{target} written: {count:,} sentences")


@score.command("frames")
def score_frames(
    source: Annotated[Path, typer.Option("--in", help="JSON Lines with the fields id and text.")],
    target: Annotated[Path, typer.Option("--out", help="JSON Lines to write, a text a line.")],
    kernels: Kernels = "compatible",
) -> None:
    """Score every text for every frame of the codebook: its rank among news paragraphs, 0 to 1."""
    from analysis.scoring.frames import encoder, score_file

    with shown().stage("Scoring frames") as step:
        count = score_file(source, target, encode=encoder(kernels), progress=step)
    typer.echo(f"{target} written: {count:,} texts")
