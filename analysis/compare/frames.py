"""Frames and microframes per outlet, as article-level sums of whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.compare.sums import article_sums

if TYPE_CHECKING:
    import pandas as pd

    from analysis.compare.texts import Texts

FRAME, BIAS, INTENSITY = "frame", "microframe bias", "microframe intensity"
SCALE = 10_000
"""Scores and projections have four decimals; squares of them have eight."""


def frame_sums(texts: Texts, frames: pd.DataFrame) -> pd.DataFrame:
    """Article-level sums of the mean frame score of each outlet's paragraphs.

    score(outlet, frame) = sum of its paragraphs' scores / number of its paragraphs

    For the voice "all" a paragraph's score, for "narration" the score of its sentences of narration alone
    (`narration`), over the paragraphs that have any. Every paragraph counts once, by its weight.

    Args:
        texts: what is compared.
        frames: the table `frames`, with the column `narration` (nan where a paragraph narrates nothing).

    Returns:
        Article-level sums (see `sums`) in ten-thousandths.
    """
    ours = texts.paragraphs[["paragraph_id", "article_id", "weight"]]
    rows = frames.merge(ours, on="paragraph_id")
    return article_sums(
        _summed(rows.dropna(subset=[column]), column, SCALE).assign(
            family=f"{FRAME}, {voice}", measure=FRAME, voice=voice, scale=SCALE
        )
        for voice, column in (("all", "score"), ("narration", "narration"))
    )


def microframe_sums(texts: Texts, microframes: pd.DataFrame) -> pd.DataFrame:
    """Article-level sums of the bias and the intensity of each outlet's sentences on each axis.

    bias = sum of projections / sentences
    intensity = sum of (projection - baseline)^2 / sentences

    Every sentence of an analysed paragraph counts once, by its paragraph's weight.

    Args:
        texts: what is compared.
        microframes: the table `microframes`; its axes become the column `frame`.

    Returns:
        Article-level sums (see `sums`), bias in ten-thousandths, intensity in their squares.
    """
    rows = microframes.rename(columns={"axis": "frame"})
    away = (rows["projection"] * SCALE).round() - (rows["baseline"] * SCALE).round()
    rows = rows.assign(bias=rows["projection"], intensity=away**2 / SCALE**2)
    pieces = []
    for voice, spoken in texts.sentences_by_voice():
        own = rows.merge(spoken[["sentence_id", "paragraph_id", "article_id", "weight"]], on="sentence_id")
        for measure, column, scale in ((BIAS, "bias", SCALE), (INTENSITY, "intensity", SCALE**2)):
            summed = _summed(own, column, scale)
            pieces.append(
                summed.assign(family=f"{measure}, {voice}", measure=measure, voice=voice, scale=scale)
            )
    return article_sums(pieces)


def _summed(rows: pd.DataFrame, column: str, scale: int) -> pd.DataFrame:
    """Sums of a column in whole parts of `scale`, one row per frame and article."""
    whole = (rows[column] * scale).round().astype("int64")
    weighed = rows.assign(whole=whole * rows["weight"], square=whole**2 * rows["weight"])
    grouped = weighed.groupby(["frame", "article_id"], sort=True)
    return grouped.agg(
        total=("whole", "sum"),
        squares=("square", "sum"),
        units=("weight", "sum"),
        paragraphs=("paragraph_id", "nunique"),
    ).reset_index()
