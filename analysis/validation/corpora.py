"""Simulated corpora of which the truth is known: articles whose paragraphs are alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.design import Design
from analysis.compare.power import simulated_shares
from analysis.compare.sums import KEY, Sums

if TYPE_CHECKING:
    from analysis.compare.arrays import Floats, Integers

TONE_SPREAD = 0.35
"""Standard deviation of single sentences' tone (VADER's on US news lies near)."""
TONE_SCALE = 10_000
EVEN = np.arange(5, 25)
UNEVEN = np.rint(np.exp(2.4 + 0.8 * np.linspace(-2, 2, 41))).astype(np.int64)
"""Paragraphs of an article: between 5 and 24, or from 2 to some fifty with a long tail."""


@dataclass(frozen=True, slots=True)
class Population:
    """What corpora are drawn from: outlets of so many articles, with a value each.

    Attributes:
        articles: of each outlet.
        truths: the true value of each outlet, a share or a mean tone.
        measure: "topic share" or "wording tone".
        icc: how alike the paragraphs of an article are.
        uneven: the lengths of articles have a long tail.
    """

    articles: tuple[int, ...]
    truths: tuple[float, ...]
    measure: str = "topic share"
    icc: float = 0.1
    uneven: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The outlets' names, in order."""
        return tuple("abcdefghij"[: len(self.articles)])

    @property
    def truth(self) -> dict[str, float]:
        """The true value of each outlet."""
        return dict(zip(self.names, self.truths, strict=True))


def draw(population: Population, corpora: int, rng: np.random.Generator) -> Sums:
    """So many corpora of one design as the measures of one `Sums`: each measure is a corpus of its own."""
    lengths = UNEVEN if population.uneven else EVEN
    if population.measure == "topic share":
        totals, sizes = simulated_shares(
            population.truths, population.articles, lengths, icc=population.icc, corpora=corpora, rng=rng
        )
        squares, scale = totals, 1
    else:
        totals, squares, sizes = _tones(population, corpora, lengths, rng)
        scale = TONE_SCALE
    names = np.repeat(population.names, population.articles)
    design = Design.of({f"{place:05d}": name for place, name in enumerate(names)})
    keys = pd.DataFrame(
        [
            ("simulated", population.measure, "", "all", str(corpus), "", "", scale)
            for corpus in range(corpora)
        ],
        columns=list(KEY),
    )
    return Sums(design, keys, totals, squares, sizes, sizes)


def as_families(sums: Sums, size: int) -> Sums:
    """The same measures, so many to a family."""
    family = [f"{place // size:05d}" for place in range(len(sums.keys))]
    return replace(sums, keys=sums.keys.assign(family=family))


def _tones(
    population: Population, corpora: int, lengths: Integers, rng: np.random.Generator
) -> tuple[Floats, Floats, Floats]:
    """Sums of normal tones of each article in whole ten-thousandths, of their squares, and numbers of sentences.

    An article's mean has the variance icc x spread^2, its sentences the rest; what is drawn is their sum.
    """
    mean = np.repeat(population.truths, population.articles)[:, None] * np.ones((1, corpora))
    sizes = rng.choice(lengths, size=mean.shape).astype(np.float64)
    between, within = TONE_SPREAD * np.sqrt([population.icc, 1 - population.icc])
    own = mean + between * rng.standard_normal(mean.shape)
    totals = sizes * own + np.sqrt(sizes) * within * rng.standard_normal(mean.shape)
    squares = totals**2 / sizes + within**2 * rng.chisquare(np.maximum(sizes - 1, 1))
    return np.rint(totals * TONE_SCALE), np.rint(squares * TONE_SCALE**2), sizes
