"""The whole matching of a study, from its tables to its results."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.compare.matched.events import event_numbers
from analysis.compare.matched.matches import candidates, matched, matches_table, nearest_table
from analysis.compare.matched.omissions import omissions
from analysis.compare.matched.paired import event_differences, paired
from analysis.compare.matched.reading import read
from analysis.compare.matched.values import paragraph_values

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from analysis.compare.arrays import Floats
    from analysis.settings import CompareSettings


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """What outlets report alike, what came nearest to it, what is left out, and how alike reports differ."""

    matches: pd.DataFrame
    nearest: pd.DataFrame
    omissions: pd.DataFrame
    paired_events: pd.DataFrame
    paired: pd.DataFrame


def match(  # noqa: PLR0913 - the one entry: the tables of a study, and how to test
    *,
    articles: pd.DataFrame,
    paragraphs: pd.DataFrame,
    vectors: Floats,
    sentences: pd.DataFrame,
    quotes: pd.DataFrame,
    names: pd.DataFrame,
    mentions: pd.DataFrame,
    tone: pd.DataFrame,
    targets: pd.DataFrame,
    settings: CompareSettings,
    rng: np.random.Generator,
) -> Matched:
    """Match the paragraphs of the outlets and compare those that match.

    Args:
        articles: the table `articles`.
        paragraphs: the table `paragraphs`; only analysed ones are matched.
        vectors: of the analysed paragraphs, in their order.
        sentences: the table `sentences`.
        quotes: the table `quotes`.
        names: the table `names`.
        mentions: the table `mentions`.
        tone: the table `tone`.
        targets: the table `targets`.
        settings: how many sign flips, and the level.
        rng: where they are drawn from.
    """
    reading = read(articles, paragraphs, sentences=sentences, quotes=quotes, names=names, mentions=mentions)
    found = candidates(reading, vectors)
    pairs = found[matched(found)].reset_index(drop=True)
    events = event_numbers(pairs)
    matches = matches_table(reading, pairs, events)
    likewise = paragraph_values(
        {*matches["first_id"], *matches["second_id"]}, sentences=sentences, tone=tone, targets=targets
    )
    differences = event_differences(matches, likewise)
    return Matched(
        matches=matches,
        nearest=nearest_table(
            reading, found[:0] if len(pairs) else candidates(reading, vectors, days=math.inf)
        ),
        omissions=omissions(reading, vectors, pairs, events, quotes=quotes),
        paired_events=differences,
        paired=paired(differences, settings=settings, rng=rng),
    )
