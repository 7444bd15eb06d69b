"""Where the outlet's own words alone are too few to be compared, in sentences."""

from __future__ import annotations

import pandas as pd

from analysis.figures.wording import count, listed, listed_up_to, spelled
from analysis.report.study import Study
from analysis.voices.summary import FEWEST_ARTICLES, FEWEST_WORDS

MOST_OUTLETS = 6


def criterion() -> str:
    """From when on an outlet's narration is enough to be compared."""
    return (
        f"An outlet's narration is called enough to compare when it has at least {FEWEST_WORDS} words, in at least "
        f"{spelled(FEWEST_ARTICLES, 'article')}."
    )


def narration_sentences(study: Study) -> list[str]:
    """One sentence for each outlet whose narration alone is too little; none where all have enough."""
    return [f"Narration alone leaves {_left(row)}." for _, row in _too_little(study).iterrows()]


def narration_warning(study: Study) -> str:
    """What stands beside a comparison of narration only; "" where all outlets have enough of it."""
    rows = _too_little(study)
    if rows.empty:
        return ""
    told = [
        f"{outlet} ({count(words, 'word')})"
        for outlet, words in rows[["outlet", "words"]].itertuples(index=False)
    ]
    named = listed_up_to(told, MOST_OUTLETS, "outlet") if len(told) > MOST_OUTLETS else listed(told)
    return (
        f"Narration alone leaves too little of {named} to be compared: there the numbers describe a few "
        "sentences."
    )


def outlets_left_out(study: Study) -> list[str]:
    """The outlets whose narration alone is too little to be compared."""
    rows = _too_little(study)
    return [] if rows.empty else [str(outlet) for outlet in rows["outlet"]]


def _too_little(study: Study) -> pd.DataFrame:
    """The rows of the outlets without enough narration, in the order of the outlets."""
    if not study.has("narration_left"):
        return pd.DataFrame()
    rows = study.table("narration_left")
    rows = rows[~rows["enough"].astype(bool) & rows["outlet"].isin(study.outlets)]
    order = rows["outlet"].map(study.outlets.index).astype(int)
    return rows.loc[order.sort_values(kind="stable").index]


def _left(row: pd.Series) -> str:
    """What is left of an outlet."""
    if not row["words"]:
        return f"nothing of {row['outlet']}"
    return (
        f"too little of {row['outlet']}: {count(row['words'], 'word')} in {count(row['paragraphs'], 'paragraph')} of "
        f"{spelled(int(row['articles']), 'article')}"
    )
