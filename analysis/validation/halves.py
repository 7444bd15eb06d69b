"""Random halves of one outlet, with nothing to find in them or with words planted in one."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import sparse

from analysis.compare.keyness.chance import chance
from analysis.validation.likelihood_ratio import p_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from analysis.compare.word_counts import VoiceCounts, WordCounts
    from analysis.settings import CompareSettings

OURS = "articles dealt out anew"
BONFERRONI = "G2, Bonferroni"
EACH = "G2, each word at .05"
NOTHING = "random halves"
HALVES = ("first", "second")


class Outcome(NamedTuple):
    """What one draw was about, which test was tried, and whether it found something."""

    what: str
    test: str
    found: bool


def halved(counted: VoiceCounts, rng: np.random.Generator) -> WordCounts:
    """The same counts with every article dealt to one of two halves at random; odd numbers leave one more."""
    articles = sorted(set(counted.articles))
    order = rng.permutation(len(articles))
    dealt = {articles[place]: HALVES[number % 2] for number, place in enumerate(order.tolist())}
    return dataclasses.replace(counted, outlet_of=dealt).of()


def false_alarms(
    counted: VoiceCounts, *, draws: int, settings: CompareSettings, rng: np.random.Generator
) -> Iterator[Outcome]:
    """Whether each test finds anything in random halves, where there is nothing to find."""
    for _ in range(draws):
        halves = halved(counted, rng)
        p, tokens = chance(halves, settings=settings, rng=rng), p_of_words(halves)
        yield Outcome(NOTHING, OURS, bool((p < settings.alpha).any()))
        yield Outcome(NOTHING, BONFERRONI, bool((tokens * len(tokens) < settings.alpha).any()))
        yield Outcome(NOTHING, EACH, bool((tokens < settings.alpha).any()))


def planted_words(
    counted: VoiceCounts,
    *,
    draws: int,
    factor: int,
    bands: Sequence[tuple[float, float]],
    settings: CompareSettings,
    rng: np.random.Generator,
) -> Iterator[Outcome]:
    """Whether a word of each band is found when every article of one half uses it so many times as often.

    Args:
        counted: of one outlet.
        draws: of halves.
        factor: how many times as often.
        bands: least and most share of the articles that a word stands in; one word is drawn from each.
        settings: the level and the number of assignments.
        rng: where halves, words and assignments are drawn from.
    """
    for _ in range(draws):
        halves = halved(counted, rng)
        words = [_drawn(halves, band, rng) for band in bands]
        p = chance(planted(halves, words, factor), settings=settings, rng=rng)
        for band, word in zip(bands, words, strict=True):
            yield Outcome(planting(factor, band), OURS, bool((p[:, word] < settings.alpha).any()))


def planting(factor: int, band: tuple[float, float]) -> str:
    """What was planted, in words."""
    return f"{factor} times as often, a word of {band[0] * 100:.0f} to {band[1] * 100:.0f}% of the articles"


def planted(halves: WordCounts, words: Sequence[int], factor: int) -> WordCounts:
    """The counts with some words used so many times as often in every article of the first half."""
    first = halves.design.labels == 0
    more = np.ones((len(first), len(words))) + (factor - 1) * first[:, None]
    counts = sparse.lil_array(halves.counts)
    own = halves.counts[:, list(words)].toarray()
    counts[:, list(words)] = own * more
    extra = (own * (more - 1)).sum(axis=1)
    return dataclasses.replace(
        halves,
        counts=sparse.csr_array(counts),
        content=halves.content + extra,
        running=halves.running + extra,
    )


def _drawn(halves: WordCounts, band: tuple[float, float], rng: np.random.Generator) -> int:
    """A single word that stands in such a share of the articles."""
    share = np.asarray(halves.counts.sign().sum(axis=0)) / len(halves.design.articles)
    inside: npt.NDArray[np.int64] = np.flatnonzero(
        (halves.lengths == 1) & (share > band[0]) & (share <= band[1])
    )
    return int(rng.choice(inside))
