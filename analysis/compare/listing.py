"""Which words and phrases a corpus in parts counts: decided over the whole, which no machine need hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare import phrases
from analysis.compare.phrases import FEWEST, Found
from analysis.compare.tokens import Tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from analysis.compare.arrays import Integers
    from analysis.compare.texts import Texts

KEY = ("voice", "length", "phrase")
TOTALS = {"voice": "str", "length": "int64", "phrase": "str", "count": "int64"}


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """The words and phrases that are counted: a row for each `voice` and `phrase`, sorted by both."""

    listed: pd.DataFrame

    def of(self, voice: str) -> frozenset[str]:
        """Those of one voice."""
        return frozenset(self.listed.loc[self.listed["voice"] == voice, "phrase"])


def phrase_totals(texts: Texts, *, names: re.Pattern[str], longest: int) -> pd.DataFrame:
    """How often each voice of these texts has each content word, and each phrase up to so many words.

    Args:
        texts: of a part of a corpus, or of all of it.
        names: the outlets' own names, which are not counted (see `words.outlet_names`).
        longest: phrase, in words.

    Returns:
        One row per `voice` (all, narration), `length` (in words, 1 or more) and `phrase` that occurs, sorted by these,
        with its `count` (1 or more). Totals of parts add up: see `summed`.
    """
    tokens = Tokens.of(texts.sentences["text"], names)
    pieces = [
        pd.DataFrame(
            {
                "voice": voice, "length": length, "phrase": own.spelled(found.keys, length), "count": found.times,
            }
        ).astype(TOTALS)
        for voice, own in tokens_by_voice(texts, tokens)
        for length in range(1, longest + 1)
        for found in (Found.of(own, length),)
    ]  # fmt: skip
    return summed(pieces)


def tokens_by_voice(texts: Texts, tokens: Tokens) -> Iterator[tuple[str, Tokens]]:
    """Each voice that words are compared in, with the words of its sentences."""
    whole = texts.sentences["sentence_id"]
    for voice, own in texts.sentences_by_voice():
        yield voice, tokens.of_passages(whole.isin(own["sentence_id"]).to_numpy())


def summed(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """The totals of several parts together; the order of the parts does not matter."""
    every = pd.concat([pd.DataFrame(columns=list(TOTALS)).astype(TOTALS), *parts], ignore_index=True)
    return every.groupby(list(KEY), sort=True, as_index=False).agg(count=("count", "sum")).astype(TOTALS)


def bucket_of(phrase: pd.Series[str], buckets: int) -> Integers:
    """The bucket, 0 to `buckets` - 1, of each word or phrase; equal phrases have equal ones, on any machine.

    Totals parted by bucket can be summed one bucket after another, so that nobody holds all phrases of a large corpus.
    """
    hashed = pd.util.hash_array(phrase.to_numpy(dtype=object), categorize=False)
    return (hashed % np.uint64(buckets)).astype(np.int64)


def listing(buckets: Iterable[pd.DataFrame]) -> Listing:
    """The words and phrases that are counted in a corpus: all content words found three times, the commonest phrases.

    Args:
        buckets: the totals of the whole corpus (see `summed`), in one piece or in several that share no phrase. Of
            each no more is kept than can still be listed, so that they may be read one at a time; or what
            `candidates` made of them.
    """
    empty = pd.DataFrame(columns=list(TOTALS)).astype(TOTALS)
    found = pd.concat([empty, *map(candidates, buckets)], ignore_index=True)
    long = found["length"] > 1
    fewest = pd.Series(FEWEST, index=found.index)
    for voice in found["voice"].unique():
        own = long & (found["voice"] == voice)
        fewest[own] = phrases.limit(found.loc[own, "count"].to_numpy())
    listed = found.loc[found["count"] >= fewest, ["voice", "phrase"]]
    return Listing(listed.sort_values(["voice", "phrase"], kind="stable", ignore_index=True))


def candidates(totals: pd.DataFrame) -> pd.DataFrame:
    """What of some totals may be listed, and what tells how often a phrase must occur: the most frequent phrases.

    Those of all buckets together are as good as all totals, and far fewer.
    """
    enough = totals[totals["count"] >= FEWEST]
    long = enough[enough["length"] > 1].sort_values("count", ascending=False, kind="stable")
    return pd.concat([enough[enough["length"] == 1], long.groupby("voice").head(phrases.MOST + 1)])
