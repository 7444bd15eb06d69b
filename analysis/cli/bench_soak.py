"""`framing bench-soak`: many reports in one process, and what becomes of its memory."""

from __future__ import annotations

from typing import Annotated

import typer

WARM_UP, ALLOWED = 20, 0.05


def bench_soak(
    reports: Annotated[int, typer.Option(min=2, help="Reports to make.")] = 200,
    warm_up: Annotated[int, typer.Option(min=1, help="Reports before memory is compared.")] = WARM_UP,
    allowed: Annotated[float, typer.Option(help="Share by which memory may grow.")] = ALLOWED,
) -> None:
    """Make many reports of a small study that changes, in one process, and say whether memory grows."""
    import tempfile
    from pathlib import Path

    from analysis.soak import judged, soak

    held: list[float] = []
    every = max(reports // 10, 1)
    with tempfile.TemporaryDirectory() as name:
        for memory in soak(Path(name), reports=reports, warm_up=warm_up):
            held.append(memory)
            if len(held) % every == 0:
                typer.echo(f"{len(held):>5} reports {memory:>8.1f} MiB")
    found = judged(held, warm_up)
    typer.echo(
        f"after {warm_up} reports {found.before:.1f} MiB, after {found.reports} more {found.after:.1f} MiB: "
        f"{found.growth:+.1%} (at most {allowed:+.1%})"
    )
    if found.growth > allowed:
        raise typer.Exit(1)
