"""`framing bench-parts`: a corpus in parts, measured."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.progress import shown
from analysis.cli.validate import Data

OUT = Path("bench-parts")


def bench_parts(  # noqa: PLR0913, PLR0917 - options, which are named on the command line
    data: Data,
    out: Annotated[Path, typer.Option(help="A new folder for corpora and runs.")] = OUT,
    articles: Annotated[
        str, typer.Option(help="Sizes of the corpora, rising, with commas between them.")
    ] = "90,900",
    workers: Annotated[int, typer.Option(min=1, help="Workers of one thread each.")] = 2,
    kernels: Annotated[str, typer.Option(help="Of the encoder.")] = "float32",
    layouts: Annotated[
        int | None, typer.Option(min=20, help="Of the ensemble, where not the study's own number.")
    ] = None,
    draws: Annotated[
        int | None,
        typer.Option(
            min=100,
            help="Permutations and bootstrap samples, where not the study's own number; no self-audit then.",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Make the ordinary report of the largest corpus too, and compare.")
    ] = False,
) -> None:
    """Time `framing scale` on growing corpora, with the memory of its workers, and estimate larger ones."""
    from analysis.bench_parts import Choices, compared, estimates, measure

    runs, choices = [], Choices(kernels, layouts, draws)
    for count in map(int, articles.split(",")):
        run = measure(data, out / str(count), count=count, workers=workers, choices=choices)
        runs.append(run)
        spent = "  ".join(f"{title.lower()} {seconds:.1f}" for title, seconds in run.seconds.items())
        typer.echo(
            f"{run.done.articles:,} articles, {run.done.paragraphs:,} paragraphs in {run.done.parts} parts: "
            f"{run.rate:.1f} paragraphs a second and worker; peak {run.worker_memory:.0f} MiB a worker, "
            f"{run.memory:.0f} MiB where sums are made; shards {run.shards / 2**20:.0f} MiB\n  seconds: {spent}"
        )
    if len(runs) > 1:
        typer.echo("\n" + estimates(runs).to_string(index=False, float_format="{:.1f}".format))
    if check:
        largest = out / articles.rsplit(",", 1)[-1]
        table = compared(runs[-1], largest, choices=choices, progress=shown())
        typer.echo("\n" + table.to_string(index=False))
