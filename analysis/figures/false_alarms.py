"""How often a difference is found when articles are dealt to the outlets at random."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures import layout, style
from analysis.figures.wording import count, percent

SLUG = "false-alarms"
TITLE = "How often is a difference found when articles are dealt out at random?"
TABLES = ("self_audit",)

PROCEDURES = {
    "this study": "this study",
    "units as independent": "one by one",
    "units as independent, Bonferroni": "one by one, corrected",
}
SPOKEN = {
    "this study": "by this study",
    "units as independent": "one by one",
    "units as independent, Bonferroni": "one by one and corrected",
}
FAMILIES = {"all measures": "measures", "words, all": "words", "anywhere": "anywhere"}


def prepare(self_audit: pd.DataFrame) -> pd.DataFrame:
    """The rates of each procedure over all measures, over words, and anywhere.

    Returns:
        Columns `procedure`, `family`, `relabelings` (count), `every` (whether these are all), `with_any` (count),
        `share` (0 to 1), `low`, `high`, `tests` (count) and `alpha`, in the order of the procedures and panels.
    """
    rows = self_audit[self_audit["family"].isin(FAMILIES)]
    places = [
        rows[column].map(list(names).index)
        for column, names in (("procedure", PROCEDURES), ("family", FAMILIES))
    ]
    ordered = rows.assign(first=places[0], second=places[1]).sort_values(["first", "second"], kind="stable")
    columns = [
        "procedure",
        "family",
        "relabelings",
        "every",
        "with_any",
        "share",
        "low",
        "high",
        "tests",
        "alpha",
    ]
    return ordered[columns].reset_index(drop=True)


@style.styled
def draw(data: pd.DataFrame) -> Figure:
    """A panel per kind of test, a row per procedure: its rate, the interval, and a dashed line at alpha."""
    procedures = list(dict.fromkeys(data["procedure"]))
    families = list(dict.fromkeys(data["family"]))
    figure, panels = layout.row_panels(
        [PROCEDURES[name] for name in procedures],
        [FAMILIES[name] for name in families],
        row_height=28.0,
        foot=26.0,
    )
    for axes, family in zip(panels, families, strict=True):
        own = data[data["family"] == family]
        axes.axvline(own["alpha"].iloc[0], color=style.MUTED, linestyle=(0, (3, 3)), linewidth=1.0)
        for _, row in own.iterrows():
            _row(axes, procedures.index(row["procedure"]), row)
        axes.set_xlim(-0.03, 1.75)
        axes.set_xticks([0, 0.5, 1], labels=["0%", "50%", "100%"])
    return figure


def describe(data: pd.DataFrame) -> str:
    """The rates anywhere: of the study, and of those who take every paragraph, sentence and word for independent."""
    anywhere = data[data["family"] == "anywhere"].sort_values(
        "tests", key=lambda tests: tests == 0, kind="stable"
    )
    told = [
        f"{SPOKEN[row['procedure']]} in {row['with_any']:,} of {row['relabelings']:,} dealings"
        if row["tests"]
        else f"{SPOKEN[row['procedure']]} in none, as it tests nothing"
        for _, row in anywhere.iterrows()
    ]
    true = " One of the dealings is the true one." if data["every"].iloc[0] else ""
    return f"At least one difference is called {'; '.join(told)}.{true}"


def caption(data: pd.DataFrame) -> str:
    """How to read the figure."""
    first = data.iloc[0]
    dealt = (
        f"in all {first['relabelings']:,} ways there are, the true one among them"
        if first["every"]
        else f"at random, {count(first['relabelings'], 'time')}"
    )
    interval = "" if first["every"] else " The line through a mark is its 95% interval."
    return (
        f"The articles were dealt out to the outlets {dealt}, each outlet keeping its number, and everything was "
        "compared again. A mark shows in what share of the dealings at least one difference was called; the dashed "
        f"line is the {percent(first['alpha'])} that a test promises."
        f"{interval} One by one: paragraphs, sentences and words are each taken for independent; corrected: with "
        f"Bonferroni's correction for their number."
    )


def _row(axes: Axes, place: int, row: pd.Series) -> None:
    """One rate with its interval, and out of how many."""
    if not row["tests"]:
        layout.note(axes, 0, place, "tests nothing")
        return
    if pd.notna(row["low"]):
        axes.hlines([place], row["low"], row["high"], color=style.FILL, linewidth=2.0)
    style.mark(axes, [row["share"]], [place], style.PLAIN, size=7)
    end = max(row["share"], row["high"]) if pd.notna(row["high"]) else row["share"]
    layout.note(axes, end, place, f"{row['with_any']:,} of {row['relabelings']:,}")
