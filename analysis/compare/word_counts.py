"""How often each article uses each word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from analysis.compare.design import Design
from analysis.compare.words import content_words, running_words

if TYPE_CHECKING:
    import re

    import pandas as pd

    from analysis.compare.arrays import Floats

MINIMUM_COUNT = 3
"""How often a word must be found in all to be listed: one seen once or twice distinguishes nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class WordCounts:
    """Counts of the listed words, in alphabetical order, in each article that has any words.

    `content` counts each article's content words, listed or not; `running` all its words, stop words
    included; `distinct` how many different content words there are.
    """

    design: Design
    words: tuple[str, ...]
    counts: sparse.csr_array[np.float64]
    content: Floats
    running: Floats
    distinct: int

    def per_outlet(self) -> Floats:
        """Counts of the listed words in each outlet: outlets x words."""
        return np.asarray(self.design.members() @ self.counts, dtype=np.float64)

    def articles_with(self) -> Floats:
        """How many articles of each outlet have each listed word: outlets x words."""
        return np.asarray(self.design.members() @ self.counts.sign(), dtype=np.float64)

    @property
    def comparable(self) -> bool:
        """Whether there are two outlets, two different words for the odds of one, and a word to list."""
        return len(self.design.outlets) > 1 and self.distinct > 1 and bool(self.words)


def count_words(passages: pd.DataFrame, *, column: str, names: re.Pattern[str]) -> WordCounts:
    """Count the words of passages by article, outlets' own names left out.

    Args:
        passages: one row per passage; columns `article_id`, `outlet` and the text's.
        column: which column holds the text.
        names: what to cut from the text before counting.
    """
    running: Counter[str] = Counter()
    total: Counter[str] = Counter()
    content: dict[str, Counter[str]] = {}
    for article, text in zip(passages["article_id"], passages[column], strict=True):
        words = running_words(names.sub(" ", text))
        running[article] += len(words)
        kept = content_words(words)
        total.update(kept)
        content.setdefault(article, Counter()).update(kept)
    owners = passages.drop_duplicates("article_id")
    outlet_of = dict(zip(owners["article_id"], owners["outlet"], strict=True))
    design = Design.of({article: outlet_of[article] for article, count in running.items() if count})
    listed = tuple(sorted(word for word, count in total.items() if count >= MINIMUM_COUNT))
    return WordCounts(
        design,
        listed,
        _matrix([content[article] for article in design.articles], listed),
        np.array([content[article].total() for article in design.articles], dtype=np.float64),
        np.array([running[article] for article in design.articles], dtype=np.float64),
        len(total),
    )


def _matrix(content: list[Counter[str]], words: tuple[str, ...]) -> sparse.csr_array[np.float64]:
    """Articles x words; sparse, since most articles lack most words."""
    places = {word: place for place, word in enumerate(words)}
    cells = [
        (row, places[word], count)
        for row, counter in enumerate(content)
        for word, count in counter.items()
        if word in places
    ]
    rows, columns, values = np.array(cells, dtype=np.int64).reshape(-1, 3).T
    return sparse.csr_array((values.astype(np.float64), (rows, columns)), shape=(len(content), len(words)))
