"""Where the names on a map stand, so that they cover as few marks and one another as little as they can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

HEIGHT = 15.0
CLEAR = 10.5
"""From the middle of a name to a mark beside it: half the height of its letters and half a mark."""

RISE, RISES = 8.0, 12
SHIFTS = (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0)
"""How far a name may be moved sideways, in its own widths."""

CROSSED, COVERED, STRANGE = 2000.0, 60.0, 8.0
"""What a crossed name, a covered mark and a mark of another topic nearby cost, in pixels of distance."""

FEW = 150
"""Of more marks than these each costs less, since no place is free of them."""

NEARBY = 16.0
DECIMALS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name to be placed: its text, how wide it is, and its own marks as x and y in pixels, a mark a row."""

    text: str
    width: float
    marks: Floats

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its marks, by the median, so that a stray mark does not pull it away."""
        return float(np.median(self.marks[:, 0])), float(np.median(self.marks[:, 1]))


def placed(names: Sequence[Name], marks: Floats, frame: tuple[float, float]) -> list[tuple[float, float]]:
    """The middle of each name in pixels, in the order given: the first have the first choice.

    Each name tries heights above, below and among its own marks, and shifts sideways. It takes the place of least cost,
    the first of equals: its distance from the middle of its marks, and what it would cover.

    Args:
        names: the most important first.
        marks: all marks of the map as x and y in pixels, shape (marks, 2).
        frame: the width and height in pixels that every name stays within.
    """
    every, places = counted(marks, frame), list[tuple[float, float]]()
    weight = min(1.0, FEW / max(len(marks), 1))
    for name in names:
        tried = _tried(name, frame)
        near = within(name, tried, every, NEARBY) - within(name, tried, counted(name.marks, frame), NEARBY)
        hidden = COVERED * within(name, tried, every) + STRANGE * near
        cost = _distance(name, tried) + weight * hidden + CROSSED * _crossed(name, tried, names, places)
        best = tried[int(np.argmin(cost.round(DECIMALS)))]
        places.append((float(best[0]), float(best[1])))
    return places


def counted(marks: Floats, frame: tuple[float, float]) -> Counts:
    """How many marks lie to the left of and below each pixel; so any box is counted in four looks, however many."""
    wide, high = (int(side) + 1 for side in frame)
    columns, rows = (
        np.clip(marks[:, axis].astype(int), 0, most - 1) for axis, most in ((0, wide), (1, high))
    )
    cells = np.bincount(columns * high + rows, minlength=wide * high).reshape(wide, high)
    return np.pad(cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))


def within(name: Name, tried: Floats, sums: Counts, margin: float = 0.0) -> Counts:
    """How many marks touch the name at each place, or come as near as the margin, to the pixel.

    Args:
        name: gives the width.
        tried: the places, shape (places, 2).
        sums: made by `counted`.
        margin: in pixels.
    """
    half = np.array([name.width / 2 + CLEAR / 2, CLEAR]) + margin
    most = np.array(sums.shape) - 1
    left, low = np.clip(np.floor(tried - half).astype(int) + 1, 0, most).T
    right, high = np.clip(np.ceil(tried + half).astype(int), 0, most).T
    inside: Counts = sums[right, high] - sums[left, high] - sums[right, low] + sums[left, low]
    return inside


def _tried(name: Name, frame: tuple[float, float]) -> Floats:
    """The places that a name tries, moved inside the frame, shape (places, 2)."""
    x, y = name.middle
    top, bottom = float(name.marks[:, 1].max()), float(name.marks[:, 1].min())
    rises = [RISE * step for step in range(RISES)]
    heights = [top + CLEAR + rise for rise in rises] + [bottom - CLEAR - rise for rise in rises]
    heights += [y + sign * rise for rise in rises for sign in (1, -1) if bottom < y + sign * rise < top]
    every = np.array([(x + shift * name.width, height) for height in heights for shift in SHIFTS])
    half = np.array([name.width / 2, HEIGHT / 2])
    inside: Floats = np.clip(every, half, np.maximum(np.array(frame) - half, half))
    return inside


def _distance(name: Name, tried: Floats) -> Floats:
    """How far each place is from the middle of the name's marks; across counts half, as a name is wide."""
    x, y = name.middle
    across, up = (tried[:, 0] - x) / 2, tried[:, 1] - y
    far: Floats = np.sqrt(across * across + up * up)
    return far


def _crossed(
    name: Name, tried: Floats, names: Sequence[Name], places: Sequence[tuple[float, float]]
) -> Counts:
    """How many of the names that have their places the name would cross at each place."""
    crossed = np.zeros(len(tried), dtype=np.int64)
    for other, (x, y) in zip(names, places, strict=False):
        beside = np.abs(tried[:, 0] - x) >= (name.width + other.width) / 2
        apart = np.abs(tried[:, 1] - y) >= HEIGHT
        crossed += ~(beside | apart)
    return crossed
