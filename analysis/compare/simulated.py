"""How the engine did on simulated corpora, as `framing validate inference --keep` measured it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis import tables

PATH = Path(__file__).parent / "measured" / "inference.csv"
VERSION = "3"
"""Of the engine; raised when an interval or a test is computed another way, so that old figures are not quoted."""


def simulated() -> pd.DataFrame:
    """The kept figures of the engine as it is now; none where they were measured on another version.

    Returns:
        The table `simulated`: `question` (coverage, false alarms, false alarms in a family, wrong equivalence, power),
        `method`, `measure`, `articles` ("10 and 10"), `value` (what is true), `icc`, `lengths` (even or uneven),
        `corpora`, `rate` (0 to 1) with its 95 % Clopper-Pearson interval `low` and `high`, `width` (median width of
        the interval; nan for tests), `given` (share of corpora in which there was an interval or test at all).
    """
    if not PATH.is_file():
        return tables.table("simulated", ())
    kept = pd.read_csv(PATH, dtype=dict.fromkeys(("version", "articles", "value", "lengths"), "str"))
    current = kept[kept["version"] == VERSION].drop(columns="version").reset_index(drop=True)
    texts = dict.fromkeys(("question", "method", "measure", "articles", "value", "lengths"), "str")
    return tables.check(current.astype({**texts, "corpora": "int64"}), "simulated")
