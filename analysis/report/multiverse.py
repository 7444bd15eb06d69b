"""What becomes of the headline contrasts under other choices, as a listing and in sentences."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from analysis.figures.choices import CHOICES, contrast_title, level_title
from analysis.figures.wording import MISSING, count, percent, signed, spelled
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study

FIRM = 0.9
"""A contrast that keeps its sign in a smaller share of its specifications is called fragile."""

OTHERWISE = (
    ("other_sign", "the other sign"), ("no_difference", "no difference"), ("undefined", "nothing to compare"),
    ("not_found", "topic not found again"),
)  # fmt: skip
POINTS = "topic share"
AGAINST = "The verdict counts these among all specifications, not among those that agree."


def multiverse_listing(study: Study) -> Listing | None:
    """Every headline contrast with its verdict, the most fragile first; None where no multiverse was measured."""
    if not study.has("multiverse_summary"):
        return None
    headings = [
        Heading("Comparison"), Heading("Outlet, against the rest"), Heading("Difference on this page", True),
        Heading("Verdict"), Heading("Median, middle 80%", True), Heading("What moves it most"),
    ]  # fmt: skip
    if study.is_tested:
        headings.append(Heading("Supported in", True))
    rows = [_row(study, row) for _, row in _ranked(study).iterrows()]
    return listing(
        "multiverse-verdicts",
        "The headline comparisons under other choices, the most fragile first",
        headings,
        rows,
    )


def multiverse_sentences(study: Study) -> list[str]:
    """What was tried and what came of it, in sentences; nothing where no multiverse was measured."""
    if not study.has("multiverse_summary"):
        return []
    rows, firm = study.table("multiverse_summary"), _is_firm(study.table("multiverse_summary"))
    fewest, most = rows["specifications"].min(), rows["specifications"].max()
    told = (
        f"{spelled(len(rows), 'headline comparison').capitalize()} of this page "
        f"{'was' if len(rows) == 1 else 'were'} computed anew under other choices that could be defended as well, "
        f"each in {fewest:,} to {most:,} specifications: {distinct(study):,} different ones in all. "
        f"{_kept(int(firm.sum()), len(rows))}"
    )
    return [told, *_not_found(rows)]


def distinct(study: Study) -> int:
    """How many different specifications were computed, whatever they were computed of."""
    rows = study.table("multiverse")
    kinds = rows["contrast"].str.partition(":")[0]
    return len(rows.assign(kind=kinds)[["kind", *CHOICES]].drop_duplicates())


def fragile_sentence(study: Study) -> str:
    """A limit that names how many headline contrasts are fragile; "" where none is, or none was measured."""
    if not study.has("multiverse_summary"):
        return ""
    rows = study.table("multiverse_summary")
    fragile = int((~_is_firm(rows)).sum())
    if not fragile:
        return ""
    worst = _ranked(study).iloc[0]
    return (
        f"Under other choices that could be defended as well, {_of_headlines(fragile, len(rows))} "
        f"{'keeps' if fragile == 1 else 'keep'} the sign in fewer than "
        f"{percent(FIRM)} of the specifications; the least robust, {_told(worst)}, in {worst['same_sign']:,} of "
        f"{worst['specifications']:,}."
    )


def _of_headlines(fragile: int, rows: int) -> str:
    """How many of the headline comparisons."""
    if rows == 1:
        return "the one headline comparison"
    return f"{spelled(fragile)} of the {count(rows, 'headline comparison')}"


def _kept(firm: int, rows: int) -> str:
    """How many contrasts keep their sign."""
    if firm == rows:
        kept = "It keeps its" if rows == 1 else "All keep their"
        return f"{kept} sign in at least {percent(FIRM)} of them."
    if not firm:
        return f"None keeps its sign in {percent(FIRM)} of its specifications or more."
    kept = "keeps its" if firm == 1 else "keep their"
    return f"{spelled(firm).capitalize()} {kept} sign in at least {percent(FIRM)} of them."


def _not_found(rows: pd.DataFrame) -> list[str]:
    """How often a single clustering does not find the topic of a comparison again."""
    topical = rows[rows["topic"] != ""]
    if topical.empty or not topical["not_found"].sum():
        return []
    share = topical["not_found"].sum() / topical["specifications"].sum()
    told = f"In {percent(share)} of the specifications that rest on topics the one clustering does not find the topic"
    return [f"{told} again: a study that had run it only so would not have made the comparison. {AGAINST}"]


def _is_firm(rows: pd.DataFrame) -> pd.Series[bool]:
    """Which contrasts keep their sign in nearly all of their specifications."""
    return rows["same_sign"] / rows["specifications"] >= FIRM


def _ranked(study: Study) -> pd.DataFrame:
    """The contrasts, the most fragile first."""
    rows = study.table("multiverse_summary")
    held = rows["same_sign"] / rows["specifications"]
    return rows.assign(held=held).sort_values("held", kind="stable")


def _row(study: Study, row: pd.Series[Any]) -> Row:
    """One contrast."""
    rest = [f"{row[name]:,} {told}" for name, told in OTHERWISE if row[name]]
    cells = [
        Cell(_name(row)),
        Cell(str(row["outlet"]), outlet=str(row["outlet"])),
        Cell(_value(row, "reference")),
        Cell(
            f"{_verdict(row)} in {row['same_sign']:,} of {row['specifications']:,}",
            note=f"({'; '.join(rest)})" if rest else "",
        ),
        Cell(_value(row, "median"), note=_middle(row)),
        _moved(row),
    ]
    if study.is_tested:
        told = (
            MISSING if math.isnan(row["supported"]) else f"{percent(row['supported'])} of {row['tested']:,}"
        )
        cells.append(Cell(told))
    return Row(
        row_anchor(
            "multiverse", row["kind"], row["topic"], row["target"], row["frame"], row["word"], row["outlet"]
        ),
        tuple(cells),
    )


def _verdict(row: pd.Series[Any]) -> str:
    """What may be said of the sign of a contrast."""
    return "robust in sign" if row["same_sign"] / row["specifications"] >= FIRM else "same sign"


def _middle(row: pd.Series[Any]) -> str:
    """The range between the lowest and the highest decile."""
    return "" if math.isnan(row["low"]) else f"{_value(row, 'low')} to {_value(row, 'high')}"


def _value(row: pd.Series[Any], column: str) -> str:
    """A difference with its sign; shares in percentage points."""
    if math.isnan(row[column]):
        return MISSING
    if row["kind"] == POINTS:
        return f"{signed(100 * row[column], 0)} points"
    return signed(row[column])


def _moved(row: pd.Series[Any]) -> Cell:
    """The choice that moves a contrast most, with the medians of its levels."""
    if not row["moved_by"]:
        return Cell(MISSING)
    choice, told = str(row["moved_by"]), []
    for each in str(row["medians"]).split("; "):
        level, _, value = each.rpartition(" ")
        told.append(f"{level_title(choice, level)} {_level(row, float(value))}")
    return Cell(CHOICES[choice], note=f"({'; '.join(told)})")


def _level(row: pd.Series[Any], value: float) -> str:
    """A median in the unit of its row."""
    return signed(100 * value, 0) if row["kind"] == POINTS else signed(value)


def _told(row: pd.Series[Any]) -> str:
    """A contrast within a sentence."""
    return f"{_name(row)[:1].lower()}{_name(row)[1:]} in {row['outlet']}"


def _name(row: pd.Series[Any]) -> str:
    """What is compared."""
    return contrast_title(str(row["kind"]), str(row["subject"]))
