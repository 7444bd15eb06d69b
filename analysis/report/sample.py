"""What the page counts over the whole corpus, and what over the reading sample of a corpus too large to be shown."""

from __future__ import annotations

from analysis.figures.wording import count, listed
from analysis.report.listing import Cell, Heading, Listing, Row, listing_of, row_anchor
from analysis.report.study import Study


def told(study: Study) -> str:
    """The sentence at the head of the page; "" where every table is whole."""
    if not study.scope.is_sample:
        return ""
    return (
        f"All {count(study.scope.articles, 'article')} are compared. The texts shown, and what is counted from single "
        f"texts, are a reading sample of {study.scope.read:,} of them; every such place says so."
    )


def in_full(study: Study) -> str:
    """Which tables hold everything and which the sample, in sentences; "" where every table is whole."""
    if not study.scope.is_sample:
        return ""
    cut = sorted(name for name in study.tables if study.scope.is_cut(name) and len(study.table(name)))
    whole = [
        "topics", "shares", "tone", "stance by outlet", "frames", "words", "voices", "intervals and tests"
    ]  # fmt: skip
    return (
        f"{listed(whole).capitalize()} are counted over all {count(study.scope.articles, 'article')}, as the tables of "
        f"estimates, contrasts, keyness and topics have them. Only {study.scope.sample}, whole articles, is kept text "
        f"by text: {listed(cut)}."
    )


def scope_listing(study: Study) -> Listing:
    """How many rows each table that is cut has in the whole corpus, and how many are here."""
    rows = [(name, *sizes) for name, sizes in study.scope.rows.items() if sizes[0] > sizes[1]]
    headings = [Heading("Table"), Heading("rows in the whole corpus", True), Heading("rows here", True)]
    return listing_of(
        "scope", "Tables that hold the reading sample only", headings, rows,
        row=lambda own: Row(row_anchor("scope", own[0]), (Cell(own[0]), Cell(f"{own[1]:,}"), Cell(f"{own[2]:,}"))),
    )  # fmt: skip
