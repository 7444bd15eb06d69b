"""`framing verify`: is a report what its inputs give?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.places import BUNDLED, default_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.verifying import Verification

REPORT = default_out(BUNDLED)
MOST = 12


def verify(
    report: Annotated[Path, typer.Argument(help="Folder of the rendered report.")] = REPORT,
    study: Annotated[
        Path | None,
        typer.Argument(help="Folder of its study [default: seeds for reports, else the folder above]."),
    ] = None,
    stored: Annotated[
        bool,
        typer.Option(
            "--stored", help="Take what models gave from the report: vectors, topics, stance and frames."
        ),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Ask for the same bytes in every file, as on the same kind of machine."
        ),
    ] = False,
) -> None:
    """Run a study again and say of each figure: identical, the same to a tolerance, or how it differs."""
    from analysis.verifying import verify as run

    folder = study or (BUNDLED if report.resolve() == REPORT.resolve() else report.resolve().parent)
    typer.echo(
        f"{folder} is run again {'from its stored vectors and topics' if stored else 'from its articles'} ..."
    )
    found = run(report, folder, stored=stored)
    for line in told(found):
        typer.echo(line)
    holds = found.holds and not (strict and found.bytes_differ)
    typer.echo("The report holds." if holds else "The report does not hold.")
    if not holds:
        raise typer.Exit(1)


def told(found: Verification) -> Iterator[str]:
    """What a verification found, line by line."""
    from analysis.verifying.markup import PIXELS
    from analysis.verifying.numbers import TOLERANCE

    yield from _some("altered since, missing, or not of the report", found.altered)
    yield from _some("the manifest contradicts itself", found.misfits)
    yield from _some("not as when it was rendered", found.other)
    if found.refitted:
        yield f"Vectors: {'identical' if found.vectors == 0 else f'apart by up to {found.vectors:.2g}'}"
    yield from _agreement(found)
    yield (
        f"Figures: {found.count('identical')} identical, {found.count('same to tolerance')} the same to "
        f"{TOLERANCE:g} of a number and {PIXELS} pixels, {found.count('differs')} that differ"
    )
    for figure in found.figures:
        if figure.standing != "identical":
            yield f"  Figure {figure.number} ({figure.figure_id}) {figure.standing}: {figure.detail}"
    yield f"Files of the same bytes: {len(found.files) - len(found.bytes_differ):,} of {len(found.files):,}"
    others = [file for file in found.bytes_differ if not file.path.startswith("figures/")]
    yield from _some("other bytes", [f"{file.path} {file.standing}: {file.detail}" for file in others])
    yield f"Sentences of the findings that read otherwise: {len(found.statements)}"
    for before, now in found.statements[:MOST]:
        yield f"  was: {before or '(none)'}"
        yield f"  now: {now or '(none)'}"
    yield from _not_run(found)


def _not_run(found: Verification) -> Iterator[str]:
    """What was not made again, so that nobody takes it for verified."""
    if found.measured:
        names = ", ".join(found.measured)
        yield f"Not made again, but taken from beside the study (their own commands measure them): {names}"
    if found.notebooks:
        yield f"Not run again: {found.notebooks} pages of notebooks; their files are those that framing notebooks wrote"


def _agreement(found: Verification) -> Iterator[str]:
    """How far topics agree that were found on another kind of machine, beside what is promised there."""
    from analysis.verifying.agreement import LEAST_ARI, MOST_MOVED, MOST_SHIFTED

    it = found.agreement
    if it is not None:
        yield (
            f"Topics found anew: adjusted Rand index {it.ari:.3f} (at least {LEAST_ARI}), {100 * it.moved:.1f}% of the "
            f"paragraphs moved (at most {100 * MOST_MOVED:.0f}%), largest change of an outlet's share "
            f"{100 * it.shifted:.1f} points{f' ({it.where})' if it.where else ''} (at most {100 * MOST_SHIFTED:.0f})"
        )
    if found.from_stored is not None:
        same = found.from_stored.is_sound and found.from_stored.is_same
        told = "the same" if same else "not the same"
        yield f"From the report's own vectors, topics and scores everything else is {told}"


def _some(what: str, items: tuple[str, ...] | list[str]) -> Iterator[str]:
    """Each of a few items on a line, and how many more there are."""
    for item in items[:MOST]:
        yield f"  {what}: {item}"
    if len(items) > MOST:
        yield f"  {what}: {len(items) - MOST} more"
