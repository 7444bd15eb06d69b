"""`framing validate`: how right the instruments are on hand-labelled data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.progress import shown

if TYPE_CHECKING:
    from analysis.framing.card import Card

Data = Annotated[
    Path,
    typer.Argument(envvar="FRAMING_DATA", help="Folder of the hand-labelled sets, a sub-folder for each."),
]

Keep = Annotated[bool, typer.Option("--keep", help="Keep the card beside the instrument, for the reports.")]

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


@validate.command("stance")
def validate_stance(data: Data, kept: Keep = False) -> None:
    """How right the stance toward a target is, on sentences kept from its training (NewsMTSC)."""
    from analysis.embedding.model import DEFAULT, find_model
    from analysis.framing.stance import load
    from analysis.stages import workers
    from analysis.validation.stance import validate_stance as measure

    model = load(find_model(DEFAULT).folder, workers=workers())
    with shown().stage("Reading sentences") as step:
        card = measure(data, model, progress=step)
    _show(card, kept=kept)


def _show(card: Card, *, kept: bool) -> None:
    """Print a card's figures, and keep the card if so wished."""
    from analysis.framing.card import keep

    for result in card.results:
        interval = f"[{result.low:.3f}, {result.high:.3f}]"
        typer.echo(
            f"{result.metric:<20}{result.part:<24}{result.value:>7.3f} {interval:<16} n = {result.n:,}"
        )
    if kept:
        typer.echo(f"{keep(card)} written")
