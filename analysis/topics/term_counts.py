"""How often each topic uses each term: counts that add up over parts of a corpus."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from analysis.topics.arrays import Labels
    from analysis.topics.terms import Vocabulary

COUNTS = {"topic": "int64", "term": "str", "count": "int64", "paragraphs": "int64"}
REST = ""
"""What stands for all terms that `pruned` took out."""

SPELLINGS = {"word": "str", "spelling": "str", "count": "int64"}


@dataclass(frozen=True, slots=True, eq=False)
class TermCounts:
    """The terms of a corpus, or of a part of it, by topic.

    Attributes:
        counts: one row per topic (-1: none) and term that meet: `topic`, `term`, `count` (how often it occurs there, 1
            or more) and `paragraphs` (in how many of the topic's paragraphs), by topic and term.
        spellings: how words are written: `word` as in terms, `spelling`, `count`, by word and spelling.
    """

    counts: pd.DataFrame
    spellings: pd.DataFrame

    @classmethod
    def of(cls, texts: Sequence[str], topics: Labels, vocabulary: Vocabulary) -> TermCounts:
        """The counts of texts, each with its topic; -1 for none."""
        often: dict[int, Counter[str]] = {}
        spread: dict[int, Counter[str]] = {}
        for text, topic in zip(texts, topics.tolist(), strict=True):
            terms = vocabulary.terms(text)
            often.setdefault(topic, Counter()).update(terms)
            spread.setdefault(topic, Counter()).update(set(terms))
        rows = [
            (topic, term, count, spread[topic][term])
            for topic, terms in often.items()
            for term, count in terms.items()
        ]
        words = ((*pair, count) for pair, count in vocabulary.written(texts).items())
        return cls(_summed(_typed(rows, COUNTS), COUNTS), _summed(_typed(words, SPELLINGS), SPELLINGS))

    @classmethod
    def merged(cls, parts: Iterable[TermCounts]) -> TermCounts:
        """The counts of all parts together, in whatever order and cut they come."""
        import pandas as pd

        empty = cls(_typed((), COUNTS), _typed((), SPELLINGS))
        counts, spellings = zip(*((part.counts, part.spellings) for part in (empty, *parts)), strict=True)
        return cls(_summed(pd.concat(counts), COUNTS), _summed(pd.concat(spellings), SPELLINGS))

    def pruned(self) -> TermCounts:
        """The same counts, with all pairs of words made one that no topic has in two paragraphs.

        Such a pair is never shown, and there are more of them than of all else; what a topic holds in all stays.
        """
        import pandas as pd

        rows = self.counts
        pair = rows["term"].str.contains(" ", regex=False)
        often = set(rows.loc[pair & (rows["paragraphs"] > 1), "term"])
        rare = pair & ~rows["term"].isin(often)
        rest = rows[rare].groupby("topic", sort=True, as_index=False)["count"].sum()
        counts = pd.concat([rows[~rare], rest.assign(term=REST, paragraphs=0)])
        return TermCounts(_summed(counts, COUNTS), self.spellings)

    def renamed(self, topics: Mapping[int, int]) -> TermCounts:
        """The same counts under other numbers of the topics."""
        counts = self.counts.assign(topic=self.counts["topic"].map(topics))
        return TermCounts(_summed(counts, COUNTS), self.spellings)

    def most_written(self) -> dict[str, str]:
        """How each word is written most often: 'libya' -> 'Libya', 'missile' -> 'missile'. Ties: capitals win."""
        ordered = self.spellings.sort_values(["count", "spelling"], ascending=[False, True], kind="stable")
        first = ordered.drop_duplicates("word")
        return dict(zip(first["word"], first["spelling"], strict=True))


def _typed(rows: Iterable[tuple[object, ...]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Rows as a table of these columns."""
    import pandas as pd

    return pd.DataFrame(list(rows), columns=list(columns)).astype(dict(columns))


def _summed(rows: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """Rows of the same names made one, in the order of the names."""
    names = [name for name in columns if name not in {"count", "paragraphs"}]
    summed = rows.groupby(names, sort=True, as_index=False)[[n for n in columns if n not in names]].sum()
    return summed[list(columns)].astype(dict(columns))
