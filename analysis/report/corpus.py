"""The corpus and the parser's audit, as listings."""

from __future__ import annotations

import dataclasses

import pandas as pd

from analysis.figures.rows import word_counts
from analysis.figures.wording import capitalised, count, day, percent, shorten
from analysis.report.listing import (
    MOST_ROWS,
    Cell,
    Heading,
    Listing,
    Row,
    listing,
    listing_of,
    row_anchor,
    web_address,
)
from analysis.report.study import Study

MOST_HEADLINE = 140


def article_listing(study: Study) -> Listing:
    """The articles, each with its outlet, date and where the date is from, and its size."""
    articles = study.table("articles")
    shown = study.analysed[study.analysed["article_id"].isin(articles["article_id"].head(MOST_ROWS))]
    words = word_counts(shown["plain"]).groupby(shown["article_id"]).sum()
    sizes = shown.groupby("article_id").size()
    headings = [
        Heading("Article"),
        Heading("Outlet"),
        Heading("Date"),
        Heading("Paragraphs", True),
        Heading("Words", True),
    ]

    def row(number: int) -> Row:
        article = articles.iloc[number]
        cells = (
            Cell(
                shorten(article["headline"], MOST_HEADLINE) or "no headline",
                href=web_address(article["url"]),
                note=_made(article),
            ),
            Cell(article["outlet"], outlet=article["outlet"], note=_reprint(article)),
            Cell(day(article["date"]), note=article["date_source"], sort=article["date"]),
            Cell(f"{sizes.get(article['article_id'], 0):,}"),
            Cell(f"{words.get(article['article_id'], 0):,}"),
        )
        return Row(row_anchor("article", article["article_id"]), cells)

    title = f"The articles{study.scope.within('articles')}"
    return listing_of("articles", title, headings, range(len(articles)), row=row)


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
    files = f"{capitalised(study.scope.sample)} holds" if study.scope.is_cut("audit") else "The files hold"
    return (
        f"{files} {audit['characters'].sum():,} characters. "
        f"{some if share < 1 else 'All of them are article text and analysed.'} {lines}{_hidden(audit)}"
    )


def _hidden(audit: pd.DataFrame) -> str:
    """How many characters show nothing, and how the page shows them; nothing where there are none."""
    hidden, articles = (
        int(audit["invisible"].sum()),
        audit.loc[audit["invisible"] > 0, "article_id"].nunique(),
    )
    if not hidden:
        return ""
    they = "it is" if hidden == 1 else "each is"
    return (
        f" {capitalised(count(hidden, 'character'))} in {count(articles, 'article')} "
        f"{'shows' if hidden == 1 else 'show'} nothing, as spaces of no width and marks of direction do: {they} in the "
        "tables as it was, and on this page as its number in brackets like ⟨⟩."
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
        for number, values in enumerate(unknown.head(MOST_ROWS).itertuples(index=False), start=1)
    ]
    headings = [Heading(column.replace("_", " ")) for column in columns]
    table = listing("unknown-lines", "Unknown lines", headings, rows)
    return dataclasses.replace(table, left_out=len(unknown) - len(rows))


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
