"""The aggregates of the parts of a corpus put together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.aggregates import Aggregates, ordered
from analysis.compare.sums import united
from analysis.compare.texts import FINEST
from analysis.compare.tones import ARTICLE_ORDER
from analysis.compare.words_by_article import WordTables
from analysis.errors import EmptyGroupError, TableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.compare.arrays import Integers

SUMMED = ("total", "squares", "units")
COVERED = ("weight", "narrated_weight")
"""What is counted in parts of a paragraph."""


def merged(parts: Iterable[Aggregates]) -> Aggregates:
    """The aggregates of a whole corpus from those of its parts, however it is cut and in whatever order they come.

    Raises:
        EmptyGroupError: there are no parts.
        TableError: an article is in two parts, or copies are weighed so finely that the weights of the parts have no
            common measure.
    """
    pieces = list(parts)
    if not pieces:
        raise EmptyGroupError("no parts of a corpus to put together")
    whole = _common_measure(pieces)
    covered = _covered(pieces, whole)
    articles = pd.Index(covered["article_id"].drop_duplicates())
    places = [articles.get_indexer(pd.Index(list(piece.outlet_of), dtype="str")) for piece in pieces]
    measures, columns = united([piece.measures for piece in pieces])
    sums = [
        _moved(piece, rows, measure, whole)
        for piece, rows, measure in zip(pieces, places, columns, strict=True)
    ]
    tone = pd.concat([piece.article_tone for piece in pieces], ignore_index=True)
    return Aggregates(
        covered,
        measures,
        ordered(pd.concat(sums, ignore_index=True)),
        tone.sort_values(ARTICLE_ORDER, kind="stable", ignore_index=True),
        WordTables.together(
            [piece.words.renumbered(rows) for piece, rows in zip(pieces, places, strict=True)]
        ),
        whole,
    )


def _common_measure(pieces: Sequence[Aggregates]) -> int:
    """How many parts make a paragraph so that the weights of all pieces are whole numbers.

    Raises:
        TableError: there are more of them than weights are counted in.
    """
    whole = math.lcm(*(piece.parts for piece in pieces))
    if whole > FINEST:
        raise TableError(
            f"the weights of copies need {whole} parts of a paragraph, more than {FINEST}",
            remedy='compare a corpus in parts with policy = "keep" or "collapse" under [reuse]',
        )
    return whole


def _covered(pieces: Sequence[Aggregates], whole: int) -> pd.DataFrame:
    """The paragraphs of all pieces by article and topic.

    Raises:
        TableError: an article is in two pieces.
    """
    weighed = [
        piece.covered.assign(**{name: piece.covered[name] * (whole // piece.parts) for name in COVERED})
        for piece in pieces
    ]
    articles = pd.concat([rows["article_id"].drop_duplicates() for rows in weighed], ignore_index=True)
    twice = articles[articles.duplicated()]
    if len(twice):
        raise TableError(
            f"article {twice.iloc[0]!r} is in two parts of the corpus",
            remedy="cut the corpus between articles, so that each is whole in one part",
        )
    return pd.concat(weighed).sort_values(["article_id", "topic"], kind="stable", ignore_index=True)


def _moved(piece: Aggregates, rows: Integers, columns: Integers, whole: int) -> pd.DataFrame:
    """The sums of a piece with the places of articles and measures in the whole, in parts of the whole."""
    sums = piece.sums
    return sums.assign(
        measure=columns[sums["measure"].to_numpy()],
        article=rows[sums["article"].to_numpy()],
        **{name: sums[name] * (whole // piece.parts) for name in SUMMED},
    )
