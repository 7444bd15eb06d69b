"""Paragraphs as the page quotes them: each with its outlet, speaker, article and place in the source file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.figures.wording import shorten
from analysis.report.study import NO_TOPIC, Study

MOST_CHARACTERS = 2400
MOST_QUOTED = 220
MOST_PARAGRAPHS = 300
FEWEST_PER_TOPIC = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a part of it, with where it comes from.

    `is_whole` says whether `text` is all of it; `lead` says what it is an example of.
    """

    paragraph_id: str
    text: str
    is_whole: bool
    outlet: str
    speaker: str
    kind: str
    article_id: str
    article: str
    source: str
    start: int
    end: int
    lead: str = ""

    @property
    def anchor(self) -> str:
        """The paragraph's id in the page."""
        return paragraph_anchor(self.paragraph_id)

    @property
    def said_by(self) -> str:
        """Who speaks, where that is not the outlet itself."""
        return "" if self.speaker in {"", self.outlet} else self.speaker


def paragraph_anchor(paragraph_id: str) -> str:
    """The id that a paragraph has in the page."""
    return f"paragraph-{'-'.join(paragraph_id.split())}"


class Passages:
    """Finds the paragraphs of a study by their ids: the analysed ones, or with `every_kind` those left out too.

    `among` is what is said of an example that is the first of its kind: "" where all paragraphs are at hand.
    """

    def __init__(self, study: Study, *, every_kind: bool = False) -> None:
        self._rows = study.table("paragraphs") if every_kind else study.analysed
        self._places = {name: place for place, name in enumerate(self._rows["paragraph_id"])}
        articles = study.table("articles")
        self._sources = dict(zip(articles["article_id"], articles["source_path"], strict=True))
        self._articles = study.article_names
        self.among = " (in the reading sample)" if study.scope.is_cut("paragraphs") else ""

    def __contains__(self, paragraph_id: object) -> bool:
        """Whether the paragraph is at hand: of a corpus that is too large for one page only a sample is."""
        return paragraph_id in self._places

    def whole(self, paragraph_id: str) -> Passage:
        """A paragraph as it stands, cut where it is longer than 2,400 characters."""
        return self.part(paragraph_id, str(self._row(paragraph_id)["plain"]), MOST_CHARACTERS)

    def part(self, paragraph_id: str, text: str, most: int = MOST_QUOTED, *, lead: str = "") -> Passage:
        """A stretch of a paragraph, cut at `most` characters."""
        row = self._row(paragraph_id)
        shown = shorten(text, most)
        article_id = str(row["article_id"])
        return Passage(
            paragraph_id=paragraph_id,
            text=shown,
            is_whole=len(shown) >= len(" ".join(str(row["plain"]).split())),
            outlet=str(row["outlet"]),
            speaker=str(row["speaker"]),
            kind=str(row["kind"]),
            article_id=article_id,
            article=self._articles[article_id],
            source=self._sources[article_id],
            start=int(row["source_start"]),
            end=int(row["source_end"]),
            lead=lead,
        )

    def opening(self, paragraph_id: str, most: int = MOST_QUOTED, *, lead: str = "") -> Passage:
        """The beginning of a paragraph."""
        return self.part(paragraph_id, str(self._row(paragraph_id)["plain"]), most, lead=lead)

    def _row(self, paragraph_id: str) -> pd.Series[Any]:
        return self._rows.iloc[self._places[paragraph_id]]


def paragraphs_by_topic(study: Study) -> pd.DataFrame:
    """The analysed paragraphs in the order in which the page gives them.

    Returns:
        Columns `paragraph_id`, `outlet`, `topic` (-1: none, last), `is_exemplar` and
        `confidence`: by topic, its exemplars first, then the surest.
    """
    rows = study.analysed[["paragraph_id", "outlet"]]
    if study.has("assignments"):
        assigned = study.table("assignments")[["paragraph_id", "topic", "confidence"]]
        rows = rows.merge(assigned, on="paragraph_id", how="left")
    rows = rows.assign(
        topic=_column(rows, "topic", NO_TOPIC).astype(int), confidence=_column(rows, "confidence", 0.0)
    )
    exemplars = study.table("exemplars")
    ranks = dict(zip(exemplars["paragraph_id"], exemplars["rank"], strict=True)) if len(exemplars) else {}
    rows["is_exemplar"] = rows["paragraph_id"].isin(list(ranks))
    rows["rank"] = rows["paragraph_id"].map(ranks).fillna(len(rows)).astype(int)
    rows["last"] = rows["topic"] == NO_TOPIC
    order = ["last", "topic", "rank", "confidence"]
    rows = rows.sort_values(order, ascending=[True, True, True, False], kind="stable", ignore_index=True)
    return rows[["paragraph_id", "outlet", "topic", "is_exemplar", "confidence"]]


def shown_paragraphs(ordered: pd.DataFrame, cited: Iterable[str]) -> pd.DataFrame:
    """The paragraphs that the page holds in full: as many of each topic as fit, and every one that a finding cites."""
    topics = max(int(ordered["topic"].nunique()), 1)
    quota = max(FEWEST_PER_TOPIC, MOST_PARAGRAPHS // topics)
    place = ordered.groupby("topic").cumcount()
    return ordered[(place < quota) | ordered["paragraph_id"].isin(list(cited))]


def _column(rows: pd.DataFrame, name: str, default: float) -> pd.Series[float]:
    """A column with its gaps filled; the default throughout when there is no such column."""
    return rows[name].fillna(default) if name in rows.columns else pd.Series(default, index=rows.index)
