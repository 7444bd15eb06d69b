"""How many articles it would take: the power of the permutation test, by simulation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.contrast import standardised_difference
from analysis.compare.design import Design
from analysis.compare.floors import smallest_p
from analysis.compare.permutation import significance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.compare.arrays import Floats, Integers
    from analysis.settings import CompareSettings

CORPORA = 500
PERMUTATIONS = 499
GRID = (4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 70, 100, 150, 200)
WANTED = 0.8
NORMAL = 7.85
"""(1.96 + 0.84)^2: a two-sided test at .05 with power .8."""
ICC_RANGE = (0.02, 0.9)
ASSUMED_ICC = 0.25
"""Where a study's own articles cannot say how alike their paragraphs are: that of the topic shares of seven US outlets
in 924 articles (the table `power` of the study that `framing import polnear` makes)."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two outlets whose paragraphs have a property in these shares: how many articles would show the difference?"""

    low: float
    high: float


QUESTIONS = (Question(0.10, 0.20), Question(0.10, 0.30), Question(0.10, 0.50))


def power(
    units: Integers, icc: float, *, settings: CompareSettings, rng: np.random.Generator
) -> pd.DataFrame:
    """Power of the test between two outlets of n articles each, for shares that differ by 10, 20 and 40 points.

    Simulated corpora: an article's number of paragraphs is drawn from those of the study; its share from a beta
    distribution with the outlet's share as mean and an intraclass correlation of `icc`; its count from a binomial. Each
    corpus is tested as the engine tests a single contrast, at the study's level; power is the share of the
    500 corpora whose p is below it. n rises, from half of what a normal approximation asks for, until the power is .8.

    Args:
        units: analysed paragraphs of each of the study's articles.
        icc: how alike the paragraphs of an article are (see `clustering`); nan is taken as .25, and what is outside
            .02 to .9 as the nearer of these.
        settings: the level.
        rng: where corpora and permutations are drawn from.

    Returns:
        One row for each question and n, in order: `low`, `high` (the two shares), `articles` (of each outlet), `icc`,
        `assumed` (the ICC was not the study's own), `power` (0 to 1), `enough` (the first n with power .8 or more).
        No rows without articles.
    """
    assumed = bool(np.isnan(icc))
    alike = ASSUMED_ICC if assumed else float(np.clip(icc, *ICC_RANGE))
    rows = []
    for question, stream in zip(QUESTIONS, rng.spawn(len(QUESTIONS)), strict=True):
        start = _approximate(question, units, alike) / 2 if len(units) else np.inf
        for articles, each in zip(GRID, stream.spawn(len(GRID)), strict=True):
            if articles < start or smallest_p((articles, articles)) >= settings.alpha:
                continue
            found = _power(question, articles, units, icc=alike, settings=settings, rng=each)
            rows.append(
                (question.low, question.high, articles, round(alike, 4), assumed, found, found >= WANTED)
            )
            if found >= WANTED:
                break
    columns = ["low", "high", "articles", "icc", "assumed", "power", "enough"]
    return pd.DataFrame(rows, columns=columns).astype(
        {"articles": "int64", "power": "float64", "enough": "bool"}
    )


def _approximate(question: Question, units: Integers, icc: float) -> float:
    """Articles of each outlet that a normal approximation asks for; where to begin, not what is reported.

    n = 7.85 (v(low) + v(high)) / (high - low)^2, v(p) = p (1 - p) (icc + (1 - icc) / m), m the mean length
    """
    alike = icc + (1 - icc) / float(np.mean(units))
    spread = sum(p * (1 - p) * alike for p in (question.low, question.high))
    return min(GRID[-2], NORMAL * spread / (question.high - question.low) ** 2)


def _power(
    question: Question,
    articles: int,
    units: Integers,
    *,
    icc: float,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> float:
    """Share of simulated corpora in which the test calls the difference; each measure is a corpus."""
    drawing, permuting = rng.spawn(2)
    totals, sizes = simulated_shares(
        (question.low, question.high), (articles, articles), units, icc=icc, corpora=CORPORA, rng=drawing
    )
    design = Design.of({f"{place:05d}": "ab"[place >= articles] for place in range(2 * articles)})
    found = significance(
        np.hstack([totals, sizes]),
        design=design,
        statistic=standardised_difference(totals, sizes, design=design),
        families=np.zeros(CORPORA, dtype=np.int64),
        settings=replace(settings, permutations=PERMUTATIONS, exact_up_to=PERMUTATIONS),
        rng=permuting,
    )
    return float((found.alone[0] < settings.alpha).mean())


def simulated_shares(
    shares: Sequence[float],
    articles: Sequence[int],
    units: Integers,
    *,
    icc: float,
    corpora: int,
    rng: np.random.Generator,
) -> tuple[Floats, Floats]:
    """Beta-binomial counts of paragraphs with a property, and of all paragraphs: articles x corpora.

    With shape parameters p (1 / icc - 1) and (1 - p) (1 / icc - 1) the paragraphs of an article have the
    intraclass correlation `icc` (Griffiths 1973, Biometrics 29).

    Args:
        shares: of each outlet.
        articles: of each outlet; they stand one outlet after the other.
        units: where each article's number of paragraphs is drawn from.
        icc: above 0, below 1.
        corpora: how many to draw.
        rng: where they are drawn from.
    """
    weight = 1 / icc - 1
    mean = np.repeat(shares, articles)[:, None] * np.ones((1, corpora))
    sizes = rng.choice(np.asarray(units), size=mean.shape)
    totals = rng.binomial(sizes, rng.beta(mean * weight, (1 - mean) * weight))
    return totals.astype(np.float64), sizes.astype(np.float64)
