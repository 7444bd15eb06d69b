"""BASIL's articles as the matching reads them, with the event of each and the half that it is in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis import jsonl, tables
from analysis.compare.matched.reading import read as gather
from analysis.validation import basil, gold
from analysis.voices import read_quotes

if TYPE_CHECKING:
    from pathlib import Path

    from analysis.compare.matched.reading import Reading

FIELDS = {"source": str, "triplet-uuid": str, "body-paragraphs": list, "date": str}
HALVES = CALIBRATION, EVALUATION = "calibration", "evaluation"


@dataclass(frozen=True, slots=True, eq=False)
class EventReports:
    """`articles` with `article_id`, `outlet`, `date`, `event` and `half`; `paragraphs` and `quotes` as in a study."""

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    quotes: pd.DataFrame

    def reading(self, half: str) -> Reading:
        """One half of the events as the matching reads it."""
        articles = self.articles[self.articles["half"] == half]
        own = self.paragraphs[self.paragraphs["article_id"].isin(articles["article_id"])]
        nobody = {name: tables.table(name, ()) for name in ("sentences", "names", "mentions")}
        return gather(articles, own, quotes=self.quotes, **nobody)


def half_of(event: str) -> str:
    """The half of an event: calibration where the first digit of its hash is below 8."""
    return CALIBRATION if hashlib.sha256(event.encode()).hexdigest()[0] < "8" else EVALUATION


def read(data: Path) -> EventReports:
    """The articles of BASIL's open half, quotations found.

    Raises:
        ArticleError: the file is missing, or a line of it is no article.
    """
    path = gold.find(data, "basil", basil.FILE, source=basil.SOURCE)
    articles, paragraphs = [], []
    for _, row in jsonl.read(path, fields=FIELDS):
        event, outlet = row["triplet-uuid"], row["source"].lower()
        article = {"article_id": f"{event}-{outlet}", "outlet": outlet, "date": row["date"], "event": event}
        articles.append({**article, "half": half_of(event)})
        for ordinal, sentences in enumerate(row["body-paragraphs"], start=1):
            text = " ".join(" ".join(sentences).split())
            if text:
                paragraphs.append(
                    {
                        **article,
                        "paragraph_id": f"{event}-{outlet}:{ordinal}",
                        "ordinal": ordinal,
                        "plain": text,
                    }
                )
    body = pd.DataFrame(paragraphs).assign(kind="body", speaker="", analysed=True)
    return EventReports(
        pd.DataFrame(articles), body.drop(columns=["date", "event"]), read_quotes(body).quotes
    )
