"""`framing validate`: how right the instruments are on hand-labelled data."""

from __future__ import annotations

import math
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
def validate_stance(data: Data, keep: Keep = False) -> None:
    """How right the stance toward a target is, on sentences kept from its training (NewsMTSC)."""
    from analysis.stages import stance_model
    from analysis.validation.stance import validate_stance as measure

    _show(measure(data, stance_model(), progress=shown()), keep=keep)


@validate.command("stance-outlets")
def validate_stance_outlets(data: Data, keep: Keep = False) -> None:
    """Whether stance toward Donald Trump orders outlets as coders did (BASIL; Fan et al., 2019)."""
    from analysis.stages import stance_model
    from analysis.validation.stance_outlets import validate as measure

    _show(measure(data, stance_model(), progress=shown()), keep=keep)


@validate.command("stance-paragraphs")
def validate_stance_paragraphs(data: Data, keep: Keep = False) -> None:
    """How well paragraphs' stance toward an article's main person is read (PerSenT; Bastan et al., 2020)."""
    from analysis.stages import stance_model
    from analysis.validation.stance_paragraphs import validate as measure

    _show(measure(data, stance_model(), progress=shown()), keep=keep)


def _show(card: Card, *, keep: bool) -> None:
    """Print a card's figures, and keep it if asked to."""
    from analysis.framing import card as cards

    typer.echo(f"{card.instrument} {card.version} on {card.data}")
    for one in card.results:
        span = f"{one.low:8.3f} to {one.high:6.3f}" if math.isfinite(one.low) else ""
        typer.echo(f"{one.metric:<28}{one.part:<46}{one.value:8.3f}{span:>19}{one.n:>7}")
    for note in card.notes:
        typer.echo(f"- {note}")
    if keep:
        typer.echo(f"kept in {cards.keep(card)}")
