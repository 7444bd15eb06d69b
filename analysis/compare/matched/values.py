"""The value of a paragraph under each measure that matched paragraphs are compared by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = ["measure", "instrument", "voice", "target", "paragraph_id", "value"]
VOICES = {"all": None, "narration": "narration"}


def paragraph_values(
    paragraph_ids: Iterable[str], *, sentences: pd.DataFrame, tone: pd.DataFrame, targets: pd.DataFrame
) -> pd.DataFrame:
    """The tone, share of narration and stances of paragraphs.

    wording tone = mean tone of its sentences, under each instrument, for all of them and for those of narration
    narration share = sentences of narration / sentences
    stance = mean stance of its sentences that mention the actor

    Args:
        paragraph_ids: which paragraphs.
        sentences: the table `sentences`.
        tone: the table `tone`.
        targets: the table `targets`.

    Returns:
        One row per paragraph and measure: `measure`, `instrument`, `voice`, `target`, `paragraph_id` and `value`
        (-1 to 1; a share 0 to 1). A paragraph without sentences of a voice, or mentions of an actor, has no row.
    """
    own = sentences.loc[
        sentences["paragraph_id"].isin(list(paragraph_ids)), ["sentence_id", "paragraph_id", "voice"]
    ]
    toned = own.merge(tone[["sentence_id", "tone", "instrument"]], on="sentence_id")
    told = own.merge(targets[["sentence_id", "target", "stance"]], on="sentence_id")
    pieces = [
        _means(toned if voice is None else toned[toned["voice"] == voice], "tone", "instrument").assign(
            measure="wording tone", voice=name, target=""
        )
        for name, voice in VOICES.items()
    ]
    narrated = own.assign(narrated=(own["voice"] == "narration").astype("float64"), instrument="")
    shares = _means(narrated, "narrated", "instrument")
    pieces.append(shares.assign(measure="narration share", voice="all", target=""))
    pieces.append(_means(told, "stance", "target").assign(measure="stance", voice="all", instrument=""))
    return pd.concat([piece[COLUMNS] for piece in pieces if len(piece)] or [pd.DataFrame(columns=COLUMNS)])


def _means(rows: pd.DataFrame, column: str, by: str) -> pd.DataFrame:
    """The mean of a column in each paragraph, under each value of another."""
    means = rows.groupby(["paragraph_id", by], sort=True)[column].mean().round(6)
    return means.rename("value").reset_index()
