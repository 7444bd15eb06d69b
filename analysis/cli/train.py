"""`framing train`: makes anew what the package ships, from hand-labelled data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.progress import shown

train = typer.Typer(help="Make anew the weights that the package ships.", no_args_is_help=True)


@train.callback()
def train_options() -> None:
    """Make anew the weights that the package ships."""


@train.command("stance")
def train_stance(
    data: Annotated[
        Path,
        typer.Option(envvar="FRAMING_DATA", help="Folder of the hand-labelled sets, a sub-folder for each."),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the weights and their model card.")] = Path("stance"),
    *,
    designs: Annotated[
        bool,
        typer.Option("--designs", help="Also train the designs that were not chosen, for the model card."),
    ] = False,
    half: Annotated[
        bool, typer.Option(help="Compute in bfloat16; choose --no-half where the processor lacks it.")
    ] = True,
    seed: Annotated[int, typer.Option(help="Of order, dropout and the head's first weights.")] = 1,
) -> None:
    """Train the stance classifier on NewsMTSC (Hamborg and Donnay, 2021)."""
    from analysis.framing.stance.recipe import Recipe
    from analysis.training.stance import train_stance as make

    trained = make(data, out, recipe=Recipe(half=half, seed=seed), designs=designs, progress=shown())
    typer.echo(trained.designs.to_string(index=False))
    for result in trained.card.results:
        typer.echo(
            f"{result.metric:<18} {result.part:<16} {result.value:.3f} [{result.low:.3f}, {result.high:.3f}]"
        )
    typer.echo(f"{trained.weights} and {trained.model_card} written")
