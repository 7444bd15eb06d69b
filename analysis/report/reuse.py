"""Text that stands in the corpus more than once, as a sentence and a listing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.figures.wording import capitalised, percent, shorten, spelled
from analysis.report.listing import Cell, Heading, Listing, Row, listing, row_anchor
from analysis.report.study import Study

MOST_TEXT = 160
POLICIES = {
    "keep": "Each copy counts in the comparisons.",
    "weight": "In the comparisons the copies of a paragraph count as one together.",
    "collapse": "In the comparisons only the first copy of a paragraph counts.",
}
KINDS = {"paragraph": "paragraph", "quote": "quotation"}


@dataclass(frozen=True, slots=True)
class _Copy:
    """One copy of a text: the paragraph that it stands in, and the text."""

    kind: str
    text: str
    place: str
    is_analysed: bool


def reuse_sentence(study: Study) -> str:
    """How many pairs of copies there are, and whether any counts twice; "" where copies were not looked for."""
    if "reuse" not in study.tables:
        return ""
    pairs = _pairs(study)
    if not _beyond_pull_quotes(pairs):
        apart = "Apart from pull quotes, which are not analysed, no" if pairs else "No"
        return f"{apart} paragraph or quotation of some length stands in these texts twice."
    twice = sum(first.is_analysed and second.is_analysed for _, first, second in pairs)
    found = (
        f"{capitalised(spelled(len(pairs), 'pair'))} of copies {'was' if len(pairs) == 1 else 'were'} found"
    )
    if not twice:
        return f"{found}, but no text counts twice: of each pair, one copy at most is analysed."
    return f"{found}; in {spelled(twice, 'pair')} both copies are analysed. {POLICIES[study.settings.reuse.policy]}"


def reuse_listing(study: Study) -> Listing | None:
    """The pairs of copies with both places; None where there is nothing beyond pull quotes."""
    pairs = _pairs(study)
    if not _beyond_pull_quotes(pairs):
        return None
    headings = [Heading("What"), Heading("First copy"), Heading("Second copy"), Heading("Alike", True)]
    rows = [
        Row(
            row_anchor("reuse", row["first_id"], row["second_id"]),
            (
                Cell(KINDS[str(row["kind"])], note=_whose(row)),
                Cell(first.text, note=f"{first.kind}, {first.place}"),
                Cell(second.text, note=f"{second.kind}, {second.place}"),
                Cell("word for word" if row["exact"] else percent(row["similarity"])),
            ),
        )
        for row, first, second in pairs
    ]
    return listing("copies", "Text that stands here more than once", headings, rows)


def _pairs(study: Study) -> list[tuple[pd.Series, _Copy, _Copy]]:
    """Each row of the reuse table with its two copies."""
    if not study.has("reuse"):
        return []
    copies = _copies(study)
    return [
        (row, copies[row["kind"], row["first_id"]], copies[row["kind"], row["second_id"]])
        for _, row in study.table("reuse").iterrows()
    ]


def _copies(study: Study) -> dict[tuple[str, str], _Copy]:
    """The texts that occur in the reuse table, by kind and id."""
    reuse = study.table("reuse")
    ids = {*reuse["first_id"], *reuse["second_id"]}
    paragraphs = study.table("paragraphs")
    sources = dict(study.table("articles")[["article_id", "source_path"]].itertuples(index=False, name=None))
    units = {("paragraph", name): (name, None) for name in ids}
    if study.has("quotes"):
        quotes = study.table("quotes")
        said = quotes[quotes["quote_id"].isin(ids)]
        columns = ["quote_id", "paragraph_id", "text"]
        units |= {
            ("quote", name): (paragraph, text)
            for name, paragraph, text in said[columns].itertuples(index=False, name=None)
        }
    wanted = {paragraph for paragraph, _ in units.values()}
    rows = {
        row["paragraph_id"]: row for _, row in paragraphs[paragraphs["paragraph_id"].isin(wanted)].iterrows()
    }
    return {
        unit: _copy(study, rows[paragraph], text, sources)
        for unit, (paragraph, text) in units.items()
        if paragraph in rows
    }


def _copy(study: Study, row: pd.Series, text: str | None, sources: dict[str, str]) -> _Copy:
    """A paragraph, or a quotation in it."""
    article = row["article_id"]
    return _Copy(
        kind={"body": "body text", "pullquote": "pull quote"}.get(row["kind"], str(row["kind"])),
        text=shorten(str(row["plain"]) if text is None else text, MOST_TEXT),
        place=(
            f"{study.article_names[article]}, characters {row['source_start']:,}–{row['source_end']:,} of "
            f"{sources[article]}"
        ),
        is_analysed=bool(row["analysed"]),
    )


def _beyond_pull_quotes(pairs: list[tuple[pd.Series, _Copy, _Copy]]) -> bool:
    """Whether a pair has no pull quote."""
    return any("pull quote" not in {first.kind, second.kind} for _, first, second in pairs)


def _whose(row: pd.Series) -> str:
    """Whether both copies stand in one article, one outlet or two."""
    if row["same_article"]:
        return "within one article"
    return "within one outlet" if row["first_outlet"] == row["second_outlet"] else "across outlets"
