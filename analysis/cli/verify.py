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

    folder = study or (BUNDLED if report == REPORT else report.resolve().parent)
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
    from analysis.verifying.drawings import PIXELS
    from analysis.verifying.numbers import TOLERANCE

    yield f"Files as they were rendered: {found.files - len(found.altered):,} of {found.files:,}"
    yield from _some("altered since or missing", found.altered)
    yield from _some("not as when it was rendered", found.other)
    if found.refitted:
        same = "identical" if found.vectors == 0 else f"apart by up to {found.vectors:.2g}"
        yield f"Vectors: {same}"
    yield from _agreement(found)
    yield (
        f"Figures: {found.count('identical')} identical, {found.count('same to tolerance')} the same to "
        f"{TOLERANCE:g} of a number and {PIXELS} pixels, {found.count('differs')} that differ"
    )
    for figure in found.figures:
        if figure.standing != "identical":
            yield f"  Figure {figure.number} ({figure.figure_id}) {figure.standing}: {figure.detail}"
    yield from _some("table differs", [f"{name}: {how}" for name, how in found.tables])
    yield f"Files of the same bytes: {found.files - len(found.bytes_differ):,} of {found.files:,}"
    yield from _some("other bytes in", found.bytes_differ)
    yield f"Sentences of the findings that read otherwise: {len(found.statements)}"
    for before, now in found.statements[:MOST]:
        yield f"  was: {before or '(none)'}"
        yield f"  now: {now or '(none)'}"


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


def _some(what: str, items: tuple[str, ...] | list[str]) -> Iterator[str]:
    """Each of a few items on a line, and how many more there are."""
    for item in items[:MOST]:
        yield f"  {what}: {item}"
    if len(items) > MOST:
        yield f"  {what}: {len(items) - MOST} more"
