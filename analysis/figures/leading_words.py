"""The words and phrases that lead a comparison, none of them said twice."""

from __future__ import annotations

import textwrap

import pandas as pd

from analysis.figures.wording import shorten

COMPARISON = ["voice", "topic", "outlet", "other"]
LINE = 17


def leading(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The first words and phrases of each outlet in each comparison, by falling z.

    Only what the outlet uses more than those it is compared with. A word of which the outlet has four fifths
    of its uses inside one longer phrase (`inside`) gives way to that phrase, where the phrase leads too.

    Args:
        rows: rows of the table `keyness`.
        most: words and phrases of one outlet in one comparison.

    Returns:
        The rows in the order of the comparisons and ranks, with `rank` counted anew from 1.
    """
    more = rows[rows["log_odds"] > 0]
    keys = list(more[COMPARISON].astype("str").itertuples(index=False, name=None))
    listed = set(zip(keys, more["word"], strict=True))
    twice = [(key, longer) in listed for key, longer in zip(keys, more["inside"], strict=True)]
    once = more[~pd.Series(twice, index=more.index, dtype=bool)]
    ordered = once.sort_values([*COMPARISON, "rank"], kind="stable", ignore_index=True)
    rank = ordered.groupby(COMPARISON, observed=True).cumcount() + 1
    return ordered.assign(rank=rank.astype("int64"))[rank <= most].reset_index(drop=True)


def against_all(keyness: pd.DataFrame, voice: str = "all") -> pd.DataFrame:
    """The rows of each outlet against all others over all topics, in one voice."""
    return keyness[(keyness["voice"] == voice) & (keyness["topic"] == "") & (keyness["other"] == "")]


def label(phrase: str) -> str:
    """A word or phrase as a label of one line, or of two."""
    lines = textwrap.wrap(phrase, LINE, break_long_words=False)[:2]
    return "\n".join(shorten(line, LINE) for line in lines)
