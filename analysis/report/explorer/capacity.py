"""What one page can hold of the map: how many paragraphs, and how much of each."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import pandas as pd

from analysis.figures.sampled import content_hashes
from analysis.figures.wording import shorten
from analysis.report.explorer.embedded import embedded
from analysis.report.explorer.paragraphs import map_paragraphs, placed_texts
from analysis.report.study import Study

MOST_PARAGRAPHS = 6_000
"""The library draws each mark as an element of the page: more than this and a filter is felt to wait."""

MOST_CHARACTERS = (2_400, 1_200, 600, 300, 200)
MOST_BYTES = 3_400_000
"""Of the texts and their facts; the library takes 1.2 million more, and the page is to stay below 5 million."""

_NUMBERS = 60
"""Bytes of a paragraph's numbers: its place on the map and in its file, and what it shares with others."""


@dataclass(frozen=True, slots=True, eq=False)
class Explored:
    """The paragraphs that the explorer holds.

    Attributes:
        rows: one for each paragraph, in the study's order.
        total: how many paragraphs lie on the map of the study.
        most_characters: where longer texts were cut.
        shortened: how many texts were cut.
    """

    rows: pd.DataFrame
    total: int
    most_characters: int
    shortened: int

    @property
    def left_out(self) -> int:
        """How many paragraphs of the map the explorer does not hold."""
        return self.total - len(self.rows)


def explored(study: Study, anchors: AbstractSet[str]) -> Explored:
    """The paragraphs of the map, as many and as much of each as fit.

    Beyond 6,000, those with the smallest hash of their text stay: the same ones whatever the order of the rows, and no
    outlet or topic is preferred. Texts are cut at the largest of five lengths at which all fit; where the
    shortest is still too long, paragraphs are left out by the same hash.

    Args:
        study: a study with topics.
        anchors: the paragraphs that the report holds, by their ids in it; only these are linked to.
    """
    every = placed_texts(study)
    rows = map_paragraphs(study, anchors, placed=hashed_sample(every, MOST_PARAGRAPHS))
    most = next((most for most in MOST_CHARACTERS if size(rows, most) <= MOST_BYTES), MOST_CHARACTERS[-1])
    while (bytes_needed := size(rows, most)) > MOST_BYTES:
        rows = hashed_sample(rows, len(rows) * MOST_BYTES // (bytes_needed + len(rows)))
    texts = [shorten(text, most) for text in rows["text"]]
    shortened = sum(len(cut) < len(text) for cut, text in zip(texts, rows["text"], strict=True))
    return Explored(rows.assign(text=texts), len(every), most, shortened)


def hashed_sample(paragraphs: pd.DataFrame, most: int) -> pd.DataFrame:
    """At most so many of the paragraphs, those with the smallest hash of text and id, in the order they came in."""
    if len(paragraphs) <= most:
        return paragraphs
    hashes = pd.Series(content_hashes(paragraphs["text"], paragraphs["paragraph_id"]))
    kept = hashes.sort_values(kind="stable").index[:most].sort_values()
    return paragraphs.iloc[kept].reset_index(drop=True)


def size(paragraphs: pd.DataFrame, most_characters: int) -> int:
    """About how many bytes the paragraphs take in the page when their texts are cut at so many characters."""
    texts = [shorten(text, most_characters) for text in paragraphs["text"]]
    names = paragraphs[["paragraph_id", "anchor"]].to_numpy().ravel().tolist()
    return len(embedded([texts, names]).encode()) + _NUMBERS * len(paragraphs)
