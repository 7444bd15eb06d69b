"""How stable the topics are, as a listing."""

from __future__ import annotations

from analysis.figures.wording import MISSING, decimal
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study


def stability_listing(study: Study) -> Listing | None:
    """What was changed and how nearly the topics came out the same; None where that was not measured."""
    rows = study.table("stability")
    if rows.empty:
        return None
    headings = [
        Heading("What was changed"), Heading("tries", True), Heading("lowest agreement (ARI)", True),
        Heading("topics", True), Heading("without a topic", True),
    ]  # fmt: skip
    listed = [
        Row(
            row_anchor("stability", what),
            (
                Cell(str(what), note=str(own["setting"].iloc[0]) if len(own) == 1 else ""),
                Cell(str(len(own))),
                Cell(decimal(own["ari"].min())),
                Cell(_span(own["topics"].tolist())),
                Cell(_span(own["outliers"].tolist())),
            ),
        )
        for what, own in rows.groupby("what", sort=False)
    ]
    return listing("stability", "Do the topics come out the same?", headings, listed)


def _span(values: list[int]) -> str:
    """The values as a range."""
    return str(min(values)) if min(values) == max(values) else f"{min(values)}{MISSING}{max(values)}"
