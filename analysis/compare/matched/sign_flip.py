"""The sign-flip test of paired differences, with max-T over several measures of the same events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.compare.arrays import rows_at_once
from analysis.compare.permutation import TIE, Significance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.compare.arrays import Floats, Integers
    from analysis.settings import CompareSettings


def smallest_p(events: int, settings: CompareSettings) -> float:
    """The smallest two-sided p that so many events can reach: 2 / 2^n, or 1 / (m + 1) where m flips are drawn.

    1 without events. Six events are the fewest with which p can fall below .05: 2 / 2^6 = .031.
    """
    if events < 1:
        return 1.0
    drawn = 0.0 if 2**events <= settings.exact_up_to else 1 / (settings.permutations + 1)
    return float(max(2.0 / 2.0**events, drawn))


def sign_flip(differences: Floats, *, settings: CompareSettings, rng: np.random.Generator) -> Significance:
    """Two-sided p of mean differences over events, from flipping the signs of whole events.

    t = |sum of d| / sqrt(sum of d^2)
    alone = share of flips whose t reaches the observed one
    within_family = share of flips whose largest t over the measures reaches it (max-T)

    The null hypothesis is that either outlet could as well have written what the other did, event by event. All 2^n
    flips are gone through when there are at most `settings.exact_up_to`, else `settings.permutations` are drawn and
    p = (b + 1) / (m + 1). For one measure this is `scipy.stats.permutation_test` of the mean with
    permutation_type="samples". Ties count as reached, so that differences of 0 give p = 1.

    Source: Fisher (1935), The design of experiments; max-T: Westfall and Young (1993).

    Args:
        differences: events x measures; nan where an event has nothing for a measure.
        settings: how many flips.
        rng: drawn from only when there are too many to go through.
    """
    known = np.nan_to_num(differences, nan=0.0)
    length = np.sqrt((known * known).sum(axis=0))
    scaled = known / np.where(length > 0, length, 1.0)
    reached = np.abs(scaled.sum(axis=0)) * (1 - TIE)
    alone, within, flips = np.zeros(len(reached)), np.zeros(len(reached)), 0
    for signs in _flips(len(known), settings, rng, rows_at_once(2 * (sum(known.shape) + 1))):
        found = np.abs(signs @ scaled)
        alone += (found >= reached - TIE).sum(axis=0)
        within += (found.max(axis=1, initial=0.0)[:, None] >= reached - TIE).sum(axis=0)
        flips += len(signs)
    observed = 0 if _is_exact(len(known), settings) else 1
    return Significance(*((count + observed) / (flips + observed) for count in (alone, within)))


def _is_exact(events: int, settings: CompareSettings) -> bool:
    """Whether all flips are gone through."""
    return int(2**events) <= settings.exact_up_to


def _flips(events: int, settings: CompareSettings, rng: np.random.Generator, rows: int) -> Iterator[Floats]:
    """Signs of the events, +1 or -1, in blocks of at most so many rows: all of them, or drawn ones."""
    if _is_exact(events, settings):
        for start in range(0, 2**events, rows):
            numbers: Integers = np.arange(start, min(start + rows, 2**events), dtype=np.int64)
            yield _signs((numbers[:, None] >> np.arange(events)) & 1)
        return
    for start in range(0, settings.permutations, rows):
        size = (min(rows, settings.permutations - start), events)
        yield _signs(rng.integers(0, 2, size=size))


def _signs(bits: Integers) -> Floats:
    """+1 where a bit is 0, -1 where it is 1."""
    return np.asarray(1.0 - 2.0 * bits, dtype=np.float64)
