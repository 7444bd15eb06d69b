"""Arguments -> one call -> what was written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis import __version__
from analysis.cli.bench_parts import bench_parts
from analysis.cli.bench_scale import bench_scale
from analysis.cli.bench_soak import bench_soak
from analysis.cli.cite import cite
from analysis.cli.coding import agreement, codesheet
from analysis.cli.importing import importing
from analysis.cli.init import init
from analysis.cli.interrupts import INTERRUPTED, hear_all, hear_no_more
from analysis.cli.keyfigures import keyfigures
from analysis.cli.notebooks import notebooks
from analysis.cli.places import BUNDLED, StudyFolder, default_out
from analysis.cli.progress import shown
from analysis.cli.reproduce import reproduce
from analysis.cli.scale import scale, worker
from analysis.cli.score import score
from analysis.cli.topics import topics
from analysis.cli.train import train
from analysis.cli.validate import validate
from analysis.cli.verify import verify
from analysis.errors import StudyError

if TYPE_CHECKING:
    from analysis.bench import Timing

app = typer.Typer(
    name="framing",
    help="Compare how news outlets frame the same subject.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.add_typer(validate, name="validate")
app.add_typer(score, name="score")
app.add_typer(train, name="train")
app.add_typer(importing, name="import")
app.command()(init)
app.command()(codesheet)
app.command()(agreement)
app.command()(keyfigures)
app.command()(cite)
app.command()(verify)
app.command()(notebooks)
app.command()(reproduce)
app.command()(scale)
app.command()(bench_parts)
app.command()(worker)
app.command()(bench_scale)
app.command()(bench_soak)
app.command()(topics)


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

    outcome = pipeline.report(study, out or default_out(study), fresh=fresh, progress=shown())
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

    measurements = pipeline.measure_stability(study, out or default_out(study), progress=shown())
    for name, table in measurements.items():
        typer.echo(f"\n{name}\n" + table.to_string(index=False))
    typer.echo(f"\nkept in {study / measured.FOLDER}; `framing report` shows it")


@app.command()
def multiverse(
    study: StudyFolder = BUNDLED,
    out: Annotated[
        Path | None, typer.Option(help="The report's folder, for what it has made already.")
    ] = None,
) -> None:
    """Compute a study's headline contrasts under other choices, and keep the figures in STUDY/measured."""
    from analysis import measured, pipeline
    from analysis.multiverse.verdict import verdict_lines

    measurements = pipeline.run_multiverse(study, out or default_out(study), progress=shown())
    for line in verdict_lines(measurements["multiverse_summary"]):
        typer.echo(line)
    typer.echo(f"\nkept in {study / measured.FOLDER}; `framing report` shows it")


@app.command()
def bench(
    study: StudyFolder = BUNDLED,
    runs: Annotated[int, typer.Option(min=1, help="Runs of each short command; the median is printed.")] = 3,
) -> None:
    """Time the commands on this machine, beside the time each may take on two cores."""
    from analysis import bench as timings
    from analysis.bench_encoders import embeddings

    typer.echo(f"{'command':<26}{'seconds':>9}{'allowed':>9}{'ratio':>7}{'peak memory':>13}")
    _show_timing(timings.inference())
    for timing in timings.measure(study, runs=runs):
        _show_timing(timing)
    typer.echo(f"\n{'instrument':<26}{'sentences a second':>19}{'at least':>10}")
    for rate in timings.rates():
        typer.echo(f"{rate.what:<26}{rate.sentences:>19.0f}{rate.wanted or '-':>10}")
    typer.echo(f"\n{'encoder':<26}{'paragraphs a second':>19}{'cosine, mean':>15}{'least':>9}")
    for one in embeddings(study):
        typer.echo(f"{one.kernels:<26}{one.paragraphs:>19.0f}{one.mean:>15.5f}{one.least:>9.5f}")


def _show_timing(timing: Timing) -> None:
    """Print a line of `bench`."""
    typer.echo(
        f"{timing.what:<26}{timing.seconds:>9.2f}{timing.allowed:>9.1f}{timing.ratio:>7.2f}"
        f"{timing.memory:>9.2f} GiB"
    )


def main() -> None:
    """Run the command line: a `StudyError` is one red line and exit code 1, an interrupt one and 130, bad usage 2."""
    hear_all()
    try:
        app()
    except StudyError as error:
        _red(f"error: {error}")
        sys.exit(1)
    except SystemExit as ended:
        # Typer makes an interrupt such an end, and says nothing.
        if ended.code == INTERRUPTED:
            hear_no_more()
            _red("stopped; earlier results are untouched, the same command goes on from here")
        raise


def _red(line: str) -> None:
    """Print a line for somebody to act on."""
    typer.secho(line, fg=typer.colors.RED, err=True)
