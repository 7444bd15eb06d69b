"""`framing codesheet` and `framing agreement`: human coding, drawn and compared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from analysis.cli.places import BUNDLED, StudyFolder, default_out

ReportFolder = Annotated[
    Path | None,
    typer.Option("--report", help="The report's folder [default: as `framing report` writes it]."),
]


def codesheet(  # noqa: PLR0917 - the options of a command
    out: Annotated[Path, typer.Option("--out", help="CSV to write; instructions go beside it as .md.")],
    study: StudyFolder = BUNDLED,
    n: Annotated[int, typer.Option("--n", min=1, help="Sentences to draw.")] = 60,
    seed: Annotated[int | None, typer.Option(help="Another one draws others [default: the study's].")] = None,
    report: ReportFolder = None,
) -> None:
    """Draw a blank coding sheet from a study: a stratified sample of its sentences, without any score."""
    from analysis import settings
    from analysis.coding import codesheet as draw

    chosen = settings.read(study).study.seed if seed is None else seed
    sheet = draw(report or default_out(study), out, n=n, seed=chosen)
    typer.echo(f"{sheet.path} written: {sheet.units} sentences by {', '.join(sheet.strata)}")
    typer.echo(f"{sheet.instructions} tells coders what to do")


def agreement(
    files: Annotated[list[Path], typer.Argument(help="Filled coding sheets.", show_default=False)],
    study: Annotated[
        Path | None, typer.Option("--study", help="Compare with the instruments of this study's report.")
    ] = None,
    report: Annotated[Path | None, typer.Option("--report", help="The same, by the report's folder.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="CSV to write the table to.")] = None,
) -> None:
    """Krippendorff's alpha between coders, and between most of them and the instruments."""
    from analysis import store
    from analysis.coding import agreement as compare

    place = report or (default_out(study) if study else None)
    table = compare(files, report=place)
    typer.echo(table.to_string(index=False, na_rep="-"))
    typer.echo("alpha: 95 % interval over units drawn with replacement; below .667 draw no conclusions")
    if out:
        store.write_bytes(out, store.csv(table))
        typer.echo(f"{out} written")
