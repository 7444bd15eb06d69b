"""How many paragraphs of each article are about each topic, and in how many of them the outlet narrates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from analysis.compare.texts import Texts

COLUMNS = {
    "article_id": "str", "outlet": "str", "topic": "int64", "paragraphs": "int64", "narrated": "int64",
    "weight": "int64", "narrated_weight": "int64",
}  # fmt: skip


def coverage(texts: Texts) -> pd.DataFrame:
    """Counts of analysed paragraphs by article and topic.

    Returns:
        One row per article and topic that meet, sorted by both, no topic (-1) included: `outlet`; `paragraphs` (1 or
        more), and `narrated` of them with a sentence of narration; `weight` and `narrated_weight`: the same in parts
        of a paragraph (see `texts`).
    """
    rows = texts.paragraphs.assign(
        narrated_weight=texts.paragraphs["weight"].where(texts.paragraphs["narrated"], 0)
    )
    counted = rows.groupby(["article_id", "topic"], sort=True, as_index=False).agg(
        outlet=("outlet", "first"),
        paragraphs=("paragraph_id", "size"),
        narrated=("narrated", "sum"),
        weight=("weight", "sum"),
        narrated_weight=("narrated_weight", "sum"),
    )
    return counted[list(COLUMNS)].astype(COLUMNS)
