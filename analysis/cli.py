"""Arguments -> one call -> what was written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from analysis import __version__
from analysis.errors import StudyError
from analysis.progress import Progress, Silent, Step

app = typer.Typer(
    name="framing",
    help="Compare how news outlets frame the same subject.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

BUNDLED = Path("seeds")
StudyFolder = Annotated[Path, typer.Argument(help="Folder that holds study.toml.", show_default=True)]


@app.callback(invoke_without_command=True)
def main_options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and leave.")] = False,
) -> None:
    """Compare how news outlets frame the same subject."""
    if version:
        typer.echo(f"framing {__version__}")
        raise typer.Exit


@app.command()
def report(
    study: StudyFolder = BUNDLED,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Folder for the report [default: reports for the bundled study, else STUDY/report]."
        ),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Compute everything anew.")] = False,
) -> None:
    """Read a study's articles and render its report."""
    from analysis import pipeline

    outcome = pipeline.report(study, out or default_out(study), fresh=fresh, progress=_progress())
    if outcome.changed:
        typer.echo(f"{outcome.page} written (computed: {', '.join(outcome.computed) or 'nothing'})")
    else:
        typer.echo(f"{outcome.page} is up to date; --fresh computes it anew")


@app.command()
def stability(
    study: StudyFolder = BUNDLED,
    out: Annotated[
        Path | None, typer.Option(help="The report's folder, for what it has made already.")
    ] = None,
) -> None:
    """Measure how stable a study's topics are, and keep the figures in STUDY/measured for its report."""
    from analysis import measured, pipeline

    measurements = pipeline.measure_stability(study, out or default_out(study), progress=_progress())
    for name, table in measurements.items():
        typer.echo(f"\n{name}\n" + table.to_string(index=False))
    typer.echo(f"\nkept in {study / measured.FOLDER}; `framing report` shows it")


validate = typer.Typer(
    help="Measure on hand-labelled data how right the instruments are.", no_args_is_help=True
)
app.add_typer(validate, name="validate")


@validate.callback()
def validate_options() -> None:
    """Measure on hand-labelled data how right the instruments are."""


@validate.command("topics")
def validate_topics(
    data: Annotated[Path, typer.Argument(help="Folder with BASIL's articles, open_half.jsonl.gz.")],
) -> None:
    """Whether three outlets' reports of one event share topics (BASIL; Fan et al., 2019)."""
    from analysis import validation

    typer.echo(validation.validate_topics(data, progress=_progress()).to_string(index=False))


@validate.command("quotes")
def validate_quotes(
    data: Annotated[Path, typer.Argument(help="Folder with PolNeAR's articles, dev.jsonl.gz.")],
) -> None:
    """How well quotations and their speakers are found (PolNeAR; Newell et al., 2018)."""
    from analysis.voices.validity import validate as validate_quotations

    typer.echo(validate_quotations(data).to_string(index=False))


@validate.command("sentences")
def validate_sentences(
    data: Annotated[Path, typer.Argument(help="Folder with PolNeAR's articles, dev.jsonl.gz.")],
) -> None:
    """How well ways of cutting sentences do on hard cases and on coded speech (PolNeAR)."""
    from analysis.voices.segmenters import compare_segmenters

    typer.echo(compare_segmenters(data).to_string(index=False))


score = typer.Typer(help="Apply an instrument to any texts, one JSON object a line.", no_args_is_help=True)
app.add_typer(score, name="score")


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


@app.command()
def bench(
    study: StudyFolder = BUNDLED,
    runs: Annotated[int, typer.Option(min=1, help="Runs of each short command; the median is printed.")] = 3,
) -> None:
    """Time the commands on this machine, beside the time each may take on two cores."""
    from analysis import bench as timings

    typer.echo(f"{'command':<26}{'seconds':>9}{'allowed':>9}{'ratio':>7}")
    for timing in timings.measure(study, runs=runs):
        typer.echo(f"{timing.what:<26}{timing.seconds:>9.2f}{timing.allowed:>9.1f}{timing.ratio:>7.2f}")
    typer.echo(f"peak memory of one process {timings.peak_memory():.2f} GiB")


def default_out(study: Path) -> Path:
    """Where a study's report goes when nothing else is said: the bundled study's stands at the top level."""
    return Path("reports") if study == BUNDLED else study / "report"


def _progress() -> Progress:
    """Progress bars on a terminal, nothing elsewhere."""
    return _Bars() if sys.stderr.isatty() else Silent()


class _Bars:
    """One progress bar per stage, on standard error, removed when the stage is done."""

    @contextmanager
    def stage(self, title: str) -> Iterator[Step]:
        """Show a bar for the stage called `title` while it runs."""
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            TextColumn,
            TimeElapsedColumn,
        )
        from rich.progress import (
            Progress as Bar,
        )

        columns = (
            TextColumn("{task.description:<26}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Bar(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(title, total=None)

            def step(done: int, total: int) -> None:
                bar.update(task, completed=done, total=total)

            yield step
            bar.update(task, completed=1, total=1) if bar.tasks[0].total is None else None


def main() -> None:
    """Run the command line: a `StudyError` is one red line and exit code 1, bad usage 2."""
    try:
        app()
    except StudyError as error:
        typer.secho(f"error: {error}", fg=typer.colors.RED, err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        typer.secho(
            "stopped; the last report is untouched, the next run goes on from here",
            fg=typer.colors.RED,
            err=True,
        )
        sys.exit(130)
