"""The key figures of a tested study, chosen from its tables by one rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analysis import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

TOPICS, ACTORS = 5, 2
DECIMALS = 6
NUMBERS = ("estimate", "low", "high", "difference", "p", "q")
VOICES = ("all", "narration")


def key_figures(made: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The estimates that stand for a study, one row for each figure and outlet.

    The share of its five widest topics in all text; the tone of the wording under each instrument, the stance toward
    the two actors that most articles name, and the frames that hold on hand-labelled data: in all text and in
    narration.

    Args:
        made: the tables `estimates`, `topics` and `frame_validity` of the study.

    Returns:
        The table `inference_study_figures`: `subject` is the topic's label, the actor or the frame; numbers have six
        decimals; `difference` is from all other outlets together, and `p`, `q` and `verdict` are those of the
        difference.
    """
    rows = made["estimates"]
    rows = rows[rows["voice"].isin(VOICES)]
    labels = dict(zip(made["topics"]["topic"].astype(str), made["topics"]["label"], strict=True))
    frames = made["frame_validity"]
    valid = frames.loc[frames["validity"] == "valid", "frame"]
    chosen = [
        _of(rows[(rows["topic"] == "")], "wording tone", "instrument"),
        _of(rows[rows["target"].isin(_actors(rows))], "stance", "target"),
        _of(
            rows[rows["topic"].isin(list(labels)[:TOPICS]) & (rows["voice"] == "all")], "topic share", "topic"
        ),
        _of(rows[rows["frame"].isin(valid)], "frame", "frame"),
    ]
    found = pd.concat(chosen, ignore_index=True)
    found["subject"] = found["subject"].map(lambda name: labels.get(name, name)).astype("str")
    found[list(NUMBERS)] = found[list(NUMBERS)].round(DECIMALS)
    return tables.check(found[list(tables.TABLES["inference_study_figures"])], "inference_study_figures")


def _of(rows: pd.DataFrame, measure: str, subject: str) -> pd.DataFrame:
    """The rows of a measure, by voice, subject and outlet; `subject` names the column that tells what it is of."""
    own = rows[rows["measure"] == measure]
    own = own.assign(subject=own[subject])
    return own.sort_values(["voice", "subject", "outlet"], kind="stable")


def _actors(rows: pd.DataFrame) -> list[str]:
    """The actors that most articles name; equals by the alphabet."""
    stance = rows[(rows["measure"] == "stance") & (rows["voice"] == "all")]
    named = stance.groupby("target")["articles"].sum().reset_index()
    ranked = named.sort_values(["articles", "target"], ascending=[False, True], kind="stable")
    return ranked["target"].head(ACTORS).tolist()


def families(estimates: pd.DataFrame, keyness: pd.DataFrame) -> pd.DataFrame:
    """How many contrasts of each family were tested, and how many of them are supported.

    Args:
        estimates: the table `estimates`; those without a p-value were not tested.
        keyness: the table `keyness`; the single words of each voice, against the rest over all topics, are a family.

    Returns:
        The table `inference_study_families`, families by name, words last.
    """
    tested = estimates[estimates["p"].notna()]
    single = (keyness["topic"] == "") & (keyness["other"] == "") & (keyness["length"] == 1)
    words = keyness[single & keyness["p_article"].notna()]
    words = words.assign(family="words, " + words["voice"])
    counted = [
        {"family": family, "tests": len(own), "supported": int((own["verdict"] == "supported").sum())}
        for rows in (tested, words)
        for family, own in rows.groupby("family")
    ]
    return tables.table("inference_study_families", counted)
