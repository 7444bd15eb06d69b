"""What an instrument is: something with a name and a version that turns a table of texts into a table of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pandas as pd

    from analysis.progress import Step


class Instrument(Protocol):
    """One way of measuring how something is worded.

    Attributes:
        name: what tables and cards call it.
        version: of its word list, weights or codebook; another version may give other scores.
        measures: what it measures, in one sentence that a report can print.
    """

    @property
    def name(self) -> str:
        """What tables and cards call it."""

    @property
    def version(self) -> str:
        """Of its word list, weights or codebook."""

    @property
    def measures(self) -> str:
        """What it measures, in one sentence."""

    def score(self, texts: pd.DataFrame, *, progress: Step) -> pd.DataFrame:
        """The scores of a table of texts, a table that keeps its contract in `analysis.tables`."""
