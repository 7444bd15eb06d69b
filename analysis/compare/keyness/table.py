"""The table of the words and phrases that distinguish each outlet from the others."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import tables
from analysis.compare.arrays import ratio
from analysis.compare.gate import DESCRIPTIVE_ONLY
from analysis.compare.keyness.chance import chance
from analysis.compare.keyness.odds import DECIMALS, outlet_log_odds, ranks
from analysis.compare.keyness.questions import PAIR, Comparison, comparisons
from analysis.compare.multiplicity import across_families

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from analysis.compare.arrays import Floats, Integers
    from analysis.compare.word_counts import VoiceCounts, WordCounts
    from analysis.settings import CompareSettings

PER = 1000
LEADING = 30
"""Words and phrases that the table keeps on each side of a comparison, beside those that may be supported."""

INSIDE = 0.8
"""A word of which an outlet has so large a share inside one longer phrase is shown as that phrase."""

COLUMNS = {
    "word": "str", "outlet": "str", "topic": "str", "count": "int64", "rate_per_1000": "float64",
    "log_odds": "float64", "low": "float64", "high": "float64", "z": "float64", "p_article": "float64",
    "verdict": "str", "voice": "str", "other": "str", "length": "int64", "rank": "int64", "articles": "int64",
    "largest_article_share": "float64", "inside": "str", "rest_count": "int64", "rest_rate_per_1000": "float64",
    "q": "float64",
}  # fmt: skip


def keyness(
    counts: Mapping[str, VoiceCounts],
    *,
    settings: CompareSettings,
    rng: np.random.Generator,
    topics: Sequence[int] = (),
) -> pd.DataFrame:
    """Distinguishing words and phrases of each outlet, in each voice, over all topics and within some.

    Log-odds ratio with informative Dirichlet prior (see `log_odds`); the prior is the word rates of the
    compared texts, worth `settings.prior_words` words.

    Args:
        counts: the counts of each voice.
        settings: the prior's weight, how many permutations, and the level.
        rng: where permutations are drawn from.
        topics: those that more than one outlet speaks in.

    Returns:
        The table `keyness`, one row per voice, topic ("": all text), outlet, `other` ("": all other outlets;
        else the other one of a pair) and listed `word` (a word, or a phrase of `length` 2 or 3), in the order
        voice, topic, against all others first, outlet, other and `rank` (1: largest z among all words and
        phrases looked at; ties by the alphabet). Against all others over all topics every single word has a
        row; elsewhere the `LEADING` on either side by z do, and those with p_article < alpha. A pair has a
        row for the outlet that uses the word more.

        `count` of the word in the outlet and `rate_per_1000` of its running words, stop words included;
        `rest_count` and `rest_rate_per_1000`, the same of those it is compared with; `articles`: the
        outlet's articles that have the word; `largest_article_share`: of its count in the outlet, the share
        of the article with most (0 to 1; 1: a trait of one article; nan where it has none); `inside`: the
        longer listed phrase that holds four fifths of the outlet's uses ("": none); `log_odds` and `z` (any
        sign, above 0: the outlet's). `low` and `high` are nan: an interval that takes words for independent
        would be too narrow by far.

        `p_article`: by article-label permutation, two-sided, max-T over all words, phrases and outlets of a
        question, that is of one voice, topic and kind of comparison (see `chance`). For a pair only the
        articles of the two are dealt out anew, since a third outlet that differs would widen what chance is
        thought to do; max-T is then over the pair's words and phrases, times the number of pairs tested
        (Bonferroni), which holds however the pairs depend on one another. `q`: p_article corrected across
        questions (see `multiplicity`): a study asks dozens of them, narration and all text, topic after
        topic, and a reader takes up those with something in them; q bounds the wrong calls, averaged over the
        questions that are so taken up. Neither depends on the prior: they rest on shares of content words
        alone. log_odds, z and rank do depend on it (see `prior_sensitivity`).

        `verdict` is "descriptive only", with `p_article` and `q` nan, where nothing was tested: too few
        articles for a p below alpha, a single one on either side, or a word in too few of them; z is then a
        ranking score. Else "supported" where q < alpha, or "not supported".
    """
    asked = list(comparisons(counts, topics))
    streams = rng.spawn(len(asked))
    # Each comparison has a stream of its own, so that nothing hangs on which thread is done first.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        tested = list(
            pool.map(lambda each, stream: chance(each.counted, settings=settings, rng=stream), asked, streams)
        )
    pairs = _pairs_tested(asked, tested)
    pieces = [
        _rows(each, np.minimum(1.0, p * pairs.get(each.family, 1)), settings).assign(family=str(each.family))
        for each, p in zip(asked, tested, strict=True)
    ]
    empty = pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in COLUMNS.items()})
    rows = pd.concat([empty, *pieces], ignore_index=True)
    if not pieces:
        return tables.check(rows.astype(COLUMNS), "keyness")
    families = np.unique(rows["family"].to_numpy(dtype="str"), return_inverse=True)[1]
    rows["q"] = across_families(rows["p_article"].to_numpy(dtype=np.float64), families)
    rows["verdict"] = _verdicts(rows["q"].to_numpy(), settings.alpha)
    return tables.check(rows[list(COLUMNS)].astype(COLUMNS), "keyness")


def _pairs_tested(asked: list[Comparison], tested: list[Floats]) -> dict[tuple[str, str, str], int]:
    """How many pairs of each question were tested."""
    number: dict[tuple[str, str, str], int] = {}
    for each, p in zip(asked, tested, strict=True):
        if each.kind == PAIR and np.isfinite(p).any():
            number[each.family] = number.get(each.family, 0) + 1
    return number


def _rows(asked: Comparison, p: Floats, settings: CompareSettings) -> pd.DataFrame:
    """The rows of one comparison."""
    counted = asked.counted
    odds = outlet_log_odds(counted, prior_words=settings.prior_words)
    rank = ranks(odds.z)
    outlet, word = np.nonzero(_kept(asked, odds.z, p, alpha=settings.alpha))
    order = np.lexsort((rank[outlet, word], outlet))
    outlet, word = outlet[order], word[order]
    count, running = counted.per_outlet(), counted.design.members() @ counted.running
    rest_count, rest_running = count.sum(axis=0) - count, running.sum() - running
    cell = outlet, word
    named = np.array(counted.design.outlets, dtype=object)
    return pd.DataFrame(
        {
            "word": np.array(counted.words, dtype=object)[word],
            "outlet": named[outlet],
            "topic": asked.topic,
            "count": count[cell],
            "rate_per_1000": PER * count[cell] / running[outlet],
            "log_odds": odds.ratio[cell],
            "low": np.nan,
            "high": np.nan,
            "z": odds.z[cell],
            "p_article": p[cell],
            "voice": asked.voice,
            "other": named[1 - outlet] if asked.kind == PAIR else "",
            "length": counted.lengths[word],
            "rank": rank[cell],
            "articles": counted.articles_with()[cell],
            "largest_article_share": ratio(counted.most_in_one()[cell], count[cell]),
            "inside": _inside(counted, count, outlet, word),
            "rest_count": rest_count[cell],
            "rest_rate_per_1000": PER * rest_count[cell] / rest_running[outlet],
        }
    )


def _kept(asked: Comparison, z: Floats, p: Floats, *, alpha: float) -> npt.NDArray[np.bool_]:
    """Which outlets (rows) and words (columns) have a row, as `keyness` says.

    One with the question's smallest p is always among them, for `q` is made from the rows.
    """
    leading = ((ranks(z) <= LEADING) & (z > 0)) | ((ranks(-z) <= LEADING) & (z < 0))
    kept = leading | (p < alpha)
    if np.isfinite(p).any():
        kept |= p == np.nanmin(p)
    if asked.kind == PAIR:
        # The other outlet's row says the same with the other sign; where there is no sign, the first one's.
        more = z.round(DECIMALS) > 0
        more[0] |= z[0].round(DECIMALS) == 0
        return kept & more
    if not asked.topic:
        kept |= asked.counted.lengths == 1
    return kept


def _inside(counted: WordCounts, count: Floats, outlet: Integers, word: Integers) -> list[str]:
    """The longest phrase that holds four fifths of the outlet's uses of each word; "" for none."""
    part, whole = counted.parts
    holder = np.full(count.shape, -1)
    for row, own in enumerate(count):
        held = (own[part] > 0) & (own[whole] >= INSIDE * own[part])
        # Longer phrases come later in `parts`, and the last one stays.
        holder[row, part[held]] = whole[held]
    return [counted.words[place] if place >= 0 else "" for place in holder[outlet, word].tolist()]


def _verdicts(q: Floats, alpha: float) -> npt.NDArray[np.str_]:
    """The verdict of each q."""
    return np.where(np.isnan(q), DESCRIPTIVE_ONLY, np.where(q < alpha, "supported", "not supported"))
