"""All that a comparison needs of a corpus, by article: tables of whole numbers, which add up part by part."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.coverage import coverage
from analysis.compare.design import Design
from analysis.compare.measures import measured
from analysis.compare.shares import topic_share_sums
from analysis.compare.sums import COUNTS, KEY, Sums, united
from analysis.compare.tones import article_tone
from analysis.compare.words_by_article import WordTables

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping

    from analysis.compare.listing import Listing
    from analysis.compare.texts import Texts
    from analysis.compare.word_counts import VoiceCounts

VOICES = ("all", "narration")
SUMS = {"measure": "int32", "article": "int32", **dict.fromkeys(COUNTS, "int64")}


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Aggregates:
    """What is compared, summed by article: of a whole corpus, or of a part that holds whole articles.

    All grow with the articles and with no product of theirs: `covered` by the topics that an article meets, `sums` by
    those times the voices and instruments of tone, and its actors and frames, `words` by its different words in each
    topic; these are nearly all of it. `measures` and the vocabulary grow more slowly. A comparison then needs
    articles x measures at once (see `sums.Sums`).

    Attributes:
        covered: paragraphs by article and topic (see `coverage`); its articles, in order of their ids, are numbered
            from 0 in the other tables.
        measures: what is measured, one row per measure, in reading order (see `sums.KEY`).
        sums: one row per `measure`, by its place, and `article` that meet, sorted by both: article-level sums.
        article_tone: the table `article_tone`.
        words: how often each article has each word and phrase.
        parts: how many parts of the weights make a whole paragraph (see `texts`).
    """

    covered: pd.DataFrame
    measures: pd.DataFrame
    sums: pd.DataFrame
    article_tone: pd.DataFrame
    words: WordTables
    parts: int = 1

    @property
    def outlet_of(self) -> dict[str, str]:
        """The outlet of each article, articles in order of their ids."""
        owners = self.covered.drop_duplicates("article_id")
        return dict(zip(owners["article_id"], owners["outlet"], strict=True))

    def sums_within(self, topics: Collection[int], stratum_of: Mapping[str, str]) -> Sums:
        """The sums of all measures, tone within a topic of some topics only.

        Args:
            topics: those within which tone is compared.
            stratum_of: the stratum of each article.
        """
        design = Design.of(self.outlet_of, stratum_of)
        wanted = self.measures["topic"].isin(["", *map(str, topics)]).to_numpy()
        place = np.cumsum(wanted) - 1
        rows = self.sums[wanted[self.sums["measure"].to_numpy()]]
        rows = rows.assign(measure=place[rows["measure"].to_numpy()])
        keys = self.measures[wanted].reset_index(drop=True)
        return Sums.beside(
            topic_share_sums(self.covered, design, parts=self.parts),
            Sums.of_numbered(keys, rows, design, parts=self.parts),
        )

    def voice_counts(self, stratum_of: Mapping[str, str]) -> dict[str, VoiceCounts]:
        """The words and phrases of each voice, by article and topic."""
        owners = self.outlet_of
        return {voice: self.words.voice(voice, owners, stratum_of) for voice in VOICES}

    def to_tables(self) -> dict[str, pd.DataFrame]:
        """The aggregates as plain tables by name; see `of_tables`."""
        return {
            "covered": self.covered,
            "measures": self.measures,
            "sums": self.sums,
            "article_tone": self.article_tone,
            "vocabulary": self.words.vocabulary,
            "cells": self.words.cells,
            "counts": self.words.counts,
            "parts": pd.DataFrame({"parts": [self.parts]}),
        }

    @classmethod
    def of_tables(cls, tables: Mapping[str, pd.DataFrame]) -> Aggregates:
        """The aggregates behind such tables."""
        return cls(
            tables["covered"],
            tables["measures"],
            tables["sums"],
            tables["article_tone"],
            WordTables(tables["vocabulary"], tables["cells"], tables["counts"]),
            int(tables["parts"]["parts"].iloc[0]),
        )


def aggregate(
    texts: Texts,
    *,
    names: re.Pattern[str],
    phrases: Listing | int,
    targets: pd.DataFrame | None = None,
    frames: pd.DataFrame | None = None,
    microframes: pd.DataFrame | None = None,
) -> Aggregates:
    """The aggregates of a study, or of a part of a corpus.

    Args:
        texts: what is compared; of each article all that is analysed.
        names: the outlets' own names, which are not counted as words (see `words.outlet_names`).
        phrases: what is counted in the whole corpus (see `listing`); or the longest phrase, in words, where the texts
            are all of it.
        targets: the table `targets`; none where no actor is named.
        frames: the table `frames`; none where frames are not compared.
        microframes: the table `microframes`, the same.
    """
    covered = coverage(texts)
    articles = covered["article_id"].drop_duplicates().tolist()
    rows = measured(texts, targets=targets, frames=frames, microframes=microframes)
    measures, (measure,) = united([rows[list(KEY)]])
    article = pd.Index(articles, dtype="str").get_indexer(pd.Index(rows["article_id"]))
    return Aggregates(
        covered,
        measures,
        ordered(rows.assign(measure=measure, article=article)),
        article_tone(texts),
        WordTables.of(texts, articles, names=names, phrases=phrases),
        texts.parts,
    )


def ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """Sums in their order, with their columns and types."""
    order = np.lexsort((rows["article"], rows["measure"]))
    return rows[list(SUMS)].iloc[order].reset_index(drop=True).astype(SUMS)
