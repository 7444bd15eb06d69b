"""Text that stands in the corpus more than once, as a sentence and a listing."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.figures.wording import capitalised, percent, shorten, spelled
from analysis.report.listing import MOST_ROWS, Cell, Heading, Listing, Row, listing_of, row_anchor
from analysis.report.study import Study

MOST_TEXT = 160
ENDS = ("first", "second")
POLICIES = {
    "keep": "Each copy counts in the comparisons.",
    "weight": "In the comparisons the copies of a paragraph count as one together.",
    "collapse": "In the comparisons only the first copy of a paragraph counts.",
}
KINDS = {"paragraph": "paragraph", "quote": "quotation"}


@dataclass(frozen=True, slots=True)
class _Copy:
    """One copy of a text: the kind of its paragraph, the text, and where it stands."""

    kind: str
    text: str
    place: str


def reuse_sentence(study: Study) -> str:
    """How many pairs of copies there are, and whether any counts twice; "" where copies were not looked for."""
    if "reuse" not in study.tables:
        return ""
    pairs = _placed(study)
    where = study.scope.within("reuse")
    if not _beyond_pull_quotes(pairs):
        apart = "Apart from pull quotes, which are not analysed, no" if len(pairs) else "No"
        return (
            f"{apart} paragraph or quotation of some length stands {where.strip() or 'in these texts'} twice."
        )
    twice = int((pairs["first_analysed"] & pairs["second_analysed"]).sum())
    found = f"{capitalised(spelled(len(pairs), 'pair'))} of copies {'was' if len(pairs) == 1 else 'were'} found{where}"
    if not twice:
        return f"{found}, but no text counts twice: of each pair, one copy at most is analysed."
    return f"{found}; in {spelled(twice, 'pair')} both copies are analysed. {POLICIES[study.settings.reuse.policy]}"


def reuse_listing(study: Study) -> Listing | None:
    """The pairs of copies with both places; None where there is nothing beyond pull quotes."""
    pairs = _placed(study)
    if not _beyond_pull_quotes(pairs):
        return None
    headings = [Heading("What"), Heading("First copy"), Heading("Second copy"), Heading("Alike", True)]
    shown = pairs.head(MOST_ROWS)
    ids = {*shown["first_place"], *shown["second_place"]}
    paragraphs = study.table("paragraphs")
    here = paragraphs[paragraphs["paragraph_id"].isin(ids)]
    held = {str(row["paragraph_id"]): row for _, row in here.iterrows()}
    sources = dict(study.table("articles")[["article_id", "source_path"]].itertuples(index=False, name=None))

    def row(place: int) -> Row:
        own = pairs.iloc[place]
        first, second = (_copy(study, held[own[f"{end}_place"]], own[f"{end}_text"], sources) for end in ENDS)
        cells = (
            Cell(KINDS[str(own["kind"])], note=_whose(own)),
            Cell(first.text, note=f"{first.kind}, {first.place}"),
            Cell(second.text, note=f"{second.kind}, {second.place}"),
            Cell("word for word" if own["exact"] else percent(own["similarity"])),
        )
        return Row(row_anchor("reuse", own["first_id"], own["second_id"]), cells)

    title = f"Text that stands here more than once{study.scope.within('reuse')}"
    return listing_of("copies", title, headings, range(len(pairs)), row=row)


def _placed(study: Study) -> pd.DataFrame:
    """The pairs of copies that are at hand, each copy with its paragraph.

    Returns:
        The table `reuse` with, for `first` and `second`, `_place` (the paragraph's id), `_kind`, `_analysed`, and
        `_text` (the words of a quotation; missing for a paragraph).
    """
    if not study.has("reuse"):
        return pd.DataFrame()
    rows = study.table("reuse")
    empty = pd.DataFrame({"quote_id": [], "paragraph_id": [], "text": []})
    quotes = study.table("quotes") if study.has("quotes") else empty
    quotes = quotes.drop_duplicates("quote_id").set_index("quote_id")
    paragraphs = study.table("paragraphs").set_index("paragraph_id")
    for end in ENDS:
        ids, is_quote = rows[f"{end}_id"], rows["kind"] == "quote"
        place = ids.map(quotes["paragraph_id"]).where(is_quote, ids)
        rows = rows.assign(**{
            f"{end}_place": place, f"{end}_kind": place.map(paragraphs["kind"]),
            f"{end}_analysed": place.map(paragraphs["analysed"]),
            f"{end}_text": ids.map(quotes["text"]).where(is_quote),
        })  # fmt: skip
    rows = rows[rows["first_kind"].notna() & rows["second_kind"].notna()].reset_index(drop=True)
    return rows.astype({"first_analysed": "bool", "second_analysed": "bool"})


def _copy(study: Study, row: pd.Series, text: object, sources: dict[str, str]) -> _Copy:
    """A paragraph, or a quotation in it."""
    article = row["article_id"]
    return _Copy(
        kind={"body": "body text", "pullquote": "pull quote"}.get(row["kind"], str(row["kind"])),
        text=shorten(str(row["plain"] if not isinstance(text, str) else text), MOST_TEXT),
        place=(
            f"{study.article_names[article]}, characters {row['source_start']:,}–{row['source_end']:,} of "
            f"{sources[article]}"
        ),
    )


def _beyond_pull_quotes(pairs: pd.DataFrame) -> bool:
    """Whether a pair has no pull quote."""
    return bool(len(pairs)) and bool(
        ((pairs["first_kind"] != "pullquote") & (pairs["second_kind"] != "pullquote")).any()
    )


def _whose(row: pd.Series) -> str:
    """Whether both copies stand in one article, one outlet or two."""
    if row["same_article"]:
        return "within one article"
    return "within one outlet" if row["first_outlet"] == row["second_outlet"] else "across outlets"
