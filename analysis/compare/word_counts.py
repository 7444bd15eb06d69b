"""How often each article uses each word and phrase."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from analysis.compare.design import Design
from analysis.compare.phrases import FEWEST, Phrases
from analysis.compare.texts import NO_TOPIC
from analysis.compare.tokens import Tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Mapping

    import pandas as pd

    from analysis.compare.arrays import Floats, Integers
    from analysis.compare.phrases import Listed


@dataclass(frozen=True, slots=True, eq=False)
class WordCounts:
    """Counts of the listed words and phrases, in alphabetical order, in each article that has any words.

    `lengths` are their numbers of words. `content` counts each article's content words, listed or not;
    `running` all its words, stop words included. `parts` has a column for each listed word or phrase
    (first row) that stands in a longer listed phrase (second row), both as places in `words`.
    """

    design: Design
    words: tuple[str, ...]
    lengths: Integers
    counts: sparse.csr_array[np.float64]
    content: Floats
    running: Floats
    parts: Integers

    def per_outlet(self) -> Floats:
        """Counts of the listed words in each outlet: outlets x words."""
        return np.asarray(self.design.members() @ self.counts, dtype=np.float64)

    def articles_with(self) -> Floats:
        """How many articles of each outlet have each listed word: outlets x words."""
        return np.asarray(self.design.members() @ self.counts.sign(), dtype=np.float64)

    def most_in_one(self) -> Floats:
        """The count of each listed word in the article of each outlet that has most of it: outlets x words."""
        most = np.zeros((len(self.design.outlets), len(self.words)))
        rows, columns = self.counts.nonzero()
        np.maximum.at(most, (self.design.labels[rows], columns), np.asarray(self.counts[rows, columns]))
        return most

    @property
    def comparable(self) -> bool:
        """Whether there are two outlets, a word to list, and another content word to give it odds."""
        if len(self.design.outlets) < 2 or not self.words:  # noqa: PLR2004 - it takes two to compare
            return False
        single: Floats = np.asarray(self.counts.sum(axis=0))[self.lengths == 1]
        return bool(self.content.sum() > single.max(initial=0))


@dataclass(frozen=True, slots=True, eq=False)
class VoiceCounts:
    """Counts of one voice's words and phrases in each article and topic (rows), before any comparison is made.

    `content` and `running` count all words of a row, as in `WordCounts`.
    """

    articles: tuple[str, ...]
    topics: Integers
    outlet_of: Mapping[str, str]
    phrases: Phrases
    counts: sparse.csr_array[np.float64]
    content: Floats
    running: Floats
    stratum_of: Mapping[str, str] = field(default_factory=dict)

    def within(self, topic: int) -> VoiceCounts:
        """The counts inside one topic."""
        rows = np.flatnonzero(self.topics == topic)
        counts = self.counts[rows]
        used = np.flatnonzero(counts.sum(axis=0))
        return VoiceCounts(
            tuple(self.articles[row] for row in rows),
            self.topics[rows],
            self.outlet_of,
            self.phrases.only(used),
            sparse.csr_array(counts[:, used]),
            self.content[rows],
            self.running[rows],
            self.stratum_of,
        )

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that have words, sorted."""
        return tuple(sorted({self.outlet_of[article] for article in self.articles}))

    def of(self, outlets: Collection[str] | None = None) -> WordCounts:
        """The counts by article, of all outlets or of some.

        What is listed is decided on these articles alone, whoever published them: each word and phrase that
        they have three times.
        """
        chosen = [
            row
            for row, article in enumerate(self.articles)
            if outlets is None or self.outlet_of[article] in outlets
        ]
        owners = {self.articles[row]: self.outlet_of[self.articles[row]] for row in chosen}
        design = Design.of(owners, self.stratum_of)
        places = {article: place for place, article in enumerate(design.articles)}
        place = np.array([places[self.articles[row]] for row in chosen], dtype=np.int64)
        gather = sparse.csr_array(
            (np.ones(len(chosen)), (place, np.array(chosen, dtype=np.int64))),
            shape=(len(places), len(self.articles)),
        )
        counts = sparse.csr_array(gather @ self.counts)
        total: Floats = np.asarray(counts.sum(axis=0))
        listed = np.flatnonzero(total >= FEWEST)
        kept = self.phrases.only(listed)
        return WordCounts(
            design,
            kept.spelled,
            kept.lengths,
            sparse.csr_array(counts[:, listed]),
            np.asarray(gather @ self.content),
            np.asarray(gather @ self.running),
            kept.parts,
        )


def count_words(
    passages: pd.DataFrame, *, column: str, names: re.Pattern[str], phrase: int = 1
) -> WordCounts:
    """Count the words, and phrases up to so many words, of passages by article, whatever their topic.

    Args:
        passages: one row per passage; columns `article_id`, `outlet`, the text's, and `topic` if known.
        column: which column holds the text.
        names: what to cut from the text before counting, as outlets' own names.
        phrase: the longest phrase, in words; 1 for single words only.
    """
    tokens = Tokens.of(passages[column], names)
    return count_voice(tokens, passages, listed=phrase).of()


def count_voice(tokens: Tokens, passages: pd.DataFrame, *, listed: Listed) -> VoiceCounts:
    """The counts of tokens by article and topic.

    Args:
        tokens: of these passages, or of some of them.
        passages: columns `article_id`, `outlet` and, if known, `topic`.
        listed: the words and phrases to count; or the longest phrase, in words, where these tokens decide which.
    """
    topic = (
        passages["topic"].to_numpy(dtype=np.int64)
        if "topic" in passages
        else np.full(len(passages), NO_TOPIC)
    )
    article = passages["article_id"].to_numpy(dtype=object)
    used = np.unique(tokens.passage)
    cells = sorted({(article[passage], int(topic[passage])) for passage in used.tolist()})
    places = {cell: place for place, cell in enumerate(cells)}
    row_of = np.zeros(len(passages), dtype=np.int64)
    row_of[used] = [places[article[passage], int(topic[passage])] for passage in used.tolist()]
    row = row_of[tokens.passage]
    phrases, counts = Phrases.counted(tokens, row, rows=len(cells), listed=listed)
    owners = passages.drop_duplicates("article_id")
    return VoiceCounts(
        tuple(name for name, _ in cells),
        np.array([number for _, number in cells], dtype=np.int64),
        dict(zip(owners["article_id"], owners["outlet"], strict=True)),
        phrases,
        counts,
        np.bincount(row[tokens.is_content[tokens.word]], minlength=len(cells)).astype(np.float64),
        np.bincount(row, minlength=len(cells)).astype(np.float64),
    )
