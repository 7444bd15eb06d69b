"""The paragraphs of the map, each with what a reader filters by."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import pandas as pd

from analysis.figures.wording import clean
from analysis.report.passages import paragraph_anchor
from analysis.report.study import Study


def map_paragraphs(study: Study, anchors: AbstractSet[str]) -> pd.DataFrame:
    """One row per paragraph that has a place on the map.

    Returns:
        Columns `paragraph_id`, `article_id`, `outlet`, `speaker` (who speaks in the paragraph as a whole), `speakers`
        and `voices` (lists, of its sentences), `topic` (-1: none), `x` and `y` (no unit, three decimals),
        `source_start`, `source_end`, `text` (clean, whole) and `anchor` (its id in the report; "" where it has none).
    """
    placed = study.analysed.merge(study.table("assignments"), on="paragraph_id", how="inner")
    voices, speakers = _of_sentences(study, "voice"), _of_sentences(study, "speaker")
    ids = placed["paragraph_id"].tolist()
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
            "text": [clean(text) for text in placed["plain"]],
            "anchor": [anchor if anchor in anchors else "" for anchor in held],
        }
    )


def _of_sentences(study: Study, column: str) -> dict[str, list[str]]:
    """The values that a column takes in the sentences of each paragraph, sorted."""
    rows = study.table("sentences")[["paragraph_id", column]].drop_duplicates()
    rows = rows.assign(**{column: [clean(value) for value in rows[column]]}).sort_values(
        column, kind="stable"
    )
    return {str(one): own[column].tolist() for one, own in rows.groupby("paragraph_id", sort=False)}
