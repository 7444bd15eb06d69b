"""Agreement of scores with hand-given labels, with intervals from resampling whole articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.framing.card import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

RESAMPLES = 2_000
LEVEL = 0.95


def result(
    metric: str,
    part: str,
    statistic: Callable[[Integers], float],
    groups: Sequence[str],
    *,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> Result:
    """A statistic of all rows, with the percentile interval over groups drawn with replacement.

    Rows of one group (an article, an event) are drawn together, because they are not independent. Source: Davison
    and Hinkley (1997), Bootstrap methods and their application, section 3.8.

    Args:
        metric: the statistic's name.
        part: what the rows are.
        statistic: takes the indices of rows, an index as often as it was drawn, and gives the figure; nan where it
            is undefined for these rows.
        groups: the group of each row.
        resamples: draws.
        seed: of the draws.

    Returns:
        The figure; `low` and `high` are the middle 95 % of the draws that have one, nan with a single group.
    """
    names, codes = np.unique(np.asarray(groups, dtype=object).astype(str), return_inverse=True)
    members = np.split(
        np.argsort(codes, kind="stable"), np.cumsum(np.bincount(codes, minlength=len(names)))[:-1]
    )
    value = statistic(np.arange(len(codes))) if len(codes) else np.nan
    drawn = np.array([], dtype=np.float64)
    if len(names) > 1:
        generator = np.random.default_rng(seed)
        picks = generator.integers(0, len(names), size=(resamples, len(names)))
        drawn = np.array([statistic(np.concatenate([members[i] for i in pick])) for pick in picks])
    known = drawn[~np.isnan(drawn)]
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(known, [tail, 1 - tail]) if known.size else (np.nan, np.nan)
    return Result(metric, part, float(value), float(low), float(high), len(codes), len(names))


def macro_f1(truth: Integers, given: Integers, classes: int) -> float:
    """The unweighted mean over the classes of F1 = 2 tp / (2 tp + fp + fn), 0 to 1.

    A class that is neither true nor given of any row is left out of the mean; nan where none is left.
    """
    scores = [f1(truth == label, given == label) for label in range(classes)]
    known = [score for score in scores if not np.isnan(score)]
    return float(np.mean(known)) if known else float("nan")


def f1(truth: npt.NDArray[np.bool_], given: npt.NDArray[np.bool_]) -> float:
    """F1 = 2 tp / (2 tp + fp + fn) of one class, 0 to 1; nan where it is neither true nor given."""
    both = int(truth.sum()) + int(given.sum())
    return 2 * int((truth & given).sum()) / both if both else float("nan")


def auc(truth: npt.NDArray[np.bool_], scores: Floats) -> float:
    """The chance that a true row scores above a false one, ties counting half, 0 to 1; nan without both kinds.

    AUC = (sum of the true rows' mid-ranks - t (t + 1) / 2) / (t f)

    t, f: true and false rows. Source: Hanley and McNeil (1982), Radiology 143.
    """
    from scipy.stats import rankdata

    true = int(truth.sum())
    false = len(truth) - true
    if not true or not false:
        return float("nan")
    return float((rankdata(scores)[truth].sum() - true * (true + 1) / 2) / (true * false))


def correlation(first: Floats, second: Floats) -> float:
    """Pearson's r, -1 to 1; nan where either does not vary."""
    one, two = first - first.mean(), second - second.mean()
    scale = float(np.sqrt((one @ one) * (two @ two)))
    return float(one @ two) / scale if scale > 0 else float("nan")


def calibration_error(probabilities: Floats, truth: Integers, *, bins: int = 10) -> float:
    """The expected calibration error of the likeliest class, 0 to 1.

    ECE = sum over bins of (rows in bin / rows) |share right in bin - mean confidence in bin|

    The confidence is the greatest probability of a row; bins are equally wide, (0, 0.1] to (0.9, 1]. Source:
    Guo et al. (2017), On calibration of modern neural networks, ICML.

    Args:
        probabilities: shape (rows, classes).
        truth: the true class of each row.
        bins: how many.
    """
    confidence, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == truth
    places = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    gaps = [
        abs(right[places == place].sum() - confidence[places == place].sum()) for place in np.unique(places)
    ]
    return float(sum(gaps) / len(truth)) if len(truth) else float("nan")
