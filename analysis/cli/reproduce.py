"""`framing reproduce`: the study rendered again under everything that must not show in it."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.places import BUNDLED, StudyFolder
from analysis.errors import StudyError


def reproduce(  # noqa: PLR0917 - the options of a command
    study: StudyFolder = BUNDLED,
    only: Annotated[
        list[str] | None, typer.Option(help="A variation; may be given several times [default: all].")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="A report of this very code to compare with, in place of a new one.")
    ] = None,
    every: Annotated[
        int, typer.Option(min=1, help="On an emulated processor, compute every so many-th vector; 1 for all.")
    ] = 40,
    keep: Annotated[Path | None, typer.Option(help="Keep all that is rendered in this empty folder.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write the table to this file as well.")] = None,
) -> None:
    """Render a study again on other kernels, in other places and orders, and compare every byte."""
    from analysis import store
    from analysis.reproducing import telling, variations
    from analysis.reproducing.matrix import matrix

    wanted = variations.chosen(only or (), every)
    outcomes = []
    typer.echo(telling.HEAD)
    with _scratch(keep) as scratch:
        for outcome in matrix(study, wanted, scratch, against=against):
            outcomes.append(outcome)
            typer.echo("\n".join(telling.lines(outcome)))
    typer.echo(telling.verdict(outcomes))
    if csv is not None:
        table = telling.as_table(outcomes).to_csv(index=False, lineterminator="\n")
        store.write_bytes(csv, table.encode())
    if not all(outcome.holds for outcome in outcomes):
        raise typer.Exit(1)


@contextlib.contextmanager
def _scratch(keep: Path | None) -> Iterator[Path]:
    """The folder for what is rendered: one that stays, or one that is removed."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        if any(keep.iterdir()):
            raise StudyError("is not empty", where=keep, remedy="name a new folder with --keep")
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name).resolve()
