"""What can be coded in a study: its sentences with their paragraphs, a target where there is one, and their strata."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import store
from analysis.coding.strata import digest, thirds
from analysis.errors import SheetError

if TYPE_CHECKING:
    from pathlib import Path

SCORES = ("tone", "stance", "frame")
DIGITS = 12


def table(report: Path, name: str) -> pd.DataFrame | None:
    """A table of a report; None where the report has none of that name.

    Raises:
        StoreError: it is lost or damaged.
    """
    path = f"{store.TABLES}/{name}.parquet"
    is_listed = path in store.files_of(store.read_manifest(report))
    return store.read_published(report, name) if is_listed or (report / path).is_file() else None


def read_units(report: Path) -> pd.DataFrame:
    """The sentences of a report that can be coded.

    Of a sentence with several targets one is chosen by a digest of its content.

    Returns:
        One row per sentence: `unit` (a digest of id, text and target), `sentence_id`, `paragraph_id`, `target` ("" for
        none), `sentence`, `paragraph`, `outlet`, `voice`, and the thirds `tone`, `stance` and `frame` of those scores
        that the report has.

    Raises:
        SheetError: the folder holds no report with sentences.
    """
    sentences, paragraphs = table(report, "sentences"), table(report, "paragraphs")
    if sentences is None or paragraphs is None:
        remedy = "run `framing report` first, or name its folder with --report"
        raise SheetError("holds no report", where=report, remedy=remedy)
    analysed = paragraphs.loc[paragraphs["analysed"], ["paragraph_id", "outlet", "plain"]]
    units = sentences[["sentence_id", "paragraph_id", "text", "voice"]].merge(analysed, on="paragraph_id")
    units = units.rename(columns={"text": "sentence", "plain": "paragraph"})
    targets = table(report, "targets")
    chosen = _targets(targets)
    units["target"] = [chosen.get(name, "") for name in units["sentence_id"]]
    rows = zip(units["sentence_id"], units["sentence"], units["target"], strict=True)
    units["unit"] = [unit_of(*row) for row in rows]
    return _with_thirds(units, table(report, "tone"), targets, table(report, "frames"))


def unit_of(sentence_id: str, sentence: str, target: str) -> str:
    """A unit's own code, another one when the sentence reads otherwise."""
    return digest(sentence_id, sentence, target)[:DIGITS]


def _targets(targets: pd.DataFrame | None) -> dict[str, str]:
    """One target for each sentence that has any."""
    if targets is None:
        return {}
    pairs = targets[["sentence_id", "target"]].drop_duplicates()
    keys = [digest(*pair) for pair in pairs.itertuples(index=False, name=None)]
    first = pairs.assign(key=keys).sort_values("key").drop_duplicates("sentence_id")
    return dict(zip(first["sentence_id"], first["target"], strict=True))


def _with_thirds(
    units: pd.DataFrame, tone: pd.DataFrame | None, targets: pd.DataFrame | None, frames: pd.DataFrame | None
) -> pd.DataFrame:
    """The units with the third of each score that there is, averaged over its instruments."""
    if tone is not None and len(tone):
        units = units.assign(tone=thirds(units["sentence_id"].map(_standard(tone, "sentence_id", "tone"))))
    if targets is not None and len(targets):
        lean = targets.assign(lean=targets["p_positive"] - targets["p_negative"])
        means = lean.groupby(["sentence_id", "target"])["lean"].mean()
        keys = pd.MultiIndex.from_frame(units[["sentence_id", "target"]])
        units = units.assign(stance=thirds(pd.Series(means.reindex(keys).to_numpy(), index=units.index)))
    if frames is not None and len(frames):
        highest = frames.groupby("paragraph_id")["score"].max()
        units = units.assign(frame=thirds(units["paragraph_id"].map(highest)))
    return units


def _standard(rows: pd.DataFrame, key: str, column: str) -> pd.Series[float]:
    """The mean of the instruments' standardised scores for each key; an instrument that does not vary counts as 0."""
    grouped = rows.groupby("instrument")[column]
    spread = grouped.transform("std", ddof=0)
    scores = ((rows[column] - grouped.transform("mean")) / spread.where(spread > 0)).fillna(0.0)
    means: pd.Series[float] = scores.groupby(rows[key]).mean().round(9)
    return means
