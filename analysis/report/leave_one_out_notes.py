"""What becomes of a finding without the article that it leans on most, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analysis.figures.wording import count, signed, spelled
from analysis.report.study import Study

UNTOLD = ("not estimable", "no difference", "rests on one article")


@dataclass(frozen=True, slots=True)
class Contrast:
    """Which difference of an outlet from the others is meant; text that is analysed in all, unless a voice is named."""

    measure: str
    outlet: str
    topic: str = ""
    instrument: str = ""
    voice: str = "all"


def points_apart(difference: float) -> str:
    """A difference of two shares in percentage points, with its sign."""
    return f"{signed(100 * difference, 0)} percentage points"


def single_article_note(study: Study, contrast: Contrast, written: Callable[[float], str] = signed) -> str:
    """The difference without its most influential article, and how many articles turn it round.

    "" where that is not known, or where the difference rests on one article and has nothing left without it.

    Args:
        study: the study.
        contrast: whose difference from the others.
        written: how a difference is written.
    """
    row = contrast_row(study, contrast)
    if row is None or not row["article_id"] or row["standing"] in UNTOLD:
        return ""
    article = study.article_names.get(str(row["article_id"]), str(row["article_id"]))
    return (
        f"Against all other outlets together {contrast.outlet} differs by {written(row['difference'])}; without "
        f"{article} it would be {written(row['without'])}{_turned(row)}."
    )


def contrast_row(study: Study, contrast: Contrast) -> pd.Series | None:
    """The row of a contrast in the table `leave_one_out`; None where there is none.

    Nor within strata, of which that table knows nothing: its difference is another.
    """
    rows = study.table("leave_one_out")
    if rows.empty or study.settings.compare.strata:
        return None
    for column in ("measure", "outlet", "topic", "instrument", "voice"):
        rows = rows[rows[column] == getattr(contrast, column)]
    return rows.iloc[0] if len(rows) else None


def _turned(row: pd.Series) -> str:
    """How many articles turn the difference round or make it vanish."""
    flips = int(row["flips"])
    if not flips:
        return "; no single article turns it round"
    turns = "turns it round or ends it" if flips == 1 else "turn it round or end it"
    return (
        f"; {spelled(flips)} of {count(row['articles'] - row['undefined'], 'article')} {turns} when left out"
    )
