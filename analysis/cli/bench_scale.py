"""`framing bench-scale`: plain BERTopic beside `framing topics` on news paragraphs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from analysis.cli.topics import Kernels, encoder
from analysis.cli.validate import Data

if TYPE_CHECKING:
    from analysis.bench_scale.outcome import Outcome

SIZES, FULL, OUT = "5000,20000", 120_000, Path("bench-scale")


def bench_scale(  # noqa: PLR0917 - options, which are named on the command line
    data: Data,
    out: Annotated[Path, typer.Option(help="Folder for tables, figure and finished runs.")] = OUT,
    sizes: Annotated[str, typer.Option(help="Numbers of paragraphs, with commas between them.")] = SIZES,
    full: Annotated[bool, typer.Option("--full", help="120,000 paragraphs as well: an hour.")] = False,
    only: Annotated[Literal["both", "plain", "ours"], typer.Option(help="Run one of them only.")] = "both",
    kernels: Kernels = "int8",
) -> None:
    """Time plain BERTopic and `framing topics` side by side, with memory and agreement with topic labels."""
    from analysis.bench_scale import compare
    from analysis.stages import workers

    wanted = (*_numbers(sizes), *((FULL,) if full else ()))
    plan = compare.Plan(wanted, compare.WHO if only == "both" else (only,), kernels)
    found = compare.outcomes(data, out, plan, _show)
    tables, lines = compare.summary(found)
    tables["sampled"] = compare.sampled(data, encoder(kernels), workers=workers())
    typer.echo("\n" + "\n".join(lines))
    typer.echo(
        "\nsample-and-assign beside the full fit\n"
        + tables["sampled"].to_string(index=False, float_format="{:.3f}".format)
    )
    for path in compare.write(out, tables):
        typer.echo(f"{path} written")


def _numbers(sizes: str) -> list[int]:
    """The sizes that were asked for."""
    try:
        found = [int(size) for size in sizes.split(",")]
    except ValueError:
        raise typer.BadParameter(f"{sizes!r} are no numbers with commas between them") from None
    if min(found) < 100:  # noqa: PLR2004 - fewer have no topics
        raise typer.BadParameter(f"{min(found)} paragraphs are too few: 100 or more")
    return found


def _show(one: Outcome) -> None:
    """Print a run."""
    typer.echo(
        f"{one.who:<6}{one.paragraphs:>8,} paragraphs {one.seconds:>8.1f} s (embedding {one.embedding:.1f} s, "
        f"processor {one.processor:.0f} s) {one.memory:>6.0f} MiB {one.topics:>4} topics, "
        f"{one.outliers:.0%} outliers, NMI {one.nmi:.3f}, of the assigned {one.nmi_assigned:.3f}"
    )
