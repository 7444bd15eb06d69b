"""`framing scale` and `framing worker`: a corpus that outgrows one machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.progress import shown

KERNELS = "float32"


def scale(  # noqa: PLR0913, PLR0917 - the options of a command
    source: Annotated[
        str, typer.Option("--in", help="Parquet files, as in 'articles/*.parquet': a row is an article.")
    ],
    out: Annotated[
        Path, typer.Option(help="Folder for shards, tables and report, on a disk that all workers see.")
    ],
    scheduler: Annotated[
        str,
        typer.Option(help="Address of a Dask scheduler, tcp://HOST:PORT [default: workers on this machine]."),
    ] = "",
    workers: Annotated[
        int | None,
        typer.Option(
            min=0, help="Workers on this machine [default: one a processor; 0: none, in this process]."
        ),
    ] = None,
    settings: Annotated[
        Path | None,
        typer.Option(help="Choices, as in study.toml; articles and outlets are taken from the corpus."),
    ] = None,
    articles: Annotated[
        int, typer.Option(min=1, help="Articles of a part: what one worker holds at a time.")
    ] = 200,
    sample: Annotated[int, typer.Option(min=1, help="Articles that the report shows word for word.")] = 300,
    memory: Annotated[str, typer.Option(help="Memory of a worker on this machine, as in 4GB.")] = "auto",
) -> None:
    """Compare the outlets of a corpus of any size, on workers of this machine or of a cluster."""
    from analysis import settings as studies
    from analysis.scale import Sizes, run_scale
    from analysis.scale.crew import gathered
    from analysis.stages import workers as processors

    chosen = studies.without_articles(settings, title=out.name, kernels=KERNELS)
    many = processors() if workers is None else workers
    with gathered(scheduler, workers=many, memory=memory) as crew:
        sizes = Sizes(part=articles, sample=sample)
        done = run_scale(source, out, settings=chosen, crew=crew, sizes=sizes, progress=shown())
    typer.echo(
        f"{done.articles:,} articles, {done.paragraphs:,} paragraphs in {done.parts:,} parts; {done.made:,} read now"
    )
    if done.rejected:
        typer.echo(
            f"{done.rejected:,} rows could not be used; {out / 'tables' / 'rejected'} says which and why"
        )
    typer.echo(f"{done.page} written")


def worker(
    scheduler: Annotated[str, typer.Argument(help="Address of a Dask scheduler, tcp://HOST:PORT.")],
    arguments: Annotated[
        list[str] | None, typer.Argument(help="More for `dask worker`, behind --, as in -- --lifetime 55m.")
    ] = None,
) -> None:
    """Start a Dask worker whose libraries compute as the results demand; takes what `dask worker` takes."""
    from analysis.scale.worker import serve

    serve(scheduler, arguments or [])
