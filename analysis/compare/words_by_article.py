"""Counts of words and phrases by article and topic, as tables of numbers."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import sparse

from analysis.compare.listing import tokens_by_voice
from analysis.compare.phrases import Phrases
from analysis.compare.tokens import Tokens
from analysis.compare.word_counts import VoiceCounts, count_voice

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from analysis.compare.arrays import Integers
    from analysis.compare.listing import Listing
    from analysis.compare.texts import Texts

VOCABULARY = {"voice": "str", "word": "str"}
CELLS = {"voice": "str", "article": "int32", "topic": "int32", "running": "int64", "content": "int64"}
COUNTS = {"cell": "int32", "word": "int32", "count": "int32"}


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class WordTables:
    """How often each article has each word and phrase, by voice and topic.

    Attributes:
        vocabulary: one row per `voice` and `word` (or phrase) that is counted and occurs, sorted by both.
        cells: one row per `voice`, `article` (its place among the articles in order of their ids) and `topic` with
            words, sorted by these: `running` words, and `content` words of them, counted or not.
        counts: one row per `cell` and `word`, by their places in the tables above, that meet, sorted by both: `count`.
    """

    vocabulary: pd.DataFrame
    cells: pd.DataFrame
    counts: pd.DataFrame

    @classmethod
    def of(
        cls, texts: Texts, articles: Sequence[str], *, names: re.Pattern[str], phrases: Listing | int
    ) -> WordTables:
        """The words of these texts.

        Args:
            texts: of a whole study, or of a part of one.
            articles: the ids of all articles, in order.
            names: the outlets' own names, which are not counted.
            phrases: what is counted in the whole corpus; or the longest phrase, in words, where these texts are all.
        """
        tokens = Tokens.of(texts.sentences["text"], names)
        place = {article: number for number, article in enumerate(articles)}
        pieces = []
        for voice, own in tokens_by_voice(texts, tokens):
            listed = phrases if isinstance(phrases, int) else phrases.of(voice)
            pieces.append(cls._of_voice(voice, count_voice(own, texts.sentences, listed=listed), place))
        return cls.together(pieces)

    @classmethod
    def _of_voice(cls, voice: str, counted: VoiceCounts, place: Mapping[str, int]) -> WordTables:
        """The tables of one voice."""
        cells = {
            "voice": voice,
            "article": [place[article] for article in counted.articles],
            "topic": counted.topics,
            "running": counted.running,
            "content": counted.content,
        }
        counts = sparse.coo_array(counted.counts.sorted_indices())
        found = {"cell": counts.coords[0], "word": counts.coords[1], "count": counts.data}
        return cls(
            pd.DataFrame({"voice": voice, "word": list(counted.phrases.spelled)}).astype(VOCABULARY),
            pd.DataFrame(cells).astype(CELLS),
            pd.DataFrame(found).astype(COUNTS),
        )

    @classmethod
    def together(cls, pieces: Sequence[WordTables]) -> WordTables:
        """The tables of several pieces that share no cell, such as other voices or other articles."""
        every = pd.concat([piece.vocabulary for piece in pieces], ignore_index=True).drop_duplicates()
        vocabulary = every.sort_values(list(VOCABULARY), kind="stable", ignore_index=True)
        cells = pd.concat([piece.cells for piece in pieces], ignore_index=True)
        cells = cells.sort_values(["voice", "article", "topic"], kind="stable")
        rank = np.argsort(cells.index.to_numpy(), kind="stable")
        ranks = np.split(rank, np.cumsum([len(piece.cells) for piece in pieces])[:-1])
        index = pd.MultiIndex.from_frame(vocabulary)
        counts = pd.concat(
            [
                piece._renamed(index, own)  # noqa: SLF001 - another table of this class
                for piece, own in zip(pieces, ranks, strict=True)
            ],
            ignore_index=True,
        )
        # A cell's rows are all of one piece, in which they stand in the order of their words.
        order = np.argsort(counts["cell"].to_numpy(), kind="stable")
        return cls(
            vocabulary,
            cells.reset_index(drop=True).astype(CELLS),
            counts.iloc[order].reset_index(drop=True),
        )

    def _renamed(self, vocabulary: pd.MultiIndex, cells: Integers) -> pd.DataFrame:
        """The counts with the places of words in a larger vocabulary, and other places of cells."""
        words = vocabulary.get_indexer(pd.MultiIndex.from_frame(self.vocabulary))
        cell, word = (self.counts[name].to_numpy() for name in ("cell", "word"))
        return self.counts.assign(cell=cells[cell], word=words[word]).astype(COUNTS)

    def renumbered(self, places: Integers) -> WordTables:
        """The same tables where each article has another place."""
        moved = self.cells.assign(article=places[self.cells["article"].to_numpy()])
        return dataclasses.replace(self, cells=moved)

    def voice(self, voice: str, outlet_of: Mapping[str, str], stratum_of: Mapping[str, str]) -> VoiceCounts:
        """The counts of one voice as the comparison of words takes them.

        Args:
            voice: all or narration.
            outlet_of: the outlet of each article, articles in order.
            stratum_of: the stratum of each, where articles are compared within strata.
        """
        articles = tuple(outlet_of)
        # What belongs to a voice stands in one stretch of each table.
        cells, words = (_stretch(table["voice"] == voice) for table in (self.cells, self.vocabulary))
        own = self.cells.iloc[cells]
        inside = self.counts.iloc[slice(*np.searchsorted(self.counts["cell"], [cells.start, cells.stop]))]
        places = inside["cell"].to_numpy() - cells.start, inside["word"].to_numpy() - words.start
        return VoiceCounts(
            tuple(articles[place] for place in own["article"]),
            own["topic"].to_numpy(dtype=np.int64),
            outlet_of,
            Phrases.of(self.vocabulary["word"].iloc[words].tolist()),
            sparse.csr_array(
                (inside["count"].to_numpy(dtype=np.float64), places),
                shape=(cells.stop - cells.start, words.stop - words.start),
            ),
            own["content"].to_numpy(dtype=np.float64),
            own["running"].to_numpy(dtype=np.float64),
            stratum_of,
        )


def _stretch(chosen: pd.Series[bool]) -> slice:
    """The one stretch of rows that are chosen."""
    places = np.flatnonzero(chosen)
    return slice(int(places[0]), int(places[-1]) + 1) if len(places) else slice(0, 0)
