"""The corpus and the parser's audit, as listings."""

from __future__ import annotations

import pandas as pd

from analysis.figures.rows import word_counts
from analysis.figures.wording import count, day, percent, shorten
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor, web_address
from analysis.report.study import Study

MOST_HEADLINE = 140


def article_listing(study: Study) -> Listing:
    """The articles, each with its outlet, date and where the date is from, and its size."""
    analysed = study.analysed
    words = word_counts(analysed["plain"]).groupby(analysed["article_id"]).sum()
    sizes = analysed.groupby("article_id").size()
    headings = [
        Heading("Article"),
        Heading("Outlet"),
        Heading("Date"),
        Heading("Paragraphs", True),
        Heading("Words", True),
    ]
    rows = [
        Row(
            row_anchor("article", article["article_id"]),
            (
                Cell(
                    shorten(article["headline"], MOST_HEADLINE) or "no headline",
                    href=web_address(article["url"]),
                    note=_made(article),
                ),
                Cell(article["outlet"], outlet=article["outlet"], note=_reprint(article)),
                Cell(day(article["date"]), note=article["date_source"], sort=article["date"]),
                Cell(f"{sizes.get(article['article_id'], 0):,}"),
                Cell(f"{words.get(article['article_id'], 0):,}"),
            ),
        )
        for _, article in study.table("articles").iterrows()
    ]
    return listing("articles", "The articles", headings, rows)


def audit_sentence(study: Study) -> str:
    """How much of all characters is analysed, and whether a line was not understood."""
    unknown = len(study.table("unknown_lines"))
    lines = (
        "No line is unknown."
        if not unknown
        else f"{count(unknown, 'line')} could not be told apart and {_are(unknown)} listed below."
    )
    if not study.has("audit"):
        return lines
    audit = study.table("audit")
    inside = audit.loc[audit["kind"].isin(["body", "question", "answer"]), "characters"].sum()
    share = inside / audit["characters"].sum()
    some = f"{percent(share)} of them are article text and analysed; the rest was told apart from it and left out."
    return (
        f"The files hold {audit['characters'].sum():,} characters. "
        f"{some if share < 1 else 'All of them are article text and analysed.'} {lines}"
    )


def unknown_listing(study: Study) -> Listing | None:
    """The lines that the parser could not tell apart; None when there are none."""
    unknown = study.table("unknown_lines")
    if unknown.empty:
        return None
    columns = [str(column) for column in unknown.columns]
    rows = [
        Row(
            row_anchor("unknown", number), tuple(Cell(shorten(str(value), MOST_HEADLINE)) for value in values)
        )
        for number, values in enumerate(unknown.itertuples(index=False), start=1)
    ]
    return listing(
        "unknown-lines", "Unknown lines", [Heading(column.replace("_", " ")) for column in columns], rows
    )


def _made(article: pd.Series) -> str:
    """Who wrote an article, and what it is."""
    byline = f"by {article['byline']}" if article["byline"] and article["byline"] != article["outlet"] else ""
    return ", ".join(filter(None, [article["genre"], byline]))


def _reprint(article: pd.Series) -> str:
    """Who reprinted an article."""
    return f"as reprinted by {article['republisher']}" if article["republisher"] else ""


def _are(number: int) -> str:
    """The verb for so many."""
    return "is" if number == 1 else "are"
