"""Which instrument of several is drawn first, and what each is called."""

from __future__ import annotations

import pandas as pd

FIRST = ("vader", "afinn", "mean")
TONE = "tone "
MEAN_OF = {f"{TONE}mean": frozenset({f"{TONE}vader", f"{TONE}afinn"})}
"""The instruments that a mean is made of."""

TITLES = {"vader": "VADER", "afinn": "AFINN", "mean": "mean of both"}


def in_order(rows: pd.DataFrame) -> list[str]:
    """The instruments of some rows: VADER, AFINN, their mean, then the others by name."""
    named = sorted(set(rows["instrument"]))
    return [*(name for name in FIRST if name in named), *(name for name in named if name not in FIRST)]


def drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of the instrument that stands first; all where there are none."""
    named = in_order(rows)
    return rows[rows["instrument"] == named[0]] if named else rows


def overlap(first: pd.Series[str], second: pd.Series[str]) -> pd.Series[bool]:
    """For each pair whether one of the two is part of the other, so that they agree whatever the texts."""
    pairs = zip(first, second, strict=True)
    inside = [one in MEAN_OF.get(other, ()) or other in MEAN_OF.get(one, ()) for one, other in pairs]
    return pd.Series(inside, index=first.index, dtype=bool)


def title(instrument: str) -> str:
    """What figures and tables call an instrument."""
    return TITLES.get(instrument, instrument)


def spoken(instrument: str) -> str:
    """An instrument's name within a sentence."""
    return f"the {title(instrument)}" if instrument == "mean" else title(instrument)


def full_title(instrument: str) -> str:
    """What an instrument is called among those of other things: "tone vader" is "tone (VADER)"."""
    return f"tone ({title(instrument.removeprefix(TONE))})" if instrument.startswith(TONE) else instrument
