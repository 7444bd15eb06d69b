"""What the matching knows of each paragraph: its outlet and day, its wording, and whom it names."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.matched.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The analysed paragraphs, and by their ids what is compared beside the vectors.

    `paragraphs` has `paragraph_id`, `article_id`, `outlet`, `ordinal`, `plain` and `day` (a number, nan where the
    article is undated); `wordings` finds a paragraph's wording, `names` the persons and `actors` the actors in it.
    """

    paragraphs: pd.DataFrame
    wordings: Callable[[str], Wording]
    names: Mapping[str, frozenset[str]]
    actors: Mapping[str, frozenset[str]]

    def shared(self, what: str, first: str, second: str) -> list[str]:
        """Whom both paragraphs name; `what` is "names" or "actors"."""
        found: Mapping[str, frozenset[str]] = {"names": self.names, "actors": self.actors}[what]
        return sorted(found.get(first, frozenset()) & found.get(second, frozenset()))


def read(
    articles: pd.DataFrame,
    paragraphs: pd.DataFrame,
    *,
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
    names: pd.DataFrame,
    mentions: pd.DataFrame,
) -> Reading:
    """Gather what the matching needs from a study's tables; only analysed paragraphs are matched."""
    own = paragraphs.loc[paragraphs["analysed"], ["paragraph_id", "article_id", "ordinal", "plain"]]
    own = own.merge(articles[["article_id", "outlet", "date"]], on="article_id", how="left")
    own["day"] = own["date"].map(day_number).astype("float64")
    said = quotes[quotes["kind"] == "direct"].groupby("paragraph_id", sort=False)["text"].agg(tuple).to_dict()
    texts = dict(zip(own["paragraph_id"], own["plain"], strict=True))
    known: dict[str, Wording] = {}

    def wording(paragraph_id: str) -> Wording:
        if paragraph_id not in known:
            known[paragraph_id] = Wording.of(texts[paragraph_id], said.get(paragraph_id, ()))
        return known[paragraph_id]

    return Reading(
        own.drop(columns="date"), wording, _in(sentences, names, "name"), _in(sentences, mentions, "target")
    )


def day_number(date: str) -> float:
    """The number of an ISO date's day; nan for none or for what is no date."""
    try:
        return float(datetime.date.fromisoformat(date).toordinal())
    except ValueError:
        return math.nan


def _in(sentences: pd.DataFrame, found: pd.DataFrame, column: str) -> dict[str, frozenset[str]]:
    """Whom each paragraph names."""
    owners = dict(zip(sentences["sentence_id"], sentences["paragraph_id"], strict=True))
    named = pd.DataFrame({"paragraph_id": found["sentence_id"].map(owners), "name": found[column]})
    return {str(key): frozenset(own["name"]) for key, own in named.groupby("paragraph_id")}
