"""Anyone's articles made a study: read, looked at, written, and told about."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analysis import store
from analysis.corpus.plain import folded
from analysis.errors import ArticleError
from analysis.importing import study, written
from analysis.importing.checking.dates import day_first
from analysis.importing.checking.paragraphs import CUT
from analysis.importing.checking.recurring import Found as RecurringFound
from analysis.importing.columns import Guess, guess
from analysis.importing.drafts import Manner
from analysis.importing.findings import noted_outlets, quality_of
from analysis.importing.intake import Intake
from analysis.importing.log import Log
from analysis.importing.reading import Found, Row, found, rows, size
from analysis.importing.staging import staged
from analysis.listed import EXTRA
from analysis.progress import Progress, Silent, Step
from analysis.report.quality import Quality, page
from analysis.settings import STUDY_FILE

PAGE, FINDINGS = "quality.html", "quality.csv"
SAMPLE, SAMPLED_FILES = 400, 200
"""Rows, and files they are taken from, by which columns are guessed."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What somebody chose on the command line.

    Attributes:
        columns: by role.
        outlet: whose all articles are.
        title: of the study.
        paragraphs: "cut", or "as-given" for texts that stay in one piece when they have no breaks.
        any_language: whether articles that are not in English stay.
        today: days after it have not come yet.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    outlet: str = ""
    title: str = ""
    paragraphs: str = CUT
    any_language: bool = False
    today: datetime.date = datetime.date.max


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be read, and as what."""

    source: Path
    files: tuple[Found, ...]
    columns: tuple[Guess, ...]
    manner: Manner
    choices: Choices


def plan(source: Path, choices: Choices) -> Plan:
    """What will be read of `source` and from which columns, told from some of its rows, from all where these do not do.

    Raises:
        ArticleError: there is nothing to read, no column is the text's, a chosen one is not there, or nothing says
            whose the articles are.
    """
    files = found(source)
    sample = list(_sample(files))
    if not sample:
        first = next(
            (row.reason for file in files for row in rows(file) if not isinstance(row, Row)), "empty"
        )
        problem = f"holds nothing that can be read as an article ({first})"
        raise ArticleError(problem, where=source, remedy="name text files or a table with a column of texts")
    sample += _with_columns(
        files, set(choices.columns.values()) - {name for row in sample for name in row.values}
    )
    columns = tuple(_outlet_of(one, sample, choices, source) for one in guess(sample, choices.columns))
    by_role = {one.role: one for one in columns}
    order = _day_first(by_role["date"], sample, files)
    manner = Manner(by_role, choices.outlet, choices.paragraphs == CUT, order, choices.today)
    return Plan(source, tuple(files), columns, manner, choices)


def _sample(files: Sequence[Found]) -> Iterator[Row]:
    """Some rows of every file, or of files from all over the list where there are many."""
    chosen = files[:: -(-len(files) // SAMPLED_FILES)]
    most = max(1, SAMPLE // max(1, len(chosen)))
    for file in chosen:
        readable = (row for row in itertools.islice(rows(file), most) if isinstance(row, Row))
        yield from readable


def _readable(files: Sequence[Found]) -> Iterator[Row]:
    """Every row of every file."""
    return (row for file in files for row in rows(file) if isinstance(row, Row))


def _with_columns(files: Sequence[Found], missing: set[str]) -> list[Row]:
    """The first row that has each of some columns, as far as there is one."""
    having = list[Row]()
    every = _readable(files) if missing else iter(())
    while missing and (row := next((row for row in every if not missing.isdisjoint(row.values)), None)):
        having.append(row)
        missing = missing.difference(row.values)
    return having


def _day_first(dates: Guess, sample: Sequence[Row], files: Sequence[Found]) -> bool | None:
    """Whether days stand before months: told from some rows, or from all where these do not tell.

    Dates of web pages have the year first, and are not looked at.
    """
    order = day_first(map(dates.of, sample))
    if order is not None or not dates.columns:
        return order
    return day_first(map(dates.of, _readable([file for file in files if not file.is_page])))


def _outlet_of(one: Guess, sample: Sequence[Row], choices: Choices, source: Path) -> Guess:
    """A guess as it is; that of the outlet, where no column has it, from what else says whose the articles are."""
    if one.role != "outlet":
        return one
    if choices.outlet:
        return Guess("outlet", (), "as --outlet says", choices.outlet)
    if one.columns:
        return one
    named = next((row.outlet for row in sample if row.outlet), "")
    if not named:
        remedy = "name it with --outlet, or lay each outlet's files in a folder of its own"
        raise ArticleError("nothing says whose the articles are", where=source, remedy=remedy)
    return Guess("outlet", (), "from the table's name", named)


def init_study(given: Plan, folder: Path, progress: Progress | None = None) -> Quality:
    """Make a study of what was planned in a new or an empty folder; what is there when it fails is as before.

    Written are study.toml, articles.csv, articles/, DATASHEET.md, quality.html, quality.csv and, where paragraphs
    recur, boilerplate.txt.

    Returns:
        What was read, left out, mended and found.

    Raises:
        ArticleError: a file is damaged as a whole, or no article is left.
        StoreError: `folder` is not empty or cannot be written to.
    """
    shown = progress or Silent()
    with staged(folder) as staging:
        with Log(staging / FINDINGS) as log:
            intake = Intake(staging, given.manner, any_language=given.choices.any_language, log=log)
            with shown.stage("Reading the articles") as step:
                _take_all(given.files, intake, step)
            _check_left(intake, given.source)
            with shown.stage("Looking for copies"):
                lines = intake.recurring(intake.near_copies())
            _check_left(intake, given.source)
            intake.log_kept()
            noted_outlets(intake.sizes, log)
        quality = _quality(given, intake, lines)
        _write(staging, quality, intake)
    return quality


def _take_all(files: Sequence[Found], intake: Intake, step: Step) -> None:
    """Every row of every file, with progress by rows."""
    total = sum(map(size, files))
    for file in files:
        for row in rows(file):
            intake.take(row)
            step(intake.rows, max(total, intake.rows))


def _check_left(intake: Intake, source: Path) -> None:
    """Complain when no article is left, with the commonest reason.

    Raises:
        ArticleError: none is.
    """
    if intake.kept:
        return
    told = ""
    if intake.log.commonest:
        reason, first = intake.log.commonest
        told = f"; most often: {reason.lower()} ({', '.join(filter(None, (first.place, first.detail)))})"
    remedy = "name the columns with --map, or mend the source"
    raise ArticleError(f"no article is left of {intake.rows:,} rows{told}", where=source, remedy=remedy)


def _quality(given: Plan, intake: Intake, lines: Sequence[tuple[RecurringFound, str]]) -> Quality:
    """What the page tells."""
    return quality_of(
        intake,
        lines=lines,
        columns=given.columns,
        title=given.choices.title or written.title_of(intake.sizes),
        source=folded(given.source.resolve().name),
    )


def _write(staging: Path, quality: Quality, intake: Intake) -> None:
    """The files beside the articles and the findings."""
    extras = (
        (one.source, {f"{EXTRA}bias": one.bias, f"{EXTRA}source": one.place})
        for _, one in sorted(intake.kept.items())
    )
    files = {
        study.ARTICLES: study.articles_table(extras),
        study.DATASHEET: written.datasheet(quality),
        PAGE: page(quality),
        STUDY_FILE: written.study_toml(quality),
    }
    if quality.lines:
        files[written.BOILERPLATE] = written.boilerplate(quality)
    for name, text in files.items():
        store.write_bytes(staging / name, text.encode("utf-8", "replace"))
