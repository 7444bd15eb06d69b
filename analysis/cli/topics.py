"""`framing topics`: the topics of any documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from analysis.cli.progress import shown

if TYPE_CHECKING:
    from analysis.scoring.topics import Embed

Kernels = Annotated[
    Literal["compatible", "native", "float32", "bfloat16", "int8"],
    typer.Option(
        help="What embeds: the same bits everywhere, this processor's own kernels, or openvino in a precision.",
    ),
]


def topics(
    source: Annotated[
        Path,
        typer.Option("--in", help="JSON Lines with the fields id and text; gzipped where it ends in .gz."),
    ],
    target: Annotated[Path, typer.Option("--out", help="JSON Lines to write: id, topic, confidence.")],
    count: Annotated[
        int | None,
        typer.Option("--topics", min=2, help="How many topics [default: as the documents suggest]."),
    ] = None,
    kernels: Kernels = "compatible",
) -> None:
    """Find the topics of any documents: a topic and a confidence for each, and what the topics are worth."""
    from analysis.documents.find import Plan
    from analysis.documents.told import told
    from analysis.scoring.topics import topics_file
    from analysis.stages import workers

    plan = Plan(topics=count, workers=workers())
    found = topics_file(source, target, embed=encoder(kernels), plan=plan, progress=shown())
    typer.echo(told(found))
    typer.echo(f"{target} written: {len(found.topic):,} documents")


def encoder(kernels: str) -> Embed:
    """Embeds with the default encoder, with vectors kept on the disk."""
    from analysis import environment
    from analysis.settings import Settings, StudySettings
    from analysis.stages import embedded

    environment.choose(kernels)
    settings = Settings(Path(), StudySettings(title="documents"), outlets=(), articles=(), kernels=kernels)
    return lambda texts, step: embedded(texts, settings, step)
