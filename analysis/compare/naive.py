"""What an analysis would claim that takes paragraphs, sentences and words for independent; only the audit asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import special

from analysis.compare.arrays import Floats, ratio

if TYPE_CHECKING:
    from analysis.compare.sums import Sums
    from analysis.compare.word_counts import WordCounts

FEWEST = 2
NOTHING = 1e-12


def unit_p(sums: Sums) -> Floats:
    """The p of Welch's t-test of each outlet's units against all others', as if all units were independent.

    t = (m_k - m_r) / sqrt(v_k / n_k + v_r / n_r), two-sided, with the degrees of freedom of Welch (1947, Biometrika 34)

    m and v are the mean and the variance (n - 1) of the values of the n units (paragraphs or sentences). Of shares,
    whose values are 0 or 1, this is nearly the chi-square test of two proportions. What is wrong with it: units of
    one article resemble each other, so that n is too large.

    Values are those of the sums, whole numbers; t does not depend on their scale.

    Returns:
        Outlets x measures, 0 to 1; nan where a side has fewer than two units, or neither side varies.
    """
    own = [sums.per_outlet(matrix) / sums.parts for matrix in (sums.total, sums.squares, sums.units)]
    rest = [matrix.sum(axis=0) - matrix for matrix in own]
    (mean, error, freedom), (other_mean, other_error, other_freedom) = _moments(*own), _moments(*rest)
    t = ratio(mean - other_mean, np.sqrt(error + other_error))
    degrees = ratio((error + other_error) ** 2, error**2 / freedom + other_error**2 / other_freedom)
    p: Floats = 2 * special.stdtr(degrees, -np.abs(t))
    return p


def word_p(counted: WordCounts) -> Floats:
    """The p of each word's log-likelihood ratio in each outlet against the rest, as if words were independent.

    G2 = 2 sum of O log(O / E) over the word and all other content words, in the outlet and in the rest; against
    chi-square with one degree of freedom (Dunning 1993, Computational Linguistics 19). What is wrong with it: a word
    that an article uses once it uses again.

    Returns:
        Outlets x words, 0 to 1.
    """
    content = (counted.design.members() @ counted.content)[:, None]
    count = counted.per_outlet()
    word, words = count.sum(axis=0), content.sum()
    observed = (count, content - count, word - count, words - content - word + count)
    expected = (
        word * content / words,
        (words - word) * content / words,
        word * (words - content) / words,
        (words - word) * (words - content) / words,
    )
    cells = [special.xlogy(o, ratio(o, e)) for o, e in zip(observed, expected, strict=True)]
    total = np.nan_to_num(np.stack(cells)).sum(axis=0)
    p: Floats = special.chdtrc(1.0, np.maximum(2 * total, 0.0))
    return p


def _moments(total: Floats, squares: Floats, units: Floats) -> tuple[Floats, Floats, Floats]:
    """Mean, squared standard error and degrees of freedom; nan with fewer than two units."""
    n = np.where(units >= FEWEST, units, np.nan)
    mean = total / n
    spread = squares - n * mean**2
    # Where all values are equal the two large numbers may differ in their last digits.
    variance = np.where(spread > NOTHING * squares, spread, 0.0) / (n - 1)
    return mean, variance / n, n - 1
