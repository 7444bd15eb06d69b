"""How far articles' chance alone separates outlets in their words: max-T over all words and phrases of a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from analysis.compare.arrays import ratio
from analysis.compare.assignments import assignments, is_exact
from analysis.compare.floors import smallest_p_against_rest
from analysis.compare.gate import FEWEST_ON_A_SIDE
from analysis.compare.permutation import TIE
from analysis.compare.tested import drawn_floor

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from analysis.compare.arrays import Floats, Integers
    from analysis.compare.design import Design
    from analysis.compare.word_counts import WordCounts
    from analysis.settings import CompareSettings

FEWEST_ARTICLES = 5
FEWEST_IN_A_HUNDRED = 1
"""Articles that a word must stand in to be tested, and how many in a hundred; fewer where an outlet has fewer."""

CELLS = 100_000
"""Articles x outlets x assignments of one block, which then stays in a processor's cache."""

STRIP = 500
"""Words of one strip of it."""

EXACT = 2**24
"""Whole numbers below this are exact in single precision, in which sums take half the time."""


def chance(counted: WordCounts, *, settings: CompareSettings, rng: np.random.Generator) -> Floats:
    """The p of each word and phrase in each outlet against the others, by article-label permutation with max-T.

    T = (N_k / D_k - N_r / D_r - c_k) / s_k, with one stratum as in `contrast.standardised_difference`
    c_k = sum over strata of N_s / D_s (D_ks / D_k - D_rs / D_r): what the strata's own rates give for the words that
    the outlet and the others have in each; 0 with one stratum
    p = share of assignments whose largest |T| over all outlets, words and phrases reaches the observed |T|

    N: an article's count of the word; D: its content words; k: the outlet, r: all others; s_k: the standard
    deviation of the difference over all assignments. Two-sided; ties count as reached; all assignments are
    gone through, or drawn, as in `permutation.significance`, whose `within_family` this is, made for
    thousands of sparse columns. No prior enters: p is the same whatever its weight.

    What is tested is fixed before it is known who published what, so that leaving out costs no error: words
    that stand in five articles and in one of a hundred, or in as many as the smallest outlet has (rarer ones
    could hardly be found, and their bursts would hide others); of outlets where the outlet and the others
    have two articles at least, and so many that a p below alpha is possible. Source: Westfall and
    Young (1993), Resampling-based multiple testing.

    Returns:
        Outlets x words; nan where nothing is tested.
    """
    design = counted.design
    p = np.full((len(design.outlets), len(counted.words)), np.nan)
    outlets, words = outlets_tested(design, settings), words_tested(counted)
    if not outlets.any() or not words.any():
        return p
    test = _Test.of(counted, outlets, words)
    reached = test.observed(design) * (1 - TIE)
    rows = max(1, CELLS // (len(test.outlets) * len(design.articles)))
    highest = np.concatenate(
        [test.peaks(labels) for labels in assignments(design, settings=settings, rng=rng, rows=rows)]
    )
    observed = 0 if is_exact(design, settings) else 1
    below = np.searchsorted(np.sort(highest, kind="stable"), reached, side="left")
    p[np.ix_(outlets, words)] = (len(highest) - below + observed) / (len(highest) + observed)
    return p


def outlets_tested(design: Design, settings: CompareSettings) -> npt.NDArray[np.bool_]:
    """Which outlets have, and leave to the others, enough articles for a p below alpha."""
    total, floor = len(design.articles), drawn_floor(design, settings)
    return np.array(
        [
            min(size, total - size) >= FEWEST_ON_A_SIDE
            and max(smallest_p_against_rest(k, *design.sizes_by_stratum), floor) < settings.alpha
            for k, size in enumerate(design.sizes)
        ],
        dtype=bool,
    )


def words_tested(counted: WordCounts) -> npt.NDArray[np.bool_]:
    """Which words stand in enough articles, whosever they are."""
    share = -(-FEWEST_IN_A_HUNDRED * len(counted.design.articles) // 100)
    fewest = min(max(FEWEST_ARTICLES, share), *counted.design.sizes)
    return np.asarray(counted.counts.sign().sum(axis=0) >= fewest)


@dataclass(frozen=True, slots=True, eq=False)
class _Test:
    """What every assignment needs: counts as words x articles, and what makes T of their sums."""

    strips: tuple[sparse.csr_array[Any], ...]
    content: Floats
    total: Floats
    weight: Floats
    outlets: Integers
    spread: Floats
    strata: Floats
    rates: Floats

    @classmethod
    def of(cls, counted: WordCounts, outlets: npt.NDArray[np.bool_], words: npt.NDArray[np.bool_]) -> _Test:
        """The test of these outlets and words. Of two outlets one is enough: the other's T is its negative."""
        columns, content = sparse.csc_array(counted.counts)[:, np.flatnonzero(words)], counted.content
        total: Floats = np.asarray(columns.sum(axis=0))
        share = total / content.sum()
        squared = np.asarray((columns * columns).sum(axis=0)) - 2 * share * (columns.T @ content)
        # Where nothing varies the difference of two large numbers is not quite 0.
        squared += share**2 * (content @ content)
        varies = squared > TIE * share**2 * (content @ content)
        weight = np.zeros(len(total))
        weight[varies] = 1 / np.sqrt(squared[varies])
        sizes, articles = np.array(counted.design.sizes, dtype=np.float64), len(content)
        spread = np.sqrt((articles - 1) * sizes * (articles - sizes) / articles) * content.mean()
        chosen = np.flatnonzero(outlets)
        chosen = chosen[:1] if len(sizes) == 2 else chosen  # noqa: PLR2004 - two outlets
        rows = sparse.csr_array(columns.T).astype(np.float32 if total.max() < EXACT else np.float64)
        strips = tuple(rows[start : start + STRIP] for start in range(0, len(total), STRIP))
        # Strata x articles: content words of each; and words x strata: the rates. Nothing where there is one stratum.
        places = range(counted.design.strata.max() + 1 if counted.design.strata.any() else 0)
        strata = np.array([content * (counted.design.strata == place) for place in places]).reshape(
            -1, articles
        )
        inside = [np.asarray(columns[counted.design.strata == place].sum(axis=0)) for place in places]
        held = strata.sum(axis=1)[:, None]
        rates = np.nan_to_num(ratio(np.array(inside).reshape(len(places), len(total)), held))
        return cls(strips, content, total, weight, chosen, spread[chosen], strata, rates.T)

    def observed(self, design: Design) -> Floats:
        """|T| of each tested outlet and word."""
        found = np.concatenate(list(self._statistics(design.labels[None, :])), axis=0)
        found = found[:, :, 0].T * self.spread[:, None]
        return np.repeat(found, len(design.outlets), axis=0) if len(design.outlets) == 2 else found  # noqa: PLR2004

    def peaks(self, labels: npt.NDArray[np.integer]) -> Floats:
        """The largest |T| over outlets and words under each assignment."""
        highest = np.zeros((len(self.outlets), len(labels)))
        for found in self._statistics(labels):
            np.maximum(highest, found.max(axis=0), out=highest)
        peaks: Floats = (highest * self.spread[:, None]).max(axis=0)
        return peaks

    def _statistics(self, labels: npt.NDArray[np.integer]) -> Iterator[Floats]:
        """|T| / spread of the outlet, strip by strip: words x outlets x assignments."""
        belongs = labels.T[:, None, :] == self.outlets[:, None]
        own = np.tensordot(self.content, belongs.astype(np.float64), axes=1)
        others = self.content.sum() - own
        with np.errstate(divide="ignore"):
            slope, level = (1 / own + 1 / others).ravel(), (1 / others).ravel()
        undefined = ((own == 0) | (others == 0)).ravel()
        slope[undefined] = level[undefined] = 0.0
        held = np.tensordot(self.strata, belongs.astype(np.float64), axes=1).reshape(
            len(self.strata), own.size
        )
        owed = held * slope - np.multiply.outer(self.strata.sum(axis=1), level)
        flat = belongs.astype(self.strips[0].dtype).reshape(len(self.content), -1)
        start = 0
        for words in self.strips:
            part = slice(start, start := start + words.shape[0])
            found = np.multiply(words @ flat, slope, dtype=np.float64)
            found -= np.multiply.outer(self.total[part], level)
            if len(owed):
                found -= self.rates[part] @ owed
            shaped = found.reshape(-1, *own.shape)
            np.abs(shaped, out=shaped)
            shaped *= self.weight[part, None, None]
            yield shaped
