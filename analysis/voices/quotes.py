"""The tables of quotations, and of what else stands between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from analysis import tables
from analysis.records import Quote, Term
from analysis.settings import KnownPerson
from analysis.voices.attribution import quotations
from analysis.voices.passages import Passage

NAME = "quotations"
MEASURES = "which words are quoted or reported, in which way, and whose they are"
VERSION = "1"
"""Raised whenever other quotations or speakers are found: the validity card then has to be made again."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The tables `quotes` and `terms` of a study."""

    quotes: pd.DataFrame
    terms: pd.DataFrame


def read_quotes(
    paragraphs: pd.DataFrame, people: Sequence[KnownPerson] = (), *, doubled: bool = False
) -> Quotes:
    """The quotations of every paragraph but boilerplate, each with its speaker, and the terms in quotation marks.

    An article is read as a whole, from its headline on, so that a surname or "the diplomat" finds its full name.

    Args:
        paragraphs: the paragraphs table.
        people: persons that the study names.
        doubled: two apostrophes are a quotation mark.
    """
    spoken = paragraphs[paragraphs["kind"] != "boilerplate"]
    articles = (article for _, article in spoken.groupby("article_id", sort=False))
    found = [item for article in articles for item in _article(article, people, doubled=doubled)]
    return Quotes(
        quotes=tables.table("quotes", (asdict(item) for item in found if isinstance(item, Quote))),
        terms=tables.table("terms", (asdict(item) for item in found if isinstance(item, Term))),
    )


def _article(
    article: pd.DataFrame, people: Sequence[KnownPerson], *, doubled: bool
) -> Iterator[Quote | Term]:
    """The quotations and terms of one article's paragraphs, numbered within each paragraph."""
    rows = list(article[["paragraph_id", "kind", "speaker", "plain"]].itertuples(index=False, name=None))
    passages = [Passage(plain, kind, speaker) for _, kind, speaker, plain in rows]
    counts = {"q": [0] * len(rows), "t": [0] * len(rows)}
    for item in quotations(passages, people, doubled=doubled):
        letter = "t" if item.kind == "term" else "q"
        counts[letter][item.passage] += 1
        paragraph_id, _, quoted_by, plain = rows[item.passage]
        row_id = f"{paragraph_id}.{letter}{counts[letter][item.passage]}"
        text = plain[item.start : item.end]
        if item.kind == "term":
            yield Term(row_id, paragraph_id, text, item.start, item.end)
        else:
            yield Quote(
                quote_id=row_id,
                paragraph_id=paragraph_id,
                text=text,
                start=item.start,
                end=item.end,
                kind=item.kind,
                form=item.form,
                speaker=item.speaker,
                quoted_by=quoted_by,
                cue=item.cue,
                cue_class=item.cue_class,
            )
