"""Who says each sentence that mentions an actor: the outlet itself, or somebody whom it quotes or interviews."""

from __future__ import annotations

import pandas as pd

NARRATION, QUESTIONS, SPEAKER = "narration", "questions", "speaker"
ORDER = (NARRATION, QUESTIONS, SPEAKER)
OWN = {"narration": NARRATION, "question": QUESTIONS}
"""The voices that are an outlet's own; all others are a speaker's."""

CELL = ["kind", "speaker", "row", "target"]


def said_of(targets: pd.DataFrame, sentences: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """The sentences that mention an actor, each with whose words they are.

    Left out are sentences whose speaker was not found, and a speaker's mentions of the speaker ("Lavrov said"): there
    the name says who speaks, not of whom.

    Returns:
        The table `targets` with `paragraph_id`, `article_id`, `outlet`, `text` and `voice` of the sentence, `kind`
        (narration, questions or speaker), `speaker` (the outlet or somebody else)
        and `row` (their name in a table).
    """
    owners = paragraphs[["paragraph_id", "article_id", "outlet"]]
    spoken = sentences[["sentence_id", "paragraph_id", "text", "voice"]].merge(owners, on="paragraph_id")
    rows = targets.merge(spoken, on="sentence_id")
    rows["kind"] = rows["voice"].map(OWN).fillna(SPEAKER)
    is_own = rows["kind"] != SPEAKER
    rows["speaker"] = rows["speaker"].where(~is_own, rows["outlet"].astype("str"))
    rows["row"] = rows["speaker"].where(~is_own, rows["speaker"] + ", " + rows["kind"])
    return rows[(rows["speaker"] != "") & (rows["speaker"] != rows["target"])].reset_index(drop=True)


def cells(rows: pd.DataFrame) -> pd.DataFrame:
    """The mean stance of each speaker toward each actor.

    Args:
        rows: made by `said_of`.

    Returns:
        Columns `kind`, `speaker`, `row`, `target`, `stance` (mean over the sentences, -1 to 1), `negative`, `neutral`,
        `positive` and `sentences` (counts), `articles` (count) and `outlets` (their names): the outlets' narration
        first, in the study's order, then their questions, then the speakers with most sentences; actors by sentences.
    """
    if rows.empty:
        return pd.DataFrame(columns=[*CELL, "stance", "sentences"])
    counted = rows.assign(
        **{
            name: rows["polarity"] == sign
            for name, sign in (("negative", -1), ("neutral", 0), ("positive", 1))
        },
        sentences=1,
    )
    data = counted.groupby(CELL, as_index=False, sort=True).agg(
        stance=("stance", "mean"),
        negative=("negative", "sum"),
        neutral=("neutral", "sum"),
        positive=("positive", "sum"),
        sentences=("sentences", "sum"),
        articles=("article_id", "nunique"),
    )
    data = data.merge(_outlets(rows), on=CELL, how="left").fillna({"outlets": ""})
    return _ordered(data, rows)


def _outlets(rows: pd.DataFrame) -> pd.DataFrame:
    """The names of the outlets of each cell, in their order."""
    pairs = rows[[*CELL, "outlet"]].dropna().drop_duplicates()
    pairs = pairs.sort_values("outlet", kind="stable").astype("str")
    joined = pairs.groupby(CELL, sort=False)["outlet"].agg("; ".join)
    return joined.rename("outlets").reset_index()


def _ordered(data: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Cells in reading order."""
    is_known = isinstance(rows["outlet"].dtype, pd.CategoricalDtype)
    outlets = list(rows["outlet"].cat.categories) if is_known else sorted(rows["outlet"].unique())
    place = {outlet: number for number, outlet in enumerate(outlets)}
    data["first"] = data["kind"].map(ORDER.index)
    data["second"] = data["speaker"].map(place).where(data["kind"] != SPEAKER, 0).astype(int)
    data["spoken"] = data.groupby("row")["sentences"].transform("sum")
    data["named"] = data.groupby("target")["sentences"].transform("sum")
    keys = {"first": True, "second": True, "spoken": False, "row": True, "named": False, "target": True}
    ordered = data.sort_values(list(keys), ascending=list(keys.values()), kind="stable", ignore_index=True)
    return ordered.drop(columns=["first", "second", "spoken", "named"])
