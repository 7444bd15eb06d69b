"""What one outlet of an event has and another leaves out, and how matched paragraphs differ, as listings."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import pandas as pd

from analysis.figures import instruments
from analysis.figures.estimates import has_interval
from analysis.figures.wording import MISSING, capitalised, day, decimal, listed_up_to, shorten, signed
from analysis.report.listing import MOST_ROWS, Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.passages import paragraph_anchor
from analysis.report.study import Study
from analysis.report.verdicts import probability

MOST_NAMES = 5
MOST_TITLE = 70


def omission_listing(study: Study) -> Listing | None:
    """A row for each event and outlet: what it has that no other outlet of the event has; None without events."""
    if not study.has("omissions"):
        return None
    rows = study.table("omissions")
    matched = rows[(rows["what"] == "paragraphs matched") & rows["outlet"].isin(study.outlets)]
    sizes = matched.groupby("event")["count"].sum()
    order = sorted(sizes.index, key=lambda event: (-sizes[event], event))[:MOST_ROWS]
    rows, titles = rows[rows["event"].isin(order)], event_titles(study, order)
    known = frozenset(study.analysed["paragraph_id"])
    headings = [
        Heading("Event"), Heading("Outlet"), Heading("Paragraphs matched", True),
        Heading("with no counterpart", True), Heading("Quoted here alone"), Heading("Named here alone"),
    ]  # fmt: skip
    listed = [
        _row(
            rows[(rows["event"] == event) & (rows["outlet"] == outlet)],
            titles.get(event, f"Event {event}"),
            known=known,
            is_first=outlet == first,
        )
        for event in order
        for outlets in [_outlets(study, matched[matched["event"] == event])]
        for first in outlets[:1]
        for outlet in outlets
    ]
    table = listing("omissions", "What only one outlet of an event has", headings, listed)
    every = len(matched[["event", "outlet"]].drop_duplicates())
    return dataclasses.replace(table, left_out=every - len(table.rows))


def alone_cited(study: Study, table: Listing | None) -> list[str]:
    """The paragraphs to which the listing of omissions links."""
    if table is None:
        return []
    rows = study.table("omissions")
    shown = {cell.href for row in table.rows for cell in row.cells if cell.href}
    firsts = rows.loc[rows["what"] == "paragraphs alone", "paragraph_ids"].str.split("; ").str[0]
    return [first for first in firsts if f"#{paragraph_anchor(first)}" in shown]


def paired_listing(study: Study) -> Listing | None:
    """How the matched paragraphs of two outlets differ under each measure; None where nothing is matched."""
    if not study.has("paired"):
        return None
    rows = study.table("paired")
    first = instruments.in_order(rows[rows["measure"] == "wording tone"])[:1]
    rows = rows[rows["instrument"].isin(["", *first])]
    rows = rows.assign(is_tested=rows["q"].notna())
    rows = rows.sort_values(
        ["is_tested", "q", "events", "measure", "outlet", "other", "target"],
        ascending=[False, True, False, True, True, True, True], kind="stable",
    )  # fmt: skip
    headings = [
        Heading("Measure"), Heading("Outlets"), Heading("Difference", True), Heading("events", True),
        Heading("pairs", True), Heading("What the test says"),
    ]  # fmt: skip
    return listing("paired", "The same facts: how one outlet's paragraphs differ from another's", headings, [
        _paired(row) for _, row in rows.head(MOST_ROWS).iterrows()
    ])  # fmt: skip


def event_titles(study: Study, events: Sequence[int]) -> dict[int, str]:
    """A name for each of these events: the headline of its first article, else its name, and the day.

    Events whose articles are not at hand have none.
    """
    rows, articles = study.table("matches"), study.table("articles").set_index("article_id")
    rows = rows[rows["event"].isin(list(events))]
    titles = {}
    dates = dict(zip(articles.index, articles["date"], strict=True))
    for event, own in rows[rows["event"] > 0].groupby("event"):
        here = {*own["first_article"], *own["second_article"]} & dates.keys()
        ids = sorted(here, key=lambda each: (dates[each], each))
        if not ids:
            continue
        headline = str(articles["headline"][ids[0]]) or study.article_names[ids[0]]
        titles[int(float(str(event)))] = f"{shorten(headline, MOST_TITLE)}, {day(str(dates[ids[0]]))}"
    return titles


def _outlets(study: Study, own: pd.DataFrame) -> list[str]:
    """The outlets of an event, in the order of the study."""
    return [outlet for outlet in study.outlets if outlet in set(own["outlet"])]


def _row(own: pd.DataFrame, title: str, *, known: AbstractSet[str], is_first: bool) -> Row:
    """One outlet in one event."""
    event, outlet = int(own["event"].iloc[0]), str(own["outlet"].iloc[0])
    alone = own[own["what"] == "paragraphs alone"].iloc[0]
    first = str(alone["paragraph_ids"]).split("; ")[0]
    others = str(alone["missing_in"])
    lacking = own[own["missing_in"] == others]
    cells = (
        Cell(title, is_repeat=not is_first),
        Cell(outlet, outlet=outlet),
        Cell(f"{int(own.loc[own['what'] == 'paragraphs matched', 'count'].sum()):,}"),
        Cell(
            f"{alone['count']:,}",
            href=f"#{paragraph_anchor(first)}" if alone["count"] and first in known else "",
        ),
        Cell(_names(lacking, "speaker quoted")),
        Cell(_names(lacking, "actor named", "person named")),
    )
    return Row(row_anchor("event", event, outlet), cells)


def _names(own: pd.DataFrame, *what: str) -> str:
    """Whom only this outlet quotes or names, the most often first; a dash for nobody."""
    rows = own[own["what"].isin(what)].sort_values(["count", "name"], ascending=[False, True], kind="stable")
    names = list(dict.fromkeys(rows["name"]))
    return listed_up_to(names, MOST_NAMES, "name") if names else MISSING


def _paired(row: pd.Series[Any]) -> Row:
    """One measure of two outlets."""
    cells = (
        Cell(_measure(row)),
        Cell(f"{row['outlet']} less {row['other']}"),
        Cell(signed(row["difference"])),
        Cell(f"{row['events']:,}"),
        Cell(f"{row['pairs']:,}"),
        _verdict(row),
    )
    parts = (row["measure"], row["voice"], row["target"], row["outlet"], row["other"])
    return Row(row_anchor("paired", *parts), cells)


def _measure(row: pd.Series[Any]) -> str:
    """What is measured, in words."""
    if row["measure"] == "stance":
        return f"Stance toward {row['target']}"
    if row["measure"] == "narration share":
        return "Share of sentences that are narration"
    return f"{capitalised(row['measure'])}, {'narration only' if row['voice'] == 'narration' else 'all text'}"


def _verdict(row: pd.Series[Any]) -> Cell:
    """What the sign-flip test says."""
    if pd.isna(row["q"]):
        return Cell("too few events to test")
    interval = (
        f"{decimal(row['low'])} to {decimal(row['high'])}, "
        if has_interval(row["low"], row["high"], row["verdict"])
        else ""
    )
    return Cell(row["verdict"], note=f"{interval}corrected p {probability(row['q'])}")
