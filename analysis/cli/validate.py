"""`framing validate`: how right the instruments are on hand-labelled data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.progress import shown
from analysis.cli.topics import Kernels

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


@validate.command("inference")
def validate_inference(
    keep: Annotated[bool, typer.Option("--keep", help="Keep the figures beside the engine.")] = False,
) -> None:
    """Whether intervals cover and tests keep their level, on simulated corpora (no data needed)."""
    from analysis.validation import inference

    with shown().stage("Simulating corpora") as step:
        rows = inference.measure(step)
    typer.echo(rows.drop(columns="version").to_string(index=False, float_format="{:.3f}".format))
    if keep:
        typer.echo(f"kept as {inference.keep(rows)}")


@validate.command("quotes")
def validate_quotes(
    data: Data,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the figures as the validity card.")] = False,
) -> None:
    """How well quotations and their speakers are found (PolNeAR; Newell et al., 2018)."""
    from analysis.validation.gold import folder
    from analysis.voices.validity import validate as measure

    if not keep:
        typer.echo(measure(folder(data, "polnear")).to_string(index=False))
        return
    from analysis.framing import card as cards
    from analysis.validation.quotes import card

    typer.echo(f"{cards.keep(card(data))} written")


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
    from analysis.stages import bundled_stance_model
    from analysis.validation.stance import validate_stance as measure

    _show(measure(data, bundled_stance_model(), progress=shown()), keep=keep)


@validate.command("stance-outlets")
def validate_stance_outlets(data: Data, keep: Keep = False) -> None:
    """Whether stance toward Donald Trump orders outlets as coders did (BASIL; Fan et al., 2019)."""
    from analysis.stages import bundled_stance_model
    from analysis.validation.stance_outlets import validate as measure

    _show(measure(data, bundled_stance_model(), progress=shown()), keep=keep)


@validate.command("stance-paragraphs")
def validate_stance_paragraphs(data: Data, keep: Keep = False) -> None:
    """How well paragraphs' stance toward an article's main person is read (PerSenT; Bastan et al., 2020)."""
    from analysis.stages import bundled_stance_model
    from analysis.validation.stance_paragraphs import validate as measure

    _show(measure(data, bundled_stance_model(), progress=shown()), keep=keep)


@validate.command("tone")
def validate_tone(
    data: Data,
    keep: Keep = False,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(help="A word list of your own beside them: a word, a tab and a score a line."),
    ] = None,
) -> None:
    """How the tone of wording agrees with coders (SemEval-2007 task 14, PerSenT, NewsMTSC, BASIL)."""
    from analysis.framing.tone.lexicon_file import read_lexicon
    from analysis.validation.tone import validate_tone as measure

    own = [read_lexicon(path.stem.lower(), path) for path in lexicon or []]
    for card in measure(data, own, progress=shown()):
        _show(card, keep=keep)


@validate.command("tone-reference")
def validate_tone_reference(
    data: Data,
) -> None:
    """The spread of tone over sentences of the AllSides articles, which the mean of word lists is made with."""
    from analysis.validation.reference import tone_reference as measure

    typer.echo(measure(data).to_string(index=False))


def _show(card: Card, *, keep: bool) -> None:
    """Print a card's figures, and keep it if asked to."""
    from analysis.framing import card as cards
    from analysis.validation.written import written

    typer.echo(written(card))
    if keep:
        typer.echo(f"kept as {cards.keep(card)}\n")


@validate.command("frames")
def validate_frames(
    data: Data,
    keep: Keep = False,
    fit: Annotated[bool, typer.Option("--fit", help="Make ranks and probabilities anew first.")] = False,
) -> None:
    """How well seed sentences find frames (GVFC; Liu et al., 2019)."""
    from analysis.cli.frames import measured

    for card in measured(data, fit=fit):
        _show(card, keep=keep)


@validate.command("microframes")
def validate_microframes(
    data: Data,
    keep: Keep = False,
) -> None:
    """Whether sentences made by hand, and statements before and after an invasion, fall where they should."""
    from analysis.cli.frames import microframes_measured

    for card in microframes_measured(data):
        _show(card, keep=keep)


@validate.command("matches")
def validate_matches(
    data: Data,
    keep: Keep = False,
) -> None:
    """Whether matched paragraphs report the same event and the same fact (BASIL; Fan et al., 2019)."""
    from analysis.validation.matches import validate as measure

    _show(measure(data, progress=shown()), keep=keep)


@validate.command("words")
def validate_words(
    data: Data,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the figures for the reports.")] = False,
) -> None:
    """Whether the test of words finds planted words, and nothing in random halves of one outlet (PolNeAR, AllSides)."""
    from analysis.validation.words import validate_words as measure

    table = measure(data, progress=shown())
    typer.echo(table.to_string(index=False))
    if keep:
        from analysis.compare import words_check

        typer.echo(f"kept as {words_check.keep(table)}")


@validate.command("coherence")
def validate_coherence(data: Data) -> None:
    """Whether coherence and diversity of topic words come out as published (x-tabdeveloping/topic-benchmark)."""
    from analysis.validation.coherence import validate_coherence as measure

    typer.echo(measure(data).to_string(index=False))


@validate.command("documents")
def validate_documents(data: Data, kernels: Kernels = "compatible") -> None:
    """What `framing topics` reaches on labelled articles, and what else was tried (BBC, OCTIS BBC News)."""
    from analysis.cli.topics import encoder
    from analysis.stages import workers
    from analysis.validation.documents import validate_documents as measure

    table = measure(data, embed=encoder(kernels), workers=workers(), progress=shown())
    typer.echo(table.to_string(index=False, float_format="{:.3f}".format))
