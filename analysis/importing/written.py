"""The files of a new study that people read: study.toml, the datasheet, the list of boilerplate."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from typing import TYPE_CHECKING

from analysis.importing.study import manifest, toml_value
from analysis.settings import Outlet

if TYPE_CHECKING:
    from analysis.report.quality import Check, Outcome, OutletCount, Quality

BOILERPLATE = "boilerplate.txt"
NOTHING = "Nothing."
MOST_DATED = 0.8


def study_toml(quality: Quality) -> str:
    """The settings of a new study, with notes for somebody who has never seen such a file."""
    head = _template("init.toml").format(
        source=quality.source,
        title=toml_value(quality.title),
        description=toml_value(f"{quality.kept:,} articles {_of(quality.outlets)}."),
        corpus=_corpus(quality),
        copies=_copies(quality),
        strata=_strata(quality.outlets),
    )
    return manifest(head, [Outlet(outlet.name) for outlet in quality.outlets])


def _corpus(quality: Quality) -> str:
    """The setting that names the list of boilerplate, where there is one."""
    if not quality.lines:
        return ""
    return (
        "\n# Paragraphs that recur in an outlet's articles: kept in the tables as boilerplate, out of the analysis.\n"
        "# Take a line out of the file to have its paragraphs analysed.\n"
        f"[corpus]\nboilerplate_file = {toml_value(BOILERPLATE)}\n"
    )


def _copies(quality: Quality) -> str:
    """How many copies there are, as the end of a comment."""
    counts = {check.check_id: check.count for check in quality.checks}
    copies = counts.get("near-copy", 0) + counts.get("reprint", 0)
    return f"\n# Here {copies:,} articles are copies or near copies of earlier ones." if copies else ""


def _strata(outlets: Iterable[OutletCount]) -> str:
    """When that is worth doing, as the end of a comment."""
    years = {day[:4] for outlet in outlets for day in (outlet.first, outlet.last) if day}
    dated = sum(outlet.articles - outlet.undated for outlet in outlets)
    if len(years) < 2 or dated < MOST_DATED * sum(outlet.articles for outlet in outlets):  # noqa: PLR2004 - a year and another
        return ""
    return (
        f"\n# The articles here are of {min(years)} to {max(years)}, and most have dates: worth considering."
    )


def _of(outlets: tuple[OutletCount, ...]) -> str:
    """Whose articles they are: a few outlets by name, more by their number."""
    names = [outlet.name for outlet in outlets]
    if len(names) > 4:  # noqa: PLR2004 - more are a number
        return f"of {len(names)} outlets"
    return f"of {', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else f"of {names[0]}"


def title_of(outlets: Iterable[str]) -> str:
    """What a study is called when nobody has said."""
    names = list(outlets)
    if len(names) > 4:  # noqa: PLR2004 - more are a number
        return f"News articles of {len(names)} outlets"
    return f"News articles of {' and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"


def boilerplate(quality: Quality) -> str:
    """The list of paragraphs that recur: an outlet, a tab and a paragraph a line."""
    lines = "".join(f"{line.outlet}\t{line.text}\n" for line in quality.lines)
    return f"# {quality.rule}\n# An outlet, a tab and a paragraph a line; a line without a tab is everyone's.\n{lines}"


def datasheet(quality: Quality) -> str:
    """What the texts are and what was done to them, in Markdown."""
    days = [day for outlet in quality.outlets for day in (outlet.first, outlet.last) if day]
    return _template("init.md").format(
        source=quality.source,
        articles=f"{quality.kept:,}",
        outlets=len(quality.outlets),
        outlet_word="outlet" if len(quality.outlets) == 1 else "outlets",
        period=f"{min(days)} to {max(days)}" if days else "none of them dated",
        table="\n".join(map(_outlet, quality.outlets)),
        verdict=quality.verdict,
        columns="\n".join(
            f"| {one.role} | {_cell(one.column) or 'none'} | {one.why} |" for one in quality.columns
        ),
        mended=_list(quality, "mended"),
        rows=f"{quality.rows:,}",
        left_out=f"{quality.left_out:,}",
        out=_list(quality, "left out"),
        kept=_list(quality, "kept"),
    )


def _outlet(outlet: OutletCount) -> str:
    """A line of the table of outlets."""
    numbers = f"{outlet.articles:,} | {outlet.words:,} | {outlet.undated:,}"
    return f"| {_cell(outlet.name)} | {numbers} | {outlet.first} | {outlet.last} |"


def _list(quality: Quality, outcome: Outcome) -> str:
    """The findings with an outcome as a list."""
    return "\n".join(map(_finding, quality.of(outcome))) or NOTHING


def _finding(check: Check) -> str:
    """A finding as an entry of a list."""
    return f"- {check.title}: {check.count:,}. {check.told}"


def _cell(text: str) -> str:
    """A text as a cell of a table in Markdown."""
    return text.replace("|", "\\|")


def _template(name: str) -> str:
    """A template of this package's."""
    return resources.files("analysis.importing").joinpath(name).read_text(encoding="utf-8")
