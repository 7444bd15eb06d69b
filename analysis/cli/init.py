"""`framing init`: anyone's articles made a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.cli.progress import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from analysis.importing.columns import Guess
    from analysis.report.quality import Quality


def init(  # noqa: PLR0913 - the options that a user sees
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder for the study: a new or an empty one.")
    ],
    *,
    source: Annotated[
        Path,
        typer.Option(
            "--from",
            metavar="PATH",
            help="A folder of .txt, .md, .html or .json files, a sub-folder for each outlet, or a table: .csv, .tsv, "
            ".jsonl, .json or .parquet; .gz too.",
        ),
    ],
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="ROLE=COLUMN",
            help="Which column holds text, outlet, date, title, url, author or bias; may be repeated.",
        ),
    ] = None,
    outlet: Annotated[str, typer.Option(help="Whose all articles are, when nothing else says it.")] = "",
    title: Annotated[str, typer.Option(help="Of the study.")] = "",
    paragraphs: Annotated[
        str,
        typer.Option(
            help="What to do with texts without paragraph breaks: cut (at ends of sentences) or as-given."
        ),
    ] = "cut",
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Keep articles that do not look English.")
    ] = False,
) -> None:
    """Make a study of your own articles, with a page on what was read, mended and left out."""
    import datetime

    from analysis.importing.init import Choices, init_study, plan
    from analysis.importing.staging import check_place

    if paragraphs not in {"cut", "as-given"}:
        raise typer.BadParameter(f"{paragraphs!r} is neither cut nor as-given", param_hint="--paragraphs")
    today = datetime.datetime.now(tz=datetime.UTC).date()
    choices = Choices(_columns(columns or []), outlet.strip(), title, paragraphs, any_language, today)
    check_place(folder)
    planned = plan(source, choices)
    for line in columns_told(planned.columns):
        typer.echo(_printable(line))
    for line in told(init_study(planned, folder, shown()), folder):
        typer.echo(_printable(line))


def _printable(line: str) -> str:
    """A line without halves of characters, which a JSON file may name and no terminal can show."""
    return line.encode("utf-8", "replace").decode()


def _columns(given: Sequence[str]) -> Mapping[str, str]:
    """The columns by role of `--map` options."""
    pairs = {}
    for one in given:
        role, equals, column = one.partition("=")
        if not equals or not column:
            raise typer.BadParameter(f"{one!r} is not ROLE=COLUMN, as in text=body", param_hint="--map")
        pairs[role.strip()] = column.strip()
    return pairs


def columns_told(columns: Sequence[Guess]) -> Iterator[str]:
    """What is taken from where, as a table for a terminal."""
    names = [one.told or "-" for one in columns]
    width = max(6, *map(len, names))
    why = max(3, *(len(one.why) for one in columns))
    yield f"{'what':<8}{'column':<{width + 2}}{'why':<{why + 2}}example"
    for one, name in zip(columns, names, strict=True):
        yield f"{one.role:<8}{name:<{width + 2}}{one.why:<{why + 2}}{one.example}".rstrip()
    yield "(another column: --map text=COLUMN, into a new folder)"
    yield ""


def told(quality: Quality, folder: Path) -> Iterator[str]:
    """What was read and what to do next, line by line."""
    yield f"{quality.rows:,} rows read, {quality.kept:,} articles kept, {quality.left_out:,} left out"
    for outcome in ("left out", "mended", "kept"):
        for check in quality.of(outcome):
            yield f"  {outcome:<9}{check.count:>7,}  {check.title}"
    for merge in quality.merges:
        yield f"  one outlet?       {', '.join(name for name, _ in merge.names)}"
    if quality.lines:
        yield f"  boilerplate{len(quality.lines):>5,}  paragraphs that recur in an outlet"
    yield quality.verdict
    yield f"look at {folder / 'quality.html'} (every finding: quality.csv) and at {folder / 'study.toml'}"
    yield f"next: framing report {folder}"
