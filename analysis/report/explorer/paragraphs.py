"""The paragraphs of the map, each with what a reader filters by."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import pandas as pd

from analysis.figures.wording import clean
from analysis.report.passages import paragraph_anchor
from analysis.report.study import Study


def placed_texts(study: Study) -> pd.DataFrame:
    """The paragraphs that have a place on the map, with `text`, clean and whole."""
    placed = study.analysed.merge(study.table("assignments"), on="paragraph_id", how="inner")
    return placed.assign(text=[clean(text) for text in placed["plain"]])


def map_paragraphs(
    study: Study, anchors: AbstractSet[str], *, placed: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row per paragraph that has a place on the map.

    Args:
        study: a study with topics.
        anchors: the paragraphs that the report holds, by their ids in it.
        placed: those rows of `placed_texts` that are wanted; all of them if None.

    Returns:
        Columns `paragraph_id`, `article_id`, `outlet`, `speaker` (who speaks in the paragraph as a whole), `speakers`
        and `voices` (lists, of its sentences), `topic` (-1: none), `x` and `y` (no unit, three decimals),
        `source_start`, `source_end`, `text` (clean, whole) and `anchor` (its id in the report; "" where it has none).
    """
    placed = placed_texts(study) if placed is None else placed
    ids = placed["paragraph_id"].tolist()
    own = study.table("sentences")
    own = own[own["paragraph_id"].isin(ids)] if len(own) else own
    voices, speakers = _of_sentences(own, "voice"), _of_sentences(own, "speaker")
    names = [clean(name) for name in placed["speaker"]]
    held = [paragraph_anchor(name) for name in ids]
    return pd.DataFrame(
        {
            "paragraph_id": ids,
            "article_id": placed["article_id"],
            "outlet": placed["outlet"],
            "speaker": names,
            "speakers": [
                sorted({*speakers.get(one, ()), name} - {""}) for one, name in zip(ids, names, strict=True)
            ],
            "voices": [voices.get(one, []) for one in ids],
            "topic": placed["topic"],
            "x": placed["x"].round(3),
            "y": placed["y"].round(3),
            "source_start": placed["source_start"],
            "source_end": placed["source_end"],
            "text": placed["text"],
            "anchor": [anchor if anchor in anchors else "" for anchor in held],
        }
    )


def _of_sentences(sentences: pd.DataFrame, column: str) -> dict[str, list[str]]:
    """The values that a column takes in the sentences of each paragraph, sorted."""
    rows = sentences[["paragraph_id", column]].drop_duplicates()
    rows = rows.assign(**{column: [clean(value) for value in rows[column]]}).sort_values(
        column, kind="stable"
    )
    return {str(one): own[column].tolist() for one, own in rows.groupby("paragraph_id", sort=False)}
