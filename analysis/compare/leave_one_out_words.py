"""Leave-one-article-out for words: which distinguishing words hang on a single article."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from analysis import tables
from analysis.compare.leave_one_out import HOLDS, ONE_ARTICLE, TURNS
from analysis.compare.log_odds import LogOdds, Prior, log_odds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from analysis.compare.arrays import Floats, Integers
    from analysis.compare.word_counts import WordCounts

LEADING = 15
DROPS = "drops out"
DECIMALS = 9


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Leaders:
    """The leading words of all outlets of one voice: positions of the word and its outlet, one pair each."""

    outlets: Integers
    words: Integers

    def __len__(self) -> int:
        return len(self.words)


def leave_one_out_words(
    counts: Mapping[str, WordCounts], keyness: pd.DataFrame, *, prior_words: float
) -> pd.DataFrame:
    """Whether each outlet's leading words stay its own, with each article left out in turn.

    The log-odds ratio of every listed word is formed anew from the remaining articles, the prior with it (see
    `log_odds`); which words are listed is decided once, by all articles.

    Args:
        counts: the word counts of each voice.
        keyness: the table `keyness` of these counts; its first 15 words with z above 0 of each outlet and voice, over
            all topics, are the leading ones.
        prior_words: how many words the prior is worth.

    Returns:
        The table `leave_one_out_words`, one row per voice, outlet and leading word, in the order of their ranks.
        `rank` (1 to 15) and `log_odds` (above 0) with all articles; `articles` of the outlet that have the word;
        `removals`: articles of any outlet that can be left out (without the only article of an outlet nothing is left
        of it). `sign_flips`: removals after which the outlet no longer uses the word more than the others, or nobody
        does; `drops`: removals after which the word is not among the outlet's first 15. `article_id`: the article
        without which the log-odds ratio is smallest (of several, the first by name), `without`: the ratio then (nan
        where nobody uses the word then).

        `standing`: "rests on one article" (only one article of the outlet has the word), "turns" (`sign_flips` is
        above 0), "drops out" (`drops` is above 0), else "holds".
    """
    rows: list[dict[str, object]] = []
    for voice, counted in counts.items():
        leaders = _leaders(keyness[keyness["voice"] == voice], counted)
        if len(leaders):
            rows += _rows(voice, counted, leaders, prior_words)
    return tables.table("leave_one_out_words", rows)


def _leaders(keyness: pd.DataFrame, counted: WordCounts) -> Leaders:
    """The leading words of one voice, outlet by outlet in the order of their ranks."""
    chosen = keyness[(keyness["topic"] == "") & (keyness["other"] == "") & (keyness["z"] > 0)]
    chosen = chosen[chosen["rank"] <= LEADING]
    outlets = {name: place for place, name in enumerate(counted.design.outlets)}
    words = {word: place for place, word in enumerate(counted.words)}
    known = chosen[chosen["word"].isin(words) & chosen["outlet"].isin(outlets)]
    known = known.sort_values(["outlet", "rank"], kind="stable")
    places = (
        known[column].map(known_places) for column, known_places in (("outlet", outlets), ("word", words))
    )
    return Leaders(*(np.array(found, dtype=np.int64) for found in places))


def _rows(
    voice: str, counted: WordCounts, leaders: Leaders, prior_words: float
) -> Iterator[dict[str, object]]:
    """The rows of one voice."""
    ratios, ranks = _without_each(counted, leaders, prior_words)
    whole = _log_odds(counted.per_outlet(), counted.design.members() @ counted.content, prior_words)
    first = _ranks(whole.z, leaders)
    having = counted.articles_with()
    removed = ranks > 0
    flips = (removed & ~(ratios > 0)).sum(axis=0)
    drops = (removed & (ranks > LEADING)).sum(axis=0)
    # Where nobody is left to use a word, its ratio is nan: nothing is lower than that.
    order = np.where(removed, np.where(np.isnan(ratios), -np.inf, ratios), np.inf)
    for place, (outlet, word) in enumerate(zip(leaders.outlets, leaders.words, strict=True)):
        worst = int(order[:, place].argmin())
        yield {
            "voice": voice,
            "outlet": counted.design.outlets[outlet],
            "word": counted.words[word],
            "rank": int(first[place]),
            "log_odds": round(float(whole.ratio[outlet, word]), DECIMALS),
            "articles": int(having[outlet, word]),
            "removals": int(removed[:, place].sum()),
            "sign_flips": int(flips[place]),
            "drops": int(drops[place]),
            "article_id": counted.design.articles[worst] if removed[:, place].any() else "",
            "without": float(ratios[worst, place]),
            "standing": _standing(int(having[outlet, word]), int(flips[place]), int(drops[place])),
        }


def _without_each(counted: WordCounts, leaders: Leaders, prior_words: float) -> tuple[Floats, Integers]:
    """Log-odds and rank of each leading word without each article (articles x words).

    The rank is 0 where the article is all there is of the outlet, or of the rest.
    """
    labels, members = counted.design.labels, counted.design.members()
    counts, content = counted.per_outlet(), members @ counted.content
    shape = (len(labels), len(leaders))
    ratios, ranks = np.full(shape, np.nan), np.zeros(shape, dtype=np.int64)
    for article, label in enumerate(labels.tolist()):
        left, left_content = counts.copy(), content.copy()
        left[label] -= counted.counts[[article]].toarray()[0]
        left_content[label] -= counted.content[article]
        odds = _log_odds(left, left_content, prior_words)
        used = left.sum(axis=0)[leaders.words] > 0
        own = left_content[leaders.outlets]
        possible = (own > 0) & (left_content.sum() - own > 0)
        found = odds.ratio[leaders.outlets, leaders.words].round(DECIMALS) + 0.0
        ratios[article] = np.where(possible & used, found, np.nan)
        ranks[article] = np.where(possible, _ranks(odds.z, leaders), 0)
    return ratios, ranks


def _log_odds(counts: Floats, content: Floats, prior_words: float) -> LogOdds:
    """The log-odds of all words; those that nobody uses are far below all others."""
    used = counts.sum(axis=0)
    kept = np.flatnonzero(used)
    whole = len(kept) == len(used)
    odds = log_odds(
        counts if whole else counts[:, kept],
        content,
        Prior.of(used[kept], content=content.sum(), words=prior_words),
    )
    if whole:
        return odds
    ratio, z = np.full(counts.shape, -np.inf), np.full(counts.shape, -np.inf)
    ratio[:, kept], z[:, kept] = odds.ratio, odds.z
    return LogOdds(ratio, z)


def _ranks(z: Floats, leaders: Leaders) -> Integers:
    """The rank of each leading word among all words of its outlet by falling z, ties in alphabetical order."""
    ranks = np.zeros(len(leaders), dtype=np.int64)
    for outlet in np.unique(leaders.outlets):
        chosen = np.flatnonzero(leaders.outlets == outlet)
        words, own = leaders.words[chosen], z[outlet].round(DECIMALS)
        # Words below all of them are behind all of them, and they are nearly all words.
        rivals = np.flatnonzero(own >= own[words].min())
        values, theirs = own[words][:, None], own[rivals][None, :]
        ahead = (theirs > values) | ((theirs == values) & (rivals[None, :] < words[:, None]))
        ranks[chosen] = 1 + ahead.sum(axis=1)
    return ranks


def _standing(articles: int, flips: int, drops: int) -> str:
    """How to read a word, as `leave_one_out_words` says."""
    if articles == 1:
        return ONE_ARTICLE
    if flips:
        return TURNS
    return DROPS if drops else HOLDS
